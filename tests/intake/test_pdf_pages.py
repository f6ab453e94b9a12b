"""What a careful reader sees on a page: struck words, notes, columns, grids, fields, whatever way they were printed."""

from __future__ import annotations

import re

import pytest
from pdf_maker import artifact, at, column, grids, made, read, ruled, tagged, texts

from checker.facts import State
from checker.intake.blocks import Document
from checker.intake.limits import Refused
from checker.intake.pdf import read_pdf
from checker.intake.plan.reading import read_plan

HEAD = at(60, 780, "Section B: Needs", size=16, bold=True)
NEED = "The teacher reads with Ana for an hour each week and writes down what she reads."
FILLER = "".join(at(60, 700 - 14 * n, f"Line {n} of the plan says something.") for n in range(36))


def wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def apart(document: Document, kind: str) -> list[str]:
    return [each.words for each in getattr(document, kind)]


def grid(top: float, *rows: tuple[str, str]) -> str:
    lines = ruled((60, 200, 400), tuple(top - 40 * n for n in range(len(rows) + 1)))
    words = (
        at(65, top - 40 * n - 20, one) + at(205, top - 40 * n - 20, other)
        for n, (one, other) in enumerate(rows)
    )  # fmt: skip
    return lines + "".join(words)


@pytest.mark.parametrize("mark", ["60 743.5 m 122 743.5 l S", "60 743.2 62 0.7 re f"])
def test_words_with_a_line_through_them_are_kept_apart(mark: str) -> None:
    document = read(HEAD + column(60, 740, "for 10 hours", "for 12 hours") + mark)
    assert texts(document) == ["Section B: Needs", "for 12 hours"]
    assert apart(document, "struck") == ["for 10 hours"]
    assert document.notes == ("1 line of struck-through text: not read as text",)


def test_words_struck_through_by_a_comment_are_kept_apart() -> None:
    mark = b"/Subtype/StrikeOut/Rect[58 738 124 752]/QuadPoints[60 750 122 750 60 738 122 738]"
    document = read(HEAD + column(60, 740, "for 10 hours", "for 12 hours"), page=annotated(mark))
    assert texts(document) == ["Section B: Needs", "for 12 hours"]


def test_underlined_words_are_text() -> None:
    document = read(HEAD + column(60, 740, "for 10 hours", "for 12 hours") + "60 738.5 62 0.7 re f")
    assert texts(document) == ["Section B: Needs", "for 10 hours for 12 hours"]


def test_two_columns_are_read_one_after_another() -> None:
    long = " ".join([NEED] * 5)
    other = long.replace("Ana", "Ben")
    document = read(HEAD + column(60, 740, *wrapped(long, 40)) + column(320, 740, *wrapped(other, 40)))
    assert texts(document) == ["Section B: Needs", long, other]


@pytest.mark.parametrize(("top", "pitch"), [(734, 14), (746, 15), (754, 14)])
def test_two_columns_whose_lines_are_not_level_are_read_one_after_another(top: float, pitch: float) -> None:
    long = " ".join([NEED] * 5)
    other = long.replace("Ana", "Ben")
    right = column(320, top, *wrapped(other, 40), pitch=pitch)
    document = read(HEAD + column(60, 740, *wrapped(long, 40)) + right)
    assert texts(document) == ["Section B: Needs", long, other]


def test_dots_drawn_before_lines_are_bullets() -> None:
    dots = "".join(f"64 {y} 4 4 re f\n" for y in (742, 714))
    document = read(HEAD + dots + column(76, 740, "Reads slowly and tires", "by the afternoon", "Falls on stairs"))
    assert texts(document) == ["Section B: Needs", "• Reads slowly and tires by the afternoon", "• Falls on stairs"]


def test_lines_at_one_height_of_most_pages_are_running_heads_and_others_are_not() -> None:
    pages = [at(60, 800, "Ana Example: plan") + at(60, 20, f"Page {n} of 3") for n in (1, 2, 3)]
    bodies = [HEAD.replace("780", "700") + at(60, 790 - 20 * n, "None.") for n in (1, 2, 3)]
    document = read(*(page + body for page, body in zip(pages, bodies, strict=True)))
    assert texts(document).count("None.") == 3
    assert len(document.headers) == 6


def test_the_header_of_a_grid_that_begins_each_page_is_no_running_head() -> None:
    pages = [grid(810, ("Need", "Provision"), *((f"Need {n}{m}", "Weekly help.") for m in range(9))) for n in (1, 2, 3)]
    document = read(*pages)
    assert [row[0] for row in grids(document)[0]][:3] == ["Need", "Need 10", "Need 11"]
    assert len(grids(document)[0]) == 28
    assert document.headers == ()


def test_a_footnote_and_its_figure_stand_apart() -> None:
    line = "60 120 m 200 120 l S\n"
    note = at(60, 108, "1 From the report of June.", size=8)
    words = at(60, 600, "Help weekly") + at(118, 604, "1", size=6)
    document = read(HEAD + column(60, 740, *wrapped(NEED, 60)) + words + line + note)
    assert texts(document) == ["Section B: Needs", NEED, "Help weekly"]
    assert [each.text for each in document.footnotes] == ["1 From the report of June."]


@pytest.mark.parametrize(
    ("turn", "move"), [(90, "0 1 -1 0 595 0 cm"), (180, "-1 0 0 -1 595 842 cm"), (270, "0 -1 1 0 0 842 cm")]
)
def test_a_page_that_is_turned_is_read_as_it_is_seen(turn: int, move: str) -> None:
    page = column(60, 500, *wrapped(NEED, 60)) + ruled((60, 200, 400), (300, 260, 220))
    page += at(65, 280, "Need") + at(205, 280, "Provision") + at(65, 240, "Reads") + at(205, 240, "Help")
    document = read(f"{move} {page}", page=b"/Rotate %d" % turn)
    assert texts(document)[0] == NEED
    assert grids(document) == [[["Need", "Provision"], ["Reads", "Help"]]]


def test_a_grid_that_goes_on_overleaf_is_one_and_its_header_stands_once() -> None:
    first = HEAD + FILLER + grid(180, ("Need", "Provision"), ("Reading is slow", "Weekly help"), ("Tires", "A rest"))
    document = read(first, grid(800, ("Need", "Provision"), ("Falls", "A frame")) + at(60, 600, "After it."))
    assert grids(document) == [
        [["Need", "Provision"], ["Reading is slow", "Weekly help"], ["Tires", "A rest"], ["Falls", "A frame"]]
    ]
    assert texts(document)[-1] == "After it."


def test_a_row_cut_in_two_by_the_end_of_a_page_is_one() -> None:
    first = HEAD + FILLER + grid(140, ("Need", "Provision"), ("Reading is slow", "Weekly help from the"))
    document = read(first, grid(800, ("", "teacher of reading."), ("Falls", "A frame")))
    assert grids(document) == [
        [["Need", "Provision"], ["Reading is slow", "Weekly help from the teacher of reading."], ["Falls", "A frame"]]
    ]


def test_a_word_divided_at_the_end_of_a_line_is_whole_again() -> None:
    lines = ("She learns with an educa-", "tional psychologist. The education is an educational one.")
    assert texts(read(HEAD + column(60, 740, *lines)))[1] == (
        "She learns with an educational psychologist. The education is an educational one."
    )


def test_words_set_letter_by_letter_or_spaced_out_are_words() -> None:
    spaced = "BT /F1 14 Tf 4 Tc 1 0 0 1 60 700 Tm (SECTION B) Tj ET\n"
    kerned = "BT /F1 11 Tf 0 Tc 1 0 0 1 60 660 Tm [(Kern)-20(ed wor)15(ds and)-400(gaps.)] TJ ET\n"
    assert texts(read(spaced + kerned)) == ["SECTION B", "Kerned words and gaps."]


SCAN = "q 595 0 0 842 0 0 cm /P1 Do Q\n"
PICTURE = b"<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Length 64>>\nstream\n%b\nendstream" % bytes(64)  # fmt: skip  # noqa: E501
FIRST = at(60, 780, "Final EHC plan", size=18) + HEAD.replace("780", "740") + at(60, 720, "B1 Reads slowly.")
LAST = at(60, 740, "Section F: Special educational provision", size=16, bold=True) + at(60, 720, "F1 Weekly help.")


def with_picture(*contents: str) -> Document:
    return read_pdf(made(*contents, more=(PICTURE,), resources=b"/XObject<</P1 5 0 R>>"), "plan.pdf")


@pytest.mark.parametrize(
    ("stamp", "note"),
    [
        ("", "page 2 has no text: it is a picture, and was not read"),
        (at(60, 20, "Page 2 of 3"), "page 2 is a picture, and was not read but for the few words set on it"),
        (at(60, 400, "Received 3 March"), "page 2 is a picture, and was not read but for the few words set on it"),
    ],
)
def test_a_page_that_is_a_picture_keeps_everything_from_being_called_missing(stamp: str, note: str) -> None:
    document = with_picture(FIRST, SCAN + stamp, LAST)
    assert note in document.notes
    assert [(place.page, place.words) for place in document.unread] == [(2, "[page 2 is a picture]")]
    facts = read_plan(document).facts
    assert facts["/plan/section_g"].state is State.NOT_FOUND
    assert not facts["/plan/section_b"].complete


def test_a_picture_read_by_a_machine_is_text_and_said_to_be() -> None:
    document = with_picture(SCAN + at(60, 700, "B1 Reads slowly.", state="3 Tr"))
    assert texts(document) == ["B1 Reads slowly."]
    assert document.notes == ("page 1 is a picture with text laid over it by a machine, which may be misread",)


def test_a_page_with_a_picture_behind_its_words_is_read() -> None:
    document = with_picture(SCAN + column(60, 700, *wrapped(NEED * 3, 60)))
    assert document.unread == ()
    assert document.notes == ()


def test_a_picture_that_may_hold_words_is_counted_and_a_logo_is_not() -> None:
    table, logo = "q 300 0 0 200 60 300 cm /P1 Do Q\n", "q 60 0 0 40 500 790 cm /P1 Do Q\n"
    assert with_picture(FIRST + table + logo).notes == ("1 picture: any words in it were not read",)


def test_a_file_of_pictures_with_stamps_is_refused() -> None:
    with pytest.raises(Refused, match="ask for the Word file"):
        with_picture(SCAN + at(60, 20, "Page 1 of 2"), SCAN + at(60, 20, "Page 2 of 2"))


def annotated(*dictionaries: bytes) -> bytes:
    return b"/Annots[" + b" ".join(b"<</Type/Annot%b>>" % each for each in dictionaries) + b"]"


def test_what_is_filled_in_stands_beside_its_label() -> None:
    name = (b"<</FT/Tx/T(n)/V(Cobnut Lane School)/Kids[6 0 R]>>", b"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[160 736 400 752]>>")  # fmt: skip  # noqa: E501
    ticked = b"<</Type/Annot/Subtype/Widget/FT/Btn/T(m)/V/Yes/AS/Yes/Rect[130 698 142 710]>>"
    empty = b"<</Type/Annot/Subtype/Widget/FT/Btn/T(o)/V/Off/AS/Off/Rect[130 658 142 670]>>"
    words = at(60, 740, "Name of setting:") + at(60, 700, "Mainstream") + at(60, 660, "Special")
    document = read(
        HEAD + words,
        more=(*name, ticked, empty),
        catalog=b"/AcroForm<</Fields[5 0 R 7 0 R 8 0 R]>>",
        page=b"/Annots[6 0 R 7 0 R 8 0 R]",
    )
    assert " ".join(texts(document)[1:]) == "Name of setting: Cobnut Lane School Mainstream ☒ Special ☐"


def test_a_comment_is_no_text_and_words_typed_on_the_page_are() -> None:
    comment = b"/Subtype/Text/Contents(Ask the school)/Rect[10 10 20 20]"
    typed = b"/Subtype/FreeText/Contents(B2 Falls often.)/Rect[60 600 300 620]"
    hidden = b"/Subtype/FreeText/F 2/Contents(Not seen)/Rect[60 500 300 520]"
    link = b"/Subtype/Link/Contents(a link)/Rect[0 0 5 5]"
    document = read(HEAD + at(60, 740, "B1 Reads slowly."), page=annotated(comment, typed, hidden, link))
    assert texts(document) == ["Section B: Needs", "B1 Reads slowly.", "B2 Falls often."]
    assert [each.text for each in document.comments] == ["Ask the school"]


def read_tagged(content: str, *elements: tuple[str, str, int, str], top: tuple[int, ...] = ()) -> Document:
    """Read one page with tags: each its kind, what is in it, the object that holds it, and its attributes."""
    page = 6 + len(elements)
    made = tuple(
        f"<</Type/StructElem/S/{kind}/P {parent} 0 R/Pg {page} 0 R/K {inside}{more}>>".encode()
        for kind, inside, parent, more in elements
    )
    owners = {int(inside): 6 + n for n, (_, inside, _, _) in enumerate(elements) if re.fullmatch(r"\d+", inside)}
    kids = " ".join(f"{number} 0 R" for number in (top or range(6, page)))
    parents = " ".join(f"{owners[mark]} 0 R" for mark in sorted(owners))
    root = f"<</Type/StructTreeRoot/K[{kids}]/ParentTree<</Nums[0[{parents}]]>>>>".encode()
    return read(
        content,
        more=(root, *made),
        catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R",
        page=b"/StructParents 0",
    )


def test_tags_give_the_order_and_what_is_no_part_of_the_text() -> None:
    content = (
        artifact(at(60, 810, "Running head"))
        + tagged("P", 2, at(60, 700, "Falls on stairs."))
        + tagged("H1", 0, HEAD)
        + tagged("P", 1, column(60, 740, "Reading is slow", "and tiring."))
    )
    document = read_tagged(content, ("H1", "0", 5, ""), ("P", "1", 5, ""), ("P", "2", 5, ""))
    assert texts(document) == ["Section B: Needs", "Reading is slow and tiring.", "Falls on stairs."]
    assert [each.text for each in document.headers] == ["Running head"]
    assert document.blocks[0].heading == 1  # type: ignore[union-attr]


def test_a_line_that_ends_before_it_is_full_is_a_line_of_its_own() -> None:
    lines = ("Name of school: Cobnut Lane", "Type of school: Mainstream primary school")
    content = tagged("H1", 0, HEAD) + tagged("P", 1, column(60, 740, *lines)) + tagged("P", 2, column(60, 600, "A line of words that", "goes on"))  # fmt: skip  # noqa: E501
    document = read_tagged(content, ("H1", "0", 5, ""), ("P", "1", 5, ""), ("P", "2", 5, ""))
    assert texts(document) == ["Section B: Needs", "\n".join(lines), "A line of words that goes on"]


def test_tags_that_only_hold_others_are_seen_through_and_a_label_without_letters_is_a_bullet() -> None:
    dot = tagged("Lbl", 2, "64 742 4 4 re f\n")
    content = tagged("H1", 0, HEAD) + dot + tagged("P", 1, at(76, 740, "Reads slowly."))
    document = read_tagged(
        content,
        ("H1", "7 0 R", 5, ""),
        ("NonStruct", "0", 6, ""),
        ("L", "9 0 R", 5, ""),
        ("LI", "[10 0 R 11 0 R]", 8, ""),
        ("Lbl", "2", 9, ""),
        ("NonStruct", "1", 9, ""),
        top=(6, 8),
    )
    assert texts(document) == ["Section B: Needs", "• Reads slowly."]
    assert document.blocks[0].heading == 1  # type: ignore[union-attr]


def test_words_a_tag_says_stand_for_its_own_are_read() -> None:
    content = tagged("H1", 0, HEAD) + tagged("P", 1, at(60, 740, "B1 Reading is sl0w."))
    document = read_tagged(content, ("H1", "0", 5, ""), ("P", "1", 5, "/ActualText(B1 Reading is slow.)"))
    assert texts(document) == ["Section B: Needs", "B1 Reading is slow."]


def test_tags_that_leave_words_out_are_not_believed() -> None:
    content = tagged("H1", 0, HEAD) + tagged("P", 1, at(60, 740, "Reading is slow.")) + at(60, 700, "Falls on stairs.")
    document = read_tagged(content, ("H1", "0", 5, ""), ("P", "1", 5, ""))
    assert texts(document) == ["Section B: Needs", "Reading is slow.", "Falls on stairs."]


def test_tagged_tables_keep_the_rows_and_columns_a_cell_spans() -> None:
    places = ((60, 700, "Need"), (200, 700, "Provision"), (60, 680, "Physical"), (60, 660, "Falls"), (200, 660, "A frame"), (200, 640, "A rest"))  # fmt: skip  # noqa: E501
    content = tagged("H1", 0, HEAD) + "".join(
        tagged("P", n, at(x, y, words)) for n, (x, y, words) in enumerate(places, start=1)
    )
    document = read_tagged(
        content,
        ("H1", "0", 5, ""),
        ("Table", "[8 0 R 9 0 R 10 0 R 11 0 R]", 5, ""),
        *(("TR", inside, 7, "") for inside in ("[12 0 R 13 0 R]", "[14 0 R]", "[15 0 R 16 0 R]", "[17 0 R]")),
        ("TH", "1", 8, ""),
        ("TH", "2", 8, ""),
        ("TD", "3", 9, "/A<</O/Table/ColSpan 2>>"),
        ("TD", "4", 10, "/A<</O/Table/RowSpan 2>>"),
        ("TD", "5", 10, ""),
        ("TD", "6", 11, ""),
        top=(6, 7),
    )
    assert grids(document) == [[["Need", "Provision"], ["Physical"], ["Falls", "A frame"], ["A rest"]]]
    table = document.blocks[1]
    spans = [(c.row, c.column, c.rows, c.columns) for row in table.rows for c in row.cells]  # type: ignore[union-attr]
    assert spans[2:] == [(2, 1, 1, 2), (3, 1, 2, 1), (3, 2, 1, 1), (4, 2, 1, 1)]
