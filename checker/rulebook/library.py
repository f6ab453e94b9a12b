"""The rule book as one object: rules, authorities, lexicon and calendar, ready to evaluate.

``standards/`` is read, checked and compiled here, and nowhere else. The result holds only
the authorities that a rule cites.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.findings import AuthorityUsed
from checker.rulebook.names import Names, names_of
from checker.rulebook.prepared import Prepared, beyond_judgement, prepare_rules
from dsl.tree import Book, Citation

if TYPE_CHECKING:
    from checker.wording.scan import Lexicon
    from dsl.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False)
class Library:
    """A compiled rule book. ``sha256`` is of everything under ``standards/``.

    ``ready`` is what evaluation has made ready of the book so far, by the identity of the block or condition, which is
    kept beside it. It is filled as rules are first tested, and stays in the process that filled it.
    """

    book: Book
    names: Names
    prepared: Mapping[str, Prepared]
    beyond_judgement: frozenset[str]
    authorities: Mapping[str, AuthorityUsed]
    lexicon: Lexicon
    bank_holidays: frozenset[date]
    version: str
    sha256: str
    ready: dict[int, tuple[object, Any]] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is written to disk: all but what evaluation has made ready."""
        return {**self.__dict__, "ready": {}}


class RulesRefused(Exception):  # noqa: N818  (it says what happened: the rules were refused)
    """The rules cannot be loaded; ``diagnostics`` say why, each at its place."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the diagnostics."""
        super().__init__(f"{len(diagnostics)} problems in the rules")
        self.diagnostics = diagnostics


def standards_files(folder: Path) -> dict[str, bytes]:
    """Return every file of ``standards/`` by its path below it, in a fixed order."""
    paths = sorted(
        path for path in folder.rglob("*") if path.suffix in (".standard", ".yaml") or path.name == "VERSION"
    )
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of names and contents together."""
    whole = hashlib.sha256()
    for name, data in files.items():
        whole.update(f"{name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()


def build_library(files: Mapping[str, bytes]) -> Library:
    """Compile ``standards/``. Raises :class:`RulesRefused` with every problem found."""
    from checker.clocks.calendar import read_bank_holidays  # noqa: PLC0415  (only a build needs these)
    from checker.rulebook.sources import read_sources  # noqa: PLC0415
    from checker.rulebook.vocabulary import build_vocabulary  # noqa: PLC0415
    from checker.rulebook.yaml_data import yaml_data  # noqa: PLC0415
    from checker.wording.lexicon import compile_lexicon  # noqa: PLC0415
    from dsl.load import load_book  # noqa: PLC0415

    def data(prefix: str) -> dict[str, Any]:
        return {
            name: yaml_data(text) for name, text in files.items() if name.startswith(prefix) and name.endswith(".yaml")
        }

    sources = read_sources(data("sources/"))
    vocabulary = build_vocabulary(sources.instruments, sources.authorities)
    topics = {name: text.decode("utf-8") for name, text in files.items() if name.endswith(".standard")}
    loaded = load_book(topics, vocabulary)
    if loaded.book is None:
        raise RulesRefused(loaded.diagnostics)
    cited = {id_ for citation in _citations(loaded.book) for id_ in citation.authorities}
    return Library(
        book=loaded.book,
        names=names_of(vocabulary),
        prepared=prepare_rules(loaded.book),
        beyond_judgement=beyond_judgement(loaded.book),
        authorities={id_: used for id_, used in sources.used.items() if id_ in cited},
        lexicon=compile_lexicon(data("lexicon/")),
        bank_holidays=read_bank_holidays(data("calendars/")["calendars/england.yaml"]),
        version=files.get("VERSION", b"").decode("utf-8").strip(),
        sha256=digest(files),
    )


def _citations(book: Book) -> Iterable[Citation]:
    for rule in book.rules.values():
        yield rule.source
        yield from rule.see
    for exception in book.exceptions.values():
        for to in exception.to:
            yield from to.citations
    for guard in book.guards.values():
        yield guard.source
    for judgement in book.judgements.values():
        yield judgement.source
        yield from (each.citation for each in judgement.consider if each.citation)
    for reading in book.readings.values():
        if reading.source:
            yield reading.source
        if reading.settled_by:
            yield Citation(reading.settled_by, (reading.settled_by,))
    yield from _citations_of_words(book)


def _citations_of_words(book: Book) -> Iterable[Citation]:
    for definition in book.definitions.values():
        if definition.source:
            yield definition.source
    for checklist in book.checklists.values():
        if checklist.source:
            yield checklist.source
        yield from (entry.citation for entry in checklist.entries if entry.citation)
