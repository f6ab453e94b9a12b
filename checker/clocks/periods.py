"""Statutory periods over single days.

Every function is a function of its arguments: nothing reads the clock or a file. A day
ends at midnight, units never convert, and a period that ends on a Sunday or a bank holiday
ends on that day. Where the law can be read two ways both last days are returned.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, Protocol

SATURDAY: Final = 5
FRIDAY: Final = 4
_MONTHS_IN: Final = {"months": 1, "years": 12}
_DAYS_IN: Final = {"days": 1, "weeks": 7}
_SEPTEMBER: Final = 9

Unit = Literal["days", "weeks", "months", "years", "working_days"]
Answer = Literal["met", "one reading", "not met"]
Inside = Literal["inside", "one reading", "outside"]
YearKind = Literal["calendar_year", "school_year"]


class LengthLike(Protocol):
    """A length of time: ``n`` of a ``unit`` (days, weeks, months, years or working_days)."""

    @property
    def n(self) -> int:
        """How many."""

    @property
    def unit(self) -> str:
        """Of what."""


@dataclass(frozen=True)
class Length:
    """A length of time, for callers that have no rule's tree at hand."""

    n: int
    unit: Unit


@dataclass(frozen=True)
class LastDay:
    """The last day in time as adopted, and the last day on the other reading where one is open."""

    adopted: date
    other: date | None = None


def corr(day: date, n: int) -> date:
    """Return the corresponding day ``n`` months after ``day`` (before it if ``n`` is negative).

    If that month has no such day it is the month's last day (Dodds v Walker [1981] 1 WLR 1027).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def has_corresponding_day(day: date, n: int) -> bool:
    """Say whether the month ``n`` months after ``day`` has a day of the same number."""
    return corr(day, n).day == day.day


def last_day(length: LengthLike, start: date, *, start_counts: bool) -> LastDay:
    """Return the last day of a period that runs from ``start``.

    With ``start_counts`` ("beginning with") the start is day 1; without ("of", "after",
    "from the date of") it is left out. Inclusive months that end in a month without the
    corresponding day leave one reading open, given as ``other``. Raises ValueError for a
    unit that needs a calendar (:mod:`checker.clocks.working_days`).
    """
    if length.unit in _DAYS_IN:
        days = length.n * _DAYS_IN[length.unit]
        return LastDay(start + timedelta(days=days - start_counts))
    months = length.n * _months_in(length.unit)
    corresponding = corr(start, months)
    if not start_counts:
        return LastDay(corresponding)
    if has_corresponding_day(start, months):
        return LastDay(corresponding - timedelta(days=1))
    return LastDay(corresponding, corresponding - timedelta(days=1))


def shift(length: LengthLike, sign: int, day: date) -> date:
    """Return the day ``length`` after ``day`` (``sign`` 1) or before it (``sign`` -1).

    Raises ValueError for a unit that needs a calendar.
    """
    if length.unit in _DAYS_IN:
        return day + timedelta(days=sign * length.n * _DAYS_IN[length.unit])
    return corr(day, sign * length.n * _months_in(length.unit))


def notice(length: LengthLike, act: date, event: date) -> Answer:
    """Say whether ``act`` is at least ``length`` before ``event``.

    No words say whether the two end days count: clear days are safe, one day fewer is met
    on one reading. Raises ValueError for a unit that needs a calendar.
    """
    if length.unit in _DAYS_IN:
        between, needed = (event - act).days, length.n * _DAYS_IN[length.unit]
        return "met" if between > needed else "one reading" if between == needed else "not met"
    months = length.n * _months_in(length.unit)
    forward, back = corr(act, months), corr(event, -months)
    if forward < event and act < back:
        return "met"
    return "not met" if forward > event and act > back else "one reading"


def latest_act(length: LengthLike, event: date) -> LastDay:
    """Return the last day for an act at least ``length`` before ``event``.

    ``adopted`` is safe on every reading, ``other`` is the last day on the more generous
    reading. Raises ValueError for a unit that needs a calendar.
    """
    # Month-ends can put the boundary up to three days after the corresponding day.
    day = shift(length, -1, event) + timedelta(days=4)
    while notice(length, day, event) == "not met":
        day -= timedelta(days=1)
    generous = day
    while notice(length, day, event) != "met":
        day -= timedelta(days=1)
    return LastDay(day, generous)


def in_the_period_before(length: LengthLike, earlier: date, later: date) -> Inside:
    """Say whether ``earlier`` falls in the period of ``length`` before ``later``.

    The boundary day, and days that month-ends make the boundary, are inside on one
    reading. Raises ValueError for a unit that needs a calendar.
    """
    if length.unit in _DAYS_IN:
        between, window = (later - earlier).days, length.n * _DAYS_IN[length.unit]
        return "inside" if between < window else "one reading" if between == window else "outside"
    months = length.n * _months_in(length.unit)
    forward, back = corr(earlier, months), corr(later, -months)
    if forward > later and earlier > back:
        return "inside"
    return "outside" if forward < later and earlier < back else "one reading"


def in_year(day: int, month: int, year: YearKind, of: date) -> date:
    """Return that day in the calendar or school year ``of`` falls in.

    A school year runs here from 1 September to 31 August; 29 February in a year without
    one is the 28th.
    """
    number = _year_of(month, year, of)
    return date(number, month, min(day, calendar.monthrange(number, month)[1]))


def first_in_a_year(day: int, month: int, on: date) -> date:
    """Return the first such day of a year on or after ``on``; 29 February only in a leap year."""
    year = on.year
    while True:
        last = calendar.monthrange(year, month)[1]
        if day <= last and (found := date(year, month, day)) >= on:
            return found
        year += 1


def last_weekday_in(weekday: int, month: int, year: YearKind, of: date) -> date:
    """Return the last such weekday (Monday is 0) of ``month`` in the year ``of`` falls in."""
    number = _year_of(month, year, of)
    last = date(number, month, calendar.monthrange(number, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def within(day: date, first: date | None, last: date | None) -> bool:
    """Say whether ``day`` is from ``first`` to ``last``, both in; None leaves an end open."""
    return (first is None or first <= day) and (last is None or day <= last)


def _months_in(unit: str) -> int:
    try:
        return _MONTHS_IN[unit]
    except KeyError:
        msg = f"{unit} need a calendar"
        raise ValueError(msg) from None


def _year_of(month: int, year: YearKind, of: date) -> int:
    if year == "calendar_year":
        return of.year
    autumn = of.year if of.month >= _SEPTEMBER else of.year - 1
    return autumn if month >= _SEPTEMBER else autumn + 1
