"""What would follow from each answer to a judgement that leaves a finding open.

A condition is not read again for it: the reason is, with the judgement's truth put in.
Only where an exception might speak once the duty is false is the finding run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from checker.evaluation.outcome import undecided
from checker.evaluation.requirement import Tested
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, joined
from checker.findings import Alternative, Cause, Outcome, Reason, Truth
from checker.varied import varied

MOST_JUDGEMENTS = 3
"""Judgements of one finding whose answers are followed: a finding that asks more says what each question is."""

_LINKS = frozenset({"related", "some"})
_Key = tuple[str, str]


def answers_of(base: Tested, run: Callable[[Scope], Tested], scope: Scope) -> tuple[Alternative, ...]:
    """Return what would follow from each answer, one judgement at a time; nothing for a finding that is not open."""
    if base.outcome is not Outcome.A_PERSON_MUST_DECIDE or Cause.JUDGEMENT not in base.causes:
        return ()
    asked: dict[_Key, Reason] = {}
    # What follows from an answer inside an exception is said where the exception is told.
    for each in (found for root in (base.duty, base.trigger) if root is not None for found in _open(root)):
        asked.setdefault(_key(each), each)
    found: list[Alternative] = []
    for key, reason in list(asked.items())[:MOST_JUDGEMENTS]:
        for answer in (True, False):
            outcome = _outcome(base, key, answer=answer)
            if outcome is None:
                outcome = run(varied(scope, supposed=MappingProxyType({**scope.supposed, key: answer}))).outcome
            label = str(reason.detail["label"])
            found.append(Alternative("judgement", key[0], "yes" if answer else "no", None, label, outcome, base.duty))
    return tuple(found)


def _open(root: Reason) -> Iterator[Reason]:
    if root.kind == "judged" and Cause.JUDGEMENT in root.causes:
        yield root
    for part in root.parts:
        yield from _open(part)


def _key(judged: Reason) -> _Key:
    return str(judged.detail["judgement"]), str(judged.detail["about"])


def _outcome(base: Tested, key: _Key, *, answer: bool) -> Outcome | None:
    """Return the outcome worked out from the reason alone, or None where the finding has to be run again."""
    if base.trigger is not None and base.trigger.truth is UNDECIDED:
        return None
    held = _with(base.duty, key, answer=answer)
    if held is None or (held[0] is FALSE and (base.exceptions or base.guards)):
        return None
    truth, causes = held
    if truth is UNDECIDED:
        return undecided(causes)
    return Outcome.REQUIREMENT_MET if truth is TRUE else Outcome.NOT_MET


def _with(reason: Reason, key: _Key, *, answer: bool) -> tuple[Truth, tuple[Cause, ...]] | None:
    """Return the truth of a reason with one judgement answered, and its causes; None if its kind is not known here."""
    if reason.kind == "judged":
        if _key(reason) != key or Cause.JUDGEMENT not in reason.causes:
            return reason.truth, reason.causes
        return (TRUE if answer is (reason.detail["wanted"] == "yes") else FALSE), ()
    if reason.kind not in ("and", "or"):
        return None if any(_key(each) == key for each in _open(reason)) else (reason.truth, reason.causes)
    beside = any(part.kind == "judged" and _key(part) == key for part in reason.parts)
    held: list[tuple[Truth, tuple[Cause, ...]]] = []
    for part in reason.parts:
        found = _with(part, key, answer=answer)
        if found is None:
            return None
        # A judgement beside a link asks the same question: its answer settles the link too.
        link = reason.kind == "or" and beside and part.kind in _LINKS and Cause.JUDGEMENT in part.causes
        held.append((FALSE, ()) if link else found)
    decides = FALSE if reason.kind == "and" else TRUE
    if any(truth is decides for truth, _ in held):
        return decides, ()
    left = [causes for truth, causes in held if truth is UNDECIDED]
    if not left:
        return (TRUE if reason.kind == "and" else FALSE), ()
    return UNDECIDED, joined([varied(reason, causes=causes) for causes in left])
