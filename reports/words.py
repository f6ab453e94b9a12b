"""Words that every sentence needs: days, numbers, lists, outcomes and their tails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from checker.facts import Days, Place, Value
from checker.findings import AuthorityUsed, Finding, Flag, Outcome, Reason
from reports.spans import Paragraph, Text, quote, text, visible

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+\Z")
_YEAR = re.compile(r"\b(19|20)\d\d\b")

AGAINST = (
    Outcome.NOT_MET,
    Outcome.CONDITION_NOT_MET,
    Outcome.DEPARTED_FROM,
    Outcome.DEPARTED_FROM_LOCAL_POLICY,
    Outcome.WORTH_CHECKING,
    Outcome.WOULD_NOT_MEET,
)
"""Outcomes that say something is wrong, the hardest first."""

FOR = (Outcome.REQUIREMENT_MET, Outcome.CONDITION_MET, Outcome.FOLLOWED, Outcome.WOULD_MEET)
"""Outcomes that say all is well."""

OPEN = (
    Outcome.DISPUTED,
    Outcome.A_PERSON_MUST_DECIDE,
    Outcome.NOT_IN_THESE_FILES,
    Outcome.MET_ON_ONE_READING,
    Outcome.NOT_YET_DUE,
)
"""Outcomes that leave the point open."""

ASIDE = (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)
"""Outcomes on which nothing turns."""

"""Statuses of what is not law: shown in a part of their own."""

TAILS = {
    "superseded": "proposed{year}, never enacted",
    "proposed": "proposed{year}, not law",
    "piloted": "piloted{year}, not law",
    "not yet in force": "not yet in force",
}


def day(value: date) -> str:
    """Return a day as it is written in a letter: ``8 June 2026``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def iso_day(written: str | int) -> str:
    """Return the day written ``2026-06-08`` as :func:`day` does."""
    return day(date.fromisoformat(str(written)))


def days_words(days: Days) -> str:
    """Return a range of days in words: one day, a month, a year, or what bounds it."""
    if days.known_day is not None:
        return day(days.known_day)
    match days.first, days.last:
        case None, None:
            return "a day no file gives"
        case None, date() as last:
            return f"a day up to {day(last)}"
        case date() as first, None:
            return f"a day from {day(first)} on"
        case date() as first, date() as last:
            after = last + timedelta(days=1)
            if first.day == 1 and after.day == 1:
                if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
                    return f"{_MONTHS[first.month - 1]} {first.year}"
                if first.month == 1 and after.month == 1 and after.year == first.year + 1:
                    return str(first.year)
            return f"a day from {day(first)} to {day(last)}"
    return ""


def uncoded(words: str) -> str:
    """Return a code of the vocabulary as words, and any other words as they are."""
    return words.replace("_", " ") if _CODE.match(words) else words


def value_spans(value: Value | date | None, place: Place | None) -> Paragraph:
    """Return a value as a sentence prints it: words of a file in quotation marks, with their place."""
    match value:
        case None:
            return (Text("nothing"),)
        case bool():
            return (Text("yes" if value else "no"),)
        case Days():
            return (Text(days_words(value)),)
        case date():
            return (Text(day(value)),)
        case int():
            return (Text(str(value)),)
        case tuple():
            return (text(listed(tuple(uncoded(str(getattr(each, "title_", each))) for each in value)) or "nothing"),)
        case _:
            title = getattr(value, "title_", None)
            if title is not None:
                return (text(str(title)),)
            if _CODE.match(value):
                return (Text(uncoded(value)),)
            return (quote(value, None),) if place is None else (quote(value, place),)


_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")


def labelled(label: str) -> str:
    """Return the label of an item as readers see it: a review's key, which is a day, as a day."""
    if _ISO.match(label):
        try:
            return iso_day(label)
        except ValueError:
            return label
    # A bare number is the place of an entry that has no number of its own.
    return f"entry {label}" if label.isdecimal() else visible(uncoded(label))


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    *front, end = list(items) or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


_PARTIES = {"authority", "local authority", "parent", "parents", "family", "panel", "tribunal", "young person"}


def who_says(who: str) -> str:
    """Return a party as a sentence names it: ``the parent``; any other name as it is."""
    words = visible(uncoded(who))
    return f"the {words}" if words in _PARTIES else words


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 point`` or ``3 points``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """Return the words with a large first letter."""
    return words[:1].upper() + words[1:]


def natural(words: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts F10 after F9."""
    return tuple(
        (1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.split(r"([0-9]{1,9})", words) if part
    )


def case_name(said_by: str, authorities: Mapping[str, AuthorityUsed]) -> str:
    """Return the case that settles a reading as lawyers write it, given its id or its name."""
    return visible(authorities[said_by].citation if said_by in authorities else said_by)


def outcome_words(finding: Finding, authorities: Mapping[str, AuthorityUsed]) -> str:
    """Return the outcome in words with the tail its status, flags and readings give it."""
    words = finding.outcome.value.replace("-", " ")
    if Flag.IF_SENT in finding.flags:
        if finding.outcome in AGAINST:
            words += " if sent as it stands"
        elif finding.outcome in FOR:
            words += " so far"
    if finding.outcome is Outcome.DEPARTED_FROM:
        recorded = Flag.REASON_RECORDED in finding.flags
        words += "; a reason is recorded" if recorded else "; no reason recorded"
    settled = [reading.said_by for reading in finding.readings if reading.said_by]
    if settled and finding.outcome is not Outcome.MET_ON_ONE_READING:
        words += f" on the reading in {case_name(settled[0], authorities)}"
    if Flag.OVERDUE in finding.flags:
        days = overdue_by(finding.reason)
        words += f"; overdue by {counted(days, 'day')}" if days else "; overdue"
    return f"{words} ({tail})" if (tail := status_tail(finding)) else words


def status_tail(finding: Finding) -> str:
    """Return what an outcome on something that is not law is followed by: ``proposed 2022, never enacted``."""
    if finding.status not in TAILS:
        return ""
    year = _YEAR.search(finding.source.text)
    return TAILS[finding.status].format(year=f" {year.group()}" if year else "")


def overdue_by(reason: Reason | None) -> int:
    """Return the most days by which an act in the reason is overdue; 0 if none is."""
    if reason is None:
        return 0
    own = reason.detail.get("overdue_by", 0)
    return max([int(own), *(overdue_by(part) for part in reason.parts)])
