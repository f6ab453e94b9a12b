"""Conditions of a rule, one function for each kind of node of the typed tree.

Every function takes a node and a scope and returns a :class:`Reason`. The kinds, and the
keys of ``detail`` beyond those of :mod:`checker.evaluation.deadlines`:

``stated`` and ``compare``: ``relation``, ``negated``. ``one_of``, ``includes``: ``options``
(titles joined by "; "), ``negated``. ``age``: ``years``, ``age`` (on the day), ``under``.
``some``: ``quantifier``, ``count`` (items for which it is true), ``of`` (items looked at),
``incomplete``. ``related``: ``relation``, ``link`` (one, group, none, denied).
``within_of``: see :mod:`checker.evaluation.figures`.
``judged``: see :mod:`checker.evaluation.judgements`. ``shows`` and ``uses``: ``list``,
``found`` (what was found, joined by "; "), ``missing``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from checker.evaluation.comparisons import age, between, compare, includes, one_of
from checker.evaluation.days import CAUSE_OF, day_of, operand_of
from checker.evaluation.deadlines import happens, has_happened
from checker.evaluation.definitions import holds
from checker.evaluation.evaluate import evaluate
from checker.evaluation.figures import within_of
from checker.evaluation.judgements import judged
from checker.evaluation.lasting import covers, limit_overlaps, overlaps_limit
from checker.evaluation.lists import some, to_every
from checker.evaluation.relations import related
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, any_of, negation, reason
from checker.evaluation.wordings import matches, shows, uses
from checker.facts import State
from checker.findings import Cause, Operand, Reason
from checker.varied import varied
from dsl import tree


def _and(node: tree.And, scope: Scope) -> Reason:
    parts: list[Reason] = []
    for part in node.parts:
        parts.append(evaluate(part, scope))
        if scope.in_list and parts[-1].truth is FALSE:
            # Why one item of a list does not count needs one reason; why a duty is not kept needs them all.
            break
    return all_of("and", node.span, tuple(parts))


def _or(node: tree.Or, scope: Scope) -> Reason:
    found: list[Reason] = []
    for part in node.parts:
        found.append(evaluate(part, scope))
        if found[-1].truth is TRUE:
            # One branch that holds is enough, and is the one that is told.
            return any_of("or", node.span, tuple(found))
    parts = tuple(found)
    held = any_of("or", node.span, parts)
    if held.truth is not UNDECIDED:
        return held
    # A judgement beside a link asks the same question: it speaks for the link, and its answer settles it.
    beside = tuple(found for part, found in zip(node.parts, parts, strict=True) if not _is_link(part))
    if len(beside) < len(parts) and any(found.kind == "judged" for found in beside):
        spoken = any_of("or", node.span, beside)
        return varied(spoken, parts=parts)
    return held


def _is_link(node: tree.Condition) -> bool:
    return isinstance(node, tree.Related) or (isinstance(node, tree.Some) and isinstance(node.satisfies, tree.Related))


def _not(node: tree.Not, scope: Scope) -> Reason:
    held = evaluate(node.part, scope)
    contrary = _contrary(node.part) if held.truth is not UNDECIDED and "not_done" not in held.detail else None
    # "Not done by the day" of an act that was done is "done after the day", and is told so.
    return evaluate(contrary, scope) if contrary is not None else negation("not", node.span, held)


def _contrary(node: tree.Condition) -> tree.Happens | None:
    if not (isinstance(node, tree.Happens) and isinstance(node.limit, tree.DayLimit)):
        return None
    relation = {"on or before": "after", "before": "on or after"}.get(node.limit.relation)
    return varied(node, limit=varied(node.limit, relation=relation)) if relation else None


def _always(node: tree.Always, _: Scope) -> Reason:
    return reason("always", node.span, TRUE)


def _to_each(node: tree.ToEach, scope: Scope) -> Reason:
    parts: list[Reason] = []
    for part in node.parts:
        recipient = part.act.to if isinstance(part.act, tree.Ref) else ""
        party = scope.fact(f"/{recipient}")
        if party.state is State.NOT_APPLICABLE:
            said = scope.library.names.said("", (recipient,))
            operand = Operand("recipient", said, "", f"/{recipient}", party.state, None, party.where)
            detail: dict[str, str | int] = {"recipient": said}
            parts.append(reason("happens", part.span, UNDECIDED, (Cause.NOT_APPLICABLE,), (operand,), detail=detail))
        else:
            parts.append(evaluate(part, scope))
    return all_of("to_each", node.span, tuple(parts))


def _stated(node: tree.Stated, scope: Scope) -> Reason:
    fact = scope.fact(scope.pointer(node.what))
    operands = (operand_of(scope, node.what, fact, "value"),)
    detail: dict[str, str | int] = {"negated": "yes"} if node.negated else {}
    if fact.state in (State.KNOWN, State.DISPUTED):
        empty = fact.state is State.KNOWN and fact.value == ()
        truth = FALSE if empty else TRUE
    elif fact.state is State.NOT_STATED:
        truth = FALSE
    else:
        cause = CAUSE_OF.get(fact.state, Cause.NOT_STATED)
        return reason("stated", node.span, UNDECIDED, (cause,), operands, detail=detail)
    if node.negated:
        truth = FALSE if truth is TRUE else TRUE
    return reason("stated", node.span, truth, (), operands, detail=detail)


def _as_soon_as_practicable(node: tree.AsSoonAsPracticable, scope: Scope) -> Reason:
    act = day_of(node.act, scope, "act")
    start = day_of(node.after, scope, "start")
    operands = (*act.operands, *start.operands)
    return reason("as_soon_as_practicable", node.span, UNDECIDED, (Cause.JUDGEMENT,), operands)


def _on_reading(node: tree.OnReading, scope: Scope) -> Reason:
    reading = scope.library.book.readings[node.reading]
    detail: dict[str, str | int] = {"reading": reading.name, "settled": "yes" if reading.settled_by else "no"}
    chosen = scope.readings.get(node.reading)
    if chosen is None and reading.settled_by:
        chosen = True
    if chosen is None:
        return reason("on_reading", node.span, UNDECIDED, (Cause.OPEN_LAW,), detail=detail)
    return reason("on_reading", node.span, TRUE if chosen else FALSE, detail=detail)


def _exception_applies(node: tree.ExceptionApplies, scope: Scope) -> Reason:
    inner = varied(scope, exception=node.exception)
    held = evaluate(scope.library.book.exceptions[node.exception].applies_when, inner)
    return reason("exception_applies", node.span, held.truth, held.causes, parts=(held,))


def _as_at(node: tree.AsAt, scope: Scope) -> Reason:
    day = day_of(node.day, scope, "on")
    if day.days is None:
        return reason("as_at", node.span, UNDECIDED, day.causes or (Cause.NOT_STATED,), day.operands)
    held = evaluate(node.part, varied(scope, plan_as_at=day.days))
    return reason("as_at", node.span, held.truth, held.causes, day.operands, (held,))


def _defined_condition(node: tree.DefinedCondition, scope: Scope) -> Reason:
    held = holds(node, scope)
    return negation("not", node.span, held) if node.negated else held


KINDS: Mapping[type, Callable[[Any, Scope], Reason]] = MappingProxyType(
    {
        tree.And: _and,
        tree.Or: _or,
        tree.Not: _not,
        tree.Always: _always,
        tree.Stated: _stated,
        tree.Happens: happens,
        tree.AsSoonAsPracticable: _as_soon_as_practicable,
        tree.HasHappened: has_happened,
        tree.ToEach: _to_each,
        tree.ToEvery: to_every,
        tree.Compare: compare,
        tree.Between: between,
        tree.WithinOf: within_of,
        tree.Matches: matches,
        tree.OneOf: one_of,
        tree.Includes: includes,
        tree.Age: age,
        tree.OverlapsLimit: overlaps_limit,
        tree.LimitOverlaps: limit_overlaps,
        tree.Covers: covers,
        tree.Judged: judged,
        tree.ExceptionApplies: _exception_applies,
        tree.OnReading: _on_reading,
        tree.Some: some,
        tree.Related: related,
        tree.DefinedCondition: _defined_condition,
        tree.AsAt: _as_at,
        tree.Shows: shows,
        tree.Uses: uses,
    }
)
