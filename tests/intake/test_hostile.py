"""Every hostile file ends as its row in expected.yaml says: quickly, in little memory, with no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from hostile_maker import make_hostile

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "fixtures" / "hostile"
ROWS: list[dict[str, Any]] = yaml.safe_load((HOSTILE / "expected.yaml").read_text("utf-8"))
SECONDS, PDF_SECONDS, MEGABYTES = 2, 5, 300


def became(folder: Path) -> dict[str, dict[str, Any]]:
    """Return how each hostile file ended, by its name: all are made and read once."""
    make_hostile().make(folder)
    files = sorted(str(path) for path in folder.iterdir())
    command = [sys.executable, str(Path(__file__).with_name("load_each.py")), *files]
    done = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True, timeout=300
    )
    return {row["file"]: row for row in map(json.loads, done.stdout.splitlines())}


def test_each_ends_as_its_row_says_quickly_and_in_little_memory(tmp_path: Path) -> None:
    ended = became(tmp_path)
    assert set(ended) == {row["file"] for row in ROWS}
    assert [row for row in ROWS if not _as_expected(row, ended[row["file"]])] == []
    assert {name: row for name, row in ended.items() if not _is_quick_and_small(name, row)} == {}
    refused = {name: row["words"] for name, row in ended.items() if row["ended"] == "refused"}
    assert {name: words for name, words in refused.items() if not _is_short_and_plain(name, words)} == {}


def _as_expected(row: dict[str, Any], one: dict[str, Any]) -> bool:
    return one["ended"] == row["ends"] and row["words"] in one["words"] and "Traceback" not in one["words"]


def _is_quick_and_small(name: str, one: dict[str, Any]) -> bool:
    seconds = PDF_SECONDS if name.endswith(".pdf") else SECONDS
    return bool(one["seconds"] <= seconds and one["megabytes"] <= MEGABYTES)


def _is_short_and_plain(name: str, words: str) -> bool:
    """Return whether a message names its file and has one line, or a line for each of at most twenty problems."""
    lines = words.splitlines()
    return lines[0].startswith(name) and len(lines) <= 21 and all(line.isprintable() for line in lines)
