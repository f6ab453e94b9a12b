"""Whole reports, to the byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sample

from reports.explain import finding, outcomes
from reports.html import html
from reports.json import json
from reports.statement import statement
from reports.text import text

Golden = Callable[[str, str], None]
CASES = ("everything", "clean", "draft", "badly_written", "hostile")


@pytest.mark.parametrize("name", CASES)
def test_first_page(name: str, golden: Golden) -> None:
    golden(f"report_{name}.txt", text(statement(getattr(sample, name)())))


@pytest.mark.parametrize("name", ["everything", "clean", "draft"])
def test_whole_text(name: str, golden: Golden) -> None:
    golden(f"report_{name}_all.txt", text(statement(getattr(sample, name)()), everything=True))


@pytest.mark.parametrize("name", ["everything", "clean"])
def test_page(name: str, golden: Golden) -> None:
    golden(f"report_{name}.html", html(statement(getattr(sample, name)())))


@pytest.mark.parametrize("name", ["clean", "draft"])
def test_json(name: str, golden: Golden) -> None:
    check = getattr(sample, name)()
    golden(f"report_{name}.json", json(check, statement(check)))


def test_one_point_explained(golden: Golden) -> None:
    check = sample.everything()
    golden("explain_point.txt", finding(check, statement(check), "FINAL-PLAN-20-WEEKS"))


def test_outcomes_explained(golden: Golden) -> None:
    rows = (("in force, must", "requirement met", "not met"), ("proposed", "would meet", "would not meet"))
    golden("explain_outcomes.txt", outcomes(("Status and force", "if so", "if not"), rows))
