"""The grammar has no conflicts, is needed only to load, and is quick."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lark import Lark
from library_vocabulary import VOCABULARY

from dsl.blocks import split
from dsl.load import load_book
from dsl.names import edits, listed, nearest, singular, suggestion
from dsl.parse import grammar

TEXT = (Path(__file__).parent / "lending.standard").read_text(encoding="utf-8")


def test_the_grammar_builds_strictly() -> None:
    assert Lark(grammar(), parser="lalr", start="block", strict=True).parse(split(TEXT)[0].text)


def test_reading_a_checked_book_needs_no_parser() -> None:
    code = "import sys, dsl, dsl.tree, dsl.vocabulary; print('lark' in sys.modules, 'dsl.load' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_large_book_loads_quickly() -> None:
    blocks = [block.text for block in split(TEXT) if block.kind == "rule"]
    names = ("NOTICE-IN-TIME", "RETURN-IN-TIME", "NO-LENDING-IN-JUNE", "YOUNG-READERS", "QUIET-ROOM", "FAULTS-MENDED")
    copies = [
        re.sub("  unless .*", "", text.replace(name, f"{name}-{number}"))
        for number in range(6)
        for name in names
        for text in blocks
        if text.startswith(f"rule {name}")
    ]
    whole = TEXT + "\n" + "\n".join(copies)
    start = time.perf_counter()
    loaded = load_book({"topics/lending.standard": whole}, VOCABULARY)
    taken = time.perf_counter() - start
    assert loaded.diagnostics == ()
    assert loaded.book is not None
    assert len(loaded.book.rules) == 47
    assert taken < 2.5


def test_a_clause_at_the_margin_begins_no_block() -> None:
    kinds = [
        block.kind
        for block in split(
            'rule A "x"\nsource b s 1\nconsider "this"\nrules of "play"\n\nexample "y" for A  as at 2026-01-01'
        )
    ]
    assert kinds == ["rule", "", "example"]


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [("week", "weeks", 1), ("recieved", "received", 1), ("sent", "sent", 0), ("draft", "final", 3), ("", "ab", 2)],
)
def test_distance(left: str, right: str, distance: int) -> None:
    assert edits(left, right, 2) == distance


def test_nearest_names() -> None:
    assert nearest("famly", ["family", "reader"]) == "family"
    assert nearest("xyz", ["family", "reader"]) is None
    assert suggestion("xyz", ["family", "reader"], "the ") == "there is `the family` and `the reader`"
    assert suggestion("xyz", [str(number) for number in range(20)]) == ""
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("provisions", "provision"),
        ("entries", "entry"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("advice", "advice"),
        ("class", "class"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
