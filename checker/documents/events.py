"""The events of a case record: their names, titles, and the pointers they fill.

A name is the one the law is read with (``request_received``, ``final_sent``). ``part``
says which part of a record the event belongs to: a record that has any event of a part
covers that part, so that another event of it that is absent is *not stated*; a part of
which a record has no event at all is *not covered*. The parts that every case record
keeps are covered by one that says it is complete to a day; the others (``PARTS`` without
``KEPT_BY_EVERY_RECORD``) only by one that has an event of them or names them in ``covers``.

``{review}`` and ``{amendment}`` in a pointer stand for the review or the amendment the
event belongs to: the one its row names, else the latest that began on or before its day.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EventKind:
    """A kind of event: ``recipients`` are those it may be done to, the first by default."""

    name: str
    title: str
    part: str
    pointers: tuple[str, ...]
    recipients: tuple[str, ...] = ()


PARTS: dict[str, str] = {
    "assessment": "The request, the assessment and the final plan",
    "draft": "The draft",
    "plan": "The plan as maintained",
    "review": "Reviews and amendments",
    "review_meeting": "Meetings of reviews: invitations, advice, what was considered, the report",
    "review_letters": "Letters after reviews, and what went with a notice of amendments",
    "reassessment": "Re-assessments",
    "ceasing": "Steps before and after a plan is ceased",
    "after_16": "Moves, care and leaving education after 16",
    "tailored_list": "A tailored list of settings",
    "advice_compared": "Amounts in the plan beside those in the advice",
    "recommendations": "Recommendations of the Tribunal on health and social care",
    "considering": "The consideration whether to assess, and the notice of it",
    "persons_told": "Others told that an assessment is considered, and of the decision",
    "concerns": "Doubts raised about steps of the assessment",
    "advice_details": "How advice was asked for, and what was made of it",
    "earlier_advice": "Earlier advice, and who is satisfied with it",
    "cooperation_requests": "Requests to health and other bodies under section 31",
    "draft_consultation": "Consultation on the content of the draft",
    "enclosures": "What went with a letter",
    "health_opinion": "A health body's opinion of a young child",
    "needs_raised": "Needs raised, and what became of each",
    "support_cycles": "Cycles of support before or beside an assessment",
    "type_returned": "The type of need in the statutory return",
    "replies": "What the family said of the draft, and what came of it",
    "consultation": "Settings and authorities consulted",
    "placement_decision": "The decision on the placement, and its reasons",
    "otherwise": "Education otherwise than in a setting",
    "admission": "Admission to the setting named",
    "setting_changes": "Changes of setting",
    "delivery": "Provision delivered",
    "fees": "Fees",
    "out_of_education": "Times out of education",
    "access": "Access to monitor the education",
    "additional_time": "More time for a young person over 18 to complete education or training",
    "advice_needs": "The needs that the advice identifies, beside Section B",
}
"""The parts of a record, with a title each, in the order of a blank one."""
KEPT_BY_EVERY_RECORD = ("assessment", "draft", "plan", "review")

_INVITED = ("family", "setting_attended", "education_officer", "health_professional", "social_care_officer")
_TO_ALL = ("family", "named_setting", "commissioning_body")

EVENTS: tuple[EventKind, ...] = (
    EventKind("request_received", "Request for an assessment received", "assessment", ("/request/receipt",)),
    EventKind(
        "became_responsible", "Authority became responsible for the child", "assessment", ("/start_of_responsibility",)
    ),
    EventKind(
        "decision_sent", "Decision whether to assess sent", "assessment", ("/request/decision/sending",), ("family",)
    ),
    EventKind(
        "decision_notified",
        "Decision whether to assess notified",
        "assessment",
        ("/request/decision/notification",),
        ("family",),
    ),
    EventKind(
        "refusal_notified",
        "Refusal to make a plan notified",
        "assessment",
        ("/assessment/refusal/notification",),
        ("family",),
    ),
    EventKind(
        "family_consulted_on_draft",
        "Family consulted about the content of the draft",
        "draft_consultation",
        ("/draft_consultation",),
    ),
    EventKind("draft_sent", "Draft plan sent", "draft", ("/draft_plan/sending",), ("family",)),
    EventKind("draft_served", "Draft plan served", "draft", ("/draft_plan/service",), ("family",)),
    EventKind(
        "early_issue_agreed", "Family agreed in writing to an earlier final plan", "draft", ("/early_issue_agreement",)
    ),
    EventKind("final_sent", "Final plan sent", "assessment", ("/final_plan/sending",), _TO_ALL),
    EventKind("plan_first_made", "Plan first made", "plan", ("/maintained_plan/making",)),
    EventKind("last_reviewed", "Plan last reviewed (decision)", "plan", ("/maintained_plan/last_review",)),
    EventKind("reassessed_plan_sent", "Plan after a re-assessment sent", "plan", ("/maintained_plan/reassessed",)),
    EventKind("meeting", "Review meeting held", "review", ("/reviews/{review}/meeting",)),
    EventKind(
        "review_decision_notified",
        "Decision after the review notified",
        "review",
        ("/reviews/{review}/decision/notification",),
        ("family", "setting_attended"),
    ),
    EventKind(
        "review_decision_sent",
        "Decision after the review sent",
        "review",
        ("/reviews/{review}/decision/sending",),
        ("family", "setting_attended"),
    ),
    EventKind(
        "amendment_notice_sent",
        "Notice of amendments sent, with the plan and the evidence",
        "review",
        ("/amendments/{amendment}/notice/sending", "/reviews/{review}/notice/sending"),
        ("family",),
    ),
    EventKind(
        "final_amended_sent",
        "Amended final plan sent",
        "review",
        ("/amendments/{amendment}/final_plan/sending", "/reviews/{review}/amended_plan/sending"),
        _TO_ALL,
    ),
    EventKind(
        "not_amending_notified",
        "Decision not to amend notified, with reasons",
        "review",
        ("/amendments/{amendment}/refusal/notification", "/reviews/{review}/refusal/notification"),
        ("family",),
    ),
    EventKind(
        "amendment_notice_served",
        "Notice of amendments served",
        "review_letters",
        ("/amendments/{amendment}/notice/service",),
        ("family",),
    ),
    EventKind(
        "review_invitation_sent",
        "Invited to the review meeting",
        "review_meeting",
        ("/reviews/{review}/invitation/sending",),
        _INVITED,
    ),
    EventKind(
        "review_advice_circulated",
        "Advice for the review circulated",
        "review_meeting",
        ("/reviews/{review}/circulated_advice/sending",),
        _INVITED,
    ),
    EventKind(
        "review_report_prepared",
        "Report of the review prepared",
        "review_meeting",
        ("/reviews/{review}/report/preparation",),
    ),
    EventKind(
        "review_report_sent",
        "Report of the review sent",
        "review_meeting",
        ("/reviews/{review}/report/sending",),
        _INVITED,
    ),
)

NAMES: dict[str, EventKind] = {kind.name: kind for kind in EVENTS}
