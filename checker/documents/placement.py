"""The setting asked for, and the list of settings the 2022 proposals spoke of."""

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


class Preference(Model):
    """A setting the family asked to have named."""

    setting: Annotated[str | None, Said("Setting asked for", "the setting asked for")] = None
    setting_kind: Annotated[SettingKind | None, Said("Kind of setting", "the kind of setting asked for")] = None
    request: Annotated[WrittenDay | None, Happens("Asked for", "the request for the setting", "made")] = None
    named: Annotated[bool | None, Said("Named", "whether the final plan names the setting asked for")] = None
    reply: Annotated[str | None, Said("Reply of the setting", "what the setting replied")] = None
    reason: Annotated[str | None, Said("Reason of the authority", "the reason the authority gave")] = None

    singular: ClassVar[str] = "the preference"


class TailoredList(Model):
    """The list of settings the 2022 Green Paper proposed, in the family's order."""

    settings: Annotated[str | None, Said("Settings listed", "the settings listed")] = None
    first_available: Annotated[
        str | None, Said("First available", "the first available setting in the family's order")
    ] = None
    first_available_named: Annotated[
        bool | None, Said("First available named", "whether the final plan names the first available setting")
    ] = None

    singular: ClassVar[str] = "the tailored list"
