"""Files in, a case out. What a file is, is told from its content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from checker.case import CaseFile
from checker.document_used import DocumentUsed
from checker.intake.answers import AnswersReading, read_answers
from checker.intake.folder.assemble import assemble, join
from checker.intake.folder.files_said import Said, read_files_said, says_files, strangers
from checker.intake.folder.under_test import PlanFile, WrongUsage
from checker.intake.limits import Problem, Refused, check_plan_words, check_text_size, shown
from checker.intake.plan.files import plan_file
from checker.intake.record.reading import RECORD_KEYS, RecordReading, read_record
from checker.intake.sniff import is_pdf, is_zip, other_kind
from checker.intake.subject.reading import SUBJECTS, SubjectReading, facts_of, read_subject, subject_case, subject_of
from checker.intake.yaml_nodes import YamlFile, read_yaml, readable_text

if TYPE_CHECKING:
    from checker.intake.blocks import Document
    from checker.intake.folder.recognising import Told
    from checker.papers.paper import Paper
    from checker.rulebook.library import Library
    from dsl.vocabulary import Thing

_PLAN_KEYS = frozenset({"title", "status", "details", "sections"})
_ANSWER_KEYS = frozenset({"answers", "departures"})
_ANSWERS_BEGIN = re.compile(r"^(?:answers|departures)\s*:", re.MULTILINE)
_PLAN_BEGINS = re.compile(
    r"^plan\s*:[^\n]*(?:\n[ \t#][^\n]*|\n)*?\n[ \t]+(?:title|status|details|sections)\s*:", re.MULTILINE
)
_SUBJECTS_BEGIN = {
    subject.file: re.compile(rf"^(?:{'|'.join(subject.parts)})\s*:", re.MULTILINE) for subject in SUBJECTS
}
_CALLED_PLAN = re.compile(r"(?<![a-z])(?:ehc ?)?plan(?![a-z])|(?<![a-z])ehcp(?![a-z])", re.IGNORECASE)
_NOT_A_FILE_USED = "this is not a plan, a case record, a file about an area or a school, or a file of answers"
_RECORD_BEGINS = re.compile(rf"^(?:{'|'.join(RECORD_KEYS)})\s*:", re.MULTILINE)


class Unreadable(Exception):  # noqa: N818  (what the file is, in the words of the design)
    """The document under test or the record cannot be read; the text names file, line and reason."""

    def __init__(self, refusals: Sequence[Refused]) -> None:
        """Make it of the refusals of one file or more."""
        self.refusals = tuple(refusals)
        super().__init__("\n".join(str(refusal) for refusal in refusals))


@dataclass
class _Read:
    """What has been read so far, and what was refused: ``plan``, ``record``, ``area`` …, or ``unknown``.

    ``said`` is what a person says the files are, ``told`` the Word and PDF files with what each was taken for.
    """

    said: dict[str, Said] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    plans: list[PlanFile] = field(default_factory=list)
    records: list[RecordReading] = field(default_factory=list)
    answers: list[AnswersReading] = field(default_factory=list)
    subjects: list[SubjectReading] = field(default_factory=list)
    documents: list[DocumentUsed] = field(default_factory=list)
    refused: list[tuple[str, DocumentUsed, Refused]] = field(default_factory=list)


def load(
    files: Sequence[tuple[str, bytes]],
    as_at: date,
    document: str = "",
    library: Library | None = None,
) -> CaseFile:
    """Return the case that ``files`` (name and bytes of each) make, to be checked as at ``as_at``.

    A file about an area or a school is checked itself where no file of a child's case is
    given, and stands beside the case where one is.

    ``document`` names the plan under test where several are given. ``library`` gives the
    vocabulary; without it, it is read off the models, and the words of the plan are not
    scanned. The order of the files changes nothing. Raises :class:`Unreadable` if the
    document under test or the record cannot be read, and
    :class:`checker.intake.folder.under_test.WrongUsage` if the files do not make one case. Any
    other file that cannot be read is among the documents, with its problem: of an
    unreadable Word or PDF file only its name can tell whether it may be the plan.
    """
    if not files:
        msg = "give at least one file: a plan, a record or both"
        raise WrongUsage(msg)
    vocabulary = library.names.things if library else _vocabulary()
    read = _Read()
    notes = _what_is_said(read, files)
    for name, data in sorted(files):
        if name.rpartition("/")[2] not in read.left_out:
            _read(read, name, data, vocabulary)
    papers, said = _sort_documents(read, document, library)
    _stop_if_unreadable(read, document)
    documents = [*read.documents, *(used for _, used, _ in read.refused)]
    documents.sort(key=lambda used: (used.kind, used.name))
    beside = _subjects(read, document)
    if beside and not (read.plans or read.records):
        return subject_case(beside, read.answers, _numbered(documents))
    documents += [each.document for each in beside]
    documents.sort(key=lambda used: (used.kind, used.name))
    try:
        case = assemble(read.plans, read.records, read.answers, _numbered(documents), vocabulary, as_at, document)
    except Refused as refusal:
        raise Unreadable([refusal]) from None
    if beside:
        case = replace(case, facts={**facts_of(beside), **case.facts})
    case = replace(case, papers=papers, notes=(*notes, *said, *case.notes))
    if papers:
        case = _with_letters(case)
    if library is None:
        return case
    from checker.intake.scanning import scan_case  # noqa: PLC0415  (a record alone has no words to scan)

    settings = [setting for record in read.records for setting in record.settings]
    people = [person for record in read.records for person in record.people]
    case = scan_case(case, library.lexicon, settings, people)
    if not papers and len(read.plans) < 2:  # noqa: PLR2004  (nothing stands beside the plan)
        return case
    from checker.comparing.suggestions import suggestions  # noqa: PLC0415  (most cases have no papers)

    return replace(case, suggestions=suggestions(case))


def _with_letters(case: CaseFile) -> CaseFile:
    """Return the case with what its letters tell; a letter that contradicts the record makes a fact disputed."""
    from checker.papers.facts import facts_of_papers  # noqa: PLC0415  (most cases have no papers)

    named = case.facts.get("/child/name")
    told = facts_of_papers(case.papers, str(named.value) if named is not None and named.versions else "")
    # What a letter in the files holds is not "not in these files", even where no one could tell what it says.
    facts = {pointer: fact for pointer, fact in case.facts.items() if fact.versions or pointer not in told}
    join(facts, told)
    return replace(case, facts=dict(sorted(facts.items())))


def _subjects(read: _Read, document: str) -> list[SubjectReading]:
    """Return the files about areas and schools that are used together: those of one kind, the kind of ``document``."""
    kinds = {each.subject.kind for each in read.subjects}
    if len(kinds) < 2 or read.plans or read.records:  # noqa: PLR2004  (two kinds are one too many)
        return read.subjects
    named = [each for each in read.subjects if document in (each.document.name, each.document.name.rpartition("/")[2])]
    if not named:
        msg = "these files are about an area and about a school: say which to test with `--document`"
        raise WrongUsage(msg)
    return [each for each in read.subjects if each.subject is named[0].subject]


def _vocabulary() -> Mapping[str, Thing]:
    from checker.rulebook.vocabulary import build_vocabulary  # noqa: PLC0415  (it builds on the models, which are slow)

    return {thing.name: thing for thing in build_vocabulary().things}


def _read(read: _Read, name: str, data: bytes, things: Mapping[str, Thing]) -> None:
    kind = "unknown"
    try:
        if is_zip(data) or is_pdf(data) or (data and other_kind(data)):
            said = read.said.get(name.rpartition("/")[2])
            kind = said.kind.value if said and said.kind else "document"
            _told(read, name, data, said)
            return
        check_text_size(data, name)
        text, notes = readable_text(data)
        kind = _kind_of_text(text)
        _text(read, name, data, text, notes, things)
    except Refused as refusal:
        read.refused.append((kind, _used(kind, name, data, problem=str(refusal)), refusal))


def _told(read: _Read, name: str, data: bytes, said: Said | None) -> None:
    from checker.intake.folder.recognising import told_of  # noqa: PLC0415  (a record alone needs no reader of documents)

    read.told.append(told_of(read_document(name, data), hashlib.sha256(data).hexdigest(), said))


def _sort_documents(read: _Read, document: str, library: Library | None) -> tuple[tuple[Paper, ...], list[str]]:
    """Read the documents that are plans as plans; return the others as papers, and what there is to say of them all."""
    if not read.told:
        return (), []
    from checker.intake.folder.documents_given import sort_documents  # noqa: PLC0415  (a record alone needs no such reader)

    lexicon = library.lexicon if library else None
    given = sort_documents(read.told, read.plans, document, records=len(read.records), lexicon=lexicon)
    read.plans = given.plans
    read.documents += given.documents
    read.refused += given.refused
    return tuple(given.papers), given.notes


def _what_is_said(read: _Read, files: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
    """Read what a person says the files are, before anything else; return what there is to say of it."""
    for name, data in sorted(files):
        if is_zip(data) or other_kind(data) or not says_files(data[:200_000].decode("utf-8", "replace")):
            continue
        try:
            check_text_size(data, name)
            more = read_files_said(read_yaml(data), name)
        except Refused as refusal:
            raise Unreadable([refusal]) from None
        read.said.update(more)
        read.left_out.append(name.rpartition("/")[2])
        read.documents.append(_used("files", name, data))
    left_out = [name for name, said in read.said.items() if said.kind is None]
    read.left_out += left_out
    given = [name for name, _ in files]
    here = {name.rpartition("/")[2] for name in given}
    notes = [
        f"{shown(name)} was left out, as {read.said[name].place.file} says on line {read.said[name].place.line}"
        for name in left_out
        if name in here
    ]
    return (*strangers(read.said, given), *notes)


def read_document(name: str, data: bytes) -> Document:
    """Return the document in a Word or a PDF file: which it is, its content says.

    Raises :class:`checker.intake.limits.Refused` if it cannot be read.
    """
    if is_pdf(data):
        from checker.intake.pdf import read_pdf  # noqa: PLC0415  (most plans are Word files)

        return read_pdf(data, name)
    from checker.intake.word.read import read_word  # noqa: PLC0415

    return read_word(data, name)


def _text(read: _Read, name: str, data: bytes, text: str, notes: tuple[str, ...], things: Mapping[str, Thing]) -> None:
    from checker.intake.record.tables import is_table, read_table  # noqa: PLC0415  (most cases hold no table)

    if is_table(text):
        read.records.append(read_table(text, name, things))
        read.documents.append(_used("record", name, data, notes))
        return
    file = read_yaml(data)
    keys = set(file.root.map) if file.root else set()
    meant = _kind_of_text(text) if file.problems else ""
    if meant == "unknown" and not _typed(name):
        raise Refused(name, [Problem(_NOT_A_FILE_USED)])  # a letter or a message: how YAML is indented is no help
    if keys & _ANSWER_KEYS or meant == "answers":
        read.answers.append(read_answers(file, name))
        read.documents.append(_used("answers", name, data, file.notes))
    elif (subject := subject_of(keys)) and not keys & set(RECORD_KEYS):
        used = _used(subject.file, name, data, file.notes)
        read.subjects.append(read_subject(file, subject, used, things))
    elif file.root and _PLAN_KEYS & set(file.root.map.get("plan", file.root).map) and "plan" in keys:
        read.plans.append(_typed_plan(file, name, data))
    elif keys & set(RECORD_KEYS) or file.problems:
        read.records.append(read_record(file, name, things))
        read.documents.append(_used("record", name, data, file.notes))
    else:
        raise Refused(name, [Problem(_NOT_A_FILE_USED)])


def _typed(name: str) -> bool:
    """Tell by its name whether a text was typed for this program; a message kept with the case was not."""
    return name.lower().endswith((".yaml", ".yml", ".csv", ".tsv"))


def _typed_plan(file: YamlFile, name: str, data: bytes) -> PlanFile:
    from checker.intake.plan.reading import read_typed_plan  # noqa: PLC0415  (most plans are Word files)
    from checker.intake.word.left_in import left_in_words  # noqa: PLC0415  (most plans are Word files)

    if file.problems or file.root is None:
        raise Refused(name, file.problems)
    check_plan_words(data, name)
    reading = read_typed_plan(file.root, name)
    return plan_file(name, hashlib.sha256(data).hexdigest(), reading, file.notes, left_in_words(reading.facts))


def _kind_of_text(text: str) -> str:
    """Return what a text was meant to be, for one that may be too damaged to read."""
    start = text[:200_000]
    if _ANSWERS_BEGIN.search(start):
        return "answers"
    if _PLAN_BEGINS.search(start):
        return "plan"
    if _RECORD_BEGINS.search(start):
        return "record"
    return next((kind for kind, begins in _SUBJECTS_BEGIN.items() if begins.search(start)), "unknown")


def _stop_if_unreadable(read: _Read, document: str) -> None:
    """Raise for a file that was, or may have been, the record or the document under test."""
    plan_named = any(document and document in (plan.name, plan.name.rpartition("/")[2]) for plan in read.plans)
    fatal = [
        refusal
        for kind, used, refusal in read.refused
        if kind in ("record", *_SUBJECTS_BEGIN)
        or (kind == "plan" and not plan_named)
        or (kind == "document" and not plan_named and (not read.plans or _CALLED_PLAN.search(used.name)))
        or (kind == "unknown" and not (read.records or read.subjects or (read.plans and not _typed(used.name))))
        or (document and document == used.name)
    ]
    if fatal:
        raise Unreadable(fatal)


def _used(kind: str, name: str, data: bytes, notes: tuple[str, ...] = (), problem: str = "") -> DocumentUsed:
    return DocumentUsed(
        id="",
        kind=kind,
        stage="",
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        under_test=False,
        notes=notes,
        unplaced=(),
        problem=problem,
    )


def _numbered(documents: Sequence[DocumentUsed]) -> list[DocumentUsed]:
    """Return the documents with an id each: its kind, numbered from the second on."""
    counted: dict[str, int] = {}
    numbered = []
    for used in documents:
        counted[used.kind] = counted.get(used.kind, 0) + 1
        number = counted[used.kind]
        numbered.append(replace(used, id=used.kind if number == 1 else f"{used.kind}-{number}"))
    return numbered


__all__ = ["Unreadable", "WrongUsage", "load", "read_document"]
