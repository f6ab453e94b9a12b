"""A page as it is seen, in points from its top left, and what is asked of PDFium in several places."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

_WHITE = 245
"""From which amount of red, green and blue a colour is white, of 255."""


class View:
    """The page as it is seen: turned, and with its origin at the top left."""

    def __init__(self, page: Any) -> None:
        box = pdf.FS_RECTF()
        pdf.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.turns = pdf.FPDFPage_GetRotation(page)
        width, height = abs(self.right - self.left), abs(self.top - self.bottom)
        self.width, self.height = (height, width) if self.turns % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen."""
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:  # noqa: PLR2004  (quarter turns)
            return self.right - x, y - self.bottom
        if self.turns == 3:  # noqa: PLR2004
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return where a box is seen: left, top, right, bottom."""
        (x, y), (other_x, other_y) = self.point(left, bottom), self.point(right, top)
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def rounded(numbers: Iterable[float]) -> list[float]:
    """Return lengths to a tenth of a point."""
    return [round(each, 1) for each in numbers]


def is_white(handle: Any) -> bool:
    """Return whether an object of a page is filled with white, or with nothing that is seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdf.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(each) for each in (red, green, blue, alpha)))
    return bool(known) and (min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0)


def text_of(ask: Callable[[Any, int], int]) -> str:
    """Return a text that PDFium writes, in two bytes a letter, into the room it is given."""
    length = min(ask(None, 0), 20_000)
    if length <= 2:  # noqa: PLR2004  (an empty string still has its end)
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
