"""What a review report records: who was there, progress towards each outcome, and what was recommended."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, Place, known
from checker.intake.blocks import Cell
from checker.intake.dates import find_days
from checker.papers.details import label_of, people_in
from checker.papers.lines import Grid, Label, Line, Part
from checker.papers.paper import Progress
from checker.papers.sentences import sentences_of

_PROGRESS_HEADING = re.compile(r"\bprogress\b|\boutcomes?\b", re.IGNORECASE)
_NEW_OUTCOMES = re.compile(r"\bnew\b|\bproposed\b|\bnext\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:present|attend\w*|who (?:was there|came)|people at|at the meeting|participants)\b", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    (
        r"\brecommend(?:s|ed|ation)?\b[^.]*\b(?:amend|maintain|cease|continue|end|change|unchanged|keep"
        r"|kept|remain)|\b(?:should|to) be (?:amended|maintained|ceased|kept|ended)|\b(?:amend|maintain"
        r"|cease(?: to maintain)?|continue) (?:the|his|her|their|this) (?:ehc )?plan\b"
    ),
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
    (
        r"\bnot been (?:achieved|met)\b|\bmet in part\b|\bnot yet\b(?! (?:achieved|met))|\bgetting there\b"
        r"|\bdone\b"
        r"|\b(?:fully |partly |partially |nearly |not yet |not |almost )?(?:achieved|met|on track)\b(?: "
        r"in (?:part|full))?"
        r"|\b(?:good|some|little|no|limited|steady|excellent|slow) progress\b|\bin progress\b|\bworking "
        r"towards\b"
        r"|\bno longer (?:relevant|appropriate)\b|\bongoing\b"
    ),
    re.IGNORECASE,
)
_HELD = re.compile(
    (
        r"\b(?:meeting|review)\b[^.]{0,60}\b(?:held|took place|met|was)\b[^.]{0,30}$|\bheld (?:at "
        r"[^.]{3,50} )?on\b[^.]{0,15}$|\bmeeting (?:of|on)\b[^.]{0,12}$|\breview (?:meeting )?(?:of|on"
        r"|,)\s*[^.]{0,12}$"
    ),
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext (?:annual |early )?review\b[^.]{0,60}$|\breview(?:ed)? again\b[^.]{0,40}$", re.IGNORECASE)


_ATTENDING = re.compile(
    (
        r"\b(?:those (?:attending|present|there)|the people present|present at the meeting) "
        r"were:? (?P<who>.+)"
    ),
    re.IGNORECASE,
)
_TOLD_MET = re.compile(
    (
        r"\bnot been met\b|\b(?:been|is|was|fully|partly|not) met\b|\bmet in part\b|\bachieved\b|\bno "
        r"progress\b"
    ),
    re.IGNORECASE,
)
_SHORTEST_OUTCOME = 3
_LONGEST_HEADING = 8
_LONGEST_PERSON = 14


@dataclass(frozen=True)
class ReviewRead:
    """What a review report records."""

    progress: tuple[Progress, ...]
    details: dict[str, Fact]


def review_of(parts: Sequence[Part], details: Mapping[str, Fact]) -> ReviewRead:
    """Return what the parts of a review report record. ``details`` are those found by their labels."""
    reader = _Reader()
    for part in parts:
        reader.part(part)
    added = dict(reader.added)
    held = details.get("present")
    if reader.present and (held is None or not held.versions or len(reader.present) > 1):
        added["present"] = known(tuple(dict.fromkeys(reader.present)), reader.places[0], Origin.READ)
    return ReviewRead(tuple(reader.progress), added)


class _Reader:
    def __init__(self) -> None:
        self.progress: list[Progress] = []
        self.present: list[str] = []
        self.places: list[Place] = []
        self.added: dict[str, Fact] = {}
        self._here = ""
        self._outcome: Line | None = None

    def part(self, part: Part) -> None:
        """Read one part."""
        if isinstance(part, Grid):
            self._grid(part)
        elif isinstance(part, Label):
            self._label(part)
        elif part.heading and not _is_outcome(part.text):
            self._here, self._outcome = part.text, None
        elif not (self._person(part) or self._attending(part) or self._progressed(part)):
            _recommended((part,), self.added, heading=bool(_HEADS_RECOMMENDATION.search(self._here)))
            _days(part, self.added)

    @property
    def _on_progress(self) -> bool:
        return bool(_PROGRESS_HEADING.search(self._here)) and not _NEW_OUTCOMES.search(self._here)

    def _grid(self, grid: Grid) -> None:
        if {"progress", "status"} & set(grid.roles) and not _NEW_OUTCOMES.search(self._here):
            self.progress += _rows(grid)
        elif _PRESENT.search(self._here) or "attend" in " ".join(grid.titles).lower() or _people(grid):
            self.present += _grid_people(grid)
            self.places.append(grid.place)

    def _label(self, label: Label) -> None:
        if _is_outcome(label.title):
            self.progress.append(_progress(label.title, label.text, label.place))
        elif label_of(label.title) == "present":
            self.present += [name for line in label.lines for name in people_in(line.text)]
            self.places.append(label.place)
        elif _HEADS_RECOMMENDATION.search(label.title):
            _recommended(label.lines, self.added, heading=True)
        elif self._on_progress and label.text and len(label.title.split()) > _SHORTEST_OUTCOME:
            self.progress.append(_progress(label.title, label.text, label.place))

    def _person(self, line: Line) -> bool:
        """Keep the people a line under "Present" names; return whether it stood there."""
        if not _PRESENT.search(self._here) or len(self._here.split()) > _LONGEST_HEADING:
            return False
        names = people_in(line.text)
        if len(line.text.split()) <= _LONGEST_PERSON or len(names) > 1:
            self.present += [name for name in names if re.match(r"[A-Z]", name)]
            self.places.append(line.place)
        return True

    def _attending(self, line: Line) -> bool:
        """Keep the people that a sentence says were there; return whether it does."""
        match = _ATTENDING.search(line.text)
        if match is None:
            return False
        self.present += people_in(sentences_of(replace(line, text=match["who"]))[0].text)
        self.places.append(line.place)
        return True

    def _progressed(self, line: Line) -> bool:
        """Keep the progress a line tells, or the outcome it names; return whether it did either."""
        if not self._on_progress:
            return False
        numbered = re.fullmatch(r"E\d{1,2}", line.number)
        if _is_outcome(line.text) or numbered or (line.heading and line.number):
            named = replace(line, text=f"{line.number} {line.text}") if numbered else line
            told = _inline(named)
            self._outcome = None if told else named
            self.progress += [told] if told else []
            return True
        if self._outcome is None:
            met = [each for each in sentences_of(line) if _TOLD_MET.search(each.text)]
            self.progress += (_progress(_lead(each.text), each.text, each.place) for each in met)
            return bool(met)
        words = re.sub(r"^progress:\s*", "", line.text, flags=re.IGNORECASE)
        self.progress.append(_progress(self._outcome.text, words, line.place))
        self._outcome = None
        return True


def _lead(text: str) -> str:
    match = re.match(r"(?:on|for|with) ([^,:]{3,60})[,:]", text, re.IGNORECASE)
    return match[1] if match else text


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


def _progress(title: str, words: str, place: Place) -> Progress:
    plain = " ".join(words.split())
    status = _STATUS.search(words)
    told = status[0] if status else ""
    return Progress(" ".join(title.split()).strip(" :.–—-"), plain, replace(place, words=plain), told)


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
    """Return who a table says was there: by a tick or a yes where it has a column for it, each line of a lone cell."""
    if "attended" in grid.roles and "name" in grid.roles:
        came, name = grid.roles.index("attended"), grid.roles.index("name")
        rows = [(row[name], row[came]) for row in grid.rows]
        return [
            " ".join(who.text.split())
            for who, tick in rows
            if who is not None
            and tick is not None
            and re.match(r"[✓✔☒☑xy]|in person|online", tick.text.strip(), re.IGNORECASE)
        ]
    if grid.roles[:1] == ("attended",):
        columns = [row[0] for row in grid.rows if row[0] is not None]
        return [name for cell in columns for line in cell.text.split("\n") for name in people_in(line)]
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
