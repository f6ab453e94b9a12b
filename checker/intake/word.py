"""The reader of Word files: bytes in, blocks with places out. Nothing of the body is lost.

Text is what stands on paper with all changes accepted: tracked insertions and moved-to
words are text; tracked deletions, moved-from, struck-through and hidden words are kept
apart. Fields give their result, not their instruction; a text box is read once, though
the file holds it twice; a content control still at its prompt is empty. Word has no pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from checker.facts import Place
from checker.intake.blocks import Block, Cell, Paragraph, Row, Table, WordDocument
from checker.intake.limits import MAIN_PART, Problem, Refused, read_package
from checker.intake.word_styles import VAL, W, Look, Numbering, Styles, paragraph_look, run_look, whole_number
from checker.intake.yaml_nodes import neutralised

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W[1:-1].encode()
_THROUGH = frozenset("ins moveTo hyperlink smartTag customXml fldSimple dir bdo oMath oMathPara rubyBase sdtContent".split())
_GONE = frozenset(("del", "moveFrom"))
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOLS = {"F0FE": "☒", "F052": "☒", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FC": "✓", "F050": "✓"}
_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml")
_MAX_DEPTH = 60


def read_word(data: bytes, name: str) -> WordDocument:
    """Return the document in a .docx file. ``name`` is the file's name, for places.

    Raises :class:`checker.intake.limits.Refused` if the file is no Word file that can be
    read safely.
    """
    return read_parts(read_package(data, name), name)


def read_parts(parts: Mapping[str, bytes], name: str) -> WordDocument:
    """Return the document in the parts of a package, as :func:`read_word` does."""
    roots = {part: _parsed(parts[part], part, name) for part in parts if part.startswith("word/") and part.endswith(".xml")}
    body = roots[MAIN_PART].find(W + "body")
    if body is None:
        raise Refused(name, [Problem("this is not a Word file (.docx): it has no body")])
    reader = _Reader(name, Styles(roots.get("word/styles.xml")), Numbering(roots.get("word/numbering.xml")))
    blocks = reader.blocks(body)
    headers = [p for part in sorted(roots) if _HEADER.fullmatch(part) for p in _apart(reader, roots[part], watermark=True)]
    notes = _apart_each(reader, roots, ("footnotes", "footnote"), ("endnotes", "endnote"))
    comments = _apart_each(reader, roots, ("comments", "comment"))
    return WordDocument(
        name=name,
        blocks=blocks,
        headers=tuple(headers),
        footnotes=notes,
        comments=comments,
        deleted=tuple(reader.apart["deleted"]),
        struck=tuple(reader.apart["struck"]),
        hidden=tuple(reader.apart["hidden"]),
        unread=tuple(reader.apart["unread"]),
        notes=_notes(reader, headers, notes, comments),
    )


def _parsed(data: bytes, part: str, name: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False, load_dtd=False)
    try:
        root = etree.fromstring(data.replace(_STRICT, _USUAL) if _STRICT in data else data, parser)
    except etree.XMLSyntaxError:
        raise Refused(name, [Problem(f"`{part}` in the file is damaged: it is not well-formed XML")]) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(name, [Problem(f"`{part}` in the file declares XML entities, which no Word file does")])
    return root


def _apart_each(reader: _Reader, roots: Mapping[str, _Element], *kinds: tuple[str, str]) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for part, tag in kinds
        if f"word/{part}.xml" in roots
        for note in roots[f"word/{part}.xml"].iterfind(W + tag)
        if note.get(W + "type", "normal") == "normal"
        for paragraph in _apart(reader, note)
    )


def _apart(reader: _Reader, root: _Element, *, watermark: bool = False) -> Iterator[Paragraph]:
    from checker.intake.blocks import paragraphs  # noqa: PLC0415  (read_parts has a name of its own for them)

    aside = _Reader(reader.name, reader.styles, reader.numbering)
    for paragraph in paragraphs(aside.blocks(root)):
        if paragraph.text.strip():
            yield replace(paragraph, place=Place(reader.name, part="outside the body", words=paragraph.text))
    if watermark:
        for path in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
            words = neutralised(path.get("string", "")).strip()
            if words:
                yield Paragraph(words, Place(reader.name, part="outside the body", words=words))


def _notes(
    reader: _Reader, headers: list[Paragraph], footnotes: tuple[Paragraph, ...], comments: tuple[Paragraph, ...]
) -> tuple[str, ...]:
    told = (
        (len(reader.apart["inserted"]), "tracked insertion: read as text", "tracked insertions: read as text"),
        (len(reader.apart["deleted"]), "tracked deletion: not read as text", "tracked deletions: not read as text"),
        (len(reader.apart["struck"]), "piece of struck-through text: not read as text",
         "pieces of struck-through text: not read as text"),
        (len(reader.apart["hidden"]), "piece of hidden text: not read as text", "pieces of hidden text: not read as text"),
        (len(comments), "paragraph in comments: not read as text", "paragraphs in comments: not read as text"),
        (len(footnotes), "paragraph in footnotes or endnotes: kept apart from the sections",
         "paragraphs in footnotes or endnotes: kept apart from the sections"),
        (len(headers), "line in headers and footers: kept apart from the sections",
         "lines in headers and footers: kept apart from the sections"),
        (reader.prompts, "box still at its prompt: read as empty", "boxes still at their prompt: read as empty"),
        (reader.pictures, "picture: any words in it were not read", "pictures: any words in them were not read"),
        (reader.odd, "paragraph with control or bidirectional characters, made harmless",
         "paragraphs with control or bidirectional characters, made harmless"),
        (len(reader.apart["unread"]), "embedded file that was not read", "embedded files that were not read"),
    )  # fmt: skip
    return tuple(f"{count} {one if count == 1 else many}" for count, one, many in told if count)


@dataclass
class _Line:
    """A paragraph as it is gathered, run by run."""

    words: list[str] = field(default_factory=list)
    apart: dict[str, list[str]] = field(default_factory=dict)
    bold: int = 0
    letters: int = 0
    size: float = 0.0
    boxes: list[_Element] = field(default_factory=list)


class _Reader:
    """Walks the body once, in order; counts paragraphs and tables from 1."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering) -> None:
        self.name = name
        self.styles = styles
        self.numbering = numbering
        self.apart: dict[str, list[Place]] = {k: [] for k in ("inserted", "deleted", "struck", "hidden", "unread")}
        self.prompts = 0
        self.pictures = 0
        self.odd = 0
        self._paragraph = 0
        self._table = 0
        self._here = Place(name)
        self._fields: list[str] = []
        self._contents = 0
        self._box = 0
        self._depth = 0
        self._look = Look()

    def blocks(self, parent: _Element) -> tuple[Block, ...]:
        """Return the blocks in a body, a cell, a text box or a note."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Refused(self.name, [Problem(f"tables and text boxes stand more than {_MAX_DEPTH} deep in each other")])
        found: list[Block] = []
        carried: _Line | None = None
        for element in self._laid_out(parent):
            tag = element.tag
            if tag == W + "p":
                carried = self._read_paragraph(element, found, carried)
            elif tag == W + "tbl":
                found.append(self._read_table(element))
            elif tag == W + "altChunk":
                self.apart["unread"].append(replace(self._here, words="[embedded file]"))
        if carried is not None:
            self._finish(carried, None, found)
        self._depth -= 1
        return tuple(found)

    def _laid_out(self, parent: _Element, wanted: tuple[str, ...] = ("p", "tbl", "altChunk")) -> Iterator[_Element]:
        """Yield the paragraphs, tables, rows or cells in ``parent``, through controls and the marks of changes."""
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            space, _, local = child.tag.rpartition("}")
            if local in wanted:
                if space == W[:-1]:
                    yield child
            elif local == "sdt":
                content, contents = self._control(child)
                self._contents += contents
                if content is not None:
                    yield from self._laid_out(content, wanted)
                self._contents -= contents
            elif local in _THROUGH:
                yield from self._laid_out(child, wanted)
            elif local == "AlternateContent":
                yield from self._laid_out(_chosen(child), wanted)
            elif local in _GONE:
                self._aside("deleted", child)

    def _control(self, control: _Element) -> tuple[_Element | None, int]:
        """Return the content of a control, None if it still shows its prompt, and 1 if it is a list of contents."""
        properties = control.find(W + "sdtPr")
        content = control.find(W + "sdtContent")
        if properties is None:
            return content, 0
        if properties.find(W + "showingPlcHdr") is not None:
            self.prompts += 1
            return (_emptied(content) if content is not None else None), 0
        gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
        return content, int(gallery is not None and "contents" in gallery.get(VAL, "").lower())

    def _read_paragraph(self, element: _Element, found: list[Block], carried: _Line | None) -> _Line | None:
        line = carried or _Line()
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        style = self.styles.get(self.styles.usual_paragraph if named is None else named.get(VAL, ""))
        self._look = style.look.over(self.styles.usual)
        contents = bool(self._contents) or style.name.startswith("toc ") or "contents" in self._fields
        self._paragraph += 1
        self._here = replace(self._here, paragraph=self._paragraph)
        self._words(element, line, self._look)
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            for kind, words in line.apart.items():
                self.apart[kind].append(replace(self._here, words="".join(words)))
            line.apart = {}
            return line
        own = paragraph_look(properties).over(style.look)
        label, level = self._label(own, properties)
        shape = Paragraph(
            "", self._here, label=label, level=level, heading=own.heading or 0, style=style.name,
            contents=contents or "contents" in self._fields, box=bool(self._box),
        )  # fmt: skip
        self._finish(line, shape, found)
        return None

    def _label(self, look: Look, properties: _Element | None) -> tuple[str, int]:
        if look.numbering is None:
            return "", 0
        number, depth = look.numbering
        if not number and properties is not None:
            named = properties.find(W + "pStyle")
            inherited = None if named is None else self.styles.get(named.get(VAL, "")).look.numbering
            number = inherited[0] if inherited else ""
        return (self.numbering.label(number, max(depth, 0)) if number not in ("", "0") else ""), max(depth, 0)

    def _finish(self, line: _Line, shape: Paragraph | None, found: list[Block]) -> None:
        text = "".join(line.words)
        harmless = neutralised(text)
        self.odd += harmless != text
        shape = shape or Paragraph("", self._here, box=bool(self._box))
        place = replace(shape.place, words=harmless)
        bold = line.letters > 0 and line.bold >= line.letters
        found.append(replace(shape, text=harmless, place=place, bold=bold, size=line.size))
        for kind, words in line.apart.items():
            if "".join(words).strip():
                self.apart[kind].append(replace(place, words=neutralised("".join(words))))
        here = self._here
        for box in line.boxes:
            self._box += 1
            found.extend(self.blocks(box))
            self._box -= 1
        self._here = replace(here, paragraph=self._paragraph)

    def _words(self, parent: _Element, line: _Line, look: Look) -> None:
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            local = child.tag.rpartition("}")[2]
            if local == "r":
                self._run(child, line, look)
            elif local == "sdt":
                self._inline_control(child, line, look)
            elif local in _THROUGH:
                if local in ("ins", "moveTo") and child.find(f".//{W}t") is not None:
                    self.apart["inserted"].append(self._here)
                self._words(child, line, look)
            elif local in _GONE:
                line.apart.setdefault("deleted", []).append(_all_words(child))
            elif local == "AlternateContent":
                self._words(_chosen(child), line, look)
            elif local == "ruby":
                self._words(child, line, look)
            elif local not in ("pPr", "t"):
                self._words(child, line, look)
            elif local == "t":
                _add(line, child.text or "", look)

    def _inline_control(self, control: _Element, line: _Line, look: Look) -> None:
        content, _ = self._control(control)
        if content is not None:
            self._words(content, line, look)

    def _run(self, run: _Element, line: _Line, paragraph_style: Look) -> None:
        properties = run.find(W + "rPr")
        look = paragraph_style
        if properties is not None:
            look = run_look(properties)
            named = properties.find(W + "rStyle")
            if named is not None:
                look = look.over(self.styles.get(named.get(VAL, "")).look)
            look = look.over(paragraph_style)
        for child in run:
            if not isinstance(child.tag, str):
                continue
            local = child.tag.rpartition("}")[2]
            if local == "t":
                self._text(line, child.text or "", look)
            elif local in _BREAKS:
                self._text(line, _BREAKS[local], look)
            elif local == "fldChar":
                self._field(child, line, look)
            elif local == "instrText" and self._fields and self._fields[-1] == "instruction":
                if (child.text or "").split()[:1] == ["TOC"]:
                    self._fields[-1] = "instruction of contents"
            elif local == "sym":
                self._text(line, _symbol(child), look)
            elif local == "delText":
                line.apart.setdefault("deleted", []).append(child.text or "")
            elif local in ("drawing", "pict", "object", "AlternateContent"):
                self._drawn(child, line, look)
            elif local == "ruby":
                self._words(child, line, look)

    def _text(self, line: _Line, text: str, look: Look) -> None:
        if any(each.startswith("instruction") for each in self._fields):
            return
        if look.hidden or look.struck:
            line.apart.setdefault("hidden" if look.hidden else "struck", []).append(text)
        else:
            _add(line, text, look)

    def _field(self, mark: _Element, line: _Line, look: Look) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append("instruction")
            form = mark.find(W + "ffData")
            shown = "" if form is None else _form_field(form)
            if shown:
                _add(line, shown, look)
        elif kind == "separate" and self._fields:
            self._fields[-1] = "contents" if self._fields[-1] == "instruction of contents" else "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, element: _Element, line: _Line, look: Look) -> None:
        chosen = _chosen(element) if element.tag.endswith("}AlternateContent") else element
        boxes = list(_boxes(chosen))
        line.boxes.extend(boxes)
        if boxes:
            return
        if chosen is not element and chosen.find(f".//{W}t") is not None:
            self._words(chosen, line, look)
        else:
            self.pictures += 1

    def _aside(self, kind: str, element: _Element) -> None:
        words = _all_words(element)
        if words.strip():
            self.apart[kind].append(replace(self._here, words=neutralised(words)))

    def _read_table(self, element: _Element) -> Table:
        self._table += 1
        outside, number = self._here, self._table
        self._here = Place(self.name, table=number, paragraph=self._paragraph)
        place = self._here
        rows: list[tuple[list[_Open], bool]] = []
        above: dict[int, _Open] = {}
        for tr in self._laid_out(element, ("tr",)):
            properties = tr.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self._aside("deleted", tr)
                continue
            cells = self._read_row(tr, len(rows) + 1, number, above)
            rows.append((cells, properties is not None and properties.find(W + "tblHeader") is not None))
        self._here = replace(outside, paragraph=self._paragraph)
        made = tuple(
            Row(tuple(cell.made() for cell in cells), at, header) for at, (cells, header) in enumerate(rows, start=1)
        )
        width = max((c.column + c.columns - 1 for row in made for c in row.cells), default=0)
        return Table(made, place, width)

    def _read_row(self, tr: _Element, row: int, table: int, above: dict[int, _Open]) -> list[_Open]:
        properties = tr.find(W + "trPr")
        before = None if properties is None else properties.find(W + "gridBefore")
        column = 1 + (0 if before is None else whole_number(before.get(VAL)))
        cells: list[_Open] = []
        for tc in self._laid_out(tr, ("tc",)):
            settings = tc.find(W + "tcPr")
            span = merge = beside = None
            if settings is not None:
                span, merge, beside = (settings.find(W + name) for name in ("gridSpan", "vMerge", "hMerge"))
                if settings.find(W + "cellDel") is not None:
                    self._aside("deleted", tc)
                    continue
            width = min(max(1 if span is None else whole_number(span.get(VAL), 1), 1), 200)
            joined = beside is not None and beside.get(VAL, "continue") == "continue" and bool(cells)
            start = cells[-1].column if joined else column
            self._here = Place(self.name, table=table, row=row, column=start, paragraph=self._paragraph)
            place = self._here
            blocks = self.blocks(tc)
            if joined:
                cells[-1].columns += width
                cells[-1].blocks.extend(blocks)
            elif merge is not None and merge.get(VAL, "continue") == "continue" and column in above:
                owner = above[column]
                owner.rows = row - owner.row + 1
                owner.blocks.extend(b for b in blocks if isinstance(b, Table) or b.text.strip())
            else:
                cells.append(_Open(list(blocks), replace(place, paragraph=place.paragraph + 1), row, column, width))
                above[column] = cells[-1]
            column += width
        return cells


@dataclass
class _Open:
    """A cell that rows below may still reach into."""

    blocks: list[Block]
    place: Place
    row: int
    column: int
    columns: int
    rows: int = 1

    def made(self) -> Cell:
        """Return the cell as it stands."""
        words = Cell(tuple(self.blocks), self.place, self.row, self.column).text
        return Cell(tuple(self.blocks), replace(self.place, words=words), self.row, self.column, self.columns, self.rows)


def _add(line: _Line, text: str, look: Look) -> None:
    line.words.append(text)
    letters = len(text.strip())
    if letters:
        line.letters += letters
        line.bold += letters if look.bold else 0
        line.size = max(line.size, look.size or 0.0)


def _chosen(alternate: _Element) -> _Element:
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
            yield from _boxes(_chosen(child))
        else:
            yield from _boxes(child)


def _emptied(content: _Element) -> _Element:
    """Return a copy of a control's content, paragraphs, rows and cells kept, without the prompt's words."""
    copy: _Element = etree.fromstring(etree.tostring(content))
    for text in list(copy.iter(W + "t")):
        text.text = ""
    return copy


def _all_words(element: _Element) -> str:
    texts: Iterable[_Element] = element.iter(W + "t", W + "delText", W + "tab", W + "p")
    return "".join((t.text or "") if t.tag in (W + "t", W + "delText") else " " for t in texts)


def _symbol(element: _Element) -> str:
    code = element.get(W + "char", "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(int(code, 16)) if re.fullmatch("[0-9A-F]{4}", code) and not code.startswith("D") else "\N{REPLACEMENT CHARACTER}"


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
