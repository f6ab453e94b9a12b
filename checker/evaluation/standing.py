"""The judgements a finding turns on, and what they show together: its standing."""

from __future__ import annotations

from collections.abc import Iterator

from checker.evaluation.judgements import report
from checker.evaluation.outcome import is_false_word, is_true_word
from checker.evaluation.requirement import Tested
from checker.evaluation.scope import Scope
from checker.evaluation.truth import UNDECIDED
from checker.findings import ExceptionUse, JudgementReport, Outcome, Reason, Standing
from checker.varied import varied
from dsl import tree

_USED = frozenset(
    {
        ExceptionUse.OPEN_ON_THE_DATES,
        ExceptionUse.RELIED_ON,
        ExceptionUse.NOT_MADE_OUT,
        ExceptionUse.FACTS_MISSING,
    }
)
"""How an exception stands where what it asks bears on the finding."""


def judgements_of(rule: tree.Rule, tested: Tested, outcome: Outcome, scope: Scope) -> tuple[JudgementReport, ...]:
    """Report each judgement the finding asked for, once: those still open only if they could decide it."""
    if not scope.library.prepared[rule.id].judges:
        return ()
    roots: list[tuple[str, Reason]] = [("", tested.duty)]
    claimed_first = sorted(tested.exceptions, key=lambda each: each.claimed_at is None)
    roots += [(each.id, each.reason) for each in claimed_first if each.reason and each.use in _USED]
    answered_only = outcome is not Outcome.A_PERSON_MUST_DECIDE
    found: dict[tuple[str, str, str], JudgementReport] = {}
    for exception, root in roots:
        for each in _asked(root):
            if answered_only and each.truth is UNDECIDED:
                continue
            key = (str(each.detail["judgement"]), str(each.detail["about"]), exception)
            if key not in found:
                found[key] = report(each, varied(scope, relevant=tested.relevant, exception=exception))
    return tuple(found.values())


def _asked(root: Reason) -> Iterator[Reason]:
    """Yield the judgements a reason asked for: those still open only in branches that are open themselves."""
    if root.kind == "judged":
        yield root
        return
    for part in root.parts:
        for found in _asked(part):
            if found.truth is not UNDECIDED or part.truth is root.truth is UNDECIDED:
                yield found


def standing_of_finding(outcome: Outcome, judgements: tuple[JudgementReport, ...], tested: Tested) -> Standing | None:
    """Return what the open judgements of a finding show together, or None where no person must decide."""
    if outcome is not Outcome.A_PERSON_MUST_DECIDE:
        return Standing.AGAINST if tested.late and not is_true_word(outcome) and not is_false_word(outcome) else None
    if tested.late:
        return Standing.AGAINST
    open_ones = [each.standing for each in judgements if not each.answer]
    for standing in (Standing.BOTH_WAYS, Standing.AGAINST):
        if standing in open_ones:
            return Standing.BOTH_WAYS if Standing.NOTHING_AGAINST in open_ones else standing
    if open_ones and all(standing is Standing.NOTHING_AGAINST for standing in open_ones):
        return Standing.NOTHING_AGAINST
    return Standing.NOTHING_TO_GO_ON
