"""Running heads and feet: lines that come again at the same height of most pages, and the numbers of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.intake.pdf.lines import lines_of
from checker.intake.pdf.pages import Page, Word, holds, joined
from checker.intake.pdf.ruled import tables_on

_BAND = 0.12
"""The share of a page, at its head and its foot, in which lines that come again are running heads and feet."""
_SAME_HEIGHT = 4.0
_BESIDE = 14.0
"""How near a line in smaller type is to a page number that it stands with, in points."""
_PAGE_NUMBER = re.compile(r"(?:^|\bpage )\d{1,3}(?: (?:of|/) \d{1,3})?$", re.IGNORECASE)

Line = tuple[str, tuple[Word, ...]]
"""A line at the head or the foot of a page: its text, figures apart, and its words."""


def without_running(pages: Sequence[Page], body: float) -> tuple[list[Page], list[str]]:
    """Return the pages without their running heads and feet, and the text of those, from the first page on.

    What the file itself marks as no part of the text goes with them. ``body`` is the size
    of the text.
    """
    bands = [list(_band(page)) for page in pages]
    heights: dict[str, list[float]] = {}
    for band in bands:
        for key, words in band:
            heights.setdefault(key, []).append(words[0].base)
    most = max(2, (len(pages) + 1) // 2)
    kept, heads = [], []
    for page, band in zip(pages, bands, strict=True):
        apart = _apart(page, band, {key: each for key, each in heights.items() if len(each) >= most}, most, body)
        gone = {id(word) for words in apart for word in words}
        kept.append(replace(page, words=tuple(word for word in page.words if id(word) not in gone)))
        heads += [joined(words) for words in apart]
    return kept, heads


def _band(page: Page) -> Iterator[Line]:
    head, foot = _BAND * page.height, (1 - _BAND) * page.height
    # The header of a table that goes on overleaf comes again too, and is no running head.
    tables = [
        each.box for each in tables_on(page.rules) if len(each.cells) > 1 and each.box[1] < foot and each.box[3] > head
    ]
    for line in lines_of(page.words):
        if head < line.base < foot or any(holds(box, *line.words[0].middle) for box in tables):
            continue
        yield re.sub(r"\d+", "#", line.text), line.words


def _apart(
    page: Page, band: Sequence[Line], heights: Mapping[str, Sequence[float]], most: int, body: float
) -> list[tuple[Word, ...]]:
    def runs(key: str, words: Sequence[Word]) -> bool:
        alike = sum(abs(each - words[0].base) <= _SAME_HEIGHT for each in heights.get(key, ()))
        return alike >= most or bool(_PAGE_NUMBER.search(joined(words)))

    apart = [words for key, words in band if runs(key, words)]
    beside = {round(words[0].base) for words in apart}
    apart += [
        words
        for _, words in band
        if words not in apart and any(abs(words[0].base - base) < _BESIDE for base in beside) and words[0].size < body
    ]
    taken = {id(word) for words in apart for word in words}
    marked = [word for word in page.words if word.artifact and id(word) not in taken]
    return [*apart, *(line.words for line in lines_of(marked))]
