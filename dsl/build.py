"""Turns the parser's tree of one block into :mod:`dsl.syntax`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
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


Node = Any
"""A node of the parser's tree; lark does not say what its children are."""


class Builder:
    """Builds the syntax of the blocks of one file; ``offset`` is the number of lines above the block."""

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
        if kind in ("long_value", "value", "bracketed_value", "long_path", "path", "subject"):
            return self.value(tree.children[0])
        make: Callable[[Any], s.Value] = getattr(self, f"_{kind}", self.path)
        return make(tree)

    def _number(self, tree: Node) -> s.Value:
        number, unit = tree.children
        return s.Number(int(number), str(unit or ""), self.span(tree))

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

    def _chosen_day(self, tree: Node) -> s.Value:
        which, *parts = tree.children
        return s.Chosen("later" in which, tuple(self.value(part) for part in parts), self.span(tree))

    def _time_limit(self, tree: Node) -> s.Value:
        return s.TimeLimit(self.span(tree))

    def _number_of(self, tree: Node) -> s.Value:
        var, lists, where = tree.children
        return s.NumberOf(self.word(var), self.lists(lists), self.where(where), self.span(tree))

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
            return s.Within(self.length(parts[0]), self.value(parts[1]), kind == "within_starting", span)
        if kind == "at_least_before":
            return s.AtLeastBefore(self.length(parts[0]), self.value(parts[1]), span)
        if kind == "day_limit":
            relation = " ".join(tree.children[0].split())
            return s.DayLimit({"by": "on or before"}.get(relation, relation), self.value(parts[0]), span)
        if kind == "between_days":
            return s.BetweenDays(self.value(parts[0]), self.value(parts[1]), span)
        return s.WithinTheLimit(span)

    # Conditions

    def condition(self, tree: Node) -> s.Condition:
        """A condition."""
        kind, span, parts = str(tree.data), self.span(tree), tree.children
        if kind in ("condition", "unit", "bracketed"):
            return self.condition(parts[0])
        if kind in ("and", "or"):
            return s.Joined(kind, tuple(self.condition(part) for part in parts), span)
        if kind == "not":
            return s.Not(self.condition(parts[-1]), span)
        if kind == "as_at":
            return s.AsAt(self.condition(parts[0]), self.value(parts[1]), span)
        if kind == "exception_applies":
            return s.ExceptionApplies(self.word(parts[0]), span)
        if kind == "on_reading":
            return s.OnReading(self.word(parts[0]), span)
        if kind == "about":
            return s.About(self.value(parts[0]), self.predicate(parts[1]), span)
        quantifier, var, lists, where, last = parts
        which = " ".join(quantifier.children[0].split())
        name = self.word(var)
        if kind == "some":
            said = self.predicate(last)
            satisfies: s.Condition = s.About(s.Path("name", name, (), name.span), said, said.span)
        else:
            satisfies = self.condition(last)
        return s.Some(which, name, self.lists(lists), self.where(where), satisfies, kind == "some", span)

    def predicate(self, tree: Node) -> s.Predicate:  # noqa: C901, PLR0912  (one answer for each form)
        """What is said of a subject."""
        kind, span, parts = str(tree.data), self.span(tree), tree.children
        match kind:
            case "stated" | "not_stated":
                return s.Stated(kind == "not_stated", span)
            case "is_word" | "is_not_word":
                word = self.word(parts[-1])
                return s.Is(s.Path("name", word, (), word.span), kind == "is_not_word", span)
            case "is_value" | "is_not_value":
                return s.Is(self.value(parts[-1]), kind == "is_not_value", span)
            case "is_done_within":
                return s.Done(self.word(parts[0]), (), each=False, limit=self.limit(parts[1]), span=span)
            case "is_done_to" | "is_done_to_each":
                participle, *to, limit = parts
                return s.Done(
                    self.word(participle),
                    tuple(self.plain_path(path) for path in to),
                    each=kind == "is_done_to_each",
                    limit=None if limit is None else self.limit(limit),
                    span=span,
                )
            case "happens":
                return s.HappensWithin(self.limit(parts[0]), span)
            case "has_happened":
                return s.Happened("not" in parts[0], span)
            case "compared":
                return s.Compared(" ".join(parts[0].children[0].split()), self.value(parts[1]), span)
            case "is_between":
                return s.IsBetween(self.value(parts[0]), self.value(parts[1]), span)
            case "is_within_limit":
                return s.IsWithinLimit(span)
            case "one_of" | "not_one_of":
                return self._one_of(parts[-1], span, negated=kind == "not_one_of")
            case "judged" | "judged_not":
                return s.Judged(self.word(parts[-1]), kind == "judged", span)
            case "under_age" | "of_age":
                return s.Age(kind == "under_age", int(parts[0]), self.value(parts[-1]), span)
            case "includes" | "includes_not":
                return s.Includes(self.value(parts[0]), kind == "includes_not", span)
            case "overlaps_limit":
                return s.OverlapsLimit(self.length(parts[1]), span)
            case "overlaps_period":
                return s.OverlapsPeriod(self.day(parts[0]), self.day(parts[1]), span)
            case "shows":
                return s.Shows(tuple(self.word(part) for part in parts), span)
            case "uses":
                return s.Uses(self.word(parts[0]), span)
            case _:
                return s.Related(self.word(parts[0]), self.value(parts[1]), span)

    def _one_of(self, tree: Node, span: Span, *, negated: bool) -> s.OneOf:
        if str(tree.data) == "checklist_name":
            return s.OneOf((), self.word(tree.children[0]), negated, span)
        return s.OneOf(tuple(self.word(code.children[0]) for code in tree.children), None, negated, span)

    # Clauses and blocks

    def block(self, tree: Node) -> s.Block:
        """A block: the tree of the grammar's start rule."""
        tree = tree.children[0]
        kind = str(tree.data)
        heads: list[Any] = [part for part in tree.children if part is None or isinstance(part, str)]
        clauses = [part for part in tree.children if part is not None and not isinstance(part, str)]
        scope, rule, as_at = None, None, None
        if kind == "example":
            title, rule_token, day = heads
            name, rule, as_at = s.Word("", self.span(title)), self.word(rule_token), self.day(day)
        else:
            name, title = self.word(heads[0]), heads[1]
        if kind in ("judgement", "definition"):
            scope = self._scope(clauses.pop(0))
        return s.Block(
            kind=kind,
            name=name,
            title=self.word(title).text if title is not None else "",
            clauses=tuple(self.clause(part) for part in clauses),
            span=self.span(tree),
            scope=scope,
            rule=rule,
            as_at=as_at,
        )

    def _scope(self, tree: Node) -> s.Scope:
        if str(tree.data) == "scope_thing":
            return s.Scope(None, (self.path(tree.children[0]),), self.span(tree))
        return s.Scope(self.word(tree.children[0]), self.lists(tree.children[1]), self.span(tree))

    def clause(self, tree: Node) -> s.Clause:
        """A clause: each part goes to the field that holds parts of its kind."""
        if str(tree.data) in ("given_fact", "given_event", "given_item", "given_answer"):
            return self._given(tree)
        if str(tree.data) == "reason":
            # A name alone is a path of no steps here, and is not taken for a value.
            return s.Clause("reason", self.span(tree), paths=(self.plain_path(tree.children[-1]),))
        fields: dict[str, Any] = {}
        for part in filter(None, tree.children):
            name, found = self._part(part)
            fields[name] = (*fields.get(name, ()), *found) if isinstance(found, tuple) else found
        return s.Clause(str(tree.data), self.span(tree), **fields)

    def _part(self, part: Node) -> tuple[str, object]:
        """Return the field a part of a clause goes to, and what goes there; a tuple is added to what is there."""
        if isinstance(part, str):
            return ("citations" if part.type == "CITATION" else "words"), (self.word(part),)  # type: ignore[attr-defined, arg-type]
        match str(part.data):
            case "words":
                return "words", (self.words(part),)
            case "ids":
                return "words", tuple(map(self.word, part.children))
            case "citations":
                return "citations", tuple(map(self.word, part.children))
            case "lists":
                return "paths", self.lists(part)
            case "path":
                return "paths", (self.plain_path(part),)
            case "from" | "until" as which:
                return f"{which}_day", self.day(part.children[0])
            case "where":
                return "condition", self.where(part)
            case "condition" | "and" | "or":
                return "condition", self.condition(part)
            case _:
                return "value", self.value(part)

    def _given(self, tree: Node) -> s.Clause:
        kind, span, parts = str(tree.data), self.span(tree), tree.children
        if kind == "given_fact":
            path, to, value = parts
            return s.Clause(
                kind,
                span,
                paths=(self.plain_path(path),),
                to=None if to is None else self.plain_path(to),
                given=self._given_value(value),
            )
        if kind == "given_event":
            path, to, happened = parts
            given_to = None if to is None else self.plain_path(to)
            return s.Clause(kind, span, paths=(self.plain_path(path),), to=given_to, words=(self.word(happened),))
        if kind == "given_answer":
            path, no, name = parts
            return s.Clause(
                kind,
                span,
                paths=(self.plain_path(path),),
                words=(self.word(name), *([] if no is None else [self.word(no)])),
            )
        noun, name, path, *fields = parts
        return s.Clause(
            kind,
            span,
            words=(self.word(noun), self.word(name)),
            paths=(self.plain_path(path),),
            fields=tuple(self._given_field(part) for part in fields if part is not None),
        )

    def _given_field(self, tree: Node) -> s.GivenField:
        name, *steps, to, value = tree.children
        path = s.Path("name", self.word(name), tuple(self.word(step) for step in steps), self.span(name))
        return s.GivenField(
            path, None if to is None else self.plain_path(to), self._given_value(value), self.span(tree)
        )

    def _given_value(self, tree: Node) -> s.GivenValue:
        kind = str(tree.data)
        state = {
            "given_known": "known",
            "given_several": "known",
            "given_disputed": "disputed",
            "given_not_stated": "not stated",
        }.get(kind)
        if state is None:
            return s.GivenValue(self.word(tree.children[0]).text, (), several=False, span=self.span(tree))
        values = tuple(self._literal(part.children[0]) for part in tree.children)
        return s.GivenValue(state, values, kind == "given_several", self.span(tree))

    def _literal(self, token: Node) -> s.Value:
        word = self.word(token)
        match token.type:
            case "DATE":
                return self.day(token)
            case "NUMBER":
                return s.Number(int(token), "", word.span)
            case "YES" | "NO":
                return s.YesNo(token.type == "YES", word.span)
            case "STRING":
                return s.Quoted(word.text, word.span)
            case kind:
                return s.Path("id" if kind == "ID" else "name", word, (), word.span)


def _plural(unit: str) -> str:
    return re.sub("s?$", "s", str(unit), count=1)
