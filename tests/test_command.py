"""The command as a person runs it: exit codes, what is printed where, and what is never imported."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cases import FIXTURES, fixtures
from jsonschema import Draft202012Validator

COMMAND = Path(sys.executable).with_name("sendcheck")
CASES = FIXTURES / "cases"


def run(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(COMMAND), *words], capture_output=True, text=True, check=False, cwd=folder, timeout=60)


def test_a_check_prints_points_and_exits_with_nothing_wrong() -> None:
    done = run("check", str(CASES / "badly-written" / "case"), "--as-at", "2026-11-16")
    assert done.returncode == 0
    assert done.stderr == ""
    assert re.search(r"^  \d+ not met, \d+ departed from", done.stdout, re.MULTILINE)
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("tokens", "code"),
    [
        ("not-met", 1),
        ("overdue", 1),
        ("would-not-meet", 1),
        ("condition-not-met", 0),
        ("undecided", 1),
        ("points-against", 1),
        ("before-sending", 0),
    ],
)
def test_fail_on(tokens: str, code: int) -> None:
    done = run("check", str(CASES / "badly-written" / "case"), "--as-at", "2026-11-16", "--fail-on", tokens)
    assert done.returncode == code


def test_what_a_draft_would_be_if_sent_is_named_only_by_its_own_token() -> None:
    case = str(CASES / "under-5-draft" / "case")
    assert run("check", case, "--as-at", "2026-10-05", "--fail-on", "not-met").returncode == 0
    assert run("check", case, "--as-at", "2026-10-05", "--fail-on", "before-sending").returncode == 1


def test_an_unknown_token_is_wrong_usage_with_the_nearest() -> None:
    done = run("check", str(CASES / "well-written" / "case"), "--fail-on", "not-mett")
    assert done.returncode == 2
    assert "did you mean `not-met`?" in done.stderr


def test_a_file_that_is_not_there_is_wrong_usage() -> None:
    done = run("check", "nowhere.docx", "--as-at", "2026-01-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.docx" in done.stderr


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"%PDF-1.7 not a Word file")
    done = run("check", "plan.docx", "--as-at", "2026-01-01", folder=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Traceback" not in done.stderr
    assert "plan.docx" in done.stderr


def test_today_is_filled_in_and_said() -> None:
    done = run("check", str(CASES / "well-written" / "case"))
    assert "today" in done.stdout.splitlines()[1].lower() + done.stdout.splitlines()[2].lower()


@pytest.mark.parametrize("name", [fixture.name for fixture in fixtures()])
def test_json_validates_against_its_schema(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    done = run("check", str(fixture.folder / "case"), "--as-at", fixture.as_at.isoformat(), "--format", "json")
    schema = json.loads(run("schema", "check").stdout)
    Draft202012Validator(schema).validate(json.loads(done.stdout))


def test_a_stray_module_in_the_working_folder_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "reports.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    (tmp_path / "standards").mkdir()
    done = run("check", str(CASES / "well-written" / "case"), "--as-at", "2026-03-16", folder=tmp_path)
    assert done.returncode == 0
    assert "hijacked" not in done.stderr


def test_a_cold_check_imports_neither_the_grammar_nor_templates() -> None:
    files = [str(path) for path in sorted((CASES / "well-written" / "case").iterdir())]
    program = (
        "import sys\n"
        f"sys.argv = ['sendcheck', 'check', *{files!r}, '--as-at', '2026-03-16']\n"
        "from sendcheck.command import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'lark', 'jinja2', 'pydantic'} & set(sys.modules)), file=sys.stderr)\n"
    )
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    again = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert again.stderr.strip() == "[]"


def test_explain_a_rule_a_point_and_the_outcomes() -> None:
    rule = run("explain", "FINAL-PLAN-20-WEEKS")
    assert rule.returncode == 0
    assert "20 weeks" in rule.stdout
    case = str(CASES / "badly-written" / "case")
    point = run("explain", "PROVISION-SPECIFIC:F2", case, "--as-at", "2026-11-16")
    assert point.returncode == 0
    assert "Access to" in point.stdout
    outcomes = run("explain", "outcomes")
    assert "Met on one reading" in outcomes.stdout
    unknown = run("explain", "FINAL-PLAN-20-WEEK")
    assert unknown.returncode == 2
    assert "did you mean `FINAL-PLAN-20-WEEKS`?" in unknown.stderr


def test_rules_events_and_a_blank_record(tmp_path: Path) -> None:
    assert "PHASE-TRANSFER-15-FEBRUARY" in run("rules", "--topic", "transition").stdout
    assert "request_received" in run("schema", "events").stdout
    for which in ("record", "plan", "answers"):
        Draft202012Validator.check_schema(json.loads(run("schema", which).stdout))
    written = run("new", "record", "-o", "record.yaml", folder=tmp_path)
    assert written.returncode == 0
    assert run("new", "record", "-o", "record.yaml", folder=tmp_path).returncode == 2
    checked = run("check", "record.yaml", "--as-at", "2026-01-01", folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
