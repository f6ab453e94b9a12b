"""Same input, same bytes: the order of files, of facts and of rules changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from cases import case_of, check_of, files_in, fixtures, standards

from checker.evaluation.check import check_case
from checker.intake.load import load
from reports.json import render_json

NAMES = [fixture.name for fixture in fixtures()]


def _shuffled(things: list[Any], seed: int) -> list[Any]:
    mixed = list(things)
    random.Random(seed).shuffle(mixed)  # noqa: S311  (a seeded shuffle in a test)
    return mixed


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_files_changes_nothing(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    files = files_in(fixture.folder / "case")
    for seed in range(3):
        case = load(_shuffled(files, seed), fixture.as_at, library=standards())
        assert render_json(check_case(case, standards(), fixture.as_at)) == render_json(check_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_facts_and_rules_changes_nothing(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    case = case_of(name)
    library = standards()
    for seed in range(3):
        mixed = replace(case, facts=MappingProxyType(dict(_shuffled(list(case.facts.items()), seed))))
        rules = dict(_shuffled(list(library.book.rules.items()), seed))
        shuffled = replace(library, book=replace(library.book, rules=rules))
        assert render_json(check_case(mixed, shuffled, fixture.as_at)) == render_json(check_of(name))
