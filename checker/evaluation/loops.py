"""The things a rule is tested on: the items its loops give, or one undecided finding.

A stated empty list is nothing to check, a list not stated or not read is undecided. The
condition of a checklist's entry is a trigger like any other: where it is false, the entry
does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.evaluation.days import CAUSE_OF, operand_of
from checker.evaluation.decisive import marked
from checker.evaluation.requirement import relevant_date
from checker.evaluation.scope import Bound, Scope
from checker.evaluation.truth import reason
from checker.facts import State
from checker.findings import Cause, Operand, Reason, Truth
from checker.varied import made_often, varied
from dsl import tree


@made_often
@dataclass(frozen=True)
class On:
    """What one finding is on: a scope with the loop variables bound, and the conditions of the loops.

    ``nothing`` is true where a list was stated and is empty; ``open`` is set where the list
    itself is undecided. ``listed`` is the reason either rests on.
    """

    scope: Scope
    where: tuple[tree.Condition, ...]
    last: Bound | None
    nothing: bool = False
    open: bool = False
    listed: Reason | None = None


def things(rule: tree.Rule, scope: Scope) -> Iterator[On]:
    """Return what a rule is tested on, in the order of the lists."""
    whole = On(scope, (), None)
    if not rule.loops:
        return iter((whole,))
    if len(rule.loops) > 1:
        return _from(rule, 0, whole)
    # Nothing stands outside the one loop.
    return _entries(rule, rule.loops[0], whole) if rule.loops[0].checklist else _items(rule.loops[0], whole)


def _from(rule: tree.Rule, depth: int, on: On) -> Iterator[On]:
    if depth == len(rule.loops):
        yield on
        return
    loop = rule.loops[depth]
    for each in _entries(rule, loop, on) if loop.checklist else _items(loop, on):
        if (each.nothing or each.open) and depth and each.listed is not None:
            # That there is nothing in an inner list rests on the outer one too.
            outer = tuple(_operand(ref, each.scope) for before in rule.loops[:depth] for ref in before.lists)
            yield varied(each, listed=varied(each.listed, operands=(*each.listed.operands, *outer)))
        elif each.nothing or each.open:
            yield each
        else:
            yield from _from(rule, depth + 1, each)


def _entries(rule: tree.Rule, loop: tree.Loop, on: On) -> Iterator[On]:
    relevant = relevant_date(rule, on.scope)
    day = relevant.first if relevant else None
    for entry in on.scope.library.book.checklists[loop.checklist].entries:
        if day and ((entry.from_day and day < entry.from_day) or (entry.until_day and day > entry.until_day)):
            continue
        where = (*on.where, entry.when) if entry.when is not None else on.where
        bound = Bound("", entry.name, entry.title)
        yield On(on.scope.bind(loop.var, bound), (*where, *((loop.where,) if loop.where else ())), bound)


def _items(loop: tree.Loop, on: On) -> Iterator[On]:
    scope = on.scope
    known = 0
    silent: list[tuple[tree.Ref, Cause]] = []
    for ref in loop.lists:
        pointer = scope.pointer(ref)
        fact = scope.fact(pointer)
        if fact.state is State.NOT_APPLICABLE:
            continue
        keys = fact.value if fact.state is State.KNOWN else None
        if not isinstance(keys, tuple):
            silent.append((ref, CAUSE_OF.get(fact.state, Cause.NOT_STATED)))
            continue
        if not keys and not fact.complete:
            silent.append((ref, Cause.NOT_FOUND))
        thing = scope.thing(ref)
        where = (*on.where, loop.where) if loop.where else on.where
        for key in keys:
            known += 1
            bound = scope.item(pointer, key, thing)
            yield On(scope.bind(loop.var, bound), where, bound)
    if silent:
        # Lists that say nothing are one point, whatever their number.
        refs, causes = tuple(ref for ref, _ in silent), tuple(dict.fromkeys(cause for _, cause in silent))
        yield On(scope, on.where, None, open=True, listed=_listed(loop, refs, scope, causes))
    if not known and not silent:
        yield On(scope, on.where, None, nothing=True, listed=_listed(loop, loop.lists, scope))


def _operand(ref: tree.Ref, scope: Scope) -> Operand:
    return operand_of(scope, ref, scope.fact(scope.pointer(ref)), "list")


def _listed(loop: tree.Loop, lists: tuple[tree.Ref, ...], scope: Scope, causes: tuple[Cause, ...] = ()) -> Reason:
    operands = tuple(_operand(ref, scope) for ref in lists)
    truth = Truth.UNDECIDED if causes else Truth.FALSE
    detail: dict[str, str | int] = {"quantifier": "each", "of": 0, "count": 0}
    return marked(reason("some", loop.span, truth, causes, operands, detail=detail))
