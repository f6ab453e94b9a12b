from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.intake.limits import MAX_PROBLEMS, Problem, Refused, shown
from checker.intake.yaml_nodes import MAX_DEPTH, Node, neutralised, read_yaml


def read(text: str) -> Node:
    file = read_yaml(text.encode())
    assert not file.problems
    assert file.root
    return file.root


def test_scalars_are_words_with_line_and_column() -> None:
    root = read("a: 0123\nb: no\nc:\nd: ~\ne: 'null'\nf: null\n")
    assert [root.map[key].value for key in "abcdef"] == ["0123", "no", None, None, "null", None]
    assert (root.map["b"].line, root.map["b"].column) == (2, 4)
    assert root.map["c"].line == 3


def test_the_three_tags_are_kept() -> None:
    root = read("a: !not-yet\nb: {c: !not-applicable , d: x}\ne: !disputed [{value: 1}]\n")
    assert [root.map["a"].tag, root.map["b"].map["c"].tag, root.map["e"].tag] == [
        "!not-yet",
        "!not-applicable",
        "!disputed",
    ]
    assert root.map["b"].map["d"].value == "x"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2\n", 2, "`a` stands twice here: it was given before on line 1"),
        ("a: &x [1]\nb: *x\n", 2, "`*x` stands for something written elsewhere"),
        ("a: !!python/name:os.system\n", 1, "`!!python/name:os.system` is not a tag used here"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("? [a]\n: 1\n", 1, "a name is expected before the colon"),
        ("a:\n\tb: 1\n", 2, "a tab stands where only spaces may"),
        ("a: b: c\n", 1, "a colon and space stand inside words"),
        ("a: 'b\n", 2, "a quotation mark is opened and not closed"),
        ("a: [1, 2\n", 2, "a bracket is opened and not closed"),
        ("[" * (MAX_DEPTH + 1), 1, "nests more than"),
        ("", 0, "the file is empty"),
    ],
)
def test_what_is_wrong_has_its_line(text: str, line: int, words: str) -> None:
    (problem, *_) = read_yaml(text.encode()).problems
    assert problem.line == line
    assert words in problem.message


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    root = read_yaml(b"a: 1\r\nb: x\xc2\x85y\xe2\x80\xa8z\r\nc: 3\r").root
    assert root
    assert [root.map[key].line for key in "abc"] == [1, 2, 3]
    assert root.map["b"].value == "x y z"


def test_odd_characters_are_made_harmless_and_noted() -> None:
    file = read_yaml('a: "x\u202ey"\nb: "\\u202e\\x07z"\n'.encode())
    assert file.root
    assert [file.root.map[key].value for key in "ab"] == ["xy", "\N{REPLACEMENT CHARACTER}z"]
    assert len(file.notes) == 2
    assert "line 1" in file.notes[0]
    assert "line 2" in file.notes[1]


def test_a_refusal_lists_twenty_problems_in_order_of_line() -> None:
    refusal = Refused("r.yaml", [Problem("wrong", line) for line in range(40, 0, -1)])
    lines = str(refusal).splitlines()
    assert lines[0] == "r.yaml:1: wrong"
    assert len(lines) == MAX_PROBLEMS + 1
    assert lines[-1] == "and 20 more"


def test_messages_show_words_on_one_printable_line() -> None:
    assert shown("a\n\x1b[31mb") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[31mb"
    assert shown("x" * 100, 10) == "x" * 9 + "…"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_have_problems(data: bytes) -> None:
    file = read_yaml(data)
    assert (file.root is not None) or file.problems
    assert all(problem.line >= 0 for problem in file.problems)


@given(st.text(alphabet="ab:-?&*!|>'\"{}[],#%@` \n\t~0\u202e\x00", max_size=120))
def test_any_marks_are_read_or_have_problems(text: str) -> None:
    file = read_yaml(text.encode())
    assert (file.root is not None) or file.problems


@given(st.text(max_size=200))
def test_neutralised_text_is_harmless_and_stays_so(text: str) -> None:
    plain = neutralised(text)
    assert neutralised(plain) == plain
    assert not set(plain) & set("\u202e\u202a\u2066\u200f\x00\x1b\x85\u2028")
