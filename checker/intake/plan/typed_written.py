"""A plan read from Word or PDF, written as a typed plan (``plan.yaml``) that reads back as the same plan.

Each section stands under its heading, its lines and items in the order of the document,
each with its place beside it. What was not found, and what was put in no section, stands
at the top in plain words. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.facts import Place, State
from checker.intake.blocks import Document, Paragraph
from checker.intake.plan.columns import role_of
from checker.intake.plan.headings import CODES, sections_named
from checker.intake.plan.pieces import Entry, Labelled, Line, Piece, SectionsFound, part_name
from checker.intake.plan.reading import PlanReading, read_plan, sections_in
from checker.intake.yaml_written import beside, comment, scalar

_SETTING = {"name": "name", "type": "type", "start": "from", "end": "until"}
_DETAILS = (
    ("/child/name", "the child's name"),
    ("/child/born", "the date of birth"),
    ("/plan/stage", "whether it is a draft or final"),
    ("/plan/issue", "the date of the plan"),
)


def write_typed_plan(document: Document) -> str:
    """Return a plan as the text of a ``plan.yaml``."""
    found, reading = sections_in(document), read_plan(document)
    return "".join(f"{line}\n" for line in (*_top(document, found, reading), *_plan(document, found)))


def _top(document: Document, found: SectionsFound, reading: PlanReading) -> Iterator[str]:
    yield f"# Read from {comment(document.name)}. Each value has its place beside it. Correct it here:"
    yield "# `sendcheck check` takes this file in the place of the document it was read from."
    missing = list(_missing(reading))
    yield "#"
    yield "# Not found by the reader:" if missing else "# Nothing the reader looks for was missing."
    yield from (f"#   {line}" for line in missing)
    if found.unplaced:
        yield "#"
        yield "# Put in no section: move each to the section it belongs to, or take it out, under `unplaced` below."
        yield from (
            f"#   “{comment(place.words)[:80]}”{beside(place).replace('  #', ' –')}" for place in found.unplaced
        )
    if reading.notes:
        yield "#"
        yield "# Of the file:"
        yield from (f"#   {comment(note)}" for note in reading.notes)


def _missing(reading: PlanReading) -> Iterator[str]:
    for pointer, what in _DETAILS:
        fact = reading.facts.get(pointer)
        if fact is None or not fact.versions:
            yield what
    for code in CODES:
        fact = reading.facts[f"/plan/section_{code}"]
        if fact.state is State.NOT_STATED:
            yield f"{part_name((code,))}: no heading of the document is one of it"
        elif fact.state is State.NOT_FOUND:
            yield f"{part_name((code,))}: not found, or not told apart from another"


def _plan(document: Document, found: SectionsFound) -> Iterator[str]:
    yield "plan:"
    for key, lines in (("front", _outside(found)), ("headers", document.headers)):
        if lines:
            yield f"  {key}:"
            yield from (f"    - {scalar(line.text)}{beside(line.place)}" for line in lines)
    if found.details:
        yield "  details:"
        for each in found.details:
            yield f"    - {{label: {scalar(each.title)}, words: {scalar(each.text)}}}{beside(each.place)}"
    yield from _sections(found)
    whole = found.headings_placed and not document.unread
    if found.unplaced:
        yield "  unplaced:"
        codes = sorted(CODES) if document.unread else sorted(found.beside)
        letters = ", ".join(code.upper() for code in codes)
        heading = "" if whole else ", heading: yes"
        for place in found.unplaced:
            words = place.words or "something whose words cannot be read"
            yield f"    - {{words: {scalar(words)}, beside: [{letters}]{heading}}}{beside(place)}"


def _outside(found: SectionsFound) -> list[Paragraph]:
    """Return what stands outside the sections, without the labels and cells that are written with what they label."""
    written = {words for each in found.details for words in (each.title, each.text)}
    for pieces in found.pieces.values():
        for piece in pieces:
            if isinstance(piece, Entry):
                written |= {piece.title, *(cell.title for cell in piece.cells)}
    return [line for line in found.front if not (line.place.table and line.text.strip() in written)]


def _sections(found: SectionsFound) -> Iterator[str]:
    yield "  sections:"
    joint, pieces = dict(found.joint), dict(found.pieces)
    for heading in found.headings:
        named = sections_named(heading.words, strong=True)
        yield f"    - heading: {scalar(heading.words)}{beside(heading.place)}"
        if named is None or named.codes != heading.codes:
            yield f"      letters: [{', '.join(code.upper() for code in heading.codes)}]"
        lines = joint.pop(heading.codes, ())
        if lines:
            yield "      together:"
            yield from _content([Line(line) for line in lines], "")
        if len(heading.codes) == 1:
            yield from _body(pieces.pop(heading.codes[0], ()), heading.codes[0])
        else:
            yield from _parted(pieces, heading.codes)
    for codes, lines in joint.items():
        yield f"    - letters: [{', '.join(code.upper() for code in codes)}]"
        yield "      together:"
        yield from _content([Line(line) for line in lines], "")
    yield from _parted(pieces, tuple(pieces))


def _parted(pieces: dict[str, tuple[Piece, ...]], codes: Sequence[str]) -> Iterator[str]:
    """Write what stands in each of several sections under one heading, section by section."""
    for code in codes:
        inside = pieces.pop(code, ())
        if inside:
            yield f"    - letters: [{code.upper()}]"
            yield from _body(inside, code)


def _body(pieces: Sequence[Piece], code: str) -> Iterator[str]:
    if not pieces:
        return
    if code == "i" and all(isinstance(piece, Entry) and _is_setting(piece) for piece in pieces):
        yield "      settings:"
        for piece in pieces:
            cells = piece.cells if isinstance(piece, Entry) else ()
            given = ", ".join(f"{_SETTING[cell.role]}: {scalar(cell.text)}" for cell in cells)
            yield f"        - {{{given}}}{beside(piece.place) if isinstance(piece, Entry) else ''}"
        return
    yield "      content:"
    yield from _content(pieces, code)


def _is_setting(entry: Entry) -> bool:
    roles = [cell.role for cell in entry.cells]
    bare = not (entry.words or entry.label or entry.area or entry.title or entry.groups or entry.links)
    return bare and bool(roles) and len(set(roles)) == len(roles) and set(roles) <= set(_SETTING)


def _content(pieces: Sequence[Piece], code: str) -> Iterator[str]:
    for piece in pieces:
        rows = [*_line(piece)] if isinstance(piece, Line) else [*_entry(piece, code)]
        for at, row in enumerate(rows):
            yield f"        {'- ' if at == 0 else '  '}{row}"


def _line(piece: Line) -> Iterator[str]:
    line = piece.paragraph
    yield f"{'subheading' if piece.subheading else 'line'}: {scalar(line.text.strip())}{beside(line.place)}"
    if line.label:
        yield f"number: {scalar(line.label)}"
    if line.level:
        yield f"level: {line.level}"
    if line.heading:
        yield f"outline: {line.heading}"
    yield from _several("group", piece.groups)


def _entry(entry: Entry, code: str) -> Iterator[str]:
    if entry.label:
        yield f"label: {scalar(entry.label)}"
    if entry.area:
        yield f"area: {scalar(entry.area)}"
    if entry.title:
        yield f"heading: {scalar(entry.title)}"
    yield from _words(entry.words, entry.place)
    yield from _several("group", entry.groups)
    yield from _several("for", entry.links)
    yield from _cells(entry.cells, code)


def _words(words: Sequence[Paragraph], place: Place) -> Iterator[str]:
    if not words:
        yield f"words:{beside(place)}"
    elif len(words) == 1 and not (words[0].label or words[0].level) and words[0].text.strip():
        yield f"words: {scalar(words[0].text.strip())}{beside(words[0].place)}"
    else:
        yield "words:"
        for line in words:
            more = f", number: {scalar(line.label)}" if line.label else ""
            more += f", level: {line.level}" if line.level else ""
            yield f"  - {{line: {scalar(line.text.strip())}{more}}}{beside(line.place)}"


def _several(key: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"{key}: [{', '.join(scalar(each) for each in words)}]"


def _cells(cells: Sequence[Labelled], code: str) -> Iterator[str]:
    titles = [cell.title for cell in cells]
    if not cells:
        return
    yield "cells:"
    if len(set(titles)) == len(titles) and all(
        title and _told(cell, code) for title, cell in zip(titles, cells, strict=True)
    ):
        yield from (f"  {scalar(cell.title)}: {scalar(cell.text)}{beside(cell.place)}" for cell in cells)
        return
    for cell in cells:
        yield (
            f"  - {{title: {scalar(cell.title)}, is: {scalar(cell.role)}, words: {scalar(cell.text)}}}"
            f"{beside(cell.place)}"
        )


def _told(cell: Labelled, code: str) -> bool:
    return cell.title.strip() == cell.title and (role_of(cell.title, code) or "other") == cell.role
