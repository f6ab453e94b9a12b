"""Who notices a change: the examples beside the rules, and the fixture cases.

A change is noticed when an example gives another outcome than it says, or a finding of a
case another outcome than the unchanged rules give. Only the rules that a changed block
can reach are run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.changes.cases import FixtureCase
from checker.changes.mutants import Mutant
from checker.evaluation.examples import show
from checker.evaluation.findings import findings_of, places_of
from checker.evaluation.scope import Scope
from checker.facts import Place
from checker.rulebook.depends import rules_by_block
from checker.rulebook.library import Library
from checker.rulebook.prepared import beyond_judgement, prepare_rule
from checker.varied import varied
from dsl import tree

Given = Mapping[tuple[str, str], tuple[str, ...]]
"""What the findings of some rules on one case came to: by rule and thing, the outcome and its flags."""


@dataclass(frozen=True)
class Noticed:
    """A mutant, and the first thing that noticed it: the title of an example or the name of a case; else empty."""

    mutant: Mutant
    by: str


class Watch:
    """The examples and cases of a rule book, ready to look at its mutants."""

    def __init__(self, library: Library, cases: Sequence[FixtureCase]) -> None:
        """Run the unchanged rules once, to have what a change is held against."""
        self._library = library
        self._cases = cases
        self._reach = rules_by_block(library.book)
        self._places: dict[str, Mapping[str, Place]] = {each.name: places_of(each.case) for each in cases}
        self._holds: dict[tuple[str, str], bool] = {}
        self._examples: dict[str, list[tree.Example]] = {}
        for example in library.book.examples:
            self._examples.setdefault(example.rule, []).append(example)
        rules = tuple(library.book.rules)
        self._before = {(each.name, rule): self._given(library, each, rule) for each in cases for rule in rules}

    def look(self, mutants: Sequence[Mutant]) -> Iterator[Noticed]:
        """Yield what came of each mutant."""
        for mutant in mutants:
            yield Noticed(mutant, self._by(mutant))

    def _by(self, mutant: Mutant) -> str:
        try:
            return self._first(mutant)
        except (LookupError, TypeError, ValueError, AttributeError):
            # Nonsense stops the rules from being run at all, which is as plain a notice as any.
            return "the rules cannot be run"

    def _first(self, mutant: Mutant) -> str:
        rules = self._reach.get((mutant.kind, mutant.name), ())
        changed = changed_library(self._library, mutant, rules)
        for rule in rules:
            for example in self._examples.get(rule, ()):
                if not show(example, changed).holds and self._held(example):
                    return f"the example “{example.title}” for {rule}"
        for each in self._cases:
            for rule in rules:
                if self._given(changed, each, rule) != self._before[each.name, rule]:
                    return f"the case {each.name}"
        return ""

    def _held(self, example: tree.Example) -> bool:
        """Tell whether an example holds of the unchanged rules: one that does not notices nothing."""
        known = self._holds.get((example.rule, example.title))
        if known is None:
            known = self._holds[example.rule, example.title] = show(example, self._library).holds
        return known

    def _given(self, library: Library, fixture: FixtureCase, rule: str) -> Given:
        if library.book.rules[rule].kind != fixture.case.kind:
            return {}
        scope = Scope(
            case=fixture.case,
            library=library,
            as_at=fixture.as_at,
        )
        found = findings_of(library.book.rules[rule], scope, self._places[fixture.name]).findings
        return {
            (each.rule, each.about.path): (each.outcome.value, *sorted(flag.value for flag in each.flags))
            for each in found
        }


def changed_library(library: Library, mutant: Mutant, rules: Sequence[str]) -> Library:
    """Return the library with the mutant's block in the place of its own."""
    blocks = {**getattr(library.book, mutant.kind), mutant.name: mutant.block}
    book = varied(library.book, **{mutant.kind: blocks})
    prepared = {**library.prepared, **{rule: prepare_rule(book.rules[rule], book) for rule in rules}}
    return varied(library, book=book, prepared=prepared, beyond_judgement=beyond_judgement(book), ready={})
