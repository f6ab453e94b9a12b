"""A whole case against the whole rule book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from checker.answering import who_can_answer
from checker.before_sending import BeforeSending, before_sending
from checker.case import CaseFile
from checker.evaluation.alternatives import walk
from checker.evaluation.asks import asks_of, missing_dates
from checker.evaluation.evaluate import evaluate
from checker.evaluation.findings import findings_of, in_order, places_of
from checker.evaluation.outcome import is_true_word, rank
from checker.evaluation.schedule import schedule_of
from checker.evaluation.scope import Scope
from checker.facts import State
from checker.findings import AuthorityUsed, Comparison, Finding, Outcome, Truth
from checker.result import Check
from checker.rulebook.library import Library
from checker.varied import varied
from dsl.tree import Rule

NAMED_BY = {"local inclusion plan": "/area/name", "school": "/school/name"}
"""Where the name of a subject stands that is not a child."""
_SILENT = (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)


def check_case(case: CaseFile, library: Library, as_at: date, *, as_at_given: bool = True, suppose: str = "") -> Check:
    """Return everything a report needs about a case, checked as at a day.

    ``suppose`` names a set of proposals (``gp2022``) that a report is to bring to the front. It changes no outcome.
    """
    scope = Scope(
        case=case,
        library=library,
        as_at=as_at,
    )
    places = places_of(case)
    found: list[Finding] = []
    presumed: dict[str, None] = {}
    for rule in library.book.rules.values():
        if rule.kind != case.kind:
            continue
        tested = findings_of(rule, scope, places)
        found += tested.findings
        if tested.presumed:
            presumed |= dict.fromkeys(tested.presumed)
    found = in_order(found)
    findings = tuple(_compared(_shown_inside(found), scope))
    disputes = schedule_of(findings, case)
    asks = asks_of(findings, library, disputes)
    by_finding: dict[str, list[str]] = {}
    for ask in asks:
        for settled in ask.settles:
            by_finding.setdefault(settled, []).append(ask.id)
    findings = tuple(
        varied(each, asks=tuple(by_finding[each.id])) if each.id in by_finding else each for each in findings
    )
    before = before_sending(case, findings, as_at, library.authorities)
    named = case.facts.get(NAMED_BY.get(case.kind, "/child/name"))
    return Check(
        as_at=as_at,
        as_at_given=as_at_given,
        kind=case.kind,
        subject=str(named.value) if named and named.state is State.KNOWN else "",
        rule_book=library.version,
        rule_book_sha256=library.sha256,
        documents=case.documents,
        findings=findings,
        asks=asks,
        missing=missing_dates(findings),
        presumed=tuple((name, _title(name, library)) for name in sorted(presumed)),
        authorities=_authorities(findings, library, before),
        notes=case.notes,
        disputes=disputes,
        supposed=suppose,
        papers=case.papers,
        suggestions=case.suggestions,
        before_sending=before,
        answering=who_can_answer(case) if case.under_test else (),
    )


def _title(name: str, library: Library) -> str:
    book = library.book
    return book.exceptions[name].title if name in book.exceptions else book.guards[name].title


def _shown_inside(found: list[Finding]) -> list[Finding]:
    """Put a finding inside the one that carries it: the same thing, and neither of them met."""
    carriers = {(each.rule, each.about.path): each for each in found}
    by_rule = _by_rule(found)
    shown: list[Finding] = []
    for each in found:
        if not each.shown_inside:
            shown.append(each)
            continue
        carrier = carriers.get((each.shown_inside, each.about.path or _list_of(each)))
        if carrier is None:
            others = by_rule.get(each.shown_inside, [])
            carrier = others[0] if len(others) == 1 else None
        carried = carrier is not None and not is_true_word(carrier.outcome) and not is_true_word(each.outcome)
        inside = carrier.id if carrier is not None and carried and carrier.outcome not in _SILENT else ""
        shown.append(varied(each, shown_inside=inside) if each.shown_inside != inside else each)
    return shown


def _by_rule(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = {}
    for each in found:
        by_rule.setdefault(each.rule, []).append(each)
    return by_rule


def _list_of(finding: Finding) -> str:
    """Return the list that a finding on no item was to go through, or empty."""
    operands = finding.trigger.operands if finding.trigger is not None else ()
    return operands[0].pointer if len(operands) == 1 and operands[0].role == "list" else ""


def _compared(found: list[Finding], scope: Scope) -> Iterable[Finding]:
    """Put beside each proposal the law it compares with, as it came out on the same facts."""
    by_rule = _by_rule(found)
    for each in found:
        rule = scope.library.book.rules[each.rule]
        if not rule.compares:
            yield each
            continue
        yield varied(each, comparisons=tuple(_comparison(rule, each, by_rule, scope)))


def _comparison(
    rule: Rule, finding: Finding, by_rule: Mapping[str, list[Finding]], scope: Scope
) -> Iterable[Comparison]:
    for claim in rule.compares:
        law = scope.library.book.rules[claim.rule]
        beside = [f for f in by_rule.get(claim.rule, []) if f.about.path == finding.about.path] or by_rule.get(
            claim.rule, []
        )
        outcome = min((f.outcome for f in beside), key=rank, default=None)
        contrary = claim.relation == "contrary" and (
            claim.when is None or evaluate(claim.when, scope).truth is Truth.TRUE
        )
        yield Comparison(claim.rule, claim.relation, outcome, law.source, contrary)


def _authorities(
    findings: Iterable[Finding], library: Library, before: BeforeSending | None
) -> Mapping[str, AuthorityUsed]:
    beforehand = before.sources if before is not None else ()
    cited = {id_ for citation in beforehand for id_ in citation.authorities}
    for rule in {finding.rule for finding in findings}:
        cited.update(library.prepared[rule].cites)
    for finding in findings:
        for report in (*finding.exceptions, *finding.guards):
            for citation in report.citations:
                cited.update(citation.authorities)
        for judgement in finding.judgements:
            for _, considered in judgement.consider:
                cited.update(considered.authorities if considered else ())
        for reading in finding.readings:
            known = library.book.readings[reading.name]
            cited.update(known.source.authorities if known.source else ())
            cited.update((known.settled_by,) if known.settled_by else ())
        for comparison in finding.comparisons:
            cited.update(comparison.law_citation.authorities)
        if library.prepared[finding.rule].looks_up:
            cited.update(_looked_up(finding))
    return MappingProxyType({id_: library.authorities[id_] for id_ in sorted(cited) if id_ in library.authorities})


def _looked_up(finding: Finding) -> Iterator[str]:
    """Yield the authorities of the rows of tables, and of the parameters, that a finding rests on."""
    for root in (finding.reason, finding.trigger):
        for each in walk(root) if root else ():
            yield from str(each.detail.get("under_ids", "")).split()
