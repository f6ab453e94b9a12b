"""Choices that boxes offer, words spaced out, lines of pages, and tables that pages break."""

from __future__ import annotations

import pytest
from word_xml import h1, p, read, tbl, tr

from checker.intake.blocks import Document, Paragraph
from checker.intake.plan.furniture import is_page_foot, is_signature
from checker.intake.plan.nothing import is_none
from checker.intake.plan.reading import read_plan
from checker.intake.plan.spacing import closed_up
from checker.intake.plan.ticks import ticked


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☐ School  ☒ College", "College"),
        ("Yes ☐ No ☒", "No"),
        ("Has one been asked for?  ☐ Yes   ☒ No", "No"),
        ("Type: ☑ Special ☐ Mainstream", "Special"),
        ("☒ Speaking ☒ Writing ☐ Drawing", "☒ Speaking ☒ Writing ☐ Drawing"),
        ("☐ School ☐ College", "☐ School ☐ College"),
        ("Yes ☐ No ☒ tick one", "Yes ☐ No ☒ tick one"),
        ("no box at all", "no box at all"),
    ],
)
def test_the_one_box_that_is_ticked_is_chosen(text: str, chosen: str) -> None:
    assert ticked(text) == chosen


def test_a_box_that_is_not_ticked_says_nothing() -> None:
    assert is_none("☒ Not applicable   ☐ As follows:")
    assert not is_none("☐ Not applicable   ☒ As follows:")
    assert not is_none("☐ Not applicable")


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("S E C T I O N  B", "SECTION  B"),
        ("S E C TIO N A", "SECTIONA"),
        ("Sections B, F and E", "Sections B, F and E"),
        ("I am in a group of 4", "I am in a group of 4"),
        ("A B", "A B"),
    ],
)
def test_letters_spaced_out_are_closed_up(spaced: str, closed: str) -> None:
    assert closed_up(spaced) == closed


def line(text: str) -> Paragraph:
    (found,) = [block for block in read(p(text)).blocks if isinstance(block, Paragraph)]
    return found


def test_the_foot_of_a_page_is_told_from_words() -> None:
    assert is_page_foot(line("Page 3 of 9 – Ana Example – Confidential"))
    assert not is_page_foot(line("Page 3 of the report says that Ana reads."))
    assert is_signature(line("Signed on behalf of the council: B. Example"))
    assert not is_signature(line("Signed songs are sung each day."))


def words_in(document: Document, code: str) -> list[str]:
    facts = read_plan(document).facts
    listed = facts[f"/plan/section_{code}"].value
    assert isinstance(listed, tuple)
    return [str(facts[f"/plan/section_{code}/{key}/wording"].value) for key in listed]


def test_a_page_foot_within_an_item_is_no_part_of_it() -> None:
    body = h1("Section B: Special educational needs") + p("B1 Ana reads more when she is shown,")
    document = read(body + p("Page 3 of 9 – Ana Example") + p("and less when she is told."))
    assert words_in(document, "b") == ["Ana reads more when she is shown,\nand less when she is told."]


def test_a_row_that_a_page_breaks_is_one_row() -> None:
    header = tr("Section B: Needs", "Section F: Provision")
    first = tbl(header, tr("Ana reads slowly.", "A teacher reads with Ana for an hour a week,"))
    rest = tbl(tr("", "and gives her school a list of words."), tr("Ana tires.", "A rest each hour."))
    document = read(first + p("Page 1 of 2") + rest)
    assert words_in(document, "b") == ["Ana reads slowly.", "Ana tires."]
    assert words_in(document, "f") == [
        "A teacher reads with Ana for an hour a week, and gives her school a list of words.",
        "A rest each hour.",
    ]


def test_a_table_of_its_own_does_not_go_on_from_the_one_above() -> None:
    first = tbl(tr("Section B: Needs", "Section F: Provision"), tr("Ana reads slowly.", "A teacher reads with Ana."))
    document = read(
        first + h1("Section I: Placement") + tbl(tr("Name", "Mossgate School"), tr("Type", "Special school"))
    )
    assert words_in(document, "b") == ["Ana reads slowly."]
