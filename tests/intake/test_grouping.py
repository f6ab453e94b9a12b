from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import said

from checker.case import CaseFile
from checker.facts import Origin

Load = Callable[..., CaseFile]


def events(*rows: str, more: str = "") -> str:
    return more + "events:\n" + "".join(f"  - {{event: {row}}}\n" for row in rows)


def test_an_event_belongs_to_the_latest_review_on_or_before_its_day(case: Load) -> None:
    facts = case(
        events(
            "meeting, on: 2024-11-10", "meeting, on: 2025-11-03",
            "review_decision_notified, on: 2025-11-02",
            "review_decision_notified, on: 2025-11-03, to: setting_attended",
        )
    ).facts  # fmt: skip
    assert said(facts["/reviews"]) == "('2024-11-10', '2025-11-03')"
    assert said(facts["/reviews/2024-11-10/decision/notification/family"]) == "2025-11-02"
    assert said(facts["/reviews/2025-11-03/decision/notification/setting_attended"]) == "2025-11-03"


def test_a_meeting_and_an_item_of_the_same_day_are_one_review(case: Load) -> None:
    facts = case(
        events("meeting, on: 10 November 2025", more="reviews: [{meeting: 2025-11-10, attending: yes, id: autumn}]\n")
    ).facts
    assert said(facts["/reviews"]) == "('autumn',)"
    assert said(facts["/reviews/autumn/meeting"]) == "2025-11-10"


def test_a_decision_with_no_meeting_begins_a_review_whose_meeting_is_not_stated(case: Load) -> None:
    facts = case(events("review_decision_notified, on: 2025-12-01", "review_decision_sent, on: 2025-12-02")).facts
    assert said(facts["/reviews"]) == "('before-2025-12-01',)"
    assert said(facts["/reviews/before-2025-12-01/meeting"]) == "not stated"
    assert said(facts["/reviews/before-2025-12-01/decision/sending/family"]) == "2025-12-02"


def test_an_amendment_and_its_review_share_what_is_known(case: Load) -> None:
    facts = case(
        events(
            "meeting, on: 2025-11-10", "amendment_notice_sent, on: 2025-12-05",
            "final_amended_sent, on: 2026-01-20, to: [family, named_setting]",
        )
    ).facts  # fmt: skip
    assert said(facts["/amendments"]) == "('2025-12-05',)"
    assert said(facts["/reviews/2025-11-10/notice/sending/family"]) == "2025-12-05"
    assert said(facts["/reviews/2025-11-10/amended_plan/sending/named_setting"]) == "2026-01-20"
    assert said(facts["/amendments/2025-12-05/final_plan/sending/commissioning_body"]) == "not stated"


def test_a_final_plan_belongs_to_the_amendment_whose_notice_an_item_of_the_list_gives(case: Load) -> None:
    facts = case(
        events("final_amended_sent, on: 2026-01-20", more="reviews: [{meeting: 2025-11-10, notice: 2025-12-05}]\n")
    ).facts
    assert said(facts["/amendments"]) == "('2025-12-05',)"
    assert said(facts["/amendments/2025-12-05/final_plan/sending/family"]) == "2026-01-20"
    assert said(facts["/reviews/2025-11-10/amended_plan/sending/family"]) == "2026-01-20"


def test_a_notice_served_with_no_sending_begins_an_amendment_whose_notice_is_not_stated(case: Load) -> None:
    facts = case(events("meeting, on: 2025-11-10", "amendment_notice_served, on: 2025-12-05")).facts
    assert said(facts["/amendments"]) == "('before-2025-12-05',)"
    assert said(facts["/amendments/before-2025-12-05/notice/sending/family"]) == "not stated"
    assert said(facts["/amendments/before-2025-12-05/notice/service/family"]) == "2025-12-05"


def test_a_notice_not_yet_served_begins_no_amendment(case: Load) -> None:
    facts = case(events("meeting, on: 2025-11-10", "amendment_notice_served, on: !not-yet ")).facts
    assert "/amendments" not in facts


def test_a_second_amendment_after_a_review_is_not_the_reviews(case: Load) -> None:
    facts = case(
        events(
            "meeting, on: 2025-01-10", "amendment_notice_sent, on: 2025-01-20", "final_amended_sent, on: 2025-03-01",
            "amendment_notice_sent, on: 2025-07-01", "not_amending_notified, on: 2025-07-20",
        )
    ).facts  # fmt: skip
    assert said(facts["/reviews/2025-01-10/notice/sending/family"]) == "2025-01-20"
    assert said(facts["/reviews/2025-01-10/refusal/notification/family"]) == "not stated"
    assert said(facts["/amendments/2025-07-01/refusal/notification/family"]) == "2025-07-20"


def test_an_item_of_the_list_says_the_same_as_events(case: Load) -> None:
    by_item = case(
        "reviews: [{meeting: 2025-11-10, notice: 2025-12-05, amended_plan: {sending: {family: 2026-01-20}}}]\n"
    ).facts
    by_amendment = case(
        "reviews: [{meeting: 2025-11-10}]\namendments: [{notice: 2025-12-05, final_plan: 2026-01-20}]\n"
    ).facts
    by_event = case(
        events("meeting, on: 2025-11-10", "amendment_notice_sent, on: 2025-12-05", "final_amended_sent, on: 2026-01-20")
    ).facts
    words = [{pointer: said(fact) for pointer, fact in each.items()} for each in (by_item, by_amendment, by_event)]
    assert words[0] == words[1] == words[2]


def test_what_has_not_happened_belongs_to_the_latest(case: Load) -> None:
    facts = case(
        events(
            "meeting, on: 2024-11-10", "meeting, on: 2025-11-03", "amendment_notice_sent, on: !not-yet ",
            "meeting, on: !not-yet ",
        )
    ).facts  # fmt: skip
    assert said(facts["/reviews/2025-11-03/notice/sending/family"]) == "not happened"
    assert said(facts["/reviews/2025-11-03/next_meeting"]) == "not happened"
    assert "/amendments" not in facts


def test_the_next_review_is_a_mirror_of_the_review_after(case: Load) -> None:
    facts = case(
        events(
            "plan_first_made, on: 2024-01-10", "meeting, on: 2024-11-10", "meeting, on: 2025-11-03",
            "review_decision_notified, on: 2025-11-20",
        )
    ).facts  # fmt: skip
    mirror = facts["/reviews/2024-11-10/next_decision"]
    assert said(mirror) == "2025-11-20"
    assert mirror.origin is Origin.WORKED_OUT
    assert mirror.where == facts["/reviews/2025-11-03/decision/notification/family"].where
    assert said(facts["/reviews/2024-11-10/next_meeting"]) == "2025-11-03"
    assert said(facts["/reviews/2025-11-03/next_meeting"]) == "not stated"
    assert said(facts["/first_review/meeting"]) == "2024-11-10"
    assert said(facts["/maintained_plan/last_meeting"]) == "2025-11-03"


def test_the_first_review_is_not_known_unless_the_making_is(case: Load) -> None:
    facts = case(events("meeting, on: 2024-11-10")).facts
    assert not [pointer for pointer in facts if pointer.startswith("/first_review")]


@pytest.mark.parametrize(
    ("decisions", "chosen"),
    [
        (("2025-11-20", "2024-11-20"), "2025-11-20"),
        (("2025-11-20", "2026-04-20"), "2025-11-20"),
        (("2025-03-20", "2026-04-20"), "2026-04-20"),
        (("2025-03-20", "2024-03-20"), "2025-03-20"),
        (("2026-10-20", "2026-11-20"), "not stated"),
    ],
)
def test_the_review_for_a_transfer(case: Load, decisions: tuple[str, ...], chosen: str) -> None:
    rows = [row for day in decisions for row in (f"meeting, on: {day}", f"review_decision_notified, on: {day}")]
    facts = case(events(*rows, more="transfers: [{limb: primary_to_secondary, date: 2026-09-01}]\n")).facts
    assert said(facts["/phase_transfers/2026-09-01/review_decision/notification/family"]) == chosen


def test_parties(case: Load) -> None:
    facts = case("child: {attends_a_setting: no}\nparties: {commissioning_body: !not-applicable }\n").facts
    assert said(facts["/family"]) == "the family"
    assert said(facts["/commissioning_body"]) == "not applicable"
    assert said(facts["/setting_attended"]) == "not applicable"
    assert said(case("child: {present_setting: Mossgate Academy}\n").facts["/setting_attended"]) == "Mossgate Academy"
    assert "/setting_attended" not in case("child: {name: Ana Example}\n").facts
