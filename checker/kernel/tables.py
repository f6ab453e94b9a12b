"""The scalar clock tabulated by day: every day asked of is worked out once, by :mod:`checker.clocks`.

The kernel does no arithmetic of dates of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np

from checker.clocks.periods import LastDay
from checker.kernel.codes import Column
from checker.kernel.values import EARLY, LATE
from checker.rulebook.library import Library

_FIRST: Final = date(1960, 1, 1).toordinal()
_COUNT: Final = 120 * 366
_UNKNOWN: Final = -1


class Table:
    """What one function of the clock gives for every day: the day adopted, and that on the other reading."""

    def __init__(self, work_out: Callable[[date], LastDay]) -> None:
        self._work_out = work_out
        self._adopted = np.full(_COUNT, _UNKNOWN, dtype=np.int32)
        self._other = np.full(_COUNT, _UNKNOWN, dtype=np.int32)

    def of(self, days: Column) -> tuple[Column, Column]:
        """Return both days for each of ``days``; an open end stays open."""
        at = days - _FIRST
        inside = (at >= 0) & (at < _COUNT)
        at = np.where(inside, at, 0)
        missing = inside & (self._adopted[at] == _UNKNOWN)
        if missing.any():
            for index in np.unique(at[missing]):
                self._adopted[index], self._other[index] = self._pair(int(index) + _FIRST)
        adopted = np.where(inside, self._adopted[at], days)
        other = np.where(inside, self._other[at], days)
        far = ~inside & (days != EARLY) & (days != LATE)
        for index in np.flatnonzero(far):
            adopted[index], other[index] = self._pair(int(days[index]))
        return adopted, other

    def _pair(self, day: int) -> tuple[int, int]:
        found = self._work_out(date.fromordinal(day))
        return found.adopted.toordinal(), (found.other or found.adopted).toordinal()


class Clock:
    """The tables made so far, by what they tabulate, over the holidays ``closed``."""

    def __init__(self, closed: frozenset[date]) -> None:
        self.closed = closed
        self._tables: dict[Hashable, Table] = {}

    def of(self, key: Hashable, work_out: Callable[[date], LastDay], days: Column) -> tuple[Column, Column]:
        """Return what ``work_out`` gives for each day, from the table called ``key``."""
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = Table(work_out)
        return table.of(days)


@lru_cache(maxsize=4)
def clock_of(library: Library) -> Clock:
    """Return the clock of a rule book: its holidays are the rule book's."""
    return Clock(library.bank_holidays)
