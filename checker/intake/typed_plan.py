"""A plan typed as YAML (``plan.yaml``): the same sections, items and facts as a Word plan, with lines for places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from checker.facts import Place
from checker.intake.blocks import Paragraph
from checker.intake.columns import role_of
from checker.intake.headings import sections_named
from checker.intake.limits import Problem, Refused, shown
from checker.intake.pieces import Entry, HeadingFound, Labelled, Line, Piece, SectionsFound, part_name, section_told
from checker.intake.yaml_nodes import Node

_PLAN_KEYS = ("title", "status", "details", "sections")
_SECTION_KEYS = ("heading", "words", "parts", "items", "settings", "advice")
_PART_KEYS = ("heading", "words", "items")
_ITEM_KEYS = ("label", "area", "words", "for", "outcomes", "cells", "group", "heading")
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


@dataclass
class _Reader:
    name: str
    problems: list[Problem] = field(default_factory=list)
    _headings: list[HeadingFound] = field(default_factory=list)
    _pieces: dict[str, list[Piece]] = field(default_factory=dict)
    _joint: dict[tuple[str, ...], list[Paragraph]] = field(default_factory=dict)
    _front: list[Paragraph] = field(default_factory=list)
    _details: list[Labelled] = field(default_factory=list)
    _unplaced: list[Place] = field(default_factory=list)
    _beside: set[str] = field(default_factory=set)
    _last: tuple[str, ...] = ()

    def found(self) -> SectionsFound:
        """Return the sections of the plan."""
        return SectionsFound(
            headings=tuple(self._headings),
            pieces={code: tuple(pieces) for code, pieces in self._pieces.items()},
            joint={codes: tuple(lines) for codes, lines in self._joint.items()},
            front=tuple(self._front),
            details=tuple(self._details),
            unplaced=tuple(self._unplaced),
            beside=frozenset(self._beside),
            headings_placed=not self._unplaced,
        )

    def plan(self, node: Node) -> None:
        """Read the plan as a whole."""
        entries = self._entries(node, _PLAN_KEYS, "a plan")
        if "title" in entries:
            self._front.append(self._paragraph(entries["title"]))
        if "status" in entries:
            self._details.append(self._cell("Status", entries["status"]))
        for detail in self._list(entries, "details"):
            given = self._entries(detail, ("label", "words"), "a detail")
            if "label" in given:
                self._details.append(self._cell(given["label"].words, given.get("words", detail)))
        for section in self._list(entries, "sections"):
            self._section(section)

    def _section(self, node: Node) -> None:
        entries = self._entries(node, _SECTION_KEYS, "a section")
        heading = entries.get("heading")
        if heading is None or not heading.words:
            self.problems.append(Problem("a section needs a `heading`: the words it has in the plan", node.line))
            return
        named = sections_named(heading.words, strong=True)
        pieces = self._content(entries)
        if named is None:
            self._unplaced.append(self._place(heading))
            self._unplaced.extend(line.place for piece in pieces for line in _lines(piece))
            self._beside.update(self._last)
            return
        place = replace(self._place(heading), part=part_name(named.codes))
        self._headings.append(HeadingFound(heading.words, named.codes, place))
        for code in named.codes:
            self._pieces.setdefault(code, [])
        if len(named.codes) == 1:
            self._pieces[named.codes[0]].extend(pieces)
        else:
            self._share(named.codes, pieces)
        self._last = named.codes

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

    def _content(self, entries: dict[str, Node]) -> list[Piece]:
        named = sections_named(entries["heading"].words, strong=True)
        code = named.codes[0] if named else ""
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
        for key, roles in (("settings", _SETTING), ("advice", _ADVICE)):
            for row in self._list(entries, key):
                given = self._entries(row, tuple(roles), f"an entry of `{key}`")
                cells = tuple(Labelled(roles[k], k, n.words, self._place(n)) for k, n in given.items())
                pieces.append(Entry((), self._place(row), cells))
        return pieces

    def _item(self, node: Node, code: str) -> Entry:
        given = self._entries(node, _ITEM_KEYS, "an item")
        words = given.get("words")
        cells = []
        if "cells" in given and given["cells"].value is not None:
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
        group = given["group"].words if "group" in given else ""
        return Entry(
            words=() if words is None or not words.words else (self._paragraph(words),),
            place=self._place(words or node),
            cells=tuple(cells),
            label=label,
            area=given["area"].words if "area" in given else "",
            title=given["heading"].words if "heading" in given else "",
            groups=(group,) if group else (),
            links=links,
        )

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
