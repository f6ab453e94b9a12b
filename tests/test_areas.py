"""Each fictional area and school gives exactly the findings written for it, and no rule of another kind of subject."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml
from cases import FIXTURES, check_of, files_in, fixtures, standards

from checker.changes.cases import FixtureCase, read_cases
from checker.evaluation.check import check_case
from checker.findings import Outcome
from checker.intake.limits import Refused
from checker.intake.load import Unreadable, WrongUsage, load
from checker.intake.schema import schemas
from checker.intake.subject.blank import blank_subject
from checker.intake.subject.reading import SUBJECTS, Subject
from checker.result import Check
from reports.statement import statement
from reports.text import render_text

FOLDERS = ("areas", "schools")
NAMES = [path.name for folder in FOLDERS for path in sorted((FIXTURES / folder).iterdir())]
AGAINST = (Outcome.NOT_MET, Outcome.DEPARTED_FROM, Outcome.CONDITION_NOT_MET)


@cache
def subjects() -> dict[str, FixtureCase]:
    return {each.name: each for folder in FOLDERS for each in read_cases(FIXTURES / folder, standards())}


@cache
def checked(name: str) -> Check:
    return check_case(subjects()[name].case, standards(), subjects()[name].as_at)


@pytest.mark.parametrize("name", NAMES)
def test_a_subject_gives_exactly_its_findings(name: str) -> None:
    given = {
        (each.rule, each.about.path.rpartition("/")[2]): (each.outcome.value, tuple(sorted(each.flags)))
        for each in checked(name).findings
    }
    expected = {(each.rule, each.about): (each.outcome, each.flags) for each in subjects()[name].expected}
    assert given == expected


@pytest.mark.parametrize("name", NAMES)
def test_rules_of_its_own_kind_alone_are_run(name: str) -> None:
    kind = subjects()[name].case.kind
    rules = standards().book.rules
    assert {rules[each.rule].kind for each in checked(name).findings} == {kind}
    assert {each.rule for each in checked(name).findings} == {id_ for id_, rule in rules.items() if rule.kind == kind}


def test_a_childs_case_gives_no_finding_of_an_area_or_a_school() -> None:
    for fixture in fixtures():
        assert {standards().book.rules[each.rule].kind for each in check_of(fixture.name).findings} == {"ehc plan"}


@pytest.mark.parametrize("name", ["fenwick-vale", "larkmere"])
def test_a_subject_in_good_order_has_nothing_against_it_and_at_most_five_questions(name: str) -> None:
    assert not [each.id for each in checked(name).findings if each.outcome in AGAINST]
    assert statement(checked(name)).needs.asked <= 5


@pytest.mark.parametrize("name", NAMES)
def test_at_most_ten_questions_stand_on_the_first_page(name: str) -> None:
    assert sum(card.first for card in statement(checked(name)).needs.cards) <= 10


def test_what_a_file_leaves_out_is_never_held_against_the_area() -> None:
    against = [each.id for each in checked("tarnside").findings if each.outcome in AGAINST]
    assert against == ["LOCAL-OFFER-SCHEDULE-2:transport"]


def test_a_report_on_an_area_speaks_of_the_area() -> None:
    words = render_text(checked("fenwick-vale"))
    assert words.startswith("Document under test: area.yaml (file about an area), for Fenwick Vale Council")
    assert "case record" not in render_text(checked("tarnside"))


def test_a_list_of_closed_entries_is_not_known_for_the_entries_a_file_leaves_out() -> None:
    facts = subjects()["tarnside"].case.facts
    assert facts["/local_offer/entries"].complete
    assert "/local_offer/entries/mediation/about" in facts
    assert "/local_offer/entries/mediation/set_out" not in facts


def test_a_part_given_whole_makes_what_is_absent_not_stated() -> None:
    data = b"area_plan:\n  needs:\n    - {id: N1, demand: 4}\ncomplete: [area_plan]\n"
    facts = load([("area.yaml", data)], date(2026, 6, 10), library=standards()).facts
    assert facts["/area_plan/needs/N1/capacity"].state.value == "not stated"
    assert facts["/area_plan/actions"].complete
    assert "/local_offer/on_website" not in facts


def test_an_action_that_names_nothing_leaves_the_link_open() -> None:
    data = b"area_plan:\n  needs:\n    - {id: N1}\n  actions:\n    - {id: A1, for_need: }\n    - {id: A2}\n"
    facts = load([("area.yaml", data)], date(2026, 6, 10), library=standards()).facts
    assert facts["/area_plan/needs/N1/acted_on"].state.value == "not covered"


def test_every_problem_of_a_file_is_told_at_its_line() -> None:
    data = (
        b"area: {nmae: Somewhere}\nlocal_offer:\n  entries:\n    - {about: travle, set_out: perhaps}\n"
        b"complete: [local_ofer]\nhospital: 1\n"
    )
    with pytest.raises(Unreadable) as refused:
        load([("area.yaml", data)], date(2026, 6, 10), library=standards())
    (refusal,) = refused.value.refusals
    assert isinstance(refusal, Refused)
    words = str(refusal)
    for line, told in (
        (1, "`nmae` is not a field of `area`"),
        (4, "did you mean `travel`"),
        (4, "`set_out` takes yes or no, not `perhaps`"),
        (5, "`local_ofer` is not a part of area.yaml"),
        (6, "`hospital` is not a part of area.yaml"),
    ):
        assert any(f"area.yaml:{line}:" in each and told in each for each in words.splitlines()), (line, told, words)


def test_an_area_stands_beside_a_childs_case() -> None:
    case = FIXTURES / "cases" / "well-written" / "as-yaml"
    area = FIXTURES / "areas" / "tarnside"
    both = [*files_in(case), *files_in(area)]
    loaded = load(both, date(2026, 6, 10), library=standards())
    assert loaded.kind == "ehc plan"
    assert "/area_plan/needs" in loaded.facts
    assert "area" in {each.kind for each in loaded.documents}


def test_an_area_and_a_school_together_must_be_told_apart() -> None:
    both = [("area.yaml", b"area: {name: A}\n"), ("school.yaml", b"school: {name: B}\n")]
    with pytest.raises(WrongUsage, match="say which to test"):
        load(both, date(2026, 6, 10), library=standards())
    assert load(both, date(2026, 6, 10), document="school.yaml", library=standards()).kind == "school"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_blank_file_has_a_line_for_every_field_and_is_one_the_reader_takes(subject: Subject) -> None:
    blank = blank_subject(subject)
    assert load([("blank.yaml", blank.encode())], date(2026, 6, 10), library=standards()).kind == subject.kind
    body = re.sub(r"^#(  )", r"\1", blank.split("\n\n", 1)[1], flags=re.MULTILINE).replace("{id: ,", "{")
    facts = load([("filled.yaml", body.encode())], date(2026, 6, 10), library=standards()).facts
    for part, name in subject.things.items():
        for field in standards().names.things[name].fields:
            assert any(pointer.startswith(f"/{part}/{field.name}") for pointer in facts), (part, field.name)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_takes_what_the_reader_takes(name: str) -> None:
    for path in subjects()[name].folder.glob("*.yaml"):
        if path.stem in ("area", "school"):
            plain = path.read_text(encoding="utf-8").replace("!not-yet", "").replace("!not-applicable", "")
            jsonschema.validate(
                _texts(yaml.safe_load(re.sub(r"!disputed \[.*?\]", "2026-04-30", plain))), schemas()[path.stem]
            )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"local_offer": {"entries": [{"about": "travle"}]}}, schemas()["area"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"pupils": [{"nmae": "P1"}]}, schemas()["school"])


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
