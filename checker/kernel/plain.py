"""Plain values over columns: what is written in a rule, what a fact says, what a definition chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np

from checker.findings import Cause
from checker.kernel.codes import KNOWN, UNCOVERED, Column, causes_by_state
from checker.kernel.definitions import blended, value_of
from checker.kernel.frame import Frame
from checker.kernel.values import A_NUMBER, A_TEXT, EARLY, LATE, NO_VALUE
from dsl import tree

CAUSES = causes_by_state(Cause.NOT_STATED)
A_DAY = 5
"""A day written in a rule: it is no range, and never the same value as one."""


@dataclass(frozen=True)
class Plain:
    """A value in every row: of kind ``kind`` where the state is *known*, else none.

    ``number`` over ``over`` is a number, ``text`` a code or words, ``first`` to ``last`` a
    range of days, ``row`` the row of the store that says it, or 0.
    """

    state: Column
    kind: Column
    number: Column
    over: Column
    text: Column
    first: Column
    last: Column
    row: Column
    says: Column

    @property
    def causes(self) -> Column:
        """Why a condition on this is undecided, where there is no value."""
        found: Column = CAUSES[self.state]
        return found

    @property
    def has(self) -> Column:
        """Where there is a value."""
        found: Column = self.state == KNOWN
        return found


def plain(value: object, frame: Frame) -> Plain:
    """Return a plain value in every row."""
    if isinstance(value, tree.Literal):
        return written(value.value, frame)
    if isinstance(value, tree.DefinedValue):
        cases, left = value_of(value, frame)
        missing = replace(nothing(frame), state=left.state)
        return blended([(where, plain(each, inner)) for where, each, inner in cases], missing)
    if isinstance(value, tree.TableValue | tree.ParameterValue):
        from checker.kernel.tabled import given_by  # noqa: PLC0415  (the keys of a table are plain values)

        return given_by(value, frame).plain(frame)
    if isinstance(value, tree.Ref):
        if value.base and not value.steps:
            bound = frame.bindings[value.base]
            labelled = replace(nothing(frame), state=np.full(frame.rows, KNOWN), text=bound.label)
            says = bound.place != 0
            return replace(labelled, kind=np.full(frame.rows, A_TEXT), says=says & (bound.place >= 0))
        return of_rows(frame.said(value), frame)
    msg = f"not a value: {type(value).__name__}"
    raise TypeError(msg)


def of_rows(rows: Column, frame: Frame) -> Plain:
    """Return what rows of the store say."""
    values = frame.store.values
    return Plain(
        state=values.state[rows],
        kind=values.kind[rows],
        number=values.number[rows],
        over=values.over[rows],
        text=values.text[rows],
        first=values.first[rows],
        last=values.last[rows],
        row=rows,
        says=values.says[rows],
    )


def nothing(frame: Frame) -> Plain:
    """Return no value, in every row: nothing covers it."""

    def filled(value: int, kind: type = np.int64) -> Column:
        return np.full(frame.rows, value, dtype=kind)

    return Plain(
        state=filled(UNCOVERED, np.int8),
        kind=filled(NO_VALUE, np.int8),
        number=filled(0),
        over=filled(1),
        text=filled(-1, np.int32),
        first=filled(EARLY, np.int32),
        last=filled(LATE, np.int32),
        row=filled(0, np.int32),
        says=np.zeros(frame.rows, dtype=bool),
    )


def written(value: object, frame: Frame) -> Plain:
    """Return a value written in a rule."""
    base = replace(nothing(frame), state=np.full(frame.rows, KNOWN, dtype=np.int8))
    if isinstance(value, date):
        day = np.full(frame.rows, value.toordinal(), dtype=np.int32)
        return replace(base, kind=np.full(frame.rows, A_DAY), first=day, last=day)
    if isinstance(value, str):
        text = np.full(frame.rows, frame.store.texts.one(value), dtype=np.int32)
        return replace(base, kind=np.full(frame.rows, A_TEXT), text=text)
    if not isinstance(value, int | Fraction):
        msg = f"not a value: {value!r}"
        raise TypeError(msg)
    number, over = value.numerator, value.denominator
    return replace(
        base,
        kind=np.full(frame.rows, A_NUMBER),
        number=np.full(frame.rows, number, dtype=np.int64),
        over=np.full(frame.rows, over, dtype=np.int64),
    )


def compared(relation: str, left: Plain, right: Plain) -> Column:
    """Compare two values of one type where both are there."""
    if relation in ("is", "is not"):
        same: Column = (
            (left.kind == right.kind)
            & (left.number * right.over == right.number * left.over)
            & (left.text == right.text)
            & (left.first == right.first)
            & (left.last == right.last)
        )
        return same if relation == "is" else ~same
    one, other = left.number * right.over, right.number * left.over
    match relation:
        case "at least":
            found: Column = one >= other
        case "at most":
            found = one <= other
        case "more than":
            found = one > other
        case _:
            found = one < other
    return found
