"""Pages that tell what the sections are for are no plan, and a plan beside one stays a plan."""

from __future__ import annotations

import pytest
from word_xml import h1, p, r, read, tbl, tr

from checker.facts import State
from checker.intake.blocks import Document
from checker.intake.plan.reading import read_plan

TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "I": "Placement",
}
PLAN = "".join(
    h1(f"Section {letter}: {title}")
    + p(f"Ana has an entry here about {title.lower()}, which is long enough to be one.")
    for letter, title in TITLES.items()
)
GUIDE = tbl(*(tr(f"Section {letter}: {title}", f"What {title.lower()} means.") for letter, title in TITLES.items()))


def words_in(document: Document, code: str) -> list[str]:
    facts = read_plan(document).facts
    listed = facts[f"/plan/section_{code}"].value
    assert isinstance(listed, tuple)
    return [str(facts[f"/plan/section_{code}/{key}/wording"].value) for key in listed]


@pytest.mark.parametrize(
    "body",
    [h1("Glossary") + GUIDE + PLAN, PLAN + h1("Glossary") + GUIDE, GUIDE + PLAN],
    ids=["before", "after", "without a heading"],
)
def test_a_glossary_is_no_plan_wherever_it_stands(body: str) -> None:
    document = read(body)
    for code in ("b", "c", "e", "f"):
        (words,) = words_in(document, code)
        assert words.startswith("Ana has an entry here")
    assert read_plan(document).facts["/plan/section_d"].state is State.NOT_STATED


def test_a_plan_beneath_a_heading_about_it_is_no_guide() -> None:
    document = read(h1("About this plan") + p("It is for Ana.") + PLAN + h1("Glossary") + GUIDE)
    assert words_in(document, "b")[0].startswith("Ana has an entry here")


def test_a_letter_in_brackets_that_nothing_bears_out_names_no_section() -> None:
    bold = p(r("Vitamin (D)", "<w:b/>"))
    document = read(h1("Section C: Health needs") + p("Ana tires.") + bold + p("Her level is low."))
    assert len(words_in(document, "c")) == 2
    assert read_plan(document).facts["/plan/section_d"].state is State.NOT_STATED


def sized(text: str, points: int) -> str:
    return p(r(text, f"<w:sz w:val='{2 * points}'/>"))


def test_a_forms_guidance_in_small_type_is_no_words_of_the_plan() -> None:
    body = "".join(
        h1(f"Section {letter}: {title}")
        + sized(f"Say here what the {title.lower()} are.", 8)
        + sized("Ana reads print only when it is twice the usual size.", 11)
        for letter, title in list(TITLES.items())[:4]
    )
    assert words_in(read(body), "b") == ["Ana reads print only when it is twice the usual size."]


def test_a_plan_in_small_type_is_read() -> None:
    body = "".join(
        h1(f"Section {letter}: {title}") + sized("Ana reads slowly.", 8) + sized("Ana tires.", 8)
        for letter, title in list(TITLES.items())[:4]
    )
    document = read(sized("A long page about the plan and those who wrote it. " * 30, 12) + body)
    assert words_in(document, "b") == ["Ana reads slowly.", "Ana tires."]
