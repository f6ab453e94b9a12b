"""What each faulty file under ``diagnostics/`` is answered with.

``python tests/dsl/golden.py`` writes the answers afresh, to be read before they are kept.
"""

from __future__ import annotations

from pathlib import Path

from library_vocabulary import VOCABULARY

from dsl.diagnostics import render
from dsl.load import load_book

FOLDER = Path(__file__).parent / "diagnostics"
FILES = sorted(FOLDER.glob("*.standard"))


def answer(path: Path) -> str:
    """Return every diagnostic of a file, as it is printed."""
    files = {path.name: path.read_text(encoding="utf-8")}
    return "".join(f"{render(each, files)}\n" for each in load_book(files, VOCABULARY).diagnostics)


if __name__ == "__main__":
    for file in FILES:
        file.with_suffix(".txt").write_text(answer(file), encoding="utf-8")
