"""Words whose letters are spaced out, as some councils print headings: "S E C T I O N  B"."""

from __future__ import annotations

import re

_SPACED = re.compile(r"(?<!\S)\S(?: \S){3,}(?!\S)")
_LETTERS = 4


def closed_up(text: str) -> str:
    """Return ``text`` with spaced-out letters closed up; two spaces together part words from each other.

    Where only single spaces stand between all letters, the words come out run together.
    """
    return _SPACED.sub(_closed, text.replace("\u00a0", " ").replace("\t", "  "))


def _closed(match: re.Match[str]) -> str:
    words = match[0]
    return words.replace(" ", "") if sum(each.isalpha() for each in words) >= _LETTERS else words
