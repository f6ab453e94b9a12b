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
        "dated": (0.95, 0.91),
        "reply_by": (1.0, 1.0),
        "author": (1.0, 0.95),
        "recipient": (1.0, 1.0),
        "child": (1.0, 1.0),
        "needs": (0.9, 1.0),
        "provision": (0.96, 1.0),
        "outcomes": (1.0, 1.0),
        "amounts": (0.97, 0.97),
        "for need": (1.0, 1.0),
        "told": (1.0, 1.0),
        "progress": (1.0, 1.0),
        "present": (0.96, 0.96),
        "recommendation": (1.0, 1.0),
        "cases": (1.0, 1.0),
        "case decisions": (1.0, 1.0),
    },
    "pdf": {
        "kind": (1.0, 1.0),
        "of": (1.0, 1.0),
        "dated": (1.0, 1.0),
        "author": (1.0, 1.0),
        "recipient": (1.0, 0.88),
        "child": (1.0, 0.91),
        "needs": (1.0, 1.0),
        "provision": (0.96, 1.0),
        "outcomes": (1.0, 1.0),
        "amounts": (0.95, 0.93),
        "for need": (1.0, 1.0),
        "told": (1.0, 0.92),
        "progress": (1.0, 1.0),
        "present": (1.0, 1.0),
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
