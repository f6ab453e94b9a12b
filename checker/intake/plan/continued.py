"""Tables that go on in a table of their own, as where a page ends: the second has no header, and needs the first's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.intake.blocks import Block, Cell, Paragraph, Row, Table, paragraphs
from checker.intake.plan.columns import is_header_again, read_columns, role_of
from checker.intake.plan.furniture import is_page_foot
from checker.intake.plan.headings import sections_named
from checker.intake.plan.subheadings import area_named

_ENDS = (".", "?", "!", ":")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_LABEL = 2
"""A cell of so few words is a label, and no sentence left unfinished."""


def with_rest(first: Table, blocks: Sequence[Block], at: int, section: str) -> tuple[Table, tuple[Paragraph, ...], int]:
    """Return a table with what goes on from it at ``at``, the page feet between, and where the rest begins.

    A table goes on from the one before it if nothing stands between but the head or foot of a
    page, it has as many columns, and no header or the same one again. ``section`` is the code
    of the section they stand in, empty if none. A row that a page breaks is made whole. In a
    grid of sections an area of need may stand between, and is a row of it.
    """
    made, end = first, at
    feet: tuple[Paragraph, ...] = ()
    while True:
        after = end
        between: list[Paragraph] = []
        areas: list[Paragraph] = []
        while after < len(blocks) and isinstance(each := blocks[after], Paragraph):
            if each.text.strip() and area_named(each.text) and not each.heading:
                areas.append(each)
            elif each.text.strip() and is_page_foot(each):
                between.append(each)
            elif each.text.strip():
                break
            after += 1
        following = blocks[after] if after < len(blocks) else None
        if not isinstance(following, Table) or not _goes_on(made, following, section):
            return _whole(made), feet, end
        if areas and not _is_grid(made):
            return _whole(made), feet, end
        for area in areas:
            made = _with_band(made, area)
        made, feet, end = _beneath(made, following), (*feet, *between), after + 1


def _is_grid(table: Table) -> bool:
    columns = read_columns(table)
    return columns is not None and len(set(columns.sections.values())) > 1


def _with_band(table: Table, line: Paragraph) -> Table:
    """Return a table with a line across it as its last row."""
    number = table.rows[-1].number + 1
    return replace(table, rows=(*table.rows, Row((Cell((line,), line.place, number, 1, table.columns),), number)))


def _goes_on(above: Table, table: Table, section: str) -> bool:
    if above.columns != table.columns or not table.rows:
        return False
    columns = read_columns(above, section)
    header = next((row for row in above.rows if columns and row.number == columns.row), None)
    if columns is None or header is None or len(header.cells) < 2:  # noqa: PLR2004  (a header tells columns apart)
        return False
    if is_header_again(table.rows[0], columns):
        return bool(columns.sections) and len(table.rows) > 1 and _breaks(above.rows[-1], table.rows[1])
    return read_columns(table, section) is None and not _has_labels(table, header, section)


def _beneath(above: Table, table: Table) -> Table:
    """Return both tables as one; rows are counted on."""
    last = above.rows[-1].number
    columns = read_columns(above) or read_columns(table)
    rows = [row for row in table.rows if columns is None or not is_header_again(row, columns)]
    moved = [
        replace(row, number=last + at, cells=tuple(replace(cell, row=last + at) for cell in row.cells))
        for at, row in enumerate(rows, start=1)
    ]
    return replace(above, rows=(*above.rows, *moved))


def _whole(table: Table) -> Table:
    """Return a table with the rows that a page breaks made whole: their words go on in the middle of a sentence."""
    rows: list[Row] = []
    for row in table.rows:
        if rows and _breaks(rows[-1], row):
            rest = {cell.column: cell for cell in row.cells if cell.text.strip()}
            rows[-1] = replace(rows[-1], cells=tuple(_with(cell, rest.get(cell.column)) for cell in rows[-1].cells))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _breaks(above: Row, row: Row) -> bool:
    """Return whether a row only goes on with sentences that the row above it leaves unfinished."""
    over = {cell.column: cell.text.rstrip() for cell in above.cells}
    filled = [(cell.text.strip(), over.get(cell.column, "")) for cell in row.cells if cell.text.strip()]
    return (
        bool(filled)
        and all(
            words[:1].islower() | (words[:1].isdigit() and not _NUMBERED.match(words))
            and len(held.split()) > _LABEL
            and not held.endswith(_ENDS)
            for words, held in filled
        )
        and any(len(words.split()) > 1 for words, _ in filled)
    )


def _with(cell: Cell, rest: Cell | None) -> Cell:
    if rest is None:
        return cell
    *before, last = cell.blocks
    first, *after = rest.blocks
    if not isinstance(last, Paragraph) or not isinstance(first, Paragraph):
        return replace(cell, blocks=(*cell.blocks, *rest.blocks))
    text = f"{last.text.rstrip()} {first.text.lstrip()}"
    whole = replace(last, text=text, place=replace(last.place, words=text))
    return replace(cell, blocks=(*before, whole, *after))


def stretches(table: Table) -> tuple[Table, ...]:
    """Return a table cut where a row heads its columns with other sections, as where a grid stands beneath another."""
    heads = [at for at, row in enumerate(table.rows) if _section_header(row)]
    # A table that is one grid has its header on top; one that holds grids ends each where a row heads a section alone.
    alone = [at for at, row in enumerate(table.rows) if at and _heads_alone(row)] if heads and heads[0] else []
    starts = sorted({0, *(at for at in heads if at - 1 not in heads), *alone})
    starts = starts if heads and heads[0] else [0, *(at for at in heads[1:] if at - 1 not in heads)]
    stops = [*starts[1:], len(table.rows)]
    return tuple(replace(table, rows=table.rows[a:b]) for a, b in zip(starts, stops, strict=True))


def _section_header(row: Row) -> frozenset[str]:
    """Return the sections that a row's cells name, if each names one by its letter and no two the same."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    named = [sections_named(cell.text, strong=_is_bold(cell)) for cell in filled]
    codes = [each.codes[0] for each in named if each and each.lettered and each.stands_alone]
    return frozenset(codes) if len(codes) == len(filled) == len(set(codes)) and len(codes) > 1 else frozenset()


def _heads_alone(row: Row) -> bool:
    """Return whether a row is one cell, the heading of a section with its letter."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    named = sections_named(filled[0].text, strong=_is_bold(filled[0])) if len(filled) == len(row.cells) == 1 else None
    return named is not None and named.lettered and named.stands_alone


def _is_bold(cell: Cell) -> bool:
    return all(line.bold for line in paragraphs(cell.blocks) if line.text.strip())


def _has_labels(table: Table, header: Row, section: str) -> bool:
    """Return whether a table's first column holds a card's labels, and no words of a grid that goes on.

    It does where it holds only what the header above says elsewhere, or mostly what a card's labels say.
    """
    titles = {" ".join(cell.text.lower().split()) for cell in header.cells}
    firsts = [" ".join(row.cells[0].text.lower().split()) for row in table.rows if row.cells]
    labels = sum(bool(role_of(first, section)) for first in firsts)
    return set(firsts) <= titles or (table.columns == 2 and labels * 2 > len(firsts))  # noqa: PLR2004  (label and words)
