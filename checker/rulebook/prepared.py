"""What evaluation would otherwise work out again for every case: found once, when the rules are compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.rulebook.depends import used_by
from dsl import tree
from dsl.walk import names_in, walk

_FIELDS_OF_SECTIONS: Mapping[tuple[str, ...], str] = {("child_section_words",): "section_a"}
"""Fields of a plan that are about one of its sections, and are not lists of what stands in it."""


_FIELDS_OF_THE_DOCUMENT = {("appended",)}
"""Fields of the record that say what the plan holds."""


@dataclass(frozen=True)
class Prepared:
    """Of one rule: its time limits, the start of the first, the section it is about, its guards and their ids.

    ``section`` is set for a rule without a loop whose condition looks first at one section
    of a plan. ``tests_document`` is true of a rule that looks at what a plan holds.
    ``trigger_is_general`` is true where the trigger says nothing of the things looped over.
    ``gate`` are the pointers a rule looks at before all others, where they are of no plan: its
    first list, or the facts of its trigger. ``settled_readings`` is true where a reading that a
    case has settled bears on it, ``judges`` where a judgement does. ``looks_up`` is true of a
    rule that looks something up in a table or a parameter: what their rows rest on is then
    cited too. ``one_law`` is true of a rule whose law is that of one day for everything it
    speaks of. ``guards_time_limit`` is true where a guard may ask about the time limit.
    ``cites`` are the authorities of its own citations.
    """

    limits: tuple[tree.Happens, ...]
    section: str
    guards: tuple[tree.Guard, ...]
    guarded_by: tuple[str, ...]
    tests_document: bool
    trigger_is_general: bool
    gate: tuple[str, ...]
    settled_readings: bool
    judges: bool
    looks_up: bool
    one_law: bool
    guards_time_limit: bool
    cites: tuple[str, ...]


def prepare_rules(book: tree.Book) -> Mapping[str, Prepared]:
    """Return what is prepared for every rule."""
    return {rule.id: prepare_rule(rule, book) for rule in book.rules.values()}


def beyond_judgement(book: tree.Book) -> frozenset[str]:
    """Return the exceptions that have conditions other than judgements."""
    return frozenset(
        exception.id
        for exception in book.exceptions.values()
        if any(not isinstance(leaf, tree.Judged) for leaf in _leaves(exception.applies_when))
    )


def prepare_rule(rule: tree.Rule, book: tree.Book) -> Prepared:
    """Return what is prepared for one rule of a book."""
    nodes = tuple(walk(rule.duty))
    used = used_by(rule, book)
    limits = tuple(node for node in nodes if isinstance(node, tree.Happens))
    guards = tuple(guard for guard in book.guards.values() if rule.id in guard.rules)
    return Prepared(
        limits=limits,
        section="" if rule.loops else _section(nodes),
        guards=guards,
        guarded_by=tuple(guard.id for guard in guards),
        tests_document=_tests_document(rule),
        trigger_is_general=_is_general(rule),
        gate=_gate(rule),
        settled_readings=any(kind == "readings" and book.readings[name].settled_by for kind, name in used),
        judges=any(kind == "judgements" for kind, _ in used),
        looks_up=any(isinstance(node, tree.TableValue | tree.ParameterValue) for node in walk(rule)),
        one_law=rule.law_as_at is None and not any(isinstance(node.limit, tree.Within) for node in limits),
        guards_time_limit=bool(limits) and any(_asks_of_limit(guard) for guard in guards),
        cites=tuple({id_: None for citation in (rule.source, *rule.see) for id_ in citation.authorities}),
    )


def _asks_of_limit(guard: tree.Guard) -> bool:
    """Tell whether a guard asks about the time limit, or names another block that may."""
    asks = (tree.OverlapsLimit, tree.LimitOverlaps, tree.LimitEnd, tree.WithinTheLimit)
    return any(isinstance(node, asks) for node in walk(guard.applies_when)) or any(names_in(guard))


def _section(nodes: tuple[Any, ...]) -> str:
    for node in nodes:
        if isinstance(node, tree.Ref) and node.steps[-1:] in _FIELDS_OF_SECTIONS:
            return _FIELDS_OF_SECTIONS[node.steps[-1:]]
        if isinstance(node, tree.Some):
            named = {ref.steps[-1] for ref in node.lists if not ref.base and ref.steps[-1].startswith("section_")}
            return named.pop() if len(named) == 1 else ""
    return ""


def _is_general(rule: tree.Rule) -> bool:
    looped = {loop.var for loop in rule.loops}
    return rule.applies_when is not None and not any(
        isinstance(node, tree.Ref) and node.base in looped for node in walk(rule.applies_when)
    )


def _gate(rule: tree.Rule) -> tuple[str, ...]:
    if rule.stage:
        return ()
    first: tuple[tree.Ref, ...]
    if rule.loops:
        first = rule.loops[0].lists
    else:
        first = tuple(node for node in walk(rule.applies_when or rule.duty) if isinstance(node, tree.Ref))
    if any(ref.base or ref.steps[0] == "plan" for ref in first):
        return ()
    return tuple("/".join(("", *ref.steps, ref.to) if ref.to else ("", *ref.steps)) for ref in first)


def _tests_document(rule: tree.Rule) -> bool:
    looped = (ref for loop in rule.loops for ref in loop.lists)
    refs = [*looped, *(node for node in walk(rule.duty) if isinstance(node, tree.Ref))]
    if any(ref.steps[-1:] in _FIELDS_OF_THE_DOCUMENT for ref in refs):
        return True
    acts = any(isinstance(node, tree.Happens) for node in walk(rule.duty))
    return not acts and any(not ref.base and ref.steps[0] == "plan" for ref in refs)


def _leaves(node: Any) -> Iterator[Any]:  # noqa: ANN401  (a node of any kind)
    if isinstance(node, tree.And | tree.Or):
        for part in node.parts:
            yield from _leaves(part)
    elif isinstance(node, tree.Not):
        yield from _leaves(node.part)
    else:
        yield node
