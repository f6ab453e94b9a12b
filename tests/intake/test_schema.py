from __future__ import annotations

import json
import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from conftest import AS_AT
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from checker.documents import child, placement, plan, process, review, sections, weighing
from checker.documents.events import EVENTS
from checker.documents.values import Model
from checker.findings import MissingDate
from checker.intake.load import load
from checker.intake.record.blank import blank_record, missing_record
from checker.intake.record.fields import FieldReader
from checker.intake.schema import schema_text, schemas
from checker.intake.yaml_nodes import Node
from checker.rulebook.library import Library
from dsl.vocabulary import ListOf, Of


def leaves() -> Iterator[tuple[type[Model], str]]:
    for module in (child, placement, plan, process, review, sections, weighing):
        for model in vars(module).values():
            if isinstance(model, type) and issubclass(model, Model) and model is not Model:
                for name, hint in get_type_hints(model, include_extras=True).items():
                    if get_origin(hint) is Annotated and not _of_models(hint):
                        yield model, name


def _of_models(hint: Any) -> bool:
    if get_origin(hint) in (Union, types.UnionType, list, Annotated):
        return any(_of_models(each) for each in get_args(hint))
    return isinstance(hint, type) and issubclass(hint, Model)


LEAVES = sorted({(model.__name__, name): (model, name) for model, name in leaves()}.items())
SAMPLES = (
    "yes", "No", "TRUE", "f", "1", "0", "2", "perhaps", "6", "-1", "06", "six", "2026-03-14", "14 March 2026",
    "March 2026", "31 February 2026", "soon", "assess", "academy", "amend", "health", "SCHOOL-CLOSED", "other",
    "section_a", "meeting",
)  # fmt: skip


def agree(library: Library, model: type[Model], name: str, words: str) -> None:
    """Assert that the reader and the model take or refuse the same words, and read the same value."""
    thing = library.names.things[model.__name__]
    field = thing.field(name)
    assert field
    if isinstance(field.type, Of | ListOf):
        return
    hint = get_type_hints(model, include_extras=True)[name]
    codes = "list[" in str(hint)
    try:
        expected: Any = TypeAdapter(hint).validate_python([words] if codes else words)
    except ValidationError:
        expected = None
    reader = FieldReader(library.names.things, "record.yaml")
    leaf = Node(words, "", 1, 1)
    value = reader.value(Node((leaf,), "", 1, 1) if codes else leaf, field.type, name)
    if isinstance(expected, str):
        expected = str.__str__(expected)
    if isinstance(expected, list):
        expected = tuple(str.__str__(each) for each in expected)
    assert value == expected, (model.__name__, name, words)
    assert bool(reader.problems) == (expected is None)


@pytest.mark.parametrize(("model", "name"), [pair for _, pair in LEAVES], ids=[".".join(key) for key, _ in LEAVES])
def test_a_record_is_checked_as_strictly_as_the_models_would(library: Library, model: type[Model], name: str) -> None:
    for words in SAMPLES:
        agree(library, model, name, words)


@given(
    st.sampled_from([pair for _, pair in LEAVES]), st.text(alphabet="0123456789 yesno-/March", min_size=1, max_size=12)
)
def test_any_words_are_taken_or_refused_alike(library: Library, pair: tuple[type[Model], str], words: str) -> None:
    agree(library, *pair, words.strip() or "x")


def test_what_a_record_gives_in_a_list_of_its_own_is_no_field_beside_it() -> None:
    record = schemas()["record"]
    assert "detentions" in record["properties"]
    assert "detentions" not in record["$defs"]["Child"]["properties"]


def test_the_schemas_are_schemas_and_name_every_event() -> None:
    whole = schemas()
    for name in ("record", "area", "school", "plan", "answers"):
        jsonschema.Draft202012Validator.check_schema(whole[name])
        assert json.loads(schema_text(name)) == whole[name]
    assert [event["name"] for event in whole["events"]] == [kind.name for kind in EVENTS]
    assert all(event["title"] for event in whole["events"])


def test_the_schema_of_a_record_takes_the_shorter_forms_and_leaves_out_what_is_worked_out() -> None:
    schema = schemas()["record"]
    record = {
        "complete-to": "2026-06-01",
        "events": [{"event": "final_sent", "on": "2026-05-20", "to": ["family"]}, {"event": "meeting", "on": None}],
        "reviews": [{"id": "autumn", "meeting": "2025-11-10", "notice": "2025-12-05"}],
        "cease_decisions": [{"notice": {"family": "2026-05-02"}}],
        "child": {"name": "Ana Example", "year_group": 6},
    }
    jsonschema.validate(record, schema)
    for wrong in (
        {"reviews": [{"next_meeting": "2025-11-10"}]},
        {"events": [{"event": "final_snt", "on": None}]},
        {"x": 1},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
    assert schema["$defs"]["Child"]["properties"]["born"]["title"] == "Date of birth"


def test_a_blank_record_is_a_record_with_every_event(library: Library) -> None:
    blank = blank_record()
    assert load([("record.yaml", blank.encode())], AS_AT, library=library).facts
    for kind in EVENTS:
        assert f"event: {kind.name}," in blank
        assert kind.title in blank
    filled = blank.replace("#  - {", "  - {").replace("#  draft_letter", "  draft_letter")
    assert load([("record.yaml", filled.encode())], AS_AT, library=library).facts


def test_a_record_of_missing_dates_is_ready_to_fill_in(library: Library) -> None:
    missing = [MissingDate("final_sent", "Final plan sent", "family", "/final_plan/sending/family", ("A", "B"))]
    text = missing_record(missing)
    assert (
        text
        == "events:\n  - {event: final_sent, on: , to: family}   # Final plan sent: would help to settle 2 points\n"
    )
    filled = text.replace("on: ,", "on: 2026-05-20,")
    facts = load([("record.yaml", filled.encode())], AS_AT, library=library).facts
    assert facts["/final_plan/sending/family"].versions
    assert missing_record([]) == ""
