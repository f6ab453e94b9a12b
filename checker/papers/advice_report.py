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
from checker.intake.plan.columns import DIMENSIONS
from checker.intake.plan.details import says_nothing
from checker.intake.plan.nothing import is_none
from checker.intake.plan.subheadings import area_named
from checker.papers.advice_words import (
    ABOUT_PAPER,
    BY_THEN,
    CLOSES,
    CODE,
    CODE_OF_ROW,
    EMPTY_BOXES,
    EXPECTS,
    FEWEST,
    HOPED,
    LEADS,
    NOW,
    RECOMMENDS,
    aside,
    is_need,
    is_title,
)
from checker.papers.details import label_of
from checker.papers.lines import BOXES, Grid, Label, Line, Part, across, lines_in
from checker.papers.paper import Passage, Recommended
from checker.papers.roles import heading_role, is_detail
from checker.papers.sentences import sentences_of
from checker.wording.dimensions import PROVISION_FIELDS, facts_for_provision
from checker.wording.entries import Lexicon


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
        if CLOSES.fullmatch(line.text) and not line.number:
            self._leading = ""
            self._closed = self._closed or line.text.lower().startswith(("sign", "yours"))
            return
        if self._closed or is_none(line.text) or _is_labelled(line) or (not line.bullet and is_title(line.text)):
            return
        if LEADS.search(line.text) and not line.bullet:
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
            if line.text[0] in EMPTY_BOXES or any(box in line.text[1:] for box in BOXES):
                return
            words = line.text[1:].strip()
            line = replace(line, text=words, place=replace(line.place, words=words))
        whole = line.bullet
        for each in (line,) if whole else sentences_of(line):
            if role in ("provision", "") and EXPECTS.search(each.text):
                role = "outcomes"
                continue
            if len(each.text.split()) < FEWEST and not (whole and role):
                continue
            self._sentence(each, role, whole=whole)

    def _sentence(self, line: Line, role: str, *, whole: bool) -> None:
        if ABOUT_PAPER.search(line.text) or not line.text.strip():
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
        recommends = bool(RECOMMENDS.search(line.text))
        if role == "outcomes":
            return "outcome" if whole or HOPED.search(line.text) else ""
        if role == "provision" and BY_THEN.match(line.text):
            return "outcome"
        if role == "provision":
            fits = whole or self._states(line) or not is_need(line.text)
            return "provision" if recommends or (fits and not NOW.search(line.text)) else ""
        if role == "needs":
            if recommends and self._states(line):
                return "provision"
            return "" if aside(line.text) else "need"
        if recommends:
            return "" if role == "background" else "provision"
        if not is_need(line.text):
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
        elif CODE.fullmatch(label.title):
            role = self._role
        elif role:
            self._role, self._rank = role, 6.0
        kept = self._leading
        self._leading = ""
        for line in label.lines:
            if line.heading and line.role:
                role = line.role
            else:
                coded = bool(CODE.fullmatch(label.title)) and not line.number
                self._line_in_cell(replace(line, number=label.title) if coded else line, role)
        self._leading = kept

    def _line_in_cell(self, line: Line, role: str) -> None:
        if LEADS.search(line.text) or is_none(line.text) or says_nothing(line.text):
            return
        self._take(line, role)

    def _grid(self, grid: Grid) -> None:
        grid = _with_what(grid, self._role)
        wanted = {role for role in grid.roles if role in ("need", "provision", "outcome")}
        if self._role == "background" and "need" not in wanted:
            return
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
            heads = across(row)
            if heads is not None:
                self._area = " ".join(heads.text.split())
                continue
            held = dict(zip(range(len(grid.roles)), row, strict=True))
            by_role = {role: held[at] for at, role in reversed(list(enumerate(grid.roles))) if role}
            self._row(grid, by_role, held, before)
            before = by_role.get("need") or before

    def _row(
        self, grid: Grid, by_role: Mapping[str, Cell | None], held: Mapping[int, Cell | None], before: Cell | None
    ) -> None:
        if any(cell is not None and cell.text.strip() in EMPTY_BOXES and cell.text.strip() for cell in held.values()):
            return
        area = by_role.get("area")
        self._area = " ".join(area.text.split()) if area is not None else self._area
        number_cell = by_role.get("number")
        number = number_cell.text.strip(" .") if number_cell is not None else ""
        first = held.get(0)
        if not number and first is not None and not grid.titles[0] and CODE_OF_ROW.fullmatch(first.text.strip()):
            number = first.text.strip()
        need = by_role.get("need")
        at: int | None = None
        if need is not None and need.text.strip() and not says_nothing(need.text):
            coded = CODE.fullmatch(need.text.strip())
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
        passages = tuple(_cell_passages(provision, number, self._area))
        if len(passages) == 1:
            passages = (_with_row(passages[0], grid, held),)
        for passage in passages:
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
        own = passage.words.partition(" | ")[0]
        facts = facts_for_provision(own, replace(passage.place, words=own), self._lexicon)
        return {
            field: stated.get(field, facts[field])
            if field in stated or facts[field].state is not State.KNOWN
            else facts[field]
            for field in PROVISION_FIELDS
        }


def _with_row(passage: Passage, grid: Grid, held: Mapping[int, Cell | None]) -> Passage:
    """Return a passage of a row with what the row's cells say of amounts, of who and of where."""
    cells = (held.get(at) for at, role in enumerate(grid.roles) if role in DIMENSIONS)
    more = [" ".join(cell.text.split()) for cell in cells if cell is not None and cell.text.strip()]
    words = " | ".join([passage.words, *more])
    return replace(passage, words=words, place=replace(passage.place, words=words))


def _with_what(grid: Grid, role: str) -> Grid:
    """Return a grid under a heading of provision with its column "What", or its one other column, as provision."""
    if (
        "provision" in grid.roles
        or role != "provision"
        or not (set(grid.roles) & {*DIMENSIONS, "need"} or _has_boxes(grid))
    ):
        return grid
    free = [at for at, name in enumerate(grid.roles) if not name]
    at = next(
        (at for at in free if grid.titles[at].lower().startswith(("what", "detail"))),
        free[0] if len(free) == 1 else None,
    )
    if at is None:
        return grid
    return replace(grid, roles=(*grid.roles[:at], "provision", *grid.roles[at + 1 :]))


def _has_boxes(grid: Grid) -> bool:
    return any(
        cell is not None and cell.text.strip() in BOXES and cell.text.strip() for row in grid.rows for cell in row
    )


def _role_of_lead(text: str) -> str:
    if RECOMMENDS.search(text):
        return "provision"
    role = heading_role(text)
    return role if role != "both" else "provision"


def _is_labelled(line: Line) -> bool:
    title, colon, _ = line.text.partition(":")
    return bool(colon) and not line.number and bool(label_of(title))


def _cell_passages(cell: Cell, number: str, area: str) -> Iterator[Passage]:
    """Yield the passages of a cell: its bullets or numbered lines one by one, else the whole of it."""
    lines = [line for line in lines_in(cell.blocks) if not says_nothing(line.text)]
    items = [line for line in lines if line.bullet or line.number]
    if len(items) > 1:
        for line in lines:
            if not LEADS.search(line.text):
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
