"""Lists: some, every, no and exactly one, and what is done to everybody in one.

Over a list not known to be complete "some" is never false and "every" never true.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.evaluation.evaluate import Test, made_ready
from checker.evaluation.operands import reader
from checker.evaluation.relations import linked_to
from checker.evaluation.scope import Bound, Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, any_of, detailed, joined, negation, reason
from checker.evaluation.values import causes_of
from checker.facts import State
from checker.findings import Cause, Operand, Reason, Truth
from checker.rulebook.library import Library
from checker.varied import varied
from dsl import tree


class Looked:
    """The items of one or more lists, and whether there may be more."""

    def __init__(self) -> None:
        self.items: list[tuple[str, Bound]] = []
        self.operands: tuple[Operand, ...] = ()
        self.causes: tuple[Cause, ...] = ()
        self.open = False


ItemsOf = Callable[[Scope], Looked]
"""Lists made ready: their items in a scope."""


def items_of(lists: tuple[tree.Ref, ...], scope: Scope) -> Looked:
    """Return the items of lists, and why there may be more where there may."""
    return items_reader(lists, scope.library)(scope)


def items_reader(lists: tuple[tree.Ref, ...], library: Library) -> ItemsOf:
    """Make lists ready."""
    reads = [(ref, reader(ref, "list", library.names)) for ref in lists]

    def look(scope: Scope) -> Looked:
        looked = Looked()
        causes: list[Cause] = []
        for ref, read in reads:
            fact, operand = read(scope)
            looked.operands += (operand,)
            if fact.state is State.NOT_APPLICABLE:
                continue
            keys = fact.value if fact.state is State.KNOWN else None
            if not isinstance(keys, tuple):
                causes += causes_of(fact)
                looked.open = True
                continue
            if not fact.complete:
                causes.append(Cause.NOT_FOUND)
                looked.open = True
            if keys:
                thing = scope.thing(ref)
                looked.items += [(key, scope.item(operand.pointer, key, thing)) for key in keys]
        looked.causes = tuple(dict.fromkeys(causes))
        return looked

    return look


def some(node: tree.Some, library: Library) -> Test:
    """Make "some", "every", "no" and "exactly one" ready."""
    items = items_reader(node.lists, library)
    filter_item = made_ready(node.where, library) if node.where is not None else None
    satisfies = made_ready(node.satisfies, library)
    one_of_checklist = _variable_compared(node.where)
    is_some = node.quantifier == "some"
    link = node.satisfies if is_some and isinstance(node.satisfies, tree.Related) else None

    def test(scope: Scope) -> Reason:
        looked = items(scope)
        entry = one_of_checklist and _is_an_entry(scope.bindings.get(one_of_checklist))
        # One scope serves every item in turn: only what the variable stands for is otherwise, and nobody keeps it.
        bindings = dict(scope.bindings)
        inner = varied(scope, bindings=bindings, in_list=True)
        parts: list[Reason] = []
        kept = 0
        for key, bound in looked.items if link is None else _linked_first(link, node.var, looked, scope):
            bindings[node.var] = bound
            filtered = filter_item(inner) if filter_item is not None else None
            if filtered is not None and entry:
                # Of the entries of a closed list one is meant; that the others are others explains nothing.
                if filtered.truth is FALSE:
                    continue
                filtered = filtered if filtered.truth is UNDECIDED else None
            if filtered is not None and filtered.truth is FALSE:
                # Left out of the list, and kept among the reasons: it is why the item does not count.
                held = negation("not", node.span, filtered) if node.quantifier == "every" else filtered
            else:
                kept += 1
                held = _of_the_list(node, filtered, satisfies(inner))
            parts.append(detailed(held, {**held.detail, "item": key}))
            if is_some and held.truth is TRUE:
                # One is enough, and it is told; the others could only say so again.
                break
        if entry and node.quantifier != "no" and len(parts) == 1 and not looked.open:
            # One entry was meant and is there: what is said of it is the reason.
            return parts[0]
        count = sum([part.truth is TRUE for part in parts])
        detail: dict[str, str | int] = {"quantifier": node.quantifier, "count": count, "of": kept, "var": node.var}
        detail["of_what"] = looked.operands[0].said if looked.operands else ""
        if looked.open:
            detail["incomplete"] = "yes"
        truth, causes = _quantified(node.quantifier, parts, looked)
        return reason("some", node.span, truth, causes, looked.operands, tuple(parts), detail)

    return test


def _of_the_list(node: tree.Some, filtered: Reason | None, satisfied: Reason) -> Reason:
    """Return what is asked of an item that is, or may be, of the list: with the list's condition, if that is told."""
    if filtered is None:
        return satisfied
    if node.quantifier == "every":
        held = any_of("or", node.span, (negation("not", node.span, filtered), satisfied))
    else:
        held = all_of("and", node.span, (filtered, satisfied))
    if filtered.truth is TRUE and satisfied.causes == (Cause.NOT_APPLICABLE,):
        # It is of the list, and what is asked of it does not apply to it: that it is of the list is no answer.
        return varied(held, truth=UNDECIDED, causes=satisfied.causes)
    return held


def _variable_compared(where: object) -> str:
    """Return the variable that the condition of a list compares an item with, and does nothing else; or nothing."""
    if not isinstance(where, tree.Compare) or where.relation != "is" or not isinstance(where.right, tree.Ref):
        return ""
    return "" if where.right.steps else where.right.base


def _is_an_entry(bound: Bound | None) -> bool:
    """Tell whether a variable stands for an entry of a checklist: a list compared with it says which entry is meant."""
    return bound is not None and not bound.pointer


def _linked_first(link: tree.Related, var: str, looked: Looked, scope: Scope) -> list[tuple[str, Bound]]:
    """Return the items to look at, those that a stated link joins to the other thing first."""
    other = link.right if link.left.base == var else link.left
    joined_to = linked_to(scope.case, scope.pointer(other).rpartition("/")[2])
    return sorted(looked.items, key=lambda item: item[0] not in joined_to)


def _quantified(quantifier: str, parts: list[Reason], looked: Looked) -> tuple[Truth, tuple[Cause, ...]]:
    true = sum([part.truth is TRUE for part in parts])
    open_parts = [part for part in parts if part.truth is UNDECIDED]
    causes = tuple(dict.fromkeys((*joined(open_parts), *looked.causes))) if open_parts else looked.causes
    undecided = bool(open_parts) or looked.open
    match quantifier:
        case "some":
            if true:
                return TRUE, ()
            return (UNDECIDED, causes) if undecided else (FALSE, ())
        case "no":
            if true:
                return FALSE, ()
            return (UNDECIDED, causes) if undecided else (TRUE, ())
        case "every":
            if any(part.truth is FALSE for part in parts):
                return FALSE, ()
            return (UNDECIDED, causes) if undecided else (TRUE, ())
        case _:
            if true > 1:
                return FALSE, ()
            if undecided:
                return UNDECIDED, causes
            return (TRUE if true == 1 else FALSE), ()


def to_every(node: tree.ToEvery, library: Library) -> Test:
    """Make an act done to every person in a list ready: a line for each, as to several recipients."""
    items = items_reader(node.lists, library)
    act = node.done.act

    def test(scope: Scope) -> Reason:
        looked = items(scope)
        parts: list[Reason] = []
        for key, bound in looked.items:
            to = varied(act, to=key) if isinstance(act, tree.Ref) else act
            held = made_ready(varied(node.done, act=to), library)(scope.bind(node.var, bound))
            parts.append(detailed(held, {**held.detail, "recipient": bound.title}))
        if looked.open:
            others: dict[str, str | int] = {"recipient": "anybody else"}
            parts.append(reason("to_others", node.span, UNDECIDED, looked.causes, looked.operands, detail=others))
        return varied(all_of("to_each", node.span, tuple(parts)), operands=looked.operands)

    return test
