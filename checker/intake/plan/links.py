"""Links between items: what the document says answers a need or supports an outcome.

A link is stated by a cross-reference ("to meet B1 and B2"), by the same words, or by
standing in the same row of a grid. A row with one need and its provision links each to
each; a row with several needs and several items states a link of the group, never of one to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.facts import Place
from checker.intake.plan.items import Item

_PROVISION = ("f", "g", "h1", "h2")
_NEED = ("b", "c", "d")
_REFERENCE = re.compile(r"\b([B-HNOP][12]?)\s?[.\-]?\s?(\d{1,3}(?:\.\d{1,2})*[a-z]?)\b(?![.\-/]\d)")
_MORE = re.compile(
    (
        r"\s*(,|;|&|and|to|-|–|—)\s*([B-HNOP])?\s?(\d{1,3})\b(?!\s*(?:%|hours?|minutes?|times|weeks?|days?|years?"
        r"|months?|:|/|\.\d))"
    ),
    re.IGNORECASE,
)
_WORDED = re.compile(
    (
        r"\b(needs?|outcomes?|provisions?)\s+(?:numbers?\s+|nos?\.?\s+)?(\d{1,3})\b(?!\s*(?:hours?|minutes?|times"
        r"|weeks?|%))"
    ),
    re.IGNORECASE,
)
_OWN_LETTERS = re.compile(r"[A-Z]{2}\d{1,2}")
"""A label of a council's own letters, such as HN1."""
_LETTER_OF = {"n": "B", "o": "E", "p": "F"}
_NEEDS_OF = {"g": "C", "h1": "D", "h2": "D"}
"""The letter of the needs that provision of a section is for, where it is not B."""
_LONGEST_RANGE = 20


@dataclass(frozen=True)
class Link:
    """A stated link: an item of provision (``left``) and the need or outcome it is for, and where that stands."""

    left: str
    right: str
    group: bool
    place: Place


def links_between(items: Mapping[str, Sequence[Item]]) -> tuple[Link, ...]:
    """Return the links among the items of each section, by code, in the order of the sections and their items."""
    labels = {item.label: code for code in items for item in items[code]}
    found: dict[tuple[str, str], Link] = {}
    for code in items:
        for item in items[code]:
            for label, place in _named_by(item, labels, items):
                pair = _pair(item.label, code, label, labels.get(label, ""))
                if pair and pair not in found:
                    found[pair] = Link(*pair, group=False, place=place)
    for pair, link in _by_rows(items):
        if pair not in found or (found[pair].group and not link.group):
            found[pair] = link
    order = {label: at for at, label in enumerate(labels)}
    return tuple(sorted(found.values(), key=lambda link: (order[link.left], order[link.right])))


def references(text: str, labels: Mapping[str, str], needs: str = "B") -> tuple[str, ...]:
    """Return the labels that ``text`` names, in its order, each once. Only labels that exist count.

    ``needs`` is the letter of the section whose needs are spoken of: in Section G, "need 1" is C1.
    """
    found: list[str] = []
    for match in _REFERENCE.finditer(text):
        found.append(match[1] + match[2])
        found += _more(text, match.end(), match[1], match[2])
    for match in _WORDED.finditer(text):
        letter = _LETTER_OF[match[1][0].lower()]
        if letter == "B" and f"{needs}{match[2]}" in labels:
            letter = needs
        found.append(letter + match[2])
        found += _more(text, match.end(), letter, match[2])
    own = (label for label in labels if _OWN_LETTERS.fullmatch(label))
    found += [label for label in own if re.search(rf"\b{label}\b", text)]
    return tuple(dict.fromkeys(label for label in found if label in labels))


def _more(text: str, at: int, letter: str, number: str) -> Iterator[str]:
    """Yield the rest of "B1, 2 and 3" or "B1 to B4"."""
    before = number
    while match := _MORE.match(text, at):
        own = (match[2] or letter).upper()
        if match[1].lower() in ("to", "-", "–", "—") and before.isdigit() and own == letter:
            span = range(int(before) + 1, int(match[3]) + 1)
            if len(span) <= _LONGEST_RANGE:
                yield from (f"{own}{n}" for n in span)
        else:
            yield own + match[3]
        letter, before, at = own, match[3], match.end()


def _named_by(
    item: Item, labels: Mapping[str, str], items: Mapping[str, Sequence[Item]]
) -> Iterator[tuple[str, Place]]:
    needs = _NEEDS_OF.get(labels.get(item.label, ""), "B")
    for label in item.links:
        yield label, item.place
    for cell in item.cells:
        if cell.role in ("need", "outcome", "provision"):
            named = references(cell.text, labels, needs)
            bare = re.fullmatch(r"(\d{1,3})(?:\s*(?:,|&|and)\s*\d{1,3})*", cell.text.strip())
            if bare and not named:
                letter = _LETTER_OF[cell.role[0]]
                named = tuple(n for n in (letter + d for d in re.findall(r"\d+", cell.text)) if n in labels)
            for label in named or _same_words(cell.text, cell.role, items):
                yield label, cell.place
        elif cell.role == "other":
            for label in references(cell.text, labels, needs):
                yield label, cell.place
    for words, place in ((item.words, item.place), (item.title, item.title_place or item.place)):
        for label in references(words, labels, needs):
            yield label, place


def _same_words(text: str, role: str, items: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    wanted = _plain(text)
    codes = {"need": _NEED, "outcome": ("e",), "provision": _PROVISION}[role]
    if wanted:
        yield from (item.label for code in codes for item in items.get(code, ()) if _plain(item.words) == wanted)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _pair(one: str, code: str, other: str, other_code: str) -> tuple[str, str] | None:
    if code in _PROVISION and other_code in (*_NEED, "e"):
        return one, other
    if other_code in _PROVISION and code in (*_NEED, "e"):
        return other, one
    return None


def _needs_of_outcomes(
    row: Mapping[str, Sequence[Item]], provisions: Sequence[Item], items: Mapping[str, Sequence[Item]]
) -> Iterator[tuple[tuple[str, str], Link]]:
    """Yield the needs that a row or card says its outcome answers: what is provided there answers them."""
    needs = {item.label: code for code in _NEED for item in items.get(code, ())}
    named = [label for each in row.get("e", ()) for cell in each.cells if cell.role == "need"
             for label in references(cell.text, needs)]  # fmt: skip
    for provision in provisions:
        for label in named:
            yield (provision.label, label), Link(provision.label, label, group=False, place=provision.place)


def _by_rows(items: Mapping[str, Sequence[Item]]) -> Iterator[tuple[tuple[str, str], Link]]:
    rows: dict[str, dict[str, list[Item]]] = {}
    for code in items:
        for item in items[code]:
            for group in item.groups:
                kind = "provision" if code in _PROVISION else "need" if code in _NEED else code
                rows.setdefault(group, {}).setdefault(kind, []).append(item)
    for row in rows.values():
        provisions = row.get("provision", [])
        yield from _needs_of_outcomes(row, provisions, items)
        for kind in ("need", "e"):
            others = row.get(kind, [])
            several = len(provisions) > 1 and len(others) > 1
            for provision in provisions:
                for other in others:
                    pair = (provision.label, other.label)
                    yield pair, Link(*pair, group=several, place=provision.place)
