"""Goes through everything a piece of syntax or of the tree holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dsl import tree as t


def walk(part: object) -> Iterator[object]:
    """Yield every dataclass inside a piece of syntax or tree, itself first."""
    if isinstance(part, tuple):
        for each in part:
            yield from walk(each)
    elif is_dataclass(part) and not isinstance(part, t.Span):
        yield part
        for field in fields(part):
            yield from walk(getattr(part, field.name))


_NAMING = (
    ("judgement", "judgements"),
    ("reading", "readings"),
    ("exception", "exceptions"),
    ("checklist", "checklists"),
    ("table", "tables"),
    ("parameter", "parameters"),
)
"""The attributes by which a node names a block, and the blocks each names."""


def names_in(block: object) -> Iterator[tuple[str, str]]:
    """Yield the blocks that a block of the tree names in its conditions and values, by kind and name."""
    for node in walk(block):
        for attribute, kind in _NAMING:
            name = getattr(node, attribute, "")
            if isinstance(name, str) and name:
                yield kind, name
        if isinstance(node, t.DefinedCondition | t.DefinedValue):
            yield "definitions", node.name
