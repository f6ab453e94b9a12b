"""Re-assessments: who asked, what was decided, and the plan that followed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.process import Absence, Advice, Circumstance, Decision, Letter
from checker.documents.review import AmendedPlan
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay

PART = "reassessment"


class AskedBy(Coded):
    """Who asked for a re-assessment (section 44(2) of the 2014 Act, regulation 23)."""

    FAMILY = "family", "the parent or young person"
    SETTING = "setting", "the setting attended"
    HEALTH = "commissioning_body", "the responsible commissioning body"
    NOBODY = "nobody", "nobody: the authority decided by itself"


class ReassessmentDetermination(Coded):
    """What the authority determined on a request for a re-assessment."""

    REASSESS = "reassess", "to re-assess"
    NOT_NECESSARY = "not_necessary", "that it need not re-assess"


class ReassessmentOutcome(Coded):
    """What was decided at the end of a re-assessment (regulation 27(1))."""

    CHANGE = "amend_or_replace", "to amend or replace the plan"
    NO_CHANGE = "no_change", "not to change the plan"


class Reassessment(Model):
    """A request for a re-assessment, or one the authority decided on by itself (section 44(3))."""

    receipt: Annotated[
        WrittenDay | None,
        Happens("Request received", "receipt of the request for a re-assessment", "received", part=PART),
    ] = None
    asked_by: Annotated[AskedBy | None, Said("Asked by", "who asked for the re-assessment", part=PART)] = None
    own_decision: Annotated[
        WrittenDay | None,
        Happens("Decided without a request", "the authority's own decision that one was necessary", "taken", part=PART),
    ] = None
    earlier_assessment: Annotated[
        WrittenDay | None,
        Happens(
            "Assessment before it ended",
            "the end of the last assessment or re-assessment before the request",
            "ended",
            part=PART,
        ),
    ] = None
    determination: Annotated[
        ReassessmentDetermination | None, Said("Determination", "what was determined on the request", part=PART)
    ] = None
    decision: Annotated[
        Decision | None,
        Said("Decision whether to re-assess", "the decision whether to re-assess", part=PART),
    ] = None
    letter: Annotated[
        Letter | None, Said("Letter with the refusal", "the letter that refused a re-assessment", part=PART)
    ] = None
    outcome: Annotated[
        ReassessmentOutcome | None, Said("Outcome", "what was decided after the re-assessment", part=PART)
    ] = None
    final_plan: Annotated[
        AmendedPlan | None, Said("Plan after the re-assessment", "the plan after the re-assessment", part=PART)
    ] = None
    advice: Annotated[list[Advice] | None, Said("Advice log", "the advice log of the re-assessment", part=PART)] = None
    absences: Annotated[
        list[Absence] | None, Said("Absences", "absences from the area during the re-assessment", part=PART)
    ] = None
    circumstances: Annotated[
        list[Circumstance] | None,
        Said("Personal circumstances", "personal circumstances recorded during the re-assessment", part=PART),
    ] = None

    event: ClassVar[str] = "receipt"
    singular: ClassVar[str] = "the re-assessment"
