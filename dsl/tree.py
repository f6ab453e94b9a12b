"""The typed tree: what a checked rule book is made of, and all that evaluators read.

Every name is resolved, every type checked, every citation found. Frozen dataclasses
only; an evaluator needs no other module of this package. Values and conditions stand in
files of their own and are named here with the blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dsl.tree_conditions import (
    Age,
    Always,
    And,
    AsAt,
    AsSoonAsPracticable,
    Between,
    Compare,
    Condition,
    Covers,
    DefinedCondition,
    ExceptionApplies,
    Happens,
    HasHappened,
    Includes,
    Judged,
    LimitOverlaps,
    Not,
    OneOf,
    OnReading,
    Or,
    OverlapsLimit,
    Related,
    Shows,
    Some,
    Stated,
    ToEach,
    Uses,
)
from dsl.tree_values import (
    AtLeastBefore,
    BetweenDays,
    Citation,
    DayExpr,
    DayLimit,
    DefinedValue,
    Earlier,
    InYear,
    LastDayOf,
    LastWeekdayIn,
    Later,
    Length,
    Limit,
    LimitEnd,
    Literal,
    NumberOf,
    Reaches,
    Ref,
    RelevantDate,
    Shift,
    Span,
    SpanLength,
    Value,
    Within,
    WithinTheLimit,
)
from dsl.vocabulary import Type, Vocabulary

__all__ = [
    "Age",
    "Always",
    "And",
    "AsAt",
    "AsSoonAsPracticable",
    "AtLeastBefore",
    "Between",
    "BetweenDays",
    "Book",
    "Case_",
    "Checklist",
    "Citation",
    "Compare",
    "ComparesWith",
    "Condition",
    "Consider",
    "Covers",
    "DayExpr",
    "DayLimit",
    "DefinedCondition",
    "DefinedValue",
    "Definition",
    "Earlier",
    "Entry",
    "Example",
    "ExceptionApplies",
    "ExceptionTo",
    "Exception_",
    "Given",
    "GivenAnswer",
    "GivenItem",
    "Guard",
    "Happens",
    "HasHappened",
    "InYear",
    "Includes",
    "Judged",
    "Judgement",
    "LastDayOf",
    "LastWeekdayIn",
    "Later",
    "Length",
    "Limit",
    "LimitEnd",
    "LimitOverlaps",
    "Literal",
    "Loop",
    "Not",
    "NumberOf",
    "OnReading",
    "OneOf",
    "Or",
    "OverlapsLimit",
    "Pointer",
    "Reaches",
    "Reading",
    "Ref",
    "Related",
    "RelevantDate",
    "Rule",
    "Shift",
    "Shows",
    "Some",
    "Span",
    "SpanLength",
    "Stated",
    "ToEach",
    "Uses",
    "Value",
    "Within",
    "WithinTheLimit",
]

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
