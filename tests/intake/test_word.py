"""What the reader of Word files takes for text, what it keeps apart, and where it says things stand."""

from __future__ import annotations

import pytest
from word_xml import docx, lines, p, r, read, sdt, tbl, tc, texts, tr

from checker.intake.blocks import BULLET, Table
from checker.intake.limits import Refused
from checker.intake.word.read import read_word

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="decimal"/><w:lvlText w:val="F%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText '
    'w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText '
    'w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride '
    'w:val="7"/></w:lvlOverride></w:num>'
)


def numbered(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + mark.format("separate")
        + result
        + mark.format("end")
    )


def box(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def test_tabs_breaks_and_marks_are_kept_in_the_words() -> None:
    body = p(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"
    )
    assert texts(read(body)) == ["a\tb\nc-d"]


def test_insertions_are_text_and_deletions_are_kept_apart() -> None:
    body = p(
        r("Weekly ") + f'<w:ins w:id="1">{r("for 30 minutes")}</w:ins>'
        '<w:del w:id="2"><w:r><w:delText>when needed</w:delText></w:r></w:del>'
    )
    document = read(body)
    assert texts(document) == ["Weekly for 30 minutes"]
    assert [place.words for place in document.deleted] == ["when needed"]
    assert document.deleted[0].paragraph == 1
    assert "1 tracked insertion: read as text" in document.notes
    assert "1 tracked deletion: not read as text" in document.notes


def test_moved_words_stand_where_they_were_moved_to() -> None:
    body = p(f"<w:moveFrom>{r('moved')}</w:moveFrom>") + p(f"<w:moveTo>{r('moved')}</w:moveTo>")
    document = read(body)
    assert texts(document) == ["moved"]
    assert lines(document)[0].place.paragraph == 2
    assert [place.words for place in document.deleted] == ["moved"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p(r("One and "), properties="<w:rPr><w:del/></w:rPr>") + p("the same.")
    assert texts(read(body)) == ["One and the same."]


def test_a_deleted_row_is_no_row() -> None:
    document = read(tbl(tr("kept", "too"), tr("gone", "too", properties="<w:del/>"), tr("after", "it")))
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == ["kept", "after"]
    assert [place.words.split() for place in document.deleted] == [["gone", "too"]]


def test_hidden_and_struck_words_are_no_text_but_are_noted() -> None:
    document = read(
        p(r("seen") + r("hidden", "<w:vanish/>") + r(" struck", "<w:strike/>") + r(" not", '<w:strike w:val="0"/>'))
    )
    assert texts(document) == ["seen not"]
    assert [place.words for place in document.hidden] == ["hidden"]
    assert [place.words for place in document.struck] == [" struck"]
    assert any("hidden" in note for note in document.notes)


def test_a_field_gives_its_result_and_not_its_instruction() -> None:
    inner = field("PAGEREF x", r("9"))
    body = p(r("see ") + field("REF a", r("F4") + inner) + r(".")) + p(
        f'<w:fldSimple w:instr="DATE">{r("May 2026")}</w:fldSimple>'
    )
    assert texts(read(body)) == ["see F49.", "May 2026"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("kept")) + p("kept too")
    assert texts(read(body)) == ["kept", "kept too"]


def test_old_form_fields_show_what_was_chosen() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    tick = begin.format("<w:checkBox><w:checked/></w:checkBox>")
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Draft"/>'
        '<w:listEntry w:val="Final"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(read(p(tick + end) + p(choice + end))) == ["☒", "Final"]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice "
        f'Requires="wps"><w:drawing><wps:txbx>{box("in the box")}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box('in the box')}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(p(r("before") + twice))
    assert texts(document) == ["before", "in the box"]
    assert lines(document)[1].box
    assert not lines(document)[0].box


def test_a_text_box_only_old_word_shows_is_read() -> None:
    only = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box('old')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(p(only))) == ["old"]


def test_content_controls_of_every_kind_are_read_through() -> None:
    body = (
        sdt(p("block"))
        + p(r("in") + sdt(r("line")))
        + tbl(sdt(tr("row", "of control")), tr(sdt(tc("cell")), "plain"))
        + sdt(sdt(p("nested")))
    )
    assert texts(read(body)) == ["block", "inline", "row", "of control", "cell", "plain", "nested"]


def test_a_control_still_at_its_prompt_is_empty() -> None:
    body = p(sdt(r("Click to enter text"), "<w:showingPlcHdr/>")) + sdt(p("Choose an item"), "<w:showingPlcHdr/>")
    document = read(body)
    assert texts(document) == []
    assert "2 boxes still at their prompt: read as empty" in document.notes


def test_a_cell_that_is_only_a_prompt_keeps_its_place() -> None:
    document = read(tbl(tr("How often", sdt(tc("Choose"), "<w:showingPlcHdr/>"))))
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["How often", ""]


def test_merged_cells_are_one_cell_that_covers_columns_and_rows() -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = read(
        tbl(
            tr(tc("wide", '<w:gridSpan w:val="3"/>')),
            tr(tc("tall", restart), "b", "c"),
            tr(tc("", on), "e", "f"),
            tr("g", "h", "i"),
        )
    ).blocks[0]
    assert isinstance(table, Table)
    assert table.columns == 3
    assert (table.rows[0].cells[0].columns, table.rows[1].cells[0].rows) == (3, 2)
    assert [(cell.text, cell.column) for cell in table.rows[2].cells] == [("e", 2), ("f", 3)]


def test_words_left_in_a_covered_cell_are_not_lost() -> None:
    document = read(tbl(tr(tc("top", '<w:vMerge w:val="restart"/>'), "x"), tr(tc("under", "<w:vMerge/>"), "y")))
    assert texts(document) == ["top", "under", "x", "y"]


def test_a_nested_table_has_its_own_number_and_its_cells_their_places() -> None:
    inner = tbl(tr("deep", "deeper"))
    document = read(tbl(tr("first", tc(p("with") + inner + p("after")))) + p("last"))
    places = {
        line.text: (line.place.table, line.place.row, line.place.column, line.place.paragraph)
        for line in lines(document)
    }
    assert places == {
        "first": (1, 1, 1, 1),
        "with": (1, 1, 2, 2),
        "deep": (2, 1, 1, 3),
        "deeper": (2, 1, 2, 4),
        "after": (1, 1, 2, 5),
        "last": (0, 0, 0, 6),
    }


def test_a_header_row_is_known_as_one() -> None:
    table = read(tbl(tr("a", "b", properties="<w:tblHeader/>"), tr("c", "d"))).blocks[0]
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, False]


def test_automatic_numbers_are_part_of_what_stands_on_paper() -> None:
    body = "".join(
        (
            numbered("one", 1),
            numbered("inner", 1, 1),
            numbered("two", 1),
            numbered("again", 1, 1),
            numbered("dot", 2),
            numbered("new", 3),
        )
    )
    assert [line.label for line in lines(read(body, numbering=NUMBERING))] == [
        "F1.",
        "1.a)",
        "F2.",
        "2.a)",
        BULLET,
        "F7.",
    ]


def test_a_style_that_stands_on_a_heading_is_a_heading() -> None:
    found = lines(read(p("Section A", "Own") + p("words") + p(r("bold", "<w:b/>") + r(" not", '<w:b w:val="0"/>'))))
    assert [(line.heading, line.bold, line.size) for line in found] == [
        (1, True, 16.0),
        (0, False, 11.0),
        (0, False, 11.0),
    ]


def test_footnotes_comments_headers_and_watermarks_stand_apart() -> None:
    mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
    document = read(
        p("body"),
        footnotes=(
            f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote '
            f'w:id="1">{p("a note")}</w:footnote>'
        ),
        comments=f'<w:comment w:id="1">{p("a remark")}</w:comment>',
        header1=p("Ana Example") + mark,
    )
    assert texts(document) == ["body"]
    assert [line.text for line in document.footnotes] == ["a note"]
    assert [line.text for line in document.comments] == ["a remark"]
    assert [line.text for line in document.headers] == ["Ana Example", "DRAFT"]


def test_direction_marks_and_the_like_are_made_harmless_and_noted() -> None:
    document = read(p("Weekly\u202etxet\u202c"))
    assert texts(document) == ["Weeklytxet"]
    assert any("bidirectional" in note for note in document.notes)


def test_an_embedded_file_is_known_to_be_unread() -> None:
    document = read(p("before") + '<w:altChunk xmlns:r="x" r:id="rId1"/>' + p("after"))
    assert len(document.unread) == 1


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = docx(p("strict"), space="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(read_word(strict, "plan.docx")) == ["strict"]


@pytest.mark.parametrize("body", ["<w:p><w:r><w:t>open</w:r></w:p>", "<w:p>&undefined;</w:p>"])
def test_xml_that_is_not_well_formed_is_refused(body: str) -> None:
    with pytest.raises(Refused, match="damaged"):
        read(body)


def test_tables_nested_without_end_are_refused() -> None:
    body = p("end")
    for _ in range(80):
        body = tbl(tr(tc(body + p())))
    with pytest.raises(Refused):
        read(body)
