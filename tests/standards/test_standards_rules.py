"""The rules that come with the program: they load, they rest on rows, and each has its examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from checker.rulebook.sources import Sources, SourcesRefused, read_sources
from checker.rulebook.vocabulary import build_vocabulary
from dsl.format import format_files
from dsl.load import load_book
from dsl.tree import Book, Happens, Rule
from dsl.walk import walk

STANDARDS = Path(__file__).parents[2] / "standards"
UNDECIDED = {"a-person-must-decide", "not-in-these-files", "met-on-one-reading", "disputed"}


def topics() -> dict[str, str]:
    """Return the rule files by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((STANDARDS / "topics").glob("*.standard"))}


def register() -> Sources:
    """Return the register of authorities."""
    return read_sources(files_of_sources())


def files_of_sources() -> dict[str, object]:
    """Return the files of the register, parsed."""
    paths = sorted((STANDARDS / "sources").glob("*.yaml"))
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="module")
def book() -> Book:
    """Return the rule book."""
    sources = register()
    loaded = load_book(topics(), build_vocabulary(sources.instruments, sources.authorities))
    assert loaded.book is not None, loaded.diagnostics
    return loaded.book


def test_every_rule_exception_and_guard_stands_under_the_row_it_carries() -> None:
    row = re.compile(r"^# .*\b([A-Z]{1,4}\d\d|G-[A-Z]+-\d\d|ST-[A-Z-]+-\d\d|SEED-[A-Z-]+-\d\d)")
    for name, text in topics().items():
        blocks = text.split("\n\n")
        for block in blocks:
            lines = block.splitlines()
            head = next((n for n, line in enumerate(lines) if re.match("(rule|exception|guard) ", line)), None)
            if head is not None:
                assert any(row.match(line) for line in lines[:head]), f"{name}: {lines[head]}"


def test_every_rule_has_an_example_each_way_and_one_left_open(book: Book) -> None:
    for id_ in book.rules:
        outcomes = {example.expect for example in book.examples if example.rule == id_}
        kept = {"requirement-met", "followed", "would-meet", "condition-met"}
        # What no law and no guidance asks for is never met: there is nothing to report.
        assert outcomes & (kept if book.rules[id_].status != "practice" else {"nothing-to-check"}), id_
        if id_ != "OTHER-SECTIONS-ACCOUNTED-FOR":
            against = {"not-met", "departed-from", "would-not-meet", "worth-checking", "condition-not-met"}
            assert outcomes & against, id_
        assert outcomes & UNDECIDED, id_


def test_every_time_limit_has_a_month_end_and_a_leap_day_among_its_examples(book: Book) -> None:
    for rule in book.rules.values():
        if not _has_period(rule):
            continue
        days = [day for example in book.examples if example.rule == rule.id for day in _days(repr(example))]
        assert (2, 29) in days, rule.id
        assert {(1, 31), (2, 28), (5, 31)} & set(days), rule.id


def test_every_exception_is_tried_made_out_and_left_open(book: Book) -> None:
    for exception in book.exceptions.values():
        examples = [each for each in book.examples if each.rule in {line.rule for line in exception.to}]
        assert examples, exception.id
        if exception.must_be_shown and exception.id != "EARLY-ISSUE-AGREED":
            claiming = [each for each in examples if f"'{exception.id}'" in repr(each)]
            assert claiming, exception.id


def test_a_duty_in_force_rests_on_an_enactment_and_names_its_own_first_day(book: Book) -> None:
    for rule in book.rules.values():
        if rule.status == "in force":
            assert rule.in_force_from is not None, rule.id


def test_what_is_never_quoted_is_not_quoted() -> None:
    for id_, authority in register().used.items():
        if authority.kind in ("proposal", "pilot") or not authority.verified:
            assert not authority.words, id_
        assert len(authority.words.split()) <= 20, id_
        assert authority.gist.endswith("."), id_
        assert authority.known_from_summaries or authority.kind != "case" or "UKUT 187" in authority.citation, id_


def test_a_guidance_record_carries_no_must() -> None:
    assert not [each.id for each in register().authorities if each.kind == "guidance" and "must" in each.forces]


def test_every_authority_on_file_is_cited(book: Book) -> None:
    cited: set[str] = set()
    for part in (
        book.rules,
        book.exceptions,
        book.guards,
        book.judgements,
        book.readings,
        book.definitions,
        book.checklists,
    ):
        cited |= {id_ for each in walk(tuple(part.values())) for id_ in getattr(each, "authorities", ())}
    cited |= {reading.settled_by for reading in book.readings.values()}
    assert set(register().used) - cited == set()


def test_the_rules_are_written_as_the_formatter_writes_them() -> None:
    assert format_files(topics()) == topics()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "cfa2014-s44-1"}, "stands twice"),
        ({"id": "x", "instrument": "nowhere"}, "is in no instrument of the register"),
        ({"id": "x", "kind": "blog"}, "has the kind `blog`"),
        ({"id": "x", "status": "law"}, "has the status `law`"),
        ({"id": "x", "forces": ["shall"]}, "has a force"),
        ({"id": "x", "verified": False}, "is not verified, so its words are not printed"),
        ({"id": "x", "words": "word " * 21}, "quotes more than 20 words"),
        ({"id": "x", "colour": "red"}, "has an unknown `colour`"),
    ],
)
def test_the_register_refuses_what_it_may_not_hold(change: dict[str, object], said: str) -> None:
    entry = {
        "id": "x",
        "instrument": "cfa2014",
        "citation": "Children and Families Act 2014, s 1",
        "address": "",
        "kind": "enactment",
        "status": "in force",
        "forces": ["must"],
        "owed_by": "",
        "gist": "A gist.",
        "words": "a few words",
        "verified": True,
    }
    with pytest.raises(SourcesRefused, match=re.escape(said)):
        read_sources({**files_of_sources(), "more.yaml": {"authorities": [{**entry, **change}]}})


def _has_period(rule: Rule) -> bool:
    return any(isinstance(each, Happens) and type(each.limit).__name__ == "Within" for each in walk(rule.duty))


def _days(text: str) -> list[tuple[int, int]]:
    return [(int(month), int(day)) for month, day in re.findall(r"datetime\.date\(\d+, (\d+), (\d+)\)", text)]
