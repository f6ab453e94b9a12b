"""Sentences of running words, each with its own place."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.papers.lines import Line

_ABBREVIATIONS = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bProf)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bno)(?<!\b[A-Z])"
)
_ENDS = re.compile(rf"{_ABBREVIATIONS}[.?!]['\"”’)]*\s+(?=[A-Z£\d\"“‘('])")


def sentence_starts(text: str) -> list[int]:
    """Return where each sentence of running words begins."""
    return [0, *(end.end() for end in _ENDS.finditer(text))]


def sentences_of(line: Line) -> tuple[Line, ...]:
    """Return the sentences of a line as lines of their own, with its number."""
    starts = sentence_starts(line.text)
    texts = [line.text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True)]
    return tuple(replace(line, text=text, place=replace(line.place, words=text)) for text in texts if text)
