"""The ten papers of ``unseen`` that were used for mending stay read; the other ten are for measuring alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from cases import standards

from benchmarks.papers import BLIND, score

if TYPE_CHECKING:
    from pathlib import Path

_MENDED = (
    "ep-numbered", "ep-tables", "letter-draft-plan", "letter-final-plan", "minutes-prose", "ot-auto-numbered",
    "review-form-year-8", "review-prose-primary", "school-advice", "slt-appendix",
)  # fmt: skip
_WHOLE = (
    "kind", "of", "dated", "born", "child", "author", "recipient", "needs", "outcomes", "told", "progress", "status",
    "meeting", "recommendation", "decided", "paragraph",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_papers_used_for_mending_stay_read(kind: str, tmp_path: Path) -> None:
    """Nothing is missed or added but provision in rows, which the truth holds by its one cell."""
    for name in _MENDED:
        for path in (BLIND.parent / "unseen").glob(f"{name}.*"):
            shutil.copy(path, tmp_path / path.name)
    count, scores = score(tmp_path, standards().lexicon, [kind])
    assert count == len(_MENDED) // 2
    for part in _WHOLE:
        found = scores.get(part)
        assert found is None or not (found.missed or found.added), (part, found)
    assert len(scores["provision"].missed) == (4 if kind == "pdf" else 0)
    assert scores["amounts"].precision == 1.0
