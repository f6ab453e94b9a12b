"""Needs, provision and outcomes in a report of advice, each with its words and its place.

Words count by where they stand (a heading, a column, a label) and, outside such places, by
saying that something is needed. Scores, ages, attendance and what is done already are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, State, known
from checker.intake.blocks import Cell
from checker.intake.plan.columns import DIMENSIONS
from checker.intake.plan.details import says_nothing
from checker.intake.plan.nothing import is_none
from checker.intake.plan.subheadings import area_named
from checker.papers.advice_found import Found, in_part
from checker.papers.advice_lines import (
    is_labelled,
    is_signature,
    once,
    once_recommended,
    plain,
    role_of_label,
    role_of_lead,
    says_none,
)
from checker.papers.advice_rows import area_alone, cell_passages, is_stated, with_row, with_what
from checker.papers.advice_words import (
    ABOUT_PAPER,
    AT_REVIEW,
    BY_THEN,
    CLOSES,
    CODE,
    CODE_OF_ROW,
    DENIES,
    EMPTY_BOXES,
    EXPECTS,
    EXPLICIT,
    FEWEST,
    HOPED,
    LEADS,
    NOW,
    RECOMMENDS,
    REFERS,
    REVIEWS,
    WILL_DO,
    aside,
    is_need,
    is_title,
)
from checker.papers.lines import BOXES, Grid, Label, Line, Part, across, lines_in
from checker.papers.paper import Passage, Recommended
from checker.papers.roles import heading_role, is_detail
from checker.papers.sentences import sentences_of
from checker.wording.dimensions import PROVISION_FIELDS, facts_for_provision
from checker.wording.entries import Lexicon

_REVIEW = re.compile(r"\breview\b", re.IGNORECASE)


@dataclass(frozen=True)
class Advised:
    """What a report advises."""

    needs: tuple[Passage, ...]
    provision: tuple[Recommended, ...]
    outcomes: tuple[Passage, ...]
    notes: tuple[str, ...]


def advice_of(parts: Sequence[Part], lexicon: Lexicon) -> Advised:
    """Return the needs, the provision and the outcomes that a report's parts state."""
    reader = _Reader(lexicon)
    for part in parts:
        reader.part(part)
    found = reader.found
    needs = found.needs or found.loose
    return Advised(once(needs), once_recommended(found.provision), once(found.outcomes), tuple(in_part(found)))


class _Reader:
    def __init__(self, lexicon: Lexicon) -> None:
        self.found = Found([], [], [], [], [])
        self._lexicon = lexicon
        self._role = ""
        self._rank = 0.0
        self._area = ""
        self._leading = ""
        self._closed = False
        self._by_label = False
        self._faded = False
        self._parent = ""
        self._listed = False

    def part(self, part: Part) -> None:
        """Read one part."""
        if isinstance(part, Line) and (part.heading or part.number[:1].isdigit()):
            self._parent = part.number if part.number[:1].isdigit() else ""
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
        title, colon, rest = line.text.partition(":")
        if colon and rest.strip() and line.role == heading_role(title) == "background":
            # "Diagnosis: …" says one thing, and heads nothing.
            return
        self._closed = self._closed and not line.role
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
                self._by_label = self._faded = self._listed = False
            return
        if line.heading <= self._rank or not self._role:
            # A part of the recommendations may be headed in the type of their own heading.
            alike = self._role == "provision" and line.heading == self._rank and not line.number
            self._faded = alike or (self._faded and line.heading >= self._rank and not line.number)
            self._role, self._rank = "", line.heading
            self._area = ""
        else:
            self._area = line.text

    def _line(self, line: Line) -> None:
        if CLOSES.fullmatch(line.text) and not line.number:
            self._leading = ""
            self._closed = self._closed or line.text.lower().startswith(("sign", "yours"))
            return
        if self._closed or is_none(line.text) or is_labelled(line) or (not line.bullet and is_title(line.text)):
            return
        if not (line.bullet or line.number) and is_signature(line.text):
            return
        if LEADS.search(line.text) and not line.bullet:
            self._leading = role_of_lead(line.text) or self._leading
            return
        role = self._role
        if (line.bullet or line.number) and self._leading:
            role = self._leading
        elif not line.bullet:
            self._leading = ""
        elif self._faded and not role and self._states(line) and not NOW.search(line.text):
            role = "provision"
        self._take(line, role_of_label(line.text) or role)

    def _take(self, line: Line, role: str) -> None:
        if line.text[:1] in BOXES:
            if line.text[0] in EMPTY_BOXES or any(box in line.text[1:] for box in BOXES):
                return
            words = line.text[1:].strip()
            line = replace(line, text=words, place=replace(line.place, words=words))
        sub_item = line.number[:1] == "("
        if sub_item and self._parent:
            line = replace(line, number=f"{self._parent}{line.number}")
        whole = line.bullet or (sub_item and bool(self._leading))
        for each in (line,) if whole else sentences_of(line):
            if role in ("provision", "") and EXPECTS.search(each.text):
                role = "outcomes"
                continue
            if len(each.text.split()) < FEWEST and not (whole and role):
                continue
            self._sentence(each, role, whole=whole)

    def _sentence(self, line: Line, role: str, *, whole: bool) -> None:
        if ABOUT_PAPER.search(line.text) or DENIES.search(line.text) or not line.text.strip():
            self._pass_over(line, role)
            return
        passage = Passage(line.text, line.place, line.number, self._area)
        is_for = self._is_for(line, role, whole=whole)
        if is_for == "provision":
            self._recommend(passage)
        elif is_for:
            self._listed = self._listed or (is_for == "need" and (whole or bool(line.number)))
            {"outcome": self.found.outcomes, "need": self.found.needs, "loose": self.found.loose}[is_for].append(
                passage
            )
        else:
            self._pass_over(line, role)

    def _pass_over(self, line: Line, role: str) -> None:
        if role == "provision" and line.text.strip():
            self.found.passed_over.append(line.text)

    def _is_for(self, line: Line, role: str, *, whole: bool) -> str:
        """Return what a sentence states where it stands, or an empty string."""
        recommends = bool(RECOMMENDS.search(line.text)) or self._will_do(line)
        if recommends and role != "provision" and AT_REVIEW.search(line.text):
            return ""
        if EXPLICIT.search(line.text) and role in ("outcomes", "background"):
            return "provision"
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
            # After a list or a table of needs, running words are needs only where they say so.
            running = self._listed and not line.number
            loose = not whole and not is_need(line.text) and (running or bool(REFERS.match(line.text)))
            return "" if aside(line.text) or loose else "need"
        if recommends:
            return "" if role == "background" else "provision"
        if BY_THEN.match(line.text) and HOPED.search(line.text) and role != "background":
            return "outcome"
        if not is_need(line.text):
            return ""
        return {"both": "need", "findings": "loose", "": "loose"}.get(role, "")

    def _will_do(self, line: Line) -> bool:
        if not WILL_DO.search(line.text):
            return False
        facts = facts_for_provision(line.text, line.place, self._lexicon)
        stated = any(facts[field].versions for field in ("frequency", "duration", "amount"))
        return stated and not NOW.search(line.text)

    def _states(self, line: Line) -> bool:
        facts = facts_for_provision(line.text, line.place, self._lexicon)
        return any(facts[field].versions for field in ("frequency", "duration", "amount", "deliverer", "group_size"))

    def _recommend(self, passage: Passage, states: Mapping[str, Fact] | None = None, need: int | None = None) -> None:
        facts = facts_for_provision(passage.words, passage.place, self._lexicon)
        read = {field: facts[field] for field in PROVISION_FIELDS}
        if not read["frequency"].versions and REVIEWS.search(passage.words):
            # A review that a professional is to carry out is itself provision: how often is how often they come.
            seen = facts_for_provision(_REVIEW.sub("visit", passage.words), passage.place, self._lexicon)
            read["frequency"] = seen["frequency"]
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
            self._by_label = True
        elif self._role in ("needs", "provision", "outcomes") and not self._by_label:
            role = self._role
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
        grid = with_what(grid, self._role)
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
            heads = across(row) or area_alone(row)
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
        if need is not None and need.text.strip() and not says_none(need.text):
            coded = CODE.fullmatch(need.text.strip())
            if coded:
                at = self._need_of(need.text.strip())
            elif need is not before:
                at = self._said_before(need, number)
                self._listed = True
            at = at if coded or at is not None else len(self.found.needs) - 1
        outcome = by_role.get("outcome")
        if outcome is not None and not says_none(outcome.text):
            self.found.outcomes += cell_passages(outcome, number, self._area)
        provision = by_role.get("provision")
        if provision is None or says_nothing(provision.text) or is_none(provision.text):
            return
        stated = self._stated(grid, held)
        passages = tuple(cell_passages(provision, number, self._area))
        if len(passages) == 1:
            passages = (with_row(passages[0], grid, held),)
        for passage in passages:
            self._recommend(passage, self._with(passage, stated), at)

    def _said_before(self, need: Cell, number: str) -> int | None:
        """Keep the needs of a cell, and return the place of one that an earlier row said in the same words."""
        told = tuple(cell_passages(need, number, self._area))
        held = [plain(each.words) for each in self.found.needs]
        if len(told) == 1 and plain(told[0].words) in held:
            return held.index(plain(told[0].words))
        self.found.needs += told
        return None

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
            if role not in DIMENSIONS or cell is None or not is_stated(cell.text):
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
