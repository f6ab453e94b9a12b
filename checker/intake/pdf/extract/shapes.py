"""The lines, filled shapes and pictures of a page."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

from .bounds import MAX_DEPTH, Counted
from .view import View, is_white, rounded

_THIN = 2.6
"""A filled shape at most this wide is a line."""


class Shapes:
    """The lines, filled shapes and pictures of a page."""

    def __init__(self, view: View, counted: Counted) -> None:
        self.view = view
        self.counted = counted
        self.rules: list[list[float]] = []
        self.fills: list[list[float]] = []
        self.pictures: list[list[float]] = []

    def take(self, page: Any) -> None:
        for number in range(max(pdf.FPDFPage_CountObjects(page), 0)):
            self._object(pdf.FPDFPage_GetObject(page, number), (), 0)

    def _object(self, handle: Any, around: tuple[Any, ...], depth: int) -> None:
        self.counted.object()
        kind = pdf.FPDFPageObj_GetType(handle)
        if kind == pdf.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            for number in range(max(pdf.FPDFFormObj_CountObjects(handle), 0)):
                self._object(pdf.FPDFFormObj_GetObject(handle, number), (handle, *around), depth + 1)
        elif kind == pdf.FPDF_PAGEOBJ_IMAGE:
            box = self._bounds(handle, around)
            if box:
                self.pictures.append(box)
        elif kind == pdf.FPDF_PAGEOBJ_PATH:
            self._path(handle, around)

    def _bounds(self, handle: Any, around: tuple[Any, ...]) -> list[float] | None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdf.FPDFPageObj_GetBounds(handle, *(ctypes.byref(each) for each in (left, bottom, right, top))):
            return None
        points = [(left.value, bottom.value), (right.value, top.value)]
        return self._box(points, around)

    def _box(self, points: list[tuple[float, float]], around: tuple[Any, ...]) -> list[float]:
        for form in around:
            matrix = pdf.FS_MATRIX()
            pdf.FPDFPageObj_GetMatrix(form, ctypes.byref(matrix))
            points = [_moved(matrix, x, y) for x, y in points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return rounded(self.view.box(min(xs), min(ys), max(xs), max(ys)))

    def _path(self, handle: Any, around: tuple[Any, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdf.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        white = fill.value and not stroke.value and is_white(handle)
        matrix = pdf.FS_MATRIX()
        pdf.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
        for points in self._subpaths(handle):
            box = self._box([_moved(matrix, x, y) for x, y in points], around)
            left, top, right, bottom = box
            if min(right - left, bottom - top) <= _THIN:
                if not white:
                    self.rules.append(box)
                continue
            if stroke.value and len(points) >= 4:  # noqa: PLR2004  (a box has four corners)
                self.rules += [
                    [left, top, right, top], [left, bottom, right, bottom],
                    [left, top, left, bottom], [right, top, right, bottom],
                ]  # fmt: skip
            if fill.value:
                self.fills.append([*box, int(bool(white))])

    def _subpaths(self, handle: Any) -> list[list[tuple[float, float]]]:
        found: list[list[tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for number in range(max(pdf.FPDFPath_CountSegments(handle), 0)):
            self.counted.object()
            segment = pdf.FPDFPath_GetPathSegment(handle, number)
            pdf.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if pdf.FPDFPathSegment_GetType(segment) == pdf.FPDF_SEGMENT_MOVETO or not found:
                found.append([])
            found[-1].append((x.value, y.value))
        return [points for points in found if len(points) > 1]


def _moved(matrix: Any, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
