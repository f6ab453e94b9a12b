"""When words are the same words: spaces, quotation marks, dashes and composition do not count."""

from __future__ import annotations

import hashlib
import unicodedata

_ONE_KIND = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u00ad": None,
        "\u2026": "...",
    }
)


def one_form(words: str) -> str:
    """Return words with one kind of space, quotation mark and dash, in composed form (NFC)."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_ONE_KIND).split())


def words_sha256(words: str) -> str:
    """Return the hash by which an answer knows its words again: of their one form, in hexadecimal."""
    return hashlib.sha256(one_form(words).encode("utf-8", "replace")).hexdigest()
