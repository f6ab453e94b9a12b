"""The papers written without a sight of the reader are read at the rates reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cases import standards

from benchmarks.papers import BLIND, score

if TYPE_CHECKING:
    from benchmarks.papers import Scores

_RATES = {
    "docx": {
        "kind": (1.0, 1.0),
        "of": (1.0, 1.0),
        "dated": (0.9, 0.9),
        "reply_by": (1.0, 1.0),
        "author": (0.99, 0.87),
        "recipient": (1.0, 1.0),
        "child": (1.0, 1.0),
        "needs": (0.88, 1.0),
        "provision": (0.96, 0.96),
        "outcomes": (1.0, 1.0),
        "amounts": (0.96, 0.95),
        "for need": (1.0, 1.0),
        "told": (1.0, 0.94),
        "progress": (1.0, 1.0),
        "present": (0.87, 0.96),
        "recommendation": (1.0, 1.0),
        "cases": (1.0, 1.0),
        "case decisions": (1.0, 0.77),
    },
    "pdf": {
        "kind": (1.0, 1.0),
        "of": (1.0, 0.88),
        "dated": (1.0, 1.0),
        "author": (1.0, 1.0),
        "recipient": (1.0, 0.88),
        "child": (1.0, 0.91),
        "needs": (1.0, 1.0),
        "provision": (0.95, 0.95),
        "outcomes": (1.0, 1.0),
        "amounts": (0.94, 0.92),
        "for need": (1.0, 1.0),
        "told": (1.0, 0.84),
        "progress": (1.0, 1.0),
        "present": (0.94, 1.0),
        "recommendation": (1.0, 1.0),
        "cases": (1.0, 1.0),
        "case decisions": (1.0, 1.0),
    },
}
"""Precision and recall that no change may fall below."""


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    """What was read of the papers, Word and PDF apart."""
    lexicon = standards().lexicon
    return {kind: score(BLIND, lexicon, [kind])[1] for kind in _RATES}


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in _RATES.items() for part in parts])
def test_rates_are_kept(scores: dict[str, Scores], kind: str, part: str) -> None:
    """Precision and recall of each part are at least those reached."""
    precision, recall = _RATES[kind][part]
    found = scores[kind][part]
    assert found.precision >= precision, found.added
    assert found.recall >= recall, found.missed
