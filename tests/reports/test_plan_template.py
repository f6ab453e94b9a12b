"""A blank plan reads as a blank plan, as Word and as YAML, and what is filled in is read where it was put."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from click.testing import CliRunner
from docx.oxml.ns import qn

from checker.facts import State
from checker.intake.plan.blank import SECTIONS, blank_plan
from checker.intake.plan.headings import CODES
from checker.intake.plan.reading import read_plan, read_typed_plan
from checker.intake.word.read import read_word
from checker.intake.yaml_nodes import read_yaml
from reports.plan_word.read_back import not_carried
from reports.plan_word.template import template
from sendcheck.command import READ, UNREADABLE, sendcheck

FILLED = {
    "Name": "Sam Pretend",
    "In their own words": "I like to know what comes next.",
    "One need, and how it shows itself": "Sam reads at the level of a child of six.",
    "What will be different": "Sam reads a page by himself.",
    "A date": "31 July 2027",
    "What will be done, for which need": "A specialist teacher will teach Sam to read.",
    "How often": "weekly",
    "What kind": "Educational psychology",
}


def filled(words: dict[str, str]) -> bytes:
    """Return the template with the first prompt of each kind typed over, as Word does it."""
    made = docx.Document(io.BytesIO(template()))
    waiting = dict(words)
    for control in made.element.body.iter(qn("w:sdt")):
        prompt = control.find(qn("w:sdtPr")).find(qn("w:alias")).get(qn("w:val"))
        if prompt in waiting:
            properties = control.find(qn("w:sdtPr"))
            properties.remove(properties.find(qn("w:showingPlcHdr")))
            next(control.iter(qn("w:t"))).text = waiting.pop(prompt)
    assert not waiting
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_blank_plan_says_the_same_as_word_and_as_yaml() -> None:
    file = read_yaml(blank_plan().encode())
    assert file.problems == ()
    assert file.root is not None
    assert not_carried(read_typed_plan(file.root, "plan.yaml"), template()) == ()


def test_a_blank_plan_has_every_section_and_no_item() -> None:
    reading = read_plan(read_word(template(), "plan.docx"))
    assert tuple(section.code for section in SECTIONS) == CODES
    for code in CODES:
        fact = reading.facts[f"/plan/section_{code}"]
        assert fact.state is State.KNOWN
        assert fact.complete
        assert fact.value == () or code == "a"
    wordings = [
        fact for pointer, fact in reading.facts.items() if pointer.endswith("/wording") and "section" in pointer
    ]
    assert {fact.state for fact in wordings} == {State.NOT_STATED}
    assert reading.unplaced == ()


def test_what_is_filled_in_is_read_where_it_was_put() -> None:
    facts = read_plan(read_word(filled(FILLED), "plan.docx")).facts
    assert facts["/child/name"].value == "Sam Pretend"
    assert facts["/plan/section_a/A1/wording"].value == FILLED["In their own words"]
    assert facts["/plan/section_b/B 1/wording"].value == FILLED["One need, and how it shows itself"]
    assert facts["/plan/section_e/E 1/by_when"].value
    assert facts["/plan/section_f"].value == ("F 1",)
    assert facts["/plan/section_f/F 1/wording"].value == FILLED["What will be done, for which need"]
    assert facts["/plan/section_f/F 1/frequency"].value == "weekly"
    assert facts["/plan/section_f/F 1/deliverer"].state is State.NOT_STATED
    assert facts["/plan/section_k/1/kind"].value == "Educational psychology"


def test_the_template_is_the_same_every_time() -> None:
    assert template() == template()


def test_new_plan_writes_both_and_takes_no_file_that_is_there(tmp_path: Path) -> None:
    run = CliRunner().invoke
    word = tmp_path / "plan.docx"
    assert run(sendcheck, ["new", "plan", "--docx", "-o", str(word)], standalone_mode=False).return_value == READ
    assert word.read_bytes() == template()
    assert run(sendcheck, ["new", "plan"], standalone_mode=False).output == blank_plan()
    assert "is there already" in str(run(sendcheck, ["new", "plan", "--docx", "-o", str(word)]).output)
    assert run(sendcheck, ["new", "plan", "--docx"]).exit_code != READ


def test_export_writes_a_typed_plan_and_says_what_it_cannot(tmp_path: Path) -> None:
    run = CliRunner().invoke
    plan, out = tmp_path / "plan.yaml", tmp_path / "plan.docx"
    plan.write_text(blank_plan(), encoding="utf-8")
    assert run(sendcheck, ["export", str(plan), "-o", str(out)], standalone_mode=False).return_value == READ
    assert read_plan(read_word(out.read_bytes(), "plan.docx")).unplaced == ()
    plan.write_text(
        "plan:\n  sections:\n    - heading: 'Section B: Special educational needs'\n"
        "      words: 'Section F: Special educational provision'\n",
        encoding="utf-8",
    )
    refused = run(sendcheck, ["export", str(plan), "-o", str(tmp_path / "two.docx")], standalone_mode=False)
    assert refused.return_value == UNREADABLE
    assert "Word would not say the same" in refused.output
    plan.write_text("events: []\n", encoding="utf-8")
    assert "has no `plan`" in run(sendcheck, ["export", str(plan), "-o", "x.docx"], standalone_mode=False).output
