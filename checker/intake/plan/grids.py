"""Grids whose columns are sections: what stands in a row belongs together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.intake.blocks import Paragraph, Row, Table
from checker.intake.plan.columns import DIMENSIONS, Columns, is_header_again, role_of
from checker.intake.plan.pieces import Entry, Labelled
from checker.intake.plan.rows import (
    PROVISION_CODES,
    cell_words,
    is_area,
    is_band,
    lines_in,
    only_cell,
    row_entry,
    spread,
)
from checker.intake.plan.subheadings import area_named

_KNOWN = DIMENSIONS | {"by_when", "label", "kind", "agreed"}


@dataclass(frozen=True)
class Grid:
    """What a shared grid holds: entries by section, titles of its rows, and words of no section."""

    entries: tuple[tuple[str, Entry], ...]
    titles: tuple[Paragraph, ...]
    lost: tuple[Paragraph, ...]


def grid_entries(table: Table, columns: Columns, area: str) -> Grid:
    """Return the entries of a grid whose columns are sections; ``area`` is the area of need it stands under."""
    header = next(row for row in table.rows if row.number == columns.row)
    sections, roles = spread(header, columns.sections), spread(header, columns.roles)
    titles = spread(header, columns.titles)
    under = _sub_header(table, columns, sections)
    entries: list[tuple[str, Entry]] = []
    headed: list[Paragraph] = []
    lost: list[Paragraph] = []
    for row in table.rows:
        words = [p for cell in row.cells for p in lines_in(cell)]
        if row.number == columns.row or is_header_again(row, columns):
            headed.extend(
                p
                for cell in row.cells
                for p in lines_in(cell)
                if cell.column not in sections or row.number != columns.row
            )
            continue
        if under and row.number == columns.row + 1:
            headed.extend(words)
            continue
        only = only_cell(row)
        if row.number < columns.row or (only is not None and (is_band(row, table) or is_area(only))):
            for line in words:
                (headed if len(line.text.split()) <= 12 else lost).append(line)  # noqa: PLR2004  (a title is short)
                area = area_named(line.text) or area
            continue
        for cell in row.cells:
            if roles.get(cell.column) == "area":
                area = cell_words(cell)
                headed.extend(lines_in(cell))
        entries += _split(row, under, sections, titles, area)
        entries += _of_sections(row, under, sections, roles, titles, area)
        for cell in row.cells:
            role = roles.get(cell.column, "")
            if cell.column in under or cell.column in sections or role == "area":
                continue
            (headed if role in _KNOWN else lost).extend(lines_in(cell))
    return Grid(tuple(entries), tuple(headed), tuple(lost))


def _of_sections(
    row: Row, under: dict[int, str], sections: dict[int, str], roles: dict[int, str], titles: dict[int, str], area: str
) -> list[tuple[str, Entry]]:
    """Return the entries of the cells of a row that stand beneath the heading of a section, one a cell."""
    provision = next((code for code in sections.values() if code in PROVISION_CODES), "")
    made = []
    for cell in row.cells:
        code = sections.get(cell.column, "")
        if code and cell.column not in under and cell.text.strip():
            beside = _beside(row, code, provision, roles, sections, titles)
            groups = tuple(f"t{cell.place.table}r{n}" for n in range(cell.row, cell.row + cell.rows))
            made.append((code, Entry(lines_in(cell), cell.place, beside, area=area, groups=groups)))
    return made


def _sub_header(table: Table, columns: Columns, sections: dict[int, str]) -> dict[int, str]:
    """Return the roles of columns beneath one wide heading, where a second row heads them; empty if none does."""
    row = next((row for row in table.rows if row.number == columns.row + 1), None)
    wide = {column for column, code in sections.items() if list(sections.values()).count(code) > 1}
    if row is None or not wide:
        return {}
    roles = {cell.column: role_of(cell.text, sections[cell.column]) for cell in row.cells if cell.column in wide}
    told = {column: role for column, role in roles.items() if role}
    return told if len(set(told.values())) > 1 and len(told) * 2 > len(roles) else {}


def _split(
    row: Row, under: dict[int, str], sections: dict[int, str], titles: dict[int, str], area: str
) -> list[tuple[str, Entry]]:
    """Return the entries of the cells beneath wide headings: a section's cells in a row are one item."""
    made = []
    for code in dict.fromkeys(sections[column] for column in under):
        cells = tuple(cell for cell in row.cells if cell.column in under and sections[cell.column] == code)
        if any(cell.text.strip() for cell in cells):
            part = Row(cells, row.number)
            groups = tuple(f"t{cells[0].place.table}r{n}" for n in range(cells[0].row, cells[0].row + cells[0].rows))
            made.append((code, replace(row_entry(part, _as_words(under), titles, area, "words"), groups=groups)))
    return made


def _as_words(under: dict[int, str]) -> dict[int, str]:
    own = {"need", "outcome", "provision"}
    return under if "words" in under.values() else {c: "words" if r in own else r for c, r in under.items()}


def _beside(
    row: Row, code: str, provision: str, roles: dict[int, str], sections: dict[int, str], titles: dict[int, str]
) -> tuple[Labelled, ...]:
    """Return the labelled cells of a grid's row that belong to what stands in the section ``code``."""
    found = []
    for cell in row.cells:
        role = roles.get(cell.column, "")
        if cell.column in sections or not role:
            continue
        mine = (role in DIMENSIONS | {"kind", "agreed"} and code == provision) or (role == "by_when" and code == "e")
        if mine:
            title = " ".join(titles.get(cell.column, "").split())
            found.append(Labelled(role, title, cell_words(cell), cell.place))
    return tuple(found)
