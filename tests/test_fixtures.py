"""Each fixture case gives exactly the findings written for it from the law, from Word and from YAML alike."""

from __future__ import annotations

from typing import Any

import pytest
from cases import check_of, fixtures

from checker.result import Check

NAMES = [fixture.name for fixture in fixtures()]


def _given(check: Check) -> dict[tuple[str, str], tuple[str, list[str], dict[str, str]]]:
    return {
        (finding.rule, finding.about.path.rpartition("/")[2]): (
            finding.outcome.value,
            sorted(flag.value for flag in finding.flags),
            {line.recipient: line.outcome.value for line in finding.lines},
        )
        for finding in check.findings
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gives_exactly_its_findings(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    given = {key: (outcome, flags) for key, (outcome, flags, _) in _given(check_of(name)).items()}
    expected = {
        (each["rule"], str(each["about"])): (each["outcome"], sorted(each.get("flags") or ()))
        for each in fixture.expected
    }
    assert given == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_lines_of_a_duty_to_several_are_as_written(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    given = _given(check_of(name))
    for each in fixture.expected:
        if each.get("lines"):
            lines = given[each["rule"], str(each["about"])][2]
            assert sorted(lines.values()) == sorted(each["lines"].values()), each["rule"]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_case_typed_gives_the_same_but_for_places(name: str) -> None:
    assert _given(check_of(name, "as-yaml")) == _given(check_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_case_as_pdf_gives_the_same_but_for_places(name: str) -> None:
    assert _given(check_of(name, "as-pdf")) == _given(check_of(name))


@pytest.mark.parametrize("form", ["case", "as-pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_body_is_unplaced(name: str, form: str) -> None:
    assert [used.unplaced for used in check_of(name, form).documents if used.unplaced] == []


def test_every_rule_is_met_not_met_and_undecided_in_an_example_or_a_fixture() -> None:
    kept: dict[str, set[str]] = {}
    for fixture in fixtures():
        for each in fixture.expected:
            kept.setdefault(each["rule"], set()).add(each["outcome"])
    assert len(kept) == len({finding.rule for finding in check_of(NAMES[0]).findings})


def test_each_expected_finding_names_its_row_and_says_why() -> None:
    silent: list[Any] = [
        (fixture.name, each["rule"])
        for fixture in fixtures()
        for each in fixture.expected
        if not (each["row"] and each["why"])
    ]
    assert silent == []
