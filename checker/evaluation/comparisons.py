"""Comparisons: of days, of values, of ages, with closed lists."""

from __future__ import annotations

from datetime import date
from typing import cast

from checker.clocks import ages
from checker.evaluation import days as day_values
from checker.evaluation.days import LEAP_BIRTHDAY, day_of, operand_of
from checker.evaluation.figures import compare_figures, is_figure
from checker.evaluation.lasting import compare_length
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, reason
from checker.evaluation.values import causes_of, holds_between, plain_value
from checker.facts import Fact, State
from checker.findings import Cause, Operand, Reason
from dsl import tree
from dsl.vocabulary import Event


def compare(node: tree.Compare, scope: Scope) -> Reason:
    """Return the reason for a comparison."""
    detail: dict[str, str | int] = {"relation": node.relation}
    if isinstance(node.left, tree.SpanLength):
        return compare_length(node, node.left, scope, detail)
    if is_figure(node.left) or is_figure(node.right):
        return compare_figures(node, scope)
    if node.relation in ("before", "after", "on or before", "on or after") or _is_day(node.left):
        left = day_of(cast("tree.DayExpr", node.left), scope, "value")
        right = day_of(cast("tree.DayExpr", node.right), scope, "against")
        operands = (*left.operands, *right.operands)
        if isinstance(node.left, tree.Ref) and isinstance(node.left.type, Event):
            detail["of_events"] = "yes"
        for side in (left, right):
            if side.days is None:
                causes = side.causes or (Cause.NOT_STATED,)
                if side.reading:
                    detail["reading"] = side.reading
                return reason("compare", node.span, UNDECIDED, causes, operands, detail=detail)
        return _compared_days(node, left, right, operands, detail)
    return _compare_values(node, scope, detail)


def _is_day(value: object) -> bool:
    return isinstance(value, tree.Literal) and isinstance(value.value, date)


def _compared_days(
    node: tree.Compare,
    left: day_values.DayValue,
    right: day_values.DayValue,
    operands: tuple[Operand, ...],
    detail: dict[str, str | int],
) -> Reason:
    if left.days is None or right.days is None:
        return reason("compare", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
    relation = "is" if node.relation == "is not" else node.relation
    truth = day_values.compare(left.days, right.days, relation)
    other = day_values.compare(left.other or left.days, right.other or right.days, relation)
    if (left.reading or right.reading) and truth is not other:
        reading = left.reading or right.reading
        return reason(
            "compare", node.span, UNDECIDED, (Cause.OPEN_LAW,), operands, detail={**detail, "reading": reading}
        )
    if truth is UNDECIDED:
        return reason("compare", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
    if node.relation == "is not" and truth is not UNDECIDED:
        truth = FALSE if truth is TRUE else TRUE
    if left.days.known_day and right.days.known_day:
        detail = {**detail, "days_apart": abs((left.days.known_day - right.days.known_day).days)}
    return reason("compare", node.span, truth, (), operands, detail=detail)


def _compare_values(node: tree.Compare, scope: Scope, detail: dict[str, str | int]) -> Reason:
    left, left_operand = plain_value(node.left, scope, "value")
    right, right_operand = plain_value(node.right, scope, "against")
    operands = (left_operand, right_operand)
    for side in (left, right):
        if isinstance(side, Fact):
            causes = causes_of(side)
            return reason("compare", node.span, UNDECIDED, causes, operands, detail=detail)
    truth = TRUE if holds_between(node.relation, left, right) else FALSE
    return reason("compare", node.span, truth, (), operands, detail=detail)


def between(node: tree.Between, scope: Scope) -> Reason:
    """Return the reason for "is between", both ends in."""
    low = tree.Compare("on or after" if _dayish(node) else "at least", node.what, node.low, node.span)
    high = tree.Compare("on or before" if _dayish(node) else "at most", node.what, node.high, node.span)
    return all_of("between", node.span, (compare(low, scope), compare(high, scope)))


def _dayish(node: tree.Between) -> bool:
    return not (isinstance(node.low, tree.Literal) and not isinstance(node.low.value, date))


def one_of(node: tree.OneOf, scope: Scope) -> Reason:
    """Return the reason for "is one of"."""
    value, operand = plain_value(node.what, scope, "value")
    codes = node.codes or tuple(entry.name for entry in scope.library.book.checklists[node.checklist].entries)
    detail: dict[str, str | int] = {"options": "; ".join(_titles(node, codes, scope))}
    if node.negated:
        detail["negated"] = "yes"
    if isinstance(value, Fact):
        return reason("one_of", node.span, UNDECIDED, causes_of(value), (operand,), detail=detail)
    held = value in codes
    return reason("one_of", node.span, TRUE if held is not node.negated else FALSE, (), (operand,), detail=detail)


def _titles(node: tree.OneOf, codes: tuple[str, ...], scope: Scope) -> list[str]:
    if node.checklist:
        return [entry.title for entry in scope.library.book.checklists[node.checklist].entries]
    type_ = node.what.type if isinstance(node.what, tree.Ref) else None
    title = getattr(type_, "title", None)
    return [title(code) if title else code for code in codes]


def includes(node: tree.Includes, scope: Scope) -> Reason:
    """Return the reason for "includes"."""
    fact = scope.fact(scope.pointer(node.what))
    operand = operand_of(scope, node.what, fact, "value")
    wanted, against = plain_value(node.value, scope, "against")
    of = getattr(node.what.type, "of", None)
    title = of.title(wanted) if of is not None and isinstance(wanted, str) else str(wanted)
    detail: dict[str, str | int] = {"options": title}
    if node.negated:
        detail["negated"] = "yes"
    if fact.state is not State.KNOWN:
        return reason("includes", node.span, UNDECIDED, causes_of(fact), (operand, against), detail=detail)
    held = isinstance(fact.value, tuple) and wanted in fact.value
    return reason(
        "includes", node.span, TRUE if held is not node.negated else FALSE, (), (operand, against), detail=detail
    )


def age(node: tree.Age, scope: Scope) -> Reason:
    """Return the reason for "is under N on D" and "is N or over on D"."""
    born = day_of(node.born, scope, "born")
    on = day_of(node.on, scope, "on")
    operands = (*born.operands, *on.operands)
    detail: dict[str, str | int] = {"years": node.years, "under": "yes" if node.under else "no"}
    for side in (born, on):
        if side.days is None:
            return reason("age", node.span, UNDECIDED, side.causes or (Cause.NOT_STATED,), operands, detail=detail)
    answers = {}
    for birth in (born.days.first, born.days.last) if born.days else ():
        for day in (on.days.first, on.days.last) if on.days else ():
            if birth is None or day is None:
                return reason("age", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
            reached_on = ages.reaches_age(birth, node.years)
            adopted, other = reached_on.adopted, reached_on.other
            answers[(birth, day)] = (day >= adopted, day >= (other or adopted))
            detail["age"] = ages.age_on(birth, day).adopted
    if len({pair[0] for pair in answers.values()} | {pair[1] for pair in answers.values()}) == 1:
        reached = next(iter(answers.values()))[0]
        return reason("age", node.span, TRUE if reached is not node.under else FALSE, (), operands, detail=detail)
    if all(pair[0] != pair[1] for pair in answers.values()):
        chosen = scope.readings.get(LEAP_BIRTHDAY)
        if chosen is None:
            opened = {**detail, "reading": LEAP_BIRTHDAY}
            return reason("age", node.span, UNDECIDED, (Cause.OPEN_LAW,), operands, detail=opened)
        reached = next(iter(answers.values()))[0 if chosen else 1]
        return reason("age", node.span, TRUE if reached is not node.under else FALSE, (), operands, detail=detail)
    return reason("age", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
