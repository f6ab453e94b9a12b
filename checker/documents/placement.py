"""Settings asked for and considered, the decision on the placement, and the list of the 2022 proposals."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class SettingKind(Coded):
    """Kinds of setting a family may ask for under section 38(3), and others."""

    MAINTAINED = "maintained_school", "a maintained school"
    NURSERY = "maintained_nursery_school", "a maintained nursery school"
    ACADEMY = "academy", "an Academy"
    COLLEGE = "further_education_college", "an institution within the further education sector"
    NON_MAINTAINED = "non_maintained_special_school", "a non-maintained special school"
    SECTION_41 = "section_41_institution", "an institution approved under section 41"
    OTHER = "other", "a setting outside section 38(3)"


class PublicCost(Coded):
    """Public spending that a comparison of two placements may count (section 9 of the 1996 Act)."""

    EDUCATION = "education", "education"
    TRANSPORT = "transport", "transport"
    SOCIAL_CARE = "social_care", "social care"
    HEALTH = "health", "health care"


class Preference(Model):
    """A setting the family asked to have named."""

    setting: Annotated[str | None, Said("Setting asked for", "the setting asked for")] = None
    setting_kind: Annotated[SettingKind | None, Said("Kind of setting", "the kind of setting asked for")] = None
    request: Annotated[WrittenDay | None, Happens("Asked for", "the request for the setting", "made")] = None
    named: Annotated[bool | None, Said("Named", "whether the final plan names the setting asked for")] = None
    reply: Annotated[str | None, Said("Reply of the setting", "what the setting replied")] = None
    reason: Annotated[str | None, Said("Reason of the authority", "the reason the authority gave")] = None
    consultation: Annotated[
        WrittenDay | None,
        Happens("Setting consulted", "consultation of the setting asked for", "consulted", part="consultation"),
    ] = None
    answer: Annotated[
        WrittenDay | None, Happens("Setting answered", "the answer of the setting", "given", part="consultation")
    ] = None
    another_authority_maintains: Annotated[
        bool | None,
        Said("Maintained by another authority", "whether another authority maintains it", part="consultation"),
    ] = None
    authority_consultation: Annotated[
        WrittenDay | None,
        Happens(
            "Other authority consulted", "consultation of the authority that maintains it", "made", part="consultation"
        ),
    ] = None
    setting_relies_on_others: Annotated[
        bool | None,
        Said(
            "Setting relies on others' education",
            "whether a mainstream setting itself relies on the efficient education of others",
            part="consultation",
        ),
    ] = None
    costs_counted: Annotated[
        list[PublicCost] | None,
        Said("Costs compared", "the public spending counted in the comparison of costs", part="placement_decision"),
    ] = None

    singular: ClassVar[str] = "the preference"


class ConsideredSetting(Model):
    """A setting, other than one asked for, that the authority considered naming."""

    setting: Annotated[str | None, Said("Setting considered", "the setting considered")] = None
    named: Annotated[bool | None, Said("Named", "whether the final plan names the setting considered")] = None
    consultation: Annotated[
        WrittenDay | None, Happens("Setting consulted", "consultation of the setting considered", "consulted")
    ] = None
    answer: Annotated[WrittenDay | None, Happens("Setting answered", "the answer of the setting", "given")] = None
    reply: Annotated[str | None, Said("Reply of the setting", "what the setting replied")] = None
    another_authority_maintains: Annotated[
        bool | None, Said("Maintained by another authority", "whether another authority maintains it")
    ] = None
    authority_consultation: Annotated[
        WrittenDay | None,
        Happens("Other authority consulted", "consultation of the authority that maintains it", "made"),
    ] = None
    setting_relies_on_others: Annotated[
        bool | None,
        Said(
            "Setting relies on others' education",
            "whether a mainstream setting itself relies on the efficient education of others",
        ),
    ] = None

    singular: ClassVar[str] = "the setting considered"


class MainstreamGround(Coded):
    """The reason recorded for not providing for a mainstream setting."""

    WISHES = "wishes", "the wishes of the parent or young person"
    OTHERS = "education_of_others", "the efficient education of others"
    SUITABILITY = "suitability", "that mainstream would not be suitable"
    RESOURCES = "resources", "the cost"
    OTHER = "other", "another reason"


class PlacementDecision(Model):
    """The decision on where the child is to be educated, and the reasons on record for it."""

    educated_in_a_setting: Annotated[
        bool | None,
        Said("In a school or college", "whether the child is to be educated in a school or post-16 institution"),
    ] = None
    mainstream: Annotated[
        bool | None, Said("Mainstream", "whether the plan provides for education in a mainstream setting")
    ] = None
    mainstream_against_wishes: Annotated[
        bool | None,
        Said("Mainstream against their wishes", "whether mainstream education is against the family's wishes"),
    ] = None
    mainstream_ground: Annotated[
        MainstreamGround | None,
        Said("Reason against mainstream", "the reason recorded for not providing for a mainstream setting"),
    ] = None
    steps_considered: Annotated[
        str | None, Said("Steps considered", "the steps considered to protect the education of others")
    ] = None
    publicly_paid: Annotated[
        bool | None,
        Said("Publicly paid", "whether an authority or the Secretary of State is to meet the cost of the place"),
    ] = None
    threshold_words: Annotated[
        str | None, Said("Threshold of need", "the words of a threshold or criterion given as a reason")
    ] = None
    standard_calls_for_specialist: Annotated[
        bool | None,
        Said("National standard", "whether the proposed national standards would call for a specialist place"),
    ] = None
    specialist: Annotated[bool | None, Said("Specialist place", "whether the plan provides for a specialist place")] = (
        None
    )
    recorded_as_alternative_provision: Annotated[
        bool | None,
        Said(
            "Recorded as alternative provision",
            "whether education otherwise than in a setting is recorded as alternative provision",
        ),
    ] = None
    package: Annotated[str | None, Said("Package", "the package from the national list")] = None
    package_limits_provision: Annotated[
        bool | None,
        Said("Package limits provision", "whether the package stands in for or limits what Section F specifies"),
    ] = None

    singular: ClassVar[str] = "the placement decision"


class OtherwiseDecision(Model):
    """A decision that provision be made otherwise than in a school, post-16 institution or early years place."""

    provision: Annotated[str | None, Said("Provision", "the provision to be made otherwise than in a setting")] = None
    consultation: Annotated[WrittenDay | None, Happens("Family consulted", "consultation of the family", "made")] = None
    arrangement: Annotated[
        WrittenDay | None, Happens("Arranged", "the arranging of provision otherwise than in a setting", "arranged")
    ] = None
    reasons: Annotated[str | None, Said("Reasons", "why a setting would be inappropriate")] = None

    event: ClassVar[str] = "arrangement"
    singular: ClassVar[str] = "the decision on education otherwise"


class Admission(Model):
    """What became of the place at the setting that the plan names."""

    setting_kind: Annotated[SettingKind | None, Said("Kind of setting", "the kind of setting named")] = None
    entry: Annotated[WrittenDay | None, Happens("Admitted", "the admission of the child", "made")] = None
    refusal: Annotated[WrittenDay | None, Happens("Refused", "the refusal to admit the child", "made")] = None
    reason: Annotated[str | None, Said("Reason for refusing", "the reason for refusing")] = None

    event: ClassVar[str] = "entry"
    singular: ClassVar[str] = "the admission"


class ChangeReason(Coded):
    """Why a setting was changed."""

    NEED = "need", "the child's needs"
    WISH = "family_wish", "the family's wish"
    PHASE = "phase_transfer", "a move between phases"
    CLOSED = "setting_closed", "the setting closed or ceased to offer the place"
    COST = "cost", "the cost"
    POLICY = "policy", "a policy of the authority"
    LIST = "tailored_list", "the list of settings"


class SettingChange(Model):
    """A change of the setting that a plan names."""

    change: Annotated[WrittenDay | None, Happens("Changed", "the change of setting", "made")] = None
    before: Annotated[str | None, Said("Setting before", "the setting before")] = None
    after: Annotated[str | None, Said("Setting after", "the setting after")] = None
    reasons: Annotated[list[ChangeReason] | None, Said("Reasons", "the reasons recorded for the change")] = None
    amendment_notice: Annotated[
        WrittenDay | None, Happens("Notice of the amendment", "notice of the amendment", "given")
    ] = None

    event: ClassVar[str] = "change"
    singular: ClassVar[str] = "the change of setting"


class ListedKind(Coded):
    """Kinds of setting a tailored list may run across."""

    MAINSTREAM = "mainstream", "mainstream"
    SPECIAL = "special", "special"
    ALTERNATIVE = "alternative", "alternative provision"
    INDEPENDENT = "independent", "independent"


class TailoredList(Model):
    """The list of settings the 2022 Green Paper proposed, in the family's order."""

    settings: Annotated[str | None, Said("Settings listed", "the settings listed")] = None
    giving: Annotated[WrittenDay | None, Happens("List given", "the giving of the list to the family", "given")] = None
    all_in_register: Annotated[
        bool | None,
        Said("In the register", "whether every setting listed is in the area's register of settings"),
    ] = None
    kinds: Annotated[list[ListedKind] | None, Said("Kinds listed", "the kinds of setting listed")] = None
    missing_kinds_explained: Annotated[
        bool | None, Said("Missing kinds explained", "whether the list says why a kind of setting is missing")
    ] = None
    confines_choice: Annotated[
        bool | None,
        Said("Confines the choice", "whether the family was told that it could ask only for a setting on the list"),
    ] = None
    first_available: Annotated[
        str | None, Said("First available", "the first available setting in the family's order")
    ] = None
    first_available_named: Annotated[
        bool | None, Said("First available named", "whether the final plan names the first available setting")
    ] = None

    singular: ClassVar[str] = "the tailored list"
