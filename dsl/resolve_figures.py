"""Resolves the blocks that give figures: tables, parameters and measures."""

from __future__ import annotations

import re
from dataclasses import replace

from dsl import calculations, paths, tables, typed, values
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake, Tabled, suggestion
from dsl.resolve import Resolver
from dsl.vocabulary import Code, Number, Of, Thing, Type, YesNo


def tabled(block: s.Block, context: Context) -> Tabled:
    """Return the types of a table's keys and of what it gives. Raises Mistake with what is wrong in them."""
    keys = next((clause for clause in block.clauses if clause.kind == "keys"), None)
    rows = [clause for clause in block.clauses if clause.kind == "row"]
    by = tuple(_key(path, context)[0] for path in keys.paths) if keys else ()
    return Tabled(by, _given_type(block.name, [row.value for row in rows], context))


def parameter_type(block: s.Block, context: Context) -> Type | None:
    """Return the type of a parameter's values; None is a length of time."""
    return _given_type(block.name, [each.value for each in block.clauses if each.kind == "figure"], context)


def table(block: s.Block, resolver: Resolver) -> t.Table | None:
    """Return a table with no gap and no overlap."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=False)
    keys = resolver.need(block, "keys")
    found = resolver.attempt(lambda: tabled(block, resolver.context))
    if keys is None or found is None:
        return None
    rows = [
        made
        for clause in block.clauses
        if clause.kind == "row" and (made := _row(clause, found, source, resolver)) is not None
    ]
    if not any(clause.kind == "row" for clause in block.clauses):
        resolver.report("CLAUSE-MISSING", block.name.span, "this table has no row", "add `row`, its keys and `gives`")
    if len(resolver.wrong) > before:
        return None
    made_table = t.Table(
        name=block.name.text,
        title=block.title,
        source=source,
        by=found.by,
        headings=tuple(_key(path, resolver.context)[1] for path in keys.paths),
        rows=tuple(rows),
        type=found.type,
        span=block.span,
    )
    _whole(made_table, block, resolver)
    return None if len(resolver.wrong) > before else made_table


def parameter(block: s.Block, resolver: Resolver) -> t.Parameter | None:
    """Return a parameter, its values in the order of their days."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=False)
    figures = [clause for clause in block.clauses if clause.kind == "figure"]
    if not figures:
        resolver.report(
            "CLAUSE-MISSING", block.name.span, "this parameter has no value", "add `is`, the figure, `from` and a day"
        )
        return None
    type_ = resolver.attempt(lambda: parameter_type(block, resolver.context))
    made: list[t.ParameterFrom] = []
    for clause in figures:
        cited = _cited(clause, source, resolver)
        day = resolver.day(clause.from_day)
        value = _gift(clause.value, type_, resolver)
        if day is None or value is None:
            continue
        if any(each.from_day == day for each in made):
            resolver.report("PARAMETER-TWICE", clause.span, "there are two values from this day", "keep one of them")
        made.append(t.ParameterFrom(value, day, cited))
    if len(resolver.wrong) > before:
        return None
    made.sort(key=lambda each: each.from_day)
    return t.Parameter(block.name.text, block.title, source, tuple(made), type_, block.span)


def measure(block: s.Block, resolver: Resolver) -> t.Measure | None:
    """Return a measure: what it counts, and out of what."""
    before = len(resolver.wrong)
    source = resolver.source(block, needed=True)
    see = resolver.one(block, "see")
    for word in see.citations if see else ():
        resolver.cite(word)
    kind, _ = resolver.checks(resolver.one(block, "checks"))
    context = replace(resolver.context, root=resolver.root_of(block))
    counts, out_of = (_counted(block, each, context, resolver) for each in ("counts", "out_of"))
    if len(resolver.wrong) > before or source is None or counts is None or out_of is None:
        return None
    return t.Measure(block.name.text, block.title, source, kind, counts, out_of, block.span)


def _counted(block: s.Block, kind: str, context: Context, resolver: Resolver) -> t.Counted | None:
    clause = resolver.need(block, kind)
    if clause is None:
        return None

    def make() -> t.Counted:
        found = calculations.number_of(
            s.NumberOf(clause.words[0], clause.paths, clause.condition, clause.span), context
        )
        return t.Counted(found.var, found.lists, found.where)

    return resolver.attempt(make)


def _row(clause: s.Clause, of: Tabled, source: t.Citation | None, resolver: Resolver) -> t.Row | None:
    cited = _cited(clause, source, resolver)
    from_day, until_day = resolver.day(clause.from_day), resolver.day(clause.until_day)
    if from_day and until_day and until_day < from_day:
        resolver.report("DATES", clause.span, "this row ends before it begins", "put the earlier day after `from`")
    if len(clause.row_keys) != len(of.by):
        resolver.report(
            "ROW-KEYS",
            clause.span,
            f"this row has {calculations.counted(len(clause.row_keys))}, and the table is by {len(of.by)}",
            "give one for each, or `any`",
        )
        return None
    keys = [
        resolver.attempt(lambda key=key, type_=type_: _row_key(key, type_))  # type: ignore[misc]
        for key, type_ in zip(clause.row_keys, of.by, strict=True)
    ]
    gives = _gift(clause.value, of.type, resolver) if clause.value is not None else None
    held = tuple(key for key in keys if key is not None)
    if len(held) < len(keys) or (gives is None and clause.value is not None):
        return None
    limitless = bool(clause.words) and clause.words[0].text == "no limit"
    return t.Row(held, gives, limitless, cited, from_day, until_day, clause.span)


def _row_key(key: s.RowKey, type_: Type) -> t.RowKey:
    first = key.values[0]
    if isinstance(first, s.Path) and first.base.text == "any":
        return t.RowKey(any=True, low=None, high=None)
    if isinstance(type_, Number):
        return _number_key(key)
    if isinstance(type_, Code) and isinstance(first, s.Path):
        code = str(values.literal(type_, first.base).value)
        return t.RowKey(any=False, low=code, high=code)
    if isinstance(type_, YesNo) and isinstance(first, s.YesNo):
        return t.RowKey(any=False, low=first.value, high=first.value)
    raise Mistake(key.span, "ROW-KEY", f"the table is by {typed.said(type_)} here", "name one, or say `any`")


def _number_key(key: s.RowKey) -> t.RowKey:
    ends = [each.n for each in key.values if isinstance(each, s.Number) and isinstance(each.n, int)]
    if not ends:
        raise Mistake(key.span, "ROW-KEY", "the table is by a number here", "give a number, `1 to 5`, or say `any`")
    match key.form:
        case "under":
            return t.RowKey(any=False, low=None, high=ends[0] - 1)
        case "over":
            return t.RowKey(any=False, low=ends[0], high=None)
        case _ if ends[-1] < ends[0]:
            raise Mistake(key.span, "ROW-RANGE", "this range ends before it begins", "put the lower number first")
        case _:
            return t.RowKey(any=False, low=ends[0], high=ends[-1])


def _whole(made: t.Table, block: s.Block, resolver: Resolver) -> None:
    """Report the first overlap and the gaps of a table."""
    missing: list[str] = []
    twice: set[t.Row] = set()
    for combination in tables.combinations(made.by, made.rows):
        rows = tables.rows_for(combination, made.rows)
        words = ", ".join(map(tables.said, combination))
        for row in tables.overlaps(rows):
            if row not in twice:
                twice.add(row)
                resolver.report(
                    "TABLE-OVERLAP",
                    row.span,
                    f"another row already says what holds for `{words}` on the same days",
                    "keep one of them, or say `from` and `until` when each holds",
                )
        missing += [] if rows else [f"`{words}`"]
        for first, last in tables.breaks(rows):
            missing.append(f"`{words}` from {first} until {last}")
    if missing:
        more = f", nor for {len(missing) - 1} more" if len(missing) > 1 else ""
        resolver.report(
            "TABLE-GAP",
            block.name.span,
            f"no row says what holds for {missing[0]}{more}",
            "add a row; one that gives nothing says `gives no figure` or `gives no limit`",
        )


def _cited(clause: s.Clause, source: t.Citation | None, resolver: Resolver) -> t.Citation | None:
    if clause.citations:
        return resolver.cite(clause.citations[0])
    if source is None:
        resolver.report(
            "UNCITED", clause.span, "this line rests on nothing", "add `under` and the provision, or `source` above"
        )
    return source


def _gift(written: s.Value | None, type_: Type | None, resolver: Resolver) -> t.Literal | t.Length | None:
    """Return what a row or a parameter gives, if it is of the kind that the others give."""

    def make() -> t.Literal | t.Length | None:
        match written:
            case s.Length() if type_ is None:
                return t.Length(written.n, written.unit)
            case s.Number() if isinstance(type_, Number) and typed.unit(type_) == typed.unit(Number(written.unit)):
                return t.Literal(written.n, type_, written.span)
            case s.Path() if isinstance(type_, Code):
                return t.Literal(written.base.text, type_, written.span)
            case None:
                return None
            case _:
                raise Mistake(
                    written.span, "GIVES-KINDS", f"the others here give {typed.said(type_)}", "give values of one kind"
                )

    return resolver.attempt(make)


def _given_type(name: s.Word, given: list[s.Value | None], context: Context) -> Type | None:
    """Return the type of what rows give, from the first that gives anything."""
    first = next((each for each in given if each is not None), None)
    match first:
        case s.Path():
            words = [each.base.text for each in given if isinstance(each, s.Path)]
            return Code(name.text, tuple((word, word.replace("_", " ")) for word in dict.fromkeys(words)))
        case s.Number():
            return values.value(first, context)[1]
        case _:
            return None


def _key(path: s.Path, context: Context) -> tuple[Type, str]:
    """Return the type of what a table is by, and how a sentence speaks of it.

    It is a field of a thing of the case, or of any thing of the kind that is named.
    """
    if path.start == "name":
        kinds = {name: thing for thing in context.names.things.values() for name in _called(thing)}
        thing = kinds.get(path.base.text)
        if thing is None:
            raise Mistake(
                path.base.span,
                "KEY-UNKNOWN",
                f"no kind of thing is called `{path.base.text}`",
                suggestion(path.base.text, kinds) or "name the kind of thing, and the field that the table is by",
            )
        context = replace(context, variables={path.base.text: Of(thing.name)})
    found = paths.ref(path, context)
    if not path.steps or not tables.is_key(found.type):
        raise Mistake(
            path.span,
            "KEY-TYPE",
            f"`{paths.written(path)}` is {typed.said(found.type)}, and a table is not by that",
            "a table is by one of a list of words, by a number, or by yes and no",
        )
    _, owner = paths.thing_of(replace(path, steps=path.steps[:-1]), context)
    field = owner.field(path.steps[-1].text)
    return found.type, field.said if field else paths.written(path)


def _called(thing: Thing) -> tuple[str, str]:
    """Return the names a table may call a kind of thing by."""
    own = re.sub(r"(?<!^)(?=[A-Z])", "_", thing.name).lower()
    return own, thing.singular.removeprefix("the ").replace(" ", "_")
