"""A PDF is read quickly and in little memory, or refused: damaged, cut, crowded or turned against its reader."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_maker import at, made

from checker.intake.blocks import Document
from checker.intake.limits import Refused
from checker.intake.pdf import child, read_pdf

ROOT = Path(__file__).parents[2]
TWENTY_PAGES = ROOT / "fixtures" / "long" / "twenty-pages.pdf"
LAYOUT = ROOT / "fixtures" / "layouts" / "05-grid-one-to-one.pdf"


def test_a_plan_of_twenty_pages_is_read_within_two_seconds_and_300_megabytes() -> None:
    command = [sys.executable, str(Path(__file__).with_name("load_each.py")), *[str(TWENTY_PAGES)] * 3]
    done = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True, timeout=60
    )
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [run["ended"] for run in runs] == ["read"] * 3
    assert min(run["seconds"] for run in runs) <= 2
    assert max(run["megabytes"] for run in runs) <= 300


def test_every_cut_of_a_file_is_refused_or_read() -> None:
    whole = LAYOUT.read_bytes()
    for length in range(0, len(whole), len(whole) // 16):
        with suppress(Refused):
            assert isinstance(read_pdf(whole[:length], "plan.pdf"), Document)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_changed_bytes_are_refused_or_read(data: st.DataObject) -> None:
    whole = bytearray(LAYOUT.read_bytes())
    for _ in range(data.draw(st.integers(1, 40))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert isinstance(read_pdf(bytes(whole), "plan.pdf"), Document)


@settings(deadline=None, max_examples=20)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_pdf(b"%PDF-1.7\n" + data, "plan.pdf")


@pytest.mark.parametrize(
    ("bound", "value", "words"),
    [
        ("MAX_WORD_BYTES", 100, "the file is too large to read"),
        ("MAX_SECONDS", 0.001, "could not be opened in"),
        ("MAX_WRITTEN", 10, "cannot be opened safely"),
        ("MAX_MEMORY", 60_000_000, "cannot be opened safely|needs more memory"),
    ],
)
def test_each_bound_is_kept_and_said(bound: str, value: float, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, bound, value)
    many = made(*["".join(at(60, 800 - 4 * n, f"{n} words of a plan", size=4) for n in range(190))] * 60)
    with pytest.raises(Refused, match=words):
        read_pdf(many, "plan.pdf")


def test_nothing_of_the_environment_reaches_what_opens_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2_raw.py").write_text("raise SystemExit('shadowed')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_pdf(TWENTY_PAGES.read_bytes(), "plan.pdf").pages == 22
