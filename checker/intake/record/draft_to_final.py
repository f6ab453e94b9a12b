"""What changed in words between the draft that was sent and the plan made final (regulation 14(1)).

Only where both documents are given. Section I is left out, which a draft never fills, and
so is Section J. An item is the same if its words are, whatever its number has become.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.facts import Fact, Origin, Place, State, absent, items, known
from checker.intake.record.coverage import keys_at

_DRAFT, _FINAL = "/draft_plan", "/final_plan"
_SECTIONS = tuple(f"section_{code}" for code in ("a", "b", "c", "d", "e", "f", "g", "h1", "h2"))
"""The sections compared: Sections I and J are left out, and so are the appendices."""

Words = dict[str, Fact]
"""The words of the items of a section, by key."""


def words_changed(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return the changes of words as a list with its facts, or nothing unless both documents are given."""
    found: dict[str, Fact] = {}
    keys: list[str] = []
    compared: list[bool] = []
    place = Place("")
    for section in _SECTIONS:
        lists = [facts.get(f"{root}/{section}") for root in (_DRAFT, _FINAL)]
        if any(each is None or not each.versions for each in lists):
            continue
        compared += [each.complete for each in lists if each]
        draft, final = (_words(facts, f"{root}/{section}") for root in (_DRAFT, _FINAL))
        place = lists[1].where or place if lists[1] else place
        for key, before, after in _differences(draft, final):
            at = f"{section.removeprefix('section_').upper()}-{key}"
            keys.append(at)
            nowhere = absent(State.NOT_STATED, place)
            found |= {
                f"/words_changed/{at}/section": known(section, (after or before or nowhere).where or place),
                f"/words_changed/{at}/item": known(key, (after or before or nowhere).where or place),
                f"/words_changed/{at}/draft_words": before or nowhere,
                f"/words_changed/{at}/final_words": after or nowhere,
            }
    if not compared:
        return {}
    found["/words_changed"] = items(tuple(keys), place, complete=all(compared))
    return {pointer: replace(each, origin=Origin.WORKED_OUT) for pointer, each in found.items()}


def _words(facts: Mapping[str, Fact], pointer: str) -> Words:
    words: Words = {}
    for key in keys_at(facts, pointer):
        fact = facts.get(f"{pointer}/{key}/wording")
        if fact is not None and fact.state is State.KNOWN:
            words[key] = fact
    return words


def _differences(draft: Words, final: Words) -> list[tuple[str, Fact | None, Fact | None]]:
    """Return what differs: the key, and the words before and after (None where there are none)."""
    same = {_plain(fact) for fact in draft.values()} & {_plain(fact) for fact in final.values()}
    before = {key: fact for key, fact in draft.items() if _plain(fact) not in same}
    after = {key: fact for key, fact in final.items() if _plain(fact) not in same}
    return [(key, before.get(key), after.get(key)) for key in dict.fromkeys((*before, *after))]


def _plain(fact: Fact) -> str:
    return " ".join(str(fact.value).split()).casefold()
