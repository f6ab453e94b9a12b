"""Every hostile file ends as its row in expected.yaml says: quickly, in little memory, with no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hostile_maker import make_hostile

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "fixtures" / "hostile"
ROWS: list[dict[str, Any]] = yaml.safe_load((HOSTILE / "expected.yaml").read_text("utf-8"))
SECONDS, PDF_SECONDS, MEGABYTES = 2, 5, 300


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("hostile")
    make_hostile().make(folder)
    files = sorted(str(path) for path in folder.iterdir())
    command = [sys.executable, str(Path(__file__).with_name("load_each.py")), *files]
    done = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True, timeout=300
    )
    return {row["file"]: row for row in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}-{row['words'][:20]}")
def test_ends_as_expected(row: dict[str, Any], ended: dict[str, dict[str, Any]]) -> None:
    became = ended[row["file"]]
    assert became["ended"] == row["ends"], became["words"]
    assert row["words"] in became["words"]
    assert "Traceback" not in became["words"]


def test_every_file_has_a_row(ended: dict[str, dict[str, Any]]) -> None:
    assert set(ended) == {row["file"] for row in ROWS}


def test_each_is_quick_and_small(ended: dict[str, dict[str, Any]]) -> None:
    slow = {
        name: row
        for name, row in ended.items()
        if row["seconds"] > (PDF_SECONDS if name.endswith(".pdf") else SECONDS) or row["megabytes"] > MEGABYTES
    }
    assert slow == {}


def test_messages_name_the_file_and_are_one_line_or_twenty(ended: dict[str, dict[str, Any]]) -> None:
    for name, row in ended.items():
        if row["ended"] == "refused":
            lines = row["words"].splitlines()
            assert lines[0].startswith(name)
            assert len(lines) <= 21
            assert all(line.isprintable() for line in lines)
