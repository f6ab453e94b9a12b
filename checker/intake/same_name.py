"""Whether two names that people wrote are one name. Pure functions of the text."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

_MARKS = re.compile(r"[^\w\s]|_")
_LEFT_OUT = frozenset({"the", "and"})
_SHORT = {"saint": "st"}


class Match(Enum):
    """How two names compare."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """One holds the other, or most of its words: nobody but a person can tell."""


def plain_name(name: str) -> str:
    """Return a name without capitals, accents of form, punctuation, "the" and "and", and with one kind of space."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ").replace("'", "").replace("\u2019", "")
    words = _MARKS.sub(" ", text).split()
    return " ".join(_SHORT.get(word, word) for word in words if word not in _LEFT_OUT)


def compare_names(one: str, other: str) -> Match:
    """Return whether two names of settings or people are the same, different, or near enough to be either."""
    first, second = plain_name(one).split(), plain_name(other).split()
    if first == second:
        return Match.SAME
    left, right = set(first) - _COMMON, set(second) - _COMMON
    if not left or not right or left & right:
        return Match.UNSURE
    return Match.DIFFERENT


_COMMON = frozenset(
    (
        *("school", "academy", "college", "centre", "trust", "nursery", "infant", "infants", "junior", "primary"),
        *("secondary", "high", "grammar", "community", "free", "special", "church", "england", "catholic", "ce", "rc"),
        *("c", "e", "st", "of", "in", "at", "for"),
    )
)
"""Words so many names share that having one in common says nothing."""
