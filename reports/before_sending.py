"""*Before you send*, in sentences: a line for each thing to look at, and the days of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.before_sending import ANOTHER_NAME, ANSWER, SETTING_NAMED, BeforeSending, Reminder, SendingDays
from checker.facts import Place
from checker.left_in_file import Trace
from reports.spans import Paragraph, at, cite, quote, sentence, visible
from reports.words import counted, day, listed

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS_SHOWN = 80
_LEFT = {
    Trace.HIDDEN: ("piece of hidden text", "", "A reader can bring hidden text to light"),
    Trace.CHANGE: ("tracked change", "", "Accept or reject each"),
    Trace.COMMENT: ("comment", "", ""),
    Trace.HIGHLIGHT: ("piece of highlighted text", "pieces of highlighted text", ""),
    Trace.PLACEHOLDER: ("placeholder", "", ""),
    Trace.PROMPT: ("box still at its prompt", "boxes still at their prompt", ""),
}


def sending_lines(before: BeforeSending | None) -> tuple[Paragraph, ...]:
    """Return the lines of *before you send*; none if there is nothing to say."""
    return tuple(_lines(before)) if before is not None else ()


def _lines(before: BeforeSending) -> Iterator[Paragraph]:
    for each in before.reminders:
        yield _reminder(each)
    if before.days is not None:
        yield from _days(before.days)


def _reminder(each: Reminder) -> Paragraph:
    first = each.places[0] if each.places else None
    more = f", and in {counted(len(each.places) - 1, 'more place')}" if len(each.places) > 1 else ""
    if each.kind == SETTING_NAMED:
        named = listed([f"“{visible(name)}”" for name in each.names])
        told = f"Section I gives {named}" if named else "Section I names a setting"
        source = (" (", cite(each.source), ")") if each.source is not None else ()
        return sentence(told, *at(first), ": a draft must not name a setting or state a type of setting", *source)
    if each.kind == ANOTHER_NAME:
        name = quote(each.names[0], first)
        return sentence(name, f" stands where the child’s name would{more}: is it another child?")
    if each.kind == Trace.EARLIER_CHECK:
        return sentence("the page or the comments of an earlier check are still in the file: take them out")
    one, many, what = _LEFT[Trace(each.kind)]
    lead = ": " if len(each.places) == 1 else "; the first: " if each.places else ""
    tail = f". {what}" if what else ""
    return sentence(f"{counted(len(each.places), one, many)} left in the file{lead}", *_at(first), tail)


def _at(place: Place | None) -> Paragraph:
    return (quote(place.words, place, _WORDS_SHOWN),) if place is not None else ()


def _days(days: SendingDays) -> Iterator[Paragraph]:
    source = (" (", cite(days.answer_source), ")")
    length = f"{ANSWER.n} calendar days, the day of service the first"
    if days.was_served:
        yield sentence(
            f"served on {_day(days.served)}: the family has at least to {_day(days.answer)} to answer, {length}",
            *source,
        )
    else:
        yield sentence(
            f"if it is served on {_day(days.served)}, the day of this check, the family has at least to "
            f"{_day(days.answer)} to answer, {length}",
            *source,
        )
    if not days.final:
        return
    due = listed([_day(each) for each in days.final], "or, as the time is counted,")
    under = (" (", cite(days.final_source), ")") if days.final_source is not None else ()
    if days.final[-1] < days.served:
        yield sentence(f"the finalised plan was due by {due}", *under)
        return
    yield sentence(f"the finalised plan is due by {due}", *under)
    if days.serve_by is None or days.was_served:
        return
    if days.serve_by < days.served:
        yield sentence(f"the family’s {ANSWER.n} days, counted from the day of this check, end after that")
    else:
        yield sentence(f"to leave the family its {ANSWER.n} days by then, serve the draft by {_day(days.serve_by)}")


def _day(value: date) -> str:
    return f"{_WEEKDAYS[value.weekday()]} {day(value)}"
