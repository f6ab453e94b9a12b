"""What a review report records: who was there, progress towards each outcome, and what was recommended."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, Place, known
from checker.intake.dates import find_days
from checker.papers.details import label_of, people_in
from checker.papers.lines import Grid, Label, Line, Part
from checker.papers.paper import Progress
from checker.papers.review_people import people_of, tells_of_people
from checker.papers.review_progress import (
    STATUS,
    TICKED,
    TOLD_MET,
    UNTICKED,
    in_part,
    inline,
    is_new,
    is_outcome,
    lead_of,
    progress_of,
    rows_of,
    said_of,
    ticked,
    titled,
    with_progress,
)
from checker.papers.roles import column_role
from checker.papers.sentences import sentences_of

_PROGRESS_HEADING = re.compile(r"\bprogress\b|\boutcomes?\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:present|attend(?:ed|ing|ees)|in attendance|attendance (?:at|list)|who (?:was|were) there|who came|people at"
    r"|at the (?:meeting|review)|participants|round the table)\b",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    (
        r"\brecommend(?:s|ed|ation)?\b[^.]*\b(?:re-?assess\w*|amend|maintain|cease|continue|end|change|unchanged|keep"
        r"|kept|remain)|\b(?:should|to) be (?:amended|maintained|ceased|kept|ended)|\b(?:amend|maintain"
        r"|cease(?: to maintain)?|continue) (?:the|his|her|their|this) (?:ehc )?plan\b"
    ),
    re.IGNORECASE,
)
_ON_PLAN = re.compile(
    r"amend|maintain|cease|continue|change|re-?assess|\b(?:kept|keep|remain|stay|end|replace)\b", re.IGNORECASE
)
_HEADS_RECOMMENDATION = re.compile(
    r"recommend|decision|conclusion|outcome of (?:the )?(?:review|meeting)|next steps", re.IGNORECASE
)
_HELD = re.compile(
    (
        r"\b(?:meeting|review)\b[^.]{0,60}\b(?:held|took place|met|was)\b[^.]{0,30}$|\bheld (?:at "
        r"[^.]{3,50} )?on\b[^.]{0,15}$|\bmeeting (?:at [^.]{3,60} )?(?:of|on)\b[^.]{0,12}$"
        r"|\breview (?:meeting )?(?:of|on"
        r"|,)\s*[^.]{0,12}$|\b(?:held|met)\b[^.]{0,140}\bon\s+(?:\w+day,?\s+)?(?:the\s+)?$"
    ),
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext (?:annual |early )?review\b[^.]{0,60}$|\breview(?:ed)? again\b[^.]{0,40}$", re.IGNORECASE)


_ATTENDING = re.compile(
    (
        r"\b(?:(?:those|people|the people) (?:attending|present|there|who (?:attended|came|were (?:there|present)))"
        r"|present at the (?:meeting|review)|present(?=,? (?:were|was)\b)|the following (?:people )?"
        r"(?:attended|came|were "
        r"present)|(?:meeting|review) was attended by|\battended by)(?: (?:were|was))?[:,]? (?P<who>[A-Z].+)"
    ),
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:last|previous|next|first|earlier|before that)\b(?! of\b)[^.]{0,60}$", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_BY_ORDER = re.compile(
    rf"(?:(?:on|as (?:to|for|regards)|for|under|turning to|then) )?(?:the|his|her|their|our) "
    rf"(?:{'|'.join(_ORDINALS)}|last|final|next|other)\b(?: (?:outcome|one|of (?:these|them|the outcomes)))?",
    re.IGNORECASE,
)
_NEAR = 12
_HOPED = re.compile(r"\bwill\b|\bto be able\b|\bcan\b", re.IGNORECASE)
_SHORTEST_OUTCOME = 3
_LONGEST_HEADING = 8
_LONGEST_PERSON = 14


@dataclass(frozen=True)
class ReviewRead:
    """What a review report records."""

    progress: tuple[Progress, ...]
    details: dict[str, Fact]
    notes: tuple[str, ...] = ()


def review_of(parts: Sequence[Part], details: Mapping[str, Fact]) -> ReviewRead:
    """Return what the parts of a review report record. ``details`` are those found by their labels."""
    reader = _Reader()
    for part in parts:
        reader.part(part)
    added = dict(reader.added)
    held = details.get("present")
    if reader.present and (held is None or not held.versions or len(reader.present) > 1):
        added["present"] = known(tuple(dict.fromkeys(reader.present)), reader.places[0], Origin.READ)
    return ReviewRead(tuple(reader.progress), added, tuple(in_part(parts, reader.progress)))


class _Reader:
    def __init__(self) -> None:
        self.progress: list[Progress] = []
        self.present: list[str] = []
        self.places: list[Place] = []
        self.added: dict[str, Fact] = {}
        self._here = ""
        self._outcome: Line | None = None
        self._in_turn = False
        self._card: Label | None = None

    def part(self, part: Part) -> None:
        """Read one part."""
        if isinstance(part, Grid):
            self._grid(part)
        elif isinstance(part, Label):
            self._label(part)
        elif part.heading and not is_outcome(part.text):
            self._here, self._outcome = part.text, None
        else:
            _days(part, self.added)
            if not (self._person(part) or self._attending(part) or self._progressed(part) or self._in_order(part)):
                _recommended((part,), self.added, heading=bool(_HEADS_RECOMMENDATION.search(self._here)))

    @property
    def _on_progress(self) -> bool:
        return bool(_PROGRESS_HEADING.search(self._here)) and not is_new(self._here)

    def _grid(self, grid: Grid) -> None:
        grid = with_progress(grid) if self._on_progress else grid
        if {"progress", "status"} & set(grid.roles) and not is_new(self._here):
            self.progress += rows_of(grid)
        elif _PRESENT.search(self._here) or "attended" in grid.roles or tells_of_people(grid):
            self.present += people_of(grid)
            self.places.append(grid.place)

    def _label(self, label: Label) -> None:
        role, card = column_role(label.title), self._card
        self._card = None
        if card is not None and role in ("progress", "status") and label.text:
            self._of_card(card, label, role)
        elif (
            role == "outcome" and len(label.title.split()) <= _SHORTEST_OUTCOME and not is_new(self._here, label.title)
        ):
            self._card = label
            if is_outcome(label.title) and STATUS.search(label.text):
                self.progress.append(progress_of(label.title, label.text, label.place))
        elif is_outcome(label.title):
            self.progress.append(progress_of(label.title, label.text, label.place))
        elif label_of(label.title) == "present":
            self.present += [name for line in label.lines for name in people_in(line.text)]
            self.places.append(label.place)
        elif _HEADS_RECOMMENDATION.search(label.title):
            _recommended(label.lines, self.added, heading=True)
        elif self._on_progress and label.text and len(label.title.split()) > _SHORTEST_OUTCOME:
            self.progress.append(progress_of(label.title, label.text, label.place))

    def _of_card(self, card: Label, label: Label, role: str) -> None:
        """Keep the progress or the status beneath an outcome, each beside its own label."""
        title = f"{card.title} {card.text}" if is_outcome(card.title) else card.text
        held = self.progress[-1] if self.progress else None
        status = ticked(" ".join(label.text.split())) if role == "status" else ""
        if held is not None and held.outcome == titled(title):
            self.progress[-1] = replace(held, status=status or held.status)
        else:
            read = progress_of(title, label.text, label.place)
            self.progress.append(replace(read, status=status or read.status))
        self._card = card

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

    def _in_order(self, line: Line) -> bool:
        """Keep the progress of a line that takes the outcomes in their order: "The second is that …"."""
        named = _BY_ORDER.match(line.text)
        outcome = re.search(r"\boutcome\b", line.text[: named.end() + _NEAR], re.IGNORECASE) if named else None
        if named is None or not (outcome or self._in_turn) or is_new(self._here):
            self._in_turn = bool(re.search(r"\boutcomes\b", line.text, re.IGNORECASE))
            return False
        told = inline(line)
        self._in_turn = True
        self.progress += [told] if told else []
        return told is not None

    def _on_outcome(self, line: Line) -> bool:
        """Return whether a line outside the part on progress names an outcome, or stands beneath one that heads it."""
        if is_new(self._here):
            return False
        named = is_outcome(line.text)
        return self._outcome is not None or (named and (bool(line.heading) or bool(STATUS.search(line.text))))

    def _progressed(self, line: Line) -> bool:
        """Keep the progress a line tells, or the outcome it names; return whether it did either."""
        if not self._on_progress and not self._on_outcome(line):
            return False
        numbered = re.fullmatch(r"E\d{1,2}", line.number)
        if is_outcome(line.text) or numbered or (line.number and (line.heading or _HOPED.search(line.text))):
            named = replace(line, text=f"{line.number} {line.text}") if numbered else line
            told = inline(named) or (said_of(named) if not line.heading else None)
            self._outcome = None if told else named
            self.progress += [told] if told else []
            return True
        if self._outcome is None:
            met = [each for each in sentences_of(line) if TOLD_MET.search(each.text)]
            self.progress += (progress_of(lead_of(each.text), each.text, each.place) for each in met)
            return bool(met)
        words = re.sub(r"^progress:\s*", "", line.text, flags=re.IGNORECASE)
        self.progress.append(progress_of(self._outcome.text, words, line.place))
        self._outcome = None
        return True


def _recommended(lines: Sequence[Line], added: dict[str, Fact], *, heading: bool) -> None:
    """Keep the first words that recommend what should become of the plan; a ticked box before all."""
    for line in lines:
        if TICKED.search(line.text):
            words = ticked(line.text)
            if _ON_PLAN.search(words):
                added["recommendation"] = known(words, replace(line.place, words=words))
            continue
        if UNTICKED.search(line.text) or "recommendation" in added:
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
        if _ANOTHER.search(before) and not _NEXT.search(before):
            continue
        for name, pattern in (("next_review", _NEXT), ("meeting", _HELD)):
            if name not in added and pattern.search(before):
                added[name] = known(day.days, replace(line.place, words=line.text), Origin.READ)
                break
