"""What a rule says of a case whose files cover nothing that the rule looks at first.

Most rules look at a part of the record that most cases do not give. What such a rule
finds depends on nothing but the day and the document under test, so it is found once and
kept for the other cases that are checked in the same process. The pointers it read are
kept with it: it stands for a case only if that case has a fact at none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from checker.case import CaseFile
from checker.evaluation.alternatives import walk
from checker.evaluation.scope import Scope
from checker.facts import Fact
from checker.findings import Finding
from checker.rulebook.library import Library
from dsl import tree

_T = TypeVar("_T")


class _Recorded(Mapping[str, Fact]):
    """An overlay with nothing in it, that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.listed = False

    def __getitem__(self, pointer: str) -> Fact:
        self.asked.add(pointer)
        raise KeyError(pointer)

    def __iter__(self) -> Iterator[str]:
        self.listed = True
        return iter(())

    def __len__(self) -> int:
        self.listed = True
        return 0


@dataclass(frozen=True)
class Uncovered(Generic[_T]):
    """What a rule finds where nothing it reads is covered, and what it read; ``found`` is None if that is not so.

    ``judged`` is true where it came to a question, which an answer might settle.
    """

    found: _T | None
    read: frozenset[str]
    judged: bool


class Kept(Generic[_T]):
    """Findings of uncovered rules, kept by rule book, rule, day and document under test."""

    def __init__(self, find: Callable[[tree.Rule, Scope], _T], findings: Callable[[_T], tuple[Finding, ...]]) -> None:
        """Keep what ``find`` gives; ``findings`` are those in it."""
        self._find = find
        self._findings = findings
        self._once = lru_cache(maxsize=8192)(self._worked_out)

    def found(self, rule: tree.Rule, scope: Scope) -> _T | None:
        """Return what the rule finds of the case in ``scope``, if its files cover nothing that the rule reads."""
        facts = scope.case.facts
        gate = scope.library.prepared[rule.id].gate
        if not gate or not facts.keys().isdisjoint(gate):
            return None
        if scope.case.departures and any(departure.rule == rule.id for departure in scope.case.departures):
            return None
        kept = self._once(scope.library, rule.id, scope.as_at, scope.case.under_test, scope.case.kind)
        if kept.found is None or (kept.judged and scope.case.answers):
            return None
        if not facts.keys().isdisjoint(kept.read):
            return None
        return kept.found

    def _worked_out(self, library: Library, rule: str, as_at: date, under_test: str, kind: str) -> Uncovered[_T]:
        asked = _Recorded()
        case = CaseFile(facts=asked, documents=(), under_test=under_test, kind=kind)
        scope = Scope(case, library, as_at)
        found = self._find(library.book.rules[rule], scope)
        judged = any(
            each.kind == "judged"
            for finding in self._findings(found)
            for root in (finding.reason, finding.trigger)
            if root is not None
            for each in walk(root)
        )
        return Uncovered(None if asked.listed else found, frozenset(asked.asked), judged)
