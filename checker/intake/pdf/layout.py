"""Drafts told from where words stand: tables from the lines drawn, the rest from the words themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.intake.blocks import BULLET
from checker.intake.pdf.bands import Band, band_of
from checker.intake.pdf.columns import Aligned, parts_of
from checker.intake.pdf.drafts import CellDraft, Draft, TableDraft, TextDraft
from checker.intake.pdf.labelled import labelled_in
from checker.intake.pdf.lines import Said, TextLine, bullet_of, lines_of, paragraphs_of
from checker.intake.pdf.pages import Box, Page, Word, holds
from checker.intake.pdf.ruled import RuledTable, tables_on
from checker.intake.plan.headings import is_dotted

_LARGER = ((1.6, 1), (1.3, 2), (1.15, 3))
"""How many times larger than the text a heading's type is, and its level."""
_LONGEST_HEADING = 24
_INDENT = 14.0
_PADDING = 3.0
_BESIDE_HEAD = 1.5
_LEAST_PITCH, _MOST_PITCH = 0.95, 2.0
"""The height of a line of text, as shares of the size of its type."""
_ONE_IN = 10
"""The lines that stand closest, one in so many, are lines of one paragraph."""


def body_size(pages: Sequence[Page]) -> float:
    """Return the size of most of the type in a file, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


@dataclass(frozen=True)
class Setting:
    """How a file is set: the size of its text and the height of its lines in points, and its columns of labels.

    ``pitch`` is 0 where no page tells it. ``labels`` are the edges of columns of labels: one
    that goes on over a page may be short there.
    """

    size: float
    pitch: float = 0.0
    labels: tuple[tuple[float, float], ...] = ()


def setting_of(pages: Sequence[Page], size: float) -> Setting:
    """Return how pages are set, told from where their words stand; ``size`` is :func:`body_size`."""
    pitches: list[float] = []
    labels: dict[tuple[float, float], None] = {}
    for page in pages:
        lines = lines_of(page.words)
        heights = (after.base - before.base for before, after in pairwise(lines) if before.size == after.size == size)
        pitches += [height for height in heights if _LEAST_PITCH * size <= height <= _MOST_PITCH * size]
        found = labelled_in(lines)
        if found is not None:
            labels[found.edges] = None
    low = sorted(pitches)[len(pitches) // _ONE_IN] if len(pitches) >= _ONE_IN else 0.0
    return Setting(size, low, tuple(labels))


def drafts_on(page: Page, setting: Setting) -> list[Draft]:
    """Return what a page holds, from the top."""
    return list(_Region(page, setting).drafts(page.words, tables_on(page.rules), page.rules))


class _Region:
    def __init__(self, page: Page, setting: Setting) -> None:
        self._page = page.number
        self._body = setting.size
        self._pitch = setting.pitch
        self._labels = setting.labels

    def drafts(
        self, words: Sequence[Word], tables: Sequence[RuledTable], rules: Sequence[Box], cell: Box | None = None
    ) -> Iterator[Draft]:
        """Yield what stands in a region; in a ``cell`` nothing is told to stand side by side."""
        outer = [
            each for each in tables if not any(_inside(each.box, other.box) for other in tables if other is not each)
        ]
        band = band_of(words, [each.box for each in outer]) if cell is None else None
        if band is not None:
            yield from self._columns(band, words, tables, rules)
            return
        free = [word for word in words if not any(holds(each.box, *word.middle) for each in outer)]
        waiting = lines_of(free)
        for table in outer:
            above = [line for line in waiting if line.base <= table.box[1] + 2 or _is_label_of(line, table)]
            waiting = [line for line in waiting if line not in above]
            yield from self._stretch(above, rules, cell)
            here = [word for word in words if holds(table.box, *word.middle)]
            within = [each for each in tables if each is not table and _inside(each.box, table.box)]
            yield from self._table(table, here, within)
        yield from self._stretch(waiting, rules, cell)

    def _columns(
        self, band: Band, words: Sequence[Word], tables: Sequence[RuledTable], rules: Sequence[Box]
    ) -> Iterator[Draft]:
        """Yield what stands above two columns, then one column after the other, then what stands beneath."""
        parts: list[list[Word]] = [[], [], [], []]
        for word in words:
            parts[_part_of(word.middle, band)].append(word)
        for number, part in enumerate(parts):
            here = [each for each in tables if _part_of(_middle(each.box), band) == number]
            if part or here:
                yield from self.drafts(part, here, rules)

    def _table(self, table: RuledTable, words: Sequence[Word], within: Sequence[RuledTable]) -> Iterator[Draft]:
        rows: list[list[CellDraft]] = [[] for _ in range(table.rows)]
        for each in table.cells:
            here = [word for word in words if holds(each.box, *word.middle)]
            nested = [other for other in within if _inside(other.box, each.box)]
            drafts = tuple(self.drafts(here, nested, (), each.box))
            if len(table.cells) == 1:
                # A frame around words is no table.
                yield from drafts
                return
            rows[each.row - 1].append(CellDraft(drafts, each.rows, each.columns))
        yield TableDraft(tuple(tuple(row) for row in rows if row), self._page, table.edges, table.is_open)

    def _stretch(
        self, lines: Sequence[TextLine], rules: Sequence[Box], cell: Box | None, right: float | None = None
    ) -> Iterator[Draft]:
        """Yield what a stretch of lines is; ``right`` is the edge its prose is set to, if more lines tell it."""
        if not lines:
            return
        if cell is not None:
            yield from self._prose(lines, cell[2] - _PADDING)
            return
        labelled = labelled_in(lines, self._labels)
        if labelled is not None:
            yield from self._stretch(lines[: labelled.start], rules, None)
            edge = max(line.right for line in lines[labelled.start : labelled.end])
            rows: tuple[tuple[CellDraft, ...], ...] = tuple(
                (CellDraft(tuple(self._prose(label))), CellDraft(tuple(self._stretch(beside, rules, None, edge))))
                for label, beside in labelled.rows
            )
            yield TableDraft(rows, self._page, labelled.edges)
            yield from self._stretch(lines[labelled.end :], rules, None)
            return
        for part in parts_of(lines, rules):
            if isinstance(part, Aligned):
                rows = tuple(tuple(CellDraft(tuple(self._prose(each))) for each in row) for row in part.rows)
                yield TableDraft(rows, self._page, part.edges)
            else:
                yield from self._prose(part, right)

    def _prose(self, lines: Sequence[TextLine], right: float | None = None) -> Iterator[Draft]:
        left = min((line.left for line in lines), default=0.0)
        for said in paragraphs_of(lines, right, self._pitch):
            yield self._paragraph(said, left)

    def _paragraph(self, said: Said, left: float) -> TextDraft:
        words = tuple(word for line in said.lines for word in line.words)
        bullet, text = bullet_of(said.text)
        level = max(0, round((said.lines[0].left - left) / _INDENT)) if bullet else 0
        heading = 0
        if not bullet and len(text.split()) <= _LONGEST_HEADING:
            heading = next((level for times, level in _LARGER if said.size >= times * self._body), 0)
        contents = is_dotted(text)
        return TextDraft(words, text, self._page, heading, BULLET if bullet else "", level, contents=contents)


def _is_label_of(line: TextLine, table: RuledTable) -> bool:
    """Return whether a line is the label of a table to the right of it: it stands beside the table's head."""
    return line.right < table.box[0] and line.top <= table.box[1] + _BESIDE_HEAD * line.size


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _part_of(middle: tuple[float, float], band: Band) -> int:
    """Return 0 for what stands above two columns, 1 and 2 for the columns, 3 for what stands beneath them."""
    if middle[1] < band.top:
        return 0
    if middle[1] > band.bottom:
        return 3
    return 1 if middle[0] < band.middle else 2


def _inside(one: Box, other: Box) -> bool:
    return (
        one != other
        and one[0] >= other[0] - 1
        and one[1] >= other[1] - 1
        and one[2] <= other[2] + 1
        and one[3] <= other[3] + 1
    )
