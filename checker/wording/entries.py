"""A compiled lexicon: plain data, made once, kept on disk with the rule book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ROLE_HERE: Final = "\x02"
"""Stands for a role in a pattern for the words around it."""


@dataclass(frozen=True)
class Owner:
    """What a pattern belongs to.

    ``kind`` is ``dimension``, ``phrase``, ``clear`` or ``role``; ``name`` is the
    dimension, the phrase's id or the clearing key. ``form`` is the form of a dimension, in
    full ``frequency/weekdays``; ``also`` a further dimension its hits count as. ``unless``
    marks a pattern that takes hits away.
    """

    kind: str
    name: str
    form: str = ""
    also: str = ""
    unless: bool = False


@dataclass(frozen=True)
class Pattern:
    """A pattern, ready for :func:`re.compile`, and what it belongs to.

    ``exact`` runs on words in their own capitals. ``side`` is ``before``, ``after`` or
    ``around`` for one that stands beside a role, and empty for any other; one that stands
    around a role has :data:`ROLE_HERE` in the role's place. ``code`` is the source compiled
    (:mod:`checker.wording.compiled`), or empty.
    """

    source: str
    owner: Owner
    exact: bool = False
    side: str = ""
    code: bytes = b""


@dataclass(frozen=True)
class Clear:
    """What a clearing key asks for.

    One of several groups of dimensions, or one of several forms. With neither, it asks for a hit of its own pattern.
    """

    any_of: tuple[tuple[str, ...], ...] = ()
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """Words that leave something open.

    ``list`` is the word list it stands in. ``sections`` are the letters of the sections it
    runs in; a phrase without any runs in every text, and marks a subject: it is no prompt.
    ``alone`` marks a prompt that says nothing more beside any other: it stands only where
    nothing else is open. ``absent`` names a dimension whose silence is itself the hit. ``wide_range`` keeps only
    two figures far enough apart. ``raises`` names the prompts it raises in an item.
    """

    id: str
    list: str
    sections: frozenset[str]
    low: bool
    leaves_open: tuple[str, ...]
    note: str
    absent: str
    wide_range: bool
    cleared_by: tuple[str, ...]
    cleared_by_all: bool
    raises: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True)
class KindOfNeed:
    """A kind of need: the pattern of the words that name it, and that of words of Section B that account for it."""

    need: str
    named_by: str
    in_b: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All patterns and lists.

    ``index`` gives, for first characters, the patterns to try there; ``lengths``, for the
    first two of them, how many characters are worth looking up. ``searched`` are patterns
    that can begin with anything: they take hits away, and run only where there is a hit to
    take. ``around_roles`` are for a role that stands by itself, as in a list or between
    commas: they are tried where ``beside_roles`` find nothing.
    """

    patterns: tuple[Pattern, ...]
    index: Mapping[str, tuple[int, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    searched: tuple[int, ...]
    beside_roles: tuple[int, ...]
    around_roles: tuple[int, ...]
    phrases: Mapping[str, Phrase]
    clears: Mapping[str, Clear]
    dimensions: tuple[str, ...]
    lists: frozenset[str]
    first_names: frozenset[str]
    ordinary_words: frozenset[str]
    """First names that are also words of the language: Will, May, Grace."""
    setting_types: tuple[str, ...]
    kinds_of_need: tuple[KindOfNeed, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    """Pairs of patterns that are seldom both true of one child at one time."""
    known_abbreviations: frozenset[str] = frozenset()
    """Abbreviations known in any authority, and words that are ordinarily in capitals."""
