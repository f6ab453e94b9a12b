"""What changed between the draft and the final plan, where both are given."""

from __future__ import annotations

from collections.abc import Callable

from conftest import said

from checker.case import CaseFile
from checker.facts import Origin, State

Load = Callable[..., CaseFile]


def plan(status: str, dated: str, provision: str, setting: str = '""') -> str:
    return f"""\
plan:
  title: {status} EHC plan
  status: {status}
  details:
    - {{label: Name, words: Ana Example}}
    - {{label: Date of this plan, words: {dated}}}
  sections:
    - heading: "Section B: Special educational needs"
      items: [{{label: B1, words: Ana finds spelling hard}}]
    - heading: "Section F: Special educational provision"
      items: {provision}
    - heading: "Section I: Placement"
      settings: [{{name: {setting}, type: ""}}]
"""


DRAFT = "[{label: F1, words: Five hours a week of teaching}, {label: F2, words: A quiet room at lunch}]"
FEWER = "[{label: F1, words: Three hours a week of teaching}, {label: F2, words: A quiet  room at lunch}]"
RENUMBERED = "[{label: F1, words: A quiet room at lunch}, {label: F2, words: Five hours a week of teaching}]"
LEFT_OUT = "[{label: F1, words: Five hours a week of teaching}]"


def both(case: Load, final: str, setting: str = '""') -> CaseFile:
    return case(
        "child: {name: Ana Example}",
        draft_yaml=plan("Draft", "2 March 2026", DRAFT),
        final_yaml=plan("Final", "20 April 2026", final, setting),
    )


def test_an_item_whose_words_changed_is_listed_with_both(case: Load) -> None:
    facts = both(case, FEWER).facts
    assert facts["/words_changed"].value == ("F-F1",)
    assert facts["/words_changed"].origin is Origin.WORKED_OUT
    assert said(facts["/words_changed/F-F1/section"]) == "section_f"
    assert said(facts["/words_changed/F-F1/draft_words"]) == "Five hours a week of teaching"
    assert said(facts["/words_changed/F-F1/final_words"]) == "Three hours a week of teaching"


def test_a_new_number_is_no_change_of_words(case: Load) -> None:
    assert both(case, RENUMBERED).facts["/words_changed"].value == ()


def test_an_item_left_out_is_a_change(case: Load) -> None:
    facts = both(case, LEFT_OUT).facts
    assert facts["/words_changed"].value == ("F-F2",)
    assert facts["/words_changed/F-F2/final_words"].state is State.NOT_STATED


def test_section_i_is_not_compared(case: Load) -> None:
    assert both(case, DRAFT, "Mossgate Academy").facts["/words_changed"].value == ()


def test_with_one_document_nothing_is_said(case: Load) -> None:
    file = case("child: {name: Ana Example}", final_yaml=plan("Final", "20 April 2026", DRAFT))
    assert not [pointer for pointer in file.facts if pointer.startswith("/words_changed")]
