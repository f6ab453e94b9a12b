"""What came of a plan: provision delivered, fees, time out of education, and access to see it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Lasts, Said
from checker.documents.sections import SectionName
from checker.documents.values import Coded, Model, WrittenDay


class ProviderKind(Coded):
    """Kinds of school and institution, as section 66(1) of the 2014 Act tells them apart."""

    MAINSTREAM = "mainstream_school", "a mainstream school"
    NURSERY = "maintained_nursery_school", "a maintained nursery school"
    ACADEMY_16_19 = "academy_16_to_19", "a 16 to 19 Academy"
    ALTERNATIVE = "alternative_provision_academy", "an alternative provision Academy"
    COLLEGE = "further_education_college", "an institution within the further education sector"
    REFERRAL_UNIT = "pupil_referral_unit", "a pupil referral unit"
    SPECIAL = "special_school", "a special school"
    OTHER = "other", "another provider"


class Delivery(Model):
    """What was delivered of one item of provision in a time.

    Sessions bought with a direct payment count as delivered; a payment alone does not (s 49(5)).
    """

    item: Annotated[str | None, Said("Item", "the item of provision")] = None
    section: Annotated[SectionName | None, Said("Section", "the section it stands in")] = None
    educates: Annotated[bool | None, Said("Educates or trains", "whether it educates or trains the child")] = None
    start: Annotated[WrittenDay | None, Happens("From", "the first day counted", "begun")] = None
    end: Annotated[WrittenDay | None, Happens("Until", "the last day counted", "ended")] = None
    due: Annotated[int | None, Said("Sessions due", "the number of sessions due", "sessions")] = None
    delivered: Annotated[int | None, Said("Sessions delivered", "the number of sessions delivered", "sessions")] = None
    reason: Annotated[str | None, Said("Reason for sessions missed", "the reason recorded for sessions missed")] = None
    family_arranged: Annotated[
        bool | None, Said("Arranged by the family", "whether the family made other arrangements for it")
    ] = None
    provider_kind: Annotated[ProviderKind | None, Said("Kind of provider", "the kind of setting attended")] = None

    lasts: ClassVar[Lasts] = Lasts("start", "end")
    singular: ClassVar[str] = "the delivery"


class FeeKind(Coded):
    """What a fee is for."""

    EDUCATION = "education_or_training", "education or training"
    LODGING = "board_and_lodging", "board and lodging"


class Fee(Model):
    """A fee charged for a place, and who paid it."""

    setting: Annotated[str | None, Said("Setting", "the setting that charges it")] = None
    kind: Annotated[FeeKind | None, Said("For", "what the fee is for")] = None
    plan_names_setting: Annotated[
        bool | None, Said("Named in the plan", "whether the plan names the setting that charges it")
    ] = None
    plan_maintained: Annotated[bool | None, Said("Plan maintained", "whether a plan was maintained")] = None
    authority_satisfied: Annotated[
        bool | None,
        Said("Authority satisfied", "whether the authority was satisfied that the place or the lodging was needed"),
    ] = None
    due: Annotated[WrittenDay | None, Happens("Due", "the day the fee fell due", "charged")] = None
    paid_by_authority: Annotated[bool | None, Said("Paid", "whether the authority paid it")] = None

    event: ClassVar[str] = "due"
    singular: ClassVar[str] = "the fee"


class TimeOutOfEducation(Model):
    """A time in which the child might not have received suitable education unless it was arranged."""

    start: Annotated[WrittenDay | None, Happens("From", "the first day out of education", "begun")] = None
    end: Annotated[WrittenDay | None, Happens("Until", "the last day out of education", "ended")] = None
    reason: Annotated[str | None, Said("Reason", "why the child was out of education")] = None
    of_compulsory_school_age: Annotated[
        bool | None, Said("Of compulsory school age", "whether the child was of compulsory school age")
    ] = None
    arrangement: Annotated[
        WrittenDay | None, Happens("Education arranged", "the start of the education arranged", "arranged")
    ] = None
    full_time: Annotated[bool | None, Said("Full-time", "whether the education arranged was full-time")] = None
    part_time_reason: Annotated[
        str | None, Said("Reason for part-time", "the reason recorded for less than full-time education")
    ] = None

    lasts: ClassVar[Lasts] = Lasts("start", "end")
    singular: ClassVar[str] = "the time out of education"


class AccessRequest(Model):
    """A request that a person authorised by the authority be let in to monitor the education or training."""

    request: Annotated[WrittenDay | None, Happens("Asked for", "the request for access", "made")] = None
    reasonable_time: Annotated[
        bool | None, Said("At a reasonable time", "whether access was asked for at a reasonable time")
    ] = None
    mainstream_post_16_in_wales: Annotated[
        bool | None,
        Said("Mainstream post-16 in Wales", "whether the premises are of a mainstream post-16 institution in Wales"),
    ] = None
    given: Annotated[bool | None, Said("Given", "whether access was given")] = None
    reason: Annotated[str | None, Said("Reason for refusing", "the reason for refusing")] = None

    event: ClassVar[str] = "request"
    singular: ClassVar[str] = "the request for access"
