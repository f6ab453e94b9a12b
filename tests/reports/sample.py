"""Checks built by hand that between them hold every outcome, standing, exception use, alternative and state.

Synthetic: the child, the settings and the authority are made up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import (
    FALSE,
    PLAN,
    RECORD,
    TRUE,
    UNDECIDED,
    about,
    ask,
    because,
    cites,
    d,
    exception,
    finding,
    in_plan,
    in_record,
    judgement,
    on,
    op,
    reading,
)

from checker.before_sending import ANOTHER_NAME, SETTING_NAMED, BeforeSending, Reminder, SendingDays
from checker.document_used import DocumentUsed
from checker.facts import SOME_DAY, Place, State
from checker.findings import (
    AuthorityUsed,
    Cause,
    Comparison,
    ExceptionUse,
    Finding,
    Flag,
    Flip,
    Line,
    MissingDate,
    Outcome,
    Reason,
    Standing,
)
from checker.left_in_file import Trace
from checker.result import Check

REG_13 = cites("SEND Regulations 2014, regulation 13(2)", "R14.13.2")
REG_12 = cites("SEND Regulations 2014, regulation 12(1)", "R14.12.1")
S_37 = cites("Children and Families Act 2014, s 37(2)(d)", "A14.37.2")
CODE_969 = cites("SEND Code of Practice (2015), para 9.69", "CODE.9.69")
REG_20 = cites("SEND Regulations 2014, regulation 20(10)", "R14.20.10")
REG_22 = cites("SEND Regulations 2014, regulation 22(3) and (4)", "R14.22.3")
GREEN_PAPER = cites("SEND Review: Right support, right place, right time (2022), chapter 3", "GP22.3")
PILOT = cites("Template plan of the 2023 pilots", "PILOT23")
S_39 = cites("Children and Families Act 2014, s 39(3)", "A14.39.3")
S_45 = cites("Children and Families Act 2014, s 45(1)", "A14.45.1")

F4_WORDS = "SLT input as appropriate to support communication"
F4 = in_plan("Section F", F4_WORDS, table=3, row=5, column=2, paragraph=1)
F2 = in_plan("Section F", "Regular support from a teaching assistant", table=3, row=3, column=2)


def sent_late(late: int, day_sent: int, **detail: str | int) -> Reason:
    return because(
        "happens",
        FALSE,
        op(
            "act",
            "the sending of the plan",
            "the final plan",
            on(2026, 6, day_sent),
            place=in_record(9, "Final plan sent 8 June 2026"),
        ),
        op(
            "start",
            "receipt of the request",
            "the request",
            on(2026, 1, 5),
            place=in_record(4, "Request received 5 January 2026"),
        ),
        op("last_day", "the last day", "", d(2026, 5, 25), pointer=""),
        limit="20 weeks",
        form="of",
        verb="sent",
        recipient="the family",
        days_late=late,
        **detail,
    )


def twenty_weeks() -> Finding:
    not_sent = because(
        "happens",
        FALSE,
        op("act", "the sending of the plan", "the final plan", state=State.NOT_HAPPENED, place=in_record(10)),
        op("start", "receipt of the request", "the request", on(2026, 1, 5), place=in_record(4)),
        op("last_day", "the last day", "", d(2026, 5, 25), pointer=""),
        limit="20 weeks",
        form="of",
        verb="sent",
        recipient="the named setting",
        overdue_by=16,
    )
    unknown = because(
        "happens",
        UNDECIDED,
        op("act", "the sending of the plan", "the final plan", state=State.NOT_STATED),
        op("start", "receipt of the request", "the request", on(2026, 1, 5), place=in_record(4)),
        op("last_day", "the last day", "", d(2026, 5, 25), pointer=""),
        causes=(Cause.NOT_STATED,),
        limit="20 weeks",
        form="of",
        verb="sent",
        recipient="the commissioning body",
    )
    away = because(
        "overlaps_limit",
        FALSE,
        op("thing", "the absence", "the child", on(2026, 2, 1), place=in_record(22)),
        limit="4 weeks",
        days=27,
        days_most=27,
        needed=28,
    )
    closed = because(
        "happens",
        TRUE,
        op("act", "the request for the advice", "the advice of the head teacher", on(2026, 3, 2), place=in_record(31)),
        verb="requested",
        form="on or after",
        limit="the first day closed",
    )
    late = sent_late(14, 8)
    return finding(
        "FINAL-PLAN-20-WEEKS",
        "",
        "The final plan is sent within 20 weeks of the request",
        Outcome.NOT_MET,
        REG_13,
        topic="assessment",
        flags=(Flag.OVERDUE,),
        reason=because("to_each", FALSE, parts=(late, not_sent, unknown)),
        trigger=because(
            "has_happened",
            TRUE,
            op("act", "receipt of the request", "the request", on(2026, 1, 5), place=in_record(4)),
            verb="received",
        ),
        lines=(
            Line("the family", Outcome.NOT_MET, (), late),
            Line("the named setting", Outcome.NOT_MET, (Flag.OVERDUE,), not_sent),
            Line("the commissioning body", Outcome.NOT_IN_THESE_FILES, (), unknown),
        ),
        exceptions=(
            exception(
                "AWAY-FOUR-WEEKS",
                "away from the area for four weeks",
                ExceptionUse.NOT_MADE_OUT,
                "regulation 10(4)(d)",
                away,
                claimed_at=in_record(40),
                claimed_by="authority",
            ),
            exception(
                "SCHOOL-CLOSED",
                "a school or college was closed",
                ExceptionUse.NOT_CLAIMED,
                "regulation 10(4)(a)",
                closed,
            ),
            exception(
                "PERSONAL-CIRCUMSTANCES",
                "exceptional personal circumstances",
                ExceptionUse.NOT_CLAIMED,
                "regulation 10(4)(c)",
            ),
        ),
        met_by=(
            Flip("cannot", "the sending of the plan", "the final plan", "", d(2026, 5, 25), gap=False),
            Flip("do", "the sending of the plan to the named setting", "the final plan", "", None, gap=False),
        ),
    )


def settled() -> tuple[Finding, ...]:
    """Findings of part 1."""
    missing_e = because(
        "stated", FALSE, op("value", "the heading", "Section E", state=State.NOT_STATED, place=in_plan("the headings"))
    )
    heading_a = because(
        "stated",
        TRUE,
        op(
            "value",
            "the heading",
            "Section A",
            "Section A: All about me",
            place=in_plan("Section A", "Section A: All about me", paragraph=2),
        ),
    )
    vague = because(
        "or",
        FALSE,
        parts=(
            because("stated", FALSE, op("value", "the amount in hours or minutes", "F2", place=F2)),
            because(
                "and",
                FALSE,
                parts=(
                    because("stated", FALSE, op("value", "how often", "F2", place=F2)),
                    because("stated", FALSE, op("value", "how long each time", "F2", place=F2)),
                ),
            ),
        ),
    )
    refused = judgement(
        "specific",
        "Is the provision in F7 specific enough to leave no doubt?",
        "F7",
        Standing.AGAINST,
        answer="no",
        answered_by="Harrowmere SEND panel",
        answered_on=d(2026, 5, 1),
        answer_place=Place("answers.yaml", line=3),
    )
    return (
        twenty_weeks(),
        finding(
            "SECTIONS-SEPARATE",
            "Section E",
            "Each section of the plan has a heading of its own",
            Outcome.NOT_MET,
            REG_12,
            reason=missing_e,
            met_by=(Flip("state", "a heading for it", "Section E", "", None, gap=True),),
        ),
        finding(
            "OUTCOMES-SPECIFIED",
            "Section E",
            "The plan specifies outcomes",
            Outcome.NOT_MET,
            S_37,
            reason=missing_e,
            shown_inside="SECTIONS-SEPARATE:section_e",
        ),
        finding(
            "PROVISION-SPECIFIC",
            "F7",
            "Provision in Section F is detailed and specific",
            Outcome.NOT_MET,
            S_37,
            reason=because(
                "judged",
                FALSE,
                question="Is the provision in F7 specific enough to leave no doubt?",
                judgement="specific",
                answer="no",
            ),
            judgements=(refused,),
        ),
        finding(
            "GRANT-PLAN-PUBLISHED",
            "",
            "The area publishes its plan",
            Outcome.CONDITION_NOT_MET,
            cites("High needs grant conditions 2026, para 4", "GRANT26"),
            status="condition of grant",
            reason=because("stated", FALSE, op("value", "the address of the published plan", "the area’s plan")),
        ),
        *(
            finding(
                "PROVISION-QUANTIFIED",
                f"F{n}",
                "Provision is normally quantified",
                Outcome.DEPARTED_FROM,
                CODE_969,
                force="should normally",
                status="guidance",
                about=about(f"F{n}", replace(F2, row=n + 1)),
                reason=vague,
                suggest="[ ] minutes, [ ] times a week, delivered by [ ]",
                met_by=(
                    Flip("state", "the amount in hours or minutes", f"F{n}", "", None, gap=True),
                    Flip("state", "how often", f"F{n}", "", None, gap=True, way=2),
                    Flip("state", "how long each time", f"F{n}", "", None, gap=True, way=2),
                ),
            )
            for n in (2, 3, 10, 5)
        ),
        finding(
            "PROVISION-QUANTIFIED",
            "F9",
            "Provision is normally quantified",
            Outcome.DEPARTED_FROM,
            CODE_969,
            force="should normally",
            status="guidance",
            about=about("F9", F2),
            flags=(Flag.REASON_RECORDED,),
            reason=vague,
            reason_recorded=op(
                "value", "the reason recorded", "F9", "Needs vary from day to day", place=Place("answers.yaml", line=14)
            ),
        ),
        finding(
            "LOCAL-TEMPLATE",
            "",
            "The authority’s own template is used",
            Outcome.DEPARTED_FROM_LOCAL_POLICY,
            cites("Harrowmere plan policy, para 3", "LOCAL1"),
            status="local policy",
            force="should",
            reason=because(
                "compare",
                FALSE,
                op("value", "the number of outcomes", "the plan", 12, place=in_plan("Section E")),
                op("against", "", "", 8, pointer=""),
                relation="at most",
            ),
        ),
        finding(
            "PRACTICE-NAMES",
            "",
            "Acronyms are explained",
            Outcome.WORTH_CHECKING,
            cites("Practice note on plans, page 4", "PRACTICE1"),
            status="practice",
            force="should",
            reason=because(
                "includes",
                FALSE,
                op("value", "the acronyms explained", "the plan", ("SLT",), place=in_plan("Section F")),
                op("against", "", "", "EP", pointer=""),
            ),
        ),
        finding(
            "SECTIONS-SEPARATE",
            "Section A",
            "Each section of the plan has a heading of its own",
            Outcome.REQUIREMENT_MET,
            REG_12,
            reason=heading_a,
            exceptions=(exception("OLD-FORM", "an older form of plan", ExceptionUse.NOT_NEEDED, "regulation 12(9)"),),
        ),
        finding(
            "REVIEW-DECISION-4-WEEKS",
            "2025-11-10",
            "The decision after a review is notified within four weeks",
            Outcome.REQUIREMENT_MET,
            REG_20,
            reason=because(
                "happens",
                TRUE,
                op("act", "notification of the decision", "the decision", on(2025, 12, 1), place=in_record(51)),
                op("start", "the review meeting", "the review", on(2025, 11, 10), place=in_record(50)),
                op("last_day", "the last day", "", d(2025, 12, 8), pointer=""),
                limit="4 weeks",
                form="of",
                verb="notified",
                recipient="the family",
                days_in_hand=7,
                practicable="yes",
            ),
            readings=(
                reading(
                    "DEVON",
                    "the notice falls within the same four weeks",
                    Outcome.REQUIREMENT_MET,
                    because("always", TRUE),
                    said_by="R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
                ),
                reading("DEVON", "the notice may follow later", Outcome.NOT_MET, because("always", FALSE)),
            ),
        ),
        finding(
            "FINAL-PLAN-LATE-LIFTED",
            "",
            "The plan is sent in time",
            Outcome.REQUIREMENT_MET,
            REG_13,
            reason=sent_late(14, 8),
            exceptions=(
                exception(
                    "PERSONAL-CIRCUMSTANCES",
                    "exceptional personal circumstances",
                    ExceptionUse.RELIED_ON,
                    "regulation 10(4)(c)",
                    because("always", TRUE),
                    claimed_by="authority",
                    claimed_at=in_record(41),
                ),
            ),
        ),
        finding(
            "OUTCOME-TIME-BOUND",
            "E1",
            "Each outcome says by when",
            Outcome.FOLLOWED,
            cites("SEND Code of Practice (2015), para 9.66", "CODE.9.66"),
            force="should",
            status="guidance",
            about=about("E1", in_plan("Section E", "By the end of Year 8 Ana will …", table=2, row=2)),
            reason=because(
                "stated",
                TRUE,
                op(
                    "value",
                    "the date it is to be achieved by",
                    "E1",
                    on(2027, 7, 20),
                    place=in_plan("Section E", table=2, row=2),
                ),
            ),
        ),
        finding(
            "GRANT-RETURN",
            "",
            "The return is made",
            Outcome.CONDITION_MET,
            cites("High needs grant conditions 2026, para 9", "GRANT26"),
            status="condition of grant",
            reason=because("one_of", TRUE, op("value", "the form of the return", "the return", "on_time")),
        ),
        finding(
            "CEASE-UNDER-18",
            "",
            "A plan is ceased for someone under 18 only if it is no longer necessary",
            Outcome.DOES_NOT_APPLY,
            S_45,
            force="must not",
            trigger=because(
                "age",
                FALSE,
                op("born", "the date of birth", "the child", on(2006, 5, 4), place=in_record(2)),
                op("on", "the decision to cease", "", on(2026, 5, 1), place=in_record(60)),
                years=18,
                age=19,
            ),
        ),
        finding(
            "SECTION-G-AGREED",
            "",
            "Health care provision is agreed",
            Outcome.NOTHING_TO_CHECK,
            cites("Children and Families Act 2014, s 38(4)", "A14.38"),
            reason=because(
                "some",
                TRUE,
                op("list", "the provision in Section G", "", (), place=in_plan("Section G")),
                quantifier="every",
                count=0,
            ),
        ),
    )


def dates() -> tuple[Finding, ...]:
    return (
        finding(
            "AMENDMENT-8-WEEKS",
            "2026-05-20",
            "The amended plan follows the notice within eight weeks",
            Outcome.NOT_YET_DUE,
            REG_22,
            causes=(Cause.NOT_YET_DUE,),
            topic="review-and-time-bound-support",
            reason=because(
                "happens",
                UNDECIDED,
                op("act", "the sending of the amended plan", "the amended plan", place=None),
                op(
                    "start",
                    "the sending of the notice of amendments",
                    "the notice",
                    on(2026, 5, 20),
                    place=in_record(70),
                ),
                op("last_day", "the last day", "", d(2026, 7, 15), pointer=""),
                causes=(Cause.NOT_YET_DUE,),
                limit="8 weeks",
                form="of",
                verb="sent",
                recipient="the family",
                due="2026-07-15",
            ),
        ),
        finding(
            "PHASE-TRANSFER",
            "2027-09-01",
            "The review for a transfer is decided before 15 February",
            Outcome.NOT_YET_DUE,
            cites("SEND Regulations 2014, regulation 18(1)", "R14.18"),
            causes=(Cause.NOT_YET_DUE,),
            reason=because(
                "happens",
                UNDECIDED,
                op(
                    "act", "notification of the decision", "the decision", state=State.NOT_HAPPENED, place=in_record(71)
                ),
                op("anchor", "the day of the transfer", "the transfer", on(2027, 9, 1), place=in_record(72)),
                op("last_day", "the last day", "", d(2027, 2, 14), pointer=""),
                causes=(Cause.NOT_YET_DUE,),
                limit="",
                form="before",
                verb="notified",
                recipient="the family",
                due="2027-02-14",
                planned="yes",
            ),
        ),
    )


def specific(label: str, standing: Standing, place: Place, **more: object) -> Finding:
    question = f"Is the provision in {label} specific enough to leave no doubt what is to be done?"
    report = judgement(
        "specific",
        question,
        label,
        standing,
        consider=(
            ("whether it says who does what, how often and for how long", CODE_969),
            ("whether the child’s needs call for flexibility", None),
        ),
        **more,
    )
    return finding(
        "PROVISION-SPECIFIC",
        label,
        "Provision in Section F is detailed and specific",
        Outcome.A_PERSON_MUST_DECIDE,
        S_37,
        standing=standing,
        about=about(label, place),
        causes=(Cause.JUDGEMENT,),
        asks=(f"specific:{label}",),
        reason=because("judged", UNDECIDED, causes=(Cause.JUDGEMENT,), question=question, judgement="specific"),
        judgements=(report,),
        met_by=(Flip("judge", question, label, "", None, gap=False),),
    )


def needs() -> tuple[Finding, ...]:
    """Findings of part 2."""
    no_reason = (
        because(
            "shows",
            FALSE,
            op("words", "the words", "F4", F4_WORDS, place=F4),
            found="who delivers it",
            missing="how often; how long each time; where",
        ),
        because(
            "uses",
            TRUE,
            op("words", "the words", "F4", F4_WORDS, place=F4),
            list="words that leave it open",
            found="as appropriate",
            leaves_open="how often; how long each time",
        ),
    )
    yes_reason = (
        because(
            "related",
            TRUE,
            op("left", "the provision", "F6", "F6", place=F2),
            op("right", "the need", "B2", "B2"),
            relation="answers",
            link="one",
        ),
    )
    answered_causes = (Cause.JUDGEMENT,)
    late_claim = because(
        "and",
        UNDECIDED,
        causes=(Cause.NOT_STATED,),
        parts=(
            because(
                "covers",
                UNDECIDED,
                op("value", "the request for the advice", "the advice of the head teacher", state=State.NOT_COVERED),
                causes=(Cause.NOT_COVERED,),
            ),
        ),
    )
    late = sent_late(21, 15)
    disputed_act = op(
        "act",
        "the sending of the decision",
        "the decision",
        state=State.DISPUTED,
        place=in_record(81),
        versions=(
            (on(2026, 2, 16), in_record(81), "parent"),
            (on(2026, 2, 23), Place("letters/decision.docx", paragraph=1), "authority"),
        ),
    )
    six_weeks = because(
        "happens",
        UNDECIDED,
        disputed_act,
        op("start", "receipt of the request", "the request", on(2026, 1, 5), place=in_record(4)),
        op("last_day", "the last day", "", d(2026, 2, 16), pointer=""),
        causes=(Cause.DISPUTED,),
        limit="6 weeks",
        form="of",
        verb="notified",
        recipient="the family",
    )

    def review(last: int, truth: object) -> Reason:
        return because(
            "happens",
            truth,
            op("act", "the meeting of the next review", "the next review", on(2026, 3, 20), place=in_record(90)),  # type: ignore[arg-type]
            op("start", "the day the plan was first made", "the plan", on(2025, 3, 10), place=in_record(88)),
            op("last_day", "the last day", "", d(2026, 3, last), pointer=""),
            limit="12 months",
            form="starting with",
            verb="held",
            days_late=11,
        )

    return (
        specific("F4", Standing.AGAINST, F4, for_no=no_reason),
        specific(
            "F6",
            Standing.BOTH_WAYS,
            replace(F2, row=7, words="Daily adult support, 1:1 as required"),
            for_yes=yes_reason,
            for_no=no_reason[1:],
        ),
        specific(
            "F8",
            Standing.NOTHING_TO_GO_ON,
            replace(F2, row=9, words="Access to a quiet space"),
            lapsed="the words judged on 1 May 2026 have changed",
        ),
        *(
            specific(
                f"F{n}",
                Standing.NOTHING_AGAINST,
                replace(
                    F2, row=n, words=f"Item {n}: 30 minutes, three times a week, by a speech and language therapist"
                ),
            )
            for n in (11, 12, 13)
        ),
        finding(
            "EVERY-NEED-ANSWERED",
            "B5",
            "Every need is answered by provision",
            Outcome.A_PERSON_MUST_DECIDE,
            S_37,
            standing=Standing.AGAINST,
            about=about("B5", in_plan("Section B", "Ana finds it hard to sit at a desk for long", table=1, row=6)),
            causes=answered_causes,
            asks=("answered:B5",),
            reason=because(
                "or",
                UNDECIDED,
                causes=answered_causes,
                parts=(
                    because(
                        "some",
                        UNDECIDED,
                        op("list", "the provision in Section F", "", ("F1", "F3"), place=in_plan("Section F")),
                        causes=answered_causes,
                        quantifier="some",
                        count=2,
                        parts=(
                            because(
                                "related",
                                UNDECIDED,
                                op("left", "the provision", "F1", "F1", place=F2),
                                op("right", "the need", "B5", "B5"),
                                relation="answers",
                                link="none",
                            ),
                            because(
                                "related",
                                UNDECIDED,
                                op("left", "the provision", "F3", "F3", place=F2),
                                op("right", "the need", "B5", "B5"),
                                relation="answers",
                                link="suggested",
                            ),
                            because(
                                "related",
                                UNDECIDED,
                                op("left", "the provision", "F5", "F5", place=F2),
                                op("right", "the need", "B5", "B5"),
                                relation="answers",
                                link="group",
                            ),
                        ),
                    ),
                    because(
                        "judged",
                        UNDECIDED,
                        causes=answered_causes,
                        question="Is B5 answered by provision in Section F?",
                        judgement="answered",
                    ),
                ),
            ),
            judgements=(
                judgement(
                    "answered",
                    "Is B5 answered by provision in Section F?",
                    "B5",
                    Standing.AGAINST,
                    for_no=(
                        because(
                            "related",
                            FALSE,
                            op("left", "", "F1", "F1", place=F2),
                            op("right", "", "B5", "B5"),
                            relation="answers",
                            link="none",
                            decisive=False,
                        ),
                    ),
                ),
            ),
        ),
        finding(
            "OUTCOME-DATE",
            "E2",
            "Each outcome says by when",
            Outcome.A_PERSON_MUST_DECIDE,
            cites("SEND Code of Practice (2015), para 9.66", "CODE.9.66"),
            force="should",
            status="guidance",
            causes=(Cause.NOT_FOUND,),
            asks=("date:E2",),
            about=about("E2", in_plan("Section E", "Ana will ask for help in class", table=2, row=3)),
            reason=because(
                "stated",
                UNDECIDED,
                op(
                    "value",
                    "the date it is to be achieved by",
                    "E2",
                    state=State.NOT_FOUND,
                    place=in_plan("Section E", table=2, row=3),
                ),
                causes=(Cause.NOT_FOUND,),
            ),
        ),
        finding(
            "AMENDED-PLAN-20",
            "",
            "The plan is sent within 20 weeks, an exception being relied on",
            Outcome.NOT_IN_THESE_FILES,
            REG_13,
            points_against=True,
            causes=(Cause.NOT_COVERED, Cause.NOT_STATED),
            standing=Standing.AGAINST,
            asks=("closed:advice",),
            reason=late,
            exceptions=(
                exception(
                    "SCHOOL-CLOSED",
                    "a school or college was closed",
                    ExceptionUse.FACTS_MISSING,
                    "regulation 10(4)(a)",
                    late_claim,
                    claimed_by="authority",
                    claimed_at=in_record(42),
                ),
                exception(
                    "NURSERY-CLOSED",
                    "an early years provider was closed",
                    ExceptionUse.OPEN_ON_THE_DATES,
                    "regulation 10(4)(b)",
                    because("always", TRUE),
                ),
            ),
        ),
        finding(
            "ASSESS-DECISION-6-WEEKS",
            "",
            "The decision whether to assess is notified within six weeks",
            Outcome.DISPUTED,
            cites("SEND Regulations 2014, regulation 5(1)", "R14.5.1"),
            causes=(Cause.DISPUTED,),
            asks=("dispute:decision",),
            reason=six_weeks,
            versions=(
                reading(
                    "/the_decision",
                    "0",
                    Outcome.REQUIREMENT_MET,
                    because("always", TRUE),
                    "parent",
                    "dispute",
                    in_record(81),
                ),
                reading(
                    "/request/decision",
                    "23 February 2026",
                    Outcome.NOT_MET,
                    sent_late(7, 8),
                    "authority",
                    "dispute",
                    Place("letters/decision.docx", paragraph=1),
                ),
            ),
        ),
        finding(
            "NOTICE-2-WEEKS",
            "",
            "The notice of the meeting is given two weeks before",
            Outcome.DISPUTED,
            cites("SEND Regulations 2014, regulation 20(3)", "R14.20.3"),
            causes=(Cause.DISPUTED,),
            points_against=True,
            reason=replace(sent_late(14, 8), truth=FALSE),
            versions=(
                reading("/x", "8 June 2026", Outcome.NOT_MET, sent_late(14, 8), "parent", "dispute", in_record(9)),
                reading(
                    "/x", "15 June 2026", Outcome.NOT_MET, sent_late(21, 15), "authority", "dispute", in_record(91)
                ),
            ),
        ),
        finding(
            "REVIEW-FIRST-12-MONTHS",
            "",
            "The first review is within twelve months",
            Outcome.MET_ON_ONE_READING,
            cites("Children and Families Act 2014, s 44(1)", "A14.44.1"),
            causes=(Cause.OPEN_LAW,),
            reason=because(
                "on_reading",
                UNDECIDED,
                causes=(Cause.OPEN_LAW,),
                reading="MEETING",
                meaning="a review is complete with the meeting",
            ),
            readings=(
                reading(
                    "MEETING", "a review is complete with the decision after it", Outcome.NOT_MET, review(9, FALSE)
                ),
                reading("MEETING", "a review is complete with the meeting", Outcome.REQUIREMENT_MET, review(31, TRUE)),
            ),
        ),
        finding(
            "ADVICE-IN-APPENDICES",
            "health",
            "Advice received stands in the appendices",
            Outcome.NOT_IN_THESE_FILES,
            cites("SEND Regulations 2014, regulation 12(4)", "R14.12.4"),
            causes=(Cause.NOT_STATED,),
            asks=("appended:health",),
            about=about("a health care professional"),
            trigger=because(
                "has_happened",
                UNDECIDED,
                op("act", "receipt of the advice", "the advice", state=State.NOT_STATED),
                causes=(Cause.NOT_STATED,),
                verb="received",
            ),
            reason=because(
                "compare",
                UNDECIDED,
                op("value", "whether it is among the appendices to the plan", "the advice", state=State.NOT_STATED),
                op("against", "", "", True, pointer=""),
                causes=(Cause.NOT_STATED,),
                relation="is",
            ),
            guards=(
                exception(
                    "DETAINED",
                    "detained under an order of a court",
                    ExceptionUse.FACTS_MISSING,
                    "Children and Families Act 2014, s 70",
                    because(
                        "covers",
                        UNDECIDED,
                        op("value", "the detention", "the child", state=State.NOT_STATED),
                        causes=(Cause.NOT_STATED,),
                    ),
                ),
            ),
        ),
    )


def not_tested() -> tuple[Finding, ...]:
    lacking = because(
        "happens",
        UNDECIDED,
        op("act", "the sending of the notice of amendments", "the notice", state=State.NOT_COVERED),
        op("start", "the review meeting", "the review", state=State.NOT_COVERED),
        causes=(Cause.NOT_COVERED,),
        limit="4 weeks",
        form="of",
        verb="sent",
    )
    return (
        finding(
            "AMENDMENT-NOTICE-4-WEEKS",
            "",
            "The notice of amendments follows the meeting within four weeks",
            Outcome.NOT_IN_THESE_FILES,
            REG_22,
            causes=(Cause.NOT_COVERED,),
            reason=lacking,
        ),
        finding(
            "SECTIONS-SEPARATE",
            "Section J",
            "Each section of the plan has a heading of its own",
            Outcome.NOT_IN_THESE_FILES,
            REG_12,
            causes=(Cause.NOT_COVERED,),
            reason=because(
                "stated",
                UNDECIDED,
                op("value", "the heading", "Section J", state=State.NOT_COVERED),
                causes=(Cause.NOT_COVERED,),
            ),
        ),
    )


def proposals() -> tuple[Finding, ...]:
    return (
        finding(
            "GP-REVIEW-STEP-DOWN",
            "2025-11-10",
            "The review records whether less support would serve",
            Outcome.WOULD_NOT_MEET,
            GREEN_PAPER,
            force="should",
            status="superseded",
            topic="review-and-time-bound-support",
            reason=because(
                "stated", FALSE, op("value", "what was recorded about whether less support would serve", "the review")
            ),
            comparisons=(Comparison("CEASE-GROUNDS", "stricter", Outcome.REQUIREMENT_MET, S_45, contrary_now=False),),
        ),
        finding(
            "GP-FIRST-AVAILABLE-PLACE",
            "",
            "The plan names the first available setting on the list",
            Outcome.WOULD_MEET,
            GREEN_PAPER,
            status="superseded",
            reason=because(
                "compare",
                TRUE,
                op(
                    "value",
                    "whether the final plan names the first available setting",
                    "the final plan",
                    True,
                    place=in_plan("Section I"),
                ),
                op("against", "", "", True, pointer=""),
                relation="is",
            ),
            comparisons=(
                Comparison("NAME-THE-SETTING-ASKED-FOR", "contrary", Outcome.NOT_MET, S_39, contrary_now=True),
            ),
        ),
        finding(
            "PILOT-SECTION-A-LENGTH",
            "Section A",
            "The child’s own part has at most 500 words",
            Outcome.WOULD_MEET,
            PILOT,
            force="should",
            status="piloted",
            reason=because(
                "compare",
                TRUE,
                op(
                    "value",
                    "the length of the child’s own part of Section A",
                    "the plan",
                    240,
                    place=in_plan("Section A"),
                ),
                op("against", "", "", 500, pointer=""),
                relation="at most",
                unit="words",
            ),
        ),
    )


def if_sent() -> tuple[Finding, ...]:
    setting = in_plan("Section I", "Brackenfold Primary School", paragraph=2)
    named = op("value", "the name of the setting", "Section I", "Brackenfold Primary School", place=setting)
    return (
        finding(
            "DRAFT-SECTION-I-NO-NAME",
            "Section I",
            "A draft names no setting",
            Outcome.NOT_MET,
            cites("Children and Families Act 2014, s 38(5)", "A14.38.5"),
            force="must not",
            flags=(Flag.IF_SENT,),
            reason=because("not", FALSE, parts=(because("stated", TRUE, named),)),
            met_by=(Flip("remove", "the name of the setting", "Section I", "", None, gap=False),),
        ),
        finding(
            "DRAFT-SECTION-I-NO-TYPE",
            "Section I",
            "A draft names no type of setting",
            Outcome.REQUIREMENT_MET,
            cites("Children and Families Act 2014, s 38(5)", "A14.38.5"),
            force="must not",
            flags=(Flag.IF_SENT,),
            reason=because(
                "not",
                TRUE,
                parts=(because("stated", FALSE, op("value", "the type of setting", "Section I", place=setting)),),
            ),
        ),
    )


def authorities() -> dict[str, AuthorityUsed]:
    return {
        "R14.13.2": AuthorityUsed(
            "R14.13.2",
            "SEND Regulations 2014, regulation 13(2)",
            "Finalised plans",
            "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13",
            "regulations",
            "must",
            "in force",
            "the finalised plan is sent as soon as practicable, and within 20 weeks",
            "within 20 weeks",
            True,
            False,
            "",
            "2014-09-01",
        ),
        "CODE.9.69": AuthorityUsed(
            "CODE.9.69",
            "SEND Code of Practice (2015), para 9.69",
            "",
            "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
            "guidance",
            "should normally",
            "guidance",
            "provision is detailed, specific and normally quantified",
            "should normally be quantified",
            True,
            False,
            "2024-09-12",
            "2014-09-01",
        ),
        "GP22.3": AuthorityUsed(
            "GP22.3",
            "SEND Review: Right support, right place, right time (2022), chapter 3",
            "",
            "https://www.gov.uk/government/consultations/send-review-right-support-right-place-right-time",
            "proposal",
            "should",
            "superseded",
            "a review would record whether less support would serve",
            "",
            False,
            False,
            "",
            "",
        ),
        "DEVON": AuthorityUsed(
            "DEVON",
            "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
            "",
            "",
            "case",
            "",
            "in force",
            "the time for notice of amendments falls within the four weeks",
            "",
            False,
            True,
            "",
            "",
        ),
    }


def asks() -> tuple[object, ...]:
    panel = "local authority, panel, tribunal"
    return (
        ask(
            "closed:advice",
            "On what day was the advice of the head teacher asked for?",
            "the case record",
            (),
            ("AMENDED-PLAN-20",),
            1,
            standing=Standing.AGAINST,
        ),
        ask(
            "specific:F4",
            "Is the provision in F4 specific enough to leave no doubt what is to be done?",
            "the author of the advice",
            ("F4",),
            ("PROVISION-SPECIFIC:F4",),
            2,
            place=F4,
            standing=Standing.AGAINST,
        ),
        ask(
            "answered:B5",
            "Is B5 answered by provision in Section F?",
            panel,
            ("B5",),
            ("EVERY-NEED-ANSWERED:B5",),
            3,
            standing=Standing.AGAINST,
            place=in_plan("Section B", "Ana finds it hard to sit at a desk for long", table=1, row=6),
        ),
        ask(
            "specific:F6",
            "Is the provision in F6 specific enough to leave no doubt what is to be done?",
            "the author of the advice",
            ("F6",),
            ("PROVISION-SPECIFIC:F6",),
            4,
            standing=Standing.BOTH_WAYS,
        ),
        ask(
            "dispute:decision",
            "On which day was the decision whether to assess sent?",
            panel,
            (),
            ("ASSESS-DECISION-6-WEEKS",),
            5,
        ),
        ask(
            "date:E2",
            "We found no date in these words: is there one?",
            "the author of the plan",
            ("E2",),
            ("OUTCOME-DATE:E2",),
            6,
            place=in_plan("Section E", "Ana will ask for help in class", table=2, row=3),
        ),
        ask(
            "specific:F8",
            "Is the provision in F8 specific enough to leave no doubt what is to be done?",
            panel,
            ("F8",),
            ("PROVISION-SPECIFIC:F8",),
            7,
            standing=Standing.NOTHING_TO_GO_ON,
        ),
        ask(
            "appended:health",
            "Is the advice of the health care professional among the appendices?",
            "the case record",
            (),
            ("ADVICE-IN-APPENDICES:health",),
            8,
        ),
        ask(
            "specific:group",
            "Read and confirm",
            panel,
            ("F11", "F12", "F13"),
            tuple(f"PROVISION-SPECIFIC:F{n}" for n in (11, 12, 13)),
            9,
            kind="group",
            standing=Standing.NOTHING_AGAINST,
        ),
        ask(
            "dates",
            "Which of the missing dates can be given?",
            "the case record",
            (),
            ("AMENDMENT-NOTICE-4-WEEKS", "ADVICE-IN-APPENDICES:health"),
            99,
            kind="dates",
        ),
    )


def everything() -> Check:
    """A check that holds every outcome, standing, use of an exception, alternative, way to meet it, and state."""
    return Check(
        as_at=d(2026, 6, 10),
        as_at_given=True,
        subject="Ana Example",
        rule_book="2026.11",
        rule_book_sha256="9f2c" * 16,
        documents=(
            DocumentUsed("record", "case record", "", RECORD, "b" * 64, False, (), (), ""),
            DocumentUsed(
                "plan",
                "plan",
                "final",
                PLAN,
                "a" * 64,
                True,
                ("3 tracked changes were read as accepted", "hidden text in Section F was read"),
                (in_plan("", "Internal note: check with finance", paragraph=41),),
                "",
            ),
            DocumentUsed(
                "letter", "letter", "", "letters/scan.docx", "c" * 64, False, (), (), "it is an image, not a Word file"
            ),
        ),
        findings=(*settled(), *dates(), *needs(), *not_tested(), *proposals(), *if_sent()),
        asks=asks(),  # type: ignore[arg-type]
        missing=(
            MissingDate(
                "review_decision_notified",
                "Decision after the review notified",
                "family",
                "/reviews/x",
                ("A", "B", "AMENDMENT-NOTICE-4-WEEKS"),
            ),
            MissingDate("request_received", "Request for an assessment received", "", "/request/receipt", ("A",)),
        ),
        presumed=(("DETAINED", "detained under an order of a court"), ("CORONAVIRUS-2020", "the relaxations of 2020")),
        authorities=authorities(),
        notes=("The words in 2 places could not be matched to a section",),
    )


def clean() -> Check:
    """A well-written plan: nothing against, one group to confirm."""
    whole = everything()
    keep = tuple(
        each
        for each in settled()
        if each.outcome in {Outcome.REQUIREMENT_MET, Outcome.FOLLOWED, Outcome.DOES_NOT_APPLY}
    )
    group = tuple(each for each in needs() if each.id in {f"PROVISION-SPECIFIC:F{n}" for n in (11, 12, 13)})
    return replace(
        whole,
        findings=(*keep, *group),
        asks=tuple(each for each in whole.asks if each.kind == "group"),
        missing=(),
        presumed=(),
        notes=(),
        as_at_given=False,
        documents=tuple(replace(each, notes=(), unplaced=()) for each in whole.documents if not each.problem),
    )


def draft() -> Check:
    """A draft not yet sent: what it would be if sent as it stands."""
    whole = everything()
    documents = tuple(replace(each, stage="draft") if each.under_test else each for each in whole.documents)
    return replace(
        whole,
        documents=documents,
        findings=if_sent(),
        asks=(),
        missing=(),
        presumed=(),
        notes=(),
        before_sending=before_sending(),
    )


def before_sending() -> BeforeSending:
    """One reminder of each kind, and the days of a draft not yet served."""
    here = (replace(F4, words="Max"), replace(F4, paragraph=9, words="Max"))
    reminders = (
        Reminder(SETTING_NAMED, (replace(F4, words="Elm School"),), ("Elm School",), S_37),
        Reminder(ANOTHER_NAME, here, ("Max",)),
        *(Reminder(trace.value, here if trace is Trace.CHANGE else here[:1]) for trace in Trace),
    )
    days = SendingDays(
        served=date(2026, 11, 24),
        was_served=False,
        answer=date(2026, 12, 8),
        answer_source=REG_13,
        final=(date(2026, 12, 21),),
        final_source=REG_13,
        serve_by=date(2026, 12, 7),
    )
    return BeforeSending(reminders, days)


def badly_written() -> Check:
    """Thirty vague items: more questions than a first page holds."""
    whole = everything()
    many = tuple(specific(f"F{n}", Standing.AGAINST, replace(F4, row=n)) for n in range(20, 50))
    more = tuple(
        ask(
            f"specific:F{n}",
            f"Is the provision in F{n} specific enough to leave no doubt what is to be done?",
            "the author of the advice",
            (f"F{n}",),
            (f"PROVISION-SPECIFIC:F{n}",),
            n,
            place=replace(F4, row=n),
            standing=Standing.AGAINST,
        )
        for n in range(20, 50)
    )
    return replace(whole, findings=(*whole.findings, *many), asks=(*whole.asks, *more))


def hostile() -> Check:
    """Words meant to break a page: markup, bidirectional overrides, control characters."""
    whole = everything()
    words = "\u202egpj.exe\u202c <script>alert(1)</script> \x1b[31m& \"quoted\" 'x' \u200b\x00"
    place = Place(f"{words}.docx", words, words=words, paragraph=1)
    return replace(
        whole,
        subject=words,
        notes=(words,),
        findings=tuple(replace(each, title=words, about=about(words, place)) for each in whole.findings),
        asks=tuple(replace(each, question=words, of=words, items=(words,), place=place) for each in whole.asks),
        missing=tuple(replace(each, title=words) for each in whole.missing),
    )


__all__ = ["SOME_DAY", "badly_written", "clean", "draft", "everything", "hostile"]
