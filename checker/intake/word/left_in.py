"""What was left in a document that was read, by kind, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from checker.facts import Fact, Place, State
from checker.intake.blocks import Document, paragraphs
from checker.left_in_file import Left, Trace

_PLACEHOLDER = re.compile(
    r"\[ ?(?:please )?(?:insert|enter|add|name|child|pupil|young person|first name|surname|date|type|delete|complete"
    r"|tbc|to be (?:confirmed|completed|added)|x{2,9})[^\]\n]{0,60}\]"
    r"|<(?:insert|enter|add|name)\b[^>\n]{0,60}>|\{\{[^}\n]{1,60}\}\}|«[^»\n]{1,60}»"
    r"|\b(?:click|tap)(?: or tap)? here\b(?: to (?:enter|add|insert)\b(?: \w+)?)?|\bx{3,}\b",
    re.IGNORECASE,
)
_LONGEST = 20_000


def left_in(document: Document) -> tuple[Left, ...]:
    """Return what was left in a document: what its reader noticed, and the placeholders among its words."""
    lines = [*document.headers, *paragraphs(document.blocks), *document.footnotes]
    return (*document.left, *_placeholders(line.place for line in lines))


def left_in_words(facts: Mapping[str, Fact]) -> tuple[Left, ...]:
    """Return the placeholders among the words of a typed plan."""
    worded = [
        fact.where
        for pointer, fact in facts.items()
        if pointer.endswith("/wording") and fact.state is State.KNOWN and fact.where is not None
    ]
    return tuple(_placeholders(worded))


def _placeholders(places: Iterable[Place]) -> Iterator[Left]:
    for place in places:
        for found in _PLACEHOLDER.finditer(place.words[:_LONGEST]):
            yield Left(Trace.PLACEHOLDER, replace(place, words=found[0]))
