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
