"""A typed plan written as Word reads back as the same plan, whatever it says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checker.intake.plan.reading import read_typed_plan
from checker.intake.plan.typed import typed_sections
from checker.intake.word.read import read_word
from checker.intake.yaml_nodes import read_yaml
from reports.plan_word.read_back import not_carried
from reports.plan_word.written import CannotWrite, write_plan

CASES = Path(__file__).parents[2] / "fixtures" / "cases"
PLANS = sorted(CASES.glob("*/as-yaml/plan.yaml"))
HEADINGS = {
    "a": "Section A: Views, interests and aspirations",
    "b": "Section B: Special educational needs",
    "c": "Section C: Health care needs",
    "d": "Section D: Social care needs",
    "e": "Section E: Outcomes",
    "f": "Section F: Special educational provision",
    "g": "Section G: Health care provision",
    "h1": "Section H1: Social care provision (1970 Act)",
    "h2": "Section H2: Any other social care provision",
    "i": "Section I: Placement",
    "j": "Section J: Personal budget",
    "k": "Section K: Advice and information",
}
ITEMS = ("b", "c", "d", "e", "f", "g", "h1", "h2")
SOME_WORDS = (
    "help weekly Sam reads “quietly” 30 minutes a therapist £40 café (in class) and/or needs B2 F1 – 1:1 & <b> "
    "every day by July outcome provision section support 50% it’s 12.5 hours; e.g. None not applicable"
)
WORD = st.sampled_from(SOME_WORDS.split())
WORDS = st.lists(WORD, min_size=2, max_size=14).map(" ".join).map(lambda words: f"Sam {words}.")
AREA = st.sampled_from(["", "Communication and interaction", "Cognition and learning", "Sensory and physical"])
CELLS = {
    "e": ("By when", "Type of outcome", "Measured by"),
    "f": (
        "How often",
        "How long each time",
        "Who delivers it",
        "Staff training",
        "Ratio",
        "Where",
        "Review",
        "Seen by",
    ),
    "g": ("How often", "Who", "Agreed", "Clinic"),
}
VALUE = st.sampled_from(["", "weekly", "31 July 2027", "A teaching assistant", "not applicable", "1:6", "None"])


def texts(*lines: str) -> str:
    return "\n".join(lines)


@st.composite
def item(draw: st.DrawFn, code: str, number: int, *, labelled: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"words": draw(WORDS)}
    if draw(st.integers(0, 9)) == 0:
        made["words"] = texts(made["words"], draw(WORDS))
    if labelled:
        made["label"] = f"{code.upper()}{'.' if code[1:] else ''}{number}"
    if (area := draw(AREA)) and draw(st.booleans()):
        made["area"] = area
    titles = CELLS.get(code, ())
    chosen = draw(st.lists(st.sampled_from(titles), unique=True, max_size=len(titles))) if titles else []
    if chosen:
        made["cells"] = {title: draw(VALUE) for title in chosen}
    if code in ("f", "g", "h1", "h2"):
        for key, letter in (("for", "B"), ("outcomes", "E")):
            if found := draw(st.lists(st.integers(1, 4), unique=True, max_size=3)):
                made[key] = [f"{letter}{n}" for n in found]
    if draw(st.integers(0, 5)) == 0:
        made["group"] = f"r{draw(st.integers(1, 3))}"
    if draw(st.integers(0, 9)) == 0:
        made["heading"] = draw(st.sampled_from(["Reading", "To be achieved by July 2027", "Preparing for adulthood"]))
    return made


@st.composite
def section(draw: st.DrawFn, code: str) -> dict[str, Any]:
    made: dict[str, Any] = {"heading": HEADINGS[code]}
    if code == "a":
        heads = ["Sam's views", "What Sam likes", "Parents' hopes", "How to communicate with Sam"]
        made["parts"] = [
            {"heading": head, "words": draw(WORDS)} for head in draw(st.lists(st.sampled_from(heads), unique=True))
        ]
    elif code == "i":
        keys = {"name": "Otter Park School", "type": "Special school", "from": "1 September 2026", "until": ""}
        made["settings"] = [
            {key: keys[key] for key in keys if key in chosen}
            for chosen in draw(st.lists(st.sets(st.sampled_from(list(keys)), min_size=2), max_size=2))
        ]
    elif code == "k":
        keys = {"kind": "Speech, language: report", "author": "P. Example", "role": "Therapist", "dated": "May 2026"}
        made["advice"] = [
            {key: keys[key] for key in keys if key in chosen}
            for chosen in draw(st.lists(st.sets(st.sampled_from(list(keys)), min_size=1), max_size=3))
        ]
    elif code in ITEMS and draw(st.integers(0, 4)):
        labelled = draw(st.booleans())
        made["items"] = [
            draw(item(code, number, labelled=labelled)) for number in range(1, draw(st.integers(0, 4)) + 1)
        ]
    else:
        made["words"] = draw(st.sampled_from(["None.", "Not applicable.", "No direct payment is made."]))
    return {key: value for key, value in made.items() if value}


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    codes = draw(st.lists(st.sampled_from(list(HEADINGS)), unique=True, min_size=1))
    details = {"Name": "Sam Pretend", "Date of birth": "4 May 2016", "Year group": "Year 5", "Next review": ""}
    chosen = draw(st.sets(st.sampled_from(list(details))))
    return {
        "plan": {
            "title": draw(st.sampled_from(["Education, Health and Care Plan", "EHC plan: draft"])),
            "status": draw(st.sampled_from(["Final", "Draft", ""])),
            "details": [{"label": label, "words": details[label]} for label in details if label in chosen],
            "sections": [draw(section(code)) for code in codes],
        }
    }


GRID_AND_CARD = {
    "words": "Sam help help.",
    "area": "Communication and interaction",
    "cells": {"By when": "", "Type of outcome": "", "Measured by": ""},
    "group": "r1",
    "heading": "Reading",
}
"""Written as a card, beneath a grid of as many columns: the card is no more rows of the grid."""


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example({"plan": {"sections": [{"heading": "Section E", "items": [{"words": "Sam help help."}, GRID_AND_CARD]}]}})
@given(plans())
def test_any_typed_plan_reads_back_as_it_was(plan: dict[str, Any]) -> None:
    root = read_yaml(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False).encode()).root
    assert root is not None
    data = write_plan(typed_sections(root, "plan.yaml"))
    assert not_carried(read_typed_plan(root, "plan.yaml"), data) == ()


@pytest.mark.parametrize("path", PLANS, ids=[path.parts[-3] for path in PLANS])
def test_each_fixture_plan_reads_back_as_it_was(path: Path) -> None:
    root = read_yaml(path.read_bytes()).root
    assert root is not None
    data = write_plan(typed_sections(root, "plan.yaml"))
    reading = read_typed_plan(root, "plan.yaml")
    assert not_carried(reading, data) == ()
    assert write_plan(typed_sections(root, "plan.yaml")) == data
    assert len(reading.facts) > 100


def test_what_is_not_carried_is_told() -> None:
    root = read_yaml(PLANS[0].read_bytes()).root
    other = read_yaml(PLANS[-1].read_bytes()).root
    assert root is not None
    assert other is not None
    data = write_plan(typed_sections(root, "plan.yaml"))
    assert "/child/name" in not_carried(read_typed_plan(other, "plan.yaml"), data)


def test_words_in_no_section_are_not_written() -> None:
    root = read_yaml(b"plan:\n  sections:\n    - {heading: Weather, words: It rained.}\n").root
    assert root is not None
    with pytest.raises(CannotWrite, match="“Weather” stands in no section"):
        write_plan(typed_sections(root, "plan.yaml"))


def test_no_part_carries_the_time_it_was_made() -> None:
    root = read_yaml(PLANS[0].read_bytes()).root
    assert root is not None
    with zipfile.ZipFile(io.BytesIO(write_plan(typed_sections(root, "plan.yaml")))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2014, 9, 1, 0, 0, 0)}
        assert b"2014-09-01" in parts.read("docProps/core.xml")


def test_a_table_has_a_header_row_marked_as_one() -> None:
    root = read_yaml(PLANS[-1].read_bytes()).root
    assert root is not None
    document = read_word(write_plan(typed_sections(root, "plan.yaml")), "plan.docx")
    tables = [block for block in document.blocks if not hasattr(block, "text")]
    headed = [table for table in tables if table.columns > 2]
    assert headed
    assert all(table.rows[0].header and not any(row.header for row in table.rows[1:]) for table in headed)
