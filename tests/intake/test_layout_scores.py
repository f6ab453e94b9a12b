"""The scorer of layouts: a reading that is right has full marks, and each fault is counted where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from layout_scores import Rate, Score, added, score
from word_xml import h1, p, read, tbl, tr

BODY = (
    h1("Section A: Views, interests and aspirations"),
    p("I like trains and my cousin."),
    h1("Section B: Special educational needs"),
    p("B1 Reading is slow and tiring."),
    h1("Section E: Outcomes"),
    p("E1 Reads a page alone by July 2027."),
    h1("Section F: Special educational provision"),
    p("F1 A teacher reads with Ana for an hour a week (B1, E1)."),
)


def truth() -> dict[str, Any]:
    return {
        "headings": {
            "section_a": "Section A: Views, interests and aspirations",
            "section_b": "Section B: Special educational needs",
            "section_e": "Section E: Outcomes",
            "section_f": "Section F: Special educational provision",
        },
        "sections": {
            "section_a": {"a1": {"words": "I like trains and my cousin."}},
            "section_b": {"b1": {"label": "B1", "words": "Reading is slow and tiring."}},
            "section_e": {"e1": {"label": "E1", "words": "Reads a page alone by July 2027."}},
            "section_f": {"f1": {"label": "F1", "words": "A teacher reads with Ana for an hour a week (B1, E1)."}},
        },
        "links": {"answers": {"f1": ["b1"]}, "supports": {"f1": ["e1"]}, "groups": []},
        "outside": [],
    }


def test_a_reading_that_is_right_has_full_marks() -> None:
    got = score(read("".join(BODY)), truth())
    assert (got.sections, got.items, got.cut, got.details) == (Rate(12, 12), Rate(4, 4), Rate(4, 4), Rate(3, 3))
    assert (got.links, got.groups, got.unplaced.right) == (Rate(2, 2), Rate(0, 0), 0)
    assert (got.misplaced, got.invented, got.beyond, got.unstated, got.differences) == (0, 0, 0, 0, [])


def test_a_section_that_is_there_and_not_in_the_truth_is_no_section_right() -> None:
    said = truth()
    del said["headings"]["section_b"], said["sections"]["section_b"]
    got = score(read("".join(BODY)), said)
    assert got.sections == Rate(11, 12)
    assert got.beyond == 1


def test_a_heading_that_is_not_found_and_its_items_are_counted() -> None:
    got = score(read("".join(BODY[:2] + BODY[4:])), truth())
    assert got.sections == Rate(11, 12)
    assert got.items == Rate(3, 4)
    assert got.links == Rate(1, 2)


def test_an_item_in_a_wrong_section_is_counted_as_one() -> None:
    said = truth()
    said["sections"]["section_b"]["b1"], said["sections"]["section_e"]["e1"] = (
        said["sections"]["section_e"]["e1"],
        said["sections"]["section_b"]["b1"],
    )
    got = score(read("".join(BODY)), said)
    assert got.items == Rate(2, 4)
    assert got.misplaced == 2


def test_an_item_cut_in_two_stands_in_the_right_section_and_is_not_cut_right() -> None:
    said = truth()
    said["sections"]["section_b"] = {"b1": {"words": "Reading is slow"}, "b2": {"words": "and tiring."}}
    got = score(read("".join(BODY)), said)
    assert got.items == Rate(5, 5)
    assert got.cut == Rate(3, 5)
    assert got.beyond == 1


@pytest.mark.parametrize("kind", ["outside", "shared"])
def test_words_of_no_one_section_that_are_put_in_one_are_misplaced(kind: str) -> None:
    said = truth()
    words = "I like trains and my cousin."
    said["sections"]["section_a"] = {}
    said[kind] = [words] if kind == "outside" else [{"between": ["section_c", "section_d"], "words": words}]
    assert score(read("".join(BODY)), said).misplaced == 1


def test_links_of_a_group_are_counted_apart() -> None:
    body = "".join(BODY[:2]) + tbl(
        tr("Section B: Needs", "Section F: Provision"),
        "<w:tr><w:tc>" + p("Reads slowly.") + p("Tires soon.") + "</w:tc><w:tc>"
        + p("A teacher reads with Ana.") + p("A rest each hour.") + "</w:tc></w:tr>",
    )  # fmt: skip
    said = truth()
    for code in "e":
        del said["headings"][f"section_{code}"], said["sections"][f"section_{code}"]
    said["headings"] |= {"section_b": "Section B: Needs", "section_f": "Section F: Provision"}
    said["sections"]["section_b"] = {"b1": {"words": "Reads slowly."}, "b2": {"words": "Tires soon."}}
    said["sections"]["section_f"] = {"f1": {"words": "A teacher reads with Ana."}, "f2": {"words": "A rest each hour."}}
    said["links"] = {"groups": [["b1", "b2", "f1", "f2"]]}
    got = score(read(body), said)
    assert (got.links, got.groups, got.unstated) == (Rate(0, 0), Rate(4, 4), 0)


def test_scores_add_up() -> None:
    one = Score(items=Rate(1, 2), misplaced=1, differences=["one"])
    assert added([one, one]) == Score(items=Rate(2, 4), misplaced=2)
    assert Rate(1, 4).share == 0.25
    assert Rate().share == 1
