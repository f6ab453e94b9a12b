"""The fixed operators: each makes one small change to one node of a rule, as a slip of the pen would.

An operator says what it changes in words. What it makes is a node of the same kind, or
None where the node is to be taken out of the list it stands in.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from checker.varied import varied
from dsl import tree
from dsl.vocabulary import Event, Vocabulary

DAY = timedelta(days=1)
_DAYS_IN_A_WEEK = 7
_A_LEAP_YEAR = 2024


@dataclass(frozen=True)
class Change:
    """One change to a node: the operator, what is written now and what would be written, and the new node."""

    operator: str
    said: str
    node: Any


def changes_to(node: Any, vocabulary: Vocabulary, thing: str = "") -> Iterator[Change]:  # noqa: ANN401  (a node of any kind)
    """Yield every change the operators make to ``node`` itself, not to what it holds.

    ``thing`` is the kind of thing a start event stands in, where the node is a limit with one.
    """
    yield from _OPERATORS.get(type(node), _nothing)(node)
    if isinstance(node, tree.Within) and isinstance(node.start, tree.Ref):
        for other in _other_starts(node.start, vocabulary, thing):
            said = f"{_path(node.start)} -> {_path(other)}"
            yield Change("start event", said, varied(node, start=other))


def _nothing(_: object) -> Iterator[Change]:
    return iter(())


def _length(node: tree.Length) -> Iterator[Change]:
    now = f"{node.n} {node.unit}"
    for n in (node.n - 1, node.n + 1):
        if n >= 0:
            yield Change("period", f"{now} -> {n} {node.unit}", varied(node, n=n))
    unit = node.unit.rstrip("s")
    if unit == "week":
        for days in (node.n * _DAYS_IN_A_WEEK - 1, node.n * _DAYS_IN_A_WEEK + 1):
            yield Change("period", f"{now} -> {days} days", tree.Length(days, _like(node.unit, "day")))
    other = {"day": "week", "week": "month", "month": "year", "year": "month"}.get(unit)
    if other:
        yield Change("unit", f"{now} -> {node.n} {other}s", varied(node, unit=_like(node.unit, other)))
    if unit.startswith("working"):
        yield Change("working", f"{now} -> {node.n} days", varied(node, unit=_like(node.unit, "day")))


def _like(unit: str, other: str) -> str:
    return f"{other}s" if unit.endswith("s") else other


def _within(node: tree.Within) -> Iterator[Change]:
    said = "starting with -> of" if node.start_counts else "of -> starting with"
    yield Change("of or starting with", said, varied(node, start_counts=not node.start_counts))


_NEXT = {
    "before": "on or before",
    "on or before": "before",
    "after": "on or after",
    "on or after": "after",
    "at least": "more than",
    "more than": "at least",
    "at most": "less than",
    "less than": "at most",
    "is": "is not",
    "is not": "is",
}


def _day_limit(node: tree.DayLimit) -> Iterator[Change]:
    other = _NEXT.get(node.relation)
    if other:
        yield Change("edge", f"{node.relation} -> {other}", varied(node, relation=other))


def _compare(node: tree.Compare) -> Iterator[Change]:
    operator = "not" if node.relation in ("is", "is not") else "edge"
    other = _NEXT[node.relation]
    yield Change(operator, f"{node.relation} -> {other}", varied(node, relation=other))


def _in_year(node: tree.InYear) -> Iterator[Change]:
    longest = monthrange(_A_LEAP_YEAR, node.month)[1]
    for day in (node.day - 1, node.day + 1):
        if 1 <= day <= longest:
            yield Change("period", f"day {node.day} of month {node.month} -> {day}", varied(node, day=day))


def _reaches(node: tree.Reaches) -> Iterator[Change]:
    for years in (node.years - 1, node.years + 1):
        yield Change("period", f"age {node.years} -> {years}", varied(node, years=years))


def _age(node: tree.Age) -> Iterator[Change]:
    for years in (node.years - 1, node.years + 1):
        yield Change("period", f"age {node.years} -> {years}", varied(node, years=years))
    yield Change("not", "under -> or over" if node.under else "or over -> under", varied(node, under=not node.under))


def _literal(node: tree.Literal) -> Iterator[Change]:
    if isinstance(node.value, bool):
        now, other = ("yes", "no") if node.value else ("no", "yes")
        yield Change("not", f"{now} -> {other}", varied(node, value=not node.value))
    elif isinstance(node.value, int):
        for n in (node.value - 1, node.value + 1):
            yield Change("period", f"{node.value} -> {n}", varied(node, value=n))
    elif isinstance(node.value, date):
        for day in (node.value - DAY, node.value + DAY):
            yield Change("period", f"{node.value} -> {day}", varied(node, value=day))


def _later(node: tree.Later) -> Iterator[Change]:
    yield Change("and or or", "the later of -> the earlier of", tree.Earlier(node.parts, node.span))


def _earlier(node: tree.Earlier) -> Iterator[Change]:
    yield Change("and or or", "the earlier of -> the later of", tree.Later(node.parts, node.span))


def _and(node: tree.And) -> Iterator[Change]:
    yield Change("and or or", "and -> or", tree.Or(node.parts, node.span))
    yield from _dropped("condition", node)


def _or(node: tree.Or) -> Iterator[Change]:
    yield Change("and or or", "or -> and", tree.And(node.parts, node.span))
    yield from _dropped("condition", node)


def _to_each(node: tree.ToEach) -> Iterator[Change]:
    for index, part in enumerate(node.parts):
        left = (*node.parts[:index], *node.parts[index + 1 :])
        to = part.act.to if isinstance(part.act, tree.Ref) else ""
        if left:
            yield Change("recipient", f"not to {to}", varied(node, parts=left))


def _dropped(operator: str, node: tree.And | tree.Or) -> Iterator[Change]:
    for index, part in enumerate(node.parts):
        left = (*node.parts[:index], *node.parts[index + 1 :])
        yield Change(operator, f"without {_named(part)}", left[0] if len(left) == 1 else varied(node, parts=left))


def _not(node: tree.Not) -> Iterator[Change]:
    yield Change("not", f"not ({_named(node.part)}) -> {_named(node.part)}", node.part)


def _negated(node: Any) -> Iterator[Change]:  # noqa: ANN401  (any of the conditions that may be negated)
    yield Change("not", "without its `not`" if node.negated else "not", varied(node, negated=not node.negated))


def _judged(node: tree.Judged) -> Iterator[Change]:
    said = f"judged {node.judgement} -> judged not" if node.wanted else f"judged not {node.judgement} -> judged"
    yield Change("not", said, varied(node, wanted=not node.wanted))


def _some(node: tree.Some) -> Iterator[Change]:
    other = {"some": "no", "no": "some", "every": "some", "exactly one": "some"}[node.quantifier]
    yield Change("not", f"{node.quantifier} -> {other}", varied(node, quantifier=other))
    if node.where is not None:
        yield Change("condition", f"without where {_named(node.where)}", varied(node, where=None))
    if len(node.lists) > 1:
        for index in range(len(node.lists)):
            left = (*node.lists[:index], *node.lists[index + 1 :])
            yield Change("entry", f"without {_path(node.lists[index])}", varied(node, lists=left))


def _one_of(node: tree.OneOf) -> Iterator[Change]:
    if not node.checklist:
        for index, code in enumerate(node.codes):
            left = (*node.codes[:index], *node.codes[index + 1 :])
            yield Change("entry", f"without {code}", varied(node, codes=left))
    yield from _negated(node)


def _limit_overlaps(node: tree.LimitOverlaps) -> Iterator[Change]:
    for day in (node.first - DAY, node.first + DAY):
        yield Change("period", f"{node.first} -> {day}", varied(node, first=day))
    for day in (node.last - DAY, node.last + DAY):
        yield Change("period", f"{node.last} -> {day}", varied(node, last=day))


_OPERATORS: dict[type, Any] = {
    tree.Length: _length,
    tree.Within: _within,
    tree.DayLimit: _day_limit,
    tree.Compare: _compare,
    tree.InYear: _in_year,
    tree.Reaches: _reaches,
    tree.Age: _age,
    tree.Literal: _literal,
    tree.Later: _later,
    tree.Earlier: _earlier,
    tree.And: _and,
    tree.Or: _or,
    tree.ToEach: _to_each,
    tree.Not: _not,
    tree.Stated: _negated,
    tree.HasHappened: _negated,
    tree.Includes: _negated,
    tree.DefinedCondition: _negated,
    tree.Judged: _judged,
    tree.Some: _some,
    tree.OneOf: _one_of,
    tree.LimitOverlaps: _limit_overlaps,
}


def _other_starts(start: tree.Ref, vocabulary: Vocabulary, thing: str) -> Iterator[tree.Ref]:
    """Yield the same path ending in another event of the same thing: the next one and the one before."""
    fields = next((each.fields for each in vocabulary.things if each.name == thing), ())
    events = [each for each in fields if isinstance(each.type, Event)]
    names = [each.name for each in events]
    if start.steps[-1] not in names:
        return
    at = names.index(start.steps[-1])
    for other in dict.fromkeys((at + 1, at - 1)):
        if 0 <= other < len(events) and isinstance(events[other].type, Event):
            kind = events[other].type
            to = kind.recipients[0] if isinstance(kind, Event) and kind.recipients else ""
            yield replace(start, steps=(*start.steps[:-1], names[other]), type=kind, to=to)


def _path(ref: tree.Ref) -> str:
    return "'s ".join(((ref.base,) if ref.base else ()) + ref.steps)


def _named(node: Any) -> str:  # noqa: ANN401
    """Return a few words by which a reader finds a condition in its rule."""
    for name in ("what", "act", "left", "subject", "thing", "wording"):
        inner = getattr(node, name, None)
        if isinstance(inner, tree.Ref):
            return f"`{_path(inner)} …`"
    if isinstance(node, tree.Some):
        return f"`{node.quantifier} {node.var} …`"
    if isinstance(node, tree.OnReading):
        return f"`on the reading {node.reading}`"
    if isinstance(node, tree.And | tree.Or):
        return " and ".join(_named(part) for part in node.parts)
    return f"a condition ({type(node).__name__})"
