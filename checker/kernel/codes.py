"""Truth, causes, states and outcomes as small integers, read off the tables of the explaining evaluator.

Truth values are ordered as Kleene's *and* and *or* need them: *and* takes the least, *or*
the greatest, *not* turns the order round. Causes are bits in the order in which the first
of them speaks, so that the lowest bit of a set is the cause that gives the outcome.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from checker.evaluation.days import CAUSE_OF
from checker.evaluation.outcome import CAUSE_WORDS, is_false_word, is_true_word, rank
from checker.evaluation.outcome import undecided as undecided_outcome
from checker.evaluation.truth import LEAST_FIRST
from checker.facts import State
from checker.findings import Cause, Outcome, Truth

Column = NDArray[Any]

FALSE: Final = LEAST_FIRST.index(Truth.FALSE)
UNDECIDED: Final = LEAST_FIRST.index(Truth.UNDECIDED)
TRUE: Final = LEAST_FIRST.index(Truth.TRUE)

CAUSES: Final = tuple(cause for cause, _ in CAUSE_WORDS)
BIT: Final = {cause: 1 << index for index, cause in enumerate(CAUSES)}
NOT_APPLICABLE: Final = BIT[Cause.NOT_APPLICABLE]
NOT_STATED: Final = BIT[Cause.NOT_STATED]
NOT_COVERED: Final = BIT[Cause.NOT_COVERED]
NOT_FOUND: Final = BIT[Cause.NOT_FOUND]
JUDGEMENT: Final = BIT[Cause.JUDGEMENT]
OPEN_LAW: Final = BIT[Cause.OPEN_LAW]
DISPUTED: Final = BIT[Cause.DISPUTED]
NOT_YET_DUE: Final = BIT[Cause.NOT_YET_DUE]

STATES: Final = tuple(State)
STATE: Final = {state: index for index, state in enumerate(STATES)}
KNOWN: Final = STATE[State.KNOWN]
NOT_HAPPENED: Final = STATE[State.NOT_HAPPENED]
SILENT: Final = STATE[State.NOT_STATED]
UNCOVERED: Final = STATE[State.NOT_COVERED]
INAPPLICABLE: Final = STATE[State.NOT_APPLICABLE]

OUTCOMES: Final = tuple(Outcome)
OUTCOME: Final = {outcome: index for index, outcome in enumerate(OUTCOMES)}
MET: Final = OUTCOME[Outcome.REQUIREMENT_MET]
NOT_MET: Final = OUTCOME[Outcome.NOT_MET]
DOES_NOT_APPLY: Final = OUTCOME[Outcome.DOES_NOT_APPLY]
NOTHING_TO_CHECK: Final = OUTCOME[Outcome.NOTHING_TO_CHECK]

RANKS: Final[Column] = np.array([rank(outcome) for outcome in OUTCOMES], dtype=np.int8)
"""The place of an outcome among the worst, by its code."""
TRUE_WORD: Final[Column] = np.array([is_true_word(outcome) for outcome in OUTCOMES])
FALSE_WORD: Final[Column] = np.array([is_false_word(outcome) for outcome in OUTCOMES])


def causes_by_state(otherwise: Cause) -> Column:
    """Return the cause each state of a fact gives, by its code; ``otherwise`` for a state that has none."""
    return np.array([BIT[CAUSE_OF.get(state, otherwise)] for state in STATES], dtype=np.int16)


def _sets() -> Iterable[frozenset[Cause]]:
    for bits in range(1 << len(CAUSES)):
        yield frozenset(cause for cause in CAUSES if bits & BIT[cause])


OUTCOME_OF_CAUSES: Final[Column] = np.array([OUTCOME[undecided_outcome(held)] for held in _sets()], dtype=np.int8)
"""The outcome of an undecided condition, by the set of its causes."""


def _state_of(held: frozenset[Cause]) -> State:
    return next((state for state, cause in CAUSE_OF.items() if cause in held), State.NOT_FOUND)


STATE_OF_CAUSES: Final[Column] = np.array([STATE[_state_of(held)] for held in _sets()], dtype=np.int8)
"""The state of a day that a definition leaves undecided, by the set of causes."""
