"""One plan beside another, item by item: the draft and the final, or last year's and this year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.case import CaseFile
from checker.comparing.advice_with_plan import child_names
from checker.comparing.amounts import amount_in
from checker.comparing.likeness import likeness, weights_of
from checker.comparing.plan_items import PlanItem, items_of
from checker.comparing.suggestion import Difference, Suggestion
from checker.intake.folder.under_test import EARLIER, ROOTS

_SECTIONS = tuple(f"section_{code}" for code in ("b", "c", "d", "e", "f", "g", "h1", "h2"))
_MATCH = 45
_SAME_LABEL = 20
"""An item of the same label is the same item where the words are at least this alike."""


def plan_with_plan(case: CaseFile) -> tuple[Suggestion, ...]:
    """Return how the items of the plan under test differ from those of each other plan in the files."""
    if not case.under_test:
        return ()
    names = child_names(case)
    found: list[Suggestion] = []
    here = list(items_of(case.facts, case.under_test, _SECTIONS, names))
    for root in sorted({*ROOTS.values(), EARLIER} - {case.under_test}):
        there = list(items_of(case.facts, root, _SECTIONS, names))
        for section in _SECTIONS:
            ours = [item for item in here if item.section == section]
            theirs = [item for item in there if item.section == section]
            if ours and theirs:
                found += _section(ours, theirs)
    return tuple(found)


def _section(ours: Sequence[PlanItem], theirs: Sequence[PlanItem]) -> Iterator[Suggestion]:
    same = {_plain(item.words) for item in ours} & {_plain(item.words) for item in theirs}
    new = [item for item in ours if _plain(item.words) not in same]
    old = [item for item in theirs if _plain(item.words) not in same]
    weights = weights_of(item.content for item in (*ours, *theirs))
    ranked = []
    for at, mine in enumerate(new):
        for place, other in enumerate(old):
            score = likeness(mine.content, other.content, weights)
            if score >= (_SAME_LABEL if mine.label == other.label else _MATCH):
                ranked.append((-score, at, place))
    matched: dict[int, tuple[int, int]] = {}
    for score, at, place in sorted(ranked):
        if at not in matched and all(place != other for other, _ in matched.values()):
            matched[at] = (place, -score)
    for at, mine in enumerate(new):
        if at in matched:
            place, score = matched[at]
            yield _changed(mine, old[place], score)
        else:
            yield Suggestion(Difference.ADDED, mine.label, mine.pointer, mine.place, None)
    gone = {place for place, _ in matched.values()}
    for place, other in enumerate(old):
        if place not in gone:
            yield Suggestion(Difference.REMOVED, other.label, "", None, other.place)


def _changed(mine: PlanItem, other: PlanItem, score: int) -> Suggestion:
    before, after = amount_in(other.words), amount_in(mine.words)
    what = "how much" if before != after and (before or after) else "the words"
    return Suggestion(
        Difference.CHANGED,
        mine.label,
        mine.pointer,
        mine.place,
        other.place,
        ((what, other.words, mine.words),),
        asks="the authority",
        likeness=score,
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
