"""Exceptions and guards over columns: what is claimed, what is shown, and what becomes of a duty not kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.kernel.codes import (
    DOES_NOT_APPLY,
    FALSE,
    JUDGEMENT,
    KNOWN,
    MET,
    NOT_MET,
    NOT_YET_DUE,
    NOTHING_TO_CHECK,
    OPEN_LAW,
    OUTCOME_OF_CAUSES,
    RANKS,
    TRUE,
    UNDECIDED,
    Column,
)
from checker.kernel.deadlines import period_of
from checker.kernel.evaluate import evaluate
from checker.kernel.expand import items, listed
from checker.kernel.frame import Frame, Period, Range
from checker.kernel.held import Held, all_of, any_of, chosen
from checker.kernel.values import EARLY, LATE
from dsl import tree
from dsl.vocabulary import ListOf


@dataclass(frozen=True)
class Weighed:
    """What the exceptions to a duty make of it, row by row.

    ``outcome`` and ``causes`` are what a failed limit or condition becomes. ``limits``
    are the days set by exceptions that set another time, each with the rows it is for.
    """

    outcome: Column
    causes: Column
    lifts_limit: Column
    lifts_duty: Column
    limits: tuple[tuple[Column, tree.DayExpr], ...]
    readings: Column


@dataclass(frozen=True)
class _One:
    outcome: Column
    causes: Column
    made_out: Column
    readings: Column


def weigh(rule: tree.Rule, duty: Held, period: Period | None, frame: Frame) -> Weighed:
    """Weigh every exception to a rule against a duty that is not true."""
    count = frame.rows
    outcome = np.full(count, NOT_MET, dtype=np.int8)
    causes = np.zeros(count, dtype=np.int16)
    readings = np.zeros(count, dtype=np.int64)
    lifts = {"lifts the time limit": np.zeros(count, dtype=bool), "lifts the duty": np.zeros(count, dtype=bool)}
    limits: list[tuple[Column, tree.DayExpr]] = []
    helped = np.zeros(count, dtype=bool)
    for name in rule.unless:
        exception = frame.library.book.exceptions[name]
        one = _weigh_one(rule, exception, replace(frame, period=period, exception=name))
        readings |= one.readings
        first = one.made_out & ~helped & (duty.truth != TRUE)
        if exception.effect in lifts:
            lifts[exception.effect] |= first
        elif exception.new_limit is not None:
            limits.append((first, exception.new_limit))
        helped |= first
        counted = (one.outcome != DOES_NOT_APPLY) & (one.outcome != NOTHING_TO_CHECK)
        better = counted & (RANKS[one.outcome] > RANKS[outcome])
        causes = np.where(better, one.causes, causes)
        outcome = np.where(better, one.outcome, outcome)
    outcome = np.where(helped, NOT_MET, outcome)
    causes = np.where(helped, 0, causes)
    return Weighed(outcome, causes, lifts["lifts the time limit"], lifts["lifts the duty"], tuple(limits), readings)


def _weigh_one(rule: tree.Rule, exception: tree.Exception_, frame: Frame) -> _One:
    to = next(each for each in exception.to if each.rule == rule.id)
    full = evaluate(exception.applies_when, frame)
    dates = evaluate(exception.applies_when, replace(frame, assume_judged=True)) if exception.must_be_shown else full
    if to.reading:
        gate = evaluate(tree.OnReading(to.reading, exception.span), frame)
        full, dates = all_of((gate, full)), all_of((gate, dates))
    true = full.truth == TRUE
    if exception.must_be_shown:
        # A judgement that is answered is not assumed: an exception made out on the answer stands on it.
        outcome, causes = _shown(exception, rule, full, dates, frame)
    else:
        spoken = (full.truth == UNDECIDED) & full.says
        outcome = np.where(spoken, OUTCOME_OF_CAUSES[full.causes], NOT_MET)
        causes = np.where(spoken, full.causes, 0)
    return _One(np.where(true, MET, outcome), np.where(true, 0, causes), true, full.readings)


def _shown(exception: tree.Exception_, rule: tree.Rule, full: Held, dates: Held, frame: Frame) -> tuple[Column, Column]:
    """Return the burden table of language section 4.6, for an exception that is not made out."""
    beyond = exception.id in frame.library.beyond_judgement
    on_the_dates = (dates.truth == TRUE) & beyond
    turns_on_reading = (dates.truth == UNDECIDED) & (dates.causes == OPEN_LAW)
    raised = _claimed(exception.id, rule.id, frame) | on_the_dates | turns_on_reading
    opened = raised & (dates.truth != FALSE) & (full.truth != FALSE)
    why = np.where(dates.truth == UNDECIDED, dates.causes, full.causes)
    return np.where(opened, OUTCOME_OF_CAUSES[why], NOT_MET), np.where(opened, why, 0)


_CLAIMS = ("assessment", "exceptions_claimed")


def _claimed(name: str, rule: str, frame: Frame) -> Column:
    """Tell where somebody relies on an exception against a rule, or against none in particular."""
    ref = tree.Ref("", _CLAIMS, ListOf("Claim"), tree.Span("", 0, 0, 0, 0))
    found = listed(ref, frame)
    claimed = np.zeros(frame.rows, dtype=bool)
    if not len(found.parent):
        return claimed
    inner = items(frame, "claim", found.parent, found.items)
    values, texts = frame.store.values, frame.store.texts
    ground, against = (inner.bindings["claim"].said((field,)) for field in ("ground", "rule"))
    named = (values.state[ground] == KNOWN) & (values.text[ground] == texts.one(name)) & (values.text[ground] >= 0)
    meant = (values.state[against] != KNOWN) | (values.text[against] == texts.one(rule))
    claimed[found.parent[named & meant]] = True
    return claimed


def period_for(rule: tree.Rule, frame: Frame) -> Period | None:
    """Return the period of the first time limit of a rule that has one, row by row."""
    count = frame.rows
    has = np.zeros(count, dtype=bool)
    columns = [np.full(count, end, dtype=np.int32) for end in (EARLY, LATE, EARLY, LATE)]
    for node in frame.library.prepared[rule.id].limits:
        found = period_of(node, frame)
        if found is None:
            continue
        start, end, known = found
        now = known & ~has
        news = (start.first, start.last, end.first, end.last)
        columns = [np.where(now, new, old) for new, old in zip(news, columns, strict=True)]
        has |= known
    if not has.any():
        return None
    return Period(Range(columns[0], columns[1], has), Range(columns[2], columns[3], has))


# Guards -------------------------------------------------------------------


@dataclass(frozen=True)
class Guarded:
    """What guards make of a finding: it does not apply, or is undecided for ``causes``."""

    lifted: Column
    causes: Column
    readings: Column


def guard(rule: tree.Rule, duty: Held, period: Period | None, frame: Frame) -> Guarded:
    """Apply every guard on a rule."""
    inner = replace(frame, period=period)
    lifted = np.zeros(frame.rows, dtype=bool)
    causes = np.zeros(frame.rows, dtype=np.int16)
    readings = np.zeros(frame.rows, dtype=np.int64)
    failed = duty.truth == FALSE
    for each in frame.library.prepared[rule.id].guards:
        found = evaluate(each.applies_when, inner)
        true = found.truth == TRUE
        told = true | ((found.truth == UNDECIDED) & found.says)
        if not each.question:
            lifted |= true
        raised = np.where(true, JUDGEMENT if each.question else 0, found.causes)
        causes = np.where(failed & told & (causes == 0), raised, causes)
        readings |= np.where(told, found.readings, 0)
    return Guarded(lifted, causes, readings)


# Lifting a time limit -----------------------------------------------------


def without_limits(duty: Held) -> Held:
    """Return a duty as it stands once its time limit is lifted: done late is done, not done is still due."""
    if duty.parts and duty.kind in ("and", "to_each", "or"):
        parts = [without_limits(part) for part in duty.parts]
        again = any_of(parts) if duty.kind == "or" else all_of(parts, duty.kind)
        return again if duty.made_of is True else chosen(duty.made_of, again, duty)
    if duty.kind not in ("happens", "not"):
        return duty
    lifted = (duty.truth == FALSE) & duty.limit
    return replace(
        duty,
        truth=np.where(lifted, np.where(duty.undone, UNDECIDED, TRUE), duty.truth).astype(np.int8),
        causes=np.where(lifted & duty.undone, NOT_YET_DUE, np.where(lifted, 0, duty.causes)).astype(np.int16),
    )


def worst_or_best(outcomes: Sequence[Column], causes: Sequence[Column], *, best: bool) -> tuple[Column, Column]:
    """Return the worst or the best of several outcomes, and its causes; what does not apply drops out."""
    sign = -1 if best else 1
    far = len(RANKS) + 1
    out = [(each == DOES_NOT_APPLY) | (each == NOTHING_TO_CHECK) for each in outcomes]
    places = [np.where(gone, far, sign * RANKS[each]) for each, gone in zip(outcomes, out, strict=True)]
    picked, lowest = outcomes[0], places[0]
    for each, place in zip(outcomes[1:], places[1:], strict=True):
        nearer = place < lowest
        picked, lowest = np.where(nearer, each, picked), np.where(nearer, place, lowest)
    held = np.bitwise_or.reduce([np.where(each == picked, why, 0) for each, why in zip(outcomes, causes, strict=True)])
    return picked, held
