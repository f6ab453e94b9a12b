"""What a name stands for in every row: places in the cases, and what is said at them and in the lists there.

What was looked up once is kept, and taken from again when only some of the rows are wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from checker.kernel.codes import Column
from checker.kernel.store import Store
from checker.kernel.values import A_LIST

ENTRY: Final = "/entry"
"""The kind of thing an entry of a checklist is: it has no place."""


class Binding:
    """What a name stands for in every row: a place, and the label it is called by (a text, or -1).

    ``thing`` is the kind of thing there. What is said at a path from here is looked up once.
    """

    def __init__(
        self,
        store: Store,
        case: Column,
        place: Column,
        label: Column,
        thing: str = "",
        of: Binding | None = None,
        index: Column | None = None,
    ) -> None:
        self.store = store
        self.thing = thing
        self.case = case
        self.place = place
        self.label = label
        self._of = of
        self._index = index
        self._rows: dict[tuple[str, ...], Column] = {}
        self._lists: dict[tuple[str, ...], Listed] = {}

    def take(self, rows: Column) -> Binding:
        """Return what the name stands for in some rows."""
        return Binding(self.store, self.case[rows], self.place[rows], self.label[rows], self.thing, self, rows)

    @property
    def is_entry(self) -> bool:
        """Whether the name stands for an entry of a checklist, which has no place."""
        return self.thing == ENTRY

    def path(self, steps: Sequence[str]) -> Column:
        """Return where a path leads from here."""
        place = self.place
        for step in steps:
            place = self.store.paths.child(place, step)
        return place

    def said(self, steps: tuple[str, ...]) -> Column:
        """Return the row of what is said where a path leads."""
        found = self._rows.get(steps)
        if found is None:
            found = self._rows[steps] = self._said(steps)
        return found

    def _said(self, steps: tuple[str, ...]) -> Column:
        if self._of is not None and self._index is not None:
            return self._of.said(steps)[self._index]
        if not len(self.place):
            return np.zeros(0, dtype=np.int32)
        if (self.place == self.place[0]).all():
            return self.store.by_case(int(self.path(steps)[0]))[self.case]
        return self.store.by_place(self.case, self.path(steps))

    def listed(self, steps: tuple[str, ...], thing: str) -> Listed:
        """Return the list of things of a kind where a path leads, read once however many rows are taken of it."""
        found = self._lists.get(steps)
        if found is None:
            if self._of is not None and self._index is not None:
                found = self._of.listed(steps, thing).take(self._index)
            else:
                found = self.list_in(self.said(steps), steps, thing)
            self._lists[steps] = found
        return found

    def list_in(self, rows: Column, steps: tuple[str, ...], thing: str) -> Listed:
        """Return the list that ``rows`` of the store say stands where a path leads."""
        values = self.store.values
        is_list = values.kind[rows] == A_LIST
        count = np.where(is_list, values.number[rows], 0)
        parent = np.repeat(np.arange(len(rows)), count)
        place = self._places(steps, rows, count)
        items = Binding(self.store, self.case[parent], place, self.store.label_of[place], thing)
        return Listed(values.state[rows], values.says[rows], is_list, values.complete[rows], count, parent, items)

    def _places(self, steps: tuple[str, ...], rows: Column, count: Column) -> Column:
        """Return where the items stand: every different list is looked at once."""
        held = np.flatnonzero(count)
        if not len(held):
            return np.zeros(0, dtype=np.int32)
        place = self.path(steps)[held].astype(np.int64)
        pairs, which = np.unique((place << 32) | rows[held], return_inverse=True)
        items = [self.store.items_at(int(pair >> 32), int(pair & 0xFFFFFFFF)) for pair in pairs]
        sizes = np.array([len(each) for each in items])
        starts = np.cumsum(sizes) - sizes
        found: Column = np.concatenate(items)[runs(starts[which], count[held])]
        return found


@dataclass(frozen=True)
class Listed:
    """One list in every row: what is said of it, and its items.

    ``is_list`` is whether a list is given; ``complete`` and ``count`` speak of it.
    ``parent`` is the row each item came from, in order, and ``items`` where they stand.
    """

    state: Column
    says: Column
    is_list: Column
    complete: Column
    count: Column
    parent: Column
    items: Binding

    def take(self, rows: Column) -> Listed:
        """Return the list in some of the rows."""
        starts = np.cumsum(self.count) - self.count
        count = self.count[rows]
        return Listed(
            state=self.state[rows],
            says=self.says[rows],
            is_list=self.is_list[rows],
            complete=self.complete[rows],
            count=count,
            parent=np.repeat(np.arange(len(rows)), count),
            items=self.items.take(runs(starts[rows], count)),
        )


def runs(starts: Column, counts: Column) -> Column:
    """Return the numbers from each start on, so many of each, one run after another."""
    found: Column = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())
    return found
