"""Finding a need: a health body's first word, needs raised, support tried, and the code in the statutory return."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class HealthOpinion(Model):
    """A health body's opinion that a young child has, or probably has, needs or a disability (section 23)."""

    opinion: Annotated[WrittenDay | None, Happens("Opinion formed", "the forming of the opinion", "")] = None
    under_school_age: Annotated[
        bool | None,
        Said("Under compulsory school age", "whether the child was then under compulsory school age"),
    ] = None
    parent_told: Annotated[WrittenDay | None, Happens("Parent told", "the telling of the parent", "")] = None
    duty_told: Annotated[
        bool | None,
        Said("Told of its duty", "whether the parent was told that the authority must be told"),
    ] = None
    discussion_offered: Annotated[
        bool | None, Said("Discussion offered", "whether the parent was offered a discussion with an officer")
    ] = None
    authority_told: Annotated[WrittenDay | None, Happens("Authority told", "the telling of the authority", "")] = None
    organisation_thought_helpful: Annotated[
        bool | None,
        Said("Organisation thought helpful", "whether a voluntary organisation was thought likely to help"),
    ] = None
    organisation_named: Annotated[
        str | None, Said("Organisation named", "the organisation of which the parent was told")
    ] = None

    event: ClassVar[str] = "opinion"
    singular: ClassVar[str] = "the health body's opinion"


class RaisedBy(Coded):
    """Who raised a need."""

    HOME = "home", "the family"
    SETTING = "setting", "the school or other setting"
    HEALTH = "health", "health"
    SOCIAL_CARE = "social_care", "social care"
    OTHER = "other", "somebody else"


class NeedAnswer(Coded):
    """What became of a need that was raised."""

    FOUND = "found", "found"
    NOT_FOUND = "not_found", "looked for and not found"
    OPEN = "still_open", "still open"


class NeedRaised(Model):
    """A need that somebody raised, and what became of it."""

    wording: Annotated[str | None, Said("Need", "the need")] = None
    raised_by: Annotated[RaisedBy | None, Said("Raised by", "who raised it")] = None
    raised: Annotated[WrittenDay | None, Happens("Raised", "the raising of the need", "raised")] = None
    answer: Annotated[NeedAnswer | None, Said("Answer", "what became of it")] = None

    event: ClassVar[str] = "raised"
    singular: ClassVar[str] = "the need raised"


class SupportCycle(Model):
    """A cycle of support at a setting before or beside an assessment: assess, plan, do, review."""

    start: Annotated[WrittenDay | None, Happens("Began", "the start of the cycle", "begun")] = None
    assessed: Annotated[str | None, Said("Assessed", "what was found")] = None
    planned: Annotated[str | None, Said("Planned", "what was planned")] = None
    tried: Annotated[str | None, Said("Done", "what was tried")] = None
    reviewed: Annotated[str | None, Said("Reviewed", "what came of it")] = None

    event: ClassVar[str] = "start"
    singular: ClassVar[str] = "the cycle of support"


class TypeOfNeed(Coded):
    """The type of need in the statutory return on children with special educational needs (SEN2)."""

    SPLD = "SPLD", "specific learning difficulty"
    MLD = "MLD", "moderate learning difficulty"
    SLD = "SLD", "severe learning difficulty"
    PMLD = "PMLD", "profound and multiple learning difficulty"
    SEMH = "SEMH", "social, emotional and mental health"
    SLCN = "SLCN", "speech, language and communication needs"
    HI = "HI", "hearing impairment"
    VI = "VI", "vision impairment"
    MSI = "MSI", "multi-sensory impairment"
    PD = "PD", "physical disability"
    ASD = "ASD", "autistic spectrum disorder"
    DS = "DS", "Down syndrome"
    OTH = "OTH", "other difficulty"
    NOT_A_CODE = "not_in_the_return", "a code that the return does not have"
