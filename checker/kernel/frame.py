"""Where a condition is evaluated over columns: the cases, what loop variables stand for, what is supposed.

A frame is what :class:`checker.evaluation.scope.Scope` is for one case, for many rows at
once. A row is a case, or an item of a case's list, or one of several suppositions about
either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from checker.evaluation.days import LEAP_BIRTHDAY, MONTH_END
from checker.evaluation.lasting import WHOLE_DAYS_AWAY
from checker.evaluation.windows import CLEAR_NOTICE
from checker.kernel.binding import ENTRY, Binding
from checker.kernel.codes import Column
from checker.kernel.paths import NOWHERE, ROOT
from checker.kernel.store import Store
from checker.kernel.values import EARLY, LATE
from checker.rulebook.library import Library
from dsl.tree import Ref

THIS_SIDE: Final = 1
OTHER_SIDE: Final = 2
"""The sides of a reading: what it means, and what it means otherwise. A row that takes neither has 0."""
CASE = ""
PLAN = "/plan"
"""The names of what every path starts from: the case itself, and the document under test."""


@dataclass(frozen=True)
class Range:
    """A range of days for every row; ``has`` is false where there is none."""

    first: Column
    last: Column
    has: Column

    def take(self, rows: Column) -> Range:
        """Return the ranges of some rows."""
        return Range(self.first[rows], self.last[rows], self.has[rows])


@dataclass(frozen=True)
class Period:
    """The time limit an exception or guard speaks of: its first day and its last day, both ranges."""

    first: Range
    last: Range

    def take(self, rows: Column) -> Period:
        """Return the periods of some rows."""
        return Period(self.first.take(rows), self.last.take(rows))


@dataclass(frozen=True, eq=False)
class Frame:
    """Rows to evaluate in. The fields are those of a scope, each a column or the same for every row."""

    store: Store
    numbers: Mapping[str, int]
    case: Column
    bindings: Mapping[str, Binding]
    readings: Mapping[int, Column]
    rule: str = ""
    exception: str = ""
    period: Period | None = None
    relevant: Range | None = None
    plan_as_at: Range | None = None
    in_list: bool = False
    assume_judged: bool = False
    new_limit: Range | None = None

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.case)

    @property
    def library(self) -> Library:
        """The rule book."""
        return self.store.library

    @property
    def as_at(self) -> Column:
        """The day each row's case is checked as at."""
        found: Column = self.store.as_at[self.case]
        return found

    def take(self, rows: Column) -> Frame:
        """Return some of the rows."""
        return replace(
            self,
            case=self.case[rows],
            bindings={name: bound.take(rows) for name, bound in self.bindings.items()},
            readings={number: sides[rows] for number, sides in self.readings.items()},
            period=self.period.take(rows) if self.period is not None else None,
            relevant=self.relevant.take(rows) if self.relevant is not None else None,
            plan_as_at=self.plan_as_at.take(rows) if self.plan_as_at is not None else None,
            new_limit=self.new_limit.take(rows) if self.new_limit is not None else None,
        )

    def bind(self, name: str, bound: Binding) -> Frame:
        """Return these rows with one more name."""
        return replace(self, bindings={**self.bindings, name: bound})

    def start(self, ref: Ref) -> tuple[Binding, tuple[str, ...]]:
        """Return what a path starts from, and the steps that lead from there."""
        to = (ref.to,) if ref.to else ()
        if ref.base:
            return self.bindings[ref.base], (*ref.steps, *to)
        if ref.steps[0] == "plan":
            return self.bindings[PLAN], (*ref.steps[1:], *to)
        return self.bindings[CASE], (*ref.steps, *to)

    def place(self, ref: Ref) -> Column:
        """Return where a path leads in every row."""
        bound, steps = self.start(ref)
        return bound.path(steps) if steps else bound.place

    def thing(self, ref: Ref) -> str:
        """Return the kind of thing a path leads to, or of the items of the list there."""
        thing = self.bindings[ref.base].thing if ref.base else ""
        return self.library.names.thing_at(thing, ref.steps)

    def label(self, ref: Ref) -> Column:
        """Return the last step of where a path leads, as a text."""
        bound, steps = self.start(ref)
        if steps:
            return np.full(self.rows, self.store.texts.one(steps[-1]), dtype=np.int32)
        found: Column = self.store.label_of[bound.place]
        return found

    def said(self, ref: Ref) -> Column:
        """Return the row of what is said where a path leads: of a plan later than the day asked of, nothing."""
        bound, steps = self.start(ref)
        return self.timely(bound.said(steps), lambda: bound.path(steps))

    def said_at(self, place: Column) -> Column:
        """Return the row of what is said at a place."""
        return self.timely(self.store.by_place(self.case, place), lambda: place)

    def timely(self, rows: Column, place: Callable[[], Column]) -> Column:
        """Return ``rows`` but *not covered* where they stand in a plan later than the day asked of."""
        if self.plan_as_at is None:
            return rows
        root = self.store.root_of[place()]
        issued = self.store.issued[root, self.case]
        wanted = self.plan_as_at.last
        late = (root >= 0) & (issued != EARLY) & (wanted != LATE) & (issued > wanted)
        found: Column = np.where(late, 0, rows)
        return found

    def side(self, reading: str) -> Column | None:
        """Return which side of a reading each row takes, or None if no row takes one."""
        number = self.numbers.get(reading)
        return self.readings.get(number) if number is not None else None


def frame_of(store: Store) -> Frame:
    """Return the cases of a store, one row each."""
    case = np.arange(store.cases, dtype=np.int32)
    unnamed = np.full(store.cases, -1, dtype=np.int32)
    root = Binding(store, case, np.full(store.cases, ROOT, dtype=np.int32), unnamed)
    plan = Binding(store, case, store.under_test, unnamed)
    return Frame(store, reading_numbers(store.library), case, {CASE: root, PLAN: plan}, {})


def reading_numbers(library: Library) -> Mapping[str, int]:
    """Return the number of each reading: their order is that in which they are tried."""
    built_in = (MONTH_END, CLEAR_NOTICE, LEAP_BIRTHDAY, WHOLE_DAYS_AWAY)
    return {name: number for number, name in enumerate(sorted({*library.book.readings, *built_in}))}


def entry(frame: Frame, name: str) -> Binding:
    """Return a name that stands for an entry of a checklist: it has a label and no place."""
    nowhere = np.full(frame.rows, NOWHERE, dtype=np.int32)
    label = np.full(frame.rows, frame.store.texts.one(name), dtype=np.int32)
    return Binding(frame.store, frame.case, nowhere, label, ENTRY)
