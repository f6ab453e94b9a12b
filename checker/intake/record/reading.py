"""A case record in YAML as facts and events. What its keys hold is in docs/record.md."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from checker.documents.events import EVENTS, NAMES, PARTS, EventKind
from checker.facts import Fact, Place, State
from checker.intake.limits import Refused, shown
from checker.intake.record.fields import ENOUGH_PROBLEMS, FieldReader, unknown
from checker.intake.record.items import read_item
from checker.intake.yaml_nodes import Node, YamlFile
from dsl.vocabulary import Day, Text, Thing

LISTS: Mapping[str, tuple[str, str, str]] = {
    "advice": ("/assessment/advice", "Advice", ""),
    "absences": ("/assessment/absences", "Absence", ""),
    "circumstances": ("/assessment/family_circumstances", "Circumstance", ""),
    "claims": ("/assessment/exceptions_claimed", "Claim", ""),
    "needs_in_advice": ("/needs_in_advice", "AdvisedNeed", "advice_needs"),
    "preferences": ("/preferences", "Preference", ""),
    "reviews": ("/reviews", "Review", ""),
    "amendments": ("/amendments", "Amendment", ""),
    "transfers": ("/phase_transfers", "PhaseTransfer", ""),
    "reassessments": ("/reassessments", "Reassessment", "reassessment"),
    "cease_decisions": ("/cease_decisions", "CeaseDecision", ""),
    "detentions": ("/child/detentions", "Detention", ""),
    "persons_told": ("/persons_told", "PersonTold", "persons_told"),
    "concerns": ("/concerns", "Concern", "concerns"),
    "needs_raised": ("/needs_raised", "NeedRaised", "needs_raised"),
    "support_cycles": ("/support_cycles", "SupportCycle", "support_cycles"),
    "advice_details": ("/advice_details", "AdviceDetail", "advice_details"),
    "earlier_advice": ("/earlier_advice", "EarlierAdvice", "earlier_advice"),
    "cooperation_requests": ("/cooperation_requests", "CooperationRequest", "cooperation_requests"),
    "advice_compared": ("/advice_compared", "AdviceCompared", "advice_compared"),
    "recommendations": ("/recommendations", "Recommendation", "recommendations"),
    "settings_considered": ("/settings_considered", "ConsideredSetting", "consultation"),
    "setting_changes": ("/setting_changes", "SettingChange", "setting_changes"),
    "representations": ("/representations", "Representation", "replies"),
    "meetings_asked_for": ("/meetings_asked_for", "MeetingAskedFor", "replies"),
    "deliveries": ("/deliveries", "Delivery", "delivery"),
    "fees": ("/fees", "Fee", "fees"),
    "times_out_of_education": ("/times_out_of_education", "TimeOutOfEducation", "out_of_education"),
    "access_requests": ("/access_requests", "AccessRequest", "access"),
}
"""The lists of a record: the pointer each fills, the kind of thing in it, and the part it belongs to.

A list of a part (:data:`checker.documents.events.PARTS`) is complete only in a record that covers the part; one without
is complete in any record that says it is."""
DECISIONS: Mapping[str, tuple[str, str, str]] = {
    "request": ("/request/determination", "Request", "determination"),
    "assessment": ("/assessment/outcome", "Assessment", "outcome"),
    "route": ("/assessment/route", "Assessment", "route"),
    "delay_reason": ("/assessment/delay_reason", "Assessment", "delay_reason"),
    "additional_time_on_request": ("/request/additional_time_considered", "Request", "additional_time_considered"),
    "additional_time_on_assessment": (
        "/assessment/additional_time_considered",
        "Assessment",
        "additional_time_considered",
    ),
    "impairments": ("/assessment/impairments", "Assessment", "impairments"),
    "year_group": ("/assessment/year_group", "Assessment", "year_group"),
}
LETTERS = ("draft_letter", "final_letter", "outcome_letter")
PARTIES = ("family", "named_setting", "commissioning_body", "setting_attended")
PLAN_FIELDS = (
    "direct_payment", "whole_package_otherwise", "year_group", "after_reassessment", "targets_arrangement",
    "silence_recorded", "places_agreed", "signed_by", "signed_on", "next_review",
)  # fmt: skip
"""Facts about the document under test that a record may give, because the document may not."""
THINGS: Mapping[str, tuple[str, str, tuple[str, ...], str]] = {
    "child": ("Child", "/child", (), ""),
    "consideration": ("Consideration", "/consideration", (), "considering"),
    "health_opinion": ("HealthOpinion", "/health_opinion", (), "health_opinion"),
    "tailored_list": ("TailoredList", "/tailored_list", (), "tailored_list"),
    "placement_decision": ("PlacementDecision", "/placement_decision", (), "placement_decision"),
    "otherwise_decision": ("OtherwiseDecision", "/otherwise_decision", (), "otherwise"),
    "admission": ("Admission", "/admission", (), "admission"),
    "maintained_plan": ("MaintainedPlan", "/maintained_plan", ("transferred",), ""),
    "plan": ("Plan", "/plan", PLAN_FIELDS, ""),
}
"""The single things of a record: the kind of each, the pointer it fills, the fields it may give (empty:
all), and the part it belongs to."""
WORKED_OUT: Mapping[str, tuple[str, ...]] = {
    "Review": ("next_meeting", "next_decision"),
    "Preference": ("named",),
    "ConsideredSetting": ("named",),
    "TailoredList": ("first_available_named",),
    "PhaseTransfer": ("review_decision", "amended_plan"),
    "CommentsPublished": ("next_day",),
}
"""Fields that follow from others, and that no file may therefore give."""
IN_A_LIST = {"Child": ("detentions",)}
"""Fields of a thing that a record gives as a list of its own."""
RECORD_KEYS = (
    "complete-to", "covers", *THINGS, "decisions", "events", *LISTS, "letters", "parties", "agreements", "items",
    "settings", "people",
)  # fmt: skip
MAX_EVENTS = 500
"""Events of one file: the longest case has a tenth of that."""
EVENT_KEYS = ("event", "on", "to", "who", "how", "note", "source", "review", "amendment")
_ALSO_CALLED = {
    "parent": "family", "parents": "family", "child": "family", "young_person": "family", "icb": "commissioning_body",
    "setting": "named_setting",
}  # fmt: skip


@dataclass(frozen=True)
class EventRow:
    """An event of a record: to whom it was done, when, and the review or amendment it names (or empty)."""

    kind: EventKind
    on: Fact
    to: tuple[str, ...]
    review: str
    amendment: str
    place: Place


@dataclass(frozen=True)
class Known:
    """A setting or a person known to the record: the name, and the type or role."""

    name: str
    what: str
    place: Place


@dataclass(frozen=True)
class RecordReading:
    """What one file of the record says.

    ``complete_to`` is the day the file is complete to, if it says so; ``covers`` are the parts it says it keeps.
    """

    file: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    events: tuple[EventRow, ...] = ()
    complete_to: date | None = None
    complete_at: Place | None = None
    covers: tuple[str, ...] = ()
    settings: tuple[Known, ...] = ()
    people: tuple[Known, ...] = ()


def read_record(file: YamlFile, name: str, things: Mapping[str, Thing]) -> RecordReading:
    """Return what the record called ``name`` says.

    Raises :class:`checker.intake.limits.Refused` with every problem found, each at its line.
    """
    reader = FieldReader(given_fields(things), name)
    reader.problems.extend(file.problems)
    root = reader.mapping(file.root, "a record") if file.root else {}
    events: list[EventRow] = []
    complete: Node | None = None
    covers: tuple[str, ...] = ()
    for key, node in root.items():
        if key in LISTS:
            pointer, thing, _ = LISTS[key]
            reader.items(node, thing, pointer, f"`{key}`")
        elif key == "events":
            rows = reader.rows(node, "`events`", MAX_EVENTS)
            events = [event for event in (_event(reader, row) for row in rows) if event]
        elif key == "complete-to":
            complete = node
        elif key == "covers":
            covers = _covers(reader, node)
        elif key not in RECORD_KEYS:
            reader.unknown(node, key, RECORD_KEYS, "a part of a record")
        else:
            _part(reader, key, node)
    complete_to = _complete_to(reader, complete) if complete else None
    settings = _known(reader, root.get("settings"), "settings", "type")
    people = _known(reader, root.get("people"), "people", "role")
    if reader.problems:
        raise Refused(name, reader.problems)
    at = reader.place(complete) if complete and complete_to else None
    return RecordReading(name, reader.facts, tuple(events), complete_to, at, covers, settings, people)


def given_fields(things: Mapping[str, Thing]) -> Mapping[str, Thing]:
    """Return the vocabulary without the fields that follow from others."""
    given = dict(things)
    for name, worked_out in WORKED_OUT.items():
        thing = things[name]
        fields = tuple(each for each in thing.fields if each.name not in worked_out)
        given[name] = Thing(name, thing.title, thing.singular, fields, thing.event, thing.span)
    return given


def _part(reader: FieldReader, key: str, node: Node) -> None:
    where = f"`{key}`"
    if key in THINGS:
        name, pointer, only, _ = THINGS[key]
        listed = IN_A_LIST.get(name, ())
        allowed = only or [each.name for each in reader.things[name].fields if each.name not in listed]
        reader.thing(node, name, pointer, where, allowed)
    elif key == "agreements":
        for row in reader.rows(node, where):
            _agreement(reader, row)
    elif key == "items":
        for row in reader.rows(node, where):
            read_item(reader, row)
    elif key in _NAMED:
        for name, value in reader.mapping(node, where).items():
            if name in _NAMED[key]:
                _named(reader, key, name, value)
            else:
                reader.unknown(value, name, _NAMED[key], f"a part of {where}")


_NAMED: Mapping[str, tuple[str, ...]] = {"decisions": tuple(DECISIONS), "letters": LETTERS, "parties": PARTIES}


def _named(reader: FieldReader, key: str, name: str, value: Node) -> None:
    if key == "letters":
        reader.thing(value, "Letter", f"/{name}", f"`{name}`")
    elif key == "parties":
        reader.field(value, Text(), f"/{name}", f"`{name}`")
    else:
        pointer, thing, named = DECISIONS[name]
        kind = reader.things[thing].field(named)
        if kind:
            reader.field(value, kind.type, pointer, f"`{name}`")


def _agreement(reader: FieldReader, row: Node) -> None:
    entries = reader.mapping(row, "each item of `agreements`")
    if not entries:
        return
    item = entries.get("item")
    if item is None or not item.words or "/" in item.words:
        reader.problem(row, "each item of `agreements` names an `item` of Section G, such as G1")
        return
    fields = {"agreed": "agreed", "on": "agreement"}
    for key, value in entries.items():
        kind = reader.things["Provision"].field(fields.get(key, ""))
        if kind:
            reader.field(value, kind.type, f"/plan/section_g/{item.words}/{kind.name}", f"`{key}`")
        elif key != "item":
            reader.unknown(value, key, ("item", *fields), "a field of `agreements`")


def _complete_to(reader: FieldReader, node: Node) -> date | None:
    fact = reader.leaf(node, Day(), "`complete-to`")
    if fact is None or fact.state is not State.KNOWN:
        if fact is not None and fact.state is not State.NOT_STATED:
            reader.problem(node, "`complete-to` takes one day")
        return None
    day = getattr(fact.value, "known_day", None)
    if day is None:
        reader.problem(node, "`complete-to` takes one day, not a month")
    return day if isinstance(day, date) else None


def _covers(reader: FieldReader, node: Node) -> tuple[str, ...]:
    found: list[str] = []
    for each in node.list or (node,):
        if each.tag or not isinstance(each.value, str):
            reader.problem(each, "`covers` takes the parts of a record, such as `draft`")
        elif each.words not in PARTS:
            reader.unknown(each, each.words, PARTS, "a part of a record")
        else:
            found.append(each.words)
    return tuple(found)


def _known(reader: FieldReader, node: Node | None, where: str, second: str) -> tuple[Known, ...]:
    found: list[Known] = []
    for row in reader.rows(node, f"`{where}`") if node else ():
        entries = reader.mapping(row, f"each item of `{where}`")
        for key, value in entries.items():
            if key not in ("name", second):
                reader.unknown(value, key, ("name", second), f"a field of `{where}`")
            else:
                words_of(reader, entries, key)
        if "name" in entries and entries["name"].words:
            what = entries[second].words if second in entries else ""
            found.append(Known(entries["name"].words, what, reader.place(entries["name"])))
        elif not entries or any(value.value for value in entries.values()):
            reader.problem(row, f"each item of `{where}` gives a `name`")
    return tuple(found)


def _event(reader: FieldReader, row: Node) -> EventRow | None:
    entries = reader.mapping(row, "each event")
    for key, value in entries.items():
        if key not in EVENT_KEYS:
            reader.unknown(value, key, EVENT_KEYS, "a field of an event")
    return read_event(reader, entries, row)


def read_event(reader: FieldReader, entries: Mapping[str, Node], row: Node) -> EventRow | None:
    """Return one event from its cells or keys, or None with its problems kept."""
    named = entries.get("event")
    if named is None or not isinstance(named.value, str) or not named.words:
        reader.problem(row, "each event names itself in `event`, such as `final_sent`")
        return None
    kind = NAMES.get(named.words)
    if kind is None:
        reader.problem(named, _unknown_event(named.words, len(reader.problems)))
    when = entries.get("on")
    if when is None:
        reader.problem(row, "each event says when in `on`: leave it empty if nobody knows")
    on = reader.leaf(when, Day(), "`on`", happens=True) if when else None
    for key in ("who", "how", "note", "source"):
        words_of(reader, entries, key)
    review, amendment = words_of(reader, entries, "review"), words_of(reader, entries, "amendment")
    to = _recipients(reader, entries.get("to"), kind)
    if kind is None or on is None or to is None:
        return None
    return EventRow(kind, on, to, review, amendment, Place(reader.file, line=row.line))


def words_of(reader: FieldReader, entries: Mapping[str, Node], key: str) -> str:
    """Return the words at ``key``, or empty; a list or mapping there is a problem."""
    node = entries.get(key)
    if node is not None and (node.tag or not isinstance(node.value, str | None)):
        reader.problem(node, f"`{key}` takes words")
    return node.words if node is not None else ""


def _recipients(reader: FieldReader, node: Node | None, kind: EventKind | None) -> tuple[str, ...] | None:
    if kind is None:
        return ()
    given = [] if node is None or node.value in (None, "") else list(node.list) or [node]
    found: list[str] = []
    for each in given:
        if each.tag or not isinstance(each.value, str):
            reader.problem(each, "`to` takes a party, or a list of parties")
            return None
        word = each.words.lower().replace(" ", "_").replace("-", "_")
        word = word if word in kind.recipients else _ALSO_CALLED.get(word, word)
        if not kind.recipients:
            continue
        if word not in kind.recipients:
            reader.unknown(each, each.words, kind.recipients, f"one to whom `{kind.name}` is done")
            return None
        found.append(word)
    return tuple(dict.fromkeys(found)) or kind.recipients[:1]


def _unknown_event(word: str, problems: int) -> str:
    if problems >= ENOUGH_PROBLEMS:
        return f"`{shown(word, 40)}` is not an event"
    titles: Iterable[str] = (kind.title.lower() for kind in EVENTS)
    near = difflib.get_close_matches(word[:80].lower(), titles, 1, 0.6)
    by_title = [kind.name for kind in EVENTS if near and kind.title.lower() == near[0]]
    message = unknown(word, NAMES, "an event")
    if "did you mean" in message or not by_title:
        return message
    return f"`{shown(word, 40)}` is not an event: did you mean `{by_title[0]}`?"
