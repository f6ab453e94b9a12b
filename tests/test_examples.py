"""Every example beside a rule gives what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cases import case_of, standards

from checker.case import Answer
from checker.evaluation.check import check_case
from checker.evaluation.examples import show
from checker.facts import Place
from dsl.tree import Example

EXAMPLES = [pytest.param(each, id=f"{each.rule}: {each.title}") for each in standards().book.examples]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_what_it_says(example: Example) -> None:
    shown = show(example, standards())
    assert [outcome.value for outcome in shown.outcomes][:1] == [example.expect]
    assert shown.holds


def test_every_rule_has_an_example_that_is_kept_one_that_is_not_and_one_undecided() -> None:
    kept = {"requirement-met", "followed", "would-meet", "condition-met"}
    against = {"not-met", "departed-from", "would-not-meet", "worth-checking", "condition-not-met"}
    lacking = []
    for rule in standards().book.rules:
        given = {each.expect for each in standards().book.examples if each.rule == rule}
        undecided = given - kept - against - {"does-not-apply", "nothing-to-check"}
        if standards().book.rules[rule].status == "practice":
            # What no law and no guidance asks for is never met: there is nothing to report.
            given |= kept if "nothing-to-check" in given else set()
        if not (given & kept and given & against and undecided):
            lacking.append(rule)
    # An example cannot answer a judgement about an entry of a checklist; the test below does.
    assert lacking == ["OTHER-SECTIONS-ACCOUNTED-FOR"]


def test_a_section_judged_wrongly_left_out_is_not_met() -> None:
    case = case_of("under-5-draft")
    answer = Answer(
        judgement="rightly_left_out",
        about="section_d",
        words="",
        words_sha256="",
        answer=False,
        by="the Tribunal",
        capacity="tribunal",
        on=date(2026, 10, 1),
        because="Social care needs were identified.",
        until=None,
        exception="",
        place=Place("answers.yaml", line=2),
    )
    check = check_case(replace(case, answers=(*case.answers, answer)), standards(), date(2026, 10, 5))
    found = next(each for each in check.findings if each.id == "OTHER-SECTIONS-ACCOUNTED-FOR:section_d")
    assert found.outcome.value == "not-met"
