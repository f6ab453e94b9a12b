"""Whole reports, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
import sample

from checker.findings import Cause, Outcome
from reports.explain import explain_finding, explain_outcomes
from reports.html import render_html
from reports.json import render_json
from reports.text import render_text

Golden = Callable[[str, str], None]
CASES = ("everything", "clean", "draft", "badly_written", "hostile")


@pytest.mark.parametrize("name", CASES)
def test_first_page(name: str, golden: Golden) -> None:
    golden(f"report_{name}.txt", render_text(getattr(sample, name)()))


@pytest.mark.parametrize("name", ["everything", "clean", "draft"])
def test_whole_text(name: str, golden: Golden) -> None:
    golden(f"report_{name}_all.txt", render_text(getattr(sample, name)(), everything=True))


@pytest.mark.parametrize("name", ["everything", "clean"])
def test_page(name: str, golden: Golden) -> None:
    golden(f"report_{name}.html", render_html(getattr(sample, name)()))


@pytest.mark.parametrize("name", ["clean", "draft"])
def test_json(name: str, golden: Golden) -> None:
    check = getattr(sample, name)()
    golden(f"report_{name}.json", render_json(check))


def test_one_point_explained(golden: Golden) -> None:
    check = sample.everything()
    golden("explain_point.txt", explain_finding(check.findings[0], check))


def test_outcomes_explained(golden: Golden) -> None:
    @dataclass(frozen=True)
    class Row:
        title: str
        true: Outcome | None
        false: Outcome

    table = (
        Row("law in force: must, must not, may only", Outcome.REQUIREMENT_MET, Outcome.NOT_MET),
        Row("practice, or a source used by analogy", None, Outcome.WORTH_CHECKING),
    )
    causes = tuple((cause, Outcome.A_PERSON_MUST_DECIDE) for cause in Cause)
    golden("explain_outcomes.txt", explain_outcomes(table, causes))
