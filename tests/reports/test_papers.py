"""The papers beside the plan in each form of report: folded, counted, and no question more."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from cases import standards
from papers.marked import word_of

from checker.comparing.suggestions import suggestions
from checker.documents.process import Matter
from checker.evaluation.check import check_case
from checker.findings import Outcome
from checker.intake.load import load
from checker.intake.word.read import read_word
from checker.papers.facts import facts_of_papers
from checker.papers.paper import TELLS
from checker.papers.read import read_paper
from checker.papers.recognise import recognise
from checker.result import Check
from reports.html import render_html
from reports.json import as_data, check_schema
from reports.text import render_text

_ROOT = Path(__file__).parents[2]
_CASE = _ROOT / "fixtures" / "cases" / "badly-written" / "case"
_LETTER = "letter-draft.yaml"


@pytest.fixture(scope="module")
def checks() -> tuple[Check, Check]:
    """The case without papers and with them: two reports, and a letter with the draft that tells little."""
    library = standards()
    bare = load([("plan.docx", (_CASE / "plan.docx").read_bytes())], date(2026, 11, 1), library=library)
    written = yaml.safe_load((_ROOT / "tests" / "comparing" / "advice_on_tyler.yaml").read_text(encoding="utf-8"))
    letter = yaml.safe_load((_ROOT / "fixtures" / "papers" / "own" / _LETTER).read_text(encoding="utf-8"))["paper"]
    written["letter.docx"] = letter.replace("Robin", "Tyler").replace("You may tell us which", "We know of no")
    papers = []
    for name, words in sorted(written.items()):
        document = read_word(word_of(words), name)
        papers.append(read_paper(document, recognise(document), library.lexicon))
    case = replace(bare, papers=tuple(papers))
    case = replace(case, suggestions=suggestions(case), facts={**facts_of_papers(papers, "Tyler"), **case.facts})
    day = date(2026, 11, 1)
    return check_case(bare, library, day), check_case(case, library, day)


def test_matters_are_said_in_one_way() -> None:
    """The words of the reader are those of the vocabulary."""
    assert {each.value: each.title_ for each in Matter} == TELLS


def test_text_counts_on_the_first_page_and_tells_all_after_it(checks: tuple[Check, Check]) -> None:
    """The first page has the count; ``--all`` has both places, in plain sentences."""
    first, whole = render_text(checks[1]), render_text(checks[1], everything=True)
    assert "THE PAPERS BESIDE THE PLAN   4 papers read, 6 places set side by side" in first
    assert "auditory memory" not in first
    plain = " ".join(whole.split())
    assert "Taken for: advice report, speech and language therapy" in plain
    assert "It tells the right to a meeting: " in plain
    assert "we did not find in F2 how often (“6 x 45 minutes per term”)" in plain
    assert "PAPERS" not in render_text(checks[0], everything=True)


def test_a_card_says_where_the_evidence_says_more(checks: tuple[Check, Check]) -> None:
    """The card of an item with a suggestion has one line on it."""
    card = re.search(r"<h3>Q\d+\. F2: .*?</article>", render_html(checks[1]), re.DOTALL)
    assert card is not None
    assert card[0].count("we did not find in F2") == 1
    assert "we did not find" not in render_html(checks[0])


def test_a_paper_on_another_child_is_named(checks: tuple[Check, Check]) -> None:
    """A report that names another child is said to, and is set beside nothing."""
    plain = " ".join(render_text(checks[1], everything=True).split())
    assert "It names Robin Brackenford" in plain
    places = [place.file for each in checks[1].suggestions for place in (each.here, each.there) if place]
    assert "other-child.docx" not in places


def test_a_panel_is_told_of_for_the_child_of_the_file_alone(checks: tuple[Check, Check]) -> None:
    """Minutes tell of other children too: their cases are counted, and nothing of them is given."""
    marked = (
        "# EHC Panel: minutes of 12 May 2026\n"
        "| Ref | Child | Request | Decision |\n"
        "| OV-0411 | Tyler Thornbury-Marsh | Assess | To assess. |\n"
        "| OV-0415 | B.K. | Issue plan | Not to issue. |\n"
    )
    document = read_word(word_of(marked), "panel.docx")
    panel = read_paper(document, recognise(document), standards().lexicon)
    check = replace(checks[1], papers=(panel,), subject="Tyler Thornbury-Marsh")
    plain = " ".join(render_text(check, everything=True).split())
    assert "Case OV-0411; decided: “To assess.”" in plain
    assert "1 more case in it, not said to be of Tyler Thornbury-Marsh: left out here" in plain
    assert "OV-0415" not in plain
    assert [each["reference"] for each in as_data(check)["papers"][0]["cases"]] == ["OV-0411"]
    nobody = " ".join(render_text(replace(check, subject=""), everything=True).split())
    assert "2 cases in it, and we do not know whose: left out here" in nobody


def test_page_folds_the_part(checks: tuple[Check, Check]) -> None:
    """The page has the part in its contents, and what it holds in folds."""
    page = render_html(checks[1])
    part = page[page.index('<section id="papers"') if '<section id="papers"' in page else page.index('id="papers"') :]
    assert "<details><summary>Set side by side</summary>" in part
    assert 'href="#papers"' in page
    assert 'id="papers"' not in render_html(checks[0])


def test_json_is_of_the_schema(checks: tuple[Check, Check]) -> None:
    """Papers and suggestions are in the output, with both places, and it validates."""
    data = as_data(checks[1])
    jsonschema.validate(json.loads(json.dumps(data)), json.loads(check_schema()))
    assert [each["file"] for each in data["papers"]] == ["ep.docx", "letter.docx", "other-child.docx", "slt.docx"]
    assert all(each["here"] or each["there"] for each in data["suggestions"])


def test_papers_ask_nothing_more_and_make_nothing_worse(checks: tuple[Check, Check]) -> None:
    """No question is added; what a letter was not found to tell is never *not met*."""
    bare, full = checks
    assert len(full.asks) <= len(bare.asks)
    before = {each.id for each in bare.findings if each.outcome is Outcome.NOT_MET}
    assert {each.id for each in full.findings if each.outcome is Outcome.NOT_MET} <= before
