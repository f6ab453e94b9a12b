"""Measures, as data: what is counted, out of how many, for certain and at most."""

from __future__ import annotations

import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reading import case_of, library_of, read

from checker.evaluation.figures import Figure
from checker.evaluation.measures import measured
from checker.evaluation.scope import Scope
from checker.kernel.codes import BIT, CAUSES
from checker.kernel.exact import Exact
from checker.kernel.measures import measured as by_columns
from checker.kernel.store import CaseAt

PATH = Path(__file__).parent / "measures" / "lines.yaml"
DATA = read(PATH)
LIBRARY = library_of(DATA["rules"])


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["name"])
def test_a_measure_is_a_pair_of_pairs(case: dict[str, Any]) -> None:
    empty = MappingProxyType({})
    scope = Scope(case_of(case), LIBRARY, date(2026, 9, 1), empty, empty, empty)
    found = measured(LIBRARY.book.measures[case["measure"]], scope)
    assert {
        "counts": [found.counts.low, found.counts.high],
        "out_of": [found.out_of.low, found.out_of.high],
        "share": _shown(found.share),
        "causes": sorted(cause.value for cause in found.share.causes),
    } == case["expect"]


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["name"])
def test_the_kernel_counts_the_same(case: dict[str, Any]) -> None:
    given = [CaseAt(case_of(case), date(2026, 9, 1))]
    found = by_columns(LIBRARY.book.measures[case["measure"]], given, LIBRARY)
    share = [_end(end) for end in (found.share.low, found.share.high)]
    assert {
        "counts": [_end(found.counts.low), _end(found.counts.high)],
        "out_of": [_end(found.out_of.low), _end(found.out_of.high)],
        "share": [None if end is None else str(end) for end in share],
        "causes": sorted(cause.value for cause in CAUSES if found.share.causes[0] & BIT[cause]),
    } == case["expect"]


def _end(end: Exact) -> Fraction | None:
    return Fraction(int(end.number[0]), int(end.over[0])) if end.has[0] else None


def _shown(share: Figure) -> list[str | None]:
    return [None if end is None else str(end) for end in (share.low, share.high)]
