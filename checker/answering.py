"""Who may know what an item of provision leaves open: the author of advice in its field, else the school.

It is told from words alone: a profession named in the item and in the entry of an author.
Where nothing is named, or no advice of that profession is listed, nobody is guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.case import CaseFile
from checker.facts import Days, Fact, Place, State
from checker.intake.record.coverage import keys_at

_FIELDS = tuple(
    (re.compile(rf"\b(?:{item})", re.IGNORECASE), re.compile(rf"\b(?:{author})", re.IGNORECASE))
    for item, author in (
        (r"speech|language therap|SALT\b|SLT\b", r"speech|SALT\b|SLT\b"),
        (r"occupational therap|OT\b|sensory diet", r"occupational therap|OT\b"),
        (r"physio", r"physio"),
        (r"educational psycholog|EP\b", r"(?:educational )?psychology|psychologist|EP\b"),
        (r"teacher of the deaf|hearing|audiolog|radio aid", r"teacher of the deaf|hearing|audiolog"),
        (r"vision|visual impairment|QTVI\b|braille", r"vision|visual|QTVI\b"),
        (r"CAMHS\b|mental health", r"CAMHS\b|mental health"),
        (r"social worker|short breaks?\b|social care", r"social care|social work|children'?s services"),
        (r"nurs|paediatric|medic", r"nurs|paediatric|medical|health"),
    )
)
_SCHOOL = re.compile(
    r"\b(?:school|nursery|college|class\b|teach(?:er|ing assistant)|TAs?\b|SENCO|key ?adult|tutor|staff\b"
    r"|adult support)",
    re.IGNORECASE,
)
_OF_SCHOOL = re.compile(r"\b(?:school|nursery|college|academy|head|SENCO|early years)", re.IGNORECASE)
_PROVISION = ("section_f", "section_g", "section_h1", "section_h2")


@dataclass(frozen=True)
class Answerer:
    """Somebody who may be asked: the name as printed, the day of the advice, the items it may bear on."""

    name: str
    dated: Days | None
    place: Place | None
    items: tuple[str, ...]
    school: bool = False


@dataclass(frozen=True)
class _Author:
    name: str
    words: str
    dated: Days | None
    place: Place | None


def who_can_answer(case: CaseFile) -> tuple[Answerer, ...]:
    """Return who may be asked about the provision of the document under test, in the order of its items."""
    authors = (*_listed(case, f"{case.under_test}/section_k"), *_listed(case, "/advice"))
    school = next((each for each in authors if _OF_SCHOOL.search(each.words)), None) or _present(case)
    found: dict[tuple[str, bool], tuple[_Author, list[str]]] = {}
    for section in _PROVISION:
        for key in keys_at(case.facts, f"{case.under_test}/{section}"):
            base = f"{case.under_test}/{section}/{key}"
            words = " ".join(
                _text(case.facts.get(f"{base}/{field}")) for field in ("wording", "deliverer", "qualification")
            )
            fields = [by for item, by in _FIELDS if item.search(words)]
            author = next((each for by in fields for each in authors if by.search(each.words)), None)
            is_school = not fields and school is not None and bool(_SCHOOL.search(words))
            author = school if is_school else author
            if author is not None:
                found.setdefault((author.name, is_school), (author, []))[1].append(key)
    return tuple(
        Answerer(author.name, author.dated, author.place, tuple(items), school)
        for (_, school), (author, items) in found.items()
    )


def _listed(case: CaseFile, pointer: str) -> Iterator[_Author]:
    for key in keys_at(case.facts, pointer):
        named = case.facts.get(f"{pointer}/{key}/author")
        if named is None or named.state is not State.KNOWN:
            continue
        words = " ".join(_text(case.facts.get(f"{pointer}/{key}/{field}")) for field in ("kind", "role", "author"))
        dated = case.facts.get(f"{pointer}/{key}/dated")
        day = dated.value if dated is not None and dated.versions and isinstance(dated.value, Days) else None
        yield _Author(_text(named), words, day, named.where)


def _present(case: CaseFile) -> _Author | None:
    fact = case.facts.get("/child/present_setting")
    return _Author(_text(fact), "", None, fact.where) if fact is not None and fact.state is State.KNOWN else None


def _text(fact: Fact | None) -> str:
    return str(fact.value) if fact is not None and fact.state is State.KNOWN and isinstance(fact.value, str) else ""
