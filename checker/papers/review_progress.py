"""Progress on the outcomes of a plan, as a review words it: in rows, in cards, in lines and in running words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.facts import Place
from checker.intake.blocks import Cell
from checker.papers.lines import Grid, Label, Line, Part, lines_of
from checker.papers.paper import Progress
from checker.papers.sentences import sentences_of

TICKED = re.compile(r"[☒☑✓✔]|\[[xX✓]\]|\([xX]\)")
UNTICKED = re.compile(r"[☐▢□]|\[\s?\]")
STATUS = re.compile(
    (
        r"\bnot been (?:achieved|met)\b|\bmet in part\b|\bnot (?:yet )?(?:started|begun)\b|\bno change\b"
        r"|\bnot yet\b(?! (?:achieved|met))|\bgetting there\b|\bdone\b(?! (?:so|this|that|it|by))"
        r"|\bnot (?:yet )?(?:fully|wholly) (?:achieved|met)\b"
        r"|\b(?:fully |partly |partially |nearly |not yet |not |almost )?(?:achieved|met|on track)\b"
        r"(?! (?:with|him|her|them|the|a)\b)(?: in (?:part|full))?"
        r"|\b(?:good|some|little|no|limited|steady|excellent|slow) progress\b|\bin progress\b|\bworking "
        r"towards\b"
        r"|\bno longer (?:relevant|appropriate)\b|\bongoing\b"
    ),
    re.IGNORECASE,
)
TOLD_MET = re.compile(
    (
        r"\bnot been met\b|\b(?:been|is|was|fully|partly|not) met\b|\bmet in part\b|\bachieved\b|\bno "
        r"progress\b|\bnot (?:yet )?(?:started|begun)\b|\bon track\b|\bworking towards\b"
    ),
    re.IGNORECASE,
)
_OUTRIGHT = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:fully |wholly )?(?:achieved|met)\b"
    r"|(?:(?<=is )|(?<=was )|(?<=been ))"
    r"(?:fully |partly |partially |nearly |almost )?(?:achieved|met)\b(?: in (?:part|full))?",
    re.IGNORECASE,
)
"""Words that say of an outcome, before any others, that it is met or is not."""
_MARK = re.compile(r"[☒☑✓✔☐▢□xXyY]|\[[xX✓ ]?\]")
_CODE = re.compile(r"\bE\d{1,2}\b")
_SO_FAR = re.compile(r"\bprogress (?:on|towards?|against|since|made)\b|\bprogress and\b", re.IGNORECASE)
_NEW_OUTCOMES = re.compile(r"\bnew\b|\bproposed\b|\bnext\b", re.IGNORECASE)


def in_part(parts: Sequence[Part], progress: Sequence[Progress]) -> Iterator[str]:
    """Yield what a reader of the report should know of progress that was not found."""
    if not progress:
        yield "we found no progress on an outcome in it: it may stand there in other words"
        return
    texts = [line.text for part in parts for line in lines_of(part)]
    texts += [part.title for part in parts if isinstance(part, Label)]
    texts += [cell.text for part in parts if isinstance(part, Grid) for row in part.rows for cell in row if cell]
    named = {code for text in texts for code in _CODE.findall(text)}
    missing = named - {code for each in progress for code in _CODE.findall(f"{each.outcome} {each.words}")}
    if missing:
        codes = ", ".join(sorted(missing, key=lambda code: int(code[1:])))
        yield f"it names {codes} too, and we found no progress on {'it' if len(missing) == 1 else 'them'} there"


def lead_of(text: str) -> str:
    """Return what a sentence says it is about: "On reading, …"; else the sentence."""
    match = re.match(r"(?:on|for|with) ([^,:]{3,60})[,:]", text, re.IGNORECASE)
    return match[1] if match else text


def is_outcome(text: str) -> bool:
    """Return whether words begin with the number of an outcome: "Outcome 2", "E2"."""
    return bool(re.match(r"(?:outcome\s+)E?\d{1,2}\b|E\d{1,2}\b", text, re.IGNORECASE))


def inline(line: Line) -> Progress | None:
    """Return an outcome and its progress in one line: "E1: … Progress: …"."""
    apart = re.split(r"\b[Pp]rogress(?: made)?:\s*|\s[–—]\s(?=[A-Z])", line.text, maxsplit=1)
    if len(apart) == 1:
        apart = re.split(r"\s[–—-]\s|:\s+", line.text, maxsplit=1)
        apart = apart if len(apart) > 1 and STATUS.match(apart[1]) else []
    if len(apart) == 2 and apart[1].strip():  # noqa: PLR2004  (the outcome and its progress)
        return progress_of(apart[0], apart[1], line.place)
    sentences = sentences_of(line)
    if len(sentences) > 1:
        return progress_of(sentences[0].text, line.text[len(sentences[0].text) :].strip(), line.place)
    return None


def progress_of(title: str, words: str, place: Place) -> Progress:
    """Return the progress that words tell on the outcome of a title, with how it stands where they say."""
    plain = " ".join(words.split())
    status = _OUTRIGHT.search(words) or STATUS.search(words)
    told = status[0] if status else ""
    return Progress(titled(title), plain, replace(place, words=plain), told)


def titled(title: str) -> str:
    """Return the words of an outcome in one line, without marks at their ends."""
    return " ".join(title.split()).strip(" :.–—-")


def said_of(line: Line) -> Progress | None:
    """Return the progress of one sentence that names an outcome and says how it stands."""
    named = re.match(r"(?:outcome\s+)?E?\d{1,2}\b", line.text, re.IGNORECASE)
    return progress_of(named[0], line.text, line.place) if named and TOLD_MET.search(line.text) else None


def is_new(*headings: str) -> bool:
    """Return whether a heading is of outcomes that are proposed, on which there is no progress yet."""
    return any(_NEW_OUTCOMES.search(each) and not _SO_FAR.search(each) for each in headings)


def with_progress(grid: Grid) -> Grid:
    """Return a table beneath a heading of progress with the column that says how outcomes stand, told by its words."""
    if {"progress", "status"} & set(grid.roles) or "outcome" not in grid.roles or len(grid.rows) == 0:
        return grid
    for at, role in enumerate(grid.roles):
        cells = [row[at] for row in grid.rows]
        told = sum(cell is not None and bool(STATUS.search(cell.text)) for cell in cells)
        if role in ("", "words", "effect", "current") and told * 2 > len(cells):
            return replace(grid, roles=(*grid.roles[:at], "progress", *grid.roles[at + 1 :]))
    return grid


def rows_of(grid: Grid) -> list[Progress]:
    """Return the progress of each row of a table that has a column for it, or for how the outcome stands."""
    found = []
    for row in grid.rows:
        cells: dict[str, Cell] = {}
        marked = ""
        for title, role, cell in zip(grid.titles, grid.roles, row, strict=True):
            if role == "status" and cell is not None and _MARK.fullmatch(cell.text.strip()):
                # A tick beneath "Partly met" says that it is.
                marked = title if TICKED.search(cell.text) or cell.text.strip() in "xXyY" else marked
            elif cell is not None and cell.text.strip():
                cells.setdefault(role or "other", cell)
        outcome = cells.get("outcome") or cells.get("number") or cells.get("area") or cells.get("other")
        words = cells.get("progress") or cells.get("words") or cells.get("status") or (outcome if marked else None)
        if outcome is None or words is None or (words is outcome and not marked):
            continue
        number = cells.get("number")
        title = " ".join(outcome.text.split())
        if number is not None and number is not outcome:
            title = f"{number.text.strip()} {title}"
        read = progress_of(title, words.text, words.place)
        status = cells.get("status")
        told = ticked(" ".join(status.text.split())) if status is not None else marked or read.status
        found.append(replace(read, status=told))
    return found


def ticked(text: str) -> str:
    """Return the words beside the box that is ticked, where there are boxes."""
    if not TICKED.search(text):
        return text
    for piece in re.split(r"(?=[☒☑✓✔☐▢□])|(?=\[[xX✓ ]?\])", text):
        if TICKED.match(piece):
            return UNTICKED.split(TICKED.sub("", piece))[0].strip()
    return text
