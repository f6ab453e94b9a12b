"""Every example beside a rule gives what it says."""

from __future__ import annotations

import pytest

from cases import standards
from checker.evaluation.examples import show
from dsl.tree import Example

EXAMPLES = [pytest.param(each, id=f"{each.rule}: {each.title}") for each in standards().book.examples]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_what_it_says(example: Example) -> None:
    shown = show(example, standards())
    assert [outcome.value for outcome in shown.outcomes][:1] == [example.expect]
    assert shown.holds


def test_every_rule_has_an_example_that_is_kept_one_that_is_not_and_one_undecided() -> None:
    kept = {"requirement-met", "followed", "would-meet"}
    against = {"not-met", "departed-from", "would-not-meet"}
    lacking = []
    for rule in standards().book.rules:
        given = {each.expect for each in standards().book.examples if each.rule == rule}
        undecided = given - kept - against - {"does-not-apply", "nothing-to-check"}
        if not (given & kept and given & against and undecided):
            lacking.append((rule, sorted(given)))
    assert lacking == []
