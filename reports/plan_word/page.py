"""The page a plan is written on: its styles, headings, tables and prompts, made with python-docx.

Every table has a header row marked as one, the document has a language and a title, and
the same plan gives the same bytes: a file made today differs in nothing from one made tomorrow.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_FIXED = datetime(2014, 9, 1, tzinfo=UTC)
"""Word files carry the time they were made. This is the day Part 3 of the Act came into force."""
_ZIP_FIXED = (2014, 9, 1, 0, 0, 0)
_FONT = "Arial"
_INK = RGBColor(0x1F, 0x2A, 0x44)
_SHADE = "E7ECF4"
_HEADINGS = ((1, 15, 18), (2, 12, 10))
"""Level, size in points, and space before in points."""


def new_page(title: str) -> WordFile:
    """Return an empty document with the styles of a plan; ``title`` is kept among its properties."""
    made = Document()
    properties = made.core_properties
    properties.title, properties.author, properties.language = title or "Education, health and care plan", "", "en-GB"
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _FIXED.replace(tzinfo=None)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    _styles(made)
    return made


def _styles(made: WordFile) -> None:
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    _language(normal.element.get_or_add_rPr())
    title = made.styles["Title"]
    title.font.name, title.font.size, title.font.color.rgb = _FONT, Pt(22), _INK
    for level, size, before in _HEADINGS:
        style = made.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = _INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
    for style in (title, made.styles["Heading 1"], made.styles["Heading 2"]):
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)


def _language(properties: object) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties.append(language)  # type: ignore[attr-defined]


def write(paragraph: Paragraph, words: str) -> Paragraph:
    """Write words into a paragraph: a new line of theirs is a line break, a tab a tab."""
    run = paragraph.add_run()
    for at, line in enumerate(words.split("\n")):
        if at:
            run.add_break()
        run.add_text(line)
    return paragraph


def add_table(made: WordFile, titles: Sequence[str], widths: Sequence[float]) -> Table:
    """Add a table with a header row of ``titles`` that is repeated on each page; ``widths`` are shares of the width."""
    table: Table = made.add_table(rows=1, cols=len(titles))
    table.style = "Table Grid"
    table.autofit = False
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        write(cell.paragraphs[0], title).runs[0].bold = True
        shade(cell)
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  (python-docx has no other way to its XML)
    _widths(table, widths)
    return table


def add_pairs(made: WordFile, pairs: Sequence[tuple[str, str]]) -> Table:
    """Add a table of labels with what they say beside them."""
    table: Table = made.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for label, words in pairs:
        cells = _new_row(table).cells
        write(cells[0].paragraphs[0], label).runs[0].bold = bool(label)
        write(cells[1].paragraphs[0], words)
        shade(cells[0])
    _widths(table, (1, 2))
    return table


def keep_together(table: Table) -> None:
    """Keep a card on one page, where a page can hold it."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def add_row(table: Table, words: Sequence[str]) -> None:
    """Add a row that no page break divides."""
    row = _new_row(table)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for cell, text in zip(row.cells, words, strict=True):
        write(cell.paragraphs[0], text)


def _new_row(table: Table) -> _Row:
    added: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return added


def add_prompt(cell: _Cell, words: str) -> None:
    """Put a content control into a cell: it shows what to write there, and is empty until somebody does."""
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for tag, value in (("w:alias", words), ("w:tag", words.lower().replace(" ", "-"))):
        each = OxmlElement(tag)
        each.set(qn("w:val"), value)
        properties.append(each)
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    content = OxmlElement("w:sdtContent")
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "595959")
    look.append(colour)
    text = OxmlElement("w:t")
    text.text = words
    run.append(look)
    run.append(text)
    content.append(run)
    control.append(properties)
    control.append(content)
    cell.paragraphs[0]._p.append(control)  # noqa: SLF001


def shade(cell: _Cell) -> None:
    """Shade a cell that holds a label."""
    colour = OxmlElement("w:shd")
    colour.set(qn("w:val"), "clear")
    colour.set(qn("w:color"), "auto")
    colour.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(colour)  # noqa: SLF001


def _widths(table: Table, shares: Sequence[float]) -> None:
    whole = Cm(17.0)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(whole * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def bytes_of(made: WordFile) -> bytes:
    """Return the file, the same for the same document: the parts carry no time of their making."""
    first = io.BytesIO()
    made.save(first)
    out = io.BytesIO()
    with zipfile.ZipFile(first) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for part in parts.infolist():
            fixed.writestr(zipfile.ZipInfo(part.filename, _ZIP_FIXED), parts.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
