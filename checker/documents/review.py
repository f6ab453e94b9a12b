"""Reviews, amendments and phase transfers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.plan import RECIPIENTS
from checker.documents.process import Decision, Letter
from checker.documents.review_meeting import PART, CirculatedAdvice, Invitation, ReviewAdvice, ReviewReport
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay

LETTERS = "review_letters"


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
    service: Annotated[
        WrittenDay | None,
        Happens(
            "Notice of amendments served", "service of the notice of amendments", "served", ("family",), part=LETTERS
        ),
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
    year_group: Annotated[
        int | None, Said("Year group", "the national curriculum year at the time of the review", part=PART)
    ] = None
    listed_school: Annotated[
        bool | None,
        Said(
            "School that can be asked to hold it",
            "whether the setting attended is a school that can be asked to hold the review",
            part=PART,
        ),
    ] = None
    invitation: Annotated[Invitation | None, Said("Invitation", "the invitation to the review meeting", part=PART)] = (
        None
    )
    advice: Annotated[
        list[ReviewAdvice] | None, Said("Advice for the review", "the advice for the review", part=PART)
    ] = None
    circulated_advice: Annotated[
        CirculatedAdvice | None, Said("Advice sent round", "the advice for the review", part=PART)
    ] = None
    family_consulted: Annotated[
        bool | None, Said("Family consulted", "whether the parent or young person was consulted", part=PART)
    ] = None
    child_consulted: Annotated[bool | None, Said("Child consulted", "whether the child was consulted", part=PART)] = (
        None
    )
    setting_consulted: Annotated[
        bool | None, Said("Setting consulted", "whether the setting attended was consulted", part=PART)
    ] = None
    family_disagreed: Annotated[
        bool | None, Said("Family disagreed", "whether the family disagreed with the decision", part=PART)
    ] = None
    progress_considered: Annotated[
        bool | None,
        Said(
            "Progress considered",
            "whether progress towards the outcomes was considered at the meeting",
            part=PART,
        ),
    ] = None
    outcomes_considered: Annotated[
        bool | None,
        Said(
            "Outcomes considered",
            "whether the review considered if the outcomes remain appropriate",
            part=PART,
        ),
    ] = None
    adulthood_considered: Annotated[
        bool | None,
        Said(
            "Adulthood considered",
            "whether the meeting considered what would help to prepare for adulthood",
            part=PART,
        ),
    ] = None
    achievement_considered: Annotated[
        bool | None,
        Said(
            "Achievement considered",
            "whether the authority had regard to whether the educational or training outcomes were achieved",
            part=PART,
        ),
    ] = None
    report: Annotated[ReviewReport | None, Said("Report of the review", "the report of the review", part=PART)] = None
    new_advice: Annotated[
        bool | None,
        Said("New advice", "whether new advice or a changed need was before the review", part=PART),
    ] = None
    reason_for_no_change: Annotated[
        str | None, Said("Reason for no change", "the reason for leaving the plan as it is", part=PART)
    ] = None
    ceasing_considered: Annotated[
        str | None, Said("Ceasing considered", "what was recorded about whether the plan should end", part=PART)
    ] = None
    careers_guidance: Annotated[str | None, Said("Careers guidance", "the careers guidance recorded", part=PART)] = None
    letter: Annotated[
        Letter | None, Said("Letter after the review", "the letter with the decision after the review", part=LETTERS)
    ] = None
    next_meeting: Annotated[
        WrittenDay | None, Happens("Next review meeting", "the meeting of the next review", "held")
    ] = None
    next_decision: Annotated[
        WrittenDay | None, Happens("Next review decision", "the decision after the next review", "notified")
    ] = None

    event: ClassVar[str] = "meeting"
    singular: ClassVar[str] = "the review"


class Enclosure(Coded):
    """What is sent with proposed amendments (regulation 22(2)(a))."""

    PLAN = "existing_plan", "the plan as it stands"
    NOTICE = "notice", "a notice that sets out the amendments"
    EVIDENCE = "evidence", "the evidence for the amendments"


class Amendment(Model):
    """An amendment begun by a notice, and how it ended."""

    notice: Annotated[Notice | None, Said("Notice of amendments", "the notice of amendments")] = None
    representations_made: Annotated[bool | None, Said("Representations", "whether the family made representations")] = (
        None
    )
    enclosed: Annotated[
        list[Enclosure] | None, Said("Sent with the notice", "what was sent with the notice", part=LETTERS)
    ] = None
    evidence_relied_on: Annotated[
        bool | None, Said("Evidence relied on", "whether any evidence supports the amendments", part=LETTERS)
    ] = None
    notice_letter: Annotated[
        Letter | None, Said("Letter with the notice", "the letter with the notice of amendments", part=LETTERS)
    ] = None
    early_issue_agreement: Annotated[
        WrittenDay | None,
        Happens(
            "Early issue agreed",
            "the family's written agreement to an earlier amended plan",
            "given",
            part=LETTERS,
        ),
    ] = None
    final_plan: Annotated[AmendedPlan | None, Said("Amended plan", "the amended plan")] = None
    refusal: Annotated[Decision | None, Said("Decision not to amend", "the decision not to amend")] = None
    letter: Annotated[Letter | None, Said("Letter at the end", "the letter that ended the amendment")] = None

    singular: ClassVar[str] = "the amendment"


class Limb(Coded):
    """The kinds of phase transfer (regulation 2(1))."""

    EARLY_YEARS = "early_years_to_school", "from relevant early years education to school"
    INFANT = "infant_to_junior", "from infant to junior school"
    MIDDLE = "primary_to_middle", "from primary to middle school"
    SECONDARY = "primary_to_secondary", "from primary to secondary school"
    UPPER = "middle_to_secondary", "from middle to secondary school"
    POST_16 = "secondary_to_post_16", "from secondary school to a post-16 institution"
    SIXTH_FORM = "secondary_to_sixth_form", "from secondary school to a school's sixth form"
    BETWEEN_POST_16 = "post_16_to_post_16", "from one post-16 institution to another"


class PhaseTransfer(Model):
    """A move between phases of education. ``date`` is the day the new phase starts."""

    limb: Annotated[Limb | None, Said("Kind of transfer", "the kind of transfer")] = None
    date: Annotated[WrittenDay | None, Happens("Transfer", "the day of the transfer", "made")] = None
    proposal: Annotated[
        WrittenDay | None, Happens("Transfer proposed", "the proposal of the transfer", "made", part="after_16")
    ] = None
    review_decision: Annotated[
        Decision | None, Said("Decision after the transfer review", "the decision after the review for the transfer")
    ] = None
    amended_plan: Annotated[AmendedPlan | None, Said("Amended plan", "the plan amended for the transfer")] = None

    event: ClassVar[str] = "date"
    singular: ClassVar[str] = "the transfer"
