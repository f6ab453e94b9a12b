"""Sections, items and their states, over the three families of layout."""

from __future__ import annotations

from conftest import said
from word_xml import h1, h2, p, plan, r, tbl, tc, tr

from checker.facts import Fact, State
from checker.intake.plan.reading import PlanReading

HEADS = {
    "A": "Section A: Views, interests and aspirations",
    "B": "Section B: Special educational needs",
    "C": "Section C: Health needs",
    "D": "Section D: Social care needs",
    "E": "Section E: Outcomes",
    "F": "Section F: Special educational provision",
    "G": "Section G: Health provision",
    "H1": "Section H1: Social care provision",
    "H2": "Section H2: Other social care provision",
    "I": "Section I: Placement",
    "J": "Section J: Personal budget",
    "K": "Section K: Advice and information",
}


def whole(**sections: str) -> PlanReading:
    """Return a plan with every heading, and words under those given."""
    return plan("".join(h1(head) + sections.get(letter, "") for letter, head in HEADS.items()))


def get(reading: PlanReading, pointer: str) -> str:
    return said(reading.facts.get(f"/plan/{pointer}"))


def keys(reading: PlanReading, code: str) -> list[str]:
    fact = reading.facts[f"/plan/section_{code}"]
    assert isinstance(fact.value, tuple)
    return list(fact.value)


def links(reading: PlanReading) -> set[tuple[str, str, bool]]:
    found = reading.facts["/plan/links"].value
    assert isinstance(found, tuple)

    def part(key: str, name: str) -> Fact:
        return reading.facts[f"/plan/links/{key}/{name}"]

    return {(str(part(k, "left").value), str(part(k, "right").value), bool(part(k, "group").value)) for k in found}


def test_a_heading_with_nothing_beneath_is_a_list_known_to_be_empty() -> None:
    reading = whole()
    for code in ("b", "c", "d", "e", "f", "g", "h1", "h2", "i", "j", "k"):
        fact = reading.facts[f"/plan/section_{code}"]
        assert (fact.state, fact.value, fact.complete) == (State.KNOWN, (), True)
    assert reading.facts["/plan/headings"].complete
    assert reading.unplaced == ()


def test_words_that_say_there_is_nothing_make_an_empty_list() -> None:
    reading = whole(
        C=p("None."), D=p("There are no social care needs identified at this time."), G=p("N/A"), J=p("Not applicable")
    )
    for code in ("c", "d", "g", "j"):
        fact = reading.facts[f"/plan/section_{code}"]
        assert (fact.value, fact.complete) == ((), True)
    where = reading.facts["/plan/section_c"].where
    assert where is not None
    assert (where.part, where.words) == ("Section C", "None.")


def test_a_section_that_is_not_there_is_not_stated_if_every_heading_was_placed() -> None:
    reading = plan(h1(HEADS["A"]) + h1(HEADS["F"]) + p("F1 Help"))
    assert reading.facts["/plan/section_e"].state is State.NOT_STATED


def test_a_section_that_is_not_there_is_not_found_if_a_heading_could_not_be_placed() -> None:
    reading = plan(
        h1(HEADS["A"])
        + p("words")
        + h1("The golden thread")
        + p("What we work towards")
        + h1(HEADS["F"])
        + p("F1 Help")
    )
    assert reading.facts["/plan/section_e"].state is State.NOT_FOUND
    assert not reading.facts["/plan/headings"].complete
    assert [place.words for place in reading.unplaced] == ["The golden thread", "What we work towards"]
    assert keys(reading, "f") == ["F1"]


def test_printed_numbers_are_labels_and_lines_beneath_belong_to_them() -> None:
    reading = whole(
        F=p("F1. A therapist will visit.") + p("She will bring cards.") + p("F2 – A laptop.") + p("(F3) A desk.")
    )
    assert keys(reading, "f") == ["F1", "F2", "F3"]
    assert get(reading, "section_f/F1/wording") == "A therapist will visit.\nShe will bring cards."
    assert get(reading, "section_f/F2/wording") == "A laptop."


def test_numbers_without_the_letter_are_given_it() -> None:
    assert keys(whole(B=p("1. One") + p("2) Two") + p("(3) Three")), "b") == ["B1", "B2", "B3"]
    assert keys(whole(H1=p("1. One")), "h1") == ["H1.1"]


def test_items_without_a_number_get_their_position_with_a_space() -> None:
    reading = whole(F=p("• First") + p("• Second"), B=p("One need.") + p("Another need."))
    assert keys(reading, "f") == ["F 1", "F 2"]
    assert get(reading, "section_f/F 1/wording") == "First"
    assert keys(reading, "b") == ["B 1", "B 2"]


def test_numbers_that_start_again_are_no_labels() -> None:
    reading = whole(F=h2("Communication and interaction") + p("1. a") + h2("Cognition and learning") + p("1. b"))
    assert keys(reading, "f") == ["F 1", "F 2"]
    assert get(reading, "section_f/F 2/area") == "Cognition and learning"


def test_a_line_that_leads_to_bullets_is_part_of_each() -> None:
    reading = whole(F=p("Ana will have access to:") + p("• a quiet room") + p("• a laptop"))
    assert [get(reading, f"section_f/{key}/wording") for key in keys(reading, "f")] == [
        "Ana will have access to: a quiet room",
        "Ana will have access to: a laptop",
    ]


def test_labels_beneath_an_item_are_its_labelled_cells() -> None:
    reading = whole(F=p("F1 Therapy") + p("How often: weekly") + p("Who:") + p("F2 A laptop"))
    assert get(reading, "section_f/F1/frequency") == "weekly"
    assert get(reading, "section_f/F1/deliverer") == "not stated"
    assert get(reading, "section_f/F1/wording") == "Therapy"
    assert get(reading, "section_f/F2/frequency") == "not covered"


def test_a_table_in_a_section_gives_an_item_a_row() -> None:
    table = tbl(
        tr("No.", "Provision", "How often", "How long", "Who", "Review"),
        tr("F1", "Therapy", "Weekly", "30 minutes", "A therapist", ""),
        tr("No.", "Provision", "How often", "How long", "Who", "Review"),
        tr("F2", "A laptop", "", "N/A", "TBC", "Termly"),
    )
    reading = whole(F=table)
    assert keys(reading, "f") == ["F1", "F2"]
    assert get(reading, "section_f/F1/duration") == "30 minutes"
    assert get(reading, "section_f/F1/review") == "not stated"
    assert get(reading, "section_f/F2/frequency") == "not stated"
    assert get(reading, "section_f/F2/duration") == "not applicable"
    assert get(reading, "section_f/F2/deliverer") == "not stated"
    where = reading.facts["/plan/section_f/F2/review"].where
    assert where is not None
    assert (where.part, where.table, where.row, where.column, where.words) == ("Section F", 1, 4, 6, "Termly")
    assert reading.facts["/plan/section_f"].complete


def test_a_card_of_labels_is_one_item() -> None:
    card = tbl(
        tr("Outcome", "Ana will read."), tr("By when", "July 2027"), tr("Outcome", "Ana will write."), tr("By when", "")
    )
    reading = whole(E=card)
    assert keys(reading, "e") == ["E 1", "E 2"]
    assert get(reading, "section_e/E 1/by_when") == "2027-07-01..2027-07-31"
    assert get(reading, "section_e/E 2/by_when") == "not stated"


def test_a_heading_with_a_date_covers_the_outcomes_beneath_it() -> None:
    reading = whole(E=h2("Outcomes to be achieved by July 2027") + p("E1 Ana will read.") + p("E2 Ana will write."))
    for key in ("E1", "E2"):
        assert get(reading, f"section_e/{key}/by_when") == "2027-07-01..2027-07-31"
        assert get(reading, f"section_e/{key}/by_when_words") == "Outcomes to be achieved by July 2027"


def test_a_grid_puts_its_columns_in_their_sections_in_any_order() -> None:
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        rows = [
            ("Needs", "Outcomes", "Provision"),
            ("Cannot read", "Will read", "Daily reading"),
            ("Cannot write", "Will write", "Laptop"),
        ]
        grid = tbl(*(tr(*(row[at] for at in order)) for row in rows))
        reading = plan(h1(HEADS["A"]) + p("words") + h2("Cognition and learning") + grid + h1(HEADS["I"]))
        assert [get(reading, f"section_b/{key}/wording") for key in keys(reading, "b")] == [
            "Cannot read",
            "Cannot write",
        ]
        assert [get(reading, f"section_f/{key}/wording") for key in keys(reading, "f")] == ["Daily reading", "Laptop"]
        assert get(reading, "section_e/E 1/area") == "Cognition and learning"
        assert links(reading) == {
            ("F 1", "B 1", False), ("F 1", "E 1", False), ("F 2", "B 2", False), ("F 2", "E 2", False),
        }  # fmt: skip
        names = [get(reading, f"headings/{n}/names") for n in range(1, 6)]
        assert sorted(names) == sorted(f"('section_{c}',)" for c in "abefi")
        assert reading.unplaced == ()
        assert reading.facts["/plan/section_b"].complete


def test_a_row_with_several_links_only_the_group() -> None:
    grid = tbl(
        tr("Needs", "Provision"),
        tr("B1 One\nB2 Two", "F1 Help\nF2 More"),
        tr("B3 Three", "F3 Help\nF4 More"),
        tr("B4 Four\nB5 Five", "F5 Help"),
    )
    reading = plan(h1("Sections B and F: Cognition and learning") + grid)
    assert links(reading) == {
        ("F1", "B1", True), ("F1", "B2", True), ("F2", "B1", True), ("F2", "B2", True),
        ("F3", "B3", False), ("F4", "B3", False), ("F5", "B4", False), ("F5", "B5", False),
    }  # fmt: skip


def test_a_need_that_reaches_over_two_rows_is_in_both() -> None:
    grid = tbl(
        tr("Needs", "Outcomes", "Provision"),
        tr(tc("B1 One", '<w:vMerge w:val="restart"/>'), "E1 x", "F1 Help"),
        tr(tc("", "<w:vMerge/>"), "E2 y", "F2 More"),
    )
    reading = plan(h1("Sections B, E and F") + grid)
    assert links(reading) == {("F1", "B1", False), ("F1", "E1", False), ("F2", "B1", False), ("F2", "E2", False)}


def test_a_column_a_grid_cannot_place_is_unplaced_and_leaves_the_lists_open() -> None:
    grid = tbl(tr("Needs", "Provision", "Golden thread"), tr("Cannot read", "Help", "What it is all for"))
    reading = plan(h1("Sections B and F") + grid)
    assert [place.words for place in reading.unplaced] == ["What it is all for"]
    assert not reading.facts["/plan/section_f"].complete


def test_one_table_with_a_row_a_section() -> None:
    table = tbl(
        tr("Section A\nViews, interests and aspirations", "My views: I like maps."),
        tr("Section B: Special educational needs", "B1 Reading\nB2 Writing"),
        tr(tc("Section F: Special educational provision", '<w:gridSpan w:val="2"/>')),
        tr("F1", "Daily reading for B1"),
        tr("Section C", ""),
    )
    reading = plan(table)
    assert keys(reading, "b") == ["B1", "B2"]
    assert keys(reading, "f") == ["F1"]
    assert links(reading) == {("F1", "B1", False)}
    assert reading.facts["/plan/section_c"].complete
    assert reading.unplaced == ()


def test_letters_and_titles_in_columns_of_their_own() -> None:
    table = tbl(
        tr("Section A", "Views, interests and aspirations", "I like maps."),
        tr("Section B", "Special educational needs", "Reading"),
        tr("Section F", "Special educational provision", "Daily reading"),
    )
    reading = plan(table)
    assert [keys(reading, code) for code in ("a", "b", "f")] == [["A1"], ["B 1"], ["F 1"]]
    assert get(reading, "headings/2/wording") == "Section B Special educational needs"


def test_words_under_a_heading_for_two_sections_are_in_neither_list() -> None:
    reading = plan(h1("Section H: Social care provision") + p("A short break each month."))
    assert reading.facts["/plan/section_h1"].state is State.NOT_FOUND
    assert reading.facts["/plan/section_h2"].state is State.NOT_FOUND
    assert get(reading, "headings/1/stands_alone") == "False"
    assert any("H1 and H2" in note for note in reading.notes)
    assert reading.unplaced == ()


def test_none_under_a_heading_for_two_sections_is_none_for_both() -> None:
    reading = plan(h1("Section H: Social care provision") + p("None"))
    for code in ("h1", "h2"):
        assert (reading.facts[f"/plan/section_{code}"].value, reading.facts[f"/plan/section_{code}"].complete) == (
            (),
            True,
        )


def test_a_contents_page_is_no_section() -> None:
    contents = "".join(p(f"{head}\t{n}", "Toc1") for n, head in enumerate(HEADS.values()))
    plain = "".join(p(head) for head in HEADS.values())
    for first in (contents, plain):
        reading = plan(p("Contents") + first + "".join(h1(head) + p("words") for head in HEADS.values()))
        assert len(reading.facts["/plan/headings"].value) == len(HEADS)  # type: ignore[arg-type]
        assert reading.unplaced == ()


def test_a_section_that_speaks_of_another_stays_itself() -> None:
    reading = whole(F=h2("Outcomes") + p("F1 Help to reach E1") + p("Section B says more."), E=p("E1 Will read"))
    assert keys(reading, "f") == ["F1"]
    assert links(reading) == {("F1", "E1", False)}


def test_references_in_words_are_links_of_one_to_one() -> None:
    reading = whole(
        B="".join(p(f"B{n} Need {n}") for n in range(1, 6)),
        E=p("E1 Outcome"),
        F=p("F1 To meet needs B1 and B2") + p("F2 (B3–B5)") + p("F3 for Need 1 and Outcome E1") + p("F4 2 hours in B9"),
    )
    assert links(reading) == {
        ("F1", "B1", False), ("F1", "B2", False), ("F2", "B3", False), ("F2", "B4", False), ("F2", "B5", False),
        ("F3", "B1", False), ("F3", "E1", False),
    }  # fmt: skip


def test_a_need_said_to_have_no_provision() -> None:
    reading = whole(B=p("B1 Reading") + p("B2 Sleep. No provision is made for this need."))
    assert get(reading, "section_b/B1/said_to_have_no_provision") == "False"
    assert get(reading, "section_b/B2/said_to_have_no_provision") == "True"


def test_views_are_told_apart_by_their_headings() -> None:
    reading = plan(
        p("Name: Ana Example")
        + h1(HEADS["A"])
        + h2("Ana's views")
        + p("I like maps.")
        + h2("My interests and aspirations")
        + p("To be a pilot.")
        + h2("What Ana's parents hope for")
        + p("That she is happy.")
        + h2("Her parents' views")
    )
    found = [
        tuple(get(reading, f"section_a/{key}/{name}") for name in ("kind", "speaker", "wording"))
        for key in keys(reading, "a")
    ]
    assert found == [
        ("views", "child", "I like maps."),
        ("interests", "child", "To be a pilot."),
        ("aspirations", "child", "To be a pilot."),
        ("aspirations", "parents", "That she is happy."),
        ("views", "parents", "not stated"),
    ]
    assert get(reading, "child_section_words") == "7"


def test_section_i_from_labels_and_from_a_sentence() -> None:
    labelled = whole(
        I=tbl(
            tr("Name of setting", "Mossgate Academy"), tr("Type", ""), tr("From", "1 September 2026"), tr("Until", "")
        )
    )
    assert [get(labelled, f"section_i/1/{name}") for name in ("name", "type", "start", "end")] == [
        "Mossgate Academy", "not stated", "2026-09-01", "not stated",
    ]  # fmt: skip
    sentence = whole(
        I=p(
            "Brackenfold Primary School (mainstream primary school) until 31 August 2026; "
            "then from 1 September 2026 Mossgate Academy, a mainstream secondary school."
        )
    )
    assert [
        [get(sentence, f"section_i/{key}/{name}") for name in ("name", "type", "start", "end")]
        for key in keys(sentence, "i")
    ] == [
        ["Brackenfold Primary School", "mainstream primary school", "not found", "2026-08-31"],
        ["Mossgate Academy", "mainstream secondary school", "2026-09-01", "not found"],
    ]
    assert sentence.facts["/plan/section_i"].complete


def test_a_blank_section_i_is_empty_and_one_that_cannot_be_told_is_open() -> None:
    blank = whole(I=tbl(tr("Name of setting", ""), tr("Type of setting", "")))
    assert (blank.facts["/plan/section_i"].value, blank.facts["/plan/section_i"].complete) == ((), True)
    unclear = whole(I=p("As discussed with the family at the meeting."))
    assert not unclear.facts["/plan/section_i"].complete
    assert get(unclear, "section_i/1/name") == "not found"


def test_advice_from_a_table_and_from_a_list() -> None:
    table = whole(
        K=tbl(
            tr("Advice", "Author", "Date"),
            tr("Educational psychology", "Dr E. Ample", "9 March 2026"),
            tr("Health", "", ""),
        )
    )
    listed = whole(K=p("• Educational psychology – Dr E. Ample, 9 March 2026") + p("• Health"))
    for reading in (table, listed):
        assert [get(reading, f"section_k/1/{name}") for name in ("kind", "author", "dated")] == [
            "Educational psychology", "Dr E. Ample", "2026-03-09",
        ]  # fmt: skip
    assert get(table, "section_k/2/dated") == "not stated"
    assert get(listed, "section_k/2/dated") == "not found"


def test_details_of_the_child_and_the_plan() -> None:
    reading = plan(
        p("Education, Health and Care Plan")
        + tbl(
            tr("Name of child", "Ana Example", "Date of birth", "4 May 2015"),
            tr("Year group", "Year 6", "Date plan first made", "1/2/2020"),
            tr("Status", "Amended final", "Date of final plan", "20 May 2026"),
            tr("Parent's name", "Bea Example", "NHS number", ""),
        )
        + h1(HEADS["A"])
    )
    facts = {pointer: said(fact) for pointer, fact in reading.facts.items() if fact.versions}
    assert facts["/child/name"] == "Ana Example"
    assert facts["/child/born"] == "2015-05-04"
    assert facts["/plan/year_group"] == "6"
    assert facts["/maintained_plan/making"] == "2020-02-01"
    assert facts["/plan/issue"] == "2026-05-20"
    assert reading.stage == "amended_final"


def test_the_stage_is_told_from_titles_boxes_and_watermarks() -> None:
    assert plan(p("DRAFT EHC PLAN")).stage == "draft"
    assert plan(p("Final Education, Health and Care Plan")).stage == "final"
    assert plan(p("Education, Health and Care Plan"), header1=p("DRAFT")).stage == "draft"
    assert plan(p("Status: ☐ Draft ☒ Final")).stage == "final"
    assert plan(p("EHC plan with proposed amendments")).stage == "proposed_amendment"
    assert plan(p("Draft / Final EHC Plan")).stage == ""
    contradicting = plan(p("Final EHC Plan"), header1=p("DRAFT"))
    assert contradicting.facts["/plan/stage"].state is State.DISPUTED


def test_bold_lines_are_headings_where_no_style_is() -> None:
    bold = [p(r(head, "<w:b/><w:sz w:val='28'/>")) + p("words") for head in HEADS.values()]
    reading = plan("".join(bold))
    assert reading.facts["/plan/headings"].complete
    assert keys(reading, "f") == ["F 1"]
