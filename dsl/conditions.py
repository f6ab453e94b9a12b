"""Resolves conditions: what is said of a subject, with every name found and every type checked."""

from __future__ import annotations

from dataclasses import replace

from dsl import calculations, paths, relations, typed, values
from dsl import syntax as s
from dsl import tree as t
from dsl.diagnostics import Diagnostic
from dsl.names import Context, Mistake, singular, suggestion
from dsl.vocabulary import Code, Codes, Day, Event, Number, Type

_ORDER = {"before": "days", "after": "days", "on or before": "days", "on or after": "days"}


def condition(written: s.Condition, context: Context) -> t.Condition:
    """Return a condition. Raises Mistake with all that is wrong in it."""
    match written:
        case s.Joined():
            parts = _each(written.parts, context)
            return t.And(parts, written.span) if written.word == "and" else t.Or(parts, written.span)
        case s.Not():
            return t.Not(condition(written.part, context), written.span)
        case s.AsAt():
            return t.AsAt(condition(written.part, context), values.day(written.day, context), written.span)
        case s.OnReading():
            _known("reading", written.reading, context)
            return t.OnReading(written.reading.text, written.span)
        case s.ExceptionApplies():
            _known("exception", written.exception, context)
            return t.ExceptionApplies(written.exception.text, written.span)
        case s.Some():
            return _some(written, context)
        case s.About():
            return about(written.subject, written.predicate, written.span, context)


def about(  # noqa: C901, PLR0912  (one answer for each form)
    subject: s.Value, predicate: s.Predicate, span: t.Span, context: Context
) -> t.Condition:
    """Return what is said of a subject."""
    match predicate:
        case s.Is():
            return _is(subject, predicate, span, context)
        case s.Compared():
            return _compared(subject, predicate, span, context)
        case s.IsBetween():
            left, type_ = values.value(subject, context)
            low, low_type = values.against(type_, predicate.low, context)
            high, high_type = values.against(type_, predicate.high, context)
            typed.same(type_, low_type, predicate.low.span)
            typed.same(type_, high_type, predicate.high.span)
            return t.Between(
                _plain(left, subject.span), _plain(low, predicate.low.span), _plain(high, predicate.high.span), span
            )
        case s.WithinOf():
            return _within_of(subject, predicate, span, context)
        case s.OverlapsPeriod():
            if not isinstance(subject, s.TimeLimit):
                raise Mistake(
                    subject.span,
                    "OVERLAPS",
                    "only the time limit is compared with a period given by two days",
                    "say `the time limit overlaps the period from … to …`",
                )
            values.day(subject, context)
            return t.LimitOverlaps(values.date_of(predicate.first), values.date_of(predicate.last), span)
        case _ if not isinstance(subject, s.Path):
            raise Mistake(
                subject.span, "SUBJECT", "this can only be compared", "say `is at least`, `is before` or the like"
            )
        case s.Stated():
            return t.Stated(paths.ref(subject, context), predicate.negated, span)
        case s.Done():
            return _done(subject, predicate, span, context)
        case s.DoneToEvery():
            return _done_to_every(subject, predicate, span, context)
        case s.HappensWithin():
            return replace(values.within(paths.act(subject, context), predicate.limit, context), span=span)
        case s.Happened():
            return t.HasHappened(paths.act(subject, context), predicate.negated, span)
        case s.IsWithinLimit():
            return t.Happens(
                _day_act(subject, context),
                values.limit(s.WithinTheLimit(predicate.span), context),
                practicable=False,
                span=span,
            )
        case s.OneOf():
            return _one_of(subject, predicate, span, context)
        case s.Judged():
            return _judged(subject, predicate, span, context)
        case s.Age():
            return t.Age(
                values.born(subject, context), predicate.under, predicate.years, values.day(predicate.on, context), span
            )
        case s.Includes():
            return _includes(subject, predicate, span, context)
        case s.OverlapsLimit():
            lasting = _lasting(subject, context)
            if not context.time_limit:
                values.day(s.TimeLimit(predicate.span), context)
            return t.OverlapsLimit(lasting, values.whole_days(predicate.at_least), span)
        case s.Shows() | s.Uses():
            return relations.words(subject, predicate, span, context)
        case s.Related():
            return relations.related(subject, predicate, span, context)


def _each(parts: tuple[s.Condition, ...], context: Context) -> tuple[t.Condition, ...]:
    found: list[t.Condition] = []
    wrong: list[Diagnostic] = []
    for part in parts:
        try:
            found.append(condition(part, context))
        except Mistake as mistake:
            wrong.extend(mistake.diagnostics)
    if wrong:
        raise Mistake.several(wrong)
    return tuple(found)


def _known(kind: str, word: s.Word, context: Context) -> None:
    known = context.names.blocks[kind]
    if word.text not in known:
        raise Mistake(
            word.span, f"{kind.upper()}-UNKNOWN", f"there is no {kind} `{word.text}`", suggestion(word.text, known)
        )


def _some(written: s.Some, context: Context) -> t.Condition:
    found, item = paths.lists(written.lists, context)
    inner = context.with_variable(written.var, item)
    where = condition(written.where, inner) if written.where is not None else None
    satisfies = condition(written.satisfies, inner)
    return t.Some(written.quantifier, written.var.text, found, where, satisfies, written.span)


def _is(subject: s.Value, predicate: s.Is, span: t.Span, context: Context) -> t.Condition:
    left, type_ = values.value(subject, context)
    word = predicate.value.base if isinstance(predicate.value, s.Path) and paths.is_bare(predicate.value) else None
    if word is not None and isinstance(subject, s.Path) and not isinstance(context.variables.get(word.text), Code):
        said = _said_of_a_thing(subject, left, type_, word, predicate, span, context)
        if said is not None:
            return said
    right, right_type = values.against(type_, predicate.value, context)
    typed.same(type_, right_type, predicate.value.span)
    return t.Compare("is not" if predicate.negated else "is", _plain(left, subject.span), right, span)


def _said_of_a_thing(
    subject: s.Path,
    left: t.Value | t.Length,
    type_: Type | None,
    word: s.Word,
    predicate: s.Is,
    span: t.Span,
    context: Context,
) -> t.Condition | None:
    """Return ``is sent`` or ``is in_or_beyond_year_9``, or None if the subject is no thing or event."""
    thing = context.names.thing(type_)
    if isinstance(type_, Event) or (thing is not None and paths.has_participle(thing, word.text)):
        return t.HasHappened(paths.act(subject, context, word), predicate.negated, span)
    defined = context.definitions.get(word.text)
    if isinstance(left, t.Ref) and defined is not None and defined.type is None and defined.subject == type_:
        return t.DefinedCondition(word.text, left, predicate.negated, span)
    if thing is None:
        return None
    known = [each.type.participle for each in thing.fields if isinstance(each.type, Event) and each.type.participle]
    known += [name for name, each in context.definitions.items() if each.type is None and each.subject == type_]
    raise Mistake(
        word.span,
        "IS-UNKNOWN",
        f"nothing is meant by `is {word.text}` of {thing.singular}",
        suggestion(word.text, known, "is "),
    )


def _compared(subject: s.Value, predicate: s.Compared, span: t.Span, context: Context) -> t.Condition:
    left, type_ = values.value(subject, context)
    days = predicate.relation in _ORDER
    if days and isinstance(subject, s.Path):
        left, type_ = values.day(subject, context), Day()
    if days and not typed.is_day(type_):
        raise Mistake(
            subject.span,
            "TYPE-NOT-A-DAY",
            f"this is {typed.said(type_)}, not a day",
            "say `is at least` or `is at most`",
        )
    if not days and not (isinstance(type_, Number) or isinstance(left, t.SpanLength)):
        raise Mistake(
            subject.span,
            "TYPE-MISMATCH",
            f"`{predicate.relation}` needs a number or a length of time, and this is {typed.said(type_)}",
            "say `is before` or `is after` of days" if typed.is_day(type_) else "",
        )
    if days:
        return t.Compare(predicate.relation, _plain(left, subject.span), values.day(predicate.value, context), span)
    right, right_type = values.against(type_, predicate.value, context)
    typed.same(type_, right_type, predicate.value.span)
    if isinstance(predicate.value, s.Length):
        right = values.whole_days(predicate.value)
    return t.Compare(predicate.relation, _plain(left, subject.span), right, span)


def _plain(value: t.Value | t.Length, span: t.Span) -> t.Value:
    if isinstance(value, t.Length):
        raise Mistake(span, "TYPE-LENGTH", "a length of time cannot stand here", "say `is at least` or `is at most`")
    return value


def _day_act(path: s.Path, context: Context) -> t.Ref | t.DefinedValue:
    found = values.day(path, context)
    if isinstance(found, t.Ref | t.DefinedValue):
        return found
    raise Mistake(
        path.span, "TYPE-NOT-A-DAY", "this day is not one that the record holds", "name an event or a day in the record"
    )


def _done(subject: s.Path, predicate: s.Done, span: t.Span, context: Context) -> t.Condition:
    act = paths.act(subject, context, predicate.participle)

    def one(done: t.Ref | t.DefinedValue, at: t.Span) -> t.Happens | t.HasHappened | t.AsSoonAsPracticable:
        if predicate.limit is None:
            return t.HasHappened(done, negated=False, span=at)
        return replace(values.within(done, predicate.limit, context), span=at)

    if not predicate.each:
        return one(paths.to(act, predicate.to[0], context) if predicate.to else act, span)
    parts = [one(paths.to(act, recipient, context), recipient.span) for recipient in predicate.to]
    dated = tuple(part for part in parts if not isinstance(part, t.AsSoonAsPracticable))
    if len(dated) < len(parts):
        return t.And(tuple(parts), span)
    return t.ToEach(dated, span)


def _done_to_every(subject: s.Path, predicate: s.DoneToEvery, span: t.Span, context: Context) -> t.ToEvery:
    act = paths.act(subject, context, predicate.participle)
    if not isinstance(act, t.Ref):
        raise Mistake(subject.span, "RECIPIENT", "this is not done to anybody", "leave out `to` and what follows it")
    act = replace(act, to="")
    found, item = paths.lists(predicate.lists, context)
    name = s.Word(singular(predicate.var.text), predicate.var.span)
    inner = context.with_variable(name, item)
    done: t.Happens | t.HasHappened | t.AsSoonAsPracticable = t.HasHappened(act, negated=False, span=span)
    if predicate.limit is not None:
        done = replace(values.within(act, predicate.limit, inner), span=span)
    if isinstance(done, t.AsSoonAsPracticable):
        raise Mistake(
            span,
            "PRACTICABLE-EVERY",
            "`as soon as practicable` alone is a judgement, and is not asked of everybody in a list",
            "say `and in any event`, and an outer limit",
        )
    return t.ToEvery(name.text, found, done, span)


def _within_of(subject: s.Value, predicate: s.WithinOf, span: t.Span, context: Context) -> t.WithinOf:
    what, type_ = calculations.number(subject, context)
    of, other = calculations.number(predicate.of, context)
    typed.same(type_, other, predicate.of.span)
    by, margin = calculations.number(predicate.by, context)
    if isinstance(by, t.Literal) and not margin.unit:
        # "Within 0.1 of a percentage" is read in the unit of what it is said of.
        margin = type_
        by = replace(by, type=type_)
    typed.same(type_, margin, predicate.by.span)
    return t.WithinOf(what, by, of, span)


def _one_of(subject: s.Path, predicate: s.OneOf, span: t.Span, context: Context) -> t.Condition:
    found = paths.find(subject, context)
    type_ = paths.type_of(found, context)
    if not isinstance(type_, Code) or not isinstance(found, t.Ref | t.DefinedValue):
        raise Mistake(
            subject.span, "TYPE-MISMATCH", f"`one of` needs one of a list of words, and this is {typed.said(type_)}", ""
        )
    if predicate.checklist is None:
        codes = tuple(values.literal(type_, word).value for word in predicate.codes)
        return t.OneOf(found, tuple(str(code) for code in codes), "", predicate.negated, span)
    name = predicate.checklist
    checklists = context.names.code_types
    if name.text not in checklists:
        raise Mistake(
            name.span, "CHECKLIST-UNKNOWN", f"there is no checklist `{name.text}`", suggestion(name.text, checklists)
        )
    if outside := typed.codes_outside(checklists[name.text], type_):
        raise Mistake(
            name.span,
            "CODE-OUTSIDE",
            f"the entry `{outside[0]}` is not one of the words that `{paths.written(subject)}` may be",
            suggestion(outside[0], [value for value, _ in type_.values]),
        )
    return t.OneOf(found, (), name.text, predicate.negated, span)


def _judged(subject: s.Path, predicate: s.Judged, span: t.Span, context: Context) -> t.Condition:
    found = paths.ref(subject, context)
    name = predicate.judgement
    _known("judgement", name, context)
    of = context.judgements.get(name.text)
    if of is not None and not _same_subject(of, found.type):
        raise Mistake(
            name.span,
            "JUDGEMENT-OF",
            f"`{name.text}` is not a judgement of `{paths.written(subject)}`",
            "judge what the judgement is of",
        )
    return t.Judged(name.text, found, predicate.wanted, span)


def _same_subject(left: Type, right: Type) -> bool:
    if isinstance(left, Code) and isinstance(right, Code):
        return left.name == right.name
    return left == right


def _includes(subject: s.Path, predicate: s.Includes, span: t.Span, context: Context) -> t.Condition:
    found = paths.ref(subject, context)
    if not isinstance(found.type, Codes):
        raise Mistake(
            subject.span,
            "TYPE-MISMATCH",
            f"`includes` needs several of a list of words, and this is {typed.said(found.type)}",
            "say `is` of one value",
        )
    right, right_type = values.against(found.type, predicate.value, context)
    typed.same(found.type.of, right_type, predicate.value.span)
    if not isinstance(right, t.Ref | t.Literal):
        raise Mistake(predicate.value.span, "TYPE-MISMATCH", "only a word of the list can be included")
    return t.Includes(found, right, predicate.negated, span)


def _lasting(path: s.Path, context: Context) -> t.Ref:
    found, thing = paths.thing_of(path, context)
    if thing.span is None:
        raise Mistake(
            path.span, "TYPE-NOT-LASTING", f"{thing.singular} has no first and last day", "name a thing that lasts"
        )
    return found
