"""What a review report records: who was there, progress towards each outcome, and what was recommended."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, known
from checker.intake.blocks import Cell
from checker.intake.dates import find_days
from checker.intake.details import says_nothing
from checker.papers.details import label_of, people_in
from checker.papers.lines import Grid, Label, Line, Part, lines_in
from checker.papers.paper import Progress
from checker.papers.sentences import sentences_of

_PROGRESS_HEADING = re.compile(r"\bprogress\b|\boutcomes?\b", re.IGNORECASE)
_NEW_OUTCOMES = re.compile(r"\bnew\b|\bproposed\b|\bnext\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:present|attend\w*|who (?:was there|came)|people at|at the meeting|participants)\b", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    r"\brecommend(?:s|ed|ation)?\b[^.]*\b(?:amend|maintain|cease|continue|end|change|unchanged|keep|kept|remain)|\b(?:should|to) be (?:amended|maintained|ceased|kept|ended)|\b(?:amend|maintain|cease(?: to maintain)?|continue) (?:the|his|her|their|this) (?:ehc )?plan\b",
    re.IGNORECASE,
)
_HEADS_RECOMMENDATION = re.compile(
    r"recommend|decision|conclusion|outcome of (?:the )?(?:review|meeting)|next steps", re.IGNORECASE
)
_TICKED = re.compile(r"[☒☑✓✔]|\[[xX✓]\]|\([xX]\)")
_UNTICKED = re.compile(r"[☐▢□]|\[\s?\]")
_OUTCOME = re.compile(
    r"(?P<number>(?:outcome\s+)?E?\.?\d{1,2}(?:\.\d)?)\s*[.:)–—-]*\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_STATUS = re.compile(
    r"\b(?:fully |partly |partially |nearly |not yet |not |almost )?(?:achieved|met|on track)\b(?: in (?:part|full))?|\b(?:good|some|little|no|limited|steady|excellent|slow) progress\b|\bin progress\b|\bworking towards\b|\bno longer (?:relevant|appropriate)\b|\bongoing\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:meeting|review)\b[^.]{0,60}\b(?:held|took place|met|was)\b[^.]{0,30}$|\bheld (?:at [^.]{3,50} )?on\b[^.]{0,15}$|\bmeeting (?:of|on)\b[^.]{0,12}$|\breview (?:meeting )?(?:of|on|,)\s*[^.]{0,12}$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext (?:annual |early )?review\b[^.]{0,60}$|\breview(?:ed)? again\b[^.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True)
class ReviewRead:
    """What a review report records."""

    progress: tuple[Progress, ...]
    details: dict[str, Fact]


def review_of(parts: Sequence[Part], details: Mapping[str, Fact]) -> ReviewRead:
    """Return what the parts of a review report record. ``details`` are those found by their labels."""
    progress: list[Progress] = []
    present: list[str] = []
    here = ""
    outcome: Line | None = None
    added: dict[str, Fact] = {}
    places = []
    for part in parts:
        if isinstance(part, Grid):
            if {"progress", "status"} & set(part.roles) and not _NEW_OUTCOMES.search(here):
                progress += _rows(part)
            elif _PRESENT.search(here) or "attend" in " ".join(part.titles).lower() or _people(part):
                present += _grid_people(part)
                places.append(part.place)
            continue
        if isinstance(part, Label):
            if _is_outcome(part.title):
                progress.append(_progress(part.title, part.text, part.place))
            elif label_of(part.title) == "present":
                present += [name for line in part.lines for name in people_in(line.text)]
                places.append(part.place)
            elif _HEADS_RECOMMENDATION.search(part.title):
                _recommended(part.lines, added, heading=True)
            elif (
                _PROGRESS_HEADING.search(here)
                and not _NEW_OUTCOMES.search(here)
                and part.text
                and len(part.title.split()) > 3
            ):  # noqa: PLR2004  (words of an outcome)
                progress.append(_progress(part.title, part.text, part.place))
            continue
        if part.heading and not _is_outcome(part.text):
            here, outcome = part.text, None
            continue
        if _PRESENT.search(here) and label_of(here) == "present" or _PRESENT.search(here) and len(here.split()) < 8:  # noqa: PLR2004
            names = people_in(part.text)
            if len(part.text.split()) <= 14 or len(names) > 1:  # noqa: PLR2004  (a person and a role, or a list)
                present += [name for name in names if re.match(r"[A-Z]", name)]
                places.append(part.place)
            continue
        numbered = re.fullmatch(r"E\d{1,2}", part.number or "")
        if _PROGRESS_HEADING.search(here) and not _NEW_OUTCOMES.search(here):
            if _is_outcome(part.text) or numbered or (part.heading and part.number):
                outcome = part if not numbered else replace(part, text=f"{part.number} {part.text}")
                told = _inline(outcome)
                if told:
                    progress.append(told)
                    outcome = None
                continue
            if outcome is not None:
                progress.append(
                    _progress(outcome.text, re.sub(r"^progress:\s*", "", part.text, flags=re.IGNORECASE), part.place)
                )
                outcome = None
                continue
        if _HEADS_RECOMMENDATION.search(here):
            _recommended((part,), added, heading=True)
        else:
            _recommended((part,), added, heading=False)
        _days(part, added)
    if present and (details.get("present") is None or not details["present"].versions or len(present) > 1):
        added["present"] = known(tuple(dict.fromkeys(present)), places[0], Origin.READ)
    return ReviewRead(tuple(progress), added)


def _is_outcome(text: str) -> bool:
    return bool(re.match(r"(?:outcome\s+)E?\d{1,2}\b|E\d{1,2}\b", text, re.IGNORECASE))


def _inline(line: Line) -> Progress | None:
    """Return an outcome and its progress in one line: "E1: … Progress: …"."""
    apart = re.split(r"\b[Pp]rogress(?: made)?:\s*|\s[–—]\s(?=[A-Z])", line.text, maxsplit=1)
    if len(apart) == 2 and apart[1].strip():  # noqa: PLR2004  (the outcome and its progress)
        return _progress(apart[0], apart[1], line.place)
    sentences = sentences_of(line)
    if len(sentences) > 1:
        return _progress(sentences[0].text, line.text[len(sentences[0].text) :].strip(), line.place)
    return None


def _progress(title: str, words: str, place: object) -> Progress:
    from checker.facts import Place  # noqa: PLC0415  (for the check alone)

    where = place if isinstance(place, Place) else Place("")
    status = _STATUS.search(words)
    return Progress(
        " ".join(title.split()).strip(" :.–—-"),
        " ".join(words.split()),
        replace(where, words=" ".join(words.split())),
        status[0] if status else "",
    )


def _rows(grid: Grid) -> list[Progress]:
    found = []
    for row in grid.rows:
        cells: dict[str, Cell] = {}
        for role, cell in zip(grid.roles, row, strict=True):
            if cell is not None and cell.text.strip():
                cells.setdefault(role or "other", cell)
        outcome = cells.get("outcome") or cells.get("number") or cells.get("area") or cells.get("other")
        words = cells.get("progress") or cells.get("words") or cells.get("status")
        if outcome is None or words is None or words is outcome:
            continue
        number = cells.get("number")
        title = " ".join(outcome.text.split())
        if number is not None and number is not outcome:
            title = f"{number.text.strip()} {title}"
        read = _progress(title, words.text, words.place)
        status = cells.get("status")
        ticked = " ".join(status.text.split()) if status is not None else read.status
        found.append(replace(read, status=_ticked(ticked) if status is not None else ticked))
    return found


def _ticked(text: str) -> str:
    """Return the words beside the box that is ticked, where there are boxes."""
    if not _TICKED.search(text):
        return text
    for piece in re.split(r"(?=[☒☑✓✔☐▢□])|(?=\[[xX✓ ]?\])", text):
        if _TICKED.match(piece):
            return _UNTICKED.split(_TICKED.sub("", piece))[0].strip()
    return text


def _people(grid: Grid) -> bool:
    titles = [title.lower() for title in grid.titles]
    return any(title in ("name", "person") for title in titles) and any(
        "role" in t or "relationship" in t or "present" in t for t in titles
    )


def _grid_people(grid: Grid) -> list[str]:
    found = []
    for row in grid.rows:
        cells = [" ".join(cell.text.split()) for cell in row if cell is not None and cell.text.strip()]
        apology = any(re.search(r"apolog|no\b|absent|did not", cell, re.IGNORECASE) for cell in cells[1:])
        if cells and not apology:
            found.append(cells[0])
    return found


def _recommended(lines: Sequence[Line], added: dict[str, Fact], *, heading: bool) -> None:
    """Keep the first words that recommend what should become of the plan; a ticked box before all."""
    for line in lines:
        if _TICKED.search(line.text):
            words = _ticked(line.text)
            if re.search(r"amend|maintain|cease|continue|change", words, re.IGNORECASE):
                added["recommendation"] = known(words, replace(line.place, words=words))
            continue
        if _UNTICKED.search(line.text) or "recommendation" in added:
            continue
        for each in sentences_of(line):
            if _RECOMMENDS.search(each.text) or (
                heading and re.search(r"amend|maintain|cease|continue", each.text, re.IGNORECASE)
            ):
                added["recommendation"] = known(each.text, each.place, Origin.READ)
                return


def _days(line: Line, added: dict[str, Fact]) -> None:
    for day in find_days(line.text):
        before = line.text[: day.start]
        for name, pattern in (("next_review", _NEXT), ("meeting", _HELD)):
            if name not in added and pattern.search(before):
                added[name] = known(day.days, replace(line.place, words=line.text), Origin.READ)
                break


def grid_lines(grid: Grid) -> list[Line]:
    """Return the lines of a grid, cell by cell."""
    return [line for row in grid.rows for cell in row if cell is not None for line in lines_in(cell.blocks)]


__all__ = ["ReviewRead", "grid_lines", "review_of", "says_nothing"]
