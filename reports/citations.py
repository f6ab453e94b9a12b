"""Citations as lawyers write them: a rule cites in its own shorthand, a report with the authority's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.findings import AuthorityUsed, ExceptionReport, Finding, JudgementReport
from checker.result import Check
from dsl.tree import Citation
from reports.spans import visible
from reports.words import listed


def written_out(citation: Citation, authorities: Mapping[str, AuthorityUsed]) -> Citation:
    """Return the citation with the words its authorities are cited by; as it is if none of them is known."""
    known = [visible(authorities[id_].citation) for id_ in citation.authorities if id_ in authorities]
    return replace(citation, text=listed(dict.fromkeys(known))) if known else citation


def cited(check: Check) -> Check:
    """Return the check with every citation written out. Doing it twice changes nothing."""
    return replace(check, findings=tuple(_finding(each, check.authorities) for each in check.findings))


def _finding(finding: Finding, authorities: Mapping[str, AuthorityUsed]) -> Finding:
    return replace(
        finding,
        source=written_out(finding.source, authorities),
        see=tuple(written_out(each, authorities) for each in finding.see),
        exceptions=tuple(_exception(each, authorities) for each in finding.exceptions),
        guards=tuple(_exception(each, authorities) for each in finding.guards),
        judgements=tuple(_judgement(each, authorities) for each in finding.judgements),
        comparisons=tuple(
            replace(each, law_citation=written_out(each.law_citation, authorities)) for each in finding.comparisons
        ),
    )


def _exception(report: ExceptionReport, authorities: Mapping[str, AuthorityUsed]) -> ExceptionReport:
    return replace(report, citations=tuple(written_out(each, authorities) for each in report.citations))


def _judgement(report: JudgementReport, authorities: Mapping[str, AuthorityUsed]) -> JudgementReport:
    consider = tuple(
        (words, written_out(citation, authorities) if citation is not None else None)
        for words, citation in report.consider
    )
    return replace(report, consider=consider)
