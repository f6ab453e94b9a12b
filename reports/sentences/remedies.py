"""Sentences on what would meet a point, on the other reading, on each version, and beside the law."""

from __future__ import annotations

from collections.abc import Mapping

from checker.findings import (
    Alternative,
    AuthorityUsed,
    Comparison,
    ExceptionUse,
    Finding,
    Flip,
    Outcome,
    Reason,
    Truth,
)
from reports.sentences.deadlines import operand, written
from reports.sentences.reasons import Judgements, Step, step
from reports.spans import GAP, Paragraph, Span, Text, at, cite, sentence, text, visible
from reports.words import AGAINST, FOR, case_name, day, is_proposal, labelled, listed, uncoded, who_says

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
            return (text(f"{said}{of} on a day{by or ' within the time limit'}"), *value)
        case "judge":
            return (text(f"a person answering yes to “{said}”{of}"),)
        case "change":
            return (text(f"changing {said}{of}"), *value)
        case _:
            return (text(f"{said}{of}{by}"), *value)


def met_by(finding: Finding) -> tuple[Paragraph, ...]:
    """Return the sentences on what would meet the point: ways still open, then what no longer can be."""
    met = "followed" if finding.force.startswith("should") and not is_proposal(finding) else "met"
    ways = [way for way in finding.met_by if way.kind != "cannot"]
    closed = [way for way in finding.met_by if way.kind == "cannot"]
    result: list[Paragraph] = []
    for way in closed:
        due = f" Still due: {visible(way.said)}" if way.said else ""
        by = f" by {day(way.by)}" if way.by is not None and way.said else ""
        result.append(
            sentence(
                f"the time limit has passed, so this cannot now be {met}.{due}{by}"
                if due
                else f"the time limit has passed, so this cannot now be {met}"
            )
        )
    if ways:
        joined: list[Span | Paragraph] = []
        for index, way in enumerate(ways):
            between = "" if not index else ", or by " if index == len(ways) - 1 else ", by "
            joined += [Text(between), flip(way)]
        result.append(sentence(f"this would be {met} by ", *joined))
    open_ones = [
        report
        for report in finding.exceptions
        if report.use in {ExceptionUse.NOT_CLAIMED, ExceptionUse.OPEN_ON_THE_DATES}
    ]
    if open_ones and finding.outcome in AGAINST and not closed and ways:
        result.append(
            sentence("or by showing an exception: ", text(listed([visible(each.title) for each in open_ones], "or")))
        )
    if finding.suggest and finding.outcome not in FOR:
        result.append(sentence("a wording to complete: ", *_suggested(finding.suggest)))
    return tuple(result)


def _suggested(words: str) -> Paragraph:
    """Return a suggested wording, each ``[ ]`` in it a gap."""
    result: list[Span] = []
    for index, piece in enumerate(words.split("[ ]")):
        result += ([GAP] if index else []) + [text(piece)]
    return tuple(result)


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
    return tuple(Step(_version(side), (step(side.reason, judgements),)) for side in finding.versions)


def _version(side: Alternative) -> Paragraph:
    who = f", as {who_says(side.said_by)} says" if side.said_by else ""
    return sentence(
        f"if {visible(side.choice)} is right{who}", *at(side.place), f": {side.outcome.value.replace('-', ' ')}"
    )


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
    sides = [f"{visible(side.choice)} gives {side.outcome.value.replace('-', ' ')}" for side in finding.versions]
    return sentence("; ".join(sides))
