"""Drafts as blocks: each paragraph and table with its number and its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.facts import Place
from checker.intake.blocks import Block, Cell, Paragraph, Row, Table
from checker.intake.pdf.drafts import CellDraft, Draft, TableDraft, TextDraft


class Numberer:
    """Counts paragraphs and tables from 1, as the reader of Word does."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._paragraph = 0
        self._table = 0

    def blocks(self, drafts: Sequence[Draft], place: Place | None = None) -> tuple[Block, ...]:
        """Return ``drafts`` as blocks; ``place`` is the cell they stand in."""
        here = place or Place(self._name)
        return tuple(self._text(each, here) if isinstance(each, TextDraft) else self._rows(each) for each in drafts)

    def _text(self, draft: TextDraft, here: Place) -> Paragraph:
        self._paragraph += 1
        place = replace(here, paragraph=self._paragraph, page=draft.page, words=draft.text)
        return Paragraph(
            draft.text, place, label=draft.label, level=draft.level, heading=draft.heading,
            bold=draft.bold, size=draft.size, contents=draft.contents,
        )  # fmt: skip

    def _rows(self, draft: TableDraft) -> Table:
        self._table += 1
        place = Place(self._name, table=self._table, page=draft.page)
        taken: dict[int, int] = {}
        rows = []
        for number, cells in enumerate(draft.rows, start=1):
            made: list[Cell] = []
            column = 1
            for cell in cells:
                while taken.get(column, 0) >= number:
                    column += 1
                made.append(self._cell(cell, replace(place, row=number, column=column)))
                for covered in range(column, column + cell.columns):
                    taken[covered] = number + cell.rows - 1
                column += cell.columns
            rows.append(Row(tuple(made), number, header=all(cell.header for cell in cells)))
        width = max((cell.column + cell.columns - 1 for row in rows for cell in row.cells), default=0)
        return Table(tuple(rows), replace(place, paragraph=self._paragraph), width)

    def _cell(self, draft: CellDraft, place: Place) -> Cell:
        place = replace(place, paragraph=self._paragraph + 1)
        blocks = self.blocks(draft.drafts, place)
        made = Cell(blocks, place, place.row, place.column, draft.columns, draft.rows)
        first = next((each.place.page for each in blocks), place.page)
        return replace(made, place=replace(place, words=made.text, page=first))
