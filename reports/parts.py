"""Which part of a report a finding stands in."""

from __future__ import annotations

from checker.findings import Cause, Finding, Outcome, is_proposal
from reports.words import AGAINST, ASIDE, FOR

SETTLED = 1
NEEDS_A_PERSON = 2
NOT_TESTED = 3
DATES = "dates"
PROPOSED = "proposals"


def part_of(finding: Finding) -> int | str:
    """Return the part: 1, 2, 3, ``dates`` (the line after part 1) or ``proposals``.

    A finding all of whose causes are *not covered* was not tested from these files,
    whatever its status.
    """
    settled = finding.outcome in (*AGAINST, *FOR, *ASIDE)
    if not settled and finding.causes and all(cause is Cause.NOT_COVERED for cause in finding.causes):
        return NOT_TESTED
    if is_proposal(finding):
        return PROPOSED
    if settled:
        return SETTLED
    return DATES if finding.outcome is Outcome.NOT_YET_DUE else NEEDS_A_PERSON
