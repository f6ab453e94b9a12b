"""Every requirement has a disposition, and those this rule book sets out to encode are encoded or put to judgement."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from cases import standards

from checker.rulebook.dispositions import Disposition, read_dispositions, unknown_blocks

HERE = Path(__file__).parent
STANDARDS = HERE.parents[1] / "standards"
SET_OUT = re.compile(
    r"(T|P|D|R|A|X|L|S|G)\d+[a-z]?$"
    r"|G-(STR|A|B|E|F|GH|I|J)-"
    r"|(ST|SEED)-(IDENTIFICATION|PLACEMENT-TYPES|CO-PRODUCTION|TRANSITION|REVIEW-AND-TIME-BOUND-SUPPORT)-\d"
)
"""The law on requests, plans, delivery, reviews, re-assessment and ceasing, areas and schools, with its guards; the
guidance on what a plan holds; and five topics at every status."""
MECHANICAL = ("enactment-must", "code-should")


@cache
def required() -> dict[str, str]:
    """Return every requirement with its class, empty where it has none."""
    held = yaml.safe_load((HERE / "requirements.yaml").read_text(encoding="utf-8"))["requirements"]
    return {each["id"]: each.get("class", "") for each in held}


@cache
def dispositions() -> dict[str, Disposition]:
    """Return the dispositions by requirement."""
    return {each.id: each for each in read_dispositions(STANDARDS / "dispositions")}


def test_every_requirement_has_one_disposition_and_nothing_else_has() -> None:
    held = dispositions()
    assert [id_ for id_ in required() if id_ not in held] == []
    assert [id_ for id_ in held if id_ not in required()] == []


def test_a_disposition_names_only_blocks_that_are_there() -> None:
    book = standards().book
    known = [*book.rules, *book.judgements, *book.exceptions, *book.guards, *book.definitions, *book.checklists]
    assert unknown_blocks(dispositions().values(), known) == ()


def test_what_the_rule_book_sets_out_to_encode_is_encoded() -> None:
    left = [
        (each.id, limb.says, limb.because)
        for each in dispositions().values()
        if SET_OUT.match(each.id)
        for limb in each.limbs
        if limb.is_ == "not encoded yet" and limb.because != "low value"
    ]
    assert left == []


def test_what_a_limb_marks_mechanical_is_encoded_mechanically() -> None:
    wrong = [
        (each.id, [limb.is_ for limb in each.limbs])
        for each in dispositions().values()
        if SET_OUT.match(each.id)
        and required().get(each.id) in MECHANICAL
        and not any(limb.is_ == "encoded" or limb.because.startswith("repeats") for limb in each.limbs)
    ]
    assert wrong == []


def test_every_rule_stands_in_some_disposition() -> None:
    named = {name for each in dispositions().values() for limb in each.limbs for name in limb.by}
    assert [id_ for id_ in standards().book.rules if id_ not in named] == []


def test_no_citation_is_outside_the_register() -> None:
    held = {each.id for each in standards().book.vocabulary.authorities}
    for rule in standards().book.rules.values():
        for citation in (rule.source, *rule.see):
            assert set(citation.authorities) <= held, rule.id
