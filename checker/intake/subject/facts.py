"""Facts about an area that follow from others: which needs, measures and findings an action names, the next comments.

A fact that a file gives is kept. Whether an action names a need is false only where every
action says what it is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.facts import Fact, Origin, Place, State, absent, known
from checker.intake.record.coverage import keys_at
from checker.intake.record.grouping import day_of

_LINKS = (("needs", "for_need"), ("measures", "measure"), ("findings", "finding"))
"""The lists of a plan whose items an action may name, and the field in which it does."""


def follow(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return ``facts`` with those that follow from them added."""
    found = dict(facts)
    for listed, by in _LINKS:
        _acted_on(found, f"/area_plan/{listed}", by)
    _next_comments(found)
    return found


def _acted_on(facts: dict[str, Fact], listed: str, by: str) -> None:
    actions = facts.get("/area_plan/actions")
    keys = keys_at(facts, "/area_plan/actions")
    naming = [facts.get(f"/area_plan/actions/{key}/{by}") for key in keys]
    # An action that gives an empty link was read, and is for nothing named; one that gives none may be for anything.
    whole = actions is not None and actions.complete and all(each and _settled(each) for each in naming)
    for key in keys_at(facts, listed):
        at = f"{listed}/{key}/acted_on"
        if at in facts and facts[at].state is not State.NOT_STATED:
            continue
        named = next((each for each in naming if each and each.state is State.KNOWN and key in _names(each)), None)
        if named is not None:
            facts[at] = known(True, named.where or Place(""), Origin.WORKED_OUT)
        elif whole and actions is not None:
            facts[at] = known(False, actions.where or Place(""), Origin.WORKED_OUT)
        else:
            facts[at] = replace(absent(State.NOT_COVERED), origin=Origin.WORKED_OUT)


def _settled(fact: Fact) -> bool:
    return fact.state in (State.KNOWN, State.NOT_STATED, State.NOT_APPLICABLE)


def _names(fact: Fact) -> tuple[str, ...]:
    return tuple(each.strip() for each in str(fact.value).split(","))


def _next_comments(facts: dict[str, Fact]) -> None:
    """Give each publication of comments the one that followed it, by the days they were published."""
    pointer = "/local_offer/comments"
    dated = sorted(
        (day, key) for key in keys_at(facts, pointer) if (day := day_of(facts.get(f"{pointer}/{key}/day"))) is not None
    )
    held = facts.get(pointer)
    for place, (_, key) in enumerate(dated):
        at = f"{pointer}/{key}/next_day"
        if place + 1 < len(dated):
            after = facts[f"{pointer}/{dated[place + 1][1]}/day"]
            facts[at] = replace(after, origin=Origin.WORKED_OUT)
        elif held is not None and held.complete and facts.get(at, absent(State.NOT_STATED)).state is State.NOT_STATED:
            facts[at] = absent(State.NOT_HAPPENED, held.where)
