"""Blocks told from the tags of a PDF file, where it has them and they hold its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.intake.blocks import BULLET
from checker.intake.pdf.drafts import CellDraft, Draft, TableDraft, TextDraft
from checker.intake.pdf.lines import bullet_of
from checker.intake.pdf.pages import Page, Tag, Word, joined
from checker.intake.plan.ticks import BOXES

_HEADING = re.compile(r"H([1-6])|(Title|H)")
_TABLE_PARTS = ("THead", "TBody", "TFoot")
_PARAGRAPHS = ("P", "Caption", "Lbl", "LBody", "BlockQuote", "Quote", "Note", "FENote", "TOCI", "Code")
_INLINE = frozenset(
    (
        "Span",
        "Link",
        "Em",
        "Strong",
        "Reference",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "Warichu",
        "Sub",
        "BibEntry",
        "Quote",
        "Code",
    )
)
_NO_MEANING = ("NonStruct", "Private")
"""Tags that only hold others: within a paragraph they are words of it, between paragraphs each is one."""
_SAME_LINE = 0.45
_ENOUGH = 0.97
"""The share of a file's words that its tags must hold to be believed."""


def are_believed(pages: Sequence[Page]) -> bool:
    """Return whether the tags of a file hold its words, with few left out."""
    words = held = 0
    for page in pages:
        marks = set(_marks(page.tags))
        for word in page.words:
            if not word.hidden and not word.artifact:
                words += len(word.text)
                held += len(word.text) if word.mark in marks else 0
    return bool(words) and held >= _ENOUGH * words and any(page.tags for page in pages)


def tagged_drafts(page: Page) -> tuple[list[Draft], list[Word]]:
    """Return the blocks of a page in the order of its tags, and the words that no tag holds."""
    by_mark: dict[int, list[Word]] = {}
    for word in page.words:
        if not word.hidden and not word.artifact:
            by_mark.setdefault(word.mark, []).append(word)
    reader = _Reader(by_mark, page.number)
    found = list(reader.blocks(page.tags))
    rest = [word for mark, words in by_mark.items() if mark not in reader.used for word in words]
    return found, rest


def _marks(tags: Sequence[Tag | int]) -> Iterator[int]:
    for each in tags:
        if isinstance(each, int):
            yield each
        else:
            yield from _marks(each.inside)


class _Reader:
    def __init__(self, by_mark: dict[int, list[Word]], page: int) -> None:
        self._by_mark = by_mark
        self._page = page
        self.used: set[int] = set()

    def blocks(self, tags: Sequence[Tag | int], level: int = -1, *, contents: bool = False) -> Iterator[Draft]:
        """Yield what stands in ``tags``: words straight in a container are a paragraph."""
        loose: list[Tag | int] = []
        for each in tags:
            if isinstance(each, int) or (each.kind in _INLINE and not _holds_blocks(each)):
                loose.append(each)
                continue
            yield from self._loose(loose)
            loose = []
            yield from self._block(each, level, contents=contents)
        yield from self._loose(loose)

    def _loose(self, tags: list[Tag | int]) -> Iterator[Draft]:
        words = [word for each in tags for word in self._words(each)]
        if words:
            yield TextDraft(tuple(words), joined(words), self._page)

    def _block(self, tag: Tag, level: int, *, contents: bool) -> Iterator[Draft]:
        heading = _HEADING.fullmatch(tag.kind)
        contents = contents or tag.kind in ("TOC", "TOCI")
        if tag.kind == "Table":
            yield from self._table(tag)
        elif tag.kind == "LI":
            yield from self._item(tag, level + 1)
        elif tag.kind == "L":
            yield from self.blocks(tag.inside, level, contents=contents)
        elif (heading or tag.kind in _PARAGRAPHS) and not _holds_blocks(tag):
            text = self._text(tag)
            if text:
                depth = 0 if heading is None else int(heading[1] or 1)
                note = tag.kind in ("Note", "FENote")
                yield TextDraft(
                    tuple(text), tag.actual or joined(text), self._page, depth, contents=contents, note=note
                )
        else:
            found = self.blocks(tag.inside, level, contents=contents)
            if tag.kind in ("Note", "FENote"):
                found = (_as_note(each) for each in found)
            yield from found

    def _text(self, tag: Tag) -> list[Word]:
        return _boxes_beside(word for each in tag.inside for word in self._words(each))

    def _words(self, tag: Tag | int) -> list[Word]:
        if isinstance(tag, int):
            if tag in self.used:
                return []
            self.used.add(tag)
            return self._by_mark.get(tag, [])
        return self._text(tag)

    def _item(self, tag: Tag, level: int) -> Iterator[Draft]:
        """Yield an item of a list: its label stands before its first paragraph."""
        label = ""
        rest: list[Tag | int] = []
        for each in tag.inside:
            if isinstance(each, Tag) and each.kind == "Lbl":
                # A bullet may be drawn, and have no letter.
                label = joined(self._text(each)).strip() or BULLET
            else:
                rest.append(each)
        for at, block in enumerate(self.blocks(rest, level)):
            if at or not isinstance(block, TextDraft) or block.label:
                yield block
            elif label in ("", BULLET) and bullet_of(block.text)[0]:
                yield replace(block, text=bullet_of(block.text)[1], label=BULLET, level=max(level, 0))
            else:
                mark = label if re.search(r"[0-9A-Za-z]", label) and label != "o" else BULLET
                yield replace(block, label=mark if label else "", level=max(level, 0))

    def _table(self, tag: Tag) -> Iterator[Draft]:
        rows = []
        for part in self._rows(tag):
            cells = [each for each in part.inside if isinstance(each, Tag) and each.kind in ("TD", "TH")]
            made = tuple(
                CellDraft(tuple(self.blocks(cell.inside)), cell.rows, cell.columns, cell.kind == "TH") for cell in cells
            )
            if made:
                rows.append(made)
        captions = [each for each in tag.inside if isinstance(each, Tag) and each.kind == "Caption"]
        yield from self.blocks(captions)
        if rows:
            yield TableDraft(tuple(rows), self._page)

    def _rows(self, tag: Tag) -> Iterator[Tag]:
        for each in tag.inside:
            if isinstance(each, Tag):
                if each.kind == "TR":
                    yield each
                elif each.kind in _TABLE_PARTS:
                    yield from self._rows(each)


def _boxes_beside(words: Iterable[Word]) -> list[Word]:
    """Return words with each box to tick before what it offers: a form may hold all its boxes first."""
    held = list(words)
    if not any(word.text[:1] in BOXES for word in held):
        return held
    lines: list[list[Word]] = []
    for word in held:
        line = next((each for each in lines if abs(each[0].base - word.base) < _SAME_LINE * word.size), None)
        if line is None:
            lines.append([word])
        else:
            line.append(word)
    return [word for line in lines for word in sorted(line, key=lambda each: each.left)]


def _holds_blocks(tag: Tag) -> bool:
    """Return whether something in a tag is more than words in a line."""
    return any(
        isinstance(each, Tag) and (each.kind not in (*_INLINE, *_NO_MEANING) or _holds_blocks(each))
        for each in tag.inside
    )


def _as_note(block: Draft) -> Draft:
    if isinstance(block, TableDraft):
        return block
    return replace(block, note=True)
