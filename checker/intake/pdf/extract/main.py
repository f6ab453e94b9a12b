"""What stands on the pages of a PDF file, as plain lists: words, ruled lines, fills, pictures, the tag tree.

This package is run by itself in a child process (:mod:`checker.intake.pdf.child`), which
alone touches the bytes of the file: it imports nothing of ours, reads the file from its
standard input and writes one JSON object. Lengths are in points, from the top left of a page.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

from .annotations import Annotations
from .bounds import LARGEST_PAGE, MAX_PAGES, Counted, TooMuchError
from .shapes import Shapes
from .tree import tags_of
from .view import View
from .words import words_of

_ERRORS = {
    pdf.FPDF_ERR_FORMAT: "damaged",
    pdf.FPDF_ERR_FILE: "damaged",
    pdf.FPDF_ERR_PASSWORD: "password",
    pdf.FPDF_ERR_SECURITY: "password",
}


def extracted(data: bytes) -> dict[str, Any]:
    """Return what stands in a file; ``error`` is set if it cannot be opened or holds too much."""
    config = pdf.FPDF_LIBRARY_CONFIG(2, None, None, 0)
    pdf.FPDF_InitLibraryWithConfig(ctypes.byref(config))
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": _ERRORS.get(pdf.FPDF_GetLastError(), "damaged")}
    count = pdf.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        return {"error": "pages", "count": count}
    counted = Counted()
    pages = []
    filling = pdf.FPDF_FORMFILLINFO(version=2)
    form = pdf.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(filling))
    try:
        for number in range(count):
            if _is_too_large(document, number):
                return {"error": "size", "page": number + 1}
            page = pdf.FPDF_LoadPage(document, number)
            pages.append(_page(page, form, counted) if page else {"broken": True})
            if page:
                pdf.FPDF_ClosePage(page)
    except TooMuchError as most:
        return {"error": str(most)}
    return {
        "pages": pages,
        "attachments": max(pdf.FPDFDoc_GetAttachmentCount(document), 0),
        "scripts": max(pdf.FPDFDoc_GetJavaScriptActionCount(document), 0),
        "xfa": pdf.FPDF_GetFormType(document) in (pdf.FORMTYPE_XFA_FULL, pdf.FORMTYPE_XFA_FOREGROUND),
    }


def _is_too_large(document: Any, number: int) -> bool:
    size = pdf.FS_SIZEF()
    known = pdf.FPDF_GetPageSizeByIndexF(document, number, ctypes.byref(size))
    return bool(known) and not (size.width <= LARGEST_PAGE and size.height <= LARGEST_PAGE)


def _page(page: Any, form: Any, counted: Counted) -> dict[str, Any]:
    view = View(page)
    shapes = Shapes(view, counted)
    shapes.take(page)
    text = pdf.FPDFText_LoadPage(page)
    words = words_of(text, view, counted) if text else []
    if text:
        pdf.FPDFText_ClosePage(text)
    counted.page(len(words), len(shapes.rules) + len(shapes.fills))
    annotations = Annotations(view, form, counted)
    annotations.take(page)
    return {
        "width": round(view.width, 1),
        "height": round(view.height, 1),
        "words": words,
        "rules": shapes.rules + annotations.strikes,
        "fills": shapes.fills,
        "pictures": shapes.pictures,
        "tree": tags_of(page, counted),
        "comments": annotations.comments,
        "fields": annotations.fields,
    }


def main(memory: int) -> None:
    """Read a file from the standard input and write what stands in it, in at most ``memory`` bytes of addresses."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (there is none on Windows)

        # The parent stops a child that takes too long; this one that takes too much.
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        found = extracted(sys.stdin.buffer.read())
        written = json.dumps(found, ensure_ascii=True, separators=(",", ":"))
    except MemoryError:
        written = '{"error":"memory"}'
    sys.stdout.write(written)
