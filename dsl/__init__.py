"""A rules language of English clauses: text in, a checked rule book out.

It knows nothing of any subject. What a rule may speak of comes in as a
:class:`dsl.vocabulary.Vocabulary`. The parser is imported only when a book is loaded,
so that reading a book that is already checked costs nothing of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl.diagnostics import Diagnostic, render
    from dsl.format import format_files, format_text
    from dsl.load import Loaded, load_book
    from dsl.tree import Book
    from dsl.vocabulary import Vocabulary

__all__ = ["Book", "Diagnostic", "Loaded", "Vocabulary", "format_files", "format_text", "load_book", "render"]

_HOMES = {
    "Book": "dsl.tree",
    "Diagnostic": "dsl.diagnostics",
    "Loaded": "dsl.load",
    "Vocabulary": "dsl.vocabulary",
    "format_files": "dsl.format",
    "format_text": "dsl.format",
    "load_book": "dsl.load",
    "render": "dsl.diagnostics",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)
