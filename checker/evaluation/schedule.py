"""The schedule of disputes: each fact that sources give differently, and the findings that turn on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.case import CaseFile
from checker.disputes import Dispute, Turn
from checker.evaluation.alternatives import walk
from checker.findings import Finding, Operand


def schedule_of(findings: Sequence[Finding], case: CaseFile) -> tuple[Dispute, ...]:
    """Return the disputes that a finding turns on, those on which most turn first."""
    turns: dict[str, list[Turn]] = {}
    spoken: dict[str, Operand] = {}
    for finding in findings:
        sides: dict[str, dict[int, Turn]] = {}
        for side in finding.versions:
            sides.setdefault(side.name, {})[int(side.choice)] = Turn(finding.id, (side.outcome,))
        for pointer, by_version in sides.items():
            outcomes = tuple(by_version[index].outcomes[0] for index in sorted(by_version))
            if len(set(outcomes)) > 1:
                turns.setdefault(pointer, []).append(Turn(finding.id, outcomes))
                operand = next((each for each in _operands(finding) if each.pointer == pointer), None)
                if operand is not None:
                    spoken.setdefault(pointer, operand)
    found = [
        Dispute(
            pointer=pointer,
            said=spoken[pointer].said if pointer in spoken else "",
            owner=spoken[pointer].owner if pointer in spoken else "",
            versions=tuple((each.value, each.place, each.said_by) for each in case.facts[pointer].versions),
            turns=tuple(held),
        )
        for pointer, held in turns.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.turns), each.pointer)))


def _operands(finding: Finding) -> Iterator[Operand]:
    roots = [finding.trigger, finding.reason, *(each.reason for each in finding.exceptions)]
    roots += [side.reason for side in finding.versions]
    for root in roots:
        for each in walk(root) if root is not None else ():
            yield from each.operands
