"""What a page holds before it is numbered: paragraphs and tables, told from tags or from the layout alike."""

from __future__ import annotations

from dataclasses import dataclass

from checker.intake.pdf.pages import Word


@dataclass(frozen=True)
class TextDraft:
    """A paragraph: its words as boxes and as text, the page it begins on, and what it is."""

    words: tuple[Word, ...]
    text: str
    page: int
    heading: int = 0
    label: str = ""
    level: int = 0
    contents: bool = False
    note: bool = False

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        letters = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(letters) and all(word.bold for word in letters)

    @property
    def size(self) -> float:
        """The largest type in it, in points."""
        return max((word.size for word in self.words), default=0.0)


@dataclass(frozen=True)
class CellDraft:
    """A cell: what stands in it, what it spans, and whether it heads its column."""

    drafts: tuple[Draft, ...]
    rows: int = 1
    columns: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(texts_in(self.drafts))


@dataclass(frozen=True)
class TableDraft:
    """A table, row by row; a cell that reaches into a row from above is not repeated in it.

    ``edges`` are the edges of its columns where they were seen.
    """

    rows: tuple[tuple[CellDraft, ...], ...]
    page: int
    edges: tuple[float, ...] = ()
    is_open: bool = False
    """Whether no line closes its last row: the page ends in it."""

    @property
    def width(self) -> int:
        """How many columns its first row has."""
        return sum(cell.columns for cell in self.rows[0]) if self.rows else 0


Draft = TextDraft | TableDraft


def texts_in(drafts: tuple[Draft, ...]) -> list[str]:
    """Return the words of every paragraph in ``drafts``."""
    found: list[str] = []
    for each in drafts:
        if isinstance(each, TextDraft):
            found.append(each.text)
        else:
            found += [cell.text for row in each.rows for cell in row]
    return [text for text in found if text]
