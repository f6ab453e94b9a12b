"""What a block says, before its words are given meaning: frozen dataclasses with spans.

Two pieces of syntax are equal if they say the same; where they stand does not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dsl.tree import Span


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
    """``500 words``, or a bare number with no unit."""

    n: int
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


Value = (
    Path | Number | Length | YesNo | Date | Quoted | Shift | InYear | LastWeekday | LastDayOf | Reaches | Chosen
    | TimeLimit | NumberOf
)

# Limits -------------------------------------------------------------------


@dataclass(frozen=True)
class Within:
    """``within N unit of D`` or ``starting with D``."""

    length: Length
    start: Value
    start_counts: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class AtLeastBefore:
    """``at least N unit before D``."""

    length: Length
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
    Stated | Is | Done | HappensWithin | Happened | Compared | IsBetween | IsWithinLimit | OneOf | Judged | Age
    | Includes | OverlapsLimit | OverlapsPeriod | Shows | Uses | Related
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
    """``some X in LIST [where (C)]`` with a predicate of X, or ``satisfies (C)``."""

    quantifier: str
    var: Word
    lists: tuple[Path, ...]
    where: Condition | None
    predicate: Predicate | None
    satisfies: Condition | None
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

# Clauses ------------------------------------------------------------------


@dataclass(frozen=True)
class Scope:
    """``the assessment`` (one path, no name), or ``provision in section F``."""

    var: Word | None
    lists: tuple[Path, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class GivenValue:
    """What an example gives: ``state`` as in :class:`dsl.tree.Given`, with its values.

    ``several`` is true of ``(a, b)``, the codes of a field that holds several.
    """

    state: str
    values: tuple[Value, ...]
    several: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class GivenField:
    """``start is 2026-02-01``, inside ``with (…)``."""

    path: Path
    to: Path | None
    value: GivenValue
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Clause:
    """A clause of a block. ``kind`` is its name in the grammar, and says which fields it fills.

    ``words`` holds names, ids and texts in the order in which they are written; a kind,
    a party or a force of several words is one of them. ``paths`` holds lists, or the
    one path of a clause that has one; ``condition`` also holds a ``where`` or a ``when``.
    """

    kind: str
    span: Span = field(compare=False)
    words: tuple[Word, ...] = ()
    citations: tuple[Word, ...] = ()
    paths: tuple[Path, ...] = ()
    to: Path | None = None
    value: Value | None = None
    condition: Condition | None = None
    from_day: Date | None = None
    until_day: Date | None = None
    given: GivenValue | None = None
    fields: tuple[GivenField, ...] = ()


@dataclass(frozen=True)
class Block:
    """A block: its keyword, its id or name, its title, and its clauses.

    ``scope`` is what a judgement or a definition is of; ``rule`` and ``as_at`` belong to
    an example, whose name is empty.
    """

    kind: str
    name: Word
    title: str
    clauses: tuple[Clause, ...]
    span: Span = field(compare=False)
    scope: Scope | None = None
    rule: Word | None = None
    as_at: Date | None = None
