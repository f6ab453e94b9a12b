"""The first page of a plan that comes back with comments: a list of them, in a block that is no part of the plan.

It stands in one content control with a tag of its own, so that the reader leaves it out
and a later check replaces it. Its look is its own: it leans on none of the file's styles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from checker.intake.word.styles import VAL, W
from checker.intake.word.text import FIRST_PAGE, is_first_page

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONT = "Arial"
_BOLD = ("title", "heading", "name")
_SIZES = {"title": 32, "heading": 24, "name": 20, "line": 20, "quiet": 18}
"""In half points."""
_AFTER = {"title": 120, "heading": 60, "name": 40, "line": 60, "quiet": 60}
_BEFORE = {"title": 0, "heading": 200, "name": 120, "line": 0, "quiet": 0}
"""In twentieths of a point."""


@dataclass(frozen=True)
class PageLine:
    """A line of the first page: its words, and whether it is a title, a heading, a name, a line or a quiet one."""

    words: str
    kind: str = "line"


def put_first(body: _Element, lines: Sequence[PageLine]) -> None:
    """Put a first page of ``lines`` before everything in a body, with a page break after it."""
    control = etree.Element(W + "sdt")
    properties = etree.SubElement(control, W + "sdtPr")
    etree.SubElement(properties, W + "alias").set(VAL, "sendcheck: first page")
    etree.SubElement(properties, W + "tag").set(VAL, FIRST_PAGE)
    content = etree.SubElement(control, W + "sdtContent")
    # LibreOffice takes the look from the first paragraph of a control, so that one is left empty.
    content.append(paragraph(PageLine("", "quiet")))
    for line in lines:
        content.append(paragraph(line))
    last = etree.SubElement(etree.SubElement(content, W + "p"), W + "r")
    etree.SubElement(last, W + "br").set(W + "type", "page")
    body.insert(0, control)


def take_away(body: _Element) -> None:
    """Take away the first page of an earlier check."""
    for control in [each for each in body.iterchildren(W + "sdt") if is_first_page(each)]:
        body.remove(control)


def paragraph(line: PageLine) -> _Element:
    """Return a paragraph that looks the same in any document."""
    made = etree.Element(W + "p")
    settings = etree.SubElement(made, W + "pPr")
    if line.kind in _BOLD:
        etree.SubElement(settings, W + "keepNext")
    # Numbering and frames that a default style of the file may bring are turned off.
    numbering = etree.SubElement(settings, W + "numPr")
    etree.SubElement(numbering, W + "numId").set(VAL, "0")
    spacing = etree.SubElement(settings, W + "spacing")
    spacing.set(W + "before", str(_BEFORE[line.kind]))
    spacing.set(W + "after", str(_AFTER[line.kind]))
    spacing.set(W + "line", "264")
    spacing.set(W + "lineRule", "auto")
    indent = etree.SubElement(settings, W + "ind")
    indent.set(W + "left", "0")
    indent.set(W + "firstLine", "0")
    etree.SubElement(settings, W + "jc").set(VAL, "left")
    for at, words in enumerate(line.words.split("\n")):
        made.append(run(words, line.kind, after_break=bool(at)))
    return made


def run(words: str, kind: str = "", *, after_break: bool = False) -> _Element:
    """Return a run of words; with a ``kind``, in the look of the first page."""
    made = etree.Element(W + "r")
    if kind:
        look = etree.SubElement(made, W + "rPr")
        fonts = etree.SubElement(look, W + "rFonts")
        for name in ("ascii", "hAnsi", "cs"):
            fonts.set(W + name, _FONT)
        etree.SubElement(look, W + "b").set(VAL, "1" if kind in _BOLD else "0")
        etree.SubElement(look, W + "i").set(VAL, "0")
        etree.SubElement(look, W + "color").set(VAL, "404040" if kind == "quiet" else "1F2A44")
        for name in ("sz", "szCs"):
            etree.SubElement(look, W + name).set(VAL, str(_SIZES[kind]))
    if after_break:
        etree.SubElement(made, W + "br")
    text = etree.SubElement(made, W + "t")
    text.set(_SPACE, "preserve")
    text.text = words
    return made
