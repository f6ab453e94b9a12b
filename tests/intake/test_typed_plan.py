"""A typed plan gives the facts of the Word plan with the same words; only the places differ."""

from __future__ import annotations

import pytest
from conftest import said
from word_xml import h1, h2, p, plan, tbl, tr

from checker.intake.limits import Refused
from checker.intake.plan.reading import PlanReading, read_typed_plan
from checker.intake.yaml_nodes import read_yaml

TYPED = """
plan:
  title: Final EHC plan
  details:
    - {label: Name, words: Ana Example}
    - {label: Date of birth, words: 4 May 2015}
    - {label: Date of plan, words: 20 May 2026}
  sections:
    - heading: "Section A: Views, interests and aspirations"
      parts:
        - {heading: "Ana's views", words: I like maps.}
        - {heading: "Her parents' views", words: }
    - heading: "Section B: Special educational needs"
      items:
        - {label: B1, area: Cognition and learning, words: Reading}
        - {label: B2, area: Cognition and learning, words: Writing}
    - heading: "Section C: Health needs"
      words: None.
    - heading: "Section E: Outcomes"
      items:
        - {label: E1, words: Ana will read., cells: {By when: July 2027}}
        - {label: E2, words: Ana will write., cells: {By when: ""}}
    - heading: "Section F: Special educational provision"
      items:
        - {label: F1, words: Daily reading, for: [B1], outcomes: [E1], cells: {How often: Daily, Who: ""}}
    - heading: "Section H: Social care provision"
      words: A short break.
    - heading: "Section I: Placement"
      settings:
        - {name: Mossgate Academy, type: "", from: 1 September 2026, until: }
    - heading: "Section K: Advice and information"
      advice:
        - {kind: Educational psychology, author: Dr E. Ample, dated: 9 March 2026}
"""

WORD = (
    p("Final EHC plan")
    + tbl(tr("Name", "Ana Example"), tr("Date of birth", "4 May 2015"), tr("Date of plan", "20 May 2026"))
    + h1("Section A: Views, interests and aspirations")
    + h2("Ana's views")
    + p("I like maps.")
    + h2("Her parents' views")
    + h1("Section B: Special educational needs")
    + h2("Cognition and learning")
    + p("B1 Reading")
    + p("B2 Writing")
    + h1("Section C: Health needs")
    + p("None.")
    + h1("Section E: Outcomes")
    + tbl(tr("No.", "Outcome", "By when"), tr("E1", "Ana will read.", "July 2027"), tr("E2", "Ana will write.", ""))
    + h1("Section F: Special educational provision")
    + tbl(
        tr("No.", "Provision", "Meets need", "Outcome", "How often", "Who"),
        tr("F1", "Daily reading", "B1", "E1", "Daily", ""),
    )
    + h1("Section H: Social care provision")
    + p("A short break.")
    + h1("Section I: Placement")
    + tbl(tr("Name", "Type", "From", "Until"), tr("Mossgate Academy", "", "1 September 2026", ""))
    + h1("Section K: Advice and information")
    + tbl(tr("Advice", "Author", "Date"), tr("Educational psychology", "Dr E. Ample", "9 March 2026"))
)


def typed(text: str) -> PlanReading:
    root = read_yaml(text.encode()).root
    assert root is not None
    return read_typed_plan(root, "plan.yaml")


def plain(reading: PlanReading) -> dict[str, tuple[str, bool]]:
    return {pointer: (said(fact), fact.complete) for pointer, fact in reading.facts.items()}


def test_word_and_typed_words_give_the_same_facts() -> None:
    assert plain(typed(TYPED)) == plain(plan(WORD))


def test_places_in_a_typed_plan_are_lines() -> None:
    reading = typed(TYPED)
    where = reading.facts["/plan/section_e/E1/by_when"].where
    assert where is not None
    assert (where.file, where.part, where.line, where.words) == ("plan.yaml", "Section E", 21, "July 2027")
    heading = reading.facts["/plan/headings/4/wording"].where
    assert heading is not None
    assert (heading.part, heading.line) == ("Section E", 19)


def test_rows_shared_by_a_group_link_only_the_group() -> None:
    reading = typed(
        "plan: {sections: ["
        "{heading: 'Section B', items: [{label: B1, words: x, group: r1}, {label: B2, words: y, group: r1}]},"
        "{heading: 'Section F', items: [{label: F1, words: z, group: r1}, {label: F2, words: v, group: r1}]}]}"
    )
    assert said(reading.facts["/plan/links/1/group"]) == "True"


def test_a_heading_that_names_no_section_leaves_what_is_missing_not_found() -> None:
    reading = typed("plan: {sections: [{heading: 'Section A', words: x}, {heading: 'The golden thread', words: y}]}")
    assert said(reading.facts["/plan/section_e"]) == "not found"
    assert [place.words for place in reading.unplaced] == ["The golden thread", "y"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("plan: {sections: x}", "is a list"),
        ("plan: {sections: [x]}", "names and values"),
        ("plan: {sections: [{words: x}]}", "needs a `heading`"),
        ("plan: {colour: red}", "`colour` is not part of a plan"),
        ("plan: {sections: [{heading: Section F, items: [{label: F1, hours: 3}]}]}", "`hours` is not part of an item"),
        ("plan: {sections: [{heading: Section F, items: [{label: F1, cells: x}]}]}", "names and values"),
        ("plan: []", "names and values"),
    ],
)
def test_what_is_written_wrong_is_refused_at_its_line(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        typed(text)
