"""A plan as one file of a case: within bounds, at the stage a person gives it, and once where it is given twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.facts import Place, known
from checker.intake.folder.under_test import PlanFile
from checker.intake.limits import Problem, Refused, shown

if TYPE_CHECKING:
    from checker.intake.plan.reading import PlanReading
    from checker.left_in_file import Left

MAX_PLAN_ITEMS = 500
_SECTION = re.compile(r"/plan/section_[a-k][12]?")
_WORDS = re.compile(r"/plan/(?:section_\w+/[^/]+/(?:wording|name)|headings/\d+/wording|issue|stage)")
_NOT_A_WORD = re.compile(r"[\W_]+")


def plan_file(
    name: str,
    sha256: str,
    reading: PlanReading,
    notes: tuple[str, ...],
    left: tuple[Left, ...] = (),
    taken_for: str = "",
) -> PlanFile:
    """Return a plan as read from the file ``name``; ``notes`` stand before the reading's own.

    ``left`` is what was left in the file that is no part of the plan; ``taken_for`` says
    what the file was surely taken for.

    Raises :class:`checker.intake.limits.Refused` if it holds more items than a plan can.
    """
    sections = (fact for pointer, fact in reading.facts.items() if _SECTION.fullmatch(pointer))
    if sum(len(fact.value) for fact in sections if fact.versions and isinstance(fact.value, tuple)) > MAX_PLAN_ITEMS:
        raise Refused(name, [Problem(f"the file holds more items than a plan can: more than {MAX_PLAN_ITEMS}")])
    return PlanFile(
        name=name,
        sha256=sha256,
        facts=reading.facts,
        stage=reading.stage,
        notes=(*notes, *reading.notes),
        unplaced=tuple(reading.unplaced),
        left=left,
        taken_for=taken_for,
    )


def at_stage(plan: PlanFile, stage: str, place: Place) -> PlanFile:
    """Return the plan at the stage a person gives it, at ``place``."""
    return replace(plan, stage=stage, facts={**plan.facts, "/plan/stage": known(stage, place)})


def without_doubles(plans: Sequence[PlanFile], pdfs: Collection[str]) -> tuple[list[PlanFile], list[str]]:
    """Return the plans without the PDFs that say what a Word file says, and a note for each left out.

    ``pdfs`` are the names of those that are PDFs. Spaces and marks apart, every word must
    be the same: a plan that differs in one figure is another plan.
    """
    kept, notes = [], []
    others = {_words(plan): plan.name for plan in plans if plan.name not in pdfs}
    for plan in plans:
        twin = others.get(_words(plan)) if plan.name in pdfs else None
        if twin is None:
            kept.append(plan)
        else:
            notes.append(f"{shown(plan.name)} says word for word what {shown(twin)} says: the Word file was used")
    return kept, notes


def _words(plan: PlanFile) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            (pointer, _NOT_A_WORD.sub("", str(fact.value)) if fact.versions else str(fact.state))
            for pointer, fact in plan.facts.items()
            if _WORDS.fullmatch(pointer)
        )
    )
