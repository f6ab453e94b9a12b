"""Conditions of a rule, one function for each kind of node of the typed tree.

Every function takes a node and a rule book and makes the condition ready: what it returns takes
a scope and gives a :class:`Reason`. The kinds, and the keys of ``detail`` beyond those of
:mod:`checker.evaluation.deadlines`:

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
from functools import partial
from types import MappingProxyType
from typing import Any

from checker.evaluation.comparisons import age, between, compare, includes, one_of
from checker.evaluation.days import CAUSE_OF, day_of, day_reader
from checker.evaluation.deadlines import happens, has_happened
from checker.evaluation.definitions import holds
from checker.evaluation.evaluate import Test, evaluate, made_ready
from checker.evaluation.figures import within_of
from checker.evaluation.judgements import judged
from checker.evaluation.lasting import covers, limit_overlaps, overlaps_limit
from checker.evaluation.lists import some, to_every
from checker.evaluation.operands import reader
from checker.evaluation.relations import related
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, any_of, negation, reason
from checker.evaluation.wordings import matches, shows, uses
from checker.facts import State
from checker.findings import Cause, Operand, Reason
from checker.rulebook.library import Library
from checker.varied import varied
from dsl import tree


def _and(node: tree.And, library: Library) -> Test:
    tests = [made_ready(part, library) for part in node.parts]
    span = node.span

    def test(scope: Scope) -> Reason:
        if not scope.in_list:
            return all_of("and", span, tuple([each(scope) for each in tests]))
        parts: list[Reason] = []
        for each in tests:
            parts.append(each(scope))
            if parts[-1].truth is FALSE:
                # Why one item of a list does not count needs one reason; why a duty is not kept needs them all.
                break
        return all_of("and", span, tuple(parts))

    return test


def _or(node: tree.Or, library: Library) -> Test:
    tests = [made_ready(part, library) for part in node.parts]
    links = [_is_link(part) for part in node.parts]
    span = node.span

    def test(scope: Scope) -> Reason:
        found: list[Reason] = []
        for each in tests:
            found.append(each(scope))
            if found[-1].truth is TRUE:
                # One branch that holds is enough, and is the one that is told.
                return any_of("or", span, tuple(found))
        parts = tuple(found)
        held = any_of("or", span, parts)
        if held.truth is not UNDECIDED or True not in links:
            return held
        # A judgement beside a link asks the same question: it speaks for the link, and its answer settles it.
        beside = tuple(part for part, link in zip(parts, links, strict=True) if not link)
        if any(part.kind == "judged" for part in beside):
            return varied(any_of("or", span, beside), parts=parts)
        return held

    return test


def _is_link(node: tree.Condition) -> bool:
    return isinstance(node, tree.Related) or (isinstance(node, tree.Some) and isinstance(node.satisfies, tree.Related))


def _not(node: tree.Not, library: Library) -> Test:
    test_part = made_ready(node.part, library)
    contrary = _contrary(node.part)
    test_contrary = made_ready(contrary, library) if contrary is not None else None

    def test(scope: Scope) -> Reason:
        held = test_part(scope)
        if test_contrary is not None and held.truth is not UNDECIDED and "not_done" not in held.detail:
            # "Not done by the day" of an act that was done is "done after the day", and is told so.
            return test_contrary(scope)
        return negation("not", node.span, held)

    return test


def _contrary(node: tree.Condition) -> tree.Happens | None:
    if not (isinstance(node, tree.Happens) and isinstance(node.limit, tree.DayLimit)):
        return None
    relation = {"on or before": "after", "before": "on or after"}.get(node.limit.relation)
    return varied(node, limit=varied(node.limit, relation=relation)) if relation else None


def _always(node: tree.Always, _: Library) -> Test:
    always = reason("always", node.span, TRUE)
    return lambda _: always


def _to_each(node: tree.ToEach, library: Library) -> Test:
    lines = [(_recipient(part, library), made_ready(part, library)) for part in node.parts]

    def test(scope: Scope) -> Reason:
        parts: list[Reason] = []
        for part, ((pointer, said), test_part) in zip(node.parts, lines, strict=True):
            party = scope.fact(pointer)
            if party.state is State.NOT_APPLICABLE:
                operand = Operand("recipient", said, "", pointer, party.state, None, party.where)
                told: dict[str, str | int] = {"recipient": said}
                parts.append(reason("happens", part.span, UNDECIDED, (Cause.NOT_APPLICABLE,), (operand,), detail=told))
            else:
                parts.append(test_part(scope))
        return all_of("to_each", node.span, tuple(parts))

    return test


def _recipient(part: tree.Happens | tree.HasHappened, library: Library) -> tuple[str, str]:
    """Return where it stands whether there is such a recipient, and what it is called."""
    recipient = part.act.to if isinstance(part.act, tree.Ref) else ""
    return f"/{recipient}", library.names.said("", (recipient,))


def _stated(node: tree.Stated, library: Library) -> Test:
    read = reader(node.what, "value", library.names)
    span = node.span
    detail: dict[str, str | int] = {"negated": "yes"} if node.negated else {}
    stated, silent = (FALSE, TRUE) if node.negated else (TRUE, FALSE)

    def test(scope: Scope) -> Reason:
        fact, operand = read(scope)
        if fact.state is State.KNOWN:
            return reason("stated", span, silent if operand.value == () else stated, (), (operand,), (), detail)
        if fact.state is State.DISPUTED:
            return reason("stated", span, stated, (), (operand,), (), detail)
        if fact.state is State.NOT_STATED:
            return reason("stated", span, silent, (), (operand,), (), detail)
        cause = CAUSE_OF.get(fact.state, Cause.NOT_STATED)
        return reason("stated", span, UNDECIDED, (cause,), (operand,), (), detail)

    return test


def _as_soon_as_practicable(node: tree.AsSoonAsPracticable, scope: Scope) -> Reason:
    act = day_of(node.act, scope, "act")
    start = day_of(node.after, scope, "start")
    operands = (*act.operands, *start.operands)
    return reason("as_soon_as_practicable", node.span, UNDECIDED, (Cause.JUDGEMENT,), operands)


def _on_reading(node: tree.OnReading, library: Library) -> Test:
    reading = library.book.readings[node.reading]
    detail: dict[str, str | int] = {"reading": reading.name, "settled": "yes" if reading.settled_by else "no"}
    sides = {
        True: reason("on_reading", node.span, TRUE, (), (), (), detail),
        False: reason("on_reading", node.span, FALSE, (), (), (), detail),
        None: reason("on_reading", node.span, UNDECIDED, (Cause.OPEN_LAW,), (), (), detail),
    }
    unchosen = True if reading.settled_by else None
    return lambda scope: sides[scope.readings.get(node.reading, unchosen)]


def _exception_applies(node: tree.ExceptionApplies, scope: Scope) -> Reason:
    inner = varied(scope, exception=node.exception)
    held = evaluate(scope.library.book.exceptions[node.exception].applies_when, inner)
    return reason("exception_applies", node.span, held.truth, held.causes, parts=(held,))


def _as_at(node: tree.AsAt, library: Library) -> Test:
    day_of = day_reader(node.day, "on", library.names)
    test_part = made_ready(node.part, library)

    def test(scope: Scope) -> Reason:
        day = day_of(scope)
        if day.days is None:
            return reason("as_at", node.span, UNDECIDED, day.causes or (Cause.NOT_STATED,), day.operands)
        held = test_part(varied(scope, plan_as_at=day.days))
        return reason("as_at", node.span, held.truth, held.causes, day.operands, (held,))

    return test


def _defined_condition(node: tree.DefinedCondition, scope: Scope) -> Reason:
    held = holds(node, scope)
    return negation("not", node.span, held) if node.negated else held


def _plainly(evaluate_one: Callable[[Any, Scope], Reason]) -> Callable[[Any, Library], Test]:
    """Return the way to make ready a kind of condition of which nothing is worked out beforehand."""
    return lambda node, _: partial(evaluate_one, node)


KINDS: Mapping[type, Callable[[Any, Library], Test]] = MappingProxyType(
    {
        tree.And: _and,
        tree.Or: _or,
        tree.Not: _not,
        tree.Always: _always,
        tree.Stated: _stated,
        tree.Happens: happens,
        tree.AsSoonAsPracticable: _plainly(_as_soon_as_practicable),
        tree.HasHappened: has_happened,
        tree.ToEach: _to_each,
        tree.ToEvery: to_every,
        tree.Compare: compare,
        tree.Between: between,
        tree.WithinOf: _plainly(within_of),
        tree.Matches: _plainly(matches),
        tree.OneOf: one_of,
        tree.Includes: includes,
        tree.Age: age,
        tree.OverlapsLimit: _plainly(overlaps_limit),
        tree.LimitOverlaps: _plainly(limit_overlaps),
        tree.Covers: _plainly(covers),
        tree.Judged: _plainly(judged),
        tree.ExceptionApplies: _plainly(_exception_applies),
        tree.OnReading: _on_reading,
        tree.Some: some,
        tree.Related: _plainly(related),
        tree.DefinedCondition: _plainly(_defined_condition),
        tree.AsAt: _as_at,
        tree.Shows: shows,
        tree.Uses: uses,
    }
)
