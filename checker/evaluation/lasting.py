"""Things that last: closures, absences, detentions, and the time limit itself."""

from __future__ import annotations

from checker.clocks import absences, periods
from checker.evaluation import days as day_values
from checker.evaluation.days import day_of
from checker.evaluation.deadlines import length_words
from checker.evaluation.scope import Scope
from checker.evaluation.tabled import UNLIMITED, length_of
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.evaluation.values import holds_between
from checker.facts import Days, State
from checker.findings import Cause, Operand, Reason
from dsl import tree

WHOLE_DAYS_AWAY = "WHOLE-DAYS-AWAY"


def compare_length(node: tree.Compare, left: tree.SpanLength, scope: Scope, detail: dict[str, str | int]) -> Reason:
    """Return the reason for a comparison of how long a thing lasts: "closure's length is at least 4 weeks"."""
    ends = _span_ends(left.thing, scope)
    operands = tuple(operand for end in ends for operand in end.operands)
    if not isinstance(node.right, tree.Length | tree.TableValue | tree.ParameterValue):
        msg = "a length is compared with a length"
        raise TypeError(msg)
    given = length_of(node.right, scope)
    wanted = given.value
    operands += given.operands
    if not isinstance(wanted, tree.Length) or wanted == UNLIMITED:
        causes = given.causes or (Cause.NOT_APPLICABLE,)
        return reason("compare", node.span, UNDECIDED, causes, operands, detail=detail)
    detail = {**detail, "limit": length_words(wanted)}
    for end in ends:
        if end.days is None:
            return reason("compare", node.span, UNDECIDED, end.causes or (Cause.NOT_STATED,), operands, detail=detail)
    first, last = ends[0].days, ends[1].days
    if not (first and last and first.first and first.last and last.first and last.last):
        return reason("compare", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
    shortest = (last.first - first.last).days
    longest = (last.last - first.first).days
    needed = (periods.shift(wanted, 1, first.first) - first.first).days
    detail = {**detail, "days": shortest, "needed": needed}
    answers = {holds_between(node.relation, length, needed) for length in (shortest, longest)}
    if len(answers) == 1:
        return reason("compare", node.span, TRUE if answers.pop() else FALSE, (), operands, detail=detail)
    return reason("compare", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)


def _span_ends(thing: tree.Ref, scope: Scope) -> tuple[day_values.DayValue, day_values.DayValue]:
    kind = scope.library.names.things[scope.thing(thing)]
    if kind.span is None:
        msg = f"{kind.name} does not last"
        raise TypeError(msg)
    found = []
    for name in kind.span:
        field = kind.field(name)
        type_ = field.type if field else thing.type
        ref = tree.Ref(thing.base, (*thing.steps, name), type_, thing.span)
        found.append(day_of(ref, scope, "value"))
    return found[0], found[1]


def overlaps_limit(node: tree.OverlapsLimit, scope: Scope) -> Reason:
    """Return the reason for "overlaps the time limit by at least", counted in whole days.

    Whether the days of leaving and returning count is open: both are worked out.
    """
    detail: dict[str, str | int] = {"limit": length_words(node.at_least)}
    ends = _span_ends(node.thing, scope)
    operands = tuple(operand for end in ends for operand in end.operands)
    period = scope.period
    if period is None or not period.first.known_day or not period.last.last:
        return reason("overlaps_limit", node.span, UNDECIDED, (Cause.NOT_COVERED,), operands, detail=detail)
    for end in ends:
        if end.days is None:
            return reason(
                "overlaps_limit", node.span, UNDECIDED, end.causes or (Cause.NOT_STATED,), operands, detail=detail
            )
    start, finish = ends[0].days, ends[1].days
    if not (start and finish and start.known_day and finish.known_day):
        return reason("overlaps_limit", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
    needed = (periods.shift(node.at_least, 1, start.known_day) - start.known_day).days
    counted = absences.days_away(start.known_day, finish.known_day, Days(period.first.known_day, period.last.last))
    detail = {**detail, "days": counted.without_ends, "days_most": counted.with_ends, "needed": needed}
    if counted.without_ends >= needed:
        return reason("overlaps_limit", node.span, TRUE, (), operands, detail=detail)
    if counted.with_ends < needed:
        return reason("overlaps_limit", node.span, FALSE, (), operands, detail=detail)
    chosen = scope.readings.get(WHOLE_DAYS_AWAY)
    if chosen is None:
        opened = {**detail, "reading": WHOLE_DAYS_AWAY}
        return reason("overlaps_limit", node.span, UNDECIDED, (Cause.OPEN_LAW,), operands, detail=opened)
    return reason("overlaps_limit", node.span, FALSE if chosen else TRUE, (), operands, detail=detail)


def limit_overlaps(node: tree.LimitOverlaps, scope: Scope) -> Reason:
    """Return the reason for "the time limit overlaps the period"."""
    window = Operand("against", "the period", "", "", State.KNOWN, Days(node.first, node.last), None)
    period = scope.period
    if period is None or period.first.first is None or period.last.last is None:
        return reason("limit_overlaps", node.span, UNDECIDED, (Cause.NOT_COVERED,), (window,))
    limit = Operand("value", "the time limit", "", "", State.KNOWN, Days(period.first.first, period.last.last), None)
    overlaps = period.first.first <= node.last and period.last.last >= node.first
    return reason("limit_overlaps", node.span, TRUE if overlaps else FALSE, (), (limit, window))


def covers(node: tree.Covers, scope: Scope) -> Reason:
    """Return the reason for "covers D"."""
    start, finish = _span_ends(node.thing, scope)
    day = day_of(node.day, scope, "on")
    operands = (*start.operands, *finish.operands, *day.operands)
    for side in (start, day):
        if side.days is None:
            return reason("covers", node.span, UNDECIDED, side.causes or (Cause.NOT_STATED,), operands)
    if start.days is None or day.days is None:
        return reason("covers", node.span, UNDECIDED, (Cause.NOT_STATED,), operands)
    begun = day_values.compare(start.days, day.days, "on or before")
    if finish.days is None:
        # A detention whose end has not happened goes on.
        ended = TRUE if finish.state is State.NOT_HAPPENED else UNDECIDED
    else:
        ended = day_values.compare(day.days, finish.days, "on or before")
    if FALSE in (begun, ended):
        return reason("covers", node.span, FALSE, (), operands)
    if UNDECIDED in (begun, ended):
        return reason("covers", node.span, UNDECIDED, finish.causes or (Cause.NOT_STATED,), operands)
    return reason("covers", node.span, TRUE, (), operands)
