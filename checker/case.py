"""A case as the evaluator takes it: the overlay of facts, the documents, the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.document_used import DocumentUsed
from checker.facts import Facts, Place
from checker.left_in_file import Left

if TYPE_CHECKING:
    from checker.comparing.suggestion import Suggestion
    from checker.papers.paper import Paper


@dataclass(frozen=True)
class Answer:
    """A person's answer to a judgement.

    ``about`` is the label of the item judged (empty for the case as a whole), ``words``
    the words that were judged, ``words_sha256`` their hash: changed words lapse the
    answer. ``capacity`` is ``local authority``, ``panel`` or ``tribunal``. After ``until``
    it no longer counts.
    """

    judgement: str
    about: str
    words: str
    words_sha256: str
    answer: bool
    by: str
    capacity: str
    on: date
    because: str
    until: date | None
    exception: str
    """For a judgement inside an exception: its id and the rule's, ``AWAY-FOUR-WEEKS/FINAL-PLAN-20-WEEKS``."""
    place: Place


@dataclass(frozen=True)
class Departure:
    """A reason recorded for departing from guidance on an item."""

    rule: str
    about: str
    reason: str
    by: str
    on: date | None
    place: Place


@dataclass(frozen=True, eq=False)
class CaseFile:
    """Everything the files say. Compared by identity: it is one reading of one set of files.

    ``under_test`` is the root of the document under test (``/final_plan``), or empty for a
    case with no plan. A pointer ``/plan/…`` means that document. ``kind`` is the kind of
    subject it is: rules of another kind are not run on it.
    """

    facts: Facts
    documents: tuple[DocumentUsed, ...]
    under_test: str
    answers: tuple[Answer, ...] = ()
    departures: tuple[Departure, ...] = ()
    complete_to: date | None = None
    notes: tuple[str, ...] = ()
    kind: str = "ehc plan"
    papers: tuple[Paper, ...] = ()
    """What was read from the papers beside the plan."""
    suggestions: tuple[Suggestion, ...] = ()
    """Where the papers, or another plan, seem to differ from the plan under test."""
    left: tuple[Left, ...] = ()
    """What was left in the file of the plan under test that its readers should not see."""
