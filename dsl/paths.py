"""Resolves paths: ``the plan's issue``, ``review's decision``, ``section F``."""

from __future__ import annotations

from dataclasses import replace

from dsl import syntax as s
from dsl import typed
from dsl.names import Context, Mistake, listed, suggestion
from dsl.tree import DefinedValue, Ref, RelevantDate, Span, SpanLength
from dsl.vocabulary import Event, Field, ListOf, Of, Text, Thing, Type

Found = Ref | DefinedValue | SpanLength | RelevantDate


def written(path: s.Path) -> str:
    """Return a path as a rule writes it."""
    base = {"the": f"the {path.base.text}", "section": f"section {path.base.text}"}.get(path.start, path.base.text)
    return base + "".join(f"'s {step.text}" for step in path.steps)


def is_bare(path: s.Value) -> bool:
    """Whether a value is a single word, which may prove to be a code."""
    return isinstance(path, s.Path) and path.start in ("name", "id") and not path.steps


def find(path: s.Path, context: Context) -> Found:
    """Return what a path stands for. Raises Mistake if a step of it is unknown."""
    if path.start == "the" and path.base.text == "relevant_date" and not path.steps:
        return RelevantDate(path.span)
    ref = _base(path, context)
    for place, step in enumerate(path.steps):
        found = _step(ref, step, path.span, context)
        if not isinstance(found, Ref):
            if place + 1 < len(path.steps):
                after = path.steps[place + 1]
                raise Mistake(after.span, "FIELD-UNKNOWN", f"nothing can follow `{step.text}`", "end the path there")
            return found
        ref = found
    return _with_recipient(replace(ref, span=path.span))


def ref(path: s.Path, context: Context) -> Ref:
    """Return a path that must stand for a fact, not for a definition."""
    found = find(path, context)
    if isinstance(found, Ref):
        return found
    raise Mistake(
        path.span,
        "PATH-NOT-A-FACT",
        f"`{written(path)}` is worked out, and is not a fact of the case",
        "name a field of a document or of the record",
    )


def type_of(found: Found, context: Context) -> Type | None:
    """Return the type of what a path stands for; None is a length of time."""
    match found:
        case Ref():
            return found.type
        case DefinedValue():
            return context.definitions[found.name].type
        case RelevantDate():
            return Event("")
        case _:
            return None


def thing_of(path: s.Path, context: Context) -> tuple[Ref, Thing]:
    """Return a path that must stand for a thing, and what kind of thing that is."""
    found = ref(path, context)
    thing = context.names.thing(found.type)
    if thing is None:
        raise Mistake(
            path.span,
            "TYPE-NOT-A-THING",
            f"`{written(path)}` is {typed.said(found.type)}, not a thing",
            "name the thing it belongs to",
        )
    return found, thing


def act(path: s.Path, context: Context, participle: s.Word | None = None) -> Ref | DefinedValue:
    """Return the event a path means, when it is said to happen or to be ``participle``."""
    found = find(path, context)
    type_ = type_of(found, context)
    if isinstance(found, DefinedValue) and typed.is_day(type_) and participle is None:
        return found
    if isinstance(found, Ref) and isinstance(type_, Event):
        if participle is not None and participle.text != type_.participle:
            raise Mistake(
                participle.span,
                "PARTICIPLE",
                f"`{written(path)}` is not said to be `{participle.text}`",
                f"say `is {type_.participle}`",
            )
        return found
    thing = context.names.thing(type_)
    if isinstance(found, Ref) and thing is not None:
        return _event_of(found, thing, path, participle)
    raise Mistake(
        path.span,
        "EVENT-NONE",
        f"`{written(path)}` is {typed.said(type_)}, not something that happens",
        "name an event, such as a sending or a meeting",
    )


def has_participle(thing: Thing, word: str) -> bool:
    """Whether an event of this kind of thing is said with ``word``."""
    return any(isinstance(each.type, Event) and each.type.participle == word for each in thing.fields)


def to(act_: Ref | DefinedValue, recipient: s.Path, context: Context) -> Ref:
    """Return an act done to a recipient. Raises Mistake if it is not done to that party."""
    name = recipient.base.text
    recipients = act_.type.recipients if isinstance(act_, Ref) and isinstance(act_.type, Event) else ()
    if isinstance(act_, Ref) and recipient.start == "the" and not recipient.steps and name in recipients:
        return replace(act_, to=name)
    if recipient.start == "the" and not recipient.steps and name not in context.names.roots:
        raise Mistake(
            recipient.span,
            "PARTY-UNKNOWN",
            f"nobody is called `the {name}`",
            suggestion(name, recipients, "the "),
        )
    if not recipients:
        raise Mistake(
            recipient.span, "RECIPIENT", "this is not done to anybody", "leave out `to` and the name after it"
        )
    raise Mistake(
        recipient.span,
        "RECIPIENT",
        f"this is not done to `{written(recipient)}`",
        f"it is done to {listed((f'`the {each}`' for each in recipients), 'or')}",
    )


def lists(paths: tuple[s.Path, ...], context: Context) -> tuple[tuple[Ref, ...], Type]:
    """Return lists, all of one kind of thing, and the type of an item of them."""
    found: list[Ref] = []
    for path in paths:
        each = ref(path, context)
        if not isinstance(each.type, ListOf):
            raise Mistake(path.span, "TYPE-NOT-A-LIST", f"`{written(path)}` is {typed.said(each.type)}, not a list")
        if found and found[0].type != each.type:
            raise Mistake(
                path.span,
                "TYPE-LISTS",
                f"`{written(path)}` holds other things than `{written(paths[0])}`",
                "lists in one pair of brackets hold things of one kind",
            )
        found.append(each)
    last = found[0].type
    return tuple(found), Of(last.thing if isinstance(last, ListOf) else "")


def _base(path: s.Path, context: Context) -> Ref:
    name, names = path.base.text, context.names
    if path.start == "section":
        return _section(path, context)
    if path.start == "the":
        if name in names.roots:
            return Ref("", (name,), names.roots[name].type, path.span)
        if name in context.variables:
            raise Mistake(
                path.base.span, "NAME-THE", f"`{name}` is one of several here, so it takes no `the`", f"say `{name}`"
            )
        if name in names.blocks["table"]:
            raise Mistake(
                path.base.span,
                "TABLE-ROW",
                f"the table `{name}` stands here without saying which row",
                f"say `the {name} for` and what the table is by",
            )
        raise Mistake(
            path.base.span, "NAME-UNKNOWN", f"nothing is called `the {name}`", suggestion(name, names.roots, "the ")
        )
    if name in context.variables:
        return Ref(name, (), context.variables[name], path.span)
    if name in names.roots:
        raise Mistake(path.base.span, "NAME-THE", f"`{name}` stands for nothing here", f"did you mean `the {name}`?")
    raise Mistake(
        path.base.span,
        "NAME-UNKNOWN",
        f"`{name}` stands for nothing here",
        suggestion(name, [*context.variables, *context.parameters])
        or "a name is given by `for each`, `some`, `every` or `no`",
    )


def _section(path: s.Path, context: Context) -> Ref:
    name = f"section_{path.base.text.lower()}"
    names = context.names
    candidates = [context.root] if context.root else [kind.root for kind in names.vocabulary.kinds]
    for root in candidates:
        thing = names.thing(names.roots[root].type) if root in names.roots else None
        found = thing.field(name) if thing else None
        if found:
            return Ref("", (root, name), found.type, path.span)
    raise Mistake(path.base.span, "SECTION-UNKNOWN", f"there is no section {path.base.text}", "")


def _step(base: Ref, step: s.Word, whole: Span, context: Context) -> Found:
    each = context.names.things.get(base.type.thing) if context.each and isinstance(base.type, ListOf) else None
    thing = context.names.thing(base.type) or each
    name = step.text
    if thing is None:
        if isinstance(base.type, ListOf):
            raise Mistake(
                step.span,
                "PATH-LIST",
                f"`{name}` is asked of a list, not of one thing",
                "name one of them with `for each` or `some`",
            )
        raise Mistake(step.span, "FIELD-UNKNOWN", f"{typed.said(base.type)} has no `{name}`", "end the path before it")
    field: Field | None = thing.field(name)
    if field is not None:
        return Ref(
            base.base,
            (*base.steps, name),
            field.type,
            Span(whole.file, whole.line, whole.column, step.span.end_line, step.span.end_column),
        )
    defined = context.definitions.get(name)
    if defined is not None and defined.type is not None and defined.subject == base.type:
        return DefinedValue(name, replace(base, span=whole), whole)
    if name == "length" and thing.span is not None:
        return SpanLength(replace(base, span=whole), whole)
    known = [
        *typed.field_names(thing),
        *(name for name, each in context.definitions.items() if each.subject == base.type),
    ]
    raise Mistake(step.span, "FIELD-UNKNOWN", f"{thing.singular} has no `{name}`", suggestion(name, known))


def _with_recipient(found: Ref) -> Ref:
    if isinstance(found.type, Event) and found.type.recipients and not found.to:
        return replace(found, to=found.type.recipients[0])
    return found


def _event_of(found: Ref, thing: Thing, path: s.Path, participle: s.Word | None) -> Ref:
    def event(name: str) -> Ref | None:
        field = thing.field(name)
        if field is None or not isinstance(field.type, Event):
            return None
        if participle is not None and field.type.participle != participle.text:
            return None
        return _with_recipient(Ref(found.base, (*found.steps, name), field.type, path.span))

    for name in (thing.event, *(typed.field_names(thing) if participle is not None else ())):
        if name and (result := event(name)):
            return result
    if participle is None:
        raise Mistake(
            path.span,
            "EVENT-NONE",
            f"nothing says when {thing.singular} happens",
            "name the event that is meant",
        )
    participles = {each.type.participle: None for each in thing.fields if isinstance(each.type, Event)}
    raise Mistake(
        participle.span,
        "PARTICIPLE",
        f"{thing.singular} is not said to be `{participle.text}`",
        suggestion(participle.text, participles, "is "),
    )


def text_ref(path: s.Path, context: Context) -> Ref:
    """Return a path that must stand for words."""
    found = ref(path, context)
    if not isinstance(found.type, Text):
        raise Mistake(
            path.span,
            "TYPE-NOT-WORDS",
            f"`{written(path)}` is {typed.said(found.type)}, not words",
            "only words can be looked through",
        )
    return found
