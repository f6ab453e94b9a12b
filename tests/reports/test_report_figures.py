"""Sentences on sums, shares, tables and parameters, and the rules that hold them in words."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

CONFORMANCE = Path(__file__).parents[1] / "conformance"
sys.path.insert(0, str(CONFORMANCE))
from reading import case_of, library_of, read

from checker.evaluation.findings import findings_of, places_of
from checker.evaluation.scope import Scope
from checker.rulebook.library import Library
from reports.rule_words import Speaker
from reports.sentences.figures import number
from reports.sentences.reasons import Step, step
from reports.spans import plain

FILES = ("figures", "working-time", "definitions")


@cache
def library(name: str) -> Library:
    return library_of(read(CONFORMANCE / f"{name}.yaml")["rules"])


def said(name: str, title: str) -> list[str]:
    """Every sentence of the reason of a conformance case."""
    case = next(each for each in read(CONFORMANCE / f"{name}.yaml")["cases"] if each["name"] == title)
    given, empty = case_of(case), MappingProxyType({})
    scope = Scope(given, library(name), case["as_at"], empty, empty, empty)
    (found, *_) = findings_of(library(name).book.rules[case["rule"]], scope, places_of(given)).findings
    return lines(step(found.reason, {})) if found.reason else []


def lines(told: Step) -> list[str]:
    return [plain(told.paragraph), *(line for part in told.parts for line in lines(part))]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (600000, "pence", "£6,000"),
        (100001, "pence", "£1,000.01"),
        (-5, "pence", "-£0.05"),
        ("501/10", "per cent", "50.1 per cent"),
        ("100/3", "per cent", "about 33.33 per cent"),
        (1, "places", "1 place"),
        (12, "places", "12 places"),
        (3, "hours per week", "3 hours per week"),
        (1, "hours per week", "1 hour per week"),
        (4, "", "4"),
    ],
)
def test_a_number_in_words(value: str | int, unit: str, words: str) -> None:
    assert number(value, unit) == words


@pytest.mark.parametrize(
    ("name", "title", "sentence"),
    [
        (
            "figures",
            "a total a penny over",
            "The total over the lines (the ledger): £6,000.01, which is not at most £6,000",
        ),
        ("figures", "a total to the penny", "The total over the lines (the ledger): £6,000, which is at most £6,000"),
        ("figures", "a total a penny over", "the cost is £1,000.01"),
        ("figures", "a third, exactly", "Worked out: 3 hours per week"),
        ("figures", "a share of a third", "The share over the lines (the ledger): about 33.33 per cent"),
        ("figures", "who pays the second line decides", "£5,000 to £7,000"),
        ("figures", "a difference got wrong", "13 places (case.yaml), not 12 places"),
        (
            "figures",
            "a percentage a hair beyond a tenth",
            "50 per cent (case.yaml), which is not within 0.1 per cent of 50.11 per cent",
        ),
        ("figures", "a share of an empty list is undecided, and does not apply", "There is no figure here to compare"),
        ("figures", "a row, a day late", "“Time for carrying out an order” gives 2 weeks (act s 2)"),
        ("figures", "a total a penny over", "“What a school meets first” gives £6,000 (act s 1)"),
        ("figures", "another name may be another name of the same place", "is for a person to say"),
        ("figures", "the same name in other capitals and punctuation", "is the same name as"),
        (
            "working-time",
            "3 working days over Easter, a day late",
            "3 working days after 2 April 2026 end on 9 April 2026",
        ),
        ("working-time", "to every person of a list that may hold more", "anybody else is not settled"),
    ],
)
def test_what_is_said(name: str, title: str, sentence: str) -> None:
    assert any(sentence in line for line in said(name, title)), said(name, title)


@pytest.mark.parametrize("name", FILES)
def test_every_reason_is_told_in_words(name: str) -> None:
    for case in read(CONFORMANCE / f"{name}.yaml")["cases"]:
        for line in said(name, case["name"]):
            assert line.strip(), case["name"]
            assert not re.search(r"\b[a-z]+_[a-z_]+\b|Fraction|\bNone\b", line), line


@pytest.mark.parametrize("name", FILES)
def test_every_rule_is_told_in_words(name: str) -> None:
    book = library(name).book
    for rule in book.rules.values():
        for _, words in Speaker(book, {}).within(rule.loops).clauses(rule.duty):
            assert words.strip(), rule.id
            assert not re.search(r"\b[a-z]+_[a-z_]+\b|dsl\.|Fraction|\bNone\b", words), words


def test_a_rule_names_its_table_and_its_sum() -> None:
    book = library("figures").book
    told = {
        rule: " ".join(words for _, words in Speaker(book, {}).clauses(book.rules[rule].duty))
        for rule in ("CARRIED-OUT", "SCHOOL-SHARE", "ARITHMETIC", "MOST-PRICED")
    }
    assert "within what “Time for carrying out an order” gives for" in told["CARRIED-OUT"]
    assert "the total, over" in told["SCHOOL-SHARE"]
    assert "“What a school meets first”" in told["SCHOOL-SHARE"]
    assert "within 0.1 per cent of" in told["ARITHMETIC"]
    assert "at least 50 per cent" in told["MOST-PRICED"]
