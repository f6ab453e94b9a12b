"""Which rules a block bears on: the rule itself, or those that name it, straight or through another block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dsl import tree


def rules_by_block(book: tree.Book) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return, for each (kind, name) of block, the ids of the rules whose findings it can change."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for rule in book.rules.values():
        for block in used_by(rule, book):
            found.setdefault(block, {})[rule.id] = None
    return {block: tuple(rules) for block, rules in found.items()}


def used_by(rule: tree.Rule, book: tree.Book) -> set[tuple[str, str]]:
    """Return the blocks that bear on a rule, by kind and name: itself, its exceptions, its guards, what they name."""
    used: set[tuple[str, str]] = {("rules", rule.id)}
    waiting: list[Any] = [rule]
    waiting += [guard for guard in book.guards.values() if rule.id in guard.rules]
    used |= {("guards", guard.id) for guard in waiting[1:]}
    while waiting:
        for block in named_in(waiting.pop(), book):
            if block not in used:
                used.add(block)
                waiting.append(getattr(book, block[0])[block[1]])
    return used


def named_in(block: Any, book: tree.Book) -> Iterator[tuple[str, str]]:  # noqa: ANN401  (a block of any kind)
    """Yield the blocks that ``block`` names: exceptions, definitions, judgements, readings, lists and tables."""
    for name in getattr(block, "unless", ()):
        yield "exceptions", name
    for each in getattr(block, "to", ()):
        if getattr(each, "reading", ""):
            yield "readings", each.reading
    for node in nodes(block):
        for kind, name in _names_of(node):
            if name in getattr(book, kind):
                yield kind, name


def _names_of(node: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(node, tree.ExceptionApplies):
        yield "exceptions", node.exception
    elif isinstance(node, tree.DefinedCondition | tree.DefinedValue):
        yield "definitions", node.name
    elif isinstance(node, tree.Judged):
        yield "judgements", node.judgement
    elif isinstance(node, tree.OnReading):
        yield "readings", node.reading
    elif isinstance(node, tree.TableValue):
        yield "tables", node.table
    elif isinstance(node, tree.ParameterValue):
        yield "parameters", node.parameter
    elif isinstance(node, tree.OneOf | tree.Loop) and node.checklist:
        yield "checklists", node.checklist


def nodes(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield a node and every node it holds."""
    yield node
    for each in fields(node):
        inner = getattr(node, each.name)
        for part in inner if isinstance(inner, tuple) else (inner,):
            if is_dataclass(part) and not isinstance(part, tree.Span):
                yield from nodes(part)
