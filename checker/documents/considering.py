"""Considering a request: who is consulted and told, and what is doubted on the way."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.process import Letter
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class NoticeMatter(Coded):
    """What a notice that an assessment is being considered may say (section 36(7))."""

    CONSIDERING = "considering", "that an assessment is being considered"
    VIEWS = "express_views", "the right to express views, orally or in writing"
    EVIDENCE = "submit_evidence", "the right to submit evidence"


class Told(Coded):
    """Who besides the family is told that an assessment is considered (regulation 4(2))."""

    COMMISSIONING_BODY = "commissioning_body", "the responsible commissioning body"
    SOCIAL_SERVICES = "social_services_officers", "the authority's social services officers"
    SETTING = "setting", "the head, principal or SEN person of the setting"


class PersonTold(Model):
    """Somebody besides the family to be told that an assessment is considered, and of what is decided."""

    who: Annotated[Told | None, Said("Who", "who was told")] = None
    considering: Annotated[
        WrittenDay | None, Happens("Told it is considered", "the notice that an assessment is considered", "given")
    ] = None
    decision: Annotated[
        WrittenDay | None, Happens("Told of the decision", "the notice of the decision whether to assess", "given")
    ] = None
    refusal: Annotated[
        WrittenDay | None, Happens("Told that no plan is made", "the notice that no plan is to be made", "given")
    ] = None

    singular: ClassVar[str] = "the person told"


class Consideration(Model):
    """The authority's consideration whether to assess."""

    consultation: Annotated[WrittenDay | None, Happens("Family consulted", "the consultation of the family", "")] = None
    determination: Annotated[
        WrittenDay | None,
        Happens("Determined", "the determination whether provision under a plan may be necessary", ""),
    ] = None
    notice: Annotated[
        WrittenDay | None,
        Happens("Family told it is considered", "the notice to the family that an assessment is considered", ""),
    ] = None
    notice_matters: Annotated[
        list[NoticeMatter] | None, Said("What the notice says", "what the notice to the family says")
    ] = None
    plan_maintained: Annotated[bool | None, Said("Plan maintained", "whether a plan was already maintained")] = None
    last_assessment: Annotated[WrittenDay | None, Said("Last assessment", "the day an earlier assessment ended")] = None
    refusal_letter: Annotated[Letter | None, Said("Letter of refusal", "the letter refusing an assessment")] = None

    event: ClassVar[str] = "determination"
    singular: ClassVar[str] = "the consideration"


class ConcernAbout(Coded):
    """A step of an assessment that somebody doubts was taken, or taken properly."""

    FIRST_CONSULTATION = "first_consultation", "being consulted before it was determined whether a plan may be needed"
    REASONS = "reasons", "the reasons given for a decision"
    CONSULTED = "consulted", "being consulted, and views, wishes and feelings taken into account"
    INFORMATION = "information_provided", "what the family provided being considered"
    ADVICE = "advice_obtained", "the advice obtained being considered"
    TAKING_PART = "taking_part", "being engaged and able to take part in decisions"
    DISRUPTION = "disruption", "disruption to the family"
    SUPPORT = "support_to_take_part", "information, advice and support to take part"
    OUTCOMES = "achieving_outcomes", "how best to achieve the outcomes being considered"
    OTHER_ADVICE = "other_advice", "advice from others that the assessment called for"
    ADVICE_ASKED_FOR = "advice_asked_for", "advice from somebody the family asked to have approached"


class Concern(Model):
    """A doubt that somebody raised about a step of the assessment."""

    about: Annotated[ConcernAbout | None, Said("About", "what it is about")] = None
    raised_by: Annotated[str | None, Said("Raised by", "who raised it")] = None
    words: Annotated[str | None, Said("In what words", "the words used")] = None
    answer: Annotated[str | None, Said("Answer", "what the authority answered")] = None

    singular: ClassVar[str] = "the doubt"
