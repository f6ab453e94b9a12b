"""Sentences on every other kind of condition: what was read, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.facts import Days, State
from checker.findings import Cause, JudgementReport, Operand, Reason, Truth
from reports.sentences.deadlines import operand, written
from reports.sentences.facts import fact, is_absent, is_clause, missing, silence, thing, versions
from reports.spans import Paragraph, Quote, at, quote, sentence, visible
from reports.words import counted, day, iso_day, labelled, listed, uncoded, value_spans

DIMENSIONS = {
    "frequency": "how often",
    "duration": "how long each time",
    "amount": "how much in all",
    "ratio": "the ratio of staff to pupils",
    "group_size": "the size of the group",
    "deliverer": "who delivers it",
    "qualification": "what training they have",
    "setting_of_delivery": "where",
    "start": "from when",
    "end": "until when",
    "review": "when it is reviewed",
    "minimum": "the least that will be provided",
    "covers": "which lessons or times",
}
"""What a wording may show or leave open, as a reader would ask for it."""


def _value(reason: Reason) -> Operand | None:
    return operand(reason, "value", "words", "item", "thing", "act") or (
        reason.operands[0] if reason.operands else None
    )


def _own(reason: Reason, key: str) -> str:
    return visible(uncoded(str(reason.detail.get(key, ""))))


def _codes(reason: Reason, key: str) -> list[str]:
    codes = [code.strip() for code in str(reason.detail.get(key, "")).split(",")]
    return [DIMENSIONS.get(code, visible(uncoded(code))) for code in codes if code]


def stated(reason: Reason) -> Paragraph:
    """Say whether something stands in the document, and in what words."""
    what = _value(reason)
    return fact(what) if what is not None else sentence("the document was read for it")


def compare(reason: Reason) -> Paragraph:
    """Say what a value is, beside what it is compared with."""
    left, right = _value(reason), operand(reason, "against")
    if left is None:
        return sentence("the two could not be compared")
    for side in (left, right):
        if side is not None and is_absent(side):
            return missing(side)
        if side is not None and side.state is State.DISPUTED:
            return sentence(f"two versions are given of {thing(side)}: ", versions(side))
    if isinstance(left.value, bool):
        return fact(left)
    relation = _own(reason, "relation")
    if right is None or not relation:
        return fact(left)
    subject = f"{thing(left)}: " if is_clause(left.said) else f"{thing(left)} is "
    unit = f" {_own(reason, 'unit')}" if "unit" in reason.detail else ""
    value = value_spans(left.value, left.place)
    place = () if any(isinstance(span, Quote) for span in value) else at(left.place)
    asked = relation.removeprefix("is ").removeprefix("is")
    against = f"{thing(right)}, " if right.pointer and right.said else ""
    return sentence(
        subject,
        value,
        unit,
        *place,
        f"; it is compared with {against}" if not asked else f"; to be {asked} {against}",
        value_spans(right.value, right.place),
        unit,
    )


def between(reason: Reason) -> Paragraph:
    """Say what a value is, and the two it should lie between."""
    what = _value(reason)
    if what is None or what.state is not State.KNOWN:
        return stated(reason)
    low, high = operand(reason, "low", "first_day"), operand(reason, "high", "last_day", "against")
    if low is None or high is None:
        return fact(what)
    return sentence(
        f"{thing(what)} is ",
        value_spans(what.value, None),
        *at(what.place),
        "; to be from ",
        value_spans(low.value, None),
        " to ",
        value_spans(high.value, None),
    )


def one_of(reason: Reason) -> Paragraph:
    """Say what a value is, and whether it is one of those listed."""
    what = _value(reason)
    if what is None or what.state is not State.KNOWN:
        return stated(reason)
    inside = (reason.truth is Truth.TRUE) is (reason.detail.get("negated") != "yes")
    among = listed(_codes(reason, "codes"), "or") or _own(reason, "checklist")
    tail = f": {among}" if among else ""
    link = ": " if is_clause(what.said) else " is "
    return sentence(
        thing(what),
        link,
        value_spans(what.value, None),
        *at(what.place),
        ", one of those that count" if inside else f", which is none of those that count{tail}",
    )


def includes(reason: Reason) -> Paragraph:
    """Say whether a list holds an entry."""
    what, against = _value(reason), operand(reason, "against")
    if what is None or is_absent(what) or against is None or reason.truth is Truth.UNDECIDED:
        return stated(reason)
    inside = (reason.truth is Truth.TRUE) is (reason.detail.get("negated") != "yes")
    entry = value_spans(against.value, None) if against.value is not None else sentence(thing(against))[:-1]
    owner = labelled(what.owner) or thing(what)
    return sentence(f"{owner} {'gives' if inside else 'does not give'} ", entry, *at(what.place))


def age(reason: Reason) -> Paragraph:
    """Say how old the child was on the day that counts."""
    born, on = operand(reason, "born"), operand(reason, "on", "anchor", "start")
    for each in (born, on):
        if each is not None and is_absent(each):
            return missing(each)
    place = at(born.place if born is not None else None)
    when = f" on {written(on)}" if written(on) else ""
    if "age" in reason.detail and reason.truth is not Truth.UNDECIDED:
        birth = f", born on {written(born)}" if written(born) else ""
        return sentence(f"the child was {reason.detail['age']}{when}{birth}", *place)
    return sentence(
        f"whether the child was {reason.detail.get('years', 'of that age')}{when} turns on which day is right", *place
    )


def judged(reason: Reason, judgements: Mapping[str, JudgementReport]) -> Paragraph:
    """Say what a person was asked, who answered and what, or that nobody has."""
    report = judgements.get(str(reason.detail.get("judgement", "")))
    question = _own(reason, "question") or (visible(report.question) if report is not None else "")
    answer = _own(reason, "answer") or (visible(report.answer) if report is not None else "")
    asked = question if question.endswith("?") else f"{question}?"
    if reason.truth is Truth.UNDECIDED and not answer:
        return sentence(f"for a person to decide: {asked}")
    who = visible(report.answered_by) if report is not None and report.answered_by else "the person asked"
    on = f" on {day(report.answered_on)}" if report is not None and report.answered_on is not None else ""
    return sentence(
        f"{who} answered {answer or ('yes' if reason.truth is Truth.TRUE else 'no')}{on} to “{asked}”",
        *at(report.answer_place if report is not None else None),
    )


def some(reason: Reason) -> Paragraph:
    """Say how many of the items looked at fit."""
    found = operand(reason, "list")
    name = thing(found) if found is not None else "the list"
    quantifier = str(reason.detail.get("quantifier", "some"))
    if found is not None and is_absent(found):
        return missing(found)
    place = at(found.place if found is not None else None)
    size = len(found.value) if found is not None and isinstance(found.value, tuple) else len(reason.parts)
    if not size:
        return sentence(f"{name}: there is nothing there", *place)
    fits = listed(_labels(reason, Truth.TRUE))
    fails = listed(_labels(reason, Truth.FALSE))
    match quantifier, reason.truth:
        case "some", Truth.TRUE:
            return sentence(f"among {name}, this is so of {fits or 'one at least'}", *place)
        case "some", Truth.FALSE:
            return sentence(f"among {name}, this is so of none ({counted(size, 'item')} read)", *place)
        case "every", Truth.TRUE:
            return sentence(f"among {name}, this is so of every one ({counted(size, 'item')} read)", *place)
        case "every", Truth.FALSE:
            return sentence(f"among {name}, this is not so of {fails or 'one at least'}", *place)
        case "no", Truth.TRUE:
            return sentence(f"among {name}, this is so of none ({counted(size, 'item')} read)", *place)
        case "no", Truth.FALSE:
            return sentence(f"among {name}, this is so of {fits or 'one at least'}", *place)
        case "exactly one", Truth.TRUE | Truth.FALSE:
            return sentence(f"among {name}, this is so of {fits or 'none'}", *place)
    if Cause.JUDGEMENT in reason.causes:
        return sentence(
            f"among {name}, nothing that can be read settles which fit ({counted(size, 'item')} read)", *place
        )
    return sentence(f"among {name}, what was read does not settle it ({counted(size, 'item')} read)", *place)


def _labels(reason: Reason, truth: Truth) -> list[str]:
    labels = [_label(part) for part in reason.parts if part.truth is truth]
    return list(dict.fromkeys(label for label in labels if label))


def _label(reason: Reason) -> str:
    item = operand(reason, "item")
    if item is not None:
        return visible(uncoded(item.owner or item.said))
    for each in reason.operands:
        if each.owner:
            return visible(uncoded(each.owner))
    return next((label for part in reason.parts if (label := _label(part))), "")


def related(reason: Reason) -> Paragraph:
    """Say whether the document links two things, or what it leaves open."""
    left, right = operand(reason, "left"), operand(reason, "right")
    one = visible(uncoded(left.owner or left.said)) if left is not None else "the one"
    other = visible(uncoded(right.owner or right.said)) if right is not None else "the other"
    relation = _own(reason, "relation") or "answers"
    place = at(left.place if left is not None else None)
    match reason.truth, _own(reason, "link"):
        case Truth.FALSE, link if link not in {"none", "group", "suggested"}:
            return sentence(f"the document says in words that nothing {relation} {other}", *place)
        case _, "one":
            return sentence(f"the document says that {one} {relation} {other}", *place)
        case _, "group":
            return sentence(
                f"a group that holds both {one} and {other} is linked; which answers which is not said", *place
            )
        case _, "suggested":
            return sentence(f"{one} looks as if it {relation} {other}; the document does not say so", *place)
        case _:
            return sentence(f"nothing in the document links {one} and {other}", *place)


def overlaps_limit(reason: Reason) -> Paragraph:
    """Say how much of a time limit something that lasted took up, and how much was needed."""
    what = _value(reason)
    absent = next((each for each in reason.operands if is_absent(each)), None)
    if absent is not None:
        return missing(absent, event=True)
    name = thing(what) if what is not None else "it"
    lasted = f", {written(what)}," if what is not None and isinstance(what.value, Days) else ""
    need = f"; at least {_own(reason, 'at_least')} is needed" if "at_least" in reason.detail else ""
    short = reason.detail.get("short_by")
    by = f", and it is {counted(int(short), 'day')} short" if short else ""
    if "days" in reason.detail:
        took = f" took up {counted(int(reason.detail['days']), 'day')} of the time limit"
    else:
        took = {
            Truth.TRUE: " took up enough of the time limit",
            Truth.FALSE: " did not take up enough of the time limit",
        }.get(reason.truth, " may or may not have taken up enough of the time limit")
    return sentence(name, lasted, took, need, by, *at(what.place if what is not None else None))


def limit_overlaps(reason: Reason) -> Paragraph:
    """Say whether a time limit ran during a period the law names."""
    period = ""
    if "first" in reason.detail and "last" in reason.detail:
        period = f" from {iso_day(reason.detail['first'])} to {iso_day(reason.detail['last'])}"
    said = {Truth.TRUE: "ran in part", Truth.FALSE: "did not run", Truth.UNDECIDED: "may have run"}[reason.truth]
    return sentence(f"the time limit {said} during the period{period}")


def covers(reason: Reason) -> Paragraph:
    """Say whether a day falls within something that lasts."""
    what, on = _value(reason), operand(reason, "on", "against", "day")
    if what is None or is_absent(what):
        return stated(reason)
    when = written(on) or "the day that counts"
    said = {Truth.TRUE: "covers", Truth.FALSE: "does not cover", Truth.UNDECIDED: "may cover"}[reason.truth]
    return sentence(f"{thing(what)} {said} {when}", *at(what.place))


def on_reading(reason: Reason) -> Paragraph:
    """Say which reading of the law a step hangs on."""
    reading = _own(reason, "meaning") or _own(reason, "reading")
    said = {Truth.TRUE: "the reading applied", Truth.FALSE: "the reading not applied"}.get(
        reason.truth, "the law can be read two ways"
    )
    return sentence(f"{said}: {reading}" if reading else said)


def exception_applies(reason: Reason) -> Paragraph:
    """Say whether an exception applies."""
    title = _own(reason, "title") or "the exception"
    said = {Truth.TRUE: "applies", Truth.FALSE: "does not apply"}.get(reason.truth, "may apply")
    return sentence(f"{title}: it {said}")


def shows(reason: Reason) -> Paragraph:
    """Say which of the things asked for a wording gives, and which it leaves open."""
    words = _value(reason)
    found, missing = _codes(reason, "found"), _codes(reason, "missing")
    if not found and not missing:
        asked = _codes(reason, "dimensions")
        found, missing = (asked, []) if reason.truth is Truth.TRUE else ([], asked)
    owner = visible(uncoded(words.owner)) if words is not None and words.owner else "the wording"
    place = at(words.place if words is not None else None)
    if words is not None and is_absent(words):
        return sentence(silence(words), *place)
    gives = f"{owner} says {listed(found)}" if found else ""
    leaves = f"leaves open {listed(missing)}" if missing else ""
    told = f"{gives} and {leaves}" if gives and leaves else gives or f"{owner} {leaves or 'was read for what it shows'}"
    return sentence(told, *place)


def uses(reason: Reason) -> Paragraph:
    """Say which vague words a wording uses."""
    words = _value(reason)
    owner = visible(uncoded(words.owner)) if words is not None and words.owner else "the wording"
    place = words.place if words is not None else None
    phrase = visible(str(reason.detail.get("phrase", reason.detail.get("words", ""))))
    if reason.truth is Truth.TRUE and phrase:
        return sentence(f"{owner} uses ", quote(phrase, place))
    said = {Truth.TRUE: "uses words of that kind", Truth.FALSE: "uses no words of that kind"}.get(reason.truth)
    return sentence(f"{owner} {said}" if said else f"the words of {owner} could not be read for it", *at(place))


CONDITIONS: Mapping[str, Callable[[Reason], Paragraph]] = {
    "stated": stated,
    "compare": compare,
    "between": between,
    "one_of": one_of,
    "includes": includes,
    "age": age,
    "some": some,
    "related": related,
    "overlaps_limit": overlaps_limit,
    "limit_overlaps": limit_overlaps,
    "covers": covers,
    "on_reading": on_reading,
    "exception_applies": exception_applies,
    "shows": shows,
    "uses": uses,
}
"""The sentence of each kind of condition that stands alone."""
