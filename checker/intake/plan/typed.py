"""A plan typed as YAML (``plan.yaml``): the same sections, items and facts as a Word plan, with lines for places."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.facts import Place
from checker.intake.blocks import Paragraph
from checker.intake.limits import Problem, Refused, shown
from checker.intake.plan.columns import role_of
from checker.intake.plan.headings import CODES, sections_named
from checker.intake.plan.pieces import (
    Entry,
    Gathered,
    HeadingFound,
    Labelled,
    Line,
    Piece,
    SectionsFound,
    part_name,
    section_told,
)
from checker.intake.yaml_nodes import Node

_PLAN_KEYS = ("title", "status", "front", "headers", "details", "sections", "unplaced")
_SECTION_KEYS = ("heading", "letters", "words", "parts", "items", "settings", "advice", "content", "together")
_PART_KEYS = ("heading", "words", "items")
_ITEM_KEYS = ("label", "area", "words", "for", "outcomes", "cells", "group", "heading")
_LINE_KEYS = ("line", "subheading", "number", "level", "outline", "group")
_SETTING = {"name": "name", "type": "type", "from": "start", "until": "end"}
_ADVICE = {"kind": "kind", "author": "author", "role": "role", "dated": "dated", "words": "other"}


def typed_sections(root: Node, name: str) -> SectionsFound:
    """Return what stands in each section of a typed plan. ``root`` is the whole file, ``name`` its name, for places.

    Raises :class:`checker.intake.limits.Refused` with every problem at its line.
    """
    reader = _Reader(name)
    reader.plan(root.map.get("plan", root))
    if reader.problems:
        raise Refused(name, reader.problems)
    return reader.found()


def typed_headers(root: Node, name: str) -> tuple[Paragraph, ...]:
    """Return the lines of page headers that a typed plan gives, apart from its sections."""
    headers = root.map.get("plan", root).map.get("headers")
    each = () if headers is None else headers.list
    return tuple(Paragraph(n.words, Place(name, part="outside the body", line=n.line, words=n.words)) for n in each)


class _Reader(Gathered):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.problems: list[Problem] = []
        self._last: tuple[str, ...] = ()

    def plan(self, node: Node) -> None:
        """Read the plan as a whole."""
        entries = self._entries(node, _PLAN_KEYS, "a plan")
        if "title" in entries:
            self._front.append(self._paragraph(entries["title"]))
        if "status" in entries:
            self._details.append(self._cell("Status", entries["status"]))
        self._front += [self._paragraph(line) for line in self._list(entries, "front")]
        self._list(entries, "headers")
        for detail in self._list(entries, "details"):
            given = self._entries(detail, ("label", "words"), "a detail")
            if "label" in given:
                self._details.append(self._cell(given["label"].words, given.get("words", detail)))
        for section in self._list(entries, "sections"):
            self._section(section)
        for each in self._list(entries, "unplaced"):
            self._left(each)

    def _left(self, node: Node) -> None:
        """Take words that a reader put in no section: sections beside them are not complete."""
        given = self._entries(node, ("words", "beside", "heading"), "an entry of `unplaced`")
        if "words" in given:
            self._unplaced.append(self._place(given["words"]))
        self._beside.update(self._letters(given.get("beside")))
        if "heading" in given and given["heading"].words.lower() in ("yes", "true"):
            self._headings_placed = False

    def _letters(self, node: Node | None) -> tuple[str, ...]:
        found = []
        given = () if node is None or node.value in (None, ()) else node.list or (node,)
        for each in given:
            if each.words.lower() in CODES:
                found.append(each.words.lower())
            else:
                letters = ", ".join(code.upper() for code in CODES)
                self.problems.append(
                    Problem(f"`{shown(each.words, 40)}` is not the letter of a section: there are {letters}", each.line)
                )
        return tuple(found)

    def _section(self, node: Node) -> None:
        entries = self._entries(node, _SECTION_KEYS, "a section")
        heading = entries.get("heading")
        codes = self._letters(entries.get("letters"))
        if (heading is None or not heading.words) and not codes:
            self.problems.append(Problem("a section needs a `heading`: the words it has in the plan", node.line))
            return
        named = sections_named(heading.words, strong=True) if heading is not None else None
        codes = codes or (named.codes if named else ())
        pieces = self._content(entries, codes[0] if codes else "")
        if heading is not None and not codes:
            self._unplaced.append(self._place(heading))
            self._unplaced.extend(line.place for piece in pieces for line in _lines(piece))
            self._beside.update(self._last)
            self._headings_placed = False
            return
        if heading is not None:
            place = replace(self._place(heading), part=part_name(codes))
            self._headings.append(HeadingFound(heading.words, codes, place))
        for code in codes:
            self._pieces.setdefault(code, [])
        lines = [self._line(each).paragraph for each in self._list(entries, "together")]
        if lines:
            self._joint.setdefault(codes, []).extend(lines)
        if len(codes) == 1:
            self._pieces[codes[0]].extend(pieces)
        else:
            self._share(codes, pieces)
        self._last = codes

    def _share(self, codes: tuple[str, ...], pieces: list[Piece]) -> None:
        """Place what stands under a heading of several sections by the letters of its items."""
        waiting: list[Piece] = []
        for piece in pieces:
            told = section_told(piece, codes)
            if isinstance(piece, Line) and piece.subheading:
                waiting.append(piece)
            elif told:
                self._pieces[told].extend((*waiting, piece))
                waiting = []
            else:
                self._joint.setdefault(codes, []).extend(_lines(piece))

    def _content(self, entries: dict[str, Node], code: str) -> list[Piece]:
        pieces: list[Piece] = []
        if "words" in entries:
            pieces += [Line(line) for line in self._running(entries["words"])]
        for part in self._list(entries, "parts"):
            given = self._entries(part, _PART_KEYS, "a part")
            if "heading" in given:
                pieces.append(Line(self._paragraph(given["heading"], heading=2), subheading=True))
            if "words" in given:
                pieces += [Line(line) for line in self._running(given["words"])]
            pieces += [self._item(item, code) for item in self._list(given, "items")]
        pieces += [self._item(item, code) for item in self._list(entries, "items")]
        for each in self._list(entries, "content"):
            line = "line" in each.map or "subheading" in each.map
            pieces.append(self._line(each) if line else self._item(each, code))
        for key, roles in (("settings", _SETTING), ("advice", _ADVICE)):
            for row in self._list(entries, key):
                given = self._entries(row, tuple(roles), f"an entry of `{key}`")
                cells = tuple(Labelled(roles[k], k, n.words, self._place(n)) for k, n in given.items())
                pieces.append(Entry((), self._place(row), cells))
        return pieces

    def _line(self, node: Node) -> Line:
        """Read a line as it stands in a document: its words, its printed number or bullet, and its depth."""
        given = self._entries(node, _LINE_KEYS, "a line")
        subheading = "subheading" in given
        words = given["subheading"] if subheading else given.get("line", node)
        outline, level = self._number(given, "outline"), self._number(given, "level")
        number = given["number"].words if "number" in given else ""
        paragraph = replace(self._paragraph(words, heading=outline), label=number, level=level)
        return Line(paragraph, subheading=subheading, groups=self._groups(given.get("group")))

    def _number(self, given: dict[str, Node], key: str) -> int:
        node = given.get(key)
        if node is None:
            return 0
        if not re.fullmatch(r"[0-9]{1,2}", node.words):
            self.problems.append(Problem(f"`{key}` takes a number", node.line))
            return 0
        return int(node.words)

    def _groups(self, node: Node | None) -> tuple[str, ...]:
        return () if node is None else tuple(each.words for each in node.list or (node,) if each.words)

    def _words(self, node: Node | None) -> tuple[Paragraph, ...]:
        """Return the paragraphs of an item: its words, or a list of lines."""
        if node is None or not (node.words or node.list):
            return ()
        if not node.list:
            return (self._paragraph(node),)
        return tuple(self._line(each).paragraph if each.map else self._paragraph(each) for each in node.list)

    def _item(self, node: Node, code: str) -> Entry:
        given = self._entries(node, _ITEM_KEYS, "an item")
        words = given.get("words")
        cells = []
        if "cells" in given and given["cells"].list:
            cells = [self._labelled(each, code) for each in given["cells"].list]
        elif "cells" in given and given["cells"].value is not None:
            if not given["cells"].map:
                what = "`cells` is written as names and values (`How often: weekly`)"
                self.problems.append(Problem(what, given["cells"].line))
            for title, value in given["cells"].map.items():
                cells.append(Labelled(role_of(title, code) or "other", title, value.words, self._place(value)))
        links = tuple(
            each.words
            for key in ("for", "outcomes")
            if key in given
            for each in (given[key].list or (given[key],))
            if each.words
        )
        label = given["label"].words if "label" in given else ""
        return Entry(
            words=self._words(words),
            place=self._place(words or node),
            cells=tuple(cells),
            label=label,
            area=given["area"].words if "area" in given else "",
            title=given["heading"].words if "heading" in given else "",
            groups=self._groups(given.get("group")),
            links=links,
        )

    def _labelled(self, node: Node, code: str) -> Labelled:
        """Read a labelled cell whose title does not tell what it is: ``is`` does."""
        given = self._entries(node, ("title", "is", "words"), "a cell")
        title = given["title"].words if "title" in given else ""
        role = given["is"].words if "is" in given else role_of(title, code) or "other"
        words = given.get("words", node)
        return Labelled(role, title, words.words, self._place(words))

    def _running(self, node: Node) -> list[Paragraph]:
        return [
            Paragraph(text.strip(), Place(self.name, line=node.line, words=text.strip()))
            for text in node.words.split("\n")
            if text.strip()
        ]

    def _paragraph(self, node: Node, heading: int = 0) -> Paragraph:
        return Paragraph(node.words, self._place(node), heading=heading)

    def _cell(self, title: str, node: Node) -> Labelled:
        return Labelled("", title, node.words, self._place(node))

    def _place(self, node: Node) -> Place:
        return Place(self.name, line=node.line, words=node.words)

    def _list(self, entries: dict[str, Node], key: str) -> tuple[Node, ...]:
        node = entries.get(key)
        if node is None or node.value is None:
            return ()
        if not isinstance(node.value, tuple):
            self.problems.append(Problem(f"`{key}` is a list: begin each entry with `- `", node.line))
            return ()
        return node.list

    def _entries(self, node: Node, allowed: tuple[str, ...], what: str) -> dict[str, Node]:
        if not isinstance(node.value, dict):
            self.problems.append(Problem(f"{what} is written as names and values (`name: value`)", node.line))
            return {}
        for key, value in node.map.items():
            if key not in allowed:
                known = ", ".join(f"`{each}`" for each in allowed)
                self.problems.append(
                    Problem(f"`{shown(key, 40)}` is not part of {what}: there are {known}", value.line)
                )
        return {key: value for key, value in node.map.items() if key in allowed}


def _lines(piece: Piece) -> tuple[Paragraph, ...]:
    return (piece.paragraph,) if isinstance(piece, Line) else piece.words
