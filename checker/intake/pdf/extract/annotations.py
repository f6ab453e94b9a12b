"""What stands on a page apart from its content."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

from .bounds import MAX_NODES, Counted
from .view import View, rounded, text_of

_UNSEEN = pdf.FPDF_ANNOT_FLAG_HIDDEN | pdf.FPDF_ANNOT_FLAG_NOVIEW
_NO_WORDS = (pdf.FPDF_ANNOT_LINK, pdf.FPDF_ANNOT_POPUP)
"""Annotations with no words of their own: a popup shows those of another."""


class Annotations:
    """What stands on a page apart from its content: comments, what is filled in, words struck through by hand."""

    def __init__(self, view: View, form: Any, counted: Counted) -> None:
        self.view = view
        self.form = form
        self.counted = counted
        self.comments: list[str] = []
        self.fields: list[list[Any]] = []
        self.strikes: list[list[float]] = []

    def take(self, page: Any) -> None:
        for number in range(max(pdf.FPDFPage_GetAnnotCount(page), 0)):
            self.counted.object()
            annotation = pdf.FPDFPage_GetAnnot(page, number)
            if annotation:
                self._one(annotation, pdf.FPDFAnnot_GetSubtype(annotation))
                pdf.FPDFPage_CloseAnnot(annotation)

    def _one(self, annotation: Any, kind: int) -> None:
        if pdf.FPDFAnnot_GetFlags(annotation) & _UNSEEN or kind in _NO_WORDS:
            return
        if kind in (pdf.FPDF_ANNOT_WIDGET, pdf.FPDF_ANNOT_FREETEXT):
            widget = kind == pdf.FPDF_ANNOT_WIDGET
            words = self._filled_in(annotation) if widget else _annotated(annotation, b"Contents")
            rectangle = pdf.FS_RECTF()
            if words and pdf.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle)):
                box = self.view.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
                self.fields.append([words, *rounded(box)])
            return
        if words := _annotated(annotation, b"Contents"):
            self.comments.append(words)
        if kind == pdf.FPDF_ANNOT_STRIKEOUT:
            self._strike(annotation)

    def _filled_in(self, annotation: Any) -> str:
        kind = pdf.FPDFAnnot_GetFormFieldType(self.form, annotation) if self.form else -1
        if kind in (pdf.FPDF_FORMFIELD_CHECKBOX, pdf.FPDF_FORMFIELD_RADIOBUTTON):
            return "☐" if _annotated(annotation, b"AS") in ("", "Off") else "☒"
        if kind in (pdf.FPDF_FORMFIELD_TEXTFIELD, pdf.FPDF_FORMFIELD_COMBOBOX, pdf.FPDF_FORMFIELD_LISTBOX):
            return text_of(lambda buffer, size: pdf.FPDFAnnot_GetFormFieldValue(self.form, annotation, buffer, size))
        # A field that the file's list of fields leaves out says for itself what it is.
        own = _annotated(annotation, b"FT") if kind <= 0 else ""
        if own == "Btn":
            return "☐" if _annotated(annotation, b"AS") in ("", "Off") else "☒"
        return _annotated(annotation, b"V") if own in ("Tx", "Ch") else ""

    def _strike(self, annotation: Any) -> None:
        """Keep a line through the middle of each piece of text the annotation is laid over."""
        corners = pdf.FS_QUADPOINTSF()
        for number in range(min(pdf.FPDFAnnot_CountAttachmentPoints(annotation), MAX_NODES)):
            self.counted.object()
            if pdf.FPDFAnnot_GetAttachmentPoints(annotation, number, ctypes.byref(corners)):
                xs = (corners.x1, corners.x2, corners.x3, corners.x4)
                ys = (corners.y1, corners.y2, corners.y3, corners.y4)
                left, top, right, bottom = self.view.box(min(xs), min(ys), max(xs), max(ys))
                self.strikes.append(rounded((left, (top + bottom) / 2, right, (top + bottom) / 2)))


def _annotated(annotation: Any, key: bytes) -> str:
    return text_of(lambda buffer, size: pdf.FPDFAnnot_GetStringValue(annotation, key, buffer, size))
