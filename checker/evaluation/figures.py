"""Numbers in a rule: counted, added up, reckoned, and compared.

A number is a pair, what is sure and what is possible: nothing that is not known is added
as 0, and a comparison is decided only where every number of both pairs agrees.

Keys of ``detail``: ``relation``; ``figure`` and ``against_figure``, the numbers compared,
each with a ``_most`` beside it where only a pair is known, and each absent where there is
no bound; ``margin``, how near is near; ``sum``, how the first is worked out (total, share,
calculation); ``unit``; ``given_by``, ``under`` and ``under_ids`` as in
:class:`checker.evaluation.tabled.Given`; of a number of things ``count``, ``possible`` and
``against``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker.evaluation.evaluate import evaluate
from checker.evaluation.lists import Looked, items_of
from checker.evaluation.scope import Scope
from checker.evaluation.tabled import given_by
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, joined, reason
from checker.evaluation.values import plain_value
from checker.facts import Fact, State
from checker.findings import Cause, Operand, Reason, Truth
from dsl import tree
from dsl.vocabulary import Number

if TYPE_CHECKING:
    from fractions import Fraction

    Amount = int | Fraction

_HUNDRED = 100


@dataclass(frozen=True)
class Figure:
    """A number as far as it is known: no less than ``low``, no more than ``high``; None is no bound."""

    low: Amount | None
    high: Amount | None
    causes: tuple[Cause, ...]
    operands: tuple[Operand, ...]
    parts: tuple[Reason, ...] = ()
    detail: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


def figure_of(value: object, scope: Scope, role: str) -> Figure:
    """Return the number a value of a rule comes to."""
    made = _KINDS.get(type(value))
    if made is not None:
        return made(value, scope, role)
    found, operand = plain_value(value, scope, role)
    if isinstance(found, Fact):
        cause = _CAUSES.get(found.state, Cause.NOT_FOUND)
        return Figure(None, None, (cause,), (operand,))
    return Figure(found, found, (), (operand,))


def is_figure(side: object) -> bool:
    """Tell whether a side of a comparison is a number that is worked out, an amount of money or a rate."""
    if type(side) in _KINDS and not isinstance(side, tree.TableValue | tree.ParameterValue):
        return True
    type_ = getattr(side, "type", None)
    if not isinstance(type_, Number):
        return False
    return isinstance(side, tree.TableValue | tree.ParameterValue) or "pence" in type_.unit or "per " in type_.unit


def compare_figures(node: tree.Compare, scope: Scope) -> Reason:
    """Return the reason for a comparison of two numbers."""
    left, right = figure_of(node.left, scope, "value"), figure_of(node.right, scope, "against")
    detail: dict[str, str | int] = {"relation": node.relation}
    if type(node.left) in _SUMS:
        detail["sum"] = _SUMS[type(node.left)]
    if "count" in left.detail and right.known and isinstance(right.low, int):
        detail |= {**left.detail, "against": right.low}
    else:
        detail |= {**_printed("figure", left), **_printed("against_figure", right), **_unit(node)}
    for side in (left, right):
        detail |= side.detail if "given_by" in side.detail else {}
    return _decided("compare", node.span, holds(node.relation, left, right), (left, right), detail)


def within_of(node: tree.WithinOf, scope: Scope) -> Reason:
    """Return the reason for "is within V of W"."""
    what, of = figure_of(node.what, scope, "value"), figure_of(node.of, scope, "against")
    by = figure_of(node.by, scope, "margin")
    apart = _apart(_minus(what, of))
    detail = {**_printed("figure", what), **_printed("against_figure", of), **_printed("margin", by), **_unit(node)}
    return _decided("within_of", node.span, holds("at most", apart, by), (what, of, by), detail)


def holds(relation: str, left: Figure, right: Figure) -> Truth:
    """Compare two numbers of which only bounds may be known."""
    match relation:
        case "at least":
            return _at_least(left, right)
        case "at most":
            return _at_least(right, left)
        case "more than":
            return _contrary(_at_least(right, left))
        case "less than":
            return _contrary(_at_least(left, right))
        case "is":
            return _equal(left, right)
        case _:
            return _contrary(_equal(left, right))


def _at_least(left: Figure, right: Figure) -> Truth:
    if left.low is not None and right.high is not None and left.low >= right.high:
        return TRUE
    if left.high is not None and right.low is not None and left.high < right.low:
        return FALSE
    return UNDECIDED


def _equal(left: Figure, right: Figure) -> Truth:
    if left.known and right.known:
        return TRUE if left.low == right.low else FALSE
    apart = _at_least(left, right) is FALSE or _at_least(right, left) is FALSE
    return FALSE if apart else UNDECIDED


def _contrary(truth: Truth) -> Truth:
    return {TRUE: FALSE, FALSE: TRUE}.get(truth, UNDECIDED)


def _decided(
    kind: str, span: tree.Span, truth: Truth, figures: tuple[Figure, ...], detail: Mapping[str, str | int]
) -> Reason:
    operands = tuple(operand for figure in figures for operand in figure.operands)
    parts = tuple(part for figure in figures for part in figure.parts)
    causes: tuple[Cause, ...] = ()
    if truth is UNDECIDED:
        held = {cause for figure in figures for cause in figure.causes}
        # A figure that there is none of leaves nothing to compare, whatever else is unknown.
        void = Cause.NOT_APPLICABLE in held
        causes = (Cause.NOT_APPLICABLE,) if void else _in_order(held) or (Cause.NOT_STATED,)
    return reason(kind, span, truth, causes, operands, parts, detail)


def _in_order(causes: set[Cause]) -> tuple[Cause, ...]:
    return joined([reason("", tree.Span("", 0, 0, 0, 0), UNDECIDED, (cause,)) for cause in causes]) if causes else ()


# Lists --------------------------------------------------------------------


def _number_of(node: tree.NumberOf, scope: Scope, _: str) -> Figure:
    looked = items_of(node.lists, scope)
    sure = possible = 0
    parts: list[Reason] = []
    for _, bound in looked.items:
        inner = scope.bind(node.var, bound)
        held = evaluate(node.where, inner) if node.where else reason("always", node.span, TRUE)
        parts.append(held)
        sure += held.truth is TRUE
        possible += held.truth is not FALSE
    return Figure(
        low=sure,
        high=None if looked.open else possible,
        causes=_causes(parts, looked),
        operands=looked.operands,
        parts=tuple(parts),
        detail={"count": sure, "possible": possible},
    )


def _total_of(node: tree.TotalOf, scope: Scope, role: str) -> Figure:
    looked = items_of(node.lists, scope)
    low: Amount | None = 0
    high: Amount | None = 0
    parts: list[Reason] = []
    causes: list[Cause] = []
    operands: list[Operand] = list(looked.operands)
    for _, bound in looked.items:
        inner = scope.bind(node.var, bound)
        held = evaluate(node.where, inner) if node.where else None
        if held is not None:
            parts.append(held)
            if held.truth is FALSE:
                continue
        each = figure_of(node.value, inner, role)
        operands += each.operands
        parts += each.parts
        causes += each.causes
        sure = held is None or held.truth is TRUE
        causes += () if held is None or sure else held.causes
        low = _plus(low, each.low if sure else _least(each.low, 0))
        high = _plus(high, each.high if sure else _most(each.high, 0))
    if looked.open:
        low = high = None
        causes += looked.causes
    return Figure(low, high, tuple(dict.fromkeys(causes)), tuple(operands), tuple(parts), {"sum": "total"})


def _share_of(node: tree.ShareOf, scope: Scope, role: str) -> Figure:
    counted = _number_of(tree.NumberOf(node.var, node.lists, node.where, node.span), scope, role)
    looked = items_of(node.lists, scope)
    if looked.open or not looked.items:
        causes = counted.causes or (Cause.NOT_APPLICABLE,)
        return Figure(0 if looked.open else None, _HUNDRED if looked.open else None, causes, looked.operands)
    whole = len(looked.items)
    low, high = (_ratio(end * _HUNDRED, whole) if end is not None else None for end in (counted.low, counted.high))
    return Figure(low, high, counted.causes, counted.operands, counted.parts)


def percentage(counts: Figure, out_of: Figure) -> Figure:
    """Return one number of things as a percentage of another that takes them in: between none and all of them."""
    joined_ = _joined(counts, out_of, 0, _HUNDRED)
    if out_of.high == 0:
        return Figure(None, None, (Cause.NOT_APPLICABLE,), joined_.operands, joined_.parts)
    low, high = joined_.low, joined_.high
    if counts.low is not None and out_of.high is not None:
        low = _ratio(counts.low * _HUNDRED, out_of.high)
    if counts.high is not None and out_of.low:
        high = min(_ratio(counts.high * _HUNDRED, out_of.low), _HUNDRED)
    return Figure(low, high, joined_.causes, joined_.operands, joined_.parts)


def _causes(parts: list[Reason], looked: Looked) -> tuple[Cause, ...]:
    return tuple(dict.fromkeys((*joined([part for part in parts if part.truth is UNDECIDED]), *looked.causes)))


# Reckoning ----------------------------------------------------------------


def _arithmetic(node: tree.Arithmetic, scope: Scope, role: str) -> Figure:
    left, right = figure_of(node.left, scope, role), figure_of(node.right, scope, role)
    match node.operator:
        case "plus":
            return _joined(left, right, _plus(left.low, right.low), _plus(left.high, right.high))
        case "minus":
            return _minus(left, right)
        case "times":
            return _times(left, right)
        case _:
            scale = _HUNDRED if node.operator == "as a percentage of" else 1
            return _divided(left, right, scale)


def _minus(left: Figure, right: Figure) -> Figure:
    return _joined(left, right, _plus(left.low, _negative(right.high)), _plus(left.high, _negative(right.low)))


def _times(left: Figure, right: Figure) -> Figure:
    if None in (left.low, left.high, right.low, right.high):
        return _joined(left, right, None, None)
    ends = [a * b for a in (left.low, left.high) for b in (right.low, right.high) if a is not None and b is not None]
    return _joined(left, right, min(ends), max(ends))


def _divided(left: Figure, right: Figure, scale: int) -> Figure:
    if right.known and right.low == 0:
        # Nothing is a share of nothing: there is no such figure.
        void = _joined(left, right, None, None)
        return Figure(None, None, (Cause.NOT_APPLICABLE,), void.operands, void.parts)
    if left.low is None or left.high is None or right.low is None or right.high is None or right.low <= 0 <= right.high:
        return _joined(left, right, None, None)
    ends = [_ratio(a * scale, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    return _joined(left, right, min(ends), max(ends))


def _apart(difference: Figure) -> Figure:
    """Return how far apart two numbers are, whichever is the greater."""
    low, high = difference.low, difference.high
    if low is None or high is None:
        return difference
    ends = [end if end >= 0 else -end for end in (low, high)]
    least = 0 if low <= 0 <= high else min(ends)
    return Figure(least, max(ends), difference.causes, difference.operands, difference.parts)


def _joined(left: Figure, right: Figure, low: Amount | None, high: Amount | None) -> Figure:
    causes = tuple(dict.fromkeys((*left.causes, *right.causes)))
    return Figure(low, high, causes, (*left.operands, *right.operands), (*left.parts, *right.parts))


def _plus(left: Amount | None, right: Amount | None) -> Amount | None:
    return None if left is None or right is None else left + right


def _negative(end: Amount | None) -> Amount | None:
    return None if end is None else -end


def _least(end: Amount | None, other: int) -> Amount | None:
    return None if end is None else min(end, other)


def _most(end: Amount | None, other: int) -> Amount | None:
    return None if end is None else max(end, other)


def _ratio(one: Amount, other: Amount) -> Amount:
    from fractions import Fraction  # noqa: PLC0415  (few rules divide, and a check should not wait for it)

    found = Fraction(one) / Fraction(other)
    return int(found) if found.denominator == 1 else found


def _of_table(node: tree.TableValue | tree.ParameterValue, scope: Scope, role: str) -> Figure:
    given = given_by(node, scope)
    if not isinstance(given.value, tree.Literal):
        return Figure(None, None, given.causes, given.operands)
    value: Any = given.value.value
    own = Operand(role, f"“{given.title}”", "", "", State.KNOWN, value if isinstance(value, int) else None, None)
    return Figure(value, value, (), (own, *given.operands), detail=given.told)


def _printed(name: str, figure: Figure) -> dict[str, str | int]:
    """Return the bounds of a figure as whole numbers, or as fractions in words a sentence can read back."""
    found: dict[str, str | int] = {}
    if figure.low is not None:
        found[name] = figure.low if isinstance(figure.low, int) else str(figure.low)
    if figure.high is not None and not figure.known:
        found[f"{name}_most"] = figure.high if isinstance(figure.high, int) else str(figure.high)
    return found


def _unit(node: tree.Compare | tree.WithinOf) -> dict[str, str | int]:
    sides = (node.left, node.right) if isinstance(node, tree.Compare) else (node.what, node.of)
    for side in sides:
        if isinstance(side, tree.ShareOf):
            return {"unit": "per cent"}
        type_ = getattr(side, "type", None)
        if isinstance(type_, Number) and type_.unit:
            return {"unit": type_.unit}
    return {}


_SUMS: Mapping[type, str] = MappingProxyType(
    {tree.TotalOf: "total", tree.ShareOf: "share", tree.Arithmetic: "calculation"}
)
_CAUSES: Mapping[State, Cause] = MappingProxyType(
    {
        State.NOT_STATED: Cause.NOT_STATED,
        State.NOT_COVERED: Cause.NOT_COVERED,
        State.DISPUTED: Cause.DISPUTED,
        State.NOT_APPLICABLE: Cause.NOT_APPLICABLE,
    }
)
_KINDS: Mapping[type, Callable[[Any, Scope, str], Figure]] = MappingProxyType(
    {
        tree.NumberOf: _number_of,
        tree.TotalOf: _total_of,
        tree.ShareOf: _share_of,
        tree.Arithmetic: _arithmetic,
        tree.TableValue: _of_table,
        tree.ParameterValue: _of_table,
    }
)
