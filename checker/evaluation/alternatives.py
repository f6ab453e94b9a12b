"""Disputes, readings and judgements: a finding run again under each choice, and where it turns.

One mechanism for all. Only what the finding read is varied, and the number of runs is
capped: a finding that would need more says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from checker.evaluation.answers import answers_of
from checker.evaluation.outcome import is_false_word, is_true_word
from checker.evaluation.requirement import Tested
from checker.evaluation.scope import Scope
from checker.facts import State
from checker.findings import Alternative, Cause, Outcome, Reason
from checker.varied import made_often, varied

MOST_RUNS = 64


@made_often
@dataclass(frozen=True)
class Settled:
    """A finding with its disputes and readings worked through.

    ``versions``, ``readings`` and ``answers`` say what each choice gives; ``capped`` is true
    where there were more combinations than are run.
    """

    tested: Tested
    outcome: Outcome
    versions: tuple[Alternative, ...]
    readings: tuple[Alternative, ...]
    capped: bool
    answers: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class _Choice:
    kind: str
    name: str
    options: int


@dataclass(frozen=True)
class _Leaf:
    versions: tuple[tuple[str, int], ...]
    readings: tuple[tuple[str, bool], ...]
    tested: Tested


def settle(run: Callable[[Scope], Tested], scope: Scope) -> Settled:
    """Run a finding, and again under each version and reading it turned on."""
    base = run(scope)
    if not _is_open(base):
        sides = _other_side_of_settled(base, run, scope)
        answers = answers_of(base, run, scope)
        return Settled(base, base.outcome, (), sides, False, answers)
    leaves = list(_explore(base, run, scope, (), ()))
    capped = len(leaves) >= MOST_RUNS
    if len(leaves) == 1 and not leaves[0].versions and not leaves[0].readings:
        return Settled(base, base.outcome, (), _other_side_of_settled(base, run, scope), capped=False)
    by_version: dict[tuple[tuple[str, int], ...], list[_Leaf]] = {}
    for leaf in leaves:
        by_version.setdefault(leaf.versions, []).append(leaf)
    outcomes = {versions: _over_readings(group) for versions, group in by_version.items()}
    distinct = set(outcomes.values())
    outcome = distinct.pop() if len(distinct) == 1 else Outcome.DISPUTED
    agreed = all(leaf.tested.outcome is outcome for leaf in leaves)
    tested = varied(leaves[0].tested, outcome=outcome) if agreed else varied(base, outcome=outcome)
    versions = _version_alternatives(by_version, outcomes, scope)
    readings = _reading_alternatives(leaves, scope) if len(by_version) == 1 or not versions else ()
    return Settled(tested, outcome, versions, readings, capped)


def _is_open(tested: Tested) -> bool:
    return Cause.DISPUTED in tested.causes or Cause.OPEN_LAW in tested.causes


def _over_readings(group: list[_Leaf]) -> Outcome:
    outcomes = {leaf.tested.outcome for leaf in group}
    if len(outcomes) == 1:
        return outcomes.pop()
    sides = {(is_true_word(o), is_false_word(o)) for o in outcomes}
    if sides == {(True, False), (False, True)}:
        return Outcome.MET_ON_ONE_READING
    return Outcome.A_PERSON_MUST_DECIDE


def _explore(
    tested: Tested,
    run: Callable[[Scope], Tested],
    scope: Scope,
    versions: tuple[tuple[str, int], ...],
    readings: tuple[tuple[str, bool], ...],
    budget: int = MOST_RUNS,
) -> Iterator[_Leaf]:
    choice = next(_choices(tested, scope), None) if _is_open(tested) else None
    if choice is None or budget < choice.options:
        yield _Leaf(versions, readings, tested)
        return
    for option in range(choice.options):
        if choice.kind == "dispute":
            chosen = (*versions, (choice.name, option))
            inner = varied(scope, versions=MappingProxyType(dict(chosen)))
            yield from _explore(run(inner), run, inner, chosen, readings, budget // choice.options)
        else:
            picked = (*readings, (choice.name, option == 0))
            inner = varied(scope, readings=MappingProxyType(dict(picked)))
            yield from _explore(run(inner), run, inner, versions, picked, budget // choice.options)


def _choices(tested: Tested, scope: Scope) -> Iterator[_Choice]:
    """Yield what the finding turned on: disputes first, so that readings are run within each version."""
    found = list(_all_reasons(tested))
    pointers = sorted(
        {
            operand.pointer
            for each in found
            for operand in each.operands
            if operand.state is State.DISPUTED and operand.pointer not in scope.versions
        }
    )
    for pointer in pointers:
        yield _Choice("dispute", pointer, len(scope.case.facts[pointer].versions))
    readings = sorted(
        {
            str(each.detail["reading"])
            for each in found
            if "reading" in each.detail
            and Cause.OPEN_LAW in each.causes
            and each.detail["reading"] not in scope.readings
        }
    )
    for reading in readings:
        yield _Choice("reading", reading, 2)


def _all_reasons(tested: Tested) -> Iterator[Reason]:
    roots = [tested.duty, *((tested.trigger,) if tested.trigger else ())]
    roots += [report.reason for report in (*tested.exceptions, *tested.guards) if report.reason]
    for root in roots:
        yield from walk(root)


def walk(root: Reason) -> Iterator[Reason]:
    """Yield a reason and every reason within it."""
    yield root
    for part in root.parts:
        yield from walk(part)


def _version_alternatives(
    by_version: dict[tuple[tuple[str, int], ...], list[_Leaf]],
    outcomes: dict[tuple[tuple[str, int], ...], Outcome],
    scope: Scope,
) -> tuple[Alternative, ...]:
    # Of a finding with several disputes each version is told with what the others leave of it.
    sides: dict[tuple[str, int], list[tuple[tuple[str, int], ...]]] = {}
    for versions in by_version:
        for chosen in versions:
            sides.setdefault(chosen, []).append(versions)
    found: list[Alternative] = []
    for (pointer, index), within in sides.items():
        version = scope.case.facts[pointer].versions[index]
        distinct = {outcomes[versions] for versions in within}
        found.append(
            Alternative(
                kind="dispute",
                name=pointer,
                choice=str(index),
                place=version.place,
                said_by=version.said_by,
                outcome=distinct.pop() if len(distinct) == 1 else Outcome.DISPUTED,
                reason=by_version[within[0]][0].tested.duty,
            )
        )
    return tuple(found)


def _reading_alternatives(leaves: list[_Leaf], scope: Scope) -> tuple[Alternative, ...]:
    found: list[Alternative] = []
    for leaf in leaves:
        for name, side in leaf.readings[-1:]:
            reading = scope.library.book.readings[name]
            words = reading.meaning if side else reading.otherwise
            found.append(Alternative("reading", name, words, None, "", leaf.tested.outcome, leaf.tested.duty))
    return tuple(found)


def _other_side_of_settled(base: Tested, run: Callable[[Scope], Tested], scope: Scope) -> tuple[Alternative, ...]:
    """Return, for each settled reading the finding rests on, both sides: the one that decides first."""
    if scope.rule and not scope.library.prepared[scope.rule].settled_readings:
        return ()
    settled = sorted(
        {
            str(each.detail["reading"])
            for each in _all_reasons(base)
            if each.kind == "on_reading" and each.detail.get("settled") == "yes"
        }
    )
    found: list[Alternative] = []
    for name in settled:
        reading = scope.library.book.readings[name]
        other = run(varied(scope, readings=MappingProxyType({**scope.readings, name: False})))
        found.append(Alternative("reading", name, reading.meaning, None, reading.settled_by, base.outcome, base.duty))
        found.append(Alternative("reading", name, reading.otherwise, None, "", other.outcome, other.duty))
    return tuple(found)
