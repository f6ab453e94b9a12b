"""A file as a report names it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.facts import Place


@dataclass(frozen=True)
class DocumentUsed:
    """A file that was read: its kind, its name, its SHA-256, and what was noticed.

    ``unplaced`` lists the blocks of the body the reader put in no section. ``problem`` is
    set when the file could not be read: what it would hold is *not covered*. ``taken_for``
    says by what words its kind was told, where that is sure; else that is among the notes.
    """

    id: str
    kind: str
    stage: str
    name: str
    sha256: str
    under_test: bool
    notes: tuple[str, ...]
    unplaced: tuple[Place, ...]
    problem: str
    taken_for: str = ""
