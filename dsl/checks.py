"""Checks that need more than one block, or a block and its source: each stops the load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dsl import syntax as s
from dsl import tree as t
from dsl.citations import Authorities
from dsl.diagnostics import Diagnostic
from dsl.names import Names, listed, suggestion
from dsl.resolve import FORCES
from dsl.walk import walk

CARRIES: Mapping[str, tuple[str, ...]] = {
    "must": ("must", "must not"),
    "must not": ("must not", "must"),
    "may only": ("may", "must not", "must"),
    "should": ("should", "should normally"),
    "should normally": ("should normally", "should"),
    "should not": ("should", "should normally"),
}
"""The forces of a source that can carry each force of a rule."""

_FREE = ("proposal", "pilot", "practice")
"""Kinds of source whose status governs the outcome's words, whatever force they speak with."""


def of_blocks(blocks: Iterable[s.Block], names: Names) -> Iterator[Diagnostic]:
    """Yield what is wrong between blocks: names used twice, exceptions that do not agree, circles."""
    blocks = tuple(blocks)
    yield from _twice(blocks)
    yield from _unless(names)
    yield from _do_so(blocks)
    exceptions = names.blocks["exception"]
    yield from _circles(
        "exception",
        {name: set(_words(block, s.ExceptionApplies)) & set(exceptions) for name, block in exceptions.items()},
        exceptions,
        "an exception that rests on itself says nothing",
    )
    inside = {
        name: {each.words[0].text for each in block.clauses if each.kind == "shows_inside"} & set(names.blocks["rule"])
        for name, block in names.blocks["rule"].items()
    }
    yield from _circles("rule", inside, names.blocks["rule"], "show each of them inside one that stands by itself")


def circular_definitions(names: Names) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each circle of definitions."""
    definitions = names.blocks["definition"]
    yield from _circles("definition", uses(names), definitions, "a word cannot be given its meaning by itself")


def uses(names: Names) -> dict[str, set[str]]:
    """Return the definitions that each definition rests on."""
    definitions = names.blocks["definition"]
    return {
        name: {word for word in _step_words(block.clauses) if word in definitions}
        for name, block in definitions.items()
    }


def uses_without_circles(names: Names) -> dict[str, set[str]]:
    """Return the definitions that each definition rests on, leaving out any that is part of a circle."""
    all_uses = uses(names)
    circular = {name for name in all_uses if _circle(name, all_uses)}
    return {name: on - circular for name, on in all_uses.items()}


def of_rules(book: t.Book, names: Names, authorities: Authorities) -> Iterator[Diagnostic]:
    """Yield what is wrong between a rule and its source, or in what it rests on."""
    definitions = book.definitions
    scanning = {name for name, each in definitions.items() if _holds(each, (t.Shows, t.Uses))}
    grown = True
    while grown:
        more = {name for name, each in definitions.items() if name not in scanning and _rests_on(each) & scanning}
        scanning |= more
        grown = bool(more)
    for rule in book.rules.values():
        block = names.blocks["rule"][rule.id]
        yield from _force(rule, authorities, _place(block, "source"))
        yield from _days(rule, _place(block, "in_force"))
        for name in sorted(_rests_on(rule) & scanning):
            yield Diagnostic(
                "TEXT-TEST",
                block.name.span,
                f"this rule rests on `{name}`, which looks through words",
                "a word is a prompt, never a verdict: let a judgement point to it",
            )


def _twice(blocks: tuple[s.Block, ...]) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], s.Block] = {}
    for block in blocks:
        name = block.name.text or block.title
        first = seen.setdefault((block.kind, name), block)
        if first is not block:
            yield Diagnostic(
                "NAME-TWICE",
                block.name.span,
                f"there is already {_a(block.kind)} `{name}`",
                f"the other is in {first.span.file}, line {first.span.line}",
            )


def _unless(names: Names) -> Iterator[Diagnostic]:
    rules, exceptions = names.blocks["rule"], names.blocks["exception"]
    to = {
        name: {each.words[0].text: each.words[0].span for each in block.clauses if each.kind == "to_rule"}
        for name, block in exceptions.items()
    }
    unless = {
        name: {word.text: word.span for each in block.clauses if each.kind == "unless" for word in each.words}
        for name, block in rules.items()
    }
    for rule, named in unless.items():
        for exception, span in named.items():
            if exception not in exceptions:
                yield Diagnostic(
                    "EXCEPTION-UNKNOWN", span, f"there is no exception `{exception}`", suggestion(exception, exceptions)
                )
            elif rule not in to[exception]:
                yield Diagnostic(
                    "UNLESS-TO",
                    span,
                    f"`{exception}` is not an exception to `{rule}`",
                    f"add `to {rule} under …` to `{exception}`",
                )
    for exception, reached in to.items():
        for rule, span in reached.items():
            if rule in rules and exception not in unless[rule]:
                yield Diagnostic(
                    "UNLESS-TO", span, f"`{rule}` does not name this exception", f"add `unless {exception}` to `{rule}`"
                )


def _do_so(blocks: tuple[s.Block, ...]) -> Iterator[Diagnostic]:
    for block in blocks:
        if block.kind != "rule" or any(each.kind == "applies_when" for each in block.clauses):
            continue
        for clause in block.clauses:
            if clause.kind == "duty" and "do so" in clause.words[1].text:
                yield Diagnostic(
                    "DO-SO",
                    clause.words[1].span,
                    f"`{clause.words[1].text}` says nothing without `applies when`",
                    "`so` is what `applies when` describes",
                )


def _place(block: s.Block, kind: str) -> t.Span:
    return next((clause.span for clause in block.clauses if clause.kind == kind), block.name.span)


def _force(rule: t.Rule, authorities: Authorities, place: t.Span) -> Iterator[Diagnostic]:
    sources = authorities.of(rule.source)
    first = sources[0]
    words = next(words for words, force in FORCES.items() if force == rule.force)
    if first.kind in ("proposal", "pilot") and first.status in ("", "in force"):
        yield Diagnostic(
            "STATUS-MISSING",
            place,
            f"`{rule.source.text}` is a {first.kind} and has no status of its own",
            "say in the register what became of it",
        )
        return
    if first.kind in _FREE:
        return
    if rule.force in ("must", "must not", "may only") and first.status == "in force" and first.kind != "enactment":
        yield Diagnostic(
            "FORCE-NOT-LAW",
            place,
            f"`{rule.source.text}` is not an enactment, so it cannot carry `{words}`",
            "cite the Act or the Regulations, or say `should`",
        )
        return
    carried = {force for each in sources for force in each.forces}
    if not carried & set(CARRIES[rule.force]):
        said = listed((f"`{force}`" for force in sorted(carried)), "or") if carried else "nothing"
        yield Diagnostic("FORCE", place, f"`{rule.source.text}` does not carry `{words}`", f"the source says {said}")


def _days(rule: t.Rule, place: t.Span) -> Iterator[Diagnostic]:
    if rule.in_force_from and rule.in_force_until and rule.in_force_until < rule.in_force_from:
        yield Diagnostic("DATES", place, "this rule ends before it begins", "put the earlier day after `from`")


def _circles(
    kind: str,
    uses_: Mapping[str, set[str]],
    blocks: Mapping[str, s.Block],
    remedy: str,
) -> Iterator[Diagnostic]:
    for name in uses_:
        circle = _circle(name, uses_)
        if circle and name == min(circle):
            chain = " rests on ".join(f"`{each}`" for each in (*circle, circle[0]))
            word = "is shown inside" if kind == "rule" else "rests on"
            yield Diagnostic("CIRCLE", blocks[name].name.span, chain.replace("rests on", word), remedy)


def _circle(start: str, uses_: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the shortest circle through ``start``, or nothing."""
    paths: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        for after in sorted(uses_.get(path[-1], ())):
            if after == start:
                return path
            if after not in seen:
                seen.add(after)
                paths.append((*path, after))
    return ()


def asking(judgement: str, names: Names) -> list[s.Block]:
    """Return the rules that ask a judgement, by themselves or through an exception to them."""
    through = {
        each.words[0].text
        for name, block in names.blocks["exception"].items()
        if judgement in names.asked["exception", name]
        for each in block.clauses
        if each.kind == "to_rule"
    }
    return [
        block
        for name, block in names.blocks["rule"].items()
        if name in through or judgement in names.asked["rule", name]
    ]


def _words(block: s.Block, kind: type[s.ExceptionApplies]) -> Iterator[str]:
    for each in walk(block.clauses):
        if isinstance(each, kind):
            yield each.exception.text


def _step_words(part: object) -> Iterator[str]:
    for each in walk(part):
        if isinstance(each, s.Path):
            yield from (step.text for step in each.steps)
            if not each.steps:
                yield each.base.text


def _holds(part: object, kinds: tuple[type, ...]) -> bool:
    return any(isinstance(each, kinds) for each in walk(part))


def _rests_on(part: object) -> set[str]:
    return {each.name for each in walk(part) if isinstance(each, t.DefinedCondition | t.DefinedValue)}


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
