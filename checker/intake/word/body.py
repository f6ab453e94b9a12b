"""The body of a Word file: paragraphs and tables in order, through controls and tracked changes, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.facts import Place
from checker.intake.blocks import Block, Cell, Paragraph, Row, Table
from checker.intake.limits import Problem, Refused
from checker.intake.word.styles import VAL, Look, Numbering, Styles, W, paragraph_look, whole_number
from checker.intake.word.text import GONE, THROUGH, Gathered, TextReader, all_words, chosen
from checker.intake.yaml_nodes import neutralised

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS_APART = ("inserted", "deleted", "struck", "hidden", "unread", "highlighted", "prompt")
_MAX_DEPTH = 60
_WIDEST = 200


class BodyReader:
    """Walks a body once, in order; counts paragraphs and tables from 1.

    ``apart`` holds the places of what is no text, by kind, and of what was inserted;
    ``odd`` counts paragraphs with characters made harmless. ``sources`` gives, by the number
    of a paragraph, the pieces its words are made of with the elements they stand in;
    ``elements`` the paragraphs themselves.
    """

    def __init__(self, name: str, styles: Styles, numbering: Numbering, *, fields_close: bool) -> None:
        self.name = name
        self.styles = styles
        self.numbering = numbering
        self.text = TextReader(styles, fields_close=fields_close)
        self.apart: dict[str, list[Place]] = {kind: [] for kind in KINDS_APART}
        self.odd = 0
        self.sources: dict[int, list[tuple[_Element, str]]] = {}
        self.elements: dict[int, _Element] = {}
        self._paragraph = 0
        self._table = 0
        self._here = Place(name)
        self._contents = 0
        self._box = 0
        self._depth = 0

    def blocks(self, parent: _Element) -> tuple[Block, ...]:
        """Return the blocks in a body, a cell, a text box or a note."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Refused(
                self.name, [Problem(f"tables and text boxes stand more than {_MAX_DEPTH} deep in each other")]
            )
        found: list[Block] = []
        carried: Gathered | None = None
        for element in self._laid_out(parent):
            tag = element.tag
            if tag == W + "p":
                carried = self._read_paragraph(element, found, carried)
            elif tag == W + "tbl":
                found.append(self._read_table(element))
            elif tag == W + "altChunk":
                self.apart["unread"].append(replace(self._here, words="[embedded file]"))
        if carried is not None:
            self._finish(carried, None, found)
        self._depth -= 1
        return tuple(found)

    def _laid_out(self, parent: _Element, wanted: tuple[str, ...] = ("p", "tbl", "altChunk")) -> Iterator[_Element]:
        """Yield the paragraphs, tables, rows or cells in ``parent``, through controls and the marks of changes."""
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            space, _, local = child.tag.rpartition("}")
            if local in wanted:
                if space == W[:-1]:
                    yield child
            elif local == "sdt":
                content = self.text.control(child)
                contents = _holds_contents(child)
                self._contents += contents
                if content is not None:
                    yield from self._laid_out(content, wanted)
                self._contents -= contents
            elif local in THROUGH:
                yield from self._laid_out(child, wanted)
            elif local == "AlternateContent":
                yield from self._laid_out(chosen(child), wanted)
            elif local in GONE:
                self._aside("deleted", child)

    def _read_paragraph(self, element: _Element, found: list[Block], carried: Gathered | None) -> Gathered | None:
        line = carried or Gathered()
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        style = self.styles.get(self.styles.usual_paragraph if named is None else named.get(VAL, ""))
        contents = bool(self._contents) or style.name.startswith("toc ") or self.text.in_contents
        self._paragraph += 1
        self.elements[self._paragraph] = element
        self._here = replace(self._here, paragraph=self._paragraph)
        self.text.gather(element, line, style.look.over(self.styles.usual))
        if self.text.prompts > len(self.apart["prompt"]):
            self.apart["prompt"] += [self._here] * (self.text.prompts - len(self.apart["prompt"]))
        self.apart["inserted"] += [self._here] * line.inserted
        line.inserted = 0
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            for kind, words in line.apart.items():
                self.apart[kind].append(replace(self._here, words="".join(words)))
            line.apart = {}
            return line
        own = paragraph_look(properties).over(style.look)
        label, level = self._label(own, properties)
        shape = Paragraph(
            "", self._here, label=label, level=level, heading=own.heading or 0, style=style.name,
            contents=contents or self.text.in_contents, box=bool(self._box),
        )  # fmt: skip
        self._finish(line, shape, found)
        return None

    def _label(self, look: Look, properties: _Element | None) -> tuple[str, int]:
        if look.numbering is None:
            return "", 0
        number, depth = look.numbering
        if not number and properties is not None:
            named = properties.find(W + "pStyle")
            inherited = None if named is None else self.styles.get(named.get(VAL, "")).look.numbering
            number = inherited[0] if inherited else ""
        return (self.numbering.label(number, max(depth, 0)) if number not in ("", "0") else ""), max(depth, 0)

    def _finish(self, line: Gathered, shape: Paragraph | None, found: list[Block]) -> None:
        text = "".join(line.words)
        harmless = neutralised(text)
        self.odd += harmless != text
        if line.sources:
            self.sources[self._paragraph if shape is None else shape.place.paragraph] = line.sources
        shape = shape or Paragraph("", self._here, box=bool(self._box))
        place = replace(shape.place, words=harmless)
        bold = line.letters > 0 and line.bold >= line.letters
        found.append(replace(shape, text=harmless, place=place, bold=bold, size=line.size))
        for kind, words in line.apart.items():
            if "".join(words).strip():
                self.apart[kind].append(replace(place, words=neutralised("".join(words))))
        here = self._here
        for box in line.boxes:
            self._box += 1
            found.extend(self.blocks(box))
            self._box -= 1
        self._here = replace(here, paragraph=self._paragraph)

    def _aside(self, kind: str, element: _Element) -> None:
        words = all_words(element)
        if words.strip():
            self.apart[kind].append(replace(self._here, words=neutralised(words)))

    def _read_table(self, element: _Element) -> Table:
        self._table += 1
        outside, number = self._here, self._table
        self._here = Place(self.name, table=number, paragraph=self._paragraph)
        place = self._here
        rows: list[tuple[list[_Open], bool]] = []
        above: dict[int, _Open] = {}
        for tr in self._laid_out(element, ("tr",)):
            properties = tr.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self._aside("deleted", tr)
                continue
            cells = self._read_row(tr, len(rows) + 1, number, above)
            rows.append((cells, properties is not None and properties.find(W + "tblHeader") is not None))
        self._here = replace(outside, paragraph=self._paragraph)
        # A row whose every cell goes on from the row above holds nothing of its own.
        made = tuple(
            Row(tuple(cell.made() for cell in cells), at, header)
            for at, (cells, header) in enumerate(rows, start=1)
            if cells
        )
        width = max((c.column + c.columns - 1 for row in made for c in row.cells), default=0)
        return Table(made, place, width)

    def _read_row(self, tr: _Element, row: int, table: int, above: dict[int, _Open]) -> list[_Open]:
        properties = tr.find(W + "trPr")
        before = None if properties is None else properties.find(W + "gridBefore")
        column = 1 + (0 if before is None else whole_number(before.get(VAL)))
        cells: list[_Open] = []
        for tc in self._laid_out(tr, ("tc",)):
            settings = tc.find(W + "tcPr")
            span = merge = beside = None
            if settings is not None:
                span, merge, beside = (settings.find(W + name) for name in ("gridSpan", "vMerge", "hMerge"))
                if settings.find(W + "cellDel") is not None:
                    self._aside("deleted", tc)
                    continue
            width = min(max(1 if span is None else whole_number(span.get(VAL), 1), 1), _WIDEST)
            joined = beside is not None and beside.get(VAL, "continue") == "continue" and bool(cells)
            start = cells[-1].column if joined else column
            self._here = Place(self.name, table=table, row=row, column=start, paragraph=self._paragraph)
            place = self._here
            blocks = self.blocks(tc)
            if joined:
                cells[-1].columns += width
                cells[-1].blocks.extend(blocks)
            elif merge is not None and merge.get(VAL, "continue") == "continue" and column in above:
                owner = above[column]
                owner.rows = row - owner.row + 1
                owner.blocks.extend(b for b in blocks if isinstance(b, Table) or b.text.strip())
            else:
                cells.append(_Open(list(blocks), replace(place, paragraph=place.paragraph + 1), row, column, width))
                above[column] = cells[-1]
            column += width
        return cells


@dataclass
class _Open:
    """A cell that rows below may still reach into."""

    blocks: list[Block]
    place: Place
    row: int
    column: int
    columns: int
    rows: int = 1

    def made(self) -> Cell:
        """Return the cell as it stands."""
        words = Cell(tuple(self.blocks), self.place, self.row, self.column).text
        return Cell(
            tuple(self.blocks), replace(self.place, words=words), self.row, self.column, self.columns, self.rows
        )


def _holds_contents(control: _Element) -> int:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return int(gallery is not None and "contents" in gallery.get(VAL, "").lower())
