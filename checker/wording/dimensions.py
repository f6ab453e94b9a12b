"""What the words of a provision or an outcome state, as facts read from running words.

What the scan does not find is *not found*: the words may say it in a way it does not know.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.facts import Days, Fact, Origin, Place, State, absent, known
from checker.intake.dates import find_days
from checker.wording.scan import Hit, Lexicon, Scan, scan

PROVISION_FIELDS: Final = (
    "frequency",
    "duration",
    "amount",
    "ratio",
    "group_size",
    "deliverer",
    "qualification",
    "setting_of_delivery",
    "start",
    "end",
    "review",
    "minimum",
    "covers",
)


def facts_for_provision(words: str, place: Place, lexicon: Lexicon) -> dict[str, Fact]:
    """Return a fact for each of :data:`PROVISION_FIELDS`, known in the item's own words or not found.

    ``place`` is the place of the item. An amount that follows from how often and how long
    is *worked out*, in the words of both.
    """
    found = scan(words, "F", lexicon)
    facts = {field: _fact(_first(found, field), place) for field in PROVISION_FIELDS}
    if facts["amount"].state is State.NOT_FOUND and found.states("amount"):
        together = f"{facts['duration'].value}, {facts['frequency'].value}"
        facts["amount"] = known(together, replace(place, words=together), Origin.WORKED_OUT)
    return facts


def facts_for_outcome(words: str, place: Place, lexicon: Lexicon) -> dict[str, Fact]:
    """Return the facts ``by_when`` (days, where a date stands there) and ``by_when_words``."""
    found = scan(words, "E", lexicon)
    # "For four weeks" says how long something lasts, and is no time to reach an outcome by.
    ends = [hit for hit in found.dimensions if hit.name == "end" and not hit.words.casefold().startswith("for ")]
    dated = ((hit, days) for hit in ends for days in [_days(words, hit)] if days)
    hit, days = next(dated, (ends[0] if ends else None, None))
    return {
        "by_when": known(days, replace(place, words=hit.words), Origin.READ) if hit and days else _fact(None, place),
        "by_when_words": _fact(hit, place),
    }


def _first(found: Scan, dimension: str) -> Hit | None:
    return next((hit for hit in found.dimensions if hit.name == dimension), None)


def _fact(hit: Hit | None, place: Place) -> Fact:
    if hit is None:
        return absent(State.NOT_FOUND, place)
    return known(hit.words, replace(place, words=hit.words), Origin.READ)


def _days(words: str, hit: Hit) -> Days | None:
    # A date in figures or with its year may run on beyond the words the scan needed.
    return next((each.days for each in find_days(words) if hit.start <= each.start < hit.end), None)
