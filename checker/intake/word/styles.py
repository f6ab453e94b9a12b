"""Styles and numbering of a Word file: what a paragraph looks like, and the number printed before it.

Only what tells a heading from running text is resolved (outline level, bold, size,
hidden), and the labels of automatic lists, which stand on paper but in no run of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.intake.blocks import BULLET

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ([1-9])")
_MARK = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How text looks: None is not said here. ``size`` is in points; ``heading`` is an outline level."""

    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    size: float | None = None
    heading: int | None = None
    numbering: tuple[str, int] | None = None
    """The number of its list and its depth; a list "0" is none."""

    def over(self, other: Look) -> Look:
        """Return this look where it says something, and ``other`` where it does not."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.size if self.size is None else self.size,
            other.heading if self.heading is None else self.heading,
            other.numbering if self.numbering is None else self.numbering,
        )


PLAIN = Look()


def is_on(parent: _Element, name: str) -> bool | None:
    """Return whether the switch ``name`` (``w:b``) is on in ``parent``, or None if it is not there."""
    found = parent.find(W + name)
    return None if found is None else found.get(VAL, "1") not in _OFF


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """Return a small whole number written in an attribute, or ``otherwise``."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else otherwise  # noqa: PLR2004


def run_look(properties: _Element | None) -> Look:
    """Return the look that run properties (``w:rPr``) give."""
    if properties is None or not len(properties):
        return PLAIN
    size = properties.find(W + "sz")
    struck, twice = is_on(properties, "strike"), is_on(properties, "dstrike")
    return Look(
        bold=is_on(properties, "b"),
        hidden=is_on(properties, "vanish"),
        struck=twice if struck is None else struck or bool(twice),
        size=None if size is None else whole_number(size.get(VAL)) / 2 or None,
    )


def paragraph_look(properties: _Element | None) -> Look:
    """Return what paragraph properties (``w:pPr``) themselves give: outline level and numbering."""
    if properties is None:
        return PLAIN
    outline = properties.find(W + "outlineLvl")
    heading = None
    if outline is not None:
        level = whole_number(outline.get(VAL), _LEVELS)
        heading = level + 1 if level < _LEVELS else 0
    numbering = None
    listed = properties.find(W + "numPr")
    if listed is not None:
        number, depth = listed.find(W + "numId"), listed.find(W + "ilvl")
        deep = -1 if depth is None else whole_number(depth.get(VAL))
        numbering = ("" if number is None else number.get(VAL, "0"), deep)
    return Look(heading=heading, numbering=numbering)


@dataclass(frozen=True)
class Style:
    """A style: its name in small letters, and its look with what it is based on."""

    name: str
    look: Look


class Styles:
    """The styles of a file."""

    def __init__(self, root: _Element | None) -> None:
        """Read ``word/styles.xml``; None if the file has none."""
        self._raw: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.usual = PLAIN
        self.usual_paragraph = ""
        if root is None:
            return
        self.usual = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iterfind(W + "style"):
            identity = style.get(W + "styleId", "")
            self._raw[identity] = style
            if style.get(W + "default") in ("1", "true", "on") and style.get(W + "type") == "paragraph":
                self.usual_paragraph = identity

    def get(self, identity: str, depth: int = 0) -> Style:
        """Return the style called ``identity`` in the file; a plain one if there is none."""
        if identity in self._known:
            return self._known[identity]
        raw = self._raw.get(identity)
        if raw is None or depth > 20:  # noqa: PLR2004  (styles based on each other in a ring)
            return Style(identity.lower(), PLAIN)
        named, based = raw.find(W + "name"), raw.find(W + "basedOn")
        name = (identity if named is None else named.get(VAL, "")).lower()
        own = paragraph_look(raw.find(W + "pPr")).over(run_look(raw.find(W + "rPr")))
        match = _HEADING.match(name)
        if match:
            own = replace(own, heading=int(match[1]))
        elif name == "title":
            own = replace(own, heading=1)
        parent = PLAIN if based is None else self.get(based.get(VAL, ""), depth + 1).look
        self._known[identity] = Style(name, own.over(parent))
        return self._known[identity]


@dataclass
class _List:
    """The levels of one abstract list, and where each level's count stands."""

    levels: dict[int, _Element]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file, counted along as paragraphs are read in order."""

    def __init__(self, root: _Element | None) -> None:
        """Read ``word/numbering.xml``; None if the file has none."""
        self._lists: dict[str, _List] = {}
        self._list_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Element]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is None:
            return
        linked = {}
        for abstract in root.iterfind(W + "abstractNum"):
            identity = abstract.get(W + "abstractNumId", "")
            self._lists[identity] = _List(_levels(abstract))
            link, owner = abstract.find(W + "numStyleLink"), abstract.find(W + "styleLink")
            if owner is not None:
                linked[owner.get(VAL)] = identity
            if link is not None:
                self._lists[identity] = _List({}, {-1: 0})
                self._list_of[f"link {identity}"] = link.get(VAL, "")
        for number in root.iterfind(W + "num"):
            abstract_number = number.find(W + "abstractNumId")
            if abstract_number is None:
                continue
            target = abstract_number.get(VAL, "")
            style = self._list_of.get(f"link {target}")
            self._list_of[number.get(W + "numId", "")] = linked.get(style, target) if style else target
            self._overrides[number.get(W + "numId", "")] = {
                whole_number(o.get(W + "ilvl")): o for o in number.iterfind(W + "lvlOverride")
            }

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of the list ``number`` at ``depth`` and return its label as printed."""
        listed = self._lists.get(self._list_of.get(number, ""))
        if listed is None:
            return ""
        level = self._level(number, depth, listed)
        if level is None:
            return ""
        self._count(number, depth, listed)
        form, text = level.find(W + "numFmt"), level.find(W + "lvlText")
        kind = "decimal" if form is None else form.get(VAL, "decimal")
        if kind == "bullet":
            return BULLET
        written = "" if text is None else text.get(VAL, "")

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            inner = self._level(number, at, listed)
            inner_form = None if inner is None else inner.find(W + "numFmt")
            legal = level.find(W + "isLgl") is not None
            shape = "decimal" if legal or inner_form is None else inner_form.get(VAL, "decimal")
            return _written(listed.counts.get(at, self._start(number, at, listed)), shape)

        return _MARK.sub(printed, written).strip() if kind != "none" else ""

    def _level(self, number: str, depth: int, listed: _List) -> _Element | None:
        override = self._overrides.get(number, {}).get(depth)
        own = None if override is None else override.find(W + "lvl")
        return listed.levels.get(depth) if own is None else own

    def _start(self, number: str, depth: int, listed: _List) -> int:
        level = self._level(number, depth, listed)
        start = None if level is None else level.find(W + "start")
        return 1 if start is None else whole_number(start.get(VAL), 1)

    def _count(self, number: str, depth: int, listed: _List) -> None:
        override = self._overrides.get(number, {}).get(depth)
        restart = None if override is None else override.find(W + "startOverride")
        if restart is not None and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            listed.counts[depth] = whole_number(restart.get(VAL), 1)
        elif depth in listed.counts:
            listed.counts[depth] += 1
        else:
            listed.counts[depth] = self._start(number, depth, listed)
        for deeper in [d for d in listed.counts if d > depth]:
            inner = listed.levels.get(deeper)
            after = None if inner is None else inner.find(W + "lvlRestart")
            if after is None or depth < whole_number(after.get(VAL), _LEVELS):
                del listed.counts[deeper]


def _levels(abstract: _Element) -> dict[int, _Element]:
    return {whole_number(level.get(W + "ilvl")): level for level in abstract.iterfind(W + "lvl")}


def _written(number: int, shape: str) -> str:
    if shape in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letters.upper() if shape == "upperLetter" else letters
    if shape in ("lowerRoman", "upperRoman"):
        roman = ""
        left = number if number < 4000 else 0  # noqa: PLR2004  (Roman numerals end there)
        for value, sign in _ROMAN:
            while left >= value:
                roman, left = roman + sign, left - value
        return roman.upper() if shape == "upperRoman" else roman
    if shape == "decimalZero":
        return f"{number:02}"
    return "" if shape in ("none", "bullet") else str(number)
