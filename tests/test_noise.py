"""The noise budget, from JSON as a reader of it would count."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cases import check_of, fixtures

from reports.json import render_json
from reports.text import render_text

MOST_ASKS_WELL_WRITTEN = 5
MOST_ASKS_FIRST_PAGE = 10


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_json(check_of(name)))
    return found


def test_the_well_written_case_has_nothing_against_it_and_few_questions() -> None:
    data = _data("well-written")
    outcomes = {finding["outcome"] for finding in data["findings"]}
    assert not outcomes & {"not-met", "departed-from", "disputed"}
    assert len(data["asks"]) <= MOST_ASKS_WELL_WRITTEN


def test_the_badly_written_case_shows_every_not_met_and_at_most_ten_questions_first() -> None:
    data = _data("badly-written")
    against = [finding for finding in data["findings"] if finding["outcome"] == "not-met"]
    assert len(against) > MOST_ASKS_FIRST_PAGE
    assert all(finding["page"] == "first" for finding in against)
    first = [ask for ask in data["asks"] if ask["page"] == "first"]
    assert 0 < len(first) <= MOST_ASKS_FIRST_PAGE
    ranks = [ask["standing"] for ask in first]
    assert ranks[0] in ("points against", None)


@pytest.mark.parametrize("name", [fixture.name for fixture in fixtures()])
def test_no_first_page_asks_more_than_ten_questions(name: str) -> None:
    assert len([ask for ask in _data(name)["asks"] if ask["page"] == "first"]) <= MOST_ASKS_FIRST_PAGE


def test_every_vague_provision_is_quoted_with_its_place_and_what_it_leaves_open() -> None:
    printed = " ".join(render_text(check_of("badly-written"), everything=True).split())
    vague = [
        finding
        for finding in check_of("badly-written").findings
        if finding.rule == "PROVISION-SPECIFIC" and any(judgement.for_no for judgement in finding.judgements)
    ]
    assert vague
    for finding in vague:
        assert finding.about.place is not None
        for judgement in finding.judgements:
            for reason in judgement.for_no:
                for words in str(reason.detail.get("found", "")).split("; "):
                    assert f"“{words}”" in printed, (finding.id, words)
                assert "leaves_open" in reason.detail


def test_the_two_cases_differ_at_a_glance() -> None:
    well = render_text(check_of("well-written")).split("\n\n")[1]
    badly = render_text(check_of("badly-written")).split("\n\n")[1]
    assert "not met" not in well
    assert "not met" in badly
