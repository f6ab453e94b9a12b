"""Closures of a setting and absences from the area, which lift some time limits.

SEND Regulations 2014 regs 5(4), 8, 10(4), 27(3), 44 and 45.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from checker.facts import Days

_LEAST_CLOSURE: Final = 28
_WEEK: Final = timedelta(days=7)

Ground = Literal["open", "one reading", "closed", "undecided"]


@dataclass(frozen=True)
class WholeDays:
    """Days away: ``without_ends`` leaves out the days of leaving and returning, ``with_ends`` counts both."""

    without_ends: int
    with_ends: int


def closure_window(closed: date, reopening: date) -> Days | None:
    """Return the days on which advice must have been asked for, or None if the closure is too short.

    ``closed`` is the first day closed. A setting closed for at least four weeks opens a
    window from one week before it closed to one week before it re-opened, both in.
    """
    if (reopening - closed).days < _LEAST_CLOSURE:
        return None
    return Days(closed - _WEEK, reopening - _WEEK)


def asked_in_window(asked: Days, closed: Days, reopening: Days) -> bool | None:
    """Say whether advice was asked for inside the window, None if the days do not agree."""
    if _surely_in(asked, closed.last, reopening.first):
        return True
    return None if _possibly_in(asked, closed.first, reopening.last) else False


def _surely_in(asked: Days, closed: date | None, reopening: date | None) -> bool:
    window = closure_window(closed, reopening) if closed and reopening else None
    return bool(
        window and window.first and window.last and asked.first and asked.last
        and window.first <= asked.first and asked.last <= window.last
    )  # fmt: skip


def _possibly_in(asked: Days, closed: date | None, reopening: date | None) -> bool:
    if closed and reopening and closure_window(closed, reopening) is None:
        return False
    too_early = closed and asked.last and asked.last < closed - _WEEK
    too_late = reopening and asked.first and asked.first > reopening - _WEEK
    return not (too_early or too_late)


def days_away(leaving: date, returning: date, period: Days | None = None) -> WholeDays:
    """Count the whole days away, only those inside ``period`` (both its ends in) if one is given."""
    day = timedelta(days=1)
    return WholeDays(
        _count(leaving + day, returning - day, period),
        _count(leaving, returning, period),
    )


def absence(leaving: date, returning: date, weeks: int, period: Days | None = None) -> Ground:
    """Say whether an absence of at least ``weeks`` is made out: four weeks are 28 whole days.

    *One reading*: made out only if the days of leaving and of returning are counted.
    """
    away = days_away(leaving, returning, period)
    needed = 7 * weeks
    if away.without_ends >= needed:
        return "open"
    return "one reading" if away.with_ends >= needed else "closed"


def absence_over_ranges(leaving: Days, returning: Days, weeks: int, period: Days | None = None) -> Ground:
    """Say whether an absence is made out on every day its ends can be; *undecided* if they differ.

    An end that is open on the side that would lengthen the absence leaves it undecided
    unless the shortest absence is long enough.
    """
    shortest = absence(leaving.last, returning.first, weeks, period) if leaving.last and returning.first else None
    if shortest == "open":
        return shortest
    longest = absence(leaving.first, returning.last, weeks, period) if leaving.first and returning.last else None
    if longest == "closed" or (longest and longest == shortest):
        return longest
    return "undecided"


def _count(first: date, last: date, period: Days | None) -> int:
    if period and period.first:
        first = max(first, period.first)
    if period and period.last:
        last = min(last, period.last)
    return max(0, (last - first).days + 1)
