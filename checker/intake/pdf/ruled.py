"""Tables told from the lines drawn on a page: where lines meet are cells, and where one is missing a cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.intake.pdf.pages import Box

_NEAR = 3.0
_SHORTEST = 7.0
_THIN = 2.6
_OPEN = 8.0


@dataclass(frozen=True)
class RuledCell:
    """A cell: its row and column from 1, how many it spans, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True)
class RuledTable:
    """A table: its box, its cells, the edges of its columns, how many rows it has, and whether its ends are closed."""

    box: Box
    cells: tuple[RuledCell, ...]
    edges: tuple[float, ...]
    rows: int
    is_open: bool = False
    """Whether no line closes its last row: the page ends in it."""


@dataclass
class _Line:
    at: float
    start: float
    end: float


def tables_on(rules: Sequence[Box]) -> tuple[RuledTable, ...]:
    """Return the tables the lines of a page draw, in order from the top."""
    across = _merged([_Line((top + bottom) / 2, left, right) for left, top, right, bottom in rules
                      if bottom - top <= _THIN and right - left >= _SHORTEST])  # fmt: skip
    down = _merged([_Line((left + right) / 2, top, bottom) for left, top, right, bottom in rules
                    if right - left <= _THIN and bottom - top >= _SHORTEST])  # fmt: skip
    made = [table for group in _groups(across, down) if (table := _table(*group)) is not None]
    return tuple(sorted(made, key=lambda each: (each.box[1], each.box[0])))


def _merged(lines: list[_Line]) -> list[_Line]:
    """Join lines that lie on each other or go on from each other."""
    lines.sort(key=lambda line: (line.at, line.start))
    levels: list[list[_Line]] = []
    for line in lines:
        if levels and line.at - levels[-1][0].at <= 1.5:  # noqa: PLR2004  (the two sides of one drawn line)
            levels[-1].append(line)
        else:
            levels.append([line])
    made: list[_Line] = []
    for level in levels:
        at = sum(line.at for line in level) / len(level)
        begun: list[_Line] = []
        for line in sorted(level, key=lambda each: each.start):
            if begun and line.start <= begun[-1].end + _NEAR:
                begun[-1].end = max(begun[-1].end, line.end)
            else:
                begun.append(_Line(at, line.start, line.end))
        made += begun
    return made


def _groups(across: list[_Line], down: list[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Yield lines that meet each other, straight or through others."""
    owner = list(range(len(across) + len(down)))

    def find(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for one, flat in enumerate(across):
        for other, upright in enumerate(down, start=len(across)):
            if (
                flat.start - _NEAR <= upright.at <= flat.end + _NEAR
                and upright.start - _NEAR <= flat.at <= upright.end + _NEAR
            ):
                owner[find(one)] = find(other)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for index, line in enumerate((*across, *down)):
        flats, uprights = groups.setdefault(find(index), ([], []))
        (flats if index < len(across) else uprights).append(line)
    for flats, uprights in groups.values():
        if len(flats) > 1 and len(uprights) > 1:
            yield flats, uprights


def _levels(lines: Sequence[_Line]) -> list[float]:
    levels: list[float] = []
    for at in sorted(line.at for line in lines):
        if not levels or at - levels[-1] > _NEAR:
            levels.append(at)
    return levels


def _table(flats: list[_Line], uprights: list[_Line]) -> RuledTable | None:
    xs, ys = _levels(uprights), _levels(flats)
    if len(xs) < 2:  # noqa: PLR2004
        return None
    # A page cuts a table in two where it likes: the lines down the page go on, and none closes the row.
    top, bottom = min(line.start for line in uprights), max(line.end for line in uprights)
    open_top, open_bottom = ys[0] - top > _OPEN, bottom - ys[-1] > _OPEN
    ys = [*([top] if open_top else []), *ys, *([bottom] if open_bottom else [])]
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(slot: tuple[int, int]) -> tuple[int, int]:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    for row in range(rows):
        for column in range(columns):
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column + 1 < columns and not _drawn(uprights, xs[column + 1], y):
                owner[find((row, column + 1))] = find((row, column))
            if row + 1 < rows and not _drawn(flats, ys[row + 1], x):
                owner[find((row + 1, column))] = find((row, column))
    slots: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in owner:
        slots.setdefault(find(slot), []).append(slot)
    cells = []
    for held in slots.values():
        first, last = min(row for row, _ in held), max(row for row, _ in held)
        left, right = min(column for _, column in held), max(column for _, column in held)
        box = (xs[left], ys[first], xs[right + 1], ys[last + 1])
        cells.append(RuledCell(first + 1, left + 1, last - first + 1, right - left + 1, box))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return RuledTable((xs[0], ys[0], xs[-1], ys[-1]), tuple(cells), tuple(xs), rows, open_bottom)


def _drawn(lines: Sequence[_Line], at: float, across: float) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start - 1 <= across <= line.end + 1 for line in lines)
