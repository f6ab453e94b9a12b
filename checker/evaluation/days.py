"""Days in a rule, worked out as ranges: dates of events, and dates reckoned from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import cast

from checker.clocks import ages, periods, working_days
from checker.evaluation.definitions import value_of
from checker.evaluation.operands import fact_operand, reader, worked_out
from checker.evaluation.scope import Scope
from checker.facts import Days, Fact, State
from checker.findings import Cause, Operand, Reason, Truth
from checker.rulebook.names import Names
from checker.varied import made_often, varied
from dsl.tree import (
    DayExpr,
    DefinedValue,
    Earlier,
    FirstDayOfYear,
    FirstWorkingDay,
    InYear,
    LastDayOf,
    LastWeekdayIn,
    Later,
    LimitEnd,
    Literal,
    Reaches,
    Ref,
    RelevantDate,
    Shift,
)

MONTH_END = "INCLUSIVE-MONTH-END"
LEAP_BIRTHDAY = "LEAP-DAY-BIRTHDAY"


@made_often
@dataclass(frozen=True)
class DayValue:
    """A day as far as it is known.

    ``days`` is set when ``state`` is *known*. ``other`` is the day on the other side of the
    open reading named by ``reading``. ``through`` is the last day an absence is vouched
    for. ``operands`` are the facts it rests on; the first is what it is called by.
    """

    state: State
    days: Days | None
    operands: tuple[Operand, ...]
    causes: tuple[Cause, ...] = ()
    other: Days | None = None
    reading: str = ""
    through: date | None = None


CAUSE_OF = {
    State.NOT_STATED: Cause.NOT_STATED,
    State.NOT_FOUND: Cause.NOT_FOUND,
    State.NOT_COVERED: Cause.NOT_COVERED,
    State.DISPUTED: Cause.DISPUTED,
    State.NOT_APPLICABLE: Cause.NOT_APPLICABLE,
}


def operand_of(scope: Scope, ref: Ref, fact: Fact, role: str) -> Operand:
    """Return the operand for the fact a path leads to."""
    return fact_operand(role, scope.said(ref), scope.owner(ref), scope.pointer(ref), fact)


DayOf = Callable[[Scope], DayValue]
"""A day made ready: what it is in a scope."""


def day_reader(expression: DayExpr, role: str, names: Names) -> DayOf:
    """Return the way to the day an expression stands for; one written in the rule is the same in every scope."""
    if isinstance(expression, Literal) and isinstance(expression.value, date):
        written = _worked_out(Days.on(expression.value), (), role, "")
        return lambda _: written
    if isinstance(expression, Ref):
        read = reader(expression, role, names)

        def day_of_fact(scope: Scope) -> DayValue:
            fact, operand = read(scope)
            return _day_of_fact(fact, (operand,))

        return day_of_fact
    return partial(day_of, expression, role=role)


def day_of(expression: DayExpr, scope: Scope, role: str) -> DayValue:
    """Return the day an expression stands for."""
    match expression:
        case Ref():
            return _of_fact(expression, scope, role)
        case Literal(value=date() as day):
            return _worked_out(Days.on(day), (), role, "")
        case DefinedValue():
            return _defined(expression, scope, role)
        case InYear() | LastWeekdayIn() | Shift() | LastDayOf() | Reaches() | FirstWorkingDay() | FirstDayOfYear():
            return _reckoned(expression, scope, role)
        case Later() | Earlier():
            return _of_several(expression, scope, role)
        case RelevantDate():
            return _given(scope.relevant, role, "the day whose law applies")
        case LimitEnd():
            return _given(scope.period.last if scope.period else None, role, "the last day of the time limit")
        case _:
            msg = f"not a day: {type(expression).__name__}"
            raise TypeError(msg)


def _given(days: Days | None, role: str, said: str) -> DayValue:
    if days is None:
        return DayValue(State.NOT_COVERED, None, (), (Cause.NOT_COVERED,))
    return DayValue(State.KNOWN, days, (Operand(role, said, "", "", State.KNOWN, days, None),))


def _of_fact(ref: Ref, scope: Scope, role: str) -> DayValue:
    fact = scope.fact(scope.pointer(ref))
    return _day_of_fact(fact, (operand_of(scope, ref, fact, role),))


def _day_of_fact(fact: Fact, operands: tuple[Operand, ...]) -> DayValue:
    state = fact.state
    days: Days | None = None
    causes: tuple[Cause, ...] = ()
    through: date | None = None
    value = operands[0].value
    if state is State.KNOWN and isinstance(value, Days):
        days = value
    elif state is State.NOT_HAPPENED:
        through = fact.through
    else:
        causes = (CAUSE_OF.get(state, Cause.NOT_FOUND),)
    return DayValue(state, days, operands, causes, None, "", through)


def _worked_out(days: Days, rests_on: tuple[Operand, ...], role: str, said: str) -> DayValue:
    return DayValue(State.KNOWN, days, (worked_out(role, said, days), *rests_on))


def _defined(expression: DefinedValue, scope: Scope, role: str) -> DayValue:
    chosen, causes, inner, reasons = value_of(expression, scope)
    if chosen is not None:
        return day_of(cast("DayExpr", chosen), inner, role)
    operands = tuple(operand for reason in reasons for operand in operands_of(reason))
    # A definition whose cases turn on a reading carries its name, so that both sides can be run.
    return DayValue(state_of(causes), None, operands, causes, reading=open_reading(reasons))


def operands_of(found: Reason) -> Iterator[Operand]:
    """Yield the operands of a reason and of the reasons within it."""
    yield from found.operands
    for part in found.parts:
        yield from operands_of(part)


def open_reading(reasons: Iterable[Reason]) -> str:
    """Return the name of an open reading that leaves one of the reasons undecided, or nothing."""
    for found in reasons:
        if Cause.OPEN_LAW in found.causes:
            return str(found.detail.get("reading", "")) or open_reading(found.parts)
    return ""


def state_of(causes: tuple[Cause, ...]) -> State:
    """Return the state of a fact that would leave a condition undecided for these causes."""
    for state, cause in CAUSE_OF.items():
        if cause in causes:
            return state
    return State.NOT_FOUND


Reckoned = InYear | LastWeekdayIn | Shift | LastDayOf | Reaches | FirstWorkingDay | FirstDayOfYear


def _reckoned(expression: Reckoned, scope: Scope, role: str) -> DayValue:
    source: DayExpr
    if isinstance(expression, Reaches):
        source = expression.born
    elif isinstance(expression, LastDayOf):
        source = expression.start
    else:
        source = expression.of
    base = day_of(source, scope, "anchor")
    if base.days is None:
        return base
    if isinstance(expression, Shift | LastDayOf) and expression.length.unit == "school_days":
        # Which days those are is in the setting's own calendar, which no file here holds.
        return DayValue(State.NOT_COVERED, None, base.operands, (Cause.NOT_COVERED,))
    lasts: list[date | None] = []
    others: list[date | None] = []
    for end in (base.days.first, base.days.last):
        found, other = _one(expression, end, scope.library.bank_holidays) if end else (None, None)
        lasts.append(found)
        others.append(other or found)
    days = Days(lasts[0], lasts[1])
    other_days = Days(others[0], others[1])
    value = _worked_out(days, base.operands, role, "")
    reading = LEAP_BIRTHDAY if isinstance(expression, Reaches) else MONTH_END
    return _with_other(value, days, other_days, reading, scope)


def _with_other(value: DayValue, days: Days, other: Days, reading: str, scope: Scope) -> DayValue:
    if other == days:
        return value
    chosen = scope.readings.get(reading)
    if chosen is None:
        return varied(value, other=other, reading=reading)
    if chosen:
        return value
    return varied(value, days=other, operands=(varied(value.operands[0], value=other), *value.operands[1:]))


def _one(expression: Reckoned, day: date, closed: frozenset[date]) -> tuple[date, date | None]:
    match expression:
        case FirstWorkingDay(day_counts=counts):
            first = working_days.next_working_day if counts else working_days.first_working_day_after
            return first(day, closed), None
        case FirstDayOfYear():
            on = day if expression.day_counts else day + timedelta(days=1)
            return periods.first_in_a_year(expression.day, expression.month, on), None
        case Shift(length=length) if length.unit == "working_days":
            return working_days.shift(length.n, expression.sign, day, closed), None
        case LastDayOf(length=length) if length.unit == "working_days":
            return working_days.nth_working_day(length.n, day, closed, start_counts=True), None
        case InYear():
            return periods.in_year(
                expression.day, expression.month, cast("periods.YearKind", expression.year), day
            ), None
        case LastWeekdayIn():
            return periods.last_weekday_in(
                expression.weekday, expression.month, cast("periods.YearKind", expression.year), day
            ), None
        case Shift():
            return periods.shift(expression.length, expression.sign, day), None
        case LastDayOf():
            found = periods.last_day(expression.length, day, start_counts=True)
            return found.adopted, found.other
        case Reaches():
            reached = ages.reaches_age(day, expression.years)
            return reached.adopted, reached.other


def _of_several(expression: Later | Earlier, scope: Scope, role: str) -> DayValue:
    values = [day_of(part, scope, role) for part in expression.parts]
    operands = tuple(operand for value in values for operand in value.operands)
    unknown = [value for value in values if value.days is None]
    if unknown:
        return varied(unknown[0], operands=operands)
    pick = max if isinstance(expression, Later) else min
    ranges = [value.days for value in values if value.days]
    firsts = [days.first for days in ranges]
    lasts = [days.last for days in ranges]
    first = pick(f for f in firsts if f) if all(firsts) else None
    last = pick(each for each in lasts if each) if all(lasts) else None
    return _worked_out(Days(first, last), operands, role, "")


def before(days: Days, count: int = 1) -> Days:
    """Return the range ``count`` days earlier."""
    step = timedelta(days=count)
    return Days(days.first - step if days.first else None, days.last - step if days.last else None)


def compare(left: Days, right: Days, relation: str) -> Truth:
    """Compare two ranges: only agreement of every day decides."""
    if relation == "before":
        return _ordered(left, right, strict=True)
    if relation == "on or before":
        return _ordered(left, right, strict=False)
    if relation == "after":
        return _ordered(right, left, strict=True)
    if relation == "on or after":
        return _ordered(right, left, strict=False)
    if left.known_day and right.known_day:
        return Truth.TRUE if left.known_day == right.known_day else Truth.FALSE
    apart = (left.last and right.first and left.last < right.first) or (
        right.last and left.first and right.last < left.first
    )
    return Truth.FALSE if apart else Truth.UNDECIDED


def _ordered(earlier: Days, later: Days, *, strict: bool) -> Truth:
    margin = timedelta(days=1 if strict else 0)
    if earlier.last and later.first and earlier.last + margin <= later.first:
        return Truth.TRUE
    if earlier.first and later.last and earlier.first + margin > later.last:
        return Truth.FALSE
    return Truth.UNDECIDED
