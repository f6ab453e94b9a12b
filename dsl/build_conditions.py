"""Turns the parser's tree of a condition into :mod:`dsl.syntax`."""

from __future__ import annotations

from dsl import syntax as s
from dsl.build_values import Node, ValueBuilder
from dsl.tree import Span


class ConditionBuilder(ValueBuilder):
    """Builds conditions, and what is said of a subject."""

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
            case "is_done_to_every":
                participle, var, lists, limit = parts
                return s.DoneToEvery(
                    self.word(participle),
                    self.word(var),
                    self.lists(lists),
                    None if limit is None else self.limit(limit),
                    span,
                )
            case "within_of":
                return s.WithinOf(self.value(parts[0]), self.value(parts[1]), span)
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
