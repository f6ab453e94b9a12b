"""Subjects that are no child's case: an area (``area.yaml``) and a school (``school.yaml``).

A file says what a person found in the papers of an area or a school, part by part, each
part a root of the vocabulary. It answers for a part only where it says that it gives the
part whole (``complete: [local_offer]``): then a list of it holds all there is, and what is
absent is *not stated*. Everything else absent is *not covered*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker.case import CaseFile
from checker.document_used import DocumentUsed
from checker.facts import Fact, Origin, Place, State, absent, items, known
from checker.intake.answers import AnswersReading
from checker.intake.folder.assemble import join
from checker.intake.limits import Refused
from checker.intake.record.fields import CODED_BY, FieldReader
from checker.intake.record.reading import given_fields
from checker.intake.subject.facts import follow
from checker.intake.yaml_nodes import Node, YamlFile
from dsl.vocabulary import Code, Event, ListOf, Of, Thing


@dataclass(frozen=True)
class Subject:
    """A kind of subject: what a rule calls it, what its file is called, and the parts of a file.

    ``things`` are the parts that are one thing, ``lists`` those that are a list of things,
    each with the name of the kind of thing.
    """

    kind: str
    file: str
    things: Mapping[str, str]
    lists: Mapping[str, str]

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts, in the order of a blank file."""
        return (*self.things, *self.lists)


AREA = Subject(
    kind="local inclusion plan",
    file="area",
    things={
        "area": "Area",
        "area_plan": "AreaPlan",
        "engagement": "Engagement",
        "identification": "Identification",
        "provision_review": "ProvisionReview",
        "joint_commissioning": "JointCommissioning",
        "cooperation": "Cooperation",
        "integration": "Integration",
        "local_offer": "LocalOffer",
        "advice_service": "AdviceService",
        "disagreement_service": "DisagreementService",
        "short_breaks": "ShortBreaks",
    },
    lists={},
)
SCHOOL = Subject(
    kind="school",
    file="school",
    things={
        "school": "School",
        "information_report": "InformationReport",
        "senco": "Coordinator",
        "inclusion_strategy": "InclusionStrategy",
    },
    lists={
        "pupils": "Pupil",
        "adjustments": "Adjustment",
        "treatment_complaints": "TreatmentComplaint",
        "withdrawals": "Withdrawal",
        "leavers": "Leaver",
    },
)
SUBJECTS = (AREA, SCHOOL)
COMPLETE = "complete"


@dataclass(frozen=True)
class SubjectReading:
    """What one file says of an area or a school; ``document`` describes the file."""

    subject: Subject
    document: DocumentUsed
    facts: Mapping[str, Fact] = field(default_factory=dict)


def subject_of(keys: Iterable[str]) -> Subject | None:
    """Return the subject a file with these top-level keys is about, or None."""
    given = set(keys)
    return next((each for each in SUBJECTS if given & set(each.parts)), None)


def read_subject(
    file: YamlFile, subject: Subject, document: DocumentUsed, things: Mapping[str, Thing]
) -> SubjectReading:
    """Return what a file says. Raises :class:`checker.intake.limits.Refused` with every problem at its line."""
    reader = FieldReader(given_fields(things), document.name)
    reader.problems.extend(file.problems)
    root = reader.mapping(file.root, "the file") if file.root else {}
    complete: tuple[Node, ...] = ()
    for key, node in root.items():
        if key == COMPLETE:
            complete = reader.rows(node, f"`{COMPLETE}`")
        elif key in subject.things:
            reader.thing(node, subject.things[key], f"/{key}", f"`{key}`")
        elif key in subject.lists:
            reader.items(node, subject.lists[key], f"/{key}", f"`{key}`")
        else:
            reader.unknown(node, key, (*subject.parts, COMPLETE), f"a part of {subject.file}.yaml")
    for each in complete:
        if each.words not in subject.parts:
            reader.unknown(each, each.words, subject.parts, f"a part of {subject.file}.yaml")
    if reader.problems:
        raise Refused(document.name, reader.problems)
    _fill(reader)
    for each in complete:
        _Whole(reader.facts, reader.place(each), reader.things).part(subject, each.words)
    return SubjectReading(subject, document, reader.facts)


def subject_case(
    readings: Sequence[SubjectReading], answers: Sequence[AnswersReading], documents: Sequence[DocumentUsed]
) -> CaseFile:
    """Return what files about one area, or about one school, make together. ``documents`` describes the other files."""
    first = readings[0]
    used = [
        replace(
            each.document,
            id=f"{each.document.kind}-{number}" if number > 1 else each.document.kind,
            under_test=each is first,
        )
        for number, each in enumerate(readings, start=1)
    ]
    return CaseFile(
        facts=facts_of(readings),
        documents=(*used, *documents),
        under_test="",
        answers=tuple(each for reading in answers for each in reading.answers),
        departures=tuple(each for reading in answers for each in reading.departures),
        kind=first.subject.kind,
    )


def facts_of(readings: Sequence[SubjectReading]) -> Mapping[str, Fact]:
    """Return what files about subjects say together, with what follows from it."""
    facts: dict[str, Fact] = {}
    for reading in readings:
        join(facts, reading.facts)
    return dict(sorted(follow(facts).items()))


def _fill(reader: FieldReader) -> None:
    """Fill up the lists of closed entries; a list written as empty (``[]``) is one that holds nothing."""
    for pointer, thing in tuple(reader.listed.items()):
        by = CODED_BY.get(thing)
        held = reader.facts.get(pointer)
        if held is not None and held.versions and held.value == () and by is None:
            reader.facts[pointer] = replace(held, complete=True)
        kind = reader.things[thing].field(by) if by else None
        if by is None or kind is None or not isinstance(kind.type, Code) or held is None or not held.versions:
            continue
        given = held.value if isinstance(held.value, tuple) else ()
        place = held.where or Place(reader.file)
        for value, _ in kind.type.values:
            if value not in given:
                reader.facts[f"{pointer}/{value}/{by}"] = known(value, place, Origin.WORKED_OUT)
        missing = tuple(value for value, _ in kind.type.values if value not in given)
        reader.facts[pointer] = items((*given, *missing), place, complete=True)


class _Whole:
    """Fills a part that a file gives whole: its lists are complete, and what is absent is not stated."""

    def __init__(self, facts: dict[str, Fact], place: Place, things: Mapping[str, Thing]) -> None:
        self._facts = facts
        self._place = place
        self._things = things

    def part(self, subject: Subject, name: str) -> None:
        if name in subject.lists:
            self._list(f"/{name}", subject.lists[name])
        else:
            self._thing(f"/{name}", subject.things[name])

    def _list(self, pointer: str, thing: str) -> None:
        held = self._facts.get(pointer)
        if held is None:
            self._facts[pointer] = items((), self._place, complete=True)
        elif held.versions:
            self._facts[pointer] = replace(held, complete=True)
            for key in held.value if isinstance(held.value, tuple) else ():
                self._thing(f"{pointer}/{key}", thing)

    def _thing(self, pointer: str, name: str) -> None:
        for each in self._things[name].fields:
            at = f"{pointer}/{each.name}"
            if isinstance(each.type, ListOf):
                self._list(at, each.type.thing)
            elif isinstance(each.type, Of):
                self._thing(at, each.type.thing)
            elif isinstance(each.type, Event) and each.type.recipients:
                for to in each.type.recipients:
                    self._facts.setdefault(f"{at}/{to}", absent(State.NOT_STATED, self._place))
            else:
                self._facts.setdefault(at, absent(State.NOT_STATED, self._place))
