"""What the comments say: one to an item, short, with the question, the provision and where the evidence says more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker.comparing.suggestion import Difference, Suggestion
from checker.facts import Place
from checker.findings import Flag
from checker.result import Check
from reports.points import Point
from reports.questions import Card, items_words
from reports.spans import Paragraph, Quote, plain, visible, where
from reports.statement import Statement
from reports.to_send import ToSend
from reports.words import capital, listed

_TELLS_MORE = {Difference.AMOUNT_DIFFERS: "Which is meant?", Difference.AMOUNT_LEFT_OUT: "Left out on purpose?"}
_MOST_POINTS = 3


@dataclass(frozen=True)
class Comment:
    """A comment: its number on the first page, the item it is about, its first sentence, its place, all its lines."""

    number: int
    label: str
    head: str
    place: Place
    lines: tuple[str, ...]


@dataclass
class _Draft:
    place: Place
    label: str
    heads: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)
    asked_of: str = ""
    is_asked: bool = False
    words: Place | None = None


def comments_on(report: Statement, check: Check) -> tuple[Comment, ...]:
    """Return the comments on the document under test, in the order of its words.

    What is settled against the plan and what a person is asked about an item are joined:
    an item has one comment. Groups with nothing against have none.
    """
    drafts: dict[tuple[str, int], _Draft] = {}
    for each in (*report.settled.against, *report.settled.against_if_sent):
        place = each.finding.about.place
        # What was departed from for a reason on record has been answered.
        if place is not None and _is_in_plan(place, report) and Flag.REASON_RECORDED not in each.finding.flags:
            _add_point(_draft(drafts, place, each.about), each)
    for card in report.needs.cards:
        place = _card_place(card)
        if place is not None and _is_in_plan(place, report) and not card.is_group and card.ask is not None:
            _add_card(_draft(drafts, place, items_words(card)), card, report.head.file, report.needs.to_send)
    _add_evidence(drafts, check.suggestions, report)
    ordered = sorted(drafts.values(), key=lambda each: (each.place.paragraph, each.label))
    return tuple(_made(draft, number) for number, draft in enumerate(ordered, start=1))


def _is_in_plan(place: Place, report: Statement) -> bool:
    return place.file == report.head.file and bool(place.paragraph) and not place.line


def _draft(drafts: dict[tuple[str, int], _Draft], place: Place, label: str) -> _Draft:
    return drafts.setdefault((label, place.paragraph), _Draft(place, label))


def _card_place(card: Card) -> Place | None:
    own = card.ask.place if card.ask is not None else None
    return own or next((each.finding.about.place for each in card.points if each.finding.about.place), None)


def _add_point(draft: _Draft, each: Point) -> None:
    if len(draft.heads) < _MOST_POINTS:
        draft.heads.append(f"{capital(each.outcome)}: {visible(each.finding.title)}.")
        draft.lines += [_said(paragraph, draft.place.file) for paragraph in each.head[:1]]
    draft.sources[visible(each.finding.source.text)] = None


def _add_card(draft: _Draft, card: Card, file: str, to_send: tuple[ToSend, ...]) -> None:
    draft.heads.append(_said(card.question, file))
    draft.lines += [_said(paragraph, file) for paragraph in card.against[:2]]
    draft.words = next((place for place in _quoted(card.against) if place.paragraph == draft.place.paragraph), None)
    draft.sources |= dict.fromkeys(visible(each.finding.source.text) for each in card.points[:2])
    draft.asked_of = next((group.of for group in to_send if group.outside and card in group.cards), "")
    draft.is_asked = True


def _said(paragraph: Paragraph, file: str) -> str:
    """Return a sentence without places in the plan itself: the comment hangs there."""
    here = [
        replace(span, place=None) if isinstance(span, Quote) and span.place and span.place.file == file else span
        for span in paragraph
    ]
    told = plain(tuple(span for span in here if not (isinstance(span, Quote) and not span.words and not span.place)))
    return re.sub(r" +([.,;:?])", r"\1", told)


def _quoted(paragraphs: tuple[Paragraph, ...]) -> Iterator[Place]:
    for paragraph in paragraphs:
        for span in paragraph:
            if isinstance(span, Quote) and span.place is not None and span.place.words:
                yield span.place


def _add_evidence(
    drafts: dict[tuple[str, int], _Draft], suggestions: tuple[Suggestion, ...], report: Statement
) -> None:
    """Say beside an item where a report says more; one that has no comment yet gets one of its own."""
    for each in suggestions:
        if each.difference not in _TELLS_MORE or each.here is None or each.there is None:
            continue
        if not _is_in_plan(each.here, report):
            continue
        held = next((draft for draft in drafts.values() if draft.place.paragraph == each.here.paragraph), None)
        draft = held or _draft(drafts, each.here, each.about)
        if held is None:
            draft.heads.append("A report says more than the plan.")
        draft.lines.append(
            f"{visible(each.there.file)} says “{visible(each.there.words)}” ({where(each.there, each.there.file)}). "
            f"{_TELLS_MORE[each.difference]}"
        )


def _made(draft: _Draft, number: int) -> Comment:
    title = f"{draft.label}. {draft.heads[0]}" if draft.label else draft.heads[0]
    lines = [f"{number}. {title}", *draft.heads[1:], *dict.fromkeys(draft.lines)]
    if draft.sources:
        lines.append(f"{listed(draft.sources)}.")
    ask = f"Ask {draft.asked_of}: the message is on the first page. " if draft.asked_of else ""
    if draft.is_asked:
        lines.append(f"{ask}Change the words, or record why they stand.")
    return Comment(number, draft.label, draft.heads[0], draft.words or draft.place, tuple(lines))
