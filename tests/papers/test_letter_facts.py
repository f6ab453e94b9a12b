"""What letters tell becomes facts: never complete, never a day of sending, never of another child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases import standards
from own_papers import own_papers

from checker.facts import Days, Origin, State, known
from checker.papers.facts import facts_of_papers

_PAPERS = {each.name: each.paper for each in own_papers(standards().lexicon)}


def test_matters_are_a_list_that_is_not_complete() -> None:
    """What was not found in a letter is left undecided."""
    facts = facts_of_papers([_PAPERS["letter-draft"]])
    matters = facts["/draft_letter/matters"]
    assert matters.origin is Origin.READ
    assert not matters.complete
    assert set(matters.value) == {  # type: ignore[arg-type]
        "representations",
        "meeting",
        "request_a_setting",
        "settings_information",
        "help_available",
    }
    assert facts["/draft_letter/reply_by"].value == Days.on(date(2026, 3, 3))


def test_no_day_of_sending_is_taken_from_a_letter() -> None:
    """A dated letter is no proof that it went."""
    facts = facts_of_papers(list(_PAPERS.values()))
    assert not [pointer for pointer in facts if "sending" in pointer]
    assert set(facts) == {
        "/draft_letter/matters",
        "/draft_letter/reply_by",
        "/final_letter/matters",
        "/consideration/refusal_letter/matters",
    }


def test_a_letter_about_another_child_gives_nothing() -> None:
    """A letter in the wrong folder settles nothing."""
    assert facts_of_papers([_PAPERS["letter-draft"]], "Ayla Brackenford") == {}
    assert facts_of_papers([_PAPERS["letter-draft"]], "Robin Samplefield")


def test_a_letter_that_is_not_surely_of_its_kind_gives_nothing() -> None:
    """A person has to say what it is first."""
    paper = _PAPERS["letter-draft"]
    assert facts_of_papers([replace(paper, recognised=replace(paper.recognised, sure=False))]) == {}


def test_two_letters_that_contradict_are_disputed() -> None:
    """Two days to reply by are both kept."""
    paper = _PAPERS["letter-draft"]
    where = paper.recognised.place
    other = replace(paper, details={**paper.details, "reply_by": known(Days.on(date(2026, 3, 10)), where)})
    assert facts_of_papers([paper, other])["/draft_letter/reply_by"].state is State.DISPUTED
