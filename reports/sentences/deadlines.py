"""Sentences on acts and their time limits: on time, late by so many days, due, or open and why."""

from __future__ import annotations

from datetime import date

from checker.facts import Days, State
from checker.findings import Cause, Operand, Reason, Truth
from reports.sentences.facts import fact, is_absent, missing, silence, thing, versions
from reports.spans import Cite, Paragraph, Text, at, sentence, text, visible
from reports.words import capital, counted, day, days_words, iso_day, labelled, uncoded

_LENGTHS = ("of", "starting with")


def operand(reason: Reason, *roles: str) -> Operand | None:
    """Return the first operand of the reason in one of the roles, in their order."""
    for role in roles:
        for each in reason.operands:
            if each.role == role:
                return each
    return None


def written(found: Operand | None) -> str:
    """Return the operand's day in words, or nothing if it is not known."""
    match found.value if found is not None else None:
        case date() as value:
            return day(value)
        case Days() as value:
            return days_words(value)
        case _:
            return ""


def done(reason: Reason) -> str:
    """Return the act in the passive: ``the final plan was sent to the family``."""
    act = operand(reason, "act")
    verb = str(reason.detail.get("verb", ""))
    recipient = _recipient(reason)
    if act is None:
        return f"the act was {verb or 'done'}{recipient}"
    owner = labelled(act.owner)
    if owner and verb:
        return f"{owner} was {verb}{recipient}"
    return f"{thing(act)} took place{recipient}"


def not_done(reason: Reason) -> str:
    """Return ``the final plan is recorded as not sent to the family``."""
    act = operand(reason, "act")
    verb = str(reason.detail.get("verb", ""))
    planned = (
        f", and is planned for {written(act)}" if act is not None and act.state is State.KNOWN and written(act) else ""
    )
    if act is None or not act.owner or not verb:
        name = thing(act) if act is not None else "the act"
        return f"{name} has not happened{planned}" if planned else f"{name} is recorded as not having happened"
    if planned:
        return f"{labelled(act.owner)} has not been {verb}{_recipient(reason)}{planned}"
    return f"{labelled(act.owner)} is recorded as not {verb}{_recipient(reason)}"


def _recipient(reason: Reason) -> str:
    recipient = visible(uncoded(str(reason.detail.get("recipient", ""))))
    return f" to {recipient}" if recipient else ""


def _length(reason: Reason) -> str:
    return f"the {visible(str(reason.detail.get('limit', 'time limit')))}"


def limit_phrase(reason: Reason) -> str:
    """Return the limit as the days it leaves: ``before 15 February, that is by 14 February 2026``.

    A worked out last day is the last lawful one, a worked out first day the first.
    """
    form = str(reason.detail.get("form", "of"))
    limit = visible(str(reason.detail.get("limit", "")))
    end = _last_day(reason) or (iso_day(reason.detail["due"]) if "due" in reason.detail else "")
    first = written(operand(reason, "first_day"))
    start = operand(reason, "start", "anchor")
    by = f", that is by {end}" if end else ""
    match form:
        case "of" | "starting with" if limit:
            tail = f" {form} {thing(start)}" if start is not None and thing(start) else ""
            return f"within {limit}{tail}{by}"
        case "at least before" if limit:
            anchor = thing(start) if start is not None and thing(start) else "the day it is counted from"
            return f"at least {limit} before {anchor}{by}"
        case "between" if first and end:
            return f"from {first} to {end}"
        case "after" | "on or after" if first:
            return f"on or after {first}"
        case "on" if end or limit:
            return f"on {end or limit}"
        case "before" | "by" | "on or before" | "after" | "on or after" if limit:
            return f"{form} {limit}{by}"
        case _:
            return f"by {end}" if end else "within the time limit"


def _last_day(reason: Reason) -> str:
    return written(operand(reason, "last_day")) or written(operand(reason, "other_last_day"))


def happens(reason: Reason) -> Paragraph:
    """Return the sentence on an act within a limit. It says first how late, or how long in hand."""
    act, start = operand(reason, "act"), operand(reason, "start", "anchor")
    if "start_not_happened" in reason.detail and start is not None:
        return sentence(
            f"the time has not begun to run: {silence(start)}"
            if is_absent(start)
            else f"the time has not begun to run: {thing(start)} has not happened",
            *at(start.place),
        )
    party = operand(reason, "recipient")
    if act is None and party is not None and is_absent(party):
        return missing(party)
    match reason.truth:
        case Truth.TRUE:
            return _in_time(reason, act)
        case Truth.FALSE:
            return _out_of_time(reason, act)
        case Truth.UNDECIDED:
            return _open(reason, act, start)


def outside(part: Reason) -> Paragraph:
    """Return the sentence on an act that must not fall within a limit, given the condition that it does."""
    act = operand(part, "act")
    last = _last_day(part)
    if part.truth is Truth.UNDECIDED or not when_done(act) or not last:
        return happens(part)
    tail = f": it had to be after {last}" if part.truth is Truth.TRUE else f", after {last}"
    return sentence(done(part), f"{when_done(act)}{tail}", *at(act.place if act is not None else None))


def _in_time(reason: Reason, act: Operand | None) -> Paragraph:
    place = at(act.place if act is not None else None)
    last = _last_day(reason)
    hand = reason.detail.get("days_in_hand")
    told = f"{done(reason)}{when_done(act)}"
    if not _one_day(act):
        return sentence(told, f", {limit_phrase(reason)}", *place)
    if str(reason.detail.get("form", "of")) in _LENGTHS and last:
        if hand == 0:
            return sentence(told, f", the last day of {_length(reason)}", *place)
        inside = f", {counted(int(hand), 'day')} inside {_length(reason)}" if hand is not None else ""
        return sentence(told, inside or f", within {_length(reason)}", f", which ended on {last}", *place)
    spare = f", with {counted(int(hand), 'day')} in hand" if hand else ""
    return sentence(told, f", {limit_phrase(reason)}{spare}", *place)


def _out_of_time(reason: Reason, act: Operand | None) -> Paragraph:
    place = at(act.place if act is not None else None)
    last = _last_day(reason)
    overdue, late = reason.detail.get("overdue_by"), reason.detail.get("days_late")
    of_length = str(reason.detail.get("form", "of")) in _LENGTHS
    if overdue is not None or (act is not None and act.state is State.NOT_HAPPENED):
        ended = f"{_length(reason)} ended on {last}" if of_length and last else f"it was due {limit_phrase(reason)}"
        by = f", and it is overdue by {counted(int(overdue), 'day')}" if overdue is not None else ""
        return sentence(not_done(reason), f": {ended}{by}", *place)
    if act is not None and act.state is State.DISPUTED:
        figures = f" {counted(int(late), 'day')} late" if late is not None else " out of time"
        return sentence(f"on either version {done(reason)}{figures}: ", versions(act))
    if "days_early" in reason.detail:
        early = counted(int(reason.detail["days_early"]), "day")
        return sentence(
            done(reason), f"{when_done(act)}, {early} too early: it had to be {limit_phrase(reason)}", *place
        )
    if of_length and late is not None:
        ended = f", when the last day was {last}" if last else ""
        when = f":{when_done(act)}{ended}" if when_done(act) else ended
        return sentence(done(reason), f" {counted(int(late), 'day')} after {_length(reason)}{when}", *place)
    by = f", {counted(int(late), 'day')} late" if late is not None else ""
    return sentence(done(reason), f"{when_done(act)}{by}: it had to be {limit_phrase(reason)}", *place)


def when_done(act: Operand | None) -> str:
    """Return the day or days of an act as they follow a verb: `` on 8 June 2026``, `` in March 2026``."""
    words = written(act)
    if not words:
        return ""
    return f" on {words}" if _one_day(act) or words.startswith("a day") else f" in {words}"


def _open(reason: Reason, act: Operand | None, start: Operand | None) -> Paragraph:
    if Cause.OPEN_LAW in reason.causes:
        return sentence(f"it had to be done {limit_phrase(reason)}; whether it was turns on how the law is read")
    if start is not None and is_absent(start):
        return _without_start(reason, start)
    if start is not None and start.state is State.DISPUTED:
        return sentence(f"the day from which {_length(reason)} run is disputed: ", versions(start))
    if act is not None and act.state is State.DISPUTED:
        return sentence("two versions are given of ", thing(act), ": ", versions(act))
    if "act_before_start" in reason.detail and act is not None and start is not None:
        begun = f"{thing(start)} is dated {written(start)}"
        return sentence(done(reason), f"{when_done(act)}, before the time began: {begun}", *at(act.place))
    if Cause.NOT_YET_DUE in reason.causes or "due" in reason.detail:
        return _due(reason, act)
    if act is not None and is_absent(act):
        ended = written(operand(reason, "last_day"))
        tail = f" (the last day was {ended})" if ended else ""
        return sentence(silence(act, event=True).removesuffix(": is there one?"), tail, *at(act.place))
    if act is not None and not _one_day(act):
        return sentence(
            capital(done(reason)), f" on {written(act)}; it had to be {limit_phrase(reason)}", *at(act.place)
        )
    return sentence(f"whether {done(reason)} {limit_phrase(reason)} cannot be told from these files")


def _without_start(reason: Reason, start: Operand) -> Paragraph:
    if not str(reason.detail.get("limit", "")).endswith("s"):
        return missing(start, event=True)
    told, colon, asked = silence(start, event=True).partition(": is there ")
    name = thing(start)
    rest = f", which{told.removeprefix(name)}" if told.startswith(name) else f": {told.replace(name, 'it')}"
    return sentence(f"{_length(reason)} run from {name}{rest}", *at(start.place), f"{colon}{asked}")


def _due(reason: Reason, act: Operand | None) -> Paragraph:
    due = iso_day(reason.detail["due"]) if "due" in reason.detail else written(operand(reason, "last_day"))
    told = f"due by {due}" if due else "due, with no last day while the time limit does not bind"
    place: Paragraph = ()
    if act is not None:
        place = at(act.place)
        match act.state:
            case State.NOT_STATED:
                told += "; whether it has been done is not stated"
            case State.NOT_FOUND | State.NOT_COVERED:
                told += f"; {silence(act, event=True)}"
            case _:
                told += f"; {not_done(reason)}"
    return sentence(told, *place)


def _one_day(act: Operand | None) -> bool:
    if act is None:
        return False
    match act.value:
        case Days() as value:
            return value.known_day is not None
        case date():
            return True
        case _:
            return False


def given_by(reason: Reason, gives: str) -> tuple[Paragraph, ...]:
    """Return the sentence on the table or parameter that gives a limit or a figure, with the provision behind it."""
    if "given_by" not in reason.detail or not gives:
        return ()
    ids = str(reason.detail.get("under_ids", "")).split()
    cite = Cite(visible(str(reason.detail.get("under", ""))), ids[0] if ids else "")
    title = visible(str(reason.detail["given_by"]))
    return (sentence(f"“{title}” gives {visible(gives)} (", cite, ")"),)


def working(reason: Reason) -> tuple[Paragraph, ...]:
    """Return the sentences beneath a time limit: each day it was worked out from, and the last day."""
    result: list[Paragraph] = [*given_by(reason, str(reason.detail.get("limit", "")))]
    start, act = operand(reason, "start", "anchor"), operand(reason, "act")
    if start is not None:
        result.append(fact(start, event=True))
    last = operand(reason, "last_day")
    if last is not None and written(last) and start is not None and written(start):
        form = str(reason.detail.get("form", "of"))
        limit = visible(str(reason.detail.get("limit", "")))
        match form:
            case "of":
                counting = f"{limit} after {written(start)} end on {written(last)}, the last day"
            case "starting with":
                counting = f"{limit} of which {written(start)} is the first day end on {written(last)}, the last day"
            case "at least before":
                counting = f"{limit} before {written(start)} leave {written(last)} as the last day"
            case _:
                counting = f"the day that counts is {written(last)}"
        result.append(sentence(capital(counting)))
    other = operand(reason, "other_last_day")
    if other is not None and written(other):
        result.append(sentence(f"counted the other way, the last day is {written(other)}"))
    if act is not None:
        planned = sentence(f"{thing(act)} is planned for {written(act)}", *at(act.place))
        result.append(planned if "planned" in reason.detail and written(act) else fact(act, event=True))
    if reason.detail.get("practicable") == "yes":
        result.append(
            sentence("it must also be done as soon as practicable; only the outer limit can be tested from dates")
        )
    return tuple(result)


def has_happened(reason: Reason) -> Paragraph:
    """Return the sentence on whether an act has been done at all."""
    act = operand(reason, "act", "value")
    if act is None:
        return sentence("whether it has been done cannot be told from these files")
    match act.state:
        case State.KNOWN:
            return sentence(done(reason), when_done(act), *at(act.place))
        case State.NOT_HAPPENED:
            return sentence(not_done(reason), *at(act.place))
        case State.DISPUTED:
            return sentence("two versions are given of ", thing(act), ": ", versions(act))
        case _:
            return missing(act, event=True)


def practicable(reason: Reason) -> Paragraph:
    """Return the sentence on "as soon as practicable" where no date bounds it."""
    after = operand(reason, "start", "anchor")
    of = f" after {thing(after)}" if after is not None else ""
    return sentence(text(f"whether it was done as soon as practicable{of} is for a person to decide"), Text(""))
