"""A plan document as facts: the overlay of everything its words and labels say.

The same code reads a Word plan and a typed one; only the places differ. Nothing is worked
out that the document does not say, and what could not be told is *not found*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, Place, State, absent, items, known
from checker.intake.blocks import Document, Paragraph, paragraphs
from checker.intake.plan.advice import advice_of
from checker.intake.plan.columns import DIMENSIONS
from checker.intake.plan.details import days_in, detail_facts, labelled_day, labelled_words, says_nothing
from checker.intake.plan.headings import CODES, sections_named
from checker.intake.plan.items import Item, items_of
from checker.intake.plan.links import links_between
from checker.intake.plan.nothing import is_none
from checker.intake.plan.outcome_kinds import outcome_kind
from checker.intake.plan.pieces import Entry, Labelled, Line, Piece, SectionsFound, part_name
from checker.intake.plan.sections import find_sections
from checker.intake.plan.settings import name_tells_type, settings_of
from checker.intake.plan.subheadings import adulthood_named
from checker.intake.plan.views import View, child_words, views_of
from checker.intake.yaml_nodes import Node

_NEEDS = ("b", "c", "d")
_PROVISION = ("f", "g", "h1", "h2")
_LINKED = (*_NEEDS, "e", *_PROVISION)
_NO_PROVISION = re.compile(
    r"\bno (?:\w+ ){0,3}?provision (?:is|will be|has been|can be|was) (?:made|specified|required|provided"
    r"|given|needed)(?: for (?:this|that|the) need)?"
    r"|\bnothing is provided for (?:this|that) need|\bno provision for (?:this|that) need",
    re.IGNORECASE,
)
_KINDS = (
    ("teaching", r"\bteaching\b|tuition"),
    ("therapy", r"therap"),
    ("adult_support", r"adult support|support from an adult|teaching assistant|\bta\b|staffing"),
    ("equipment", r"equipment|resources?"),
    ("surroundings", r"environment|surroundings"),
    ("curriculum", r"curriculum"),
    ("technique", r"technique|strateg"),
    ("training", r"training"),
)
_BY = re.compile(r"\b(?:achieved?|reached|met|by when|outcomes?)\b.*?\bby\b|\bby when\b|\btimescale", re.IGNORECASE)
_YES = re.compile(r"y(?:es)?|agreed|true|✓|☒|☑", re.IGNORECASE)
_NO = re.compile(r"no?|not agreed|false|☐|✗", re.IGNORECASE)


@dataclass(frozen=True)
class PlanReading:
    """What was read from a plan.

    ``facts`` is the overlay under ``/plan``, with ``/child`` and ``/maintained_plan`` as
    the plan's own details give them. ``unplaced`` lists the words the reader put nowhere.
    ``notes`` say what a reader of the report should know of the file. ``stage`` is the
    stage's code, empty if it could not be told.
    """

    facts: Mapping[str, Fact]
    unplaced: tuple[Place, ...]
    notes: tuple[str, ...]
    stage: str


def read_plan(document: Document) -> PlanReading:
    """Return what a Word plan says."""
    found = sections_in(document)
    return _reading(found, document.name, document.headers, document.notes, unread=bool(document.unread))


def sections_in(document: Document) -> SectionsFound:
    """Return what stands in each section of a document, all its other words listed as unplaced."""
    return _with_missed(find_sections(document.blocks), document)


def read_typed_plan(root: Node, name: str) -> PlanReading:
    """Return what a typed plan says. ``root`` is the whole file, ``name`` the file's name, for places.

    Raises :class:`checker.intake.limits.Refused` with every problem at its line.
    """
    from checker.intake.plan.typed import typed_headers, typed_sections  # noqa: PLC0415  (most plans are Word files)

    return _reading(typed_sections(root, name), name, typed_headers(root, name), ())


def _reading(
    found: SectionsFound, file: str, headers: Sequence[Paragraph], notes: tuple[str, ...], *, unread: bool = False
) -> PlanReading:
    facts: dict[str, Fact] = dict(detail_facts(found.details, found.front, headers))
    maker = _Maker(found, file, facts, unread=unread)
    maker.make()
    stage = facts["/plan/stage"]
    told = str(stage.value) if stage.state is State.KNOWN else ""
    joint = tuple(
        f"the words under the heading of {part_name(codes)} could not be told apart"
        for codes in found.joint
        if not maker.says_none(codes)
    )
    return PlanReading(facts, found.unplaced, (*notes, *joint), told)


def _with_missed(found: SectionsFound, document: Document) -> SectionsFound:
    """List as unplaced any paragraph that no part of the reading accounts for."""
    whole = {_plain(text) for text in _accounted(found)}
    pool = "\n".join(sorted(whole))
    missed = []
    for paragraph in paragraphs(document.blocks):
        words = _plain(paragraph.text)
        if words and words not in whole and words not in pool:
            missed.append(replace(paragraph.place, words=paragraph.text))
    missed += document.unread
    if not missed:
        return found
    return replace(found, unplaced=(*found.unplaced, *missed), beside=found.beside | set(found.pieces))


def _plain(text: str) -> str:
    return "".join(text.split())


def _accounted(found: SectionsFound) -> Sequence[str]:
    texts = [h.words for h in found.headings]
    texts += [line.text for lines in (found.front, *found.joint.values()) for line in lines]
    texts += [place.words for place in found.unplaced]
    for pieces in found.pieces.values():
        for piece in pieces:
            if isinstance(piece, Line):
                texts.append(piece.paragraph.text)
            else:
                texts += [line.text for line in piece.words]
                texts += [text for cell in piece.cells for text in (cell.title, cell.text)]
                texts += [piece.label, piece.area, piece.title, "; ".join(piece.groups)]
    return texts


class _Maker:
    def __init__(self, found: SectionsFound, file: str, facts: dict[str, Fact], *, unread: bool) -> None:
        self._found = found
        self._facts = facts
        self._unread = unread
        self._nowhere = Place(file)
        self._items: dict[str, tuple[Item, ...]] = {}

    def make(self) -> None:
        """Fill in the facts of headings, sections and links."""
        self._headings()
        for code in CODES:
            self._section(code)
        self._links()

    def says_none(self, codes: tuple[str, ...]) -> bool:
        """Return whether what stands under a shared heading is only that there is nothing."""
        return all(is_none(line.text) for line in self._found.joint[codes])

    def _headings(self) -> None:
        keys = tuple(str(n) for n in range(1, len(self._found.headings) + 1))
        complete = self._found.headings_placed and not self._unread
        first = self._found.headings[0].place if self._found.headings else self._nowhere
        lettered = {
            code
            for heading in self._found.headings
            if (named := sections_named(heading.words, strong=True)) and named.lettered
            for code in named.codes
        }
        self._facts["/plan/headings"] = items(keys, first, complete=complete)
        for key, heading in zip(keys, self._found.headings, strict=True):
            base = f"/plan/headings/{key}"
            self._facts[f"{base}/wording"] = known(heading.words, heading.place)
            self._facts[f"{base}/names"] = known(tuple(f"section_{code}" for code in heading.codes), heading.place)
            self._facts[f"{base}/stands_alone"] = known(len(heading.codes) == 1, heading.place)
            self._facts[f"{base}/letter_given"] = known(lettered.issuperset(heading.codes), heading.place)

    def _section(self, code: str) -> None:
        pointer = f"/plan/section_{code}"
        place = next((h.place for h in self._found.headings if code in h.codes), None)
        if place is None:
            whole = self._found.headings_placed and not self._unread
            self._facts[pointer] = absent(State.NOT_STATED if whole else State.NOT_FOUND, self._nowhere)
            if code == "a":
                self._facts["/plan/child_section_words"] = absent(State.NOT_FOUND, self._nowhere)
            return
        pieces = self._found.pieces.get(code, ())
        joint = [codes for codes in self._found.joint if code in codes and not self.says_none(codes)]
        if joint and not any(isinstance(piece, Entry) or not piece.subheading for piece in pieces):
            self._facts[pointer] = absent(
                State.NOT_FOUND, replace(self._found.joint[joint[0]][0].place, part=part_name(joint[0]))
            )
            return
        complete = code not in self._found.beside and not joint and not self._unread
        silence = _silence(pieces)
        if silence is not None and code != "a":
            place = replace(silence.place, part=part_name((code,)), words=silence.text.strip())
            pieces = ()
        if code in ("c", "d"):
            self._facts[f"/plan/nothing_in_section_{code}"] = known(silence is not None, place, Origin.READ)
        makers = {"a": self._views, "i": self._settings, "k": self._advice, "j": self._payments}
        keys, whole = makers.get(code, self._plain_section)(code, pieces)
        self._facts[pointer] = items(keys, place, complete=complete and whole)
        if code in _NEEDS and complete and whole:
            for key in keys:
                self._facts.setdefault(
                    f"{pointer}/{key}/said_to_have_no_provision",
                    known(
                        value=False, place=self._at(self._items[code][keys.index(key)].place, code), origin=Origin.READ
                    ),
                )

    def _at(self, place: Place, code: str, words: str = "") -> Place:
        return replace(place, part=part_name((code,)), words=words or place.words)

    def _plain_section(self, code: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], bool]:
        found = tuple(item for item in items_of(pieces, code) if item.words or item.cells or item.printed)
        self._items[code] = found
        for item in found:
            base = f"/plan/section_{code}/{item.label}"
            place = self._at(item.place, code, item.words)
            self._facts[f"{base}/label"] = known(item.label, place)
            self._facts[f"{base}/wording"] = known(item.words, place) if item.words else absent(State.NOT_STATED, place)
            area = (
                known(item.area, self._at(item.area_place or item.place, code))
                if item.area
                else absent(State.NOT_FOUND, place)
            )
            self._facts[f"{base}/area"] = area
            if code in _PROVISION:
                self._provision(base, item, code, place)
            elif code == "e":
                self._outcome(base, item, code)
            elif _NO_PROVISION.search(item.words) or any(_NO_PROVISION.search(cell.text) for cell in item.cells):
                self._facts[f"{base}/said_to_have_no_provision"] = known(value=True, place=place, origin=Origin.READ)
        return tuple(item.label for item in found), True

    def _provision(self, base: str, item: Item, code: str, place: Place) -> None:
        for cell in item.cells:
            where = self._at(cell.place, code, cell.text)
            if cell.role in DIMENSIONS and f"{base}/{cell.role}" not in self._facts:
                self._facts[f"{base}/{cell.role}"] = labelled_words(cell.text, where)
            elif cell.role == "kind":
                kind = next((name for name, pattern in _KINDS if re.search(pattern, cell.text, re.IGNORECASE)), "")
                empty = State.NOT_STATED if says_nothing(cell.text) else State.NOT_FOUND
                self._facts[f"{base}/kind"] = known(kind, where) if kind else absent(empty, where)
            elif cell.role == "agreed":
                self._agreed(base, cell, where)
        self._facts.setdefault(f"{base}/kind", absent(State.NOT_FOUND, place))
        headed = next((words for words in (item.area, item.title) if words and adulthood_named(words)), "")
        if headed:
            self._facts.setdefault(
                f"{base}/adulthood_area", known(headed, self._at(item.title_place or item.place, code, headed))
            )
        self._facts.setdefault(f"{base}/adulthood_area", absent(State.NOT_FOUND, place))

    def _agreed(self, base: str, cell: Labelled, where: Place) -> None:
        day = days_in(cell.text)
        words = cell.text.strip(" .")
        if says_nothing(cell.text):
            self._facts[f"{base}/agreed"] = absent(State.NOT_STATED, where)
        elif _YES.match(words) or day:
            self._facts[f"{base}/agreed"] = known(value=True, place=where)
        elif _NO.fullmatch(words):
            self._facts[f"{base}/agreed"] = known(value=False, place=where)
        else:
            self._facts[f"{base}/agreed"] = absent(State.NOT_FOUND, where)
        if day:
            self._facts[f"{base}/agreement"] = known(day, where)

    def _outcome(self, base: str, item: Item, code: str) -> None:
        marked = outcome_kind(item)
        if marked:
            kind, state, words, place = marked
            where = self._at(place, code, words)
            self._facts[f"{base}/kind"] = known(kind, where) if state is State.KNOWN else absent(state, where)
        cells = [cell for cell in item.cells if cell.role == "by_when"]
        if cells:
            where = self._at(cells[0].place, code, cells[0].text)
            self._facts[f"{base}/by_when"] = labelled_day(cells[0].text, where)
            self._facts[f"{base}/by_when_words"] = labelled_words(cells[0].text, where)
            return
        for title in (item.title, item.outer):
            day = days_in(title)
            if title and day and _BY.search(title):
                where = self._at(item.title_place or item.place, code, title)
                self._facts[f"{base}/by_when"] = known(day, where, Origin.READ)
                self._facts[f"{base}/by_when_words"] = known(title, where, Origin.READ)
                return

    def _views(self, code: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], bool]:
        name = self._facts.get("/child/known_as") or self._facts.get("/child/name")
        whole_name = self._facts.get("/child/name")
        child = next((str(f.value) for f in (whole_name, name) if f is not None and f.versions), "")
        views = views_of(pieces, child)
        keys: list[str] = []
        for at, view in enumerate(views, start=1):
            pairs = [(kind, speaker) for kind in view.kinds for speaker in view.speakers or ("",)]
            for number, (kind, speaker) in enumerate(pairs, start=1):
                keys.append(f"A{at}" if number == 1 else f"A{at}.{number}")
                self._view(keys[-1], view, kind, speaker)
        self._communication(views)
        count, told = child_words(views)
        where = self._at(views[0].place, code) if views else self._nowhere
        length = known(count, where, Origin.WORKED_OUT) if told else absent(State.NOT_FOUND, where)
        self._facts["/plan/child_section_words"] = length
        return tuple(keys), True

    def _communication(self, views: Sequence[View]) -> None:
        """Give the summary of how to communicate, where an entry has that label; running words are not searched."""
        labelled = [view for view in views if "communication" in view.kinds]
        if not labelled:
            return
        given = next((view for view in labelled if view.words), labelled[0])
        place = self._at(given.place, "a", given.words or given.place.words)
        fact = known(given.words, place) if given.words else absent(State.NOT_STATED, place)
        self._facts["/plan/communication_summary"] = fact

    def _view(self, key: str, view: View, kind: str, speaker: str) -> None:
        base = f"/plan/section_a/{key}"
        place = self._at(view.place, "a", view.words or view.place.words)
        self._facts[f"{base}/label"] = known(key, place)
        self._facts[f"{base}/wording"] = known(view.words, place) if view.words else absent(State.NOT_STATED, place)
        self._facts[f"{base}/kind"] = known(kind, place)
        self._facts[f"{base}/speaker"] = known(speaker, place) if speaker else absent(State.NOT_FOUND, place)

    def _settings(self, code: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], bool]:
        settings, whole = settings_of(pieces)
        keys = tuple(str(n) for n in range(1, len(settings) + 1))
        for key, setting in zip(keys, settings, strict=True):
            for name, fact in setting.facts.items():
                self._facts[f"/plan/section_i/{key}/{name}"] = _in_part(fact, part_name((code,)))
            named, place = setting.facts["name"], setting.facts["name"].where
            if named.versions and place:
                told = known(name_tells_type(str(named.value)), place, Origin.READ)
                self._facts[f"/plan/section_i/{key}/name_tells_type"] = _in_part(told, part_name((code,)))
        return keys, whole

    def _advice(self, code: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], bool]:
        listed = advice_of(pieces)
        keys = tuple(str(n) for n in range(1, len(listed) + 1))
        for key, advice in zip(keys, listed, strict=True):
            base = f"/plan/section_k/{key}"
            self._facts[f"{base}/label"] = known(f"K{key}", self._at(advice.place, code))
            self._facts[f"{base}/wording"] = known(advice.words, self._at(advice.place, code))
            empty = any(advice.facts[name].state is State.NOT_STATED for name in ("author", "role", "dated"))
            self._facts[f"{base}/detail_left_empty"] = known(empty, self._at(advice.place, code), Origin.READ)
            for name, fact in advice.facts.items():
                self._facts[f"{base}/{name}"] = _in_part(fact, part_name((code,)))
        return keys, True

    def _payments(self, code: str, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], bool]:
        found = [item for item in items_of(pieces, code) if item.words or item.cells]
        for item in found:
            words = item.words or " ".join(cell.text for cell in item.cells)
            base, place = f"/plan/section_j/{item.label}", self._at(item.place, code, words)
            self._facts[f"{base}/label"] = known(item.label, place)
            self._facts[f"{base}/wording"] = known(words, place)
            for name, letter in (("needs", "B"), ("outcomes", "E")):
                self._facts[f"{base}/{name}"] = self._met_by_payment(item, name, letter, words, place)
        return tuple(item.label for item in found), True

    def _met_by_payment(self, item: Item, name: str, letter: str, words: str, place: Place) -> Fact:
        """Return the needs or outcomes a direct payment is to meet: a labelled cell, else the numbers in the words."""
        cell = next((each for each in item.cells if each.role == name.removesuffix("s")), None)
        if cell is not None:
            return labelled_words(cell.text, self._at(cell.place, "j", cell.text))
        numbers = dict.fromkeys(re.findall(rf"\b{letter}\.?\d{{1,3}}\b", words))
        listed = ", ".join(numbers)
        return known(listed, replace(place, words=listed), Origin.READ) if listed else absent(State.NOT_FOUND, place)

    def _links(self) -> None:
        links = links_between({code: self._items[code] for code in _LINKED if code in self._items})
        keys = tuple(str(n) for n in range(1, len(links) + 1))
        self._facts["/plan/links"] = items(keys, self._nowhere, complete=False)
        for key, link in zip(keys, links, strict=True):
            for name, value in (("left", link.left), ("right", link.right), ("group", link.group)):
                self._facts[f"/plan/links/{key}/{name}"] = known(value, link.place, Origin.READ)


def _in_part(fact: Fact, part: str) -> Fact:
    place = None if fact.place is None else replace(fact.place, part=part)
    return replace(
        fact, place=place, versions=tuple(replace(v, place=replace(v.place, part=part)) for v in fact.versions)
    )


def _silence(pieces: Sequence[Piece]) -> Paragraph | None:
    """Return the line that says there is nothing in a section, if that is all it says."""
    lines: list[Paragraph] = []
    for piece in pieces:
        if isinstance(piece, Entry):
            filled = [cell for cell in piece.cells if not says_nothing(cell.text)]
            lines += piece.words
            if filled and not all(is_none(cell.text) for cell in filled):
                return None
        elif not piece.subheading or is_none(piece.paragraph.text):
            lines.append(piece.paragraph)
    return lines[0] if lines and all(is_none(line.text) for line in lines) else None
