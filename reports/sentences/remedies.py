"""Sentences on what would meet a point, on the other reading, on each version, and beside the law."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.findings import (
    Alternative,
    AuthorityUsed,
    Comparison,
    ExceptionUse,
    Finding,
    Flag,
    Flip,
    Operand,
    Outcome,
    Reason,
    Truth,
    is_proposal,
)
from reports.sentences.deadlines import operand, written
from reports.sentences.reasons import Judgements, Step, step
from reports.spans import GAP, Paragraph, Span, Text, at, cite, plain, sentence, text, visible
from reports.words import AGAINST, FOR, case_name, day, labelled, listed, uncoded, value_spans, who_says

_NAMED_GAP = re.compile(r"\[[a-z_ ]*\]")
_MOST_WAYS = 3

Authorities = Mapping[str, AuthorityUsed]


def flip(way: Flip) -> Paragraph:
    """Return one way to meet a point, as what comes after "by": no value is invented, a gap is ``[ ]``."""
    said, owner = visible(way.said), labelled(way.owner)
    value: Paragraph = ()
    if way.gap:
        value = (Text(": "), GAP)
    elif way.value:
        value = (text(f": {uncoded(way.value)}"),)
    by = f" by {day(way.by)}" if way.by is not None else ""
    of = f" ({owner})" if owner and owner.lower() not in said.lower() else ""
    match way.kind:
        case "state":
            where = f" in {owner}" if owner else ""
            return (text(f"writing down {said}{where}"), *value)
        case "remove":
            return (text(f"taking out {said}{of}"), *value)
        case "do":
            return (text(f"{said}{of}{by}"), *value)
        case "date":
            return (text(f"{said}{of}{by or ' within the time limit'}"),)
        case "link":
            return (text(f"stating that {owner} {said} {labelled(way.value)}"),)
        case "judge":
            return (text(f"a person answering {way.value or 'yes'} to “{said}”{of}"),)
        case "change" if way.value:
            return (text(f"changing {said}{of} to {labelled(way.value)}"),)
        case "change":
            return (text(f"changing {said}{of}"), *value)
        case _:
            return (text(f"{said}{of}{by}"), *value)


def met_by(finding: Finding) -> tuple[Paragraph, ...]:
    """Return the sentences on what would meet the point: ways still open, then what no longer can be."""
    met = "followed" if finding.force.startswith("should") and not is_proposal(finding) else "met"
    overdue = Flag.OVERDUE in finding.flags
    late = [way for way in finding.met_by if way.kind == "cannot"]
    due = [way for way in finding.met_by if way.kind == "do" and overdue]
    passed = {way.way for way in (*late, *due)}
    ways = _worth_telling([way for way in finding.met_by if way.way not in passed])
    result: list[Paragraph] = []
    if late or due:
        days = sorted({way.by for way in late if way.by is not None})
        on = f" on {day(days[-1])}" if days else ""
        result.append(sentence(f"the time limit passed{on}, so this cannot now be {met}"))
    if due:
        still: list[Paragraph] = [flip(way) for way in due]
        result.append(sentence("still due: ", *((*_also(index), *told) for index, told in enumerate(still))))
    if ways:
        joined: list[Span | Paragraph] = []
        numbers = list(dict.fromkeys(way.way for way in ways))
        for index, number in enumerate(numbers):
            between = "" if not index else ", or by " if index == len(numbers) - 1 else ", by "
            for place, way in enumerate(way for way in ways if way.way == number):
                joined += [Text(" and " if place else between), flip(way)]
        result.append(sentence(f"this would be {met} by ", *joined))
    open_ones = [
        report
        for report in finding.exceptions
        if report.use in {ExceptionUse.NOT_CLAIMED, ExceptionUse.OPEN_ON_THE_DATES}
    ]
    if open_ones and finding.outcome in AGAINST and ways:
        result.append(
            sentence("or by showing an exception: ", text(listed([visible(each.title) for each in open_ones], "or")))
        )
    if finding.suggest and finding.outcome not in FOR:
        result.append(sentence("a wording to complete: ", *_suggested(finding.suggest)))
    return tuple(result)


def _worth_telling(ways: list[Flip]) -> list[Flip]:
    """Return the ways a reader could take: to change what a file says only where nothing else would do."""
    changes = {way.way for way in ways if way.kind == "change"}
    others = {way.way for way in ways} - changes
    kept = sorted(others) or sorted(changes)
    if not others and len(kept) > _MOST_WAYS:
        return []
    return [way for way in ways if way.way in kept[:_MOST_WAYS]]


def _also(index: int) -> Paragraph:
    return (Text("; "),) if index else ()


def _suggested(words: str) -> Paragraph:
    """Return a suggested wording, what nobody has given left in square brackets."""
    return (text(_NAMED_GAP.sub(lambda gap: gap.group().replace("_", " "), words)),)


def _known_from_summaries(name: str, authorities: Authorities) -> bool:
    return any(
        used.known_from_summaries and name and (name in (used.id, used.citation, used.title) or name in used.citation)
        for used in authorities.values()
    )


def reading(finding: Finding, judgements: Judgements, authorities: Authorities) -> tuple[Step, ...]:
    """Return each reading of the law the point turns on, with the outcome and the day it would fall."""
    result: list[Step] = []
    settled = any(side.said_by for side in finding.readings)
    for side in finding.readings:
        words = visible(uncoded(side.choice))
        outcome = side.outcome.value.replace("-", " ")
        falls = _fall(side.reason)
        when = f", the last day being {falls}" if falls else ""
        if side.said_by:
            source = f"on the reading in {case_name(side.said_by, authorities)}"
            seen = " (known from summaries)" if _known_from_summaries(side.said_by, authorities) else ""
            told = sentence(f"{source}{seen}, {words}: {outcome}{when}")
        elif settled:
            change = "would be" if side.outcome is not finding.outcome else "would also be"
            told = sentence(f"on the other reading, {words}, this {change} {outcome}{when}")
        else:
            told = sentence(f"on the reading that {words}: {outcome}{when}")
        result.append(Step(told, (step(side.reason, judgements),)))
    if result and not settled:
        result.append(Step(sentence("the law can be read these ways, and this report does not choose between them")))
    return tuple(result)


def _fall(reason: Reason) -> str:
    found = operand(reason, "last_day")
    if found is not None and written(found):
        return written(found)
    return next((told for part in reason.parts if (told := _fall(part))), "")


def version(finding: Finding, judgements: Judgements) -> tuple[Step, ...]:
    """Return what the point would be on each version of a disputed fact."""
    return tuple(Step(_version(side, finding), (step(side.reason, judgements),)) for side in finding.versions)


def _version(side: Alternative, finding: Finding) -> Paragraph:
    who = f", as {who_says(side.said_by)} says" if side.said_by else ""
    told = f": {side.outcome.value.replace('-', ' ')}"
    return sentence(f"if {_choice(side, finding)} is right{who}", *at(side.place), told)


def _choice(side: Alternative, finding: Finding) -> str:
    """Return the version in words: a number stands for the place of the version in the disputed fact."""
    if not side.choice.isdigit():
        return visible(side.choice)
    roots = (finding.trigger, finding.reason, side.reason, *(line.reason for line in finding.lines))
    for each in (found for root in roots if root is not None for found in _operands(root)):
        if each.pointer == side.name and int(side.choice) < len(each.versions):
            return plain(value_spans(each.versions[int(side.choice)][0], None))
    if side.place is not None and side.place.words:
        return f"“{visible(side.place.words)}”"
    return f"the version numbered {int(side.choice) + 1}"


def _operands(reason: Reason) -> tuple[Operand, ...]:
    return (*reason.operands, *(each for part in reason.parts for each in _operands(part)))


def figures(finding: Finding) -> str:
    """Return the figures of the versions where they differ and the outcome does not: ``14 or 21 days late``."""
    outcomes = {side.outcome for side in finding.versions}
    for key, tail in (("days_late", "days late"), ("overdue_by", "days overdue")):
        days = sorted({found for side in finding.versions if (found := _figure(side.reason, key)) is not None})
        if len(outcomes) == 1 and len(days) > 1:
            return f"{listed([str(each) for each in days], 'or')} {tail}"
    return ""


def _figure(reason: Reason, key: str) -> int | None:
    if key in reason.detail and reason.truth is Truth.FALSE:
        return int(reason.detail[key])
    return next((found for part in reason.parts if (found := _figure(part, key)) is not None), None)


def beside_law(comparison: Comparison) -> Paragraph:
    """Return the law on the same point first, and how the proposal stands to it."""
    law: Paragraph = (cite(comparison.law_citation),)
    outcome = comparison.law_outcome
    said = (
        f" on the same facts: {outcome.value.replace('-', ' ')}"
        if outcome is not None
        else " is the law on the same point"
    )
    if comparison.contrary_now:
        return sentence("the law today, ", law, said, "; following the proposal would be contrary to ", law, " today")
    relation = comparison.relation.removeprefix("as ")
    tail = {
        "same": "the proposal asks for the same",
        "stricter": "the proposal asks for more than the law does",
        "looser": "the proposal asks for less than the law does, and the law stands",
        "contrary": "the proposal can collide with it, though not on these facts",
    }.get(relation, "the proposal is about the same point")
    return sentence("the law today, ", law, f"{said}; {tail}")


def disputed_outcome(finding: Finding) -> Paragraph | None:
    """Return the sentence that says which outcome each version gives, where they differ."""
    if not finding.versions:
        return None
    if told := figures(finding):
        return sentence(f"on either version it is {told}")
    if finding.outcome is not Outcome.DISPUTED:
        return None
    sides = [f"{_choice(side, finding)} gives {side.outcome.value.replace('-', ' ')}" for side in finding.versions]
    return sentence("; ".join(sides))
