"""What a document is made of once it is read: paragraphs and tables, each with its place.

The readers of Word and of PDF files make these; everything after them sees no difference
but the places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.facts import Place
from checker.left_in_file import Left

KEPT_APART = "kept apart from the sections"
"""How the note on running heads, feet and footnotes ends: it is of a plan alone, for other papers have no sections."""
BULLET = "•"
"""The label of a bulleted paragraph, whatever the mark looks like on paper."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its words, and the number or bullet Word's numbering puts before them.

    ``label`` is the number as printed ("F1.", "2.", or :data:`BULLET`), empty if there is
    none; ``level`` is its depth in a list, from 0. ``heading`` is the outline level of a
    heading style (0 for none, 1 the highest; a title is 1). ``bold`` says that all its
    words are; ``size`` is the largest type in points, 0 unknown. ``contents`` marks a line
    of a table of contents. ``place.words`` are ``text``.
    """

    text: str
    place: Place
    label: str = ""
    level: int = 0
    heading: int = 0
    style: str = ""
    bold: bool = False
    size: float = 0.0
    contents: bool = False
    box: bool = False
    """True in a text box."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: what stands in it, and the columns and rows it covers, from 1."""

    blocks: tuple[Block, ...]
    place: Place
    row: int
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """All its words, paragraph by paragraph."""
        return "\n".join(p.text for p in paragraphs(self.blocks) if p.text.strip())


@dataclass(frozen=True)
class Row:
    """A row of a table; a cell that reaches into it from above is not repeated in it."""

    cells: tuple[Cell, ...]
    number: int
    header: bool = False
    """True if the file marks it as repeated at the head of each page."""


@dataclass(frozen=True)
class Table:
    """A table, with the number of columns of its grid."""

    rows: tuple[Row, ...]
    place: Place
    columns: int


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A document as read: its body, and apart from it what is not the body's text.

    ``deleted`` are tracked deletions, struck-through and hidden words by kind;
    ``headers`` hold headers and footers. ``notes`` say in plain words what a reader of
    the report should know.
    """

    name: str
    blocks: tuple[Block, ...]
    headers: tuple[Paragraph, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()
    comments: tuple[Paragraph, ...] = ()
    deleted: tuple[Place, ...] = ()
    struck: tuple[Place, ...] = ()
    hidden: tuple[Place, ...] = ()
    unread: tuple[Place, ...] = ()
    """Places in the body that hold something with words we cannot read (an embedded file)."""
    notes: tuple[str, ...] = ()
    pages: int = 0
    """How many pages it has; 0 where the file has none (Word)."""
    left: tuple[Left, ...] = ()
    """What its reader noticed was left in the file: hidden text, changes, comments, highlighting, prompts."""


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph of ``blocks``, those in tables too, in the order of the document."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
