"""The child or young person, and the parties to a case."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Lasts, Said
from checker.documents.values import Model, WrittenDay


class Detention(Model):
    """A time when the person was detained under an order of a court or of recall (s 70 of the 2014 Act)."""

    order: Annotated[str | None, Said("Order", "the order")] = None
    start: Annotated[WrittenDay | None, Happens("Detention began", "the start of the detention", "begun")] = None
    end: Annotated[WrittenDay | None, Happens("Detention ended", "the end of the detention", "ended")] = None

    lasts: ClassVar[Lasts] = Lasts("start", "end")
    singular: ClassVar[str] = "the detention"


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

    singular: ClassVar[str] = "the child"


class Party(Model):
    """Somebody a document is sent to."""

    name: Annotated[str | None, Said("Name", "the name")] = None

    singular: ClassVar[str] = "the party"
