"""Findings: what an evaluation returns. Data only; every sentence is made from it later.

A :class:`Finding` is one requirement tested on one thing, a :class:`Reason` one condition
of the rule, with the facts it read and where they stand. :class:`checker.result.Check`
holds them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.facts import Place, State, Value
from checker.varied import made_often
from dsl.tree import Citation, Span


class Truth(StrEnum):
    """The three truth values."""

    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"


class Cause(StrEnum):
    """Why a condition is undecided."""

    DISPUTED = "disputed"
    NOT_STATED = "not stated"
    NOT_FOUND = "not found"
    NOT_COVERED = "not covered"
    NOT_APPLICABLE = "not applicable"
    JUDGEMENT = "judgement"
    OPEN_LAW = "open law"
    NOT_YET_DUE = "not yet due"


class Outcome(StrEnum):
    """The outcome tokens, as they stand in JSON and in ``--fail-on``."""

    REQUIREMENT_MET = "requirement-met"
    NOT_MET = "not-met"
    FOLLOWED = "followed"
    DEPARTED_FROM = "departed-from"
    WOULD_MEET = "would-meet"
    WOULD_NOT_MEET = "would-not-meet"
    CONDITION_MET = "condition-met"
    CONDITION_NOT_MET = "condition-not-met"
    DEPARTED_FROM_LOCAL_POLICY = "departed-from-local-policy"
    WORTH_CHECKING = "worth-checking"
    DISPUTED = "disputed"
    NOT_IN_THESE_FILES = "not-in-these-files"
    A_PERSON_MUST_DECIDE = "a-person-must-decide"
    NOT_YET_DUE = "not-yet-due"
    MET_ON_ONE_READING = "met-on-one-reading"
    DOES_NOT_APPLY = "does-not-apply"
    NOTHING_TO_CHECK = "nothing-to-check"


class Flag(StrEnum):
    """What is added to an outcome, and is no outcome itself."""

    REASON_RECORDED = "reason_recorded"
    OVERDUE = "overdue"
    IF_SENT = "if_sent"


class Standing(StrEnum):
    """What the pointers of an open judgement show. It sorts and groups; it never decides."""

    NOTHING_AGAINST = "nothing points against"
    BOTH_WAYS = "both ways"
    AGAINST = "points against"
    NOTHING_TO_GO_ON = "nothing to go on"


@made_often
@dataclass(frozen=True)
class Operand:
    """A fact or a value a condition read.

    ``role`` says what it is in the condition: ``act``, ``start``, ``anchor``,
    ``last_day`` (worked out), ``other_last_day``, ``first_day`` (worked out, the first
    day in time), ``value``, ``against``, ``item``, ``recipient``, ``words``. ``pointer``
    is empty for a value the rule itself gives. ``said`` is how a sentence speaks of it.
    ``owner`` is the label or said-name of what it belongs to ("F4", "the final plan").
    """

    role: str
    said: str
    owner: str
    pointer: str
    state: State
    value: Value | date | None
    place: Place | None
    versions: tuple[tuple[Value, Place, str], ...] = ()


@made_often
@dataclass(frozen=True)
class Reason:
    """One condition of a rule and what became of it.

    ``kind`` is the kind of condition, named as in :mod:`dsl.tree` in lower case with
    underscores (``happens``, ``stated``, ``judged``, ``some`` …). ``detail`` carries what
    the kind needs beyond operands, as text or numbers under fixed keys (documented with
    each kind in ``checker/evaluation``). ``decisive`` marks a smallest set of conditions
    that fixes the result.
    """

    kind: str
    truth: Truth
    causes: tuple[Cause, ...]
    operands: tuple[Operand, ...]
    parts: tuple[Reason, ...]
    decisive: bool
    span: Span
    detail: Mapping[str, str | int]


@dataclass(frozen=True)
class Line:
    """One recipient's line of a duty to several: its own outcome and reason."""

    recipient: str
    outcome: Outcome
    flags: tuple[Flag, ...]
    reason: Reason


class ExceptionUse(StrEnum):
    """How an exception bears on a finding."""

    RELIED_ON = "relied on"
    NOT_NEEDED = "not needed"
    OPEN_ON_THE_DATES = "open on the dates"
    FACTS_MISSING = "facts missing"
    NOT_MADE_OUT = "not made out"
    NOT_CLAIMED = "not claimed"


@dataclass(frozen=True)
class ExceptionReport:
    """An exception to the rule, how it stands, its citations, and the reason."""

    id: str
    title: str
    use: ExceptionUse
    citations: tuple[Citation, ...]
    claimed_at: Place | None
    claimed_by: str
    reason: Reason | None


@dataclass(frozen=True)
class JudgementReport:
    """A judgement the finding turns on: the question, the answer if there is one, what points where."""

    name: str
    question: str
    about: str
    decided_by: tuple[str, ...]
    standing: Standing
    answer: str
    answered_by: str
    answered_on: date | None
    answer_place: Place | None
    lapsed: str
    """Why an answer given earlier no longer counts, or empty."""
    consider: tuple[tuple[str, Citation | None], ...]
    for_yes: tuple[Reason, ...]
    for_no: tuple[Reason, ...]


@dataclass(frozen=True)
class Alternative:
    """One version of a dispute, one side of a reading, or one answer to a judgement, and what the finding would be.

    A departure from guidance for a recorded reason is an alternative too: the finding with its reason.
    """

    kind: str
    """``dispute``, ``reading``, ``judgement`` or ``departure``."""
    name: str
    """The pointer in dispute, the name of the reading or the judgement, or the rule departed from."""
    choice: str
    """The number of the version, the reading's words, ``yes`` or ``no``, or the reason recorded."""
    place: Place | None
    said_by: str
    outcome: Outcome
    reason: Reason


@dataclass(frozen=True)
class Flip:
    """One way to meet the requirement: what would have to be so.

    ``kind`` is ``state`` (write it down), ``remove``, ``do`` (an act still possible),
    ``date`` (an act by a day), ``judge`` (a judgement), ``link`` (state a link), ``change``
    or ``cannot`` (the limit has passed). ``gap`` is true where a value nobody has given
    would be needed. Flips with the same ``way`` belong together; each ``way`` alone is enough.
    """

    kind: str
    said: str
    owner: str
    value: str
    by: date | None
    gap: bool
    way: int = 1


@dataclass(frozen=True)
class Comparison:
    """A proposal beside the law it compares with, on the same facts."""

    rule: str
    relation: str
    law_outcome: Outcome | None
    law_citation: Citation
    contrary_now: bool


@made_often
@dataclass(frozen=True)
class About:
    """What a finding is about: pointer, printed label ("F4", "Section B"), title, place and words."""

    path: str
    label: str
    title: str
    place: Place | None


@dataclass(frozen=True)
class Finding:
    """One requirement tested on one thing.

    ``id`` is stable: the rule's id, a colon, and the item's printed number.
    ``relevant_date`` is the day whose law was applied. ``shown_inside`` is the id of the
    finding that carries this one (one fact, one finding), or empty. ``group`` is ``part
    3`` when every cause is *not covered*, else the part of the report it is in.
    """

    id: str
    rule: str
    title: str
    topic: str
    outcome: Outcome
    flags: tuple[Flag, ...]
    standing: Standing | None
    force: str
    status: str
    party: str
    about: About
    source: Citation
    see: tuple[Citation, ...]
    relevant_date: date | None
    causes: tuple[Cause, ...]
    reason: Reason | None
    trigger: Reason | None
    lines: tuple[Line, ...]
    exceptions: tuple[ExceptionReport, ...]
    guards: tuple[ExceptionReport, ...]
    judgements: tuple[JudgementReport, ...]
    readings: tuple[Alternative, ...]
    versions: tuple[Alternative, ...]
    met_by: tuple[Flip, ...]
    comparisons: tuple[Comparison, ...]
    asks: tuple[str, ...]
    suggest: str
    reason_recorded: Operand | None
    shown_inside: str
    points_against: bool
    """True for a late act or a *no* that is not yet *not met*: it leads part 2."""
    answers: tuple[Alternative, ...] = ()
    """What would follow from each answer to each judgement still open, and a departure that was recorded."""


@dataclass(frozen=True)
class Ask:
    """One question a person must answer: a card for an item, or a group with nothing against.

    ``kind`` is ``card``, ``group``, ``dispute`` or ``dates``. ``of`` says who can answer ("the author of
    the advice", "local authority, panel, tribunal", "the case record"). ``settles`` are the
    ids of the findings it would help to settle, ``items`` the labels of what it is about.
    ``rank`` orders the page: lower first.
    """

    id: str
    kind: str
    question: str
    of: str
    items: tuple[str, ...]
    place: Place | None
    standing: Standing | None
    settles: tuple[str, ...]
    rank: int


@dataclass(frozen=True)
class AuthorityUsed:
    """An authority as a report prints it.

    ``words`` is a short operative fragment, empty unless it may be quoted; ``gist`` is in
    our own words. ``text_as_at`` says which version of the text was seen.
    """

    id: str
    citation: str
    title: str
    url: str
    kind: str
    force: str
    status: str
    gist: str
    words: str
    verified: bool
    known_from_summaries: bool
    text_as_at: str
    in_force_from: str


@dataclass(frozen=True)
class MissingDate:
    """A date no file gives that would settle findings: the event's name, and how many it settles."""

    event: str
    title: str
    to: str
    pointer: str
    settles: tuple[str, ...]


def is_proposal(finding: Finding) -> bool:
    """Tell whether a finding is of a proposal or a pilot, or of law not in force: they have a part of their own."""
    return finding.status in ("proposed", "piloted", "superseded", "not yet in force")
