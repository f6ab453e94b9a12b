"""A typed plan written as a Word file that reads back as the same plan.

What a typed plan says with a key, the Word file says as a council's own would: a heading,
a sub-heading, a column with its title. Nothing is hidden in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from checker.intake.plan.pieces import Entry, Line, Piece, SectionsFound
from reports.plan_word import page

if TYPE_CHECKING:
    from docx.document import Document as WordFile

SUBJECTS = {
    "b": "Need",
    "c": "Need",
    "d": "Need",
    "e": "Outcome",
    "f": "Provision",
    "g": "Health provision",
    "h1": "Support",
    "h2": "Support",
    "j": "Details",
}
"""The title of the column that holds an item's own words, by section."""
MOST_COLUMNS = 7
"""A table with more is narrower than its words: then each item is a card, its labels one beneath another."""
SETTING = {"name": "Name", "type": "Type", "start": "From", "end": "Until"}
ADVICE = {"kind": "Advice", "author": "Author", "role": "Role", "dated": "Dated", "other": "Notes"}


class CannotWrite(Exception):  # noqa: N818  (what a plan is, not a fault)
    """A plan that cannot be written as a Word file; its text says which words and why."""


def write_plan(found: SectionsFound) -> bytes:
    """Return a plan as a Word file. Raises :class:`CannotWrite` for words that stand in no section."""
    if found.unplaced:
        words = " ".join(found.unplaced[0].words.split())
        msg = f"“{words}” stands in no section of the plan: put it in one, or take it out"
        raise CannotWrite(msg)
    title = found.front[0].text if found.front else ""
    made = page.new_page(title)
    if title:
        page.write(made.add_paragraph(style="Title"), title)
    if found.details:
        page.add_pairs(made, [(each.title, each.text) for each in found.details])
    joint, pieces = dict(found.joint), dict(found.pieces)
    for heading in found.headings:
        page.write(made.add_paragraph(style="Heading 1"), heading.words)
        # What could not be told apart goes first: after an item with a letter, it would be taken for that letter's.
        for line in joint.pop(heading.codes, ()):
            page.write(made.add_paragraph(), line.text)
        for code in heading.codes:
            _section(made, pieces.pop(code, ()), code)
    return page.bytes_of(made)


def _section(made: WordFile, pieces: Sequence[Piece], code: str) -> None:
    for shape, run in groupby(pieces, key=lambda piece: _shape(piece, code)):
        entries = [piece for piece in run if isinstance(piece, Entry)] if shape is not None else []
        if shape is None:
            for piece in run:
                _line(made, piece)
        elif code == "a":
            page.add_pairs(made, [_pair(piece) for piece in entries])
        else:
            _entries(made, entries, _columns(entries, code))
        if shape is not None:
            # Word joins two tables with nothing between them.
            made.add_paragraph()


def _shape(piece: Piece, code: str) -> tuple[str, ...] | None:
    """Return what entries of one table have alike, or None for what is written as a line.

    A cell that is empty says that nothing is stated, and one that is not there says
    nothing: entries with other labelled cells need a table of their own.
    """
    if isinstance(piece, Line) or (code == "i" and len(piece.cells) == 1 and not piece.words):
        return None
    return tuple(cell.title for cell in piece.cells)


def _line(made: WordFile, piece: Piece) -> None:
    if isinstance(piece, Line):
        style = "Heading 2" if piece.subheading else "Normal"
        page.write(made.add_paragraph(style=style), piece.paragraph.text)
    else:
        cell = piece.cells[0]
        page.write(made.add_paragraph(), f"{SETTING.get(cell.role, cell.title)}: {cell.text}")


@dataclass(frozen=True)
class _Column:
    title: str
    words: Callable[[Entry], str]
    width: float = 2.0


def _columns(entries: Sequence[Entry], code: str) -> list[_Column]:
    """Return the columns that entries of one shape need."""
    titles = SETTING if code == "i" else ADVICE if code == "k" else {}
    labelled = [
        _Column(titles.get(cell.role, cell.title), partial(_cell_text, at)) for at, cell in enumerate(entries[0].cells)
    ]
    number = _Column("No.", lambda entry: entry.label, 1.0)
    if code == "i":
        return labelled
    if code == "k":
        return [number, *labelled]
    words = _Column(SUBJECTS[code], lambda entry: "\n".join(line.text for line in entry.words), 5.0)
    area = _Column("Area of need", lambda entry: entry.area)
    title = _Column("Sub-heading", lambda entry: entry.title)
    links = _Column("Linked items", lambda entry: ", ".join(entry.links), 1.6)
    rows = _Column("Grid row", lambda entry: "; ".join(entry.groups), 1.2)
    before = [column for column in (area, title) if any(column.words(entry) for entry in entries)]
    after = [column for column in (links, rows) if any(column.words(entry) for entry in entries)]
    return [number, *before, words, *labelled, *after]


def _cell_text(at: int, entry: Entry) -> str:
    return entry.cells[at].text


def _entries(made: WordFile, entries: Sequence[Entry], columns: Sequence[_Column]) -> None:
    if len(columns) <= MOST_COLUMNS:
        table = page.add_table(made, [column.title for column in columns], [column.width for column in columns])
        for entry in entries:
            page.add_row(table, [column.words(entry) for column in columns])
        return
    for at, entry in enumerate(entries):
        if at:
            made.add_paragraph()
        page.keep_together(page.add_pairs(made, [(column.title, column.words(entry)) for column in columns]))


def _pair(piece: Entry) -> tuple[str, str]:
    words = "\n".join(line.text for line in piece.words)
    cell = piece.cells[0] if piece.cells else None
    return piece.title or (cell.title if cell else ""), words or (cell.text if cell else "")
