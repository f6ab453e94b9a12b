"""What a record's silence means, put into the overlay as facts.

A record that has any event of a part covers that part: another event of it that is
absent is *not stated*. A record said to be complete to a day answers for the parts that
every record keeps and for those it covers: an event of them that is absent had *not
happened* by that day, any other entry is *not stated*, and every list is complete. It
cannot answer for a log it does not keep: what no record covers stays out of the overlay,
which is *not covered*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from checker.documents.events import EVENTS, KEPT_BY_EVERY_RECORD, EventKind
from checker.facts import Fact, Place, State, absent, items
from checker.intake.record.reading import LISTS, THINGS, WORKED_OUT
from dsl.vocabulary import Event, ListOf, Of, Thing

_ROOTS = (
    ("/child", "Child"),
    ("/request", "Request"),
    ("/assessment", "Assessment"),
    ("/maintained_plan", "MaintainedPlan"),
)
_LETTERS = ("/draft_letter", "/final_letter")


@dataclass(frozen=True)
class Coverage:
    """What the record covers: its parts, the day it is complete to (or None), and where it says so."""

    parts: Collection[str]
    complete_to: date | None
    place: Place

    def of(self, part: str) -> Fact | None:
        """Return the fact of an event of ``part`` that is absent, or None if the part is not covered."""
        if self.complete_to and self.answers_for(part):
            return absent(State.NOT_HAPPENED, self.place, self.complete_to)
        return absent(State.NOT_STATED, Place(self.place.file)) if part in self.parts else None

    def answers_for(self, part: str) -> bool:
        """Tell whether a record that says it is complete answers for ``part`` (empty: for what every record keeps)."""
        return not part or part in KEPT_BY_EVERY_RECORD or part in self.parts


def cover(facts: Mapping[str, Fact], coverage: Coverage, things: Mapping[str, Thing]) -> dict[str, Fact]:
    """Return ``facts`` with what the record's silence says added. A fact that is there is kept."""
    covered = dict(facts)
    for kind in EVENTS:
        fact = coverage.of(kind.part)
        if fact:
            for pointer in pointers_of(kind, facts):
                covered.setdefault(pointer, fact)
    if coverage.complete_to:
        _Complete(covered, coverage, things).fill()
    return covered


def pointers_of(kind: EventKind, facts: Mapping[str, Fact]) -> Iterable[str]:
    """Return every pointer an event may fill in a case: each review or amendment, each recipient."""
    for template in kind.pointers:
        if "{review}" in template:
            starts = [template.format(review=key) for key in keys_at(facts, "/reviews")]
        elif "{amendment}" in template:
            starts = [template.format(amendment=key) for key in keys_at(facts, "/amendments")]
        else:
            starts = [template]
        for start in starts:
            yield from [f"{start}/{to}" for to in kind.recipients] or [start]


def keys_at(facts: Mapping[str, Fact], pointer: str) -> tuple[str, ...]:
    """Return the keys of the list at ``pointer``, none if it is not known."""
    fact = facts.get(pointer)
    return fact.value if fact and fact.versions and isinstance(fact.value, tuple) else ()


class _Complete:
    def __init__(self, facts: dict[str, Fact], coverage: Coverage, things: Mapping[str, Thing]) -> None:
        self._facts = facts
        self._coverage = coverage
        self._things = things
        self._place = coverage.place
        self._silent = absent(State.NOT_STATED, coverage.place)
        self._not_happened = absent(State.NOT_HAPPENED, coverage.place, coverage.complete_to)

    def fill(self) -> None:
        for pointer, _, part in LISTS.values():
            if self._coverage.answers_for(part):
                self._complete(pointer)
        for pointer, name in _ROOTS:
            self._thing(pointer, self._things[name])
        for name, pointer, only, part in THINGS.values():
            if part and not only and self._coverage.answers_for(part):
                self._thing(pointer, self._things[name])
        for pointer, name, _ in LISTS.values():
            for key in keys_at(self._facts, pointer):
                self._thing(f"{pointer}/{key}", self._things[name])
        for pointer in _LETTERS:
            self._letter(pointer)

    def _complete(self, pointer: str) -> None:
        held = self._facts.get(pointer)
        if held is None or (not held.versions and held.state is not State.NOT_APPLICABLE):
            self._facts[pointer] = items((), self._place, complete=True)
        elif held.versions:
            self._facts[pointer] = replace(held, complete=True)

    def _thing(self, pointer: str, thing: Thing) -> None:
        for field in thing.fields:
            if field.name in WORKED_OUT.get(thing.name, ()) or not self._coverage.answers_for(field.part):
                continue
            at = f"{pointer}/{field.name}"
            kind = field.type
            if isinstance(kind, Event):
                for each in [f"{at}/{to}" for to in kind.recipients] or [at]:
                    self._facts.setdefault(each, self._not_happened)
            elif isinstance(kind, ListOf):
                self._complete(at)
                for key in keys_at(self._facts, at):
                    self._thing(f"{at}/{key}", self._things[kind.thing])
            elif isinstance(kind, Of) and kind.thing == "Letter":
                self._letter(at)
            elif isinstance(kind, Of):
                self._thing(at, self._things[kind.thing])
            else:
                self._facts.setdefault(at, self._silent)

    def _letter(self, pointer: str) -> None:
        # A record logs what was done; that it does not describe a letter says nothing of its sending.
        for field in self._things["Letter"].fields:
            if self._coverage.answers_for(field.part):
                self._facts.setdefault(f"{pointer}/{field.name}", self._silent)
