"""The words of a page, piece by piece, with their boxes and their look."""

from __future__ import annotations

import ctypes
import math
import sys
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

from .bounds import MAX_DEPTH, Counted
from .view import View, is_white, rounded

_NEAR_LETTER = 0.08
"""How near, as a share of the size of the type, a letter stands to the one it goes on from."""
_SPACES = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
_NEW_LINES = frozenset((0x0A, 0x0D))
_NO_WIDTH = frozenset((0x00, 0xFFFE, 0xFFFF, 0x200B, 0xFEFF))
_SOFT_HYPHENS = frozenset((0x02, 0xAD))
"""How PDFium gives a hyphen at the end of a line that joins with the next, and the soft hyphen itself."""


class _Text:
    """What is the same for all characters of one text object."""

    def __init__(self, text: Any, index: int, handle: Any, turns: int = 0) -> None:
        """``turns`` are the quarter turns of the page: words set across a page that is turned stand upright."""
        self.size = 0.0
        self.bold = self.white = self.invisible = self.artifact = False
        self.mark = -1
        self.turned = False
        if not handle:
            return
        self.mark = pdf.FPDFPageObj_GetMarkedContentID(handle)
        size = ctypes.c_float()
        pdf.FPDFTextObj_GetFontSize(handle, ctypes.byref(size))
        matrix = pdf.FS_MATRIX()
        pdf.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
        self.size = round(size.value * math.hypot(matrix.c, matrix.d), 1)
        self.turned = (abs(matrix.b) > abs(matrix.a)) != bool(turns % 2)
        self.bold = _is_bold(text, index)
        self.invisible = pdf.FPDFTextObj_GetTextRenderMode(handle) == pdf.FPDF_TEXTRENDERMODE_INVISIBLE
        self.white = is_white(handle)
        self.artifact = _is_artifact(handle)


def _is_bold(text: Any, index: int) -> bool:
    weight = pdf.FPDFText_GetFontWeight(text, index)
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdf.FPDFText_GetFontInfo(text, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.lower()
    return weight >= 600 or b"bold" in name or b"black" in name or b"heavy" in name  # noqa: PLR2004  (semi-bold)


def _is_artifact(handle: Any) -> bool:
    for number in range(min(pdf.FPDFPageObj_CountMarks(handle), MAX_DEPTH)):
        mark = pdf.FPDFPageObj_GetMark(handle, number)
        buffer, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        if pdf.FPDFPageObjMark_GetName(mark, buffer, 64, ctypes.byref(length)) and (
            bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", "replace") == "Artifact"
        ):
            return True
    return False


def words_of(text: Any, view: View, counted: Counted) -> list[list[Any]]:
    """Return the words of a page in the order of the file.

    Each is its letters, its box, the height of its line, the size, and as 0 or 1: bold,
    white, invisible, artifact, turned; then its marked content's number, and what stands
    before it: 0 nothing, 1 a space, 2 a new line, 3 the hyphen at the end of a line.
    """
    made: list[list[Any]] = []
    looks: dict[int, _Text] = {}
    letters: list[str] = []
    box: list[float] = []
    look, owner, before, base = _Text(text, 0, None), -1, 2, 0.0
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))

    def close() -> None:
        nonlocal letters, box, before
        if letters:
            seen = view.box(*box) if box else (0.0, 0.0, 0.0, 0.0)
            marks = [int(each) for each in (look.bold, look.white, look.invisible, look.artifact, look.turned)]
            _add(made, ["".join(letters), *rounded(seen), round(base, 1), look.size, *marks, look.mark, before])
            before = 0
        letters, box = [], []

    for index in range(max(pdf.FPDFText_CountChars(text), 0)):
        counted.character()
        code = pdf.FPDFText_GetUnicode(text, index)
        if code in _SPACES:
            close()
            before = 2 if code in _NEW_LINES else max(before, 1)
            continue
        if code in _SOFT_HYPHENS:
            close()
            before = 3
            continue
        if code in _NO_WIDTH:
            continue
        handle = pdf.FPDFText_GetTextObject(text, index)
        number = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if number != owner:
            close()
            owner = number
            if number not in looks:
                counted.object()
                looks[number] = _Text(text, index, handle, view.turns)
            look = looks[number]
        pdf.FPDFText_GetCharBox(text, index, *(ctypes.byref(each) for each in (left, right, bottom, top)))
        letters.append(chr(code) if code <= sys.maxunicode else "\N{REPLACEMENT CHARACTER}")
        if box:
            box = [
                min(box[0], left.value), min(box[1], bottom.value), max(box[2], right.value), max(box[3], top.value),
            ]  # fmt: skip
        else:
            box = [left.value, bottom.value, right.value, top.value]
            pdf.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            base = view.point(x.value, y.value)[1]
    close()
    return made


def _add(made: list[list[Any]], word: list[Any]) -> None:
    """Add a word, or the piece of one that goes on from the last: on one line and in one look, set letter by letter."""
    if made:
        last = made[-1]
        size, turned, before = word[6], word[11], word[-1]
        alike = last[5:-1] == word[5:-1] and not turned and before == 0
        if alike and abs(word[1] - last[3]) < _NEAR_LETTER * size:
            last[0] += word[0]
            last[1:5] = [*map(min, last[1:3], word[1:3]), *map(max, last[3:5], word[3:5])]
            return
    made.append(word)
