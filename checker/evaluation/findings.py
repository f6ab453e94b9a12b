"""Findings: every rule tested on everything it speaks of, as data a report can print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.case import CaseFile
from checker.evaluation.alternatives import Settled, settle, walk
from checker.evaluation.days import CAUSE_OF
from checker.evaluation.decisive import marked
from checker.evaluation.evaluate import evaluate
from checker.evaluation.judgements import report
from checker.evaluation.loops import On, things
from checker.evaluation.outcome import is_false_word, is_true_word, undecided
from checker.evaluation.remedy import ways_to_meet
from checker.evaluation.requirement import Tested, in_words, tested_on
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of
from checker.evaluation.uncovered import Kept
from checker.facts import Days, Place, State
from checker.findings import (
    About,
    Alternative,
    Cause,
    ExceptionUse,
    Finding,
    Flag,
    JudgementReport,
    Operand,
    Outcome,
    Reason,
    Standing,
)
from checker.varied import made, varied
from dsl import tree


@dataclass(frozen=True)
class Found:
    """The findings of one rule, and the exceptions and guards presumed absent on the way."""

    findings: tuple[Finding, ...]
    presumed: tuple[str, ...]


def findings_of(rule: tree.Rule, scope: Scope, places: Mapping[str, Place]) -> Found:
    """Test one rule on everything it speaks of."""
    return _UNCOVERED.found(rule, scope) or _found(rule, scope, places)


def _found(rule: tree.Rule, case_scope: Scope, places: Mapping[str, Place]) -> Found:
    scope = varied(case_scope, rule=rule.id)
    if rule.stage and not _at_stage(rule, scope):
        return Found((_at_another_stage(rule, scope),), ())
    if rule.loops and scope.library.prepared[rule.id].trigger_is_general:
        # A trigger that says nothing of the things looped over is one point, not one for each of them.
        held = evaluate(rule.applies_when, scope) if rule.applies_when else None
        if held is not None and held.truth is FALSE:
            return Found((_bare(rule, About("", "", "", None), Outcome.DOES_NOT_APPLY, (), marked(held)),), ())
    findings: list[Finding] = []
    presumed: dict[str, None] = {}
    for on in things(rule, scope):
        if on.nothing or on.open:
            findings.append(_no_thing(rule, on))
            continue
        settled = settle(_runner(rule, on), on.scope)
        presumed |= dict.fromkeys(settled.tested.presumed)
        findings.append(_finding(rule, on, settled, places))
    if rule.stage:
        findings = [_staged(each, rule, scope) for each in findings]
    return Found(tuple(findings), tuple(presumed))


_UNCOVERED: Kept[Found] = Kept(lambda rule, scope: _found(rule, scope, {}), lambda found: found.findings)


def _runner(rule: tree.Rule, on: On) -> Callable[[Scope], Tested]:
    def run(scope: Scope) -> Tested:
        return tested_on(rule, on.where, scope)

    return run


def _at_stage(rule: tree.Rule, scope: Scope) -> bool:
    return _stage(scope) == rule.stage


def _stage(scope: Scope) -> str:
    fact = scope.fact(f"{scope.case.under_test}/stage") if scope.case.under_test else None
    return str(fact.value) if fact and fact.state is State.KNOWN else ""


def _stage_reason(rule: tree.Rule, scope: Scope) -> Reason:
    """Return the reason a rule for documents at one stage applies or does not."""
    pointer = f"{scope.case.under_test}/stage"
    fact = scope.fact(pointer)
    causes = () if fact.state is State.KNOWN else (CAUSE_OF.get(fact.state, Cause.NOT_STATED),)
    truth = UNDECIDED if causes else TRUE if fact.value == rule.stage else FALSE
    value = fact.value if fact.versions else None
    operand = Operand("value", "the stage of the plan", "", pointer, fact.state, value, fact.where)
    return Reason("one_of", truth, causes, (operand,), (), True, rule.span, {"options": rule.stage})


def _staged(finding: Finding, rule: tree.Rule, scope: Scope) -> Finding:
    stage = _stage_reason(rule, scope)
    trigger = marked(all_of("and", rule.span, (stage, finding.trigger))) if finding.trigger else stage
    return varied(finding, trigger=trigger)


def _at_another_stage(rule: tree.Rule, scope: Scope) -> Finding:
    trigger = _stage_reason(rule, scope)
    outcome = undecided(trigger.causes) if trigger.causes else Outcome.DOES_NOT_APPLY
    return _bare(rule, _about_section(rule, scope), outcome, trigger.causes, trigger)


def _no_thing(rule: tree.Rule, on: On) -> Finding:
    about = About("", "", "", None)
    if on.listed is None or on.nothing:
        return _bare(rule, about, Outcome.NOTHING_TO_CHECK, (), on.listed)
    return _bare(rule, about, undecided(on.listed.causes), on.listed.causes, on.listed)


def _bare(
    rule: tree.Rule, about: About, outcome: Outcome, causes: tuple[Cause, ...], trigger: Reason | None
) -> Finding:
    return made(
        Finding,
        id=_id(rule, about.path),
        rule=rule.id,
        title=rule.title,
        topic=rule.topic,
        outcome=outcome,
        flags=(),
        standing=None,
        force=rule.force,
        status=rule.status,
        party=rule.party,
        about=about,
        source=rule.source,
        see=rule.see,
        relevant_date=None,
        causes=causes,
        reason=None,
        trigger=trigger,
        lines=(),
        exceptions=(),
        guards=(),
        judgements=(),
        readings=(),
        versions=(),
        met_by=(),
        comparisons=(),
        asks=(),
        suggest="",
        reason_recorded=None,
        shown_inside=rule.shows_inside,
        points_against=False,
        answers=(),
    )


def _finding(rule: tree.Rule, on: On, settled: Settled, places: Mapping[str, Place]) -> Finding:
    tested = settled.tested
    if tested.trigger is not None and tested.duty is tested.trigger and tested.trigger.truth is FALSE:
        return _not_applying(rule, on, tested, places)
    scope = varied(on.scope, rule=rule.id, relevant=tested.relevant)
    about = _about(rule, on, places)
    outcome = in_words(settled.outcome, rule)
    judgements = _judgements(tested, settled.outcome, scope)
    recorded = _reason_recorded(rule, about, scope)
    needs = settled.outcome not in (Outcome.REQUIREMENT_MET, Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)
    relevant = tested.relevant.known_day if tested.relevant else None
    return made(
        Finding,
        id=_id(rule, about.path),
        rule=rule.id,
        title=rule.title,
        topic=rule.topic,
        outcome=outcome,
        flags=_flags(tested, settled, outcome, scope, recorded=recorded is not None),
        standing=_standing(settled.outcome, judgements, tested),
        force=rule.force,
        status=rule.status,
        party=rule.party,
        about=about,
        source=rule.source,
        see=rule.see,
        relevant_date=relevant,
        causes=tested.causes if needs else (),
        reason=marked(tested.duty) if tested.duty is not tested.trigger else None,
        trigger=marked(tested.trigger) if tested.trigger else None,
        lines=tuple(varied(line, outcome=in_words(line.outcome, rule)) for line in tested.lines),
        exceptions=tested.exceptions,
        guards=tested.guards,
        judgements=judgements,
        readings=_in_rule_words(settled.readings, rule),
        versions=_in_rule_words(settled.versions, rule),
        answers=(*_in_rule_words(settled.answers, rule), *_departure(rule, outcome, recorded, tested)),
        met_by=ways_to_meet(tested.duty, scope) if needs else (),
        comparisons=(),
        asks=(),
        suggest=rule.suggest if needs else "",
        reason_recorded=recorded,
        shown_inside=rule.shows_inside,
        points_against=tested.late and not is_false_word(settled.outcome) and needs,
    )


def _not_applying(rule: tree.Rule, on: On, tested: Tested, places: Mapping[str, Place]) -> Finding:
    """Return the finding of a rule whose trigger is false: the commonest there is, and the shortest to tell."""
    trigger = marked(tested.trigger) if tested.trigger is not None else None
    bare = _bare(rule, _about(rule, on, places), Outcome.DOES_NOT_APPLY, (), trigger)
    return varied(bare, relevant_date=tested.relevant.known_day if tested.relevant else None)


def _in_rule_words(found: tuple[Alternative, ...], rule: tree.Rule) -> tuple[Alternative, ...]:
    return tuple(varied(each, outcome=in_words(each.outcome, rule)) for each in found)


def _departure(rule: tree.Rule, outcome: Outcome, recorded: Operand | None, tested: Tested) -> tuple[Alternative, ...]:
    """Return a departure whose reason was recorded, beside what the finding would be without one: the same words."""
    if recorded is None or outcome is not Outcome.DEPARTED_FROM:
        return ()
    reason = str(recorded.value)
    return (Alternative("departure", rule.id, reason, recorded.place, recorded.owner, outcome, tested.duty),)


def _about(rule: tree.Rule, on: On, places: Mapping[str, Place]) -> About:
    bound = on.last
    if bound is None:
        return _about_section(rule, on.scope)
    if not bound.pointer:
        pointer = f"{on.scope.case.under_test}/{bound.code}"
        return About(pointer, bound.title, "", on.scope.fact(pointer).where)
    area = on.scope.fact(f"{bound.pointer}/area")
    title = str(area.value) if area.state is State.KNOWN else ""
    return About(bound.pointer, bound.title, title, places.get(bound.pointer))


def _about_section(rule: tree.Rule, scope: Scope) -> About:
    """Return the section a rule without a loop is about, if it is about one."""
    section = scope.library.prepared[rule.id].section
    if not section:
        return About("", "", "", None)
    pointer = f"{scope.case.under_test}/{section}"
    title = scope.library.names.field("Plan", (section,))
    return About(pointer, title.title if title else section, "", scope.fact(pointer).where)


def _id(rule: tree.Rule, path: str) -> str:
    key = path.rsplit("/", 1)[-1]
    return f"{rule.id}:{key}" if key else rule.id


def _flags(tested: Tested, settled: Settled, outcome: Outcome, scope: Scope, *, recorded: bool) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if recorded and outcome is Outcome.DEPARTED_FROM:
        flags.append(Flag.REASON_RECORDED)
    if is_false_word(settled.outcome) and _undone(tested.duty):
        flags.append(Flag.OVERDUE)
    silent = outcome in (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)
    if not silent and scope.library.prepared[scope.rule].tests_document and not_yet_sent(scope):
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
    if _stage(scope) not in ("draft", "proposed_amendment"):
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


def _judgements(tested: Tested, outcome: Outcome, scope: Scope) -> tuple[JudgementReport, ...]:
    """Report each judgement the finding asked for, once: those still open only if they could decide it."""
    used = (
        ExceptionUse.OPEN_ON_THE_DATES,
        ExceptionUse.RELIED_ON,
        ExceptionUse.NOT_MADE_OUT,
        ExceptionUse.FACTS_MISSING,
    )
    roots: list[tuple[str, Reason]] = [("", tested.duty)]
    claimed_first = sorted(tested.exceptions, key=lambda each: each.claimed_at is None)
    roots += [(each.id, each.reason) for each in claimed_first if each.reason and each.use in used]
    answered_only = outcome is not Outcome.A_PERSON_MUST_DECIDE
    found: dict[tuple[str, str, str], JudgementReport] = {}
    for exception, root in roots:
        for each in _asked(root):
            if answered_only and each.truth is UNDECIDED:
                continue
            key = (str(each.detail["judgement"]), str(each.detail["about"]), exception)
            if key not in found:
                found[key] = report(each, varied(scope, exception=exception))
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


def _standing(outcome: Outcome, judgements: tuple[JudgementReport, ...], tested: Tested) -> Standing | None:
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


def _reason_recorded(rule: tree.Rule, about: About, scope: Scope) -> Operand | None:
    for departure in scope.case.departures:
        if departure.rule == rule.id and departure.about.casefold() == about.path.rpartition("/")[2].casefold():
            return Operand(
                "value", "the reason recorded", departure.by, "", State.KNOWN, departure.reason, departure.place
            )
    if rule.reason_recorded is None:
        return None
    fact = scope.fact(scope.pointer(rule.reason_recorded))
    if fact.state is not State.KNOWN:
        return None
    pointer = scope.pointer(rule.reason_recorded)
    return Operand("value", scope.said(rule.reason_recorded), about.label, pointer, fact.state, fact.value, fact.where)


def places_of(case: CaseFile) -> Mapping[str, Place]:
    """Return where each item stands: the place of its words, or of the first of its facts."""
    found: dict[str, Place] = {}
    for pointer in sorted(case.facts):
        where = case.facts[pointer].where
        if where is None:
            continue
        item, _, field = pointer.rpartition("/")
        if field in ("wording", "meeting", "setting") or item not in found:
            found[item] = where
    return MappingProxyType(found)


_NUMBER = re.compile(r"(\d+)")


def order(finding: Finding) -> tuple[object, ...]:
    """Return the key that puts findings in one order whatever the order of files and rules: by topic, rule, item."""
    parts = _NUMBER.split(finding.about.path)
    natural = tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)
    return (finding.topic, finding.rule, natural)
