"""Tables that go on in a table of their own, as where a page ends: the second has no header, and needs the first's."""

from __future__ import annotations

from dataclasses import replace

from checker.intake.blocks import Row, Table
from checker.intake.columns import read_columns


def continued(above: Table | None, table: Table, section: str) -> Table:
    """Return ``table`` with the header of the table directly above it, if it goes on from that one; else ``table``.

    It does if it has as many columns and no header, and if no column of its own is wider
    than the header's. ``section`` is the code of the section both stand in, empty if none.
    """
    if above is None or above.columns != table.columns or read_columns(table, section):
        return table
    columns = read_columns(above, section)
    header = next((row for row in above.rows if columns and row.number == columns.row), None)
    if header is None or len(header.cells) < 2 or _has_labels(table, header):  # noqa: PLR2004  (a header tells columns apart)
        return table
    return replace(table, rows=(replace(header, number=0), *table.rows))


def _has_labels(table: Table, header: Row) -> bool:
    """Return whether a table's first column holds only what the header's first row holds elsewhere: a card's labels."""
    titles = {" ".join(cell.text.lower().split()) for cell in header.cells}
    return all(" ".join(row.cells[0].text.lower().split()) in titles for row in table.rows if row.cells)
