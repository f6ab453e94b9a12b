"""How much of a file is read, and what is said where there is more: codes, told in words by the parent."""

from __future__ import annotations

MAX_PAGES = 400
MAX_CHARACTERS = 600_000
MAX_WORDS = 60_000
"""A plan of sixty pages has some thirty thousand."""
MAX_OBJECTS = 1_500_000
"""Pieces of text, lines and shapes: some programs set each letter by itself."""
MAX_SHAPES = 60_000
MAX_ON_A_PAGE = 6_000
"""Words on one page: one set as close as can be read has some two thousand."""
MAX_NODES = 100_000
MAX_DEPTH = 60
LARGEST_PAGE = 14_400
"""The longest side of a page, in points, that the format allows: PDFium keeps a mark for each point of a side."""


class TooMuchError(Exception):
    """The file holds more than is read; its text is the word for what there is too much of."""


class Counted:
    """Counts what is read; each of its methods raises :class:`TooMuchError` where there is more than is read."""

    def __init__(self) -> None:
        self.characters = 0
        self.objects = 0
        self.nodes = 0
        self.words = 0
        self.shapes = 0

    def character(self) -> None:
        self.characters += 1
        if self.characters > MAX_CHARACTERS:
            raise TooMuchError("words")  # noqa: EM101  (a code, told in words by the parent)

    def object(self) -> None:
        self.objects += 1
        if self.objects > MAX_OBJECTS:
            raise TooMuchError("objects")  # noqa: EM101

    def page(self, words: int, shapes: int) -> None:
        self.words += words
        self.shapes += shapes
        if words > MAX_ON_A_PAGE or self.words > MAX_WORDS:
            raise TooMuchError("words")  # noqa: EM101
        if self.shapes > MAX_SHAPES:
            raise TooMuchError("objects")  # noqa: EM101

    def node(self) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooMuchError("tags")  # noqa: EM101
