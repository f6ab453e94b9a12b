"""The pages of a PDF file as data: words with their boxes, ruled lines, fills, pictures, tags.

Lengths are in points, from the top left of a page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Any

from checker.intake.yaml_nodes import neutralised

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_PLAIN = str.maketrans({**_LIGATURES, "\xa0": " "})
DIVIDED = 3
"""What stands before the rest of a word that the end of a line divides."""
_EDGES = ".,;:!?()[]“”\"'’‘"
_DOT = (2.0, 7.0)
_MOST_DOTS = 500
_BESIDE = 28.0
"""The sizes of a drawn bullet, how many a page may have, and how far its words may stand from it, in points."""
_TURNED_SPACE = 0.22
"""The least space between words that run up or down a page, as a share of the size of their type."""
_MAY_HOLD_WORDS = 0.04
"""The share of a page from which a picture is more than a mark: a logo is smaller."""
_A_PAGE = 0.5
"""The share of a page from which a picture is a picture of the page."""


@dataclass(frozen=True)
class Word:
    """A word: its letters, its box, the height of the line it stands on, its type, and what is before it.

    ``mark`` is the number of its marked content, -1 for none. ``artifact`` says that the
    file marks it as no part of the text (a running head). ``before`` is 0 where it goes on
    from the word before, 1 after a space, 2 after a new line, 3 after a hyphen that only
    divides a word at the end of a line.
    """

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    hidden: bool
    artifact: bool
    turned: bool
    mark: int
    before: int
    struck: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.box[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.box[2]

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Tag:
    """A structure element: its type, what it spans, words that stand for it, and what is in it."""

    kind: str
    rows: int
    columns: int
    actual: str
    inside: tuple[Tag | int, ...]


@dataclass(frozen=True)
class Page:
    """A page.

    ``pictured`` says that a picture fills most of it, ``layered`` that words nobody sees
    lie over that picture, as a machine puts them that has read it. ``pictures`` counts
    smaller pictures that may hold words, ``odd`` words with characters made harmless.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    tags: tuple[Tag, ...]
    comments: tuple[str, ...]
    pictured: bool
    broken: bool = False
    layered: bool = False
    pictures: int = 0
    odd: int = 0


def pages_of(found: dict[str, Any]) -> tuple[Page, ...]:
    """Return the pages of what the child process wrote."""
    pages = tuple(_page(number, each) for number, each in enumerate(found["pages"], start=1))
    known = frozenset(word.text.strip(_EDGES).lower() for page in pages for word in page.words)
    return tuple(replace(page, words=tuple(_divided(page.words, known))) for page in pages)


def _divided(words: Sequence[Word], known: frozenset[str]) -> list[Word]:
    """Return words with the hyphens at the ends of lines that are their own: "turn-" and "taking".

    A hyphen only divides a word where the whole word stands elsewhere in the file and the
    word with a hyphen does not.
    """
    made: list[Word] = []
    for word in words:
        if word.before != DIVIDED or not made:
            made.append(word)
            continue
        first, second = made[-1].text.lower(), word.text.strip(_EDGES).lower()
        if first + second in known and f"{first}-{second}" not in known:
            made.append(word)
        else:
            made[-1] = replace(made[-1], text=made[-1].text + "-")
            made.append(replace(word, before=0))
    return made


def _page(number: int, held: dict[str, Any]) -> Page:
    if held.get("broken"):
        return Page(number, 0, 0, (), (), (), (), pictured=False, broken=True)
    width, height = held["width"], held["height"]
    shares = [(right - left) * (bottom - top) / (width * height or 1) for left, top, right, bottom in held["pictures"]]
    pictured = any(share >= _A_PAGE for share in shares)
    dark = [(left, top, right, bottom) for left, top, right, bottom, white in held["fills"] if not white]
    words = [_word(each, dark, (width, height), pictured=pictured) for each in held["words"]]
    words = _with_bullets(words, held["fills"])
    words = _with_fields(words, held["fields"])
    rules = tuple(tuple(each) for each in held["rules"])
    through = _Through(rules)
    words = [replace(word, struck=True) if through.strikes(word) else word for word in words]
    return Page(
        number,
        width,
        height,
        tuple(words),
        rules,
        tuple(_tag(each) for each in held["tree"]),
        tuple(neutralised(each) for each in held["comments"]),
        pictured=pictured,
        layered=pictured and any(each[9] for each in held["words"]),
        pictures=sum(_MAY_HOLD_WORDS <= share < _A_PAGE for share in shares),
        odd=sum(neutralised(each[0]) != each[0] for each in held["words"]),
    )


def _word(held: Sequence[Any], dark: Sequence[Box], size: tuple[float, float], *, pictured: bool) -> Word:
    text, left, top, right, bottom, base, points, bold, white, invisible, artifact, turned, mark, before = held
    box = (left, top, right, bottom)
    x, y = (left + right) / 2, (top + bottom) / 2
    # White words on a dark cell are seen; an invisible layer over a picture of the page is its text.
    unseen = (white and not any(holds(each, x, y) for each in dark)) or (invisible and not pictured)
    outside = not (-1 <= x <= size[0] + 1 and -1 <= y <= size[1] + 1)
    return Word(
        text=neutralised(text.translate(_PLAIN)),
        box=box,
        base=base,
        size=points,
        bold=bool(bold),
        hidden=bool(unseen or outside),
        artifact=bool(artifact),
        turned=bool(turned),
        mark=mark,
        before=before,
    )


def holds(box: Box, x: float, y: float) -> bool:
    """Return whether a point stands in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _with_bullets(words: list[Word], fills: Sequence[Sequence[float]]) -> list[Word]:
    """Put a bullet before a word that has a drawn one to its left: a dot or a square of a few points."""
    dots = [
        (left, top, right, bottom)
        for left, top, right, bottom, _ in fills
        if _DOT[0] <= right - left <= _DOT[1] and abs((right - left) - (bottom - top)) < 1
    ]
    for dot in dots[:_MOST_DOTS]:
        middle = (dot[1] + dot[3]) / 2
        beside = [
            (word.left, at)
            for at, word in enumerate(words)
            if word.box[1] - 3 <= middle <= word.box[3] + 3 and 0 < word.left - dot[2] < _BESIDE and not word.turned
        ]
        if beside:
            _, at = min(beside)
            near = words[at]
            made = replace(near, text="•", box=dot, bold=False, struck=False, before=2)
            words[at : at + 1] = [made, replace(near, before=1)]
    return words


def _with_fields(words: list[Word], fields: Sequence[Sequence[Any]]) -> list[Word]:
    """Put what form fields say among the words, after the word they stand beside."""
    for text, left, top, right, bottom in fields:
        middle = (top + bottom) / 2
        beside = [
            at for at, word in enumerate(words) if word.box[1] - 4 <= middle <= word.box[3] + 4 and word.left < left
        ]
        at = max(beside, key=lambda each: words[each].right, default=len(words) - 1)
        near = words[at] if words else None
        parts = str(text).split()
        step = (right - left) / max(len(parts), 1)
        for number, part in enumerate(parts):
            # Each word has its share of the box, the last tenth of it a space.
            box = (left + number * step, top, left + (number + 0.9) * step, bottom)
            base = near.base if near and abs(near.base - bottom) < bottom - top else bottom
            made = Word(
                neutralised(part), box, base, near.size if near else 10.0, bold=False,
                hidden=False, artifact=False, turned=False, mark=near.mark if near else -1, before=1,
            )  # fmt: skip
            words.insert(at + 1 + number, made)
    return words


class _Through:
    """The lines across a page that may go through words, by their height."""

    def __init__(self, rules: Sequence[Box]) -> None:
        # A line across is thin and longer than a dot.
        across = {
            ((top + bottom) / 2, left, right)
            for left, top, right, bottom in rules
            if bottom - top <= 2.6 and right - left >= 4  # noqa: PLR2004
        }
        self._lines = sorted(across)

    def strikes(self, word: Word) -> bool:
        """Return whether a line goes through most of a word, neither under nor over it."""
        left, top, right, bottom = word.box
        height = bottom - top
        if height <= 0 or word.turned:
            return False
        first = bisect_right(self._lines, (top + 0.25 * height, inf, inf))
        last = bisect_left(self._lines, (bottom - 0.2 * height, -inf, -inf))
        return any(
            min(right, end) - max(left, start) >= 0.7 * (right - left) for _, start, end in self._lines[first:last]
        )


def _tag(held: Sequence[Any]) -> Tag:
    kind, rows, columns, actual, inside = held
    return Tag(
        kind,
        rows,
        columns,
        neutralised(actual),
        tuple(each if isinstance(each, int) else _tag(each) for each in inside),
    )


def joined(words: Sequence[Word]) -> str:
    """Return words in the order of the file as text: a word divided at the end of a line is whole again.

    A line that ends although the next word had room on it is a line of its own.
    """
    if words and all(word.turned for word in words):
        return _turned(words)
    text = ""
    last: Word | None = None
    # Words that go on at the head of another column have no one edge.
    columns = any(other.base < one.base - 2 * one.size for one, other in pairwise(words))
    edge = 0.0 if columns else max((word.right for word in words), default=0.0)
    for word in words:
        hyphen = text.endswith("-") and not text.endswith(" -") and word.text[:1].islower()
        glued = last is None or word.before == DIVIDED or hyphen or _touch(last, word)
        broken = last is not None and not glued and _breaks(last, word, edge)
        text += word.text if glued else f"\n{word.text}" if broken else f" {word.text}"
        last = word
    return text


def _turned(words: Sequence[Word]) -> str:
    """Return words that run up or down a page, which a file may hold letter by letter."""
    upward = words[0].box[1] >= words[-1].box[1]
    text, before = "", None
    for word in words:
        apart = 0.0
        if before is not None:
            apart = before.box[1] - word.box[3] if upward else word.box[1] - before.box[3]
        glued = before is None or abs(apart) < _TURNED_SPACE * word.size
        text += word.text if glued else f" {word.text}"
        before = word
    return text


def _breaks(last: Word, word: Word, edge: float) -> bool:
    """Return whether a line ends after ``last`` by a break of its own; ``edge`` is where the longest line ends."""
    if word.base - last.base < 0.6 * last.size or word.turned or word.text[:1].islower():
        return False
    return edge - last.right > (word.right - word.left) + 1.5 * last.size


def _touch(one: Word, other: Word) -> bool:
    """Return whether a word goes on from another with no space between: in the file, and to the eye."""
    if other.before != 0:
        return False
    if one.text.endswith("-") or one.turned:
        return True
    return abs(one.base - other.base) < 0.6 * one.size and other.left - one.right < 0.3 * max(one.size, other.size)
