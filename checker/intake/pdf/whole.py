"""Pages joined: a table that goes on, a row cut in two, a paragraph that runs over the end of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.intake.pdf.drafts import CellDraft, Draft, TableDraft, TextDraft
from checker.intake.plan.headings import sections_named

_ENDS = (".", "?", "!", ":", ";")
_NEAR = 8.0


def over_pages(pages: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Return the drafts of all pages in order, with what a page's end cut in two joined again."""
    whole: list[Draft] = []
    for page in pages:
        drafts = list(page)
        if whole and drafts:
            joined = _joined(whole[-1], drafts[0])
            if joined is not None:
                whole[-1] = joined
                drafts = drafts[1:]
        whole += drafts
    return [_inner_joined(each) if isinstance(each, TableDraft) else each for each in whole]


def _inner_joined(table: TableDraft) -> TableDraft:
    """Return a table with a table in a cell made whole where a line of the outer one, or a page, cut it in two."""
    rows: list[tuple[CellDraft, ...]] = []
    for row in table.rows:
        above = rows[-1] if rows else ()
        goes_on = len(row) > 1 and bool(above) and not any(cell.drafts for cell in row[:-1])
        if goes_on and _tables_go_on(above[-1], row[-1]):
            rows[-1] = (*above[:-1], _joined_cells(above[-1], row[-1]))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _joined(before: Draft, after: Draft) -> Draft | None:
    if isinstance(before, TableDraft) and isinstance(after, TableDraft):
        return _joined_tables(before, after) if _go_on(before, after) else None
    if isinstance(before, TextDraft) and isinstance(after, TextDraft) and _goes_on(before, after):
        return _joined_texts(before, after)
    return None


def _go_on(before: TableDraft, after: TableDraft) -> bool:
    """Return whether a table at the head of a page is the one at the foot of the page before."""
    if before.width != after.width:
        return False
    if before.edges and after.edges:
        return all(abs(one - other) <= _NEAR for one, other in zip(before.edges, after.edges, strict=False))
    return True


def _joined_tables(before: TableDraft, after: TableDraft) -> TableDraft:
    rows, more = list(before.rows), list(after.rows)
    at = 0
    # A header that tags leave out where it comes again stands there as a row without words.
    while more and not any(_texts(more[0])):
        more = more[1:]
    while len(rows) > at + 1 and more and _texts(more[0]) == _texts(rows[at]) and any(_texts(rows[at])):
        rows[at] = tuple(replace(cell, header=True) for cell in rows[at])
        more = more[1:]
        at += 1
    if more and len(rows[-1]) == len(more[0]) and (before.is_open or _is_rest(rows[-1], more[0])):
        rows[-1] = tuple(_joined_cells(one, other) for one, other in zip(rows[-1], more[0], strict=True))
        more = more[1:]
    elif more and len(rows[-1]) == len(more[0]):
        rows[-1], more[0] = _with_cells_going_on(rows[-1], more[0])
    return replace(before, rows=(*rows, *more), is_open=after.is_open)


def _with_cells_going_on(
    row: Sequence[CellDraft], below: Sequence[CellDraft]
) -> tuple[tuple[CellDraft, ...], tuple[CellDraft, ...]]:
    """Let a cell that breaks off at the foot of a page reach into the row in which its words go on."""
    on = [_breaks_off(one, other) for one, other in zip(row, below, strict=True)]
    above = tuple(
        replace(_joined_cells(one, other), rows=one.rows + other.rows) if going else one
        for one, other, going in zip(row, below, on, strict=True)
    )
    return above, tuple(other for other, going in zip(below, on, strict=True) if not going)


def _breaks_off(one: CellDraft, other: CellDraft) -> bool:
    return bool(one.text) and not one.text.endswith(_ENDS) and other.text[:1].islower()


def _texts(row: Sequence[CellDraft]) -> list[str]:
    return ["".join(cell.text.split()).lower() for cell in row]


def _is_rest(row: Sequence[CellDraft], rest: Sequence[CellDraft]) -> bool:
    """Return whether a row goes on from the one before: words break off there and go on here, and none begin anew."""
    filled = [(one, other) for one, other in zip(row, rest, strict=True) if other.text]
    if not filled:
        return False
    if not rest[0].text and len(rest) > 1 and _tables_go_on(row[-1], rest[-1]):
        return True
    going_on = [_breaks_off(one, other) for one, other in filled]
    return all(going_on) or (any(going_on) and not rest[0].text) or _is_title_of(row[0], rest[0])


def _tables_go_on(one: CellDraft, other: CellDraft) -> bool:
    """Return whether a table in a cell is the one that ends the cell above."""
    last = one.drafts[-1] if one.drafts else None
    first = other.drafts[0] if other.drafts else None
    return isinstance(last, TableDraft) and isinstance(first, TableDraft) and _go_on(last, first)


def _is_title_of(letter: CellDraft, title: CellDraft) -> bool:
    """Return whether a cell holds the title of a section whose letter ended the page before."""
    one, other = sections_named(letter.text, strong=True), sections_named(title.text, strong=True)
    whole = sections_named(f"{letter.text} {title.text}", strong=True)
    if one is None or whole is None or not one.lettered or one.title:
        return False
    return whole.codes == one.codes and not (other is not None and other.lettered)


def _joined_cells(one: CellDraft, other: CellDraft) -> CellDraft:
    if not one.drafts or not other.drafts:
        return replace(one, drafts=(*one.drafts, *other.drafts))
    last, first = one.drafts[-1], other.drafts[0]
    if isinstance(last, TableDraft) and isinstance(first, TableDraft) and _go_on(last, first):
        return replace(one, drafts=(*one.drafts[:-1], _joined_tables(last, first), *other.drafts[1:]))
    if isinstance(last, TextDraft) and isinstance(first, TextDraft) and _goes_on(last, first):
        return replace(one, drafts=(*one.drafts[:-1], _joined_texts(last, first), *other.drafts[1:]))
    return replace(one, drafts=(*one.drafts, *other.drafts))


def _goes_on(before: TextDraft, after: TextDraft) -> bool:
    if before.heading or after.heading or after.label or before.note != after.note or before.contents:
        return False
    begun = after.text[:1]
    return bool(begun) and begun.islower() and not before.text.endswith(_ENDS) and before.bold == after.bold


def _joined_texts(before: TextDraft, after: TextDraft) -> TextDraft:
    text = f"{before.text}{after.text}" if before.text.endswith("-") else f"{before.text} {after.text}"
    return replace(before, words=(*before.words, *after.words), text=text)
