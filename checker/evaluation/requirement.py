"""One requirement on one thing: trigger, duty, exceptions and guards give an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.evaluation.days import day_of
from checker.evaluation.evaluate import evaluate
from checker.evaluation.exceptions import Guarded, Weighed, guard, weigh, without_limits
from checker.evaluation.outcome import best, undecided, words_for, worst
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, is_limit
from checker.facts import Days, State
from checker.findings import Cause, ExceptionReport, Flag, Line, Outcome, Reason
from checker.varied import made_often, varied
from dsl import tree

ISSUED_BY = ("issue", "sending/family", "service/family")
"""The events that tell when a document was issued, the first that is dated."""


@made_often
@dataclass(frozen=True)
class Tested:
    """What came of testing a rule on one thing, in one version of the facts and the law.

    ``outcome`` is in the words of law in force; :func:`in_words` gives the rule's own.
    ``late`` is true where a time limit or a condition failed, whatever became of it.
    """

    outcome: Outcome
    causes: tuple[Cause, ...]
    trigger: Reason | None
    duty: Reason
    lines: tuple[Line, ...]
    exceptions: tuple[ExceptionReport, ...]
    guards: tuple[ExceptionReport, ...]
    presumed: tuple[str, ...]
    relevant: Days | None
    late: bool


def tested_on(rule: tree.Rule, where: tuple[tree.Condition, ...], general: Reason | None, scope: Scope) -> Tested:
    """Test a rule on what the loop variables are bound to.

    ``general`` is what its trigger gave, where that says nothing of them.
    """
    if scope.library.prepared[rule.id].one_law and not scope.versions:
        # The scope says so already, for everything the rule speaks of.
        relevant = scope.relevant
    else:
        relevant = relevant_date(rule, scope)
        scope = varied(scope, relevant=relevant)
    trigger = _trigger(rule, where, general, scope)
    if trigger is not None and trigger.truth is FALSE:
        return _plain(Outcome.DOES_NOT_APPLY, (), trigger, trigger, relevant)
    duty = evaluate(rule.duty, scope)
    if not in_force(rule, relevant):
        return _plain(Outcome.DOES_NOT_APPLY, (), trigger, duty, relevant)
    if trigger is not None and trigger.truth is UNDECIDED and duty.truth is not TRUE:
        return _plain(undecided(trigger.causes), trigger.causes, trigger, duty, relevant)
    guarded = guard(rule, duty, scope)
    if guarded.lifted:
        found = _plain(Outcome.DOES_NOT_APPLY, (), trigger, duty, relevant)
        return varied(found, guards=guarded.reports, presumed=guarded.presumed)
    weighed = weigh(rule, duty, scope)
    return _weighed(rule, duty, trigger, guarded, weighed, scope)


def _weighed(
    rule: tree.Rule, duty: Reason, trigger: Reason | None, guarded: Guarded, weighed: Weighed, scope: Scope
) -> Tested:
    failed = duty.truth is FALSE
    standing = duty
    causes: tuple[Cause, ...]
    if failed and weighed.lifts_duty:
        outcome, causes = Outcome.DOES_NOT_APPLY, ()
    else:
        if failed and weighed.lifts_limit:
            standing = without_limits(duty)
        elif failed and weighed.new_limit is not None:
            limit = day_of(weighed.new_limit, scope, "last_day")
            if limit.days:
                standing = evaluate(rule.duty, varied(scope, new_limit=limit.days))
            else:
                # Another limit was set, and its day cannot be told: what failed against the first says nothing.
                weighed = varied(weighed, outcome=undecided(limit.causes), causes=limit.causes)
        outcome, causes = outcome_of(standing, weighed.outcome, weighed.causes)
        if guarded.causes and outcome is Outcome.NOT_MET:
            outcome, causes = undecided(guarded.causes), guarded.causes
    lines = _lines(standing, weighed, guarded)
    presumed = (*weighed.presumed, *guarded.presumed)
    return Tested(
        outcome, causes, trigger, standing, lines, weighed.reports, guarded.reports, presumed, scope.relevant, failed
    )


def _plain(
    outcome: Outcome, causes: tuple[Cause, ...], trigger: Reason | None, duty: Reason, relevant: Days | None
) -> Tested:
    return Tested(outcome, causes, trigger, duty, (), (), (), (), relevant, late=False)


def outcome_of(
    duty: Reason, failed: Outcome = Outcome.NOT_MET, failed_causes: tuple[Cause, ...] = ()
) -> tuple[Outcome, tuple[Cause, ...]]:
    """Return the outcome of a duty, limit by limit where it has several, and its causes.

    ``failed`` is what a limit or condition that is false has become by its exceptions.
    """
    if duty.kind in ("and", "or", "to_each") and any(is_limit(part) for part in duty.parts):
        each = [outcome_of(part, failed, failed_causes) for part in duty.parts]
        pick = best if duty.kind == "or" else worst
        outcome = pick([found for found, _ in each])
        causes = tuple(dict.fromkeys(c for found, held in each if found is outcome for c in held))
        return outcome, causes
    if duty.truth is TRUE:
        return Outcome.REQUIREMENT_MET, ()
    if duty.truth is FALSE:
        return failed, failed_causes
    return undecided(duty.causes), duty.causes


def _lines(duty: Reason, weighed: Weighed, guarded: Guarded) -> tuple[Line, ...]:
    lines: list[Line] = []
    for each in _each(duty):
        for part in each.parts:
            outcome, _ = outcome_of(part, weighed.outcome, weighed.causes)
            if guarded.causes and outcome is Outcome.NOT_MET:
                outcome = undecided(guarded.causes)
            flags = (Flag.OVERDUE,) if outcome is Outcome.NOT_MET and "not_done" in part.detail else ()
            lines.append(Line(str(part.detail.get("recipient", "")), outcome, flags, part))
    return tuple(lines)


def _each(duty: Reason) -> list[Reason]:
    if duty.kind == "to_each":
        return [duty]
    return [found for part in duty.parts for found in _each(part)] if duty.kind in ("and", "or") else []


def _trigger(rule: tree.Rule, where: tuple[tree.Condition, ...], general: Reason | None, scope: Scope) -> Reason | None:
    if scope.versions or scope.readings or scope.supposed:
        general = None
    conditions = where if rule.applies_when is None else (*where, rule.applies_when)
    if not conditions:
        return None
    if len(conditions) == 1:
        return general if general is not None and not where else evaluate(conditions[0], scope)
    # One that is false is enough, wherever it stands; of those undecided the outermost speaks.
    found: list[Reason] = []
    speaks = 0
    for condition in conditions:
        held = general if general is not None and condition is rule.applies_when else evaluate(condition, scope)
        found.append(held)
        if held.truth is FALSE:
            speaks = len(found)
            break
        if held.truth is UNDECIDED and not speaks:
            speaks = len(found)
    spoken = found[: speaks or len(found)]
    return spoken[0] if len(spoken) == 1 else all_of("and", rule.span, tuple(spoken))


def relevant_date(rule: tree.Rule, scope: Scope) -> Days | None:
    """Return the day whose law governs a rule.

    For a time limit the day its clock started; for a document the day it was issued, or
    for a draft not yet sent the day of the check; otherwise the day of the check.
    """
    if rule.law_as_at is not None:
        return day_of(rule.law_as_at, scope, "value").days
    prepared = scope.library.prepared[rule.id]
    for node in prepared.limits:
        if isinstance(node.limit, tree.Within):
            start = day_of(node.limit.start, scope, "start")
            if start.days is not None:
                return start.days
    issued = issue_of(scope) if prepared.tests_document else None
    return issued or Days.on(scope.as_at)


def issue_of(scope: Scope) -> Days | None:
    """Return the day the document under test was issued, if the files say."""
    if scope.versions:
        return _issue_of(scope)
    if "issue" not in scope.kept:
        scope.kept["issue"] = _issue_of(scope)
    held: Days | None = scope.kept["issue"]
    return held


def _issue_of(scope: Scope) -> Days | None:
    for event in ISSUED_BY:
        fact = scope.fact(f"{scope.case.under_test}/{event}")
        if fact.state is State.KNOWN and isinstance(fact.value, Days) and fact.value.first:
            return fact.value if fact.value.first <= scope.as_at else None
    return None


def in_force(rule: tree.Rule, relevant: Days | None) -> bool:
    """Tell whether a rule may be in force on its relevant date."""
    first: date | None = relevant.first if relevant else None
    last: date | None = relevant.last if relevant else None
    if rule.in_force_from is not None and last is not None and last < rule.in_force_from:
        return False
    return not (rule.in_force_until is not None and first is not None and first > rule.in_force_until)


def in_words(outcome: Outcome, rule: tree.Rule) -> Outcome:
    """Return an outcome in the words of the rule's own force and status."""
    if outcome is Outcome.REQUIREMENT_MET:
        return words_for(rule.force, rule.status, by_analogy=rule.by_analogy).true or Outcome.NOTHING_TO_CHECK
    if outcome is Outcome.NOT_MET:
        return words_for(rule.force, rule.status, by_analogy=rule.by_analogy).false
    return outcome
