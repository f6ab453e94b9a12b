"""Exceptions and guards: what is claimed, what is shown, and what becomes of a duty not kept.

The burden table is language section 4.6. Whatever it gives, the finding still says how
late the act was.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.evaluation.evaluate import evaluate, made_ready
from checker.evaluation.outcome import best, undecided
from checker.evaluation.scope import Period, Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, any_of
from checker.evaluation.windows import period_of
from checker.facts import Place, State
from checker.findings import Cause, ExceptionReport, ExceptionUse, Operand, Outcome, Reason
from checker.varied import varied
from dsl import tree


@dataclass(frozen=True)
class Weighed:
    """What the exceptions to a duty make of it.

    ``outcome`` is what a failed limit or condition becomes (*not met* if nothing helps).
    ``lifts_limit`` and ``lifts_duty`` say what one that is made out does; ``new_limit`` is
    set by one that sets another time.
    """

    outcome: Outcome
    causes: tuple[Cause, ...]
    lifts_limit: bool
    lifts_duty: bool
    new_limit: tree.DayExpr | None
    reports: tuple[ExceptionReport, ...]
    presumed: tuple[str, ...]


def weigh(rule: tree.Rule, duty: Reason, scope: Scope) -> Weighed:
    """Weigh every exception to a rule against a duty as it stands."""
    if not rule.unless:
        return _NO_EXCEPTION
    if duty.truth is TRUE:
        return Weighed(
            Outcome.NOT_MET, (), False, False, None, tuple(_not_needed(rule, name, scope) for name in rule.unless), ()
        )
    period = _period(rule, scope)
    kept = [_weigh_one(rule, name, duty, varied(scope, period=period)) for name in rule.unless]
    reports = tuple(each.reports[0] for each in kept)
    presumed = tuple(name for each in kept for name in each.presumed)
    for each in kept:
        if each.lifts_limit or each.lifts_duty or each.new_limit is not None:
            # A limit that is lifted or set anew is tested again: what then fails is not met.
            return varied(each, outcome=Outcome.NOT_MET, reports=reports, presumed=presumed)
    outcome = best([Outcome.NOT_MET, *(each.outcome for each in kept)])
    causes = next((each.causes for each in kept if each.outcome is outcome), ())
    return Weighed(
        outcome, causes, lifts_limit=False, lifts_duty=False, new_limit=None, reports=reports, presumed=presumed
    )


_NO_EXCEPTION = Weighed(
    Outcome.NOT_MET, (), lifts_limit=False, lifts_duty=False, new_limit=None, reports=(), presumed=()
)


def _not_needed(rule: tree.Rule, name: str, scope: Scope) -> ExceptionReport:
    exception = scope.library.book.exceptions[name]
    to = next(each for each in exception.to if each.rule == rule.id)
    return ExceptionReport(name, exception.title, ExceptionUse.NOT_NEEDED, to.citations, None, "", None)


def _weigh_one(rule: tree.Rule, name: str, duty: Reason, scope: Scope) -> Weighed:
    exception = scope.library.book.exceptions[name]
    to = next(each for each in exception.to if each.rule == rule.id)
    inner = varied(scope, exception=name)
    full = evaluate(exception.applies_when, inner)
    judged_too = exception.must_be_shown and full.truth is not TRUE
    dates = evaluate(exception.applies_when, varied(inner, assume_judged=True)) if judged_too else full
    if to.reading:
        gate = made_ready(tree.OnReading(to.reading, exception.span), scope.library)(scope)
        full = all_of("and", exception.span, (gate, full))
        dates = all_of("and", exception.span, (gate, dates))
    claim, by = _claim(name, rule.id, scope)
    use, outcome, causes, presumed = _stand(
        exception,
        duty,
        full,
        dates,
        claimed=claim is not None,
        beyond_judgement=name in scope.library.beyond_judgement,
    )
    made_out = full.truth is TRUE and duty.truth is not TRUE
    report = ExceptionReport(name, exception.title, use, to.citations, claim, by, full)
    return Weighed(
        outcome=outcome,
        causes=causes,
        lifts_limit=made_out and exception.effect == "lifts the time limit",
        lifts_duty=made_out and exception.effect == "lifts the duty",
        new_limit=exception.new_limit if made_out and exception.effect == "sets the time limit" else None,
        reports=(report,),
        presumed=(name,) if presumed else (),
    )


def _stand(
    exception: tree.Exception_, duty: Reason, full: Reason, dates: Reason, *, claimed: bool, beyond_judgement: bool
) -> tuple[ExceptionUse, Outcome, tuple[Cause, ...], bool]:
    """Return how an exception stands, what it makes of a failed duty, and whether it was presumed absent."""
    not_met = Outcome.NOT_MET
    if not exception.must_be_shown:
        presumed = full.truth is UNDECIDED and not anything_known(full)
        if duty.truth is TRUE:
            return ExceptionUse.NOT_NEEDED, not_met, (), presumed
        if full.truth is TRUE:
            return ExceptionUse.RELIED_ON, Outcome.REQUIREMENT_MET, (), False
        if full.truth is UNDECIDED and not presumed:
            return ExceptionUse.FACTS_MISSING, undecided(full.causes), full.causes, False
        return (ExceptionUse.NOT_CLAIMED if presumed else ExceptionUse.NOT_MADE_OUT), not_met, (), presumed
    if duty.truth is TRUE:
        return ExceptionUse.NOT_NEEDED, not_met, (), False
    if full.truth is TRUE:
        return ExceptionUse.RELIED_ON, Outcome.REQUIREMENT_MET, (), False
    on_the_dates = dates.truth is TRUE and beyond_judgement
    if not claimed and not on_the_dates and not _turns_on_reading(dates):
        return ExceptionUse.NOT_CLAIMED, not_met, (), False
    if dates.truth is FALSE or full.truth is FALSE:
        return ExceptionUse.NOT_MADE_OUT, not_met, (), False
    if dates.truth is UNDECIDED:
        return ExceptionUse.FACTS_MISSING, undecided(dates.causes), dates.causes, False
    return ExceptionUse.OPEN_ON_THE_DATES, undecided(full.causes), full.causes, False


def _turns_on_reading(dates: Reason) -> bool:
    # An exception whose dates are all known, and which only a reading keeps open, is open on the dates.
    return dates.truth is UNDECIDED and set(dates.causes) == {Cause.OPEN_LAW}


def _claim(name: str, rule: str, scope: Scope) -> tuple[Place | None, str]:
    claims = scope.fact("/assessment/exceptions_claimed")
    if claims.state is not State.KNOWN or not isinstance(claims.value, tuple):
        return None, ""
    for key in claims.value:
        base = f"/assessment/exceptions_claimed/{key}"
        ground = scope.fact(f"{base}/ground")
        against = scope.fact(f"{base}/rule")
        if ground.state is not State.KNOWN or ground.value != name:
            continue
        if against.state is State.KNOWN and against.value != rule:
            continue
        by = scope.fact(f"{base}/by")
        return ground.where or Place(""), str(by.value) if by.state is State.KNOWN else ""
    return None, ""


def _period(rule: tree.Rule, scope: Scope) -> Period | None:
    for node in scope.library.prepared[rule.id].limits:
        found = period_of(node, scope)
        if found:
            return Period(*found)
    return None


def anything_known(found: Reason) -> bool:
    """Tell whether any fact a condition read is known: silence alone presumes nothing.

    A question nobody has answered is silence too, however much is known of the item it is about.
    """
    if found.kind == "judged" and found.truth is UNDECIDED:
        return False
    if any(_says_something(operand) for operand in found.operands):
        return True
    return any(anything_known(part) for part in found.parts)


def _says_something(operand: Operand) -> bool:
    if not operand.pointer or operand.state not in (State.KNOWN, State.DISPUTED):
        return False
    return operand.value != ()


# Guards -------------------------------------------------------------------


@dataclass(frozen=True)
class Guarded:
    """What guards make of a finding: it does not apply, must be asked, or is undecided."""

    lifted: bool
    question: str
    causes: tuple[Cause, ...]
    reports: tuple[ExceptionReport, ...]
    presumed: tuple[str, ...]


_NO_GUARD = Guarded(lifted=False, question="", causes=(), reports=(), presumed=())


def guard(rule: tree.Rule, duty: Reason, scope: Scope) -> Guarded:
    """Apply every guard on a rule.

    A guard speaks of no loop variable, so what a rule's guards make of one item they make of every other of the same
    period that is kept or broken alike.
    """
    prepared = scope.library.prepared[rule.id]
    if not prepared.guards:
        return _NO_GUARD
    period = _period(rule, scope) if prepared.guards_time_limit else None
    if scope.versions or scope.readings or scope.supposed:
        return _guarded(rule, duty, varied(scope, period=period))
    failed = duty.truth is FALSE
    relevant = scope.relevant and (scope.relevant.first, scope.relevant.last)
    key = (prepared.guarded_by, relevant, period, failed)
    held = scope.kept.get(key)
    if held is None:
        held = scope.kept[key] = _guarded(rule, duty, varied(scope, period=period))
    return held


def _guarded(rule: tree.Rule, duty: Reason, inner: Scope) -> Guarded:
    lifted = False
    question = ""
    causes: tuple[Cause, ...] = ()
    reports: list[ExceptionReport] = []
    presumed: list[str] = []
    for each in inner.library.prepared[rule.id].guards:
        held = _held(each, inner)
        if held.truth is TRUE:
            lifted = lifted or not each.question
            if each.question and duty.truth is FALSE:
                question = question or each.question
                causes = causes or (Cause.JUDGEMENT,)
            reports.append(ExceptionReport(each.id, each.title, ExceptionUse.RELIED_ON, (each.source,), None, "", held))
        elif held.truth is UNDECIDED:
            if anything_known(held):
                reports.append(
                    ExceptionReport(each.id, each.title, ExceptionUse.FACTS_MISSING, (each.source,), None, "", held)
                )
                if duty.truth is FALSE:
                    causes = causes or held.causes
            elif duty.truth is FALSE:
                presumed.append(each.id)
    return Guarded(lifted, question, causes, tuple(reports), tuple(presumed))


def _held(each: tree.Guard, scope: Scope) -> Reason:
    """Return whether a guard holds. It speaks of no loop variable, so it is the same for every item."""
    if scope.versions or scope.readings:
        return evaluate(each.applies_when, scope)
    key = (each.id, scope.relevant, scope.period)
    if key not in scope.memo:
        scope.memo[key] = evaluate(each.applies_when, scope)
    return scope.memo[key]


# Lifting a time limit -----------------------------------------------------


def without_limits(duty: Reason) -> Reason:
    """Return a duty as it stands once its time limit is lifted: done late is done, not done is still due."""
    if duty.kind == "happens" and duty.truth is FALSE:
        detail = {**duty.detail, "lifted": "yes"}
        if "not_done" in duty.detail:
            return varied(duty, truth=UNDECIDED, causes=(Cause.NOT_YET_DUE,), detail=detail)
        return varied(duty, truth=TRUE, causes=(), detail=detail)
    if duty.kind in ("and", "to_each"):
        return all_of(duty.kind, duty.span, tuple(without_limits(part) for part in duty.parts))
    if duty.kind == "or":
        return any_of("or", duty.span, tuple(without_limits(part) for part in duty.parts))
    return duty
