"""Every mistake has its own wording, printed as a lawyer would read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from golden import FILES, answer

import dsl
from dsl import mistakes
from dsl.blocks import split
from dsl.parse import grammar, parse_block, parser
from dsl.syntax import Block
from dsl.wordings import TABLE

SOURCES = sorted(path for path in Path(dsl.__file__).parent.glob("*.py") if path.stem != "lint")
"""What stops a load. What lint says of a book that loads is shown where lint is tested."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_answer(path: Path) -> None:
    assert answer(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_wording_is_reached() -> None:
    reached = {
        mistakes.key_of(mistakes.find(parser(), raw))
        for path in FILES
        for raw in split(path.read_text(encoding="utf-8"))
        if raw.kind and not isinstance(parse_block(path.name, raw), Block)
    }
    assert set(TABLE) - reached == set()


def test_every_code_is_shown() -> None:
    written = re.findall(
        r'(?:Mistake|report|Diagnostic|Wording)\((?:[^,"]+,)?\s*"([A-Z][A-Z-]+)"', "".join(map(Path.read_text, SOURCES))
    )
    shown = {word for path in FILES for word in re.findall(r":\d+:\d+  ([A-Z-]+)  ", answer(path))}
    assert set(written) - shown == set()


def test_no_message_names_a_terminal() -> None:
    terminals = set(re.findall(r"^(_?[A-Z][A-Z_]+)(?:\.-?\d)?:", grammar(), re.MULTILINE))
    assert "NAME" in terminals
    for path in FILES:
        messages = re.sub(r"^.*:\d+:\d+  [A-Z-]+  ", "", answer(path), flags=re.MULTILINE)
        messages = re.sub(r"^ *\d+ \|.*$", "", messages, flags=re.MULTILINE)
        words = set(re.findall(r"(?<![`A-Za-z-])_?[A-Z][A-Z_]+(?![A-Za-z-])", messages))
        assert not words & terminals, path.name


def test_one_bad_block_does_not_hide_the_next() -> None:
    (path,) = (path for path in FILES if path.stem == "two_bad_blocks")
    assert re.findall(r"standard:(\d+):", answer(path)) == ["4", "8"]
