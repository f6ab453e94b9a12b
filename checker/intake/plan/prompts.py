"""What the words of the document under test raise, as facts: prompts of its items, and passages of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.facts import Fact, Origin, Place, State, items, known
from checker.intake.record.coverage import keys_at
from checker.wording.entries import Lexicon
from checker.wording.mentions import Text
from checker.wording.plan_prompts import (
    Raised,
    needs_at_odds,
    needs_elsewhere,
    raised_by_entry,
    raised_by_need,
    template_texts,
    unexplained_abbreviations,
)

_NEEDS = ("B", "C", "D")
_ELSEWHERE = ("A", "C", "D", "F")


def prompts_of_plan(
    facts: Mapping[str, Fact], root: str, texts: list[tuple[Text, Place]], names: list[str], lexicon: Lexicon
) -> dict[str, Fact]:
    """Return the facts that the words of a plan raise. ``names`` are the child's; ``root`` is the plan's pointer."""
    found = _of_items_without_words(facts, root)
    for text, place in texts:
        item = f"{root}/section_{text.section.lower()}/{text.item}"
        if text.section == "A" and not _is_parents(facts.get(f"{item}/speaker")):
            found[f"{item}/prompts"] = _prompts(raised_by_entry(text.words, lexicon), place)
        elif text.section == "A":
            found[f"{item}/prompts"] = _prompts({}, place)
        elif text.section in _NEEDS:
            found[f"{item}/prompts"] = _prompts(raised_by_need(text.words, text.section, lexicon, names), place)
    words = [text for text, _ in texts]
    needs = [text for text in words if text.section == "B"]
    places = {(text.section, text.item): place for text, place in texts}
    found |= _listed(f"{root}/template_texts", template_texts(words, lexicon), places)
    found |= _listed(f"{root}/unexplained_abbreviations", unexplained_abbreviations(words, names, lexicon), places)
    section_b = facts.get(f"{root}/section_b")
    if needs and section_b is not None and section_b.complete:
        others = [text for text in words if text.section in _ELSEWHERE]
        found |= _listed(f"{root}/needs_at_odds", needs_at_odds(needs, lexicon), places)
        found |= _listed(f"{root}/needs_elsewhere", needs_elsewhere(others, needs, lexicon), places)
    return found


def _of_items_without_words(facts: Mapping[str, Fact], root: str) -> dict[str, Fact]:
    """Return what an item left empty raises: nothing."""
    found: dict[str, Fact] = {}
    for section in ("section_a", *(f"section_{letter.lower()}" for letter in _NEEDS)):
        for key in keys_at(facts, f"{root}/{section}"):
            words = facts.get(f"{root}/{section}/{key}/wording")
            if words is not None and words.state is State.NOT_STATED and words.place is not None:
                found[f"{root}/{section}/{key}/prompts"] = _prompts({}, words.place)
    return found


def _is_parents(speaker: Fact | None) -> bool:
    return speaker is not None and speaker.state is State.KNOWN and speaker.value == "parents"


def _prompts(raised: Mapping[str, str], place: Place) -> Fact:
    first = next(iter(raised.values()), "")
    return known(tuple(raised), replace(place, words=first or place.words), Origin.READ)


def _listed(pointer: str, found: Iterable[Raised], places: Mapping[tuple[str, str], Place]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    keys: list[str] = []
    for number, raised in enumerate(found, 1):
        keys.append(str(number))
        place = replace(places[raised.section, raised.item], words=raised.words)
        values = {"section": f"section_{raised.section.lower()}", "item": raised.item, "wording": raised.words}
        facts |= {f"{pointer}/{number}/{name}": known(value, place, Origin.READ) for name, value in values.items()}
    facts[pointer] = items(tuple(keys), Place(next(iter(places.values())).file), complete=True)
    return facts
