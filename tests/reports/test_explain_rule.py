"""A rule in words: source, force, status, when it applies, what it asks, exceptions, who decides."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.findings import AuthorityUsed
from dsl.load import load_book
from dsl.tree import Book
from reports.explain import explain_rule

DSL = Path(__file__).parent.parent / "dsl"


@pytest.fixture(scope="module")
def book() -> Book:
    sys.path.insert(0, str(DSL))
    from library_vocabulary import VOCABULARY

    loaded = load_book({"topics/lending.standard": (DSL / "lending.standard").read_text(encoding="utf-8")}, VOCABULARY)
    assert loaded.book is not None
    return loaded.book


@dataclass(frozen=True)
class Lending:
    book: Book
    authorities: Mapping[str, AuthorityUsed]


def told_of(book: Book, id_: str) -> str:
    return explain_rule(book.rules[id_], Lending(book, {}))


def test_every_rule_is_told_in_words(book: Book) -> None:
    for id_ in book.rules:
        told = told_of(book, id_)
        assert told.startswith(f"{id_}  ")
        assert all(len(line) <= 100 for line in told.splitlines())
        assert told.index("Source: ") < told.index("Force: ") < told.rindex("The ")
        assert not re.search(r"\b[a-z]+_[a-z_]+\b|None|\(\)|<", told), told


def test_what_must_not_be_done_is_told_as_such(book: Book) -> None:
    told = told_of(book, "NO-LENDING-IN-JUNE")
    assert "The lending library must not do so if:" in told
    assert "not this:" not in told


def test_every_part_of_a_rule_is_told(book: Book) -> None:
    told = told_of(book, "NOTICE-IN-TIME")
    for words in (
        "Source: libact1990 s 2(1).",
        "Force: must.",
        "Status: in force.",
        "It applies when:",
        "within",
        "Unless:",
        "Decided by a person",
    ):
        assert words in told
