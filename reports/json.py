"""A statement as JSON: stable keys, one schema, every sentence also as spans with their places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checker.facts import Days, Place, Value
from checker.findings import (
    Alternative,
    Comparison,
    ExceptionReport,
    Finding,
    Flip,
    JudgementReport,
    Operand,
    Reason,
)
from checker.result import Check
from dsl.tree import Citation
from reports.citations import cited
from reports.papers_pages import papers_data
from reports.parts import part_of
from reports.points import Point, numbered
from reports.questions import ask_part
from reports.spans import Cite, Gap, Paragraph, Quote, Span, Text, plain, visible
from reports.statement import statement
from reports.words import natural, outcome_words

FORMAT = "sendcheck check 1"
"""Named at the head of every output; a change that breaks a reader changes the number."""

Json = dict[str, Any]


def render_json(check: Check) -> str:
    """Return the check as JSON text, ending with a line break. Keys stand in a fixed order."""
    return json.dumps(as_data(check), ensure_ascii=False, indent=2) + "\n"


def check_schema() -> str:
    """Return the JSON Schema of what :func:`render_json` prints."""
    return (Path(__file__).parent / "schema" / "check.schema.json").read_text(encoding="utf-8")


def as_data(check: Check) -> Json:
    """Return the check as the objects of the schema."""
    report = statement(check)
    check = cited(check)
    by_id = {point.finding.id: point for point in report.points}
    findings = {finding.id: finding for finding in check.findings}
    first_asks = {card.ask.id for card in report.needs.cards if card.ask is not None and card.first}
    order = {id_: (number, index) for index, (id_, number) in enumerate(report.numbers.items())}
    last = (len(report.points) + 1, 0)
    asked_in = {finding.id: part_of(findings.get(finding.shown_inside, finding)) for finding in check.findings}
    return {
        "format": FORMAT,
        "as_at": check.as_at.isoformat(),
        "as_at_given": check.as_at_given,
        "subject": visible(check.subject),
        "rule_book": {"version": visible(check.rule_book), "sha256": visible(check.rule_book_sha256)},
        "documents": [
            {
                "id": visible(each.id),
                "kind": visible(each.kind),
                "stage": visible(each.stage),
                "name": visible(each.name),
                "sha256": visible(each.sha256),
                "under_test": each.under_test,
                "taken_for": visible(each.taken_for),
                "notes": [visible(note) for note in each.notes],
                "unplaced": [_place(place) for place in each.unplaced],
                "problem": visible(each.problem),
            }
            for each in sorted(check.documents, key=lambda each: (not each.under_test, each.name, each.id))
        ],
        "findings": [
            _finding(finding, by_id.get(finding.id), report.numbers.get(finding.id), asked_in[finding.id], check)
            for finding in sorted(
                check.findings,
                key=lambda each: (*order.get(each.id, last), each.rule, natural(each.about.label), each.id),
            )
        ],
        "asks": [
            {
                "id": visible(each.id),
                "kind": each.kind,
                "question": visible(each.question),
                "of": visible(each.of),
                "items": [visible(item) for item in each.items],
                "place": _place(each.place),
                "standing": each.standing.value if each.standing is not None else None,
                "settles": [visible(id_) for id_ in sorted(each.settles, key=natural)],
                "part": ask_part(each, findings),
                "page": "first" if each.id in first_asks else "later",
            }
            for each in sorted(check.asks, key=lambda each: (each.rank, each.kind, each.id))
        ],
        "missing": [
            {
                "event": each.event,
                "title": visible(each.title),
                "to": visible(each.to),
                "settles": [visible(id_) for id_ in sorted(each.settles, key=natural)],
            }
            for each in report.needs.missing
        ],
        "before_sending": [
            {
                "kind": each.kind,
                "names": [visible(name) for name in each.names],
                "places": [_place(place) for place in each.places],
                "authorities": _authorities(each.source, check) if each.source is not None else [],
            }
            for each in (check.before_sending.reminders if check.before_sending is not None else ())
        ],
        "sending_days": _sending_days(check),
        "to_send": [
            {
                "of": each.of,
                "outside": each.outside,
                "asks": [visible(card.ask.id) for card in each.cards if card.ask is not None],
                "settles": each.settles,
                "message": each.message,
            }
            for each in report.needs.to_send
        ],
        "not_tested": {
            "line": report.not_tested.line,
            "rules": [
                {"rule": each.rule, "title": each.title, "count": each.count, "lacks": list(each.lacks)}
                for each in report.not_tested.rules
            ],
        },
        "assumed": [{"id": visible(id_), "title": visible(title)} for id_, title in sorted(check.presumed)],
        "authorities": [
            {
                "id": visible(each.id),
                "citation": visible(each.citation),
                "title": visible(each.title),
                "url": visible(each.url),
                "status": visible(each.status),
                "gist": visible(each.gist),
                "words": visible(each.words),
                "verified": each.verified,
                "known_from_summaries": each.known_from_summaries,
                "text_as_at": visible(each.text_as_at),
                "in_force_from": visible(each.in_force_from),
            }
            for each in report.authorities
        ],
        "notes": [visible(note) for note in check.notes],
        "supposed": visible(check.supposed),
        "disputes": [
            {
                "pointer": visible(each.pointer),
                "said": visible(each.said),
                "owner": visible(each.owner),
                "versions": [
                    {"value": _value(value), "place": _place(place), "said_by": visible(said_by)}
                    for value, place, said_by in each.versions
                ],
                "turns": [
                    {"finding": visible(turn.finding), "outcomes": [outcome.value for outcome in turn.outcomes]}
                    for turn in each.turns
                ],
            }
            for each in check.disputes
        ],
        **papers_data(check, _place),
    }


def _sending_days(check: Check) -> Json | None:
    days = check.before_sending.days if check.before_sending is not None else None
    if days is None:
        return None
    final = _authorities(days.final_source, check) if days.final_source is not None else []
    return {
        "served": days.served.isoformat(),
        "was_served": days.was_served,
        "answer": days.answer.isoformat(),
        "final": [each.isoformat() for each in days.final],
        "serve_by": days.serve_by.isoformat() if days.serve_by is not None else None,
        "authorities": [*_authorities(days.answer_source, check), *final],
    }


def _finding(finding: Finding, point: Point | None, number: int | None, part: int | str, check: Check) -> Json:
    return {
        "id": visible(finding.id),
        "number": number,
        "rule": finding.rule,
        "title": visible(finding.title),
        "topic": finding.topic,
        "outcome": finding.outcome.value,
        "words": outcome_words(finding, check.authorities),
        "flags": [flag.value for flag in finding.flags],
        "standing": finding.standing.value if finding.standing is not None else None,
        "force": finding.force,
        "status": finding.status,
        "party": visible(finding.party),
        "part": part,
        "page": "first" if point is not None and point.first else "later",
        "about": {
            "path": visible(finding.about.path),
            "label": visible(finding.about.label),
            "title": visible(finding.about.title),
            "place": _place(finding.about.place),
        },
        "authorities": [each for citation in (finding.source, *finding.see) for each in _authorities(citation, check)],
        "relevant_date": finding.relevant_date.isoformat() if finding.relevant_date is not None else None,
        "causes": [cause.value for cause in finding.causes],
        "head": [_paragraph("", paragraph) for paragraph in point.head] if point is not None else [],
        "paragraphs": [_paragraph(at, step.paragraph) for at, _, _, step in numbered(point)]
        if point is not None
        else [],
        "trigger": _reason(finding.trigger),
        "reasons": _reason(finding.reason),
        "lines": [
            {
                "recipient": visible(line.recipient),
                "outcome": line.outcome.value,
                "flags": [flag.value for flag in line.flags],
                "reasons": _reason(line.reason),
            }
            for line in finding.lines
        ],
        "exceptions": [_exception(each, check) for each in finding.exceptions],
        "guards": [_exception(each, check) for each in finding.guards],
        "judgements": [_judgement(each) for each in finding.judgements],
        "readings": [_alternative(each) for each in finding.readings],
        "versions": [_alternative(each) for each in finding.versions],
        "answers": [_alternative(each) for each in finding.answers],
        "met_by": [_flip(each) for each in finding.met_by],
        "comparisons": [_comparison(each) for each in finding.comparisons],
        "suggest": visible(finding.suggest),
        "shown_inside": visible(finding.shown_inside),
        "points_against": finding.points_against,
        "asks": [visible(id_) for id_ in finding.asks],
    }


def _authorities(citation: Citation, check: Check) -> list[Json]:
    return [
        {
            "id": visible(id_),
            "citation": visible(citation.text),
            "url": visible(used.url) if (used := check.authorities.get(id_)) is not None else "",
            "words": visible(used.words) if used is not None else "",
        }
        for id_ in citation.authorities
    ]


def _paragraph(number: str, paragraph: Paragraph) -> Json:
    return {"number": number, "text": plain(paragraph), "spans": [_span(span) for span in paragraph]}


def _span(span: Span) -> Json:
    match span:
        case Text():
            return {"text": span.text}
        case Quote():
            return {"quote": span.words, "place": _place(span.place)}
        case Cite():
            return {"cite": span.text, "authority": span.authority}
        case Gap():
            return {"gap": True}


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    numbers = {
        name: number
        for name in ("table", "row", "column", "paragraph", "page", "line")
        if (number := getattr(place, name))
    }
    return {"file": visible(place.file), "part": visible(place.part), **numbers, "words": visible(place.words)}


def _value(value: Value | date | None) -> Any:  # noqa: ANN401  (JSON values are of any kind)
    match value:
        case Days() if value.known_day is not None:
            return value.known_day.isoformat()
        case Days():
            return {
                "first": value.first.isoformat() if value.first is not None else None,
                "last": value.last.isoformat() if value.last is not None else None,
            }
        case date():
            return value.isoformat()
        case tuple():
            return [visible(str(each)) for each in value]
        case str():
            return visible(value)
        case _:
            return value


def _operand(operand: Operand) -> Json:
    return {
        "role": operand.role,
        "said": visible(operand.said),
        "owner": visible(operand.owner),
        "pointer": visible(operand.pointer),
        "state": operand.state.value,
        "value": _value(operand.value),
        "place": _place(operand.place),
        "versions": [
            {"value": _value(value), "place": _place(place), "said_by": visible(said_by)}
            for value, place, said_by in operand.versions
        ],
    }


def _reason(reason: Reason | None) -> Json | None:
    if reason is None:
        return None
    return {
        "kind": reason.kind,
        "truth": reason.truth.value,
        "causes": [cause.value for cause in reason.causes],
        "decisive": reason.decisive,
        "detail": _detail(reason.detail),
        "operands": [_operand(each) for each in reason.operands],
        "parts": [_reason(part) for part in reason.parts],
        "rule": {"file": visible(reason.span.file), "line": reason.span.line},
    }


def _detail(detail: Mapping[str, str | int]) -> Json:
    return {key: visible(value) if isinstance(value, str) else value for key, value in sorted(detail.items())}


def _exception(report: ExceptionReport, check: Check) -> Json:
    return {
        "id": visible(report.id),
        "title": visible(report.title),
        "use": report.use.value,
        "authorities": [each for citation in report.citations for each in _authorities(citation, check)],
        "claimed_by": visible(report.claimed_by),
        "claimed_at": _place(report.claimed_at),
        "reasons": _reason(report.reason),
    }


def _judgement(report: JudgementReport) -> Json:
    return {
        "name": report.name,
        "question": visible(report.question),
        "about": visible(report.about),
        "decided_by": [visible(who) for who in report.decided_by],
        "standing": report.standing.value,
        "answer": visible(report.answer),
        "answered_by": visible(report.answered_by),
        "answered_on": report.answered_on.isoformat() if report.answered_on is not None else None,
        "place": _place(report.answer_place),
        "lapsed": visible(report.lapsed),
        "for_yes": [_reason(each) for each in report.for_yes],
        "for_no": [_reason(each) for each in report.for_no],
    }


def _alternative(side: Alternative) -> Json:
    return {
        "kind": side.kind,
        "name": visible(side.name),
        "choice": visible(side.choice),
        "place": _place(side.place),
        "said_by": visible(side.said_by),
        "outcome": side.outcome.value,
        "reasons": _reason(side.reason),
    }


def _flip(way: Flip) -> Json:
    return {
        "kind": way.kind,
        "said": visible(way.said),
        "owner": visible(way.owner),
        "value": visible(way.value),
        "by": way.by.isoformat() if way.by is not None else None,
        "gap": way.gap,
        "way": way.way,
    }


def _comparison(comparison: Comparison) -> Json:
    return {
        "rule": comparison.rule,
        "relation": comparison.relation,
        "law_outcome": comparison.law_outcome.value if comparison.law_outcome is not None else None,
        "law": visible(comparison.law_citation.text),
        "contrary_now": comparison.contrary_now,
    }
