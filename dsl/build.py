"""Turns the parser's tree of one block into :mod:`dsl.syntax`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dsl import syntax as s
from dsl.build_conditions import ConditionBuilder
from dsl.build_values import Node


class Builder(ConditionBuilder):
    """Builds the syntax of the blocks of one file; ``offset`` is the number of lines above the block."""

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
        if str(tree.data) == "keys":
            return s.Clause("keys", self.span(tree), paths=tuple(map(self.plain_path, tree.children[1:])))
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
            case kind if kind.startswith(("gi", "key_")):
                return self._of_row(kind, part)
            case _:
                return "value", self.value(part)

    def _of_row(self, kind: str, part: Node) -> tuple[str, object]:
        """Return what a part of a row fills, as :meth:`_part` does: a key of it, or what it gives."""
        first = part.children[0]
        match kind:
            case "gives_none":
                return "words", (self.word(first),)
            case "gives_code":
                return "value", self._literal(first)
            case "gift":
                return "value", self.value(first)
            case _:
                values = tuple(map(self._literal, part.children))
                return "row_keys", (s.RowKey(kind.removeprefix("key_"), values, self.span(part)),)

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
        if str(tree.data) == "given_field_event":
            name, *steps, happened = tree.children
            state = "not happened" if "not" in happened else "happened"
            given = s.GivenValue(state, (), several=False, span=self.span(happened))
            path = s.Path("name", self.word(name), tuple(self.word(step) for step in steps), self.span(name))
            return s.GivenField(path, None, given, self.span(tree))
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
            case "DECIMAL":
                return s.Number(Fraction(word.text), "", word.span)
            case "MONEY":
                return self.pence(token, "", word.span)
            case "YES" | "NO":
                return s.YesNo(token.type == "YES", word.span)
            case "STRING":
                return s.Quoted(word.text, word.span)
            case kind:
                return s.Path("id" if kind == "ID" else "name", word, (), word.span)
