"""Splits a rule file into blocks, so that one bad block never hides the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

KEYWORDS = (
    "rule", "exception", "guard", "judgement", "reading", "definition", "checklist", "table", "parameter", "measure",
    "example",
)  # fmt: skip

_START = re.compile(rf"(?:{'|'.join(KEYWORDS)})(?![A-Za-z0-9_'’])")
_HEADING = re.compile(r"""[a-z]+[ \t]+(?:[A-Za-z][A-Za-z0-9_-]*)?[ \t]*(?:of\b[^"]*)?".*""")
_CLAUSES = frozenset(
    [
        "consider",
        "entry",
        "suggest",
        "open",
        "otherwise",
        "asks",
        "expect",
        "given",
        "source",
        "see",
        "and",
        "or",
        "not",
        "is",
        "means",
        "with",
        "for",
    ]
)


@dataclass(frozen=True)
class RawBlock:
    """The text of one block. ``line`` is the line it starts on, counted from 1.

    ``kind`` is its keyword, or empty if the block begins with a word that is not one.
    """

    kind: str
    text: str
    line: int


def tidy(text: str) -> str:
    """Return ``text`` with line ends made one kind and a byte order mark taken off."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def split(text: str) -> tuple[RawBlock, ...]:
    """Return the blocks of a file, in order. Comments stay in the text of the block above them."""
    lines = tidy(text).split("\n")
    starts: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if found := _START.match(line):
            starts.append((number, found.group()))
        elif line[:1].strip() and not line.startswith("#") and (not starts or _is_heading(line)):
            starts.append((number, ""))
    ends = [*(number for number, _ in starts[1:]), len(lines)][: len(starts)]
    return tuple(
        RawBlock(kind, "\n".join(lines[start:end]), start + 1) for (start, kind), end in zip(starts, ends, strict=True)
    )


def _is_heading(line: str) -> bool:
    """Whether a line looks like the head of a block with a misspelt keyword."""
    return bool(_HEADING.match(line)) and line.split(maxsplit=1)[0] not in _CLAUSES
