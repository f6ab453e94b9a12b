"""What tables and parameters give, over columns.

Which rows of a table answer to the keys is told by columns; which of those is in force on
a day is asked of :mod:`checker.evaluation.tabled` once for every different day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from checker.evaluation.tabled import Dated, of_rows, of_values, on
from checker.facts import Days
from checker.kernel.codes import BIT, NOT_STATED, STATE_OF_CAUSES, Column
from checker.kernel.days import day_of
from checker.kernel.frame import Frame, Range
from checker.kernel.plain import Plain, nothing, plain, written
from checker.kernel.values import EARLY, LATE
from dsl import tree


@dataclass(frozen=True)
class Given:
    """What a table or a parameter gives in every row: one of ``values``, by its index in ``which``, or -1.

    ``causes`` say why there is none; ``says`` whether a key or the day it was read for
    says something.
    """

    values: tuple[tree.Literal | tree.Length, ...]
    which: Column
    causes: Column
    says: Column

    def lengths(self) -> list[tuple[Column, tree.Length]]:
        """Return the lengths of time given, each with the rows it is given in."""
        return [
            (self.which == index, value) for index, value in enumerate(self.values) if isinstance(value, tree.Length)
        ]

    def plain(self, frame: Frame) -> Plain:
        """Return the values given as plain values; a row without one has the state its causes come of."""
        found = replace(nothing(frame), state=STATE_OF_CAUSES[self.causes])
        for index, value in enumerate(self.values):
            if isinstance(value, tree.Literal):
                found = chosen(self.which == index, written(value.value, frame), found)
        return found


def chosen(where: Column, one: Plain, other: Plain) -> Plain:
    """Return ``one`` where ``where``, else ``other``."""
    return Plain(**{name: np.where(where, one.__dict__[name], kept) for name, kept in other.__dict__.items()})


def length_of(length: tree.Length | tree.TableValue | tree.ParameterValue, frame: Frame) -> Given:
    """Return the length of a time limit, written in the rule or given by a table or a parameter."""
    if not isinstance(length, tree.Length):
        return given_by(length, frame)
    none = np.zeros(frame.rows, dtype=np.int16)
    return Given((length,), none, none, np.zeros(frame.rows, dtype=bool))


def given_by(node: tree.TableValue | tree.ParameterValue, frame: Frame) -> Given:
    """Return what a table or a parameter gives on the day it is read for."""
    book = frame.library.book
    keys = [plain(key, frame) for key in node.keys] if isinstance(node, tree.TableValue) else []
    causes = np.zeros(frame.rows, dtype=np.int16)
    says = np.zeros(frame.rows, dtype=bool)
    for key in keys:
        causes |= np.where(key.has, 0, key.causes).astype(np.int16)
        says |= key.says
    days, why, day_says = _day(node.as_at, frame)
    causes = np.where((causes == 0) & ~days.has, why, causes).astype(np.int16)
    says |= (causes == 0) & day_says
    if isinstance(node, tree.TableValue):
        pattern, dated = _patterns(book.tables[node.table].rows, keys, frame)
    else:
        pattern = np.zeros(frame.rows, dtype=np.int64)
        dated = [of_values(book.parameters[node.parameter].values)]
    return _on(dated, pattern, days, Given((), np.full(frame.rows, -1), causes, says))


def _on(dated: Sequence[Sequence[Dated]], pattern: Column, days: Range, so_far: Given) -> Given:
    """Return what is in force on every day of each range, asked once for every different one."""
    asked = np.flatnonzero(so_far.causes == 0)
    ends = (pattern[asked], days.first[asked].astype(np.int64) - EARLY, days.last[asked].astype(np.int64) - EARLY)
    triples = np.stack(ends)
    different, back = np.unique(triples, axis=1, return_inverse=True)
    values: dict[tree.Literal | tree.Length, int] = {}
    index, why = [], []
    for which, first, last in different.T.tolist():
        found = on(dated[which], Days(_date(first + EARLY), _date(last + EARLY)), ())
        index.append(-1 if found.value is None else values.setdefault(found.value, len(values)))
        why.append(sum(BIT[cause] for cause in found.causes))
    which_value, causes = so_far.which.copy(), so_far.causes.copy()
    if len(asked):
        which_value[asked] = np.array(index)[back.ravel()]
        causes[asked] = np.array(why)[back.ravel()]
    return Given(tuple(values), which_value, causes, so_far.says)


def _date(day: int) -> date | None:
    return None if day in (EARLY, LATE) else date.fromordinal(day)


def _patterns(rows: Sequence[tree.Row], keys: Sequence[Plain], frame: Frame) -> tuple[Column, list[list[Dated]]]:
    """Return, as a number, which rows of a table answer to the keys, and the days on which each of those holds."""
    there = np.logical_and.reduce([key.has for key in keys])
    answers = np.stack([there & _answers(row, keys, frame) for row in rows], axis=1)
    different, which = np.unique(answers, axis=0, return_inverse=True)
    found = [[row for row, held in zip(rows, pattern, strict=True) if held] for pattern in different]
    dated = [of_rows(each) if each else [] for each in found]
    return which.ravel().astype(np.int64), dated


def _answers(row: tree.Row, keys: Sequence[Plain], frame: Frame) -> Column:
    found = np.ones(frame.rows, dtype=bool)
    for key, value in zip(row.keys, keys, strict=True):
        if key.any:
            continue
        if isinstance(key.low, str):
            found &= value.text == frame.store.texts.one(key.low)
            continue
        if isinstance(key.low, int):
            found &= value.number >= key.low * value.over
        if isinstance(key.high, int):
            found &= value.number <= key.high * value.over
    return found


def _day(as_at: tree.DayExpr | None, frame: Frame) -> tuple[Range, Column, Column]:
    """Return the day whose rows are read, why it is not known where it is not, and whether it says something."""
    none = np.zeros(frame.rows, dtype=bool)
    if as_at is not None:
        day = day_of(as_at, frame)
        return day.range(), np.where(day.causes == 0, NOT_STATED, day.causes), day.says
    checked = Range(frame.as_at, frame.as_at, np.ones(frame.rows, dtype=bool))
    if frame.plan_as_at is not None:
        return frame.plan_as_at, np.full(frame.rows, NOT_STATED), none
    relevant = frame.relevant
    if relevant is None:
        return checked, np.full(frame.rows, NOT_STATED), none
    first = np.where(relevant.has, relevant.first, checked.first)
    last = np.where(relevant.has, relevant.last, checked.last)
    return Range(first, last, checked.has), np.full(frame.rows, NOT_STATED), none
