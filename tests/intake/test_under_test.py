from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from conftest import said

from checker.case import CaseFile
from checker.intake.load import Unreadable, WrongUsage, load
from checker.rulebook.library import Library

Load = Callable[..., CaseFile]


def plan(status: str, dated: str = "", year: str = "Year 6", setting: str = "Mossgate Academy") -> str:
    details = f"- {{label: Date of this plan, words: {dated}}}" if dated else ""
    return f"""\
plan:
  title: {status} EHC plan
  status: {status}
  details:
    - {{label: Name, words: Ana Example}}
    - {{label: Year group, words: {year}}}
    {details}
  sections:
    - heading: "Section F: Special educational provision"
      items: [{{label: F1, words: A teacher will help Ana for one hour each day}}]
    - heading: "Section I: Placement"
      settings: [{{name: {setting or '""'}, type: mainstream secondary school}}]
"""


def test_the_only_plan_stands_at_the_root_of_its_stage(case: Load) -> None:
    file = case("events:\n  - {event: final_sent, on: 2026-05-20}\n", plan_yaml=plan("Final"))
    assert file.under_test == "/final_plan"
    assert said(file.facts["/final_plan/stage"]) == "final"
    assert "/final_plan/section_f" in file.facts
    assert said(file.facts["/final_plan/sending/family"]) == "2026-05-20"
    assert not [pointer for pointer in file.facts if pointer.startswith("/plan/")]


@pytest.mark.parametrize(
    ("status", "root"),
    [("Draft", "/draft_plan"), ("Final", "/final_plan"), ("Amended final", "/amended_plan"), ("Mystery", "/plan")],
)
def test_roots(case: Load, status: str, root: str) -> None:
    assert case(plan_yaml=plan(status)).under_test == root


def test_what_the_record_says_of_the_plan_goes_to_the_document_under_test(case: Load) -> None:
    record = "plan: {direct_payment: no}\nagreements: [{item: G1, agreed: yes, on: 2026-05-01}]\n"
    facts = case(record, plan_yaml=plan("Final")).facts
    assert said(facts["/final_plan/direct_payment"]) == "False"
    assert said(facts["/final_plan/section_g/G1/agreed"]) == "True"
    assert case(record).notes == ("the record gives facts about a plan, and no plan was given: they were not used",)


def test_the_later_of_two_is_under_test_and_the_other_is_the_earlier_plan(case: Load) -> None:
    file = case(a_yaml=plan("Final", "20 May 2026"), b_yaml=plan("Final", "20 May 2025", "Year 5"))
    assert file.under_test == "/final_plan"
    assert [(used.name, used.under_test) for used in file.documents] == [("a.yaml", True), ("b.yaml", False)]
    assert said(file.facts["/final_plan/issue"]) == "2026-05-20"
    assert said(file.facts["/earlier_plan/issue"]) == "2025-05-20"
    assert said(file.facts["/child/year_group"]) == "6"


def test_a_draft_that_was_not_sent_is_the_latest(case: Load) -> None:
    files = {"a_yaml": plan("Draft"), "b_yaml": plan("Final", "20 May 2026")}
    assert case("events:\n  - {event: draft_served, on: !not-yet }\n", **files).under_test == "/draft_plan"
    assert case("events:\n  - {event: draft_served, on: 2026-04-01}\n", **files).under_test == "/final_plan"


def test_two_that_tie_are_wrong_usage_naming_both(case: Load) -> None:
    files = {"a_yaml": plan("Final", "20 May 2026"), "b_yaml": plan("Amended final", "20 May 2026")}
    with pytest.raises(WrongUsage, match=r"`a\.yaml` and `b\.yaml`; say which with `--document`"):
        case(**files)
    with pytest.raises(WrongUsage, match=r"`a\.yaml` and `b\.yaml`"):
        case(a_yaml=plan("Draft"), b_yaml=plan("Final", "20 May 2026"))


def test_the_one_named_is_under_test(library: Library) -> None:
    files = [
        ("case/a.yaml", plan("Final", "20 May 2026").encode()),
        ("case/b.yaml", plan("Final", "20 May 2025").encode()),
    ]
    assert load(files, date(2026, 6, 1), "b.yaml", library).facts["/final_plan/issue"].where
    chosen = load(files, date(2026, 6, 1), "case/b.yaml", library)
    assert said(chosen.facts["/final_plan/issue"]) == "2025-05-20"
    with pytest.raises(WrongUsage, match=r"`c\.yaml` names not a plan that was given"):
        load(files, date(2026, 6, 1), "c.yaml", library)


def test_a_name_that_differs_between_plan_and_record_is_disputed(case: Load) -> None:
    fact = case("child: {name: Ben Example}\n", plan_yaml=plan("Final")).facts["/child/name"]
    assert {version.place.file for version in fact.versions} == {"record.yaml", "plan.yaml"}


@pytest.mark.parametrize(
    ("setting", "asked", "named"),
    [
        ("Mossgate Academy", "MOSSGATE ACADEMY", "True"),
        ("Mossgate Academy", "The Mossgate Academy", "True"),
        ("Mossgate Academy", "Brackenfold School", "False"),
        ("Mossgate Academy", "Mossgate", "not found"),
        ("Mossgate Academy", "Mossgate High School", "not found"),
        ("", "Mossgate Academy", "False"),
    ],
)
def test_whether_the_setting_asked_for_is_named(case: Load, setting: str, asked: str, named: str) -> None:
    facts = case(f"preferences: [{{setting: {asked}}}]\n", plan_yaml=plan("Final", setting=setting)).facts
    assert said(facts.get("/preferences/1/named")) == named


@pytest.mark.parametrize(
    ("asked", "amended", "final", "named"),
    [
        ("2025-02-20", "Mossgate Academy", "", "True"),
        ("2025-02-20", "Brackenfold School", "", "not covered"),
        ("2025-02-20", "Brackenfold School", "Mossgate Academy", "True"),
        ("2025-02-20", "Mossgate Academy", "Brackenfold School", "False"),
        ("2025-02-28", "Brackenfold School", "", "not covered"),
        ("2025-03-01", "Brackenfold School", "Mossgate Academy", "False"),
        ("2026-04-10", "Brackenfold School", "Mossgate Academy", "False"),
    ],
)
def test_an_amended_plan_says_nothing_against_what_was_asked_for_on_the_draft(
    case: Load, asked: str, amended: str, final: str, named: str
) -> None:
    record = f"preferences: [{{setting: Mossgate Academy, request: {asked}}}]\n"
    record += "letters: {draft_letter: {reply_by: 2025-02-28}}\n"
    plans = {"b_yaml": plan("Amended final", "20 May 2026", setting=amended)}
    plans |= {"a_yaml": plan("Final", "20 May 2025", setting=final)} if final else {}
    assert said(case(record, **plans).facts.get("/preferences/1/named")) == named


def test_a_draft_cannot_name_what_was_asked_for(case: Load) -> None:
    record = "preferences: [{setting: Mossgate Academy, request: 2026-05-25}]\n"
    drafted = plan("Draft", setting="")
    assert said(case(record, plan_yaml=drafted).facts["/preferences/1/named"]) == "not applicable"
    unsent = record + "events:\n  - {event: final_sent, on: !not-yet }\n"
    assert said(case(unsent, plan_yaml=drafted).facts["/preferences/1/named"]) == "not applicable"
    sent = record + "events:\n  - {event: final_sent, on: 2026-06-09}\n"
    assert "/preferences/1/named" not in case(sent, plan_yaml=drafted).facts


def test_the_setting_named(case: Load) -> None:
    assert said(case(plan_yaml=plan("Final")).facts["/named_setting"]) == "Mossgate Academy"
    assert said(case(plan_yaml=plan("Final", setting="")).facts["/named_setting"]) == "not applicable"
    assert "/named_setting" not in case(plan_yaml=plan("Draft", setting="")).facts


def test_an_amended_plan_was_sent_when_its_amendment_ended(case: Load) -> None:
    record = (
        "events:\n  - {event: amendment_notice_sent, on: 2026-04-01}\n  - {event: final_amended_sent, on: 2026-05-20}\n"
    )
    facts = case(record, plan_yaml=plan("Amended final", "20 May 2026")).facts
    assert said(facts["/amended_plan/sending/family"]) == "2026-05-20"
    assert said(facts["/amended_plan/sending/named_setting"]) == "not stated"


def test_an_unreadable_file_beside_readable_ones(library: Library) -> None:
    good = ("plan.yaml", plan("Final").encode())
    file = load([good, ("letter.pdf", b"%PDF-1.7")], date(2026, 6, 1), library=library)
    assert "cannot be opened as a PDF" in next(used.problem for used in file.documents if used.name == "letter.pdf")
    file = load([good, ("other.docx", b"PK\x03\x04")], date(2026, 6, 1), library=library)
    assert "other.docx" in next(used.problem for used in file.documents if used.name == "other.docx")
    for fatal in (("record.yaml", b"child: ["), ("final EHC plan.docx", b"%PDF-1.7")):
        with pytest.raises(Unreadable):
            load([good, fatal], date(2026, 6, 1), library=library)
    with pytest.raises(WrongUsage):
        load([], date(2026, 6, 1), library=library)
