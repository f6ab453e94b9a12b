"""Questions to send: who is asked what, and that a message can be pasted as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import sample
from cases import standards

from checker.answering import Answerer
from checker.comparing.suggestion import Difference, Suggestion
from checker.evaluation.check import check_case
from checker.facts import Place
from checker.intake.load import load
from checker.result import Check
from reports.html import render_html
from reports.statement import statement
from reports.text import render_text
from reports.to_send import AUTHORITY, FAMILY, REGISTRY, ToSend

FIXTURES = Path(__file__).parents[2] / "fixtures" / "cases"


@cache
def badly_written() -> Check:
    folder = FIXTURES / "badly-written" / "case"
    # Without the reports and letters beside it: whom a question goes to turns on them.
    names = ("answers.yaml", "plan.docx", "record.yaml")
    files = [(name, (folder / name).read_bytes()) for name in names]
    library = standards()
    return check_case(load(files, date(2026, 6, 10), library=library), library, date(2026, 6, 10))


def groups(check: Check) -> dict[str, ToSend]:
    return {each.of: each for each in statement(check).needs.to_send}


def test_the_authority_stands_last_and_the_rest_by_what_it_settles() -> None:
    found = statement(badly_written()).needs.to_send
    assert found[-1].of == AUTHORITY
    assert [each.outside for each in found] == [True] * (len(found) - 1) + [False]
    settles = [each.settles for each in found if each.outside]
    assert settles == sorted(settles, reverse=True)


def test_a_vague_item_is_asked_of_the_school_in_its_own_words_without_citations() -> None:
    message = groups(badly_written())["Thornley Green School"].message
    assert message.startswith("To: Thornley Green School\nAbout: Tyler Samplefield’s EHC plan\n")
    assert "F1 says: “Regular support from a teaching assistant to develop Tyler’s social communication.”" in message
    assert "Please say how often." in message
    assert "Why: “Regular” leaves that open" in message
    assert not any(words in message for words in ("s 37", "reg ", "Code of Practice", "judged", "not met"))


def test_what_another_report_says_is_asked_of_its_author() -> None:
    there = Place("slt.docx", "6", paragraph=40, words="6 sessions of 45 minutes each term")
    here = Place("plan.docx", "Section F", paragraph=90)
    more = Suggestion(
        Difference.AMOUNT_LEFT_OUT, "F1", "/plan/section_f/F1", here, there, asks="A Therapist, SLT service"
    )
    found = groups(replace(badly_written(), suggestions=(more,)))
    assert "6 sessions of 45 minutes each term" in found["A Therapist, SLT service"].message
    assert "F1 says" not in found["Thornley Green School"].message


def test_who_is_named_by_nothing_is_not_guessed_at() -> None:
    found = groups(replace(badly_written(), answering=()))
    assert set(found) == {AUTHORITY, REGISTRY, FAMILY}


def test_two_days_on_file_are_put_to_the_registry_and_the_family() -> None:
    found = groups(badly_written())
    for of in (REGISTRY, FAMILY):
        assert (
            "Receipt of the request: the files give 9 September 2024 (parent, email of 9 September)"
            in found[of].message
        )
        assert "Which is right, and what shows it?" in found[of].message
    assert "Invited to the review meeting to family" in found[REGISTRY].message


def test_every_question_that_is_asked_is_put_to_somebody() -> None:
    for check in (badly_written(), sample.everything(), sample.badly_written()):
        report = statement(check)
        put = {card.number for group in report.needs.to_send for card in group.cards}
        assert put == {card.number for card in report.needs.cards if card.number and card.of and not card.is_group}


def test_messages_stand_whole_in_the_text_and_the_page() -> None:
    check = replace(badly_written(), answering=(Answerer("Thornley Green School", None, None, ("F1",), school=True),))
    page, text = render_html(check), render_text(check, everything=True)
    assert page.count("<pre>To: ") == len([each for each in groups(check).values() if each.outside])
    assert "<script" not in page
    assert "To: Thornley Green School" in text
