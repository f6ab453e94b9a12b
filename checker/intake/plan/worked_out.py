"""Facts that follow from what a plan's sections hold: links from provision to outcomes, areas with no outcome."""

from __future__ import annotations

from collections.abc import Mapping

from checker.facts import Fact, Origin, Place, State, items, known
from checker.intake.record.coverage import keys_at

PLAN_ROOTS = ("/plan", "/draft_plan", "/final_plan", "/amendment_draft", "/amended_plan")
"""Where the plan under test may stand."""


def work_out_plans(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return the facts that follow from the sections of each plan; nothing where they do not settle it."""
    found: dict[str, Fact] = {}
    for root in PLAN_ROOTS:
        if keys_at(facts, f"{root}/section_e"):
            found |= _links(facts, root)
            found |= _areas(facts, root)
    return found


def _links(facts: Mapping[str, Fact], root: str) -> dict[str, Fact]:
    outcomes = set(keys_at(facts, f"{root}/section_e"))
    for key in keys_at(facts, f"{root}/links"):
        right = facts.get(f"{root}/links/{key}/right")
        if right is not None and right.versions and right.value in outcomes:
            return {
                f"{root}/links_outcomes": known(value=True, place=right.where or Place(""), origin=Origin.WORKED_OUT)
            }
    # A plan without links says nothing of how its provision and its outcomes hang together.
    return {}


def _areas(facts: Mapping[str, Fact], root: str) -> dict[str, Fact]:
    needs, outcomes = _marked(facts, f"{root}/section_b"), _marked(facts, f"{root}/section_e")
    if not needs or not outcomes:
        return {}
    marked = {_plain(fact) for fact in outcomes}
    missing: dict[str, Fact] = {}
    for fact in needs:
        if _plain(fact) not in marked:
            missing.setdefault(_plain(fact), fact)
    at = f"{root}/areas_without_outcome"
    keys = tuple(str(number) for number in range(1, len(missing) + 1))
    listed = {f"{at}/{key}/wording": fact for key, fact in zip(keys, missing.values(), strict=True)}
    return {at: items(keys, facts[f"{root}/section_b"].where or Place(""), complete=True), **listed}


def _marked(facts: Mapping[str, Fact], section: str) -> list[Fact]:
    """Return the area of each item of a section, or nothing if one is not marked with an area."""
    areas = [facts.get(f"{section}/{key}/area") for key in keys_at(facts, section)]
    given = [fact for fact in areas if fact is not None and fact.state is State.KNOWN]
    return given if len(given) == len(areas) else []


def _plain(fact: Fact) -> str:
    return " ".join(str(fact.value).casefold().replace(",", "").split())
