from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from conftest import said

from checker.case import CaseFile
from checker.documents.events import EVENTS
from checker.facts import Days, Fact, State
from checker.intake.load import Unreadable, load

Load = Callable[..., CaseFile]

WHOLE = """\
complete-to: 2026-06-01
child: {name: Ana Example, born: 2015-05-04, year_group: 06, young_person: no}
decisions: {request: assess, assessment: issue_plan, route: request}
events:
  - {event: request_received, on: 2026-01-05, who: parent, how: email, source: register 12}
  - {event: final_sent, on: 20 May 2026, to: [family, named_setting]}
  - {event: draft_served, on: March 2026}
  - {event: final_sent, on: !not-yet , to: commissioning_body}
  - {event: decision_notified, on: }
  - {event: early_issue_agreed, on: !not-applicable }
advice:
  - {giver: health, receipt: 2026-03-10, closures: [{setting: X, start: 2026-02-01, reopening: 2026-03-14}]}
  - {giver: health, author: A second clinic}
letters: {draft_letter: {reply_by: 2026-04-20, matters: [representations, meeting]}}
preferences: [{setting: Mossgate Academy, setting_kind: academy, reply: }]
cease_decisions: [{decision: 2026-05-01, notice: 2026-05-02, ground: no_longer_necessary}]
"""


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/child/name", "Ana Example"),
        ("/child/born", "2015-05-04"),
        ("/child/year_group", "6"),
        ("/child/young_person", "False"),
        ("/request/determination", "assess"),
        ("/assessment/outcome", "issue_plan"),
        ("/assessment/route", "request"),
        ("/request/receipt", "2026-01-05"),
        ("/final_plan/sending/family", "2026-05-20"),
        ("/final_plan/sending/named_setting", "2026-05-20"),
        ("/final_plan/sending/commissioning_body", "not happened"),
        ("/draft_plan/service/family", "2026-03-01..2026-03-31"),
        ("/request/decision/notification/family", "not stated"),
        ("/early_issue_agreement", "not applicable"),
        ("/assessment/advice", "('health', 'health-2')"),
        ("/assessment/advice/health/receipt", "2026-03-10"),
        ("/assessment/advice/health/closures/1/reopening", "2026-03-14"),
        ("/assessment/advice/health-2/author", "A second clinic"),
        ("/draft_letter/matters", "('representations', 'meeting')"),
        ("/preferences", "('1',)"),
        ("/preferences/1/reply", "not stated"),
        ("/cease_decisions/2026-05-01/notice/family", "2026-05-02"),
        ("/cease_decisions/2026-05-01/ground", "no_longer_necessary"),
    ],
)
def test_a_record_is_read(case: Load, pointer: str, words: str) -> None:
    assert said(case(WHOLE).facts.get(pointer)) == words


def test_every_value_has_its_line_and_words(case: Load) -> None:
    place = case(WHOLE).facts["/final_plan/sending/family"].where
    assert place
    assert (place.file, place.line, place.words) == ("record.yaml", 6, "20 May 2026")


def test_every_event_fills_its_pointers(case: Load) -> None:
    for kind in EVENTS:
        begun = "  - {event: meeting, on: 2025-01-10}\n  - {event: amendment_notice_sent, on: 2025-01-20}\n"
        facts = case(f"events:\n{begun}  - {{event: {kind.name}, on: 2025-03-14}}\n").facts
        for pointer in kind.pointers:
            keys = {"meeting": "2025-03-14"}.get(kind.name, "2025-01-10")
            amendment = {"amendment_notice_sent": "2025-03-14"}.get(kind.name, "2025-01-20")
            at = pointer.format(review=keys, amendment=amendment) + (
                f"/{kind.recipients[0]}" if kind.recipients else ""
            )
            if kind.name == "amendment_notice_sent" and pointer.startswith("/reviews"):
                continue  # the review before it has a notice already: this one is of an amendment outside a review
            assert said(facts.get(at)) == "2025-03-14", at


def test_disputed(case: Load) -> None:
    text = (
        "events:\n  - event: request_received\n    on: !disputed\n"
        "      - {value: 2026-01-05, by: parent, source: email}\n"
        "      - {value: 2026-01-12, by: authority}\n"
    )
    fact = case(text).facts["/request/receipt"]
    assert fact.state is State.DISPUTED
    assert [(v.value, v.said_by, v.place.line) for v in fact.versions] == [
        (Days.on(date(2026, 1, 5)), "parent, email", 4),
        (Days.on(date(2026, 1, 12)), "authority", 5),
    ]


def test_two_files_that_differ_make_a_dispute_with_both_places(case: Load) -> None:
    facts = case(
        "events:\n  - {event: request_received, on: 2026-01-05}\nchild: {born: 2015-05-04}\n",
        other_yaml="child: {born: 2015-05-05}\n",
        register_csv="date,event,who,to whom,how,note,source\n12/01/2026,request_received,parent,,post,,\n",
    ).facts
    assert said(facts["/request/receipt"]) == "2026-01-05 | 2026-01-12"
    assert {v.place.file for v in facts["/request/receipt"].versions} == {"record.yaml", "register.csv"}
    assert facts["/child/born"].state is State.DISPUTED


def test_two_spellings_of_a_name_are_no_dispute(case: Load) -> None:
    facts = case("child: {name: Ana O'Example}\n", other_yaml="child: {name: ANA  O’Example}\n").facts
    assert facts["/child/name"].state is State.KNOWN
    different = case("child: {name: Ana Example}\n", other_yaml="child: {name: Ben Example}\n").facts
    assert different["/child/name"].state is State.DISPUTED


def problems(case: Load, text: str) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        case(text)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "events:\n  - {event: final_snt, on: 2026-05-20}\n",
            "2: `final_snt` is not an event: did you mean `final_sent`?",
        ),
        ("events:\n  - {event: Final plan sent, on: 2026-05-20}\n", "did you mean `final_sent`?"),
        ("events:\n  - {event: final_sent, to: family}\n", "2: each event says when in `on`"),
        ("events:\n  - {event: final_sent, on: soon}\n", "2: `soon` is not a date: write 2026-03-14, 14 March 2026"),
        (
            "events:\n  - {event: final_sent, on: 2026-05-20, to: schol}\n",
            "2: `schol` is not one to whom `final_sent` is done",
        ),
        ("events:\n  - {event: final_sent, on: 2026-05-20, when: 3}\n", "2: `when` is not a field of an event"),
        ("childs: {}\n", "this is not a plan, a case record, a file about an area or a school, or a file of answers"),
        ("child: {}\nchilds: {}\n", "2: `childs` is not a part of a record: did you mean `child`?"),
        ("child:\n  nam: Ana\n", "2: `nam` is not a field of `child`: did you mean `name`?"),
        ("child:\n  young_person: perhaps\n", "2: `young_person` takes yes or no, not `perhaps`"),
        ("child:\n  year_group: Year 6\n", "2: `year_group` takes a whole number, not `Year 6`"),
        ("child:\n  name: !not-yet\n", "2: `!not-yet` is for something that happens, and `name` is not"),
        ("child:\n  name: !not-applicable Ana\n", "2: nothing may follow `!not-applicable`"),
        (
            "child:\n  born: !disputed [{value: 2015-05-04}]\n",
            "2: `!disputed` at `born` needs two versions that differ",
        ),
        (
            "reviews: [{meeting: 2025-11-10}, {meeting: 2025-11-10}]\n",
            "1: two items of `reviews` are both `2025-11-10`",
        ),
        (
            "reviews: [{meeting: 2025-11-10, next_meeting: 2026-01-01}]\n",
            "1: `next_meeting` is not a field of `reviews`",
        ),
        ("cease_decisions: [{ground: no_longer_necesary}]\n", "did you mean `no_longer_necessary`?"),
        ("letters: {draft_letter: {matters: [meeting, lunch]}}\n", "1: `lunch` is not a value of `matters`"),
        ("complete-to: June 2026\n", "1: `complete-to` takes one day, not a month"),
        (
            "events:\n  - {event: review_decision_notified, on: 2025-12-01, review: 2025-11-10}\n",
            "2: no review `2025-11-10` is in the record: give its `meeting`",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_line(case: Load, text: str, message: str) -> None:
    assert any(message in line for line in problems(case, text)), problems(case, text)


def test_twenty_problems_then_how_many_more(case: Load) -> None:
    lines = problems(case, "events:\n" + "  - {event: nothing_known, on: 2026-01-01}\n" * 33)
    assert len(lines) == 21
    assert lines[-1] == "and 13 more"
    assert [line.split(":")[1] for line in lines[:20]] == [str(number) for number in range(2, 22)]


def test_problems_of_form_and_content_come_together(case: Load) -> None:
    lines = problems(case, "child:\n  name: Ana\n  name: Ben\n  born: soon\n")
    assert [line.split(":")[1] for line in lines] == ["3", "4"]


def test_scalars_are_words(case: Load) -> None:
    facts = case("child: {name: 0123, known_as: no, present_setting: 1e3}\n").facts
    assert [said(facts[f"/child/{name}"]) for name in ("name", "known_as", "present_setting")] == ["0123", "no", "1e3"]


def without_places(facts: Mapping[str, Fact]) -> dict[str, tuple[object, ...]]:
    return {
        pointer: (fact.state, tuple((v.value, v.said_by) for v in fact.versions), fact.through, fact.complete)
        for pointer, fact in facts.items()
    }


def test_shuffled_rows_and_files_give_the_same_facts(case: Load, library: Any) -> None:
    rows = [
        "{event: meeting, on: 2024-11-10}",
        "{event: review_decision_notified, on: 2024-12-01, to: [family, setting_attended]}",
        "{event: amendment_notice_sent, on: 2024-12-02}",
        "{event: final_amended_sent, on: 2025-01-20, to: [family, named_setting]}",
        "{event: meeting, on: 2025-11-03}",
        "{event: review_decision_notified, on: 2025-12-01}",
        "{event: review_decision_notified, on: 2025-12-02}",
        "{event: not_amending_notified, on: 2025-12-20}",
        "{event: final_sent, on: 2023-12-20}",
    ]
    keep = "reviews: [{meeting: 2025-11-03, attending: yes}, {meeting: 2024-11-10, outcome: amend}]\n"
    first = without_places(case(keep + "events:\n" + "".join(f"  - {row}\n" for row in rows)).facts)
    dice = random.Random(7)  # noqa: S311
    for _ in range(20):
        dice.shuffle(rows)
        one, other = "".join(f"  - {row}\n" for row in rows[:4]), "".join(f"  - {row}\n" for row in rows[4:])
        files = [("a.yaml", f"events:\n{one}".encode()), ("b.yaml", f"{keep}events:\n{other}".encode())]
        dice.shuffle(files)
        assert without_places(load(files, date(2026, 6, 10), library=library).facts) == first


def test_a_day_after_the_check_is_noted(case: Load) -> None:
    assert case("events:\n  - {event: final_sent, on: 2062-05-20}\n").notes == (
        "record.yaml:2: final plan sent: the day given is after the day this case is checked as at",
    )
