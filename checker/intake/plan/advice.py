"""Section K: the advice listed, its kind, author, role and date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, Place, State, absent, known
from checker.intake.blocks import Paragraph
from checker.intake.dates import find_days
from checker.intake.plan.details import days_in, labelled_day, labelled_words
from checker.intake.plan.pieces import Entry, Piece

_LONGEST_LINE = 2000
_ROLES = ("kind", "author", "role", "dated")
_NUMBER = re.compile(
    r"^\s*(?:[•●○▪■·*–—-]|[(\[]?(?:K|Appendix )?\s?\d{1,2}[.):\]]?|Appendix [A-Z0-9]{1,2}[.:)]?)\s+", re.IGNORECASE
)
_BY = re.compile(r"\b(?:written by|provided by|prepared by|completed by|given by|from|by)\s+", re.IGNORECASE)
_SOURCE = re.compile(r"(?:the|an?|his|her|their|my|[\w'’-]+['’]s)\s|[a-z]")
"""How a service or a profession begins, and no name of a person."""
_DATED = re.compile(r"[,;(]?\s*(?:and )?(?:dated?|received|of|on|completed|:)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class AdviceRead:
    """An entry of Section K: facts by field, its words, and where it stands."""

    facts: Mapping[str, Fact]
    words: str
    place: Place


def advice_of(pieces: Sequence[Piece]) -> tuple[AdviceRead, ...]:
    """Return the advice Section K lists. A line that ends in a colon leads to the list and is none."""
    found = []
    for piece in pieces:
        if isinstance(piece, Entry) and any(cell.role in _ROLES for cell in piece.cells):
            if any(cell.text for cell in piece.cells) or piece.words:
                found.append(_from_cells(piece))
            continue
        lines = piece.words if isinstance(piece, Entry) else () if piece.subheading else (piece.paragraph,)
        found += [_from_line(line) for line in lines if not _leads(line)]
    return tuple(found)


def _leads(line: Paragraph) -> bool:
    text = line.text.strip()
    listed = bool(line.label) or bool(_NUMBER.match(text)) or bool(find_days(text[:_LONGEST_LINE]))
    return text.endswith(":") or (not listed and text.endswith(".") and len(text.split()) > 6)  # noqa: PLR2004  (a sentence)


def _from_cells(piece: Entry) -> AdviceRead:
    facts: dict[str, Fact] = {}
    for cell in piece.cells:
        if cell.role in _ROLES and cell.role not in facts:
            place = replace(cell.place, words=cell.text)
            read = labelled_day if cell.role == "dated" else labelled_words
            facts[cell.role] = read(cell.text, place)
    for role in _ROLES:
        facts.setdefault(role, absent(State.NOT_FOUND, piece.place))
    words = " ".join(filter(None, [*(p.text.strip() for p in piece.words), *(c.text for c in piece.cells)]))
    return AdviceRead(facts, words, replace(piece.place, words=words))


def _from_line(line: Paragraph) -> AdviceRead:
    text = " ".join(_NUMBER.sub("", line.text).split())
    place = replace(line.place, words=text)
    dated = days_in(text)
    dates = find_days(text) if len(text) <= _LONGEST_LINE else ()
    rest = text[:_LONGEST_LINE]
    for each in reversed(dates):
        rest = _DATED.sub("", rest[: each.start]) + rest[each.end :]
    rest = re.sub(r"\(\s*\)", "", rest).strip(" ,;:.–—/|-()")
    parts = [
        part.strip(" ,;/|()") for part in re.split(r"\s+[–—/|-]\s+|:\s+|;\s+|,\s+|\s+\(", rest) if part.strip(" ,;/|()")
    ]
    kind = parts[0] if parts else ""
    author = parts[1] if len(parts) > 1 else ""
    named = _BY.search(kind)
    # "Report by A. Name" names its author; "Advice from school, A. Name" says whose advice it is first.
    if named and named.start() > 0 and not (author and _SOURCE.match(kind[named.end() :])):
        kind, author = kind[: named.start()].strip(), kind[named.end() :].strip() or author
    author = _BY.sub("", author) if _BY.match(author) else author
    facts = {
        "kind": known(kind, place, Origin.READ) if kind else absent(State.NOT_FOUND, place),
        "author": known(author, place, Origin.READ) if author else absent(State.NOT_FOUND, place),
        "role": known(parts[2], place, Origin.READ) if len(parts) > 2 and not named else absent(State.NOT_FOUND, place),  # noqa: PLR2004
        "dated": known(dated, place, Origin.READ) if dated else absent(State.NOT_FOUND, place),
    }
    return AdviceRead(facts, text, place)
