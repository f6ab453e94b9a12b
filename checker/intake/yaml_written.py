"""YAML written: words as they are where that is safe, else in quotation marks; a place stands beside them as a comment.

Pure functions. Whatever the words, :func:`checker.intake.yaml_nodes.read_yaml` reads the same back.
"""

from __future__ import annotations

import re

from checker.facts import Place
from checker.intake.yaml_nodes import neutralised

_SAFE = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .()/’'–-]*[A-Za-z0-9.)])?")
_KEPT = frozenset(("null", "yes", "no", "true", "false", "on", "off"))
_WIDEST = 100
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(words: str) -> str:
    """Return words as one YAML scalar on one line."""
    if len(words) <= _WIDEST and _SAFE.fullmatch(words) and words.lower() not in _KEPT:
        return words
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _escaped(c)) for c in words) + '"'


def _escaped(character: str) -> str:
    return f"\\U{ord(character):08x}"


def beside(place: Place | None) -> str:
    """Return the comment that gives a place: ``  # plan.docx, Section F, table 4, row 2``; empty without one."""
    if place is None:
        return ""
    counts = (
        (place.page, "page"),
        (place.table, "table"),
        (place.row, "row"),
        (place.column, "column"),
        (place.paragraph, "paragraph"),
        (place.line, "line"),
    )
    parts = [place.file, place.part, *(f"{what} {count}" for count, what in counts if count)]
    return "  # " + comment(", ".join(part for part in parts if part))


def comment(words: str) -> str:
    """Return words as a comment may hold them: on one line, and nothing a reader of YAML refuses."""
    return "".join(c if c.isprintable() else " " for c in neutralised(" ".join(words.split())))
