"""What the rules of a book name, so that cases can be made up of what they look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from checker.rulebook.library import Library
from dsl import tree

ALWAYS = frozenset(
    ("name", "type", "start", "end", "date", "wording", "said_to_have_no_provision", "ground", "rule", "by")
)
"""Fields that conditions read without naming them."""


def nodes(node: Any) -> Iterator[Any]:
    """Yield a node of the typed tree and every node within it."""
    yield node
    if isinstance(node, tree.Span) or not is_dataclass(node):
        return
    for each in fields(node):
        inner = getattr(node, each.name)
        for part in inner if isinstance(inner, tuple) else (inner,):
            if is_dataclass(part):
                yield from nodes(part)


@dataclass(frozen=True)
class Sought:
    """What the rules of a book name: fields, lengths of time, numbers, words of codes, and roots by kind of subject."""

    names: frozenset[str]
    lengths: tuple[tree.Length, ...]
    numbers: tuple[int, ...]
    codes: frozenset[str]
    roots: Mapping[str, frozenset[str]]


def sought_by(library: Library) -> Sought:
    """Return what a rule book names."""
    book = library.book
    blocks = [*book.rules.values(), *book.exceptions.values(), *book.guards.values(), *book.definitions.values()]
    blocks += [*book.checklists.values(), *book.tables.values(), *book.parameters.values()]
    names: set[str] = set(ALWAYS)
    lengths: dict[tree.Length, None] = {}
    numbers: set[int] = set()
    codes: set[str] = set()
    for block in blocks:
        for node in nodes(block):
            if isinstance(node, tree.Ref):
                names |= {*node.steps, node.to}
            elif isinstance(node, tree.Length):
                lengths[node] = None
            elif isinstance(node, tree.OneOf):
                codes |= set(node.codes)
            elif isinstance(node, tree.Literal) and isinstance(node.value, str):
                codes.add(node.value)
            elif isinstance(node, tree.Literal) and isinstance(node.value, int | Fraction):
                numbers.add(int(node.value))
    for thing in library.names.things.values():
        names |= set(thing.span or ())
    for checklist in book.checklists.values():
        names |= {entry.name for entry in checklist.entries}
    for parameter in book.parameters.values():
        numbers |= {
            int(each.value.value)
            for each in parameter.values
            if isinstance(each.value, tree.Literal) and not isinstance(each.value.value, str | date)
        }
    return Sought(frozenset(names), tuple(lengths), tuple(sorted(numbers)), frozenset(codes), _roots(library))


def _roots(library: Library) -> Mapping[str, frozenset[str]]:
    """Return the roots that rules of each kind of subject name; what exceptions and definitions name goes with all."""
    book = library.book
    by_kind: dict[str, set[str]] = {kind.name: set() for kind in book.vocabulary.kinds}
    for rule in book.rules.values():
        by_kind[rule.kind] |= _named(rule)
    shared = [*book.exceptions.values(), *book.guards.values(), *book.definitions.values()]
    for names in by_kind.values():
        names |= {name for block in shared for name in _named(block)}
    return MappingProxyType({kind: frozenset(names - {"plan"}) for kind, names in by_kind.items()})


def _named(block: object) -> set[str]:
    return {node.steps[0] for node in nodes(block) if isinstance(node, tree.Ref) and not node.base}
