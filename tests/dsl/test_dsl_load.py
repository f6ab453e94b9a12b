"""Loading a whole book about library loans: every form of the language, and what it becomes."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from pathlib import Path

import pytest
from library_vocabulary import VOCABULARY

from dsl import tree as t
from dsl.checks import walk
from dsl.diagnostics import render
from dsl.load import load_book

TEXT = (Path(__file__).parent / "lending.standard").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def book() -> t.Book:
    """The book of lending.standard."""
    loaded = load_book({"topics/lending.standard": TEXT}, VOCABULARY)
    assert not loaded.diagnostics, "\n".join(render(each, {"topics/lending.standard": TEXT}) for each in loaded.diagnostics)
    assert loaded.book is not None
    return loaded.book


def test_every_construct_is_used(book: t.Book) -> None:
    parts = [*book.rules.values(), *book.exceptions.values(), *book.guards.values(), *book.judgements.values(),
             *book.readings.values(), *book.definitions.values(), *book.checklists.values(), *book.examples]  # fmt: skip
    used = {type(each).__name__ for part in parts for each in walk(part)}
    built = {name for name, each in vars(t).items() if is_dataclass(each) and each.__module__ == t.__name__}
    assert built - used == {"Span", "Book", "Always"}
