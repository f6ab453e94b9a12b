"""What the tests of intake share: a case from text, and facts as short words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from words_only import words_only

from checker.case import CaseFile
from checker.facts import Days, Fact
from checker.intake.load import load
from checker.rulebook.library import Library

AS_AT = date(2026, 6, 10)


@pytest.fixture(scope="session")
def library() -> Library:
    library: Library = words_only()
    return library


@pytest.fixture
def case(library: Library) -> Callable[..., CaseFile]:
    """Load texts, each under its name; one text alone is record.yaml."""

    def load_texts(text: str = "", /, **named: str) -> CaseFile:
        files = [("record.yaml", text.encode())] if text else []
        files += [(name.replace("_", ".", 1), body.encode()) for name, body in named.items()]
        return load(files, AS_AT, library=library)

    return load_texts


def said(fact: Fact | None) -> str:
    """Return a fact as short words: its values if it has any, else its state."""
    if fact is None:
        return "not covered"
    if not fact.versions:
        return str(fact.state)
    return " | ".join(_value(version.value) for version in fact.versions)


def _value(value: object) -> str:
    if isinstance(value, Days):
        return str(value.first) if value.known_day else f"{value.first}..{value.last}"
    return str(value)
