"""A suggestion: two places that seem to speak of the same thing, and how they differ.

It is never a finding and settles nothing. A person looks at both places and says.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.facts import Place


class Difference(StrEnum):
    """What a comparison shows."""

    NEED_NOT_IN_PLAN = "need not found in the plan"
    """A need in advice that no item of Sections B, C or D seems to carry."""
    PROVISION_NOT_IN_PLAN = "provision not found in the plan"
    """Provision recommended that no item of Section F, G, H1 or H2 seems to carry."""
    AMOUNT_DIFFERS = "the amount differs"
    """Advice and plan both state an amount, in one unit over one period, and the plan's is another."""
    AMOUNT_LEFT_OUT = "the amount is left out"
    """Advice states how much, how often, how long or by whom; the plan's item states none."""
    NO_SOURCE = "no source found"
    """The plan states an amount that no advice in the files states."""
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """One plan beside another: draft and final, or last year's and this year's."""


@dataclass(frozen=True)
class Suggestion:
    """One difference, with both places.

    ``about`` is the printed label of the plan's item ("F4"), or empty; ``pointer`` its
    pointer (``/plan/section_f/F4``), or empty. ``here`` is the place in the plan under
    test (None if nothing there seems to match), ``there`` the place in the paper or the
    other plan (None for words added). ``points`` are the words that differ, as (what,
    words there, words here): ("how often", "6 times a term", ""). ``asks`` is who can
    answer: the author of the paper as printed, or the authority. ``likeness`` is how alike
    the two places are, 0 to 100; it orders, and decides nothing.
    """

    difference: Difference
    about: str
    pointer: str
    here: Place | None
    there: Place | None
    points: tuple[tuple[str, str, str], ...] = ()
    asks: str = ""
    likeness: int = 0
