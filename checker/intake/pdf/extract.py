"""What stands on the pages of a PDF file, as plain lists: words, ruled lines, fills, pictures, the tag tree.

This file is run by itself in a child process (:mod:`checker.intake.pdf.child`), which alone
touches the bytes of the file: it imports nothing of ours, reads the file from its standard
input and writes one JSON object. Lengths are in points, from the top left of a page.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2_raw as pdf  # type: ignore[import-untyped]

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
_THIN = 2.6
"""A filled shape at most this wide is a line."""
_WHITE = 245
_NEAR_LETTER = 0.08
"""How near, as a share of the size of the type, a letter stands to the one it goes on from."""
_UNSEEN = pdf.FPDF_ANNOT_FLAG_HIDDEN | pdf.FPDF_ANNOT_FLAG_NOVIEW
_NO_WORDS = (pdf.FPDF_ANNOT_LINK, pdf.FPDF_ANNOT_POPUP)
"""Annotations with no words of their own: a popup shows those of another."""
_ERRORS = {
    pdf.FPDF_ERR_FORMAT: "damaged",
    pdf.FPDF_ERR_FILE: "damaged",
    pdf.FPDF_ERR_PASSWORD: "password",
    pdf.FPDF_ERR_SECURITY: "password",
}
_SPACES = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
_NEW_LINES = frozenset((0x0A, 0x0D))
_NO_WIDTH = frozenset((0x00, 0xFFFE, 0xFFFF, 0x200B, 0xFEFF))
_SOFT_HYPHENS = frozenset((0x02, 0xAD))
"""How PDFium gives a hyphen at the end of a line that joins with the next, and the soft hyphen itself."""


class TooMuchError(Exception):
    """The file holds more than is read; its text is the word for what there is too much of."""


class _Counted:
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
    counted = _Counted()
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


class _View:
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


def _page(page: Any, form: Any, counted: _Counted) -> dict[str, Any]:
    view = _View(page)
    shapes = _Shapes(view, counted)
    shapes.take(page)
    text = pdf.FPDFText_LoadPage(page)
    words = _words(text, view, counted) if text else []
    if text:
        pdf.FPDFText_ClosePage(text)
    counted.page(len(words), len(shapes.rules) + len(shapes.fills))
    annotations = _Annotations(view, form, counted)
    annotations.take(page)
    return {
        "width": round(view.width, 1),
        "height": round(view.height, 1),
        "words": words,
        "rules": shapes.rules + annotations.strikes,
        "fills": shapes.fills,
        "pictures": shapes.pictures,
        "tree": _tree(page, counted),
        "comments": annotations.comments,
        "fields": annotations.fields,
    }


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
        self.white = _is_white(handle)
        self.artifact = _is_artifact(handle)


def _rounded(numbers: Iterable[float]) -> list[float]:
    return [round(each, 1) for each in numbers]


def _is_bold(text: Any, index: int) -> bool:
    weight = pdf.FPDFText_GetFontWeight(text, index)
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdf.FPDFText_GetFontInfo(text, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.lower()
    return weight >= 600 or b"bold" in name or b"black" in name or b"heavy" in name  # noqa: PLR2004  (semi-bold)


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdf.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(each) for each in (red, green, blue, alpha)))
    return bool(known) and (min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0)


def _is_artifact(handle: Any) -> bool:
    for number in range(min(pdf.FPDFPageObj_CountMarks(handle), MAX_DEPTH)):
        mark = pdf.FPDFPageObj_GetMark(handle, number)
        buffer, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        if pdf.FPDFPageObjMark_GetName(mark, buffer, 64, ctypes.byref(length)) and (
            bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", "replace") == "Artifact"
        ):
            return True
    return False


def _words(text: Any, view: _View, counted: _Counted) -> list[list[Any]]:
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
            _add(made, ["".join(letters), *_rounded(seen), round(base, 1), look.size, *marks, look.mark, before])
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


class _Shapes:
    """The lines, filled shapes and pictures of a page."""

    def __init__(self, view: _View, counted: _Counted) -> None:
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
        return _rounded(self.view.box(min(xs), min(ys), max(xs), max(ys)))

    def _path(self, handle: Any, around: tuple[Any, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdf.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        white = fill.value and not stroke.value and _is_white(handle)
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


def _tree(page: Any, counted: _Counted) -> list[Any]:
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


def _element(element: Any, counted: _Counted, depth: int) -> list[Any]:
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


class _Annotations:
    """What stands on a page apart from its content: comments, what is filled in, words struck through by hand."""

    def __init__(self, view: _View, form: Any, counted: _Counted) -> None:
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
                self.fields.append([words, *_rounded(box)])
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
            return _text_of(lambda buffer, size: pdf.FPDFAnnot_GetFormFieldValue(self.form, annotation, buffer, size))
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
                self.strikes.append(_rounded((left, (top + bottom) / 2, right, (top + bottom) / 2)))


def _annotated(annotation: Any, key: bytes) -> str:
    return _text_of(lambda buffer, size: pdf.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def _text_of(ask: Callable[[Any, int], int]) -> str:
    """Return a text that PDFium writes, in two bytes a letter, into the room it is given."""
    length = min(ask(None, 0), 20_000)
    if length <= 2:  # noqa: PLR2004  (an empty string still has its end)
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def main() -> None:
    """Read a file from the standard input and write what stands in it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (there is none on Windows)

        # The parent stops a child that takes too long; this one that takes too much.
        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
    try:
        found = extracted(sys.stdin.buffer.read())
        written = json.dumps(found, ensure_ascii=True, separators=(",", ":"))
    except MemoryError:
        written = '{"error":"memory"}'
    sys.stdout.write(written)


if __name__ == "__main__":
    main()
