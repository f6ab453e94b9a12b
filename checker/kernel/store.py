"""Cases as columns: where each case says something, and what it says there.

A fact is found by its place and its case. The numbers of what each says stand in one
array, ordered by place and then by case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from checker.case import CaseFile
from checker.evaluation.scope import DAY_CHECKED, PLAN_ROOTS
from checker.facts import Days, Fact, Place, known
from checker.kernel.answers import Answers, read_answers
from checker.kernel.codes import Column
from checker.kernel.links import Links, read_links
from checker.kernel.paths import Paths
from checker.kernel.values import A_RANGE, EARLY, Texts, ValueColumns, Values, key_of
from checker.rulebook.library import Library

ISSUED_BY = ("issue", "sending/family")
"""The events by which a plan came to be, for what is read as at a day."""


@dataclass(frozen=True)
class CaseAt:
    """A case and the day it is checked as at."""

    case: CaseFile
    as_at: date


@dataclass(frozen=True, eq=False)
class Store:
    """The columns of some cases.

    ``numbers`` are the numbers of the cases among those given. ``keys`` are place times
    cases plus case, in order, and ``rows`` the row of ``values`` for each. ``items`` keeps,
    by place and row of a list, where its items stand. ``root_of`` is the first step of a
    place if it is inside a plan, as an index into the plans' roots, else -1; ``issued`` the
    first day of each plan by root and case. ``kind`` is the kind of subject each case is,
    as a text.
    """

    library: Library
    numbers: Column
    cases: int
    paths: Paths
    texts: Texts
    values: ValueColumns
    contents: Sequence[tuple[str, ...]]
    keys: Column
    rows: Column
    starts: Column
    label_of: Column
    root_of: Column
    under_test: Column
    as_at: Column
    kind: Column
    issued: Column
    answers: Answers
    links: Links
    items: dict[tuple[int, int], Column]
    letters: dict[str, int]

    def by_case(self, place: int) -> Column:
        """Return, for every case, the row of what it says at one place."""
        found = np.zeros(self.cases, dtype=np.int32)
        if place >= 0:
            held = slice(self.starts[place], self.starts[place + 1])
            found[self.keys[held] - place * self.cases] = self.rows[held]
        return found

    def by_place(self, case: Column, place: Column) -> Column:
        """Return the row of what each case says at the place beside it."""
        if not len(self.keys):
            return np.zeros(len(place), dtype=np.int32)
        sought = place.astype(np.int64) * self.cases + case
        at = np.minimum(np.searchsorted(self.keys, sought), len(self.keys) - 1)
        found: Column = np.where((place >= 0) & (self.keys[at] == sought), self.rows[at], 0)
        return found

    def items_at(self, place: int, row: int) -> Column:
        """Return where the items of a list stand: the list's place and the row that says what it holds."""
        found = self.items.get((place, row))
        if found is None:
            above = np.full(1, place)
            steps = [self.paths.child(above, key)[0] for key in self.contents[row]]
            found = self.items[place, row] = np.array(steps, dtype=np.int32)
        return found


def load(cases: Sequence[CaseAt], library: Library) -> Store:
    """Return the columns of some cases, but for those with a disputed fact: a column has one value for a row."""
    paths, texts = Paths(), Texts()
    values = Values(texts)
    place: list[int] = []
    row: list[int] = []
    counts: list[int] = []
    numbers: list[int] = []
    checked = paths.add(DAY_CHECKED)
    for number, each in enumerate(cases):
        held = len(place)
        if not _read(each.case.facts, paths, values, place, row):
            del place[held:], row[held:]
            continue
        place.append(checked)
        row.append(values.add(known(Days.on(each.as_at), _NOWHERE)))
        numbers.append(number)
        counts.append(len(place) - held)
    cases = [cases[number] for number in numbers]
    texts.add("")
    for checklist in library.book.checklists.values():
        for entry in checklist.entries:
            texts.add(entry.name)
    under_test = np.array([paths.add(each.case.under_test) for each in cases], dtype=np.int32)
    labels = [texts.add(step) for step in paths.last_steps()]
    links = read_links([each.case for each in cases], texts)
    answers = read_answers([each.case for each in cases], texts)
    columns = values.columns()
    return _ordered(
        Store(
            library=library,
            numbers=np.array(numbers, dtype=np.int64),
            cases=len(cases),
            paths=paths,
            texts=texts,
            values=columns,
            contents=values.lists,
            keys=np.array(place, dtype=np.int64) * len(cases)
            + np.repeat(np.arange(len(cases), dtype=np.int64), counts),
            rows=np.array(row, dtype=np.int32),
            starts=np.zeros(0, dtype=np.int64),
            label_of=np.array([*labels, -1], dtype=np.int32),
            root_of=np.array([_root(step) for step in paths.first_steps()] + [-1], dtype=np.int8),
            under_test=under_test,
            as_at=np.array([each.as_at.toordinal() for each in cases], dtype=np.int32),
            kind=np.array([texts.add(each.case.kind) for each in cases], dtype=np.int32),
            issued=np.zeros(0),
            answers=answers,
            links=links,
            items={},
            letters={},
        )
    )


_NOWHERE = Place("")


def _root(step: str) -> int:
    return PLAN_ROOTS.index(step) if step in PLAN_ROOTS else -1


def _read(facts: Mapping[str, Fact], paths: Paths, values: Values, place: list[int], row: list[int]) -> bool:
    """Read the facts of a case; false if one of them is disputed."""
    known_places, known_rows, lists = paths.ids, values.rows, values.lists
    for pointer, fact in facts.items():
        if len(fact.versions) > 1:
            return False
        key = key_of(fact)
        said = known_rows.get(key)
        if said is None:
            said = values.put(key, fact)
        at = known_places.get(pointer)
        if at is None:
            at = paths.add(pointer)
        place.append(at)
        row.append(said)
        if lists[said]:
            paths.add_items(pointer, at, lists[said])
    return True


def _ordered(store: Store) -> Store:
    order = np.argsort(store.keys, kind="stable")
    keys = store.keys[order]
    rows = store.rows[order]
    places = np.arange(len(store.paths.texts) + 1, dtype=np.int64)
    starts = np.searchsorted(keys, places * store.cases)
    found = Store(**{**store.__dict__, "keys": keys, "rows": rows, "starts": starts})
    return Store(**{**found.__dict__, "issued": _issued(found)})


def _issued(store: Store) -> Column:
    """Return the first day on which each plan was issued, or :data:`EARLY` where no file says."""
    values = store.values
    found = np.full((len(PLAN_ROOTS), store.cases), EARLY, dtype=np.int32)
    for index, root in enumerate(PLAN_ROOTS):
        for event in reversed(ISSUED_BY):
            rows = store.by_case(store.paths.one(f"/{root}/{event}"))
            said = (values.kind[rows] == A_RANGE) & (values.first[rows] != EARLY)
            found[index] = np.where(said, values.first[rows], found[index])
    return found
