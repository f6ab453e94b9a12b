"""What stands behind a report: one rule in words, one finding paragraph by paragraph, the table of outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from checker.findings import AuthorityUsed, Cause, Finding, Outcome
from checker.result import Check
from dsl import tree as t
from reports.citations import cited, written_out
from reports.points import Point, point
from reports.rule_words import Clause, Speaker
from reports.spans import visible
from reports.statement import Statement, statement
from reports.text import one_point
from reports.words import TAILS, case_name, day, listed, uncoded
from reports.wrapped import authority_words, lines

_EFFECTS = {
    "lifts the time limit": "lifts the time limit",
    "lifts the duty": "lifts the duty",
    "sets the time limit": "sets another time limit",
}


Authorities = Mapping[str, AuthorityUsed]


class RuleBook(Protocol):
    """A rule book and the authorities it cites."""

    @property
    def book(self) -> t.Book:
        """The checked rules."""

    @property
    def authorities(self) -> Mapping[str, AuthorityUsed]:
        """The authorities, by id."""


class OutcomeWords(Protocol):
    """A row of the table of outcomes: a class of requirement, and its words for true and false."""

    @property
    def title(self) -> str:
        """The class of requirement."""

    @property
    def true(self) -> Outcome | None:
        """The outcome where what is asked is so; None where nothing is said then."""

    @property
    def false(self) -> Outcome:
        """The outcome where it is not."""


def explain_rule(found: t.Rule, library: RuleBook) -> str:
    """Return a rule in words: source, force, status, when it applies, what it asks, exceptions, who decides."""
    book, authorities = library.book, library.authorities
    speaker = Speaker(book, {}).within(found.loops)
    told: list[str] = [f"{found.id}  {visible(found.title)}", "", *_source(found, authorities), ""]
    if found.alongside:
        told += lines(f"Read beside another document: the {visible(found.alongside)}.", 0)
    for loop in found.loops:
        among = (
            book.checklists[loop.checklist].title
            if loop.checklist in book.checklists
            else listed(Speaker(book, {}).ref(each) for each in loop.lists)
        )
        told += lines(f"Tested for each of: {among}.", 0)
        told += _listed(speaker, loop.where, "Of those, where:")
    told += _listed(speaker, found.applies_when, "It applies when:")
    told += _duty(speaker, found)
    told += _exceptions(book, found, authorities)
    told += _guards(book, found, authorities)
    told += _readings(book, found, authorities)
    told += _deciders(book, found, authorities)
    for each in found.compares:
        told += lines(f"Compared with {each.rule}, as {each.relation}.", 0)
    return "\n".join(line.rstrip() for line in told).rstrip() + "\n"


def _duty(speaker: Speaker, found: t.Rule) -> list[str]:
    party = visible(found.party)
    if found.force in {"must not", "should not"} and isinstance(found.duty, t.Not):
        return _listed(speaker, found.duty.part, f"The {party} {found.force} do so if:")
    if found.force == "may only":
        return _listed(speaker, found.duty, f"The {party} may do so only if:")
    return _listed(speaker, found.duty, f"The {party} {found.force} see to this:")


def _source(found: t.Rule, authorities: Authorities) -> list[str]:
    told = lines(f"Source: {_cited(found.source, authorities)}.", 0)
    tail = f" ({TAILS[found.status].format(year='')})" if found.status in TAILS else ""
    told += lines(f"Force: {found.force}. Status: {found.status}{tail}. Owed by: {visible(found.party)}.", 0)
    if found.in_force_from is not None or found.in_force_until is not None:
        since = f"from {day(found.in_force_from)}" if found.in_force_from is not None else ""
        until = f"until {day(found.in_force_until)}" if found.in_force_until is not None else ""
        told += lines(f"In force {' '.join(each for each in (since, until) if each)}.", 0)
    if found.by_analogy:
        told += lines("Applied by analogy: the provision speaks of another case.", 0)
    for id_ in found.source.authorities:
        if id_ in authorities:
            told += lines(authority_words(authorities[id_]), 2)
            if authorities[id_].url:
                told.append(f"  {visible(authorities[id_].url)}")
    for each in found.see:
        told += lines(f"See also: {_cited(each, authorities)}.", 0)
    return told


def _listed(speaker: Speaker, condition: t.Condition | None, head: str) -> list[str]:
    if condition is None:
        return []
    return [*lines(head, 0), *_bullets(speaker.clauses(condition)), ""]


def _bullets(clauses: Sequence[Clause]) -> list[str]:
    return [line for depth, words in clauses for line in lines(f"- {words}", 2 + 2 * depth, 4 + 2 * depth)]


def _exceptions(book: t.Book, found: t.Rule, authorities: Authorities) -> list[str]:
    told: list[str] = []
    for id_ in found.unless:
        exception = book.exceptions[id_]
        to = next((each for each in exception.to if each.rule == found.id), None)
        under = f", {listed(_cited(each, authorities) for each in to.citations)}" if to is not None else ""
        shown = (
            "It must be shown by whoever relies on it."
            if exception.must_be_shown
            else "It is taken not to apply while nothing is known of it."
        )
        told += lines(
            f"Unless: {visible(exception.title)} ({exception.id}{under}). It {_EFFECTS[exception.effect]}. {shown}", 0
        )
        told += [*_bullets(Speaker(book, {}).clauses(exception.applies_when)), ""]
    return told


def _guards(book: t.Book, found: t.Rule, authorities: Authorities) -> list[str]:
    told: list[str] = []
    for guard in book.guards.values():
        if found.id in guard.rules:
            told += lines(
                f"Not put against anyone if: {visible(guard.title)} ({guard.id}, {_cited(guard.source, authorities)}).",
                0,
            )
            told += [*_bullets(Speaker(book, {}).clauses(guard.applies_when)), ""]
    return told


def _readings(book: t.Book, found: t.Rule, authorities: Authorities) -> list[str]:
    names = [each.reading for id_ in found.unless for each in book.exceptions[id_].to if each.rule == found.id]
    names += [
        name
        for condition in (found.applies_when, found.duty)
        if condition is not None
        for name in _names(condition, t.OnReading, "reading")
    ]
    told: list[str] = []
    for name in dict.fromkeys(name for name in names if name in book.readings):
        reading = book.readings[name]
        state = (
            f"settled by {case_name(reading.settled_by, authorities)}"
            if reading.settled_by
            else f"open: {visible(reading.open_why).rstrip('.')}"
        )
        told += lines(f"Reading ({state}): {_closed(reading.meaning)} Otherwise: {_closed(reading.otherwise)}", 0)
    return told


def _cited(citation: t.Citation, authorities: Authorities) -> str:
    return visible(written_out(citation, authorities).text)


def _closed(words: str) -> str:
    return f"{visible(words).rstrip('.')}."


def _deciders(book: t.Book, found: t.Rule, authorities: Authorities) -> list[str]:
    conditions = [found.duty, *(book.exceptions[id_].applies_when for id_ in found.unless)]
    names = [name for condition in conditions for name in _names(condition, t.Judged, "judgement")]
    told: list[str] = []
    for name in dict.fromkeys(name for name in names if name in book.judgements):
        judgement = book.judgements[name]
        who = listed([visible(uncoded(each)) for each in judgement.decided_by], "or")
        told += lines(f"Decided by a person ({who}): {visible(judgement.question)}", 0)
        for each in judgement.consider:
            under = f" ({_cited(each.citation, authorities)})" if each.citation is not None else ""
            told += lines(f"- {visible(each.text)}{under}", 2, 4)
    return told


def _names(condition: object, kind: type, field: str) -> list[str]:
    if isinstance(condition, kind):
        return [str(getattr(condition, field))]
    parts = [getattr(condition, name, ()) for name in ("parts", "part", "satisfies", "where")]
    flat = [each for part in parts for each in (part if isinstance(part, tuple) else (part,)) if each is not None]
    return [name for each in flat for name in _names(each, kind, field)]


def explain_finding(finding: Finding, check: Check) -> str:
    """Return one finding of the check whole: every numbered paragraph of its reasons."""
    report = statement(check)
    head = lines(f"Point {visible(finding.id)}, as at {day(check.as_at)}", 0)
    return "\n".join([*head, "", *one_point(report, _point(finding, check, report))]) + "\n"


def _point(finding: Finding, check: Check, report: Statement) -> Point:
    found = next((each for each in report.points if each.finding.id == finding.id), None)
    if found is not None:
        return found
    # A finding not told as a point of the report, or told inside another, is numbered on its own.
    own = next(each for each in cited(check).findings if each.id == finding.id)
    return point(own, report.numbers.get(finding.id, 1), (), check.authorities, first=False)


def explain_outcomes(table: Sequence[OutcomeWords], causes: Sequence[tuple[Cause, Outcome]]) -> str:
    """Return the table of outcomes: the words of each class of requirement, then of each reason for an open point."""
    rows = [(each.title, _words(each.true), _words(each.false)) for each in table]
    open_rows = [(_CAUSES[cause], _words(outcome)) for cause, outcome in causes]
    told = [
        *_table(("What is tested", "what is asked is so", "it is not"), rows),
        "",
        *_table(("What was read does not settle it, because", "then"), open_rows),
        "",
        *lines("Where several reasons hold, the first of them in this list speaks.", 0),
        *lines("Met on one reading: the law can be read two ways, and the requirement is met on one only.", 0),
        *lines("Does not apply, and nothing to check: nothing turns on the requirement here.", 0),
    ]
    return "\n".join(told) + "\n"


_CAUSES = {
    Cause.DISPUTED: "two sources give different versions",
    Cause.NOT_STATED: "what was read is silent on it",
    Cause.NOT_FOUND: "we found no such thing in running words",
    Cause.NOT_COVERED: "no file given covers it",
    Cause.NOT_APPLICABLE: "a file says it does not apply",
    Cause.JUDGEMENT: "it is a question for a person",
    Cause.OPEN_LAW: "the law can be read two ways",
    Cause.NOT_YET_DUE: "the time limit has not passed",
}


def _words(outcome: Outcome | None) -> str:
    return outcome.value.replace("-", " ") if outcome is not None else "–"


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    told = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (headings, *rows)]
    return [line.rstrip() for line in (told[0], "  ".join("-" * width for width in widths), *told[1:])]
