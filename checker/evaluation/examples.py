"""Examples beside the rules: the facts one assumes, and the outcome that came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from checker.case import Answer, CaseFile
from checker.evaluation.alternatives import walk
from checker.evaluation.findings import findings_of, places_of
from checker.evaluation.outcome import rank
from checker.evaluation.scope import Scope
from checker.facts import SOME_DAY, Days, Fact, Origin, Place, State, Version, absent, known
from checker.findings import Finding, Outcome
from checker.rulebook.library import Library
from dsl import tree
from dsl.vocabulary import Codes, Day, Event

_STATES = {
    "not stated": State.NOT_STATED,
    "not found": State.NOT_FOUND,
    "not covered": State.NOT_COVERED,
    "not applicable": State.NOT_APPLICABLE,
    "not happened": State.NOT_HAPPENED,
}


@dataclass(frozen=True)
class Shown:
    """What an example gave: the outcomes of its rule, worst first, and the findings."""

    example: tree.Example
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether the example gave what it expects, and says the words it expects."""
        if not self.outcomes or self.outcomes[0].value != self.example.expect:
            return False
        return not self.example.words or any(self.example.words in figures(each) for each in self.findings)


def show(example: tree.Example, library: Library) -> Shown:
    """Run an example."""
    case = case_of(example)
    scope = Scope(
        case=case,
        library=library,
        as_at=example.as_at,
    )
    found = findings_of(library.book.rules[example.rule], scope, places_of(case)).findings
    outcomes = sorted((each.outcome for each in found), key=rank)
    return Shown(example, tuple(outcomes), found)


def case_of(example: tree.Example) -> CaseFile:
    """Return the case an example assumes: what it gives, and nothing else."""
    facts: dict[str, Fact] = {}
    answers: list[Answer] = []
    items: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    place = Place(example.span.file, line=example.span.line)
    for given in example.given:
        if isinstance(given, tree.GivenItem):
            pointer = _pointer(given.list, items)
            lists.setdefault(pointer, []).append(given.name)
            items[given.name] = f"{pointer}/{given.name}"
            for each in given.fields:
                facts[_field_pointer(each.what, items[given.name])] = _fact(each, place)
        elif isinstance(given, tree.Given):
            facts[_pointer(given.what, items)] = _fact(given, place)
        else:
            answers.append(_answer(given, example, place))
    for pointer, keys in lists.items():
        facts[pointer] = Fact(State.KNOWN, (Version(tuple(keys), place),), complete=True)
    return CaseFile(MappingProxyType(facts), (), "/plan", tuple(answers))


def _pointer(ref: tree.Ref, items: dict[str, str]) -> str:
    start = items[ref.base] if ref.base else ""
    return "/".join((start, *ref.steps, ref.to) if ref.to else (start, *ref.steps))


def _field_pointer(ref: tree.Ref, item: str) -> str:
    return "/".join((item, *ref.steps, ref.to) if ref.to else (item, *ref.steps))


def _fact(given: tree.Given, place: Place) -> Fact:
    if given.state in _STATES:
        return absent(_STATES[given.state], place)
    if given.state == "happened":
        return known(SOME_DAY, place)
    if isinstance(given.what.type, Codes) and given.state == "known":
        return known(tuple(str(value) for value in given.values), place)
    values = [_value(given, value) for value in given.values]
    if given.state == "disputed":
        return Fact(State.DISPUTED, tuple(Version(value, place) for value in values), origin=Origin.TYPED)
    return known(values[0], place)


def _value(given: tree.Given, value: object) -> Days | int | str | bool | tuple[str, ...]:
    if isinstance(given.what.type, Day | Event) and isinstance(value, date):
        return Days.on(value)
    if isinstance(value, bool | int | str):
        return value
    msg = f"not a value: {value!r}"
    raise TypeError(msg)


def _answer(given: tree.GivenAnswer, example: tree.Example, place: Place) -> Answer:
    return Answer(
        judgement=given.judgement,
        about=given.subject.base if given.subject.base and not given.subject.steps else "",
        words="",
        words_sha256="",
        answer=given.answer,
        by="the example",
        capacity="local authority",
        on=example.as_at,
        because="",
        until=None,
        exception="",
        place=place,
    )


def figures(finding: Finding) -> str:
    """Return the force, the standing and the figures of a finding as words: what an example may expect to be said."""
    found: list[str] = [finding.force, *((finding.standing.value,) if finding.standing else ())]
    roots = [root for root in (finding.reason, finding.trigger) if root is not None]
    roots += [each.reason for each in (*finding.versions, *finding.readings)]
    for root in roots:
        for each in walk(root):
            for key, words in (("days_late", "late"), ("days_in_hand", "in hand"), ("overdue_by", "overdue")):
                if key in each.detail:
                    days = int(each.detail[key])
                    found.append(f"{days} day{'' if days == 1 else 's'} {words}")
            found += [str(value) for key, value in each.detail.items() if key in ("due", "found", "missing")]
    return "; ".join(found)
