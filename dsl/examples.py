"""Resolves examples: the facts they assume and the outcome they must give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from dsl import conditions, paths, typed, values
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake
from dsl.resolve import Resolver
from dsl.vocabulary import Code, Codes, Number, Text, Type, YesNo


def example(block: s.Block, resolver: Resolver) -> t.Example | None:
    """Return an example."""
    before = len(resolver.wrong)
    rule, written_day = block.rule, block.as_at
    if rule is None or written_day is None or not resolver.known("rule", rule):
        return None
    as_at = resolver.day(written_day)
    context = replace(resolver.context, root=resolver.root_of(resolver.context.names.blocks["rule"][rule.text]))
    given: list[t.Given | t.GivenItem | t.GivenAnswer] = []
    for clause in block.clauses:
        if clause.kind == "expect":
            continue
        made = resolver.attempt(lambda clause=clause, context=context: _given(clause, context))  # type: ignore[misc]
        if made is None:
            continue
        given.append(made)
        if isinstance(made, t.GivenItem):
            item = paths.lists(clause.paths, context)[1]
            context = replace(context, variables={**context.variables, made.name: item})
    expect = next(clause for clause in block.clauses if clause.kind == "expect")
    if len(resolver.wrong) > before or as_at is None:
        return None
    return t.Example(
        title=block.title,
        rule=rule.text,
        as_at=as_at,
        given=tuple(given),
        expect=expect.words[0].text.replace(" ", "-"),
        words=expect.words[1].text if len(expect.words) > 1 else "",
        span=block.span,
    )


def _given(clause: s.Clause, context: Context) -> t.Given | t.GivenItem | t.GivenAnswer:
    path = clause.paths[0]
    if clause.kind == "given_event":
        act = paths.act(path, context)
        if not isinstance(act, t.Ref):
            raise Mistake(
                path.span, "GIVEN-WORKED-OUT", "a definition is worked out, not given", "give the facts it rests on"
            )
        act = act if clause.to is None else paths.to(act, clause.to, context)
        return t.Given(act, "not happened" if "not" in clause.words[0].text else "happened", ())
    if clause.kind == "given_fact" and clause.given is not None:
        return _fact(paths.ref(path, context), path, clause.to, clause.given, context)
    if clause.kind == "given_answer":
        name, *no = clause.words
        judged = conditions.condition(s.About(path, s.Judged(name, not no, clause.span), clause.span), context)
        if isinstance(judged, t.Judged):
            return t.GivenAnswer(judged.judgement, judged.subject, judged.wanted)
    name = clause.words[1]
    found, item = paths.lists(clause.paths, context)
    inner = context.with_variable(name, item)
    fields = []
    for field in clause.fields:
        whole = s.Path("id", name, (field.path.base, *field.path.steps), field.path.span)
        fields.append(_fact(paths.ref(whole, inner), whole, field.to, field.value, inner))
    return t.GivenItem(name.text, found[0], tuple(fields))


def _fact(what: t.Ref, path: s.Path, to: s.Path | None, given: s.GivenValue, context: Context) -> t.Given:
    thing = context.names.thing(what.type)
    happened = given.state in ("happened", "not happened")
    if happened or (thing is not None and thing.event and given.values):
        act = paths.act(path, context)
        what = act if isinstance(act, t.Ref) else what
    if to is not None:
        what = paths.to(what, to, context)
    if given.several and not isinstance(what.type, Codes):
        raise Mistake(given.span, "GIVEN-SEVERAL", f"`{paths.written(path)}` holds one value", "leave out the brackets")
    return t.Given(what, given.state, tuple(_value(what.type, value, path) for value in given.values))


def _unit_given(type_: Number) -> str:
    """Return the unit an example gives a number in: money in pounds, everything else as a bare number."""
    return "pence" if type_.unit.startswith("pence") else ""


def _value(type_: Type, value: s.Value, path: s.Path) -> int | Fraction | str | bool | date:
    of = type_.of if isinstance(type_, Codes) else type_
    if typed.is_day(of) and isinstance(value, s.Date):
        return values.date_of(value)
    if isinstance(of, Number) and isinstance(value, s.Number) and value.unit == _unit_given(of):
        return value.n
    if isinstance(of, YesNo) and isinstance(value, s.YesNo):
        return value.value
    if isinstance(of, Text) and isinstance(value, s.Quoted):
        return value.text
    if isinstance(of, Code) and isinstance(value, s.Path):
        return values.literal(of, value.base).value
    wanted = "words in quotation marks" if isinstance(of, Text) else typed.said(of)
    raise Mistake(
        value.span,
        "GIVEN-TYPE",
        f"`{paths.written(path)}` is {wanted}",
        "give a value of that kind, or say `is not stated`",
    )
