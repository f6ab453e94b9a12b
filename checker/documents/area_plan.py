"""An area's own plan: its needs, actions, measures and members, and the line of sight from one to the next."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.area_codes import Sector
from checker.documents.said import Happens, Said
from checker.documents.values import Model, WrittenDay


class AreaNeed(Model):
    """A need that the plan sets out, with the places it takes and the places there are."""

    wording: Annotated[str | None, Said("Need", "the need")] = None
    area: Annotated[str | None, Said("Type of need", "the type of need")] = None
    year: Annotated[str | None, Said("Year", "the year of its figures")] = None
    demand: Annotated[int | None, Said("Places needed", "the places needed", "places")] = None
    capacity: Annotated[int | None, Said("Places there are", "the places there are", "places")] = None
    gap: Annotated[int | None, Said("Gap", "the gap", "places")] = None
    forecast: Annotated[str | None, Said("Forecast", "a forecast by year")] = None
    source: Annotated[str | None, Said("Source", "the source of its figures")] = None
    source_date: Annotated[WrittenDay | None, Said("Date of the source", "the date of the source")] = None
    rare: Annotated[bool | None, Said("Rare", "whether few children in the area have it")] = None
    placement_kinds: Annotated[
        str | None, Said("Kinds of placement", "the kinds of placement that are right for it")
    ] = None
    shared_with: Annotated[str | None, Said("Planned with", "the neighbouring authorities it is planned with")] = None
    acted_on: Annotated[bool | None, Said("Acted on", "whether it is named by an action of the plan")] = None

    singular: ClassVar[str] = "the need"


class AreaAction(Model):
    """An action of the plan: for which need, whose, by when and how it will be known to be done."""

    wording: Annotated[str | None, Said("Action", "the action")] = None
    for_need: Annotated[str | None, Said("For the need", "the need it is for")] = None
    lead: Annotated[str | None, Said("Lead", "the body that leads it")] = None
    accountable: Annotated[str | None, Said("Accountable", "the person accountable for it")] = None
    due: Annotated[WrittenDay | None, Said("Due", "the day it is due")] = None
    success: Annotated[str | None, Said("Success", "how it will be known to be done")] = None
    measure: Annotated[str | None, Said("Measure", "the measure it is to move")] = None
    finding: Annotated[str | None, Said("Finding", "the finding of an inspection that it answers")] = None

    singular: ClassVar[str] = "the action"


class AreaMeasure(Model):
    """A measure of the plan."""

    wording: Annotated[str | None, Said("Measure", "the measure")] = None
    baseline: Annotated[str | None, Said("Baseline", "the baseline")] = None
    target: Annotated[str | None, Said("Target", "the target")] = None
    source: Annotated[str | None, Said("Source", "where the figure comes from")] = None
    counted: Annotated[str | None, Said("Counted", "who is counted, and of how many")] = None
    as_at: Annotated[WrittenDay | None, Said("As at", "the date of the figure")] = None
    partner: Annotated[str | None, Said("Partner", "the partner that answers for it")] = None
    getting_worse: Annotated[bool | None, Said("Getting worse", "whether the plan's own figures get worse")] = None
    acted_on: Annotated[bool | None, Said("Acted on", "whether it is named by an action of the plan")] = None

    singular: ClassVar[str] = "the measure"


class AreaFinding(Model):
    """A finding of an area inspection."""

    wording: Annotated[str | None, Said("Finding", "the finding")] = None
    acted_on: Annotated[bool | None, Said("Acted on", "whether it is named by an action of the plan")] = None

    singular: ClassVar[str] = "the finding"


class Member(Model):
    """A member of the partnership behind the plan."""

    sector: Annotated[Sector | None, Said("Sector", "the part of the system it belongs to")] = None
    organisation: Annotated[str | None, Said("Organisation", "the organisation")] = None
    lead: Annotated[str | None, Said("Named lead", "the person who leads for it")] = None

    singular: ClassVar[str] = "the member"


class CommissioningLine(Model):
    """Something the plan says will be commissioned."""

    wording: Annotated[str | None, Said("What", "what will be commissioned")] = None
    provider: Annotated[str | None, Said("From whom", "from whom")] = None
    number: Annotated[int | None, Said("For how many", "for how many", "children")] = None
    cost: Annotated[str | None, Said("Cost", "what it costs")] = None

    singular: ClassVar[str] = "the line"


class AreaPlan(Model):
    """An area's plan, whatever it is called: a strategy, a local inclusion plan, a local SEND reform plan."""

    title: Annotated[str | None, Said("Title", "the title")] = None
    publication: Annotated[WrittenDay | None, Happens("Published", "the publication of the plan", "published")] = None
    approval: Annotated[WrittenDay | None, Happens("Approved", "the approval of the plan", "approved")] = None
    period_start: Annotated[WrittenDay | None, Said("From", "the first day of its period")] = None
    period_end: Annotated[WrittenDay | None, Said("Until", "the last day of its period")] = None
    equality_analysis: Annotated[
        WrittenDay | None, Happens("Equality analysis", "the equality analysis", "completed")
    ] = None
    terms_of_reference: Annotated[str | None, Said("Terms", "the terms of reference of the partnership")] = None
    chair: Annotated[str | None, Said("Chair", "who chairs the partnership")] = None
    members: Annotated[list[Member] | None, Said("Members", "the members of the partnership")] = None
    needs: Annotated[list[AreaNeed] | None, Said("Needs", "the needs the plan sets out")] = None
    actions: Annotated[list[AreaAction] | None, Said("Actions", "the actions of the plan")] = None
    measures: Annotated[list[AreaMeasure] | None, Said("Measures", "the measures of the plan")] = None
    findings: Annotated[list[AreaFinding] | None, Said("Findings", "the findings of the inspection")] = None
    commissioning: Annotated[
        list[CommissioningLine] | None, Said("Commissioning", "what the plan says will be commissioned")
    ] = None
    grant_depends: Annotated[
        bool | None, Said("Grant depends on it", "whether a grant depends on the plan's approval")
    ] = None
    grant_approval: Annotated[
        WrittenDay | None,
        Happens("Approved for the grant", "the department's approval of the plan", "approved for the grant"),
    ] = None
    next_return: Annotated[WrittenDay | None, Said("Next return", "the day the next return is due")] = None
    internship_starts: Annotated[
        int | None, Said("Supported internships begun", "how many supported internships begin in a year")
    ] = None
    internship_ends: Annotated[
        str | None, Said("Where supported internships lead", "where supported internships lead")
    ] = None

    singular: ClassVar[str] = "the area's plan"
