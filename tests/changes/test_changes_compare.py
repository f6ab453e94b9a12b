"""What `compare` says of a change: in words, at the boundary, over the cases, and beyond the rule changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sendcheck.command import sendcheck

ROOT = Path(__file__).parents[2]
REVIEWS = "topics/review-and-time-bound-support.standard"
OLD = "REVIEW-DECISION-4-WEEKS"


def compare(old: Path, new: Path, *more: str) -> tuple[int, str]:
    words = ["compare", str(old), str(new), "--over", str(ROOT / "fixtures" / "cases" / "year-10-grid"), *more]
    done = CliRunner().invoke(sendcheck, words, standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value or 0, done.stdout


def rule_of(text: str) -> str:
    start = text.index(f"rule {OLD}  ")
    return text[start : text.index("\n\n", start)] + "\n"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Return rules in which the four weeks become three for meetings from 1 September 2026."""
    folder = tmp_path / "standards"
    shutil.copytree(ROOT / "standards", folder)
    path = folder / REVIEWS
    text = path.read_text(encoding="utf-8")
    rule = rule_of(text)
    ended = rule.replace("from 2014-09-01", "from 2014-09-01 until 2026-08-31")
    begun = (
        rule.replace(OLD, "REVIEW-DECISION-3-WEEKS").replace("4 weeks", "3 weeks").replace("2014-09-01", "2026-09-01")
    )
    path.write_text(text.replace(rule, f"{ended}\n# R11\n{begun}"), encoding="utf-8")
    return folder


def test_the_days_at_each_side_are_worked_out_without_gap_or_overlap(changed: Path) -> None:
    code, said = compare(ROOT / "standards", changed)
    assert code == 0
    assert "review's meeting 31 August 2026: due 28 September 2026 (REVIEW-DECISION-4-WEEKS)" in said
    assert "review's meeting 1 September 2026: due 22 September 2026 (REVIEW-DECISION-3-WEEKS)" in said
    assert "No gap, no overlap." in said


@pytest.mark.parametrize(
    ("day", "wrong"), [("2026-08-30", "a gap on 31 August 2026"), ("2026-09-01", "an overlap on 1 September 2026")]
)
def test_a_gap_and_an_overlap_are_named(changed: Path, day: str, wrong: str) -> None:
    path = changed / REVIEWS
    path.write_text(path.read_text(encoding="utf-8").replace("until 2026-08-31", f"until {day}"), encoding="utf-8")
    assert wrong in compare(ROOT / "standards", changed)[1]


def test_a_change_of_period_shows_what_flips_and_what_was_due(changed: Path) -> None:
    path = changed / REVIEWS
    text = (ROOT / "standards" / REVIEWS).read_text(encoding="utf-8")
    path.write_text(text.replace("within 8 weeks of amendment", "within 7 weeks of amendment"), encoding="utf-8")
    code, said = compare(ROOT / "standards", changed, "--format", "json", "--fail-on-outside")
    data = json.loads(said)
    assert code == 0
    assert [each["name"] for each in data["changed"]] == ["AMENDMENT-8-WEEKS"]
    assert {each["due"][0]["last"] for each in data["boundaries"]} == {"2014-10-20"}
    assert any(each["finding"].startswith("AMENDMENT-8-WEEKS") for each in data["flips"])
    assert not any(each["outside"] for each in data["flips"])
    source = data["sources"][0]
    assert source["verified"] is True
    assert "AMENDED-PLAN-12-WEEKS" in source["also_cited_by"]


def test_markdown_shows_the_lines_taken_out_and_put_in(changed: Path) -> None:
    said = compare(ROOT / "standards", changed, "--format", "markdown")[1]
    assert "```diff" in said
    assert "+   in force  from 2014-09-01 until 2026-08-31" in said
    assert "### Fixtures missing at the boundary" in said


def test_nothing_changed_is_said_in_so_many_words() -> None:
    code, said = compare(ROOT / "standards", ROOT / "standards")
    assert code == 0
    assert "0 blocks changed; 0 outcomes otherwise" in said
    assert "Every block reads as it did." in said
