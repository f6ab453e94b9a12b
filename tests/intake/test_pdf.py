"""A plan as a PDF says what it says as a Word file, places apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.facts import Fact
from checker.intake.blocks import paragraphs
from checker.intake.limits import Refused
from checker.intake.pdf import read_pdf
from checker.intake.pdf.child import opened
from checker.intake.pdf.pages import pages_of
from checker.intake.plan.reading import read_plan
from checker.intake.word.read import read_word

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "cases").glob("*/as-pdf/plan.pdf"))


def said(fact: Fact) -> object:
    values = (" ".join(v.value.split()) if isinstance(v.value, str) else v.value for v in fact.versions)
    return fact.state, tuple(values), fact.complete


@pytest.mark.parametrize("path", CASES, ids=[path.parts[-3] for path in CASES])
def test_a_plan_as_pdf_says_what_it_says_as_word(path: Path) -> None:
    word = read_plan(read_word((path.parents[1] / "case" / "plan.docx").read_bytes(), "plan"))
    pdf = read_plan(read_pdf(path.read_bytes(), "plan"))
    assert {pointer: said(fact) for pointer, fact in pdf.facts.items()} == {
        pointer: said(fact) for pointer, fact in word.facts.items()
    }
    assert pdf.unplaced == ()
    assert all(fact.where.page for fact in pdf.facts.values() if fact.versions and fact.where and fact.where.paragraph)


@pytest.mark.parametrize("path", CASES, ids=[path.parts[-3] for path in CASES])
def test_every_word_of_a_page_is_somewhere(path: Path) -> None:
    data = path.read_bytes()
    document = read_pdf(data, "plan.pdf")
    held = "".join(
        [
            *(line.text + line.label for line in paragraphs(document.blocks)),
            *(line.text for line in (*document.headers, *document.footnotes)),
            *(place.words for place in (*document.struck, *document.hidden)),
        ]
    )
    text = "".join(held.split())
    for page in pages_of(opened(data, "plan.pdf")):
        missing = [word.text for word in page.words if word.text not in text and len(word.text) > 2]
        assert missing == []


def test_a_page_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(Refused, match="is damaged"):
        read_pdf(b"%PDF-1.7 and nothing more", "plan.pdf")
