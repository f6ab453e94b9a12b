"""The typed tree: where things stand, citations, values and limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dsl.vocabulary import Type

if TYPE_CHECKING:
    from fractions import Fraction

    from dsl.tree_conditions import Condition


@dataclass(frozen=True)
class Span:
    """Where something stands in a rule file: lines and columns count from 1."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Citation:
    """A provision as the rule cites it, and the authorities that stand for it."""

    text: str
    authorities: tuple[str, ...]


@dataclass(frozen=True)
class Length:
    """A length of time: ``n`` of a ``unit``.

    The units are days, weeks, months, years, working_days and school_days. Only a table
    gives 0 of a unit: at once, on the day it runs from.
    """

    n: int
    unit: str


# Values -------------------------------------------------------------------


@dataclass(frozen=True)
class Ref:
    """A path to a fact: ``base`` is a loop variable, or empty for the case itself.

    ``the final_plan's sending`` is ``Ref("", ("final_plan", "sending"))``. For an event
    with recipients, ``to`` is the party meant. A loop variable alone has no steps.
    """

    base: str
    steps: tuple[str, ...]
    type: Type
    span: Span
    to: str = ""

    @cached_property
    def below(self) -> str:
        """The path as it is written below what it starts from: ``/sending/family``."""
        return "".join(f"/{step}" for step in (*self.steps, *((self.to,) if self.to else ())))


@dataclass(frozen=True)
class Literal:
    """A value written in the rule: a number, day, code, yes or no, or words.

    Money is a number of pence; a number with decimals is a fraction, and exact.
    """

    value: int | Fraction | str | bool | date
    type: Type
    span: Span


@dataclass(frozen=True)
class InYear:
    """``15 February in the calendar_year of D``: that day in the year D falls in."""

    day: int
    month: int
    year: str
    of: DayExpr
    span: Span


@dataclass(frozen=True)
class LastWeekdayIn:
    """``the last Friday in June in the school_year of D``. Monday is 0."""

    weekday: int
    month: int
    year: str
    of: DayExpr
    span: Span


@dataclass(frozen=True)
class LastDayOf:
    """``the last day of 15 days starting with D``: D is day 1."""

    length: Length
    start: DayExpr
    span: Span


@dataclass(frozen=True)
class Shift:
    """``3 years after D`` (sign 1) or ``12 months before D`` (sign -1)."""

    length: Length
    sign: int
    of: DayExpr
    span: Span


@dataclass(frozen=True)
class Reaches:
    """``the day the child reaches 16``: ``born`` is the day of birth."""

    born: Ref
    years: int
    span: Span


@dataclass(frozen=True)
class FirstWorkingDay:
    """``the first working day after D`` (``day_counts`` false) or ``on or after D`` (true)."""

    of: DayExpr
    day_counts: bool
    span: Span


@dataclass(frozen=True)
class FirstDayOfYear:
    """``the first 31 July on or after D`` (``day_counts`` true) or ``after D`` (false)."""

    day: int
    month: int
    of: DayExpr
    day_counts: bool
    span: Span


@dataclass(frozen=True)
class Later:
    """``the later of (…)``."""

    parts: tuple[DayExpr, ...]
    span: Span


@dataclass(frozen=True)
class Earlier:
    """``the earlier of (…)``."""

    parts: tuple[DayExpr, ...]
    span: Span


@dataclass(frozen=True)
class DefinedValue:
    """A definition with cases, used as a value; ``subject`` is what it is a definition of."""

    name: str
    subject: Ref
    span: Span


@dataclass(frozen=True)
class RelevantDate:
    """``the relevant_date``: the day whose law governs the rule being evaluated."""

    span: Span


@dataclass(frozen=True)
class LimitEnd:
    """``the time limit`` used as a day: the last day of the excepted rule's period."""

    span: Span


DayExpr = (
    Ref
    | Literal
    | InYear
    | LastWeekdayIn
    | LastDayOf
    | Shift
    | Reaches
    | FirstWorkingDay
    | FirstDayOfYear
    | Later
    | Earlier
    | DefinedValue
    | RelevantDate
    | LimitEnd
)


@dataclass(frozen=True)
class SpanLength:
    """``closure's length``: the time between the two ends of a thing that lasts."""

    thing: Ref
    span: Span


@dataclass(frozen=True)
class NumberOf:
    """``the number of provisions in section F [where (C)]``."""

    var: str
    lists: tuple[Ref, ...]
    where: Condition | None
    span: Span


@dataclass(frozen=True)
class TotalOf:
    """``the total of V for each X in LIST [where (C)]``: a number, of the unit ``type`` names.

    Like a number of things it is worked out as a pair, sure and possible: nothing that
    is not known is added as 0.
    """

    value: Value
    var: str
    lists: tuple[Ref, ...]
    where: Condition | None
    type: Type
    span: Span


@dataclass(frozen=True)
class ShareOf:
    """``the share of X in LIST where (C)``: per cent of the items, undecided of an empty list."""

    var: str
    lists: tuple[Ref, ...]
    where: Condition
    span: Span


@dataclass(frozen=True)
class Arithmetic:
    """Two numbers joined by an ``operator``.

    The operators are ``plus``, ``minus``, ``times``, ``divided by`` and ``as a percentage
    of``. ``type`` is a number of the unit that comes of it. Dividing by 0 gives no number.
    """

    operator: str
    left: Value
    right: Value
    type: Type
    span: Span


@dataclass(frozen=True)
class TableValue:
    """``the order_time for order's kind``: what a table gives for the values of its keys.

    It gives a length of time (``type`` None), a number or a code. ``as_at`` is the day
    whose rows are read; None is the day of an ``as at`` around it, or else the relevant
    date of the rule.
    """

    table: str
    keys: tuple[Value, ...]
    as_at: DayExpr | None
    type: Type | None
    span: Span


@dataclass(frozen=True)
class ParameterValue:
    """A parameter by its name, on the day ``as_at``; None as for :class:`TableValue`."""

    parameter: str
    as_at: DayExpr | None
    type: Type | None
    span: Span


Value = DayExpr | SpanLength | NumberOf | TotalOf | ShareOf | Arithmetic | TableValue | ParameterValue


# Limits -------------------------------------------------------------------


@dataclass(frozen=True)
class Within:
    """``within 8 weeks of D`` (``start_counts`` false), or ``starting with D`` (true).

    A ``length`` that a table or a parameter gives may prove to be no limit.
    """

    length: Length | TableValue | ParameterValue
    start: DayExpr
    start_counts: bool
    span: Span


@dataclass(frozen=True)
class AtLeastBefore:
    """``at least 2 weeks before D``."""

    length: Length | TableValue | ParameterValue
    anchor: DayExpr
    span: Span


@dataclass(frozen=True)
class DayLimit:
    """``before``, ``by`` (on or before), ``on``, ``on or after`` or ``after`` a day.

    ``relation`` is one of ``before``, ``on or before``, ``on``, ``on or after``, ``after``.
    """

    relation: str
    day: DayExpr
    span: Span


@dataclass(frozen=True)
class BetweenDays:
    """``between (D) and (E)``, both days in."""

    first: DayExpr
    last: DayExpr
    span: Span


@dataclass(frozen=True)
class WithinTheLimit:
    """``within the time limit`` of the excepted rule."""

    span: Span


Limit = Within | AtLeastBefore | DayLimit | BetweenDays | WithinTheLimit
