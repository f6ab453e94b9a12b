"""What the words of a provision or an outcome state, as facts read from running words.

What the scan does not find is *not found*: the words may say it in a way it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_SUPERVISION: Final = "qualification/supervision"
_ASSISTANT: Final = re.compile(r"assistants?\b|\b(?:ta|lsa|hlta)s?\b", re.IGNORECASE)
_OPEN: Final = frozenset(("vague_phrases", "delegating_phrases", "permissive_phrases", "deferring_phrases"))
_AMOUNTS: Final = ("frequency", "duration", "amount", "minimum", "covers")


def facts_for_provision(words: str, place: Place, lexicon: Lexicon, section: str = "F") -> dict[str, Fact]:
    """Return a fact for each of :data:`PROVISION_FIELDS`, known in the item's own words or not found.

    ``place`` is the place of the item, in ``section``. An amount that follows from how often
    and how long is *worked out*, in the words of both. ``prompts`` is what the words raise:
    all that was looked for, so that none is an empty list and never *not found*.
    """
    found = scan(words, section, lexicon)
    facts = {field: _fact(_first(found, field), place) for field in PROVISION_FIELDS}
    supervision = next((hit for hit in found.dimensions if hit.form == _SUPERVISION), None)
    facts["supervision"] = _fact(supervision, place)
    if facts["amount"].state is State.NOT_FOUND and found.states("amount"):
        together = f"{facts['duration'].value}, {facts['frequency'].value}"
        facts["amount"] = known(together, replace(place, words=together), Origin.WORKED_OUT)
    facts["prompts"] = _prompts([*_raised(found, lexicon), *_provision_prompts(found)], place)
    return facts


def facts_for_outcome(words: str, place: Place, lexicon: Lexicon) -> dict[str, Fact]:
    """Return the facts ``by_when`` (days, where a date stands there), ``by_when_words`` and ``prompts``."""
    found = scan(words, "E", lexicon)
    # "For four weeks" says how long something lasts, and is no time to reach an outcome by.
    ends = [hit for hit in found.dimensions if hit.name == "end" and not hit.words.casefold().startswith("for ")]
    dated = ((hit, days) for hit in ends for days in [_days(words, hit)] if days)
    hit, days = next(dated, (ends[0] if ends else None, None))
    return {
        "by_when": known(days, replace(place, words=hit.words), Origin.READ) if hit and days else _fact(None, place),
        "by_when_words": _fact(hit, place),
        "prompts": _prompts(_raised(found, lexicon), place),
    }


def _raised(found: Scan, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the prompts that phrases raise, each with the words that raise it."""
    for hit in found.phrases:
        if not hit.cleared:
            yield from ((prompt, hit.words) for prompt in lexicon.phrases[hit.id].raises)


def _provision_prompts(found: Scan) -> Iterator[tuple[str, str]]:
    yield from (("open_words", hit.words) for hit in found.phrases if hit.stands and hit.list in _OPEN)
    if not any(found.states(name) for name in _AMOUNTS):
        yield "no_amount", ""
    yield from (("end_date", hit.words) for hit in found.dimensions if hit.name == "end")
    yield from (
        ("assistant", hit.words) for hit in found.dimensions if hit.name == "deliverer" and _ASSISTANT.search(hit.words)
    )


def _prompts(raised: Iterable[tuple[str, str]], place: Place) -> Fact:
    words: dict[str, str] = {}
    for prompt, said in raised:
        words.setdefault(prompt, said)
    first = next((said for said in words.values() if said), "")
    return known(tuple(words), replace(place, words=first) if first else place, Origin.READ)


def _first(found: Scan, dimension: str) -> Hit | None:
    """Return the first hit of a dimension: of those that begin in one place, the one that says most."""
    hits = (hit for hit in found.dimensions if hit.name == dimension)
    return min(hits, key=lambda hit: (hit.start, -hit.end), default=None)


def _fact(hit: Hit | None, place: Place) -> Fact:
    if hit is None:
        return absent(State.NOT_FOUND, place)
    return known(hit.words, replace(place, words=hit.words), Origin.READ)


def _days(words: str, hit: Hit) -> Days | None:
    # A date in figures or with its year may run on beyond the words the scan needed.
    return next((each.days for each in find_days(words) if hit.start <= each.start < hit.end), None)
