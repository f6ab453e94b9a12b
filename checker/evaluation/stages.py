"""The stage of the document under test, and what is added to an outcome because of it or of an act not done."""

from __future__ import annotations

from checker.evaluation.alternatives import Settled, walk
from checker.evaluation.days import CAUSE_OF
from checker.evaluation.outcome import is_false_word
from checker.evaluation.requirement import Tested
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED
from checker.facts import Days, State
from checker.findings import Cause, Flag, Operand, Outcome, Reason
from dsl import tree


def stage_of(scope: Scope) -> str:
    """Return the stage of the document under test, if the files say."""
    fact = scope.fact(f"{scope.case.under_test}/stage") if scope.case.under_test else None
    return str(fact.value) if fact and fact.state is State.KNOWN else ""


def stage_reason(rule: tree.Rule, scope: Scope) -> Reason:
    """Return the reason a rule for documents at one stage applies or does not."""
    pointer = f"{scope.case.under_test}/stage"
    fact = scope.fact(pointer)
    causes = () if fact.state is State.KNOWN else (CAUSE_OF.get(fact.state, Cause.NOT_STATED),)
    truth = UNDECIDED if causes else TRUE if fact.value == rule.stage else FALSE
    value = fact.value if fact.versions else None
    operand = Operand("value", "the stage of the plan", "", pointer, fact.state, value, fact.where)
    return Reason("one_of", truth, causes, (operand,), (), True, rule.span, {"options": rule.stage})


def flags_of(
    rule: tree.Rule, tested: Tested, settled: Settled, outcome: Outcome, scope: Scope, *, recorded: bool
) -> tuple[Flag, ...]:
    """Return what is added to an outcome: a reason recorded, an act overdue, a document not yet sent."""
    flags: list[Flag] = []
    if recorded and outcome is Outcome.DEPARTED_FROM:
        flags.append(Flag.REASON_RECORDED)
    if is_false_word(settled.outcome) and _undone(tested.duty):
        flags.append(Flag.OVERDUE)
    silent = outcome in (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)
    if not silent and scope.library.prepared[rule.id].tests_document and not_yet_sent(scope):
        flags.append(Flag.IF_SENT)
    return tuple(flags)


def _undone(found: Reason) -> bool:
    """Tell whether a duty failed because an act has not happened, and not because it came late."""
    if found.kind == "or":
        limits = [part for part in found.parts if any(each.kind == "happens" for each in walk(part))]
        return bool(limits) and all(_undone(part) for part in limits)
    if found.parts:
        return any(_undone(part) for part in found.parts if part.truth is FALSE)
    return "overdue_by" in found.detail


def not_yet_sent(scope: Scope) -> bool:
    """Tell whether the document under test is a draft that the files do not say was sent or served."""
    if "not yet sent" not in scope.kept:
        scope.kept["not yet sent"] = _not_yet_sent(scope)
    held: bool = scope.kept["not yet sent"]
    return held


def _not_yet_sent(scope: Scope) -> bool:
    if stage_of(scope) not in ("draft", "proposed_amendment"):
        return False
    for event in ("sending/family", "service/family"):
        fact = scope.fact(f"{scope.case.under_test}/{event}")
        if (
            fact.state is State.KNOWN
            and isinstance(fact.value, Days)
            and fact.value.first
            and fact.value.first <= scope.as_at
        ):
            return False
        if fact.state is State.DISPUTED:
            return False
    return True
