"""A paper as a run of parts: headings, lines, labels with what stands beside them, and tables with a header row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.facts import Place
from checker.intake.blocks import BULLET, Block, Cell, Document, Paragraph, Table, paragraphs
from checker.intake.plan.headings import looks_like_heading
from checker.intake.plan.subheadings import area_named
from checker.papers.roles import column_role, heading_role, is_detail

_NUMBER = re.compile(
    r"\s*(?:\(?(\d{1,2}(?:\.\d{1,2}){1,3}|[A-Za-z]?\d{1,2}(?=[.):])|\((?:[a-z]"
    r"|[ivx]{1,4})\)))[.):]?\s+(?=\S)"
)
_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}")
_CODE_OF_ROW = re.compile(r"(?:outcome )?[A-Z]{0,2}\.?\d{1,2}(?:\.\d|[a-z])?[.)]?", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\s*(?:[A-Z]?\d{1,2}[a-z]?|[A-Za-z])[.):]?\s*")
_BULLET = re.compile(r"\s*[•●○▪■·\-–—*\uf0b7]\s+")
BOXES = "☐☑☒✓✔▢□"
"""Marks of a box beside words, ticked or not."""
_LONGEST_HEADING = 12
_RANK_OF_AREA = 6.5
_LONGEST_LABEL = 8
_LONGEST_HEADER = 10
_LONGEST_HEADING_LABEL = 16
_PAIR = 2
_SHORT = 4


@dataclass(frozen=True)
class Line:
    """A paragraph, or a line of one.

    ``number`` is its printed number, ``bullet`` says that it is an item of a list,
    ``heading`` is its rank as a heading (0 none, 1 the highest), ``role`` what it heads.
    """

    text: str
    place: Place
    number: str = ""
    bullet: bool = False
    heading: float = 0
    role: str = ""


@dataclass(frozen=True)
class Label:
    """A label and what stands beside or beneath it."""

    title: str
    lines: tuple[Line, ...]
    place: Place

    @property
    def text(self) -> str:
        """All that stands beside it."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Grid:
    """A table with a header row: the title and the role of each column, and its rows of cells."""

    titles: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    place: Place


Part = Line | Label | Grid


def parts_of(document: Document) -> tuple[Part, ...]:
    """Return the parts of a paper, in its order, the lines of a table of contents left out."""
    return tuple(_parts(document.blocks))


def lines_in(blocks: Sequence[Block], part: str = "") -> tuple[Line, ...]:
    """Return the lines of a cell or of other blocks, tables inside it too."""
    return tuple(line for paragraph in paragraphs(tuple(blocks)) for line in _lines(paragraph, part))


def lines_of(part: Part) -> tuple[Line, ...]:
    """Return the lines a part is, or has beside its label; a grid has none."""
    return (part,) if isinstance(part, Line) else part.lines if isinstance(part, Label) else ()


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    heading = ""
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block, heading)
            continue
        if block.contents:
            continue
        for line in _lines(block, heading):
            if line.heading:
                heading = line.text if len(line.text.split()) <= _LONGEST_LABEL else ""
            yield line


def _lines(paragraph: Paragraph, part: str) -> Iterator[Line]:
    texts = [text for text in paragraph.text.split("\n") if text.strip()]
    for text in texts:
        number, bullet = "", paragraph.label == BULLET
        if paragraph.label and not bullet:
            number = paragraph.label.strip(" .:")
        plain = text
        numbered = _NUMBER.match(plain)
        if numbered and not number:
            number, plain = numbered[1], plain[numbered.end() :]
        elif marked := _BULLET.match(plain):
            bullet, plain = True, plain[marked.end() :]
        plain = " ".join(plain.split())
        bullet = bullet or plain[:1] in BOXES
        place = replace(paragraph.place, part=part or paragraph.place.part, words=plain)
        rank = 0 if bullet else _rank(paragraph, plain, number, alone=len(texts) == 1)
        yield Line(plain, place, number, bullet, rank, heading_role(plain) if rank else "")


def _rank(paragraph: Paragraph, text: str, number: str, *, alone: bool) -> float:
    """Return the rank of a heading, 0 for a line that is none: by style, by number, by type and by its words."""
    if len(text.split()) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return 0
    depth = number.count(".") if number else 0
    if paragraph.heading:
        return paragraph.heading + depth / 10
    if area_named(text):
        return _RANK_OF_AREA
    looks = looks_like_heading(paragraph) and alone
    capitals = text.isupper() and len(text) > 3  # noqa: PLR2004  (initials are no heading)
    said = bool(heading_role(text)) and (text.endswith((":", "?")) or bool(number) or len(text.split()) <= 6)  # noqa: PLR2004
    if looks or capitals:
        return 5 - min(paragraph.size, 40) / 10 + depth / 10 + (0.0 if paragraph.size else 1.0)
    if said and not re.search(r":\s*\S", text):
        return 6 + depth / 10
    return 0


def _table(table: Table, part: str) -> Iterator[Part]:
    header = _header(table)
    if header is not None:
        yield from _above(table, header, part)
        yield _grid(table, header)
        return
    yield from _rows(table, part)


def _header(table: Table) -> int | None:
    """Return which row is the header: the first whose cells name what stands beneath them."""
    for at, row in enumerate(table.rows[:3]):
        titles = [" ".join(cell.text.split()) for cell in row.cells]
        filled = [title for title in titles if title]
        if len(filled) < _PAIR and at + 1 < len(table.rows):
            continue
        return at if len(table.rows) > at + 1 and _names_columns(table, at, titles) else None
    return None


def _names_columns(table: Table, at: int, titles: Sequence[str]) -> bool:
    row = table.rows[at]
    roles = [column_role(title) for title in titles]
    if any(_is_no_title(title) for title in titles if title):
        return False
    details = [is_detail(title) for title in titles]
    told = [bool(role) and not detail for role, detail in zip(roles, details, strict=True)]
    named = [role in _NAMING for role in roles]
    if any(d and not n for d, n in zip(details, named, strict=True)) and (
        sum(told) < _PAIR or not _short_first(table, at)
    ):
        # A detail is a column's title only among others that tell of columns; else it is a label.
        return False
    if sum(bool(role) for role in roles) >= _PAIR:
        return True
    if len(titles) > _PAIR:
        marked = row.header or all(p.bold for cell in row.cells for p in paragraphs(cell.blocks) if p.text.strip())
        odd = len(titles) != 2 * _PAIR and len({len(each.cells) for each in table.rows}) == 1
        return any(roles) or (all(titles) and (marked or odd))
    short = all(len(title.split()) <= _SHORT for title in titles)
    wanted = {"need", "provision", "outcome"} & set(roles)
    return row.header or (bool(wanted) and short and len(table.rows) > _PAIR and _short_first(table, at))


_NAMING = ("number", "reference", "name", "role")


def _is_no_title(title: str) -> bool:
    words = title.split()
    ends = title[-1:] in ".;" and len(words) > _SHORT
    return ends or len(words) > _LONGEST_HEADER or title.strip(" .)").isdigit() or bool(_CODE.fullmatch(title))


def _short_first(table: Table, at: int) -> bool:
    """Return whether a table of two columns goes on as its header says: no label of a detail or a part beneath it."""
    first = [row.cells[0].text for row in table.rows[at + 1 :] if row.cells]
    return not any(is_detail(text) or heading_role(text) for text in first)


def _above(table: Table, header: int, part: str) -> Iterator[Part]:
    for row in table.rows[:header]:
        for cell in row.cells:
            yield from lines_in(cell.blocks, part)


def _grid(table: Table, header: int) -> Grid:
    head = table.rows[header]
    by_column = {cell.column: " ".join(cell.text.split()) for cell in head.cells}
    columns = sorted(by_column)
    titles = tuple(by_column[column] for column in columns)
    held: dict[int, Cell] = {}
    rows = []
    for row in table.rows[header + 1 :]:
        here = {column: cell for cell in row.cells for column in range(cell.column, cell.column + cell.columns)}
        for column in columns:
            reaching = held.get(column)
            if column not in here and reaching is not None and row.number < reaching.row + reaching.rows:
                here[column] = reaching
        held |= {cell.column: cell for cell in row.cells if cell.rows > 1}
        again = [" ".join(cell.text.split()) for cell in row.cells] == [t for t in titles if t]
        if not again and any(cell.text.strip() for cell in row.cells):
            rows.append(tuple(here.get(column) for column in columns))
    return Grid(titles, _roles(titles, rows), tuple(rows), table.place)


def _roles(titles: Sequence[str], rows: Sequence[Sequence[Cell | None]]) -> tuple[str, ...]:
    """Return the role of each column, by its title; a first column of numbers or codes alone is one of numbers."""
    roles = [column_role(title) for title in titles]
    first = [row[0].text.strip() for row in rows if row and row[0] is not None and not across(row)]
    # A code under "Need" or "Outcome" tells which one it is.
    coded = bool(first) and all(_CODE_OF_ROW.fullmatch(each) for each in first)
    if coded and len(titles) > _PAIR and roles[0] not in ("need", "outcome", "reference"):
        roles[0] = "number"
    if "provision" in roles:
        # What stands after a column of provision is the effect it had, and no need.
        after = roles.index("provision")
        roles = [
            "effect"
            if at > after and role == "need" and re.match(r"(?:the )?impact\b", titles[at], re.IGNORECASE)
            else role
            for at, role in enumerate(roles)
        ]
    return tuple(roles)


def across(row: Sequence[Cell | None]) -> Cell | None:
    """Return the one cell that goes across a whole row of more than one column, if it does."""
    first = row[0] if len(row) > 1 else None
    return first if first is not None and all(cell is first for cell in row) else None


def _rows(table: Table, part: str) -> Iterator[Part]:
    """Yield a table without a header row: labels with what stands beside or beneath them, else its lines."""
    waiting: list[Cell] = []
    across = _across(table, part)
    if across:
        yield from across
        return
    for row in table.rows:
        cells = [cell for cell in row.cells if cell.text.strip()]
        if len(cells) == 1 and (len(row.cells) == 1 or not _is_label(cells[0]) or heading_role(cells[0].text)):
            for line in lines_in(cells[0].blocks, part):
                yield _boxed(line, alone=len(list(paragraphs(cells[0].blocks))) == 1)
            continue
        row_cells = row.cells[1:] if len(row.cells) > 2 and _NUMBER_ALONE.fullmatch(row.cells[0].text) else row.cells  # noqa: PLR2004
        labels = [cell for cell in row_cells[::2] if _is_label(cell)]
        if len(labels) == len(row_cells[::2]) and len(row_cells) % 2 == 0:
            for cell, value in zip(row_cells[::2], row_cells[1::2], strict=True):
                if cell.text.strip() in BOXES and cell.text.strip():
                    words = f"{cell.text.strip()} {' '.join(value.text.split())}"
                    yield Line(words, replace(value.place, part=part, words=words), bullet=True)
                elif cell.text.strip() or value.text.strip():
                    yield Label(" ".join(cell.text.split()).strip(" :"), lines_in(value.blocks, part), value.place)
            continue
        waiting = cells
        for cell in waiting:
            yield from lines_in(cell.blocks, part)


def _across(table: Table, part: str) -> tuple[Label, ...]:
    """Return the labels of a table of two rows that has them above what they say."""
    if (
        len(table.rows) != _PAIR
        or len(table.rows[0].cells) != len(table.rows[1].cells)
        or len(table.rows[0].cells) <= _PAIR
    ):
        return ()
    pairs = list(zip(table.rows[0].cells, table.rows[1].cells, strict=True))
    if sum(is_detail(cell.text) for cell, _ in pairs) < _PAIR or any(is_detail(value.text) for _, value in pairs):
        return ()
    return tuple(
        Label(" ".join(cell.text.split()).strip(" :"), lines_in(value.blocks, part), value.place)
        for cell, value in pairs
    )


def _is_label(cell: Cell) -> bool:
    words = cell.text.split()
    plain = " ".join(words)
    if len(cell.text.strip().split("\n")) > _PAIR and not (is_detail(plain) or heading_role(plain)):
        # Lines under one another are an address, and no label.
        return False
    limit = _LONGEST_LABEL if not heading_role(cell.text) else _LONGEST_HEADING_LABEL
    return len(words) <= limit and not cell.text.rstrip().endswith(".")


def _boxed(line: Line, *, alone: bool) -> Line:
    """Return a line of a box across the page, as a heading where it is a question or names a part."""
    if line.heading or not alone:
        return line
    role = heading_role(line.text)
    short = len(line.text.split()) <= _LONGEST_HEADING and not line.text.endswith(".")
    return replace(line, heading=6, role=role) if short and (role or line.text.endswith("?")) else line
