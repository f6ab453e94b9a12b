"""The Word and PDF files of a case: which are plans, and what the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.document_used import DocumentUsed
from checker.intake.blocks import KEPT_APART
from checker.intake.folder.recognising import Told, is_sure, plans_among, told_note
from checker.intake.folder.under_test import PlanFile
from checker.intake.limits import Refused
from checker.intake.plan.files import at_stage, plan_file, without_doubles
from checker.intake.plan.reading import read_plan
from checker.intake.word.left_in import left_in
from checker.papers.paper import Kind, Paper

if TYPE_CHECKING:
    from checker.wording.entries import Lexicon


@dataclass
class Given:
    """What the documents are: plans, papers, how each paper stands in a report, and refusals with what was refused."""

    plans: list[PlanFile] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    documents: list[DocumentUsed] = field(default_factory=list)
    refused: list[tuple[str, DocumentUsed, Refused]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def sort_documents(
    told: Sequence[Told], typed: Sequence[PlanFile], named: str, *, records: int, lexicon: Lexicon | None
) -> Given:
    """Return what the documents are, ``typed`` being the plans typed as YAML beside them.

    ``named`` is the plan the user names, ``records`` how many records there are. Papers
    are read only with a ``lexicon``.
    """
    plans = plans_among(told, named, plans=len(typed), records=records)
    given = Given(plans=list(typed))
    for each in told:
        if each.document.name in plans:
            _plan(given, each, several=len(told) > 1)
            continue
        note = told_note(each, plan=False)
        sure = is_sure(each, plan=False)
        own = tuple(other for other in each.document.notes if not other.endswith(KEPT_APART))
        notes = own if sure else (note, *own)
        given.documents.append(_used(each, notes=notes, taken_for=note if sure else ""))
        if lexicon is not None and each.recognised.kind not in (Kind.OTHER, Kind.PLAN):
            from checker.papers.read import read_paper  # noqa: PLC0415  (a plan alone has no papers to read)

            given.papers.append(read_paper(each.document, each.recognised, lexicon))
    pdfs = {each.document.name for each in told if each.document.pages}
    given.plans, given.notes = without_doubles(given.plans, pdfs)
    return given


def _plan(given: Given, told: Told, *, several: bool) -> None:
    stage = told.said.stage if told.said else ""
    try:
        reading = read_plan(told.document)
        note = told_note(told, plan=True, stage=stage or reading.stage)
        said = several or told.said is not None or told.recognised.kind is not Kind.PLAN
        sure = is_sure(told, plan=True)
        plan = plan_file(
            told.document.name,
            told.sha256,
            reading,
            (note,) if said and not sure else (),
            left_in(told.document),
            note if said and sure else "",
        )
    except Refused as refusal:
        given.refused.append(("plan", _used(told, problem=str(refusal)), refusal))
        return
    given.plans.append(at_stage(plan, stage, told.recognised.place) if stage else plan)


def _used(told: Told, notes: tuple[str, ...] = (), problem: str = "", taken_for: str = "") -> DocumentUsed:
    kind = told.recognised.kind
    known = kind is not Kind.OTHER and (kind is not Kind.PLAN or bool(problem))
    return DocumentUsed(
        id="",
        kind=kind.value.replace(" ", "_") if known else "not_recognised",
        stage="",
        name=told.document.name,
        sha256=told.sha256,
        under_test=False,
        notes=notes,
        unplaced=(),
        problem=problem,
        taken_for=taken_for,
    )
