"""Rows of tables as entries of a section.

A row is an entry; its cells are its words, its label, its labelled cells. A table of two
columns with labels to the left is a card: the labels of one entry, one beneath another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.facts import Place
from checker.intake.blocks import Cell, Paragraph, Row, Table, paragraphs
from checker.intake.dates import find_days
from checker.intake.plan.columns import Columns, is_header_again, is_label, read_columns, role_of
from checker.intake.plan.details import says_nothing
from checker.intake.plan.labels import number_alone
from checker.intake.plan.pieces import Entry, Labelled, Line, Piece
from checker.intake.plan.subheadings import area_named
from checker.intake.plan.ticks import ticked

_LONGEST_LABEL = 10
_NO_DATE = re.compile(
    r"(?:awaited|undated|no date|to follow|not yet received|pending|date not (?:known|given))\.?", re.IGNORECASE
)
PROVISION_CODES = ("f", "g", "h1", "h2")


def cell_words(cell: Cell) -> str:
    """Return the words of a labelled cell: one line, trimmed, numbering left out."""
    return " ".join(" ".join(p.text.split()) for p in paragraphs(cell.blocks) if p.text.strip())


def areas_across(row: Row) -> dict[int, str]:
    """Return the areas of need that head the columns of a table, by column; empty if not all but the first do."""
    first, rest = row.cells[:1], row.cells[1:]
    if len(rest) < 2 or not first or len(first[0].text.split()) > _LONGEST_LABEL:  # noqa: PLR2004  (areas beside each other)
        return {}
    areas = {cell.column: area_named(cell_words(cell)) for cell in rest}
    return areas if all(areas.values()) else {}


def section_entries(table: Table, code: str) -> tuple[list[Piece], list[Paragraph]]:
    """Return what a table in the section ``code`` holds, row by row, and the lines that are only its headers."""
    columns = read_columns(table, code)
    card = _is_card(table, code)
    # Labels to the left of most rows explain a table of two columns, or one with a title, better than a header on top.
    titled = _is_titled(table.rows[0], code)
    if columns and not (card and len(table.rows) > 1 and (table.columns == 2 or titled)):  # noqa: PLR2004
        headers = [row for row in table.rows if row.number == columns.row or is_header_again(row, columns)]
        return _with_header(table, columns, code), [p for row in headers for cell in row.cells for p in lines_in(cell)]
    if card:
        titles = [row.cells[0] for row in table.rows if len(row.cells) > 1 or number_alone(row.cells[0].text, code)]
        pairs = [pair for row in table.rows for pair in _pairs(row, code)]
        titles += [left for left, _ in pairs if left not in titles]
        titles += [right for left, right in pairs if role_of(cell_words(left), code) == "area" or is_area(right)]
        return _cards(table, code), [p for cell in titles for p in lines_in(cell)]
    if code not in ("a", "i", "j", "k") and _has_areas(table):
        return _of_areas(table), [p for row in table.rows for p in lines_in(row.cells[0]) if area_of(row)]
    row_pieces = _advice_row if code == "k" else _plain_row
    return [piece for row in table.rows for piece in row_pieces(row)], []


def lines_in(cell: Cell) -> tuple[Paragraph, ...]:
    """Return the lines of a cell that have words."""
    return tuple(p for p in paragraphs(cell.blocks) if p.text.strip())


def only_cell(row: Row) -> Cell | None:
    """Return the one cell of a row that has words, or None."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    return filled[0] if len(filled) == 1 else None


def spread(row: Row, roles: dict[int, str]) -> dict[int, str]:
    """Return the roles of all columns that the header's cells cover."""
    wide: dict[int, str] = {}
    for cell in row.cells:
        if cell.column in roles:
            wide.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), roles[cell.column]))
    return wide


def is_band(row: Row, table: Table) -> bool:
    """Return whether a row is one cell across the table: a sub-heading between rows."""
    only = only_cell(row)
    return (
        only is not None
        and (only.columns >= table.columns or (len(row.cells) == 1 and only.column == 1))
        and only.rows == 1
    )


def _with_header(table: Table, columns: Columns, code: str) -> list[Piece]:
    header = next(row for row in table.rows if row.number == columns.row)
    roles = spread(header, columns.roles)
    titles = spread(header, columns.titles)
    own = "kind" if code == "k" else "name" if code == "i" else "words"
    if own not in roles.values():
        free = [c for c in titles if c not in roles and titles[c].strip()]
        fallback = free or [
            c for c, r in roles.items() if r in ("provision", "need", "outcome") and code in PROVISION_CODES
        ]
        if fallback:
            roles[fallback[0]] = own
    if code == "k" and "kind" not in columns.roles.values():
        # "Who | Name | When": the first of two columns of people says whose advice it is.
        people = [column for column, role in roles.items() if role in ("author", "other", "kind")]
        if len(people) > 1 and roles.get(min(people)) == "author":
            roles[min(people)] = "kind"
    made: list[Piece] = []
    area = ""
    for row in table.rows:
        if row.number == columns.row or is_header_again(row, columns):
            continue
        only = only_cell(row)
        if row.number < columns.row or (only is not None and is_band(row, table)):
            for line in (p for cell in row.cells for p in lines_in(cell)):
                made.append(Line(line, subheading=True))
                area = area_named(line.text) or area
            continue
        if only is None and not any(cell.text.strip() for cell in row.cells) and code != "i":
            continue
        made.append(row_entry(row, roles, titles, area, own))
        area = next((cell_words(c) for c in row.cells if roles.get(c.column) == "area"), area)
    return made


@dataclass
class _Filled:
    """What the cells of one row or one card say, by their roles."""

    place: Place
    area: str = ""
    words: list[Paragraph] = field(default_factory=list)
    cells: list[Labelled] = field(default_factory=list)
    label: str = ""
    title: str = ""
    groups: tuple[str, ...] = ()

    def take(self, role: str, title: str, cell: Cell) -> None:
        """Take the cell of a role; ``title`` is its label as printed."""
        if role == "area":
            self.area = ticked(cell_words(cell))
        elif role == "title":
            self.title = cell_words(cell)
        elif role == "grid_row":
            self.groups = _groups_in(cell)
        else:
            self.cells.append(Labelled(role or "other", title, cell_words(cell), cell.place))

    def entry(self) -> Entry:
        """Return the entry they make."""
        return Entry(tuple(self.words), self.place, tuple(self.cells), self.label, self.area, self.title, self.groups)


def row_entry(row: Row, roles: dict[int, str], titles: dict[int, str], area: str, own: str) -> Entry:
    """Return the entry that a row makes; ``own`` is the role of its own words."""
    filled = _Filled(row.cells[0].place, area)
    for cell in row.cells:
        role = roles.get(cell.column, "")
        if role == "label" and len(cell.text) <= _LONGEST_LABEL:
            filled.label = cell_words(cell) or next((p.label for p in paragraphs(cell.blocks) if p.label), "")
        elif role == own == "words":
            filled.words.extend(lines_in(cell))
        elif role or cell.text.strip():
            filled.take(role, " ".join(titles.get(cell.column, "").split()), cell)
    return filled.entry()


def _groups_in(cell: Cell) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell_words(cell).split(";") if each.strip())


def _is_card(table: Table, code: str) -> bool:
    """Return whether the table is labels to the left of what they say."""
    pairs = [pair for row in table.rows for pair in _pairs(row, code)]
    if table.columns < 2 or not pairs or any(len(row.cells) > 2 and not _pairs(row, code) for row in table.rows):  # noqa: PLR2004
        return False
    lefts = [cell_words(left) for left, _ in pairs]
    if code == "a":
        return all(len(left.split()) <= 25 and not is_label(left) for left in lefts)  # noqa: PLR2004  (a title)
    told = sum(bool(role_of(left, code) or number_alone(left, code)) and not is_label(left) for left in lefts)
    return told * 2 > len(lefts)


def _is_titled(row: Row, code: str) -> bool:
    """Return whether the first row of a card gives its number: "Need 1", or "Number" with E1 beside it."""
    first = cell_words(row.cells[0])
    beside = cell_words(row.cells[1]) if len(row.cells) > 1 else ""
    return bool(number_alone(first, code)) or (role_of(first, code) == "label" and is_label(beside))


def _pairs(row: Row, code: str) -> list[tuple[Cell, Cell]]:
    """Return the labels of a card's row with the cells beside them: one, or two where both labels tell a role."""
    if len(row.cells) == 2:  # noqa: PLR2004  (label and words)
        return [(row.cells[0], row.cells[1])]
    if len(row.cells) == 4 and all(role_of(cell_words(row.cells[at]), code) for at in (0, 2)):  # noqa: PLR2004
        return [(row.cells[0], row.cells[1]), (row.cells[2], row.cells[3])]
    return []


def _cards(table: Table, code: str) -> list[Piece]:
    own = {"k": "kind", "i": "name"}.get(code, "words")
    made: list[Piece] = []
    card: _Filled | None = None
    seen: set[str] = set()
    for row in table.rows:
        number = number_alone(cell_words(row.cells[0]), code) if len(row.cells) <= 2 else ""  # noqa: PLR2004
        if number:
            made.extend(_closed(card, code))
            card, seen = _Filled(row.cells[0].place, label=number), {"label"}
            beside = row.cells[1] if len(row.cells) > 1 else None
            if beside is not None and is_area(beside):
                card.area = cell_words(beside)
            elif beside is not None:
                card.words.extend(lines_in(beside))
                seen.add(own)
            continue
        if len(row.cells) == 1 and card is not None and card.label and not card.words and not card.cells:
            card.words.extend(lines_in(row.cells[0]))
            seen.add(own)
            continue
        if len(row.cells) == 1 or code == "a":
            made.extend(_closed(card, code))
            card = None
            made.extend(_title_row(row) if code == "a" else [Line(p, subheading=True) for p in lines_in(row.cells[0])])
            continue
        for left, right in _pairs(row, code):
            title = cell_words(left)
            role = role_of(title, code)
            if card and ((role and role in seen) or (role == own and own in seen) or (role == "label" and seen)):
                made.extend(_closed(card, code))
                card = None
            if card is None:
                card, seen = _Filled(left.place), set()
            seen.add(role or title)
            if role == "label":
                card.label = cell_words(right)
            elif role == "words":
                card.words.extend(lines_in(right))
            else:
                card.take(role, title, right)
    return [*made, *_closed(card, code)]


def _closed(card: _Filled | None, code: str) -> list[Entry]:
    """Return the entry of a card. One that nobody has filled in is a form, and no item; in Section I, a blank place."""
    if card is None or not (card.words or card.label or code == "i" or any(cell.text for cell in card.cells)):
        return []
    return [card.entry()]


def _title_row(row: Row) -> list[Piece]:
    if len(row.cells) == 1:
        return [Line(p, subheading=len(p.text.split()) <= _LONGEST_LABEL) for p in lines_in(row.cells[0])]
    left, right = row.cells
    return [Entry(lines_in(right), right.place, title=cell_words(left))]


def _plain_row(row: Row) -> list[Piece]:
    """Return the entries of a row without a header: a number and words, or cells read one after another."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if not filled:
        return []
    if len(filled) > 1 and is_label(cell_words(filled[0])):
        words = tuple(p for cell in filled[1:] for p in lines_in(cell))
        return [Entry(words, row.cells[0].place, label=cell_words(filled[0]))]
    return [Line(p) for cell in filled for p in lines_in(cell)]


def is_area(cell: Cell) -> bool:
    """Return whether a cell holds the name of an area of need and nothing else."""
    return bool(area_named(cell_words(cell)))


def area_of(row: Row) -> str:
    """Return the area of need that stands to the left of a row's words, or an empty string."""
    return area_named(cell_words(row.cells[0])) if len(row.cells) == 2 else ""  # noqa: PLR2004  (area and words)


def _has_areas(table: Table) -> bool:
    """Return whether areas of need stand to the left of the words of every row, or reach down beside them."""
    beside = [row for row in table.rows if len(row.cells) > 1]
    return any(area_of(row) for row in beside) and all(area_of(row) or not row.cells[0].text.strip() for row in beside)


def _of_areas(table: Table) -> list[Piece]:
    """Return the lines of each row beneath its area."""
    made: list[Piece] = []
    for row in table.rows:
        if area_of(row):
            made += [Line(line, subheading=True) for line in lines_in(row.cells[0])]
        made += [Line(line) for line in lines_in(row.cells[-1])]
    return made


def _advice_row(row: Row) -> list[Piece]:
    """Return the entry of a row of Section K that has no header: what it is, by whom, and the cell with a date."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    label = cell_words(filled[0]) if filled and is_label(cell_words(filled[0])) else ""
    if len(filled) < (3 if label else 2):  # a kind, and something of it
        return _plain_row(row)
    cells = filled[1:] if label else filled
    dated = next((cell for cell in cells[1:] if _is_dated(cell_words(cell))), None)
    roles = iter(("kind", "author", "role"))
    made = []
    for cell in cells:
        role = "dated" if cell is dated else next(roles, "other")
        made.append(Labelled(role, "", cell_words(cell), cell.place))
    return [Entry((), row.cells[0].place, tuple(made), label)]


def _is_dated(words: str) -> bool:
    return bool(find_days(words[:200])) or says_nothing(words) or bool(_NO_DATE.fullmatch(words.strip()))
