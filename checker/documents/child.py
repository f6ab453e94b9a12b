"""The child or young person, and the parties to a case."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.identifying import TypeOfNeed
from checker.documents.said import Happens, Lasts, Said
from checker.documents.values import Coded, Model, WrittenDay


class Detention(Model):
    """A time when the person was detained under an order of a court or of recall (s 70 of the 2014 Act)."""

    order: Annotated[str | None, Said("Order", "the order")] = None
    start: Annotated[WrittenDay | None, Happens("Detention began", "the start of the detention", "begun")] = None
    end: Annotated[WrittenDay | None, Happens("Detention ended", "the end of the detention", "ended")] = None

    lasts: ClassVar[Lasts] = Lasts("start", "end")
    singular: ClassVar[str] = "the detention"


class Education(Coded):
    """Where a young person is educated or trained, as the end of the academic year turns on it (regulation 46)."""

    FURTHER = "further_education", "an institution within the further education sector"
    APPRENTICE = "apprenticeship", "apprenticeship training"
    OTHER = "other", "another course of education or training"


class Child(Model):
    """The child or young person the plan is for."""

    name: Annotated[str | None, Said("Name", "the name")] = None
    known_as: Annotated[str | None, Said("Known as", "the name used")] = None
    born: Annotated[WrittenDay | None, Said("Date of birth", "the date of birth")] = None
    year_group: Annotated[int | None, Said("Year group", "the national curriculum year")] = None
    young_person: Annotated[bool | None, Said("Young person", "whether the person is over compulsory school age")] = (
        None
    )
    present_setting: Annotated[str | None, Said("Present setting", "the setting now attended")] = None
    attends_a_setting: Annotated[
        bool | None, Said("Attends a setting", "whether the child attends a school or other institution")
    ] = None
    detentions: Annotated[list[Detention] | None, Said("Detentions", "times in detention")] = None

    type_returned: Annotated[
        TypeOfNeed | None,
        Said("Type of need returned", "the type of need given in the statutory return", part="type_returned"),
    ] = None
    parent_in_armed_forces: Annotated[
        bool | None,
        Said("Parent in the armed forces", "whether a parent is serving in the armed forces", part="advice_details"),
    ] = None
    education: Annotated[
        Education | None, Said("Education or training", "the kind of education or training", part="after_16")
    ] = None
    course_ends: Annotated[
        WrittenDay | None,
        Happens("Course or training ends", "the day the course or training is to end", "ended", part="after_16"),
    ] = None
    left_education: Annotated[
        WrittenDay | None,
        Happens("Left education or training", "the day education or training stopped", "left", part="after_16"),
    ] = None
    likely_to_need_adult_care: Annotated[
        bool | None,
        Said(
            "Likely to need adult care",
            "whether the child is likely to need care and support after 18",
            part="after_16",
        ),
    ] = None
    adult_care_benefit: Annotated[
        bool | None,
        Said("Assessment of benefit", "whether an assessment would be of significant benefit", part="after_16"),
    ] = None
    adult_care_consent: Annotated[
        bool | None, Said("Consent", "whether consent to an assessment is given", part="after_16")
    ] = None
    adult_care_assessment: Annotated[
        WrittenDay | None,
        Happens("Adult care needs assessed", "the assessment of needs for care after 18", "made", part="after_16"),
    ] = None
    adult_care_planner: Annotated[
        str | None, Said("Who plans adult care", "who plans care for adult life, and by when", part="after_16")
    ] = None
    adjustment_passport: Annotated[
        str | None, Said("Adjustment passport", "the passport of adjustments", part="after_16")
    ] = None

    singular: ClassVar[str] = "the child"


class Party(Model):
    """Somebody a document is sent to."""

    name: Annotated[str | None, Said("Name", "the name")] = None

    singular: ClassVar[str] = "the party"
