"""Comparisons over columns: of days, of values, of ages, with closed lists."""

from __future__ import annotations

from datetime import date
from typing import cast

import numpy as np

from checker.clocks import ages
from checker.evaluation.days import LEAP_BIRTHDAY
from checker.evaluation.figures import is_figure
from checker.kernel.codes import FALSE, NOT_STATED, OPEN_LAW, TRUE, UNDECIDED, Column
from checker.kernel.days import Day, compare, day_of
from checker.kernel.figures import compare_figures
from checker.kernel.frame import OTHER_SIDE, Frame, Range
from checker.kernel.held import Held, all_of, held
from checker.kernel.lasting import compare_length
from checker.kernel.plain import Plain, compared, of_rows, plain
from checker.kernel.tables import clock_of
from checker.kernel.values import EARLY, LATE
from dsl import tree


def compare_values(node: tree.Compare, frame: Frame) -> Held:
    """Return whether a comparison holds."""
    if isinstance(node.left, tree.SpanLength):
        return compare_length(node, node.left, frame)
    if is_figure(node.left) or is_figure(node.right):
        return compare_figures(node, frame)
    if node.relation in ("before", "after", "on or before", "on or after") or _is_day(node.left):
        return _days(node, frame)
    left, right = plain(node.left, frame), plain(node.right, frame)
    truth = np.where(compared(node.relation, left, right), TRUE, FALSE)
    return _where_known(truth, left, right)


def _is_day(value: object) -> bool:
    return isinstance(value, tree.Literal) and isinstance(value.value, date)


def _where_known(truth: Column, *values: Plain) -> Held:
    causes = np.zeros(len(truth), dtype=np.int16)
    says = np.zeros(len(truth), dtype=bool)
    for value in reversed(values):
        causes = np.where(value.has, causes, value.causes)
        says |= value.says
    known = np.logical_and.reduce([value.has for value in values])
    return held(np.where(known, truth, UNDECIDED), causes, says)


def _days(node: tree.Compare, frame: Frame) -> Held:
    left = day_of(cast("tree.DayExpr", node.left), frame)
    right = day_of(cast("tree.DayExpr", node.right), frame)
    relation = "is" if node.relation == "is not" else node.relation
    truth = compare(left.range(), right.range(), relation)
    other = compare(_other(left), _other(right), relation)
    reading = np.where(left.reading > 0, left.reading, right.reading)
    opened = (reading > 0) & (truth != other)
    causes = np.where(opened, OPEN_LAW, NOT_STATED)
    truth = np.where(opened, UNDECIDED, truth)
    if node.relation == "is not":
        truth = TRUE - truth
    for side in (right, left):
        why = np.where(side.causes == 0, NOT_STATED, side.causes)
        truth = np.where(side.has, truth, UNDECIDED)
        causes = np.where(side.has, causes, why)
        reading = np.where(side.has, reading, side.reading)
    return held(truth, causes, left.says | right.says, reading=reading)


def _other(day: Day) -> Range:
    return Range(day.other_first, day.other_last, day.has)


def between(node: tree.Between, frame: Frame) -> Held:
    """Return whether a value is between two others, both ends in."""
    dayish = not (isinstance(node.low, tree.Literal) and not isinstance(node.low.value, date))
    low = tree.Compare("on or after" if dayish else "at least", node.what, node.low, node.span)
    high = tree.Compare("on or before" if dayish else "at most", node.what, node.high, node.span)
    return all_of((compare_values(low, frame), compare_values(high, frame)), "between")


def one_of(node: tree.OneOf, frame: Frame) -> Held:
    """Return whether a value is one of a closed list."""
    value = plain(node.what, frame)
    codes = node.codes or tuple(entry.name for entry in frame.library.book.checklists[node.checklist].entries)
    wanted = [text for text in (frame.store.texts.one(code) for code in codes) if text >= 0]
    among = np.isin(value.text, wanted)
    return _where_known(np.where(among != node.negated, TRUE, FALSE), value)


def includes(node: tree.Includes, frame: Frame) -> Held:
    """Return whether a fact that holds several codes holds this one."""
    several, wanted = of_rows(frame.said(node.what), frame), plain(node.value, frame)
    pairs, which = np.unique((several.row.astype(np.int64) << 32) | (wanted.text + 1), return_inverse=True)
    found = np.array([_holds(frame, int(pair >> 32), int(pair & 0xFFFFFFFF) - 1) for pair in pairs], dtype=bool)
    among = found[which] if len(found) else np.zeros(frame.rows, dtype=bool)
    result = _where_known(np.where(among != node.negated, TRUE, FALSE), several)
    return held(result.truth, result.causes, result.says | wanted.says)


def _holds(frame: Frame, row: int, text: int) -> bool:
    return text >= 0 and frame.store.texts.all[text] in frame.store.contents[row]


def age(node: tree.Age, frame: Frame) -> Held:
    """Return whether somebody is under an age on a day, or has reached it."""
    born, on = day_of(node.born, frame), day_of(node.on, frame)
    clock = clock_of(frame.library)

    def reaches(days: Column) -> tuple[Column, Column]:
        return clock.of(("reaches", node.years), lambda each: ages.reaches_age(each, node.years), days)

    adopted, other = [], []
    for birth, other_birth in (reaches(born.first), reaches(born.last)):
        for day in (on.first, on.last):
            adopted.append(day >= birth)
            other.append(day >= other_birth)
    ends = (born.first != EARLY) & (born.last != LATE) & (on.first != EARLY) & (on.last != LATE)
    every = np.stack((*adopted, *other))
    agreed = every.all(axis=0) | ~every.any(axis=0)
    apart = np.logical_and.reduce([one != two for one, two in zip(adopted, other, strict=True)])
    side = frame.side(LEAP_BIRTHDAY)
    taken = np.zeros(frame.rows, dtype=np.int8) if side is None else side
    reached = np.where(apart & (taken == OTHER_SIDE), other[0], adopted[0])
    settled = ends & (agreed | (apart & (taken > 0)))
    truth = np.where(settled, np.where(reached != node.under, TRUE, FALSE), UNDECIDED)
    causes = np.where(ends & apart, OPEN_LAW, NOT_STATED)
    for value in (on, born):
        why = np.where(value.causes == 0, NOT_STATED, value.causes)
        truth = np.where(value.has, truth, UNDECIDED)
        causes = np.where(value.has, causes, why)
    known = born.has & on.has
    reading = np.where(known, frame.numbers[LEAP_BIRTHDAY] + 1, 0)
    return held(truth, causes, born.says | on.says, reading=reading)
