"""Pointers as numbers: every place a fact can stand, and the way from one to the places within it."""

from __future__ import annotations

from typing import Final

import numpy as np

from checker.kernel.codes import Column

ROOT: Final = 0
NOWHERE: Final = -1
"""A place no case has a fact at."""


class Paths:
    """The pointers of a set of cases. A pointer is added once; :meth:`child` is asked when all are there."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self.ids: dict[str, int] = {"": ROOT}
        self._children: dict[str, dict[int, int]] = {}
        self._listed: set[tuple[int, tuple[str, ...]]] = set()
        self._tables: dict[str, Column] = {}

    def add(self, pointer: str) -> int:
        """Return the number of ``pointer``, and give every place on the way to it one."""
        known = self.ids.get(pointer)
        if known is not None:
            return known
        parent, _, step = pointer.rpartition("/")
        above = self.add(parent)
        number = len(self.texts)
        self.texts.append(pointer)
        self.ids[pointer] = number
        self._children.setdefault(step, {})[above] = number
        return number

    def add_items(self, pointer: str, place: int, keys: tuple[str, ...]) -> None:
        """Give a place to each of the items of the list at ``pointer``."""
        if (place, keys) not in self._listed:
            self._listed.add((place, keys))
            for key in keys:
                self.add(f"{pointer}/{key}")

    def child(self, of: Column, step: str) -> Column:
        """Return the place ``step`` leads to from each of the places ``of``."""
        table = self._tables.get(step)
        if table is None or len(table) != len(self.texts) + 1:
            table = np.full(len(self.texts) + 1, NOWHERE, dtype=np.int32)
            for parent, number in self._children.get(step, {}).items():
                table[parent] = number
            self._tables[step] = table
        # NOWHERE is -1, and the last entry of the table says that nothing leads on from there.
        found: Column = table[of]
        return found

    def children(self, of: Column, named: Column) -> Column:
        """Return the place within each of ``of`` that has the last step of the place ``named`` beside it."""
        pairs, which = np.unique((of.astype(np.int64) << 32) | (named + 1), return_inverse=True)
        found = [self._within(int(pair >> 32), int(pair & 0xFFFFFFFF) - 1) for pair in pairs]
        places: Column = np.array(found, dtype=np.int32)[which] if found else np.zeros(0, dtype=np.int32)
        return places

    def _within(self, place: int, named: int) -> int:
        if NOWHERE in (place, named):
            return NOWHERE
        return self.one(f"{self.texts[place]}/{self.texts[named].rpartition('/')[2]}")

    def one(self, pointer: str) -> int:
        """Return the number of one pointer, or :data:`NOWHERE`."""
        return self.ids.get(pointer, NOWHERE)

    def last_steps(self) -> list[str]:
        """Return the last step of every place, by its number."""
        return [text.rpartition("/")[2] for text in self.texts]

    def first_steps(self) -> list[str]:
        """Return the first step of every place that has another after it, by its number; else empty."""
        return [text.split("/", 2)[1] if text.count("/") > 1 else "" for text in self.texts]
