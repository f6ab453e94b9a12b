"""The meaning of the language, as data: rules, facts, and the outcome and figures each must give."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reading import case_of, files, library_of, read

from checker.evaluation.alternatives import walk
from checker.evaluation.findings import findings_of, places_of
from checker.evaluation.scope import Scope
from checker.findings import Finding
from checker.kernel.check import check_cases
from checker.kernel.store import CaseAt
from checker.rulebook.library import Library

CASES = [
    pytest.param(path, case, id=f"{path.stem}: {case['name']}") for path in files() for case in read(path)["cases"]
]


@cache
def _library(path: Path) -> Library:
    return library_of(read(path)["rules"])


@pytest.mark.parametrize(("path", "case"), CASES)
def test_it_means_what_the_language_says(path: Path, case: dict[str, Any]) -> None:
    library = _library(path)
    given = case_of(case)
    empty = MappingProxyType({})
    scope = Scope(given, library, case["as_at"], empty, empty, empty)
    found = findings_of(library.book.rules[case["rule"]], scope, places_of(given)).findings
    wanted = case["expect"]
    expected = wanted if isinstance(wanted, list) else [wanted]
    assert [_seen(each, want) for each, want in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(("path", "case"), CASES)
def test_the_kernel_gives_it_the_same_outcome(path: Path, case: dict[str, Any]) -> None:
    library = _library(path)
    wanted = case["expect"]
    expected = wanted if isinstance(wanted, list) else [wanted]
    given = check_cases([CaseAt(case_of(case), case["as_at"])], library, [case["rule"]])
    outcomes = sorted(outcome.value for _, _, _, outcome in given)
    assert len(outcomes) == len(expected)
    if all("outcome" in each for each in expected):
        assert outcomes == sorted(each["outcome"] for each in expected)


def _seen(finding: Finding, want: dict[str, Any]) -> dict[str, Any]:
    """Return what a finding gives, under the keys that the case expects."""
    reasons = [each for root in (finding.reason, finding.trigger) if root for each in walk(root)]
    seen: dict[str, Any] = {
        "outcome": finding.outcome.value,
        "about": finding.about.label,
        "flags": [flag.value for flag in finding.flags],
        "causes": sorted(cause.value for cause in finding.causes),
        "standing": finding.standing.value if finding.standing else None,
        "points_against": finding.points_against,
        "lines": {line.recipient: line.outcome.value for line in finding.lines},
        "exceptions": {each.id: each.use.value for each in finding.exceptions},
        "versions": [each.outcome.value for each in finding.versions],
        "readings": [each.outcome.value for each in finding.readings],
        "met_by": sorted({flip.kind for flip in finding.met_by}),
        "ways": max((flip.way for flip in finding.met_by), default=0),
    }
    for each in reasons:
        for key, value in each.detail.items():
            seen.setdefault(key, value)
    return {key: seen.get(key) for key in want}
