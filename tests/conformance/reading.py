"""Reads a conformance file: rules in the language, cases as facts, and what each must give."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from ledger import with_ledger

from checker.case import Answer, CaseFile, Departure
from checker.facts import Days, Fact, Place, State, Version
from checker.rulebook.library import Library
from checker.rulebook.names import names_of
from checker.rulebook.prepared import beyond_judgement, prepare_rules
from checker.rulebook.vocabulary import build_vocabulary
from dsl.load import load_book
from dsl.vocabulary import Authority, Instrument
from sendcheck import load_standards

standards_once = cache(load_standards)

AUTHORITIES = (
    Authority("act-s1", "Act, s 1", "enactment", "in force", ("must", "must not", "may")),
    Authority("act-s2", "Act, s 2", "enactment", "in force", ("must", "must not", "may")),
    Authority("code-1", "Code, para 1", "guidance", "guidance", ("should", "should normally")),
    Authority("paper-1", "Green Paper, para 1", "proposal", "superseded", ("must", "should")),
    Authority("pilot-1", "Pilot, para 1", "pilot", "piloted", ("must", "should")),
    Authority("case-a-v-b-2020", "A v B [2020]", "case", "in force", ("must",)),
)
INSTRUMENTS = (
    Instrument("act", "Act", "Act"),
    Instrument("code", "Code", "Code"),
    Instrument("paper", "Green Paper", "Green Paper"),
    Instrument("pilot", "Pilot", "Pilot"),
)
_PLACE = Place("case.yaml", words="the words")


def library_of(rules: str) -> Library:
    """Return a rule book of the rules of one conformance file, with the lexicon that comes with the program."""
    vocabulary = with_ledger(build_vocabulary(INSTRUMENTS, AUTHORITIES))
    loaded = load_book({"conformance.standard": rules}, vocabulary)
    assert loaded.book is not None, loaded.diagnostics
    standards = standards_once()
    return Library(
        book=loaded.book,
        names=names_of(vocabulary),
        prepared=prepare_rules(loaded.book),
        beyond_judgement=beyond_judgement(loaded.book),
        authorities={},
        lexicon=standards.lexicon,
        bank_holidays=standards.bank_holidays,
        version="conformance",
        sha256="",
    )


def case_of(data: dict[str, Any]) -> CaseFile:
    """Return the case that the facts, answers and departures of a conformance case give."""
    facts = {pointer: _fact(value) for pointer, value in data.get("facts", {}).items()}
    answers = tuple(_answer(each) for each in data.get("answers", ()))
    departures = tuple(
        Departure(each["rule"], each.get("about", ""), each["reason"], "the authority", None, _PLACE)
        for each in data.get("departures", ())
    )
    return CaseFile(MappingProxyType(facts), (), data.get("under_test", "/final_plan"), answers, departures)


def _fact(value: Any) -> Fact:
    if not isinstance(value, dict):
        return Fact(State.KNOWN, (Version(_value(value), _PLACE),))
    if "items" in value:
        keys = tuple(str(key) for key in value["items"])
        return Fact(State.KNOWN, (Version(keys, _PLACE),), complete=value.get("complete", True))
    if "disputed" in value:
        versions = tuple(
            Version(_value(each), Place(f"source-{n}.yaml"), f"source {n}")
            for n, each in enumerate(value["disputed"], 1)
        )
        return Fact(State.DISPUTED, versions)
    if "from" in value or "to" in value:
        return Fact(State.KNOWN, (Version(Days(value.get("from"), value.get("to")), _PLACE),))
    if "codes" in value:
        return Fact(State.KNOWN, (Version(tuple(value["codes"]), _PLACE),))
    if value["state"] == "happened":
        return Fact(State.KNOWN, (Version(Days(None, None), _PLACE),))
    return Fact(State(value["state"]), place=_PLACE, through=value.get("through"))


def _value(value: Any) -> Any:
    return Days.on(value) if isinstance(value, date) else value


def _answer(data: dict[str, Any]) -> Answer:
    return Answer(
        judgement=data["judgement"],
        about=data.get("about", ""),
        words="",
        words_sha256="",
        answer=data["answer"],
        by=data.get("by", "the panel"),
        capacity=data.get("capacity", "local authority"),
        on=data.get("on", date(2026, 1, 1)),
        because="",
        until=data.get("until"),
        exception=data.get("exception", ""),
        place=_PLACE,
    )


def files() -> list[Path]:
    """Return the conformance files."""
    return sorted(Path(__file__).parent.glob("*.yaml"))


def read(path: Path) -> dict[str, Any]:
    """Return a conformance file as data."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data
