"""Operands: a fact as a reason shows it, and how the fact a path leads to is read."""

from __future__ import annotations

from collections.abc import Callable

from checker.evaluation.scope import Scope
from checker.facts import Days, Fact, State
from checker.findings import Operand
from checker.rulebook.names import Names
from dsl.tree import Ref

Read = Callable[[Scope], tuple[Fact, Operand]]
"""A path made ready: the fact it leads to in a scope, and the operand that shows it."""

_KNOWN = State.KNOWN
_DISPUTED = State.DISPUTED


def fact_operand(role: str, said: str, owner: str, pointer: str, fact: Fact) -> Operand:
    """Return the operand for ``fact``."""
    state, versions = fact.state, fact.versions
    if state is _KNOWN:
        return Operand(role, said, owner, pointer, state, versions[0].value, versions[0].place)
    place = versions[0].place if versions else fact.place
    given = tuple((v.value, v.place, v.said_by) for v in versions) if state is _DISPUTED else ()
    return Operand(role, said, owner, pointer, state, None, place, given)


def worked_out(role: str, said: str, value: Days) -> Operand:
    """Return the operand for days that no file gives: worked out, or given by the rule itself."""
    return Operand(role, said, "", "", _KNOWN, value, None)


def reader(ref: Ref, role: str, names: Names) -> Read:
    """Return the way to read the fact a path leads to.

    What the path is called is looked up once for a rule book. In one check many rules read the same fact in the same
    role: it is read once, unless another version of it is taken, or the plan as it stood on another day.
    """
    first = _of_variable(ref, role, names) if ref.base else _of_case(ref, role, names)
    base = ref.base
    key = f"{role}/{'/'.join(ref.steps)} {ref.to}"

    def read(scope: Scope) -> tuple[Fact, Operand]:
        if scope.versions or scope.plan_as_at is not None:
            return first(scope)
        reads = scope.bindings[base].reads if base else scope.reads
        held = reads.get(key)
        if held is None:
            held = reads[key] = first(scope)
        return held

    return read


def _of_case(ref: Ref, role: str, names: Names) -> Read:
    said, owner = names.said("", ref.steps), names.owner(ref.steps)
    of_plan = ref.steps[0] == "plan"
    below = ref.below.removeprefix("/plan") if of_plan else ref.below

    def read(scope: Scope) -> tuple[Fact, Operand]:
        pointer = scope.case.under_test + below if of_plan else below
        fact = scope.fact(pointer)
        return fact, fact_operand(role, said, owner, pointer, fact)

    return read


def _of_variable(ref: Ref, role: str, names: Names) -> Read:
    base, steps, below = ref.base, ref.steps, ref.below
    is_direct = len(steps) <= 1

    def read(scope: Scope) -> tuple[Fact, Operand]:
        bound = scope.bindings[base]
        pointer = bound.pointer + below
        fact = scope.fact(pointer)
        owner = bound.title if is_direct else names.said(bound.thing, steps[:-1])
        return fact, fact_operand(role, names.said(bound.thing, steps), owner, pointer, fact)

    return read
