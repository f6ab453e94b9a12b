"""A time limit and an act over columns: the table of language section 4.4.

The twin of :mod:`checker.evaluation.deadlines`, branch by branch. The last days of
periods come from the tabulated clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from checker.clocks import periods, working_days
from checker.clocks.periods import LastDay
from checker.evaluation.days import MONTH_END
from checker.evaluation.tabled import UNLIMITED
from checker.evaluation.windows import CLEAR_NOTICE
from checker.kernel.codes import (
    DISPUTED,
    FALSE,
    INAPPLICABLE,
    NOT_APPLICABLE,
    NOT_COVERED,
    NOT_HAPPENED,
    NOT_STATED,
    NOT_YET_DUE,
    OPEN_LAW,
    SILENT,
    TRUE,
    UNDECIDED,
    Column,
)
from checker.kernel.days import Day, day_of, shifted
from checker.kernel.definitions import blended
from checker.kernel.frame import OTHER_SIDE, Frame, Range
from checker.kernel.held import Held, held
from checker.kernel.tabled import Given, length_of
from checker.kernel.tables import clock_of
from checker.kernel.values import EARLY, LATE
from dsl import tree


@dataclass(frozen=True)
class Window:
    """The days on which an act is in time, in every row that has any; None is no bound.

    ``usable`` is false where the limit itself is undecided, for ``causes`` and on
    ``reading``. Where ``last`` has no day there is no limit. ``other_last`` is the last day on
    the other side of ``open_reading``, where ``differs``. ``start`` is the day the clock
    started, if it is a start. ``cause`` is why the days between the ends of a range are not
    settled.
    """

    usable: Column
    causes: Column
    reading: Column
    says: Column
    first: Range | None = None
    last: Range | None = None
    start: Day | None = None
    other_last: Range | None = None
    differs: Column | None = None
    open_reading: str = ""
    cause: Column | int = NOT_STATED


@dataclass(frozen=True)
class Judged:
    """One act beside one window: truth, causes, and whether it has not been done."""

    truth: Column
    causes: Column
    undone: Column


def happens(node: tree.Happens, frame: Frame) -> Held:
    """Return whether an act is within its limit."""
    act = day_of(node.act, frame)
    given = _given_length(node, frame)
    window = window_of(node, given, frame)
    if frame.new_limit is not None:
        window = replace(window, last=frame.new_limit, other_last=None, differs=None)
    found = _judge(act, window, frame)
    truth, causes, undone = found.truth, found.causes, found.undone
    reading = np.zeros(frame.rows, dtype=np.int64)
    if window.other_last is not None and window.differs is not None:
        other = _judge(act, replace(window, last=window.other_last), frame)
        side = frame.side(window.open_reading)
        taken = np.zeros(frame.rows, dtype=np.int8) if side is None else side
        swapped = window.differs & (taken == OTHER_SIDE)
        unlike = (other.truth != truth) | (other.causes != causes)
        opened = window.differs & (taken == 0) & unlike
        truth = np.where(opened, UNDECIDED, np.where(swapped, other.truth, truth))
        causes = np.where(opened, OPEN_LAW, np.where(swapped, other.causes, causes))
        undone = np.where(swapped, other.undone, undone)
        reading = np.where(opened, frame.numbers[window.open_reading] + 1, reading)
    opened = act.reading > 0
    truth = np.where(opened, UNDECIDED, truth)
    causes = np.where(opened, OPEN_LAW, causes)
    undone &= ~opened
    reading = np.where(opened, act.reading, reading)
    usable = window.usable
    measured = given.which >= 0
    result = held(
        np.where(usable, truth, UNDECIDED),
        np.where(usable, causes, np.where(measured, window.causes, given.causes)),
        np.where(usable, act.says | given.says, act.leads | (given.says & ~measured)) | (window.says & measured),
        "happens",
        np.where(usable, reading, np.where(measured, window.reading, 0)),
    )
    return replace(result, limit=True, undone=usable & undone)


def has_happened(node: tree.HasHappened, frame: Frame) -> Held:
    """Return whether an act has happened, or has not, without a limit."""
    act = day_of(node.act, frame)
    planned = act.has & (act.first != EARLY) & (act.first > frame.as_at)
    absent = act.state == NOT_HAPPENED
    vouched = (act.through == LATE) | (act.through >= frame.as_at)
    truth = np.where(act.has, np.where(planned, FALSE, TRUE), np.where(absent & vouched, FALSE, UNDECIDED))
    causes = np.where(absent, NOT_STATED, act.causes)
    if node.negated:
        truth = TRUE - truth
    return replace(held(truth, causes, act.says, "has_happened", act.reading), limit=True)


def period_of(node: tree.Happens, frame: Frame) -> tuple[Range, Range, Column] | None:
    """Return the first and last days of the period a limit gives, and where they are known."""
    if not isinstance(node.limit, tree.Within):
        return None
    window = window_of(node, _given_length(node, frame), frame)
    if window.last is None or window.start is None:
        return None
    return window.start.range(), window.last, window.usable & window.start.has & window.last.has


def _given_length(node: tree.Happens, frame: Frame) -> Given:
    """Return the length of a limit, given by a table or a parameter if need be; a limit of days has none."""
    if isinstance(node.limit, tree.Within | tree.AtLeastBefore):
        return length_of(node.limit.length, frame)
    return length_of(_NO_LENGTH, frame)


_NO_LENGTH = tree.Length(0, "days")


def window_of(node: tree.Happens, given: Given, frame: Frame) -> Window:
    """Return the days on which an act is in time, under the lengths of time given."""
    match node.limit:
        case tree.Within():
            return _within(node.limit, given, frame)
        case tree.AtLeastBefore():
            return _at_least_before(node.limit, given, frame)
        case tree.DayLimit(relation=relation, day=day):
            return _by_day(relation, day_of(day, frame))
        case tree.BetweenDays(first=first, last=last):
            low, high = day_of(first, frame), day_of(last, frame)
            found = _usable(low, high)
            return replace(
                found, says=np.where(low.has & ~high.has, high.says, low.says), first=low.range(), last=high.range()
            )
        case tree.WithinTheLimit():
            return _within_the_limit(frame)


def _usable(*days: Day) -> Window:
    """Return a window with no bounds yet, undecided where one of the days it rests on is: the first of them speaks."""
    first = days[0]
    causes, reading, says, usable = _why(first), first.reading, first.says, first.has
    for day in days[1:]:
        causes = np.where(usable, _why(day), causes)
        reading = np.where(usable, day.reading, reading)
        says = np.where(usable & ~day.has, day.says, says)
        usable = usable & day.has
    return Window(usable, causes, reading, says)


def _why(day: Day) -> Column:
    found: Column = np.where(day.causes == 0, NOT_STATED, day.causes)
    return found


def _within(limit: tree.Within, given: Given, frame: Frame) -> Window:
    start = day_of(limit.start, frame)
    planned = start.has & (start.first != EARLY) & (start.first > frame.as_at)
    waiting = planned | (start.state == NOT_HAPPENED)
    found = _usable(start)
    counts = limit.start_counts
    closed = clock_of(frame.library).closed

    def last_of(length: tree.Length) -> _Last:
        def work_out(day: date) -> LastDay:
            if length.unit == "working_days":
                return LastDay(working_days.nth_working_day(length.n, day, closed, start_counts=counts))
            return periods.last_day(length, day, start_counts=counts)

        if length.unit == "school_days" and length.n:
            # However few of them are school days, so many days hold no more of them than that.
            earliest = shifted(start.first, length.n - counts)
            return _Last(Range(earliest, np.full(frame.rows, LATE), start.has), cause=NOT_COVERED)
        return _last_day(length, start, frame, ("within", length, counts), work_out)

    window = _with_last(found, given, last_of, MONTH_END)
    return replace(
        window,
        usable=start.has & ~waiting & (given.which >= 0),
        causes=np.where(waiting, NOT_APPLICABLE, found.causes),
        reading=np.where(waiting, 0, found.reading),
        start=start,
    )


def _at_least_before(limit: tree.AtLeastBefore, given: Given, frame: Frame) -> Window:
    anchor = day_of(limit.anchor, frame)
    closed = clock_of(frame.library).closed

    def last_of(length: tree.Length) -> _Last:
        def work_out(day: date) -> LastDay:
            if length.unit == "working_days":
                return working_days.latest_working_act(length.n, day, closed)
            return periods.latest_act(length, day)

        if length.unit == "school_days" and length.n:
            latest = shifted(anchor.last, -length.n)
            return _Last(Range(np.full(frame.rows, EARLY), latest, anchor.has), cause=NOT_COVERED)
        return _last_day(length, anchor, frame, ("before", length), work_out)

    found = _with_last(_usable(anchor), given, last_of, CLEAR_NOTICE)
    return replace(found, usable=found.usable & (given.which >= 0))


@dataclass(frozen=True)
class _Last:
    """The last days under one length of time, on each reading."""

    days: Range
    other: Range | None = None
    cause: int = NOT_STATED


def _last_day(
    length: tree.Length, day: Day, frame: Frame, key: tuple[object, ...], work_out: Callable[[date], LastDay]
) -> _Last:
    if length == UNLIMITED:
        return _Last(replace(day.range(), has=np.zeros(frame.rows, dtype=bool)))
    if length.n == 0:
        return _Last(day.range())
    clock = clock_of(frame.library)
    first, other_first = clock.of(key, work_out, day.first)
    last, other_last = clock.of(key, work_out, day.last)
    if (first == other_first).all() and (last == other_last).all():
        return _Last(Range(first, last, day.has))
    return _Last(Range(first, last, day.has), Range(other_first, other_last, day.has))


def _with_last(found: Window, given: Given, last_of: Callable[[tree.Length], _Last], reading: str) -> Window:
    """Return a window with the last days that each length of time gives in its own rows."""
    lengths = given.lengths()
    if not lengths:
        return found
    each = [(where, last_of(length)) for where, length in lengths]
    days = other = each[0][1].days
    cause: Column | int = each[0][1].cause
    for where, one in each:
        days = blended([(where, one.days)], days)
        other = blended([(where, one.other or one.days)], other)
        cause = np.where(where, one.cause, cause)
    window = replace(found, last=days, cause=cause)
    if all(one.other is None for _, one in each):
        return window
    differs = (days.first != other.first) | (days.last != other.last)
    return replace(window, other_last=other, differs=differs, open_reading=reading)


def _by_day(relation: str, anchor: Day) -> Window:
    found = _usable(anchor)
    days = anchor.range()
    match relation:
        case "before":
            return replace(found, last=_moved(days, -1))
        case "on or before":
            return replace(found, last=days)
        case "on":
            return replace(found, first=days, last=days)
        case "on or after":
            return replace(found, first=days)
        case _:
            return replace(found, first=_moved(days, 1))


def _moved(days: Range, count: int) -> Range:
    return Range(shifted(days.first, count), shifted(days.last, count), days.has)


def _within_the_limit(frame: Frame) -> Window:
    none = np.zeros(frame.rows, dtype=np.int64)
    nothing = np.zeros(frame.rows, dtype=bool)
    causes = np.full(frame.rows, NOT_COVERED)
    if frame.period is None:
        return Window(nothing, causes, none, nothing)
    period = frame.period
    return Window(period.first.has, causes, none, nothing, first=period.first, last=period.last)


def _judge(act: Day, window: Window, frame: Frame) -> Judged:
    """Judge one act against one window."""
    as_at = frame.as_at
    planned = act.has & (act.first != EARLY) & (act.first > as_at)
    vouched = np.where(act.has, as_at, np.minimum(act.through, as_at))
    done_truth, done_causes = _done(act, window, as_at)
    late_truth, late_causes = _not_done(vouched, window, as_at)
    silent_causes = np.full(frame.rows, NOT_STATED)
    if window.last is not None:
        to_come = window.last.has & (window.last.first != EARLY) & (as_at <= window.last.first)
        silent_causes = np.where(to_come, NOT_YET_DUE, NOT_STATED)
    which = [
        act.state == INAPPLICABLE,
        act.has & ~planned,
        act.has | (act.state == NOT_HAPPENED),
        act.state == SILENT,
    ]
    truth = np.select(which, [UNDECIDED, done_truth, late_truth, UNDECIDED], UNDECIDED)
    causes = np.select(which, [NOT_APPLICABLE, done_causes, late_causes, silent_causes], act.causes)
    return Judged(truth, causes, ~which[0] & ~which[1] & which[2])


def _done(act: Day, window: Window, as_at: Column) -> tuple[Column, Column]:
    happened = Range(act.first, np.minimum(act.last, as_at), act.has)
    before_start: Column = np.zeros(len(as_at), dtype=bool)
    if window.start is not None:
        start = window.start
        before_start = start.has & (start.first != EARLY) & (happened.last < start.first)
    early = np.full(len(as_at), TRUE)
    if window.first is not None:
        surely = happened.first >= window.first.last
        never = happened.last < window.first.first
        early = np.where(surely, TRUE, np.where(never, FALSE, UNDECIDED))
    late = unsure = np.zeros(len(as_at), dtype=bool)
    if window.last is not None:
        in_time = window.last.first >= happened.last
        late = window.last.has & ~in_time & (window.last.last < happened.first)
        unsure = window.last.has & ~in_time & ~late
    truth = np.select(
        [before_start, late, early == FALSE, (early == UNDECIDED) | unsure],
        [UNDECIDED, FALSE, FALSE, UNDECIDED],
        TRUE,
    )
    causes = np.select([before_start, truth == UNDECIDED], [DISPUTED, window.cause], 0)
    return truth, causes


def _not_done(vouched: Column, window: Window, as_at: Column) -> tuple[Column, Column]:
    if window.last is None:
        return np.full(len(as_at), UNDECIDED), np.full(len(as_at), NOT_YET_DUE)
    passed = window.last.has & (window.last.last != LATE) & (vouched > window.last.last)
    to_come = ~window.last.has | ((window.last.first != EARLY) & (as_at <= window.last.first))
    truth = np.where(passed, FALSE, UNDECIDED)
    return truth, np.where(passed, 0, np.where(to_come, NOT_YET_DUE, window.cause))
