"""What stands in the sections of an EHC plan, A to K."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.prompts import EntryPrompt, NeedPrompt, OutcomeKind, OutcomePrompt, ProvisionPrompt, Purpose
from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class SectionName(Coded):
    """The sections of an EHC plan (regulation 12 of the SEND Regulations 2014)."""

    A = "section_a", "Section A"
    B = "section_b", "Section B"
    C = "section_c", "Section C"
    D = "section_d", "Section D"
    E = "section_e", "Section E"
    F = "section_f", "Section F"
    G = "section_g", "Section G"
    H1 = "section_h1", "Section H1"
    H2 = "section_h2", "Section H2"
    I = "section_i", "Section I"  # noqa: E741  (the section's own letter)
    J = "section_j", "Section J"
    K = "section_k", "Section K"


class EntryKind(Coded):
    """What an entry of Section A is about."""

    VIEWS = "views", "views"
    INTERESTS = "interests", "interests"
    ASPIRATIONS = "aspirations", "aspirations"
    CONTRIBUTION = "contribution", "how the views were given, and who wrote them down"
    COMMUNICATION = "communication", "how to communicate with the child and involve them in decisions"
    OTHER = "other", "other"


class Speaker(Coded):
    """Whose views an entry of Section A gives."""

    CHILD = "child", "the child or young person"
    PARENTS = "parents", "the parents"


class ProvisionKind(Coded):
    """What sort of provision an item is, where the plan labels it."""

    TEACHING = "teaching", "teaching"
    THERAPY = "therapy", "therapy"
    ADULT_SUPPORT = "adult_support", "support from an adult"
    EQUIPMENT = "equipment", "equipment"
    SURROUNDINGS = "surroundings", "surroundings"
    CURRICULUM = "curriculum", "changes to the curriculum"
    TECHNIQUE = "technique", "a technique used when the occasion arises"
    TRAINING = "training", "training of staff"


class Heading(Model):
    """A heading of the plan that was read as naming one or more sections."""

    wording: Annotated[str | None, Said("Heading", "the heading")] = None
    names: Annotated[list[SectionName] | None, Said("Sections named", "the sections it names")] = None
    stands_alone: Annotated[bool | None, Said("Stands alone", "whether it identifies one section and no other")] = None
    letter_given: Annotated[
        bool | None, Said("Letter given", "whether the letter of its section stands here or at another heading of it")
    ] = None

    singular: ClassVar[str] = "the heading"


class Entry(Model):
    """An entry of Section A."""

    label: Annotated[str | None, Said("Number", "the number")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    kind: Annotated[EntryKind | None, Said("About", "what it is about")] = None
    speaker: Annotated[Speaker | None, Said("Whose", "whose views it gives")] = None
    prompts: Annotated[list[EntryPrompt] | None, Said("Raised by the words", "what its words raise")] = None

    singular: ClassVar[str] = "the entry"


class Need(Model):
    """A need: special educational (B), health care (C) or social care (D)."""

    label: Annotated[str | None, Said("Number", "the number")] = None
    area: Annotated[str | None, Said("Area of need", "the area of need")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    said_to_have_no_provision: Annotated[
        bool | None, Said("Said to have no provision", "whether the plan says that nothing is provided for it")
    ] = None
    prompts: Annotated[list[NeedPrompt] | None, Said("Raised by the words", "what its words raise")] = None

    singular: ClassVar[str] = "the need"


class Outcome(Model):
    """An outcome sought (Section E)."""

    label: Annotated[str | None, Said("Number", "the number")] = None
    area: Annotated[str | None, Said("Area of need", "the area of need")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    by_when: Annotated[WrittenDay | None, Said("By when", "the date it is to be achieved by")] = None
    by_when_words: Annotated[str | None, Said("By when, in words", "the date, age, phase or period it gives")] = None
    kind: Annotated[OutcomeKind | None, Said("Kind of outcome", "what sort of outcome it is marked as")] = None
    doubted: Annotated[
        bool | None, Said("Said to be out of reach", "whether somebody has said that it cannot be achieved")
    ] = None
    progress: Annotated[str | None, Said("Progress", "the progress that a review recorded towards it")] = None
    still_fits: Annotated[bool | None, Said("Still right", "whether a review found that it is still right")] = None
    prompts: Annotated[list[OutcomePrompt] | None, Said("Raised by the words", "what its words raise")] = None

    singular: ClassVar[str] = "the outcome"


class Provision(Model):
    """An item of provision: special educational (F), health care (G) or social care (H1, H2).

    What an item says of each dimension is kept in its own words; a dimension that the
    scan of running words did not find is *not found*, one whose labelled cell is empty is
    *not stated*.
    """

    label: Annotated[str | None, Said("Number", "the number")] = None
    area: Annotated[str | None, Said("Area of need", "the area of need")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    kind: Annotated[ProvisionKind | None, Said("Kind", "the kind of provision")] = None
    frequency: Annotated[str | None, Said("How often", "how often")] = None
    duration: Annotated[str | None, Said("How long each time", "how long each time")] = None
    amount: Annotated[str | None, Said("Amount", "the amount in hours or minutes")] = None
    ratio: Annotated[str | None, Said("Ratio", "the ratio of staff to pupils")] = None
    group_size: Annotated[str | None, Said("Group size", "the size of the group")] = None
    deliverer: Annotated[str | None, Said("Who delivers it", "who delivers it")] = None
    qualification: Annotated[str | None, Said("Training", "the training or qualification of those who deliver it")] = (
        None
    )
    setting_of_delivery: Annotated[str | None, Said("Where", "where it is delivered")] = None
    start: Annotated[str | None, Said("From", "when it starts")] = None
    end: Annotated[str | None, Said("Until", "when it ends")] = None
    review: Annotated[str | None, Said("Reviewed", "when it is reviewed")] = None
    minimum: Annotated[str | None, Said("At least", "the least that will be provided")] = None
    covers: Annotated[str | None, Said("Lessons or times", "the lessons or times it covers")] = None
    reason_not_quantified: Annotated[
        str | None, Said("Reason for no amount", "a reason for leaving the amount open")
    ] = None
    adulthood_area: Annotated[str | None, Said("Preparing for adulthood", "the part of adulthood it prepares for")] = (
        None
    )
    supervision: Annotated[str | None, Said("Supervised by", "who supervises those who deliver it")] = None
    purpose: Annotated[Purpose | None, Said("What it is for", "what it is stated to be for")] = None
    also_in_section_f: Annotated[
        bool | None, Said("Also in Section F", "whether the same provision stands in Section F too")
    ] = None
    exceptional_reason: Annotated[
        str | None, Said("Exceptional reason", "an exceptional reason for keeping it out of Section F")
    ] = None
    prompts: Annotated[list[ProvisionPrompt] | None, Said("Raised by the words", "what its words raise")] = None
    agreed: Annotated[bool | None, Said("Agreed", "whether the responsible commissioning body agreed it")] = None
    beyond_section_g: Annotated[
        bool | None,
        Said("Other health care", "whether it is other health care that the plan need not specify (section 37(3))"),
    ] = None
    agreement: Annotated[
        WrittenDay | None, Happens("Agreed on", "the agreement of the responsible commissioning body", "agreed")
    ] = None

    singular: ClassVar[str] = "the provision"


class Setting(Model):
    """An entry of Section I: a setting, its type and the days it is for."""

    name: Annotated[str | None, Said("Name", "the name of the setting")] = None
    type: Annotated[str | None, Said("Type", "the type of setting")] = None
    start: Annotated[WrittenDay | None, Said("From", "the day it starts")] = None
    end: Annotated[WrittenDay | None, Said("Until", "the day it ends")] = None
    name_tells_type: Annotated[
        bool | None, Said("Type in the name", "whether the name holds words that may be its type")
    ] = None

    singular: ClassVar[str] = "the setting"


class DirectPayment(Model):
    """An entry of Section J."""

    label: Annotated[str | None, Said("Number", "the number")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    needs: Annotated[str | None, Said("Needs", "the special educational needs it is to meet")] = None
    outcomes: Annotated[str | None, Said("Outcomes", "the outcomes it is to meet")] = None

    singular: ClassVar[str] = "the direct payment"


class AppendedAdvice(Model):
    """An entry of Section K: advice listed as appended to the plan."""

    label: Annotated[str | None, Said("Number", "the number")] = None
    kind: Annotated[str | None, Said("Kind", "the kind of advice")] = None
    author: Annotated[str | None, Said("Author", "the author")] = None
    role: Annotated[str | None, Said("Role", "the author's role")] = None
    dated: Annotated[WrittenDay | None, Said("Dated", "the date it bears")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None
    detail_left_empty: Annotated[
        bool | None, Said("Left empty", "whether a place for its date, its author or the author's role is left empty")
    ] = None

    singular: ClassVar[str] = "the advice listed"


class SettingMention(Model):
    """A place in the plan where a known setting is named, or a type of setting is written, outside Section I."""

    section: Annotated[SectionName | None, Said("Section", "the section it stands in")] = None
    item: Annotated[str | None, Said("Item", "the item it stands in")] = None
    setting: Annotated[str | None, Said("Setting", "the setting or type named")] = None
    present: Annotated[bool | None, Said("Present setting", "whether it is the setting now attended")] = None

    singular: ClassVar[str] = "the mention of a setting"


class NameMention(Model):
    """A place where a first name stands where the child's would."""

    section: Annotated[SectionName | None, Said("Section", "the section it stands in")] = None
    item: Annotated[str | None, Said("Item", "the item it stands in")] = None
    name: Annotated[str | None, Said("Name", "the name")] = None

    singular: ClassVar[str] = "the name"


class Passage(Model):
    """Words of a plan that a person should look at, found by the scan: a prompt, and no verdict."""

    section: Annotated[SectionName | None, Said("Section", "the section it stands in")] = None
    item: Annotated[str | None, Said("Item", "the item it stands in")] = None
    wording: Annotated[str | None, Said("Words", "the words")] = None

    singular: ClassVar[str] = "the passage"
