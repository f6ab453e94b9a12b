"""What is known of a case: one overlay from a pointer to a fact, with its place.

A pointer names a field of the case, ``/final_plan/section_f/F4/wording``: roots and
fields of the vocabulary, the key of an item in its list, and, for an event with
recipients, the recipient last (``/final_plan/sending/family``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """The seven states of a fact. They stay different to the last line of every report."""

    KNOWN = "known"
    NOT_STATED = "not stated"
    NOT_FOUND = "not found"
    NOT_COVERED = "not covered"
    NOT_HAPPENED = "not happened"
    DISPUTED = "disputed"
    NOT_APPLICABLE = "not applicable"


class Origin(StrEnum):
    """How a value came to be known."""

    TYPED = "typed"
    """A person put it in a labelled place: a cell, a field, a record."""
    READ = "read"
    """The reader took it from running words."""
    WORKED_OUT = "worked out"
    """It follows from other facts; its place is theirs."""


@dataclass(frozen=True)
class Days:
    """A range of days, both ends in; None leaves an end open.

    "March 2026" is 31 days; one day has both ends the same; an act that happened on a
    day nobody gives has both ends open.
    """

    first: date | None
    last: date | None

    @staticmethod
    def on(day: date) -> Days:
        """Return the range of one day."""
        return Days(day, day)

    @property
    def known_day(self) -> date | None:
        """The day, if it is one day."""
        return self.first if self.first == self.last else None


SOME_DAY = Days(None, None)


@dataclass(frozen=True)
class Place:
    """Where words stand. Word has no pages; ``page`` is 0 unless the file has them.

    ``file`` is the name of the file as given; ``part`` is the section or heading it is
    in ("Section F"); ``table``, ``row``, ``column`` and ``paragraph`` count from 1, 0
    meaning none; ``line`` is the line of a text file; ``words`` are the words themselves.
    """

    file: str
    part: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: int = 0
    page: int = 0
    line: int = 0
    words: str = ""


Value = Days | int | str | bool | tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """One value somebody gives, where, and who says so (empty for the file itself)."""

    value: Value
    place: Place
    said_by: str = ""


@dataclass(frozen=True)
class Fact:
    """A fact: its state, the value or the disputed values, and where it stands.

    For a fact that is not known, ``place`` is where its silence or denial was read.
    ``through`` is the last day an absence is vouched for (state *not happened*); None
    means up to the day the case is checked. ``complete`` says of a list that it holds
    all there is.
    """

    state: State
    versions: tuple[Version, ...] = ()
    place: Place | None = None
    origin: Origin = Origin.TYPED
    through: date | None = None
    complete: bool = False

    @property
    def value(self) -> Value:
        """The value. Raises IndexError if there is none."""
        return self.versions[0].value

    @property
    def where(self) -> Place | None:
        """The place of the value, or of the silence."""
        return self.versions[0].place if self.versions else self.place


NOT_COVERED = Fact(State.NOT_COVERED)

Facts = Mapping[str, Fact]
"""The overlay. A pointer it does not hold is *not covered*."""


def known(value: Value, place: Place, origin: Origin = Origin.TYPED, *, complete: bool = False) -> Fact:
    """Return a known fact with one value."""
    return Fact(State.KNOWN, (Version(value, place),), origin=origin, complete=complete)


def absent(state: State, place: Place | None = None, through: date | None = None) -> Fact:
    """Return a fact without a value, in ``state``, with the place where that was read."""
    return Fact(state, place=place, through=through)


def items(keys: tuple[str, ...], place: Place, *, complete: bool) -> Fact:
    """Return the fact of a list that holds the items ``keys``."""
    return Fact(State.KNOWN, (Version(keys, place),), complete=complete)


def merged(one: Fact, other: Fact) -> Fact:
    """Return what two sources together say of one fact.

    A value beats silence; two values that differ are *disputed*, with both places; two
    that agree keep the first place. Of two silences the one that says more stands: not
    happened, not applicable, not stated, not found, not covered.
    """
    if one.versions and other.versions:
        if isinstance(one.value, tuple) and isinstance(other.value, tuple):
            keys = one.value + tuple(k for k in other.value if k not in one.value)
            return replace(
                one, versions=(replace(one.versions[0], value=keys),), complete=one.complete or other.complete
            )
        distinct = list(one.versions)
        distinct += [v for v in other.versions if all(v.value != kept.value for kept in distinct)]
        if len(distinct) == 1:
            return one
        return Fact(State.DISPUTED, tuple(distinct), origin=one.origin)
    if one.versions or other.versions:
        return one if one.versions else other
    return min(one, other, key=lambda fact: _SILENCES.index(fact.state))


_SILENCES = (
    State.NOT_HAPPENED,
    State.NOT_APPLICABLE,
    State.NOT_STATED,
    State.NOT_FOUND,
    State.NOT_COVERED,
    State.KNOWN,
    State.DISPUTED,
)
