"""The one scan of a plan's words, put beside what its labels say.

A value beats silence: a dimension a labelled cell leaves empty and the words state is
stated; one that neither states keeps what the cell says. What the scan of names and
settings lists is complete of what it looks for: nothing it found means nothing to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from checker.case import CaseFile
from checker.facts import Fact, Origin, Place, State, Value, items, known, merged
from checker.intake.plan.prompts import prompts_of_plan
from checker.intake.record.reading import Known as KnownName
from checker.intake.same_name import plain_name
from checker.wording.dimensions import facts_for_outcome, facts_for_provision
from checker.wording.mentions import Known, Mention, Text, name_mentions, setting_mentions
from checker.wording.scan import Lexicon

_STAFF = re.compile(
    r"\b(?:teach|head|senco|assistant|therap|psycholog|doctor|nurse|officer|worker|staff|tutor|keyworker|paediatric|consultant)",
    re.IGNORECASE,
)
"""Roles of people whose names stand in a plan as a matter of course. Anybody else known is looked for."""

_PROVISION = ("section_f", "section_g", "section_h1", "section_h2")
_WORDS = ("section_a", "section_b", "section_c", "section_d", "section_e", *_PROVISION)


def scan_case(case: CaseFile, lexicon: Lexicon, settings: Iterable[KnownName], people: Iterable[KnownName]) -> CaseFile:
    """Return the case with what the scan of the document under test found.

    ``settings`` and ``people`` are those the record knows; the setting now attended and
    those Section I names are known too.
    """
    root = case.under_test
    if not root:
        return case
    facts = dict(case.facts)
    texts: list[tuple[Text, Place]] = []
    for section in _WORDS:
        for key, words, place in _items(facts, f"{root}/{section}"):
            texts.append((Text(section.removeprefix("section_").upper(), key, words), place))
            found: Mapping[str, Fact] = {}
            if section in _PROVISION:
                found = facts_for_provision(words, place, lexicon, section.removeprefix("section_").upper())
            elif section == "section_e":
                found = facts_for_outcome(words, place, lexicon)
            for field, fact in found.items():
                pointer = f"{root}/{section}/{key}/{field}"
                facts[pointer] = (
                    merged(facts[pointer], fact) if _silent(facts.get(pointer)) else facts.get(pointer, fact)
                )
    if texts:
        facts |= _mentions(facts, root, texts, lexicon, settings, people)
        names = [value for field in ("name", "known_as") if (value := _words(facts, f"/child/{field}"))]
        facts |= prompts_of_plan(facts, root, texts, names, lexicon)
    return replace(case, facts=dict(sorted(facts.items())))


def _silent(fact: Fact | None) -> bool:
    return fact is not None and fact.state in (State.NOT_STATED, State.NOT_FOUND)


def _items(facts: Mapping[str, Fact], listed: str) -> Iterator[tuple[str, str, Place]]:
    """Yield the key, the words and the place of each item of a section that has words."""
    held = facts.get(listed)
    if held is None or held.state is not State.KNOWN or not isinstance(held.value, tuple):
        return
    for key in held.value:
        words = facts.get(f"{listed}/{key}/wording")
        if words is not None and words.state is State.KNOWN and isinstance(words.value, str) and words.where:
            yield key, words.value, words.where


def _mentions(
    facts: Mapping[str, Fact],
    root: str,
    texts: list[tuple[Text, Place]],
    lexicon: Lexicon,
    settings: Iterable[KnownName],
    people: Iterable[KnownName],
) -> dict[str, Fact]:
    places = {(text.section, text.item): place for text, place in texts}
    words = [text for text, _ in texts]
    order = {(text.section, text.item): number for number, text in enumerate(words)}
    child = [value for field in ("name", "known_as") if (value := _words(facts, f"/child/{field}"))]
    known_settings = tuple(_settings(facts, root, settings))
    named = setting_mentions(words, known_settings, lexicon.setting_types)
    staff = [person.name for person in people if _STAFF.search(person.what)]
    others = [person.name.split()[0] for person in people if person.name not in staff]
    met = name_mentions(words, child, [*staff, *others], lexicon.first_names, lexicon.ordinary_words)
    found = sorted((*met, *_known_names(words, others)), key=lambda mention: order[mention.section, mention.item])
    return {
        **_listed(f"{root}/setting_mentions", named, places, "setting"),
        **_listed(f"{root}/name_mentions", found, places, "name"),
    }


def _known_names(texts: Iterable[Text], names: Iterable[str]) -> Iterator[Mention]:
    """Yield each place where somebody the record knows is named, wherever in the sentence that is."""
    for text in texts:
        for name in dict.fromkeys(names):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.words):
                yield Mention(text.section, text.item, name, match[0], match.start(), match.end())


def _settings(facts: Mapping[str, Fact], root: str, settings: Iterable[KnownName]) -> Iterator[Known]:
    present = _words(facts, "/child/present_setting")
    names = [setting.name for setting in settings]
    names += [
        name for key in _keys(facts, f"{root}/section_i") if (name := _words(facts, f"{root}/section_i/{key}/name"))
    ]
    names += [present] if present else []
    seen: set[str] = set()
    for name in names:
        if plain_name(name) not in seen:
            seen.add(plain_name(name))
            yield Known(name, bool(present) and plain_name(name) == plain_name(present))


def _keys(facts: Mapping[str, Fact], pointer: str) -> tuple[str, ...]:
    held = facts.get(pointer)
    return held.value if held is not None and held.versions and isinstance(held.value, tuple) else ()


def _words(facts: Mapping[str, Fact], pointer: str) -> str:
    held = facts.get(pointer)
    return str(held.value) if held is not None and held.versions else ""


def _listed(
    pointer: str, found: Iterable[Mention], places: Mapping[tuple[str, str], Place], called: str
) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for number, mention in enumerate(found, 1):
        place = replace(places[mention.section, mention.item], words=mention.words)
        values: dict[str, Value] = {
            "section": f"section_{mention.section.lower()}",
            "item": mention.item,
            called: mention.named,
        }
        if called == "setting":
            values["present"] = mention.present is True
        facts |= {f"{pointer}/{number}/{name}": known(value, place, Origin.READ) for name, value in values.items()}
    keys = tuple(str(number + 1) for number in range(len(facts) // (4 if called == "setting" else 3)))
    where = next(iter(places.values()))
    facts[pointer] = items(keys, Place(where.file), complete=True)
    return facts
