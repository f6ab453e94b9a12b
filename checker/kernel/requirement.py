"""One requirement over columns: trigger, duty, exceptions and guards give an outcome for every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.evaluation.requirement import ISSUED_BY
from checker.kernel.codes import (
    DOES_NOT_APPLY,
    FALSE,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    OUTCOME_OF_CAUSES,
    TRUE,
    UNDECIDED,
    Column,
)
from checker.kernel.days import day_of
from checker.kernel.evaluate import evaluate
from checker.kernel.exceptions import guard, period_for, weigh, without_limits, worst_or_best
from checker.kernel.frame import PLAN, Frame, Period, Range
from checker.kernel.held import Held
from checker.kernel.values import A_RANGE, EARLY, LATE
from dsl import tree


@dataclass(frozen=True)
class Tested:
    """What came of testing a rule, in the words of law in force; ``readings`` are those it turned on, as bits."""

    outcome: Column
    causes: Column
    readings: Column


@dataclass(frozen=True)
class _Trigger:
    truth: Column
    causes: Column
    readings: Column


def tested_on(rule: tree.Rule, where: Sequence[tree.Condition], frame: Frame) -> Tested:
    """Test a rule on what the loop variables stand for in every row."""
    relevant = relevant_date(rule, frame)
    frame = replace(frame, rule=rule.id, relevant=relevant)
    conditions = [*where, *((rule.applies_when,) if rule.applies_when is not None else ())]
    trigger = _trigger(conditions, frame)
    outcome = np.full(frame.rows, DOES_NOT_APPLY, dtype=np.int8)
    causes = np.zeros(frame.rows, dtype=np.int16)
    readings = trigger.readings
    applies = np.flatnonzero((trigger.truth != FALSE) & _in_force(rule, relevant))
    if len(applies):
        found = _applied(rule, trigger, applies, frame.take(applies))
        outcome[applies], causes[applies] = found.outcome, found.causes
        readings[applies] |= found.readings
    return Tested(outcome, causes, readings)


def _applied(rule: tree.Rule, trigger: _Trigger, applies: Column, frame: Frame) -> Tested:
    duty = evaluate(rule.duty, frame)
    opened = (trigger.truth[applies] == UNDECIDED) & (duty.truth != TRUE)
    why = trigger.causes[applies]
    excepted = bool(rule.unless or frame.library.prepared[rule.id].guards)
    period = period_for(rule, frame) if excepted else None
    guarded = guard(rule, duty, period, frame)
    found = _weighed(rule, duty, period, frame)
    asked = (guarded.causes != 0) & (found.outcome == NOT_MET)
    outcome = np.where(asked, OUTCOME_OF_CAUSES[guarded.causes], found.outcome)
    causes = np.where(asked, guarded.causes, found.causes)
    outcome = np.where(guarded.lifted, DOES_NOT_APPLY, outcome)
    causes = np.where(guarded.lifted, 0, causes)
    readings = np.where(guarded.lifted, duty.readings, found.readings) | guarded.readings
    return Tested(
        np.where(opened, OUTCOME_OF_CAUSES[why], outcome),
        np.where(opened, why, causes),
        np.where(opened, duty.readings, readings),
    )


def _weighed(rule: tree.Rule, duty: Held, period: Period | None, frame: Frame) -> Tested:
    """Return the outcome of a duty with its exceptions weighed, where it is not simply kept."""
    count = frame.rows
    readings = duty.readings.copy()
    outcome, causes = outcome_of(duty, np.full(count, NOT_MET, dtype=np.int8), np.zeros(count, dtype=np.int16))
    weighing = np.flatnonzero(duty.truth != TRUE)
    if rule.unless and len(weighing):
        inner = frame.take(weighing)
        found = _excepted(rule, duty.take(weighing), period.take(weighing) if period is not None else None, inner)
        outcome[weighing], causes[weighing], readings[weighing] = found.outcome, found.causes, found.readings
    return Tested(outcome, causes, readings)


def _excepted(rule: tree.Rule, duty: Held, period: Period | None, frame: Frame) -> Tested:
    """Return the outcome of a duty that is not true, with what its exceptions make of it."""
    weighed = weigh(rule, duty, period, frame)
    failed = duty.truth == FALSE
    outcome, causes = outcome_of(duty, weighed.outcome, weighed.causes)
    readings = duty.readings | weighed.readings
    lifted = failed & weighed.lifts_limit
    if lifted.any():
        other, why = outcome_of(without_limits(duty), weighed.outcome, weighed.causes)
        outcome, causes = np.where(lifted, other, outcome), np.where(lifted, why, causes)
    for rows, new_limit in weighed.limits:
        anew = np.flatnonzero(failed & rows)
        limit = day_of(new_limit, frame.take(anew)).range()
        again = np.flatnonzero(limit.has)
        if not len(again):
            continue
        at = anew[again]
        standing = evaluate(rule.duty, replace(frame.take(at), new_limit=limit.take(again)))
        outcome[at], causes[at] = outcome_of(standing, weighed.outcome[at], weighed.causes[at])
        readings[at] = standing.readings | weighed.readings[at]
    out = failed & weighed.lifts_duty
    return Tested(np.where(out, DOES_NOT_APPLY, outcome), np.where(out, 0, causes), readings)


def outcome_of(duty: Held, failed: Column, failed_causes: Column) -> tuple[Column, Column]:
    """Return the outcome of a duty, limit by limit where it has several, and its causes.

    ``failed`` is what a limit or condition that is false has become by its exceptions.
    """
    outcome = np.where(
        duty.truth == TRUE, MET, np.where(duty.truth == FALSE, failed, OUTCOME_OF_CAUSES[duty.causes])
    ).astype(np.int8)
    causes = np.where(duty.truth == FALSE, failed_causes, duty.causes).astype(np.int16)
    limits = [part.limit for part in duty.parts if part.limit is not False]
    if duty.kind not in ("and", "or", "to_each") or not limits:
        return outcome, causes
    each = [outcome_of(part, failed, failed_causes) for part in duty.parts]
    several, why = worst_or_best([found for found, _ in each], [held for _, held in each], best=duty.kind == "or")
    by_limit = np.logical_or.reduce([np.broadcast_to(limit, (duty.rows,)) for limit in limits])
    by_limit = by_limit & duty.made_of
    return np.where(by_limit, several, outcome).astype(np.int8), np.where(by_limit, why, causes).astype(np.int16)


def _trigger(conditions: Sequence[tree.Condition], frame: Frame) -> _Trigger:
    """Return what the trigger comes to: one that is false is enough, of those undecided the outermost speaks."""
    truth = np.full(frame.rows, TRUE, dtype=np.int8)
    causes = np.zeros(frame.rows, dtype=np.int16)
    readings = np.zeros(frame.rows, dtype=np.int64)
    spoken = np.zeros(frame.rows, dtype=bool)
    looking = np.arange(frame.rows)
    for index, condition in enumerate(conditions):
        found = evaluate(condition, frame if index == 0 else frame.take(looking))
        # One that is not applicable drops out beside others that hold.
        dropped = (found.causes == NOT_APPLICABLE) & (index > 0)
        silent = ~spoken[looking]
        false = found.truth == FALSE
        undecided = silent & (found.truth == UNDECIDED)
        truth[looking] = np.where(false, FALSE, np.where(undecided & ~dropped, UNDECIDED, truth[looking]))
        causes[looking] = np.where(false, 0, np.where(undecided & ~dropped, found.causes, causes[looking]))
        readings[looking] |= np.where(silent, found.readings, 0)
        spoken[looking] |= undecided
        looking = looking[~false]
        if not len(looking):
            break
    return _Trigger(truth, causes, readings)


def relevant_date(rule: tree.Rule, frame: Frame) -> Range:
    """Return the day whose law governs a rule, as :func:`checker.evaluation.requirement.relevant_date` finds it."""
    if rule.law_as_at is not None:
        return day_of(rule.law_as_at, frame).range()
    prepared = frame.library.prepared[rule.id]
    first = last = frame.as_at
    if prepared.tests_document:
        issued = _issue(frame)
        first, last = np.where(issued.has, issued.first, first), np.where(issued.has, issued.last, last)
    for node in reversed(prepared.limits):
        if isinstance(node.limit, tree.Within):
            start = day_of(node.limit.start, frame)
            first, last = np.where(start.has, start.first, first), np.where(start.has, start.last, last)
    return Range(first.astype(np.int32), last.astype(np.int32), np.ones(frame.rows, dtype=bool))


def _issue(frame: Frame) -> Range:
    """Return the day the document under test was issued, where the files say."""
    values = frame.store.values
    looking = np.ones(frame.rows, dtype=bool)
    first = np.full(frame.rows, EARLY, dtype=np.int32)
    last = np.full(frame.rows, LATE, dtype=np.int32)
    has = np.zeros(frame.rows, dtype=bool)
    for event in ISSUED_BY:
        rows = frame.bindings[PLAN].said(tuple(event.split("/")))
        said = looking & (values.kind[rows] == A_RANGE) & (values.first[rows] != EARLY)
        now = said & (values.first[rows] <= frame.as_at)
        first, last = np.where(now, values.first[rows], first), np.where(now, values.last[rows], last)
        has |= now
        looking &= ~said
    return Range(first, last, has)


def _in_force(rule: tree.Rule, relevant: Range) -> Column:
    """Tell where a rule may be in force on its relevant date."""
    found: Column = np.ones(len(relevant.first), dtype=bool)
    if rule.in_force_from is not None:
        found &= ~(relevant.has & (relevant.last < rule.in_force_from.toordinal()))
    if rule.in_force_until is not None:
        found &= ~(relevant.has & (relevant.first > rule.in_force_until.toordinal()))
    return found
