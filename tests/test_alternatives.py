"""Disputes, judgements, departures and suppositions: what each choice would make of a finding."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from cases import check_of, fixtures, standards

from checker.case import CaseFile
from checker.evaluation.check import check_case
from checker.facts import Days, Fact, Place, State, Version
from checker.findings import Outcome
from checker.intake.answers import read_answers
from checker.intake.limits import Refused
from checker.intake.yaml_nodes import read_yaml
from checker.wording.same_words import words_sha256
from reports.json import render_json
from reports.text import render_text


def _case(name: str) -> tuple[CaseFile, date]:
    from cases import case_of

    fixture = next(each for each in fixtures() if each.name == name)
    return case_of(name), fixture.as_at


def _with(case: CaseFile, **facts: Fact) -> CaseFile:
    return replace(case, facts={**case.facts, **{key.replace("__", "/"): fact for key, fact in facts.items()}})


def _disputed(*days: date) -> Fact:
    versions = tuple(
        Version(Days.on(day), Place("record.yaml", line=n), f"source {n}") for n, day in enumerate(days, 1)
    )
    return Fact(State.DISPUTED, versions)


def test_an_open_judgement_says_what_follows_from_each_answer() -> None:
    found = next(each for each in check_of("well-written").findings if each.id == "PROVISION-SPECIFIC:F1")
    assert found.outcome is Outcome.A_PERSON_MUST_DECIDE
    assert {(each.choice, each.outcome) for each in found.answers} == {
        ("yes", Outcome.REQUIREMENT_MET),
        ("no", Outcome.NOT_MET),
    }


def test_what_is_said_to_follow_is_what_comes_of_the_answer() -> None:
    checked = 0
    for fixture in fixtures():
        case, as_at = _case(fixture.name)
        for finding in check_of(fixture.name).findings:
            sides = [each for each in finding.answers if each.kind == "judgement"]
            for side in sides:
                report = next((each for each in finding.judgements if each.name == side.name), None)
                if report is None or checked > 60 or finding.about.path.rpartition("/")[2] != side.said_by:
                    continue
                checked += 1
                held = case.facts.get(f"{report.about}/wording")
                words = json.dumps(str(held.value) if held and held.versions else "")
                given = f"judgement: {side.name}, item: {side.said_by}, answer: {side.choice}, words: {words}"
                row = f"{{{given}, by: A, as: panel, on: 2014-09-01}}"
                answers = read_answers(read_yaml(f"answers:\n  - {row}\n".encode()), "answers.yaml")
                again = check_case(replace(case, answers=(*case.answers, *answers.answers)), standards(), as_at)
                after = next(each for each in again.findings if each.id == finding.id)
                assert after.outcome is side.outcome, (fixture.name, finding.id, side.choice)
    assert checked > 20


def test_the_schedule_names_each_finding_that_turns_on_a_dispute_with_its_outcomes() -> None:
    case, as_at = _case("year-10-grid")
    start = next(key for key in case.facts if key.startswith("/amendments/") and key.endswith("/notice/sending/family"))
    day = case.facts[start].value
    assert isinstance(day, Days)
    assert day.first is not None
    disputed = _with(case, **{start: _disputed(day.first, date(2020, 1, 6))})
    check = check_case(disputed, standards(), as_at)
    turning = next(each for each in check.disputes if each.pointer == start)
    assert [value for value, _, _ in turning.versions] == [Days.on(day.first), Days.on(date(2020, 1, 6))]
    eight = next(each for each in turning.turns if each.finding.startswith("AMENDMENT-8-WEEKS"))
    assert eight.outcomes == (Outcome.REQUIREMENT_MET, Outcome.NOT_MET)
    asked = [each for each in check.asks if each.kind == "dispute"]
    assert [each.id for each in asked] == [f"dispute:{start}"]
    assert eight.finding in asked[0].settles
    data = json.loads(render_json(check))
    assert data["disputes"][0]["pointer"] == start
    assert "What turns on each dispute" in render_text(check)


def test_a_finding_that_comes_out_alike_on_both_versions_is_not_in_the_schedule() -> None:
    case, as_at = _case("year-10-grid")
    start = next(key for key in case.facts if key.startswith("/amendments/") and key.endswith("/notice/sending/family"))
    day = case.facts[start].value
    assert isinstance(day, Days)
    assert day.first is not None
    near = _with(case, **{start: _disputed(day.first, date.fromordinal(day.first.toordinal() + 1))})
    turning = {turn.finding for each in check_case(near, standards(), as_at).disputes for turn in each.turns}
    assert not any(each.startswith("AMENDMENT-8-WEEKS") for each in turning)


def test_supposing_the_green_paper_moves_it_to_the_front_and_changes_no_outcome() -> None:
    case, as_at = _case("year-6-transfer-dates-unclear")
    plain, supposed = (check_case(case, standards(), as_at, suppose=each) for each in ("", "gp2022"))
    assert {each.id: each.outcome for each in plain.findings} == {each.id: each.outcome for each in supposed.findings}
    printed = render_text(supposed)
    assert printed.index("never enacted") < printed.index("1. SETTLED BY THE DOCUMENTS")
    assert "Supposing" not in render_text(plain)


def test_one_answer_confirms_several_items_and_lapses_for_the_one_whose_words_changed() -> None:
    case, as_at = _case("well-written")
    words = str(case.facts["/final_plan/section_f/F1/wording"].value)
    text = f"""\
answers:
  - judgement: specific
    items:
      - {{item: F1, words: {json.dumps(words)}}}
      - {{item: F2, words: "other words than these"}}
      - F3
    answer: yes
    by: Harrowmere panel
    as: panel
    on: 2025-03-01
"""
    given = read_answers(read_yaml(text.encode()), "answers.yaml").answers
    assert [(each.about, each.words_sha256 == words_sha256(words)) for each in given] == [
        ("F1", True),
        ("F2", False),
        ("F3", False),
    ]
    check = check_case(replace(case, answers=given), standards(), as_at)
    found = {each.id: each for each in check.findings if each.rule == "PROVISION-SPECIFIC"}
    assert found["PROVISION-SPECIFIC:F1"].outcome is Outcome.REQUIREMENT_MET
    bare = found["PROVISION-SPECIFIC:F3"]
    assert bare.outcome is Outcome.A_PERSON_MUST_DECIDE
    assert bare.judgements[0].lapsed == "the answer of Harrowmere panel does not give the words that were judged"
    changed = found["PROVISION-SPECIFIC:F2"]
    assert changed.outcome is Outcome.A_PERSON_MUST_DECIDE
    assert changed.judgements[0].lapsed == "the words have changed since Harrowmere panel answered"


def test_a_group_with_an_item_of_its_own_is_refused_at_its_line() -> None:
    text = "answers:\n  - {judgement: specific, item: F1, items: [F2], answer: yes, by: A, as: panel, on: 2025-03-01}\n"
    with pytest.raises(Refused) as refused:
        read_answers(read_yaml(text.encode()), "answers.yaml")
    assert "gives no `item`" in str(refused.value.problems[0])


def test_a_recorded_departure_is_among_the_alternatives_in_the_same_words() -> None:
    departed = [
        each
        for fixture in fixtures()
        for each in check_of(fixture.name).findings
        if each.reason_recorded is not None and each.outcome is Outcome.DEPARTED_FROM
    ]
    assert departed
    for each in departed:
        side = next(side for side in each.answers if side.kind == "departure")
        assert (side.choice, side.outcome) == (each.reason_recorded.value, Outcome.DEPARTED_FROM)
