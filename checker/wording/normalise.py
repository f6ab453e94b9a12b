"""Words made plain for the scan, with the way back to the words as they stand.

Plain words are composed (NFC) and have one kind of space, quotation mark, dash and
multiplication sign; soft hyphens and characters of no width are left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LEFT_OUT: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PLAIN: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u00d7": "x",
}
_LOWER: Final = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@dataclass(frozen=True)
class Plain:
    """Plain words, the same with A to Z lowered, and where each character stood.

    ``stood`` gives for each character where what it came from starts and ends; None means
    that every character stands where it stood.
    """

    text: str
    lowered: str
    stood: Sequence[tuple[int, int]] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the plain characters from ``start`` to ``end`` stood in the words."""
        if self.stood is None or start == end:
            return start, end
        return self.stood[start][0], self.stood[end - 1][1]


def normalise(words: str) -> Plain:
    """Return ``words`` made plain."""
    if words.isascii() and "  " not in words and words.isprintable() and "`" not in words:
        return Plain(words, words.lower(), None)
    characters: list[str] = []
    stood: list[tuple[int, int]] = []
    spaced = False
    for start, cluster in _clusters(words):
        for character in unicodedata.normalize("NFC", cluster):
            if character in _LEFT_OUT:
                continue
            space = character.isspace()
            if not (space and spaced):
                characters.append(" " if space else _PLAIN.get(character, character))
                stood.append((start, start + len(cluster)))
            spaced = space
    text = "".join(characters)
    return Plain(text, text.translate(_LOWER), stood)


def _clusters(words: str) -> list[tuple[int, str]]:
    """Return each character with the combining marks that follow it, and where it starts."""
    starts = [place for place, character in enumerate(words) if not (place and unicodedata.combining(character))]
    return [(start, words[start:end]) for start, end in pairwise([*starts, len(words)])]
