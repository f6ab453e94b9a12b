"""Everything the files say, put together as one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.case import CaseFile
from checker.document_used import DocumentUsed
from checker.facts import Days, Fact, Place, State, merged
from checker.intake.answers import AnswersReading
from checker.intake.folder.under_test import PlanFile, choose, roots_of
from checker.intake.record.coverage import Coverage, cover, keys_at
from checker.intake.record.grouping import day_of, group_events
from checker.intake.record.reading import EventRow, RecordReading
from checker.intake.record.worked_out import work_out
from checker.intake.same_name import plain_name

if TYPE_CHECKING:
    from dsl.vocabulary import Thing

_LASTING = frozenset({"/child/name", "/child/born", "/maintained_plan/making"})
_NAMES = ("/name", "/known_as", "/present_setting", "/setting")


def assemble(
    plans: Sequence[PlanFile],
    records: Sequence[RecordReading],
    answers: Sequence[AnswersReading],
    documents: Sequence[DocumentUsed],
    things: Mapping[str, Thing],
    as_at: date,
    document: str = "",
) -> CaseFile:
    """Return the case that the files make together.

    ``documents`` describes the files other than plans. Sources that contradict each other
    make a fact disputed. Raises :class:`checker.intake.folder.under_test.WrongUsage` if it is not
    clear which plan is under test, and :class:`checker.intake.limits.Refused` if a row of
    the record names a review or an amendment that is not there.
    """
    said: dict[str, Fact] = {}
    for record in records:
        join(said, record.facts)
    events = [event for record in records for event in record.events]
    grouped = group_events(said, events)
    coverage = _coverage(records, grouped)
    covered = cover(grouped, coverage, things)
    chosen = choose(plans, covered, document)
    roots = roots_of(plans, chosen)
    under_test = roots[chosen.name] if chosen else ""
    facts: dict[str, Fact] = {}
    join(facts, moved(covered, under_test) if under_test else _without_plan(covered))
    for plan in sorted(plans, key=lambda each: each.name):
        if plan.name in roots:
            join(facts, moved(plan.facts if plan is chosen else _of_another(plan.facts), roots[plan.name]))
    nowhere = Place((chosen.name if chosen else coverage.place.file) or (documents[0].name if documents else ""))
    facts = work_out(facts, coverage, nowhere)
    return CaseFile(
        facts=dict(sorted(facts.items())),
        documents=(*_plans_used(plans, roots, chosen), *documents),
        under_test=under_test,
        answers=tuple(each for reading in answers for each in reading.answers),
        departures=tuple(each for reading in answers for each in reading.departures),
        complete_to=coverage.complete_to,
        left=chosen.left if chosen else (),
        notes=(*_later_than(events, as_at), *_unused(covered, under_test)),
    )


def join(facts: dict[str, Fact], more: Mapping[str, Fact]) -> None:
    """Merge ``more`` into ``facts``. Two spellings of one name are no contradiction."""
    for pointer, fact in more.items():
        held = facts.get(pointer)
        facts[pointer] = fact if held is None else _joined(pointer, held, fact)


def _joined(pointer: str, held: Fact, fact: Fact) -> Fact:
    if pointer.endswith(_NAMES) and held.state is State.KNOWN and fact.state is State.KNOWN:
        one, other = held.value, fact.value
        if isinstance(one, str) and isinstance(other, str) and plain_name(one) == plain_name(other):
            return held
    return merged(held, fact)


def moved(facts: Mapping[str, Fact], root: str) -> dict[str, Fact]:
    """Return ``facts`` with those of ``/plan`` standing at ``root``."""
    return {
        root + pointer[len("/plan") :] if pointer.startswith("/plan/") else pointer: fact
        for pointer, fact in facts.items()
    }


def _of_another(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return what a plan that is not under test says: of the child, only what does not change with the years."""
    return {pointer: fact for pointer, fact in facts.items() if pointer.startswith("/plan/") or pointer in _LASTING}


def _without_plan(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    return {pointer: fact for pointer, fact in facts.items() if not pointer.startswith("/plan/")}


def _coverage(records: Sequence[RecordReading], facts: Mapping[str, Fact]) -> Coverage:
    rows = [event for record in records for event in record.events]
    parts = {event.kind.part for event in rows if event.on.state is not State.NOT_STATED}
    parts |= {part for record in records for part in record.covers}
    if keys_at(facts, "/reviews") or keys_at(facts, "/amendments"):
        parts.add("review")
    complete = [record for record in records if record.complete_to]
    last = max(complete, key=lambda record: record.complete_to or date.min, default=None)
    place = (last.complete_at if last else None) or Place(records[0].file if records else "")
    return Coverage(frozenset(parts), last.complete_to if last else None, place)


def _plans_used(plans: Sequence[PlanFile], roots: Mapping[str, str], chosen: PlanFile | None) -> Iterable[DocumentUsed]:
    for plan in sorted(plans, key=lambda each: (each is not chosen, each.name)):
        root = roots.get(plan.name, "")
        notes = plan.notes if root else (*plan.notes, "it was not used: another plan at the same stage is later")
        yield DocumentUsed(
            id=root.lstrip("/") or plan.name,
            kind="plan",
            stage=plan.stage,
            name=plan.name,
            sha256=plan.sha256,
            under_test=plan is chosen,
            notes=notes,
            unplaced=plan.unplaced,
            problem="",
            taken_for=plan.taken_for,
        )


def _later_than(events: Iterable[EventRow], as_at: date) -> Iterable[str]:
    late = sorted(
        (event.place.file, event.place.line, event.kind.title)
        for event in events
        if event.on.state is State.KNOWN and isinstance(event.on.value, Days) and (day_of(event.on) or as_at) > as_at
    )
    for file, line, title in late:
        yield f"{file}:{line}: {title.lower()}: the day given is after the day this case is checked as at"


def _unused(facts: Mapping[str, Fact], under_test: str) -> Iterable[str]:
    if not under_test and any(pointer.startswith("/plan/") for pointer in facts):
        yield "the record gives facts about a plan, and no plan was given: they were not used"
