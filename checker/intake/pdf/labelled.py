"""A page set as a column of bold labels with what they say to the right of them, and no line between.

What stands to the right may be paragraphs, or a table of its own: it is told apart again by whoever asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checker.intake.pdf.lines import TextLine

_FEWEST = 3
"""Labels, and lines beside them, that make a column of labels."""
_LONGEST = 14
"""Words of the longest label: the title of a section."""
_NEAR = 4.0
_INSET = 30.0
"""How near, in points, left edges are that are one, and how far to the right of the labels their words begin."""
_CLEAR = 3.0
_GUTTER = 10.0
"""How far, in points, most words stand from their labels: more than a space."""
_SAME_LABEL = 1.5
"""The height of a line of a label that runs over several, as a share of the size of its type."""
_ABOVE = 0.5


@dataclass(frozen=True)
class Labelled:
    """Labels with what they say: for each the lines of the label, and the lines to the right of it.

    ``edges`` are the left edges of both columns; ``start`` and ``end`` say which of the lines given it is made of.
    """

    edges: tuple[float, float]
    rows: tuple[tuple[tuple[TextLine, ...], tuple[TextLine, ...]], ...]
    start: int
    end: int


def labelled_in(lines: Sequence[TextLine], seen: Sequence[tuple[float, float]] = ()) -> Labelled | None:
    """Return the first column of labels in lines, from the top, or None if there is none.

    ``seen`` are the edges of such columns on other pages of the file: one that goes on to the end may be short.
    """
    known = [right for _, right in seen]
    for edge in dict.fromkeys((*known, *_edges(lines))):
        cut = [_cut(line, edge) for line in lines]
        start = 0
        while start < len(cut):
            end = start
            while end < len(cut) and cut[end] is not None:
                end += 1
            goes_on = edge in known and end == len(cut)
            fewest = 1 if goes_on else _FEWEST
            made = _made(cut[start:end], edge, start, fewest) if end - start >= fewest else None
            if made is not None:
                return made
            start = end + 1
    return None


def _edges(lines: Sequence[TextLine]) -> list[float]:
    """Return where the words beside labels may begin: the left edges most words after a bold beginning have."""
    begins: Counter[int] = Counter()
    for line in lines:
        words = line.words
        at = next((n for n, word in enumerate(words) if not word.bold), None)
        if at and words[at].left - words[at - 1].right >= _CLEAR:
            begins[round(words[at].left)] += 1
    found: list[float] = []
    for edge, _ in begins.most_common(_FEWEST):
        several = sum(count for other, count in begins.items() if abs(other - edge) <= _NEAR)
        if several >= _FEWEST and all(abs(edge - other) > _NEAR for other in found):
            found.append(float(edge))
    return found


def _cut(line: TextLine, edge: float) -> tuple[TextLine | None, TextLine | None] | None:
    """Return a line as its label and what stands beside it, or None if it is no line of such a page."""
    left = tuple(word for word in line.words if word.left < edge - _NEAR)
    right = tuple(word for word in line.words if word.left >= edge - _NEAR)
    if any(word.right > edge - _CLEAR or word.turned or not _is_bold(word.text, bold=word.bold) for word in left):
        return None
    if any(word.turned for word in right) or len(left) > _LONGEST:
        return None
    return (TextLine(left) if left else None, TextLine(right) if right else None)


def _is_bold(text: str, *, bold: bool) -> bool:
    return bold or not any(map(str.isalnum, text))


def _made(
    cut: Sequence[tuple[TextLine | None, TextLine | None] | None], edge: float, start: int, fewest: int
) -> Labelled | None:
    pairs = [pair for pair in cut if pair is not None]
    labels = _whole(pairs)
    beside = [words for _, words in pairs if words is not None]
    plain = sum(not words.bold for words in beside)
    if len(labels) < fewest or plain < max(fewest, len(beside) // 2):
        return None
    gaps = [words.left - label.right for label, words in pairs if label is not None and words is not None]
    if gaps and median(gaps) < _GUTTER:
        return None
    left = min(line.left for label in labels for line in label)
    if edge - left < _INSET or any(line.left - left > _INSET for label in labels for line in label[:1]):
        return None
    tops = [label[0].top - _ABOVE * label[0].size for label in labels]
    first = next((at for at, words in enumerate(beside) if words.base >= tops[0]), len(beside))
    rows = []
    for at, label in enumerate(labels):
        stop = tops[at + 1] if at + 1 < len(labels) else float("inf")
        rows.append((label, tuple(words for words in beside[first:] if tops[at] <= words.top < stop)))
    if sum(bool(words) for _, words in rows) * 2 < len(rows):
        return None
    before = tuple(beside[:first])
    if before:
        rows.insert(0, ((), before))
    return Labelled((left, edge), tuple(rows), start, start + len(pairs))


def _whole(pairs: Sequence[tuple[TextLine | None, TextLine | None]]) -> list[tuple[TextLine, ...]]:
    """Return the lines of labels, those of a label that runs over several together."""
    labels: list[list[TextLine]] = []
    for label, beside in pairs:
        if label is None:
            continue
        over = labels[-1][-1] if labels else None
        if over is not None and _goes_on(over, label, beside):
            labels[-1].append(label)
        else:
            labels.append([label])
    return [tuple(label) for label in labels]


def _goes_on(over: TextLine, label: TextLine, beside: TextLine | None) -> bool:
    near = label.base - over.base < _SAME_LABEL * over.size and abs(label.size - over.size) < 1
    return near and (beside is None or label.text[:1].islower() or beside.text[:1].islower())
