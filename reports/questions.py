"""What a person is asked: a card for an item, and a group with nothing against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.findings import Ask, Finding, JudgementReport, Standing
from checker.result import Check
from reports.parts import NEEDS_A_PERSON, NOT_TESTED, PROPOSED, part_of
from reports.points import Point, vague
from reports.sentences.reasons import key_sentences
from reports.spans import Paragraph, plain, quote, sentence, text, visible
from reports.words import counted, labelled, listed, natural, who_says

_FOLD = 3


@dataclass(frozen=True)
class Card:
    """One question and the points it would settle, or an open point with no question to put.

    ``number`` counts the questions. ``points`` are told here; ``elsewhere`` gives the
    numbers of points told at another card. ``against`` says what points against, ``beside``
    where the evidence seems to say more.
    """

    number: int
    ask: Ask | None
    question: Paragraph
    of: str
    items: tuple[str, ...]
    standing: Standing | None
    words: Paragraph
    against: tuple[Paragraph, ...]
    beside: tuple[Paragraph, ...]
    judgement: JudgementReport | None
    finding_ids: tuple[str, ...]
    points: tuple[Point, ...]
    elsewhere: tuple[int, ...]
    first: bool

    @property
    def is_group(self) -> bool:
        """Whether it is about several things at once: items with nothing against, or what a record does not say."""
        return self.ask is not None and self.ask.kind in {"group", "dates"}

    def filled(self, points: Mapping[str, Point], numbers: Mapping[str, int]) -> Card:
        """Return the card with its points, and the numbers of those told elsewhere."""
        settles = self.ask.settles if self.ask is not None else ()
        other = {numbers[id_] for id_ in settles if id_ in numbers and id_ not in self.finding_ids}
        own = {points[id_].number for id_ in self.finding_ids}
        return replace(
            self, points=tuple(points[id_] for id_ in self.finding_ids), elsewhere=tuple(sorted(other - own))
        )


def ask_part(ask: Ask, findings: Mapping[str, Finding]) -> int | str:
    """Return the part of the report a question stands in."""
    parts = {part_of(findings[id_]) for id_ in ask.settles if id_ in findings}
    if parts <= {PROPOSED, NOT_TESTED} and parts:
        return PROPOSED if PROPOSED in parts else NOT_TESTED
    return NEEDS_A_PERSON


def cards_of(check: Check, open_ones: tuple[Finding, ...], most_first: int) -> tuple[Card, ...]:
    """Return the cards of part 2 in order: what points against first, then by rank.

    ``open_ones`` are the findings of part 2; each is told at one card. At most
    ``most_first`` cards stand on the first page.
    """
    findings = {finding.id: finding for finding in check.findings}
    left = {finding.id: finding for finding in open_ones}
    asks = sorted(
        (ask for ask in check.asks if ask_part(ask, findings) == NEEDS_A_PERSON),
        key=lambda ask: (ask.kind == "dates", ask.rank, ask.kind, natural(ask.items[0] if ask.items else ""), ask.id),
    )
    cards: list[Card] = []
    silent: list[Card] = []
    for ask in asks:
        ids = tuple(sorted((id_ for id_ in ask.settles if id_ in left), key=lambda id_: _order(left[id_])))
        settled = sorted((findings[id_] for id_ in ask.settles if id_ in findings), key=_order)
        if ask.kind != "dates" or ids:
            (silent if ask.kind == "dates" else cards).append(_card(ask, tuple(settled), ids, check))
        for id_ in ids:
            del left[id_]
    rest = sorted(left.values(), key=_order)
    hard = [_plain_card(finding) for finding in rest if finding.points_against]
    soft = [_plain_card(finding) for finding in rest if not finding.points_against]
    result = [replace(card, first=index < most_first) for index, card in enumerate((*hard, *cards))]
    number = 0
    for index, card in enumerate(result):
        number += card.ask is not None
        result[index] = replace(card, number=number if card.ask is not None else 0)
    return (*result, *soft, *silent)


def _order(finding: Finding) -> tuple[bool, str, tuple[tuple[int, int, str], ...], str]:
    return (not finding.points_against, finding.rule, natural(finding.about.label), finding.id)


def _card(ask: Ask, settled: tuple[Finding, ...], ids: tuple[str, ...], check: Check) -> Card:
    own = next((each for each in settled if each.id in ids), settled[0] if settled else None)
    reports = [report for each in settled for report in each.judgements if not report.answer]
    judgement = next((report for report in reports if visible(report.question) == visible(ask.question)), None)
    items = tuple(labelled(item) for item in ask.items)
    place = ask.place or (own.about.place if own is not None and own.about.label else None)
    against: tuple[Paragraph, ...] = ()
    if ask.kind == "card":
        told = [each for finding in settled for each in vague(finding)]
        against = tuple({plain(each): each for each in told}.values())
    return Card(
        number=0,
        ask=ask,
        question=_question(ask, items, own),
        of=listed(dict.fromkeys(who_says(each.strip()) for each in re.split("[;,]", ask.of)), "or"),
        items=items,
        standing=ask.standing,
        words=(quote(place.words, place, 200),) if place is not None and place.part and ask.kind != "group" else (),
        against=against,
        beside=_beside(ask, check),
        judgement=judgement,
        finding_ids=ids,
        points=(),
        elsewhere=(),
        first=False,
    )


def _beside(ask: Ask, check: Check) -> tuple[Paragraph, ...]:
    if ask.kind != "card" or len(ask.items) != 1 or not check.suggestions:
        return ()
    from reports.papers import beside_item  # noqa: PLC0415  (most cases hold no papers)

    return beside_item(check, ask.items[0])


def _question(ask: Ask, items: tuple[str, ...], own: Finding | None) -> Paragraph:
    question = visible(ask.question)
    if ask.kind == "group":
        head = f"{counted(len(items), 'item')}: read and confirm"
        return sentence(head if "read and confirm" in question.lower() else f"{head}. {question}")
    if question:
        return sentence(question)
    reason = (own.trigger if own.reason is None else own.reason) if own is not None else None
    told = key_sentences(reason, {}) if reason is not None else ()
    return told[0] if told else sentence("what was read does not settle it")


def _plain_card(finding: Finding) -> Card:
    label = labelled(finding.about.label)
    return Card(
        number=0,
        ask=None,
        question=(text(visible(finding.title)),),
        of="",
        items=(label,) if label else (),
        standing=finding.standing,
        words=(),
        against=(),
        beside=(),
        judgement=None,
        finding_ids=(finding.id,),
        points=(),
        elsewhere=(),
        first=False,
    )


def items_words(card: Card) -> str:
    """Return the labels of a card's items, in order."""
    return listed(sorted(card.items, key=natural))


def not_said(card: Card) -> str:
    """Return in a sentence how much a record does not say, with the first of it."""
    told = f"The record does not say {counted(len(card.items), 'thing')} that would help to settle"
    more = " …" if len(card.items) > _FOLD else ""
    return f"{told} {counted(len(card.points), 'point')}: {listed(card.items[:_FOLD])}{more}."
