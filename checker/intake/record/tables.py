"""A case record as a table (CSV): ``date, event, who, to whom, how, note, source``, one row a recipient."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

from checker.documents.events import EVENTS
from checker.intake.limits import Problem, Refused
from checker.intake.record.fields import FieldReader
from checker.intake.record.reading import MAX_EVENTS, EventRow, RecordReading, read_event
from checker.intake.yaml_nodes import Node
from dsl.vocabulary import Thing

COLUMNS: Mapping[str, str] = {
    "date": "on", "event": "event", "who": "who", "to whom": "to", "how": "how", "note": "note", "source": "source",
    "review": "review", "amendment": "amendment",
}  # fmt: skip
"""The columns, and the key of a YAML event each stands for. The last two are optional."""
NOT_YET = frozenset({"not yet", "not-yet", "!not-yet", "not happened"})
_BY_TITLE = {kind.title.lower(): kind.name for kind in EVENTS}


def is_table(text: str) -> bool:
    """Return whether a text begins with the heading of a table of events."""
    cells = _heading(text)
    return "event" in cells and "date" in cells


def read_table(text: str, name: str, things: Mapping[str, Thing]) -> RecordReading:
    """Return the events of a table. Raises :class:`Refused` with every problem, each at its line."""
    reader = FieldReader(things, name)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=_mark(text), strict=True)
    events: list[EventRow] = []
    heading: list[str] = []
    line = 1
    try:
        for cells in rows:
            start, line = line, rows.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not heading:
                heading = [cell.strip().lower().replace("_", " ") for cell in cells]
                _check_heading(reader, heading, start)
            elif len(events) >= MAX_EVENTS:
                reader.problems.append(Problem(f"the table has more than {MAX_EVENTS} rows", start))
                break
            else:
                event = _row(reader, heading, cells, start)
                events.extend([event] if event else [])
    except csv.Error:
        reader.problems.append(Problem("a quotation mark is opened and not closed, or a cell is too long", line))
    if reader.problems:
        raise Refused(name, reader.problems)
    return RecordReading(name, events=tuple(events))


def _heading(text: str) -> list[str]:
    first = next((line for line in text.splitlines()[:50] if line.strip()), "")
    return [cell.strip(' "\t').lower() for cell in first[:1000].split(_mark(text))]


def _mark(text: str) -> str:
    first = next((line for line in text.splitlines()[:50] if line.strip()), "")
    return max(",;\t", key=first.count)


def _check_heading(reader: FieldReader, heading: Sequence[str], line: int) -> None:
    for cell in heading:
        if cell and cell not in COLUMNS:
            reader.unknown(Node(cell, "", line, 1), cell, COLUMNS, "a column of a table of events")
    for cell in {each for each in heading if each and heading.count(each) > 1}:
        reader.problems.append(Problem(f"the column `{cell}` stands twice", line))


def _row(reader: FieldReader, heading: Sequence[str], cells: Sequence[str], line: int) -> EventRow | None:
    if len(cells) > len(heading) and any(cell.strip() for cell in cells[len(heading) :]):
        reader.problems.append(
            Problem("the row has more cells than the heading: is a comma not in quotation marks?", line)
        )
        return None
    entries = {}
    for position, (title, cell) in enumerate(zip(heading, cells, strict=False), start=1):
        key = COLUMNS.get(title)
        if key is None:
            continue
        entries[key] = _cell(key, cell.strip(), line, position)
    entries.setdefault("on", Node(None, "", line, 1))
    return read_event(reader, entries, Node("", "", line, 1))


def _cell(key: str, words: str, line: int, column: int) -> Node:
    if key == "on" and words.lower() in NOT_YET:
        return Node(None, "!not-yet", line, column)
    if key == "on" and words.lower() in ("not applicable", "!not-applicable", "n/a"):
        return Node(None, "!not-applicable", line, column)
    if key == "event":
        plain = " ".join(words.lower().split())
        return Node(_BY_TITLE.get(plain, plain.replace(" ", "_")), "", line, column)
    return Node(words or None, "", line, column)
