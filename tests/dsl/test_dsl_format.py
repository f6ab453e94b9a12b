"""Laws of the formatter and the parser, on the library's book and on what is made of it."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from golden import FILES
from hypothesis import given, settings
from hypothesis import strategies as st
from library_vocabulary import VOCABULARY

from dsl import syntax as s
from dsl.blocks import split
from dsl.diagnostics import render
from dsl.format import format_files, format_text
from dsl.load import load_book
from dsl.parse import parse_file

TEXT = (Path(__file__).parent / "lending.standard").read_text(encoding="utf-8")
BLOCKS = [raw.text for raw in split(TEXT)]
WORDS = re.findall(r'"[^"\n]*"|#[^\n]*|[A-Za-z0-9_-]+|[^\sA-Za-z0-9_-]', TEXT)
EXTRA = [
    "and",
    "or",
    "not",
    "working",
    "normally",
    "is",
    "the",
    "(",
    ")",
    "8",
    "weeks",
    '"',
    "#",
    "'s",
    "rule",
    "\u2019",
    "\x00",
    "\u00a0",
    "\v",
]


def parsed(text: str) -> tuple[s.Block, ...]:
    """The blocks of a text that parses."""
    blocks, wrong = parse_file("x.standard", text)
    assert not wrong
    return blocks


def test_formatting_says_the_same() -> None:
    formatted = format_text("x.standard", TEXT)
    assert parsed(formatted) == parsed(TEXT)
    assert format_text("x.standard", formatted) == formatted
    assert load_book({"topics/lending.standard": formatted}, VOCABULARY).diagnostics == ()


def test_comments_are_kept_in_their_order() -> None:
    comments = re.findall(r"#[^\n]*", TEXT)
    assert re.findall(r"#[^\n]*", format_text("x.standard", TEXT)) == comments


def test_lines_are_not_too_long() -> None:
    assert max(map(len, format_text("x.standard", TEXT).split("\n"))) <= 120


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), max_size=4), st.randoms(use_true_random=False))
def test_spacing_does_not_matter(blocks: list[str], random: Random) -> None:
    text = "\n".join(blocks)

    def space(match: re.Match[str]) -> str:
        return " " * random.randint(1, 3) if match[0].isspace() else match[0]

    spread = re.sub(r'"[^"\n]*"|#[^\n]*|(?<=[a-z,;)]) +(?=[a-z(])', space, text)
    assert parsed(spread) == parsed(text)
    formatted = format_text("x.standard", spread)
    assert parsed(formatted) == parsed(spread)
    assert format_text("x.standard", formatted) == formatted


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_word_changed_is_answered_and_formats_to_the_same(data: st.DataObject) -> None:
    words = list(re.finditer(r'"[^"\n]*"|[A-Za-z0-9_-]+|[^\sA-Za-z0-9_-]', TEXT))
    word = data.draw(st.sampled_from(words))
    new = data.draw(st.sampled_from(["", *EXTRA, *WORDS]))
    text = TEXT[: word.start()] + new + TEXT[word.end() :]
    loaded = load_book({"topics/lending.standard": text}, VOCABULARY)
    assert (loaded.book is None) == bool(loaded.diagnostics)
    for each in loaded.diagnostics:
        assert render(each, {"topics/lending.standard": text})
    formatted = format_text("x.standard", text)
    assert parse_file("x.standard", formatted)[0] == parse_file("x.standard", text)[0]
    assert format_text("x.standard", formatted) == formatted


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from([*WORDS, *EXTRA, "\n"]), max_size=60).map(" ".join)))
def test_any_text_is_answered(text: str) -> None:
    loaded = load_book({"x.standard": text}, VOCABULARY)
    assert (loaded.book is None) == bool(loaded.diagnostics)
    formatted = format_text("x.standard", text)
    assert format_text("x.standard", formatted) == formatted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_block_is_left_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    formatted = format_text(path.name, text)
    assert parse_file(path.name, formatted)[0] == parse_file(path.name, text)[0]
    assert len(parse_file(path.name, formatted)[1]) == len(parse_file(path.name, text)[1])
    assert format_text(path.name, formatted) == formatted


def test_the_missing_half_of_an_exception_is_written() -> None:
    without = TEXT.replace("  unless    AWAY, BRANCH-CLOSED, NEW-DAY\n", "  unless    AWAY\n").replace(
        "  unless    AWAY\n\n", "\n"
    )
    assert {each.code for each in load_book({"x.standard": without}, VOCABULARY).diagnostics} == {"UNLESS-TO"}
    formatted = format_files({"x.standard": without})["x.standard"]
    assert load_book({"x.standard": formatted}, VOCABULARY).diagnostics == ()
    assert "  unless    AWAY, BRANCH-CLOSED, NEW-DAY\n" in formatted


def test_a_comment_beside_a_clause_goes_above_it() -> None:
    head = 'rule A  "x"\n'
    below = '# next\n\n# more\nrule B  "y"\n  source    a s 1\n'
    text = head + "  source  a s 1 # why\n  # lone\n  see  b s 2\n    # last\n\n" + below.replace("    a", " a")
    assert format_text("x.standard", text) == (
        head + "  # why\n  source    a s 1\n  # lone\n  see       b s 2\n  # last\n\n" + below
    )
