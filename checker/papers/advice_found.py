"""What was found in a report of advice while it is read, and what a reader of its reading should know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.papers.paper import Passage, Recommended

_LONGEST_QUOTED = 80


@dataclass
class Found:
    """What was found. ``loose`` are needs outside any part on needs, ``passed_over`` words among recommendations."""

    needs: list[Passage]
    provision: list[Recommended]
    outcomes: list[Passage]
    loose: list[Passage]
    passed_over: list[str]


def in_part(found: Found) -> Iterator[str]:
    """Yield what a reader of the report should know of what was not found, or not taken for a recommendation."""
    for held, name in ((found.needs or found.loose, "need"), (found.provision, "recommendation")):
        if not held:
            yield f"we found no {name} in it: it may stand there in other words"
    if found.passed_over:
        first = found.passed_over[0]
        words = first if len(first) <= _LONGEST_QUOTED else f"{first[:_LONGEST_QUOTED].rstrip()} …"
        others = len(found.passed_over) - 1
        more = f", and {others} more" if others else ""
        yield f"beneath its recommendations, and not taken for one: “{words}”{more}"
