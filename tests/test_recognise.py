"""What each file was taken for is kept in files.yaml, where what a person wrote stays; a case is imported as YAML."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from checker.intake.folder.files_kept import Taken, kept
from checker.intake.folder.files_said import read_files_said
from checker.intake.yaml_nodes import read_yaml
from checker.papers.paper import Kind
from sendcheck.command import sendcheck

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
TAKEN = (
    Taken("a plan.docx", Kind.PLAN, stage="final"),
    Taken("ep: report.docx", Kind.ADVICE, "educational psychology", sure=False),
    Taken("scan.pdf", Kind.OTHER),
)


def again(existing: str) -> str:
    said = read_files_said(read_yaml(existing.encode()), "files.yaml") if existing.strip() else {}
    return kept(existing, said, TAKEN)


def test_a_new_file_says_what_was_recognised_and_reads_back() -> None:
    text = again("")
    said = read_files_said(read_yaml(text.encode()), "files.yaml")
    assert said["a plan.docx"].stage == "final"
    assert said["ep: report.docx"].of == "educational psychology"
    assert "  # scan.pdf: {is: }\n" in text
    assert "# not surely" in text
    assert again(text) == text


@pytest.mark.parametrize(
    "existing",
    [
        "# mine\nfiles:\n    scan.pdf: {is: letter, of: final plan}   # from the drawer\n",
        "# mine\nfiles: {scan.pdf: {is: letter, of: final plan}}\n",
        "# mine\nfiles:\n  {scan.pdf: {is: letter, of: final plan}}",
        "# mine\nfiles:\n  scan.pdf:\n    is: letter\n    of: final plan",
    ],
)
def test_what_a_person_wrote_stays(existing: str) -> None:
    text = again(existing)
    assert text.startswith("# mine\nfiles:")
    said = read_files_said(read_yaml(text.encode()), "files.yaml")
    assert (said["scan.pdf"].kind, said["scan.pdf"].of) == (Kind.LETTER, "final plan")
    assert set(said) == {"scan.pdf", "a plan.docx", "ep: report.docx"}
    assert "# from the drawer" in text or "drawer" not in existing


def test_the_command_writes_the_file_and_check_goes_by_it(tmp_path: Path) -> None:
    shutil.copy(CASES / "well-written" / "case" / "plan.docx", tmp_path / "plan.docx")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    made = docx.Document()
    made.add_paragraph("Ideas for the summer fair")
    made.save(str(tmp_path / "z.docx"))
    done = CliRunner().invoke(sendcheck, ["recognise", str(tmp_path)], standalone_mode=False)
    assert done.return_value == 0, done.output
    text = (tmp_path / "files.yaml").read_text("utf-8")
    assert "  plan.docx: {is: plan, stage: final}\n" in text
    assert "  # broken.docx: {is: }\n" in text
    (tmp_path / "files.yaml").write_text(text.replace("final}", "draft}"), "utf-8")
    checked = CliRunner().invoke(sendcheck, ["check", str(tmp_path), "--as-at", "2026-03-16"], standalone_mode=False)
    assert checked.return_value == 0, checked.output
    assert "plan.docx (draft plan)" in checked.output
    assert "broken.docx could not be read" in checked.output
    first = next(line for line in checked.output.splitlines() if line.startswith("! z.docx"))
    assert first.startswith("! z.docx: it could not be told what this is, and it was not used")


def test_import_writes_a_folder_that_check_reads_and_writes_over_nothing(tmp_path: Path) -> None:
    case, out = CASES / "well-written" / "case", tmp_path / "typed"
    done = CliRunner().invoke(sendcheck, ["import", str(case), "-o", str(out)], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert {"answers.yaml", "plan.yaml", "record.yaml"} <= {path.name for path in out.iterdir()}
    checked = CliRunner().invoke(sendcheck, ["check", str(out), "--as-at", "2026-03-16"], standalone_mode=False)
    assert checked.return_value == 0, checked.output
    twice = CliRunner().invoke(sendcheck, ["import", str(case), "-o", str(out)])
    assert "is there already" in twice.output
