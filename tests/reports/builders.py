"""Short hands for building findings by hand: places, operands, reasons and findings with sensible rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.facts import Days, Place, State
from checker.findings import (
    About,
    Alternative,
    Ask,
    Cause,
    ExceptionReport,
    ExceptionUse,
    Finding,
    Flag,
    JudgementReport,
    Operand,
    Outcome,
    Reason,
    Standing,
    Truth,
)
from dsl.tree import Citation, Span

SPAN = Span("standards/topics/assessment.standard", 12, 3, 14, 20)
TRUE, FALSE, UNDECIDED = Truth.TRUE, Truth.FALSE, Truth.UNDECIDED

PLAN = "ana-example-plan.docx"
RECORD = "record.yaml"


def d(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def on(year: int, month: int, day: int) -> Days:
    return Days.on(date(year, month, day))


def in_plan(part: str, words: str = "", **numbers: int) -> Place:
    return Place(PLAN, part, words=words, **numbers)


def in_record(line: int, words: str = "") -> Place:
    return Place(RECORD, line=line, words=words)


def op(role: str, said: str, owner: str = "", value: Any = None, **more: Any) -> Operand:
    state = more.pop("state", State.KNOWN if value is not None else State.NOT_STATED)
    pointer = more.pop("pointer", f"/{owner or said}".replace(" ", "_"))
    place = more.pop("place", None)
    return Operand(role, said, owner, pointer, state, value, place, more.pop("versions", ()))


def because(
    kind: str,
    truth: Truth,
    *operands: Operand,
    parts: tuple[Reason, ...] = (),
    causes: tuple[Cause, ...] = (),
    decisive: bool = True,
    **detail: str | int,
) -> Reason:
    return Reason(kind, truth, causes, operands, parts, decisive, SPAN, detail)


def cites(text: str, *ids: str) -> Citation:
    return Citation(text, ids or (text,))


def about(label: str = "", place: Place | None = None, title: str = "") -> About:
    return About(f"/plan/{label}", label, title, place)


def exception(
    id_: str, title: str, use: ExceptionUse, citation: str, reason: Reason | None = None, **more: Any
) -> ExceptionReport:
    return ExceptionReport(
        id_, title, use, (cites(citation),), more.get("claimed_at"), more.get("claimed_by", ""), reason
    )


def judgement(name: str, question: str, label: str, standing: Standing, **more: Any) -> JudgementReport:
    return JudgementReport(
        name=name,
        question=question,
        about=label,
        decided_by=more.get("decided_by", ("local authority", "panel", "tribunal")),
        standing=standing,
        answer=more.get("answer", ""),
        answered_by=more.get("answered_by", ""),
        answered_on=more.get("answered_on"),
        answer_place=more.get("answer_place"),
        lapsed=more.get("lapsed", ""),
        consider=more.get("consider", ()),
        for_yes=more.get("for_yes", ()),
        for_no=more.get("for_no", ()),
    )


def reading(
    name: str,
    choice: str,
    outcome: Outcome,
    reason: Reason,
    said_by: str = "",
    kind: str = "reading",
    place: Place | None = None,
) -> Alternative:
    return Alternative(kind, name, choice, place, said_by, outcome, reason)


def ask(
    id_: str, question: str, of: str, items: tuple[str, ...], settles: tuple[str, ...], rank: int, **more: Any
) -> Ask:
    return Ask(
        id_, more.get("kind", "card"), question, of, items, more.get("place"), more.get("standing"), settles, rank
    )


def finding(rule: str, label: str, title: str, outcome: Outcome, source: Citation, **more: Any) -> Finding:
    tail = label.lower().replace(" ", "_") if label.startswith("Section") else label
    values: dict[str, Any] = {
        "id": f"{rule}:{tail}" if label else rule,
        "rule": rule,
        "title": title,
        "topic": "plan-content",
        "outcome": outcome,
        "flags": (),
        "standing": None,
        "force": "must",
        "status": "in force",
        "party": "local authority",
        "about": about(label),
        "source": source,
        "see": (),
        "relevant_date": d(2026, 6, 8),
        "causes": (),
        "reason": None,
        "trigger": None,
        "lines": (),
        "exceptions": (),
        "guards": (),
        "judgements": (),
        "readings": (),
        "versions": (),
        "met_by": (),
        "comparisons": (),
        "asks": (),
        "suggest": "",
        "reason_recorded": None,
        "shown_inside": "",
        "points_against": False,
    }
    return Finding(**(values | more))


__all__ = ["Flag"]
