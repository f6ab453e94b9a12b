"""All that the papers and the other plans of a case suggest of the plan under test, in the order of the plan."""

from __future__ import annotations

import re

from checker.case import CaseFile
from checker.comparing.advice_with_plan import advice_with_plan
from checker.comparing.plan_with_plan import plan_with_plan
from checker.comparing.suggestion import Difference, Suggestion

_ORDER = tuple(Difference)


def suggestions(case: CaseFile) -> tuple[Suggestion, ...]:
    """Return the suggestions of a case: by difference, then by the plan's item, then by paper and place. Pure."""
    if not case.papers and len([used for used in case.documents if used.kind == "plan"]) < 2:  # noqa: PLR2004  (one plan)
        return ()
    return tuple(sorted((*advice_with_plan(case), *plan_with_plan(case)), key=_key))


def _key(each: Suggestion) -> tuple[object, ...]:
    there = each.there or each.here
    place = (there.file, there.page, there.table, there.row, there.column, there.paragraph) if there else ("",)
    return (_ORDER.index(each.difference), _natural(each.pointer), place, there.words if there else "")


def _natural(pointer: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", pointer))
