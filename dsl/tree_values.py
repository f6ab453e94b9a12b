"""The typed tree: where things stand, citations, values and limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dsl.vocabulary import Type

if TYPE_CHECKING:
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
    """A length of time: ``n`` days, weeks, months, years or working_days."""

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


@dataclass(frozen=True)
class Literal:
    """A value written in the rule: a number, day, code, yes or no, or words."""

    value: int | str | bool | date
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


Value = DayExpr | SpanLength | NumberOf


# Limits -------------------------------------------------------------------


@dataclass(frozen=True)
class Within:
    """``within 8 weeks of D`` (``start_counts`` false), or ``starting with D`` (true)."""

    length: Length
    start: DayExpr
    start_counts: bool
    span: Span


@dataclass(frozen=True)
class AtLeastBefore:
    """``at least 2 weeks before D``."""

    length: Length
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
