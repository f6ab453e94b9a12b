"""Whether a Word file that was written says what the plan it was written from says: both are read, and compared."""

from __future__ import annotations

from collections.abc import Mapping

from checker.facts import Fact
from checker.intake.plan.reading import PlanReading, read_plan
from checker.intake.word.read import read_word


def not_carried(plan: PlanReading, data: bytes) -> tuple[str, ...]:
    """Return the pointers of what the Word file ``data`` does not say as ``plan`` does, places apart."""
    back = read_plan(read_word(data, "plan.docx"))
    ours, theirs = _said(plan.facts), _said(back.facts)
    differ = [pointer for pointer in sorted(ours.keys() | theirs.keys()) if ours.get(pointer) != theirs.get(pointer)]
    unplaced = ["/plan"] if back.unplaced else []
    return (*unplaced, *differ)


def _said(facts: Mapping[str, Fact]) -> dict[str, object]:
    return {
        pointer: (fact.state, tuple(version.value for version in fact.versions), fact.complete)
        for pointer, fact in facts.items()
    }
