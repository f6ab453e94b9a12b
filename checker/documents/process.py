"""The assessment: the request, the advice, the exceptions claimed, and the letters."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.said import Happens, Lasts, Said
from checker.documents.values import Coded, Model, WrittenDay


class Determination(Coded):
    """What the authority determined on a request or on becoming responsible."""

    ASSESS = "assess", "to assess"
    NOT_TO_ASSESS = "not_to_assess", "not to assess"
    PLAN_UNNECESSARY = "plan_unnecessary", "that no plan may be necessary"


class AssessmentOutcome(Coded):
    """How an assessment ended."""

    ISSUE = "issue_plan", "a plan is to be made"
    REFUSE = "refuse_plan", "no plan is to be made"


class Route(Coded):
    """A route, other than the request, by which a plan may come to be made (guard G05)."""

    REQUEST = "request", "the request"
    ORDER = "tribunal_order", "a Tribunal order"
    CONCEDED_BEFORE = "conceded_before_response", "a concession before the response to the appeal"
    MEDIATION = "mediation_agreement", "a mediation agreement"
    CONCEDED_AFTER = "conceded_after_response", "a concession after the response, without an order"
    UNKNOWN = "appeal_route_not_recorded", "an appeal or mediation whose ending is not recorded"


class Giver(Coded):
    """Who was asked for advice."""

    FAMILY = "family", "the parent or young person"
    HEAD = "head_teacher", "the head teacher"
    PRINCIPAL = "college_principal", "the principal of a college"
    EARLY_YEARS = "early_years_provider", "the early years provider"
    EXPERIENCED = "experienced_teacher", "a person with experience of teaching children with special educational needs"
    RESPONSIBLE = "responsible_for_education", "the person responsible for the child's education"
    DEFENCE = "secretary_of_state_for_defence", "the Secretary of State for Defence"
    PSYCHOLOGIST = "educational_psychologist", "the educational psychologist"
    HEALTH = "health", "a health care professional"
    SOCIAL_CARE = "social_care", "social care"
    OTHER = "other", "another adviser"


class Ground(Coded):
    """Grounds on which an exception is claimed: the exceptions' own ids."""

    SCHOOL_CLOSED = "SCHOOL-CLOSED", "a school or college was closed"
    NURSERY_CLOSED = "NURSERY-CLOSED", "an early years provider was closed"
    PERSONAL = "PERSONAL-CIRCUMSTANCES", "exceptional personal circumstances"
    AWAY = "AWAY-FOUR-WEEKS", "absence from the area for four weeks"
    EARLY_ISSUE = "EARLY-ISSUE-AGREED", "the family agreed to early issue"
    UNSUITABLE = "UNSUITABLE-FOR-CHILD", "the setting is unsuitable for the child"
    OTHERS = "INEFFICIENT-FOR-OTHERS", "incompatible with efficient education for others"
    RESOURCES = "INEFFICIENT-USE-OF-RESOURCES", "incompatible with the efficient use of resources"
    NO_STEPS = "OTHERS-EDUCATION-AND-NO-STEPS", "others' education, which no reasonable step could protect"
    HEALTH = "LESS-FOR-HEALTH", "full-time education would not be in the child's best interests"
    REASSESSMENT_SCHOOL = "REASSESSMENT-SCHOOL-CLOSED", "a school or college was closed during a re-assessment"
    REASSESSMENT_NURSERY = "REASSESSMENT-NURSERY-CLOSED", "an early years provider was closed during a re-assessment"
    REASSESSMENT_PERSONAL = "REASSESSMENT-CIRCUMSTANCES", "exceptional personal circumstances during a re-assessment"
    REASSESSMENT_AWAY = "REASSESSMENT-AWAY", "absence from the area for four weeks during a re-assessment"
    EARLY_AMENDMENT = "EARLY-AMENDMENT-AGREED", "the family agreed to an early amended plan"
    BODY_CIRCUMSTANCES = "CIRCUMSTANCES-WHILE-BODY-ASKED", "exceptional circumstances while a body was asked"
    BODY_AWAY = "AWAY-WHILE-BODY-ASKED", "absence for four weeks while a body was asked"
    BODY_APPOINTMENT = "APPOINTMENT-MISSED", "an appointment with the body that was missed"
    FLEXIBLE = "FLEXIBILITY-NEEDED", "the child's needs call for flexibility"
    OTHER = "other", "a reason that is not an exception in the Regulations"


class Decision(Model):
    """A decision the family must be told of."""

    notification: Annotated[
        WrittenDay | None,
        Happens("Decision notified", "notification of the decision", "notified", ("family", "setting_attended")),
    ] = None
    sending: Annotated[
        WrittenDay | None,
        Happens("Decision sent", "the sending of the decision", "sent", ("family", "setting_attended")),
    ] = None

    event: ClassVar[str] = "notification"
    singular: ClassVar[str] = "the decision"


class Request(Model):
    """A request for an assessment under section 36(1)."""

    receipt: Annotated[WrittenDay | None, Happens("Request received", "receipt of the request", "received")] = None
    determination: Annotated[Determination | None, Said("Determination", "what was determined")] = None
    decision: Annotated[Decision | None, Said("Decision whether to assess", "the decision whether to assess")] = None
    additional_time_considered: Annotated[
        bool | None,
        Said(
            "More time considered",
            "whether the need for more time to complete education or training was considered",
            part="additional_time",
        ),
    ] = None

    event: ClassVar[str] = "receipt"
    singular: ClassVar[str] = "the request"


class Closure(Model):
    """A time when a setting was closed: ``start`` is the first day closed."""

    setting: Annotated[str | None, Said("Setting", "the setting")] = None
    start: Annotated[WrittenDay | None, Happens("First day closed", "the first day closed", "closed")] = None
    reopening: Annotated[WrittenDay | None, Happens("Re-opened", "the day of re-opening", "reopened")] = None

    lasts: ClassVar[Lasts] = Lasts("start", "reopening")
    singular: ClassVar[str] = "the closure"


class Absence(Model):
    """A time away from the authority's area: the days of leaving and of returning."""

    who: Annotated[str | None, Said("Who", "who was away")] = None
    leaving: Annotated[WrittenDay | None, Happens("Left", "the day of leaving", "left")] = None
    returning: Annotated[WrittenDay | None, Happens("Returned", "the day of returning", "returned")] = None

    lasts: ClassVar[Lasts] = Lasts("leaving", "returning")
    singular: ClassVar[str] = "the absence"


class Circumstance(Model):
    """Something that happened in the family: illness, a death, a crisis."""

    what: Annotated[str | None, Said("What happened", "what happened")] = None
    start: Annotated[WrittenDay | None, Happens("Began", "the day it began", "begun")] = None
    end: Annotated[WrittenDay | None, Happens("Ended", "the day it ended", "ended")] = None

    lasts: ClassVar[Lasts] = Lasts("start", "end")
    singular: ClassVar[str] = "the circumstance"


class Claim(Model):
    """An exception somebody relies on: which, who says so, and where."""

    ground: Annotated[Ground | None, Said("Ground", "the ground relied on")] = None
    rule: Annotated[str | None, Said("Time limit", "the rule it is relied on against")] = None
    by: Annotated[str | None, Said("By whom", "who relies on it")] = None
    words: Annotated[str | None, Said("In what words", "the words used")] = None

    singular: ClassVar[str] = "the claim"


class Impairment(Coded):
    """An impairment that the child or young person appears to have (regulation 6(2))."""

    HEARING = "hearing", "hearing"
    VISION = "vision", "vision"


class Advice(Model):
    """An entry of the advice log: what was asked of whom, and what came back."""

    giver: Annotated[Giver | None, Said("Asked of", "who was asked")] = None
    author: Annotated[str | None, Said("Author", "the author")] = None
    request: Annotated[WrittenDay | None, Happens("Asked for", "the request for the advice", "requested")] = None
    receipt: Annotated[WrittenDay | None, Happens("Received", "receipt of the advice", "received")] = None
    dated: Annotated[WrittenDay | None, Said("Dated", "the date it bears")] = None
    reused: Annotated[bool | None, Said("Earlier advice", "whether it is earlier advice used again")] = None
    appended: Annotated[bool | None, Said("In the appendices", "whether it is among the appendices to the plan")] = None
    closures: Annotated[list[Closure] | None, Said("Closures", "the closures of the setting asked")] = None

    singular: ClassVar[str] = "the advice"


class AdvisedNeed(Model):
    """A need that the advice identifies, as somebody who read the advice beside the plan lists it."""

    report: Annotated[str | None, Said("Report", "the report that identifies it")] = None
    wording: Annotated[str | None, Said("Need", "the need as the report words it")] = None
    in_section_b: Annotated[bool | None, Said("In Section B", "whether it is in Section B")] = None

    singular: ClassVar[str] = "the need in the advice"


class Assessment(Model):
    """An EHC needs assessment."""

    outcome: Annotated[AssessmentOutcome | None, Said("Outcome", "the outcome of the assessment")] = None
    route: Annotated[Route | None, Said("Route", "the route by which the plan came to be made")] = None
    refusal: Annotated[Decision | None, Said("Refusal of a plan", "the refusal of a plan")] = None
    additional_time_considered: Annotated[
        bool | None,
        Said(
            "More time considered",
            "whether the need for more time to complete education or training was considered",
            part="additional_time",
        ),
    ] = None
    impairments: Annotated[
        list[Impairment] | None,
        Said("Appears impaired", "the senses that appear to be impaired", part="advice_details"),
    ] = None
    year_group: Annotated[
        int | None, Said("Year group then", "the national curriculum year at the assessment", part="advice_details")
    ] = None
    delay_reason: Annotated[str | None, Said("Reason for delay", "the reason given for delay")] = None
    advice: Annotated[list[Advice] | None, Said("Advice log", "the advice log")] = None
    absences: Annotated[list[Absence] | None, Said("Absences", "absences from the area")] = None
    family_circumstances: Annotated[
        list[Circumstance] | None, Said("Personal circumstances", "personal circumstances recorded")
    ] = None
    exceptions_claimed: Annotated[list[Claim] | None, Said("Exceptions relied on", "the exceptions relied on")] = None

    singular: ClassVar[str] = "the assessment"


class Matter(Coded):
    """What a letter may tell the family."""

    APPEAL = "right_of_appeal", "the right to appeal"
    TIME = "time_to_appeal", "the time limit for appealing"
    MEDIATION = "mediation", "the information on mediation"
    HELP = "help_available", "disagreement resolution, advice and information"
    RECOMMENDATIONS = "recommendations_power", "the Tribunal's power to make recommendations"
    REPRESENTATIONS = "representations", "the right to make representations"
    MEETING = "meeting", "the right to a meeting"
    SETTING = "request_a_setting", "the right to ask for a setting"
    WHERE_TO_LOOK = "settings_information", "where to find information about schools and colleges"
    REASONS = "reasons", "the reasons for the decision"
    NO_ASSESSMENT = "no_assessment_follows", "that accordingly there will be no assessment"
    OUTCOME = "outcome_of_assessment", "the outcome of the assessment"
    WHETHER_PLAN = "whether_a_plan_is_proposed", "whether a plan is to be prepared"


class Letter(Model):
    """A letter to the family."""

    sending: Annotated[WrittenDay | None, Happens("Sent", "the sending of the letter", "sent")] = None
    reply_by: Annotated[WrittenDay | None, Said("Reply by", "the last day given for a reply")] = None
    matters: Annotated[list[Matter] | None, Said("What it tells the family", "what the letter tells the family")] = None
    words: Annotated[str | None, Said("Words", "the words of the letter")] = None
    appendices_enclosed: Annotated[
        bool | None, Said("Appendices enclosed", "whether the appendices went with it", part="enclosures")
    ] = None

    event: ClassVar[str] = "sending"
    singular: ClassVar[str] = "the letter"
