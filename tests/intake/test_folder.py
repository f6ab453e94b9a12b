"""A folder of files: what each is taken for, how a person corrects it, and what an unreadable one does."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import docx
import pytest

from checker.case import CaseFile
from checker.document_used import DocumentUsed
from checker.facts import State
from checker.intake.load import Unreadable, WrongUsage, load
from checker.papers.paper import Kind
from checker.rulebook.library import Library

CASES = Path(__file__).parents[2] / "fixtures" / "cases"
PLAN = (CASES / "well-written" / "case" / "plan.docx").read_bytes()
PDF = (CASES / "well-written" / "as-pdf" / "plan.pdf").read_bytes()
OTHER_PDF = (CASES / "badly-written" / "as-pdf" / "plan.pdf").read_bytes()
REPORT = (
    "Educational Psychology Advice",
    "Advice for an education, health and care needs assessment",
    "Date of report: 12 January 2026",
    "Recommendations",
    "Ana requires a programme of reading for 20 minutes each day.",
)
LETTER = (
    "Harrowmere Council",
    "Dear Ms Example,",
    "Final education, health and care plan for Ana Example",
    "We have issued the final plan. You have a right of appeal to the tribunal.",
    "Yours sincerely,",
)
NOTES = ("Ideas for the summer fair", "Cakes, and a tombola.")


def word(lines: Iterable[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def loaded(library: Library, document: str = "", **files: bytes | str) -> CaseFile:
    given = [
        (name[::-1].replace("_", ".", 1)[::-1], body.encode() if isinstance(body, str) else body)
        for name, body in files.items()
    ]
    return load(given, date(2026, 6, 10), document=document, library=library)


def used(case: CaseFile, name: str) -> DocumentUsed:
    return next(each for each in case.documents if each.name == name)


def test_each_file_is_recognised_and_the_words_are_told(library: Library) -> None:
    case = loaded(library, plan_docx=PLAN, report_docx=word(REPORT), letter_docx=word(LETTER))
    assert case.under_test == "/final_plan"
    report, letter = used(case, "report.docx"), used(case, "letter.docx")
    assert (report.kind, letter.kind) == ("advice_report", "letter")
    assert report.taken_for.startswith("taken for an advice report, educational psychology by “Educational Psycholog")
    assert "(paragraph 1)" in report.taken_for
    assert letter.taken_for.startswith("taken for a letter, final plan by “")
    assert used(case, "plan.docx").taken_for.startswith("taken for a plan by “")
    assert [paper.recognised.kind for paper in case.papers] == [Kind.LETTER, Kind.ADVICE]


def test_a_file_that_cannot_be_told_is_not_used_and_the_line_to_write_is_given(library: Library) -> None:
    case = loaded(library, plan_docx=PLAN, notes_docx=word(NOTES))
    assert used(case, "notes.docx").kind == "not_recognised"
    assert "`notes.docx: {is: }`" in used(case, "notes.docx").notes[0]
    assert case.papers == ()


def test_what_a_person_says_comes_before_what_is_recognised(library: Library) -> None:
    said = """files:
  report.docx: {is: advice report, of: occupational therapy}
  notes.docx: ignore
  plan.docx: {is: plan, stage: draft}
"""
    case = loaded(library, plan_docx=PLAN, report_docx=word(REPORT), notes_docx=word(NOTES), files_yaml=said)
    assert case.under_test == "/draft_plan"
    assert used(case, "report.docx").taken_for == (
        "an advice report, occupational therapy, as files.yaml says on line 2"
    )
    assert case.papers[0].recognised.of == "occupational therapy"
    assert "notes.docx" not in {each.name for each in case.documents}
    assert "notes.docx was left out, as files.yaml says on line 3" in case.notes


def test_a_name_that_is_not_among_the_files_is_told_with_the_nearest(library: Library) -> None:
    case = loaded(library, plan_docx=PLAN, files_yaml="files:\n  plann.docx: ignore\n")
    assert case.notes[0] == "files.yaml:2: there is no file `plann.docx` among these: did you mean `plan.docx`?"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("files: {a.docx: {is: leter}}", "files.yaml:1: `leter` is not a kind of file: did you mean `letter`?"),
        (
            "files:\n  a.docx: {is: advice report, of: physiotherpy}",
            "files.yaml:2: `physiotherpy` is not a kind of adv",
        ),
        (
            "files:\n  a.docx: {is: plan, stage: drafted}",
            "files.yaml:2: `drafted` is not a stage of a plan: did you me",
        ),
        ("files:\n  a.docx: {is: plan, of: medical}", "files.yaml:2: `of` is not said of a file that is `plan`"),
        ("files:\n  a.docx: {kind: plan}", "`kind` is not something said of a file"),
        ("files:\n  a.docx: letter", "files.yaml:2: a file is said to be `{is: letter}`"),
        ("files:\n  a.docx: {is: }", "files.yaml:2: say what the file is with `is`"),
        ("files:\n  a.docx: [", "files.yaml:"),
        ("files: [a.docx]", "files.yaml:1: `files` takes the names of files"),
        ("files:\nrecord: no", "files.yaml:2: `record` is not a part of this file"),
    ],
)
def test_problems_of_the_file_are_told_with_their_line(library: Library, text: str, problem: str) -> None:
    with pytest.raises(Unreadable) as caught:
        loaded(library, plan_docx=PLAN, files_yaml=text)
    assert problem in str(caught.value)


def test_a_plan_as_pdf_and_as_word_is_one_plan(library: Library) -> None:
    case = loaded(library, a_docx=PLAN, b_pdf=PDF)
    assert [each.name for each in case.documents] == ["a.docx"]
    assert "b.pdf says word for word what a.docx says: the Word file was used" in case.notes


def test_a_pdf_that_says_something_else_is_another_plan(library: Library) -> None:
    case = loaded(library, a_docx=PLAN, b_pdf=OTHER_PDF)
    assert {each.name for each in case.documents} == {"a.docx", "b.pdf"}
    assert used(case, "b.pdf").under_test


def test_an_unreadable_report_is_named_and_the_rest_is_checked(library: Library) -> None:
    case = loaded(library, plan_docx=PLAN, report_docx=b"PK\x03\x04 cut short", scan_pdf=b"%PDF-1.7\n%%EOF")
    assert "report.docx: " in used(case, "report.docx").problem
    assert "scan.pdf: " in used(case, "scan.pdf").problem
    assert case.under_test == "/final_plan"
    assert case.papers == ()


def test_a_message_kept_in_the_folder_is_named_and_the_plan_is_checked(library: Library) -> None:
    message = 'From: Ann\n\tby: x: y\n\nDear all:\n\tsee "below: this\n'
    case = loaded(library, plan_docx=PLAN, message_eml=message, notes_txt="- phone the school\n")
    assert used(case, "message.eml").problem == used(case, "notes.txt").problem.replace("notes.txt", "message.eml")
    assert "this is not a plan, a case record" in used(case, "notes.txt").problem
    assert case.under_test == "/final_plan"


def test_a_typed_file_that_may_be_the_record_stops_the_check(library: Library) -> None:
    with pytest.raises(Unreadable, match="this is not a plan, a case record"):
        loaded(library, plan_docx=PLAN, record_yaml="childs: {}\n")
    with pytest.raises(Unreadable, match="a tab stands where only spaces may"):
        loaded(library, plan_docx=PLAN, record_yaml="childs:\n\tname: Ana\n")


def test_an_unreadable_file_that_may_be_the_plan_stops_the_check(library: Library) -> None:
    cut = b"PK\x03\x04 cut short"
    for name in ("final_plan_docx", "EHCP_docx"):
        with pytest.raises(Unreadable):
            loaded(library, a_docx=PLAN, **{name: cut})
    with pytest.raises(Unreadable):
        loaded(library, report_docx=cut)
    with pytest.raises(Unreadable):
        loaded(library, a_docx=PLAN, b_docx=cut, files_yaml="files:\n  b.docx: {is: plan}\n")
    assert loaded(library, document="a.docx", a_docx=PLAN, final_plan_docx=cut).under_test == "/final_plan"
    said = "files:\n  final_plan.docx: {is: letter}\n"
    assert loaded(library, a_docx=PLAN, final_plan_docx=cut, files_yaml=said).under_test == "/final_plan"


def test_a_letter_alone_is_no_plan(library: Library) -> None:
    case = loaded(library, letter_docx=word(LETTER))
    assert case.under_test == ""
    assert not [pointer for pointer in case.facts if "section_" in pointer]


def test_a_review_report_alone_that_goes_section_by_section_is_no_plan(library: Library) -> None:
    said = "The meeting agreed that this still holds."
    sections = [line for code in "ABCDEFI" for line in (f"Section {code}", said)]
    report = word(("Annual Review Report", "Date of the review meeting: 12 May 2026", *sections))
    case = loaded(library, review_docx=report)
    assert case.under_test == ""
    assert used(case, "review.docx").kind == "review_report"


def test_a_document_that_could_not_be_told_is_the_plan_only_where_it_is_all_there_is(library: Library) -> None:
    alone = loaded(library, notes_docx=word(NOTES))
    assert alone.under_test == "/plan"
    assert "because it is the only document given" in used(alone, "notes.docx").notes[0]
    beside = loaded(library, notes_docx=word(NOTES), record_yaml="child: {name: Ana Example}\n")
    assert beside.under_test == ""
    named = loaded(library, document="notes.docx", notes_docx=word(NOTES), letter_docx=word(LETTER))
    assert named.under_test == "/plan"


def test_a_name_that_is_no_plan_is_wrong_usage(library: Library) -> None:
    with pytest.raises(WrongUsage):
        loaded(library, document="other.docx", plan_docx=PLAN)


def test_the_order_of_the_files_changes_nothing(library: Library) -> None:
    files = [("plan.docx", PLAN), ("report.docx", word(REPORT)), ("letter.docx", word(LETTER))]
    one = load(files, date(2026, 6, 10), library=library)
    other = load(files[::-1], date(2026, 6, 10), library=library)
    assert (one.facts, one.documents, one.papers) == (other.facts, other.documents, other.papers)


def test_what_the_reader_did_not_find_in_a_letter_is_not_what_the_letter_leaves_out(library: Library) -> None:
    record = "complete-to: 2026-06-01\nevents:\n  - {event: final_sent, on: 2026-05-20}\n"
    letter = word([line.replace("Ana Example", "Isla Specimen") for line in LETTER])
    case = loaded(library, plan_docx=PLAN, letter_docx=letter, record_yaml=record)
    assert case.papers[0].told
    assert case.facts["/final_letter/matters"].state is State.NOT_FOUND
    typed = record + "letters: {final_letter: {matters: [right_of_appeal]}}\n"
    case = loaded(library, plan_docx=PLAN, letter_docx=letter, record_yaml=typed)
    assert case.facts["/final_letter/matters"].value == ("right_of_appeal",)


def test_a_letter_about_another_child_gives_no_facts(library: Library) -> None:
    case = loaded(library, plan_docx=PLAN, letter_docx=word(LETTER))
    assert case.papers[0].told
    assert not [pointer for pointer in case.facts if pointer.startswith("/final_letter")]
