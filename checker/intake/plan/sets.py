"""Labelled lines under the heading of several sections: "Need: …", "Outcome: …", "Provision: …", set by set.

The label tells the section; the lines of one set belong together, as the cells of a
grid's row do. A set ends where a label comes again after another, or a sub-heading stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.intake.blocks import Paragraph, Table
from checker.intake.plan.columns import DIMENSIONS, GRID, grid_section, role_of
from checker.intake.plan.headings import sections_named

_LABEL = re.compile(r"^\W*([^:\n]{1,60}?)\s*(?::|\s[–—-]\s)\s*(.*)$", re.DOTALL)
_NUMBERED = re.compile(r"\s*\(?[A-H]?[12]?[.\s]?\d{1,2}(?:\.\d+)*\)?$")
_UNDER = re.compile(r"\bsection (h\s?[12]|[b-h])\b", re.IGNORECASE)
"""The letter in "Provision under Section H1: …"."""
_NEEDS = ("b", "c", "d")
_PROVISION = ("f", "g", "h1", "h2")


class Sets:
    """Tells the section and the set of each labelled line, in order."""

    def __init__(self) -> None:
        """Begin before the first set."""
        self._count = 0
        self._seen: list[str] = []

    def end(self) -> None:
        """End the set: what comes next belongs to another."""
        self._seen = []

    def told(self, line: Paragraph, codes: Sequence[str]) -> tuple[str, str]:
        """Return the one of the sections ``codes`` that a line's label names, and its set; both empty if none."""
        code, heads = label_section(line, codes)
        if not code:
            return "", ""
        if heads:
            if not self._seen or (code in self._seen and self._seen[-1] != code):
                self._count += 1
                self._seen = []
            self._seen.append(code)
        return code, f"set {self._count}"


def labelled_pairs(table: Table, codes: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return the lines that a table of labels and words makes ("Outcome E1 | …"), none if most labels tell nothing."""
    lines: list[Paragraph] = []
    told = 0
    for row in table.rows:
        if len(row.cells) % 2:
            return ()
        for label, words in zip(row.cells[::2], row.cells[1::2], strict=True):
            title, text = (" ".join(cell.text.split()) for cell in (label, words))
            if not title:
                return ()
            line = Paragraph(f"{title}: {text}", replace(words.place, words=f"{title}: {text}"))
            told += bool(label_section(line, codes)[0] or role_of(_plain_label(title)))
            lines.append(line)
    owned = [label_section(line, codes) for line in lines]
    return tuple(lines) if told * 2 > len(lines) and any(own for _, own in owned) else ()


def _plain_label(label: str) -> str:
    return _NUMBERED.sub("", label) or label


def label_section(line: Paragraph, codes: Sequence[str]) -> tuple[str, bool]:
    """Return which of the sections ``codes`` a line's label names, and whether its words are an item's own."""
    match = _LABEL.match(line.text)
    if match is None:
        return "", False
    lettered = _UNDER.search(match[1])
    if lettered and (code := re.sub(r"\W", "", lettered[1].lower())) in codes:
        return code, True
    label = _plain_label(match[1])
    role = role_of(label)
    if role in GRID:
        code = grid_section(label, role)
        if not code or code not in codes:
            alike = {"provision": _PROVISION, "need": _NEEDS}.get(role, ())
            code = next((each for each in codes if each in alike), "")
        return (code, True) if code in codes else ("", False)
    named = sections_named(label, strong=True)
    if named and len(named.codes) == 1 and named.codes[0] in codes:
        return named.codes[0], True
    if role == "by_when" and "e" in codes:
        return "e", False
    mine = [each for each in codes if each in _PROVISION]
    return (mine[0], False) if role in DIMENSIONS and mine else ("", False)
