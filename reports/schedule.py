"""The schedule of disputes in sentences: what each version would make of each point that turns on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.disputes import Dispute
from checker.findings import Finding
from checker.result import Check
from reports.spans import Paragraph, at, sentence, text, visible
from reports.words import labelled, listed, uncoded, value_spans, who_says


@dataclass(frozen=True)
class Row:
    """One point that turns on a dispute: its number in the report (0 if none), and what each version gives."""

    number: int
    told: Paragraph


@dataclass(frozen=True)
class Turning:
    """One dispute: the versions in a sentence, and the points that turn on it."""

    versions: Paragraph
    rows: tuple[Row, ...]


def schedule(check: Check, numbers: Mapping[str, int]) -> tuple[Turning, ...]:
    """Return the schedule of a check; ``numbers`` gives the number of the point each finding is told in."""
    findings = {finding.id: finding for finding in check.findings}
    return tuple(
        Turning(
            _versions(dispute),
            tuple(
                Row(numbers.get(turn.finding, 0), _row(findings[turn.finding], [each.value for each in turn.outcomes]))
                for turn in dispute.turns
            ),
        )
        for dispute in check.disputes
    )


def _versions(dispute: Dispute) -> Paragraph:
    said, owner = visible(dispute.said), labelled(dispute.owner)
    named = said if not owner or owner.lower() in said.lower() else f"{said} ({owner})"
    sides: list[Paragraph] = []
    for index, (value, place, who) in enumerate(dispute.versions):
        before = "" if not index else " or " if index == len(dispute.versions) - 1 else ", "
        says = f" according to {who_says(who)}" if who else ""
        sides.append((text(before), *value_spans(value, None), text(says), *at(place)))
    return sentence(f"{named}: ", *sides)


def _row(finding: Finding, outcomes: list[str]) -> Paragraph:
    label = f"{labelled(finding.about.label)}: " if finding.about.label else ""
    words = [uncoded(outcome).replace("-", " ") for outcome in outcomes]
    return sentence(f"{label}{visible(finding.title)}: {listed(words, 'or')}, in the order of the versions")
