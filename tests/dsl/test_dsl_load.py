"""Loading a whole book about library loans: every form of the language, and what it becomes."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from pathlib import Path

import pytest
from library_vocabulary import VOCABULARY

from dsl import tree as t
from dsl.diagnostics import render
from dsl.load import load_book
from dsl.walk import walk

TEXT = (Path(__file__).parent / "lending.standard").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def book() -> t.Book:
    """The book of lending.standard."""
    loaded = load_book({"topics/lending.standard": TEXT}, VOCABULARY)
    assert not loaded.diagnostics, "\n".join(
        render(each, {"topics/lending.standard": TEXT}) for each in loaded.diagnostics
    )
    assert loaded.book is not None
    return loaded.book


def test_every_construct_is_used(book: t.Book) -> None:
    kinds = (
        book.rules,
        book.exceptions,
        book.guards,
        book.judgements,
        book.readings,
        book.definitions,
        book.checklists,
        book.tables,
        book.parameters,
        book.measures,
    )
    parts = [*(each for kind in kinds for each in kind.values()), *book.examples]
    used = {type(each).__name__ for part in parts for each in walk(part)}
    built = {name for name, each in vars(t).items() if is_dataclass(each) and each.__module__.startswith(t.__name__)}
    assert built - used == {"Span", "Book"}


def rule(book: t.Book, name: str) -> t.Rule:
    """A rule, asserted to be there."""
    return book.rules[name]


def test_a_duty_to_several_recipients_is_a_line_for_each(book: t.Book) -> None:
    duty = rule(book, "NOTICE-IN-TIME").duty
    assert isinstance(duty, t.ToEach)
    acts = [part.act for part in duty.parts if isinstance(part, t.Happens)]
    assert [(act.steps, act.to) for act in acts if isinstance(act, t.Ref)] == [
        (("loan", "notice", "sending"), "reader"),
        (("loan", "notice", "sending"), "branch"),
        (("loan", "notice", "sending"), "supplier"),
    ]
    first = duty.parts[0]
    assert isinstance(first, t.Happens)
    assert first.practicable
    assert isinstance(first.limit, t.Within)
    assert (first.limit.length, first.limit.start_counts) == (t.Length(3, "weeks"), False)
    assert isinstance(first.limit.start, t.DefinedValue)
    assert (first.limit.start.name, first.limit.start.subject.steps) == ("clock_start", ("loan",))


def test_the_head_of_a_rule(book: t.Book) -> None:
    found = rule(book, "NOTICE-IN-TIME")
    assert (found.topic, found.kind, found.stage) == ("lending", "loan", "closed")
    assert (found.in_force_from, found.in_force_until) == (date(1990, 1, 1), date(2040, 12, 31))
    assert (found.party, found.force, found.status) == ("lending library", "must", "in force")
    assert found.source == t.Citation("libact1990 s 2(1)", ("libact1990-s2-1",))
    assert found.see[0] == t.Citation("libact1990 s 2(2)", ("libact1990-s2-2-a", "libact1990-s2-2-b"))
    assert found.unless == ("AWAY", "BRANCH-CLOSED", "NEW-DAY")


@pytest.mark.parametrize(
    ("name", "force", "negated"),
    [
        ("NO-LENDING-IN-JUNE", "must not", True),
        ("YOUNG-READERS", "may only", False),
        ("QUIET-ROOM", "should not", True),
        ("ITEMS-DESCRIBED", "should normally", False),
        ("LETTER-TELLS", "should", False),
    ],
)
def test_forces(book: t.Book, name: str, force: str, negated: bool) -> None:  # noqa: FBT001
    assert rule(book, name).force == force
    assert isinstance(rule(book, name).duty, t.Not) is negated


def test_a_schedule_and_a_code_are_cited_by_number(book: t.Book) -> None:
    assert rule(book, "FAULTS-MENDED").source.authorities == ("libact1990-sch1-2",)
    assert rule(book, "QUIET-ROOM").source.authorities == ("libcode2005-3.1",)
    assert rule(book, "LETTER-TELLS").source.authorities == ("libcode2005-3.2-shelves",)


def test_a_thing_stands_for_its_own_event(book: t.Book) -> None:
    start = book.definitions["clock_start"]
    assert [each.value.steps for each in start.cases if isinstance(each.value, t.Ref)] == [
        ("loan", "lending"),
        ("joining",),
    ]
    assert start.otherwise is None
    happened = [each.when for each in start.cases]
    assert [
        (each.act.steps, each.negated)
        for each in happened
        if isinstance(each, t.HasHappened) and isinstance(each.act, t.Ref)
    ] == [
        (("loan", "lending"), False),
        (("loan", "lending"), True),
    ]


def test_a_bare_word_is_a_participle_before_it_is_a_name(book: t.Book) -> None:
    (last,) = (
        part for part in walk(rule(book, "CARDS").duty) if isinstance(part, t.Some) and part.quantifier == "exactly one"
    )
    assert isinstance(last.satisfies, t.HasHappened)
    assert last.satisfies.act == t.Ref("lent", ("lending",), last.satisfies.act.type, last.satisfies.act.span)  # type: ignore[union-attr]


def test_links_and_sections(book: t.Book) -> None:
    duty = rule(book, "FAULTS-MENDED").duty
    assert isinstance(duty, t.Or)
    some, judged = duty.parts
    assert isinstance(some, t.Some)
    assert [each.steps for each in some.lists] == [("loan", "section_a"), ("loan", "section_b")]
    assert isinstance(some.satisfies, t.Related)
    assert (some.satisfies.relation, some.satisfies.left.base, some.satisfies.right.base) == ("mends", "item", "fault")
    assert isinstance(judged, t.Judged)
    assert (judged.judgement, judged.subject.base, judged.wanted) == ("mended", "fault", True)


def test_a_loop_over_a_checklist(book: t.Book) -> None:
    (loop,) = rule(book, "LETTER-TELLS").loops
    assert (loop.var, loop.lists, loop.checklist) == ("matter", (), "letter_items")
    assert [each.steps for each in book.judgements["rightly_left_out"].over] == [("letter_items",)]
    entries = book.checklists["letter_items"].entries
    assert [each.citation.authorities for each in entries if each.citation] == [
        ("libcode2005-3.2-shelves",), ("libact1990-s1",), ("libcode2005-3.2-shelves",),
    ]  # fmt: skip
    assert (entries[1].from_day, entries[1].until_day) == (date(1995, 1, 1), date(2035, 1, 1))


def test_exceptions(book: t.Book) -> None:
    away, closed, new = (book.exceptions[name] for name in ("AWAY", "BRANCH-CLOSED", "NEW-DAY"))
    assert [(each.rule, each.reading) for each in away.to] == [
        ("NOTICE-IN-TIME", ""),
        ("RETURN-IN-TIME", "RULES-REACH-RETURNS"),
    ]
    assert (away.effect, away.must_be_shown, closed.effect, closed.must_be_shown) == (
        "lifts the time limit",
        True,
        "lifts the duty",
        False,
    )
    assert new.effect == "sets the time limit"
    assert isinstance(new.new_limit, t.Shift)


def test_guards_write_their_rules_out(book: t.Book) -> None:
    kept = book.guards["HOLIDAY"].rules
    assert "QUIET-ROOM" not in kept  # it checks the reading room
    assert "CARDS" not in kept  # it is excepted
    assert {"NOTICE-IN-TIME", "RETURN-IN-TIME"} <= set(kept)
    assert book.guards["STRIKE"].question == "Was it the strike?"


def test_readings(book: t.Book) -> None:
    assert book.readings["NOTICES-COUNT"].settled_by == "case-reader-v-library-2010"
    assert book.readings["RULES-REACH-RETURNS"].open_why == "The rule speaks only of notices."


def test_codes_of_a_definition_are_its_own(book: t.Book) -> None:
    card = book.definitions["right_card"]
    assert [each.value.value for each in card.cases if isinstance(each.value, t.Literal)] == ["full"]
    assert isinstance(card.otherwise, t.Literal)
    assert card.otherwise.value == "guest"


def test_an_example(book: t.Book) -> None:
    (example,) = book.examples
    assert (example.rule, example.as_at, example.expect, example.words) == (
        "NOTICE-IN-TIME",
        date(2026, 9, 1),
        "not-met",
        "1 day late",
    )
    facts = [each for each in example.given if isinstance(each, t.Given)]
    states = "happened, not happened, known, known, disputed, known, known, known, known, not applicable, not stated"
    assert [each.state for each in facts] == states.split(", ")
    assert facts[4].what.to == "branch"
    assert facts[4].values == (date(2026, 1, 20), date(2026, 1, 27))
    assert facts[5].values == ("due_day", "charges")
    claim, item = (each for each in example.given if isinstance(each, t.GivenItem))
    assert (claim.name, claim.list.steps, claim.fields[0].values, claim.fields[1].state) == (
        "C1",
        ("claims",),
        ("AWAY",),
        "not found",
    )
    assert (item.fields[0].what.base, item.fields[0].what.steps, item.fields[0].what.to) == ("A1", ("check",), "reader")
    (answer,) = (each for each in example.given if isinstance(each, t.GivenAnswer))
    assert (answer.judgement, answer.subject.steps, answer.answer) == ("impractical", ("loan",), False)


def test_curly_apostrophes_are_read(book: t.Book) -> None:
    curly = load_book({"topics/lending.standard": TEXT.replace("'", "\u2019")}, VOCABULARY)
    assert curly.book is not None
    assert curly.book.rules.keys() == book.rules.keys()
    assert curly.book.rules["NOTICE-IN-TIME"].duty == book.rules["NOTICE-IN-TIME"].duty


def test_line_ends_do_not_matter(book: t.Book) -> None:
    assert load_book({"topics/lending.standard": "\ufeff" + TEXT.replace("\n", "\r\n")}, VOCABULARY).book == book


def test_blocks_may_stand_in_any_file_and_order(book: t.Book) -> None:
    first, second = TEXT.split("\nrule RETURN-IN-TIME", 1)
    loaded = load_book({"b.standard": "rule RETURN-IN-TIME" + second, "a.standard": first}, VOCABULARY)
    assert loaded.diagnostics == ()
    assert loaded.book is not None
    assert set(loaded.book.rules) == set(book.rules)
    assert loaded.book.rules["NOTICE-IN-TIME"].topic == "a"


def test_nothing_is_an_empty_book() -> None:
    loaded = load_book({}, VOCABULARY)
    assert loaded.book is not None
    assert not loaded.book.rules


def test_an_exception_that_is_only_claimed_has_no_condition(book: t.Book) -> None:
    assert isinstance(book.exceptions["AGREED"].applies_when, t.Always)


JUDGED = """
rule MENDED  "Faults are mended"
  source    libact1990 s 1
  for each  lent in the loans
  for each  fault in lent's section_c
  the branch must ensure that fault is judged mended

judgement mended of fault in section C  "Is it mended?"
  source             libact1990 s 1
  decided by         librarian
  points to no when  lent is not returned
"""


def test_a_judgement_may_speak_of_the_loops_of_the_rules_that_ask_it() -> None:
    loaded = load_book({"x.standard": JUDGED}, VOCABULARY)
    assert loaded.diagnostics == ()
    assert loaded.book is not None
    (pointer,) = loaded.book.judgements["mended"].points
    assert isinstance(pointer.when, t.HasHappened)
    assert isinstance(pointer.when.act, t.Ref)
    assert (pointer.when.act.base, pointer.when.act.steps) == ("lent", ("return",))


def test_a_judgement_may_not_speak_of_a_loop_that_only_one_rule_has() -> None:
    other = 'rule OTHER  "t"\n  source    libact1990 s 1\n  for each  fault in section C\n'
    other += "  the branch must ensure that fault is judged mended\n"
    loaded = load_book({"x.standard": JUDGED + "\n" + other}, VOCABULARY)
    assert [each.message for each in loaded.diagnostics] == ["`lent` stands for nothing here"]
