"""The reader of Word files: bytes in, blocks with places out. Nothing of the body is lost.

Text is what stands on paper with all changes accepted: tracked insertions and moved-to
words are text; tracked deletions, moved-from, struck-through and hidden words are kept
apart. Fields give their result, not their instruction; a text box is read once, though
the file holds it twice; a content control still at its prompt is empty. Word has no pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from checker.facts import Place
from checker.intake.blocks import KEPT_APART, Block, Document, Paragraph, paragraphs
from checker.intake.limits import MAIN_PART, Problem, Refused, read_package
from checker.intake.word.body import BodyReader
from checker.intake.word.styles import Numbering, Styles, W
from checker.intake.word.text import AUTHOR
from checker.intake.yaml_nodes import neutralised
from checker.left_in_file import Left, Trace

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W[1:-1].encode()
_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_word(data: bytes, name: str) -> Document:
    """Return the document in a .docx file. ``name`` is the file's name, for places.

    Raises :class:`checker.intake.limits.Refused` if the file is no Word file that can be
    read safely.
    """
    return read_parts(read_package(data, name), name)


@dataclass(frozen=True)
class Opened:
    """A Word file opened: its parts as trees, the reader that walked the body, and the body's blocks."""

    roots: Mapping[str, _Element]
    reader: BodyReader
    blocks: tuple[Block, ...]


def open_parts(parts: Mapping[str, bytes], name: str) -> Opened:
    """Return the trees of a package's parts and what stands in its body.

    Raises :class:`checker.intake.limits.Refused` as :func:`read_word` does.
    """
    roots = {
        part: _parsed(parts[part], part, name) for part in parts if part.startswith("word/") and part.endswith(".xml")
    }
    body = roots[MAIN_PART].find(W + "body")
    if body is None:
        raise Refused(name, [Problem("this is not a Word file (.docx): it has no body")])
    styles, numbering = Styles(roots.get("word/styles.xml")), Numbering(roots.get("word/numbering.xml"))
    reader = BodyReader(name, styles, numbering, fields_close=_fields_close(body))
    return Opened(roots, reader, reader.blocks(body))


def read_parts(parts: Mapping[str, bytes], name: str) -> Document:
    """Return the document in the parts of a package, as :func:`read_word` does."""
    opened = open_parts(parts, name)
    roots, reader, blocks = opened.roots, opened.reader, opened.blocks
    header_parts = [part for part in sorted(roots) if _HEADER.fullmatch(part)]
    headers = [line for part in header_parts for line in _apart(reader, roots[part], watermark=True)]
    notes = _apart_each(reader, roots, ("footnotes", "footnote"), ("endnotes", "endnote"))
    comments = _apart_each(reader, roots, ("comments", "comment"))
    return Document(
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
        left=_left(reader, roots, comments),
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


def _apart_each(reader: BodyReader, roots: Mapping[str, _Element], *kinds: tuple[str, str]) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for part, tag in kinds
        if f"word/{part}.xml" in roots
        for note in roots[f"word/{part}.xml"].iterfind(W + tag)
        if note.get(W + "type", "normal") == "normal" and not _is_ours(note)
        for paragraph in _apart(reader, note)
    )


def _is_ours(note: _Element) -> bool:
    return bool(note.get(W + "author") == AUTHOR)


def _left(reader: BodyReader, roots: Mapping[str, _Element], comments: tuple[Paragraph, ...]) -> tuple[Left, ...]:
    """Return what was left in the file that its readers should not see."""
    held = roots.get("word/comments.xml")
    ours = held is not None and any(_is_ours(each) for each in held)
    found = [Left(Trace.EARLIER_CHECK, Place(reader.name))] if ours or reader.text.first_pages else []
    for trace, kind in (
        (Trace.HIDDEN, "hidden"),
        (Trace.CHANGE, "inserted"),
        (Trace.CHANGE, "deleted"),
        (Trace.HIGHLIGHT, "highlighted"),
        (Trace.PROMPT, "prompt"),
    ):
        found += [Left(trace, place) for place in reader.apart[kind]]
    return (*found, *(Left(Trace.COMMENT, each.place) for each in comments))


def _apart(reader: BodyReader, root: _Element, *, watermark: bool = False) -> Iterator[Paragraph]:
    aside = BodyReader(reader.name, reader.styles, reader.numbering, fields_close=_fields_close(root))
    for paragraph in paragraphs(aside.blocks(root)):
        if paragraph.text.strip():
            yield replace(paragraph, place=Place(reader.name, part="outside the body", words=paragraph.text))
    if watermark:
        for path in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
            words = neutralised(path.get("string", "")).strip()
            if words:
                yield Paragraph(words, Place(reader.name, part="outside the body", words=words))


def _notes(
    reader: BodyReader, headers: list[Paragraph], footnotes: tuple[Paragraph, ...], comments: tuple[Paragraph, ...]
) -> tuple[str, ...]:
    told = (
        (len(reader.apart["inserted"]), "tracked insertion", "tracked insertions", "read as text"),
        (len(reader.apart["deleted"]), "tracked deletion", "tracked deletions", "not read as text"),
        (
            len(reader.apart["struck"]),
            "piece of struck-through text",
            "pieces of struck-through text",
            "not read as text",
        ),
        (len(reader.apart["hidden"]), "piece of hidden text", "pieces of hidden text", "not read as text"),
        (len(comments), "paragraph in comments", "paragraphs in comments", "not read as text"),
        (len(footnotes), "paragraph in footnotes", "paragraphs in footnotes", KEPT_APART),
        (len(headers), "line in headers and footers", "lines in headers and footers", KEPT_APART),
        (reader.text.prompts, "box still at its prompt", "boxes still at their prompt", "read as empty"),
        (reader.text.first_pages, "page of an earlier check", "pages of earlier checks", "left out"),
        (reader.text.pictures, "picture", "pictures", "any words in it were not read"),
        (
            reader.odd,
            "paragraph with control or bidirectional characters",
            "paragraphs with control or bidirectional characters",
            "made harmless",
        ),
        (len(reader.apart["unread"]), "embedded file", "embedded files", "not read"),
    )
    return tuple(f"{count} {one if count == 1 else many}: {done}" for count, one, many, done in told if count)


def _fields_close(root: _Element) -> bool:
    """Return whether every field that begins also ends; one that does not would swallow the rest of the file."""
    kinds = [mark.get(W + "fldCharType") for mark in root.iter(W + "fldChar")]
    return kinds.count("begin") == kinds.count("end")
