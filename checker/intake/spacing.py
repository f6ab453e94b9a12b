"""Words whose letters are spaced out, as some councils print headings: "S E C T I O N  B"."""

from __future__ import annotations

import re

_SPACED = re.compile(r"(?<!\S)\S{1,3}(?: \S{1,3}){3,}(?!\S)")
_LETTERS = 4
_WORDS = frozenset(("and", "or", "to", "of", "the", "for", "in", "my"))
"""Words of two or three letters, which stand between single letters in "Sections B, F and E"."""
_SINGLE = 0.6
"""How many of the pieces have to be one letter: words turned on their side may keep two or three together."""


def closed_up(text: str) -> str:
    """Return ``text`` with spaced-out letters closed up; two spaces together part words from each other.

    Where only single spaces stand between all letters, the words come out run together.
    """
    return _SPACED.sub(_closed, text.replace("\u00a0", " ").replace("\t", "  "))


def _closed(match: re.Match[str]) -> str:
    words = match[0]
    pieces = words.split(" ")
    if any(piece.lower().strip(",") in _WORDS or (len(piece) > 1 and piece.endswith(",")) for piece in pieces):
        return words
    alone = sum(len(each) == 1 for each in pieces) >= _SINGLE * len(pieces)
    return "".join(pieces) if alone and sum(each.isalpha() for each in words) >= _LETTERS else words
