"""Tiny Word files made of XML by hand, so that each test shows the very marks it is about."""

from __future__ import annotations

import io
import zipfile

from checker.intake.blocks import Document, Paragraph, paragraphs
from checker.intake.plan.reading import PlanReading, read_plan
from checker.intake.word.read import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    "</Relationships>"
)
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    + "".join(
        f"<w:style w:type='paragraph' w:styleId='H{n}'><w:name w:val='heading {n}'/><w:basedOn w:val='Normal'/>"
        f"<w:rPr><w:b/><w:sz w:val='{36 - 4 * n}'/></w:rPr></w:style>"
        for n in (1, 2, 3)
    )
    + "<w:style w:type='paragraph' w:styleId='Toc1'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Council head'/><w:basedOn w:val='H1'/></w:style>"
)


def root(tag: str, inside: str) -> str:
    """Return a part with the root ``tag`` and all name spaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_SPACES}>{inside}</w:{tag}>'


def docx(body: str, space: str = W, **parts: str) -> bytes:
    """Return a .docx with this body; ``parts`` are further parts by name (``numbering="…"``), inside their roots.

    ``space`` is the name space of the words.
    """
    made = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": root("styles", STYLES),
    }
    tags = {"header1": "hdr", "footer1": "ftr"}
    for name, inside in parts.items():
        made[f"word/{name}.xml"] = root(tags.get(name, name), inside)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in made.items():
            archive.writestr(name, text.replace(W, space))
    return buffer.getvalue()


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """Return a paragraph; plain text is put in a run."""
    inside = content if content.startswith("<") or not content else r(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def h1(text: str) -> str:
    """Return a first heading."""
    return p(text, "H1")


def h2(text: str) -> str:
    """Return a second heading."""
    return p(text, "H2")


def tc(content: str, properties: str = "") -> str:
    """Return a cell; plain text is put in a paragraph a line."""
    inside = content if content.startswith("<") else "".join(p(line) for line in content.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row; cells that are plain text are made."""
    made = "".join(cell if cell.startswith(("<w:tc>", "<w:sdt>")) else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def read(body: str, **parts: str) -> Document:
    """Return the document with this body, as read."""
    return read_word(docx(body, **parts), "plan.docx")


def plan(body: str, **parts: str) -> PlanReading:
    """Return what a plan with this body says."""
    return read_plan(read(body, **parts))


def texts(document: Document) -> list[str]:
    """Return the words of every paragraph that has some."""
    return [line.text for line in lines(document)]


def lines(document: Document) -> list[Paragraph]:
    """Return every paragraph that has words."""
    return [line for line in paragraphs(document.blocks) if line.text.strip()]
