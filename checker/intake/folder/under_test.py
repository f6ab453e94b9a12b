"""Which document is under test, and where in the case each plan stands.

The document under test is the one the user names, else the only plan, else the latest by
date; a draft that was not sent is the latest. Two that tie are wrong usage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from checker.facts import Fact, Place, State
from checker.intake.limits import shown
from checker.intake.record.coverage import keys_at
from checker.intake.record.grouping import day_of
from checker.left_in_file import Left

ROOTS: Mapping[str, str] = {
    "draft": "/draft_plan",
    "final": "/final_plan",
    "proposed_amendment": "/amendment_draft",
    "amended_final": "/amended_plan",
}
"""Where a plan stands in the case, by its stage. One whose stage could not be told stands at ``/plan``."""
EARLIER = "/earlier_plan"
_SENT = {
    "draft": ("/draft_plan/sending/family", "/draft_plan/service/family"),
    "final": ("/final_plan/sending/family",),
}
_SENT_WITH_AMENDMENT = {"proposed_amendment": "notice/sending/family", "amended_final": "final_plan/sending/family"}
_UNSENT = frozenset({"draft", "proposed_amendment"})


class WrongUsage(Exception):  # noqa: N818  (what the user did, in the words of the design)
    """The files do not make one case as given; the text says what to do."""


@dataclass(frozen=True)
class PlanFile:
    """A plan as read from one file: its facts under ``/plan``, its stage (or empty), what was noticed."""

    name: str
    sha256: str
    facts: Mapping[str, Fact]
    stage: str
    notes: tuple[str, ...] = ()
    unplaced: tuple[Place, ...] = field(default=())
    left: tuple[Left, ...] = ()
    """What was left in the file that is no part of the plan."""
    taken_for: str = ""


def choose(plans: Sequence[PlanFile], record: Mapping[str, Fact], named: str) -> PlanFile | None:
    """Return the plan under test, or None if there is no plan.

    ``record`` is what the record says, with its coverage. Raises :class:`WrongUsage` if
    ``named`` is no plan given, or if two plans tie.
    """
    if named:
        return _named(plans, named)
    if len(plans) <= 1:
        return plans[0] if plans else None
    ranked = sorted(((_rank(plan, record), plan.name, plan) for plan in plans), key=lambda each: each[:2])
    (best, _, chosen), (second, _, other) = ranked[-1], ranked[-2]
    undated = [plan for rank, _, plan in ranked if rank == _NO_DAY]
    if best == second or undated:
        other = undated[0] if undated and undated[0] is not chosen else other
        tied = " and ".join(f"`{shown(name)}`" for name in sorted((chosen.name, other.name)))
        msg = f"it is not clear which plan to test: {tied}; say which with `--document`"
        raise WrongUsage(msg)
    return chosen


def _named(plans: Sequence[PlanFile], named: str) -> PlanFile:
    found = [plan for plan in plans if plan.name == named] or [
        plan for plan in plans if PurePath(plan.name).name == PurePath(named).name
    ]
    if len(found) == 1:
        return found[0]
    given = ", ".join(f"`{shown(plan.name)}`" for plan in sorted(plans, key=lambda plan: plan.name)) or "none"
    what = "more than one of the plans given" if found else "not a plan that was given"
    msg = f"`{shown(named)}` names {what}: the plans given are {given}"
    raise WrongUsage(msg)


_NO_DAY = (0, date.min)


def _rank(plan: PlanFile, record: Mapping[str, Fact]) -> tuple[int, date]:
    if _known_unsent(plan, record):
        return 2, date.max
    day = day_of(plan.facts.get("/plan/issue")) or _sent_on(plan, record)
    return (1, day) if day else _NO_DAY


def _sent(plan: PlanFile, record: Mapping[str, Fact]) -> list[Fact]:
    pointers = list(_SENT.get(plan.stage, ()))
    act = _SENT_WITH_AMENDMENT.get(plan.stage)
    pointers += [f"/amendments/{key}/{act}" for key in keys_at(record, "/amendments")] if act else []
    return [record[pointer] for pointer in pointers if pointer in record]


def _sent_on(plan: PlanFile, record: Mapping[str, Fact]) -> date | None:
    days = [day for fact in _sent(plan, record) if (day := day_of(fact))]
    return max(days, default=None)


def _known_unsent(plan: PlanFile, record: Mapping[str, Fact]) -> bool:
    facts = _sent(plan, record)
    silent = (State.NOT_HAPPENED, State.NOT_STATED)
    return plan.stage in _UNSENT and bool(facts) and all(fact.state in silent for fact in facts)


def roots_of(plans: Sequence[PlanFile], chosen: PlanFile | None) -> dict[str, str]:
    """Return the root at which each plan stands, by file name; a plan with no place of its own has none.

    The plan under test stands at the root of its stage; another of the same stage is the
    earlier plan, the latest of them if there are several.
    """
    first = [chosen] if chosen else []
    others = sorted(
        (plan for plan in plans if plan is not chosen),
        key=lambda plan: (day_of(plan.facts.get("/plan/issue")) or date.min, plan.name),
        reverse=True,
    )
    roots: dict[str, str] = {}
    for plan in [*first, *others]:
        for root in (ROOTS.get(plan.stage, "/plan" if plan is chosen else EARLIER), EARLIER):
            if root not in roots.values():
                roots[plan.name] = root
                break
    return roots
