"""The reader of PDF files: the tag tree first, then ruled cells, then lines.

A file is opened in a child process (:mod:`checker.intake.pdf.child`); what stands on its
pages comes back as words with their places. Running heads and feet, words struck through
and words nobody can see are kept apart, as in a Word file. A page that is a picture is said
to have no text, and nothing is called missing because of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from checker.facts import Place
from checker.intake.blocks import KEPT_APART, Document, Paragraph
from checker.intake.limits import Problem, Refused
from checker.intake.pdf.child import opened
from checker.intake.pdf.drafts import Draft, TextDraft
from checker.intake.pdf.layout import Setting, body_size, drafts_on, setting_of
from checker.intake.pdf.notes import without_marks, without_notes
from checker.intake.pdf.numbered import Numberer
from checker.intake.pdf.pages import Page, Word, joined, pages_of
from checker.intake.pdf.placed import placed
from checker.intake.pdf.running import without_running
from checker.intake.pdf.tags import are_believed, tagged_drafts
from checker.intake.pdf.whole import over_pages

_APART = "outside the body"
_FEW = 20
"""How many words, running heads and feet apart, a picture of a page may have set on it: a stamp, a number, a name."""


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document in a PDF file. ``name`` is the file's name, for places.

    Raises :class:`checker.intake.limits.Refused` if the file cannot be opened within the
    limits, or if none of its pages has text.
    """
    found = opened(data, name)
    pages = pages_of(found)
    if not any(page.words for page in pages):
        raise Refused(name, [Problem(_why_nothing(pages))])
    body = body_size(pages)
    seen = [_seen(page) for page in pages]
    believed = are_believed(seen)
    seen, heads = without_running(seen, body)
    scanned = frozenset(page.number for page in seen if page.pictured and not page.layered and len(page.words) < _FEW)
    if all(page.broken or page.number in scanned for page in pages):
        raise Refused(name, [Problem(_why_nothing(pages))])
    drafts: list[list[Draft]] = []
    setting = Setting(body) if believed else setting_of(seen, body)
    for page in seen:
        if believed:
            held, rest = tagged_drafts(without_marks(page, tagged_drafts(page)[0]))
            drafts.append([*placed(held, page), *drafts_on(replace(page, words=tuple(rest), rules=()), setting)])
        else:
            kept, below = without_notes(page, body)
            drafts.append([*drafts_on(kept, setting), *below])
    return _document(
        name, found, pages, over_pages([_texts(each) for each in drafts]), _notes_in(drafts), heads, scanned
    )


def _why_nothing(pages: Sequence[Page]) -> str:
    if all(page.broken for page in pages):
        return "the file is damaged: none of its pages can be read"
    pictures = any(page.pictured for page in pages)
    what = "its pages are pictures of text, which were not read" if pictures else "there is nothing on its pages"
    return f"the file has no text: {what}; ask for the Word file, or for a PDF with text in it"


def _seen(page: Page) -> Page:
    return replace(page, words=tuple(word for word in page.words if not word.hidden and not word.struck))


def _texts(drafts: Sequence[Draft]) -> list[Draft]:
    return [each for each in drafts if not (isinstance(each, TextDraft) and each.note)]


def _notes_in(drafts: Sequence[Sequence[Draft]]) -> list[TextDraft]:
    return [each for page in drafts for each in page if isinstance(each, TextDraft) and each.note]


def _document(
    name: str,
    found: dict[str, Any],
    pages: Sequence[Page],
    drafts: Sequence[Draft],
    notes: Sequence[TextDraft],
    heads: Sequence[str],
    scanned: frozenset[int],
) -> Document:
    struck = [place for page in pages for place in _apart(name, page, [w for w in page.words if w.struck])]
    hidden = [place for page in pages for place in _apart(name, page, [w for w in page.words if w.hidden])]
    comments = tuple(
        Paragraph(words, Place(name, part=_APART, page=page.number, words=words))
        for page in pages
        for words in page.comments
    )
    unread = tuple(
        Place(name, page=page.number, words="[damaged page]" if page.broken else f"[page {page.number} is a picture]")
        for page in pages
        if page.broken or page.number in scanned
    )
    footnotes = tuple(Paragraph(each.text, Place(name, part=_APART, page=each.page, words=each.text)) for each in notes)
    return Document(
        name=name,
        blocks=Numberer(name).blocks(drafts),
        headers=tuple(Paragraph(words, Place(name, part=_APART, words=words)) for words in heads if words),
        footnotes=footnotes,
        comments=comments,
        struck=tuple(struck),
        hidden=tuple(hidden),
        unread=unread,
        notes=(*_pages_told(pages, scanned), *_told(found, pages, (struck, hidden, comments, footnotes, heads))),
        pages=len(pages),
    )


def _apart(name: str, page: Page, words: Sequence[Word]) -> Iterator[Place]:
    """Yield the places of words kept apart, those of one line together."""
    for _, line in groupby(sorted(words, key=lambda word: (word.base, word.left)), key=lambda word: round(word.base)):
        yield Place(name, page=page.number, words=joined(list(line)))


def _pages_told(pages: Sequence[Page], scanned: frozenset[int]) -> Iterator[str]:
    for page in pages:
        if page.broken:
            yield f"page {page.number} is damaged, and was not read"
        elif page.number in scanned and not page.words:
            yield f"page {page.number} has no text: it is a picture, and was not read"
        elif page.number in scanned:
            yield f"page {page.number} is a picture, and was not read but for the few words set on it"
        elif page.layered:
            yield f"page {page.number} is a picture with text laid over it by a machine, which may be misread"
    pictures = sum(page.pictures for page in pages)
    if pictures:
        yield f"{pictures} picture{'' if pictures == 1 else 's'}: any words in it were not read"


def _told(found: dict[str, Any], pages: Sequence[Page], apart: Sequence[Sequence[object]]) -> Iterator[str]:
    names = (
        ("line of struck-through text", "lines of struck-through text", "not read as text"),
        ("line of hidden text", "lines of hidden text", "not read as text"),
        ("comment", "comments", "not read as text"),
        ("footnote", "footnotes", KEPT_APART),
        ("line in headers and footers", "lines in headers and footers", KEPT_APART),
    )
    for held, (one, many, done) in zip(apart, names, strict=True):
        if held:
            yield f"{len(held)} {one if len(held) == 1 else many}: {done}"
    odd = sum(page.odd for page in pages)
    if odd:
        yield f"{odd} word{'' if odd == 1 else 's'} with control or bidirectional characters: made harmless"
    told = (("attachments", "attached file", "not opened"), ("scripts", "script", "not run"))
    for key, one, done in told:
        if found[key]:
            yield f"{found[key]} {one}{'' if found[key] == 1 else 's'}: {done}"
    if found["xfa"]:
        yield "the file is a form of a kind (XFA) whose fields are not read"
