"""A school record: its SEN co-ordinator, its information report, its register, and what it was asked to adjust."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Said
from checker.documents.school_codes import Adjusted, Qualification, ReportTopic, SchoolKind
from checker.documents.values import Model, WrittenDay


class School(Model):
    """A school, or another institution with duties under Part 3."""

    name: Annotated[str | None, Said("Name", "the name of the school")] = None
    kind: Annotated[SchoolKind | None, Said("Kind", "the kind of school")] = None
    academy_terms_allow: Annotated[
        bool | None,
        Said("Academy's terms", "whether the Academy's arrangements let it admit children without a plan"),
    ] = None
    receives_inclusion_grant: Annotated[
        bool | None, Said("Inclusive mainstream fund", "whether it receives the inclusive mainstream fund")
    ] = None

    singular: ClassVar[str] = "the school"


class ReportEntry(Model):
    """A heading of the information report, and whether it is there."""

    about: Annotated[ReportTopic | None, Said("About", "what it is about")] = None
    set_out: Annotated[bool | None, Said("Set out", "whether it is set out")] = None
    where: Annotated[str | None, Said("Where", "where it is published")] = None

    singular: ClassVar[str] = "the entry"


class InformationReport(Model):
    """The school's report of SEN information (s 69)."""

    preparation: Annotated[WrittenDay | None, Happens("Prepared", "the report of SEN information", "prepared")] = None
    entries: Annotated[list[ReportEntry] | None, Said("Contents", "the contents of the information report")] = None
    on_website: Annotated[bool | None, Said("On the website", "whether it is on the school's website")] = None

    singular: ClassVar[str] = "the information report"


class Coordinator(Model):
    """The SEN co-ordinator (SENCO)."""

    name: Annotated[str | None, Said("Name", "the name")] = None
    designated: Annotated[bool | None, Said("Designated", "whether a member of staff is designated as SENCO")] = None
    qualified_teacher: Annotated[bool | None, Said("Qualified teacher", "whether the SENCO is a qualified teacher")] = (
        None
    )
    by_paragraph_8a_alone: Annotated[
        bool | None,
        Said("By paragraph 8A alone", "whether that is by virtue of paragraph 8A of the 2003 Regulations alone"),
    ] = None
    induction_required: Annotated[
        bool | None, Said("Induction required", "whether an induction period is required")
    ] = None
    induction_completed: Annotated[
        bool | None, Said("Induction completed", "whether the induction period was completed satisfactorily")
    ] = None
    teaches_here: Annotated[
        bool | None, Said("Teaches here", "whether the SENCO is working as a teacher at the school")
    ] = None
    head_teacher: Annotated[
        bool | None, Said("Head teacher", "whether the SENCO is the head teacher or acting head teacher")
    ] = None
    start: Annotated[WrittenDay | None, Happens("Became SENCO", "the start as SENCO", "appointed")] = None
    earlier_service: Annotated[
        int | None, Said("Earlier service", "the months served before as SENCO of any relevant school")
    ] = None
    qualification: Annotated[Qualification | None, Said("Qualification", "the qualification held")] = None
    course_start: Annotated[WrittenDay | None, Said("Course begun", "the day the course began")] = None
    award: Annotated[
        WrittenDay | None, Happens("Course completed", "the completion of the qualification", "qualified")
    ] = None
    role_determined: Annotated[
        bool | None, Said("Role determined", "whether the SENCO's role in leading the school is determined")
    ] = None
    functions_determined: Annotated[
        bool | None, Said("Functions determined", "whether the SENCO's other functions are determined")
    ] = None
    monitored: Annotated[bool | None, Said("Monitored", "whether the SENCO's effectiveness in them is monitored")] = (
        None
    )

    singular: ClassVar[str] = "the SENCO"


class Pupil(Model):
    """A pupil on the register of special educational needs, by a number and never by name."""

    provision_made: Annotated[
        bool | None, Said("Provision made", "whether special educational provision is made for the pupil")
    ] = None
    has_plan: Annotated[bool | None, Said("Plan", "whether a plan is maintained for the pupil")] = None
    parent_told: Annotated[bool | None, Said("Parent told", "whether the parent or young person was told of it")] = None
    publicly_paid: Annotated[
        bool | None, Said("Paid from public funds", "whether an authority or the Secretary of State pays for the place")
    ] = None
    admitted_for_assessment: Annotated[
        bool | None, Said("For an assessment", "whether the pupil was admitted for an assessment")
    ] = None
    assessment_done: Annotated[bool | None, Said("Assessment finished", "whether that assessment is finished")] = None
    circumstances_changed: Annotated[
        bool | None, Said("Change of circumstances", "whether the pupil was admitted on a change of circumstances")
    ] = None
    agreed_by_all: Annotated[
        bool | None, Said("Agreed by all", "whether all who must agree to the admission agreed")
    ] = None
    refusal_notice: Annotated[WrittenDay | None, Happens("Refusal served", "the notice refusing a plan", "served")] = (
        None
    )
    plan_finalised: Annotated[WrittenDay | None, Happens("Plan finalised", "the finalising of a plan", "finalised")] = (
        None
    )
    made_to_leave: Annotated[bool | None, Said("Made to leave", "whether the place was taken away")] = None
    open_days: Annotated[
        int | None,
        Said("Open days since", "the days the setting was open to admit students after the notice was served"),
    ] = None

    singular: ClassVar[str] = "the pupil"


class Adjustment(Model):
    """An adjustment asked for, for a disabled pupil."""

    wording: Annotated[str | None, Said("Adjustment", "the adjustment")] = None
    changes: Annotated[Adjusted | None, Said("To what", "what it would change")] = None
    made: Annotated[bool | None, Said("Made", "whether it was made")] = None
    reason: Annotated[str | None, Said("Reason", "why it was not made")] = None

    singular: ClassVar[str] = "the adjustment"


class TreatmentComplaint(Model):
    """A complaint that a pupil was discriminated against."""

    wording: Annotated[str | None, Said("Complaint", "the complaint")] = None

    singular: ClassVar[str] = "the complaint"


class Withdrawal(Model):
    """A part of school life a child with special educational needs is kept apart for."""

    wording: Annotated[str | None, Said("Withdrawn from", "what the child is withdrawn from")] = None
    reason: Annotated[str | None, Said("Reason", "the reason recorded")] = None

    singular: ClassVar[str] = "the withdrawal"


class Leaver(Model):
    """A pupil who left the roll, by a number and never by name."""

    leaving: Annotated[WrittenDay | None, Happens("Left the roll", "the day the pupil left the roll", "left")] = None
    new_school_known: Annotated[
        bool | None, Said("New school known", "whether the school the pupil went to is known")
    ] = None
    transfer: Annotated[
        WrittenDay | None, Happens("Records sent on", "the sending on of the pupil's file and record", "sent")
    ] = None
    school_days: Annotated[
        int | None,
        Said("School days taken", "the school days after the day of leaving, to the sending on of the record"),
    ] = None

    singular: ClassVar[str] = "the pupil who left"


class InclusionStrategy(Model):
    """The inclusion strategy that goes with the inclusive mainstream fund."""

    publication: Annotated[
        WrittenDay | None, Happens("Published", "the publication of the inclusion strategy", "published")
    ] = None
    on_website: Annotated[bool | None, Said("On the website", "whether it is on the school's website")] = None
    activity: Annotated[bool | None, Said("Activity", "whether it gives the activity invested in")] = None
    costs: Annotated[bool | None, Said("Costs", "whether it gives budgeted costs")] = None

    singular: ClassVar[str] = "the inclusion strategy"
