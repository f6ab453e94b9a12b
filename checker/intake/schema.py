"""The JSON Schema of the files people write, and the names of events.

The schemas are the models', with what a file may write shorter, and without what follows
from other facts and no file gives.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, get_args, get_origin, get_type_hints

from checker.documents import (
    advising,
    ceasing,
    child,
    considering,
    delivery,
    identifying,
    placement,
    process,
    reassessment,
    replies,
    review,
    review_meeting,
    weighing,
)
from checker.documents.events import EVENTS
from checker.documents.files import AnswersFile, Record, TypedPlanFile
from checker.documents.said import Happens, Said
from checker.documents.subjects import AreaFile, SchoolFile
from checker.documents.values import Model
from checker.intake.record.reading import IN_A_LIST, LISTS, WORKED_OUT

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TAGGED = (
    " In YAML a value may also be left empty (not stated), or be `!not-applicable`, `!not-yet` (an event that has not"
    " happened) or `!disputed` with a list of versions, each with `value`, `by` and `source`."
)

_MODULES = (
    advising,
    ceasing,
    child,
    considering,
    delivery,
    identifying,
    placement,
    process,
    reassessment,
    replies,
    review,
    review_meeting,
    weighing,
)
"""The modules whose models a record is made of."""

Schema = dict[str, Any]


def schemas() -> Schema:
    """Return the schemas of a record, an area, a school, a typed plan and answers, and the events with a title each."""
    return {
        "record": _record(),
        "area": _subject(AreaFile),
        "school": _subject(SchoolFile),
        "plan": _plain(TypedPlanFile),
        "answers": _plain(AnswersFile),
        "events": [
            {"name": kind.name, "title": kind.title, "part": kind.part, "to": list(kind.recipients)} for kind in EVENTS
        ],
    }


def schema_text(which: str) -> str:
    """Return one of :func:`schemas` as JSON text, indented, with a line feed at its end."""
    return json.dumps(schemas()[which], indent=2, ensure_ascii=False) + "\n"


def _plain(model: type[Model]) -> Schema:
    return {"$schema": _DIALECT, **model.model_json_schema()}


def _record() -> Schema:
    schema = _plain(Record)
    schema["description"] = str(schema.get("description", "")) + _TAGGED
    for model in _models(_MODULES):
        held = schema["$defs"].get(model.__name__)
        if held:
            _describe(model, held, keyed=model.__name__ in {name for _, name, _ in LISTS.values()})
    return schema


def _subject(file: type[Model]) -> Schema:
    schema = _plain(file)
    schema["description"] = str(schema.get("description", "")) + _TAGGED
    _describe(file, schema, keyed=False)
    for model, listed in dict(_parts(file)).items():
        _describe(model, schema["$defs"][model.__name__], keyed=listed)
    return schema


def _parts(model: type[Model]) -> Iterator[tuple[type[Model], bool]]:
    """Yield the models inside a model, each with whether it stands in a list."""
    for hint in get_type_hints(model).values():
        for arm in get_args(hint):
            listed = get_origin(arm) is list
            for inner in get_args(arm) if listed else (arm,):
                if isinstance(inner, type) and issubclass(inner, Model):
                    yield inner, listed
                    yield from _parts(inner)


def _models(modules: Iterable[ModuleType]) -> Iterator[type[Model]]:
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Model) and each is not Model:
                yield each


def _describe(model: type[Model], schema: Schema, *, keyed: bool) -> None:
    """Give each property its title, leave out those worked out, and allow the shorter forms of an event."""
    hints = get_type_hints(model, include_extras=True)
    properties = schema["properties"]
    for name in (*WORKED_OUT.get(model.__name__, ()), *IN_A_LIST.get(model.__name__, ())):
        properties.pop(name, None)
    if keyed:
        properties["id"] = {"type": "string", "title": "Id", "description": "A key of its own, instead of its day."}
    for name, held in properties.items():
        if name not in hints:
            continue
        for mark in get_args(hints[name])[1:]:
            if isinstance(mark, Said | Happens):
                held["title"] = mark.title
            if isinstance(mark, Happens) and mark.recipients:
                held["anyOf"].append(_by_recipient(mark.recipients))
        part = _part_that_happens(hints[name])
        if part:
            held["anyOf"].append({"type": "string", "description": f"The day of {part}."})


def _by_recipient(recipients: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "description": "The day for each recipient.",
        "properties": {to: {"type": ["string", "null"]} for to in recipients},
        "additionalProperties": False,
    }


def _part_that_happens(hint: Any) -> str:  # noqa: ANN401  (annotations are of any type)
    for arm in get_args(get_args(hint)[0]):
        if isinstance(arm, type) and issubclass(arm, Model) and arm.event:
            return str(arm.singular)
    return ""
