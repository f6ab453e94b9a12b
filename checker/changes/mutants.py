"""Mutants of a rule book: each rule changed one place at a time by the fixed operators.

A mutant is a whole rule book with one change in one block. What the change is, where it
stands and which operator made it go with it, so that a reader can find it in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from checker.changes.operators import DAY, Change, changes_to
from checker.rulebook.names import Names
from checker.varied import varied
from dsl import tree
from dsl.vocabulary import ListOf, Vocabulary

_KINDS = ("rules", "exceptions", "guards", "definitions", "checklists")
"""The blocks that are mutated. What points to a judgement's answer is a prompt, and gives no outcome."""

_FORCES = {
    "must": "should",
    "must not": "should not",
    "should": "must",
    "should not": "must not",
    "should normally": "should",
    "may only": "should",
}
_NOT_MEANING = frozenset({"span", "source", "see", "title", "compares", "reason_recorded", "citation", "over"})
"""Fields in which nothing stands that decides an outcome."""


@dataclass(frozen=True)
class Mutant:
    """One change: an id that stays the same while the block does, the block, the operator, and words for it.

    ``kind`` and ``name`` find the block in the book; ``block`` is it, changed.
    """

    id: str
    kind: str
    name: str
    operator: str
    said: str
    span: tree.Span
    block: Any


def mutants_of(book: tree.Book, names: Names) -> Iterator[Mutant]:
    """Yield every mutant of a book, in the order of its blocks."""
    named: dict[str, dict[str, int]] = {}
    for kind in _KINDS:
        blocks: Mapping[str, Any] = getattr(book, kind)
        for name, block in blocks.items():
            # An exception and a guard may share a name with another block: one count for all of a name.
            counts = named.setdefault(name, {})
            for change, span in _of_block(kind, block, book.vocabulary, names):
                key = f"{name}: {change.operator}: {change.said}"
                counts[key] = counts.get(key, 0) + 1
                id_ = key if counts[key] == 1 else f"{key} ({counts[key]})"
                yield Mutant(id_, kind, name, change.operator, change.said, span, change.node)


@dataclass(frozen=True)
class _Words:
    """What a change may need to know: the vocabulary, and what kind of thing each variable of the block is."""

    vocabulary: Vocabulary
    names: Names
    variables: Mapping[str, str]


def _of_block(
    kind: str,
    block: Any,  # noqa: ANN401  (a block of any kind)
    vocabulary: Vocabulary,
    names: Names,
) -> Iterator[tuple[Change, tree.Span]]:
    for change in _of_the_block_itself(kind, block):
        yield change, block.span
    yield from _inside(block, _Words(vocabulary, names, _variables(block)), block.span)


def _variables(block: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    loops = [(each.var, each.lists) for each in getattr(block, "loops", ())]
    if getattr(block, "var", ""):
        loops.append((block.var, block.over))
    for var, lists in loops:
        kinds = {ref.type.thing for ref in lists if isinstance(ref.type, ListOf)}
        found[var] = kinds.pop() if len(kinds) == 1 else ""
    return found


def _of_the_block_itself(kind: str, block: Any) -> Iterator[Change]:  # noqa: ANN401
    if kind == "rules":
        yield from _of_rule(block)
    elif kind == "exceptions":
        yield from _of_exception(block)
    elif kind == "guards":
        for index, rule in enumerate(block.rules):
            if index < 1:
                left = (*block.rules[:index], *block.rules[index + 1 :])
                yield Change("exception", f"not to {rule}", varied(block, rules=left))
    elif kind == "checklists":
        for index, entry in enumerate(block.entries):
            left = (*block.entries[:index], *block.entries[index + 1 :])
            yield Change("entry", f"without {entry.name}", varied(block, entries=left))
            if entry.when is not None:
                changed = (*block.entries[:index], varied(entry, when=None), *block.entries[index + 1 :])
                yield Change("condition", f"{entry.name} without its `when`", varied(block, entries=changed))
            for name in ("from_day", "until_day"):
                for day in _days_beside(getattr(entry, name)):
                    changed = (*block.entries[:index], varied(entry, **{name: day}), *block.entries[index + 1 :])
                    yield Change(
                        "commencement", f"{entry.name} {getattr(entry, name)} -> {day}", varied(block, entries=changed)
                    )


def _of_rule(rule: tree.Rule) -> Iterator[Change]:
    yield from _of_force(rule)
    if rule.applies_when is not None:
        yield Change("condition", "without its `applies when`", varied(rule, applies_when=None))
    for index, loop in enumerate(rule.loops):
        if loop.where is not None:
            loops = (*rule.loops[:index], varied(loop, where=None), *rule.loops[index + 1 :])
            yield Change("condition", f"for each {loop.var} without its `where`", varied(rule, loops=loops))
    for index, name in enumerate(rule.unless):
        left = (*rule.unless[:index], *rule.unless[index + 1 :])
        yield Change("exception", f"without {name}", varied(rule, unless=left))
    for name in ("in_force_from", "in_force_until"):
        for day in _days_beside(getattr(rule, name)):
            yield Change("commencement", f"in force {getattr(rule, name)} -> {day}", varied(rule, **{name: day}))


def _of_force(rule: tree.Rule) -> Iterator[Change]:
    # A proposal speaks with whatever force it likes: its status alone gives the words of the outcome.
    if rule.status in ("in force", "guidance"):
        other = _FORCES[rule.force]
        operator = "normally" if rule.force == "should normally" else "force"
        yield Change(operator, f"{rule.force} -> {other}", varied(rule, force=other))


def _of_exception(exception: tree.Exception_) -> Iterator[Change]:
    said = "need not be shown" if exception.must_be_shown else "must be shown"
    yield Change("exception", said, varied(exception, must_be_shown=not exception.must_be_shown))
    other = "lifts the duty" if exception.effect == "lifts the time limit" else "lifts the time limit"
    if exception.effect != "sets the time limit":
        yield Change("exception", f"{exception.effect} -> {other}", varied(exception, effect=other))


def _days_beside(day: date | None) -> Iterator[date]:
    if day is not None:
        yield day - DAY
        yield day + DAY


def _inside(node: Any, words: _Words, span: tree.Span) -> Iterator[tuple[Change, tree.Span]]:  # noqa: ANN401
    """Yield the changes to everything a node holds, each as the whole node with that change in it."""
    for each in fields(node):
        if each.name in _NOT_MEANING:
            continue
        held = getattr(node, each.name)
        parts = held if isinstance(held, tuple) else (held,)
        for index, part in enumerate(parts):
            if not is_dataclass(part) or isinstance(part, tree.Span | tree.Ref):
                continue
            here = getattr(part, "span", span)
            for change, at in _of_node(part, words, here):
                new = (*parts[:index], change.node, *parts[index + 1 :]) if isinstance(held, tuple) else change.node
                yield Change(change.operator, change.said, varied(node, **{each.name: new})), at


def _of_node(part: Any, words: _Words, here: tree.Span) -> Iterator[tuple[Change, tree.Span]]:  # noqa: ANN401
    for change in changes_to(part, words.vocabulary, _thing_of_start(part, words)):
        yield change, here
    yield from _inside(part, words, here)


def _thing_of_start(part: Any, words: _Words) -> str:  # noqa: ANN401
    """Return the kind of thing whose event starts a limit, or empty."""
    start = getattr(part, "start", None)
    if not isinstance(part, tree.Within) or not isinstance(start, tree.Ref):
        return ""
    thing = words.variables.get(start.base, "") if start.base else ""
    if start.base and not thing:
        return ""
    return words.names.thing_at(thing, start.steps[:-1])
