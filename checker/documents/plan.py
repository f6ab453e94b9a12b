"""An EHC plan as a document: a draft, a final plan, an amended plan or an earlier one."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.sections import (
    AppendedAdvice,
    DirectPayment,
    Entry,
    Heading,
    NameMention,
    Need,
    Outcome,
    Passage,
    Provision,
    Setting,
    SettingMention,
)
from checker.documents.values import Coded, Model, WrittenDay

RECIPIENTS = ("family", "named_setting", "commissioning_body")
"""Those a finalised plan is sent to (regulation 13(2))."""


class Stage(Coded):
    """The stage a plan document is at."""

    DRAFT = "draft", "draft"
    FINAL = "final", "final"
    AMENDMENT = "proposed_amendment", "proposed amendment"
    AMENDED = "amended_final", "amended final"


class AreaOfNeed(Model):
    """An area of need of Section B."""

    wording: Annotated[str | None, Said("Area", "the area of need")] = None

    singular: ClassVar[str] = "the area of need"


class Plan(Model):
    """A plan document: what its sections hold, and what was done with it."""

    stage: Annotated[Stage | None, Said("Stage", "the stage of the plan")] = None
    after_reassessment: Annotated[bool | None, Said("After a re-assessment", "whether it follows a re-assessment")] = (
        None
    )
    year_group: Annotated[int | None, Said("Year group", "the national curriculum year given in the plan")] = None
    issue: Annotated[WrittenDay | None, Happens("Date of the plan", "the date the plan bears", "issued")] = None
    service: Annotated[WrittenDay | None, Happens("Draft served", "service of the draft", "served", ("family",))] = None
    sending: Annotated[WrittenDay | None, Happens("Plan sent", "the sending of the plan", "sent", RECIPIENTS)] = None
    headings: Annotated[list[Heading] | None, Said("Headings", "the headings of the plan")] = None
    section_a: Annotated[list[Entry] | None, Said("Section A", "the entries of Section A")] = None
    section_b: Annotated[list[Need] | None, Said("Section B", "the needs in Section B")] = None
    section_c: Annotated[list[Need] | None, Said("Section C", "the needs in Section C")] = None
    section_d: Annotated[list[Need] | None, Said("Section D", "the needs in Section D")] = None
    section_e: Annotated[list[Outcome] | None, Said("Section E", "the outcomes in Section E")] = None
    section_f: Annotated[list[Provision] | None, Said("Section F", "the provision in Section F")] = None
    section_g: Annotated[list[Provision] | None, Said("Section G", "the provision in Section G")] = None
    section_h1: Annotated[list[Provision] | None, Said("Section H1", "the provision in Section H1")] = None
    section_h2: Annotated[list[Provision] | None, Said("Section H2", "the provision in Section H2")] = None
    section_i: Annotated[list[Setting] | None, Said("Section I", "the settings in Section I")] = None
    section_j: Annotated[list[DirectPayment] | None, Said("Section J", "the entries of Section J")] = None
    section_k: Annotated[list[AppendedAdvice] | None, Said("Section K", "the advice listed in Section K")] = None
    setting_mentions: Annotated[
        list[SettingMention] | None,
        Said("Settings named elsewhere", "the places outside Section I that name a setting"),
    ] = None
    name_mentions: Annotated[
        list[NameMention] | None, Said("Other names", "the places where another first name stands")
    ] = None
    direct_payment: Annotated[
        bool | None, Said("Direct payment", "whether a direct payment secures special educational provision")
    ] = None
    whole_package_otherwise: Annotated[
        bool | None,
        Said(
            "Education otherwise than in a setting",
            "whether all the provision is to be made otherwise than in a setting",
        ),
    ] = None
    silence_recorded: Annotated[
        bool | None,
        Said(
            "Views sought in vain",
            "whether an attempt to find out views, or a wish to say nothing, is on record",
        ),
    ] = None
    targets_arrangement: Annotated[
        str | None,
        Said("Shorter-term targets", "the arrangement for shorter-term targets"),
    ] = None
    places_agreed: Annotated[
        bool | None,
        Said(
            "Where provision stands is agreed",
            "whether health and social care agreed in which section each item of provision stands",
        ),
    ] = None
    links_outcomes: Annotated[
        bool | None, Said("Links to outcomes", "whether the plan links its provision to its outcomes")
    ] = None
    areas_without_outcome: Annotated[
        list[AreaOfNeed] | None,
        Said("Areas of need with no outcome", "the areas of need that no outcome is marked with"),
    ] = None
    signed_by: Annotated[str | None, Said("Signed by", "the signature of the officer responsible")] = None
    signed_on: Annotated[WrittenDay | None, Said("Signed on", "the date beside the signature")] = None
    next_review: Annotated[str | None, Said("Next review", "the date or period for the next review")] = None
    communication_summary: Annotated[
        str | None,
        Said("How to communicate", "the summary of how to communicate with the child and involve them in decisions"),
    ] = None
    nothing_in_section_c: Annotated[
        bool | None, Said("Nothing in Section C", "whether Section C says only that there is nothing to set out")
    ] = None
    nothing_in_section_d: Annotated[
        bool | None, Said("Nothing in Section D", "whether Section D says only that there is nothing to set out")
    ] = None
    template_texts: Annotated[list[Passage] | None, Said("Template text", "the words left from a template")] = None
    unexplained_abbreviations: Annotated[
        list[Passage] | None, Said("Abbreviations not explained", "the abbreviations that the plan does not explain")
    ] = None
    needs_at_odds: Annotated[
        list[Passage] | None,
        Said("Needs at odds", "the needs in Section B that seem to repeat or contradict one another"),
    ] = None
    needs_elsewhere: Annotated[
        list[Passage] | None,
        Said("Needs named elsewhere", "the places outside Section B that name a kind of need Section B does not"),
    ] = None
    child_section_words: Annotated[
        int | None, Said("Length of the child's own part", "the length of the child's own part of Section A", "words")
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the plan"


class MaintainedPlan(Model):
    """The EHC plan as the authority maintains it, apart from any one document."""

    making: Annotated[WrittenDay | None, Happens("Plan first made", "the day the plan was first made", "made")] = None
    last_review: Annotated[
        WrittenDay | None, Happens("Last reviewed", "the day the plan was last reviewed", "reviewed")
    ] = None
    last_meeting: Annotated[
        WrittenDay | None, Happens("Last review meeting", "the meeting of the last review", "held")
    ] = None
    reassessed: Annotated[
        WrittenDay | None,
        Happens("Re-assessed plan sent", "the sending of the plan made after a re-assessment", "sent"),
    ] = None
    transferred: Annotated[bool | None, Said("Transferred", "whether the plan came from another authority")] = None

    singular: ClassVar[str] = "the maintained plan"
