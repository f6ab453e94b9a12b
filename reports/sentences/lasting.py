"""Sentences on what lasts: closures, absences, detentions, and how much of a time limit they took."""

from __future__ import annotations

from checker.facts import Days
from checker.findings import Operand, Reason, Truth
from reports.sentences.deadlines import operand, written
from reports.sentences.facts import fact, is_absent, missing, thing
from reports.spans import Paragraph, at, sentence, visible
from reports.words import counted, day, uncoded


def first_fact(reason: Reason) -> Operand | None:
    """Return the fact a condition is about."""
    return operand(reason, "value", "words", "item", "thing", "act") or (
        reason.operands[0] if reason.operands else None
    )


def own_words(reason: Reason, key: str) -> str:
    """Return what the condition carries under ``key``, as words."""
    return visible(uncoded(str(reason.detail.get(key, ""))))


def lasted(reason: Reason) -> Paragraph:
    """Say how long something lasted, and how long it had to last."""
    absent = next((each for each in reason.operands if is_absent(each)), None)
    if absent is not None:
        return missing(absent, event=True)
    ends = [each for each in reason.operands if each.role == "value"]
    from_to = f"from {written(ends[0])} to {written(ends[-1])} is " if len(ends) > 1 else "it lasted "
    needed = f"; {own_words(reason, 'limit')} is {counted(int(reason.detail['needed']), 'day')} here"
    days = counted(int(reason.detail.get("days", 0)), "day")
    return sentence(from_to, days, needed, *at(ends[0].place if ends else None))


def overlaps_limit(reason: Reason) -> Paragraph:
    """Say how much of a time limit something that lasted took up, and how much was needed."""
    what = first_fact(reason)
    absent = next((each for each in reason.operands if is_absent(each)), None)
    if absent is not None:
        return missing(absent, event=True)
    name = thing(what) if what is not None else "it"
    ends = [each for each in reason.operands if each.role == "value"]
    lasted = f", {written(what)}," if what is not None and isinstance(what.value, Days) else ""
    if len(ends) > 1:
        name, lasted = f"the time from {written(ends[0])} to {written(ends[1])}", ""
    need = f"; at least {own_words(reason, 'limit')} is needed" if "limit" in reason.detail else ""
    short = days_short(reason)
    by = f", and it is {counted(int(short), 'day')} short" if short else ""
    if "days" in reason.detail:
        took = f" took up {counted(int(reason.detail['days']), 'day')} of the time limit"
    else:
        took = {
            Truth.TRUE: " took up enough of the time limit",
            Truth.FALSE: " did not take up enough of the time limit",
        }.get(reason.truth, " may or may not have taken up enough of the time limit")
    return sentence(name, lasted, took, need, by, *at(what.place if what is not None else None))


def days_short(reason: Reason) -> int:
    """Return by how many days something fell short of the length asked for; 0 if it did not, or none is known."""
    if reason.truth is not Truth.FALSE or "needed" not in reason.detail or "days" not in reason.detail:
        return 0
    most = max(int(reason.detail["days"]), int(reason.detail.get("days_most", 0)))
    return max(int(reason.detail["needed"]) - most, 0)


def limit_overlaps(reason: Reason) -> Paragraph:
    """Say whether a time limit ran during a period the law names."""
    against = operand(reason, "against")
    days = against.value if against is not None else None
    period = ""
    if isinstance(days, Days) and days.first is not None and days.last is not None:
        period = f" from {day(days.first)} to {day(days.last)}"
    said = {Truth.TRUE: "ran in part", Truth.FALSE: "did not run", Truth.UNDECIDED: "may have run"}[reason.truth]
    return sentence(f"the time limit {said} during the period{period}")


def covers(reason: Reason) -> Paragraph:
    """Say whether a day falls within something that lasts."""
    what, on = first_fact(reason), operand(reason, "on", "against", "day")
    if what is None or is_absent(what):
        return fact(what) if what is not None else sentence("the document was read for it")
    when = written(on) or "the day that counts"
    ends = [each for each in reason.operands if each.role == "value"]
    if len(ends) > 1:
        until = f"to {written(ends[1])}" if written(ends[1]) else "with no end given"
        said = {Truth.TRUE: "falls in", Truth.FALSE: "does not fall in", Truth.UNDECIDED: "may fall in"}[reason.truth]
        return sentence(f"{when} {said} the time from {written(ends[0])} {until}", *at(what.place))
    said = {Truth.TRUE: "covers", Truth.FALSE: "does not cover", Truth.UNDECIDED: "may cover"}[reason.truth]
    return sentence(f"{thing(what)} {said} {when}", *at(what.place))
