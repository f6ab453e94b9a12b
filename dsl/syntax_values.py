"""The syntax of values and limits: paths, days, lengths of time, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dsl.tree import Span

if TYPE_CHECKING:
    from fractions import Fraction

    from dsl.syntax import Condition


@dataclass(frozen=True)
class Word:
    """A name as it is written, or a number, a citation or a text in quotation marks."""

    text: str
    span: Span = field(compare=False)


# Values -------------------------------------------------------------------


@dataclass(frozen=True)
class Path:
    """``the plan's issue``. ``start`` is ``the``, ``name``, ``section`` or ``id``."""

    start: str
    base: Word
    steps: tuple[Word, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Number:
    """``500 words``, ``6 hours per week``, or a bare number with no unit; ``£5`` is 500 pence."""

    n: int | Fraction
    unit: str
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Length:
    """``8 weeks``; the unit is in the plural."""

    n: int
    unit: str
    span: Span = field(compare=False)


@dataclass(frozen=True)
class YesNo:
    """``yes`` or ``no``."""

    value: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Date:
    """A day written as ``2026-03-14``; None if there is no such day."""

    day: date | None
    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Quoted:
    """Words in quotation marks, in an example."""

    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Shift:
    """``3 years after D`` or ``12 months before D``."""

    length: Length
    sign: int
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class InYear:
    """``15 February in the calendar_year of D``."""

    day: int
    month: int
    year: Word
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class LastWeekday:
    """``the last Friday in June in the school_year of D``."""

    weekday: int
    month: int
    year: Word
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class LastDayOf:
    """``the last day of 15 days starting with D``."""

    length: Length
    start: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Reaches:
    """``the day the child reaches 16``."""

    who: Path
    years: int
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Chosen:
    """``the later of (…)`` or ``the earlier of (…)``."""

    later: bool
    parts: tuple[Value, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class TimeLimit:
    """``the time limit``."""

    span: Span = field(compare=False)


@dataclass(frozen=True)
class NumberOf:
    """``the number of X in LIST [where (C)]``."""

    var: Word
    lists: tuple[Path, ...]
    where: Condition | None
    span: Span = field(compare=False)


@dataclass(frozen=True)
class FirstWorkingDay:
    """``the first working day after D``; ``relation`` as it is written."""

    relation: str
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class FirstDayOfYear:
    """``the first 31 July on or after D``; ``relation`` as it is written."""

    day: int
    month: int
    relation: str
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class TotalOf:
    """``the total of V for each X in LIST [where (C)]``."""

    value: Value
    var: Word
    lists: tuple[Path, ...]
    where: Condition | None
    span: Span = field(compare=False)


@dataclass(frozen=True)
class ShareOf:
    """``the share of X in LIST where (C)``."""

    var: Word
    lists: tuple[Path, ...]
    where: Condition
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Calculation:
    """Values joined by one operator: ``plus`` and ``times`` join two or more, the others two."""

    operator: str
    parts: tuple[Value, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class TableValue:
    """``the TABLE for KEY`` or ``for (KEY, KEY)``."""

    table: Word
    keys: tuple[Value, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class ValueAsAt:
    """``(V as at D)``: always in brackets."""

    value: Value
    day: Value
    span: Span = field(compare=False)


Value = (
    Path
    | Number
    | Length
    | YesNo
    | Date
    | Quoted
    | Shift
    | InYear
    | LastWeekday
    | LastDayOf
    | Reaches
    | Chosen
    | TimeLimit
    | NumberOf
    | FirstWorkingDay
    | FirstDayOfYear
    | TotalOf
    | ShareOf
    | Calculation
    | TableValue
    | ValueAsAt
)

# Limits -------------------------------------------------------------------


@dataclass(frozen=True)
class Within:
    """``within N unit of D`` or ``starting with D``; a ``length`` in brackets is a value that gives one."""

    length: Value
    start: Value
    start_counts: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class AtLeastBefore:
    """``at least N unit before D``; ``length`` as in :class:`Within`."""

    length: Value
    anchor: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class DayLimit:
    """``before``, ``on or before``, ``on``, ``on or after`` or ``after`` a day; ``by`` is ``on or before``."""

    relation: str
    day: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class BetweenDays:
    """``between (D) and (E)``."""

    first: Value
    last: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class WithinTheLimit:
    """``within the time limit``."""

    span: Span = field(compare=False)


@dataclass(frozen=True)
class PracticableAnd:
    """``as soon as practicable and in any event`` with an outer limit."""

    bound: Bound
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Practicable:
    """``as soon as practicable after D``."""

    after: Value
    span: Span = field(compare=False)


Bound = Within | AtLeastBefore | DayLimit | BetweenDays | WithinTheLimit
Limit = Bound | PracticableAnd | Practicable
