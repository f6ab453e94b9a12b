"""What a block says, before its words are given meaning: frozen dataclasses with spans.

Two pieces of syntax are equal if they say the same; where they stand does not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dsl.syntax_blocks import Block, Clause, GivenField, GivenValue, RowKey, Scope
from dsl.syntax_values import (
    AtLeastBefore,
    BetweenDays,
    Bound,
    Calculation,
    Chosen,
    Date,
    DayLimit,
    FirstDayOfYear,
    FirstWorkingDay,
    InYear,
    LastDayOf,
    LastWeekday,
    Length,
    Limit,
    Number,
    NumberOf,
    Path,
    Practicable,
    PracticableAnd,
    Quoted,
    Reaches,
    ShareOf,
    Shift,
    TableValue,
    TimeLimit,
    TotalOf,
    Value,
    ValueAsAt,
    Within,
    WithinTheLimit,
    Word,
    YesNo,
)
from dsl.tree import Span

__all__ = [
    "About",
    "Age",
    "AsAt",
    "AtLeastBefore",
    "BetweenDays",
    "Block",
    "Bound",
    "Calculation",
    "Chosen",
    "Clause",
    "Compared",
    "Condition",
    "Date",
    "DayLimit",
    "Done",
    "DoneToEvery",
    "ExceptionApplies",
    "FirstDayOfYear",
    "FirstWorkingDay",
    "GivenField",
    "GivenValue",
    "Happened",
    "HappensWithin",
    "InYear",
    "Includes",
    "Is",
    "IsBetween",
    "IsWithinLimit",
    "Joined",
    "Judged",
    "LastDayOf",
    "LastWeekday",
    "Length",
    "Limit",
    "Not",
    "Number",
    "NumberOf",
    "OnReading",
    "OneOf",
    "OverlapsLimit",
    "OverlapsPeriod",
    "Path",
    "Practicable",
    "PracticableAnd",
    "Predicate",
    "Quoted",
    "Reaches",
    "Related",
    "RowKey",
    "Scope",
    "ShareOf",
    "Shift",
    "Shows",
    "Some",
    "Stated",
    "TableValue",
    "TimeLimit",
    "TotalOf",
    "Uses",
    "Value",
    "ValueAsAt",
    "Within",
    "WithinOf",
    "WithinTheLimit",
    "Word",
    "YesNo",
]

# Predicates ---------------------------------------------------------------


@dataclass(frozen=True)
class Stated:
    """``is stated`` or ``is not stated``."""

    negated: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Is:
    """``is V`` or ``is not V``; ``V`` may prove to be a participle or a definition."""

    value: Value
    negated: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Done:
    """``is sent [to W] [LIMIT]``; ``each`` when it is ``to each of (…)``."""

    participle: Word
    to: tuple[Path, ...]
    each: bool
    limit: Limit | None
    span: Span = field(compare=False)


@dataclass(frozen=True)
class DoneToEvery:
    """``is sent to every person in LIST [LIMIT]``."""

    participle: Word
    var: Word
    lists: tuple[Path, ...]
    limit: Limit | None
    span: Span = field(compare=False)


@dataclass(frozen=True)
class HappensWithin:
    """``happens LIMIT``."""

    limit: Limit
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Happened:
    """``has happened`` or ``has not happened``."""

    negated: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Compared:
    """``is at least V``, ``is before V`` and the like."""

    relation: str
    value: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class IsBetween:
    """``is between (A) and (B)``."""

    low: Value
    high: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class WithinOf:
    """``is within V of W``."""

    by: Value
    of: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class IsWithinLimit:
    """``is within the time limit``."""

    span: Span = field(compare=False)


@dataclass(frozen=True)
class OneOf:
    """``is [not] one of (a, b)`` or ``of CHECKLIST``."""

    codes: tuple[Word, ...]
    checklist: Word | None
    negated: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Judged:
    """``is judged J`` or ``is judged not J``."""

    judgement: Word
    wanted: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Age:
    """``is under 18 on D`` or ``is 19 or over on D``."""

    under: bool
    years: int
    on: Value
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Includes:
    """``includes V`` or ``does not include V``."""

    value: Value
    negated: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class OverlapsLimit:
    """``overlaps the time limit by at least N unit``."""

    at_least: Length
    span: Span = field(compare=False)


@dataclass(frozen=True)
class OverlapsPeriod:
    """``overlaps the period from D to E``."""

    first: Date
    last: Date
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Shows:
    """``shows each of (…)``."""

    dimensions: tuple[Word, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Uses:
    """``uses any of LIST``."""

    word_list: Word
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Related:
    """``RELATION Y``, or ``covers D``."""

    relation: Word
    value: Value
    span: Span = field(compare=False)


Predicate = (
    Stated
    | Is
    | Done
    | DoneToEvery
    | HappensWithin
    | Happened
    | Compared
    | IsBetween
    | WithinOf
    | IsWithinLimit
    | OneOf
    | Judged
    | Age
    | Includes
    | OverlapsLimit
    | OverlapsPeriod
    | Shows
    | Uses
    | Related
)

# Conditions ---------------------------------------------------------------


@dataclass(frozen=True)
class Joined:
    """Parts joined by ``and`` or by ``or``."""

    word: str
    parts: tuple[Condition, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Not:
    """``not (C)``."""

    part: Condition
    span: Span = field(compare=False)


@dataclass(frozen=True)
class About:
    """A subject and what is said of it."""

    subject: Value
    predicate: Predicate
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Some:
    """``some X in LIST [where (C)]`` with a predicate of X (``direct``), or ``satisfies (C)``."""

    quantifier: str
    var: Word
    lists: tuple[Path, ...]
    where: Condition | None
    satisfies: Condition
    direct: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class ExceptionApplies:
    """``EXCEPTION applies``."""

    exception: Word
    span: Span = field(compare=False)


@dataclass(frozen=True)
class OnReading:
    """``on the reading R``."""

    reading: Word
    span: Span = field(compare=False)


@dataclass(frozen=True)
class AsAt:
    """A condition as things stood on a day."""

    part: Condition
    day: Value
    span: Span = field(compare=False)


Condition = Joined | Not | About | Some | ExceptionApplies | OnReading | AsAt
