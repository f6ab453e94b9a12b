"""Each of the hardest requirements is said: by a rule of the standards, or by a block the tests can load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from cases import standards
from hard_vocabulary import VOCABULARY

from checker.evaluation.examples import show
from checker.rulebook.library import Library
from checker.rulebook.names import names_of
from checker.rulebook.prepared import beyond_judgement, prepare_rules
from dsl import tree as t
from dsl.diagnostics import render
from dsl.format import format_text
from dsl.load import load_book
from dsl.walk import walk

FOLDER = Path(__file__).parent
TEXT = (FOLDER / "hard_requirements.standard").read_text(encoding="utf-8")
LISTED = yaml.safe_load((FOLDER / "hard_requirements.yaml").read_text(encoding="utf-8"))


@cache
def hard() -> t.Book:
    """The book of the hardest requirements that no document holds yet."""
    files = {"hard.standard": TEXT}
    loaded = load_book(files, VOCABULARY)
    assert loaded.book is not None, "\n".join(render(each, files) for each in loaded.diagnostics)
    return loaded.book


@cache
def library() -> Library:
    """The same book, ready to evaluate."""
    book, own = hard(), standards()
    return Library(
        book=book,
        names=names_of(VOCABULARY),
        prepared=prepare_rules(book),
        beyond_judgement=beyond_judgement(book),
        authorities={},
        lexicon=own.lexicon,
        bank_holidays=own.bank_holidays,
        version="hard",
        sha256="",
    )


def named(book: t.Book) -> set[str]:
    """The name of every block of a book."""
    kinds = (
        book.rules,
        book.exceptions,
        book.guards,
        book.judgements,
        book.readings,
        book.definitions,
        book.checklists,
        book.tables,
        book.parameters,
        book.measures,
    )
    return {name for kind in kinds for name in kind}


def test_sixty_three_are_listed() -> None:
    assert [each["number"] for each in LISTED] == list(range(1, 64))
    assert all(each.get("rules") or each.get("blocks") for each in LISTED)


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: f"{entry['number']}: {entry['about']}")
def test_it_is_said(entry: dict[str, list[str]]) -> None:
    assert set(entry.get("rules", ())) - named(standards().book) == set()
    assert set(entry.get("blocks", ())) - named(hard()) == set()


def test_no_block_is_left_over() -> None:
    listed = {name for entry in LISTED for name in entry.get("blocks", ())}
    assert set(hard().rules) | set(hard().tables) | set(hard().measures) | set(hard().parameters) <= listed


@pytest.mark.parametrize("example", hard().examples, ids=lambda example: f"{example.rule}: {example.title}")
def test_an_example_gives_what_it_says(example: t.Example) -> None:
    shown = show(example, library())
    assert [outcome.value for outcome in shown.outcomes][:1] == [example.expect]
    assert shown.holds


def test_the_blocks_use_what_the_standards_do_not_yet() -> None:
    used = {type(node) for rule in hard().rules.values() for node in walk(rule)}
    assert {t.TableValue, t.ParameterValue, t.TotalOf, t.ShareOf, t.Arithmetic, t.WithinOf, t.Matches} <= used
    assert any(rule.alongside for rule in hard().rules.values())


def test_the_file_is_formatted() -> None:
    assert format_text("hard.standard", TEXT) == TEXT
