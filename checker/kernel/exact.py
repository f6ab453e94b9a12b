"""Exact numbers as columns: a numerator over a denominator, so that no share is rounded before it is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.kernel.codes import Column


@dataclass(frozen=True)
class Exact:
    """A number in every row that ``has`` one; the denominator ``over`` is never less than 1."""

    number: Column
    over: Column
    has: Column

    def take(self, rows: Column) -> Exact:
        """Return the numbers of some rows."""
        return Exact(self.number[rows], self.over[rows], self.has[rows])


def exact(number: Column, over: Column, has: Column) -> Exact:
    """Return numbers in their lowest terms."""
    number, over = number.astype(np.int64), over.astype(np.int64)
    common = np.maximum(np.gcd(number, over), 1) * np.where(over < 0, -1, 1)
    return Exact(number // common, np.maximum(over // common, 1), has)


def whole(number: Column | int, has: Column) -> Exact:
    """Return whole numbers."""
    count = len(has)
    return Exact(np.broadcast_to(np.int64(number), (count,)).copy(), np.ones(count, dtype=np.int64), has)


def no_less(one: Exact, other: Exact) -> Column:
    """Tell where one number is surely no less than another: both are there."""
    found: Column = one.has & other.has & (one.number * other.over >= other.number * one.over)
    return found


def less(one: Exact, other: Exact) -> Column:
    """Tell where one number is surely less than another: both are there."""
    found: Column = one.has & other.has & (one.number * other.over < other.number * one.over)
    return found


def same(one: Exact, other: Exact) -> Column:
    """Tell where two numbers are there and are one."""
    found: Column = one.has & other.has & (one.number * other.over == other.number * one.over)
    return found


def plus(one: Exact, other: Exact) -> Exact:
    """Return the sums."""
    return exact(one.number * other.over + other.number * one.over, one.over * other.over, one.has & other.has)


def negative(one: Exact) -> Exact:
    """Return the contraries."""
    return Exact(-one.number, one.over, one.has)


def times(one: Exact, other: Exact) -> Exact:
    """Return the products."""
    return exact(one.number * other.number, one.over * other.over, one.has & other.has)


def divided(one: Exact, other: Exact) -> Exact:
    """Return the quotients; there is none by 0."""
    nothing = other.number == 0
    return exact(
        one.number * other.over,
        np.where(nothing, 1, one.over * other.number),
        one.has & other.has & ~nothing,
    )


def where(flag: Column, one: Exact, other: Exact) -> Exact:
    """Return ``one`` where ``flag``, else ``other``."""
    return Exact(
        np.where(flag, one.number, other.number),
        np.where(flag, one.over, other.over),
        np.where(flag, one.has, other.has),
    )


def least(ends: Sequence[Exact]) -> Exact:
    """Return the least of several numbers that are all there."""
    found = ends[0]
    for each in ends[1:]:
        found = where(less(each, found), each, found)
    return found


def most(ends: Sequence[Exact]) -> Exact:
    """Return the greatest of several numbers that are all there."""
    found = ends[0]
    for each in ends[1:]:
        found = where(less(found, each), each, found)
    return found


def summed(each: Exact, parent: Column, rows: int) -> Exact:
    """Return the sum of the numbers that came from each row: none where one of them is not there."""
    common = np.lcm.reduce(np.unique(each.over)) if len(each.over) else np.int64(1)
    total = np.zeros(rows, dtype=np.int64)
    np.add.at(total, parent, np.where(each.has, each.number * (common // each.over), 0))
    has = np.ones(rows, dtype=bool)
    has[parent[~each.has]] = False
    return exact(total, np.full(rows, common), has)
