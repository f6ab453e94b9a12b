"""What an outcome is marked as: education or training, health, social care or wider."""

from __future__ import annotations

import re

from checker.facts import Place, State
from checker.intake.plan.details import says_nothing
from checker.intake.plan.items import Item

_KINDS = (
    ("education_or_training", r"\b(?:education|training)"),
    ("health", r"\bhealth\b"),
    ("social_care", r"\bcare\b"),
    ("wider", r"\bwider\b|\bother\b"),
)


def outcome_kind(item: Item) -> tuple[str, State, str, Place] | None:
    """Return the kind, how it is known, the words that mark it and their place; None if nothing marks the outcome.

    A cell of its own counts, and so does a heading that speaks of outcomes. Words that name two kinds name none.
    """
    cells = [(cell.text, cell.place) for cell in item.cells if cell.role == "kind"]
    titles = [title for title in (item.title, item.outer) if "outcome" in title.lower()]
    for words, place in [*cells, *((title, item.title_place or item.place) for title in titles)]:
        named = [kind for kind, pattern in _KINDS if re.search(pattern, words, re.IGNORECASE)]
        if len(named) == 1:
            return named[0], State.KNOWN, words, place
    for words, place in cells[:1]:
        return "", State.NOT_STATED if says_nothing(words) else State.NOT_FOUND, words, place
    return None
