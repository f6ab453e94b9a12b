"""Comparisons: of days, of values, of ages, with closed lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import cast

from checker.clocks import ages
from checker.evaluation import days as day_values
from checker.evaluation.days import LEAP_BIRTHDAY, day_reader
from checker.evaluation.evaluate import Test
from checker.evaluation.figures import compare_figures, is_figure
from checker.evaluation.lasting import compare_length
from checker.evaluation.operands import reader
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, all_of, reason
from checker.evaluation.values import HOLDS, causes_of, value_reader
from checker.facts import Fact, State
from checker.findings import Cause, Operand, Reason
from checker.rulebook.library import Library
from dsl import tree
from dsl.vocabulary import Event

_OF_DAYS = ("before", "after", "on or before", "on or after")


def compare(node: tree.Compare, library: Library) -> Test:
    """Make a comparison ready."""
    if isinstance(node.left, tree.SpanLength):
        lasting = node.left
        return lambda scope: compare_length(node, lasting, scope, {"relation": node.relation})
    if is_figure(node.left) or is_figure(node.right):
        return partial(compare_figures, node)
    if node.relation in _OF_DAYS or _is_day(node.left):
        return _compare_days(node, library)
    return _compare_values(node, library)


def _compare_days(node: tree.Compare, library: Library) -> Test:
    left_of = day_reader(cast("tree.DayExpr", node.left), "value", library.names)
    right_of = day_reader(cast("tree.DayExpr", node.right), "against", library.names)
    of_events = isinstance(node.left, tree.Ref) and isinstance(node.left.type, Event)

    def test(scope: Scope) -> Reason:
        left, right = left_of(scope), right_of(scope)
        operands = (*left.operands, *right.operands)
        detail: dict[str, str | int] = {"relation": node.relation}
        if of_events:
            detail["of_events"] = "yes"
        for side in (left, right):
            if side.days is None:
                causes = side.causes or (Cause.NOT_STATED,)
                if side.reading:
                    detail["reading"] = side.reading
                return reason("compare", node.span, UNDECIDED, causes, operands, detail=detail)
        return _compared_days(node, left, right, operands, detail)

    return test


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


def _compare_values(node: tree.Compare, library: Library) -> Test:
    left_of = value_reader(node.left, "value", library.names)
    right_of = value_reader(node.right, "against", library.names)
    holds = HOLDS[node.relation]
    span = node.span
    detail: Mapping[str, str | int] = {"relation": node.relation}

    def test(scope: Scope) -> Reason:
        left, left_operand = left_of(scope)
        right, right_operand = right_of(scope)
        operands = (left_operand, right_operand)
        for side in (left, right):
            if isinstance(side, Fact):
                return reason("compare", span, UNDECIDED, causes_of(side), operands, (), detail)
        return reason("compare", span, TRUE if holds(left, right) else FALSE, (), operands, (), detail)

    return test


def between(node: tree.Between, library: Library) -> Test:
    """Make "is between" ready, both ends in."""
    low = compare(tree.Compare("on or after" if _dayish(node) else "at least", node.what, node.low, node.span), library)
    high = compare(
        tree.Compare("on or before" if _dayish(node) else "at most", node.what, node.high, node.span), library
    )
    return lambda scope: all_of("between", node.span, (low(scope), high(scope)))


def _dayish(node: tree.Between) -> bool:
    return not (isinstance(node.low, tree.Literal) and not isinstance(node.low.value, date))


def one_of(node: tree.OneOf, library: Library) -> Test:
    """Make "is one of" ready."""
    value_of = value_reader(node.what, "value", library.names)
    codes, titles = _codes(node, library)
    detail: dict[str, str | int] = {"options": "; ".join(titles)}
    if node.negated:
        detail["negated"] = "yes"

    def test(scope: Scope) -> Reason:
        value, operand = value_of(scope)
        if isinstance(value, Fact):
            return reason("one_of", node.span, UNDECIDED, causes_of(value), (operand,), (), detail)
        held = value in codes
        return reason("one_of", node.span, TRUE if held is not node.negated else FALSE, (), (operand,), (), detail)

    return test


def _codes(node: tree.OneOf, library: Library) -> tuple[tuple[str, ...], list[str]]:
    """Return the codes that a value may be one of, and what each is called."""
    entries = library.book.checklists[node.checklist].entries if node.checklist else ()
    codes = node.codes or tuple(entry.name for entry in entries)
    if node.checklist:
        return codes, [entry.title for entry in entries]
    type_ = node.what.type if isinstance(node.what, tree.Ref) else None
    title = getattr(type_, "title", None)
    return codes, [title(code) if title else code for code in codes]


def includes(node: tree.Includes, library: Library) -> Test:
    """Make "includes" ready."""
    read = reader(node.what, "value", library.names)
    wanted_of = value_reader(node.value, "against", library.names)
    of = getattr(node.what.type, "of", None)
    span, negated = node.span, node.negated

    def told(wanted: object) -> Mapping[str, str | int]:
        title = of.title(wanted) if of is not None and isinstance(wanted, str) else str(wanted)
        return {"options": title, "negated": "yes"} if negated else {"options": title}

    written = told(node.value.value) if isinstance(node.value, tree.Literal) else None

    def test(scope: Scope) -> Reason:
        fact, operand = read(scope)
        wanted, against = wanted_of(scope)
        detail = written or told(wanted)
        operands = (operand, against)
        if fact.state is not State.KNOWN:
            return reason("includes", span, UNDECIDED, causes_of(fact), operands, (), detail)
        listed = operand.value
        held = isinstance(listed, tuple) and wanted in listed
        return reason("includes", span, TRUE if held is not negated else FALSE, (), operands, (), detail)

    return test


def age(node: tree.Age, library: Library) -> Test:
    """Make "is under N on D" and "is N or over on D" ready."""
    born_on = day_reader(node.born, "born", library.names)
    day_of = day_reader(node.on, "on", library.names)
    return lambda scope: _aged(node, born_on(scope), day_of(scope), scope)


def _aged(node: tree.Age, born: day_values.DayValue, on: day_values.DayValue, scope: Scope) -> Reason:
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
