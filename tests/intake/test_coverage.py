from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from conftest import said

from checker.case import CaseFile
from checker.facts import State

Load = Callable[..., CaseFile]
LISTS = (
    "/reviews", "/amendments", "/cease_decisions", "/phase_transfers", "/preferences", "/assessment/exceptions_claimed",
    "/assessment/absences", "/assessment/family_circumstances", "/child/detentions", "/assessment/advice",
)  # fmt: skip


def test_a_part_with_an_event_is_covered_and_another_is_not(case: Load) -> None:
    facts = case("events:\n  - {event: request_received, on: 2026-01-05}\n").facts
    for to in ("family", "named_setting", "commissioning_body"):
        assert said(facts.get(f"/final_plan/sending/{to}")) == "not stated"
    assert said(facts.get("/request/decision/notification/family")) == "not stated"
    assert "/draft_plan/sending/family" not in facts
    assert "/maintained_plan/making" not in facts
    assert "/reviews" not in facts


def test_a_row_with_no_day_covers_nothing_but_itself(case: Load) -> None:
    facts = case("events:\n  - {event: request_received, on: }\n").facts
    assert said(facts.get("/request/receipt")) == "not stated"
    assert "/final_plan/sending/family" not in facts


def test_an_event_said_not_to_have_happened_covers_its_part(case: Load) -> None:
    facts = case("events:\n  - {event: request_received, on: !not-yet }\n").facts
    assert said(facts.get("/request/receipt")) == "not happened"
    assert said(facts.get("/final_plan/sending/family")) == "not stated"


def test_a_complete_record_vouches_for_what_is_absent(case: Load) -> None:
    facts = case("complete-to: 2026-06-01\nevents:\n  - {event: request_received, on: 2026-01-05}\n").facts
    for pointer in ("/final_plan/sending/family", "/draft_plan/service/family", "/first_review/meeting"):
        assert facts[pointer].state is State.NOT_HAPPENED
        assert facts[pointer].through == date(2026, 6, 1)
    place = facts["/final_plan/sending/family"].where
    assert place
    assert place.line == 1


@pytest.mark.parametrize("pointer", LISTS)
def test_every_list_of_a_complete_record_is_complete(case: Load, pointer: str) -> None:
    facts = case("complete-to: 2026-06-01\nchild: {name: Ana Example}\n").facts
    assert facts[pointer].value == ()
    assert facts[pointer].complete
    assert pointer not in case("child: {name: Ana Example}\n").facts


def test_nobody_keeps_a_tailored_list(case: Load) -> None:
    facts = case("complete-to: 2026-06-01\n").facts
    assert not [pointer for pointer in facts if pointer.startswith("/tailored_list")]


def test_a_list_given_is_complete_only_if_the_record_is(case: Load) -> None:
    row = "reviews: [{meeting: 2025-11-10}]\n"
    assert not case(row).facts["/reviews"].complete
    assert case(row + "complete-to: 2026-06-01\n").facts["/reviews"].complete


def test_silence_inside_an_item(case: Load) -> None:
    row = "reviews: [{meeting: 2025-11-10}]\n"
    assert "/reviews/2025-11-10/step_down_considered" not in case(row).facts
    complete = case(row + "complete-to: 2026-06-01\n").facts
    assert said(complete["/reviews/2025-11-10/step_down_considered"]) == "not stated"
    assert said(complete["/reviews/2025-11-10/decision/notification/family"]) == "not happened"


def test_a_complete_record_silent_about_a_letter_does_not_say_it_was_not_sent(case: Load) -> None:
    facts = case("complete-to: 2026-06-01\n").facts
    assert said(facts["/draft_letter/sending"]) == "not stated"


def test_a_plan_that_was_sent_was_made(case: Load) -> None:
    facts = case("complete-to: 2026-06-01\nevents:\n  - {event: final_sent, on: 2026-05-20}\n").facts
    assert said(facts["/maintained_plan/making"]) == "not stated"
    assert said(case("complete-to: 2026-06-01\n").facts["/maintained_plan/making"]) == "not happened"


def test_a_list_said_not_to_apply_stays_so(case: Load) -> None:
    facts = case("complete-to: 2026-06-01\npreferences: !not-applicable\n").facts
    assert facts["/preferences"].state is State.NOT_APPLICABLE
