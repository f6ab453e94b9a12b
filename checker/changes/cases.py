"""Fixture cases: a folder of files, the day they are checked as at, and the findings written for them by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker.case import CaseFile
from checker.intake.load import load
from checker.rulebook.library import Library

EXPECTED = "expected/findings.yaml"


@dataclass(frozen=True)
class Expected:
    """A finding written by hand: the rule, what it is about, the outcome token and the flags."""

    rule: str
    about: str
    outcome: str
    flags: tuple[str, ...]


@dataclass(frozen=True)
class FixtureCase:
    """A case, read; the day it is checked as at; and what it must give."""

    name: str
    folder: Path
    case: CaseFile
    as_at: date
    expected: tuple[Expected, ...]


def read_cases(folder: Path, library: Library) -> tuple[FixtureCase, ...]:
    """Return every fixture case in ``folder`` or beneath it, by name.

    A case is a folder with ``expected/findings.yaml``; its files stand in ``case/``, or beside ``expected/`` where
    there is no such folder. Raises ``checker.intake.load.Unreadable`` if a case cannot be read.
    """
    found = []
    for path in sorted(folder.rglob(EXPECTED)):
        home = path.parents[1]
        files = home / "case" if (home / "case").is_dir() else home
        read = [(each.name, each.read_bytes()) for each in sorted(files.iterdir()) if _is_of_the_case(each)]
        as_at, rows = read_expected(home)
        found.append(FixtureCase(home.name, home, load(read, as_at, library=library), as_at, rows))
    return tuple(found)


def _is_of_the_case(path: Path) -> bool:
    return path.is_file() and path.suffix in (".docx", ".yaml", ".yml", ".csv")


def read_expected(home: Path) -> tuple[date, tuple[Expected, ...]]:
    """Return the day and the findings written for the case in ``home``: those of every file in ``expected/``."""
    import yaml  # noqa: PLC0415  (only those who test the rules need it)

    main = yaml.safe_load((home / EXPECTED).read_text(encoding="utf-8"))
    rows = list(main["findings"])
    for more in sorted((home / "expected").glob("*.yaml")):
        if more.name != "findings.yaml":
            rows += yaml.safe_load(more.read_text(encoding="utf-8"))["findings"] or ()
    expected = (
        Expected(each["rule"], str(each["about"]), each["outcome"], tuple(sorted(each.get("flags") or ())))
        for row in rows
        for each in each_of(row)
    )
    return main["as_at"], tuple(expected)


def each_of(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row of its own for every rule and every thing that a row of expected findings names."""
    about = row["about"] if isinstance(row["about"], list) else [row["about"]]
    for rule in row.get("rules") or [row["rule"]]:
        for each in about:
            yield {**row, "rule": rule, "about": each}
