"""Spans: what a paragraph of a report is made of, so that no renderer ever reads markup.

Words from a file reach a report only through this module. Control and bidirectional
characters in them are made visible here, once; a renderer escapes for its own format
and does nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.facts import Place
from dsl.tree import Citation


@dataclass(frozen=True)
class Text:
    """Words of the report."""

    text: str


@dataclass(frozen=True)
class Quote:
    """Words of a file, and where they stand. Either may be missing, not both."""

    words: str
    place: Place | None


@dataclass(frozen=True)
class Cite:
    """A provision as cited, and the id of the authority that stands for it (empty if none does)."""

    text: str
    authority: str


@dataclass(frozen=True)
class Gap:
    """A value nobody has given: printed ``[ ]``."""


Span = Text | Quote | Cite | Gap
Paragraph = tuple[Span, ...]

GAP = Gap()

# Everything of the categories Cc, Cf (bidirectional marks and overrides, zero width
# characters, the soft hyphen), Co, Cs, Zl and Zp, and variation selectors: none of it prints,
# and some of it reorders or hides what does.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
_SPACE = re.compile(r"\s+")
MARK = "\ufffd"
"""Stands for each character that would not print or would reorder others."""


def visible(words: str) -> str:
    """Return ``words`` on one line, each control or bidirectional character shown as ``MARK``."""
    return kept(words).strip()


def kept(words: str) -> str:
    """Return ``words`` made visible as :func:`visible` does, with the spaces at either end kept."""
    # First the characters, then the spaces: some controls count as space.
    return _SPACE.sub(" ", _INVISIBLE.sub(MARK, words))


def text(words: str) -> Text:
    """Return a span of the report's own words, neutralised: names and values may stand in them."""
    return Text(kept(words))


def quote(words: str, place: Place | None, most: int = 300) -> Quote:
    """Return the words of a file with their place, cut after ``most`` characters at a space."""
    whole = visible(words)
    if len(whole) > most:
        whole = whole[:most].rsplit(" ", 1)[0] + " …"
    return Quote(whole, place)


def at(place: Place | None) -> Paragraph:
    """Return `` (place)``, or nothing where there is no place."""
    return (Text(" "), Quote("", place)) if place is not None else ()


def cite(citation: Citation) -> Cite:
    """Return the span that cites ``citation``."""
    return Cite(visible(citation.text), citation.authorities[0] if citation.authorities else "")


def where(place: Place, but: str = "") -> str:
    """Return a place in words: file, part, table, row, column, paragraph, page and line, those there are.

    ``but`` is the name of a file that goes without saying.
    """
    words = [visible(place.file)] if place.file != but or not (place.part or place.paragraph or place.line) else []
    if place.part:
        words.append(visible(place.part))
    words += [
        f"{name} {number}"
        for name, number in (
            ("page", place.page),
            ("table", place.table),
            ("row", place.row),
            ("column", place.column),
            ("paragraph", place.paragraph),
            ("line", place.line),
        )
        if number
    ]
    return ", ".join(word for word in words if word)


def plain(paragraph: Paragraph, file: str = "", but: str = "") -> str:
    """Return the paragraph as plain text: quotations in quotation marks, places in brackets.

    ``file`` is the name of a file that goes without saying; ``but`` is a place, in words,
    that was just printed and is left out.
    """
    result = ""
    for span in paragraph:
        words = _plain(span, file, but)
        # A bracket that is left out takes the space before it with it.
        result = result.rstrip() if isinstance(span, Quote) and not words else result
        result += words
    return result


def _plain(span: Span, file: str, but: str) -> str:
    match span:
        case Text():
            return span.text
        case Cite():
            return span.text
        case Quote():
            words = f"“{span.words}”" if span.words else ""
            place = where(span.place, file) if span.place is not None else ""
            return f"{words} ({place})".strip() if place and place != but else words
        case Gap():
            return "[ ]"


def ended(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with a full stop, unless it ends with a mark of its own."""
    last = plain(paragraph[-1:])
    return paragraph if last.endswith((".", "?", "!", ":")) else (*paragraph, Text("."))


def begun(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with its first letter large, if it begins with the report's own words."""
    first = paragraph[0] if paragraph else None
    if isinstance(first, Text) and first.text:
        return (Text(first.text[:1].upper() + first.text[1:]), *paragraph[1:])
    if isinstance(first, Cite):
        return (Cite(first.text[:1].upper() + first.text[1:], first.authority), *paragraph[1:])
    return paragraph


def sentence(*spans: Span | Paragraph | str) -> Paragraph:
    """Return one sentence of the spans, paragraphs and words given: large first letter, full stop."""
    flat: list[Span] = []
    for span in spans:
        if isinstance(span, str):
            flat.append(text(span))
        elif isinstance(span, tuple):
            flat.extend(span)
        else:
            flat.append(span)
    return ended(begun(joined(tuple(flat))))


def joined(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with neighbouring words in one span and empty spans left out."""
    result: list[Span] = []
    for span in paragraph:
        if isinstance(span, Text):
            if not span.text:
                continue
            if result and isinstance(last := result[-1], Text):
                result[-1] = Text(last.text + span.text)
                continue
        result.append(span)
    return tuple(result)
