"""A reason recorded in a name alone is told as an unknown path, and breaks nothing."""

from __future__ import annotations

import pytest
from library_vocabulary import VOCABULARY

from dsl.diagnostics import render
from dsl.format import format_text
from dsl.load import load_book

TEXT = """rule SHELVED  "A book that comes back is put on its shelf"
  source    code-1
  checks    loan
  the library should ensure that the loan's return has happened
  reason recorded in  somewhere
"""


@pytest.mark.parametrize("after", ["somewhere", "the loan's nowhere"])
def test_it_is_told(after: str) -> None:
    text = TEXT.replace("somewhere", after)
    loaded = load_book({"t.standard": text}, VOCABULARY)
    assert loaded.book is None
    assert any(after.rsplit(" ", 1)[-1] in render(each, {"t.standard": text}) for each in loaded.diagnostics)
    assert format_text("t.standard", text)
