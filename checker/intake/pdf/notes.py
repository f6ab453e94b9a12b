"""Footnotes: small type beneath a short line at the foot of a page, and the figures that point to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.intake.pdf.drafts import Draft, TextDraft
from checker.intake.pdf.lines import lines_of, paragraphs_of
from checker.intake.pdf.pages import Page, Word

_SMALLER = 0.93
_LOWER = 0.5
_RAISED = 0.85
_SHORT = (40.0, 230.0)
_MARK = re.compile(r"\d{1,2}|[*†‡]")


def without_notes(page: Page, body: float) -> tuple[Page, list[TextDraft]]:
    """Return a page without its footnotes and their marks, and the footnotes. ``body`` is the size of the text."""
    lines = {
        round(top)
        for left, top, right, bottom in page.rules
        if bottom - top <= 2.6 and _SHORT[0] <= right - left <= _SHORT[1] and top > _LOWER * page.height  # noqa: PLR2004
    }
    raised = {other.text for one, other in pairwise(page.words) if _is_raised(one, other)} if lines else set()
    for line in sorted(lines):
        below = [word for word in page.words if word.box[1] > line - 1]
        if below and (all(word.size <= _SMALLER * body for word in below) or _begins_with_a_mark(below, raised)):
            return _split(page, below)
    return page, []


def _begins_with_a_mark(words: Sequence[Word], raised: set[str]) -> bool:
    """Return whether the first line begins with one of the figures that also stand raised in the text of the page."""
    if not any(word.text in raised for word in words):
        return False
    first = lines_of(words)[0].words
    return len(first) > 1 and first[0].text in raised


def _is_raised(one: Word, other: Word) -> bool:
    return other.before == 0 and other.size < _RAISED * one.size and bool(_MARK.fullmatch(other.text))


def _split(page: Page, below: Sequence[Word]) -> tuple[Page, list[TextDraft]]:
    notes = [
        TextDraft(tuple(word for line in said.lines for word in line.words), said.text, page.number, note=True)
        for said in paragraphs_of(lines_of(below))
    ]
    gone = {id(word) for word in below}
    kept = replace(page, words=tuple(word for word in page.words if id(word) not in gone))
    return without_marks(kept, notes), notes


def without_marks(page: Page, drafts: Sequence[Draft]) -> Page:
    """Return a page without the raised figures that point to the footnotes among ``drafts``."""
    notes = [each.text for each in drafts if isinstance(each, TextDraft) and each.note]
    marks = {match[0] for note in notes if (match := _MARK.match(note))}
    kept: list[Word] = []
    for word in page.words:
        if not (kept and _is_raised(kept[-1], word) and word.text in marks):
            kept.append(word)
    return replace(page, words=tuple(kept))
