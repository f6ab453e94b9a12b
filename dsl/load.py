"""Loads a rule book: the texts of its files in, a checked book or what is wrong with it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dsl import checks, examples, resolve_exceptions, resolve_figures, resolve_words
from dsl.citations import Authorities
from dsl.diagnostics import Diagnostic, in_order
from dsl.names import Context, Defined, Mistake, Names, names_of
from dsl.parse import parse_file
from dsl.resolve import Resolver, scope_of
from dsl.tree import Book, Span
from dsl.vocabulary import Type, Vocabulary

if TYPE_CHECKING:
    from dsl.syntax import Block

T = TypeVar("T")


@dataclass(frozen=True)
class Loaded:
    """A book, or None with the diagnostics that stopped it. A book that loads has none."""

    book: Book | None
    diagnostics: tuple[Diagnostic, ...]


def load_book(files: Mapping[str, str], vocabulary: Vocabulary) -> Loaded:
    """Return the rule book of files given by name; a rule's topic is the stem of its file's name.

    Raises nothing: everything that is wrong, in every file, is among the diagnostics.
    """
    blocks: list[Block] = []
    wrong: list[Diagnostic] = []
    for name in files:
        found, bad = parse_file(name, files[name])
        blocks.extend(found)
        wrong.extend(bad)
    names = names_of(vocabulary, blocks)
    wrong.extend(checks.of_blocks(blocks, names))
    context = _context(names)
    wrong.extend(checks.circular_definitions(names))
    resolver = Resolver(context, Authorities(vocabulary))
    book = _book(blocks, resolver)
    wrong.extend(resolver.wrong)
    wrong.extend(checks.of_rules(book, names, resolver.authorities))
    diagnostics = in_order(_about(each, blocks) for each in wrong)
    return Loaded(None if diagnostics else book, diagnostics)


def _context(names: Names) -> Context:
    """Return the context in which blocks are resolved: what judgements and definitions are of, and their types."""
    context = Context(names)
    judgements: dict[str, Type] = {}
    for name, block in names.blocks["judgement"].items():
        subject = _subject(block, context)
        if subject is not None:
            judgements[name] = subject
    context = replace(
        context,
        judgements=judgements,
        tables=_typed(names.blocks["table"], lambda block: resolve_figures.tabled(block, context)),
        parameters=_typed(names.blocks["parameter"], lambda block: resolve_figures.parameter_type(block, context)),
    )
    waiting = checks.uses_without_circles(names)
    while ready := [name for name, on in waiting.items() if not on & set(waiting)]:
        for name in ready:
            del waiting[name]
            block = names.blocks["definition"][name]
            subject = _subject(block, context)
            if subject is None or block.scope is None:
                continue
            try:
                type_ = resolve_words.value_type(block, scope_of(block.scope, context)[2])
            except Mistake:
                continue
            context = replace(context, definitions={**context.definitions, name: Defined(subject, type_)})
    return context


def _typed(blocks: Mapping[str, Block], make: Callable[[Block], T]) -> dict[str, T]:
    """Return what is known of each block, leaving out those in which something is wrong."""
    found: dict[str, T] = {}
    for name, block in blocks.items():
        with suppress(Mistake):
            found[name] = make(block)
    return found


def _subject(block: Block, context: Context) -> Type | None:
    if block.scope is None:
        return None
    try:
        var, over, inner = scope_of(block.scope, context)
    except Mistake:
        return None
    return inner.variables[var] if var else over[0].type


def _book(blocks: list[Block], resolver: Resolver) -> Book:
    """Return the book of all the blocks that could be resolved."""
    names = resolver.context.names.blocks
    return Book(
        rules=_made(names["rule"], resolver.rule),
        exceptions=_made(names["exception"], lambda block: resolve_exceptions.exception(block, resolver)),
        guards=_made(names["guard"], lambda block: resolve_exceptions.guard(block, resolver)),
        judgements=_made(names["judgement"], lambda block: resolve_words.judgement(block, resolver)),
        readings=_made(names["reading"], lambda block: resolve_words.reading(block, resolver)),
        definitions=_made(names["definition"], lambda block: resolve_words.definition(block, resolver)),
        checklists=_made(names["checklist"], lambda block: resolve_words.checklist(block, resolver)),
        tables=_made(names["table"], lambda block: resolve_figures.table(block, resolver)),
        parameters=_made(names["parameter"], lambda block: resolve_figures.parameter(block, resolver)),
        measures=_made(names["measure"], lambda block: resolve_figures.measure(block, resolver)),
        examples=tuple(
            made
            for block in blocks
            if block.kind == "example"
            if (made := examples.example(block, resolver)) is not None
        ),
        vocabulary=resolver.context.names.vocabulary,
    )


def _made(blocks: Mapping[str, Block], make: Callable[[Block], T | None]) -> dict[str, T]:
    found = ((name, make(block)) for name, block in blocks.items())
    return {name: made for name, made in found if made is not None}


def _about(diagnostic: Diagnostic, blocks: list[Block]) -> Diagnostic:
    """Return the diagnostic with the name and the source of the block it stands in."""
    for block in blocks:
        if _within(diagnostic.span, block.span):
            source = next((clause.citations[0].text for clause in block.clauses if clause.kind == "source"), "")
            about = f"{block.kind} {block.name.text or block.title}" + (f", {source}" if source else "")
            return replace(diagnostic, about=about)
    return diagnostic


def _within(inner: Span, outer: Span) -> bool:
    return inner.file == outer.file and outer.line <= inner.line <= outer.end_line
