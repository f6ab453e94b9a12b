"""The words of a paragraph of Word, run by run: what is text, and what is kept apart.

Text is what stands on paper with all changes accepted. Fields give their result, a text
box is put aside to be read once, a content control still at its prompt is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from checker.intake.word.styles import VAL, Look, Styles, W, run_look, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

THROUGH = frozenset(
    (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "oMath",
        "oMathPara",
        "rubyBase",
        "sdtContent",
    )
)
"""Elements that only wrap what is text."""
GONE = frozenset(("del", "moveFrom"))
"""Elements that wrap what is deleted."""
AUTHOR = "sendcheck"
"""The author of the comments a check puts in a plan it returns."""
FIRST_PAGE = "sendcheck-first-page"
"""The tag of the content control around the page a check puts before a plan it returns with comments."""
_BRIGHT = ("FFFF00", "00FF00", "00FFFF", "FF00FF")
"""Shades that no form is printed in: those of a highlighter pen."""
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOLS = {"F0FE": "☒", "F052": "☒", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FC": "✓", "F050": "✓"}


@dataclass
class Gathered:
    """A paragraph as it is gathered: its words, what is kept apart by kind, its look, its text boxes."""

    words: list[str] = field(default_factory=list)
    apart: dict[str, list[str]] = field(default_factory=dict)
    bold: int = 0
    letters: int = 0
    size: float = 0.0
    boxes: list[_Element] = field(default_factory=list)
    inserted: int = 0
    sources: list[tuple[_Element, str]] = field(default_factory=list)
    """The words again, each piece with the element of the file it stands in."""

    def add(self, text: str, look: Look, source: _Element) -> None:
        """Add words that are text, and stand in ``source``."""
        self.words.append(text)
        self.sources.append((source, text))
        letters = len(text.strip())
        if letters:
            self.letters += letters
            self.bold += letters if look.bold else 0
            self.size = max(self.size, look.size or 0.0)

    def put_apart(self, kind: str, text: str) -> None:
        """Keep words apart: deleted, struck or hidden."""
        self.apart.setdefault(kind, []).append(text)


class TextReader:
    """Gathers words; remembers, from paragraph to paragraph, which fields are open."""

    def __init__(self, styles: Styles, *, fields_close: bool) -> None:
        """``fields_close`` says that every field of the file ends; if not, none may swallow words."""
        self._styles = styles
        self._fields_close = fields_close
        self._fields: list[str] = []
        self.prompts = 0
        self.pictures = 0
        self.first_pages = 0

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return "contents" in self._fields

    def gather(self, parent: _Element, line: Gathered, look: Look) -> None:
        """Add to ``line`` what stands in ``parent``; ``look`` is the look of the paragraph."""
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            local = child.tag.rpartition("}")[2]
            if local == "r":
                self._run(child, line, look)
            elif local == "sdt":
                self._inline_control(child, line, look)
            elif local in THROUGH:
                line.inserted += local in ("ins", "moveTo") and child.find(f".//{W}t") is not None
                self.gather(child, line, look)
            elif local in GONE:
                line.put_apart("deleted", all_words(child))
            elif local == "AlternateContent":
                self.gather(chosen(child), line, look)
            elif local == "t":
                line.add(child.text or "", look, child)
            elif local != "pPr":
                self.gather(child, line, look)

    def _inline_control(self, control: _Element, line: Gathered, look: Look) -> None:
        content = self.control(control)
        if content is not None:
            self.gather(content, line, look)

    def _run(self, run: _Element, line: Gathered, paragraph_style: Look) -> None:
        properties = run.find(W + "rPr")
        look = paragraph_style
        if properties is not None:
            look = run_look(properties)
            named = properties.find(W + "rStyle")
            if named is not None:
                look = look.over(self._styles.get(named.get(VAL, "")).look)
            look = look.over(paragraph_style)
        at = len(line.words)
        for child in run:
            if isinstance(child.tag, str):
                self._in_run(child, line, look)
        if properties is not None and len(line.words) > at and _is_marked(properties):
            line.put_apart("highlighted", "".join(line.words[at:]))

    def _in_run(self, child: _Element, line: Gathered, look: Look) -> None:
        local = child.tag.rpartition("}")[2]
        if local in ("t", "sym"):
            self._text(line, (child.text or "") if local == "t" else _symbol(child), look, child)
        elif local in _BREAKS:
            self._text(line, _BREAKS[local], look, child)
        elif local == "fldChar":
            self._field(child, line, look)
        elif local == "instrText" and self._fields and self._fields[-1] == "instruction":
            if (child.text or "").split()[:1] == ["TOC"]:
                self._fields[-1] = "instruction of contents"
        elif local == "delText":
            line.put_apart("deleted", child.text or "")
        elif local in ("drawing", "pict", "object", "AlternateContent"):
            self._drawn(child, line, look)
        elif local == "ruby":
            self.gather(child, line, look)

    def _text(self, line: Gathered, text: str, look: Look, source: _Element) -> None:
        if any(each.startswith("instruction") for each in self._fields):
            return
        if look.hidden or look.struck:
            line.put_apart("hidden" if look.hidden else "struck", text)
        else:
            line.add(text, look, source)

    def _field(self, mark: _Element, line: Gathered, look: Look) -> None:
        kind = mark.get(W + "fldCharType") if self._fields_close else "none"
        if kind == "begin":
            self._fields.append("instruction")
            form = mark.find(W + "ffData")
            shown = "" if form is None else _form_field(form)
            if shown:
                line.add(shown, look, mark)
        elif kind == "separate" and self._fields:
            self._fields[-1] = "contents" if self._fields[-1] == "instruction of contents" else "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, element: _Element, line: Gathered, look: Look) -> None:
        branch = chosen(element) if element.tag.endswith("}AlternateContent") else element
        boxes = list(_boxes(branch))
        line.boxes.extend(boxes)
        if boxes:
            return
        if branch is not element and branch.find(f".//{W}t") is not None:
            self.gather(branch, line, look)
        else:
            self.pictures += 1

    def control(self, control: _Element) -> _Element | None:
        """Return the content of a content control, without its words if it still shows its prompt."""
        properties = control.find(W + "sdtPr")
        content = control.find(W + "sdtContent")
        if is_first_page(control):
            self.first_pages += 1
            return None
        if content is not None and properties is not None and properties.find(W + "showingPlcHdr") is not None:
            self.prompts += 1
            return _emptied(content)
        return content


def _is_marked(properties: _Element) -> bool:
    """Return whether run properties mark words as with a highlighter pen, or shade them in its colour."""
    pen = properties.find(W + "highlight")
    if pen is not None:
        return pen.get(VAL, "none") not in ("none", "white")
    shade = properties.find(W + "shd")
    return shade is not None and shade.get(W + "fill", "").upper() in _BRIGHT


def is_first_page(control: _Element) -> bool:
    """Return whether a content control holds a first page that a check wrote, which is no part of the plan."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return tag is not None and tag.get(VAL) == FIRST_PAGE


def chosen(alternate: _Element) -> _Element:
    """Return the branch of an alternate that Word shows: the first that holds words, else the first."""
    branches = [b for b in alternate if isinstance(b.tag, str)]
    for branch in branches:
        if branch.find(f".//{W}t") is not None:
            return branch
    return branches[0] if branches else alternate


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        local = child.tag.rpartition("}")[2]
        if local == "txbxContent":
            yield child
        elif local == "AlternateContent":
            yield from _boxes(chosen(child))
        else:
            yield from _boxes(child)


def _emptied(content: _Element) -> _Element:
    """Return a copy of a control's content, paragraphs, rows and cells kept, without the prompt's words."""
    copy: _Element = etree.fromstring(etree.tostring(content))
    for text in list(copy.iter(W + "t")):
        text.text = ""
    return copy


def all_words(element: _Element) -> str:
    """Return all the words in an element, deleted ones too."""
    texts: Iterable[_Element] = element.iter(W + "t", W + "delText", W + "tab", W + "p")
    return "".join((t.text or "") if t.tag in (W + "t", W + "delText") else " " for t in texts)


def _symbol(element: _Element) -> str:
    code = element.get(W + "char", "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return (
        chr(int(code, 16))
        if re.fullmatch("[0-9A-F]{4}", code) and not code.startswith("D")
        else "\N{REPLACEMENT CHARACTER}"
    )


def _form_field(form: _Element) -> str:
    """Return what an old form field shows: a box ticked or not, or the entry chosen from its list."""
    box = form.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return "☒" if state is not None and state.get(VAL, "1") not in ("0", "false") else "☐"
    choices = form.find(W + "ddList")
    if choices is None:
        return ""
    entries = [e.get(VAL, "") for e in choices.iterfind(W + "listEntry")]
    result = choices.find(W + "result")
    at = 0 if result is None else whole_number(result.get(VAL))
    return entries[at] if at < len(entries) else ""
