"""The meeting of a review: who was invited, what they sent, what was considered, and the report."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay

PART = "review_meeting"
INVITED = ("family", "setting_attended", "education_officer", "health_professional", "social_care_officer")
"""Those invited to a review meeting (regulations 20(2) and 21(2) of the SEND Regulations 2014)."""


class InvitedPerson(Coded):
    """One of those invited to a review meeting."""

    FAMILY = "family", "the parent or young person"
    SETTING = "setting_attended", "the setting attended"
    EDUCATION = "education_officer", "the authority's education officer"
    HEALTH = "health_professional", "the health care professional"
    SOCIAL_CARE = "social_care_officer", "the authority's social care officer"
    OTHER = "other", "another person invited"


class ReviewAdvice(Model):
    """Advice and information obtained for a review meeting."""

    giver: Annotated[InvitedPerson | None, Said("From", "who gave the advice")] = None
    receipt: Annotated[WrittenDay | None, Happens("Received", "receipt of the advice for the review", "received")] = (
        None
    )

    event: ClassVar[str] = "receipt"
    singular: ClassVar[str] = "the advice for the review"


class Invitation(Model):
    """An invitation to a review meeting, which gives its date."""

    sending: Annotated[
        WrittenDay | None, Happens("Invitation sent", "the sending of the invitation", "sent", INVITED, PART)
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the invitation to the review meeting"


class CirculatedAdvice(Model):
    """The advice obtained for a review meeting, as it was sent round."""

    sending: Annotated[
        WrittenDay | None, Happens("Advice sent round", "the sending round of the advice", "sent", INVITED, PART)
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the advice for the review"


class ReviewReport(Model):
    """The written report of a review meeting (regulations 20(7) to (9) and 21(7) and (8))."""

    request: Annotated[
        WrittenDay | None,
        Happens("School asked for the report", "the request to the school for the report", "requested", part=PART),
    ] = None
    preparation: Annotated[
        WrittenDay | None, Happens("Report prepared", "the preparation of the report", "prepared", part=PART)
    ] = None
    sending: Annotated[
        WrittenDay | None, Happens("Report sent", "the sending of the report", "sent", INVITED, part=PART)
    ] = None
    includes_advice: Annotated[
        bool | None, Said("Includes the advice", "whether the report includes the advice obtained", part=PART)
    ] = None
    others_differed: Annotated[
        bool | None,
        Said("Others differed", "whether somebody at the meeting recommended otherwise than the report", part=PART),
    ] = None
    refers_to_differences: Annotated[
        bool | None,
        Said("Refers to differences", "whether the report refers to what others recommended", part=PART),
    ] = None
    form_filled: Annotated[
        bool | None,
        Said(
            "Every part filled", "whether every part of the area's form is filled or marked not applicable", part=PART
        ),
    ] = None

    event: ClassVar[str] = "preparation"
    singular: ClassVar[str] = "the report of the review"
