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
from checker.evaluation.deadlines import CLEAR_NOTICE
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
from checker.kernel.frame import Frame, Range
from checker.kernel.held import Held, held
from checker.kernel.tables import clock_of
from checker.kernel.values import EARLY, LATE
from dsl import tree


@dataclass(frozen=True)
class Window:
    """The days on which an act is in time, in every row that has any; None is no bound.

    ``usable`` is false where the limit itself is undecided, for ``causes`` and on
    ``reading``. ``other_last`` is the last day on the other side of ``open_reading``, where
    ``differs``. ``start`` is the day the clock started, if it is a start.
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


@dataclass(frozen=True)
class Judged:
    """One act beside one window: truth, causes, and whether it has not been done."""

    truth: Column
    causes: Column
    undone: Column


def happens(node: tree.Happens, frame: Frame) -> Held:
    """Return whether an act is within its limit."""
    act = day_of(node.act, frame)
    window = window_of(node, frame)
    if frame.new_limit is not None:
        window = replace(window, last=frame.new_limit, other_last=None, differs=None)
    found = _judge(act, window, frame)
    truth, causes, undone = found.truth, found.causes, found.undone
    reading = np.zeros(frame.rows, dtype=np.int64)
    if window.other_last is not None and window.differs is not None:
        other = _judge(act, replace(window, last=window.other_last), frame)
        side = frame.side(window.open_reading)
        taken = np.zeros(frame.rows, dtype=np.int8) if side is None else side
        swapped = window.differs & (taken == 2)  # noqa: PLR2004  (the other side)
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
    result = held(
        np.where(usable, truth, UNDECIDED),
        np.where(usable, causes, window.causes),
        np.where(usable, act.says, act.leads) | window.says,
        "happens",
        np.where(usable, reading, window.reading),
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
    window = window_of(node, frame)
    if window.last is None or window.start is None:
        return None
    return window.start.range(), window.last, window.usable & window.start.has


def window_of(node: tree.Happens, frame: Frame) -> Window:
    """Return the days on which an act is in time."""
    match node.limit:
        case tree.Within():
            return _within(node.limit, frame)
        case tree.AtLeastBefore():
            return _at_least_before(node.limit, frame)
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


def _within(limit: tree.Within, frame: Frame) -> Window:
    start = day_of(limit.start, frame)
    planned = start.has & (start.first != EARLY) & (start.first > frame.as_at)
    waiting = planned | (start.state == NOT_HAPPENED)
    found = _usable(start)
    length, counts = limit.length, limit.start_counts
    closed = clock_of(frame.library).closed

    def work_out(day: date) -> LastDay:
        if length.unit == "working_days":
            return LastDay(working_days.nth_working_day(length.n, day, closed, start_counts=counts))
        return periods.last_day(length, day, start_counts=counts)

    window = _reckoned(found, start, frame, ("within", length, counts), work_out, MONTH_END)
    return replace(
        window,
        usable=start.has & ~waiting,
        causes=np.where(waiting, NOT_APPLICABLE, found.causes),
        reading=np.where(waiting, 0, found.reading),
        start=start,
    )


def _at_least_before(limit: tree.AtLeastBefore, frame: Frame) -> Window:
    anchor = day_of(limit.anchor, frame)
    length = limit.length
    closed = clock_of(frame.library).closed

    def work_out(day: date) -> LastDay:
        if length.unit == "working_days":
            return working_days.latest_working_act(length.n, day, closed)
        return periods.latest_act(length, day)

    return _reckoned(_usable(anchor), anchor, frame, ("before", length), work_out, CLEAR_NOTICE)


def _reckoned(
    found: Window,
    day: Day,
    frame: Frame,
    key: tuple[object, ...],
    work_out: Callable[[date], LastDay],
    reading: str,
) -> Window:
    clock = clock_of(frame.library)
    first, other_first = clock.of(key, work_out, day.first)
    last, other_last = clock.of(key, work_out, day.last)
    differs = (first != other_first) | (last != other_last)
    window = replace(found, last=Range(first, last, day.has))
    if not differs.any():
        return window
    return replace(window, other_last=Range(other_first, other_last, day.has), differs=differs, open_reading=reading)


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
        to_come = (window.last.first != EARLY) & (as_at <= window.last.first)
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
        late = ~in_time & (window.last.last < happened.first)
        unsure = ~in_time & ~late
    truth = np.select(
        [before_start, late, early == FALSE, (early == UNDECIDED) | unsure],
        [UNDECIDED, FALSE, FALSE, UNDECIDED],
        TRUE,
    )
    causes = np.select([before_start, truth == UNDECIDED], [DISPUTED, NOT_STATED], 0)
    return truth, causes


def _not_done(vouched: Column, window: Window, as_at: Column) -> tuple[Column, Column]:
    if window.last is None:
        return np.full(len(as_at), UNDECIDED), np.full(len(as_at), NOT_YET_DUE)
    passed = (window.last.last != LATE) & (vouched > window.last.last)
    to_come = (window.last.first != EARLY) & (as_at <= window.last.first)
    truth = np.where(passed, FALSE, UNDECIDED)
    return truth, np.where(passed, 0, np.where(to_come, NOT_YET_DUE, NOT_STATED))
