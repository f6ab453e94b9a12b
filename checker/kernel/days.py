"""Days in a rule over columns: dates of events, and dates reckoned from them, as ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import cast

import numpy as np

from checker.clocks import ages, periods, working_days
from checker.clocks.periods import LastDay
from checker.evaluation.days import LEAP_BIRTHDAY, MONTH_END
from checker.findings import Cause
from checker.kernel.codes import (
    FALSE,
    KNOWN,
    NOT_COVERED,
    NOT_HAPPENED,
    TRUE,
    UNCOVERED,
    UNDECIDED,
    Column,
    causes_by_state,
)
from checker.kernel.definitions import blended, value_of
from checker.kernel.frame import OTHER_SIDE, Frame, Range
from checker.kernel.tables import clock_of
from checker.kernel.values import A_RANGE, EARLY, LATE
from dsl import tree

_CAUSES = causes_by_state(Cause.NOT_FOUND)


@dataclass(frozen=True)
class Day:
    """A day in every row, as far as it is known.

    ``first`` and ``last`` count where ``has``. ``other_first`` and ``other_last`` are the
    day on the other side of the open reading ``reading`` (its number plus 1, or 0).
    ``through`` is the last day an absence is vouched for. ``says`` is whether a fact it
    rests on says something, ``leads`` whether the first of those facts does.
    """

    state: Column
    has: Column
    first: Column
    last: Column
    causes: Column
    through: Column
    reading: Column
    other_first: Column
    other_last: Column
    says: Column
    leads: Column

    def range(self) -> Range:
        """Return the days alone."""
        return Range(self.first, self.last, self.has)


def day_of(expression: tree.DayExpr, frame: Frame) -> Day:
    """Return the day an expression stands for in every row."""
    match expression:
        case tree.Ref():
            return _of_fact(expression, frame)
        case tree.Literal(value=date() as day):
            return _written(day.toordinal(), frame)
        case tree.DefinedValue():
            return _defined(expression, frame)
        case tree.Later() | tree.Earlier():
            return _of_several(expression, frame)
        case tree.RelevantDate():
            return _given(frame.relevant, frame)
        case tree.LimitEnd():
            return _given(frame.period.last if frame.period is not None else None, frame)
        case _:
            return _reckoned(expression, frame)


def _of_fact(ref: tree.Ref, frame: Frame) -> Day:
    rows = frame.said(ref)
    values = frame.store.values
    state = values.state[rows]
    first, last = values.first[rows], values.last[rows]
    has = values.kind[rows] == A_RANGE
    causes = np.where(has | (state == NOT_HAPPENED), 0, _CAUSES[state]).astype(np.int16)
    none = np.zeros(frame.rows, dtype=np.int64)
    says = values.says[rows]
    return Day(state, has, first, last, causes, values.through[rows], none, first, last, says, says)


def _known(first: Column, last: Column, has: Column | None = None) -> Day:
    count = len(first)
    has = np.ones(count, dtype=bool) if has is None else has
    return Day(
        state=np.where(has, KNOWN, UNCOVERED).astype(np.int8),
        has=has,
        first=first,
        last=last,
        causes=np.where(has, 0, NOT_COVERED).astype(np.int16),
        through=np.full(count, LATE, dtype=np.int32),
        reading=np.zeros(count, dtype=np.int64),
        other_first=first,
        other_last=last,
        says=np.zeros(count, dtype=bool),
        leads=np.zeros(count, dtype=bool),
    )


def _written(day: int, frame: Frame) -> Day:
    days = np.full(frame.rows, day, dtype=np.int32)
    return _known(days, days)


def _given(days: Range | None, frame: Frame) -> Day:
    if days is None:
        opened = np.full(frame.rows, EARLY, dtype=np.int32)
        return _known(opened, -opened, np.zeros(frame.rows, dtype=bool))
    return _known(days.first, days.last, days.has)


def _defined(expression: tree.DefinedValue, frame: Frame) -> Day:
    cases, left = value_of(expression, frame)
    found = [(where, day_of(cast("tree.DayExpr", value), inner)) for where, value, inner in cases]
    undecided = replace(
        _given(None, frame),
        state=left.state,
        causes=left.causes,
        reading=left.reading,
        says=left.says,
        leads=left.says,
    )
    return blended(found, undecided)


def _reckoned(expression: tree.DayExpr, frame: Frame) -> Day:
    source, key, work_out = _reckoning(expression, clock_of(frame.library).closed)
    base = day_of(source, frame)
    if isinstance(expression, tree.Shift | tree.LastDayOf) and expression.length.unit == "school_days":
        # Which days those are is in the setting's own calendar, which no file here holds.
        return _either(base.has, replace(_given(None, frame), says=base.says, leads=base.leads), base)
    clock = clock_of(frame.library)
    first, other_first = clock.of(key, work_out, base.first)
    last, other_last = clock.of(key, work_out, base.last)
    name = LEAP_BIRTHDAY if isinstance(expression, tree.Reaches) else MONTH_END
    differs = base.has & ((first != other_first) | (last != other_last))
    side = frame.side(name)
    swapped = differs & (side == OTHER_SIDE) if side is not None else np.zeros(frame.rows, dtype=bool)
    unchosen = differs & (side == 0) if side is not None else differs
    kept_first, kept_last = np.where(swapped, other_first, first), np.where(swapped, other_last, last)
    return replace(
        base,
        first=np.where(base.has, kept_first, base.first),
        last=np.where(base.has, kept_last, base.last),
        # Reckoned afresh, a day carries only the reading its own reckoning opens.
        reading=np.where(base.has, np.where(unchosen, frame.numbers[name] + 1, 0), base.reading),
        other_first=np.where(base.has, np.where(unchosen, other_first, kept_first), base.other_first),
        other_last=np.where(base.has, np.where(unchosen, other_last, kept_last), base.other_last),
        leads=~base.has & base.leads,
    )


def _reckoning(
    expression: tree.DayExpr, closed: frozenset[date]
) -> tuple[tree.DayExpr, tuple[object, ...], Callable[[date], LastDay]]:
    """Return the day an expression is reckoned from, what its table is called, and what it tabulates."""
    match expression:
        case tree.InYear(day=day, month=month, year=year, of=of):
            kind = cast("periods.YearKind", year)
            return of, ("in", day, month, year), lambda each: LastDay(periods.in_year(day, month, kind, each))
        case tree.LastWeekdayIn(weekday=weekday, month=month, year=year, of=of):
            kind = cast("periods.YearKind", year)
            return (
                of,
                ("weekday", weekday, month, year),
                lambda each: LastDay(periods.last_weekday_in(weekday, month, kind, each)),
            )
        case tree.FirstWorkingDay(of=of, day_counts=counts):
            step = working_days.next_working_day if counts else working_days.first_working_day_after
            return of, ("working", counts), lambda each: LastDay(step(each, closed))
        case tree.FirstDayOfYear(day=day, month=month, of=of, day_counts=counts):
            wait = timedelta(days=0 if counts else 1)
            key = ("first", day, month, counts)
            return of, key, lambda each: LastDay(periods.first_in_a_year(day, month, each + wait))
        case tree.Shift(length=length, sign=sign, of=of) if length.unit == "working_days":
            return of, ("shift", length, sign), lambda each: LastDay(working_days.shift(length.n, sign, each, closed))
        case tree.LastDayOf(length=length, start=start) if length.unit == "working_days":
            nth = partial(working_days.nth_working_day, length.n, closed=closed, start_counts=True)
            return start, ("last", length), lambda each: LastDay(nth(each))
        case tree.Shift(length=length, sign=sign, of=of):
            return of, ("shift", length, sign), lambda each: LastDay(periods.shift(length, sign, each))
        case tree.LastDayOf(length=length, start=start):
            return start, ("last", length), lambda each: periods.last_day(length, each, start_counts=True)
        case tree.Reaches(born=born, years=years):
            return born, ("reaches", years), lambda each: ages.reaches_age(each, years)
        case _:
            msg = f"not a day: {type(expression).__name__}"
            raise TypeError(msg)


def _of_several(expression: tree.Later | tree.Earlier, frame: Frame) -> Day:
    values = [day_of(part, frame) for part in expression.parts]
    later = isinstance(expression, tree.Later)
    pick = np.maximum.reduce if later else np.minimum.reduce
    opened = np.logical_or.reduce([day.first == EARLY for day in values])
    closes = np.logical_or.reduce([day.last == LATE for day in values])
    first = np.where(opened, EARLY, pick([day.first for day in values])).astype(np.int32)
    last = np.where(closes, LATE, pick([day.last for day in values])).astype(np.int32)
    says = np.logical_or.reduce([day.says for day in values])
    found = replace(_known(first, last), says=says)
    for day in reversed(values):
        found = _either(~day.has, replace(day, says=says, leads=values[0].leads), found)
    return found


def _either(where: Column, one: Day, other: Day) -> Day:
    return Day(**{name: np.where(where, one.__dict__[name], held) for name, held in other.__dict__.items()})


def shifted(days: Column, count: int) -> Column:
    """Return the days ``count`` later; an open end stays open."""
    found: Column = np.where((days == EARLY) | (days == LATE), days, days + count).astype(np.int32)
    return found


def compare(left: Range, right: Range, relation: str) -> Column:
    """Compare two ranges: only agreement of every day decides."""
    match relation:
        case "before":
            return _ordered(left, right, 1)
        case "on or before":
            return _ordered(left, right, 0)
        case "after":
            return _ordered(right, left, 1)
        case "on or after":
            return _ordered(right, left, 0)
        case _:
            single = (left.first == left.last) & (right.first == right.last)
            apart = (left.last < right.first) | (right.last < left.first)
            same = single & (left.first == right.first)
            found: Column = np.where(same, TRUE, np.where(single | apart, FALSE, UNDECIDED)).astype(np.int8)
            return found


def _ordered(earlier: Range, later: Range, margin: int) -> Column:
    surely = earlier.last + margin <= later.first
    never = earlier.first + margin > later.last
    found: Column = np.where(surely, TRUE, np.where(never, FALSE, UNDECIDED)).astype(np.int8)
    return found
