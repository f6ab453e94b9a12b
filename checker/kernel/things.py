"""The things a rule is tested on, over columns: rows for the items its loops give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.kernel.codes import (
    INAPPLICABLE,
    NOT_FOUND,
    NOTHING_TO_CHECK,
    OUTCOME_OF_CAUSES,
    Column,
)
from checker.kernel.expand import items, listed
from checker.kernel.frame import Frame, entry
from checker.kernel.plain import CAUSES
from checker.kernel.requirement import relevant_date
from checker.kernel.values import EARLY, LATE, ordinal
from dsl import tree


@dataclass(frozen=True)
class On:
    """Rows to test a rule on, with the conditions of the loops.

    ``var`` is the innermost loop variable, ``entry`` the name of the entry it stands for
    where it stands for one. ``outcome`` is set where there is nothing to test: no item, or
    a list that is itself undecided.
    """

    frame: Frame
    where: tuple[tree.Condition, ...] = ()
    var: str = ""
    entry: str = ""
    outcome: Column | None = None


def things(rule: tree.Rule, frame: Frame) -> Iterator[On]:
    """Yield the rows a rule is tested on."""
    yield from _from(rule, 0, On(frame))


def _from(rule: tree.Rule, depth: int, on: On) -> Iterator[On]:
    if not on.frame.rows:
        return
    if depth == len(rule.loops):
        yield on
        return
    loop = rule.loops[depth]
    for each in _entries(rule, loop, on) if loop.checklist else _items(loop, on):
        if each.outcome is not None:
            yield each
        else:
            yield from _from(rule, depth + 1, each)


def _entries(rule: tree.Rule, loop: tree.Loop, on: On) -> Iterator[On]:
    relevant = relevant_date(rule, on.frame)
    dated = relevant.has & (relevant.first != EARLY)
    for each in on.frame.library.book.checklists[loop.checklist].entries:
        from_day, until_day = ordinal(each.from_day, EARLY), ordinal(each.until_day, LATE)
        listed_then = ~dated | ((relevant.first >= from_day) & (relevant.first <= until_day))
        frame = on.frame if listed_then.all() else on.frame.take(np.flatnonzero(listed_then))
        conditions = (each.when, loop.where)
        where = (*on.where, *(condition for condition in conditions if condition is not None))
        yield On(frame.bind(loop.var, entry(frame, each.name)), where, loop.var, each.name)


def _items(loop: tree.Loop, on: On) -> Iterator[On]:
    frame = on.frame
    where = (*on.where, loop.where) if loop.where is not None else on.where
    known = np.zeros(frame.rows, dtype=bool)
    # Lists that say nothing are one point, whatever their number.
    causes = np.zeros(frame.rows, dtype=CAUSES.dtype)
    for ref in loop.lists:
        found = listed(ref, frame)
        unread = ~found.is_list & (found.state != INAPPLICABLE)
        short = found.is_list & (found.count == 0) & ~found.complete
        causes |= np.where(unread, CAUSES[found.state], np.where(short, NOT_FOUND, 0))
        if len(found.parent):
            yield On(items(frame, loop.var, found.parent, found.items), where, loop.var)
        known |= found.count > 0
    silent = np.flatnonzero(causes)
    if len(silent):
        yield On(frame.take(silent), outcome=OUTCOME_OF_CAUSES[causes[silent]])
    nothing = np.flatnonzero(~known & (causes == 0))
    if len(nothing):
        yield On(frame.take(nothing), outcome=np.full(len(nothing), NOTHING_TO_CHECK, dtype=np.int8))
