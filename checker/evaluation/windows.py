"""The days on which an act is in time: what a time limit gives, as ranges of days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from checker.clocks import ranges
from checker.evaluation.days import MONTH_END, DayValue, before, day_reader
from checker.evaluation.operands import worked_out
from checker.evaluation.scope import Period, Scope
from checker.evaluation.tabled import UNLIMITED, Given, length_of
from checker.evaluation.truth import UNDECIDED, reason
from checker.facts import Days, State
from checker.findings import Cause, Operand, Reason
from checker.rulebook.library import Library
from dsl.tree import AtLeastBefore, BetweenDays, DayLimit, Happens, Length, Limit, Within, WithinTheLimit

CLEAR_NOTICE = "CLEAR-NOTICE"


@dataclass(frozen=True)
class Window:
    """The days on which an act is in time: ``first`` and ``last`` are ranges, None being no bound.

    ``other_last`` is the last day on the other side of the open reading ``reading``.
    ``start`` is the day the clock started, if it is a start and not an anchor. ``cause``
    is why the days between the ends of a range are not settled.
    """

    first: Days | None
    last: Days | None
    start: DayValue | None
    anchor: DayValue | None
    other_last: Days | None = None
    reading: str = ""
    cause: Cause = Cause.NOT_STATED


def period_of(node: Happens, scope: Scope) -> tuple[Days, Days] | None:
    """Return the first and last days of the period a limit gives, if they are known."""
    given = given_length(node, scope)
    if not isinstance(given.value, Length):
        return None
    window = window_reader(node, scope.library)(scope, given.value)
    if isinstance(window, Reason) or window.last is None or window.start is None or window.start.days is None:
        return None
    return window.start.days, window.last


def written_length(limit: Limit) -> Length | None:
    """Return the length of a limit as the rule itself gives it; a limit of days has none. None if a table gives it."""
    if isinstance(limit, Within | AtLeastBefore):
        return limit.length if isinstance(limit.length, Length) else None
    return _NO_DAYS


def given_length(node: Happens, scope: Scope) -> Given:
    """Return the length of a limit, given by a table or a parameter if need be; a limit of days has none."""
    if isinstance(node.limit, Within | AtLeastBefore):
        return length_of(node.limit.length, scope)
    return NO_LENGTH


_NO_DAYS = Length(0, "days")
NO_LENGTH = Given(_NO_DAYS, (), ())
"""What a limit of days is given."""

WindowOf = Callable[[Scope, Length], Window | Reason]
"""A limit made ready: the days in time in a scope, or the reason they cannot be told."""


def window_reader(node: Happens, library: Library) -> WindowOf:
    """Make a limit ready."""
    limit = node.limit
    match limit:
        case Within():
            start_of = day_reader(limit.start, "start", library.names)
            return lambda scope, length: _within(node, limit, start_of(scope), length, scope)
        case AtLeastBefore():
            anchor_of = day_reader(limit.anchor, "anchor", library.names)
            return lambda scope, length: _at_least_before(node, anchor_of(scope), length, scope)
        case DayLimit(relation=relation, day=day):
            day_of_limit = day_reader(day, "anchor", library.names)
            return lambda scope, _: _by_day(node, relation, day_of_limit(scope))
        case BetweenDays(first=first, last=last):
            low_of, high_of = day_reader(first, "anchor", library.names), day_reader(last, "anchor", library.names)
            return lambda scope, _: _between(node, low_of(scope), high_of(scope))
        case WithinTheLimit():
            return lambda scope, _: _of_period(node, scope.period)


def _between(node: Happens, low: DayValue, high: DayValue) -> Window | Reason:
    for end in (low, high):
        if end.days is None:
            return _unknown(node, end)
    return Window(low.days, high.days, None, low)


def _of_period(node: Happens, period: Period | None) -> Window | Reason:
    if period is None:
        return reason("happens", node.span, UNDECIDED, (Cause.NOT_COVERED,))
    return Window(period.first, period.last, None, None)


def _within(node: Happens, limit: Within, start: DayValue, length: Length, scope: Scope) -> Window | Reason:
    if start.state is State.NOT_HAPPENED or (start.days and start.days.first and start.days.first > scope.as_at):
        planned = {"start_not_happened": "yes"}
        return reason("happens", node.span, UNDECIDED, (Cause.NOT_APPLICABLE,), start.operands, detail=planned)
    if start.days is None:
        return _unknown(node, start)
    if length == UNLIMITED:
        return Window(None, None, start, None)
    if length.n == 0:
        return Window(None, start.days, start, None)
    if length.unit == "school_days":
        # However few of them are school days, so many days hold no more of them than that.
        counted = timedelta(days=length.n - limit.start_counts)
        earliest = start.days.first + counted if start.days.first else None
        return Window(None, Days(earliest, None), start, None, cause=Cause.NOT_COVERED)
    closed = scope.library.bank_holidays
    found = ranges.last_days(length, start.days, closed, start_counts=limit.start_counts)
    return Window(None, found.adopted, start, None, found.other, MONTH_END if found.other else "")


def _at_least_before(node: Happens, anchor: DayValue, length: Length, scope: Scope) -> Window | Reason:
    if anchor.days is None:
        return _unknown(node, anchor)
    if length == UNLIMITED or length.n == 0:
        return Window(None, anchor.days if length.unit else None, None, anchor)
    if length.unit == "school_days":
        latest = anchor.days.last - timedelta(days=length.n) if anchor.days.last else None
        return Window(None, Days(None, latest), None, anchor, cause=Cause.NOT_COVERED)
    found = ranges.latest_acts(length, anchor.days, scope.library.bank_holidays)
    return Window(None, found.adopted, None, anchor, found.other, CLEAR_NOTICE if found.other else "")


def _unknown(node: Happens, day: DayValue) -> Reason:
    detail: dict[str, str | int] = {"reading": day.reading} if day.reading else {}
    return reason("happens", node.span, UNDECIDED, day.causes or (Cause.NOT_STATED,), day.operands, detail=detail)


def _by_day(node: Happens, relation: str, anchor: DayValue) -> Window | Reason:
    days = anchor.days
    if days is None:
        return _unknown(node, anchor)
    match relation:
        case "before":
            return Window(None, before(days), None, anchor)
        case "on or before":
            return Window(None, days, None, anchor)
        case "on":
            return Window(days, days, None, anchor)
        case "on or after":
            return Window(days, None, None, anchor)
        case _:
            return Window(before(days, -1), None, None, anchor)


def window_operands(window: Window) -> tuple[Operand, ...]:
    """Return the operands of a window: what it runs from, and its days."""
    operands: list[Operand] = []
    if window.start is not None:
        operands += window.start.operands
    if window.anchor is not None:
        operands += window.anchor.operands
    for role, days in (("first_day", window.first), ("last_day", window.last), ("other_last_day", window.other_last)):
        if days is not None:
            operands.append(worked_out(role, _SAID[role], days))
    return tuple(operands)


_SAID = {
    "first_day": "the first day in time",
    "last_day": "the last day",
    "other_last_day": "the last day on the other reading",
}
