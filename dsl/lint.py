"""What is untidy in rule files that load: words nobody uses, and requirements nobody proves.

Nothing here stops a load. Each finding is a diagnostic at its place, worded for a lawyer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from dsl import tree as t
from dsl.diagnostics import Diagnostic, in_order
from dsl.walk import names_in

KEPT = frozenset({"requirement-met", "followed", "would-meet", "condition-met"})
AGAINST = frozenset(
    {"not-met", "departed-from", "would-not-meet", "condition-not-met", "departed-from-local-policy", "worth-checking"}
)
SILENT = frozenset({"does-not-apply", "nothing-to-check"})
"""Outcomes that are neither for, nor against, nor open."""
LONGEST_TITLE = 120
"""Letters of a title: a longer one breaks over a page's line twice."""


def lint(book: t.Book, known: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """Return what is untidy in a book, in the order of the files. ``known`` are blocks used or proved outside it."""
    found = [*_unused(book, known), *_unproved(book, known), *_boundaries(book), *_titles(book), *_citations(book)]
    return in_order(found)


def _unused(book: t.Book, known: Collection[str]) -> Iterator[Diagnostic]:
    used: Counter[tuple[str, str]] = Counter()
    for kind in ("rules", "exceptions", "guards", "judgements", "definitions", "checklists", "measures"):
        for block in getattr(book, kind).values():
            used.update(names_in(block))
    for kind, word in (
        ("exceptions", "exception"),
        ("judgements", "judgement"),
        ("readings", "reading"),
        ("definitions", "definition"),
        ("checklists", "checklist"),
        ("tables", "table"),
        ("parameters", "parameter"),
    ):
        for name, block in getattr(book, kind, {}).items():
            if kind == "exceptions" and block.to:
                continue
            if not used[kind, name] and name not in known:
                yield Diagnostic(
                    "UNUSED", _head(block.span), f"no block uses the {word} `{name}`", "take it out, or use it"
                )


def _unproved(book: t.Book, known: Collection[str]) -> Iterator[Diagnostic]:
    given: dict[str, set[str]] = {}
    for example in book.examples:
        given.setdefault(example.rule, set()).add(example.expect)
    for rule in book.rules.values():
        held = given.get(rule.id, set())
        if rule.id in known:
            continue
        lacking = [
            words
            for words, there in (
                ("met", held & KEPT or (_says_only_against(rule) and "nothing-to-check" in held)),
                ("not met", held & AGAINST),
                ("left open", held - KEPT - AGAINST - SILENT),
            )
            if not there
        ]
        if lacking:
            listed = " nor ".join(lacking)
            yield Diagnostic(
                "UNPROVED",
                _head(rule.span),
                f"no example shows `{rule.id}` {listed}",
                "write the facts and the outcome",
            )
    claimed = {name for each in book.examples for name in _words_given(each)}
    for exception in book.exceptions.values():
        only_read = all(to.reading for to in exception.to)
        if exception.must_be_shown and exception.id not in claimed and not only_read:
            yield Diagnostic(
                "UNPROVED",
                _head(exception.span),
                f"no example claims `{exception.id}`",
                "give a claim with that ground",
            )


def _says_only_against(rule: t.Rule) -> bool:
    """Tell whether nothing is said of a rule that is kept: practice, local policy, a source used by analogy."""
    return rule.by_analogy or rule.status in ("practice", "local policy")


def _words_given(example: t.Example) -> Iterator[str]:
    for given in example.given:
        for each in given.fields if isinstance(given, t.GivenItem) else (given,):
            if isinstance(each, t.Given):
                yield from (value for value in each.values if isinstance(value, str))


def _boundaries(book: t.Book) -> Iterator[Diagnostic]:
    words: dict[str, list[str]] = {}
    for example in book.examples:
        words.setdefault(example.rule, []).append(example.expect)
    for rule in book.rules.values():
        if rule.in_force_from is not None and "does-not-apply" not in words.get(rule.id, ()):
            yield Diagnostic(
                "COMMENCEMENT",
                _head(rule.span),
                f"no example shows `{rule.id}` before it came into force",
                f"give facts of the day before {rule.in_force_from.isoformat()}: does not apply",
            )


def _titles(book: t.Book) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for rule in book.rules.values():
        if rule.title in seen:
            yield Diagnostic(
                "TITLE", _head(rule.span), f"`{seen[rule.title]}` has the same title", "say what sets the two apart"
            )
        seen.setdefault(rule.title, rule.id)
        if len(rule.title) > LONGEST_TITLE:
            yield Diagnostic("TITLE", _head(rule.span), "this title is too long to read at a glance", "say it shorter")


def _citations(book: t.Book) -> Iterator[Diagnostic]:
    for rule in book.rules.values():
        named: Mapping[str, int] = Counter(each.text for each in (rule.source, *rule.see))
        for text, times in named.items():
            if times > 1:
                yield Diagnostic("TWICE", _head(rule.span), f"`{text}` is cited twice", "once is enough")


def _head(span: t.Span) -> t.Span:
    return t.Span(span.file, span.line, span.column, span.line, span.column + 1)
