"""Before a draft goes out: another child's name, a setting named, and the days of service and answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from cases import standards

from checker.answering import who_can_answer
from checker.before_sending import ANOTHER_NAME, SETTING_NAMED, BeforeSending, before_sending
from checker.case import CaseFile
from checker.evaluation.check import check_case
from checker.facts import Days, Fact, Place, known
from checker.intake.load import load
from checker.left_in_file import Left, Trace
from checker.result import Check
from reports.before_sending import sending_lines
from reports.spans import plain

CASE = Path(__file__).parent.parent / "fixtures" / "cases"
DAY = date(2026, 10, 5)


@cache
def draft() -> CaseFile:
    return loaded("under-5-draft")


def loaded(name: str) -> CaseFile:
    files = [(path.name, path.read_bytes()) for path in sorted((CASE / name / "case").iterdir())]
    return load(files, DAY, library=standards())


@cache
def checked() -> Check:
    return check_case(draft(), standards(), DAY)


def of(facts: dict[str, Fact] | None = None, left: tuple[Left, ...] = (), day: date = DAY) -> BeforeSending | None:
    case = replace(draft(), facts={**draft().facts, **(facts or {})}, left=left)
    return before_sending(case, checked().findings, day, standards().authorities)


def names(before: BeforeSending | None) -> list[str]:
    return [name for each in before.reminders if each.kind == ANOTHER_NAME for name in each.names] if before else []


def mentioned(name: str, number: int = 7) -> dict[str, Fact]:
    return {f"/draft_plan/name_mentions/{number}/name": known(name, Place("plan.docx", words=name))}


def worded(words: str) -> dict[str, Fact]:
    return {"/draft_plan/section_a/A1/wording": known(words, Place("plan.docx", words=words))}


def served(day: date) -> dict[str, Fact]:
    return {"/draft_plan/service/family": known(Days.on(day), Place("record.yaml", line=9))}


def test_the_name_of_another_child_and_a_setting_are_told() -> None:
    before = checked().before_sending
    assert before is not None
    kinds = {each.kind: each for each in before.reminders}
    assert set(kinds) == {SETTING_NAMED, ANOTHER_NAME}
    assert kinds[SETTING_NAMED].source is not None
    assert kinds[SETTING_NAMED].source.authorities == ("cfa2014-s38-5-b",)
    assert kinds[ANOTHER_NAME].names == ("Toby",)
    assert all(place.paragraph for each in before.reminders for place in each.places)


@pytest.mark.parametrize("name", ["Tyler", "Jude", "Ravi", "Rowan"])
def test_the_child_of_another_case_is_told(name: str) -> None:
    assert name in names(of(mentioned(name)))


@pytest.mark.parametrize(
    "words",
    [
        "Her brother Max helps at home.",
        "Max, her cousin, visits.",
        "She plays with her friends Ola and Max.",
        "Max is a dog.",
    ],
)
def test_whoever_the_plan_introduces_is_not(words: str) -> None:
    assert "Max" not in names(of(mentioned("Max") | worded(words)))
    assert "Max" in names(of(mentioned("Max") | worded("Max will be helped to dress.")))


def test_an_author_in_section_k_is_not() -> None:
    author = {"/draft_plan/section_k/9/author": known("Nora Example, teacher", Place("plan.docx"))}
    assert "Nora" in names(of(mentioned("Nora")))
    assert "Nora" not in names(of(mentioned("Nora") | author))


def test_fifteen_days_begin_with_the_day_of_service() -> None:
    before = of(served(date(2026, 10, 1)))
    assert before is not None
    assert before.days is not None
    assert (before.days.served, before.days.was_served) == (date(2026, 10, 1), True)
    assert before.days.answer == date(2026, 10, 15)
    assert before.reminders == ()


def test_a_draft_not_served_is_counted_from_the_day_of_the_check() -> None:
    before = of()
    assert before is not None
    assert before.days is not None
    days = before.days
    assert (days.served, days.was_served, days.answer) == (DAY, False, DAY + timedelta(days=14))
    assert days.final == (date(2026, 10, 26),)
    assert days.serve_by == date(2026, 10, 12)
    assert days.serve_by + timedelta(days=14) == days.final[0]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 10, 12), "serve the draft by Monday 12 October 2026"),
        (date(2026, 10, 13), "counted from the day of this check, end after that"),
        (date(2026, 10, 27), "was due by Monday 26 October 2026"),
    ],
)
def test_the_last_day_to_serve_is_told_while_it_can_be_kept(day: date, told: str) -> None:
    assert any(told in plain(line) for line in sending_lines(of(day=day)))


def test_what_was_left_in_the_file_is_told_by_kind_with_the_first_place() -> None:
    left = (
        Left(Trace.CHANGE, Place("plan.docx", paragraph=3, words="old")),
        Left(Trace.CHANGE, Place("plan.docx", paragraph=4)),
        Left(Trace.PROMPT, Place("plan.docx", paragraph=5)),
    )
    told = [plain(line, "plan.docx") for line in sending_lines(of(left=left))]
    assert "2 tracked changes left in the file; the first: “old” (paragraph 3). Accept or reject each." in told
    assert "1 box still at its prompt left in the file: (paragraph 5)." in told


@pytest.mark.parametrize("name", ["well-written", "badly-written", "year-6-transfer-named", "post-16-appeal"])
def test_nothing_is_told_of_a_plan_that_was_sent(name: str) -> None:
    case = loaded(name)
    assert before_sending(case, (), DAY, standards().authorities) is None


def test_an_item_is_asked_of_the_author_in_its_field_else_of_the_school() -> None:
    words = {
        "F1": "Speech and language therapy as required.",
        "F2": "The nursery will help with reading.",
        "F3": "Input from an occupational therapist.",
        "F4": "Access to equipment.",
    }
    base = "/draft_plan/section_f"
    facts = {pointer: fact for pointer, fact in draft().facts.items() if not pointer.startswith((base, "/advice"))}
    facts[base] = known(tuple(words), Place("plan.docx"))
    facts |= {f"{base}/{key}/wording": known(each, Place("plan.docx", words=each)) for key, each in words.items()}
    facts["/draft_plan/section_k/1/kind"] = known("Speech and language therapy", Place("plan.docx"))
    found = {
        item: each.name
        for each in who_can_answer(replace(draft(), facts=facts))
        for item in each.items
        if item in words
    }
    assert found == {"F1": "Mabel’s parents", "F2": "Manager, Tansy Lane Nursery"}
