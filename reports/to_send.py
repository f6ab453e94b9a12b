"""Questions to send: by who can answer, with a message ready to copy for each.

An officer may not supply what advice left open, but can ask its author. A message is in
plain words: the plan's own words quoted, the question, and why it is asked; no citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.comparing.suggestion import Difference, Suggestion
from checker.evaluation.alternatives import walk
from checker.facts import Days
from checker.findings import Ask, Finding, MissingDate
from checker.result import Check
from reports.questions import Card, items_words
from reports.sentences.conditions import DIMENSIONS
from reports.spans import plain, visible, where
from reports.words import capital, counted, days_words, listed, natural, uncoded

AUTHORITY = "the authority itself"
_KEEPERS = {"local inclusion plan": "whoever keeps the area's file", "school": "whoever keeps the school's record"}
REGISTRY = "whoever keeps the case record"
FAMILY = "the family"
_DECIDES = re.compile(r"authority|panel|tribunal|whoever knows the document", re.IGNORECASE)
_OF_FAMILY = re.compile(r"\b(?:parents?|family|mother|father|carers?|young person)\b", re.IGNORECASE)
_PROVISION = re.compile(r"(?:F|G|H[12]?)\.?\d")
_SAYS_MORE = (Difference.AMOUNT_DIFFERS, Difference.AMOUNT_LEFT_OUT)
_LONGEST_QUOTE = 400
_IN_ORDER = ("whether it will be given", "what exactly is done", "how much", "how often", "how long each time")
"""What is asked first; the rest follows in the order of the words."""


@dataclass(frozen=True)
class ToSend:
    """The questions one person or body can answer, how many points the answers would settle, and the message.

    ``outside`` is false of the authority itself: nobody can answer those from a document.
    """

    of: str
    settles: int
    cards: tuple[Card, ...]
    message: str
    outside: bool = True


@dataclass(frozen=True)
class _Put:
    """A question as it is put to somebody: its lines, and the findings its answer would help to settle."""

    lines: tuple[str, ...]
    settles: tuple[str, ...]
    card: Card | None = None


def questions_to_send(cards: Sequence[Card], check: Check, missing: Sequence[MissingDate]) -> tuple[ToSend, ...]:
    """Return the questions by who can answer, those whose answers settle most first, the authority's own last."""
    findings = {each.id: each for each in check.findings}
    by: dict[str, list[_Put]] = {}
    for card in cards:
        if card.ask is not None and card.number and card.of and not card.is_group:
            for of, put in _puts(card, card.ask, check, findings):
                by.setdefault(of, []).append(put)
    if missing:
        by.setdefault(_registry(check), []).append(_days_asked(missing))
    dated = {each.name: days_words(each.dated) for each in check.answering if each.dated is not None}
    made = [_made(of, puts, visible(check.subject), dated.get(of, "")) for of, puts in by.items()]
    return tuple(sorted(made, key=lambda each: (not each.outside, -each.settles, each.of)))


def _made(of: str, puts: list[_Put], subject: str, dated: str) -> ToSend:
    ordered = sorted(puts, key=lambda put: (-len(put.settles), put.card.number if put.card is not None else 0))
    return ToSend(
        of=visible(of),
        settles=len({id_ for put in puts for id_ in put.settles}),
        cards=tuple(put.card for put in ordered if put.card is not None),
        message=_message(of, ordered, subject, dated),
        outside=of != AUTHORITY,
    )


def _puts(card: Card, ask: Ask, check: Check, findings: Mapping[str, Finding]) -> Iterator[tuple[str, _Put]]:
    """Yield who is asked a question, and how it is put to them."""
    if ask.kind == "dispute":
        lines = (f"{plain(card.question).rstrip('.')}.", "Which is right, and what shows it?")
        told = _versions(check, ask)
        lines = (f"{capital(told)}.", lines[1]) if told else lines
        yield _registry(check), _Put(lines, ask.settles, card)
        if _OF_FAMILY.search(ask.of):
            yield FAMILY, _Put(lines, ask.settles, card)
        return
    leaves = _left_open([findings[id_] for id_ in ask.settles if id_ in findings])
    asked = _who(card, check) if leaves and _PROVISION.match(card.items[0] if card.items else "") else ""
    if asked:
        own = [each for each in check.suggestions if visible(each.asks) == asked]
        yield asked, _Put(tuple(dict.fromkeys(_of_wording(card, leaves, own))), ask.settles, card)
    elif _DECIDES.search(ask.of):
        about = f"{items_words(card)}: " if card.items else ""
        yield AUTHORITY, _Put((f"{about}{plain(card.question)}",), ask.settles, card)
    else:
        of = _registry(check) if "case record" in ask.of else visible(card.of)
        yield of, _Put(tuple(_as_asked(card)), ask.settles, card)


def _registry(check: Check) -> str:
    return _KEEPERS.get(check.kind, REGISTRY)


def _who(card: Card, check: Check) -> str:
    """Return who may know what an item leaves open: the author of a report that says more, else of its field."""
    labels = {item.casefold() for item in card.items}
    for each in check.suggestions:
        if each.difference in _SAYS_MORE and each.asks and each.about.casefold() in labels:
            return visible(each.asks)
    known = (each.name for each in check.answering if labels & {item.casefold() for item in each.items})
    return visible(next(known, ""))


def _left_open(findings: Sequence[Finding]) -> dict[str, dict[str, None]]:
    """Return the words of a provision that leave something open, each with what it leaves open."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        for judgement in finding.judgements:
            for reason in judgement.for_no if not judgement.answer else ():
                for each in walk(reason):
                    if each.kind == "uses" and each.truth == "true":
                        matters = _codes(each.detail.get("leaves_open"))
                        for words in str(each.detail.get("found", "")).split(";"):
                            if words.strip():
                                found.setdefault(visible(words), {}).update(dict.fromkeys(matters))
    return found


def _codes(held: str | int | None) -> list[str]:
    codes = [code.strip() for code in re.split("[;,]", str(held or ""))]
    return [DIMENSIONS.get(code, visible(uncoded(code))) for code in codes if code]


def _of_wording(
    card: Card, leaves: Mapping[str, Mapping[str, None]], suggestions: Sequence[Suggestion]
) -> Iterator[str]:
    matters = list(dict.fromkeys(matter for each in leaves.values() for matter in each))
    matters.sort(key=lambda matter: _IN_ORDER.index(matter) if matter in _IN_ORDER else len(_IN_ORDER))
    words = _words_of(card)
    yield f"{items_words(card)} says: {words}" if words else f"{items_words(card)} of the plan."
    labels = {item.casefold() for item in card.items}
    for each in suggestions:
        if each.difference in _SAYS_MORE and each.there is not None and each.about.casefold() in labels:
            yield f"Your report says: “{visible(each.there.words)}” ({where(each.there)}). Should the plan say so?"
    verb = "leaves" if len(leaves) == 1 else "leave"
    phrases = listed([f"“{words}”" for words in leaves])
    if matters:
        yield f"Please say {listed(matters)}."
        yield f"Why: {phrases} {verb} that open, and whoever reads the plan has to know what will be done."
    else:
        yield f"Please say what exactly {phrases} means here."


def _words_of(card: Card) -> str:
    place = card.ask.place if card.ask is not None else None
    words = visible(place.words) if place is not None else ""
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return f"“{words}”" if words else ""


def _as_asked(card: Card) -> Iterator[str]:
    words = _words_of(card)
    if card.items and card.words and words:
        yield f"{items_words(card)} says: {words}"
        yield plain(card.question)
    else:
        about = f"{items_words(card)}: " if card.items else ""
        yield f"{about}{plain(card.question)}"


def _versions(check: Check, ask: Ask) -> str:
    """Return a dispute in words: each version and who gives it."""
    for each in check.disputes:
        if set(ask.settles) & {turn.finding for turn in each.turns}:
            said, owner = visible(each.said), visible(uncoded(each.owner))
            said = f"{said} of {owner}" if owner and not said.endswith(owner) else said
            values = [f"{_value(value)} ({visible(by)})" for value, _, by in each.versions]
            return f"{said}: the files give {listed(values)}"
    return ""


def _value(value: object) -> str:
    return days_words(value) if isinstance(value, Days) else f"“{visible(str(value))}”"


def _days_asked(missing: Sequence[MissingDate]) -> _Put:
    named = []
    for each in missing:
        to = f" to {visible(each.to.replace('_', ' '))}" if each.to else ""
        named.append(f"   - {visible(each.title)}{to}:")
    lines = ("Please give the day of each of these, and what shows it:", *dict.fromkeys(named))
    return _Put(lines, tuple(id_ for each in missing for id_ in each.settles))


def _message(of: str, puts: Sequence[_Put], subject: str, dated: str) -> str:
    whose = f"{subject}’s EHC plan" if subject else "the EHC plan"
    if of == AUTHORITY:
        return "\n".join([f"About {whose}. No document can answer these.", *_own(puts)])
    advice = f" Your advice is that of {dated}." if dated else ""
    enough = "A short answer is enough." if len(puts) == 1 else "A short answer under each is enough."
    asked = "a question" if len(puts) == 1 else counted(len(puts), "question")
    lines = [f"To: {visible(of)}", f"About: {whose}", "", "Hello,", ""]
    lines.append(f"We have {asked} about {whose}.{advice} {enough}")
    for number, put in enumerate(puts, start=1):
        first, *rest = put.lines
        lines += ["", f"{number}. {first}", *(each if each.startswith("   ") else f"   {each}" for each in rest)]
    return "\n".join([*lines, "", "Thank you."])


def _own(puts: Sequence[_Put]) -> Iterator[str]:
    """Yield the questions for the authority, those that are the same for several items in one line."""
    same: dict[str, list[str]] = {}
    for put in puts:
        if put.card is not None:
            same.setdefault(plain(put.card.question), []).extend(put.card.items)
    for question, items in same.items():
        labels = listed(sorted(dict.fromkeys(items), key=natural))
        yield f"- {labels}: {question}" if labels else f"- {question}"
