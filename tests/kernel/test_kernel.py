"""The kernel gives the explaining evaluator's outcome for every finding: on every fixture, and on cases made up."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from cases import FIXTURES, standards

sys.path.insert(0, str(Path(__file__).parent))
from compare import Given, by_columns, by_explaining
from generate import Maker

from checker.changes.cases import read_cases
from checker.evaluation.examples import case_of
from checker.evaluation.outcome import rank
from checker.evaluation.requirement import in_words
from checker.findings import Outcome
from checker.kernel.check import check_cases
from checker.kernel.store import CaseAt

CASES = 1000
SEED = 20260316
TOGETHER = 250
MOST = 0.85
"""Of the rules, those that some case made up meets and some other does not; the examples reach them all."""
MET, NOT_MET = Outcome.REQUIREMENT_MET, Outcome.NOT_MET


@cache
def _both() -> tuple[Given, Given]:
    """Return what the two evaluators give for the cases made up, some at a time."""
    library = standards()
    cases = Maker(library, SEED).cases(CASES)
    one: Given = Counter()
    other: Given = Counter()
    for first in range(0, CASES, TOGETHER):
        some = cases[first : first + TOGETHER]
        for total, given in ((one, by_columns(some, library)), (other, by_explaining(some, library))):
            total.update(
                {(first + number, rule, about, outcome): n for (number, rule, about, outcome), n in given.items()}
            )
    return one, other


@pytest.mark.parametrize("folder", ["cases", "areas", "schools"])
def test_it_agrees_on_every_fixture(folder: str) -> None:
    cases = [CaseAt(each.case, each.as_at) for each in read_cases(FIXTURES / folder, standards())]
    given, wanted = by_columns(cases, standards()), by_explaining(cases, standards())
    assert given - wanted == Counter()
    assert wanted - given == Counter()


def test_it_gives_every_example_the_outcome_it_expects() -> None:
    library = standards()
    examples = library.book.examples
    kinds = [library.book.rules[each.rule].kind for each in examples]
    cases = [CaseAt(replace(case_of(each), kind=kind), each.as_at) for each, kind in zip(examples, kinds, strict=True)]
    found: dict[int, list[Outcome]] = {}
    for number, rule, _, outcome in check_cases(cases, library):
        if rule == examples[number].rule:
            found.setdefault(number, []).append(outcome)
    wrong = [
        (each.rule, each.title, min(found[number], key=rank), each.expect)
        for number, each in enumerate(examples)
        if min(found[number], key=rank).value != each.expect
    ]
    assert wrong == []


def test_it_agrees_on_every_case_made_up() -> None:
    given, wanted = _both()
    assert sorted(given - wanted) == []
    assert sorted(wanted - given) == []


def test_the_cases_made_up_reach_every_rule_decided_and_undecided() -> None:
    _, wanted = _both()
    reached: dict[str, set[Outcome]] = {}
    for _, rule, _, outcome in wanted:
        reached.setdefault(rule, set()).add(outcome)
    undecided = {Outcome.A_PERSON_MUST_DECIDE, Outcome.NOT_IN_THESE_FILES, Outcome.NOT_YET_DUE}
    assert set(reached) == set(standards().book.rules)
    assert [rule for rule, outcomes in reached.items() if not outcomes & undecided] == []
    words = {id_: (in_words(MET, rule), in_words(NOT_MET, rule)) for id_, rule in standards().book.rules.items()}
    both = [rule for rule, outcomes in reached.items() if outcomes >= set(words[rule])]
    assert len(both) > MOST * len(reached)


def test_what_a_case_gives_does_not_turn_on_the_cases_beside_it() -> None:
    library = standards()
    cases = Maker(library, SEED).cases(6)
    together = by_columns(cases, library)
    for number, each in enumerate(cases):
        alone = {
            (number, rule, about, outcome): n for (_, rule, about, outcome), n in by_columns([each], library).items()
        }
        assert alone == {key: n for key, n in together.items() if key[0] == number}
