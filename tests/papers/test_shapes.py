"""Small shapes of papers: who was there, what is no recommendation, what a letter does not tell, whose case it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cases import standards
from marked import word_of
from own_papers import own_papers

from checker.intake.word.read import read_word
from checker.papers.details import people_in
from checker.papers.own_cases import cases_of
from checker.papers.read import read_paper
from checker.papers.recognise import recognise

if TYPE_CHECKING:
    from checker.papers.paper import Paper

_OWN = {each.name: each.paper for each in own_papers(standards().lexicon)}
_ADVICE = "# Occupational therapy report\nName: Odd Merrow\nDate: 5 May 2026\n"
_REFUSAL = "3 June 2026\nMrs L. Merrow\nDear Mrs Merrow\n! Refusal to assess Odd Merrow\n"


def _read(marked: str) -> Paper:
    document = read_word(word_of(marked), "paper.docx")
    return read_paper(document, recognise(document), standards().lexicon)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Odd; Mr and Mrs Merrow, parents; myself.", ("Odd", "Mr and Mrs Merrow, parents", "myself")),
        ("A. Bell (chair), C. Dunn. Apologies: F. Orr.", ("A. Bell (chair)", "C. Dunn")),
        ("A. Bell (chair; left at two); C. Dunn. Minutes: D. Pell.", ("A. Bell (chair; left at two)", "C. Dunn")),
        ("Mr and Mrs Merrow, Ina Gall", ("Mr and Mrs Merrow", "Ina Gall")),
    ],
)
def test_only_those_who_were_there_are_present(words: str, people: tuple[str, ...]) -> None:
    """A list is parted at its semicolons, and ends where those begin who were away or kept the minutes."""
    assert people_in(words) == people


@pytest.mark.parametrize(
    "words",
    [
        "I do not recommend a weighted blanket or a wobble cushion.",
        "No equipment is needed.",
        "Please note that this service does not provide equipment.",
    ],
)
def test_what_is_not_recommended_is_said_to_be_passed_over(words: str) -> None:
    """Words among recommendations that recommend nothing are left out, and the report says so."""
    paper = _read(f"{_ADVICE}## Recommendations\n* A sloping desk\n{words}\n")
    read = [each.passage.words for each in paper.provision]
    assert read == ["A sloping desk"]
    assert paper.notes == (
        "we found no need in it: it may stand there in other words",
        f"beneath its recommendations, and not taken for one: “{words}”",
    )


def test_items_beneath_a_number_carry_it() -> None:
    """ "5.1(a)" is how a reader finds the item again."""
    paper = _read(f"{_ADVICE}## Recommendations\n5.1 At school\n(a) A sloping desk for all written work.\n")
    assert [each.passage.number for each in paper.provision] == ["5.1(a)"]


def test_recommendations_after_the_signature_are_read() -> None:
    """An appendix may follow who signed."""
    paper = _read(f"{_ADVICE}Signed: Kit Larch\n## Appendix: recommendations\n* A sloping desk\n")
    assert [each.passage.words for each in paper.provision] == ["A sloping desk"]


def test_a_reason_for_something_else_is_no_reason_for_the_decision() -> None:
    """Only words on the decision are its reasons, and three cycles of assess, plan, do, review are no assessment."""
    told = {each.matter for each in _read(f"{_REFUSAL}Because Odd is four, he is a pupil.\nYours faithfully\n").told}
    assert told == set()
    words = "We decided this because the school has not yet shown three cycles of assess, plan, do, review."
    told = {each.matter for each in _read(f"{_REFUSAL}{words}\nYours faithfully\n").told}
    assert told == {"reasons"}


def test_a_reply_is_not_the_day_of_the_final_plan() -> None:
    """What comes after the day is of something else; a day on which the council will write is none for a reply."""
    start = "3 June 2026\nDear Mrs Merrow\n! Draft EHC plan for Odd Merrow\n"
    asked = _read(f"{start}Send us your comments by 18 June 2026, after which we will issue the plan.\nYours\n")
    assert asked.details["reply_by"].versions
    told = _read(f"{start}We will send the final plan by 18 June 2026.\nYours\n")
    assert not told.details["reply_by"].versions


def test_progress_that_was_not_found_is_told() -> None:
    """A review that names an outcome on which no progress was read is said to."""
    review = (
        "# Annual review report\n## Progress\nE1 Odd will type. Progress: He types daily.\n## Next\nE2 is to be kept.\n"
    )
    assert _read(review).notes == ("it names E2 too, and we found no progress on it there",)
    assert _read("# Annual review report\n## Views\nOdd is happy.\n").notes == (
        "we found no progress on an outcome in it: it may stand there in other words",
    )


def test_outcomes_that_are_proposed_have_no_progress() -> None:
    """A table of new outcomes tells of none, whatever its columns."""
    review = "# Annual review report\n## New outcomes proposed\n| Outcome | Progress measure | Status |\n"
    assert _read(f"{review}| Odd will travel alone | Bus log | New |\n").progress == ()


def test_minutes_give_the_cases_of_the_child_alone() -> None:
    """By name, or by the reference that the copy is for; never by what two children may share."""
    minutes = _OWN["minutes-wide-table"]
    assert [each.reference for each in cases_of(minutes, "Odd Merrow")] == ["OV-0411"]
    bare = replace(minutes, details={})
    assert cases_of(bare, "Odd Merrow") == ()
    assert cases_of(bare, "") == ()
    named = replace(bare, cases=(replace(bare.cases[0], words="Odd J. Merrow, 7"), bare.cases[1]))
    assert [each.reference for each in cases_of(named, "Odd Merrow")] == ["OV-0411"]


def test_minutes_that_name_one_child_are_of_that_child() -> None:
    """One case that is opened with a name and a date of birth tells whose copy it is."""
    paper = _read(
        "# EHC Panel: minutes of 12 May 2026\n"
        "OV-0411 (boy, 4). Request for assessment.\nThe panel did not support it.\n"
        "OV-0415, Odd Merrow, 04/04/2019. Draft plan.\nThe panel's recommendation is to issue the plan.\n"
    )
    assert paper.details["child"].value == "Odd Merrow"
    assert [each.decision for each in cases_of(paper, "Odd Merrow")] == [
        "The panel's recommendation is to issue the plan."
    ]
    assert "decided" not in paper.details


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("We have decided to cease to maintain your EHC plan. You have finished your course.", "Ms Tansy Flax"),
        ("We have decided to cease to maintain your daughter's EHC plan.", None),
    ],
)
def test_a_letter_on_your_plan_is_of_whom_it_is_to(words: str, child: str | None) -> None:
    """A young person's letter names them above its salutation; a parent's letter does not name the child there."""
    paper = _read(f"Otter Vale Council\n3 June 2026\nMs Tansy Flax\nDear Tansy\n! After the review\n{words}\nYours\n")
    fact = paper.details["child"]
    assert (fact.value if fact.versions else None) == child


@pytest.mark.parametrize(
    ("body", "signed", "kind"),
    [
        (
            "You asked me for my advice before the council decides whether to assess.",
            "Speech and Language Therapist",
            "advice report",
        ),
        ("We have agreed to assess Odd. Please send us your advice by 20 June 2026.", "SEND Officer", "letter"),
    ],
)
def test_a_letter_signed_by_a_clinician_is_their_advice(body: str, signed: str, kind: str) -> None:
    """Who signs tells the letter that gives advice from the letter that asks for it."""
    marked = f"9 May 2026\nDr P. Spall\nDear Dr Spall\n! Odd Merrow, born 4 April 2019\n{body}\n"
    paper = _read(f"{marked}I recommend that he is seen once a week.\nYours sincerely\nDella Rook\n{signed}\n")
    assert str(paper.recognised.kind) == kind
