"""What a file is, told from its first bytes and never from its name.

Pure functions of the bytes.
"""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_HEADER = 1 << 16

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"<!DOCTYPE", "a web page or XML"),
    (b"<html", "a web page"),
    (b"<?xml", "XML outside a Word file"),
)


def is_pdf(data: bytes) -> bool:
    """Return whether the file is a PDF: some have a few bytes before their first line."""
    return b"%PDF-" in data[:1024]


def is_zip(data: bytes) -> bool:
    """Return whether the file is a zip archive, which a .docx is."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def other_kind(data: bytes) -> str:
    """Return what a file that is neither zip nor text is, in plain words, or an empty string.

    An old or encrypted Word file is an OLE container: a .docx with a password is one that
    holds a stream called EncryptedPackage.
    """
    if data.startswith(_OLE):
        return _ole_kind(data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a file of a kind that is not known"
    return ""


def _ole_kind(data: bytes) -> str:
    # Directory names of an OLE container stand in UTF-16, in a sector near either end.
    ends = data[:_OLE_HEADER] + data[-_OLE_HEADER:]
    if "EncryptedPackage".encode("utf-16-le") in ends:
        return "encrypted: it opens only with a password"
    if "WordDocument".encode("utf-16-le") in ends:
        return "a Word file of the old kind (.doc)"
    return "an old Office file"
