"""Numbers in a rule, over columns: counted, added up, reckoned, and compared.

A number is a pair, what is sure and what is possible, as in
:mod:`checker.evaluation.figures`; both ends are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from checker.findings import Cause
from checker.kernel import exact
from checker.kernel.codes import (
    FALSE,
    NOT_APPLICABLE,
    NOT_STATED,
    OPEN_LAW,
    TRUE,
    UNDECIDED,
    Column,
    causes_by_state,
)
from checker.kernel.evaluate import evaluate
from checker.kernel.exact import Exact
from checker.kernel.frame import Frame
from checker.kernel.held import Held, always, held
from checker.kernel.lists import Looked, any_item, causes_of_open, count_of, first_opened, look, union
from checker.kernel.plain import plain
from checker.kernel.tabled import given_by
from dsl import tree

_CAUSES = causes_by_state(Cause.NOT_FOUND)
_HUNDRED = 100


@dataclass(frozen=True)
class Figure:
    """A number as far as it is known in every row: no less than ``low``, no more than ``high``.

    ``readings`` and ``reading`` are those its parts turned on, as in :class:`Held`.
    """

    low: Exact
    high: Exact
    causes: Column
    says: Column
    readings: Column
    reading: Column

    @property
    def known(self) -> Column:
        """Where it is one number."""
        return exact.same(self.low, self.high)


def figure_of(value: object, frame: Frame) -> Figure:
    """Return the number a value of a rule comes to."""
    made = _KINDS.get(type(value))
    if made is not None:
        return made(value, frame)
    found = plain(value, frame)
    number = Exact(found.number, found.over, found.has)
    return _figure(number, number, np.where(found.has, 0, _CAUSES[found.state]), found.says)


def _figure(low: Exact, high: Exact, causes: Column, says: Column) -> Figure:
    none = np.zeros(len(causes), dtype=np.int64)
    return Figure(low, high, causes, says, none, none)


def compare_figures(node: tree.Compare, frame: Frame) -> Held:
    """Return whether a comparison of two numbers holds."""
    left, right = figure_of(node.left, frame), figure_of(node.right, frame)
    return _decided(_holds(node.relation, left, right), (left, right))


def within_of(node: tree.WithinOf, frame: Frame) -> Held:
    """Return whether a number is no further from another than a third."""
    what, of, by = figure_of(node.what, frame), figure_of(node.of, frame), figure_of(node.by, frame)
    return _decided(_holds("at most", _apart(_minus(what, of)), by), (what, of, by))


def _holds(relation: str, left: Figure, right: Figure) -> Column:
    match relation:
        case "at least":
            return _at_least(left, right)
        case "at most":
            return _at_least(right, left)
        case "more than":
            return TRUE - _at_least(right, left)
        case "less than":
            return TRUE - _at_least(left, right)
        case "is":
            return _equal(left, right)
        case _:
            return TRUE - _equal(left, right)


def _at_least(left: Figure, right: Figure) -> Column:
    surely, never = exact.no_less(left.low, right.high), exact.less(left.high, right.low)
    found: Column = np.where(surely, TRUE, np.where(never, FALSE, UNDECIDED))
    return found


def _equal(left: Figure, right: Figure) -> Column:
    both = left.known & right.known
    apart = exact.less(left.high, right.low) | exact.less(right.high, left.low)
    known = np.where(exact.same(left.low, right.low), TRUE, FALSE)
    found: Column = np.where(both, known, np.where(apart, FALSE, UNDECIDED))
    return found


def _decided(truth: Column, figures: Sequence[Figure]) -> Held:
    causes = np.bitwise_or.reduce([figure.causes for figure in figures])
    # A figure that there is none of leaves nothing to compare, whatever else is unknown.
    causes = np.where((causes & NOT_APPLICABLE) != 0, NOT_APPLICABLE, np.where(causes == 0, NOT_STATED, causes))
    says = np.logical_or.reduce([figure.says for figure in figures])
    return replace(held(truth, causes, says), readings=_readings(figures), reading=_reading(figures))


def _readings(figures: Sequence[Figure]) -> Column:
    found: Column = np.bitwise_or.reduce([figure.readings for figure in figures])
    return found


def _reading(figures: Sequence[Figure]) -> Column:
    found = figures[-1].reading
    for figure in reversed(figures[:-1]):
        found = np.where(figure.reading > 0, figure.reading, found)
    return found


# Lists --------------------------------------------------------------------


def _number_of(node: tree.NumberOf, frame: Frame) -> Figure:
    return _counted(node.where, look(node.var, node.lists, frame), frame.rows)


def _counted(where: tree.Condition | None, looked: Looked, rows: int) -> Figure:
    part = always(looked.inner.rows, TRUE) if where is None else evaluate(where, looked.inner)
    sure = count_of(part.truth == TRUE, looked.parent, rows)
    possible = count_of(part.truth != FALSE, looked.parent, rows)
    every = np.ones(rows, dtype=bool)
    return Figure(
        low=Exact(sure, np.ones(rows, dtype=np.int64), every),
        high=Exact(possible, np.ones(rows, dtype=np.int64), ~looked.open),
        causes=causes_of_open(part, looked.parent, rows) | looked.causes,
        says=looked.says | any_item(part.says, looked.parent, rows),
        readings=union(part.readings, looked.parent, rows),
        reading=first_opened(part.causes, part.reading, looked.parent, rows),
    )


def _total_of(node: tree.TotalOf, frame: Frame) -> Figure:
    looked, rows = look(node.var, node.lists, frame), frame.rows
    part = always(looked.inner.rows, TRUE) if node.where is None else evaluate(node.where, looked.inner)
    kept = np.flatnonzero(part.truth != FALSE)
    parent = looked.parent[kept]
    each = figure_of(node.value, looked.inner.take(kept))
    sure = part.truth[kept] == TRUE
    nothing = exact.whole(0, each.low.has)
    least = exact.where(sure, each.low, exact.least((each.low, nothing)))
    most = exact.where(sure, each.high, exact.most((each.high, exact.whole(0, each.high.has))))
    low, high = exact.summed(least, parent, rows), exact.summed(most, parent, rows)
    causes = union(each.causes | np.where(sure, 0, part.causes[kept]), parent, rows)
    opened = first_opened(part.causes, part.reading, looked.parent, rows)
    return Figure(
        low=replace(low, has=low.has & ~looked.open),
        high=replace(high, has=high.has & ~looked.open),
        causes=(causes | np.where(looked.open, looked.causes, 0)).astype(np.int16),
        says=looked.says | any_item(part.says, looked.parent, rows) | any_item(each.says, parent, rows),
        readings=union(part.readings, looked.parent, rows) | union(each.readings, parent, rows),
        reading=np.where(opened > 0, opened, first_opened(np.full(len(kept), OPEN_LAW), each.reading, parent, rows)),
    )


def _share_of(node: tree.ShareOf, frame: Frame) -> Figure:
    looked, rows = look(node.var, node.lists, frame), frame.rows
    counted = _counted(node.where, looked, rows)
    items = count_of(np.ones(looked.inner.rows, dtype=bool), looked.parent, rows)
    told = ~looked.open & (items > 0)
    whole = exact.whole(0, told)
    over = replace(whole, number=np.maximum(items, 1))
    low = exact.where(told, _percent(counted.low, over), replace(whole, has=looked.open))
    high = exact.where(told, _percent(counted.high, over), exact.whole(_HUNDRED, looked.open))
    return Figure(
        low=low,
        high=high,
        causes=np.where(told | (counted.causes != 0), counted.causes, NOT_APPLICABLE),
        says=np.where(told, counted.says, looked.says),
        readings=np.where(told, counted.readings, 0),
        reading=np.where(told, counted.reading, 0),
    )


def percentage(counts: Figure, out_of: Figure) -> Figure:
    """Return one number of things as a percentage of another that takes them in: between none and all of them."""
    none = exact.whole(0, np.ones(len(counts.causes), dtype=bool))
    every = exact.whole(_HUNDRED, none.has)
    low, high = _percent(counts.low, out_of.high), exact.least((_percent(counts.high, out_of.low), every))
    void = out_of.high.has & (out_of.high.number == 0)
    joined = _joined(counts, out_of, exact.where(low.has, low, none), exact.where(high.has, high, every))
    return replace(
        joined,
        low=replace(joined.low, has=~void),
        high=replace(joined.high, has=~void),
        causes=np.where(void, NOT_APPLICABLE, joined.causes),
    )


def _percent(part: Exact, of: Exact) -> Exact:
    return exact.divided(exact.times(part, exact.whole(_HUNDRED, part.has)), of)


# Reckoning ----------------------------------------------------------------


def _arithmetic(node: tree.Arithmetic, frame: Frame) -> Figure:
    left, right = figure_of(node.left, frame), figure_of(node.right, frame)
    match node.operator:
        case "plus":
            return _joined(left, right, exact.plus(left.low, right.low), exact.plus(left.high, right.high))
        case "minus":
            return _minus(left, right)
        case "times":
            return _times(left, right)
        case _:
            return _divided(left, right, _HUNDRED if node.operator == "as a percentage of" else 1)


def _minus(left: Figure, right: Figure) -> Figure:
    low = exact.plus(left.low, exact.negative(right.high))
    return _joined(left, right, low, exact.plus(left.high, exact.negative(right.low)))


def _bounded(left: Figure, right: Figure) -> Column:
    found: Column = left.low.has & left.high.has & right.low.has & right.high.has
    return found


def _times(left: Figure, right: Figure) -> Figure:
    bounded = _bounded(left, right)
    ends = [exact.times(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    return _joined(left, right, *_bounds(ends, bounded))


def _divided(left: Figure, right: Figure, scale: int) -> Figure:
    about_zero = (right.low.number <= 0) & (right.high.number >= 0)
    bounded = _bounded(left, right) & ~about_zero
    scaled = [exact.times(end, exact.whole(scale, end.has)) for end in (left.low, left.high)]
    ends = [exact.divided(one, other) for one in scaled for other in (right.low, right.high)]
    found = _joined(left, right, *_bounds(ends, bounded))
    # Nothing is a share of nothing: there is no such figure.
    void = right.known & (right.low.number == 0)
    return replace(found, causes=np.where(void, NOT_APPLICABLE, found.causes))


def _bounds(ends: Sequence[Exact], bounded: Column) -> tuple[Exact, Exact]:
    low, high = exact.least(ends), exact.most(ends)
    return replace(low, has=low.has & bounded), replace(high, has=high.has & bounded)


def _apart(difference: Figure) -> Figure:
    """Return how far apart two numbers are, whichever is the greater."""
    low, high = difference.low, difference.high
    both = low.has & high.has
    ends = [replace(end, number=np.abs(end.number)) for end in (low, high)]
    across = (low.number <= 0) & (high.number >= 0)
    nearest = exact.where(across, exact.whole(0, both), exact.least(ends))
    return replace(
        difference,
        low=exact.where(both, nearest, low),
        high=exact.where(both, exact.most(ends), high),
    )


def _joined(left: Figure, right: Figure, low: Exact, high: Exact) -> Figure:
    return Figure(
        low=low,
        high=high,
        causes=left.causes | right.causes,
        says=left.says | right.says,
        readings=left.readings | right.readings,
        reading=_reading((left, right)),
    )


def _of_table(node: tree.TableValue | tree.ParameterValue, frame: Frame) -> Figure:
    given = given_by(node, frame)
    value = given.plain(frame)
    number = Exact(value.number, value.over, value.has)
    return _figure(number, number, np.where(value.has, 0, given.causes), given.says)


_KINDS: Mapping[type, Callable[[Any, Frame], Figure]] = MappingProxyType(
    {
        tree.NumberOf: _number_of,
        tree.TotalOf: _total_of,
        tree.ShareOf: _share_of,
        tree.Arithmetic: _arithmetic,
        tree.TableValue: _of_table,
        tree.ParameterValue: _of_table,
    }
)
