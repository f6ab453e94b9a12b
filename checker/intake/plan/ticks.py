"""Choices that boxes offer, and which of them is ticked."""

from __future__ import annotations

import re

_TICKED = "☒☑✓✔🗹✗✘"
_OPEN = "☐□❏❑◻"
BOXES = frozenset(_TICKED + _OPEN)
"""The marks of boxes, ticked or not."""
_BOX = re.compile(f"[{_TICKED}{_OPEN}]")


def none_ticked(text: str) -> bool:
    """Return whether words offer boxes to tick, and not one is ticked."""
    marks = _BOX.findall(text)
    return bool(marks) and not any(mark in _TICKED for mark in marks)


def ticked(text: str) -> str:
    """Return the words of the one box that is ticked, or ``text`` if it offers no choice or not one is ticked alone.

    "☐ School  ☒ College" gives "College". The mark stands before its words if words follow the last one.
    """
    marks = list(_BOX.finditer(text))
    if not marks:
        return text
    lead, tail = text[: marks[0].start()].strip(), text[marks[-1].end() :].strip()
    before = not lead or (bool(tail) and lead.endswith((":", "?")))
    if lead and tail and not before:
        return text  # a mark may stand before its words or after them
    edges = [mark.end() for mark in marks] if before else [0, *(mark.end() for mark in marks)]
    stops = [*(mark.start() for mark in marks[1:]), len(text)] if before else [mark.start() for mark in marks]
    pairs = zip(
        marks, (text[start:stop].strip(" ,;|\t\n") for start, stop in zip(edges, stops, strict=False)), strict=False
    )
    chosen = [words for mark, words in pairs if mark[0] in _TICKED]
    return chosen[0] if len(chosen) == 1 and chosen[0] else text
