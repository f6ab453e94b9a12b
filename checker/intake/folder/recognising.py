"""What each Word or PDF file was taken for, and how a person corrects it. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.facts import Place
from checker.intake.blocks import Document
from checker.intake.folder.files_said import FILE, Said, line_for
from checker.intake.limits import shown
from checker.intake.plan.sections import find_sections
from checker.papers.paper import Kind, Recognised
from checker.papers.recognise import recognise

_LONGEST = 80
_SECTIONS_OF_A_PLAN = 5


@dataclass(frozen=True)
class Told:
    """A document, what it was taken for, and what a person said it is (None if nobody said)."""

    document: Document
    sha256: str
    recognised: Recognised
    said: Said | None


def told_of(document: Document, sha256: str, said: Said | None) -> Told:
    """Return what a document is: what a person says of it, else what its words tell."""
    if said is not None and said.kind is not None:
        return Told(document, sha256, Recognised(said.kind, said.of, said.place, sure=True), said)
    recognised = recognise(document)
    if not recognised.sure:
        recognised = _by_its_sections(document) or recognised
    return Told(document, sha256, recognised, None)


def _by_its_sections(document: Document) -> Recognised | None:
    """Return a document as a plan where, read as one, it has the sections of one, such as in the heads of a grid."""
    headings = find_sections(document.blocks).headings
    if len({code for heading in headings for code in heading.codes}) < _SECTIONS_OF_A_PLAN:
        return None
    return Recognised(Kind.PLAN, "", replace(headings[0].place, words=headings[0].words), sure=True)


def plans_among(told: Sequence[Told], named: str, *, plans: int, records: int) -> frozenset[str]:
    """Return the names of the files that are read as plans.

    ``named`` is the file the user names as the plan, ``plans`` and ``records`` how many
    typed plans and records there are beside. A file that could not surely be told is a
    plan only where it is the one file there is, or where no other is and it has headings
    of a plan: a letter taken for a plan would be a plan with every section missing.
    """
    sure = {
        each.document.name
        for each in told
        if (each.recognised.kind is Kind.PLAN and each.recognised.sure)
        or (named and named in (each.document.name, each.document.name.rpartition("/")[2]))
    }
    if sure or plans:
        return frozenset(sure)
    likely = [each.document.name for each in told if each.recognised.kind is Kind.PLAN]
    if likely:
        return frozenset(likely)
    alone = len(told) == 1 and not records and not told[0].recognised.sure
    return frozenset({told[0].document.name} if alone else ())


def told_note(told: Told, *, plan: bool, stage: str = "") -> str:
    """Return the note that says what a file was taken for, by what words, and how to correct it."""
    recognised, name = told.recognised, told.document.name
    kind = Kind.PLAN if plan else recognised.kind
    alone = name.rpartition("/")[2]
    what = f"{_a(kind)}, {recognised.of}" if recognised.of and not plan else _a(kind)
    if told.said is not None:
        return f"{what}, as {shown(told.said.place.file)} says on line {told.said.place.line}"
    by = f" by “{shown(recognised.place.words, _LONGEST)}” ({_at(recognised.place)})" if recognised.place.words else ""
    here = line_for(alone, kind, "" if plan else recognised.of, stage)
    if plan and recognised.kind is not Kind.PLAN:
        return f"read as the plan, because it is the only document given; if it is none, say so in {FILE}"
    if kind is Kind.OTHER or (recognised.kind is Kind.PLAN and not plan):
        line = line_for(alone, Kind.OTHER)
        return f"{_UNTOLD}: complete this line under `files:` in {FILE}: `{line}`"
    if recognised.sure:
        return f"taken for {what}{by}"
    return f"taken for {what}{by}, but not surely: say what it is under `files:` in {FILE}, such as `{here}`"


def is_sure(told: Told, *, plan: bool) -> bool:
    """Return whether nobody need look at what a file was taken for: its words told it, or a person said it."""
    if told.said is not None:
        return True
    as_read = Kind.PLAN if plan else told.recognised.kind
    return told.recognised.sure and as_read is told.recognised.kind and as_read is not Kind.OTHER


_UNTOLD = "it could not be told what this is, and it was not used"


def _a(kind: Kind) -> str:
    return {Kind.ADVICE: "an advice report", Kind.MINUTES: "minutes of a panel"}.get(kind, f"a {kind.value}")


def _at(place: Place) -> str:
    counts = (
        (place.page, "page"),
        (place.table, "table"),
        (place.row, "row"),
        (place.paragraph, "paragraph"),
        (place.line, "line"),
    )
    return ", ".join(f"{what} {count}" for count, what in counts if count) or place.part or "outside the body"
