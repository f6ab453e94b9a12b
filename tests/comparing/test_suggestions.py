"""Advice beside the plan: what seems missing, changed or left out, with both places, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from checker.comparing.amounts import Amount, amount_in
from checker.comparing.suggestion import Difference
from checker.comparing.suggestions import suggestions
from checker.evaluation.check import check_case

if TYPE_CHECKING:
    from checker.case import CaseFile
    from checker.comparing.suggestion import Suggestion
    from checker.rulebook.library import Library


def _of(found: tuple[Suggestion, ...], difference: Difference) -> list[Suggestion]:
    return [each for each in found if each.difference is difference]


def test_needs_the_plan_does_not_carry(case: CaseFile) -> None:
    """A need no item carries is suggested; one an item carries is not, and no other child's is."""
    needs = [each.there.words for each in _of(suggestions(case), Difference.NEED_NOT_IN_PLAN) if each.there]
    assert [words.split()[1] for words in needs] == ["swims", "has"]
    assert "auditory memory" in needs[1]


def test_an_amount_left_out(case: CaseFile) -> None:
    """The plan's item states no amount where the report states one: the report's words, and nothing for the plan's."""
    found = {each.about: each for each in _of(suggestions(case), Difference.AMOUNT_LEFT_OUT)}
    therapy = found["F2"]
    assert therapy.here is not None
    assert therapy.here.words == "Access to speech and language therapy as required."
    assert ("how often", "6 x 45 minutes per term", "") in therapy.points
    assert therapy.asks == "Wren Oakshott"
    assert all(not here for _, _, here in therapy.points)


def test_an_amount_that_differs(case: CaseFile) -> None:
    """Twice a week in the report is not weekly in the plan."""
    (turns,) = _of(suggestions(case), Difference.AMOUNT_DIFFERS)
    assert turns.about == "F3"
    assert turns.points == (("how often", "twice a week", "Weekly"),)


def test_provision_the_plan_does_not_carry(case: CaseFile) -> None:
    """A recommendation no item of provision carries is suggested, with the item's place empty."""
    (laptop,) = _of(suggestions(case), Difference.PROVISION_NOT_IN_PLAN)
    assert laptop.there is not None
    assert "laptop" in laptop.there.words
    assert (laptop.about, laptop.here) == ("", None)


def test_papers_in_another_order_suggest_the_same(case: CaseFile) -> None:
    """The order of the files changes nothing."""
    assert suggestions(replace(case, papers=case.papers[::-1])) == suggestions(case)


def test_no_papers_suggest_nothing(case: CaseFile) -> None:
    """A plan alone is compared with nothing."""
    assert suggestions(replace(case, papers=())) == ()


def test_suggestions_change_no_finding(case: CaseFile, library: Library) -> None:
    """Findings and asks are the same with and without papers and suggestions."""
    day = date(2026, 11, 1)
    bare = check_case(replace(case, papers=()), library, day)
    full = check_case(replace(case, suggestions=suggestions(case)), library, day)
    assert full.findings == bare.findings
    assert full.asks == bare.asks
    assert full.suggestions


@pytest.mark.parametrize(
    ("words", "minutes", "per"),
    [
        ("6 x 45 minutes per term", 270, "term"),
        ("45 minutes once a week, 38 weeks a year", 45, "week"),
        ("three times a week for 30 minutes", 90, "week"),
        ("20 minutes a day", 20, "day"),
        ("two hours a fortnight", 60, "week"),
        ("one and a half hours each week", 90, "week"),
        ("half an hour every half term", 30, "half term"),
        ("twice weekly; 1.5 hours", 180, "week"),
    ],
)
def test_amounts_worked_out(words: str, minutes: int, per: str) -> None:
    """Minutes over a period, in one unit."""
    assert amount_in(words) == Amount(Fraction(minutes), per)


@pytest.mark.parametrize(
    "words",
    [
        "5 to 10 minutes a day",
        "up to two hours a week",
        "30 minutes a week and one hour a term",
        "regular support",
        "45 minutes",
        "weekly",
        "once a week for 30 minutes, then 20 minutes a day",
    ],
)
def test_amounts_that_cannot_be_worked_out(words: str) -> None:
    """A range, two periods or two lengths give no amount, and no term has a length."""
    assert amount_in(words) is None
