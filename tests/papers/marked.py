"""Word files from marked text, for the small papers of ``fixtures/papers/own``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

_BOLD_SIZE = Pt(12)


def word_of(paper: str) -> bytes:
    """Return a Word file of ``paper``: headings, bold lines, bullets, rows of tables and paragraphs."""
    made = Document()
    rows: list[list[str]] = []
    for line in [*paper.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            _table(made, rows)
            rows = []
        mark, _, words = line.partition(" ")
        if mark in ("#", "##"):
            made.add_heading(words, level=len(mark))
        elif mark == "!":
            run = made.add_paragraph().add_run(words)
            run.bold, run.font.size = True, _BOLD_SIZE
        elif mark == "*":
            made.add_paragraph(words, style="List Bullet")
        elif line:
            made.add_paragraph(line)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _table(made: DocumentObject, rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    table = made.add_table(rows=0, cols=width)
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            cell.text = words
