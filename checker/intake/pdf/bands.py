"""A page, or part of one, set in two columns in which lines are drawn too: frames around headings, small tables.

Lines alone are told apart in :mod:`checker.intake.pdf.columns`; here the drawn boxes show where the columns begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checker.intake.pdf.lines import lines_of
from checker.intake.pdf.pages import Box, Word

_APART = 100.0
"""How far the left edges of boxes in two columns stand from each other at least, in points."""
_BEFORE = 4.0
_FEWEST_LINES = 5
_FEWEST_WORDS = 4
"""Lines on each side, and words in most of them, that are columns of prose and no labels."""


@dataclass(frozen=True)
class Band:
    """Two columns: the height they stand between, and the line that parts them."""

    top: float
    bottom: float
    middle: float


def band_of(words: Sequence[Word], boxes: Sequence[Box]) -> Band | None:
    """Return the band of two columns that words and drawn boxes make, or None if there is none."""
    lefts = sorted({round(box[0]) for box in boxes})
    for left in reversed(lefts):
        if left - lefts[0] < _APART:
            return None
        band = _parted(left - _BEFORE, words, boxes)
        if band is not None and _are_columns(band, words):
            return band
    return None


def _parted(middle: float, words: Sequence[Word], boxes: Sequence[Box]) -> Band | None:
    first = min((box[1] for box in boxes if box[0] > middle), default=0.0)
    across = [box for box in (*boxes, *(word.box for word in words)) if box[0] < middle - 1 and box[2] > middle + 1]
    if any(box[1] <= first <= box[3] for box in across):
        return None
    top = max((box[3] for box in across if box[3] < first), default=0.0)
    bottom = min((box[1] for box in across if box[1] > first), default=float("inf"))
    return Band(top, bottom, middle)


def _are_columns(band: Band, words: Sequence[Word]) -> bool:
    sides: tuple[list[Word], list[Word]] = ([], [])
    for word in words:
        if band.top <= word.middle[1] <= band.bottom:
            sides[word.middle[0] > band.middle].append(word)
    lines = [lines_of(side) for side in sides]
    return all(
        len(each) >= _FEWEST_LINES and median(len(line.words) for line in each) >= _FEWEST_WORDS for each in lines
    )
