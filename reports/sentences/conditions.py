"""Sentences on every other kind of condition: what was read, and what it came to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from checker.facts import Place, State
from checker.findings import Cause, JudgementReport, Operand, Reason, Truth
from reports.sentences.deadlines import operand, written
from reports.sentences.facts import fact, is_absent, is_clause, missing, silence, thing, versions
from reports.sentences.figures import figures, matches, within_of
from reports.sentences.lasting import covers, first_fact, lasted, limit_overlaps, overlaps_limit, own_words
from reports.spans import Paragraph, Text, at, quote, sentence, visible
from reports.words import counted, day, labelled, listed, uncoded, value_spans

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


def _codes(reason: Reason, key: str) -> list[str]:
    codes = [code.strip() for code in re.split("[;,]", str(reason.detail.get(key, "")))]
    return [DIMENSIONS.get(code, visible(uncoded(code))) for code in codes if code]


def stated(reason: Reason) -> Paragraph:
    """Say whether something stands in the document, and in what words."""
    what = first_fact(reason)
    return fact(what) if what is not None else sentence("the document was read for it")


def compare(reason: Reason) -> Paragraph:
    """Say what a value is, beside what it is compared with."""
    if "needed" in reason.detail:
        return lasted(reason)
    if _FIGURES & set(reason.detail):
        return figures(reason)
    left, right = first_fact(reason), operand(reason, "against")
    if left is None:
        return sentence("the two could not be compared")
    if "possible" in reason.detail:
        return _counted(reason, left)
    return _two(reason, left, right)


_FIGURES = frozenset({"figure", "figure_most", "against_figure", "against_figure_most"})


def _two(reason: Reason, left: Operand, right: Operand | None) -> Paragraph:
    for side in (left, right):
        if side is not None and is_absent(side):
            return missing(side)
        if side is not None and side.state is State.DISPUTED:
            return sentence(f"two versions are given of {thing(side)}: ", versions(side))
    if isinstance(left.value, bool):
        return fact(left)
    relation = own_words(reason, "relation")
    if right is None or not relation:
        return fact(left)
    subject = f"{thing(left)}: " if is_clause(left.said) else f"{thing(left)} is "
    unit = f" {own_words(reason, 'unit')}" if "unit" in reason.detail else ""
    name = f"{thing(right)}, " if right.pointer and right.said else ""
    other: Paragraph = (Text(name), *coded(right), Text(unit))
    found: Paragraph = (*coded(left), Text(unit), *at(left.place))
    match relation, reason.truth:
        case ("is", Truth.TRUE) | ("is not", Truth.FALSE):
            return sentence(subject, found)
        case ("is", Truth.FALSE) | ("is not", Truth.TRUE):
            marked: Paragraph = (Text("“"), *other, Text("”")) if isinstance(right.value, str) else other
            return sentence(subject, found, ", not ", marked)
        case _, Truth.UNDECIDED:
            return sentence(
                subject, found, "; whether that is ", relation.removeprefix("is "), " ", other, " is not settled"
            )
        case _:
            verb = "is" if reason.truth is Truth.TRUE else "is not"
            return sentence(subject, found, f", which {verb} {relation} ", other)


def coded(operand_: Operand) -> Paragraph:
    """Return a compared value: a code as words, never in quotation marks, since no words of a file are compared."""
    if isinstance(operand_.value, str) and not hasattr(operand_.value, "title_"):
        return (Text(labelled(operand_.value)),)
    return value_spans(operand_.value, None)


def _counted(reason: Reason, listing: Operand) -> Paragraph:
    if is_absent(listing):
        return missing(listing)
    sure, possible = int(reason.detail.get("count", 0)), int(reason.detail["possible"])
    told = str(sure) if sure == possible else f"{sure} for certain, and up to {possible}"
    asked = f"; to be {own_words(reason, 'relation')} {reason.detail.get('against', '')}".rstrip()
    return sentence(f"{thing(listing)}: {told}", *at(listing.place), asked)


def between(reason: Reason) -> Paragraph:
    """Say what a value is, and the two it should lie between."""
    what = first_fact(reason)
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
    what = first_fact(reason)
    if what is None or what.state is not State.KNOWN:
        return stated(reason)
    inside = (reason.truth is Truth.TRUE) is (reason.detail.get("negated") != "yes")
    options = _options(reason)
    among = listed(options, "or")
    tail = f": {among}" if among else ""
    if len(options) == 1:
        link = ": " if is_clause(what.said) else " is "
        asked = f"; to be {'other than ' if reason.detail.get('negated') == 'yes' else ''}{among}"
        return sentence(thing(what), link, *coded(what), *at(what.place), asked)
    link = ": " if is_clause(what.said) else " is "
    return sentence(
        thing(what),
        link,
        coded(what),
        *at(what.place),
        ", one of those that count" if inside else f", which is none of those that count{tail}",
    )


def _options(reason: Reason) -> list[str]:
    return [visible(uncoded(each.strip())) for each in str(reason.detail.get("options", "")).split(";") if each.strip()]


def includes(reason: Reason) -> Paragraph:
    """Say whether a list holds an entry."""
    what, against = first_fact(reason), operand(reason, "against")
    if what is None or is_absent(what) or against is None or reason.truth is Truth.UNDECIDED:
        return stated(reason)
    inside = (reason.truth is Truth.TRUE) is (reason.detail.get("negated") != "yes")
    entry: Paragraph = value_spans(against.value, None) if against.value is not None else (Text(thing(against)),)
    if options := _options(reason):
        entry = (Text(listed(options)),)
    owner = labelled(what.owner) or thing(what)
    if is_clause(what.said):
        lead = f"{owner}: {visible(what.said)} {'includes' if inside else 'does not include'} "
        return sentence(lead, entry, *at(what.place))
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
    question = own_words(reason, "question") or (visible(report.question) if report is not None else "")
    answer = own_words(reason, "answer") or (visible(report.answer) if report is not None else "")
    asked = question if question.endswith("?") else f"{question}?"
    if Cause.DISPUTED in reason.causes:
        return sentence(f"two people of equal standing answered differently: {asked}")
    if reason.truth is Truth.UNDECIDED:
        return sentence(f"for a person to decide: {asked}")
    told_by = own_words(reason, "answered_by") or (visible(report.answered_by) if report is not None else "")
    who = told_by or "the person asked"
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
    held = len(found.value) if found is not None and isinstance(found.value, tuple) else len(reason.parts)
    size = int(reason.detail.get("of", held))
    if not size:
        return sentence(f"{name}: there is nothing there", *place)
    fits = listed(_labels(reason, Truth.TRUE))
    fails = listed(_labels(reason, Truth.FALSE))
    read = f"({counted(size, 'item')} read)"
    if reason.parts and all(part.kind == "related" for part in reason.parts) and not fits:
        right = operand(reason.parts[0], "right")
        other = labelled(right.owner or right.said) if right is not None else "it"
        if not any(part.detail.get("link") in {"group", "suggested", "days"} for part in reason.parts):
            return sentence(f"nothing among {name} is linked to {other} {read}", *place)
    match quantifier, reason.truth:
        case ("some" | "exactly one", Truth.TRUE) | ("no", Truth.FALSE):
            return sentence(f"of {name}, {fits or 'one at least'} fits {read}", *place)
        case ("some", Truth.FALSE) | ("no", Truth.TRUE):
            return sentence(f"of {name}, none fits {read}", *place)
        case "every", Truth.TRUE:
            return sentence(f"of {name}, every one fits {read}", *place)
        case "every", Truth.FALSE:
            return sentence(f"of {name}, {fails or 'one at least'} does not fit {read}", *place)
        case "exactly one", Truth.FALSE:
            return sentence(f"of {name}, {fits or 'none'} fits {read}", *place)
    if Cause.JUDGEMENT in reason.causes:
        return sentence(
            f"among {name}, nothing that can be read settles which fit ({counted(size, 'item')} read)", *place
        )
    return sentence(f"among {name}, what was read does not settle it ({counted(size, 'item')} read)", *place)


def _labels(reason: Reason, truth: Truth) -> list[str]:
    labels = [_label(part) for part in reason.parts if part.truth is truth]
    return list(dict.fromkeys(label for label in labels if label))


def _label(reason: Reason) -> str:
    if "item" in reason.detail:
        return labelled(str(reason.detail["item"]))
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
    one = (labelled(left.owner or left.said) if left is not None else "") or "the one"
    other = (labelled(right.owner or right.said) if right is not None else "") or "the other"
    relation = own_words(reason, "relation") or "answers"
    place = at(left.place if left is not None else None)
    match reason.truth, own_words(reason, "link"):
        case truth, "days":
            return _for_the_days(truth, reason, one)
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


def _for_the_days(truth: Truth, reason: Reason, one: str) -> Paragraph:
    left, day_of_move = operand(reason, "left"), operand(reason, "right")
    when = f" ({written(day_of_move)})" if written(day_of_move) else ""
    said = {
        Truth.TRUE: f"{one} is named for the days after the transfer{when}",
        Truth.FALSE: f"the entry for {one} ends before the transfer{when}",
        Truth.UNDECIDED: f"whether {one} is for the days after the transfer{when} cannot be told from its entry",
    }[truth]
    return sentence(said, *at(left.place if left is not None else None))


def on_reading(reason: Reason) -> Paragraph:
    """Say which reading of the law a step hangs on."""
    reading = own_words(reason, "meaning")
    said = {
        Truth.TRUE: "this is so on the reading of the law that is applied",
        Truth.FALSE: "this is not so on the reading of the law that is applied",
    }.get(reason.truth, "the law can be read two ways")
    return sentence(f"{said}: {reading}" if reading else said)


def exception_applies(reason: Reason) -> Paragraph:
    """Say whether an exception applies."""
    title = own_words(reason, "title") or "another exception"
    said = {Truth.TRUE: "applies", Truth.FALSE: "does not apply"}.get(reason.truth, "may apply")
    return sentence(f"{title}: it {said}")


def shows(reason: Reason) -> Paragraph:
    """Say which of the things asked for a wording gives, and which it leaves open."""
    words = first_fact(reason)
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
    words = first_fact(reason)
    owner = visible(uncoded(words.owner)) if words is not None and words.owner else "the wording"
    place = words.place if words is not None else None
    phrases = [each.strip() for each in str(reason.detail.get("found", "")).split(";") if each.strip()]
    kind = own_words(reason, "list") or "words of that kind"
    if reason.truth is Truth.TRUE and phrases:
        leaves = listed(_codes(reason, "leaves_open"))
        return sentence(f"{owner} uses ", *_phrases(phrases, place), f", which leaves open {leaves}" if leaves else "")
    said = {Truth.TRUE: f"uses {kind}", Truth.FALSE: f"uses no {kind}"}.get(reason.truth)
    return sentence(f"{owner} {said}" if said else f"the words of {owner} could not be read for it", *at(place))


def _phrases(phrases: list[str], place: Place | None) -> Paragraph:
    """Return each phrase in quotation marks, the place after the last."""
    result: Paragraph = ()
    for index, phrase in enumerate(phrases):
        between = "" if not index else " and " if index == len(phrases) - 1 else ", "
        result += (Text(between), quote(phrase, place if index == len(phrases) - 1 else None))
    return result


def to_others(reason: Reason) -> Paragraph:
    """Say that a list may hold more people than were read."""
    found = first_fact(reason)
    if found is not None and is_absent(found):
        return missing(found)
    name = thing(found) if found is not None else "the list"
    return sentence(
        f"whether {name} holds anybody else is not settled", *at(found.place if found is not None else None)
    )


CONDITIONS: Mapping[str, Callable[[Reason], Paragraph]] = {
    "stated": stated,
    "compare": compare,
    "between": between,
    "one_of": one_of,
    "includes": includes,
    "age": age,
    "within_of": within_of,
    "matches": matches,
    "some": some,
    "related": related,
    "overlaps_limit": overlaps_limit,
    "limit_overlaps": limit_overlaps,
    "covers": covers,
    "on_reading": on_reading,
    "exception_applies": exception_applies,
    "to_others": to_others,
    "shows": shows,
    "uses": uses,
}
"""The sentence of each kind of condition that stands alone."""
