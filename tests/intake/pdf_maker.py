"""PDF pages set by hand for tests: words where one wants them, lines, tags, fields."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "fixtures" / "hostile"))

from pdf_kit import Object, pages, written

from checker.intake.blocks import Document, Table, paragraphs
from checker.intake.pdf import read_pdf

BOLD_FACE = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"


def at(x: float, y: float, words: str, *, size: float = 11, bold: bool = False, state: str = "") -> str:
    """Return content that shows words with their foot at ``x``, ``y`` from the lower left of the page."""
    told = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT {state} /F{2 if bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm ({told}) Tj ET Q\n"


def column(x: float, top: float, *lines: str, size: float = 11, pitch: float = 14) -> str:
    """Return content that shows lines one beneath another."""
    return "".join(at(x, top - pitch * n, line, size=size) for n, line in enumerate(lines))


def ruled(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    """Return content that draws a whole grid."""
    across = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return across + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)


def tagged(kind: str, number: int, content: str) -> str:
    """Return content marked as what the tag with that number holds."""
    return f"/{kind} <</MCID {number}>> BDC\n{content}EMC\n"


def artifact(content: str) -> str:
    """Return content marked as no part of the text."""
    return f"/Artifact BMC\n{content}EMC\n"


def made(
    *contents: str,
    more: tuple[Object, ...] = (),
    catalog: bytes = b"",
    page: bytes = b"",
    resources: bytes = b"",
) -> bytes:
    """Return a file of pages; object 4 is the bold face, ``more`` from 5 on."""
    objects = pages(
        [each.encode("cp1252") for each in contents],
        [BOLD_FACE, *more],
        catalog=catalog,
        page=page,
        resources=resources,
    )
    first = 5 + len(more)
    for number in range(first - 1, len(objects), 2):
        objects[number] = objects[number].replace(b"/F1 3 0 R", b"/F1 3 0 R/F2 4 0 R")
    return written(objects)


def read(*contents: str, more: tuple[Object, ...] = (), catalog: bytes = b"", page: bytes = b"") -> Document:
    """Return the document in such a file."""
    return read_pdf(made(*contents, more=more, catalog=catalog, page=page), "plan.pdf")


def texts(document: Document) -> list[str]:
    """Return the words of every paragraph, with its label before it."""
    return [f"{line.label} {line.text}".strip() for line in paragraphs(document.blocks)]


def grids(document: Document) -> list[list[list[str]]]:
    """Return the tables, row by row, as the words of their cells."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]
