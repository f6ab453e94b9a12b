"""The typed tree: conditions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dsl.tree_values import DayExpr, DefinedValue, Length, Limit, Literal, Ref, Span, Value

# Conditions ---------------------------------------------------------------


@dataclass(frozen=True)
class And:
    """Every part."""

    parts: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True)
class Or:
    """At least one part."""

    parts: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True)
class Not:
    """The contrary."""

    part: Condition
    span: Span


@dataclass(frozen=True)
class Always:
    """True: ``otherwise``, or no condition."""

    span: Span


@dataclass(frozen=True)
class Stated:
    """``X is stated`` or ``is not stated``: about the document, not the world."""

    what: Ref
    negated: bool
    span: Span


@dataclass(frozen=True)
class Happens:
    """An act within a limit: ``the final_plan is sent to the family within …``.

    ``practicable`` records "as soon as practicable and in any event": the outer limit is
    tested, the rest is printed.
    """

    act: Ref | DefinedValue
    limit: Limit
    practicable: bool
    span: Span


@dataclass(frozen=True)
class AsSoonAsPracticable:
    """``as soon as practicable after D`` alone: a judgement, never a date."""

    act: Ref | DefinedValue
    after: DayExpr
    span: Span


@dataclass(frozen=True)
class HasHappened:
    """``X has happened``, ``has not happened``, or ``is sent [to W]`` without a limit."""

    act: Ref | DefinedValue
    negated: bool
    span: Span


@dataclass(frozen=True)
class ToEach:
    """One duty to several recipients: a line for each. A part's act names its recipient."""

    parts: tuple[Happens | HasHappened, ...]
    span: Span


@dataclass(frozen=True)
class ToEvery:
    """One duty to every person in a list: a line for each, as in :class:`ToEach`.

    ``done`` says what is to be done; its act, done to the item of key K, is the event at
    the act's own place with ``/K`` after it. ``var`` is the name the rule gives an item.
    """

    var: str
    lists: tuple[Ref, ...]
    done: Happens | HasHappened
    span: Span


@dataclass(frozen=True)
class Compare:
    """A comparison of two values of one type.

    ``relation`` is ``is``, ``is not``, ``at least``, ``at most``, ``more than``,
    ``less than``, ``before``, ``after``, ``on or before``, ``on or after``.
    """

    relation: str
    left: Value
    right: Value | Length
    span: Span


@dataclass(frozen=True)
class Between:
    """``X is between (A) and (B)``, both in."""

    what: Value
    low: Value
    high: Value
    span: Span


@dataclass(frozen=True)
class WithinOf:
    """``X is within V of W``: no further from W than V, either way. All three are numbers."""

    what: Value
    by: Value
    of: Value
    span: Span


@dataclass(frozen=True)
class Matches:
    """``X matches Y`` of two texts.

    True if they are the same words, capitals, spaces and punctuation apart. Never false:
    whether two different names name one thing is a judgement.
    """

    left: Ref
    right: Ref
    span: Span


@dataclass(frozen=True)
class OneOf:
    """``X is [not] one of (a, b)`` or of a checklist, whose entries are its codes."""

    what: Ref | DefinedValue
    codes: tuple[str, ...]
    checklist: str
    negated: bool
    span: Span


@dataclass(frozen=True)
class Includes:
    """``X includes Y`` or ``does not include Y``: X holds several codes."""

    what: Ref
    value: Ref | Literal
    negated: bool
    span: Span


@dataclass(frozen=True)
class Age:
    """``the child is under 18 on D`` or ``is 19 or over on D``."""

    born: Ref
    under: bool
    years: int
    on: DayExpr
    span: Span


@dataclass(frozen=True)
class OverlapsLimit:
    """``E overlaps the time limit by at least N unit``."""

    thing: Ref
    at_least: Length
    span: Span


@dataclass(frozen=True)
class LimitOverlaps:
    """``the time limit overlaps the period from D to E``: any day in both."""

    first: date
    last: date
    span: Span


@dataclass(frozen=True)
class Covers:
    """``X covers D``: D is a day between the two ends of X, both in."""

    thing: Ref
    day: DayExpr
    span: Span


@dataclass(frozen=True)
class Judged:
    """``X is judged J`` or ``is judged not J``."""

    judgement: str
    subject: Ref
    wanted: bool
    span: Span


@dataclass(frozen=True)
class ExceptionApplies:
    """``EXCEPTION applies``."""

    exception: str
    span: Span


@dataclass(frozen=True)
class OnReading:
    """``on the reading R``."""

    reading: str
    span: Span


@dataclass(frozen=True)
class Some:
    """``some``, ``every``, ``no`` or ``exactly one`` X in one or more lists, where …, satisfies …."""

    quantifier: str
    var: str
    lists: tuple[Ref, ...]
    where: Condition | None
    satisfies: Condition
    span: Span


@dataclass(frozen=True)
class Related:
    """``X RELATION Y``."""

    relation: str
    left: Ref
    right: Ref
    span: Span


@dataclass(frozen=True)
class DefinedCondition:
    """A definition that ``means`` a condition: ``the plan is in_or_beyond_year_9``."""

    name: str
    subject: Ref
    negated: bool
    span: Span


@dataclass(frozen=True)
class AsAt:
    """A condition read as things stood on a day: ``… as at D``."""

    part: Condition
    day: DayExpr
    span: Span


@dataclass(frozen=True)
class Shows:
    """``wording shows each of (frequency, duration)``. Only a pointer, never a verdict."""

    wording: Ref
    dimensions: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Uses:
    """``wording uses any of LIST``. Only a pointer, never a verdict."""

    wording: Ref
    word_list: str
    span: Span


Condition = (
    And
    | Or
    | Not
    | Always
    | Stated
    | Happens
    | AsSoonAsPracticable
    | HasHappened
    | ToEach
    | ToEvery
    | Compare
    | Between
    | WithinOf
    | Matches
    | OneOf
    | Includes
    | Age
    | OverlapsLimit
    | LimitOverlaps
    | Covers
    | Judged
    | ExceptionApplies
    | OnReading
    | Some
    | Related
    | DefinedCondition
    | AsAt
    | Shows
    | Uses
)
