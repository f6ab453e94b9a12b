"""Readings over columns: a finding that turns on an open point of law is run again on each side of it.

The readings are tried in the order of their names, each within those tried before, as the
explaining evaluator tries them; what the sides give together is language section 4.8.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from checker.evaluation.alternatives import MOST_RUNS
from checker.findings import Cause, Outcome
from checker.kernel.codes import BIT, FALSE_WORD, OUTCOME, OUTCOMES, TRUE_WORD, Column
from checker.kernel.frame import OTHER_SIDE, THIS_SIDE, Frame
from checker.kernel.requirement import Tested

_OPEN = BIT[Cause.DISPUTED] | BIT[Cause.OPEN_LAW]
_TRUE_WORDS = sum(1 << code for code in range(len(OUTCOMES)) if TRUE_WORD[code])
_FALSE_WORDS = sum(1 << code for code in range(len(OUTCOMES)) if FALSE_WORD[code])
_SIDES = 2


def settled(run: Callable[[Frame], Tested], frame: Frame) -> Column:
    """Return the outcome of a finding in every row, each open reading it turns on run both ways."""
    base = run(frame)
    given = np.zeros(frame.rows, dtype=np.int64)
    origin = np.arange(frame.rows)
    budget = MOST_RUNS
    tested, inner = base, frame
    while True:
        turns = _turns_on(tested)
        if budget < _SIDES:
            turns = np.zeros_like(turns)
        done = turns < 0 if not len(turns) else turns == 0
        np.bitwise_or.at(given, origin[done], np.int64(1) << tested.outcome[done].astype(np.int64))
        again = np.flatnonzero(~done)
        if not len(again):
            return _together(given)
        inner = _both_sides(inner.take(again), _first_of(turns[again]))
        origin = np.repeat(origin[again], _SIDES)
        tested = run(inner)
        budget //= _SIDES


def _turns_on(tested: Tested) -> Column:
    """Return the readings a finding that is open turned on, as bits; 0 where nothing is to be tried."""
    found: Column = np.where((tested.causes & _OPEN) != 0, tested.readings, 0)
    return found


def _first_of(bits: Column) -> Column:
    """Return the number of the lowest bit."""
    return np.round(np.log2((bits & -bits).astype(np.float64))).astype(np.int64)


def _both_sides(frame: Frame, reading: Column) -> Frame:
    """Return each row twice, on one side and on the other of a reading of its own."""
    rows = frame.rows
    twice = frame.take(np.repeat(np.arange(rows), _SIDES))
    sides = np.tile(np.array([THIS_SIDE, OTHER_SIDE], dtype=np.int8), rows)
    which = np.repeat(reading, _SIDES)
    taken = dict(twice.readings)
    for number in np.unique(reading):
        before = taken.get(int(number), np.zeros(len(sides), dtype=np.int8))
        taken[int(number)] = np.where(which == number, sides, before)
    return replace(twice, readings=taken)


def _together(given: Column) -> Column:
    """Return the outcome of all the sides of each row, from the outcomes they gave as bits."""
    single = (given & (given - 1)) == 0
    code = _first_of(given)
    of_sides = (given & ~(_TRUE_WORDS | _FALSE_WORDS)) == 0
    both = of_sides & ((given & _TRUE_WORDS) != 0) & ((given & _FALSE_WORDS) != 0)
    several = np.where(both, OUTCOME[Outcome.MET_ON_ONE_READING], OUTCOME[Outcome.A_PERSON_MUST_DECIDE])
    found: Column = np.where(single, code, several).astype(np.int8)
    return found
