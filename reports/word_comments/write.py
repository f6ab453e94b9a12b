"""The officer's own Word file, returned with comments and a first page, and otherwise as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from checker.intake.limits import MAIN_PART, read_package
from checker.intake.word.body import BodyReader
from checker.intake.word.read import open_parts
from checker.intake.word.styles import W
from checker.intake.word.text import AUTHOR
from checker.left_in_file import Trace
from checker.result import Check
from reports.spans import visible
from reports.statement import statement
from reports.word_comments.comments import Comment, comments_on
from reports.word_comments.first_page import PageLine, put_first, run, take_away
from reports.word_comments.marks import mark, mark_paragraph, span_of, unmark
from reports.word_comments.package import open_package, to_bytes, with_comments_part
from reports.word_comments.page_lines import page_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEAR = 12
"""How many paragraphs on the words of a row are looked for."""
_SURE = 20
"""How many characters of words are enough to know them by in another paragraph."""
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W[1:-1].encode()


def commented(data: bytes, check: Check) -> bytes:
    """Return the Word file of the document under test with the comments of its check.

    ``data`` is the file as it was read. Comments and a first page of an earlier check are
    replaced; those of other people stay. Raises :class:`checker.intake.limits.Refused` if
    the file cannot be read.
    """
    report = statement(_without_earlier(check))
    comments = comments_on(report, check)
    return with_comments(data, report.head.file, comments, page_lines(report, comments), check.as_at.isoformat())


def _without_earlier(check: Check) -> Check:
    """Leave out that an earlier check is still in the file: this one takes its place."""
    before = check.before_sending
    if before is None:
        return check
    kept = tuple(each for each in before.reminders if each.kind != Trace.EARLIER_CHECK)
    return replace(check, before_sending=replace(before, reminders=kept))


def with_comments(data: bytes, name: str, comments: Sequence[Comment], lines: Sequence[PageLine], day: str) -> bytes:
    """Return a Word file with comments, dated ``day``, and a first page of ``lines``."""
    package = open_package(data)
    parts = read_package(data, name)
    strict = _STRICT in parts[MAIN_PART]
    opened = open_parts(parts, name)
    root = opened.roots[MAIN_PART]
    body = root.find(W + "body")
    part, changed = with_comments_part(package)
    held = _comments_root(package.parts.get(part))
    ours = frozenset(str(each.get(W + "id")) for each in held if each.get(W + "author") == AUTHOR)
    for each in [each for each in held if each.get(W + "id") in ours]:
        held.remove(each)
    if body is None:
        return data
    unmark(body, ours)
    take_away(body)
    number = _first_number(held, root)
    for comment in comments:
        _hang(comment, number, opened.reader, root)
        held.append(_comment(comment, number, day))
        number += 1
    put_first(body, lines)
    changed |= {package.body: to_bytes(root), part: to_bytes(held)}
    if strict:
        changed |= {each: changed[each].replace(_USUAL, _STRICT) for each in (package.body, part)}
    return package.written(changed)


def _hang(comment: Comment, number: int, reader: BodyReader, root: _Element) -> None:
    """Hang a comment on its words; on the paragraph, or the nearest before it, where there is nothing to hang it on."""
    at, words = comment.place.paragraph, comment.place.words
    longest = max(words.split("\n"), key=len)
    for near in range(at, at + _NEAR):
        # The place of an item is its row's, and its words may stand some cells on.
        wanted = words if near == at else longest
        pieces = reader.sources.get(near)
        if not pieces or not _is_in(pieces[0][0], root) or not span_of(pieces, wanted):
            continue
        # A few letters may stand in several cells; as all the words of a later one they are known again.
        if near == at or len(wanted) >= _SURE or _plain("".join(text for _, text in pieces)) == _plain(wanted):
            mark(pieces, wanted, number)
            return
    pieces = reader.sources.get(at)
    if pieces and _is_in(pieces[0][0], root):
        mark(pieces, "", number)
        return
    # A box still at its prompt is read from a copy: its paragraph is no part of the file.
    numbers = [each for each in reader.elements if each <= at and _is_in(reader.elements[each], root)]
    mark_paragraph(reader.elements[max(numbers, default=min(reader.elements))], number)


def _plain(words: str) -> str:
    return "".join(words.split())


def _is_in(element: _Element, root: _Element) -> bool:
    return element.getroottree().getroot() is root


def _comments_root(part: bytes | None) -> _Element:
    if part is None:
        return etree.Element(W + "comments", nsmap={"w": W[1:-1]})
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(part.replace(_STRICT, _USUAL), parser)


def _first_number(held: _Element, root: _Element) -> int:
    marks = [*held.iter(W + "comment"), *root.iter(W + "commentRangeStart", W + "commentReference")]
    numbers = [int(each.get(W + "id", "0")) for each in marks if each.get(W + "id", "0").isdigit()]
    return max(numbers, default=-1) + 1


def _comment(comment: Comment, number: int, day: str) -> _Element:
    made = etree.Element(W + "comment")
    for name, value in (("id", str(number)), ("author", AUTHOR), ("date", f"{day}T00:00:00Z"), ("initials", "sc")):
        made.set(W + name, value)
    for at, line in enumerate(comment.lines):
        paragraph = etree.SubElement(made, W + "p")
        if not at:
            reference = etree.SubElement(paragraph, W + "r")
            etree.SubElement(reference, W + "annotationRef")
        words = run(visible(line))
        if not at:
            bold = etree.Element(W + "rPr")
            etree.SubElement(bold, W + "b")
            words.insert(0, bold)
        paragraph.append(words)
    return made
