"""The case of a plan with advice beside it, for the tests of comparing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from cases import standards
from papers.marked import word_of

from checker.intake.load import load
from checker.intake.word.read import read_word
from checker.papers.read import read_paper
from checker.papers.recognise import recognise

if TYPE_CHECKING:
    from checker.case import CaseFile
    from checker.papers.paper import Paper
    from checker.rulebook.library import Library

HERE = Path(__file__).parent
CASE = HERE.parents[1] / "fixtures" / "cases" / "badly-written" / "case"


@pytest.fixture(scope="session")
def library() -> Library:
    """The rule book."""
    return standards()


@pytest.fixture(scope="session")
def papers(library: Library) -> tuple[Paper, ...]:
    """Two reports on the child of the case, and one on another child."""
    written = yaml.safe_load((HERE / "advice_on_tyler.yaml").read_text(encoding="utf-8"))
    found = []
    for name, words in sorted(written.items()):
        document = read_word(word_of(words), name)
        found.append(read_paper(document, recognise(document), library.lexicon))
    return tuple(found)


@pytest.fixture(scope="session")
def case(library: Library, papers: tuple[Paper, ...]) -> CaseFile:
    """The case with its papers, and no suggestions yet."""
    plan = load([("plan.docx", (CASE / "plan.docx").read_bytes())], date(2026, 11, 1), library=library)
    return replace(plan, papers=papers)
