"""A finding as a point: what happened in a sentence or two, the provision, and the whole reason beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.findings import AuthorityUsed, Finding, JudgementReport, Line, Outcome, Truth
from dsl.tree import Citation
from reports.parts import part_of
from reports.sentences import exceptions, remedies
from reports.sentences.reasons import Judgements, Step, key_sentences, step
from reports.spans import Paragraph, Text, at, cite, plain, quote, sentence, text, visible
from reports.words import (
    AGAINST,
    ASIDE,
    FOR,
    capital,
    day,
    iso_day,
    labelled,
    listed,
    outcome_words,
    overdue_by,
    uncoded,
)

_STANDS = {
    "in force": "in force",
    "guidance": "guidance",
    "condition of grant": "a condition of grant",
    "local policy": "local policy",
    "practice": "practice",
}
_MOST_IN_HEAD = 4


@dataclass(frozen=True)
class Block:
    """Numbered sentences under one heading."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Point:
    """A finding for readers.

    ``head`` are the sentences that stand where only one or two fit; ``words`` quotes what
    the point is about, if that has words; ``blocks`` hold the whole reason. ``carried`` are
    the findings on the same fact, which this point speaks for.
    """

    number: int
    part: int | str
    finding: Finding
    outcome: str
    about: str
    words: Paragraph
    head: tuple[Paragraph, ...]
    authority: Paragraph
    met_by: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    carried: tuple[Finding, ...]
    first: bool


def point(
    finding: Finding,
    number: int,
    carried: tuple[Finding, ...],
    authorities: Mapping[str, AuthorityUsed],
    *,
    first: bool,
) -> Point:
    """Return ``finding`` as the point of that number."""
    judgements: Judgements = {report.name: report for report in finding.judgements}
    return Point(
        number=number,
        part=part_of(finding),
        finding=finding,
        outcome=outcome_words(finding, authorities),
        about=labelled(finding.about.label),
        words=_about(finding),
        head=_head(finding, judgements),
        authority=_authority(finding, authorities),
        met_by=remedies.met_by(finding) if finding.outcome not in (*FOR, *ASIDE) else (),
        blocks=_blocks(finding, judgements, carried, authorities),
        carried=carried,
        first=first,
    )


def numbered(item: Point) -> Iterator[tuple[str, int, str, Step]]:
    """Yield each sentence beneath a point: its number, its depth, the heading it begins (or empty), the step."""
    count = 0

    def walk(steps: tuple[Step, ...], depth: int, title: str) -> Iterator[tuple[str, int, str, Step]]:
        nonlocal count
        for index, each in enumerate(steps):
            count += 1
            yield f"{item.number}.{count}", depth, title if not index else "", each
            yield from walk(each.parts, depth + 1, "")

    for block in item.blocks:
        yield from walk(block.steps, 0, block.title)


def _about(finding: Finding) -> Paragraph:
    place = finding.about.place
    # A line of a record has no words of its own that anyone would know it by.
    return (quote(place.words, place, 200),) if place is not None and place.words and place.part else ()


def _head(finding: Finding, judgements: Judgements) -> tuple[Paragraph, ...]:
    if finding.outcome is Outcome.NOTHING_TO_CHECK:
        return (*_key(finding, judgements), sentence("there is nothing here for it to be tested on"))[:1]
    if finding.trigger is not None and finding.trigger.truth is not Truth.TRUE and finding.outcome not in FOR:
        why = key_sentences(finding.trigger, judgements)[:2]
        if finding.outcome is Outcome.DOES_NOT_APPLY:
            return why
        return (*why, *_supposed(finding, judgements))
    sentences = _line_heads(finding, judgements) or _key(finding, judgements)
    disputed = remedies.disputed_outcome(finding)
    recorded = finding.reason_recorded
    reason: tuple[Paragraph, ...] = ()
    if recorded is not None and finding.outcome is Outcome.DEPARTED_FROM and isinstance(recorded.value, str):
        reason = (sentence("the reason recorded: ", quote(recorded.value, recorded.place)),)
    heads = (*sentences[:_MOST_IN_HEAD], *((disputed,) if disputed else ()), *exceptions.headline(finding), *reason)
    return heads or (sentence("what was read does not settle it"),)


def _supposed(finding: Finding, judgements: Judgements) -> tuple[Paragraph, ...]:
    if finding.reason is None:
        return ()
    told = key_sentences(finding.reason, judgements)[:1]
    return tuple(sentence("if it applied: ", _small(each)) for each in told)


def _small(paragraph: Paragraph) -> Paragraph:
    first = paragraph[0]
    return (Text(first.text[:1].lower() + first.text[1:]), *paragraph[1:]) if isinstance(first, Text) else paragraph


def _key(finding: Finding, judgements: Judgements) -> tuple[Paragraph, ...]:
    return key_sentences(finding.reason, judgements) if finding.reason is not None else ()


def line_words(line: Line) -> str:
    """Return the outcome of one recipient's line in words."""
    words = line.outcome.value.replace("-", " ")
    days = overdue_by(line.reason)
    return f"{words}, overdue by {days} days" if days and line.outcome in AGAINST else words


def recipient(line: Line) -> str:
    """Return who a line is for."""
    return visible(uncoded(line.recipient))


def _line_heads(finding: Finding, judgements: Judgements) -> tuple[Paragraph, ...]:
    if not finding.lines:
        return ()
    worst = [line for line in finding.lines if line.outcome is finding.outcome]
    others = [line for line in finding.lines if line not in worst]
    result: list[Paragraph] = []
    for line in worst:
        result += key_sentences(line.reason, judgements)[:1]
    for outcome in dict.fromkeys(line_words(line) for line in others):
        names = listed(recipient(line) for line in others if line_words(line) == outcome)
        result.append(sentence(f"to {names}: {outcome}"))
    return tuple({plain(each): each for each in result}.values())


def _authority(finding: Finding, authorities: Mapping[str, AuthorityUsed]) -> Paragraph:
    used = next((authorities[each] for each in finding.source.authorities if each in authorities), None)
    since = ""
    if used is not None and used.in_force_from and finding.status in _STANDS:
        since = f" since {_since(used.in_force_from)}"
    stands = f", {_STANDS[finding.status]}{since}" if finding.status in _STANDS else ""
    words = f": “{visible(used.words)}”" if used is not None and used.words else ""
    return sentence(cite(finding.source), f" ({finding.force}{stands})", words)


def _since(written: str) -> str:
    try:
        return iso_day(written)
    except ValueError:
        return visible(written)


def _blocks(
    finding: Finding, judgements: Judgements, carried: tuple[Finding, ...], authorities: Mapping[str, AuthorityUsed]
) -> tuple[Block, ...]:
    blocks = [
        Block("Why", _why(finding, judgements)),
        *_judgement_blocks(finding, judgements),
        Block("Exceptions", tuple(exceptions.detail(each, judgements) for each in finding.exceptions)),
        Block(
            "Circumstances that change whom it binds",
            tuple(
                Step(exceptions.guard(each), (step(each.reason, judgements),) if each.reason is not None else ())
                for each in finding.guards
            ),
        ),
        Block("How the law is read", remedies.reading(finding, judgements, authorities)),
        Block("On each version", remedies.version(finding, judgements)),
        Block("What would meet it", _met_by_steps(finding)),
        Block("Beside the law", tuple(Step(remedies.beside_law(each)) for each in finding.comparisons)),
        Block("On the same fact", tuple(Step(_carried(each, authorities)) for each in carried)),
        Block("The provision", _provisions(finding, authorities)),
    ]
    return tuple(block for block in blocks if block.steps)


def _met_by_steps(finding: Finding) -> tuple[Step, ...]:
    return tuple(Step(each) for each in remedies.met_by(finding)) if finding.outcome not in (*FOR, *ASIDE) else ()


def _why(finding: Finding, judgements: Judgements) -> tuple[Step, ...]:
    steps: list[Step] = []
    if finding.trigger is not None:
        head = {
            Truth.TRUE: "it applies:",
            Truth.FALSE: "it does not apply:",
            Truth.UNDECIDED: "whether it applies is not settled:",
        }[finding.trigger.truth]
        steps.append(Step(sentence(head), (step(finding.trigger, judgements),)))
    steps += [
        Step(sentence(f"to {recipient(line)}: {line_words(line)}"), (step(line.reason, judgements),))
        for line in finding.lines
    ]
    if finding.reason is not None and not finding.lines and finding.outcome is not Outcome.DOES_NOT_APPLY:
        steps.append(step(finding.reason, judgements))
    if finding.reason_recorded is not None and isinstance(finding.reason_recorded.value, str):
        told = sentence("the reason recorded: ", quote(finding.reason_recorded.value, finding.reason_recorded.place))
        steps.append(Step(told))
    return tuple(steps)


def _judgement_blocks(finding: Finding, judgements: Judgements) -> tuple[Block, ...]:
    return tuple(
        Block(
            "For a person to decide" if not report.answer else "Decided by a person",
            (*judgement(report, judgements), *_follows(finding, report)),
        )
        for report in finding.judgements
    )


def _follows(finding: Finding, report: JudgementReport) -> tuple[Step, ...]:
    """Return what would follow from each answer to an open judgement."""
    sides = [
        f"if the answer is {side.choice}, {side.outcome.value.replace('-', ' ')}"
        for side in finding.answers
        if side.kind == "judgement" and side.name == report.name and not report.answer
    ]
    return (Step(sentence("; ".join(sides))),) if sides else ()


def judgement(report: JudgementReport, judgements: Judgements) -> tuple[Step, ...]:
    """Return a judgement in sentences: the question, the answer or its want, and what points each way."""
    question = visible(report.question)
    asked = question if question.endswith("?") else f"{question}?"
    deciders = listed([visible(who) for who in report.decided_by], "or")
    steps = [Step(sentence(f"{asked} {_decides(deciders)}" if deciders else asked))]
    if report.answer:
        when = f" on {day(report.answered_on)}" if report.answered_on is not None else ""
        who = visible(report.answered_by) or "the person asked"
        steps.append(Step(sentence(f"{who} answered {visible(report.answer)}{when}", *at(report.answer_place))))
    if report.lapsed:
        steps.append(Step(sentence(f"an earlier answer no longer counts: {visible(report.lapsed)}")))
    if not report.answer:
        steps.append(Step(sentence(f"what the documents show: {report.standing.value}")))
    for heading, reasons in (("What points to yes:", report.for_yes), ("What points to no:", report.for_no)):
        if reasons:
            steps.append(Step(sentence(heading), tuple(step(each, judgements) for each in reasons)))
    considered = tuple(Step(_consider(words, citation)) for words, citation in report.consider)
    if considered:
        steps.append(Step(sentence("to be considered:"), considered))
    return tuple(steps)


def _decides(deciders: str) -> str:
    return f"That is for the {deciders} to decide"


def _consider(words: str, citation: Citation | None) -> Paragraph:
    return sentence(capital(visible(words)), *((Text(" ("), cite(citation), Text(")")) if citation is not None else ()))


def _carried(finding: Finding, authorities: Mapping[str, AuthorityUsed]) -> Paragraph:
    return sentence(f"{visible(finding.title)}: {outcome_words(finding, authorities)} (", cite(finding.source), ")")


def _provisions(finding: Finding, authorities: Mapping[str, AuthorityUsed]) -> tuple[Step, ...]:
    steps = [Step(_authority(finding, authorities))]
    steps += [Step(sentence("see also ", cite(each))) for each in finding.see]
    if finding.relevant_date is not None:
        steps.append(Step(sentence(text(f"the law applied is that of {day(finding.relevant_date)}"))))
    return tuple(steps)


def vague(finding: Finding) -> tuple[Paragraph, ...]:
    """Return what points against in the open judgements of a finding: what a wording uses and leaves open."""
    told: list[Paragraph] = []
    judgements: Judgements = {report.name: report for report in finding.judgements}
    for report in finding.judgements:
        if not report.answer:
            for each in report.for_no:
                told += key_sentences(each, judgements)
    return tuple({plain(each): each for each in told}.values())
