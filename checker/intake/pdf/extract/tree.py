"""The tags of a page."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

from .bounds import MAX_DEPTH, Counted


def tags_of(page: Any, counted: Counted) -> list[Any]:
    """Return the tags of a page: each its type, the rows and columns it spans, its own words, and what is in it.

    What is in it is numbers of marked content and further tags.
    """
    root = pdf.FPDF_StructTree_GetForPage(page)
    if not root:
        return []
    found = [
        _element(pdf.FPDF_StructTree_GetChildAtIndex(root, number), counted, 0)
        for number in range(max(pdf.FPDF_StructTree_CountChildren(root), 0))
    ]
    pdf.FPDF_StructTree_Close(root)
    return [each for each in found if each]


def _element(element: Any, counted: Counted, depth: int) -> list[Any]:
    counted.node()
    if not element or depth > MAX_DEPTH:
        return []
    inside: list[Any] = []
    for number in range(max(pdf.FPDF_StructElement_CountChildren(element), 0)):
        child = pdf.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            inside.append(_element(child, counted, depth + 1))
        else:
            mark = pdf.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if mark >= 0:
                counted.node()
                inside.append(mark)
    return [
        _said(pdf.FPDF_StructElement_GetType, element),
        _span(element, b"RowSpan"),
        _span(element, b"ColSpan"),
        _said(pdf.FPDF_StructElement_GetActualText, element),
        [each for each in inside if each != []],
    ]


def _said(ask: Any, element: Any) -> str:
    length = min(ask(element, None, 0), 20_000)
    if length <= 2:  # noqa: PLR2004  (an empty string still has its end)
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _span(element: Any, name: bytes) -> int:
    for number in range(min(max(pdf.FPDF_StructElement_GetAttributeCount(element), 0), MAX_DEPTH)):
        attribute = pdf.FPDF_StructElement_GetAttributeAtIndex(element, number)
        value = pdf.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        given = ctypes.c_float()
        if value and pdf.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(given)):
            return max(1, min(int(given.value), 100))
    return 1
