"""Needs, provision and outcomes in a report of advice, each with its words and its place.

Words count by where they stand (a heading, a column, a label) and, outside such places, by
saying that something is needed. Scores, ages, attendance and what is done already are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, State, known
from checker.intake.blocks import Cell
from checker.intake.columns import DIMENSIONS
from checker.intake.dates import read_day
from checker.intake.details import says_nothing
from checker.intake.nothing import is_none
from checker.intake.subheadings import area_named
from checker.papers.details import label_of
from checker.papers.lines import BOXES, Grid, Label, Line, Part, lines_in
from checker.papers.paper import Passage, Recommended
from checker.papers.roles import heading_role, is_detail
from checker.papers.sentences import sentences_of
from checker.wording.dimensions import PROVISION_FIELDS, facts_for_provision
from checker.wording.entries import Lexicon

_RECOMMENDS = re.compile(
    (
        r"\b(?:i|we)(?: would| strongly| also| therefore)* (?:recommend|suggest|advise|propose|am "
        r"recommending|are recommending)"
        r"|\b(?:is|are|was) recommended\b|\brecommendation is\b|\bi am of the (?:view|opinion) "
        r"that .{0,60}\b(?:should|needs?|requires?)\b"
        r"|\b(?:will|would|should|must|may|does|do)(?: also| therefore| continue to| then)? (?:need"
        r"|require|benefit from|receive|have access"
        r"|be (?:given|provided|offered|taught|supported|delivered|seen|allowed|able to (?:leave|use"
        r"|go)))\b"
        r"|\b(?:requires|needs)(?: also)? (?!to be (?:understood|read)\b)"
        r"|\bshould (?:not )?(?:be|have|use|carry|train|give|work|provide|deliver|set|check|meet|continue"
        r"|make|receive|take|include|review|visit|see|attend|join|sit|ensure)\b"
        r"|\b(?:is|are) (?:needed|required|necessary|essential)\b|\bneed (?:a|an|the|to|access|direct"
        r"|daily|weekly|regular|small|support)\b"
        r"|\bit (?:is|would be) (?:essential|important|necessary|helpful) (?:that|for|to)\b"
    ),
    re.IGNORECASE,
)
_NEED = re.compile(
    (
        r"\b(?:difficult(?:y|ies)|disorder|impairment|impaired|delay(?:ed)?|struggles?"
        r"|finds? .{0,40}\b(?:hard|difficult)|cannot|can't|unable|does not|doesn't|do not|has no|gives up"
        r"|weakness|limited|loss|diagnos\w+|needs? help|anxious|anxiety|dysregulat\w+|distress\w*|is not "
        r"yet|does not yet|reduced|poor"
        r"|below|behind|seeks?|avoids?|tires?|fatigue|sensitiv\w+|over-?whelmed|slow|hard for|(?:has"
        r"|have) (?:a |an )?(?:significant|severe|moderate"
        r"|mild|complex|specific|long|needs?))\b"
    ),
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    (
        r"percentile|standard score|scaled score|\bscored?\b|age equivalent|confidence interval"
        r"|\battendance\b|\bwas (?:seen|assessed|referred|born"
        r"|observed)\b|\b(?:i|we) (?:met|saw|assessed|observed|visited|spoke)\b|years?,? (?:and )?\d+ "
        r"months|\bthis (?:report|advice)\b"
        r"|known to (?:the|our) service|\breferred\b|\bbirth weight\b"
    ),
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    (
        r"\b(?:enjoys?|strengths?|good at|likes?|loves?|is able to|is a (?:kind|friendly|polite|happy|warm"
        r"|bright)|well developed|age.appropriate"
        r"|within (?:the )?(?:average|normal)|no (?:concerns?|difficult\w+|needs?|social care needs)"
        r"|not (?:a )?(?:concern|identified))\b"
    ),
    re.IGNORECASE,
)
_NOW = re.compile(
    (
        r"\b(?:currently|at present|already|at the moment|(?:now |has )(?:has|had|receives?|been)|(?:has"
        r"|receives?|gets|had) (?:\d+|one|two|three|four|five|ten|a daily)"
        r"|have been|was (?:given|offered)|in place)\b"
    ),
    re.IGNORECASE,
)
_ABOUT_PAPER = re.compile(
    (
        r"\bthis (?:report|advice)\b|\bplease (?:contact|do not hesitate)\b|\bhappy to (?:discuss|talk"
        r"|attend)\b|\bhesitate to\b|\bcopyright\b"
        r"|\b(?:these|the|following|my|our) recommendations? (?:are|is|were|follow|below|should be read)\b"
        r"|\bprepared (?:for|under)\b"
        r"|\bas follows\b|\bis set out\b|\bset out (?:below|above)\b|\bsynthetic\b|\breal (?:child|person)"
        r"|\bi (?:met|saw|would like to thank)\b"
    ),
    re.IGNORECASE,
)
_LEADS = re.compile(r":\s*$")
_CLOSES = re.compile(
    (
        r"(?:signed?\b.*|yours (?:sincerely|faithfully|truly).*|signature.*|end of report.*|page \d+.*"
        r"|name:.*|date:.*"
        r"|hcpc.*|copies? to.*|cc:?\b.*)"
    ),
    re.IGNORECASE,
)
_SMALL = frozenset(("and", "of", "for", "an", "a", "the", "in", "to", "on", "with"))
_EMPTY_BOXES = "☐▢□"
_EXPECTS = re.compile(r"\b(?:expect|hope|aim)\w*\b.{0,40}\bfollowing\b", re.IGNORECASE)
_BY_THEN = re.compile(
    r"by (?:the end of|the age|\w+ 20\d\d|year|key stage|(?:easter|christmas|summer))\b.*\bwill\b", re.IGNORECASE
)
_HOPED = re.compile(r"\b(?:will|can|able to|would like|want|wants|to (?:be|have|use|do))\b", re.IGNORECASE)
_CODE = re.compile(r"(?:need )?[A-Z]?\d{1,2}(?:\s*(?:,|and|&)\s*[A-Z]?\d{1,2})*", re.IGNORECASE)
_NOTHING = re.compile(r"(?:none|nil|no (?:needs?|concerns?|social)|not (?:applicable|known|assessed))\b", re.IGNORECASE)
_FEWEST = 3


@dataclass
class _Found:
    needs: list[Passage]
    provision: list[Recommended]
    outcomes: list[Passage]
    loose: list[Passage]


@dataclass(frozen=True)
class Advised:
    """What a report advises."""

    needs: tuple[Passage, ...]
    provision: tuple[Recommended, ...]
    outcomes: tuple[Passage, ...]


def advice_of(parts: Sequence[Part], lexicon: Lexicon) -> Advised:
    """Return the needs, the provision and the outcomes that a report's parts state."""
    reader = _Reader(lexicon)
    for part in parts:
        reader.part(part)
    found = reader.found
    needs = found.needs or found.loose
    return Advised(_once(needs), _once_recommended(found.provision), _once(found.outcomes))


class _Reader:
    def __init__(self, lexicon: Lexicon) -> None:
        self.found = _Found([], [], [], [])
        self._lexicon = lexicon
        self._role = ""
        self._rank = 0.0
        self._area = ""
        self._leading = ""
        self._closed = False

    def part(self, part: Part) -> None:
        """Read one part."""
        if isinstance(part, Grid):
            self._grid(part)
        elif isinstance(part, Label):
            self._label(part)
        elif part.heading:
            self._heading(part)
        else:
            self._line(part)

    def _heading(self, line: Line) -> None:
        self._leading = ""
        area = area_named(line.text)
        if area and line.role not in ("provision", "outcomes", "both", "background"):
            self._area = area
            if self._role and line.heading <= self._rank and self._role == "background":
                self._role = ""
            return
        if line.role:
            nested = self._role in ("needs", "provision") and line.heading > self._rank
            if not (nested and line.role == "background"):
                self._role, self._area = line.role, area
                self._rank = line.heading
            return
        if line.heading <= self._rank or not self._role:
            self._role, self._rank = "", line.heading
            self._area = ""
        else:
            self._area = line.text

    def _line(self, line: Line) -> None:
        if _CLOSES.fullmatch(line.text) and not line.number:
            self._leading = ""
            self._closed = self._closed or line.text.lower().startswith(("sign", "yours"))
            return
        if self._closed or is_none(line.text) or _is_labelled(line) or (not line.bullet and _is_title(line.text)):
            return
        if _LEADS.search(line.text) and not line.bullet:
            self._leading = _role_of_lead(line.text) or self._leading
            return
        role = self._role
        if line.bullet and self._leading:
            role = self._leading
        elif not line.bullet:
            self._leading = ""
        self._take(line, role)

    def _take(self, line: Line, role: str) -> None:
        if line.text[:1] in BOXES:
            if line.text[0] in _EMPTY_BOXES or any(box in line.text[1:] for box in BOXES):
                return
            words = line.text[1:].strip()
            line = replace(line, text=words, place=replace(line.place, words=words))
        whole = line.bullet
        for each in (line,) if whole else sentences_of(line):
            if role in ("provision", "") and _EXPECTS.search(each.text):
                role = "outcomes"
                continue
            if len(each.text.split()) < _FEWEST and not (whole and role):
                continue
            self._sentence(each, role, whole=whole)

    def _sentence(self, line: Line, role: str, *, whole: bool) -> None:
        if _ABOUT_PAPER.search(line.text):
            return
        passage = Passage(line.text, line.place, line.number, self._area)
        is_for = self._is_for(line, role, whole=whole)
        if is_for == "provision":
            self._recommend(passage)
        elif is_for:
            {"outcome": self.found.outcomes, "need": self.found.needs, "loose": self.found.loose}[is_for].append(
                passage
            )

    def _is_for(self, line: Line, role: str, *, whole: bool) -> str:
        """Return what a sentence states where it stands, or an empty string."""
        recommends = bool(_RECOMMENDS.search(line.text))
        if role == "outcomes":
            return "outcome" if whole or _HOPED.search(line.text) else ""
        if role == "provision" and _BY_THEN.match(line.text):
            return "outcome"
        if role == "provision":
            fits = whole or self._states(line) or not _is_need(line.text)
            return "provision" if recommends or (fits and not _NOW.search(line.text)) else ""
        if role == "needs":
            if recommends and self._states(line):
                return "provision"
            return "" if _aside(line.text) else "need"
        if recommends:
            return "" if role == "background" else "provision"
        if not _is_need(line.text):
            return ""
        return {"both": "need", "findings": "loose", "": "loose"}.get(role, "")

    def _states(self, line: Line) -> bool:
        facts = facts_for_provision(line.text, line.place, self._lexicon)
        return any(facts[field].versions for field in ("frequency", "duration", "amount", "deliverer", "group_size"))

    def _recommend(self, passage: Passage, states: Mapping[str, Fact] | None = None, need: int | None = None) -> None:
        facts = facts_for_provision(passage.words, passage.place, self._lexicon)
        read = {field: facts[field] for field in PROVISION_FIELDS}
        self.found.provision.append(Recommended(passage, {**read, **(states or {})}, need))

    def _label(self, label: Label) -> None:
        role = heading_role(label.title)
        if is_detail(label.title):
            return
        if area_named(label.title):
            self._area = area_named(label.title)
            role = self._role
        elif _CODE.fullmatch(label.title):
            role = self._role
        elif role:
            self._role, self._rank = role, 6.0
        kept = self._leading
        self._leading = ""
        for line in label.lines:
            if line.heading and line.role:
                role = line.role
            else:
                coded = bool(_CODE.fullmatch(label.title)) and not line.number
                self._line_in_cell(replace(line, number=label.title) if coded else line, role)
        self._leading = kept

    def _line_in_cell(self, line: Line, role: str) -> None:
        if _LEADS.search(line.text) or is_none(line.text) or says_nothing(line.text):
            return
        self._take(line, role)

    def _grid(self, grid: Grid) -> None:
        grid = _with_what(grid, self._role)
        wanted = {role for role in grid.roles if role in ("need", "provision", "outcome")}
        if not wanted:
            if any(role == "current" for role in grid.roles):
                return
            for row in grid.rows:
                for cell in row:
                    for line in lines_in(cell.blocks) if cell is not None else ():
                        self._line(replace(line, heading=0))
            return
        before: Cell | None = None
        for row in grid.rows:
            held = dict(zip(range(len(grid.roles)), row, strict=True))
            by_role = {role: held[at] for at, role in reversed(list(enumerate(grid.roles))) if role}
            self._row(grid, by_role, held, before)
            before = by_role.get("need") or before

    def _row(
        self, grid: Grid, by_role: Mapping[str, Cell | None], held: Mapping[int, Cell | None], before: Cell | None
    ) -> None:
        area = by_role.get("area")
        self._area = " ".join(area.text.split()) if area is not None else self._area
        number_cell = by_role.get("number")
        number = number_cell.text.strip(" .") if number_cell is not None else ""
        need = by_role.get("need")
        at: int | None = None
        if need is not None and need.text.strip() and not says_nothing(need.text):
            coded = _CODE.fullmatch(need.text.strip())
            if coded:
                at = self._need_of(need.text.strip())
            elif need is not before:
                self.found.needs += _cell_passages(need, number, self._area)
            at = at if coded else len(self.found.needs) - 1
        outcome = by_role.get("outcome")
        if outcome is not None and not says_nothing(outcome.text):
            self.found.outcomes += _cell_passages(outcome, number, self._area)
        provision = by_role.get("provision")
        if provision is None or says_nothing(provision.text) or is_none(provision.text):
            return
        stated = self._stated(grid, held)
        for passage in _cell_passages(provision, number, self._area):
            self._recommend(passage, self._with(passage, stated), at)

    def _need_of(self, code: str) -> int | None:
        """Return the place of the need that a number or code names: by its printed number, else by its order."""
        numbers = [need.number.strip("().").casefold() for need in self.found.needs]
        first = re.split(r"\s*(?:,|and|&)\s*", code)[0].removeprefix("need ").strip().casefold()
        if first in numbers:
            return numbers.index(first)
        at = int(re.sub(r"\D", "", first) or 0) - 1
        return at if 0 <= at < len(numbers) else None

    def _stated(self, grid: Grid, held: Mapping[int, Cell | None]) -> dict[str, Fact]:
        """Return what the columns for amounts, for who and for where say."""
        stated: dict[str, Fact] = {}
        for at, role in enumerate(grid.roles):
            cell = held.get(at)
            if role not in DIMENSIONS or cell is None or not cell.text.strip() or says_nothing(cell.text):
                continue
            words = " ".join(cell.text.split())
            place = replace(cell.place, words=words)
            scanned = facts_for_provision(words, place, self._lexicon)
            for field in PROVISION_FIELDS:
                if scanned[field].state is State.KNOWN:
                    stated.setdefault(field, scanned[field])
            if role in PROVISION_FIELDS and (
                role not in stated or role in ("deliverer", "setting_of_delivery", "qualification")
            ):
                stated[role] = known(words, place)
        return stated

    def _with(self, passage: Passage, stated: Mapping[str, Fact]) -> dict[str, Fact]:
        facts = facts_for_provision(passage.words, passage.place, self._lexicon)
        return {
            field: stated.get(field, facts[field])
            if field in stated or facts[field].state is not State.KNOWN
            else facts[field]
            for field in PROVISION_FIELDS
        }


def _with_what(grid: Grid, role: str) -> Grid:
    """Return a grid under a heading of provision with its column "What", or its one other column, as provision."""
    if "provision" in grid.roles or role != "provision" or not set(grid.roles) & {*DIMENSIONS, "need"}:
        return grid
    free = [at for at, name in enumerate(grid.roles) if not name]
    at = next((at for at in free if grid.titles[at].lower().startswith("what")), free[0] if len(free) == 1 else None)
    if at is None:
        return grid
    return replace(grid, roles=(*grid.roles[:at], "provision", *grid.roles[at + 1 :]))


def _role_of_lead(text: str) -> str:
    if _RECOMMENDS.search(text):
        return "provision"
    role = heading_role(text)
    return role if role != "both" else "provision"


def _is_title(text: str) -> bool:
    """Return whether a line is a name, a title or a date: words with capitals, and no end of a sentence."""
    words = [word for word in text.split() if word.lower() not in _SMALL]
    return not text.endswith((".", "!")) and (
        read_day(text) is not None or all(word[:1].isupper() or word[:1] in "(&–" for word in words)
    )


def _is_need(text: str) -> bool:
    return bool(_NEED.search(text)) and not _aside(text)


def _aside(text: str) -> bool:
    """Return whether a sentence tells of scores, visits or strengths, or that there is nothing."""
    return bool(_NUMBERS.search(text) or _STRENGTH.search(text) or _NOTHING.match(text))


def _is_labelled(line: Line) -> bool:
    title, colon, _ = line.text.partition(":")
    return bool(colon) and not line.number and bool(label_of(title))


def _cell_passages(cell: Cell, number: str, area: str) -> Iterator[Passage]:
    """Yield the passages of a cell: its bullets or numbered lines one by one, else the whole of it."""
    lines = [line for line in lines_in(cell.blocks) if not says_nothing(line.text)]
    items = [line for line in lines if line.bullet or line.number]
    if len(items) > 1:
        for line in lines:
            if not _LEADS.search(line.text):
                yield Passage(line.text, line.place, line.number or number, area)
        return
    if len(lines) > 1:
        for line in lines:
            yield Passage(line.text, line.place, line.number or number, area)
    elif lines:
        line = lines[0]
        yield Passage(line.text, line.place, line.number or number, area)


def _once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages without those said again in the same words."""
    kept: dict[str, Passage] = {}
    for passage in passages:
        kept.setdefault(_plain(passage.words), passage)
    return tuple(kept.values())


def _once_recommended(recommended: Iterable[Recommended]) -> tuple[Recommended, ...]:
    kept: dict[str, Recommended] = {}
    for each in recommended:
        kept.setdefault(_plain(each.passage.words), each)
    return tuple(kept.values())


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .;")
