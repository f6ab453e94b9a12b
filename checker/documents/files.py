"""The forms of the files people write: a record, a typed plan, and answers.

They put the models of a case under the keys a file uses. A supplier implements them from
the JSON Schema of these models (:mod:`checker.intake.schema`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from checker.documents.advising import AdviceDetail, CooperationRequest, EarlierAdvice
from checker.documents.ceasing import CeaseDecision
from checker.documents.child import Child, Detention
from checker.documents.considering import Concern, Consideration, PersonTold
from checker.documents.delivery import AccessRequest, Delivery, Fee, TimeOutOfEducation
from checker.documents.events import NAMES, PARTS
from checker.documents.identifying import HealthOpinion, NeedRaised, SupportCycle
from checker.documents.placement import (
    Admission,
    ConsideredSetting,
    OtherwiseDecision,
    PlacementDecision,
    Preference,
    SettingChange,
    TailoredList,
)
from checker.documents.process import (
    Absence,
    Advice,
    AdvisedNeed,
    AssessmentOutcome,
    Circumstance,
    Claim,
    Determination,
    Impairment,
    Letter,
    Route,
)
from checker.documents.prompts import OutcomeKind, Purpose
from checker.documents.reassessment import Reassessment
from checker.documents.replies import MeetingAskedFor, Representation
from checker.documents.review import Amendment, PhaseTransfer, Review
from checker.documents.values import Model, WrittenDay
from checker.documents.weighing import AdviceCompared, Recommendation

Part = Annotated[str, Field(json_schema_extra={"enum": list(PARTS)})]
EventName = Annotated[str, Field(json_schema_extra={"enum": list(NAMES)})]
Capacity = Literal["local authority", "panel", "tribunal", "governing body"]


def _hyphens(name: str) -> str:
    return name.replace("_", "-") if name == "complete_to" else name


class RecordEvent(Model):
    """A dated event. ``to`` is one recipient or several; left out, it is the first the event may have."""

    event_: Annotated[EventName, Field(alias="event")]
    on: WrittenDay | None
    to: str | list[str] | None = None
    who: str | None = None
    how: str | None = None
    note: str | None = None
    source: str | None = None
    review: str | None = None
    amendment: str | None = None


class Decisions(Model):
    """What the authority decided."""

    request: Determination | None = None
    assessment: AssessmentOutcome | None = None
    route: Route | None = None
    delay_reason: str | None = None
    additional_time_on_request: bool | None = None
    additional_time_on_assessment: bool | None = None
    impairments: list[Impairment] | None = None
    year_group: int | None = None


class Letters(Model):
    """The letters that went with the plan."""

    draft_letter: Letter | None = None
    final_letter: Letter | None = None
    outcome_letter: Letter | None = None


class Parties(Model):
    """The names of those documents are sent to."""

    family: str | None = None
    named_setting: str | None = None
    commissioning_body: str | None = None
    setting_attended: str | None = None


class MaintainedPlanInRecord(Model):
    """What a record says of the plan as maintained, apart from events."""

    transferred: bool | None = None


class PlanInRecord(Model):
    """Facts about the document under test that its file may not give."""

    direct_payment: bool | None = None
    whole_package_otherwise: bool | None = None
    year_group: int | None = None
    after_reassessment: bool | None = None
    signed_by: str | None = None
    signed_on: WrittenDay | None = None
    next_review: str | None = None
    targets_arrangement: str | None = None
    places_agreed: bool | None = None


class ItemInRecord(Model):
    """Facts about an item of Section E, F, G, H1 or H2 that the document under test may not give."""

    item: str
    kind: OutcomeKind | None = None
    doubted: bool | None = None
    progress: str | None = None
    still_fits: bool | None = None
    purpose: Purpose | None = None
    also_in_section_f: bool | None = None
    exceptional_reason: str | None = None


class Agreement(Model):
    """The commissioning body's agreement to an item of Section G."""

    item: str
    agreed: bool | None = None
    on: WrittenDay | None = None


class KnownSetting(Model):
    """A setting known to the record, for which the plan's words are searched."""

    name: str
    type: str | None = None


class KnownPerson(Model):
    """A person known to the record, for whom the plan's words are searched."""

    name: str
    role: str | None = None


class Record(Model):
    """A case record. ``complete-to`` is the day it is complete to, where that can be said."""

    model_config = ConfigDict(alias_generator=_hyphens)

    complete_to: WrittenDay | None = None
    covers: list[Part] | None = None
    child: Child | None = None
    decisions: Decisions | None = None
    events: list[RecordEvent] | None = None
    advice: list[Advice] | None = None
    absences: list[Absence] | None = None
    circumstances: list[Circumstance] | None = None
    claims: list[Claim] | None = None
    needs_in_advice: list[AdvisedNeed] | None = None
    letters: Letters | None = None
    preferences: list[Preference] | None = None
    consideration: Consideration | None = None
    persons_told: list[PersonTold] | None = None
    concerns: list[Concern] | None = None
    health_opinion: HealthOpinion | None = None
    needs_raised: list[NeedRaised] | None = None
    support_cycles: list[SupportCycle] | None = None
    advice_details: list[AdviceDetail] | None = None
    earlier_advice: list[EarlierAdvice] | None = None
    cooperation_requests: list[CooperationRequest] | None = None
    tailored_list: TailoredList | None = None
    settings_considered: list[ConsideredSetting] | None = None
    placement_decision: PlacementDecision | None = None
    otherwise_decision: OtherwiseDecision | None = None
    admission: Admission | None = None
    setting_changes: list[SettingChange] | None = None
    representations: list[Representation] | None = None
    meetings_asked_for: list[MeetingAskedFor] | None = None
    deliveries: list[Delivery] | None = None
    fees: list[Fee] | None = None
    times_out_of_education: list[TimeOutOfEducation] | None = None
    access_requests: list[AccessRequest] | None = None
    reviews: list[Review] | None = None
    amendments: list[Amendment] | None = None
    transfers: list[PhaseTransfer] | None = None
    reassessments: list[Reassessment] | None = None
    cease_decisions: list[CeaseDecision] | None = None
    detentions: list[Detention] | None = None
    maintained_plan: MaintainedPlanInRecord | None = None
    parties: Parties | None = None
    plan: PlanInRecord | None = None
    agreements: list[Agreement] | None = None
    items: list[ItemInRecord] | None = None
    advice_compared: list[AdviceCompared] | None = None
    recommendations: list[Recommendation] | None = None
    settings: list[KnownSetting] | None = None
    people: list[KnownPerson] | None = None


class Detail(Model):
    """A labelled detail at the head of a plan: name, date of birth, year group, date of the plan."""

    label: str
    words: str | None = None


class TypedPart(Model):
    """A part of a section: a sub-heading and its words."""

    heading: str | None = None
    words: str | None = None


class TypedLine(Model):
    """A line as it stands in a document, with its number or bullet, its depth in a list, the level of its style."""

    line: str | None = None
    number: str | None = None
    level: int | None = None
    outline: int | None = None
    group: list[str] | str | None = None


class TypedSubheading(Model):
    """A sub-heading among the lines of a section; the rest as of a line."""

    subheading: str
    number: str | None = None
    level: int | None = None
    outline: int | None = None
    group: list[str] | str | None = None


class TypedCell(Model):
    """A labelled cell of an item; ``is`` says what it holds where its title does not."""

    title: str | None = None
    is_: Annotated[str | None, Field(alias="is")] = None
    words: str | None = None


class TypedItem(Model):
    """An item of a section. ``for`` and ``outcomes`` are links the plan states one to one."""

    label: str | None = None
    area: str | None = None
    heading: str | None = None
    words: str | list[str | TypedLine] | None = None
    for_: Annotated[list[str] | None, Field(alias="for")] = None
    outcomes: list[str] | None = None
    group: list[str] | str | None = None
    cells: dict[str, str | None] | list[TypedCell] | None = None


class TypedSetting(Model):
    """An entry of Section I."""

    name: str | None = None
    type: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    until: str | None = None


class TypedAdvice(Model):
    """An entry of Section K."""

    kind: str | None = None
    author: str | None = None
    dated: str | None = None


class TypedSection(Model):
    """A section under its heading: parts, items, settings or advice, in the order of the document.

    ``content`` holds lines and items as a document has them, ``together`` the lines that
    stand under a heading of several sections and could not be told apart. ``letters`` are
    the sections where the heading does not name them, or where there is no heading.
    """

    heading: str | None = None
    letters: list[str] | None = None
    words: str | None = None
    parts: list[TypedPart] | None = None
    items: list[TypedItem] | None = None
    settings: list[TypedSetting] | None = None
    advice: list[TypedAdvice] | None = None
    content: list[TypedItem | TypedSubheading | TypedLine] | None = None
    together: list[TypedLine] | None = None


class TypedLeft(Model):
    """Words that stand in no section, the letters of the sections they stand beside, and whether they may head one."""

    words: str
    beside: list[str] | None = None
    heading: bool | None = None


class TypedPlan(Model):
    """A plan typed: its words and headings, and no field the plan does not label."""

    title: str | None = None
    status: str | None = None
    front: list[str] | None = None
    headers: list[str] | None = None
    details: list[Detail] | None = None
    unplaced: list[TypedLeft] | None = None
    sections: list[TypedSection] | None = None


class TypedPlanFile(Model):
    """A file that holds a typed plan."""

    plan: TypedPlan


class JudgedItem(Model):
    """One of several items answered together, with the words that were judged."""

    item: str
    words: str | None = None


class AnswerRow(Model):
    """A person's answer to a judgement. ``as`` is the capacity it is given in; ``items`` answers several alike."""

    judgement: str
    item: str | None = None
    items: list[str | JudgedItem] | None = None
    exception: str | None = None
    rule: str | None = None
    words: str | None = None
    answer: bool
    by: str
    as_: Annotated[Capacity, Field(alias="as")]
    on: WrittenDay
    because: str | None = None
    until: WrittenDay | None = None


class DepartureRow(Model):
    """A reason recorded for departing from guidance."""

    rule: str
    item: str | None = None
    reason: str
    by: str | None = None
    on: WrittenDay | None = None


class AnswersFile(Model):
    """A file of answers and departures."""

    answers: list[AnswerRow] | None = None
    departures: list[DepartureRow] | None = None
