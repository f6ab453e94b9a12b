"""Facts that follow from other facts: the next review, the review for a transfer, the setting named.

Each mirrors the facts it follows from, with their places, or is left out where they do
not settle it. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from checker.clocks.periods import corr
from checker.facts import Fact, Origin, Place, State, absent, known
from checker.intake.plan.worked_out import work_out_plans
from checker.intake.record.coverage import Coverage, keys_at
from checker.intake.record.draft_to_final import words_changed
from checker.intake.record.grouping import day_of
from checker.intake.same_name import Match, compare_names

FINAL_PLANS = ("/amended_plan", "/final_plan")
"""The plans that may name a setting, the later first."""
_NAMING = (FINAL_PLANS, ("/final_plan",))
"""The plans to look in for a setting asked for later, and for one asked for on the first draft."""
_FEBRUARY_15 = (2, 15)
_MARCH_31 = (3, 31)
_PARTIES_KNOWN = (
    ("/family", "the family"),
    ("/authority", "the local authority"),
    ("/commissioning_body", "the responsible commissioning body"),
    ("/education_officer", "the authority's officer for special educational needs"),
    ("/health_professional", "the health care professional"),
    ("/social_care_officer", "the authority's officer for social care"),
)
_TO_POST_16 = ("secondary_to_post_16", "secondary_to_sixth_form")
_BETWEEN_POST_16 = "post_16_to_post_16"
_MONTHS_AHEAD = -5


def work_out(facts: Mapping[str, Fact], coverage: Coverage, place: Place) -> dict[str, Fact]:
    """Return ``facts`` with those that follow from them added. ``place`` stands for the case as a whole.

    A pointer that a file gives is kept.
    """
    found = dict(facts)
    _reviews(found, coverage)
    _maintained_plan(found, coverage)
    _amended_plans(found, coverage)
    _transfers(found, coverage)
    _settings_named(found)
    found |= words_changed(found)
    _parties(found, place)
    return {**work_out_plans(found), **found}


def _mirror(facts: dict[str, Fact], of: str, at: str) -> None:
    """Copy every fact beneath ``of`` to ``at``."""
    for pointer in [each for each in facts if each == of or each.startswith(f"{of}/")]:
        facts.setdefault(at + pointer[len(of) :], replace(facts[pointer], origin=Origin.WORKED_OUT))


def _reviews(facts: dict[str, Fact], coverage: Coverage) -> None:
    said_of_next = facts.pop("/reviews/next/meeting", None)
    keys = keys_at(facts, "/reviews")
    silent = coverage.of("review")
    for key, after in zip(keys, (*keys[1:], ""), strict=False):
        if after:
            for of, at in (("meeting", "next_meeting"), ("decision/notification/family", "next_decision")):
                fact = facts.get(f"/reviews/{after}/{of}")
                if fact:
                    facts.setdefault(f"/reviews/{key}/{at}", replace(fact, origin=Origin.WORKED_OUT))
        elif said_of_next:
            facts[f"/reviews/{key}/next_meeting"] = facts[f"/reviews/{key}/next_decision"] = said_of_next
        elif silent:
            facts.setdefault(f"/reviews/{key}/next_meeting", silent)
            facts.setdefault(f"/reviews/{key}/next_decision", silent)
    making = facts.get("/maintained_plan/making")
    if keys and (coverage.complete_to or (making and making.versions)):
        _mirror(facts, f"/reviews/{keys[0]}", "/first_review")
    elif not keys:
        none_held = said_of_next or (silent if coverage.complete_to or (making and making.versions) else None)
        if none_held:
            for at in ("meeting", "decision/notification/family"):
                facts.setdefault(f"/first_review/{at}", none_held)


def _maintained_plan(facts: dict[str, Fact], coverage: Coverage) -> None:
    silent = coverage.of("plan")
    reviews = [f"/reviews/{key}" for key in keys_at(facts, "/reviews")]
    for at, acts in (
        ("/maintained_plan/last_meeting", [f"{review}/meeting" for review in reviews]),
        ("/maintained_plan/last_review", [f"{review}/decision/notification/family" for review in reviews]),
    ):
        dated = [facts[act] for act in acts if day_of(facts.get(act))]
        if dated and facts.get(at, silent) == silent:
            latest = max(dated, key=lambda fact: day_of(fact) or date.min)
            facts[at] = replace(latest, origin=Origin.WORKED_OUT)
    made = "/maintained_plan/making"
    if (
        coverage.complete_to
        and facts.get(made) == silent
        and (reviews or day_of(facts.get("/final_plan/sending/family")))
    ):
        # A plan that was sent or reviewed was made: the record is silent about the day, not about the fact.
        facts[made] = absent(State.NOT_STATED, coverage.place)


def _amended_plans(facts: dict[str, Fact], coverage: Coverage) -> None:
    """Give the plan documents of an amendment the days they were sent, where it is clear which amendment it was."""
    for root, act, recipients in (
        ("/amended_plan", "final_plan/sending", ("family", "named_setting", "commissioning_body")),
        ("/amendment_draft", "notice/sending", ("family",)),
    ):
        if not any(pointer.startswith(f"{root}/") for pointer in facts):
            continue
        starts = [f"/amendments/{key}/{act}" for key in keys_at(facts, "/amendments")]
        issued = day_of(facts.get(f"{root}/issue"))
        same_day = [start for start in starts if issued and day_of(facts.get(f"{start}/family")) == issued]
        silent = coverage.of("review")
        if len(starts) == 1 or same_day:
            _mirror(facts, (same_day or starts)[0], f"{root}/sending")
        elif silent and not starts:
            for to in recipients:
                facts.setdefault(f"{root}/sending/{to}", silent)


def _transfers(facts: dict[str, Fact], coverage: Coverage) -> None:
    for key in keys_at(facts, "/phase_transfers"):
        start = f"/phase_transfers/{key}"
        day = day_of(facts.get(f"{start}/date"))
        if day is None:
            continue
        limb = facts.get(f"{start}/limb")
        by = _needed_by(limb.value if limb is not None and limb.versions else None, day)
        reviews = [f"/reviews/{each}" for each in keys_at(facts, "/reviews")]
        decision = _for_transfer(facts, [f"{each}/decision" for each in reviews], "notification/family", day, by)
        amended = [f"/amendments/{each}/final_plan" for each in keys_at(facts, "/amendments")]
        plan = _for_transfer(facts, amended, "sending/family", day, by, within_year=True)
        for of, at, ways in (
            (decision, f"{start}/review_decision", ("notification/family", "notification/setting_attended")),
            (plan, f"{start}/amended_plan", ("sending/family", "sending/named_setting", "sending/commissioning_body")),
        ):
            silent = coverage.of("review")
            if of:
                _mirror(facts, of, at)
            elif silent:
                for way in ways:
                    facts.setdefault(f"{at}/{way}", silent)


def _needed_by(limb: object, transfer: date) -> date:
    """Return the day before which a plan is reviewed and amended for a transfer (regulation 18)."""
    if limb == _BETWEEN_POST_16:
        return corr(transfer, _MONTHS_AHEAD)
    return date(transfer.year, *(_MARCH_31 if limb in _TO_POST_16 else _FEBRUARY_15))


def _for_transfer(
    facts: Mapping[str, Fact], acts: Iterable[str], way: str, transfer: date, by: date, *, within_year: bool = False
) -> str:
    """Return the pointer of the act that served a transfer, or empty.

    It is done before the transfer. One in the twelve months before it and by its last day
    (``by``) is preferred, and of those the latest; then the first after that day, which is
    the least late; then, unless it must be ``within_year``, the latest of earlier years.
    """
    year_before = date(transfer.year - 1, transfer.month, min(transfer.day, 28))
    days = [(day_of(facts.get(f"{act}/{way}")), act) for act in acts]
    dated = [(day, act) for day, act in days if day and day < transfer]
    in_year = [each for each in dated if each[0] >= year_before]
    in_time = [each for each in in_year if each[0] < by]
    if in_time:
        return max(in_time)[1]
    if in_year:
        return min(in_year)[1]
    return max(dated)[1] if dated and not within_year else ""


def _settings_named(facts: dict[str, Fact]) -> None:
    root, first = (next((each for each in plans if f"{each}/section_i" in facts), "") for plans in _NAMING)
    if not root:
        _nothing_named_yet(facts)
        return
    given, section, whole = _section_i(facts, root)
    if given:
        facts.setdefault("/named_setting", replace(given[0], origin=Origin.WORKED_OUT))
    elif whole:
        facts.setdefault(
            "/named_setting", replace(absent(State.NOT_APPLICABLE, section.where), origin=Origin.WORKED_OUT)
        )
    asked = [
        (f"{of}/{key}/setting", f"{of}/{key}/named")
        for of in ("/preferences", "/settings_considered")
        for key in keys_at(facts, of)
    ]
    asked.append(("/tailored_list/first_available", "/tailored_list/first_available_named"))
    for of, at in asked:
        wanted = facts.get(of)
        if wanted and wanted.state is State.KNOWN and at not in facts:
            on_draft = _asked_for_on_the_draft(facts, of)
            given, section, whole = _section_i(facts, first if on_draft and first else root)
            named = _whether_named(str(wanted.value), given, section, whole=whole)
            # An amended plan that names another setting does not tell what the plan before it named.
            untold = on_draft and not first and not (named.state is State.KNOWN and named.value is True)
            facts[at] = absent(State.NOT_COVERED) if untold else named


def _nothing_named_yet(facts: dict[str, Fact]) -> None:
    """A draft names no setting (s 38(5)): while no final plan was sent, none can name the one asked for."""
    draft = facts.get("/draft_plan/stage")
    sent = facts.get("/final_plan/sending/family")
    if draft is not None and (sent is None or not sent.versions):
        for key in keys_at(facts, "/preferences"):
            facts.setdefault(f"/preferences/{key}/named", absent(State.NOT_APPLICABLE, draft.where))


def _section_i(facts: Mapping[str, Fact], root: str) -> tuple[list[Fact], Fact, bool]:
    """Return the names in Section I of the plan at ``root``, the section, and whether these are all its names."""
    section = facts[f"{root}/section_i"]
    names = [facts.get(f"{root}/section_i/{key}/name") for key in keys_at(facts, f"{root}/section_i")]
    given = [fact for fact in names if fact and fact.versions]
    whole = section.complete and all(fact and fact.state in (State.KNOWN, State.NOT_STATED) for fact in names)
    return given, section, whole


def _asked_for_on_the_draft(facts: Mapping[str, Fact], of: str) -> bool:
    asked = day_of(facts.get(f"{of.rpartition('/')[0]}/request"))
    reply_by = day_of(facts.get("/draft_letter/reply_by"))
    return asked is not None and reply_by is not None and asked <= reply_by


def _whether_named(wanted: str, given: list[Fact], section: Fact, *, whole: bool) -> Fact:
    matches = [(compare_names(wanted, str(fact.value)), fact) for fact in given if fact.state is State.KNOWN]
    same = [fact.where for match, fact in matches if match is Match.SAME]
    nowhere = Place("")
    if same:
        return known(True, same[0] or nowhere, Origin.WORKED_OUT)
    if whole and len(matches) == len(given) and all(match is Match.DIFFERENT for match, _ in matches):
        where = given[0].where if given else section.where
        return known(False, where or nowhere, Origin.WORKED_OUT)
    return Fact(State.NOT_FOUND, place=section.where, origin=Origin.WORKED_OUT)


def _parties(facts: dict[str, Fact], place: Place) -> None:
    for pointer, name in _PARTIES_KNOWN:
        held = facts.get(pointer)
        if held is None or held.state in (State.NOT_STATED, State.NOT_COVERED):
            facts[pointer] = known(name, place, Origin.WORKED_OUT)
    if "/setting_attended" in facts:
        return
    attends = facts.get("/child/attends_a_setting")
    present = facts.get("/child/present_setting")
    reviews = [facts.get(f"/reviews/{key}/attending") for key in keys_at(facts, "/reviews")]
    if attends and attends.versions and attends.state is State.KNOWN and attends.value is False:
        fact = replace(absent(State.NOT_APPLICABLE, attends.where), origin=Origin.WORKED_OUT)
    elif present and present.versions:
        fact = replace(present, origin=Origin.WORKED_OUT)
    else:
        saying = [each for each in (attends, *reviews) if each and each.state is State.KNOWN and each.value is True]
        if not saying:
            return
        fact = known("the setting attended", saying[0].where or place, Origin.WORKED_OUT)
    facts["/setting_attended"] = fact
