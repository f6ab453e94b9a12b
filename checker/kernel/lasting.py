"""Things that last, over columns: closures, absences, detentions, and the time limit itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from checker.clocks import periods
from checker.clocks.periods import LastDay
from checker.evaluation.lasting import WHOLE_DAYS_AWAY
from checker.evaluation.tabled import UNLIMITED
from checker.kernel.codes import (
    FALSE,
    NOT_APPLICABLE,
    NOT_COVERED,
    NOT_HAPPENED,
    NOT_STATED,
    OPEN_LAW,
    TRUE,
    UNDECIDED,
    Column,
)
from checker.kernel.days import Day, compare, day_of
from checker.kernel.frame import OTHER_SIDE, THIS_SIDE, Frame
from checker.kernel.held import Held, held
from checker.kernel.tabled import length_of
from checker.kernel.tables import clock_of
from checker.kernel.values import EARLY, LATE
from dsl import tree


def compare_length(node: tree.Compare, left: tree.SpanLength, frame: Frame) -> Held:
    """Return whether a comparison of how long a thing lasts holds."""
    if not isinstance(node.right, tree.Length | tree.TableValue | tree.ParameterValue):
        msg = "a length is compared with a length"
        raise TypeError(msg)
    given = length_of(node.right, frame)
    start, finish = _ends(left.thing, frame)
    open_ended = (start.first == EARLY) | (start.last == LATE) | (finish.first == EARLY) | (finish.last == LATE)
    needed = np.zeros(frame.rows, dtype=np.int64)
    there = np.zeros(frame.rows, dtype=bool)
    for where, length in given.lengths():
        if length != UNLIMITED:
            needed = np.where(where, _needed(length, start.first, frame), needed)
            there |= where
    shortest = _holds(node.relation, finish.first - start.last, needed)
    longest = _holds(node.relation, finish.last - start.first, needed)
    agreed = ~open_ended & (shortest == longest)
    truth = np.where(agreed, np.where(shortest, TRUE, FALSE), UNDECIDED)
    found = _known_ends(truth, np.full(frame.rows, NOT_STATED), start, finish)
    if there.all():
        return found
    why = np.where(given.causes != 0, given.causes, NOT_APPLICABLE)
    return held(np.where(there, found.truth, UNDECIDED), np.where(there, found.causes, why), found.says | given.says)


def _known_ends(truth: Column, causes: Column, *ends: Day) -> Held:
    for end in reversed(ends):
        truth = np.where(end.has, truth, UNDECIDED)
        causes = np.where(end.has, causes, np.where(end.causes == 0, NOT_STATED, end.causes))
    return held(truth, causes, np.logical_or.reduce([end.says for end in ends]))


def _holds(relation: str, length: Column, needed: Column) -> Column:
    match relation:
        case "is":
            found: Column = length == needed
        case "is not":
            found = length != needed
        case "at least":
            found = length >= needed
        case "at most":
            found = length <= needed
        case "more than":
            found = length > needed
        case _:
            found = length < needed
    return found


def _needed(length: tree.Length, start: Column, frame: Frame) -> Column:
    """Return the days in a length of time that runs from each day."""

    def work_out(day: date) -> LastDay:
        return LastDay(periods.shift(length, 1, day))

    end, _ = clock_of(frame.library).of(("shift", length, 1), work_out, start)
    found: Column = end - start
    return found


def _ends(thing: tree.Ref, frame: Frame) -> tuple[Day, Day]:
    kind = frame.library.names.things[frame.thing(thing)]
    if kind.span is None:
        msg = f"{kind.name} does not last"
        raise TypeError(msg)
    first, last = (
        day_of(tree.Ref(thing.base, (*thing.steps, name), thing.type, thing.span), frame) for name in kind.span
    )
    return first, last


def overlaps_limit(node: tree.OverlapsLimit, frame: Frame) -> Held:
    """Return whether a thing that lasts overlaps the time limit by so many whole days.

    Whether the days of leaving and returning count is open: both are worked out.
    """
    start, finish = _ends(node.thing, frame)
    says = start.says | finish.says
    period = frame.period
    if period is None:
        return held(np.full(frame.rows, UNDECIDED), NOT_COVERED, says)
    first, last = period.first.first, period.last.last
    usable = period.first.has & (period.first.first == period.first.last) & (last != LATE)
    single = (start.first == start.last) & (finish.first == finish.last)
    needed = _needed(node.at_least, start.first, frame)
    without = _away(start.first + 1, finish.first - 1, first, last)
    with_both = _away(start.first, finish.first, first, last)
    side = frame.side(WHOLE_DAYS_AWAY)
    taken = np.zeros(frame.rows, dtype=np.int8) if side is None else side
    which = [~single, without >= needed, with_both < needed, taken == THIS_SIDE, taken == OTHER_SIDE]
    truth = np.select(which, [UNDECIDED, TRUE, FALSE, FALSE, TRUE], UNDECIDED)
    causes = np.where(single, OPEN_LAW, NOT_STATED)
    found = _known_ends(truth, causes, start, finish)
    reading = np.full(frame.rows, frame.numbers[WHOLE_DAYS_AWAY] + 1)
    return held(
        np.where(usable, found.truth, UNDECIDED),
        np.where(usable, found.causes, NOT_COVERED),
        says,
        reading=reading,
    )


def _away(leaving: Column, returning: Column, first: Column, last: Column) -> Column:
    found: Column = np.maximum(0, np.minimum(returning, last) - np.maximum(leaving, first) + 1)
    return found


def limit_overlaps(node: tree.LimitOverlaps, frame: Frame) -> Held:
    """Return whether the time limit overlaps a period."""
    period = frame.period
    if period is None:
        return held(np.full(frame.rows, UNDECIDED), NOT_COVERED)
    first, last = period.first.first, period.last.last
    usable = period.first.has & (first != EARLY) & (last != LATE)
    overlaps = (first <= node.last.toordinal()) & (last >= node.first.toordinal())
    return held(np.where(usable, np.where(overlaps, TRUE, FALSE), UNDECIDED), NOT_COVERED)


def covers(node: tree.Covers, frame: Frame) -> Held:
    """Return whether a thing that lasts covers a day."""
    start, finish = _ends(node.thing, frame)
    day = day_of(node.day, frame)
    begun = compare(start.range(), day.range(), "on or before")
    # A detention whose end has not happened goes on.
    ended = np.where(
        finish.has,
        compare(day.range(), finish.range(), "on or before"),
        np.where(finish.state == NOT_HAPPENED, TRUE, UNDECIDED),
    )
    truth = np.minimum(begun, ended)
    causes = np.where(finish.causes == 0, NOT_STATED, finish.causes)
    found = _known_ends(truth, causes, start, day)
    return replace(found, says=found.says | finish.says)
