"""Reviews, amendments, phase transfers and decisions to cease."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.plan import RECIPIENTS
from checker.documents.process import Decision, Letter
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class ReviewOutcome(Coded):
    """What was decided after a review (regulation 20(10))."""

    CONTINUE = "continue", "to continue the plan as it is"
    AMEND = "amend", "to amend the plan"
    CEASE = "cease", "to cease to maintain the plan"


class AmendedPlan(Model):
    """The plan as finally amended after a notice of amendments."""

    sending: Annotated[
        WrittenDay | None, Happens("Amended plan sent", "the sending of the amended plan", "sent", RECIPIENTS)
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the amended plan"


class Notice(Model):
    """A notice of proposed amendments, with the plan and the evidence (regulation 22(2)(a))."""

    sending: Annotated[
        WrittenDay | None,
        Happens("Notice of amendments sent", "the sending of the notice of amendments", "sent", ("family",)),
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the notice of amendments"


class Review(Model):
    """An annual review: ``next_review`` is the review that followed it."""

    meeting: Annotated[WrittenDay | None, Happens("Review meeting", "the review meeting", "held")] = None
    attending: Annotated[
        bool | None, Said("Attends a setting", "whether the child attended a setting when it was held")
    ] = None
    outcome: Annotated[ReviewOutcome | None, Said("Outcome", "what was decided after the review")] = None
    decision: Annotated[Decision | None, Said("Decision after the review", "the decision after the review")] = None
    notice: Annotated[Notice | None, Said("Notice of amendments", "the notice of amendments")] = None
    amended_plan: Annotated[AmendedPlan | None, Said("Amended plan", "the amended plan")] = None
    refusal: Annotated[Decision | None, Said("Decision not to amend", "the decision not to amend")] = None
    step_down_considered: Annotated[
        str | None, Said("Less support considered", "what was recorded about whether less support would serve")
    ] = None
    next_meeting: Annotated[
        WrittenDay | None, Happens("Next review meeting", "the meeting of the next review", "held")
    ] = None
    next_decision: Annotated[
        WrittenDay | None, Happens("Next review decision", "the decision after the next review", "notified")
    ] = None

    event: ClassVar[str] = "meeting"
    singular: ClassVar[str] = "the review"


class Amendment(Model):
    """An amendment begun by a notice, and how it ended."""

    notice: Annotated[Notice | None, Said("Notice of amendments", "the notice of amendments")] = None
    representations_made: Annotated[bool | None, Said("Representations", "whether the family made representations")] = (
        None
    )
    final_plan: Annotated[AmendedPlan | None, Said("Amended plan", "the amended plan")] = None
    refusal: Annotated[Decision | None, Said("Decision not to amend", "the decision not to amend")] = None
    letter: Annotated[Letter | None, Said("Letter at the end", "the letter that ended the amendment")] = None

    singular: ClassVar[str] = "the amendment"


class Limb(Coded):
    """The kinds of phase transfer (regulation 2(1))."""

    EARLY_YEARS = "early_years_to_school", "from early years education to school"
    INFANT = "infant_to_junior", "from infant to junior school"
    MIDDLE = "primary_to_middle", "from primary to middle school"
    SECONDARY = "primary_to_secondary", "from primary to secondary school"
    UPPER = "middle_to_secondary", "from middle to secondary school"
    POST_16 = "secondary_to_post_16", "from secondary school to a post-16 institution"
    BETWEEN_POST_16 = "post_16_to_post_16", "from one post-16 institution to another"


class PhaseTransfer(Model):
    """A move between phases of education. ``date`` is the day the new phase starts."""

    limb: Annotated[Limb | None, Said("Kind of transfer", "the kind of transfer")] = None
    date: Annotated[WrittenDay | None, Happens("Transfer", "the day of the transfer", "made")] = None
    review_decision: Annotated[
        Decision | None, Said("Decision after the transfer review", "the decision after the review for the transfer")
    ] = None
    amended_plan: Annotated[AmendedPlan | None, Said("Amended plan", "the plan amended for the transfer")] = None

    event: ClassVar[str] = "date"
    singular: ClassVar[str] = "the transfer"


class CeaseGround(Coded):
    """What the authority determined when it ceased to maintain a plan (section 45(1))."""

    NOT_RESPONSIBLE = "no_longer_responsible", "it is no longer responsible"
    NOT_NECESSARY = "no_longer_necessary", "the plan is no longer necessary"
    OTHER = "other", "something else"


class CeaseDecision(Model):
    """A decision to cease to maintain a plan."""

    decision: Annotated[WrittenDay | None, Happens("Decided", "the decision to cease", "made")] = None
    notice: Annotated[
        WrittenDay | None, Happens("Notice to cease sent", "the sending of the notice to cease", "sent", ("family",))
    ] = None
    ground: Annotated[CeaseGround | None, Said("Determination", "what was determined")] = None
    reason: Annotated[str | None, Said("Reason given", "the reason given")] = None
    because_stepping_down: Annotated[
        bool | None, Said("Because less support would serve", "whether stepping down was the reason")
    ] = None

    event: ClassVar[str] = "decision"
    singular: ClassVar[str] = "the decision to cease"
