"""Words of a page as lines, and lines as paragraphs: told from where they stand and how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from checker.intake.pdf.pages import DIVIDED, Word, joined

BULLETS = "•●○▪■□◦‣∙·➢➤✓✔*–—-\uf0b7\uf0a7\uf0d8o"
_BULLET = re.compile(rf"[{re.escape(BULLETS[:-1])}]|o(?= )")
_NUMBERED = re.compile(
    r"(?:[(\[]?(?:[A-K][12]?[.\-]?)?\d{1,3}(?:\.\d{1,2})*[.):\]]|[A-K][12]?[.\-]?\s?\d{1,3}\b|[(\[]?[a-z][.)])\s"
)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\s+(?=[A-Z“])")
"""A number such as 2.3, which begins a paragraph only after another of its kind: "2.5 hours" goes on."""
_LETTERED = re.compile(r"[A-K][12]?[.:)]|section(?:h[12]|[a-k])[.:].*", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][\w’' ]{1,30}:\s")
"""A label with what it says, of which the next is another: "Name: …", "Type: …"."""
_SAME_LINE = 0.45
_SPACE = 0.3
_TOUCH = 0.03
_NUMBER_GAP = 40.0
_WIDE_GAP = 1.6
_LEAST_PITCH = 0.95
"""Gaps, and the least height of a line, as shares of the size of the type."""
_PARAGRAPH = 1.24
"""How much higher than a line of its own paragraph a line stands beneath another, at least."""
_ENDS = (".", "?", "!", ":", ";")


@dataclass(frozen=True)
class TextLine:
    """A line: its words from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Its right edge."""
        return max(word.right for word in self.words)

    @cached_property
    def base(self) -> float:
        """The height it stands on."""
        return median(word.base for word in self.words)

    @cached_property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.box[1] for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its type."""
        return max(self.words, key=lambda word: (len(word.text), word.size)).size

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold; bullets and marks do not count."""
        letters = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(letters) and all(word.bold for word in letters)

    @cached_property
    def text(self) -> str:
        """Its words, with a space where one is seen."""
        if self.words[0].turned:
            return joined(self.words)
        text, before = "", None
        for word in self.words:
            gap = word.left - before.right if before is not None else 0.0
            glued = before is not None and (gap < _TOUCH * word.size or (word.before == 0 and gap < _SPACE * word.size))
            text += word.text if not text or glued else f" {word.text}"
            before = word
        return text

    @cached_property
    def heads_columns(self) -> bool:
        """Whether it is several lettered headings beside each other: "B. Need  F. Provision  E. Outcome"."""
        return self.bold and sum(bool(_LETTERED.fullmatch(word.text)) for word in self.words) > 1

    def segments(self) -> list[TextLine]:
        """Return the line cut at its wide gaps."""
        cut: list[list[Word]] = [[self.words[0]]]
        heads = self.heads_columns
        for before, word in pairwise(self.words):
            wide = word.left - before.right > max(_WIDE_GAP * max(word.size, before.size), 12.0)
            bullet = len(cut[-1]) == 1 and bool(_BULLET.fullmatch(cut[-1][0].text))
            near = word.left - before.right < _NUMBER_GAP
            number = len(cut[-1]) == 1 and bool(_NUMBERED.fullmatch(cut[-1][0].text + " ")) and near
            wide = wide or (heads and bool(_LETTERED.fullmatch(word.text)))
            if wide and not bullet and not number:
                cut.append([word])
            else:
                cut[-1].append(word)
        return [TextLine(tuple(each)) for each in cut]


def lines_of(words: Sequence[Word]) -> list[TextLine]:
    """Return words as lines from the top. Turned words of one place are a line of their own."""
    level = sorted((word for word in words if not word.turned), key=lambda word: (word.base, word.left))
    rows: list[list[Word]] = []
    for word in level:
        held = next((row for row in reversed(rows[-4:]) if _same_line(row[0], word)), None)
        if held is None:
            rows.append([word])
        else:
            held.append(word)
    made = [TextLine(tuple(sorted(row, key=lambda word: word.left))) for row in rows]
    turned = [word for word in words if word.turned]
    if turned:
        made.append(TextLine(tuple(turned)))
    return sorted(made, key=lambda line: (line.base, line.left))


def _same_line(one: Word, other: Word) -> bool:
    apart = abs(one.base - other.base)
    small, large = sorted((one.size, other.size))
    # A raised figure stands on no line of its own.
    raised = small < 0.8 * large
    return apart <= _SAME_LINE * max(large if raised else small, 4.0)


@dataclass(frozen=True)
class Said:
    """A paragraph: its lines."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """Its words on one line, without a bullet at their head."""
        text = ""
        for line in self.lines:
            before = line.words[0].before
            divided = line is not self.lines[0] and (before == DIVIDED or (before == 0 and text.endswith("-")))
            hyphen = text.endswith("-") and not text.endswith(" -") and line.text[:1].islower()
            text += line.text if not text or divided or hyphen else f" {line.text}"
        return text

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def size(self) -> float:
        """The largest type in it."""
        return max(line.size for line in self.lines)


def bullet_of(text: str) -> tuple[str, str]:
    """Return the bullet at the head of a text, if there is one, and the rest."""
    match = _BULLET.match(text)
    if match and len(text) > 1 and text[match.end() : match.end() + 1] == " ":
        return match[0], text[match.end() :].strip()
    return "", text


def paragraphs_of(lines: Sequence[TextLine], right: float | None = None, pitch: float = 0.0) -> Iterator[Said]:
    """Yield the paragraphs of lines in one column, set to the edge ``right``; without it, to that of the longest.

    ``pitch`` is the height of a line elsewhere in the file, 0 if it is not told.
    """
    if not lines:
        return
    edge = max(line.right for line in lines) if right is None else right
    left = min(line.left for line in lines)
    pitches = [after.base - before.base for before, after in pairwise(lines) if after.base > before.base]
    usual = median(pitches) if pitches else 0.0
    # Where most paragraphs are of one line, the least pitch is that of the lines of a paragraph.
    least = min((each for each in pitches if each >= _LEAST_PITCH * lines[0].size), default=usual)
    if _LEAST_PITCH * lines[0].size <= pitch < least:
        least = pitch
    held: list[TextLine] = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(line, before, held, (least, usual), (left, edge)):
            yield Said(tuple(held))
            held = []
        held.append(line)
    yield Said(tuple(held))


def _begins(
    line: TextLine,
    before: TextLine,
    held: Sequence[TextLine],
    pitches: tuple[float, float],
    edges: tuple[float, float],
) -> bool:
    """Return whether a line begins a paragraph after the lines ``held``; ``pitches`` are the least and the usual."""
    least, usual = pitches
    text, above = line.text, before.text
    pitch = line.base - before.base
    if line.words[0].before == DIVIDED:
        return False
    if bullet_of(text)[0] or _NUMBERED.match(text) or (_DOTTED.match(text) and _DOTTED.match(held[0].text)):
        return True
    if line.bold != before.bold and _whole_look(before, held):
        return True
    if _LABELLED.match(text) and _LABELLED.match(held[0].text):
        return True
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    close = min(least, 1.35 * before.size) if least else 1.35 * before.size
    if pitch > _PARAGRAPH * close and pitch > 1.5 * before.size:
        return True
    hanging = bool(bullet_of(held[0].text)[0] or _NUMBERED.match(held[0].text))
    if line.left > before.left + 10 and not hanging and len(held) > 1:
        return True
    if line.left < before.left - 10 and (hanging or len(held) > 1):
        return not hanging or line.left <= held[0].left + 2
    width = edges[1] - edges[0]
    short = before.right < edges[1] - max(0.2 * width, 30.0)
    next_word = line.words[0].right - line.words[0].left
    had_room = edges[1] - before.right > next_word + 2 * line.size
    if hanging and len(held) == 1 and had_room and line.left <= held[0].left + 2 and text[:1].isupper():
        # Beneath a bullet of one line: its words would have gone on in the room beside them.
        return True
    return (short and had_room and (above.endswith(_ENDS) or text[:1].isupper() or text[:1].isdigit())) or (
        had_room and above.endswith((".", "?", "!")) and pitch > 1.08 * usual > 0
    )


def _whole_look(before: TextLine, held: Sequence[TextLine]) -> bool:
    return all(line.bold == before.bold for line in held)
