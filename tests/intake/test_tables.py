from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import said

from checker.case import CaseFile
from checker.intake.load import Unreadable
from checker.intake.record.tables import is_table

Load = Callable[..., CaseFile]
HEADING = "date,event,who,to whom,how,note,source\n"


def test_one_row_a_recipient(case: Load) -> None:
    facts = case(
        register_csv=HEADING
        + '2026-01-05,request_received,parent,,email,"a note, with a comma",register 12\n'
        + "20/05/2026,Final plan sent,,parents,post,,\n"
        + "20/05/2026,final sent,,named setting,post,,\n"
        + "not yet,final_sent,,commissioning_body,,,\n"
        + ",decision_notified,,,,,\n"
    ).facts
    assert said(facts["/request/receipt"]) == "2026-01-05"
    assert said(facts["/final_plan/sending/family"]) == "2026-05-20"
    assert said(facts["/final_plan/sending/named_setting"]) == "2026-05-20"
    assert said(facts["/final_plan/sending/commissioning_body"]) == "not happened"
    assert said(facts["/request/decision/notification/family"]) == "not stated"
    place = facts["/final_plan/sending/named_setting"].where
    assert place
    assert place.line == 4


def test_columns_in_any_order_semicolons_and_windows_characters(case: Load) -> None:
    facts = case(register_csv="\ufeffevent;date;note\r\nfinal_sent;20 May 2026;café\r\n").facts
    assert said(facts["/final_plan/sending/family"]) == "2026-05-20"


def test_a_note_over_two_lines_keeps_the_count_of_lines(case: Load) -> None:
    with pytest.raises(Unreadable, match=r"register.csv:4: `soon` is not a date"):
        case(register_csv=HEADING + '2026-01-05,request_received,,,,"two\nlines",\nsoon,final_sent,,,,,\n')


def test_an_unknown_event_gets_the_nearest(case: Load) -> None:
    with pytest.raises(Unreadable, match=r"register.csv:2: `finl_sent` is not an event: did you mean `final_sent`\?"):
        case(register_csv=HEADING + "2026-01-05,finl_sent,,,,,\n")


def test_a_row_may_name_its_review(case: Load) -> None:
    facts = case(
        register_csv="date,event,review\n2024-11-10,meeting,\n2025-11-03,meeting,\n"
        "2025-12-20,review_decision_notified,10 November 2024\n"
    ).facts
    assert said(facts["/reviews/2024-11-10/decision/notification/family"]) == "2025-12-20"
    assert said(facts["/reviews/2025-11-03/decision/notification/family"]) == "not stated"


def test_what_is_a_table() -> None:
    assert is_table(HEADING)
    assert not is_table("events:\n  - {date: 1}\n")
    assert not is_table("a date, an event that was held\n")
