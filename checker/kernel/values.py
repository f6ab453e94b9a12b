"""Values as numbers: what facts say, each different value once.

A day is its ordinal. :data:`EARLY` and :data:`LATE` stand for an end of a range that is
open: no day is before the one or after the other, so a comparison with an open end never
decides.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from checker.facts import Days, Fact, State
from checker.kernel.codes import KNOWN, STATE, UNCOVERED, Column

EARLY: Final = -(1 << 30)
LATE: Final = 1 << 30

NO_VALUE: Final = 0
A_RANGE: Final = 1
A_NUMBER: Final = 2
A_TEXT: Final = 3
A_LIST: Final = 4


def first_of(days: Days) -> int:
    """Return the first day of a range."""
    return EARLY if days.first is None else days.first.toordinal()


def last_of(days: Days) -> int:
    """Return the last day of a range."""
    return LATE if days.last is None else days.last.toordinal()


class Texts:
    """Every different text once: words of facts, codes, labels of items."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._ids: dict[str, int] = {}

    def add(self, text: str) -> int:
        """Return the number of ``text``."""
        known = self._ids.get(text)
        if known is None:
            known = self._ids[text] = len(self.all)
            self.all.append(text)
        return known

    def one(self, text: str) -> int:
        """Return the number of ``text``, or -1."""
        return self._ids.get(text, -1)


def key_of(fact: Fact) -> object:
    """Return what tells apart the different things facts say. It is asked of every fact of every case."""
    versions = fact.versions
    if not versions:
        # There is one of each state; to ask an enumeration for its hash would take longer than all the rest.
        return (id(fact.state), fact.through)
    value = versions[0].value
    kind = type(value)
    if kind is str:
        return value
    if isinstance(value, Days):
        return (value.first, value.last)
    return (value, fact.complete, kind) if kind is tuple else (kind, value)


class Values:
    """What facts say, each different state and value once, as a row of columns.

    Row 0 is *not covered*, which is what a place without a fact says.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.rows: dict[object, int] = {None: 0}
        self._table: list[tuple[int, ...]] = [(UNCOVERED, NO_VALUE, EARLY, LATE, 0, 1, -1, LATE, 0)]
        self.lists: list[tuple[str, ...]] = [()]

    def add(self, fact: Fact) -> int:
        """Return the row that says what ``fact`` says, which must not be disputed."""
        key = key_of(fact)
        row = self.rows.get(key)
        return self.put(key, fact) if row is None else row

    def put(self, key: object, fact: Fact) -> int:
        """Return a new row that says what ``fact`` says, found again by ``key``."""
        row = self.rows[key] = len(self._table)
        self._table.append(self._row(fact))
        held = fact.value if fact.versions else ()
        self.lists.append(held if isinstance(held, tuple) else ())
        return row

    def _row(self, fact: Fact) -> tuple[int, ...]:
        state = STATE[fact.state]
        through = LATE if fact.through is None else fact.through.toordinal()
        if fact.state is not State.KNOWN:
            return (state, NO_VALUE, EARLY, LATE, 0, 1, -1, through, 0)
        value = fact.value
        if isinstance(value, Days):
            return (KNOWN, A_RANGE, first_of(value), last_of(value), 0, 1, -1, through, 0)
        if isinstance(value, str):
            return (KNOWN, A_TEXT, EARLY, LATE, 0, 1, self._texts.add(value), through, 0)
        if isinstance(value, tuple):
            return (KNOWN, A_LIST, EARLY, LATE, len(value), 1, -1, through, int(fact.complete))
        return (KNOWN, A_NUMBER, EARLY, LATE, value.numerator, value.denominator, -1, through, 0)

    def columns(self) -> ValueColumns:
        """Return the rows as columns."""
        return ValueColumns(np.array(self._table, dtype=np.int64))


class ValueColumns:
    """The columns of :class:`Values`, by row.

    ``number`` over ``over`` is a number, exact; of a list ``number`` is how many it holds.
    ``says`` is whether something is said: a value, and not an empty list.
    """

    def __init__(self, table: Column) -> None:
        self.state = table[:, 0].astype(np.int8)
        self.kind = table[:, 1].astype(np.int8)
        self.first = table[:, 2].astype(np.int32)
        self.last = table[:, 3].astype(np.int32)
        self.number = table[:, 4].copy()
        self.over = table[:, 5].copy()
        self.text = table[:, 6].astype(np.int32)
        self.through = table[:, 7].astype(np.int32)
        self.complete = table[:, 8].astype(bool)
        self.known = self.state == KNOWN
        self.says = self.known & ~((self.kind == A_LIST) & (self.number == 0))


def ordinal(day: date | None, otherwise: int) -> int:
    """Return the number of ``day``, or ``otherwise`` if there is none."""
    return otherwise if day is None else day.toordinal()
