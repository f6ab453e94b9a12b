"""Who a table of a review says was there, and who was not."""

from __future__ import annotations

import re

from checker.papers.details import people_in
from checker.papers.lines import Grid, across
from checker.papers.unlabelled import WHOLE_NAME

_SAYS_AWAY = re.compile(r"apolog|no\b|absent|did not", re.IGNORECASE)
_AWAY = re.compile(
    r"apolog|no\b|not\b|n/a|(?:sent|by|written)\b.*\breport|report\b|absent|did not|unable|could not|[-–—✗✘☐□]|n$",
    re.IGNORECASE,
)


def tells_of_people(grid: Grid) -> bool:
    """Return whether a table is one of names and roles."""
    titles = [title.lower() for title in grid.titles]
    return any(title in ("name", "person") for title in titles) and any(
        "role" in t or "relationship" in t or "present" in t for t in titles
    )


def people_of(grid: Grid) -> list[str]:
    """Return who a table says was there: by a tick or a yes where it has a column for it, each line of a lone cell."""
    if grid.roles[:1] == ("attended",):
        columns = [row[0] for row in grid.rows if row[0] is not None]
        return [name for cell in columns for line in cell.text.split("\n") for name in people_in(line)]
    came = grid.roles.index("attended") if "attended" in grid.roles else None
    name = grid.roles.index("name") if "name" in grid.roles else 0
    if came is not None:
        there = [row[came] for row in grid.rows if row[came] is not None and across(row) is None]
        if there and all(WHOLE_NAME.match(cell.text.strip()) for cell in there if cell and cell.text.strip()):
            # The column has the names themselves, and no yes or no.
            return [name for cell in there if cell for line in cell.text.split("\n") for name in people_in(line)]
    found: list[str] = []
    for row in grid.rows:
        if across(row) is not None:
            if re.search(r"apolog|absent|not (?:present|there)|invited", row[0].text if row[0] else "", re.IGNORECASE):
                break
            continue
        cells = [" ".join(cell.text.split()) if cell is not None else "" for cell in row]
        told = cells[came : came + 1] if came is not None else [each for at, each in enumerate(cells) if at != name]
        here = not any(_AWAY.match(each) if came is not None else _SAYS_AWAY.search(each) for each in told)
        if cells[name] and here and (came is None or told[0]):
            found.append(cells[name])
    return found
