"""The result of a check: everything a report needs. Data only; every sentence is made from it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checker.answering import Answerer
from checker.before_sending import BeforeSending
from checker.comparing.suggestion import Suggestion
from checker.disputes import Dispute
from checker.document_used import DocumentUsed
from checker.findings import Ask, AuthorityUsed, Finding, MissingDate
from checker.papers.paper import Paper


@dataclass(frozen=True)
class Check:
    """The whole result of checking one case.

    ``as_at_given`` is false when the command filled in today's date. ``presumed`` lists
    the exceptions and guards taken to be absent because no file says anything of them.
    ``supposed`` is the set of proposals brought to the front, or empty.
    """

    as_at: date
    as_at_given: bool
    subject: str
    """The name of the child, the authority or the school as the files give it, or empty."""
    rule_book: str
    rule_book_sha256: str
    documents: tuple[DocumentUsed, ...]
    findings: tuple[Finding, ...]
    asks: tuple[Ask, ...]
    missing: tuple[MissingDate, ...]
    presumed: tuple[tuple[str, str], ...]
    authorities: Mapping[str, AuthorityUsed]
    notes: tuple[str, ...]
    kind: str = "ehc plan"
    """What was checked: a child's case, an area or a school, as rules call it."""
    disputes: tuple[Dispute, ...] = ()
    """The schedule: each dispute, most settling first, with the findings that turn on it."""
    supposed: str = ""
    papers: tuple[Paper, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    before_sending: BeforeSending | None = None
    """What to look at before a document not yet sent goes out; None for one that was."""
    answering: tuple[Answerer, ...] = ()
    """Who may know what an item of provision leaves open."""
