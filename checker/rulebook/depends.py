"""Which rules a block bears on: the rule itself, or those that name it, straight or through another block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dsl import tree
from dsl.walk import names_in


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
    for kind, name in (*(("exceptions", name) for name in getattr(block, "unless", ())), *names_in(block)):
        if name in getattr(book, kind):
            yield kind, name
