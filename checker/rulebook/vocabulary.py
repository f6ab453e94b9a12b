"""The vocabulary of rules, read off the models of a case.

A model is at once the schema of a file, the words rules may use, and the words of a
reason; this module turns the first into the second.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from checker.documents.case import Case
from checker.documents.said import Happens, Lasts, Said
from checker.documents.values import Coded, Model
from checker.facts import Days
from dsl.vocabulary import (
    Authority,
    Code,
    Codes,
    Day,
    Event,
    Field,
    Instrument,
    Kind,
    ListOf,
    Named,
    Number,
    Of,
    Relation,
    Text,
    Thing,
    Type,
    Vocabulary,
    YesNo,
)

PARTIES = (
    Named("local authority", "the local authority"),
    Named("responsible commissioning body", "the responsible commissioning body"),
    Named("review arranger", "whoever arranges the review"),
    Named("report writer", "whoever is to write the report of the review"),
    Named("school", "the school"),
    Named("commissioning partners", "the authority and its partner commissioning bodies"),
    Named("setting", "the setting"),
    Named("health body", "the health body"),
    Named("body asked", "the body asked"),
    Named("adviser", "whoever gives the advice"),
)

KINDS = (
    Kind("ehc plan", "plan", ("draft", "final", "proposed_amendment", "amended_final")),
    Kind("local inclusion plan", "area_plan"),
    Kind("school", "school"),
)
"""What a rule may check: a child's case, an area, or a school."""

DECIDERS = (
    Named("local authority", "local authority"),
    Named("panel", "panel"),
    Named("tribunal", "tribunal"),
    Named("governing body", "governing body"),
)

RELATIONS = (
    Relation("answers", ("Provision",), ("Need",), "answers"),
    Relation("supports", ("Provision",), ("Outcome",), "supports"),
    Relation("is_linked_to", ("Provision",), ("Need", "Outcome"), "is linked to"),
    Relation("serves", ("Setting",), ("PhaseTransfer",), "is for the time after"),
)

WORD_LISTS = (
    Named("vague_phrases", "words that leave it open"),
    Named("delegating_phrases", "words that leave the decision to somebody else"),
    Named("permissive_phrases", "words that allow and do not require"),
    Named("deferring_phrases", "words that put the decision off"),
    Named("misplaced_phrases", "words about something whose place may be elsewhere"),
    Named("weak_outcome_phrases", "words that leave an outcome open"),
    Named("adulthood_terms", "words about preparing for adulthood"),
    Named("setting_cannot_meet_need_phrases", "words that the setting cannot meet need"),
    Named("other_test_phrases", "words of a test that the Act does not set"),
    Named("setting_full_phrases", "words that the setting is full"),
)

DIMENSIONS = (
    Named("content", "what will be done"),
    Named("frequency", "how often"),
    Named("duration", "how long each time"),
    Named("amount", "how much"),
    Named("ratio", "how many staff to how many pupils"),
    Named("group_size", "the size of the group"),
    Named("deliverer", "who delivers it"),
    Named("qualification", "the training of those who deliver it"),
    Named("setting_of_delivery", "where"),
    Named("start", "from when"),
    Named("end", "until when"),
    Named("review", "when it is reviewed"),
    Named("minimum", "the least that will be provided"),
    Named("covers", "the lessons or times it covers"),
)

YEARS = (
    Named("calendar_year", "the calendar year"),
    Named("school_year", "the school year"),
)


def build_vocabulary(instruments: Sequence[Instrument] = (), authorities: Sequence[Authority] = ()) -> Vocabulary:
    """Return the vocabulary of a case, with what rules may cite."""
    things: dict[str, Thing] = {}
    roots = tuple(_fields(Case, things))
    return Vocabulary(
        roots=roots,
        things=tuple(things.values()),
        kinds=KINDS,
        parties=PARTIES,
        relations=RELATIONS,
        word_lists=WORD_LISTS,
        dimensions=DIMENSIONS,
        years=YEARS,
        deciders=DECIDERS,
        instruments=tuple(instruments),
        authorities=tuple(authorities),
        birthday=("Child", "born"),
        aliases=(("plan", "the document under test"),),
    )


def _fields(model: type[Model], things: dict[str, Thing]) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        hint = hints[name]
        inner, marks = _annotated(hint)
        for mark in marks:
            if isinstance(mark, Happens):
                yield Field(name, mark.title, mark.said, Event(mark.participle, mark.recipients), mark.part)
            elif isinstance(mark, Said):
                yield Field(name, mark.title, mark.said or mark.title.lower(), _type(inner, mark, things), mark.part)


def _annotated(hint: Any) -> tuple[Any, tuple[object, ...]]:  # noqa: ANN401  (annotations are of any type)
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return _without_none(inner), tuple(marks)
    return _without_none(hint), ()


def _without_none(hint: Any) -> Any:  # noqa: ANN401
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arm for arm in get_args(hint) if arm is not type(None))
        return inner
    return hint


def _type(inner: Any, mark: Said, things: dict[str, Thing]) -> Type:  # noqa: ANN401
    if get_origin(inner) is Annotated:
        inner = get_args(inner)[0]
    if get_origin(inner) is list:
        (item,) = get_args(inner)
        if issubclass(item, Coded):
            return Codes(_code(item))
        return ListOf(_thing(item, things))
    plain: dict[type, Type] = {str: Text(), bool: YesNo(), int: Number(mark.unit), Days: Day()}
    if inner in plain:
        return plain[inner]
    if issubclass(inner, Coded):
        return _code(inner)
    return Of(_thing(inner, things))


def _code(coded: type[Coded]) -> Code:
    return Code(coded.__name__, tuple((member.value, member.title_) for member in coded))


def _thing(model: type[Model], things: dict[str, Thing]) -> str:
    name = model.__name__
    if name not in things:
        lasts = getattr(model, "lasts", None)
        fields = tuple(_fields(model, things))
        things[name] = Thing(
            name=name,
            title=(model.__doc__ or name).strip().splitlines()[0],
            singular=getattr(model, "singular", name.lower()),
            fields=fields,
            event=getattr(model, "event", ""),
            span=(lasts.start, lasts.end) if isinstance(lasts, Lasts) else None,
        )
    return name
