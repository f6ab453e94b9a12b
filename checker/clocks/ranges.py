"""The same periods over ranges of days: only what every day of a range agrees on is decided.

A range is :class:`checker.facts.Days`, both ends in, None leaving an end open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.clocks import periods, working_days
from checker.clocks.periods import LastDay, LengthLike
from checker.facts import Days

Verdict = Literal["in time", "late", "undecided"]
Notice = Literal["met", "one reading", "not met", "undecided"]


@dataclass(frozen=True)
class Limit:
    """The last days of a period, as adopted and on the other reading where one is open."""

    adopted: Days
    other: Days | None = None


@dataclass(frozen=True)
class Compared:
    """An act beside a last day.

    ``least`` and ``most`` are the days in hand (0 on the last day itself), negative when
    late; None where an end is open.
    """

    verdict: Verdict
    least: int | None
    most: int | None


def last_days(length: LengthLike, start: Days, closed: frozenset[date], *, start_counts: bool) -> Limit:
    """Return the last days of a period that runs from a day in ``start``; ``closed`` are the holidays."""

    def end(day: date) -> LastDay:
        if length.unit == "working_days":
            return LastDay(working_days.nth_working_day(length.n, day, closed, start_counts=start_counts))
        return periods.last_day(length, day, start_counts=start_counts)

    return _limit(start, end)


def latest_acts(length: LengthLike, event: Days, closed: frozenset[date]) -> Limit:
    """Return the last days for an act at least ``length`` before a day in ``event``."""

    def end(day: date) -> LastDay:
        if length.unit == "working_days":
            return working_days.latest_working_act(length.n, day, closed)
        return periods.latest_act(length, day)

    return _limit(event, end)


def until(days: Days, last: date) -> Days:
    """Return ``days`` cut off after ``last``: something that has happened by then happened no later."""
    return Days(days.first, last if days.last is None or days.last > last else days.last)


def compare(act: Days, limit: Days) -> Compared:
    """Compare the day of an act with the last day for it."""
    least = (limit.first - act.last).days if limit.first and act.last else None
    most = (limit.last - act.first).days if limit.last and act.first else None
    if least is not None and least >= 0:
        return Compared("in time", least, most)
    if most is not None and most < 0:
        return Compared("late", least, most)
    return Compared("undecided", least, most)


def notice(length: LengthLike, act: Days, event: Days, closed: frozenset[date]) -> Notice:
    """Say whether an act is at least ``length`` before an event, on every day of both ranges."""

    def one(day: date, event_day: date) -> periods.Answer:
        if length.unit == "working_days":
            return working_days.working_notice(length.n, day, event_day, closed)
        return periods.notice(length, day, event_day)

    worst = one(act.last, event.first) if act.last and event.first else None
    best = one(act.first, event.last) if act.first and event.last else None
    if worst == "met" or best in ("not met", worst):
        return worst if worst == "met" else best or "undecided"
    return "undecided"


def _limit(days: Days, end: Callable[[date], LastDay]) -> Limit:
    first = end(days.first) if days.first else None
    last = first if days.last == days.first else end(days.last) if days.last else None
    adopted = Days(first.adopted if first else None, last.adopted if last else None)
    if (first is None or first.other is None) and (last is None or last.other is None):
        return Limit(adopted, None)
    other = Days(*((each.other or each.adopted) if each else None for each in (first, last)))
    return Limit(adopted, other if other != adopted else None)
