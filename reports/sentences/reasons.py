"""A reason as steps: one sentence for each condition, with the sentences beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.evaluation.truth import is_limit
from checker.findings import JudgementReport, Operand, Reason, Truth
from reports.sentences import deadlines
from reports.sentences.conditions import CONDITIONS, judged
from reports.sentences.deadlines import operand
from reports.sentences.facts import fact, is_absent, together
from reports.sentences.figures import amount, in_unit
from reports.spans import Paragraph, plain, sentence, visible
from reports.words import uncoded

_BRANCHES = ("and", "or", "not", "defined_condition", "as_at", "to_each", "between", "exception_applies")
# Kinds whose own sentence need not name every fact they weighed.
_WEIGHED = ("compare", "age", "covers", "overlaps_limit")
_MOST = 4
_HEADS = {
    ("and", Truth.TRUE): "All of these are needed, and each is so:",
    ("and", Truth.FALSE): "All of these are needed, and not every one is so:",
    ("and", Truth.UNDECIDED): "All of these are needed, and what was read does not settle every one:",
    ("or", Truth.TRUE): "One of these is enough, and one is so:",
    ("or", Truth.FALSE): "One of these would be enough, and none is so:",
    ("or", Truth.UNDECIDED): "One of these would be enough, and what was read does not settle it:",
    ("not", Truth.TRUE): "This must not be so, and it is not:",
    ("not", Truth.FALSE): "This must not be so, and it is:",
    ("not", Truth.UNDECIDED): "This must not be so, and what was read does not settle it:",
    ("between", Truth.TRUE): "Both of these are needed, and both are so:",
    ("between", Truth.FALSE): "Both of these are needed, and not both are so:",
    ("between", Truth.UNDECIDED): "Both of these are needed, and what was read does not settle both:",
    ("to_each", Truth.TRUE): "It is owed to each of these, and was done for each:",
    ("to_each", Truth.FALSE): "It is owed to each of these, and was not done in time for each:",
    ("to_each", Truth.UNDECIDED): "It is owed to each of these, and what was read does not settle it for each:",
}


@dataclass(frozen=True)
class Step:
    """A numbered sentence of an explanation, and what stands beneath it."""

    paragraph: Paragraph
    parts: tuple[Step, ...] = ()


Judgements = Mapping[str, JudgementReport]


def step(reason: Reason, judgements: Judgements) -> Step:
    """Return the reason in sentences, every condition of it and every fact it read."""
    parts = tuple(step(part, judgements) for part in reason.parts)
    match reason.kind:
        case "happens":
            beneath = tuple(Step(paragraph) for paragraph in deadlines.working(reason))
            return Step(leaf(reason, judgements), beneath + parts)
        case "not" if _forbids_an_act(reason):
            return Step(deadlines.outside(reason.parts[0]), parts[0].parts)
        case "not" | "defined_condition" if len(parts) == 1 and not _title(reason):
            return parts[0]
        case "some":
            return Step(leaf(reason, judgements), parts)
        case _:
            own = plain(leaf(reason, judgements))
            given = tuple(map(Step, deadlines.given_by(reason, amount(reason, "against_figure"))))
            beneath = tuple(
                Step(paragraph)
                for each in (in_unit(each, _unit(reason)) for each in reason.operands)
                if reason.kind in _WEIGHED and _adds(each) and plain(paragraph := fact(each)) != own
            )
            # A condition on one fact says all of it in its own sentence.
            return Step(leaf(reason, judgements), given + (beneath if len(beneath) > 1 else ()) + parts)


def _unit(reason: Reason) -> str:
    """Return the unit that every number of a comparison is in, where it needs saying."""
    unit = str(reason.detail.get("unit", ""))
    return unit if unit.startswith("pence") else ""


def _forbids_an_act(reason: Reason) -> bool:
    """Tell whether the reason is that an act must not fall on or before a day."""
    part = reason.parts[0] if reason.kind == "not" and len(reason.parts) == 1 else None
    return part is not None and part.kind == "happens" and part.detail.get("form") in {"before", "by", "on or before"}


def _adds(each: Operand) -> bool:
    return bool(each.pointer and each.said)


def leaf(reason: Reason, judgements: Judgements) -> Paragraph:
    """Return the one sentence of a condition, without what stands beneath."""
    match reason.kind:
        case "not" if _forbids_an_act(reason):
            return deadlines.outside(reason.parts[0])
        case "happens":
            return deadlines.happens(reason)
        case "has_happened":
            return deadlines.has_happened(reason)
        case "as_soon_as_practicable":
            return deadlines.practicable(reason)
        case "judged":
            return judged(reason, judgements)
        case "always":
            return sentence("nothing more is asked")
        case "as_at":
            on = deadlines.written(operand(reason, "on", "day", "against", "value", "start")) or visible(
                str(reason.detail.get("day", "that day"))
            )
            return sentence(f"as things stood on {on}:")
        case "defined_condition":
            title = _title(reason) or "what the words mean here"
            return sentence(f"{title}: {_TRUTHS[reason.truth]}")
        case kind if (kind, reason.truth) in _HEADS and (reason.parts or not reason.operands):
            return sentence(_HEADS[kind, reason.truth])
        case kind if kind in CONDITIONS:
            return CONDITIONS[kind](reason)
        case _:
            return fact(reason.operands[0]) if reason.operands else sentence("what was read does not settle it")


_TRUTHS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNDECIDED: "not settled by what was read"}


def _title(reason: Reason) -> str:
    return visible(uncoded(str(reason.detail.get("definition", ""))))


def key_reasons(reason: Reason) -> tuple[Reason, ...]:
    """Return the conditions that fix the result, each once, in the order of the rule."""
    if _forbids_an_act(reason):
        return (reason,)
    if reason.kind == "some" and (found := _showing(reason)):
        return tuple(key for part in found for key in key_reasons(part))
    if reason.kind not in _BRANCHES or not reason.parts:
        return (reason,)
    # What is settled otherwise than the whole did not settle it, though the result rests on it too.
    chosen = [part for part in reason.parts if part.decisive and (reason.kind == "not" or part.truth is reason.truth)]
    if reason.kind == "or" and any(_is_late(part) for part in chosen):
        # Where one of two endings came late, the other that never came says nothing.
        chosen = [part for part in chosen if _is_late(part) or not is_limit(part)]
    if not chosen and reason.kind != "not":
        chosen = [part for part in reason.parts if part.truth is reason.truth]
    return tuple(found for part in chosen or reason.parts for found in key_reasons(part))


def _is_late(reason: Reason) -> bool:
    return "days_late" in reason.detail or any(_is_late(part) for part in reason.parts)


_SHOWN_BY = {
    ("some", Truth.TRUE): Truth.TRUE,
    ("no", Truth.FALSE): Truth.TRUE,
    ("every", Truth.FALSE): Truth.FALSE,
}


def _showing(reason: Reason) -> tuple[Reason, ...]:
    """Return the items that alone fix the result of a list, at most three; none where all of them do."""
    truth = _SHOWN_BY.get((str(reason.detail.get("quantifier", "")), reason.truth))
    found = tuple(part for part in reason.parts if part.truth is truth)
    return found[: 1 if truth is Truth.TRUE else 3]


def key_sentences(reason: Reason, judgements: Judgements) -> tuple[Paragraph, ...]:
    """Return the sentences that fix the result: at most four, silences of one thing told together."""
    silent: dict[tuple[str, str], list[Operand]] = {}
    order: list[tuple[Reason, tuple[str, str] | None]] = []
    for each in key_reasons(reason):
        missing = each.operands[0] if each.kind == "stated" and each.operands and is_absent(each.operands[0]) else None
        key = (missing.owner, missing.state.value) if missing is not None else None
        if key is None or key not in silent:
            order.append((each, key))
        if key is not None and missing is not None:
            silent.setdefault(key, []).append(missing)
    result: list[Paragraph] = []
    for each, key in order:
        group = silent[key] if key is not None else []
        result.append(together(tuple(group)) if len(group) > 1 else leaf(each, judgements))
    unique = {plain(paragraph): paragraph for paragraph in result}
    return tuple(unique.values())[:_MOST]
