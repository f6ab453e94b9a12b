"""Words whose letters are spaced out, as some councils print headings: "S E C T I O N  B"."""

from __future__ import annotations

import re

_FEWEST = 4
_LONGEST = 3
_SINGLE = 0.6
"""How many of the pieces have to be one letter: words turned on their side may keep two or three together."""
_WORDS = frozenset(("and", "or", "to", "of", "the", "for", "in", "my"))
"""Words of two or three letters, which stand between single letters in "Sections B, F and E"."""


def closed_up(text: str) -> str:
    """Return ``text`` with spaced-out letters closed up; two spaces together part words from each other.

    Where only single spaces stand between all letters, the words come out run together.
    """
    text = re.sub(r" (?=[,;:.]( |$))", "", text)
    parts = re.split(r"(\n| {2,})", text.replace("\u00a0", " ").replace("\t", "  "))
    return "".join(" ".join(_closed(part.split(" "))) if part.strip() else part for part in parts)


def _closed(pieces: list[str]) -> list[str]:
    made: list[str] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and 1 <= len(pieces[end]) <= _LONGEST and pieces[end].lower() not in _WORDS:
            end += 1
        while end > at and len(pieces[end - 1]) > 1:
            end -= 1
        run = pieces[at:end]
        if run and len(run[0]) == 1 and _is_spaced(run):
            made.append("".join(run))
            at = end
        else:
            made.append(pieces[at])
            at += 1
    return made


def _is_spaced(run: list[str]) -> bool:
    letters = sum(each.isalpha() for piece in run for each in piece)
    return letters >= _FEWEST and sum(len(piece) == 1 for piece in run) >= max(_FEWEST, _SINGLE * len(run))
