"""Resolves the blocks that give words a meaning: judgements, readings, definitions, checklists."""

from __future__ import annotations

from dataclasses import replace

from dsl import checks, conditions, paths, values
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake, suggestion
from dsl.resolve import Resolver
from dsl.vocabulary import Code, Type


def judgement(block: s.Block, resolver: Resolver) -> t.Judgement | None:
    """Return a judgement."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=True)
    scope = resolver.scope(block)
    deciders = [each.name for each in resolver.context.names.vocabulary.deciders]
    decided = resolver.need(block, "decided_by")
    for word in decided.words if decided else ():
        if word.text not in deciders:
            resolver.report(
                "DECIDER-UNKNOWN", word.span, f"`{word.text}` decides nothing", suggestion(word.text, deciders)
            )
    consider: list[t.Consider] = []
    points: list[t.Pointer] = []
    for clause in block.clauses:
        if clause.kind == "consider":
            cited = resolver.cite(clause.citations[0]) if clause.citations else None
            consider.append(t.Consider(clause.words[0].text, cited))
        if clause.kind in ("points_yes", "points_no") and scope is not None:
            when = _pointer(clause, block, scope[2], resolver)
            if when is not None:
                points.append(t.Pointer(clause.kind == "points_yes", when, clause.span))
    if len(resolver.wrong) > before or source is None or scope is None or decided is None:
        return None
    return t.Judgement(
        name=block.name.text,
        question=block.title,
        var=scope[0],
        over=scope[1],
        source=source,
        decided_by=tuple(word.text for word in decided.words),
        consider=tuple(consider),
        points=tuple(points),
        span=block.span,
    )


def _pointer(clause: s.Clause, block: s.Block, context: Context, resolver: Resolver) -> t.Condition | None:
    """Return what points one way. It may speak of the loops that all the rules that ask the judgement have."""
    written, inside = clause.condition, replace(context, texts=True)
    if written is None:
        return None
    loops = [resolver.quiet_loops(rule) for rule in checks.asking(block.name.text, resolver.context.names)]
    try:
        return conditions.condition(written, inside)
    except Mistake as mistake:
        for each in loops:
            if each is None:
                break
            try:
                found = conditions.condition(written, replace(inside, variables={**each.variables, **inside.variables}))
            except Mistake:
                break
        else:
            if loops:
                return found
        resolver.wrong.extend(mistake.diagnostics)
        return None


def reading(block: s.Block, resolver: Resolver) -> t.Reading | None:
    """Return a reading, settled or open."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=False)
    settled, open_ = resolver.one(block, "settled"), resolver.one(block, "open")
    otherwise = resolver.need(block, "otherwise")
    if (settled is None) == (open_ is None):
        resolver.report(
            "READING",
            settled.span if settled else block.name.span,
            "a reading is either settled by a case or open",
            'say one of `settled by` and `open "why"`',
        )
    case = resolver.cite(settled.citations[0]) if settled else None
    if len(resolver.wrong) > before or otherwise is None:
        return None
    return t.Reading(
        name=block.name.text,
        meaning=block.title,
        source=source,
        settled_by=case.authorities[0] if case else "",
        open_why=open_.words[0].text if open_ else "",
        otherwise=otherwise.words[0].text,
        span=block.span,
    )


def definition(block: s.Block, resolver: Resolver) -> t.Definition | None:
    """Return a definition: a condition, or cases with what holds otherwise."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=False)
    see = resolver.one(block, "see")
    for word in see.citations if see else ():
        resolver.cite(word)
    scope = resolver.scope(block)
    means = resolver.one(block, "means")
    cases = [clause for clause in block.clauses if clause.kind == "case"]
    otherwise, undecided = resolver.one(block, "case_otherwise"), resolver.one(block, "case_undecided")
    _shape(block, resolver, means, cases, otherwise, undecided)
    if scope is None or len(resolver.wrong) > before:
        return None
    defined = resolver.context.definitions.get(block.name.text)
    type_ = defined.type if defined else None
    context = replace(scope[2], texts=True)
    condition = resolver.condition(means.condition, context) if means else None
    made: list[t.Case_] = []
    for clause in cases:
        value = _value(clause, type_, context, resolver)
        when = resolver.condition(clause.condition, context)
        if value is not None and when is not None:
            made.append(t.Case_(value, when, clause.span))
    last = _value(otherwise, type_, context, resolver) if otherwise else None
    if len(resolver.wrong) > before:
        return None
    return t.Definition(
        name=block.name.text,
        title=block.title,
        var=scope[0],
        over=scope[1],
        source=source,
        means=condition,
        cases=tuple(made),
        otherwise=last,
        type=type_,
        span=block.span,
    )


def _shape(
    block: s.Block,
    resolver: Resolver,
    means: s.Clause | None,
    cases: list[s.Clause],
    otherwise: s.Clause | None,
    undecided: s.Clause | None,
) -> None:
    ends = [clause for clause in (otherwise, undecided) if clause is not None]
    if means is not None:
        if cases or ends:
            resolver.report(
                "DEFINITION", means.span, "a definition either means a condition or has cases", "keep one of the two"
            )
        return
    if not cases and otherwise is None:
        resolver.report(
            "DEFINITION",
            block.name.span,
            "this definition gives no meaning",
            "add `means` and a condition, or `is … when …`",
        )
        return
    if len(ends) != 1:
        resolver.report(
            "DEFINITION-OTHERWISE",
            ends[1].span if ends else cases[-1].span,
            "this definition ends twice" if ends else "this definition does not say what holds otherwise",
            "end it with `is … otherwise` or with `is undecided otherwise`",
        )


def _value(clause: s.Clause, type_: Type | None, context: Context, resolver: Resolver) -> t.Value | None:
    written = clause.value
    if written is None:
        return None

    def make() -> t.Value:
        made, of = values.against(type_, written, context)
        if isinstance(made, t.Length):
            raise Mistake(written.span, "TYPE-LENGTH", "a definition does not give a length of time", "give a day")
        if values.settled_type(of, made, context) != type_:
            raise Mistake(
                written.span,
                "TYPE-CASES",
                "the cases of one definition give values of different kinds",
                "make two definitions",
            )
        return made

    def as_day() -> t.Value:
        return values.day(written, context)

    return resolver.attempt(as_day if type_ == values.DAY else make)


def value_type(block: s.Block, context: Context) -> Type | None:
    """Return the type of the values a definition gives, from its first case; None if it ``means`` a condition.

    Bare words that stand for nothing else are codes of the definition's own.
    """
    written = [
        each.value for each in block.clauses if each.kind in ("case", "case_otherwise") and each.value is not None
    ]
    if not written:
        return None
    words = [each.base.text for each in written if isinstance(each, s.Path) and paths.is_bare(each)]
    own = [word for word in words if word not in context.variables]
    if own and paths.is_bare(written[0]):
        return Code(block.name.text, tuple((word, word.replace("_", " ")) for word in dict.fromkeys(own)))
    made, type_ = values.value(written[0], context)
    return values.settled_type(type_, made, context)


def checklist(block: s.Block, resolver: Resolver) -> t.Checklist | None:
    """Return a checklist, each entry with its own citation."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=False)
    entries: list[t.Entry] = []
    for clause in block.clauses:
        if clause.kind != "entry":
            continue
        name, title = clause.words
        if any(entry.name == name.text for entry in entries):
            resolver.report("ENTRY-TWICE", name.span, f"the entry `{name.text}` is there twice", "keep one of them")
        cited = resolver.cite(clause.citations[0]) if clause.citations else source
        when = resolver.condition(clause.condition, resolver.context)
        from_day, until_day = resolver.day(clause.from_day), resolver.day(clause.until_day)
        entries.append(t.Entry(name.text, title.text, cited, from_day, until_day, when))
    if not entries:
        resolver.report(
            "CLAUSE-MISSING", block.name.span, "this checklist has no entry", "add `entry`, a name and a title"
        )
    if len(resolver.wrong) > before:
        return None
    return t.Checklist(block.name.text, block.title, source, tuple(entries), block.span)
