"""Definitions: a word that means a condition, or a value chosen by cases.

A case whose condition is undecided makes the value undecided; *otherwise* never stands
for silence.
"""

from __future__ import annotations

from checker.evaluation.evaluate import evaluate
from checker.evaluation.scope import Bound, Scope
from checker.evaluation.truth import reason
from checker.findings import Cause, Reason, Truth
from checker.varied import varied
from dsl.tree import DefinedCondition, DefinedValue, Definition, Ref, Value


def value_of(node: DefinedValue, scope: Scope) -> tuple[Value | None, tuple[Cause, ...], Scope, tuple[Reason, ...]]:
    """Return the value a definition chooses, the scope to read it in, and the cases looked at.

    Where no value is chosen, the causes say why.
    """
    definition = scope.library.book.definitions[node.name]
    inner = _inner(definition, node.subject, scope)
    looked: list[Reason] = []
    for case in definition.cases:
        held = evaluate(case.when, inner)
        looked.append(held)
        if held.truth is Truth.TRUE:
            return case.value, (), inner, tuple(looked)
        if held.truth is Truth.UNDECIDED:
            return None, held.causes, inner, tuple(looked)
    if definition.otherwise is not None:
        return definition.otherwise, (), inner, tuple(looked)
    return None, (Cause.NOT_STATED,), inner, tuple(looked)


def holds(node: DefinedCondition, scope: Scope) -> Reason:
    """Return the reason for a definition that means a condition."""
    definition = scope.library.book.definitions[node.name]
    inner = _inner(definition, node.subject, scope)
    if definition.means is None:
        msg = f"{node.name} gives a value, not a condition"
        raise TypeError(msg)
    held = evaluate(definition.means, inner)
    detail: dict[str, str | int] = {"definition": definition.title or definition.name}
    return reason("defined_condition", node.span, held.truth, held.causes, parts=(held,), detail=detail)


def _inner(definition: Definition, subject: Ref, scope: Scope) -> Scope:
    if not definition.over or not definition.var:
        return scope
    if subject.base and not subject.steps:
        bound = scope.bindings[subject.base]
    else:
        bound = Bound(scope.pointer(subject), "", scope.said(subject), scope.thing(subject))
    if scope.bindings.get(definition.var) == bound:
        return scope
    return varied(scope.bind(definition.var, bound))
