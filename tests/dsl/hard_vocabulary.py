"""A vocabulary for the hardest requirements of which no document in the program holds the facts yet."""

from __future__ import annotations

from datetime import date

from dsl.vocabulary import (
    Authority,
    Code,
    Codes,
    Day,
    Event,
    Field,
    Instrument,
    Kind,
    ListOf,
    Named,
    Number,
    Of,
    Relation,
    Text,
    Thing,
    Type,
    Vocabulary,
    YesNo,
)

FAMILY = ("family",)
PLAN_TO = ("family", "named_setting", "commissioning_body")
HEALTH = ("commissioning_body",)


def _code(name: str, *values: str) -> Code:
    return Code(name, tuple((value, value.replace("_", " ")) for value in values))


def _field(name: str, type_: Type) -> Field:
    words = name.replace("_", " ")
    return Field(name, words.capitalize(), f"the {words}", type_)


def _thing(name: str, event: str = "", span: tuple[str, str] | None = None, /, **fields: Type) -> Thing:
    return Thing(name, name, f"the {name.lower()}", tuple(_field(*each) for each in fields.items()), event, span)


MONEY = Number("pence")
GROUP = _code("SettingGroup", "mainstream", "special", "independent_special")
PLAN = _thing("Plan", "sending", sending=Event("sent", PLAN_TO), making=Event("made"))
THINGS = (
    PLAN,
    _thing("Letter", "sending", sending=Event("sent", FAMILY)),
    _thing("Child", born=Day(), autumn_term=Day()),
    # Moves between areas
    _thing(
        "Move", "date", date=Event("made"), awareness=Event("learnt"), transfer=Event("made"), letter=Of("Letter"),
        last_review=Event("done"), plan_made=Event("made"), review_decision=Event("notified", FAMILY),
    ),
    # Mediation
    _thing(
        "Mediation", issues=Codes(_code("Issues", "education", "health_care", "social_care")), wish=Event("told"),
        health_notice=Event("sent", HEALTH), arrangement=Event("arranged"), meeting=Event("held"),
        details=Event("given", FAMILY), shorter_notice=Event("accepted"), refusal=Event("told"),
        end=Event("reached"), certificate=Event("issued", FAMILY), health_only=YesNo(),
    ),
    # Orders and appeals
    _thing(
        "Order",
        kind=_code(
            "OrderKind", "assess", "reassess", "make_plan", "dismiss_cease_appeal", "reconsider", "amend_provision",
            "amend_placement", "continue_unchanged", "continue_and_amend",
        ),
        making=Event("made"), first_letter=Of("Letter"), refusal=Of("Letter"), final_plan=Of("Plan"),
        compliance=Event("done"), directed_date=Day(), absences=ListOf("Absence"), closures=ListOf("Closure"),
        circumstances=ListOf("Circumstance"), outcome=_code("OrderOutcome", "issue_plan", "refuse_plan"),
    ),
    _thing("Absence", "", ("leaving", "returning"), leaving=Event("left"), returning=Event("returned")),
    _thing(
        "Closure", "", ("start", "reopening"), start=Event("closed"), reopening=Event("reopened"),
        place=_code("Place", "school_or_college", "early_years_provider"), request=Event("asked"),
    ),
    _thing("Circumstance", "", ("start", "end"), start=Event("begun"), end=Event("ended"), words=Text()),
    _thing(
        "Appeal", "making", making=Event("made"), concession=Event("notified"), response=Event("submitted"),
        grounds=Codes(_code("Grounds", "provision", "placement")), amended_plan=Of("Plan"),
        also_amends_content=YesNo(),
    ),
    _thing(
        "Cease", "decision", decision=Event("made"), notice=Of("Letter"), certificate=Event("issued", FAMILY),
        taking_effect=Event("reached"),
    ),
    _thing(
        "AddressedLetter", "sending", sending=Event("sent"),
        addressee=_code("Addressee", "parent", "young_person", "alternative_person"), capacity_for_it=YesNo(),
    ),
    # Exceptions claimed
    _thing(
        "Claim",
        ground=_code(
            "Ground", "school_closed", "nursery_closed", "personal_circumstances", "away_four_weeks",
            "waiting_for_psychologist",
        ),
    ),
    _thing("Preference", request=Event("made"), setting=Text()),
    _thing("Setting", name=Text()),
    # What was delivered
    _thing("Provision", wording=Text(), minutes_due=Number("minutes")),
    _thing("Session", "date", date=Event("given"), minutes=Number("minutes")),
    # An area
    _thing(
        "SufficiencyRow", need=Text(), demand=Number("places"), capacity=Number("places"), gap=Number("places"),
    ),
    _thing("Action", "due", due=Day(), owner=Text()),
    _thing(
        "Metric",
        key=_code("MetricKey", "twenty_weeks", "appeal_rate", "other"),
        denominator=_code("Denominators", "plans_issued_without_exceptions", "appealable_decisions"),
        value=Number("per cent"), count=Number(), out_of=Number(),
    ),
    _thing("CoproductionEvent", "date", date=Event("held")),
    # A caseload
    _thing("CaseRow", request=Event("received"), final_plan=Of("Plan"), exception_claimed=YesNo()),
    _thing("Team", name=Text(), recommendations=ListOf("Recommendation")),
    _thing("Recommendation", amount=Text()),
    # Placements, panels, money
    _thing(
        "AlternativePlacement", "start", start=Event("begun"), end=Day(), objectives=Text(), return_plan=Text(),
        tier=_code("Tier", "targeted", "time_limited", "transitional"), off_site_direction=YesNo(),
        notice=Event("given", ("family", "authority")),
    ),
    _thing(
        "Panel", members=ListOf("Member"), recommendation=_code("Advice", "agree", "refuse", "reconsider"),
        decision=_code("Decision", "agree", "refuse", "reconsider"), reasons_for_differing=Text(),
    ),
    _thing("Member", interest=_code("Interest", "education", "health", "care", "parents"), present=YesNo()),
    _thing("FundingYear", "start", start=Event("begun"), lines=ListOf("Line")),
    _thing("Line", cost=MONEY, payer=_code("Payer", "school", "authority", "health")),
    _thing(
        "Placement", "start", start=Event("begun"), need_level=_code("Level", "A", "B"), setting_group=GROUP,
        price=MONEY, price_reason=Text(),
    ),
    _thing(
        "Request", "receipt", receipt=Event("received"), refusal_reasons=Text(),
        determination=Event("notified", FAMILY),
        answer=_code("Answer", "assess", "refuse_to_assess"), absences=ListOf("Absence"),
        sought=ListOf("Sought"), serving_parent=YesNo(), year_group=Number(), all_satisfied=YesNo(),
    ),
    _thing(
        "Sought", "asking",
        source=_code(
            "Source", "family", "education", "defence", "medical", "psychology", "social_care", "adulthood",
        ),
        asking=Event("asked"),
    ),
    _thing("Advice", "answer", request=Event("received"), answer=Event("given"), appointments=ListOf("Appointment")),
    _thing("Appointment", "date", date=Event("fixed"), kept=YesNo()),
)  # fmt: skip

ROOTS = {
    "child": Of("Child"), "plan": Of("Plan"), "area_plan": Of("Setting"), "caseload": Of("Team"),
    "family": Of("Setting"), "named_setting": Of("Setting"), "commissioning_body": Of("Setting"),
    "authority": Of("Setting"), "moves": ListOf("Move"), "mediations": ListOf("Mediation"),
    "tribunal_orders": ListOf("Order"), "appeals": ListOf("Appeal"), "cease_decisions": ListOf("Cease"),
    "letters": ListOf("AddressedLetter"), "exceptions_claimed": ListOf("Claim"), "tailored_list": ListOf("Setting"),
    "area_settings": ListOf("Setting"), "provisions": ListOf("Provision"), "sessions": ListOf("Session"),
    "sufficiency": ListOf("SufficiencyRow"), "actions": ListOf("Action"), "metrics": ListOf("Metric"),
    "coproduction_events": ListOf("CoproductionEvent"), "cases": ListOf("CaseRow"), "advice_teams": ListOf("Team"),
    "alternative_placements": ListOf("AlternativePlacement"), "panel": Of("Panel"),
    "funding_years": ListOf("FundingYear"), "placements": ListOf("Placement"), "request": Of("Request"),
    "advice": ListOf("Advice"),
}  # fmt: skip

LAW = ("must", "must not", "may")
LAW_IDS = (
    "sendregs2014-reg15-2", "sendregs2014-reg15-4", "sendregs2014-reg15-5", "sendregs2014-reg35",
    "sendregs2014-reg35-3",
    "sendregs2014-reg36", "sendregs2014-reg37", "sendregs2014-reg34-1", "sendregs2014-reg39", "sendregs2014-reg44-1",
    "sendregs2014-reg44-2-a", "sendregs2014-reg44-2-b", "sendregs2014-reg44-2-b-i", "sendregs2014-reg44-2-b-ii",
    "sendregs2014-reg44-2-d", "sendregs2014-reg44-2-e", "sendregs2014-reg44-2-f", "sendregs2014-reg44-2-g",
    "sendregs2014-reg44-2-h", "sendregs2014-reg44-3-a", "sendregs2014-reg44-3-b", "sendregs2014-reg44-3-c",
    "sendregs2014-reg45-5-a", "sendregs2014-reg45-5-b", "cfa2014-s45-4-a", "cfa2014-s45-4-b", "hescrules2008-r12-2",
    "hescrules2008-r12-3-a", "hescrules2008-r20-1-c-i", "hescrules2008-r20-1-c-ii", "cfa2014-s83-2", "ea1996-s8",
    "sldo1997-art2", "sendregs2014-reg64", "cfa2014-s42-2", "offsite-notice", "sendregs2014-reg13-3",
    "sendregs2014-reg10-4-a", "sendregs2014-reg10-4-b", "sendregs2014-reg10-4-c", "sendregs2014-reg10-4-d",
    "sendregs2014-reg4-1", "sendregs2014-reg5-4-d",
    "sendregs2014-reg6-1", "sendregs2014-reg6-1-a",
    "sendregs2014-reg6-1-b-i", "sendregs2014-reg6-1-b-iv", "sendregs2014-reg6-1-c", "sendregs2014-reg6-1-d",
    "sendregs2014-reg6-1-e", "sendregs2014-reg6-1-g",
    "sendregs2014-reg6-4", "sendregs2014-reg8-1", "sendregs2014-reg8-2-c", "cfa2014-s36-8",
)  # fmt: skip
OTHER = (
    ("gp2022-tailored-list", "proposal", "superseded", ("must", "should")),
    ("gp2022-bands", "proposal", "superseded", ("must", "should")),
    ("gp2022-alternative-provision", "proposal", "superseded", ("must", "should")),
    ("gp2022-panels", "proposal", "superseded", ("must", "should")),
    ("cop2015-4.2", "guidance", "guidance", ("should",)),
    ("cop2015-9.51", "guidance", "guidance", ("should",)),
    ("funding-guidance", "guidance", "guidance", ("should",)),
    ("practice-arithmetic", "practice", "practice", ("should",)),
    ("pilot-shortfall", "pilot", "piloted", ("should",)),
    ("dashboard", "pilot", "piloted", ("should",)),
    ("local-bands", "practice", "local policy", ("should",)),
)

VOCABULARY = Vocabulary(
    roots=tuple(_field(*each) for each in ROOTS.items()),
    things=THINGS,
    kinds=(Kind("ehc plan", "plan"), Kind("local inclusion plan", "area_plan"), Kind("caseload", "caseload")),
    parties=tuple(
        Named(name, f"the {name}")
        for name in (
            "local authority", "old authority", "new authority", "commissioning body", "mediation arranger",
            "mediation adviser", "partnership", "school", "governing body", "requested body",
        )
    ),
    relations=(
        Relation("delivers", ("Session",), ("Provision",), "delivers"),
        Relation("closes", ("Action",), ("SufficiencyRow",), "closes"),
        Relation("measures", ("Metric",), ("Action",), "measures"),
    ),
    word_lists=(Named("local_criteria_phrases", "words of a local rule"),),
    dimensions=(
        Named("may_have_needs", "that there may be needs"), Named("may_be_necessary", "that a plan may be needed"),
    ),
    years=(Named("calendar_year", "the calendar year"), Named("school_year", "the school year")),
    deciders=(Named("local authority", "the local authority"), Named("tribunal", "the Tribunal")),
    instruments=tuple(
        Instrument(id_, id_, id_)
        for id_ in ("sendregs2014", "cfa2014", "hescrules2008", "ea1996", "sldo1997", "cop2015", "gp2022")
    ),
    authorities=(
        *(Authority(id_, id_, "enactment", "in force", LAW, date(2014, 9, 1)) for id_ in LAW_IDS),
        *(Authority(id_, id_, kind, status, forces) for id_, kind, status, forces in OTHER),
    ),
    birthday=("Child", "born"),
)  # fmt: skip
