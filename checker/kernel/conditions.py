"""Conditions of a rule over columns, one function for each kind of node of the typed tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from checker.findings import Cause
from checker.kernel.codes import (
    FALSE,
    INAPPLICABLE,
    JUDGEMENT,
    KNOWN,
    NOT_APPLICABLE,
    NOT_STATED,
    OPEN_LAW,
    SILENT,
    TRUE,
    UNDECIDED,
    Column,
    causes_by_state,
)
from checker.kernel.comparisons import age, between, compare_values, includes, one_of
from checker.kernel.days import day_of
from checker.kernel.deadlines import happens, has_happened
from checker.kernel.definitions import holds
from checker.kernel.evaluate import evaluate
from checker.kernel.figures import within_of
from checker.kernel.frame import THIS_SIDE, Frame
from checker.kernel.held import Held, all_of, alone, always, any_of, chosen, held, negation, only_if
from checker.kernel.judgements import judged
from checker.kernel.lasting import covers, limit_overlaps, overlaps_limit
from checker.kernel.lists import some, to_every
from checker.kernel.relations import related
from checker.kernel.values import A_LIST
from checker.kernel.wordings import matches, shows, uses
from dsl import tree

_CAUSES = causes_by_state(Cause.NOT_STATED)


def _and(node: tree.And, frame: Frame) -> Held:
    parts = [evaluate(part, frame) for part in node.parts]
    return all_of(parts, "and", _until(parts, FALSE) if frame.in_list else None)


def _or(node: tree.Or, frame: Frame) -> Held:
    parts = [evaluate(part, frame) for part in node.parts]
    reached = _until(parts, TRUE)
    found = any_of(parts, "or", reached)
    # A judgement beside a link asks the same question: it speaks for the link, and its answer settles it.
    beside = [part for each, part in zip(node.parts, parts, strict=True) if not _is_link(each)]
    if len(beside) == len(parts) or not any(part.kind == "judged" for part in beside):
        return found
    spoken = any_of(beside)
    opened = found.truth == UNDECIDED
    return replace(
        found,
        truth=np.where(opened, spoken.truth, found.truth),
        causes=np.where(opened, spoken.causes, found.causes),
    )


def _until(parts: list[Held], enough: int) -> list[Column]:
    """Tell which parts were looked at, where the first that is ``enough`` ends it."""
    looking = np.ones(parts[0].rows, dtype=bool)
    reached = []
    for part in parts:
        reached.append(looking)
        looking = looking & (part.truth != enough)
    return reached


def _is_link(node: tree.Condition) -> bool:
    return isinstance(node, tree.Related) or (isinstance(node, tree.Some) and isinstance(node.satisfies, tree.Related))


def _not(node: tree.Not, frame: Frame) -> Held:
    part = evaluate(node.part, frame)
    contrary = _contrary(node.part)
    if contrary is None:
        return negation(part)
    # "Not done by the day" of an act that was done is "done after the day", and so a limit of its own.
    return chosen((part.truth != UNDECIDED) & ~part.undone, evaluate(contrary, frame), negation(part))


def _contrary(node: tree.Condition) -> tree.Happens | None:
    if not (isinstance(node, tree.Happens) and isinstance(node.limit, tree.DayLimit)):
        return None
    relation = {"on or before": "after", "before": "on or after"}.get(node.limit.relation)
    return replace(node, limit=replace(node.limit, relation=relation)) if relation else None


def _always(_: tree.Always, frame: Frame) -> Held:
    return always(frame.rows, TRUE)


def _to_each(node: tree.ToEach, frame: Frame) -> Held:
    return all_of([_line(part, frame) for part in node.parts], "to_each")


def _line(node: tree.Happens | tree.HasHappened, frame: Frame) -> Held:
    """Return one recipient's line: one that is not applicable drops out."""
    found = evaluate(node, frame)
    recipient = node.act.to if isinstance(node.act, tree.Ref) else ""
    rows = frame.timely(frame.bindings[""].said((recipient,)), lambda: frame.bindings[""].path((recipient,)))
    out = frame.store.values.state[rows] == INAPPLICABLE
    if not out.any():
        return found
    return chosen(out, replace(always(frame.rows, UNDECIDED, NOT_APPLICABLE), limit=True), found)


def _stated(node: tree.Stated, frame: Frame) -> Held:
    values = frame.store.values
    rows = frame.said(node.what)
    state = values.state[rows]
    empty = (values.kind[rows] == A_LIST) & (values.number[rows] == 0)
    truth = np.where(state == KNOWN, np.where(empty, FALSE, TRUE), np.where(state == SILENT, FALSE, UNDECIDED))
    if node.negated:
        truth = TRUE - truth
    return held(truth, _CAUSES[state], values.says[rows])


def _as_soon_as_practicable(node: tree.AsSoonAsPracticable, frame: Frame) -> Held:
    says = day_of(node.act, frame).says | day_of(node.after, frame).says
    return held(np.full(frame.rows, UNDECIDED), JUDGEMENT, says)


def _on_reading(node: tree.OnReading, frame: Frame) -> Held:
    reading = frame.library.book.readings[node.reading]
    side = frame.side(node.reading)
    taken = np.zeros(frame.rows, dtype=np.int8) if side is None else side
    if reading.settled_by:
        taken = np.where(taken == 0, THIS_SIDE, taken)
    number = np.full(frame.rows, frame.numbers[node.reading] + 1)
    return held(np.choose(taken, (UNDECIDED, TRUE, FALSE)), OPEN_LAW, reading=number)


def _exception_applies(node: tree.ExceptionApplies, frame: Frame) -> Held:
    exception = frame.library.book.exceptions[node.exception]
    return alone(evaluate(exception.applies_when, replace(frame, exception=node.exception)))


def _as_at(node: tree.AsAt, frame: Frame) -> Held:
    day = day_of(node.day, frame)
    found = evaluate(node.part, replace(frame, plan_as_at=day.range()))
    return only_if(day.has, found, np.where(day.causes == 0, NOT_STATED, day.causes), day.says)


def _defined_condition(node: tree.DefinedCondition, frame: Frame) -> Held:
    found = holds(node, frame)
    return negation(found) if node.negated else found


KINDS: Mapping[type, Callable[[Any, Frame], Held]] = MappingProxyType(
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
        tree.Compare: compare_values,
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
