"""Conditions of a rule in words: what is asked, before any case is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dsl import tree as t
from dsl.vocabulary import Code, Field, ListOf, Number, Of, Thing, Vocabulary
from reports.rule_figures import worked_out, written_number
from reports.sentences.facts import is_clause
from reports.words import day, labelled, listed, uncoded

_MONTHS = tuple(day(date(2026, month, 1)).split()[1] for month in range(1, 13))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Clause = tuple[int, str]
"""A line of a condition: how deep it stands, and its words."""


@dataclass(frozen=True)
class Speaker:
    """Says a condition of one rule book; ``things`` gives the thing each loop variable stands for."""

    book: t.Book
    things: Mapping[str, str]

    def within(self, loops: tuple[t.Loop, ...]) -> Speaker:
        """Return the speaker inside the loops."""
        inner = self
        for loop in loops:
            inner = inner.naming(loop.var, loop.lists)
        return inner

    def naming(self, var: str, lists: tuple[t.Ref, ...]) -> Speaker:
        """Return the speaker with ``var`` standing for an item of the lists."""
        found = [each.type.thing for each in lists if isinstance(each.type, ListOf)]
        return Speaker(self.book, {**self.things, var: found[0]} if found else self.things)

    def ref(self, path: t.Ref) -> str:
        """Return what a path leads to: ``the sending of the plan (the final plan)``."""
        vocabulary = self.book.vocabulary
        thing = _thing(vocabulary, self.things.get(path.base, ""))
        owner = thing.singular if thing is not None else ""
        if not path.steps:
            return owner or labelled(path.base)
        said = ""
        for index, step in enumerate(path.steps):
            field = _field(vocabulary, thing, step)
            if index and said:
                owner = said
            said = field.said if field is not None else labelled(step)
            thing = (
                _thing(vocabulary, field.type.thing)
                if field is not None and isinstance(field.type, Of | ListOf)
                else None
            )
        if not owner or owner in said:
            return said
        return f"{said}, for {owner}" if is_clause(said) else f"{said} ({owner})"

    def value(self, value: t.Value | t.Length | t.Limit) -> str:  # noqa: C901, PLR0912  (one line for each form)
        """Return a value or a day in words."""
        match value:
            case t.Ref():
                return self.ref(value)
            case t.Literal(value=bool() as yes):
                return "yes" if yes else "no"
            case t.Literal(value=date() as written):
                return day(written)
            case t.Literal(type=Number()):
                return written_number(value)
            case t.Literal():
                return labelled(str(value.value))
            case t.Length():
                return length(value)
            case t.InYear():
                return f"{value.day} {_MONTHS[value.month - 1]} in the {uncoded(value.year)} of {self.value(value.of)}"
            case t.LastWeekdayIn():
                named = f"{_WEEKDAYS[value.weekday]} in {_MONTHS[value.month - 1]}"
                return f"the last {named} in the {uncoded(value.year)} of {self.value(value.of)}"
            case t.LastDayOf():
                return f"the last day of {length(value.length)} starting with {self.value(value.start)}"
            case t.Shift():
                side = "after" if value.sign > 0 else "before"
                return f"{length(value.length)} {side} {self.value(value.of)}"
            case t.Reaches():
                return f"the day on which the age of {value.years} is reached"
            case t.Later():
                return f"the later of {listed(self.value(part) for part in value.parts)}"
            case t.Earlier():
                return f"the earlier of {listed(self.value(part) for part in value.parts)}"
            case t.DefinedValue():
                return self.defined(value.name)
            case t.RelevantDate():
                return "the day whose law governs"
            case t.LimitEnd():
                return "the last day of the time limit"
            case t.SpanLength():
                return f"how long {self.ref(value.thing)} lasted"
            case t.FirstWorkingDay():
                return f"the first working day {'on or ' if value.day_counts else ''}after {self.value(value.of)}"
            case t.FirstDayOfYear():
                named = f"the first {value.day} {_MONTHS[value.month - 1]}"
                return f"{named} {'on or ' if value.day_counts else ''}after {self.value(value.of)}"
            case t.NumberOf() | t.TotalOf() | t.ShareOf() | t.Arithmetic() | t.TableValue() | t.ParameterValue():
                return worked_out(value, self)
            case _:
                return self.limit(value)

    def defined(self, name: str) -> str:
        """Return the title of a definition."""
        definition = self.book.definitions.get(name)
        return f"“{definition.title}”" if definition is not None and definition.title else uncoded(name)

    def limit(self, limit: t.Limit) -> str:
        """Return a time limit in words."""
        match limit:
            case t.Within():
                form = "starting with" if limit.start_counts else "of"
                return f"within {self.value(limit.length)} {form} {self.value(limit.start)}"
            case t.AtLeastBefore():
                return f"at least {self.value(limit.length)} before {self.value(limit.anchor)}"
            case t.DayLimit():
                return f"{limit.relation} {self.value(limit.day)}"
            case t.BetweenDays():
                return f"from {self.value(limit.first)} to {self.value(limit.last)}"
            case t.WithinTheLimit():
                return "within the time limit"

    def act(self, act: t.Ref | t.DefinedValue) -> str:
        """Return an act with its recipient."""
        if isinstance(act, t.DefinedValue):
            return self.defined(act.name)
        to = f" to {self.party(act.to)}" if act.to else ""
        return f"{self.ref(act)}{to}"

    def party(self, name: str) -> str:
        """Return how a party is spoken of."""
        field = next((each for each in self.book.vocabulary.roots if each.name == name), None)
        named = next((each.title for each in self.book.vocabulary.parties if each.name == name), "")
        return field.said if field is not None else named or f"the {uncoded(name)}"

    def clauses(self, condition: t.Condition, depth: int = 0) -> tuple[Clause, ...]:
        """Return the condition as lines, what stands beneath another line deeper."""
        match condition:
            case t.And() | t.Or() | t.ToEach():
                head = {t.And: "all of these:", t.Or: "at least one of these:", t.ToEach: "each of these:"}[
                    type(condition)
                ]
                return ((depth, head), *self._deeper(condition.parts, depth))
            case t.ToEvery():
                inner = self.naming(condition.var, condition.lists)
                among = listed(self.ref(each) for each in condition.lists)
                return ((depth, f"for each of {among}:"), *inner.clauses(condition.done, depth + 1))
            case t.Not():
                return ((depth, "not this:"), *self.clauses(condition.part, depth + 1))
            case t.AsAt():
                return (
                    (depth, f"as things stood on {self.value(condition.day)}:"),
                    *self.clauses(condition.part, depth + 1),
                )
            case t.Some():
                return self._some(condition, depth)
            case t.DefinedCondition():
                return self._defined(condition, depth)
            case _:
                return ((depth, self.clause(condition)),)

    def _deeper(self, parts: tuple[t.Condition, ...], depth: int) -> tuple[Clause, ...]:
        return tuple(clause for part in parts for clause in self.clauses(part, depth + 1))

    def _some(self, condition: t.Some, depth: int) -> tuple[Clause, ...]:
        inner = self.naming(condition.var, condition.lists)
        among = listed(self.ref(each) for each in condition.lists)
        head = {"every": "all", "some": "at least one", "no": "none"}.get(condition.quantifier, condition.quantifier)
        where: tuple[Clause, ...] = ()
        if condition.where is not None:
            where = ((depth + 1, "of those for which:"), *inner.clauses(condition.where, depth + 2))
        return (
            (depth, f"of {among}, {head} fits this:"),
            *where,
            *inner.clauses(condition.satisfies, depth + 1),
        )

    def _defined(self, condition: t.DefinedCondition, depth: int) -> tuple[Clause, ...]:
        definition = self.book.definitions.get(condition.name)
        negated = "not: " if condition.negated else ""
        if definition is None or definition.means is None:
            return ((depth, f"{negated}{uncoded(condition.name)}"),)
        inner = self.naming(definition.var, definition.over) if definition.over else self
        return (
            (depth, f"{negated}{self.defined(condition.name)}, which means:"),
            *inner.clauses(definition.means, depth + 1),
        )

    def clause(self, condition: t.Condition) -> str:  # noqa: C901, PLR0912  (one line for each form)
        """Return a condition that stands alone, as one clause."""
        match condition:
            case t.Always():
                return "without any further condition"
            case t.Stated():
                return f"{self.ref(condition.what)} is {'not ' if condition.negated else ''}stated"
            case t.Happens():
                soon = "as soon as practicable and in any event " if condition.practicable else ""
                return f"{self.act(condition.act)} happens {soon}{self.limit(condition.limit)}"
            case t.AsSoonAsPracticable():
                return f"{self.act(condition.act)} happens as soon as practicable after {self.value(condition.after)}"
            case t.HasHappened():
                return f"{self.act(condition.act)} has {'not ' if condition.negated else ''}happened"
            case t.Compare():
                against = self._against(condition)
                return f"{self.value(condition.left)}: {condition.relation} {against}"
            case t.Between():
                what, low, high = (self.value(each) for each in (condition.what, condition.low, condition.high))
                return f"{what}: from {low} to {high}"
            case t.WithinOf():
                what, by, of = (self.value(each) for each in (condition.what, condition.by, condition.of))
                return f"{what}: within {by} of {of}"
            case t.Matches():
                return f"{self.ref(condition.left)} is the same name as {self.ref(condition.right)}"
            case t.OneOf():
                name = (
                    self.ref(condition.what) if isinstance(condition.what, t.Ref) else self.defined(condition.what.name)
                )
                entries = (
                    self.book.checklists[condition.checklist].title
                    if condition.checklist in self.book.checklists
                    else ""
                )
                among = entries or listed((_titled(code, condition.what) for code in condition.codes), "or")
                return f"{name}: {'none' if condition.negated else 'one'} of {among}"
            case t.Includes():
                verb = "does not include" if condition.negated else "includes"
                return f"{self.ref(condition.what)}: {verb} {_entry(condition) or self.value(condition.value)}"
            case t.Age():
                age = f"under {condition.years}" if condition.under else f"{condition.years} or over"
                return f"the age on {self.value(condition.on)} is {age}"
            case t.OverlapsLimit():
                return f"{self.ref(condition.thing)} takes up at least {length(condition.at_least)} of the time limit"
            case t.LimitOverlaps():
                return f"the time limit runs in part between {day(condition.first)} and {day(condition.last)}"
            case t.Covers():
                return f"{self.ref(condition.thing)} covers {self.value(condition.day)}"
            case t.Judged():
                answer = "yes" if condition.wanted else "no"
                return f"a person has answered {answer} to “{self.question(condition.judgement)}”"
            case t.ExceptionApplies():
                exception = self.book.exceptions.get(condition.exception)
                title = exception.title if exception is not None else uncoded(condition.exception)
                return f"this exception applies: {title}"
            case t.OnReading():
                reading = self.book.readings.get(condition.reading)
                return f"on the reading: {reading.meaning if reading is not None else condition.reading}"
            case t.Related():
                relation = next(
                    (each.said for each in self.book.vocabulary.relations if each.name == condition.relation), ""
                )
                return (
                    f"{self.ref(condition.left)} {relation or uncoded(condition.relation)} {self.ref(condition.right)}"
                )
            case t.Shows():
                titles = {each.name: each.title for each in self.book.vocabulary.dimensions}
                shown = listed(titles.get(each, uncoded(each)) for each in condition.dimensions)
                return f"{self.ref(condition.wording)} say {shown}"
            case t.Uses():
                titles = {each.name: each.title for each in self.book.vocabulary.word_lists}
                return (
                    f"{self.ref(condition.wording)} use {titles.get(condition.word_list, uncoded(condition.word_list))}"
                )
            case _:
                return " ".join(words for _, words in self.clauses(condition))

    def _against(self, condition: t.Compare) -> str:
        right = condition.right
        if isinstance(right, t.Literal) and isinstance(right.value, str):
            return _titled(right.value, condition.left)
        return self.value(right)

    def question(self, name: str) -> str:
        """Return the question of a judgement."""
        found = self.book.judgements.get(name)
        return found.question if found is not None else uncoded(name)


def _titled(code: str, what: t.Value) -> str:
    type_ = what.type if isinstance(what, t.Ref) else None
    return f"“{type_.title(code)}”" if isinstance(type_, Code) else labelled(code)


def _entry(condition: t.Includes) -> str:
    """Return the title of the entry looked for in a list of codes; empty if it is no code."""
    of = getattr(condition.what.type, "of", None)
    value = getattr(condition.value, "value", None)
    return of.title(value) if isinstance(of, Code) and isinstance(value, str) else ""


def length(length_: t.Length) -> str:
    """Return a length of time: ``1 week``, ``20 weeks``, ``5 working days``."""
    unit = uncoded(length_.unit)
    return f"{length_.n} {unit.removesuffix('s') if length_.n == 1 else unit}"


def _thing(vocabulary: Vocabulary, name: str) -> Thing | None:
    return next((each for each in vocabulary.things if each.name == name), None)


def _field(vocabulary: Vocabulary, thing: Thing | None, name: str) -> Field | None:
    if thing is not None:
        return thing.field(name)
    return next((each for each in vocabulary.roots if each.name == name), None)
