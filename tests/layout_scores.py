"""How a reading of a layout compares with its truth: rates to be added up, and each difference in words.

The truth files are described in ``fixtures/layouts/README.md``. Words are compared without
spaces, with straight quotation marks, so that the line breaks of a page make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import yaml

from checker.facts import Days, Fact, State
from checker.intake.blocks import Document, paragraphs
from checker.intake.dates import find_days, read_day
from checker.intake.plan.headings import CODES
from checker.intake.plan.pieces import SectionsFound
from checker.intake.plan.reading import PlanReading, read_plan
from checker.intake.plan.sections import find_sections
from checker.intake.word.read import read_word

FORMATS = (".docx", ".pdf", ".untagged.pdf")
FIELDS = (
    "label",
    "area",
    "type",
    "start",
    "end",
    "author",
    "dated",
    "by_when",
    "by_when_words",
    "speaker",
    "frequency",
    "duration",
)
_DATES = ("dated", "start", "end", "by_when")
_HOW_MUCH = ("frequency", "duration", "amount")
_SHORT = 8
"""Words shorter than this, without spaces, may well stand in two sections by chance."""
_MARKS = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "|": " ", "\u00ad": "", "\u2011": "-"}
)


@dataclass(frozen=True)
class Rate:
    """So many right of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Rate) -> Rate:
        """Return both together."""
        return Rate(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """The share that is right, from 0 to 1; of nothing, all is right."""
        return self.right / self.of if self.of else 1.0


@dataclass
class Score:
    """The figures of one reading, or of several added up.

    ``sections`` are headings found with the right codes, or missing and said to be;
    ``items`` those whose words stand in the right section, ``cut`` those that are one item
    each, as the truth cuts them, ``details`` their other entries. ``misplaced``,
    ``invented``, ``beyond`` and ``unstated`` count items in a wrong section, words that
    are not in the document, items that the truth has not, and links that nobody states.
    """

    sections: Rate = Rate()
    items: Rate = Rate()
    cut: Rate = Rate()
    details: Rate = Rate()
    links: Rate = Rate()
    groups: Rate = Rate()
    unplaced: Rate = Rate()
    misplaced: int = 0
    invented: int = 0
    beyond: int = 0
    unstated: int = 0
    differences: list[str] = field(default_factory=list)


def added(scores: Iterable[Score]) -> Score:
    """Return scores added up, without their differences."""
    total = Score()
    for score in scores:
        for each in fields(Score):
            if each.name != "differences":
                setattr(total, each.name, getattr(total, each.name) + getattr(score, each.name))
    return total


def layouts(folder: Path, ending: str) -> tuple[str, ...]:
    """Return the names of the layouts in a folder that are there with this ending."""
    names = sorted(path.name.removesuffix(".truth.yaml") for path in folder.glob("*.truth.yaml"))
    return tuple(name for name in names if (folder / f"{name}{ending}").exists())


def score_of(folder: Path, name: str, ending: str) -> Score:
    """Return how the layout ``name`` of a folder is read from the file with this ending."""
    path = folder / f"{name}{ending}"
    truth = yaml.safe_load((folder / f"{name}.truth.yaml").read_text(encoding="utf-8"))
    if ending == ".docx":
        document = read_word(path.read_bytes(), path.name)
    else:
        from checker.intake.pdf import read_pdf

        document = read_pdf(path.read_bytes(), path.name)
    return score(document, truth)


def score(document: Document, truth: Mapping[str, Any]) -> Score:
    """Return how the reading of a document compares with its truth."""
    made = _Comparison(document, truth)
    made.sections()
    made.items()
    made.links()
    made.words()
    return made.score


def compact(words: object) -> str:
    """Return words as they are compared: no spaces, straight quotation marks, small letters."""
    return "".join(str(words).translate(_MARKS).lower().split())


class _Comparison:
    def __init__(self, document: Document, truth: Mapping[str, Any]) -> None:
        self.score = Score()
        self._document = document
        self._truth = truth
        self._reading: PlanReading = read_plan(document)
        self._found: SectionsFound = find_sections(document.blocks)
        self._inside = {code: compact(" ".join(_texts(self._reading, code))) for code in CODES}
        self._key_of: dict[str, str] = {}

    def _differs(self, words: str) -> None:
        self.score.differences.append(words)

    def sections(self) -> None:
        headings = self._truth["headings"]
        shared = {section for each in self._truth.get("shared", ()) for section in each["between"]}
        for code in CODES:
            section = f"section_{code}"
            state = self._reading.facts[f"/plan/{section}"].state
            if section in headings:
                right = self._heading_found(code, headings, shared=section in shared)
            else:
                right = state is State.NOT_STATED
                if not right:
                    self._differs(f"Section {code.upper()} is {state}, though it is not there")
            self.score.sections += Rate(int(right), 1)
        printed = [compact(w) for w in (*headings.values(), *self._truth.get("other_headings", ()))]
        for heading in self._found.headings:
            if not any(_like(compact(heading.words), words) for words in printed):
                self._differs(f"{heading.words!r} is taken for a heading of {heading.codes}")

    def _heading_found(self, code: str, headings: Mapping[str, str], *, shared: bool) -> bool:
        words = headings[f"section_{code}"]
        with_it = {other.removeprefix("section_") for other, printed in headings.items() if printed == words}
        mine = [heading for heading in self._found.headings if code in heading.codes]
        alike = [h for h in mine if set(h.codes) == with_it and _like(compact(h.words), compact(words))]
        if alike:
            fact = self._reading.facts[f"/plan/section_{code}"]
            if not shared and not (fact.versions and fact.complete):
                self._differs(f"Section {code.upper()}: {fact.state}, complete {fact.complete}")
            return True
        self._differs(f"Section {code.upper()}: headings {[(h.words, h.codes) for h in mine]}, not {words!r}")
        return False

    def items(self) -> None:
        for code in CODES:
            true = self._truth["sections"].get(f"section_{code}") or {}
            read = {key: _item(self._reading, code, key) for key in _keys(self._reading, code)}
            left = dict(read)
            for name, item in true.items():
                key = next((k for k, mine in left.items() if _same(code, mine, item)), "")
                if key:
                    self._key_of[key if code not in "ik" else f"{code} {key}"] = name
                    self._details(code, name, left.pop(key), item)
                self.score.cut += Rate(int(bool(key)), 1)
                self._placed(code, name, item, cut=bool(key))
            self.score.beyond += len(left)
            for mine in left.values():
                self._differs(f"Section {code.upper()}: an item that the truth has not: {mine}")
        for words in (*self._truth.get("outside", ()), *(each["words"] for each in self._truth.get("shared", ()))):
            for code in CODES:
                if compact(words) in self._inside[code]:
                    self.score.misplaced += 1
                    self._differs(f"Section {code.upper()} holds words that are not its own: {words!r}")

    def _placed(self, code: str, name: str, item: Mapping[str, Any], *, cut: bool) -> None:
        wanted = [compact(words) for words in _own_words(code, item)]
        here = cut or all(words in self._inside[code] for words in wanted)
        self.score.items += Rate(int(here), 1)
        if not here:
            self._differs(f"Section {code.upper()}: {name} is not in it: {_own_words(code, item)}")
        elif not cut:
            self._differs(f"Section {code.upper()}: {name} is not an item of its own: {_own_words(code, item)}")
        own = compact(" ".join(_own_words(code, item)))
        for other in CODES:
            there = compact(self._truth["sections"].get(f"section_{other}") or "")
            if other != code and len(own) > _SHORT and own in self._inside[other] and own not in there:
                self.score.misplaced += 1
                self._differs(f"Section {other.upper()} holds {name} of Section {code.upper()}")

    def _details(self, code: str, name: str, mine: Mapping[str, str], item: Mapping[str, Any]) -> None:
        for each in FIELDS:
            if each not in item or (each == "type" and code != "i"):
                continue
            said, ours = _said(item[each]), mine.get(each, "")
            if each in _DATES and read_day(str(item[each])) is None and item[each] not in (None, ""):
                # "awaited", "Easter 2027", "w/c 27 April": words that are no day, or hold one.
                days = {_days(found.days) for found in find_days(str(item[each]))}
                said = ours if not ours or ours in days else said
            if each in _HOW_MUCH:  # "How much: 6 hours a week" may be said to be either
                ours = next(
                    (mine[name] for name in _HOW_MUCH if name in mine and compact(mine[name]) == compact(said)), ours
                )
            if each == "label":
                ours, said = (re.sub(r"\W", "", label).upper() for label in (ours, said))
                ours = ours.removeprefix(code.upper()) if said[:1].isdigit() else ours
            right = compact(ours).strip(".)(") == compact(said).strip(".)(")
            self.score.details += Rate(int(right), 1)
            if not right:
                self._differs(f"Section {code.upper()}: {each} of {name} is {ours!r}, not {said!r}")

    def links(self) -> None:
        told: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
        listed = self._reading.facts["/plan/links"].value
        assert isinstance(listed, tuple)
        for key in listed:
            ends = [self._reading.facts[f"/plan/links/{key}/{part}"].value for part in ("left", "right")]
            left, right = (self._key_of.get(str(end), f"[{end}]") for end in ends)
            told[bool(self._reading.facts[f"/plan/links/{key}/group"].value)].add((left, right))
        links = self._truth.get("links") or {}
        one = {
            (left, right)
            for kind in ("answers", "supports")
            for left, rights in (links.get(kind) or {}).items()
            for right in rights
        }
        many = {
            (left, right)
            for group in links.get("groups") or ()
            for left in group
            for right in group
            if left[0] in "fgh" and right[0] in "bcde"
        }
        # A truth that states no link of Section G or H leaves them open: the twelve first ones state those of F.
        said_of = {"f", *(left[0] for left, _ in one | many)}
        told = {group: {pair for pair in pairs if pair[0][0] in {*said_of, "["}} for group, pairs in told.items()}
        self.score.links += Rate(len(one & told[False]), len(one))
        self.score.groups += Rate(len(many & told[True]), len(many))
        self.score.unstated += len(told[False] - one) + len(told[True] - many)
        for words, pairs in (
            ("links not found", one - told[False]),
            ("links of groups not found", many - told[True]),
            ("links nobody states", told[False] - one),
            ("links of groups nobody states", told[True] - many),
        ):
            if pairs:
                self._differs(f"{words}: {sorted(pairs)}")

    def words(self) -> None:
        lines = [*paragraphs(self._document.blocks), *self._document.headers, *self._document.footnotes]
        pool = compact(" ".join(f"{line.label} {line.text}" for line in lines))
        for code in CODES:
            for words in _texts(self._reading, code):
                for line in words.splitlines():
                    if not _stands_in(compact(line), pool):
                        self.score.invented += 1
                        self._differs(f"Section {code.upper()}: words that are not in the document: {line!r}")
        whole = sum(len(compact(line.text)) for line in paragraphs(self._document.blocks))
        away = sum(len(compact(place.words)) for place in self._reading.unplaced)
        self.score.unplaced += Rate(away, whole)
        for place in self._reading.unplaced:
            self._differs(f"unplaced: {place.words!r}")


def _stands_in(words: str, pool: str) -> bool:
    """Return whether words stand in a document, whole or in two pieces (a line that leads to a list, and its item)."""
    return words in pool or any(words[:at] in pool and words[at:] in pool for at in range(4, len(words) - 3))


def _like(one: str, other: str) -> bool:
    """Return whether two headings are the same, or one is the other with less of its title, or without its letter."""
    one, other = (re.sub(r"[^\w]", "", words) for words in (one, other))
    if not one or not other:
        return False
    lettered = one.endswith(other) and bool(re.fullmatch(r"[a-k]|h[12]", one[: -len(other)]))
    return one.startswith(other) or other.startswith(one) or lettered


def _own_words(code: str, item: Mapping[str, Any]) -> list[str]:
    if code == "i":
        return [str(item[name]) for name in ("name", "type") if item.get(name)]
    if code == "k":
        return [str(item[name]) for name in ("kind", "author", "words") if item.get(name)]
    return [str(item["words"])]


def _same(code: str, mine: Mapping[str, str], item: Mapping[str, Any]) -> bool:
    if code in ("i", "k"):
        held = compact(" ".join(mine.values()))
        return all(compact(words) in held for words in _own_words(code, item))
    return compact(mine.get("words", "")) == compact(item["words"])


def _keys(reading: PlanReading, code: str) -> tuple[str, ...]:
    fact = reading.facts[f"/plan/section_{code}"]
    return fact.value if fact.versions and isinstance(fact.value, tuple) else ()


def _item(reading: PlanReading, code: str, key: str) -> dict[str, str]:
    base = f"/plan/section_{code}/{key}/"
    found = {
        pointer.removeprefix(base).replace("wording", "words"): _said_by(fact)
        for pointer, fact in reading.facts.items()
        if pointer.startswith(base) and "/" not in pointer.removeprefix(base) and fact.versions
    }
    if " " in key or code in ("a", "i", "k"):
        found.pop("label", None)
    return found


def _texts(reading: PlanReading, code: str) -> Iterator[str]:
    """Yield what a reading says stands in a section, in the words it says them in."""
    for key in _keys(reading, code):
        item = _item(reading, code, key)
        yield from (item[name] for name in ("words", "name", "type", "author") if name in item)
        if "words" not in item and "kind" in item:
            yield item["kind"]


def _said_by(fact: Fact) -> str:
    value = fact.versions[0].value
    return _days(value) if isinstance(value, Days) else str(value)


def _said(value: object) -> str:
    days = read_day(str(value))
    return str(value) if days is None else _days(days)


def _days(days: Days) -> str:
    return str(days.first) if days.known_day else f"{days.first}..{days.last}"
