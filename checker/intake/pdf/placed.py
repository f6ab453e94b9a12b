"""Tagged tables put in their columns.

PDFium leaves out of the tags of a page the cells that hold nothing, so what is left of a
row may have moved to the left. The lines drawn, or else where the words stand, tell the
column of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.intake.pdf.drafts import CellDraft, Draft, TableDraft, TextDraft
from checker.intake.pdf.pages import Page, Word, holds
from checker.intake.pdf.ruled import RuledTable, tables_on

_MOST = 0.9


def placed(drafts: Sequence[Draft], page: Page) -> list[Draft]:
    """Return the drafts of a page with the cells of each table in their columns."""
    ruled = tables_on(page.rules)
    return [_unwrapped(_placed(each, ruled)) if isinstance(each, TableDraft) else each for each in drafts]


def _unwrapped(table: TableDraft) -> TableDraft:
    """Return the table that is all another one holds."""
    only = table.rows[0][0].drafts if len(table.rows) == 1 and len(table.rows[0]) == 1 else ()
    return only[0] if len(only) == 1 and isinstance(only[0], TableDraft) else table


def _placed(table: TableDraft, ruled: Sequence[RuledTable]) -> TableDraft:
    words = list(_words((table,)))
    if not words:
        return table
    drawn = [each for each in ruled if sum(holds(each.box, *word.middle) for word in words) >= _MOST * len(words)]
    if drawn:
        smallest = min(drawn, key=lambda each: (each.box[2] - each.box[0]) * (each.box[3] - each.box[1]))
        return _in_lines(table, smallest)
    return _in_columns(table)


def _words(drafts: Sequence[Draft]) -> Iterator[Word]:
    for each in drafts:
        if isinstance(each, TextDraft):
            yield from each.words
        else:
            for row in each.rows:
                for cell in row:
                    yield from _words(cell.drafts)


def _in_lines(table: TableDraft, drawn: RuledTable) -> TableDraft:
    """Return a table by the lines drawn, with the tagged paragraphs in the cells they stand in."""
    held: dict[int, list[Draft]] = {at: [] for at in range(len(drawn.cells))}
    heads: set[int] = set()
    at = 0
    for row in table.rows:
        for cell in row:
            for draft in cell.drafts:
                first = next(_words((draft,)), None)
                if first is not None:
                    at = next((n for n, each in enumerate(drawn.cells) if holds(each.box, *first.middle)), at)
                held[at].append(_placed(draft, ()) if isinstance(draft, TableDraft) else draft)
                if cell.header:
                    heads.add(at)
    rows: list[list[CellDraft]] = [[] for _ in range(drawn.rows)]
    for number, each in enumerate(drawn.cells):
        rows[each.row - 1].append(CellDraft(tuple(held[number]), each.rows, each.columns, number in heads))
    return replace(table, rows=_without_inner_lines(rows), edges=drawn.edges, is_open=drawn.is_open)


def _without_inner_lines(rows: Sequence[Sequence[CellDraft]]) -> tuple[tuple[CellDraft, ...], ...]:
    """Return rows without the cells that the lines of a table inside a cell would make: it fills its row."""
    made: list[tuple[CellDraft, ...]] = []
    inside = False
    for row in rows:
        filled = [cell for cell in row if cell.drafts]
        alone = len(row) > 1 and len(filled) == 1 and all(isinstance(each, TableDraft) for each in filled[0].drafts)
        if alone:
            made.append((replace(filled[0], rows=1, columns=sum(cell.columns for cell in row)),))
        elif row and (filled or not inside):
            made.append(tuple(row))
        inside = alone or (inside and not filled)
    return tuple(made)


def _in_columns(table: TableDraft) -> TableDraft:
    """Return a table with empty cells where a row's words leave out a column of the fullest row."""
    fullest = max(table.rows, key=len)
    if all(len(row) == len(fullest) or any(cell.columns > 1 for cell in row) for row in table.rows) or _is_whole(table):
        return table
    edges = [min((word.left for word in _words(cell.drafts)), default=0.0) for cell in fullest]
    rows = []
    for row in table.rows:
        if len(row) == len(fullest) or any(cell.columns > 1 for cell in row):
            rows.append(row)
            continue
        made = [CellDraft(())] * len(fullest)
        for cell in row:
            left = min((word.left for word in _words(cell.drafts)), default=0.0)
            free = [at for at in range(len(edges)) if not made[at].drafts]
            at = min(free, key=lambda each: abs(edges[each] - left), default=0)
            made[at] = cell
        rows.append(tuple(made))
    return replace(table, rows=tuple(rows))


def _is_whole(table: TableDraft) -> bool:
    """Return whether the cells of every row, and those that reach into it from above, fill the table's width."""
    reaching: list[int] = []
    for row in table.rows:
        reaching = [rows - 1 for rows in reaching if rows > 1]
        for cell in row:
            reaching += [cell.rows] * cell.columns
        if len(reaching) != table.width:
            return False
    return True
