"""The typed tree: what a checked rule book is made of, and all that evaluators read.

Every name is resolved, every type checked, every citation found. Frozen dataclasses
only; an evaluator needs no other module of this package. Values and conditions stand in
files of their own and are named here with the blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

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
    Matches,
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
    ToEvery,
    Uses,
    WithinOf,
)
from dsl.tree_figures import Counted, Measure, Parameter, ParameterFrom, Row, RowKey, Table
from dsl.tree_values import (
    Arithmetic,
    AtLeastBefore,
    BetweenDays,
    Citation,
    DayExpr,
    DayLimit,
    DefinedValue,
    Earlier,
    FirstDayOfYear,
    FirstWorkingDay,
    InYear,
    LastDayOf,
    LastWeekdayIn,
    Later,
    Length,
    Limit,
    LimitEnd,
    Literal,
    NumberOf,
    ParameterValue,
    Reaches,
    Ref,
    RelevantDate,
    ShareOf,
    Shift,
    Span,
    SpanLength,
    TableValue,
    TotalOf,
    Value,
    Within,
    WithinTheLimit,
)
from dsl.tree_words import Case_, Checklist, Consider, Definition, Entry, Judgement, Pointer, Reading
from dsl.vocabulary import Vocabulary

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = [
    "Age",
    "Always",
    "And",
    "Arithmetic",
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
    "Counted",
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
    "FirstDayOfYear",
    "FirstWorkingDay",
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
    "Matches",
    "Measure",
    "Not",
    "NumberOf",
    "OnReading",
    "OneOf",
    "Or",
    "OverlapsLimit",
    "Parameter",
    "ParameterFrom",
    "ParameterValue",
    "Pointer",
    "Reaches",
    "Reading",
    "Ref",
    "Related",
    "RelevantDate",
    "Row",
    "RowKey",
    "Rule",
    "ShareOf",
    "Shift",
    "Shows",
    "Some",
    "Span",
    "SpanLength",
    "Stated",
    "Table",
    "TableValue",
    "ToEach",
    "ToEvery",
    "TotalOf",
    "Uses",
    "Value",
    "Within",
    "WithinOf",
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
    alongside: str
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
class Given:
    """A fact an example assumes.

    ``state`` is ``known``, ``not stated``, ``not found``, ``not covered``, ``not
    applicable``, ``disputed``, ``happened`` or ``not happened``; ``values`` holds one
    value, or the versions of a dispute. ``what.base`` may name an item given before it.
    """

    what: Ref
    state: str
    values: tuple[int | Fraction | str | bool | date, ...]


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
    tables: Mapping[str, Table]
    parameters: Mapping[str, Parameter]
    measures: Mapping[str, Measure]
    examples: tuple[Example, ...]
    vocabulary: Vocabulary = field(repr=False)
