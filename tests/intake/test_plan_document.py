"""What the reader finds of a plan as a document: letters, nil entries, Sections A, J and K, signature, review."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import said
from word_xml import h1, h2, p, plan, tbl, tr

from checker.case import CaseFile
from checker.facts import State
from checker.intake.plan.reading import PlanReading, read_typed_plan
from checker.intake.yaml_nodes import read_yaml

BEFORE = h1("Section A: Views, interests and aspirations") + p("I like maps.")


def get(reading: PlanReading, name: str) -> str:
    return said(reading.facts.get(f"/plan/{name}"))


def typed(text: str) -> PlanReading:
    file = read_yaml(text.encode())
    assert file.root is not None
    return read_typed_plan(file.root, "plan.yaml")


def test_a_heading_without_its_letter_is_told_from_one_whose_letter_stands_elsewhere() -> None:
    reading = plan(
        h1("Section B: Special educational needs")
        + p("B1 Reading")
        + h1("Outcomes")
        + p("E1 Ana will read.")
        + h1("Section F: Special educational provision")
        + p("F1 Help")
    )
    letters = {get(reading, f"headings/{n}/wording"): get(reading, f"headings/{n}/letter_given") for n in (1, 2, 3)}
    assert letters == {
        "Section B: Special educational needs": "True",
        "Outcomes": "False",
        "Section F: Special educational provision": "True",
    }


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("None identified.", "True"),
        ("Not known to social care.", "True"),
        ("Ana is not currently known to the children's services team", "True"),
        ("No social care involvement.", "True"),
        ("Ana needs an adult near water.", "False"),
        ("Ana is not known to ask for help, and needs an adult within reach.", "False"),
    ],
)
def test_words_that_say_section_d_has_nothing(words: str, nothing: str) -> None:
    reading = plan(BEFORE + h1("Section D: Social care needs") + p(words))
    assert get(reading, "nothing_in_section_d") == nothing
    assert (get(reading, "section_d") == "()") == (nothing == "True")


def test_a_section_left_blank_does_not_say_that_there_is_nothing_and_one_not_there_says_nothing_at_all() -> None:
    reading = plan(BEFORE + h1("Section D: Social care needs"))
    assert get(reading, "nothing_in_section_d") == "False"
    assert get(reading, "nothing_in_section_c") == "not covered"


def test_a_direct_payment_says_which_needs_and_outcomes_it_meets_by_number_or_in_labelled_cells() -> None:
    by_number = plan(
        BEFORE + h1("Section J: Personal budget") + p("J1 £52 a week for a mentor, for B4 and B5 and for E2")
    )
    assert get(by_number, "section_j/J1/needs") == "B4, B5"
    assert get(by_number, "section_j/J1/outcomes") == "E2"
    silent = plan(BEFORE + h1("Section J: Personal budget") + p("J1 £52 a week for the mentor in F5"))
    assert get(silent, "section_j/J1/needs") == "not found"


def test_a_place_in_the_list_of_advice_that_is_left_empty_is_told_from_a_list_with_no_such_place() -> None:
    head = BEFORE + h1("Section K: Advice and information")
    table = plan(
        head
        + tbl(tr("Advice", "Author", "Dated"), tr("School", "Head teacher", ""), tr("Health", "Nurse", "9 March 2026"))
    )
    assert [get(table, f"section_k/{n}/detail_left_empty") for n in (1, 2)] == ["True", "False"]
    line = plan(head + p("School advice"))
    assert get(line, "section_k/1/detail_left_empty") == "False"


@pytest.mark.parametrize(
    ("rows", "signed_by", "signed_on", "next_review"),
    [
        ((("Signed", "Head of SEN"), ("Date signed", "9 March 2026")), "Head of SEN", "2026-03-09", "not found"),
        ((("Signature", ""), ("Signed on", "")), "not covered", "not stated", "not found"),
        ((("Next review due", "March 2027"),), "not covered", "not covered", "March 2027"),
        ((("Date of next annual review", ""),), "not covered", "not covered", "not stated"),
        ((("Last review", "March 2025"),), "not covered", "not covered", "not found"),
    ],
)
def test_signature_and_review_stand_in_the_details(
    rows: tuple[tuple[str, str], ...], signed_by: str, signed_on: str, next_review: str
) -> None:
    reading = plan(p("Final EHC plan") + tbl(*(tr(*row) for row in rows)) + BEFORE)
    assert (get(reading, "signed_by"), get(reading, "signed_on")) == (signed_by, signed_on)
    assert get(reading, "next_review") == next_review


def test_a_sentence_before_the_sections_may_give_the_review() -> None:
    reading = plan(p("Final EHC plan") + p("This plan will be reviewed within 12 months.") + BEFORE)
    assert get(reading, "next_review") == "plan will be reviewed within 12 months"


def test_section_a_may_say_how_the_views_were_given_and_how_to_communicate() -> None:
    reading = plan(
        h1("Section A: Views, interests and aspirations")
        + h2("My views")
        + p("I like maps.")
        + h2("How these views were gathered")
        + p("Ana told her teacher.")
        + h2("How to communicate with me")
        + p("Show me the picture first.")
    )
    kinds = [get(reading, f"section_a/A{n}/kind") for n in (1, 2, 3)]
    assert kinds == ["views", "contribution", "communication"]
    assert get(reading, "communication_summary") == "Show me the picture first."
    assert get(reading, "child_section_words") == "8"


@pytest.mark.parametrize(("words", "summary"), [("Use signs.", "Use signs."), ("", "not stated")])
def test_a_typed_plan_gives_the_summary_or_leaves_it_empty(words: str, summary: str) -> None:
    section = (
        "plan:\n  sections:\n    - heading: 'Section A: Views'\n      parts:\n"
        f"        - {{heading: How to communicate with Ana, words: '{words}'}}\n"
    )
    assert get(typed(section), "communication_summary") == summary


def test_section_a_with_no_such_heading_leaves_the_summary_unread() -> None:
    reading = plan(BEFORE)
    assert reading.facts.get("/plan/communication_summary") is None
    assert reading.facts["/plan/next_review"].state is State.NOT_FOUND


def test_what_the_words_raise_is_complete_of_what_is_looked_for(case: Callable[..., CaseFile]) -> None:
    facts = case(
        plan_yaml="""
plan:
  title: Final EHC plan
  sections:
    - heading: "Section A: Views"
      parts:
        - {heading: My views, words: I like maps.}
        - {heading: My parents' views, words: I think that he is happy.}
        - {heading: My aspirations, words: }
    - heading: "Section B: Special educational needs"
      items: [{label: B1, words: He needs a scribe.}, {label: B2, words: }]
    - heading: "Section F: Special educational provision"
      items: [{label: F1, words: The NPST will visit.}]
""",
    ).facts
    found = {name: said(facts.get(f"/final_plan/{name}")) for name in ("section_a/A1/prompts", "section_a/A2/prompts")}
    assert found == {"section_a/A1/prompts": "('first_person',)", "section_a/A2/prompts": "()"}
    assert said(facts["/final_plan/section_a/A3/prompts"]) == "()"
    assert said(facts["/final_plan/section_b/B1/prompts"]) == "('provision',)"
    assert said(facts["/final_plan/section_b/B2/prompts"]) == "()"
    assert said(facts["/final_plan/unexplained_abbreviations/1/wording"]) == "NPST"
    assert said(facts["/final_plan/unexplained_abbreviations/1/item"]) == "F1"
    empty = facts["/final_plan/template_texts"]
    assert (empty.value, empty.complete) == ((), True)


def test_nothing_is_said_of_section_b_where_it_was_not_read_whole(case: Callable[..., CaseFile]) -> None:
    facts = case(
        plan_yaml="""
plan:
  title: Final EHC plan
  sections:
    - heading: "Sections B and C: Needs"
      items: [{label: B1, words: He reads one word in ten.}, {words: He has sensory needs.}]
    - heading: "Section D: Social care needs"
      items: [{label: D1, words: His sensory needs keep him at home.}]
""",
    ).facts
    assert "/final_plan/needs_elsewhere" not in facts
