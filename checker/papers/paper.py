"""What is read from a paper that stands beside a plan, each value with its place.

Nothing here is a finding. What a paper says is held as the paper's own words; whether the
plan says the same is for :mod:`checker.comparing`, and whether it should is for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checker.facts import Fact, Place


class Kind(StrEnum):
    """What a file in a case folder is, apart from the record and the answers."""

    PLAN = "plan"
    ADVICE = "advice report"
    LETTER = "letter"
    REVIEW = "review report"
    MINUTES = "panel minutes"
    OTHER = "other"
    """A file that was read and is none of these, or could not be told."""


@dataclass(frozen=True)
class Recognised:
    """What a file was taken for, and the words it was told by.

    ``of`` is the kind of advice or of letter (a value of :data:`ADVICE` or
    :data:`LETTERS`), empty if it could not be told. ``sure`` is false where other kinds
    are as likely: a person should look.
    """

    kind: Kind
    of: str
    place: Place
    sure: bool


ADVICE = (
    "educational psychology",
    "speech and language therapy",
    "occupational therapy",
    "physiotherapy",
    "medical",
    "social care",
    "school",
    "specialist teacher (hearing)",
    "specialist teacher (vision)",
    "parents",
)
"""The kinds of advice report."""

LETTERS = (
    "decision to assess",
    "refusal to assess",
    "refusal to issue a plan",
    "draft plan",
    "final plan",
    "review decision",
    "consultation",
    "reply to consultation",
    "request for advice",
)
"""The kinds of letter."""

DETAILS = (
    "child",
    "born",
    "dated",
    "author",
    "role",
    "organisation",
    "recipient",
    "reply_by",
    "decided",
    "meeting",
    "present",
    "recommendation",
    "next_review",
    "panel",
    "reference",
)
"""The details a paper may have. ``born``, ``dated``, ``reply_by``, ``meeting``, ``next_review`` and ``panel`` are
days (:class:`checker.facts.Days`); ``present`` is a list of names as printed; the others are words as printed.
``reference`` is that of the case whose copy of a panel's minutes this is."""


TELLS = {
    "right_of_appeal": "the right to appeal",
    "time_to_appeal": "the time limit for appealing",
    "mediation": "the information on mediation",
    "help_available": "disagreement resolution, advice and information",
    "recommendations_power": "the Tribunal's power to make recommendations",
    "representations": "the right to make representations",
    "meeting": "the right to a meeting",
    "request_a_setting": "the right to ask for a setting",
    "settings_information": "where to find information about schools and colleges",
    "reasons": "the reasons for the decision",
    "no_assessment_follows": "that accordingly there will be no assessment",
    "outcome_of_assessment": "the outcome of the assessment",
    "whether_a_plan_is_proposed": "whether a plan is to be prepared",
}
"""What a letter may tell: the codes of :class:`checker.documents.process.Matter` and its words, free of its models."""


@dataclass(frozen=True)
class Passage:
    """A sentence, a bullet or a row of a paper.

    ``number`` is its printed number ("6.2"), ``area`` the heading it stands under where
    that names an area of need; each may be empty.
    """

    words: str
    place: Place
    number: str = ""
    area: str = ""


@dataclass(frozen=True)
class Recommended:
    """Provision a report recommends: its words, and what they state.

    ``states`` has a fact for each of :data:`checker.wording.dimensions.PROVISION_FIELDS`
    that labelled cells or the words state. ``need`` is the place, from 0, of the need it is
    set beside in the layout; None where the layout does not say.
    """

    passage: Passage
    states: Mapping[str, Fact]
    need: int | None = None


@dataclass(frozen=True)
class Told:
    """Something a letter tells its reader. ``matter`` is a code of :class:`checker.documents.process.Matter`."""

    matter: str
    words: str
    place: Place


@dataclass(frozen=True)
class Progress:
    """What a review report says of an outcome: its printed number or words, and the progress as worded."""

    outcome: str
    words: str
    place: Place
    status: str = ""


@dataclass(frozen=True)
class PanelCase:
    """A case in the minutes of a panel: the reference as printed, and what was decided, in the words of the minutes."""

    reference: str
    decision: str
    words: str
    place: Place


@dataclass(frozen=True)
class Paper:
    """A paper as read.

    ``details`` holds a fact for each of :data:`DETAILS` that was looked for: known, not
    stated (a label with nothing beside it) or not found. ``unplaced`` are words that were
    put nowhere, ``notes`` what a reader of the report should know of the file.
    """

    file: str
    recognised: Recognised
    details: Mapping[str, Fact]
    needs: tuple[Passage, ...] = ()
    provision: tuple[Recommended, ...] = ()
    outcomes: tuple[Passage, ...] = ()
    told: tuple[Told, ...] = ()
    progress: tuple[Progress, ...] = ()
    cases: tuple[PanelCase, ...] = ()
    unplaced: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
