"""What a record says of the meeting of a review, of a re-assessment and of ceasing, and what its silence means."""

from __future__ import annotations

from datetime import date

from cases import standards

from checker.case import CaseFile
from checker.facts import Days, Fact, State
from checker.intake.load import load

PLAN = b"plan: {title: EHC plan, status: final, sections: [{heading: Section A}]}\n"
MEETING = "reviews:\n  - {meeting: 2026-01-15, attending: yes}\n"


def case(record: str) -> CaseFile:
    """Return a case with an empty plan and this record."""
    files = [("plan.yaml", PLAN), ("record.yaml", record.encode())]
    return load(files, date(2026, 3, 2), library=standards())


def state(found: CaseFile, pointer: str) -> State:
    """Return the state of a fact of a case: not covered where nothing is said."""
    fact: Fact | None = found.facts.get(pointer)
    return fact.state if fact else State.NOT_COVERED


def test_a_complete_record_without_the_part_says_nothing_of_the_meeting() -> None:
    found = case(f"complete-to: 2026-03-02\n{MEETING}")
    for field in ("invitation/sending/family", "progress_considered", "report/preparation", "letter/matters"):
        assert state(found, f"/reviews/2026-01-15/{field}") is State.NOT_COVERED, field
    assert state(found, "/reassessments") is State.NOT_COVERED


def test_one_invitation_makes_a_complete_record_answer_for_the_others() -> None:
    invited = "events:\n  - {event: review_invitation_sent, on: 2025-12-15, to: family, review: 2026-01-15}\n"
    found = case(f"complete-to: 2026-03-02\n{MEETING}{invited}")
    assert state(found, "/reviews/2026-01-15/invitation/sending/family") is State.KNOWN
    assert state(found, "/reviews/2026-01-15/invitation/sending/health_professional") is State.NOT_HAPPENED
    assert state(found, "/reviews/2026-01-15/progress_considered") is State.NOT_STATED
    assert state(found, "/reviews/2026-01-15/letter/matters") is State.NOT_COVERED


def test_in_a_record_that_is_not_complete_the_others_are_not_stated() -> None:
    invited = "events:\n  - {event: review_invitation_sent, on: 2025-12-15, to: family, review: 2026-01-15}\n"
    found = case(f"{MEETING}{invited}")
    assert state(found, "/reviews/2026-01-15/invitation/sending/health_professional") is State.NOT_STATED
    assert state(found, "/reviews/2026-01-15/progress_considered") is State.NOT_COVERED


def test_a_record_that_covers_re_assessments_and_has_none_says_that_there_was_none() -> None:
    found = case("complete-to: 2026-03-02\ncovers: [reassessment]\n")
    assert found.facts["/reassessments"].value == ()
    assert found.facts["/reassessments"].complete


def test_a_decision_to_cease_gives_each_step_its_day() -> None:
    steps = "information: 2025-10-05, consultation: {asking: {family: 2025-10-12, named_setting: 2025-10-14}}"
    found = case(f"cease_decisions:\n  - {{decision: 2025-10-19, {steps}}}\n")
    at = "/cease_decisions/2025-10-19"
    assert state(found, f"{at}/information/giving/family") is State.KNOWN
    assert found.facts[f"{at}/consultation/asking/named_setting"].value == Days.on(date(2025, 10, 14))


def test_a_review_serves_a_move_between_colleges_if_it_was_decided_five_months_ahead() -> None:
    record = """
transfers:
  - {limb: post_16_to_post_16, date: 2026-02-02}
events:
  - {event: meeting, on: 2025-06-02}
  - {event: review_decision_notified, on: 2025-06-20, review: 2025-06-02}
  - {event: meeting, on: 2025-11-03}
  - {event: review_decision_notified, on: 2025-11-20, review: 2025-11-03}
"""
    found = case(record)
    decided = found.facts["/phase_transfers/2026-02-02/review_decision/notification/family"]
    assert decided.value == found.facts["/reviews/2025-06-02/decision/notification/family"].value
