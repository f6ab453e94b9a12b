"""The typed tree: blocks that give figures: tables, parameters and measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dsl.tree_conditions import Condition
from dsl.tree_values import Citation, Length, Literal, Ref, Span
from dsl.vocabulary import Type


@dataclass(frozen=True)
class RowKey:
    """What a row of a table asks of one key.

    ``any`` asks nothing. A code, ``yes`` or ``no`` is ``low`` and ``high`` alike; of
    numbers both ends are in, and an end that is None is open.
    """

    any: bool
    low: int | str | bool | None
    high: int | str | bool | None


@dataclass(frozen=True)
class Row:
    """A row of a table, in force on days from ``from_day`` until ``until_day``, both in.

    Where ``until_day`` is None it holds until a later row for the same keys begins.
    ``gives`` is a length of time or a value; None is no limit, where ``limitless`` is
    true, and otherwise no figure.
    """

    keys: tuple[RowKey, ...]
    gives: Literal | Length | None
    limitless: bool
    citation: Citation | None
    from_day: date | None
    until_day: date | None
    span: Span


@dataclass(frozen=True)
class Table:
    """A table: for every value of its keys one row gives a value, on any one day.

    ``by`` are the types of the keys; ``headings`` are how a sentence speaks of them.
    ``type`` is that of the values, None for a length of time.
    """

    name: str
    title: str
    source: Citation | None
    by: tuple[Type, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    type: Type | None
    span: Span


@dataclass(frozen=True)
class ParameterFrom:
    """The value a parameter has from a day, until the day before the next."""

    value: Literal | Length
    from_day: date
    citation: Citation | None


@dataclass(frozen=True)
class Parameter:
    """A figure that changes by date: its values in the order of their days."""

    name: str
    title: str
    source: Citation | None
    values: tuple[ParameterFrom, ...]
    type: Type | None
    span: Span


@dataclass(frozen=True)
class Counted:
    """``case in the cases [where (C)]``: what a measure counts, or counts out of."""

    var: str
    lists: tuple[Ref, ...]
    where: Condition | None


@dataclass(frozen=True)
class Measure:
    """A number counted out of another over a list of cases. It makes no finding."""

    id: str
    title: str
    source: Citation
    kind: str
    counts: Counted
    out_of: Counted
    span: Span
