"""The fixture cases, read once for every test that looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker.case import CaseFile
from checker.changes.cases import each_of
from checker.evaluation.check import check_case
from checker.intake.load import load
from checker.result import Check
from checker.rulebook.library import Library
from sendcheck import load_standards

FIXTURES = Path(__file__).parents[1] / "fixtures"


@dataclass(frozen=True)
class Fixture:
    """A fixture case: its folder, the day it is checked as at, and what it must give."""

    name: str
    folder: Path
    as_at: date
    document: str
    expected: tuple[dict[str, Any], ...]


@cache
def standards() -> Library:
    """Return the rule book that comes with the program."""
    return load_standards()


@cache
def fixtures() -> tuple[Fixture, ...]:
    """Return every fixture case."""
    found = []
    for path in sorted(FIXTURES.glob("cases/*/expected/findings.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        expected = [each for one in data["findings"] for each in each_of(one)]
        for more in sorted(path.parent.glob("*.yaml")):
            if more != path:
                rows = yaml.safe_load(more.read_text(encoding="utf-8"))["findings"] or ()
                expected += [each for one in rows for each in each_of(one)]
        found.append(Fixture(path.parents[1].name, path.parents[1], data["as_at"], data["document"], tuple(expected)))
    return tuple(found)


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Return the names and contents of the files in a folder."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]


@cache
def case_of(name: str, form: str = "case") -> CaseFile:
    """Return a fixture case as read from ``case`` (Word), or with ``as-yaml`` or ``as-pdf`` in its place."""
    fixture = next(each for each in fixtures() if each.name == name)
    files = files_in(fixture.folder / form)
    if form != "case":
        held = {name for name, _ in files}
        files += [each for each in files_in(fixture.folder / "case") if each[0] not in (*held, "plan.docx")]
    return load(files, fixture.as_at, library=standards())


@cache
def check_of(name: str, form: str = "case") -> Check:
    """Return the check of a fixture case."""
    fixture = next(each for each in fixtures() if each.name == name)
    return check_case(case_of(name, form), standards(), fixture.as_at)
