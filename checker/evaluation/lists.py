"""Lists: some, every, no and exactly one, and what is done to everybody in one.

Over a list not known to be complete "some" is never false and "every" never true.
"""

from __future__ import annotations

from checker.evaluation.days import operand_of
from checker.evaluation.evaluate import evaluate
from checker.evaluation.relations import linked_to
from checker.evaluation.scope import Bound, Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, any_of, joined, negation, reason
from checker.evaluation.values import causes_of
from checker.facts import State
from checker.findings import Cause, Operand, Reason, Truth
from checker.varied import varied
from dsl import tree


class Looked:
    """The items of one or more lists, and whether there may be more."""

    def __init__(self) -> None:
        self.items: list[tuple[str, Bound]] = []
        self.operands: tuple[Operand, ...] = ()
        self.causes: tuple[Cause, ...] = ()
        self.open = False


def items_of(lists: tuple[tree.Ref, ...], scope: Scope) -> Looked:
    """Return the items of lists, and why there may be more where there may."""
    looked = Looked()
    causes: list[Cause] = []
    for ref in lists:
        pointer = scope.pointer(ref)
        fact = scope.fact(pointer)
        looked.operands += (operand_of(scope, ref, fact, "list"),)
        if fact.state is State.NOT_APPLICABLE:
            continue
        if fact.state is not State.KNOWN or not isinstance(fact.value, tuple):
            causes += causes_of(fact)
            looked.open = True
            continue
        if not fact.complete:
            causes.append(Cause.NOT_FOUND)
            looked.open = True
        thing = scope.thing(ref)
        for key in fact.value:
            looked.items.append((key, scope.item(pointer, key, thing)))
    looked.causes = tuple(dict.fromkeys(causes))
    return looked


def some(node: tree.Some, scope: Scope) -> Reason:
    """Return the reason for "some", "every", "no" and "exactly one"."""
    looked = items_of(node.lists, scope)
    every = node.quantifier == "every"
    parts: list[Reason] = []
    kept = 0
    for key, bound in _linked_first(node, looked, scope):
        inner = varied(scope, bindings={**scope.bindings, node.var: bound}, in_list=True)
        filtered = evaluate(node.where, inner) if node.where is not None else None
        if filtered is not None and _names_an_entry(node.where, scope):
            # Of the entries of a closed list one is meant; that the others are others explains nothing.
            if filtered.truth is FALSE:
                continue
            filtered = filtered if filtered.truth is UNDECIDED else None
        if filtered is not None and filtered.truth is FALSE:
            # Left out of the list, and kept among the reasons: it is why the item does not count.
            held = negation("not", node.span, filtered) if every else filtered
        else:
            kept += 1
            satisfied = held = evaluate(node.satisfies, inner)
            if filtered is not None and every:
                held = any_of("or", node.span, (negation("not", node.span, filtered), held))
            elif filtered is not None:
                held = all_of("and", node.span, (filtered, held))
            if filtered is not None and filtered.truth is TRUE and satisfied.causes == (Cause.NOT_APPLICABLE,):
                # It is of the list, and what is asked of it does not apply to it: that it is of the list is no answer.
                held = varied(held, truth=UNDECIDED, causes=satisfied.causes)
        parts.append(varied(held, detail={**held.detail, "item": key}))
        if held.truth is TRUE and node.quantifier == "some":
            # One is enough, and it is told; the others could only say so again.
            break
    one_said_of = node.quantifier != "no" and len(parts) == 1 and not looked.open
    if one_said_of and node.where is not None and _names_an_entry(node.where, scope):
        # One entry was meant and is there: what is said of it is the reason.
        return parts[0]
    count = sum(part.truth is TRUE for part in parts)
    detail: dict[str, str | int] = {"quantifier": node.quantifier, "count": count, "of": kept, "var": node.var}
    detail["of_what"] = looked.operands[0].said if looked.operands else ""
    if looked.open:
        detail["incomplete"] = "yes"
    truth, causes = _quantified(node.quantifier, parts, looked)
    return reason("some", node.span, truth, causes, looked.operands, tuple(parts), detail)


def _names_an_entry(where: object, scope: Scope) -> bool:
    """Tell whether the condition of a list says only which entry of a checklist an item is for."""
    if not isinstance(where, tree.Compare) or where.relation != "is" or not isinstance(where.right, tree.Ref):
        return False
    bound = scope.bindings.get(where.right.base)
    return bound is not None and not bound.pointer and not where.right.steps


def _linked_first(node: tree.Some, looked: Looked, scope: Scope) -> list[tuple[str, Bound]]:
    """Return the items to look at, those that a stated link joins to the other thing first."""
    if not isinstance(node.satisfies, tree.Related) or node.quantifier != "some" or not looked.items:
        return looked.items
    other = node.satisfies.right if node.satisfies.left.base == node.var else node.satisfies.left
    joined_to = linked_to(scope.case, scope.pointer(other).rpartition("/")[2])
    return sorted(looked.items, key=lambda item: item[0] not in joined_to)


def _quantified(quantifier: str, parts: list[Reason], looked: Looked) -> tuple[Truth, tuple[Cause, ...]]:
    true = sum(part.truth is TRUE for part in parts)
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


def to_every(node: tree.ToEvery, scope: Scope) -> Reason:
    """Return the reason for an act done to every person in a list: a line for each, as to several recipients."""
    looked = items_of(node.lists, scope)
    act = node.done.act
    parts: list[Reason] = []
    for key, bound in looked.items:
        to = varied(act, to=key) if isinstance(act, tree.Ref) else act
        held = evaluate(varied(node.done, act=to), scope.bind(node.var, bound))
        parts.append(varied(held, detail={**held.detail, "recipient": bound.title}))
    if looked.open:
        others: dict[str, str | int] = {"recipient": "anybody else"}
        parts.append(reason("to_others", node.span, UNDECIDED, looked.causes, looked.operands, detail=others))
    return varied(all_of("to_each", node.span, tuple(parts)), operands=looked.operands)
