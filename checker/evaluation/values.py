"""Plain values in a rule: what is written there, what a fact says, what a definition chooses."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from checker.evaluation.days import CAUSE_OF, operand_of, operands_of, state_of
from checker.evaluation.definitions import value_of
from checker.evaluation.operands import reader
from checker.evaluation.scope import Scope
from checker.facts import Fact, State
from checker.findings import Cause, Operand
from checker.rulebook.names import Names
from dsl import tree

ValueOf = Callable[[Scope], tuple[Any, Operand]]
"""A plain value made ready: what it is in a scope, or the fact that has none, and its operand."""


def causes_of(fact: Fact) -> tuple[Cause, ...]:
    """Return why a fact that has no value leaves a condition undecided."""
    return (CAUSE_OF.get(fact.state, Cause.NOT_STATED),)


def value_reader(value: object, role: str, names: Names) -> ValueOf:
    """Return the way to a plain value; one written in the rule is the same in every scope."""
    if isinstance(value, tree.Literal):
        written = (value.value, _written(role, "", "", value.value))
        return lambda _: written
    if isinstance(value, tree.Ref) and value.steps:
        read = reader(value, role, names)

        def value_of_fact(scope: Scope) -> tuple[Any, Operand]:
            fact, operand = read(scope)
            return (fact if fact.state is not State.KNOWN else operand.value), operand

        return value_of_fact
    return partial(plain_value, value, role=role)


def plain_value(value: object, scope: Scope, role: str) -> tuple[Any, Operand]:
    """Return a plain value, or the fact that has none, with its operand."""
    if isinstance(value, tree.Literal):
        return value.value, _written(role, "", "", value.value)
    if isinstance(value, tree.DefinedValue):
        chosen, causes, inner, reasons = value_of(value, scope)
        if chosen is not None:
            return plain_value(chosen, inner, role)
        missing = Fact(state_of(causes))
        # What is told is the fact that leaves it open, so that a dispute about it is worked through.
        silent = (each for found in reasons for each in operands_of(found) if each.state is not State.KNOWN)
        return missing, next(silent, Operand(role, value.name, "", "", missing.state, None, None))
    if isinstance(value, tree.TableValue | tree.ParameterValue):
        return _tabled(value, scope, role)
    if isinstance(value, tree.Ref):
        if value.base and not value.steps:
            bound = scope.bindings[value.base]
            return bound.code, _written(role, bound.title, bound.pointer, bound.code)
        fact = scope.fact(scope.pointer(value))
        operand = operand_of(scope, value, fact, role)
        return (fact.value if fact.state is State.KNOWN else fact), operand
    msg = f"not a value: {type(value).__name__}"
    raise TypeError(msg)


def _tabled(value: tree.TableValue | tree.ParameterValue, scope: Scope, role: str) -> tuple[Any, Operand]:
    from checker.evaluation.tabled import given_by  # noqa: PLC0415  (the keys of a table are plain values)

    given = given_by(value, scope)
    if isinstance(given.value, tree.Literal):
        return given.value.value, _written(role, "", "", given.value.value)
    missing = Fact(state_of(given.causes))
    silent = (each for each in given.operands if each.state is not State.KNOWN)
    name = value.table if isinstance(value, tree.TableValue) else value.parameter
    return missing, next(silent, Operand(role, name, "", "", missing.state, None, None))


def _written(role: str, said: str, pointer: str, value: Any) -> Operand:  # noqa: ANN401  (a value of any type)
    return Operand(role, said, "", pointer, State.KNOWN, value, None)


HOLDS: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {
        "is": operator.eq,
        "is not": operator.ne,
        "at least": operator.ge,
        "at most": operator.le,
        "more than": operator.gt,
        "less than": operator.lt,
    }
)
"""What each relation between two plain values of one type asks of them."""


def holds_between(relation: str, left: Any, right: Any) -> bool:  # noqa: ANN401  (the checker typed both sides alike)
    """Compare two plain values of one type."""
    return bool(HOLDS[relation](left, right))
