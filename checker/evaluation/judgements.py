"""Judgements: whose question it is, what was answered, and what points where.

An answer attaches to the words judged. Changed words lapse it, an expired one no longer
counts, a tribunal's prevails over an authority's, and two of equal standing that differ
are disputed. Keys of ``detail``: ``judgement``, ``question``, ``wanted``, ``answer``,
``answered_by``, ``lapsed``, ``about`` (the pointer judged), ``label``.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.case import Answer
from checker.evaluation.evaluate import evaluate
from checker.evaluation.scope import Bound, Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.facts import Place, State
from checker.findings import Cause, JudgementReport, Operand, Reason, Standing, Truth
from checker.varied import varied
from checker.wording.same_words import words_sha256
from dsl.tree import Judged, Judgement, Ref

PREVAILS = ("tribunal", "panel", "local authority", "governing body")


@dataclass(frozen=True)
class Answered:
    """What has been answered: the answer that counts, a conflict, or why one no longer counts."""

    answer: Answer | None
    conflict: bool
    lapsed: str


_UNANSWERED = Answered(None, conflict=False, lapsed="")


def judged(node: Judged, scope: Scope) -> Reason:
    """Return the reason for "is judged J": the answer, or an open question."""
    judgement = scope.library.book.judgements[node.judgement]
    about, label, place = _subject(node.subject, scope)
    detail: dict[str, str | int] = {
        "judgement": judgement.name,
        "question": judgement.question,
        "wanted": "yes" if node.wanted else "no",
        "about": about,
        "label": label,
    }
    if scope.exception:
        detail["exception"] = scope.exception
    operands: tuple[Operand, ...] = (Operand("item", scope.said(node.subject), label, about, State.KNOWN, None, place),)
    words = scope.fact(f"{about}/wording") if about.startswith("/") else None
    if words is not None and words.versions:
        # An answer attaches to the words: they are among what it rests on.
        operands += (Operand("words", "the words", label, f"{about}/wording", words.state, None, words.where),)
    if scope.assume_judged:
        return reason("judged", node.span, TRUE, (), operands, detail={**detail, "assumed": "yes"})
    if (judgement.name, about) in scope.supposed:
        held = scope.supposed[judgement.name, about] is node.wanted
        return reason("judged", node.span, TRUE if held else FALSE, (), operands, detail={**detail, "supposed": "yes"})
    answered = answer_to(judgement.name, about, label, scope)
    if answered.conflict:
        return reason(
            "judged", node.span, UNDECIDED, (Cause.DISPUTED,), operands, detail={**detail, "answer": "two answers"}
        )
    if answered.answer is None:
        if answered.lapsed:
            detail["lapsed"] = answered.lapsed
        return reason("judged", node.span, UNDECIDED, (Cause.JUDGEMENT,), operands, detail=detail)
    given = answered.answer
    detail |= {"answer": "yes" if given.answer else "no", "answered_by": given.by}
    held = given.answer is node.wanted
    return reason("judged", node.span, TRUE if held else FALSE, (), operands, detail=detail)


def _subject(ref: Ref, scope: Scope) -> tuple[str, str, Place | None]:
    pointer = scope.pointer(ref)
    if ref.base and not ref.steps:
        bound = scope.bindings[ref.base]
        words = scope.fact(f"{bound.pointer}/wording") if bound.pointer else None
        return bound.pointer or bound.code, bound.code, words.where if words else None
    return pointer, "", None


def answer_to(judgement: str, about: str, label: str, scope: Scope) -> Answered:
    """Return what was answered to a judgement about an item, as at the day of the check."""
    given = [each for each in scope.case.answers if each.judgement == judgement and each.on <= scope.as_at]
    if not given:
        return _UNANSWERED
    words = scope.fact(f"{about}/wording") if about.startswith("/") else None
    now = words_sha256(str(words.value)) if words and words.state is State.KNOWN else ""
    lapsed = ""
    counted: list[Answer] = []
    for answer in given:
        if scope.exception and answer.exception not in ("", scope.exception, f"{scope.exception}/{scope.rule}"):
            continue
        if not _same_item(answer, label, now):
            continue
        if answer.until is not None and answer.until < scope.as_at:
            lapsed = f"the answer of {answer.by} counted until {answer.until.isoformat()}"
        elif answer.words_sha256 and answer.words_sha256 != now and (answer.words or now):
            # What has no words of its own, a section or a plan, is judged without any.
            lapsed = _why_lapsed(answer, now)
        else:
            counted.append(answer)
    if not counted:
        return Answered(None, False, lapsed)
    first = min(PREVAILS.index(each.capacity) for each in counted)
    highest = [each for each in counted if PREVAILS.index(each.capacity) == first]
    if len({each.answer for each in highest}) > 1:
        return Answered(None, True, lapsed)
    return Answered(max(highest, key=lambda each: each.on), False, lapsed)


def _why_lapsed(answer: Answer, now: str) -> str:
    if not answer.words:
        return f"the answer of {answer.by} does not give the words that were judged"
    changed = "the words have changed since" if now else "no file given holds the words that"
    return f"{changed} {answer.by} answered"


def _same_item(answer: Answer, label: str, now: str) -> bool:
    # Renumbering F4 to F5 does not lapse an answer: the words are what was judged.
    if answer.words_sha256 and now and answer.words_sha256 == now:
        return True
    return answer.about.casefold() == label.casefold()


def report(found: Reason, scope: Scope) -> JudgementReport:
    """Return the report on the judgement a ``judged`` reason asked for."""
    judgement = scope.library.book.judgements[str(found.detail["judgement"])]
    about, label = str(found.detail["about"]), str(found.detail["label"])
    for_yes, for_no = pointers(judgement, about, label, scope)
    answered = answer_to(judgement.name, about, label, scope)
    return JudgementReport(
        name=judgement.name,
        question=judgement.question,
        about=about,
        decided_by=judgement.decided_by,
        standing=standing_of(for_yes, for_no),
        answer=("yes" if answered.answer.answer else "no") if answered.answer else "",
        answered_by=answered.answer.by if answered.answer else "",
        answered_on=answered.answer.on if answered.answer else None,
        answer_place=answered.answer.place if answered.answer else None,
        lapsed=answered.lapsed,
        consider=tuple((each.text, each.citation) for each in judgement.consider),
        for_yes=for_yes,
        for_no=for_no,
    )


def pointers(
    judgement: Judgement, about: str, label: str, scope: Scope
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return the pointers that hold, to yes and to no."""
    inner = scope
    if judgement.var and about:
        thing = scope.thing(judgement.over[0]) if judgement.over else ""
        inner = varied(scope.bind(judgement.var, Bound(about, label, label, thing)))
    held = [(pointer.to_yes, evaluate(pointer.when, inner)) for pointer in judgement.points]
    true = [(to_yes, found) for to_yes, found in held if found.truth is Truth.TRUE]
    return tuple(found for to_yes, found in true if to_yes), tuple(found for to_yes, found in true if not to_yes)


def standing_of(for_yes: tuple[Reason, ...], for_no: tuple[Reason, ...]) -> Standing:
    """Return what the pointers that hold show together."""
    if for_yes and for_no:
        return Standing.BOTH_WAYS
    if for_no:
        return Standing.AGAINST
    return Standing.NOTHING_AGAINST if for_yes else Standing.NOTHING_TO_GO_ON
