"""The text of each block of rule files, formatted, by keyword and name: what a lawyer reads when one changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dsl.blocks import split
from dsl.format import format_text

_HEAD = re.compile(r'(?P<keyword>[a-z]+)\s+(?:"(?P<title>[^"]*)"\s+for\s+)?(?P<name>[A-Za-z0-9_-]+)')


def texts_of(files: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return the formatted text of every block in ``files``; an example goes by its rule and title."""
    found: dict[tuple[str, str], str] = {}
    for name, text in files.items():
        for raw in split(format_text(name, text)):
            head = _HEAD.match(raw.text)
            if head:
                called = f"{head['name']}: {head['title']}" if head["title"] is not None else head["name"]
                found[head["keyword"], called] = _without_comments(raw.text)
    return found


def _without_comments(text: str) -> str:
    lines = [line.rstrip() for line in text.split("\n") if not line.lstrip().startswith("#")]
    return "\n".join(lines).strip()
