"""Records to fill in: a blank one with every part, and one that holds just the dates that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.documents.events import EVENTS, PARTS
from checker.findings import MissingDate

_HEAD = """\
# A case record. Fill in what is known; take out what is not. Nothing here is invented for you.
#
# A line left empty means that nobody has said. `!not-yet` means that it has not happened,
# `!not-applicable` that it does not apply, and two sources that differ are written
#   on: !disputed [{value: 2026-01-05, by: parent, source: email}, {value: 2026-01-12, by: authority, source: register}]
# Dates: 2026-03-14, 14 March 2026, or March 2026 if the day is not known.

# complete-to: 2026-06-01      # only if the record is complete to that day: what is absent then did not happen

child:
  name:
  known_as:
  born:
  year_group:                 # a number: 6
  young_person:               # yes or no: over compulsory school age
  present_setting:
  attends_a_setting:          # yes or no

decisions:
  request:                    # assess, not_to_assess, plan_unnecessary
  assessment:                 # issue_plan, refuse_plan
  route:                      # request, tribunal_order, mediation_agreement …

# Dated events. Take the mark (#) from the lines you can date; write one line for each recipient.
events:
"""

_TAIL = """
# Advice asked for and received, one line an adviser.
advice:
#  - {giver: educational_psychologist, author: , request: , receipt: , dated: , appended: }
needs_in_advice:
#  - {report: , wording: , in_section_b: yes}

# Anything an exception to a time limit might rest on.
absences:
#  - {who: child, leaving: , returning: }
circumstances:
#  - {what: , start: , end: }
claims:
#  - {ground: SCHOOL-CLOSED, rule: FINAL-PLAN-20-WEEKS, by: , words: }
detentions:
#  - {order: , start: , end: }

# What the letters told the family.
letters:
#  draft_letter:
#    {sending: , reply_by: , matters: [representations, meeting, request_a_setting, settings_information]}
#  final_letter:
#    {sending: , matters: [right_of_appeal, time_to_appeal, mediation, help_available, recommendations_power]}

# Settings asked for.
preferences:
#  - {setting: , setting_kind: academy, request: , consultation: , answer: , reply: , reason: }

# Only if the record keeps them, each in a line of its own: what the family said of the draft, the settings considered,
# the decision on the placement, and what came of the plan. Take the mark (#) from a line to use it.
# representations: [{receipt: , section: section_f, item: F1, words: , answer: accepted, reason: }]
# meetings_asked_for: [{upon: draft, request: , offer: , meeting: }]
# settings_considered: [{setting: , consultation: , answer: , reply: , another_authority_maintains: no}]
# placement_decision: {educated_in_a_setting: yes, mainstream: no, mainstream_ground: , steps_considered: }
# otherwise_decision: {provision: , consultation: , arrangement: , reasons: }
# admission: {setting_kind: academy, entry: , refusal: , reason: }
# setting_changes: [{change: , before: , after: , reasons: [need], amendment_notice: }]
# deliveries: [{item: F1, section: section_f, start: , end: , due: , delivered: , reason: , family_arranged: no}]
# fees: [{setting: , kind: education_or_training, plan_names_setting: yes, due: , paid_by_authority: yes}]
# times_out_of_education: [{start: , end: , reason: , of_compulsory_school_age: yes, arrangement: , full_time: yes}]
# access_requests: [{request: , reasonable_time: yes, given: yes}]

# Annual reviews, amendments, moves between phases, decisions to cease.
reviews:
#  - {meeting: , attending: yes, outcome: amend, step_down_considered: }
amendments:
#  - {notice: , representations_made: , letter: {sending: , matters: [right_of_appeal]}}
transfers:
#  - {limb: primary_to_secondary, date: 2026-09-01}
cease_decisions:
#  - {decision: , notice: , ground: no_longer_necessary, reason: , because_stepping_down: }

# About the plan under test, where its file does not say.
plan:
  direct_payment:             # yes or no
  whole_package_otherwise:    # yes or no
  targets_arrangement:        # how shorter-term targets are set and monitored
  places_agreed:              # yes or no: health and social care agreed in which section each item stands
  signed_by:
  signed_on:
  next_review:
agreements:
#  - {item: G1, agreed: yes, on: }
items:
#  - {item: E1, kind: education_or_training, doubted: no, progress: , still_fits: yes}
#  - {item: G1, purpose: speech_and_language, also_in_section_f: no, exceptional_reason: }

# Amounts in the plan beside those in the advice, in minutes over the same period.
advice_compared:
#  - {item: F1, advice: , wording: , advised: , planned: , period: term, one_to_one: no, reason: , overtaken: no}

# Recommendations of the Tribunal on health and social care.
recommendations:
#  - {kind: health, date: , response: , receipt: , forwarding: , directed: , all_followed: , wording: }

# Names to look for in the plan.
settings:
#  - {name: , type: }
people:
#  - {name: , role: }
"""


def blank_record() -> str:
    """Return a blank record as YAML, every part there and every event listed with its title."""
    lines: list[str] = []
    for part, title in PARTS.items():
        kinds = [kind for kind in EVENTS if kind.part == part]
        if kinds:
            lines.append(f"# {title}")
        for kind in kinds:
            lines += [f"#  - {_row(kind.name, to)}   # {kind.title}" for to in kind.recipients or ("",)]
    return _HEAD + "\n".join(lines) + "\n" + _TAIL


def missing_record(missing: Sequence[MissingDate]) -> str:
    """Return a record ready to fill in, of just the dates in ``missing``, in that order; nothing if none is."""
    if not missing:
        return ""
    return "\n".join(["events:", *_missing_rows(missing)]) + "\n"


def _missing_rows(missing: Iterable[MissingDate]) -> Iterable[str]:
    for each in missing:
        points = len(each.settles)
        settles = f"{points} point{'' if points == 1 else 's'}"
        yield f"  - {_row(each.event, each.to)}   # {each.title}: would help to settle {settles}"


def _row(event: str, to: str) -> str:
    return f"{{event: {event}, on: {f', to: {to}' if to else ''}}}"
