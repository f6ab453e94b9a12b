"""Turns the parser's tree of a value or of a limit into :mod:`dsl.syntax`."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from dsl import syntax as s
from dsl.tree import Span

if TYPE_CHECKING:
    from lark import Token, Tree

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_WRAPPERS = ("long_value", "value", "bracketed_value", "long_path", "path", "subject", "sum", "amount")
"""Trees that hold one value and say no more."""

Node = Any
"""A node of the parser's tree; lark does not say what its children are."""


class ValueBuilder(ABC):
    """Builds values and limits; ``offset`` is the number of lines above the block."""

    def __init__(self, file: str, offset: int) -> None:
        """Remember where the block stands."""
        self.file = file
        self.offset = offset

    def span(self, part: Tree[Token] | Token) -> Span:
        """Where ``part`` stands in its file."""
        at: Any = part if isinstance(part, str) else part.meta
        return Span(self.file, at.line + self.offset, at.column, at.end_line + self.offset, at.end_column)

    def word(self, token: Token) -> s.Word:
        """A token as a word: quotation marks taken off, runs of space made one."""
        text = str(token)
        if token.type == "STRING":
            text = text[1:-1]
        span = self.span(token)
        if token.type == "POSSESSIVE":
            text = text[2:].strip()
            span = Span(span.file, span.end_line, span.end_column - len(text), span.end_line, span.end_column)
        return s.Word(" ".join(text.split()), span)

    def words(self, tree: Tree[Token]) -> s.Word:
        """Several words that make one name: a party, a kind of document."""
        return s.Word(" ".join(str(token) for token in tree.children), self.span(tree))

    def day(self, token: Token) -> s.Date:
        """A date; a day that is in no calendar is kept as None, for the resolver to report."""
        try:
            day = date.fromisoformat(str(token))
        except ValueError:
            day = None
        return s.Date(day, str(token), self.span(token))

    def length(self, tree: Tree[Token]) -> s.Length:
        """``8 weeks``; ``1 week`` is in the plural too."""
        number, unit = tree.children
        return s.Length(int(str(number)), _plural(str(unit)), self.span(tree))

    @abstractmethod
    def condition(self, tree: Node) -> s.Condition:
        """A condition: a value may hold one."""

    # Values

    def path(self, tree: Tree[Token]) -> s.Path:
        """A path, whatever it begins with."""
        first, *rest = tree.children
        if getattr(first, "data", None) == "the_path":
            return self.path(first)  # type: ignore[arg-type]
        start = {"the_path": "the", "section_path": "section", "id_path": "id", "id_code": "id"}.get(
            str(tree.data), "name"
        )
        base = self.word(first)  # type: ignore[arg-type]
        if start == "section":
            base = s.Word(base.text.split()[1], base.span)
        return s.Path(start, base, tuple(self.word(step) for step in rest), self.span(tree))  # type: ignore[arg-type]

    def value(self, tree: Node) -> s.Value:
        """A value."""
        kind = str(tree.data)
        if kind in _WRAPPERS:
            return self.value(tree.children[0])
        make: Callable[[Any], s.Value] = getattr(self, f"_{kind}", self.path)
        return make(tree)

    def _number(self, tree: Node) -> s.Value:
        number, unit, per = tree.children
        return s.Number(_figure(number), f"{unit or ''}{_per(per)}".strip(), self.span(tree))

    def _plain_number(self, tree: Node) -> s.Value:
        return s.Number(_figure(tree.children[0]), "", self.span(tree))

    def _plain_money(self, tree: Node) -> s.Value:
        return self.pence(tree.children[0], "", self.span(tree))

    def _per_cent(self, tree: Node) -> s.Value:
        return s.Number(_figure(tree.children[0]), "per cent", self.span(tree))

    def _money(self, tree: Node) -> s.Value:
        pounds, per = tree.children
        return self.pence(pounds, _per(per), self.span(tree))

    def pence(self, pounds: Token, per: str, span: Span) -> s.Number:
        """``£6,000`` as a number of pence; ``per`` is empty, or `` per week``."""
        whole, _, pence = str(pounds)[1:].replace(",", "").partition(".")
        return s.Number(int(whole) * 100 + int(pence or 0), f"pence{per}", span)

    _length = length

    def _yes_no(self, tree: Node) -> s.Value:
        return s.YesNo(tree.children[0].type == "YES", self.span(tree))

    def _date(self, tree: Node) -> s.Value:
        return self.day(tree.children[0])

    def _shift(self, tree: Node) -> s.Value:
        number, unit, _, of = tree.children
        first, last = self.span(number), self.span(unit)
        span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
        sign = 1 if tree.data == "shift_after" else -1
        return s.Shift(s.Length(int(number), _plural(unit), span), sign, self.value(of), self.span(tree))

    _shift_after = _shift_before = _shift

    def _in_year(self, tree: Node) -> s.Value:
        day, month, year, of = tree.children
        return s.InYear(int(day), MONTHS.index(month) + 1, self.word(year), self.value(of), self.span(tree))

    def _last_weekday(self, tree: Node) -> s.Value:
        weekday, month, year, of = tree.children
        return s.LastWeekday(
            WEEKDAYS.index(weekday), MONTHS.index(month) + 1, self.word(year), self.value(of), self.span(tree)
        )

    def _last_day_of(self, tree: Node) -> s.Value:
        length, start = tree.children
        return s.LastDayOf(self.length(length), self.value(start), self.span(tree))

    def _reaches(self, tree: Node) -> s.Value:
        who, years = tree.children
        return s.Reaches(self.plain_path(who), int(years), self.span(tree))

    def _first_working_day(self, tree: Node) -> s.Value:
        relation, of = tree.children
        return s.FirstWorkingDay(" ".join(relation.split()), self.value(of), self.span(tree))

    def _first_day_of_year(self, tree: Node) -> s.Value:
        day, month, relation, of = tree.children
        relation = " ".join(relation.split())
        return s.FirstDayOfYear(int(day), MONTHS.index(month) + 1, relation, self.value(of), self.span(tree))

    def _chosen_day(self, tree: Node) -> s.Value:
        which, *parts = tree.children
        return s.Chosen("later" in which, tuple(self.value(part) for part in parts), self.span(tree))

    def _time_limit(self, tree: Node) -> s.Value:
        return s.TimeLimit(self.span(tree))

    def _number_of(self, tree: Node) -> s.Value:
        var, lists, where = tree.children
        return s.NumberOf(self.word(var), self.lists(lists), self.where(where), self.span(tree))

    def _total_of(self, tree: Node) -> s.Value:
        value, var, lists, where = tree.children
        return s.TotalOf(self.value(value), self.word(var), self.lists(lists), self.where(where), self.span(tree))

    def _share_of(self, tree: Node) -> s.Value:
        var, lists, where = tree.children
        return s.ShareOf(self.word(var), self.lists(lists), self.condition(where.children[0]), self.span(tree))

    def _calculation(self, tree: Node) -> s.Value:
        operator = " ".join(next(part for part in tree.children if isinstance(part, str)).split())
        parts = tuple(self.value(part) for part in tree.children if not isinstance(part, str))
        return s.Calculation(operator, parts, self.span(tree))

    def _table_value(self, tree: Node) -> s.Value:
        name, *keys = tree.children
        return s.TableValue(self.word(name), tuple(self.value(key) for key in keys), self.span(tree))

    def _value_as_at(self, tree: Node) -> s.Value:
        value, day = tree.children
        return s.ValueAsAt(self.value(value), self.value(day), self.span(tree))

    def plain_path(self, tree: Node) -> s.Path:
        """A path that stands where only a path may."""
        while str(tree.data) in ("path", "long_path", "given_path"):
            tree = tree.children[0]
        return self.path(tree)

    def lists(self, tree: Node) -> tuple[s.Path, ...]:
        """One list, or several in brackets."""
        return tuple(self.plain_path(part) for part in tree.children)

    def where(self, tree: Node) -> s.Condition | None:
        """The condition of a ``where``, if there is one."""
        return None if tree is None else self.condition(tree.children[0])

    # Limits

    def limit(self, tree: Node) -> s.Limit:
        """A limit."""
        kind, span = str(tree.data), self.span(tree)
        if kind == "limit":
            return self.limit(tree.children[0])
        if kind == "practicable_and":
            return s.PracticableAnd(self._bound(tree.children[0]), span)
        if kind == "practicable":
            return s.Practicable(self.value(tree.children[1]), span)
        return self._bound(tree)

    def _bound(self, tree: Node) -> s.Bound:
        kind, span = str(tree.data), self.span(tree)
        parts = [part for part in tree.children if not isinstance(part, str)]
        if kind in ("within", "within_starting"):
            return s.Within(self.value(parts[0]), self.value(parts[1]), kind == "within_starting", span)
        if kind == "at_least_before":
            return s.AtLeastBefore(self.value(parts[0]), self.value(parts[1]), span)
        if kind == "day_limit":
            relation = " ".join(tree.children[0].split())
            return s.DayLimit({"by": "on or before"}.get(relation, relation), self.value(parts[0]), span)
        if kind == "between_days":
            return s.BetweenDays(self.value(parts[0]), self.value(parts[1]), span)
        return s.WithinTheLimit(span)


def _plural(unit: str) -> str:
    return re.sub("s?$", "s", "_".join(str(unit).split()), count=1)


def _figure(token: Token) -> int | Fraction:
    return int(token) if token.type == "NUMBER" else Fraction(str(token))


def _per(tree: Node) -> str:
    if tree is None:
        return ""
    of = tree.children[0]
    return f" per {of.removesuffix('s') if of.type == 'UNIT' else of}"
