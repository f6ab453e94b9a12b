"""The typed tree: what a checked rule book is made of, and all that evaluators read.

Every name is resolved, every type checked, every citation found. Frozen dataclasses
only; an evaluator needs no other module of this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dsl.vocabulary import Type, Vocabulary


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
    | Compare
    | Between
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


# Blocks -------------------------------------------------------------------


@dataclass(frozen=True)
class Loop:
    """``for each X in LIST [where (C)]``; ``checklist`` is set when the list is one."""

    var: str
    lists: tuple[Ref, ...]
    checklist: str
    where: Condition | None
    span: Span


@dataclass(frozen=True)
class ComparesWith:
    """``compares with RULE as contrary [when C]``: a claim that fixtures test."""

    rule: str
    relation: str
    when: Condition | None
    span: Span


@dataclass(frozen=True)
class Rule:
    """One requirement: one force, one source.

    ``force`` is ``must``, ``must not``, ``should``, ``should normally``, ``should not`` or
    ``may only``. ``duty`` is the condition whose truth meets the requirement: for ``must
    not do so if C`` it is ``Not(C)``. ``status`` is its source's.
    """

    id: str
    title: str
    topic: str
    source: Citation
    see: tuple[Citation, ...]
    in_force_from: date | None
    in_force_until: date | None
    kind: str
    stage: str
    loops: tuple[Loop, ...]
    applies_when: Condition | None
    party: str
    force: str
    status: str
    duty: Condition
    unless: tuple[str, ...]
    reason_recorded: Ref | None
    suggest: str
    compares: tuple[ComparesWith, ...]
    shows_inside: str
    law_as_at: DayExpr | None
    by_analogy: bool
    span: Span


@dataclass(frozen=True)
class ExceptionTo:
    """One ``to`` line: the rule excepted, the provision, and the reading it hangs on."""

    rule: str
    citations: tuple[Citation, ...]
    reading: str


@dataclass(frozen=True)
class Exception_:
    """An exception. ``effect`` is ``lifts the time limit``, ``lifts the duty`` or ``sets the time limit``."""

    id: str
    title: str
    to: tuple[ExceptionTo, ...]
    effect: str
    new_limit: DayExpr | None
    must_be_shown: bool
    applies_when: Condition
    span: Span


@dataclass(frozen=True)
class Guard:
    """A guard keeps rules from being printed against anyone: it lifts the duty, or asks."""

    id: str
    title: str
    rules: tuple[str, ...]
    source: Citation
    applies_when: Condition
    question: str
    span: Span


@dataclass(frozen=True)
class Consider:
    """Something to consider, and where it comes from."""

    text: str
    citation: Citation | None


@dataclass(frozen=True)
class Pointer:
    """``points to yes when C`` or ``points to no when C``."""

    to_yes: bool
    when: Condition
    span: Span


@dataclass(frozen=True)
class Judgement:
    """A question for named deciders about ``var`` in ``lists`` (or about one thing)."""

    name: str
    question: str
    var: str
    over: tuple[Ref, ...]
    source: Citation
    decided_by: tuple[str, ...]
    consider: tuple[Consider, ...]
    points: tuple[Pointer, ...]
    span: Span


@dataclass(frozen=True)
class Reading:
    """A point on which the law can be read two ways; ``settled_by`` is empty while it is open."""

    name: str
    meaning: str
    source: Citation | None
    settled_by: str
    open_why: str
    otherwise: str
    span: Span


@dataclass(frozen=True)
class Case_:
    """``is V when C``."""

    value: Value
    when: Condition
    span: Span


@dataclass(frozen=True)
class Definition:
    """A word given a meaning: a condition (``means``), or cases with what holds otherwise.

    ``otherwise`` None in a definition with cases is ``undecided otherwise``.
    """

    name: str
    title: str
    var: str
    over: tuple[Ref, ...]
    source: Citation | None
    means: Condition | None
    cases: tuple[Case_, ...]
    otherwise: Value | None
    type: Type | None
    span: Span


@dataclass(frozen=True)
class Entry:
    """An entry of a checklist."""

    name: str
    title: str
    citation: Citation | None
    from_day: date | None
    until_day: date | None
    when: Condition | None


@dataclass(frozen=True)
class Checklist:
    """A closed list, each entry with its own citation."""

    name: str
    title: str
    source: Citation | None
    entries: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True)
class Given:
    """A fact an example assumes.

    ``state`` is ``known``, ``not stated``, ``not found``, ``not covered``, ``not
    applicable``, ``disputed``, ``happened`` or ``not happened``; ``values`` holds one
    value, or the versions of a dispute. ``what.base`` may name an item given before it.
    """

    what: Ref
    state: str
    values: tuple[int | str | bool | date, ...]


@dataclass(frozen=True)
class GivenItem:
    """``given a need B1 in section B with (…)``."""

    name: str
    list: Ref
    fields: tuple[Given, ...]


@dataclass(frozen=True)
class GivenAnswer:
    """``given F1 is judged specific`` or ``is judged not specific``: an answer an example assumes.

    For a judgement inside an exception it answers every exception that asks it.
    """

    judgement: str
    subject: Ref
    answer: bool


@dataclass(frozen=True)
class Example:
    """An example beside a rule: facts, a day, and the outcome token they must give."""

    title: str
    rule: str
    as_at: date
    given: tuple[Given | GivenItem | GivenAnswer, ...]
    expect: str
    words: str
    span: Span


@dataclass(frozen=True)
class Book:
    """A checked rule book. Mappings are keyed by id or name, in the order of the files."""

    rules: Mapping[str, Rule]
    exceptions: Mapping[str, Exception_]
    guards: Mapping[str, Guard]
    judgements: Mapping[str, Judgement]
    readings: Mapping[str, Reading]
    definitions: Mapping[str, Definition]
    checklists: Mapping[str, Checklist]
    examples: tuple[Example, ...]
    vocabulary: Vocabulary = field(repr=False)
