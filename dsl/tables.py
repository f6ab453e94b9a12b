"""What a table leaves out, and what it says twice: every value of its keys has one row on any one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product

from dsl.tree import Row, RowKey
from dsl.vocabulary import Code, Number, Type, YesNo

MOST = 5000
"""A table of more combinations of its keys is not looked through."""

Bound = int | str | bool | None
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Cell:
    """One value of one key, or a run of numbers that every row treats alike; None is an open end."""

    low: Bound
    high: Bound


def cells(type_: Type, keys: Sequence[RowKey]) -> tuple[Cell, ...]:
    """Return the values of one key that the rows of a table must provide for.

    Numbers are provided for from the lowest to the highest that a row names, and beyond
    them only where a row is open on that side.
    """
    match type_:
        case Code():
            return tuple(Cell(value, value) for value, _ in type_.values)
        case YesNo():
            return Cell(True, True), Cell(False, False)
        case _:
            return tuple(_runs(keys))


def holds(key: RowKey, cell: Cell) -> bool:
    """Whether a row's key takes in a cell."""
    if key.any:
        return True
    if isinstance(cell.low, str | bool):
        return key.low == cell.low
    above = key.low is None or (isinstance(cell.low, int) and isinstance(key.low, int) and key.low <= cell.low)
    below = key.high is None or (isinstance(cell.high, int) and isinstance(key.high, int) and cell.high <= key.high)
    return above and below


def combinations(by: Sequence[Type], rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    """Return every combination of cells, as many as are looked through."""
    columns = [cells(type_, [row.keys[place] for row in rows]) for place, type_ in enumerate(by)]
    found = []
    for each in product(*columns):
        found.append(each)
        if len(found) == MOST:
            break
    return found


def rows_for(cell: Sequence[Cell], rows: Iterable[Row]) -> list[Row]:
    """Return the rows that provide for one combination, in the order of their days."""
    found = [row for row in rows if all(map(holds, row.keys, cell))]
    return sorted(found, key=lambda row: row.from_day or date.min)


def overlaps(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield each of the rows for one combination that begins before the one before it has ended.

    A row that does not say until when holds until a later one begins.
    """
    for before, row in pairwise(rows):
        ends = before.until_day or before.from_day or date.min
        if row.from_day is None or row.from_day <= ends:
            yield row


def breaks(rows: Sequence[Row]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each time between the rows for one combination."""
    for before, row in pairwise(rows):
        if before.until_day is not None and row.from_day is not None and row.from_day > before.until_day + _DAY:
            yield before.until_day + _DAY, row.from_day - _DAY


def said(cell: Cell) -> str:
    """Return how a message speaks of a cell."""
    match cell.low, cell.high:
        case bool(), _:
            return "yes" if cell.low else "no"
        case None, None:
            return "any number"
        case None, high:
            return f"under {high + 1}" if isinstance(high, int) else ""
        case low, None:
            return f"{low} or over"
        case low, high if low == high:
            return str(low)
        case low, high:
            return f"{low} to {high}"


def _runs(keys: Sequence[RowKey]) -> Iterator[Cell]:
    """Yield the runs of whole numbers between the ends that rows name."""
    named = [key for key in keys if not key.any]
    ends = {key.low for key in named if isinstance(key.low, int)}
    ends |= {key.high + 1 for key in named if isinstance(key.high, int)}
    if not ends:
        yield Cell(None, None)
        return
    order = sorted(ends)
    if any(key.low is None for key in keys):
        yield Cell(None, order[0] - 1)
    for low, after in pairwise(order):
        yield Cell(low, after - 1)
    if any(key.high is None for key in keys):
        yield Cell(order[-1], None)


def is_key(type_: Type) -> bool:
    """Whether a value of this type may be a key of a table."""
    return isinstance(type_, Code | Number | YesNo)
