"""From truth, causes, force and status to the one word a reader sees.

One table. ``sendcheck explain outcomes`` prints it; nothing else decides an outcome word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.findings import Cause, Outcome, Truth


@dataclass(frozen=True)
class Words:
    """The words of one class of requirement: when its condition is true, and when it is false."""

    title: str
    statuses: tuple[str, ...]
    forces: tuple[str, ...]
    true: Outcome | None
    false: Outcome


MUST = ("must", "must not", "may only")
SHOULD = ("should", "should normally", "should not")

OUTCOMES: tuple[Words, ...] = (
    Words("law in force: must, must not, may only", ("in force",), MUST, Outcome.REQUIREMENT_MET, Outcome.NOT_MET),
    Words(
        "law in force or guidance: should", ("in force", "guidance"), SHOULD, Outcome.FOLLOWED, Outcome.DEPARTED_FROM
    ),
    Words(
        "a proposal, a pilot, or law not in force",
        ("proposed", "piloted", "superseded", "not yet in force"),
        MUST + SHOULD,
        Outcome.WOULD_MEET,
        Outcome.WOULD_NOT_MEET,
    ),
    Words(
        "a condition of grant", ("condition of grant",), MUST + SHOULD, Outcome.CONDITION_MET, Outcome.CONDITION_NOT_MET
    ),
    Words("local policy", ("local policy",), MUST + SHOULD, None, Outcome.DEPARTED_FROM_LOCAL_POLICY),
    Words("practice, or a source used by analogy", ("practice",), MUST + SHOULD, None, Outcome.WORTH_CHECKING),
)

CAUSE_WORDS: tuple[tuple[Cause, Outcome], ...] = (
    (Cause.DISPUTED, Outcome.DISPUTED),
    (Cause.NOT_COVERED, Outcome.NOT_IN_THESE_FILES),
    (Cause.NOT_STATED, Outcome.NOT_IN_THESE_FILES),
    (Cause.NOT_FOUND, Outcome.A_PERSON_MUST_DECIDE),
    (Cause.JUDGEMENT, Outcome.A_PERSON_MUST_DECIDE),
    (Cause.OPEN_LAW, Outcome.A_PERSON_MUST_DECIDE),
    (Cause.NOT_YET_DUE, Outcome.NOT_YET_DUE),
    (Cause.NOT_APPLICABLE, Outcome.DOES_NOT_APPLY),
)
"""What each cause of being undecided is called, in the order in which the first one speaks."""

WORST_FIRST: tuple[Outcome, ...] = (
    Outcome.NOT_MET,
    Outcome.DISPUTED,
    Outcome.NOT_IN_THESE_FILES,
    Outcome.A_PERSON_MUST_DECIDE,
    Outcome.NOT_YET_DUE,
    Outcome.MET_ON_ONE_READING,
    Outcome.REQUIREMENT_MET,
)
"""The order of several limits in one duty: ``and`` takes the first, ``or`` the last."""


@lru_cache(maxsize=256)
def words_for(force: str, status: str, *, by_analogy: bool = False) -> Words:
    """Return the words of a requirement with this force and status.

    Raises LookupError if the two do not go together; the rule book is refused at load
    before that can happen.
    """
    sought = "practice" if by_analogy else status
    for words in OUTCOMES:
        if sought in words.statuses and force in words.forces:
            return words
    msg = f"{status} does not carry {force}"
    raise LookupError(msg)


def decided(truth: Truth, words: Words) -> Outcome:
    """Return the outcome of a condition that is true or false."""
    if truth is Truth.TRUE:
        return words.true or Outcome.NOTHING_TO_CHECK
    return words.false


def undecided(causes: Iterable[Cause]) -> Outcome:
    """Return the outcome of an undecided condition: the first cause of :data:`CAUSE_WORDS` speaks."""
    held = set(causes)
    for cause, outcome in CAUSE_WORDS:
        if cause in held:
            return outcome
    return Outcome.A_PERSON_MUST_DECIDE


def is_true_word(outcome: Outcome) -> bool:
    """Tell whether ``outcome`` is a word for a condition that is true."""
    return outcome in _TRUE_WORDS


def is_false_word(outcome: Outcome) -> bool:
    """Tell whether ``outcome`` is a word for a condition that is false."""
    return outcome in _FALSE_WORDS


def rank(outcome: Outcome) -> int:
    """Return the place of ``outcome`` in :data:`WORST_FIRST`, every class of requirement alike."""
    if outcome in _FALSE_WORDS:
        return 0
    if outcome in _TRUE_WORDS:
        return len(WORST_FIRST) - 1
    return WORST_FIRST.index(outcome) if outcome in WORST_FIRST else len(WORST_FIRST)


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the worst of several outcomes; *does not apply* and *nothing to check* drop out."""
    return _pick(outcomes, last=False)


def best(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the best of several outcomes; *does not apply* and *nothing to check* drop out."""
    return _pick(outcomes, last=True)


def _pick(outcomes: Sequence[Outcome], *, last: bool) -> Outcome:
    counted = [o for o in outcomes if o not in (Outcome.DOES_NOT_APPLY, Outcome.NOTHING_TO_CHECK)]
    if not counted:
        return outcomes[0]
    return max(counted, key=rank) if last else min(counted, key=rank)


_TRUE_WORDS = frozenset(words.true for words in OUTCOMES if words.true)
_FALSE_WORDS = frozenset(words.false for words in OUTCOMES)
