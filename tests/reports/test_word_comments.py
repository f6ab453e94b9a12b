"""The officer's own file comes back with comments on the exact words, and differs in nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from cases import standards
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.evaluation.check import check_case
from checker.facts import Place
from checker.intake.blocks import paragraphs as paragraphs_in
from checker.intake.load import load
from checker.intake.plan.reading import read_plan
from checker.intake.word.read import read_word
from checker.intake.word.styles import VAL, W
from checker.intake.word.text import AUTHOR, FIRST_PAGE
from checker.left_in_file import Trace
from checker.result import Check
from reports.statement import statement
from reports.word_comments.comments import Comment, comments_on
from reports.word_comments.first_page import PageLine
from reports.word_comments.marks import span_of
from reports.word_comments.write import commented, with_comments
from sendcheck.command import READ, sendcheck

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("cases/*/case/plan.docx"))
LAYOUTS = sorted(FIXTURES.glob("layouts/*.docx"))
AS_AT = date(2026, 11, 16)
PAGE = (PageLine("A first page", "title"), PageLine("1. A comment"))


@cache
def checked(folder: Path) -> tuple[Check, bytes]:
    files = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
    library = standards()
    check = check_case(load(files, AS_AT, library=library), library, AS_AT)
    return check, dict(files)["plan.docx"]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def without_ours(body: Any, numbers: set[str]) -> bytes:
    """Return a body as canonical XML with our marks and first page out of it and runs that look alike joined."""
    root = deepcopy(body)
    for control in [each for each in root.iter(W + "sdt") if _is_ours(each)]:
        control.getparent().remove(control)
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for each in [each for each in root.iter(W + kind) if each.get(W + "id") in numbers]:
            run = each.getparent()
            run.remove(each)
            if run.tag == W + "r" and len(run) == 0:
                run.getparent().remove(run)
    for run in list(root.iter(W + "r")):
        join(run)
    for text in root.iter(W + "t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    canonical: bytes = etree.tostring(root, method="c14n")
    return canonical


def _is_ours(control: Any) -> bool:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return tag is not None and tag.get(VAL) == FIRST_PAGE


def join(run: Any) -> None:
    """Join a run with those after it that look alike, and pieces of text that stand side by side."""
    while (after := run.getnext()) is not None and after.tag == run.tag and look(after) == look(run):
        for child in [child for child in after if child.tag != W + "rPr"]:
            run.append(child)
        after.getparent().remove(after)
    for text in list(run.iter(W + "t")):
        while (following := text.getnext()) is not None and following.tag == W + "t":
            text.text = (text.text or "") + (following.text or "")
            following.getparent().remove(following)


def look(run: Any) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    properties = run.find(W + "rPr")
    return (b"" if properties is None else etree.tostring(properties, method="c14n")), tuple(sorted(run.attrib.items()))


def differs_in_nothing_else(before: bytes, after: bytes) -> None:
    ours, theirs = parts_of(after), parts_of(before)
    body = "word/document.xml"
    touched = {body, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert set(ours) - set(theirs) <= {"word/comments.xml"}
    for name in set(theirs) - touched:
        assert ours[name] == theirs[name], name
    added = comments_in(after)
    numbers = {each.get(W + "id") for each in added}
    assert without_ours(etree.fromstring(ours[body]), numbers) == without_ours(etree.fromstring(theirs[body]), set())
    if "word/comments.xml" in theirs:
        kept = [each for each in etree.fromstring(ours["word/comments.xml"]) if each.get(W + "id") not in numbers]
        held = list(etree.fromstring(theirs["word/comments.xml"]))
        assert [etree.tostring(each, method="c14n") for each in kept] == [
            etree.tostring(each, method="c14n") for each in held
        ]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        kept_lines = {etree.tostring(each, method="c14n") for each in etree.fromstring(theirs[name])}
        added_lines = {etree.tostring(each, method="c14n") for each in etree.fromstring(ours[name])} - kept_lines
        assert all(b"comments" in line for line in added_lines)
        assert len(added_lines) <= 1


def comments_in(data: bytes) -> list[Any]:
    root = etree.fromstring(parts_of(data)["word/comments.xml"])
    return [each for each in root if each.get(W + "author") == AUTHOR]


def words_under(data: bytes, number: str) -> str:
    """Return the words between the marks of a comment."""
    words: list[str] = []
    inside = False
    for each in etree.fromstring(parts_of(data)["word/document.xml"]).iter():
        if each.tag == W + "commentRangeStart" and each.get(W + "id") == number:
            inside = True
        elif each.tag == W + "commentRangeEnd" and each.get(W + "id") == number:
            break
        elif inside and each.tag == W + "t":
            words.append(each.text or "")
        elif inside and each.tag in (W + "br", W + "tab"):
            words.append(" ")
    return "".join(words)


@pytest.mark.parametrize("folder", CASES, ids=[folder.parent.name for folder in CASES])
def test_a_case_comes_back_with_each_comment_on_its_words(folder: Path) -> None:
    check, before = checked(folder)
    after = commented(before, check)
    differs_in_nothing_else(before, after)
    wanted = comments_on(statement(check), check)
    found = comments_in(after)
    assert len(found) == len(wanted)
    assert [each.get(W + "date") for each in found] == ["2026-11-16T00:00:00Z"] * len(found)
    for comment, element in zip(wanted, found, strict=True):
        under = words_under(after, element.get(W + "id"))
        first = max(comment.place.words.split("\n"), key=len)
        assert "".join(under.split()) in ("".join(comment.place.words.split()), "".join(first.split()))
        assert "".join(element.itertext()) == "".join(comment.lines)
    assert commented(before, check) == after


@pytest.mark.parametrize("folder", CASES, ids=[folder.parent.name for folder in CASES])
def test_what_comes_back_is_read_as_the_same_plan(folder: Path) -> None:
    check, before = checked(folder)
    after = commented(before, check)
    assert read_plan(read_word(after, "plan.docx")).facts == read_plan(read_word(before, "plan.docx")).facts
    again = commented(after, check)
    assert len(comments_in(again)) == len(comments_in(after))
    differs_in_nothing_else(before, again)


def test_an_item_has_one_comment_and_a_well_written_plan_few() -> None:
    check, _ = checked(FIXTURES / "cases" / "badly-written" / "case")
    comments = comments_on(statement(check), check)
    labels = [comment.label for comment in comments if re.fullmatch(r"[A-K]\d+", comment.label)]
    assert len(labels) == len(set(labels))
    assert [comment.number for comment in comments] == list(range(1, len(comments) + 1))
    assert all(len(comment.lines) <= 8 for comment in comments)
    well, _ = checked(FIXTURES / "cases" / "well-written" / "case")
    assert len(comments_on(statement(well), well)) <= 5


@pytest.mark.parametrize("path", LAYOUTS, ids=[path.stem for path in LAYOUTS])
def test_any_layout_takes_a_comment_on_each_of_its_items(path: Path) -> None:
    before = path.read_bytes()
    facts = read_plan(read_word(before, path.name)).facts
    places = [fact.where for pointer, fact in sorted(facts.items()) if pointer.endswith("/wording") and fact.versions]
    comments = [
        Comment(number, "", "", place, (f"{number}. A comment",))
        for number, place in enumerate((place for place in places if place is not None), start=1)
    ]
    after = with_comments(before, path.name, comments, PAGE, "2026-11-16")
    differs_in_nothing_else(before, after)
    for comment, element in zip(comments, comments_in(after), strict=True):
        under = "".join(words_under(after, element.get(W + "id")).split())
        assert under
        assert under in "".join(comment.place.words.split()) or "".join(comment.place.words.split()) in under


def made(paragraphs: list[list[str]]) -> bytes:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for at, words in enumerate(runs):
            paragraph.add_run(words).bold = bool(at % 2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


RUNS = st.lists(st.text("ab c.,’é", min_size=1, max_size=12), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RUNS, min_size=1, max_size=4), st.data())
def test_any_words_of_any_paragraph_can_be_marked(paragraphs: list[list[str]], data: st.DataObject) -> None:
    before = made(paragraphs)
    comments = []
    for number in range(1, data.draw(st.integers(1, 4)) + 1):
        at = data.draw(st.integers(1, len(paragraphs)))
        whole = "".join(paragraphs[at - 1])
        start = data.draw(st.integers(0, len(whole) - 1))
        words = whole[start : data.draw(st.integers(start + 1, len(whole)))]
        comments.append(Comment(number, "", "", Place("plan.docx", paragraph=at, words=words), ("x",)))
    after = with_comments(before, "plan.docx", comments, PAGE, "2026-11-16")
    differs_in_nothing_else(before, after)
    for comment, element in zip(comments, comments_in(after), strict=True):
        wanted = comment.place.words.strip()
        under = words_under(after, element.get(W + "id"))
        assert not wanted or "".join(under.split()) == "".join(wanted.split())


def test_words_that_are_not_there_are_not_found() -> None:
    text = etree.Element(W + "t")
    assert span_of([(text, "one two three")], "two  three") == ((0, 4), (0, 13))
    assert span_of([(text, "one two three")], "four") is None
    assert span_of([(text, "one"), (text, " two")], "e t") == ((0, 2), (1, 2))


def test_comments_of_others_stay_and_an_earlier_check_is_replaced() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Tam reads well.")
    document.add_comment(run, text="Is this so?", author="An officer", initials="AO")
    out = io.BytesIO()
    document.save(out)
    comment = Comment(1, "", "", Place("plan.docx", paragraph=1, words="reads"), ("1. Ask.",))
    first = with_comments(out.getvalue(), "plan.docx", [comment], PAGE, "2026-11-16")
    second = with_comments(first, "plan.docx", [comment], PAGE, "2026-11-17")
    authors = [each.get(W + "author") for each in etree.fromstring(parts_of(second)["word/comments.xml"])]
    assert authors == ["An officer", AUTHOR]
    differs_in_nothing_else(out.getvalue(), second)
    assert parts_of(second)["word/document.xml"].count(FIRST_PAGE.encode()) == 1


def test_the_command_returns_the_word_file_and_takes_no_other(tmp_path: Path) -> None:
    run = CliRunner().invoke
    case, out = FIXTURES / "cases" / "well-written", tmp_path / "plan.checked.docx"
    words = ["check", str(case / "case"), "--as-at", "2026-11-16", "--format", "docx"]
    assert run(sendcheck, [*words, "-o", str(out)], standalone_mode=False).return_value == READ
    differs_in_nothing_else((case / "case" / "plan.docx").read_bytes(), out.read_bytes())
    words[1] = str(case / "as-yaml")
    refused = run(sendcheck, [*words, "-o", str(tmp_path / "other.docx")])
    assert "`plan.yaml` is no Word file" in refused.output


def test_a_plan_that_is_no_word_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    plan = FIXTURES / "cases" / "well-written" / "as-pdf" / "plan.pdf"
    words = ["check", str(plan), "--as-at", "2026-11-16", "--format", "docx", "-o", str(tmp_path / "out.docx")]
    refused = CliRunner().invoke(sendcheck, words)
    assert refused.exit_code != 0
    assert "`plan.pdf` is no Word file" in refused.output
    assert not (tmp_path / "out.docx").exists()


def test_the_first_page_of_a_draft_says_what_to_look_at_before_it_goes_and_how_to_take_the_page_out() -> None:
    check, before = checked(FIXTURES / "cases" / "under-5-draft" / "case")
    body = parts_of(commented(before, check))["word/document.xml"].decode("utf-8")
    page = body[: body.index("</w:sdt>")]
    for words in ("Before you send", "Comments, in the order of the plan", "To take them out, delete this page"):
        assert words in page
    assert page.index("“Toby”") < page.index("Comments, in the order")
    assert 'w:type="page"' in page


def test_a_returned_draft_is_told_apart_from_one_that_was_never_checked() -> None:
    folder = FIXTURES / "cases" / "under-5-draft" / "case"
    check, before = checked(folder)
    after = commented(before, check)
    library = standards()
    files = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.name != "plan.docx"]
    again = check_case(load([*files, ("plan.docx", after)], AS_AT, library=library), library, AS_AT)
    assert again.before_sending is not None
    assert check.before_sending is not None
    new = set(again.before_sending.reminders) - set(check.before_sending.reminders)
    assert {each.kind for each in new} == {Trace.EARLIER_CHECK}
    assert b"earlier check are still" not in parts_of(commented(after, again))["word/document.xml"]
    assert [each.outcome for each in again.findings] == [each.outcome for each in check.findings]


WORDS = st.text("ab c.,’é", min_size=1, max_size=10)
WRAPPERS = {
    "run": "{}",
    "hyperlink": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "inserted": '<w:ins w:id="900" w:author="An officer">{}</w:ins>',
    "control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "simple field": '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
    "beside deleted": '{}<w:del w:id="901" w:author="An officer"><w:r><w:delText>gone</w:delText></w:r></w:del>',
    "beside hidden": "{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>",
}
WRAPPED = st.lists(st.tuples(st.sampled_from(sorted(WRAPPERS)), WORDS), min_size=1, max_size=4)


def wrapped(paragraphs: list[list[tuple[str, str]]]) -> bytes:
    """Return a Word file whose paragraphs hold words in wrappers of every kind."""
    inside = "".join(
        "<w:p>"
        + "".join(
            WRAPPERS[kind].format(f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>')
            for kind, words in paragraph
        )
        + "</w:p>"
        for paragraph in paragraphs
    )
    plain = made([["x"]])
    parts = parts_of(plain)
    body = parts["word/document.xml"].decode("utf-8")
    start = body.index("<w:p>") if "<w:p>" in body else body.index("<w:p ")
    parts["word/document.xml"] = (body[:start] + inside + body[body.index("<w:sectPr") :]).encode("utf-8")
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WRAPPED, min_size=1, max_size=3), st.data())
def test_words_are_marked_through_links_changes_controls_and_fields(
    paragraphs: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    before = wrapped(paragraphs)
    at = data.draw(st.integers(1, len(paragraphs)))
    whole = "".join(words for _, words in paragraphs[at - 1])
    start = data.draw(st.integers(0, len(whole) - 1))
    words = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    comment = Comment(1, "", "", Place("plan.docx", paragraph=at, words=words), ("x",))
    after = with_comments(before, "plan.docx", [comment], PAGE, "2026-11-16")
    differs_in_nothing_else(before, after)
    assert texts_of(after) == texts_of(before)
    (element,) = comments_in(after)
    under = "".join(words_under(after, element.get(W + "id")).split()).replace("unseen", "")
    wanted = "".join(words.split())
    assert not wanted or under == wanted


def texts_of(data: bytes) -> list[str]:
    return [each.text for each in paragraphs_in(read_word(data, "plan.docx").blocks)]


def test_words_in_a_text_box_are_commented_at_the_box() -> None:
    box = (
        '<w:p><w:r><w:t>Beside it.</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>F1 Ari has help.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r></w:p>"
    )
    parts = parts_of(made([["x"]]))
    body = parts["word/document.xml"].decode("utf-8")
    start = body.index("<w:p>")
    parts["word/document.xml"] = (body[:start] + box + body[body.index("<w:sectPr") :]).encode("utf-8")
    before = packed(parts)
    comment = Comment(1, "F1", "", Place("plan.docx", paragraph=2, words="help"), ("1. Ask.",))
    after = with_comments(before, "plan.docx", [comment], PAGE, "2026-11-16")
    differs_in_nothing_else(before, after)
    (element,) = comments_in(after)
    assert words_under(after, element.get(W + "id")) == "F1 Ari has help."
    root = etree.fromstring(parts_of(after)["word/document.xml"])
    assert not [
        each for each in root.iter(W + "commentRangeStart") if next(each.iterancestors(W + "txbxContent"), None)
    ]


def test_a_few_letters_that_are_not_in_their_paragraph_are_not_sought_in_the_next() -> None:
    before = made([["F1"], ["Ari has help."], ["Bo has help."]])
    short = Comment(1, "F1", "", Place("plan.docx", paragraph=1, words="help"), ("1. Ask.",))
    after = with_comments(before, "plan.docx", [short], PAGE, "2026-11-16")
    assert words_under(after, comments_in(after)[0].get(W + "id")) == "F1"


def test_the_words_of_an_item_are_found_in_the_cell_after_its_number() -> None:
    before = made([["F1"], ["Ari has help with reading each day."]])
    words = "Ari has help with reading each day."
    after = with_comments(
        before,
        "plan.docx",
        [Comment(1, "F1", "", Place("plan.docx", paragraph=1, words=words), ("1. Ask.",))],
        PAGE,
        "2026-11-16",
    )
    assert words_under(after, comments_in(after)[0].get(W + "id")) == words
