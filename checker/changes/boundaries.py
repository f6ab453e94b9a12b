"""Where one version of a rule gives way to another: the days at each side, and what falls due.

Versions of a requirement are rules on the same provision, act and start: a rule whose
period changes is two rules, one in force until a day and one from the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checker.clocks import ranges
from checker.facts import Days
from checker.rulebook.library import Library
from dsl import tree

DAY = timedelta(days=1)

Family = tuple[tuple[str, ...], str, str]
"""What versions of one requirement share: the provision, what the clock starts with, and the act."""


@dataclass(frozen=True)
class Due:
    """What one rule makes of a start: the last day, or None where its limit is no period."""

    rule: str
    last: date | None


@dataclass(frozen=True)
class Boundary:
    """A start day beside a change, and what the rules in force on it give: none is a gap, two an overlap.

    ``was`` is what the old rules gave for that start.
    """

    start_said: str
    start: date
    due: tuple[Due, ...]
    was: tuple[Due, ...]


def limits_of(rule: tree.Rule) -> tuple[tree.Happens, ...]:
    """Return the time limits of a rule's duty that are periods from a start."""
    return tuple(
        node
        for node in _conditions(rule.duty)
        if isinstance(node, tree.Happens) and isinstance(node.limit, tree.Within)
    )


def _conditions(node: tree.Condition) -> Iterator[tree.Condition]:
    yield node
    for part in getattr(node, "parts", ()):
        yield from _conditions(part)
    inner = getattr(node, "part", None)
    if inner is not None:
        yield from _conditions(inner)


def family(limit: tree.Happens, rule: tree.Rule) -> Family:
    """Return what the versions of a limit have in common."""
    start = limit.limit.start if isinstance(limit.limit, tree.Within) else None
    return rule.source.authorities[:1], _said(start), _said(limit.act)


def _path(ref: tree.Ref) -> str:
    return "'s ".join(((ref.base,) if ref.base else ()) + ref.steps)


def _said(node: object) -> str:
    if isinstance(node, tree.Ref):
        return _path(node)
    return node.name if isinstance(node, tree.DefinedValue) else ""


def boundaries(changed: Iterable[str], old: Library, new: Library) -> tuple[Boundary, ...]:
    """Return the starts at each side of every new commencement of the rules ``changed``, with what falls due.

    A rule changed without one is shown on its first day, beside what fell due before.
    """
    found: dict[tuple[Family, date], Boundary] = {}
    for name in changed:
        rule = new.book.rules.get(name)
        if rule is None:
            continue
        was = old.book.rules.get(name)
        known = frozenset(_sides(was)) if was is not None else frozenset[date]()
        for limit in limits_of(rule):
            shared = family(limit, rule)
            days = [day for day in _sides(rule) if day not in known]
            if not days and was is not None and limits_of(was) != limits_of(rule) and rule.in_force_from:
                days = [rule.in_force_from]
            for day in days:
                found.setdefault((shared, day), _at(shared, day, old, new))
    return tuple(found[key] for key in sorted(found))


def _sides(rule: tree.Rule) -> Iterator[date]:
    if rule.in_force_from is not None:
        yield from (rule.in_force_from - DAY, rule.in_force_from)
    if rule.in_force_until is not None:
        yield from (rule.in_force_until, rule.in_force_until + DAY)


def _at(shared: Family, day: date, old: Library, new: Library) -> Boundary:
    return Boundary(shared[1], day, _due(shared, day, new), _due(shared, day, old))


def _due(shared: Family, day: date, library: Library) -> tuple[Due, ...]:
    due: dict[Due, None] = {}
    for rule in library.book.rules.values():
        if _in_force(rule, day):
            for limit in limits_of(rule):
                if family(limit, rule) == shared:
                    due[Due(rule.id, _last_day(limit.limit, day, library))] = None
    return tuple(due)


def _in_force(rule: tree.Rule, day: date) -> bool:
    begun = rule.in_force_from is None or rule.in_force_from <= day
    return begun and (rule.in_force_until is None or day <= rule.in_force_until)


def _last_day(limit: tree.Limit, start: date, library: Library) -> date | None:
    if not isinstance(limit, tree.Within) or not isinstance(limit.length, tree.Length):
        return None
    found = ranges.last_days(limit.length, Days.on(start), library.bank_holidays, start_counts=limit.start_counts)
    return found.adopted.last
