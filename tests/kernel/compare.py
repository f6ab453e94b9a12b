"""The two evaluators side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from checker.evaluation.findings import findings_of
from checker.evaluation.scope import Scope
from checker.findings import Outcome
from checker.kernel.check import check_cases
from checker.kernel.store import CaseAt
from checker.rulebook.library import Library

Given = Counter[tuple[int, str, str, Outcome]]
_EMPTY: Any = MappingProxyType({})


def by_columns(cases: Sequence[CaseAt], library: Library) -> Given:
    """Return what the kernel gives: each case, rule, thing and outcome."""
    return Counter(check_cases(cases, library))


def by_explaining(cases: Sequence[CaseAt], library: Library) -> Given:
    """Return what the explaining evaluator gives."""
    found: Given = Counter()
    for number, each in enumerate(cases):
        scope = Scope(each.case, library, each.as_at, _EMPTY, _EMPTY, _EMPTY)
        for rule in library.book.rules.values():
            if rule.kind == each.case.kind:
                for finding in findings_of(rule, scope, _EMPTY).findings:
                    found[number, finding.rule, finding.about.path, finding.outcome] += 1
    return found
