"""Working days: Monday to Friday less the holidays the caller gives.

"Working day" is not defined in the SEND Regulations; the assumption is Monday to Friday
less Christmas Day, Good Friday and the bank holidays in England. The calendar is data:
``standards/calendars/england.yaml``, made into a set of days by
:mod:`checker.clocks.calendar`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from checker.clocks.periods import SATURDAY, Answer, LastDay, corr

_DAY: Final = timedelta(days=1)
_POST_TAKES: Final = 2
_AUGUST: Final = 8


def is_working_day(day: date, closed: frozenset[date]) -> bool:
    """Say whether ``day`` is a working day, ``closed`` being the holidays."""
    return day.weekday() < SATURDAY and day not in closed


def next_working_day(day: date, closed: frozenset[date]) -> date:
    """Return ``day`` if it is a working day, otherwise the first after it."""
    while not is_working_day(day, closed):
        day += _DAY
    return day


def first_working_day_after(day: date, closed: frozenset[date]) -> date:
    """Return the first working day after ``day``."""
    return next_working_day(day + _DAY, closed)


def nth_working_day(n: int, start: date, closed: frozenset[date], *, start_counts: bool) -> date:
    """Return the ``n``-th working day after ``start``, or from it if ``start_counts``.

    A counted start that is no working day leaves the first working day after it as day 1.
    """
    day = next_working_day(start, closed) if start_counts else first_working_day_after(start, closed)
    for _ in range(n - 1):
        day = first_working_day_after(day, closed)
    return day


def shift(n: int, sign: int, day: date, closed: frozenset[date]) -> date:
    """Return the ``n``-th working day after ``day`` (``sign`` 1) or before it (``sign`` -1)."""
    for _ in range(n):
        day += sign * _DAY
        while not is_working_day(day, closed):
            day += sign * _DAY
    return day


def working_days_between(first: date, last: date, closed: frozenset[date]) -> int:
    """Count the working days strictly between two days."""
    return sum(is_working_day(first + i * _DAY, closed) for i in range(1, (last - first).days))


def working_notice(n: int, act: date, event: date, closed: frozenset[date]) -> Answer:
    """Say whether ``act`` is at least ``n`` working days before ``event``.

    Clear working days are safe; counting one of the two ends is the other reading.
    """
    if act >= event:
        return "not met"
    between = working_days_between(act, event, closed)
    if between >= n:
        return "met"
    either = is_working_day(act, closed) or is_working_day(event, closed)
    return "one reading" if between + either >= n else "not met"


def latest_working_act(n: int, event: date, closed: frozenset[date]) -> LastDay:
    """Return the last day for an act at least ``n`` working days before ``event``, on each reading."""
    day = event - _DAY
    while working_notice(n, day, event, closed) == "not met":
        day -= _DAY
    generous = day
    while working_notice(n, day, event, closed) != "met":
        day -= _DAY
    return LastDay(day, generous)


def deemed_delivery(posted: date, closed: frozenset[date]) -> date:
    """Return the day a letter posted first class is presumed delivered: the second working day after."""
    return nth_working_day(_POST_TAKES, posted, closed, start_counts=False)


def day_to_appeal(notice_sent: date, certificate: date | None, closed: frozenset[date]) -> date:
    """Return the last day to appeal (HESC Rules rr 12 and 20).

    The later of two months from the notice and one month from the mediation certificate,
    rolled over to a working day, and out of August and of 25 December to 1 January.
    """
    later = max(corr(notice_sent, 2), corr(certificate, 1) if certificate else corr(notice_sent, 2))
    if later.month == _AUGUST:
        return next_working_day(date(later.year, 9, 1), closed)
    if (later.month, later.day) >= (12, 25):
        return next_working_day(date(later.year + 1, 1, 2), closed)
    if (later.month, later.day) == (1, 1):
        return next_working_day(date(later.year, 1, 2), closed)
    return next_working_day(later, closed)


def turns_on_holidays(n: int, start: date, closed: frozenset[date], *, start_counts: bool) -> tuple[date, ...]:
    """Return the holidays without any one of which the period would end earlier."""
    last = nth_working_day(n, start, closed, start_counts=start_counts)
    return tuple(
        day
        for day in sorted(closed)
        if start <= day <= last and nth_working_day(n, start, closed - {day}, start_counts=start_counts) != last
    )
