"""A rule in words: source, force, status, when it applies, what it asks, exceptions, who decides."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dsl.load import load_book
from dsl.tree import Book
from reports.explain import NotFoundError, rule

DSL = Path(__file__).parent.parent / "dsl"


@pytest.fixture(scope="module")
def book() -> Book:
    sys.path.insert(0, str(DSL))
    from library_vocabulary import VOCABULARY  # noqa: PLC0415

    loaded = load_book({"topics/lending.standard": (DSL / "lending.standard").read_text(encoding="utf-8")}, VOCABULARY)
    assert loaded.book is not None
    return loaded.book


def test_every_rule_is_told(book: Book, golden: Callable[[str, str], None]) -> None:
    golden("explain_rules.txt", "\n".join(rule(book, id_, {}) for id_ in book.rules))


def test_every_part_of_a_rule_is_told(book: Book) -> None:
    told = rule(book, "NOTICE-IN-TIME", {})
    for words in ("Source: libact1990 s 2(1).", "Force: must.", "Status: in force.", "It applies when:", "within", "Unless:", "Decided by a person"):
        assert words in told


def test_an_unknown_rule_is_named(book: Book) -> None:
    with pytest.raises(NotFoundError, match="NO-SUCH-RULE"):
        rule(book, "NO-SUCH-RULE", {})
