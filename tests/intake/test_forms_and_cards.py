"""Forms: cards with a title, number columns without a heading, boxes nobody ticked, guidance, pages of labels."""

from __future__ import annotations

import pytest
from conftest import said
from pdf_maker import at, column, read
from word_xml import h1, p, plan, r, tbl, tc, tr

from checker.facts import State
from checker.intake.blocks import Table
from checker.intake.plan.reading import PlanReading, read_plan

SMALL = '<w:sz w:val="16"/>'
FULL = '<w:sz w:val="22"/>'
WIDE = '<w:gridSpan w:val="2"/>'


def get(reading: PlanReading, name: str) -> str:
    return said(reading.facts.get(f"/plan/{name}"))


def wide(text: str) -> str:
    return tr(tc(p(text), WIDE))


def need_card(number: int, words: str) -> str:
    return tbl(tr(f"Need {number}"), tr(words))


def test_cards_with_a_title_and_words_beneath_it_are_items_with_links() -> None:
    reading = plan(
        h1("Special educational needs")
        + need_card(1, "Ana reads at the level of Year 1.")
        + need_card(2, "Ana cannot hear in a noisy room.")
        + h1("Outcomes")
        + tbl(wide("Outcome 1"), wide("Ana reads a menu."), tr("By when", "July 2027"))
        + h1("Special educational provision")
        + tbl(
            wide("Provision 1"),
            wide("A teacher will teach Ana reading."),
            tr("How often", "Every day"),
            tr("Meets", "Need 1"),
            tr("Works towards", "Outcome 1"),
        )
    )
    assert get(reading, "section_b") == "('B1', 'B2')"
    assert get(reading, "section_e/E1/wording") == "Ana reads a menu."
    assert get(reading, "section_e/E1/by_when") == "2027-07-01..2027-07-31"
    assert get(reading, "section_f/F1/wording") == "A teacher will teach Ana reading."
    assert get(reading, "section_f/F1/frequency") == "Every day"
    links = [
        fact.value for pointer, fact in reading.facts.items() if pointer.startswith("/plan/links/") and fact.versions
    ]
    assert {("F1", "B1"), ("F1", "E1")} <= {(one, other) for one in links for other in links}


def test_a_first_column_without_a_heading_that_holds_numbers_is_the_items_numbers() -> None:
    reading = plan(
        h1("Section E: Outcomes")
        + tbl(tr("", "You will be able to do this", "By when"), tr("E1", "You cook a meal.", "July 2027"))
    )
    assert get(reading, "section_e") == "('E1',)"
    assert get(reading, "section_e/E1/wording") == "You cook a meal."
    assert get(reading, "section_e/E1/by_when") == "2027-07-01..2027-07-31"


def test_nothing_beneath_one_area_of_need_is_no_item_beside_others() -> None:
    reading = plan(h1("Section B: Special educational needs") + p("Ana is deaf.") + p("None identified."))
    assert get(reading, "section_b") == "('B 1',)"
    alone = plan(h1("Section B: Special educational needs") + p("None identified."))
    assert get(alone, "section_b") == "()"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("☐ Mainstream school  ☒ Special school", "Special school"),
        ("☒ Mainstream school  ☐ Special school", "Mainstream school"),
        ("☐ Mainstream school  ☐ Special school", "not found"),
    ],
)
def test_a_type_in_section_i_is_the_one_ticked(line: str, kind: str) -> None:
    reading = plan(h1("Section I: Placement") + p("School named: Mossgate School") + p(line))
    assert get(reading, "section_i/1/name") == "Mossgate School"
    assert get(reading, "section_i/1/type") == kind


def test_boxes_that_nobody_ticked_leave_section_i_blank() -> None:
    reading = plan(h1("Section I: Placement") + p("☐ Mainstream school  ☐ Special school") + p("Name:"))
    fact = reading.facts["/plan/section_i"]
    assert fact.state is not State.KNOWN or fact.value == ()


def test_a_forms_guidance_in_small_type_is_no_part_of_the_plan() -> None:
    def section(title: str, guidance: str, words: str) -> str:
        return h1(title) + p(r(guidance, SMALL)) + (p(r(words, FULL)) if words else "")

    form = (
        section("Section A: Views", "Write in the first person.", "I like maps.")
        + section("Section B: Special educational needs", "Each need must have provision.", "Ana is deaf.")
        + section("Section E: Outcomes", "Outcomes should be specific.", "Ana reads a menu.")
        + h1("Section F: Special educational provision")
        + p(r("A teacher will teach Ana.", FULL))
        + h1("Section G: Health provision")
        + p(r("A nurse will see Ana.", FULL))
        + h1("Section H1: Social care provision")
        + p(r("None.", FULL))
        + section("Section I: Placement", "Leave blank in the draft plan.", "")
    )
    reading = plan(form)
    assert get(reading, "section_b") == "('B 1',)"
    assert "Leave blank" not in " ".join(said(fact) for fact in reading.facts.values())


def test_a_heading_above_a_grid_is_no_entry_of_section_a() -> None:
    reading = plan(
        h1("Section A: Views, interests and aspirations")
        + p("I like swings.")
        + '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' + r("Needs, provision and outcomes: education") + "</w:p>"
        + tbl(
            tr("Section B. Needs", "Section F. Provision", "Section E. Outcomes"),
            tr("B1 Ana is deaf.", "F1 A teacher will teach Ana.", "E1 Ana signs."),
        )
    )  # fmt: skip
    assert "education" not in [said(fact) for pointer, fact in reading.facts.items() if "/section_a/" in pointer]
    assert get(reading, "section_b") == "('B1',)"


LABELS = (
    at(60, 780, "My views", bold=True)
    + column(210, 780, "I like swings and I like the colour", "yellow best of all.")
    + at(60, 730, "Special educational", bold=True)
    + at(60, 716, "needs", bold=True)
    + column(210, 730, "B1 Ana cannot hear in a noisy room and", "tires in the afternoon.")
    + at(60, 680, "Outcomes", bold=True)
    + at(212, 680, "Outcome")
    + at(430, 680, "By when")
    + at(212, 660, "Ana signs to a friend in the playground")
    + at(430, 660, "July 2027")
    + at(212, 640, "Ana reads a menu in a cafe by herself")
    + at(430, 640, "July 2028")
)


def test_a_pdf_page_of_bold_labels_with_words_and_a_table_beside_them() -> None:
    document = read(LABELS)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [row.cells[0].text for row in table.rows] == ["My views", "Special educational needs", "Outcomes"]
    assert table.rows[1].cells[1].text == "B1 Ana cannot hear in a noisy room and tires in the afternoon."
    facts = read_plan(document).facts
    outcomes = [said(fact) for pointer, fact in facts.items() if pointer.startswith("/plan/section_e/")]
    assert "Ana signs to a friend in the playground" in outcomes
    assert "2028-07-01..2028-07-31" in outcomes


def test_a_column_of_labels_goes_on_over_a_page_with_only_one() -> None:
    rest = at(60, 780, "Section K: Advice", bold=True) + at(
        210, 780, "Educational psychologist, Dr A. Example, May 2026"
    )
    tables = [block for block in read(LABELS, rest).blocks if isinstance(block, Table)]
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert "Section K: Advice" in cells


def test_a_card_with_two_pairs_in_a_row_and_numbers_of_the_councils_own() -> None:
    def card(*rows: str) -> str:
        return tbl(*rows)

    four = '<w:gridSpan w:val="4"/>'
    three = '<w:gridSpan w:val="3"/>'
    reading = plan(
        h1("B. Special educational needs")
        + card(tr("Need N1", "Cognition and learning"), tr(tc(p("Ana reads at the level of Year 1."), WIDE)))
        + h1("C. Health needs")
        + card(tr("Health need HN1"), tr("Ana has migraines."))
        + h1("F. Special educational provision")
        + card(
            tr(tc(p("Provision P1"), four)),
            tr(tc(p("What")), tc(p("Reading with a teacher."), three)),
            tr("How often", "Daily", "How long", "20 minutes"),
            tr(tc(p("Who")), tc(p("Qualified teacher"), three)),
            tr("For need", "N1", "Towards outcome", ""),
        )
        + h1("G. Health provision")
        + card(
            tr(tc(p("Health provision HP1"), four)),
            tr(tc(p("What")), tc(p("Review of headaches."), three)),
            tr("For health need", "HN1", "Towards outcome", ""),
        )
    )
    assert get(reading, "section_b/N1/area") == "Cognition and learning"
    assert get(reading, "section_c/HN1/wording") == "Ana has migraines."
    assert get(reading, "section_f/P1/wording") == "Reading with a teacher."
    assert get(reading, "section_f/P1/duration") == "20 minutes"
    assert get(reading, "section_f/P1/deliverer") == "Qualified teacher"
    assert links(reading) == {("P1", "N1"), ("HP1", "HN1")}


def links(reading: PlanReading) -> set[tuple[str, ...]]:
    return {
        tuple(said(reading.facts.get(f"/plan/links/{key}/{side}")) for side in ("left", "right"))
        for key in reading.facts["/plan/links"].value  # type: ignore[union-attr]
    }


def test_areas_of_need_beside_words_and_beneath_a_box_that_is_ticked() -> None:
    beside = plan(
        h1("Section B: Special educational needs")
        + tbl(
            tr("Communication and interaction", "Ana has no words.\nAna does not take turns."),
            tr("Sensory and physical", "Ana does not walk."),
        )
    )
    assert [get(beside, f"section_b/B {n}/area") for n in (1, 2, 3)] == [
        "Communication and interaction", "Communication and interaction", "Sensory and physical",
    ]  # fmt: skip
    boxes = "☐ Cognition and learning\n☒ Sensory and physical"
    ticked = plan(h1("Section B: Special educational needs") + tbl(tr("Need 1", "Ana cannot see."), tr("Area", boxes)))
    assert get(ticked, "section_b/B1/wording") == "Ana cannot see."
    assert get(ticked, "section_b/B1/area") == "Sensory and physical"


def test_grids_inside_one_table_of_the_whole_plan() -> None:
    half = '<w:gridSpan w:val="2"/>'
    whole = '<w:gridSpan w:val="4"/>'
    reading = plan(
        tbl(
            tr(tc(p("B: Special educational needs"), whole)),
            tr(tc(p("B1 Ana is deaf."), whole)),
            tr(tc(p("C: Health needs"), half), tc(p("D: Social care needs"), half)),
            tr(tc(p("None identified"), half), tc(p("D1 Ana has no friend near home."), half)),
            tr(tc(p("E: Outcomes"), half), tc(p("F: Special educational provision"), half)),
            tr("Outcome", "By when", "Provision", "Needs"),
            tr("E1 Ana signs.", "July 2027", "F1 A teacher will sign with Ana.", "B1"),
            tr(tc(p("G: Health provision"), whole)),
            tr(tc(p("None."), whole)),
        )
    )
    assert get(reading, "section_c") == "()"
    assert get(reading, "section_d/D1/wording") == "Ana has no friend near home."
    assert get(reading, "section_e/E1/by_when") == "2027-07-01..2027-07-31"
    assert get(reading, "section_g") == "()"
    assert links(reading) == {("F1", "B1"), ("F1", "E1")}


def test_a_title_beneath_a_letter_is_a_title_and_the_name_of_a_school_is_none() -> None:
    reading = plan(
        h1("SECTION C") + p("Ana’s health needs") + p("1. Ana has migraines.")
        + h1("SECTION G") + p("The health provision required") + p("1. A nurse will see Ana (need 1).")
        + h1("SECTION I") + p("Mossgate School")
    )  # fmt: skip
    assert get(reading, "section_c") == "('C1',)"
    assert get(reading, "section_i/1/name") == "Mossgate School"
    assert links(reading) == {("G1", "C1")}


def test_what_an_amendment_changes_names_sections_and_heads_none() -> None:
    reading = plan(
        h1("Changes made by this amendment")
        + tbl(tr("Where", "What"), tr("Sections B and F", "New words follow"))
        + h1("SECTION B: SPECIAL EDUCATIONAL NEEDS")
        + p("B1 Ana is deaf.")
    )
    assert get(reading, "section_b") == "('B1',)"
    headings = [
        said(fact)
        for pointer, fact in reading.facts.items()
        if pointer.endswith("/wording") and "/headings/" in pointer
    ]
    assert headings == ["SECTION B: SPECIAL EDUCATIONAL NEEDS"]


def test_provision_under_a_section_of_its_own_beneath_one_heading() -> None:
    reading = plan(
        h1("Social care needs and provision (Sections D, H1 and H2)")
        + p("Social care need: Ana has no friend near home.")
        + p("Provision under Section H2: A club on Saturdays.")
    )
    assert get(reading, "section_h2/H2 1/wording") == "A club on Saturdays."
    assert links(reading) == {("H2 1", "D 1")}


def test_two_columns_of_a_pdf_page_with_frames_around_the_headings() -> None:
    def framed(x: float, y: float, words: str) -> str:
        return f"{x} {y - 6} 200 20 re S\n" + at(x + 4, y, words, bold=True)

    prose = [
        "Ana cannot hear what is said in a noisy",
        "room and is tired by the end of the day,",
        "so that she falls asleep in the car home.",
    ]
    help_ = [
        "A teacher of the deaf will see Ana for an",
        "hour each week in a quiet room, and will",
        "show the staff what to do between visits.",
    ]
    document = read(
        framed(50, 780, "Section B: Special educational needs")
        + column(50, 750, *prose, *prose)
        + framed(310, 780, "Section F: Provision")
        + column(310, 757, *help_, *help_)
    )
    words = [block.text for block in document.blocks if not isinstance(block, Table)]
    assert words[0] == "Section B: Special educational needs"
    assert words[1].startswith("Ana cannot hear")
    assert words[-1].endswith("what to do between visits.")
    assert "teacher" not in words[1]


def test_what_a_section_holds_alone_is_no_title_of_it() -> None:
    reading = plan(
        h1("SECTION D")
        + p("Social care at weekends and in the holidays")
        + h1("SECTION F")
        + p("F1 A teacher will help.")
    )
    assert get(reading, "section_d/D 1/wording") == "Social care at weekends and in the holidays"


def test_areas_that_are_also_kinds_of_advice_are_no_areas_in_section_k() -> None:
    reading = plan(h1("Section K: Advice") + tbl(tr("Health", "Dr E. Ample, 9 March 2026")))
    assert get(reading, "section_k/1/kind") == "Health"


def test_a_card_that_gives_its_number_in_a_cell_and_what_it_is_for_in_another() -> None:
    reading = plan(
        h1("Section B: Needs")
        + p("B1 Ana has no words.")
        + h1("Section F: Special educational provision")
        + tbl(
            tr("Number", "F1", "For need / outcome", "B1 / E1"),
            tr(tc(p("Provision")), tc(p("Play with an adult."), '<w:gridSpan w:val="3"/>')),
            tr("How often", "Daily", "How long", "Ten minutes"),
        )
    )
    assert get(reading, "section_f/F1/wording") == "Play with an adult."
    assert get(reading, "section_f/F1/duration") == "Ten minutes"
    assert links(reading) == {("F1", "B1")}


def test_a_numbered_row_beneath_a_title_does_not_go_on_from_it() -> None:
    down = '<w:vMerge w:val="restart"/>'
    on = "<w:vMerge/>"
    reading = plan(
        tbl(
            tr(tc(p(r("B", "<w:b/>")), down), tc(p("Special educational needs"))),
            tr(tc(p(), on), tc(p("1. Ana is deaf."))),
            tr(tc(p(), on), tc(p("2. Ana writes as a child of six."))),
        )
    )
    assert get(reading, "section_b/B1/wording") == "Ana is deaf."
    assert get(reading, "section_b") == "('B1', 'B2')"


def test_whose_views_follow_is_told_by_a_plain_line_too() -> None:
    reading = plan(
        h1("Section A: Child and family views")
        + p("Parents’ views")
        + p("Ana is a happy girl.")
        + h1("Section B: Needs")
        + p("B1 Ana is deaf.")
    )
    (key,) = reading.facts["/plan/section_a"].value  # type: ignore[union-attr,misc]
    assert get(reading, f"section_a/{key}/speaker") == "parents"
    assert get(reading, f"section_a/{key}/wording") == "Ana is a happy girl."


def test_two_labelled_lines_of_a_pdf_are_two_lines() -> None:
    document = read(at(60, 780, "Name: Mossgate School") + at(60, 766, "Type: Mainstream primary school"))
    assert [block.text for block in document.blocks if not isinstance(block, Table)] == [
        "Name: Mossgate School", "Type: Mainstream primary school",
    ]  # fmt: skip
