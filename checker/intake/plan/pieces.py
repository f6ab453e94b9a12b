"""What stands in a section before it is cut into items: lines and rows, each with its place.

Word and typed plans meet here: what follows does not know which it reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.facts import Place
from checker.intake.blocks import Paragraph


@dataclass(frozen=True)
class Labelled:
    """The words of a labelled cell, which may be empty. ``title`` is the label as printed."""

    role: str
    title: str
    text: str
    place: Place


@dataclass(frozen=True)
class Line:
    """A paragraph in a section. ``groups`` are the sets of labelled lines it stands in."""

    paragraph: Paragraph
    subheading: bool = False
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A row of a table, a card, or an item that a typed plan gives as one.

    ``words`` are the paragraphs of its own words, ``cells`` its labelled cells. ``groups``
    are the rows of a shared grid it stands in. ``title`` is what stands to the left of its
    words ("My views"). ``links`` are labels the document says it is for.
    """

    words: tuple[Paragraph, ...]
    place: Place
    cells: tuple[Labelled, ...] = ()
    label: str = ""
    area: str = ""
    title: str = ""
    groups: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


Piece = Line | Entry


@dataclass(frozen=True)
class HeadingFound:
    """A heading read as naming sections (codes as in :data:`checker.intake.plan.headings.CODES`)."""

    words: str
    codes: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class SectionsFound:
    """What the walk over a document found.

    ``pieces`` hold what stands in each section that has a heading; ``joint`` what stands
    under a heading that names several and could not be told apart; ``front`` what stands
    outside all sections and is known for what it is (titles, details, contents,
    signatures); ``unplaced`` the rest. ``beside`` are the codes of sections with unplaced
    words in or next to them. ``headings_placed`` says that every heading-like line was placed.
    """

    headings: tuple[HeadingFound, ...]
    pieces: Mapping[str, tuple[Piece, ...]]
    joint: Mapping[tuple[str, ...], tuple[Paragraph, ...]]
    front: tuple[Paragraph, ...]
    details: tuple[Labelled, ...]
    unplaced: tuple[Place, ...]
    beside: frozenset[str]
    headings_placed: bool


class Gathered:
    """The pieces of each section and what stands outside them, as a reader of a plan gathers them."""

    def __init__(self) -> None:
        """Begin with nothing gathered."""
        self._headings: list[HeadingFound] = []
        self._pieces: dict[str, list[Piece]] = {}
        self._joint: dict[tuple[str, ...], list[Paragraph]] = {}
        self._front: list[Paragraph] = []
        self._details: list[Labelled] = []
        self._unplaced: list[Place] = []
        self._beside: set[str] = set()
        self._headings_placed = True

    def found(self) -> SectionsFound:
        """Return what was found."""
        return SectionsFound(
            headings=tuple(self._headings),
            pieces={code: tuple(pieces) for code, pieces in self._pieces.items()},
            joint={codes: tuple(lines) for codes, lines in self._joint.items()},
            front=tuple(self._front),
            details=tuple(self._details),
            unplaced=tuple(self._unplaced),
            beside=frozenset(self._beside),
            headings_placed=self._headings_placed,
        )


def part_name(codes: tuple[str, ...]) -> str:
    """Return how a place names its section: "Section F", "Sections H1 and H2"."""
    letters = [code.upper() for code in codes]
    if len(letters) == 1:
        return f"Section {letters[0]}"
    return f"Sections {', '.join(letters[:-1])} and {letters[-1]}"


def section_told(piece: Piece, codes: tuple[str, ...]) -> str:
    """Return which of the sections ``codes`` the printed number of a piece names ("B3"), or an empty string."""
    if isinstance(piece, Line):
        words = f"{piece.paragraph.label} {piece.paragraph.text}"
    else:
        words = " ".join((piece.label, *(line.text for line in piece.words[:1])))
    match = _LETTERED_NUMBER.match(words.strip())
    code = match[1].lower() if match else ""
    return code if code in codes else ""


_LETTERED_NUMBER = re.compile(r"[(\[]?(H[12](?=[.\s-])|[A-GI-K](?=\s?[.-]?\s?\d))")
