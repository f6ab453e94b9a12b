"""Whatever a case is, its findings have names of their own, and every report of it can be written."""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from cases import standards

sys.path.insert(0, str(Path(__file__).parents[1] / "kernel"))
from generate import Maker

from checker.evaluation.check import check_case
from checker.intake.load import load
from checker.result import Check
from reports.html import render_html
from reports.json import render_json
from reports.text import render_text

SEED = 20261124
CASES = 20
TOLD = 8
DAY = date(2026, 6, 1)


@cache
def checks() -> tuple[Check, ...]:
    made = Maker(standards(), SEED).cases(CASES)
    return tuple(check_case(each.case, standards(), each.as_at) for each in made)


def typed(text: str) -> Check:
    return check_case(load([("case.yaml", text.encode())], DAY, library=standards()), standards(), DAY)


def test_no_two_findings_of_a_case_have_one_name() -> None:
    for check in checks():
        names = [finding.id for finding in check.findings]
        assert len(names) == len(set(names))


def test_every_report_of_any_case_can_be_written() -> None:
    for check in checks()[:TOLD]:
        assert render_text(check, everything=True)
        assert render_html(check).startswith("<!DOCTYPE html>")
        assert render_json(check)


def test_a_plan_of_which_nothing_was_read_is_told() -> None:
    check = typed("plan: {title: Education health and care plan}\n")
    assert render_text(check)
    assert [finding.id for finding in check.findings if finding.rule == "EDUCATING-PROVISION-IN-SECTION-F"] == [
        "EDUCATING-PROVISION-IN-SECTION-F"
    ]


@pytest.mark.parametrize("preferences", ["", "preferences: [{setting: Mossgate School, request: 2025-03-01}]\n"])
def test_a_finding_on_two_amendments_is_two_with_names_of_their_own(preferences: str) -> None:
    check = typed(
        "child: {name: Ana Example}\n"
        + preferences
        + "events:\n"
        + "  - {event: amendment_notice_sent, on: 2025-02-01}\n"
        + "  - {event: final_amended_sent, on: 2025-03-20}\n"
        + "  - {event: amendment_notice_sent, on: 2026-02-01}\n"
        + "  - {event: final_amended_sent, on: 2026-03-20}\n"
    )
    names = [finding.id for finding in check.findings if finding.rule == "CONSULT-SETTING-ASKED-FOR-ON-AMENDMENT"]
    assert len(names) == len(set(names)) == 2
    assert all("2025-02-01" in name or "2026-02-01" in name for name in names)
    assert render_text(check)
