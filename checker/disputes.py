"""Facts that two sources give differently, and the findings that turn on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.facts import Place, Value
from checker.findings import Outcome


@dataclass(frozen=True)
class Turn:
    """A finding that turns on a dispute: its id, and its outcome on each version, in their order."""

    finding: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Dispute:
    """A fact that two sources give differently, and the findings that turn on it.

    ``said`` and ``owner`` are how a sentence speaks of it; a version is its value, its place and who says so.
    """

    pointer: str
    said: str
    owner: str
    versions: tuple[tuple[Value | date | None, Place, str], ...]
    turns: tuple[Turn, ...]
