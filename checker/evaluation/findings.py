"""Findings: every rule tested on everything it speaks of, as data a report can print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from checker.case import CaseFile
from checker.evaluation.alternatives import Settled, settle
from checker.evaluation.blank import blank_of
from checker.evaluation.decisive import marked
from checker.evaluation.evaluate import evaluate
from checker.evaluation.loops import On, things
from checker.evaluation.outcome import is_false_word, undecided
from checker.evaluation.remedy import ways_to_meet
from checker.evaluation.requirement import Tested, in_words, relevant_date, tested_on
from checker.evaluation.scope import Scope
from checker.evaluation.stages import flags_of, stage_of, stage_reason
from checker.evaluation.standing import judgements_of, standing_of_finding
from checker.evaluation.truth import FALSE, all_of
from checker.evaluation.uncovered import Kept
from checker.facts import Place, State
from checker.findings import About, Alternative, Finding, Operand, Outcome, Reason
from checker.varied import varied
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
    prepared = scope.library.prepared[rule.id]
    blank = blank_of(rule, scope.library)
    if rule.stage and stage_of(scope) != rule.stage:
        return Found((_at_another_stage(rule, blank, scope),), ())
    held: Reason | None = None
    if rule.loops and prepared.trigger_is_general:
        # A trigger that says nothing of the things looped over is one point, not one for each of them.
        held = evaluate(rule.applies_when, scope) if rule.applies_when else None
        if held is not None and held.truth is FALSE:
            return Found((varied(blank, outcome=Outcome.DOES_NOT_APPLY, trigger=marked(held)),), ())
    if prepared.one_law:
        scope = varied(scope, relevant=relevant_date(rule, scope))
    findings: list[Finding] = []
    presumed: dict[str, None] = {}
    for on in things(rule, scope):
        if on.nothing or on.open:
            findings.append(_no_thing(rule, blank, on))
            continue
        settled = settle(partial(tested_on, rule, on.where, held), on.scope)
        if settled.tested.presumed:
            presumed |= dict.fromkeys(settled.tested.presumed)
        findings.append(_finding(rule, blank, on, settled, places))
    if rule.stage:
        findings = [_staged(each, rule, scope) for each in findings]
    return Found(tuple(findings), tuple(presumed))


_UNCOVERED: Kept[Found] = Kept(lambda rule, scope: _found(rule, scope, {}), lambda found: found.findings)


def _staged(finding: Finding, rule: tree.Rule, scope: Scope) -> Finding:
    stage = stage_reason(rule, scope)
    trigger = marked(all_of("and", rule.span, (stage, finding.trigger))) if finding.trigger else stage
    return varied(finding, trigger=trigger)


def _at_another_stage(rule: tree.Rule, blank: Finding, scope: Scope) -> Finding:
    trigger = stage_reason(rule, scope)
    outcome = undecided(trigger.causes) if trigger.causes else Outcome.DOES_NOT_APPLY
    about = _about_section(rule, scope)
    id_ = _id(rule, about.path, scope)
    return varied(blank, id=id_, about=about, outcome=outcome, causes=trigger.causes, trigger=trigger)


def _no_thing(rule: tree.Rule, blank: Finding, on: On) -> Finding:
    id_ = _id(rule, "", on.scope)
    if on.listed is None or on.nothing:
        return varied(blank, id=id_, outcome=Outcome.NOTHING_TO_CHECK, trigger=on.listed)
    causes = on.listed.causes
    return varied(blank, id=id_, outcome=undecided(causes), causes=causes, trigger=on.listed)


def _finding(rule: tree.Rule, blank: Finding, on: On, settled: Settled, places: Mapping[str, Place]) -> Finding:
    tested = settled.tested
    about = _about(rule, on, places)
    relevant = tested.relevant.known_day if tested.relevant else None
    if tested.trigger is not None and tested.duty is tested.trigger and tested.trigger.truth is FALSE:
        # The trigger is false: the commonest finding there is, and the shortest to tell.
        trigger = marked(tested.trigger)
        return varied(
            blank,
            id=_id(rule, about.path, on.scope),
            outcome=Outcome.DOES_NOT_APPLY,
            about=about,
            relevant_date=relevant,
            trigger=trigger,
        )
    outcome = in_words(settled.outcome, rule)
    judgements = judgements_of(rule, tested, settled.outcome, on.scope)
    recorded = _reason_recorded(rule, about, on.scope)
    needs = settled.outcome not in _AT_REST
    return varied(
        blank,
        id=_id(rule, about.path, on.scope),
        outcome=outcome,
        flags=flags_of(rule, tested, settled, outcome, on.scope, recorded=recorded is not None),
        standing=standing_of_finding(settled.outcome, judgements, tested),
        about=about,
        relevant_date=relevant,
        causes=tested.causes if needs else (),
        reason=marked(tested.duty) if tested.duty is not tested.trigger else None,
        trigger=marked(tested.trigger) if tested.trigger else None,
        lines=tuple([varied(line, outcome=in_words(line.outcome, rule)) for line in tested.lines]),
        exceptions=tested.exceptions,
        guards=tested.guards,
        judgements=judgements,
        readings=_in_rule_words(settled.readings, rule),
        versions=_in_rule_words(settled.versions, rule),
        answers=(*_in_rule_words(settled.answers, rule), *_departure(rule, outcome, recorded, tested)),
        met_by=ways_to_meet(tested.duty) if needs else (),
        suggest=rule.suggest if needs else "",
        reason_recorded=recorded,
        points_against=tested.late and not is_false_word(settled.outcome) and needs,
    )


_AT_REST = (Outcome.REQUIREMENT_MET, Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)
"""Outcomes of which nothing is left to do."""


def _in_rule_words(found: tuple[Alternative, ...], rule: tree.Rule) -> tuple[Alternative, ...]:
    return tuple([varied(each, outcome=in_words(each.outcome, rule)) for each in found]) if found else ()


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


def _id(rule: tree.Rule, path: str, scope: Scope) -> str:
    """Return what a finding is called: its rule, and the keys of the items it is on, the outermost first."""
    if len(rule.loops) > 1:
        keys = [scope.bindings[loop.var].code for loop in rule.loops if loop.var in scope.bindings]
        return ":".join((rule.id, "/".join(keys))) if keys else rule.id
    key = path.rsplit("/", 1)[-1]
    return f"{rule.id}:{key}" if key else rule.id


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
    found: dict[str, tuple[int, str, Place]] = {}
    for pointer, fact in case.facts.items():
        where = fact.where
        if where is None:
            continue
        item, _, field = pointer.rpartition("/")
        rank = _SPEAK_FOR_AN_ITEM.get(field, len(_SPEAK_FOR_AN_ITEM))
        held = found.get(item)
        if held is None or rank < held[0] or (rank == held[0] and field < held[1]):
            found[item] = (rank, field, where)
    return MappingProxyType({item: place for item, (_, _, place) in found.items()})


_SPEAK_FOR_AN_ITEM = {"wording": 0, "setting": 1, "meeting": 2}
"""Fields whose place is the place of the item, the first that is there; else the first field in the alphabet."""


_NUMBER = re.compile(r"(\d+)")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in one order whatever the order of files and rules: by topic, rule and item, F9 before F10."""
    natural: dict[str, tuple[tuple[int, int | str], ...]] = {}

    def key(finding: Finding) -> tuple[object, ...]:
        path = finding.about.path
        if path not in natural:
            parts = _NUMBER.split(path)
            natural[path] = tuple([(0, int(part)) if part.isdigit() else (1, part) for part in parts if part])
        return (finding.topic, finding.rule, natural[path])

    return sorted(findings, key=key)
