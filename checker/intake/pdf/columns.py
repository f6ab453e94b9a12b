"""What stands side by side without lines between: columns of prose, labels with their words, tables without rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.intake.pdf.lines import TextLine
from checker.intake.pdf.pages import Box, Word
from checker.intake.plan.columns import role_of
from checker.intake.plan.headings import sections_named

_FEWEST = 3
_ALIGNED = 4.0
_LABEL_WORDS = 5
_SEVERAL = 2
_THIN = 2.6
_LINE = 0.9
"""Less than the height of a line, as a share of the size of its type."""
_LARGER = 1.15
_NEXT_WORD = 0.6
"""The widest space between words that go on in one cell, as a share of the size of their type."""
_GUTTER = 12.0


@dataclass(frozen=True)
class Aligned:
    """A table without rules: the left edges of its columns, and its rows, each a list of lines by column."""

    edges: tuple[float, ...]
    rows: tuple[tuple[tuple[TextLine, ...], ...], ...]


Part = Aligned | tuple[TextLine, ...]
"""What a stretch of a page is: a table, or lines of one column in their order."""


def parts_of(lines: Sequence[TextLine], rules: Sequence[Box]) -> Iterator[Part]:
    """Yield what a stretch of lines is, from the top: prose, columns of prose one after another, tables."""
    rows = _rows(lines)
    level = [TextLine(tuple(sorted((w for line in row for w in line.words), key=lambda w: w.left))) for row in rows]
    at = 0
    plain: list[TextLine] = []
    while at < len(rows):
        # The headings of columns stand close: the words beneath tell the gutters.
        heads = at + 1 < len(level) and level[at].heads_columns
        start = _beneath_headings(level, at + 1) if heads else at
        end = _run_of_segments(level, start)
        fewest = _SEVERAL if heads or _are_labelled(level[at:end]) else _FEWEST
        part = _side_by_side(level[at:end], rules) if end - at >= fewest else None
        if part is None:
            plain += rows[at]
            at += 1
            continue
        if not isinstance(part[0], Aligned):
            plain, part = _with_lines_above(plain, part)
        if plain:
            yield tuple(plain)
            plain = []
        yield from part
        at = end
    if plain:
        yield tuple(plain)


def _are_labelled(lines: Sequence[TextLine]) -> bool:
    """Return whether each of a few lines is a label of a setting with what it says far to the right of it."""
    cut = [line.segments() for line in lines]
    return all(len(each) == _SEVERAL and bool(role_of(each[0].text.strip(" :"), "i")) for each in cut)


def _beneath_headings(level: Sequence[TextLine], at: int) -> int:
    """Return where the words beneath the headings of columns begin: after a short line of its own, an area of need."""
    short = at + 1 < len(level) and len(level[at].segments()) == 1 and len(level[at].words) <= _LABEL_WORDS
    return at + 1 if short else at


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return lines in rows: two that stand side by side, less than a line apart in height, are a row."""
    rows: list[list[TextLine]] = []
    for line in lines:
        beside = rows[-1][0] if rows and len(rows[-1]) == 1 else None
        if beside and line.base - beside.base < _LINE * line.size and _apart(beside, line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _apart(one: TextLine, other: TextLine) -> bool:
    return max(one.left, other.left) - min(one.right, other.right) >= _GUTTER


def _with_lines_above(plain: list[TextLine], columns: list[Part]) -> tuple[list[TextLine], list[Part]]:
    """Give a right column the lines at its head that stand higher than the left column begins."""
    first, second = columns
    if isinstance(first, Aligned) or isinstance(second, Aligned):
        return plain, columns
    edge = min(line.left for line in second)
    kept = list(plain)
    above: list[TextLine] = []
    top = second[0]
    while kept and kept[-1].left >= edge - _ALIGNED and top.base - kept[-1].base < 2 * top.size:
        top = kept.pop()
        above.insert(0, top)
    return kept, [first, (*above, *second)]


def _run_of_segments(lines: Sequence[TextLine], at: int) -> int:
    """Return where a run of lines that share a gutter with the line at ``at`` ends."""
    first = lines[at].segments()
    if len(first) < 2:  # noqa: PLR2004
        return at + 1
    gutters = [(one.right, other.left) for one, other in pairwise(first)]
    end = at + 1
    pitches = [after.base - before.base for before, after in zip(lines[at:], lines[at + 1 :], strict=False)]
    usual = median(pitches) if pitches else 0.0
    while end < len(lines):
        line = lines[end]
        if usual and line.base - lines[end - 1].base > max(3.2 * usual, 3 * line.size):
            break
        if line.heads_columns or (line.bold and line.size > _LARGER * lines[at].size):
            break  # another table begins, or what a heading heads
        kept = [_narrowed(gutter, line) for gutter in gutters]
        gutters = [gutter for gutter in kept if gutter is not None]
        if not gutters:
            break
        end += 1
    return end


def _narrowed(gutter: tuple[float, float], line: TextLine) -> tuple[float, float] | None:
    """Return what is left of a gutter beside a line, or None if the line stands across it."""
    left, right = gutter
    for word in line.words:
        if word.right <= left + 1 or word.left >= right - 1:
            continue
        if word.left <= left + _NEXT_WORD * word.size and word.right < right - 6:
            left = max(left, word.right)
        elif word.right >= right - 1 and word.left > left + 6:
            right = min(right, word.left)
        else:
            return None
    return (left, right) if right - left >= 6 else None  # noqa: PLR2004  (half a line high: no gutter is narrower)


def _side_by_side(lines: Sequence[TextLine], rules: Sequence[Box]) -> list[Part] | None:
    edges = _edges(lines)
    if len(edges) < 2:  # noqa: PLR2004
        return None
    columns = [_by_column(line, edges) for line in lines]
    if sum(sum(1 for cell in row if cell) > 1 for row in columns) < 2:  # noqa: PLR2004
        return None
    if len(edges) == _SEVERAL and _headed_apart(columns):
        return [tuple(row[number] for row in columns if row[number]) for number in range(2)]  # type: ignore[misc]
    if _is_headed(columns[0]) or _is_labelled(columns):
        return [_table(columns, edges, rules)]
    if len(edges) == 2 and _is_prose(columns):  # noqa: PLR2004
        return [tuple(row[number] for row in columns if row[number]) for number in range(2)]  # type: ignore[misc]
    return [_table(columns, edges, rules)] if len(edges) > 2 else None  # noqa: PLR2004


def _edges(lines: Sequence[TextLine]) -> tuple[float, ...]:
    """Return the left edges of columns: where segments begin in several lines, and no line stands across."""
    starts = sorted(segment.left for line in lines for segment in line.segments())
    edges: list[list[float]] = []
    for start in starts:
        if edges and start - edges[-1][-1] <= _ALIGNED:
            edges[-1].append(start)
        else:
            edges.append([start])
    first = lines[0].segments()
    headed = [lines[0]] if _is_headed(first) else []
    heads = {s.left for line in (*headed, *(each for each in lines if each.heads_columns)) for s in line.segments()}
    several = [min(each) for each in edges if len(each) > 1 or each[0] == starts[0] or set(each) & heads]
    clear = [
        edge
        for at, edge in enumerate(several)
        if not at or all(not (word.left < edge - 2 and word.right > edge + 2) for line in lines for word in line.words)
    ]
    # A sub-bullet or a hanging indent is no column: something of a line must stand to the left of its edge.
    return tuple(
        edge
        for at, edge in enumerate(clear)
        if not at
        or sum(
            any(word.right < edge - 4 for word in line.words) and any(word.left >= edge - 2 for word in line.words)
            for line in lines
        )
        >= _SEVERAL
    )


def _by_column(line: TextLine, edges: Sequence[float]) -> tuple[TextLine | None, ...]:
    cells: list[list[Word]] = [[] for _ in edges]
    for word in line.words:
        at = max((number for number, edge in enumerate(edges) if word.left >= edge - 2), default=0)
        cells[at].append(word)
    return tuple(TextLine(tuple(cell)) if cell else None for cell in cells)


def _is_headed(row: Sequence[TextLine | None]) -> bool:
    """Return whether a row is the header of a table: every cell short, and most with a known role or bold."""
    filled = [cell for cell in row if cell is not None]
    if len(filled) < 2 or any(len(cell.text.split()) > 8 for cell in filled):  # noqa: PLR2004
        return False
    known = sum(bool(role_of(cell.text) or role_of(cell.text, "k") or sections_named(cell.text)) for cell in filled)
    return known * 2 >= len(filled) or all(cell.bold for cell in filled)


def _headed_apart(columns: Sequence[Sequence[TextLine | None]]) -> bool:
    """Return whether two columns have headings of their own beside running words of the other: a page in columns."""
    beside = [(row[0].bold, row[1].bold) for row in columns if row[0] is not None and row[1] is not None]
    return (True, False) in beside and (False, True) in beside


def _is_labelled(columns: Sequence[Sequence[TextLine | None]]) -> bool:
    """Return whether the left column holds labels: a few words each, most with words to their right."""
    labels = [row[0] for row in columns if row[0] is not None]
    beside = sum(row[0] is not None and any(row[1:]) for row in columns)
    return (
        bool(labels)
        and median(len(label.text.split()) for label in labels) <= _LABEL_WORDS
        and (beside * 2 >= len(labels))
    )


def _is_prose(columns: Sequence[Sequence[TextLine | None]]) -> bool:
    for at in range(2):
        words = [len(cell.text.split()) for row in columns if (cell := row[at]) is not None]
        if median(words) <= _LABEL_WORDS - 2:
            return False
    return True


def _table(columns: Sequence[Sequence[TextLine | None]], edges: tuple[float, ...], rules: Sequence[Box]) -> Aligned:
    """Return rows of a table: a new one begins at a rule, where there are rules, else with words in column one."""
    tops = [min(cell.top for cell in row if cell is not None) for row in columns]
    across = sorted((top + bottom) / 2 for left, top, right, bottom in rules if bottom - top <= _THIN < right - left)
    between = [any(tops[at - 1] < y <= tops[at] + 2 for y in across) for at in range(1, len(columns))]
    ruled = sum(between) >= _SEVERAL
    bases = [next(cell.base for cell in row if cell is not None) for row in columns]
    pitches = [after - before for before, after in pairwise(bases)]
    usual = min(pitches, default=0.0)
    rows: list[list[list[TextLine]]] = []
    above: tuple[TextLine | None, ...] = ()
    for at, row in enumerate(columns):
        gap = at and pitches[at - 1] > 1.35 * usual
        begins = not at or (between[at - 1] if ruled else _begins_row(row, above, columns[at - 1], gap=bool(gap)))
        above = tuple(cell or over for cell, over in zip(row, above or row, strict=True))
        if begins:
            rows.append([[] for _ in edges])
        for number, cell in enumerate(row):
            if cell is not None:
                rows[-1][number].append(cell)
    return Aligned(edges, tuple(tuple(tuple(cell) for cell in row) for row in rows))


def _begins_row(
    row: Sequence[TextLine | None],
    last: Sequence[TextLine | None],
    above: Sequence[TextLine | None],
    *,
    gap: bool,
) -> bool:
    """Return whether a line begins a row; ``last`` are the last lines of the columns, ``above`` the line above."""
    if any(_goes_on(cell, over) for cell, over in zip(row, last, strict=True)):
        return False
    if gap:
        return True
    first = row[0]
    if first is None:
        return False
    # A label that runs over two lines goes on in small letters, and its row has begun beside it.
    goes_on = above[0] is not None and first.text[:1].islower()
    return not goes_on and sum(cell is not None for cell in row) > 1


def _goes_on(cell: TextLine | None, above: TextLine | None) -> bool:
    """Return whether a line of a cell goes on with the sentence of the line above it."""
    if cell is None or above is None:
        return False
    return cell.text[:1].islower() and not above.text.endswith((".", "?", "!", ":"))
