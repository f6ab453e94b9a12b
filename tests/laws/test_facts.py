"""What may never happen when a fact is taken away, and what must be told when one decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import pytest
from cases import case_of, check_of, fixtures, standards

from checker.case import CaseFile
from checker.evaluation.alternatives import walk
from checker.evaluation.findings import findings_of
from checker.evaluation.scope import Scope
from checker.facts import NOT_COVERED, Fact, State, Version
from checker.findings import Finding, Outcome
from dsl.tree import Rule

NAMES = [fixture.name for fixture in fixtures()]
AGAINST = (Outcome.NOT_MET, Outcome.DEPARTED_FROM, Outcome.WOULD_NOT_MEET)
OPEN = (Outcome.DISPUTED, Outcome.NOT_IN_THESE_FILES, Outcome.A_PERSON_MUST_DECIDE, Outcome.NOT_YET_DUE)
LAW_ONLY = ("in force",)


def _without(case: CaseFile, pointer: str) -> CaseFile:
    facts = {each: fact for each, fact in case.facts.items() if each != pointer}
    return replace(case, facts=MappingProxyType({**facts, pointer: NOT_COVERED}))


def _without_below(case: CaseFile, root: str) -> CaseFile:
    """Take an item, a document or a claim away whole, out of its list as well."""
    facts = {each: fact for each, fact in case.facts.items() if each != root and not each.startswith(f"{root}/")}
    listed, _, key = root.rpartition("/")
    held = facts.get(listed)
    if held is not None and held.state is State.KNOWN and isinstance(held.value, tuple):
        keys = tuple(each for each in held.value if each != key)
        facts[listed] = replace(held, versions=(Version(keys, held.versions[0].place),))
    return replace(case, facts=MappingProxyType(facts))


def _items(case: CaseFile) -> Iterator[str]:
    for pointer, fact in case.facts.items():
        if fact.state is State.KNOWN and isinstance(fact.value, tuple):
            yield from (
                f"{pointer}/{key}" for key in fact.value if any(p.startswith(f"{pointer}/{key}/") for p in case.facts)
            )


class _Recorded(Mapping[str, Fact]):
    """The facts of a case, that remember which of them were asked for."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self.asked: set[str] = set()
        self.listed = False

    def __getitem__(self, pointer: str) -> Fact:
        self.asked.add(pointer)
        return self._facts[pointer]

    def __iter__(self) -> Iterator[str]:
        self.listed = True
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def _findings(rule: Rule, case: CaseFile, as_at: date) -> dict[str, Finding]:
    nothing: Mapping[str, Any] = MappingProxyType({})
    scope = Scope(case, standards(), as_at, nothing, nothing, nothing)
    return {finding.id: finding for finding in findings_of(rule, scope, {}).findings}


@cache
def _before(name: str) -> tuple[tuple[Rule, dict[str, Finding], frozenset[str], bool], ...]:
    """Return what each rule finds of a case, the pointers it asked for, and whether it went through them all."""
    fixture = next(each for each in fixtures() if each.name == name)
    found = []
    for rule in standards().book.rules.values():
        facts = _Recorded(case_of(name).facts)
        findings = _findings(rule, replace(case_of(name), facts=facts), fixture.as_at)
        found.append((rule, findings, frozenset(facts.asked), facts.listed))
    return tuple(found)


def _changed(name: str, case: CaseFile, root: str) -> Iterator[tuple[Finding, Finding]]:
    """Yield each finding that comes out otherwise once what stands at or below ``root`` is gone: before and after.

    A rule that asked for nothing there cannot.
    """
    fixture = next(each for each in fixtures() if each.name == name)
    listed = root.rpartition("/")[0]
    for rule, before, asked, went_through in _before(name):
        if went_through or root in asked or listed in asked or any(each.startswith(f"{root}/") for each in asked):
            for id_, finding in _findings(rule, case, fixture.as_at).items():
                if id_ in before and finding.outcome is not before[id_].outcome:
                    yield before[id_], finding


def _may_become_against(before: Finding, pointer: str) -> bool:
    """Whether the design allows this: the fact claimed an exception, opened it on the dates, or spoke of a guard."""
    excepted = [each.reason for each in (*before.exceptions, *before.guards) if each.reason is not None]
    read = {operand.pointer for root in excepted for each in walk(root) for operand in each.operands}
    claimed = pointer.startswith("/assessment/exceptions_claimed")
    return claimed or any(
        each == pointer or each.startswith(f"{pointer}/") or pointer.startswith(f"{each}/") for each in read if each
    )


@pytest.mark.parametrize("name", NAMES)
def test_taking_one_fact_away_never_turns_undecided_into_against_and_what_decided_was_told(name: str) -> None:
    case = case_of(name)
    against, untold = [], []
    for pointer in case.facts:
        for before, after in _changed(name, _without(case, pointer), pointer):
            if before.outcome in OPEN and after.outcome in AGAINST and not _may_become_against(before, pointer):
                against.append((pointer, after.id))
            if pointer not in _told(before):
                untold.append((pointer, before.id))
    assert (against, untold) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_taking_an_item_away_whole_turns_against_only_what_looks_for_it_in_a_complete_list(name: str) -> None:
    case = case_of(name)
    wrong = []
    for root in _items(case):
        listed: Fact = case.facts[root.rpartition("/")[0]]
        for before, after in _changed(name, _without_below(case, root), root):
            allowed = listed.complete or _may_become_against(before, root)
            if before.outcome in OPEN and after.outcome in AGAINST and not allowed:
                wrong.append((root, after.id))
    assert wrong == []


def _told(finding: Finding) -> set[str]:
    roots = [root for root in (finding.reason, finding.trigger) if root is not None]
    decisive = {o.pointer for root in roots for each in walk(root) if each.decisive for o in each.operands}
    excepted = [each.reason for each in (*finding.exceptions, *finding.guards) if each.reason is not None]
    excepted += [each.reason for each in (*finding.versions, *finding.readings)]
    judged = [reason for judgement in finding.judgements for reason in (*judgement.for_yes, *judgement.for_no)]
    return decisive | {o.pointer for root in (*excepted, *judged) for each in walk(root) for o in each.operands}


@pytest.mark.parametrize("name", NAMES)
def test_only_law_in_force_is_ever_not_met(name: str) -> None:
    for finding in check_of(name).findings:
        if finding.outcome is Outcome.NOT_MET:
            assert finding.status in LAW_ONLY, finding.id
            assert finding.force in ("must", "must not", "may only"), finding.id


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_overdue_unless_its_absence_is_vouched_for(name: str) -> None:
    for finding in check_of(name).findings:
        for root in (finding.reason,) if finding.reason else ():
            for each in walk(root):
                if "overdue_by" in each.detail:
                    act = next(operand for operand in each.operands if operand.role == "act")
                    assert act.state is State.NOT_HAPPENED or "planned" in each.detail, finding.id


@pytest.mark.parametrize("name", NAMES)
def test_no_provision_is_cited_that_was_not_in_force_on_the_relevant_date(name: str) -> None:
    check = check_of(name)
    for finding in check.findings:
        if finding.relevant_date is None or finding.status != "in force":
            continue
        for id_ in finding.source.authorities:
            begun = check.authorities[id_].in_force_from
            assert not begun or begun <= finding.relevant_date.isoformat(), (finding.id, id_, begun)
