"""The verbs of a team that changes the rules: test, fmt, lint, mutate, coverage and new rule."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from cases import FIXTURES, standards
from click.testing import CliRunner

from checker.changes.built_in import PROVED_BY_CASES, READINGS
from checker.changes.mutants import mutants_of
from checker.changes.operators import changes_to
from dsl import tree
from dsl.lint import lint
from sendcheck.command import sendcheck

STANDARDS = Path(__file__).parents[2] / "standards"
SPAN = tree.Span("a.standard", 1, 1, 1, 2)


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(sendcheck, list(words), standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value or 0, done.stdout, done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "standards"
    shutil.copytree(STANDARDS, folder)
    return folder


def test_a_new_rule_loads_is_formatted_and_gives_what_its_examples_say(copy: Path) -> None:
    code, text, _ = run("new", "rule", "REPORT-4-WEEKS")
    assert code == 0
    (copy / "topics" / "trial.standard").write_text(text, encoding="utf-8")
    code, said, _ = run("test", "--rules", str(copy), "--topic", "trial")
    assert (code, said) == (0, "6 as expected, 0 not\n")
    assert run("fmt", "--check", str(copy / "topics" / "trial.standard"))[0] == 0
    code, said, _ = run("mutate", "--rules", str(copy), "--over", str(copy), "--rule", "REPORT-4-WEEKS")
    assert code == 0
    assert "4 weeks -> " not in said


def test_an_example_that_does_not_come_out_is_named_with_what_came_and_fails(copy: Path, tmp_path: Path) -> None:
    path = copy / "topics" / "trial.standard"
    text = run("new", "rule", "REPORT-4-WEEKS")[1]
    path.write_text(text.replace("within 4 weeks", "within 5 weeks"), encoding="utf-8")
    junit = tmp_path / "results.xml"
    code, said, _ = run("test", "--rules", str(copy), "--topic", "trial", "--junit", str(junit))
    assert code == 1
    assert "REPORT-4-WEEKS: the day after the last" in said
    assert "expected not-met, and it came out requirement-met" in said
    suite = ET.parse(junit).getroot().find("testsuite")  # noqa: S314  (our own output)
    assert suite is not None
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("trial", "6", "1")


def test_fmt_writes_what_it_says_and_check_changes_nothing(copy: Path) -> None:
    path = copy / "topics" / "trial.standard"
    untidy = run("new", "rule", "REPORT-4-WEEKS")[1].replace("  source    ", "  source ")
    path.write_text(untidy, encoding="utf-8")
    code, said, _ = run("fmt", "--check", str(path))
    assert code == 1
    assert "would be formatted" in said
    assert path.read_text(encoding="utf-8") == untidy
    assert run("fmt", str(path))[0] == 0
    assert run("fmt", "--check", str(path))[0] == 0


def test_lint_says_what_no_example_proves(copy: Path) -> None:
    path = copy / "topics" / "trial.standard"
    path.write_text(run("new", "rule", "REPORT-4-WEEKS")[1].split("# Write what")[0], encoding="utf-8")
    code, said, _ = run("lint", "--rules", str(copy), "--topic", "trial")
    assert code == 1
    assert "no example shows `REPORT-4-WEEKS` met nor not met nor left open" in said
    assert "before it came into force" in said


def test_the_rules_that_come_with_the_program_are_tidy() -> None:
    found = lint(standards().book, (*READINGS, *PROVED_BY_CASES))
    assert [f"{each.span.file}:{each.span.line} {each.message}" for each in found] == []


def test_each_operator_of_the_list_makes_a_change_somewhere() -> None:
    made = {each.operator for each in mutants_of(standards().book, standards().names)}
    assert made >= {
        "period", "unit", "of or starting with", "force", "normally", "and or or", "condition", "exception",
        "recipient", "entry", "not", "commencement", "start event", "edge",
    }  # fmt: skip


def test_working_is_taken_away_and_a_period_is_moved_each_way() -> None:
    changes = list(changes_to(tree.Length(3, "working_days"), standards().book.vocabulary))
    assert {(each.operator, each.node.n, each.node.unit) for each in changes} == {
        ("period", 2, "working_days"),
        ("period", 4, "working_days"),
        ("working", 3, "days"),
    }


def test_the_ids_of_changes_are_distinct_and_each_changes_its_block() -> None:
    book = standards().book
    mutants = list(mutants_of(book, standards().names))
    assert len({each.id for each in mutants}) == len(mutants)
    assert [each.id for each in mutants if each.block == getattr(book, each.kind)[each.name]] == []


def test_coverage_counts_every_requirement_once_and_names_only_blocks_that_are_there() -> None:
    code, said, wrong = run("coverage", "--format", "json")
    assert (code, wrong) == (0, "")
    data = json.loads(said)
    ids = [each["id"] for each in data["requirements"]]
    assert len(ids) == len(set(ids))
    listed = {
        each["id"]
        for path in (STANDARDS / "provisions").glob("*.yaml")
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))["provisions"]
    }
    assert {each["id"] for each in data["paragraphs"]} == listed


def test_a_case_in_a_folder_is_read_with_the_findings_of_all_its_files() -> None:
    from checker.changes.cases import read_cases

    cases = read_cases(FIXTURES / "cases" / "well-written", standards())
    assert [each.name for each in cases] == ["well-written"]
    assert cases[0].expected
