"""The items of a section: what carries a printed number, else each bullet, row or paragraph.

Labels. A printed number with the section's letter is the label ("F1", "F1.2"); a number
without the letter is given it ("3." in Section F is F3). Where nothing is printed, or the
printed numbers repeat, the label is the position with a space ("F 3"), so that it is never
taken for a printed one. Lines beneath a numbered item that have no number belong to it;
lines before the first number only introduce the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from checker.facts import Place
from checker.intake.blocks import BULLET, Paragraph
from checker.intake.plan.columns import DIMENSIONS, role_of
from checker.intake.plan.labels import BARE_NUMBER, COLON, as_label, label_in, number_alone, own_label
from checker.intake.plan.nothing import is_none
from checker.intake.plan.pieces import Entry, Labelled, Line, Piece
from checker.intake.plan.subheadings import area_named
from checker.intake.plan.ticks import none_ticked

_TYPED_BULLET = re.compile(r"^\s*[•●○▪■□◦‣∙·*–—-]\s+")
_CELL_ROLES = DIMENSIONS | {"by_when", "need", "outcome", "provision", "kind", "agreed"}


@dataclass(frozen=True)
class Item:
    """An item of a section: its label, words and place, its labelled cells, and what heads it.

    ``printed`` says that its number stands in the document. ``title`` is the sub-heading
    above it, or what stands to the left of it in its row; ``outer`` is the sub-heading
    above that one.
    """

    label: str
    printed: bool
    words: str
    place: Place
    area: str
    area_place: Place | None
    cells: tuple[Labelled, ...]
    title: str
    title_place: Place | None
    outer: str
    groups: tuple[str, ...]
    links: tuple[str, ...]


@dataclass
class _Open:
    number: str
    words: list[str]
    place: Place
    area: str
    area_place: Place | None
    title: str
    title_place: Place | None
    outer: str = ""
    cells: list[Labelled] = field(default_factory=list)
    groups: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    depth: int = 0
    bullet: bool = False


def items_of(pieces: Sequence[Piece], code: str) -> tuple[Item, ...]:
    """Return the items of the section ``code``, in order."""
    bare = _runs_from_one(pieces)
    gather = _Gather(code, bare=bare, numbered=_numbered(pieces, code, bare=bare))
    for piece in pieces:
        if isinstance(piece, Line):
            gather.line(piece)
        else:
            gather.entry(piece)
    found = gather.items()
    # "None." beneath one area of need, or in one row of a grid, is no item beside those there are.
    told = [item for item in found if item.number or item.cells or not _says_nothing(" ".join(item.words))]
    return _labelled(told or found, code)


def _numbered(pieces: Sequence[Piece], code: str, *, bare: bool) -> bool:
    return any(
        (isinstance(piece, Entry) and bool(piece.label))
        or any(label_in(p, code, bare=bare)[0] or number_alone(p.text.strip(), code) for p in _lines_of(piece))
        for piece in pieces
    )


def _runs_from_one(pieces: Sequence[Piece]) -> bool:
    """Return whether lines that begin with a number and no mark count 1, 2, 3 …: then these are numbers of items."""
    numbers = [
        int(match[1]) for piece in pieces for line in _lines_of(piece) if (match := BARE_NUMBER.match(line.text))
    ]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _says_nothing(words: str) -> bool:
    return is_none(words) or none_ticked(words)


def _lines_of(piece: Piece) -> Iterable[Paragraph]:
    return (piece.paragraph,) if isinstance(piece, Line) else piece.words


class _Gather:
    def __init__(self, code: str, *, bare: bool, numbered: bool) -> None:
        self._code = code
        self._bare = bare
        self._numbered = numbered
        self._done: list[_Open] = []
        self._area = ""
        self._area_place: Place | None = None
        self._title = ""
        self._title_place: Place | None = None
        self._outer: list[tuple[int, str]] = []
        self._lead: Paragraph | None = None
        self._open = False

    def items(self) -> list[_Open]:
        self._close_lead()
        return self._done

    def line(self, piece: Line) -> None:
        line = piece.paragraph
        number, _ = label_in(line, self._code, bare=self._bare)
        alone = number_alone(line.text.strip(), self._code)
        if alone:
            self._close_lead()
            self._begin(alone, "", line.place, depth=line.level)
            return
        if piece.subheading and not number and self._awaits_words() and not area_named(line.text):
            self._done[-1].words.append(line.text.strip())
            return
        if piece.subheading and not number:
            self._subheading(line)
            return
        before = len(self._done)
        self._running(line)
        for made in self._done[before:]:
            made.groups = piece.groups

    def _awaits_words(self) -> bool:
        """Return whether an item stands open of which only the number was printed so far."""
        return self._open and bool(self._done) and bool(self._done[-1].number) and not self._done[-1].words

    def entry(self, piece: Entry) -> None:
        self._close_lead()
        if self._open and self._done and self._done[-1].number and not (piece.label or piece.words or piece.title):
            # The rest of a card that a page breaks beneath its number and words.
            self._done[-1].cells.extend(piece.cells)
            return
        self._open = False
        if piece.area and piece.area != self._area:
            self._area, self._area_place = piece.area, piece.place
        title, title_place = self._title, self._title_place
        if piece.title:
            self._title, self._title_place = piece.title, piece.place
        before = len(self._done)
        words = piece.words
        if piece.label or not words:
            number = as_label(piece.label, self._code.upper()) or piece.label
            self._begin(number, "", piece.place)
            self._fill(words)
        elif self._one_item(words, shared=bool(piece.groups) and len(words) > 1):
            number, first = label_in(words[0], self._code, bare=self._bare)
            self._begin(number, first, words[0].place)
            self._fill(words[1:])
        else:
            for line in words:
                self._running(line)
        self._close_lead()
        for made in self._done[before:]:
            made.cells.extend(piece.cells)
            made.groups, made.links = piece.groups, piece.links
        self._open = False
        if piece.title:
            self._title, self._title_place = title, title_place

    def _one_item(self, words: Sequence[Paragraph], *, shared: bool) -> bool:
        """Return whether the words of a row are one item: no second number, no list of bullets to itself."""
        numbers = sum(bool(label_in(line, self._code, bare=self._bare)[0]) for line in words)
        bullets = sum(_is_bullet(line) for line in words)
        return numbers <= 1 and (numbers == 1 or bullets < 2) and not shared  # noqa: PLR2004  (one bullet is no list)

    def _fill(self, words: Sequence[Paragraph]) -> None:
        for line in words:
            if not self._cell(line):
                self._done[-1].words.append(line.text.strip())
                if len(self._done[-1].words) == 2 and not self._done[-1].words[0]:  # noqa: PLR2004
                    self._done[-1].place = replace(line.place)

    def _running(self, line: Paragraph) -> None:
        number, words = label_in(line, self._code, bare=self._bare)
        bullet = _is_bullet(line)
        if not number and self._cell(line):
            return
        own = own_label(words, self._code)
        if own and not number:
            self._own(line, own)
        elif number:
            words = own[1] if own and own[1] else words
            if self._open and line.level > self._done[-1].depth and not line.label[:1].isupper():
                self._done[-1].words.append(words)
                return
            self._close_lead()
            self._begin(number, words, line.place, depth=line.level)
        elif (self._numbered and self._open) or (
            bullet and self._open and self._done[-1].bullet and line.level > self._done[-1].depth
        ):
            self._done[-1].words.append(_without_bullet(line))
        elif self._numbered and not bullet:
            return
        elif not bullet and words.endswith(":"):
            self._close_lead()
            self._lead = line
            return
        else:
            lead = self._lead if bullet else None
            if not bullet:
                self._close_lead()
            text = _without_bullet(line)
            self._begin(
                "", f"{lead.text.strip()} {text}" if lead else text, line.place, depth=line.level, bullet=bullet
            )
            if lead:
                self._lead = replace(lead, label="used")

    def _own(self, line: Paragraph, own: tuple[str, str]) -> None:
        """Take "Need 2: …" for an item, and "Need:" alone for what leads to it."""
        self._close_lead()
        self._open = False
        if own[1]:
            self._begin(*own, line.place, depth=line.level)

    def _close_lead(self) -> None:
        """Take a line that led to nothing ("Ana will have:") for an item of its own."""
        lead, self._lead = self._lead, None
        if lead is not None and lead.label != "used":
            self._begin("", lead.text.strip(), lead.place)

    def _begin(self, number: str, words: str, place: Place, *, depth: int = 0, bullet: bool = False) -> None:
        outer = " / ".join(text for _, text in self._outer[:-1])
        self._done.append(
            _Open(
                number, [words] if words else [], place, self._area, self._area_place, self._title, self._title_place,
                outer=outer, depth=depth, bullet=bullet,
            )
        )  # fmt: skip
        self._open = True

    def _cell(self, line: Paragraph) -> bool:
        """Take "How often: weekly" beneath an item as its labelled cell."""
        if not self._open or not self._done or self._code in ("a", "i", "j", "k"):
            return False
        match = COLON.match(_without_bullet(line))
        role = role_of(match[1], self._code) if match else ""
        if match is None or role not in _CELL_ROLES or len(match[1].split()) > 8:  # noqa: PLR2004  (a label is short)
            return False
        self._done[-1].cells.append(Labelled(role, match[1].strip(), " ".join(match[2].split()), line.place))
        return True

    def _subheading(self, line: Paragraph) -> None:
        self._close_lead()
        self._open = False
        text = " ".join(line.text.split())
        area = area_named(text)
        level = line.heading or (7 if area else 8)
        self._outer = [(depth, words) for depth, words in self._outer if depth < level]
        self._outer.append((level, text))
        if area:
            self._area, self._area_place = area, replace(line.place, words=text)
        self._title, self._title_place = text, replace(line.place, words=text)


def _is_bullet(line: Paragraph) -> bool:
    return (
        line.label == BULLET
        or bool(line.label and not re.search(r"\d", line.label))
        or bool(_TYPED_BULLET.match(line.text))
    )


def _without_bullet(line: Paragraph) -> str:
    return _TYPED_BULLET.sub("", line.text).strip()


def _labelled(found: list[_Open], code: str) -> tuple[Item, ...]:
    numbers = [item.number for item in found if item.number]
    usable = len(numbers) == len(set(numbers))
    exact = code.upper()
    made = []
    for at, item in enumerate(found, start=1):
        printed = bool(item.number) and usable
        made.append(
            Item(
                label=item.number if printed else f"{exact} {at}",
                printed=printed,
                words="\n".join(w for w in item.words if w),
                place=item.place,
                area=item.area,
                area_place=item.area_place,
                cells=tuple(item.cells),
                title=item.title,
                title_place=item.title_place,
                outer=item.outer,
                groups=item.groups,
                links=item.links,
            )
        )
    return tuple(made)
