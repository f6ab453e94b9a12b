"""Whatever a record holds, it is read or refused: nothing else is ever raised."""

from __future__ import annotations

from typing import Any

import yaml
from conftest import AS_AT
from hostile_maker import make_hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.documents.events import NAMES
from checker.intake.load import Unreadable, WrongUsage, load
from checker.intake.record.reading import EVENT_KEYS, RECORD_KEYS
from checker.rulebook.library import Library

DAYS = st.sampled_from(["2025-11-10", "2025-12-01", "March 2026", "soon", "", "2024-02-29", "31 February 2026"])
WORDS = st.one_of(DAYS, st.sampled_from(["yes", "no", "family", "Ana", "amend", "G1", "6"]), st.text(max_size=6))
FIELDS = st.sampled_from(
    [
        "name",
        "born",
        "on",
        "event",
        "to",
        "meeting",
        "notice",
        "outcome",
        "attending",
        "giver",
        "start",
        "end",
        "letter",
        "sending",
        "matters",
        "id",
        "value",
        "by",
        "item",
        "date",
        "setting",
        "ground",
        "limb",
        "decision",
        "year_group",
        "direct_payment",
        "draft_letter",
        "reply_by",
        "closures",
        "request",
    ]
)
ANYTHING = st.recursive(
    st.one_of(st.none(), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(FIELDS, inner, max_size=4)),
    max_leaves=12,
)
EVENT = st.fixed_dictionaries(
    {"event": st.sampled_from(sorted(NAMES)), "on": DAYS},
    optional={key: WORDS for key in EVENT_KEYS if key not in ("event", "on")},
)
RECORD = st.dictionaries(st.sampled_from(RECORD_KEYS), ANYTHING, min_size=1, max_size=5)


def read(library: Library, *texts: bytes) -> None:
    try:
        load([(f"{number}.yaml", text) for number, text in enumerate(texts)], AS_AT, library=library)
    except (Unreadable, WrongUsage) as refusal:
        message = str(refusal)
    else:
        message = ""
    assert all(line.isprintable() for line in message.splitlines())


def dumped(value: Any) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "replace")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(RECORD)
def test_any_record(library: Library, record: dict[str, Any]) -> None:
    read(library, dumped(record))


@settings(deadline=None)
@given(st.lists(EVENT, max_size=8), st.lists(EVENT, max_size=3))
def test_any_events(library: Library, one: list[dict[str, str]], other: list[dict[str, str]]) -> None:
    read(library, dumped({"events": one}), dumped({"events": other, "complete-to": "2026-06-01"}))


@settings(deadline=None)
@given(st.text(alphabet='date,event;"\n\t 2026-05-20final_sent\x00\u202e', max_size=80))
def test_any_table(library: Library, text: str) -> None:
    read(library, b"date,event,to whom\n" + text.encode())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(library: Library, data: bytes) -> None:
    read(library, data)
    read(library, b"answers: " + data)
    read(library, b"plan:\n  sections: " + data)


LINES = st.sampled_from(
    [
        *("Section A: views", "Section B", "Section F: Special educational provision", "Section I", "Section K", "H1"),
        *("F1", "B1", "E1 By July 2026 Ana will", "weekly as required", "Outcomes", "Provision", "none", "☒ Yes", "|"),
        *("Final EHC plan", "Name: Ana", "14 March 2026", "\u202e", ""),
    ]
).map(make_hostile().paragraph)
CELL = st.lists(LINES, max_size=3).map(lambda inside: f"<w:tc>{''.join(inside)}</w:tc>")
ROW = st.lists(CELL, max_size=4).map(lambda inside: f"<w:tr>{''.join(inside)}</w:tr>")
TABLE = st.lists(ROW, max_size=4).map(lambda inside: f"<w:tbl>{''.join(inside)}</w:tbl>")


@settings(deadline=None)
@given(st.lists(st.one_of(LINES, TABLE), max_size=12))
def test_any_word_file(library: Library, blocks: list[str]) -> None:
    maker = make_hostile()
    case = load([("a.docx", maker.word(maker.document("".join(blocks))))], AS_AT, library=library)
    assert case.under_test
