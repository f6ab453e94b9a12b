"""Every character of a plan's body is in a part of the reading, or listed as unplaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_xml import h1, h2, p, read, tbl, tr

from checker.facts import Fact, State
from checker.intake.blocks import Document, paragraphs
from checker.intake.plan.pieces import Entry, SectionsFound
from checker.intake.plan.reading import PlanReading, read_plan
from checker.intake.plan.sections import find_sections
from checker.intake.word.read import read_word

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "fixtures").glob("cases/*/case/plan.docx")) + sorted((ROOT / "fixtures").glob("layouts/*.docx"))


def placed(found: SectionsFound) -> str:
    """Return all words that are somewhere in what was found, without spaces."""
    words = [heading.words for heading in found.headings] + [line.text for line in found.front]
    words += [line.text for lines in found.joint.values() for line in lines]
    for pieces in found.pieces.values():
        for piece in pieces:
            if isinstance(piece, Entry):
                words += [line.text for line in piece.words] + [piece.label, piece.area, piece.title]
                words += [text for cell in piece.cells for text in (cell.title, cell.text)]
            else:
                words.append(piece.paragraph.text)
    return "\n".join("".join(text.split()) for text in words)


def lost(document: Document, reading: PlanReading) -> list[str]:
    pool = placed(find_sections(document.blocks))
    unplaced = "\n".join("".join(place.words.split()) for place in reading.unplaced)
    return [
        line.text
        for line in paragraphs(document.blocks)
        if "".join(line.text.split()) not in pool and "".join(line.text.split()) not in unplaced
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "fixtures")))
def test_nothing_in_a_fixture_is_lost(path: Path) -> None:
    document = read_word(path.read_bytes(), path.name)
    assert lost(document, read_plan(document)) == []


def share_unplaced(paths: list[Path]) -> float:
    whole = away = 0
    for path in paths:
        document = read_word(path.read_bytes(), path.name)
        whole += sum(len(line.text) for line in paragraphs(document.blocks))
        away += sum(len(place.words) for place in read_plan(document).unplaced)
    return away / whole


def test_nothing_in_a_case_is_unplaced() -> None:
    cases = [path for path in FILES if "cases" in path.parts]
    assert cases
    assert share_unplaced(cases) == 0


def test_at_most_two_in_a_hundred_characters_of_all_layouts_are_unplaced() -> None:
    assert share_unplaced(FILES) <= 0.02


WORDS = st.sampled_from(
    [
        "Section A: Views, interests and aspirations",
        "Section B",
        "Needs",
        "Outcomes",
        "Provision",
        "Section F: Provision",
        "Sections B and F",
        "Section H",
        "Communication and interaction",
        "B1 Reading",
        "F1 Help with B1",
        "1. One",
        "1 One",
        "2 Two",
        "• dot",
        "How often: weekly",
        "How often",
        "By when",
        "July 2027",
        "None",
        "Name",
        "Ana Example",
        "Something else entirely",
        "A sentence that says a little more than a heading would, and ends.",
        "Ana will have:",
        "Section I",
        "Mossgate School",
        "",
    ]
)
LINES = st.builds(lambda make, words: make(words), st.sampled_from([p, h1, h2]), WORDS)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=4).map(
        lambda rows: tbl(*(tr(*row) for row in rows))
    )
)
BODIES = st.lists(st.one_of(LINES, TABLES), max_size=12).map("".join)


@given(BODIES)
def test_nothing_in_any_body_is_lost_and_every_fact_is_well_formed(body: str) -> None:
    document = read(body)
    reading = read_plan(document)
    assert lost(document, reading) == []
    for pointer, fact in reading.facts.items():
        assert pointer.startswith("/")
        assert isinstance(fact, Fact)
        assert (fact.state in (State.KNOWN, State.DISPUTED)) == bool(fact.versions)
    assert read_plan(read(body)) == reading


@given(BODIES)
def test_items_beside_unplaced_words_are_never_said_to_be_all(body: str) -> None:
    reading = read_plan(read(body))
    if reading.unplaced:
        absent = [
            f
            for pointer, f in reading.facts.items()
            if pointer.count("/") == 2 and pointer.startswith("/plan/section_")
        ]
        headings = reading.facts["/plan/headings"]
        assert headings.complete or all(fact.state is not State.NOT_STATED for fact in absent)
