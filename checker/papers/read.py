"""One paper, read as what it was recognised to be."""

from __future__ import annotations

from dataclasses import replace

from checker.facts import Fact, State
from checker.intake.blocks import Document
from checker.papers.advice_report import advice_of
from checker.papers.details import details_of
from checker.papers.letter import letter_of
from checker.papers.lines import Line, parts_of
from checker.papers.minutes import minutes_of
from checker.papers.paper import Kind, Paper, Recognised
from checker.papers.review_report import review_of
from checker.wording.entries import Lexicon


def read_paper(document: Document, recognised: Recognised, lexicon: Lexicon) -> Paper:
    """Return what a document says, read as ``recognised`` says it is. A plan has a reader of its own."""
    parts = parts_of(document)
    running = [Line(p.text, p.place) for p in (*document.headers, *document.footnotes) if p.text.strip()]
    details = details_of(parts, running, letter=recognised.kind is Kind.LETTER)
    if recognised.kind is not Kind.REVIEW:
        details.pop("recommendation", None)
    if recognised.kind is not Kind.LETTER:
        # "Outcome" or "Decision" labels an outcome of a plan, or a case that may be another child's.
        details.pop("decided", None)
    # A paper has no sections that its headers and footers could be kept apart from.
    notes = tuple(note for note in document.notes if "headers and footers" not in note)
    paper = Paper(document.name, recognised, details, notes=notes, unplaced=document.unread)
    if recognised.kind is Kind.ADVICE:
        advised = advice_of(parts, lexicon)
        return replace(
            paper,
            needs=advised.needs,
            provision=advised.provision,
            outcomes=advised.outcomes,
            notes=(*notes, *advised.notes),
        )
    if recognised.kind is Kind.LETTER:
        letter = letter_of(parts, recognised.of, details)
        return replace(paper, told=letter.told, details=_with(details, letter.details))
    if recognised.kind is Kind.REVIEW:
        review = review_of(parts, details)
        return replace(
            paper, progress=review.progress, details=_with(details, review.details), notes=(*notes, *review.notes)
        )
    if recognised.kind is Kind.MINUTES:
        minutes = minutes_of(parts)
        notes += () if minutes.cases else ("we found no case in it: the cases may stand there in other words",)
        return replace(paper, cases=minutes.cases, details=_with(details, minutes.details), notes=notes)
    return paper


def _with(details: dict[str, Fact], more: dict[str, Fact]) -> dict[str, Fact]:
    """Return the details with those that only this kind of paper has; a labelled value is kept."""
    joined = dict(details)
    for name, fact in more.items():
        held = joined.get(name)
        if held is None or held.state is not State.KNOWN or (name in ("present", "recommendation") and fact.versions):
            joined[name] = fact
    return joined
