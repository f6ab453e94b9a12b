"""The case: the root of everything a rule may speak of, whether a child's case, an area or a school."""

from __future__ import annotations

from typing import Annotated, ClassVar

from checker.documents.advising import AdviceDetail, CooperationRequest, EarlierAdvice
from checker.documents.ceasing import CeaseDecision
from checker.documents.child import Child, Party
from checker.documents.considering import Concern, Consideration, PersonTold
from checker.documents.delivery import AccessRequest, Delivery, Fee, TimeOutOfEducation
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
from checker.documents.plan import MaintainedPlan, Plan
from checker.documents.process import AdvisedNeed, Assessment, Letter, Request
from checker.documents.reassessment import Reassessment
from checker.documents.replies import MeetingAskedFor, Representation, WordsChanged
from checker.documents.review import Amendment, PhaseTransfer, Review
from checker.documents.said import Happens, Said
from checker.documents.subjects import AreaParts, SchoolParts
from checker.documents.values import Model, WrittenDay
from checker.documents.weighing import AdviceCompared, Recommendation


class Case(AreaParts, SchoolParts, Model):
    """A case: its plan documents and its record. Each field is a root: ``the child``, ``the reviews``.

    ``plan`` is the document under test, whichever of the plans that is.
    """

    day_checked: Annotated[WrittenDay | None, Said("Day checked", "the day of the check")] = None
    child: Annotated[Child | None, Said("Child", "the child")] = None
    plan: Annotated[Plan | None, Said("Plan", "the plan")] = None
    draft_plan: Annotated[Plan | None, Said("Draft plan", "the draft plan")] = None
    final_plan: Annotated[Plan | None, Said("Final plan", "the final plan")] = None
    amendment_draft: Annotated[Plan | None, Said("Proposed amendment", "the plan with its proposed amendments")] = None
    amended_plan: Annotated[Plan | None, Said("Amended plan", "the amended plan")] = None
    earlier_plan: Annotated[Plan | None, Said("Earlier plan", "the earlier plan")] = None
    maintained_plan: Annotated[MaintainedPlan | None, Said("Maintained plan", "the EHC plan")] = None
    request: Annotated[Request | None, Said("Request", "the request")] = None
    start_of_responsibility: Annotated[
        WrittenDay | None,
        Happens("Authority became responsible", "the day the authority became responsible", "begun"),
    ] = None
    consideration: Annotated[
        Consideration | None,
        Said("Consideration", "the consideration whether to assess", part="considering"),
    ] = None
    persons_told: Annotated[
        list[PersonTold] | None,
        Said("Others told", "the others told that an assessment is considered", part="persons_told"),
    ] = None
    concerns: Annotated[
        list[Concern] | None, Said("Doubts raised", "the doubts raised about the assessment", part="concerns")
    ] = None
    health_opinion: Annotated[
        HealthOpinion | None, Said("Health body's opinion", "the health body's opinion", part="health_opinion")
    ] = None
    needs_raised: Annotated[list[NeedRaised] | None, Said("Needs raised", "the needs raised", part="needs_raised")] = (
        None
    )
    support_cycles: Annotated[
        list[SupportCycle] | None, Said("Cycles of support", "the cycles of support", part="support_cycles")
    ] = None
    advice_details: Annotated[
        list[AdviceDetail] | None,
        Said("How advice was asked for", "how each piece of advice was asked for and used", part="advice_details"),
    ] = None
    earlier_advice: Annotated[
        list[EarlierAdvice] | None, Said("Earlier advice", "the earlier advice", part="earlier_advice")
    ] = None
    cooperation_requests: Annotated[
        list[CooperationRequest] | None,
        Said("Requests under section 31", "the requests to bodies under section 31", part="cooperation_requests"),
    ] = None
    assessment: Annotated[Assessment | None, Said("Assessment", "the assessment")] = None
    needs_in_advice: Annotated[
        list[AdvisedNeed] | None,
        Said("Needs in the advice", "the needs that the advice identifies", part="advice_needs"),
    ] = None
    outcome_letter: Annotated[
        Letter | None, Said("Letter on the outcome", "the letter telling the outcome of the assessment")
    ] = None
    draft_consultation: Annotated[
        WrittenDay | None,
        Happens(
            "Family consulted on the draft",
            "the consultation of the family about the content of the draft",
            "held",
            part="draft_consultation",
        ),
    ] = None
    draft_letter: Annotated[Letter | None, Said("Letter with the draft", "the letter with the draft")] = None
    early_issue_agreement: Annotated[
        WrittenDay | None,
        Happens("Early issue agreed", "the family's written agreement to an earlier final plan", "given"),
    ] = None
    final_letter: Annotated[Letter | None, Said("Letter with the final plan", "the letter with the final plan")] = None
    reviews: Annotated[list[Review] | None, Said("Reviews", "the reviews")] = None
    first_review: Annotated[Review | None, Said("First review", "the first review")] = None
    amendments: Annotated[list[Amendment] | None, Said("Amendments", "the amendments")] = None
    phase_transfers: Annotated[list[PhaseTransfer] | None, Said("Phase transfers", "the phase transfers")] = None
    preferences: Annotated[list[Preference] | None, Said("Settings asked for", "the settings asked for")] = None
    tailored_list: Annotated[TailoredList | None, Said("Tailored list", "the tailored list")] = None
    settings_considered: Annotated[
        list[ConsideredSetting] | None,
        Said("Settings considered", "the other settings considered", part="consultation"),
    ] = None
    placement_decision: Annotated[
        PlacementDecision | None,
        Said("Decision on the placement", "the decision on the placement", part="placement_decision"),
    ] = None
    otherwise_decision: Annotated[
        OtherwiseDecision | None,
        Said(
            "Decision on education otherwise",
            "the decision that provision be made otherwise than in a setting",
            part="otherwise",
        ),
    ] = None
    admission: Annotated[Admission | None, Said("Admission", "the admission", part="admission")] = None
    setting_changes: Annotated[
        list[SettingChange] | None, Said("Changes of setting", "the changes of setting", part="setting_changes")
    ] = None
    representations: Annotated[
        list[Representation] | None, Said("Representations", "the representations", part="replies")
    ] = None
    meetings_asked_for: Annotated[
        list[MeetingAskedFor] | None, Said("Meetings asked for", "the meetings asked for", part="replies")
    ] = None
    words_changed: Annotated[
        list[WordsChanged] | None,
        Said("Changes from draft to final", "the changes of words from the draft to the final plan"),
    ] = None
    deliveries: Annotated[
        list[Delivery] | None, Said("Provision delivered", "the provision delivered", part="delivery")
    ] = None
    fees: Annotated[list[Fee] | None, Said("Fees", "the fees", part="fees")] = None
    times_out_of_education: Annotated[
        list[TimeOutOfEducation] | None,
        Said("Times out of education", "the times out of education", part="out_of_education"),
    ] = None
    access_requests: Annotated[
        list[AccessRequest] | None, Said("Requests for access", "the requests for access", part="access")
    ] = None
    cease_decisions: Annotated[
        list[CeaseDecision] | None, Said("Decisions to cease", "the decisions to cease to maintain the plan")
    ] = None
    reassessments: Annotated[list[Reassessment] | None, Said("Re-assessments", "the re-assessments")] = None
    advice_compared: Annotated[
        list[AdviceCompared] | None,
        Said("Amounts compared", "the amounts compared with the advice", part="advice_compared"),
    ] = None
    recommendations: Annotated[
        list[Recommendation] | None,
        Said(
            "Recommendations", "the recommendations of the Tribunal on health and social care", part="recommendations"
        ),
    ] = None
    family: Annotated[Party | None, Said("Family", "the family")] = None
    authority: Annotated[Party | None, Said("Local authority", "the local authority")] = None
    named_setting: Annotated[Party | None, Said("Setting named", "the setting named")] = None
    commissioning_body: Annotated[Party | None, Said("Commissioning body", "the responsible commissioning body")] = None
    setting_attended: Annotated[Party | None, Said("Setting attended", "the setting attended")] = None
    education_officer: Annotated[
        Party | None, Said("Education officer", "the authority's officer for special educational needs")
    ] = None
    health_professional: Annotated[Party | None, Said("Health care professional", "the health care professional")] = (
        None
    )
    social_care_officer: Annotated[
        Party | None, Said("Social care officer", "the authority's officer for social care")
    ] = None

    singular: ClassVar[str] = "the case"
