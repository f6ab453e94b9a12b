"""How long whole commands take, as ratios to an empty Python process in the same run.

Run with the interpreter sendcheck is installed in: ``.venv/bin/python benchmarks/speed.py``.
Times are of new processes with the compiled rules cached and the files in the page cache;
each figure is the median of several runs, taken in turn with the empty process so that a
machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = ROOT / "fixtures" / "cases"
CASE = CASES / "well-written" / "case"
TWENTY_PAGES = ROOT / "fixtures" / "long" / "twenty-pages.pdf"
AS_AT = "2026-03-16"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15, help="counted runs of each command")
    runs = options.parse_args().runs
    command = str(Path(sys.executable).with_name("sendcheck"))
    files = [str(CASE / name) for name in ("answers.yaml", "plan.docx", "record.yaml")]
    empty = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as folder:
        report = str(Path(folder) / "report.html")
        rows = {
            "check plan, record and answers, text": [command, "check", *files, "--as-at", AS_AT],
            "the same, HTML": [command, "check", *files, "--as-at", AS_AT, "--format", "html", "-o", report],
            "a folder of twelve files": [command, "check", twelve_files(Path(folder)), "--as-at", AS_AT],
            "--help": [command, "--help"],
        }
        print(f"{'whole process':<42}{'median':>10}{'times empty process':>22}")
        for name, row in rows.items():
            took, ratio = paired(row, empty, runs)
            print(f"{name:<42}{took * 1000:>7.0f} ms{ratio:>22.1f}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'most memory of any of them':<42}{peak:>7.0f} MB")
    print(f"\n{'inside a loaded process':<42}{'median':>10}")
    for name, run in inside().items():
        print(f"{name:<42}{repeated(run, runs) * 1000:>7.1f} ms")


def twelve_files(folder: Path) -> str:
    """Return a case folder of twelve files: two cases' reports and letters beside one plan, its record and answers."""
    made = folder / "twelve"
    made.mkdir()
    for path in CASE.iterdir():
        shutil.copy(path, made / path.name)
    beside = sorted(path for path in CASES.glob("*/case/*.docx") if path.name != "plan.docx" and path.parent != CASE)
    for path in beside[: 12 - len(list(made.iterdir()))]:
        shutil.copy(path, made / f"{path.parents[1].name}-{path.name}")
    return str(made)


def paired(command: Sequence[str], empty: Sequence[str], runs: int) -> tuple[float, float]:
    """Return the median time of a command, and the median of its ratio to the empty process."""
    once(command)
    times, ratios = [], []
    for _ in range(runs):
        base = once(empty)
        took = once(command)
        times.append(took)
        ratios.append(took / base)
    return statistics.median(times), statistics.median(ratios)


def once(command: Sequence[str]) -> float:
    """Return the wall time of one run of a command."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - started


def repeated(run: Callable[[], object], runs: int) -> float:
    """Return the median time of a call, with no garbage collected meanwhile: the command collects none."""
    run()
    gc.collect()
    gc.disable()
    times = []
    for _ in range(max(runs, 5)):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    gc.enable()
    return statistics.median(times)


def inside() -> dict[str, Callable[[], object]]:
    """Return what is timed without starting a process: explaining a case, reading a long plan."""
    from checker.evaluation.check import check_case  # noqa: PLC0415  (only this path needs it)
    from checker.intake.load import load  # noqa: PLC0415  (only this path needs it)
    from checker.intake.pdf import read_pdf  # noqa: PLC0415  (only this path needs it)
    from checker.intake.plan.reading import read_plan  # noqa: PLC0415  (only this path needs it)
    from checker.intake.word.read import read_word  # noqa: PLC0415  (only this path needs it)
    from sendcheck import load_standards  # noqa: PLC0415  (only this path needs it)

    library = load_standards()
    as_at = date.fromisoformat(AS_AT)
    case = load([(path.name, path.read_bytes()) for path in sorted(CASE.iterdir())], as_at, library=library)
    long_plan = twenty_pages()
    return {
        "one case explained": lambda: check_case(case, library, as_at),
        "a 20-page Word plan read": lambda: read_plan(read_word(long_plan, "long.docx")),
        "a 20-page PDF plan read": lambda: read_plan(read_pdf(TWENTY_PAGES.read_bytes(), "long.pdf")),
    }


def twenty_pages() -> bytes:
    """Return a Word plan of about twenty pages: the well-written plan with its Section F many times over."""
    import io  # noqa: PLC0415  (only this path needs it)
    from copy import deepcopy  # noqa: PLC0415  (only this path needs it)

    import docx  # noqa: PLC0415  (only this path needs it)

    document = docx.Document(str(CASE / "plan.docx"))
    body = document.element.body
    blocks = [block for block in body if not block.tag.endswith("sectPr")]
    while len(body) < 20 * 22:
        for block in blocks[len(blocks) // 3 : 2 * len(blocks) // 3]:
            body.insert(len(body) - 1, deepcopy(block))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


if __name__ == "__main__":
    main()
