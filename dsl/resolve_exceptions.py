"""Resolves exceptions and guards, whose conditions are read inside the rules they reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from dsl import conditions, values
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake
from dsl.resolve import Resolver

R = TypeVar("R")

EFFECTS = {
    "lifts_limit": "lifts the time limit",
    "lifts_duty": "lifts the duty",
    "sets_limit": "sets the time limit",
}


def exception(block: s.Block, resolver: Resolver) -> t.Exception_ | None:
    """Return an exception. Its conditions must make sense in each rule it is an exception to.

    One that must be shown may have no condition: a claim is then all there is.
    """
    before = len(resolver.wrong)
    lines = tuple(filter(None, (_to(clause, resolver) for clause in block.clauses if clause.kind == "to_rule")))
    shown = resolver.one(block, "must_be_shown") is not None
    applies = resolver.one(block, "applies_when") if shown else resolver.need(block, "applies_when")
    effect = _effect(block, resolver)
    if len(resolver.wrong) > before or effect is None:
        return None
    made: list[tuple[t.Condition, t.DayExpr | None]] = []
    for rule in dict.fromkeys(line.rule for line in lines):
        context = resolver.quiet_loops(resolver.context.names.blocks["rule"][rule])
        if context is None:
            continue
        inside = replace(context, time_limit=True)
        found = _in_rule(rule, resolver, lambda inside=inside: _parts(block, applies, effect, inside))  # type: ignore[misc]
        if found is None:
            return None
        made.append(found)
    if len({repr(each) for each in made}) > 1:
        resolver.report(
            "EXCEPTION-DIFFERS",
            applies.span if applies else effect.span,
            f"this means one thing in one rule and another in the next that `{block.name.text}` is to",
            "make two exceptions of it",
        )
    if len(resolver.wrong) > before or not made:
        return None
    return t.Exception_(
        id=block.name.text,
        title=block.title,
        to=lines,
        effect=EFFECTS[effect.kind],
        new_limit=made[0][1],
        must_be_shown=shown,
        applies_when=made[0][0],
        span=block.span,
    )


def _effect(block: s.Block, resolver: Resolver) -> s.Clause | None:
    effects = [clause for clause in block.clauses if clause.kind in EFFECTS]
    if len(effects) == 1:
        return effects[0]
    resolver.report(
        "EFFECT",
        effects[1].span if effects else block.name.span,
        "an exception does one thing" if effects else "this exception does not say what it does",
        "say one of `lifts the time limit`, `lifts the duty` and `sets the time limit to …`",
    )
    return None


def _in_rule(rule: str, resolver: Resolver, make: Callable[[], R]) -> R | None:
    """Return what is made inside the loops of a rule; a mistake says which rule that was."""
    try:
        return make()
    except Mistake as mistake:
        for each in mistake.diagnostics:
            resolver.wrong.append(replace(each, message=f"{each.message}, in the rule `{rule}`"))
        return None


def _parts(
    block: s.Block, applies: s.Clause | None, effect: s.Clause, context: Context
) -> tuple[t.Condition, t.DayExpr | None]:
    limit = values.day(effect.value, context) if effect.value is not None else None
    if applies is None or applies.condition is None:
        return t.Always(block.span), limit
    return conditions.condition(applies.condition, context), limit


def _to(clause: s.Clause, resolver: Resolver) -> t.ExceptionTo | None:
    rule, *reading = clause.words
    known = resolver.known("rule", rule)
    if reading:
        known = resolver.known("reading", reading[0]) and known
    citations = [resolver.cite(word) for word in clause.citations]
    if not known or None in citations:
        return None
    return t.ExceptionTo(rule.text, tuple(filter(None, citations)), reading[0].text if reading else "")


def guard(block: s.Block, resolver: Resolver) -> t.Guard | None:
    """Return a guard, with the rules it keeps written out."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=True)
    applies = resolver.need(block, "applies_when")
    asks, lifts = resolver.one(block, "asks"), resolver.one(block, "lifts_duty")
    if (asks is None) == (lifts is None):
        resolver.report(
            "EFFECT",
            asks.span if asks else block.name.span,
            "a guard either lifts the duty or asks a question",
            'say one of `lifts the duty` and `asks "…"`',
        )
    rules = tuple(_guarded(block, resolver))
    when = resolver.condition(applies.condition, replace(resolver.context, time_limit=True)) if applies else None
    if len(resolver.wrong) > before or source is None or when is None:
        return None
    question = asks.words[0].text if asks else ""
    return t.Guard(block.name.text, block.title, rules, source, when, question, block.span)


def _guarded(block: s.Block, resolver: Resolver) -> Iterator[str]:
    clause = next(each for each in block.clauses if each.kind in ("to_rules", "to_kind"))
    if clause.kind == "to_rules":
        yield from (word.text for word in clause.words if resolver.known("rule", word))
        return
    wanted, *excepted = clause.words
    resolver.checks(replace(clause, words=(wanted,)))
    out = {word.text for word in excepted if resolver.known("rule", word)}
    first = next((kind.name for kind in resolver.context.names.vocabulary.kinds), "")
    for name, rule in resolver.context.names.blocks["rule"].items():
        checks = next((each.words[0].text for each in rule.clauses if each.kind == "checks"), first)
        if checks == wanted.text and name not in out:
            yield name
