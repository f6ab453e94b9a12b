"""The compiled rule book is kept on disk in two files: the rules, and the examples that prove them."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from checker.evaluation.examples import show
from checker.rulebook.cache import load_library

STANDARDS = Path(__file__).parents[1] / "standards"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    folder.chmod(0o700)
    load_library(STANDARDS, folder)
    return folder


def test_a_check_reads_the_rules_alone_and_a_test_reads_the_examples_too(cache: Path) -> None:
    assert sorted(path.suffix for path in cache.iterdir()) == [".book", ".examples"]
    alone, whole = load_library(STANDARDS, cache, examples=False), load_library(STANDARDS, cache)
    assert alone.book.examples == ()
    assert len(whole.book.examples) > len(whole.book.rules)
    assert list(alone.book.rules) == list(whole.book.rules)


@pytest.mark.parametrize("suffix", [".book", ".examples"])
def test_a_file_that_others_could_have_written_is_not_read(cache: Path, suffix: str) -> None:
    if not hasattr(os, "getuid"):
        pytest.skip("permissions are of another kind here")
    path = next(path for path in cache.iterdir() if path.suffix == suffix)
    kept = path.read_bytes()
    path.write_bytes(b"not what it was")
    path.chmod(0o666)
    assert load_library(STANDARDS, cache).book.examples
    path.chmod(0o600)
    path.write_bytes(kept)


def test_what_evaluation_has_made_ready_stays_in_its_process(cache: Path) -> None:
    library = load_library(STANDARDS, cache)
    example = library.book.examples[0]
    before = show(example, library)
    assert library.ready
    written = pickle.loads(pickle.dumps(library))  # noqa: S301  (written a moment ago, here)
    assert written.ready == {}
    assert show(example, written) == before
