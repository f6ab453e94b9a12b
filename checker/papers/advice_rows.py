"""Rows of a report's tables: which column says what is recommended, and the passages of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.intake.blocks import Cell
from checker.intake.plan.columns import DIMENSIONS
from checker.intake.plan.details import says_nothing
from checker.intake.plan.subheadings import area_named
from checker.papers.advice_words import LEADS, NO_AMOUNT
from checker.papers.lines import BOXES, Grid, lines_in
from checker.papers.paper import Passage


def with_row(passage: Passage, grid: Grid, held: Mapping[int, Cell | None]) -> Passage:
    """Return a passage of a row with what the row's cells say of amounts, of who and of where."""
    cells = [held.get(at) for at, role in enumerate(grid.roles) if role in DIMENSIONS]
    more = [" ".join(cell.text.split()) for cell in cells if cell is not None and is_stated(cell.text)]
    words = " | ".join([passage.words, *more])
    return replace(passage, words=words, place=replace(passage.place, words=words))


def area_alone(row: Sequence[Cell | None]) -> Cell | None:
    """Return the one cell of a row that is not empty, if it names an area of need."""
    filled = [cell for cell in row if cell is not None and cell.text.strip()]
    return filled[0] if len(filled) == 1 and len(row) > 1 and area_named(filled[0].text) else None


def is_stated(text: str) -> bool:
    """Return whether a cell states something: it is not empty, a dash or "n/a"."""
    return bool(text.strip()) and not says_nothing(text) and not NO_AMOUNT.fullmatch(text.strip())


def with_what(grid: Grid, role: str) -> Grid:
    """Return a grid with its column "What", or its one other column, as provision.

    So it is under a heading of provision and, where no heading says otherwise, in a table
    that has columns for how often or how much and for who.
    """
    amounts = set(grid.roles) & {"frequency", "duration", "amount"}
    alone = not role and "deliverer" in grid.roles and bool(amounts) and not set(grid.roles) & {"current", "effect"}
    under = role == "provision" and (bool(set(grid.roles) & {*DIMENSIONS, "need"}) or _has_boxes(grid))
    if "provision" in grid.roles or not (alone or under):
        return grid
    free = [at for at, name in enumerate(grid.roles) if not name]
    at = next(
        (at for at in free if grid.titles[at].lower().startswith(("what", "detail"))),
        free[0] if len(free) == 1 else None,
    )
    if at is None:
        return grid
    return replace(grid, roles=(*grid.roles[:at], "provision", *grid.roles[at + 1 :]))


def _has_boxes(grid: Grid) -> bool:
    return any(
        cell is not None and cell.text.strip() in BOXES and cell.text.strip() for row in grid.rows for cell in row
    )


def cell_passages(cell: Cell, number: str, area: str) -> Iterator[Passage]:
    """Yield the passages of a cell: its bullets or numbered lines one by one, else the whole of it."""
    lines = [line for line in lines_in(cell.blocks) if not says_nothing(line.text)]
    items = [line for line in lines if line.bullet or line.number]
    if len(items) > 1:
        for line in lines:
            if not LEADS.search(line.text):
                yield Passage(line.text, line.place, line.number or number, area)
        return
    if len(lines) > 1:
        for line in lines:
            yield Passage(line.text, line.place, line.number or number, area)
    elif lines:
        line = lines[0]
        yield Passage(line.text, line.place, line.number or number, area)
