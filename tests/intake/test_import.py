"""A case imported as YAML says the same as the files it was read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AS_AT
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.case import CaseFile
from checker.facts import Days, Fact, Place, State, known
from checker.intake.blocks import BULLET, Block, Cell, Document, Paragraph, Row, Table
from checker.intake.folder.imported import imported
from checker.intake.load import load, read_document
from checker.intake.plan.reading import PlanReading, read_plan, read_typed_plan
from checker.intake.plan.typed_written import write_typed_plan
from checker.intake.yaml_nodes import neutralised, read_yaml
from checker.intake.yaml_written import scalar
from checker.papers.facts import ASKED_OF
from checker.papers.paper import Kind, Paper, Recognised, Told
from checker.papers.record_written import write_record
from checker.rulebook.library import Library

FIXTURES = Path(__file__).parents[2] / "fixtures"
PLANS = sorted(
    [*FIXTURES.glob("layouts/*.docx"), *FIXTURES.glob("cases/*/case/plan.docx"), *FIXTURES.glob("cases/*/as-pdf/*.pdf")]
)


def facts_of(reading: PlanReading) -> dict[str, tuple[object, ...]]:
    return {
        pointer: (fact.state, tuple(version.value for version in fact.versions), fact.complete, fact.origin)
        for pointer, fact in reading.facts.items()
    }


def back(document: Document) -> PlanReading:
    file = read_yaml(write_typed_plan(document).encode())
    assert file.problems == ()
    assert file.root
    return read_typed_plan(file.root, "plan.yaml")


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_an_imported_plan_gives_the_same_facts(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    reading, again = read_plan(document), back(document)
    assert facts_of(again) == facts_of(reading)
    assert [place.words for place in again.unplaced if place.words] == [p.words for p in reading.unplaced if p.words]


WORDS = st.text(min_size=1, max_size=40).map(neutralised).filter(lambda text: bool(text.strip()))
LINES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "Section A: Views", "Section B", "Section E: Outcomes", "Sections F and G", "Section F: Provision", "F1 A",
            "Section I: Placement", "Mossgate Academy, mainstream school", "- a bullet", "B1: a need # with: marks",
            "Section K", "Educational psychology: A. Example, 3 May 2026", "How often: weekly", "None", "No.", "yes",
        ]
    ),
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    for at in range(draw(st.integers(0, 12))):
        place = Place("plan.docx", paragraph=at + 1)
        if draw(st.integers(0, 4)):
            text = draw(LINES)
            label = draw(st.sampled_from(["", "", BULLET, "1."]))
            heading = draw(st.sampled_from([0, 0, 1, 2]))
            blocks.append(Paragraph(text, place, label=label, heading=heading, level=draw(st.integers(0, 2))))
        else:
            rows = []
            width = draw(st.integers(1, 4))
            for row in range(1, draw(st.integers(1, 4)) + 1):
                where = Place("plan.docx", table=at + 1, row=row)
                cells = [
                    Cell((Paragraph(text, where),), where, row, column + 1)
                    for column, text in enumerate(draw(st.lists(LINES, min_size=width, max_size=width)))
                ]
                rows.append(Row(tuple(cells), row, header=False))
            blocks.append(Table(tuple(rows), place, width))
    return Document("plan.docx", tuple(blocks))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_any_plan_imported_gives_the_same_facts(document: Document) -> None:
    assert facts_of(back(document)) == facts_of(read_plan(document))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_words_written_are_read_back(words: str) -> None:
    clean = read_yaml(f"a: {scalar(words)}".encode("utf-8", "replace"))
    assert clean.problems == ()
    assert clean.root
    if words.isprintable() and words.isascii():
        assert clean.root.map["a"].words == words.strip()


def case_of(folder: Path, library: Library) -> tuple[list[tuple[str, bytes]], CaseFile]:
    files = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]
    return files, load(files, AS_AT, library=library)


@pytest.mark.parametrize("folder", sorted(FIXTURES.glob("cases/*/case")), ids=lambda folder: folder.parent.name)
def test_an_imported_case_is_the_same_case(folder: Path, library: Library) -> None:
    files, case = case_of(folder, library)
    written = imported(files, case)
    assert "plan.yaml" in written
    again = load(sorted(written.items()), AS_AT, library=library)
    assert again.under_test == case.under_test
    of_papers = ("/draft_letter", "/final_letter", "/outcome_letter")

    def values(facts: CaseFile) -> dict[str, tuple[State, tuple[object, ...]]]:
        return {
            pointer: (fact.state, tuple(version.value for version in fact.versions))
            for pointer, fact in facts.facts.items()
            if not pointer.startswith(of_papers)
        }

    assert values(again) == values(case)


def test_the_places_and_what_is_missing_stand_in_the_file() -> None:
    path = FIXTURES / "cases" / "badly-written" / "case" / "plan.docx"
    text = write_typed_plan(read_document("plan.docx", path.read_bytes()))
    assert "#   Section H2: no heading of the document is one of it" in text
    assert "# plan.docx, Section F, " in text or "# plan.docx, table " in text


PLACE = Place("letter.docx", paragraph=4, words="You may appeal.")


def paper(kind: Kind, of: str, told: tuple[Told, ...] = (), **details: Fact) -> Paper:
    return Paper("letter.docx", Recognised(kind, of, PLACE, sure=True), details, told=told)


def test_what_a_letter_told_is_a_record_and_its_sending_is_for_a_person_to_confirm(library: Library) -> None:
    on = known(Days.on(AS_AT), PLACE)
    asked = sorted(ASKED_OF["/final_letter"])
    letter = paper(Kind.LETTER, "final plan", tuple(Told(each, "words", PLACE) for each in asked), dated=on)
    text = write_record([letter], beside_a_record=False)
    assert "  final_letter:  # letter.docx, paragraph 4" in text
    assert "#   - {event: final_sent, on: , to: family}   # letter.docx: the letter is dated 2026-06-10" in text
    case = load([("record.yaml", text.encode())], AS_AT, library=library)
    assert case.facts["/final_letter/matters"].value == tuple(asked)
    assert "/final_plan/sending/family" not in case.facts


def test_a_letter_in_which_not_all_was_found_is_left_for_a_person_to_complete(library: Library) -> None:
    told = (Told("right_of_appeal", "You may appeal.", PLACE),)
    reply = known(Days.on(AS_AT), PLACE)
    text = write_record([paper(Kind.LETTER, "final plan", told, reply_by=reply)], beside_a_record=False)
    assert "# take this mark away: matters: [right_of_appeal]" in text
    case = load([("record.yaml", text.encode())], AS_AT, library=library)
    assert case.facts["/final_letter/reply_by"].value == Days.on(AS_AT)
    assert "/final_letter/matters" not in case.facts or not case.facts["/final_letter/matters"].versions
    bare = write_record([paper(Kind.LETTER, "final plan", told)], beside_a_record=False)
    assert load([("record.yaml", bare.encode())], AS_AT, library=library).facts is not None


def test_a_report_is_an_entry_of_the_advice_log(library: Library) -> None:
    author = known("Dr A. Example", PLACE)
    report = paper(Kind.ADVICE, "physiotherapy", author=author, dated=known(Days.on(AS_AT), PLACE))
    case = load([("record.yaml", write_record([report], beside_a_record=False).encode())], AS_AT, library=library)
    (key,) = case.facts["/assessment/advice"].value
    assert case.facts[f"/assessment/advice/{key}/author"].value == "Dr A. Example, physiotherapy"
    assert case.facts[f"/assessment/advice/{key}/dated"].value == Days.on(AS_AT)


def test_beside_a_record_all_of_it_is_comments() -> None:
    review = paper(Kind.REVIEW, "", meeting=known(Days.on(AS_AT), PLACE))
    text = write_record([review], beside_a_record=True)
    assert "# reviews:" in text
    assert all(line.startswith("#") for line in text.splitlines())
    assert write_record([paper(Kind.OTHER, "")], beside_a_record=True) == ""
