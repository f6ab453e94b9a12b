"""Decisions to cease to maintain a plan: what went before, what was told to whom, and when the plan ended."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.plan import RECIPIENTS
from checker.documents.process import Letter
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay

PART = "ceasing"


class CeaseGround(Coded):
    """What the authority determined when it ceased to maintain a plan (section 45(1))."""

    NOT_RESPONSIBLE = "no_longer_responsible", "it is no longer responsible"
    NOT_NECESSARY = "no_longer_necessary", "the plan is no longer necessary"
    OTHER = "other", "something else"


class ReasonGiven(Coded):
    """A reason given for ceasing a plan that is no ground by itself."""

    AGE = "age", "the young person's age"
    COST = "cost", "what the plan costs"
    LENGTH = "length_of_stay", "how long the young person has been in education"
    BATCH = "batch", "a list or a target, with no decision on this plan by itself"


class CeaseInformation(Model):
    """What the family is told where ceasing is considered (regulation 31(1)(a))."""

    giving: Annotated[
        WrittenDay | None, Happens("Family told", "the telling of the family", "given", ("family",), PART)
    ] = None

    event: ClassVar[str] = "giving"
    singular: ClassVar[str] = "the news that ceasing was considered"


class CeaseConsultation(Model):
    """The consultation on whether to cease (regulation 31(1)(b) and (c))."""

    asking: Annotated[
        WrittenDay | None, Happens("Consulted", "the consultation", "put", ("family", "named_setting"), PART)
    ] = None

    event: ClassVar[str] = "asking"
    singular: ClassVar[str] = "the question whether to cease"


class CeaseOutcome(Model):
    """The decision to cease as it was told (regulation 31(2))."""

    notification: Annotated[
        WrittenDay | None, Happens("Decision to cease notified", "the notification", "notified", RECIPIENTS, PART)
    ] = None

    event: ClassVar[str] = "notification"
    singular: ClassVar[str] = "the decision to cease"


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
    reasons_by_themselves: Annotated[
        list[ReasonGiven] | None,
        Said("Reasons given that are no ground", "the reasons given that are no ground by themselves", part=PART),
    ] = None
    information: Annotated[
        CeaseInformation | None,
        Said("Family told that ceasing is considered", "the news that ceasing was considered", part=PART),
    ] = None
    consultation: Annotated[
        CeaseConsultation | None, Said("Consulted on ceasing", "the question whether to cease", part=PART)
    ] = None
    outcome: Annotated[
        CeaseOutcome | None, Said("Those told of the decision", "the decision to cease, as it was told", part=PART)
    ] = None
    letter: Annotated[
        Letter | None, Said("Letter to the family", "the letter with the decision to cease", part=PART)
    ] = None
    left_institution: Annotated[
        bool | None,
        Said("Left the institution", "whether the young person has left the institution the plan names", part=PART),
    ] = None
    out_of_education: Annotated[
        bool | None,
        Said("Out of education", "whether the young person is for that reason out of education or training", part=PART),
    ] = None
    reviewed: Annotated[
        bool | None, Said("Reviewed first", "whether the plan was reviewed after the young person left", part=PART)
    ] = None
    wishes_to_return: Annotated[
        bool | None,
        Said("Wishes to return", "whether the young person wishes to return to education or training", part=PART),
    ] = None
    return_appropriate: Annotated[
        bool | None, Said("Return appropriate", "whether a return was determined to be appropriate", part=PART)
    ] = None
    outcomes_considered: Annotated[
        bool | None,
        Said(
            "Outcomes considered",
            "whether the authority had regard to whether the educational or training outcomes were achieved",
            part=PART,
        ),
    ] = None
    on_a_programme: Annotated[
        bool | None, Said("On a programme", "whether the young person was on a programme of study", part=PART)
    ] = None
    year_ends: Annotated[
        WrittenDay | None, Happens("Academic year ends", "the end of the academic year", "ended", part=PART)
    ] = None
    certificate: Annotated[
        WrittenDay | None,
        Happens("Mediation certificate issued", "the issue of the mediation certificate", "issued", part=PART),
    ] = None
    appeal: Annotated[WrittenDay | None, Happens("Appeal made", "the appeal", "made", part=PART)] = None
    appeal_determined: Annotated[
        WrittenDay | None, Happens("Appeal determined", "the determination of the appeal", "made", part=PART)
    ] = None
    time_extended: Annotated[
        bool | None, Said("Time extended", "whether the time to appeal was extended", part=PART)
    ] = None
    further_appeal: Annotated[
        bool | None, Said("Further appeal", "whether a further appeal was open or made", part=PART)
    ] = None
    ending: Annotated[WrittenDay | None, Happens("Plan ended", "the end of the plan", "ended", part=PART)] = None

    event: ClassVar[str] = "decision"
    singular: ClassVar[str] = "the decision to cease"
