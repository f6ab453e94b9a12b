"""The typed tree: blocks that give words a meaning: judgements, readings, definitions, checklists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dsl.tree_conditions import Condition
from dsl.tree_values import Citation, Ref, Span, Value
from dsl.vocabulary import Type


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
