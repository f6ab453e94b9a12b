"""How an area works with families on its plan and its offer: events, what was raised, and how confident parents are."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.values import Coded, Model, WrittenDay


class Group(Coded):
    """Those who take part."""

    CHILDREN = "children", "children"
    YOUNG_PEOPLE = "young_people", "young people"
    PARENTS = "parents", "parents"
    FORUM = "parent_carer_forum", "the parent carer forum"
    SENCOS = "sencos", "SENCOs"
    SCHOOLS_FORUM = "schools_forum", "the schools forum"
    OTHERS = "others", "others"


class Work(Coded):
    """The stage of the work an event belongs to."""

    MAPPING = "mapping", "finding out what is needed and what there is"
    DESIGN = "design", "designing what is to be done"
    DELIVERY = "delivery", "doing it"


class EngagementEvent(Model):
    """A meeting, survey or workshop at which people took part."""

    who: Annotated[Group | None, Said("Who", "who took part")] = None
    day: Annotated[WrittenDay | None, Happens("Held", "the event", "held")] = None
    stage: Annotated[Work | None, Said("Stage", "the stage of the work")] = None
    number: Annotated[int | None, Said("How many", "how many took part", "people")] = None
    changed: Annotated[str | None, Said("What changed", "what changed because of it")] = None

    event: ClassVar[str] = "day"
    singular: ClassVar[str] = "the event"


class Theme(Model):
    """Something that families raised, with what was said and done about it."""

    wording: Annotated[str | None, Said("What was raised", "what was raised")] = None
    response: Annotated[str | None, Said("Response", "the response")] = None
    action: Annotated[str | None, Said("Action", "what was done about it")] = None

    singular: ClassVar[str] = "what was raised"


class Confidence(Model):
    """A measure of parents' confidence that needs are met."""

    figure: Annotated[str | None, Said("Figure", "the figure")] = None
    source: Annotated[str | None, Said("Source", "where the figure comes from")] = None
    day: Annotated[WrittenDay | None, Said("As at", "the date of the figure")] = None
    replies: Annotated[int | None, Said("Replies", "the number of replies", "replies")] = None

    singular: ClassVar[str] = "parents' confidence"


class Engagement(Model):
    """The area's work with families and those who speak for them."""

    events: Annotated[list[EngagementEvent] | None, Said("Events", "the events at which people took part")] = None
    themes: Annotated[list[Theme] | None, Said("What was raised", "what families raised")] = None
    confidence: Annotated[Confidence | None, Said("Parents' confidence", "parents' confidence that needs are met")] = (
        None
    )

    singular: ClassVar[str] = "the work with families"
