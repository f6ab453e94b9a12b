"""The words of provision and outcomes are read about as well as was measured: labels by people who had not seen how."""

from __future__ import annotations

import pytest
from cases import standards
from scoring import FOLDER, Tally, read_sentences, score

LEAST = {
    "frequency": (0.88, 0.70),
    "duration": (0.84, 0.80),
    "deliverer": (0.85, 0.55),
    "a question remains": (0.90, 0.82),
}
"""Precision and recall below which a change of the patterns has made the reading worse."""


@pytest.mark.parametrize("name", ["sentences", "more-sentences", "unseen-sentences"])
def test_the_reading_of_labelled_sentences_holds(name: str) -> None:
    items = read_sentences(FOLDER / f"{name}.yaml")
    assert len(items) > 240
    tallies = score(items, standards().lexicon)
    for dimension, (precision, recall) in LEAST.items():
        tally = tallies[dimension]
        assert tally.precision >= precision, dimension
        assert tally.recall >= recall, dimension


def test_a_hit_counts_where_its_words_overlap_the_label() -> None:
    items = [
        {
            "id": "p1",
            "section": "F",
            "words": "A teaching assistant will read with Ana for 20 minutes every day.",
            "states": {"frequency": "every day", "duration": "20 minutes", "start": "will"},
        }
    ]
    tallies = score(items, standards().lexicon)
    assert tallies["frequency"] == Tally(labels=1, found=1, hits=1, right=1)
    assert (tallies["start"].labels, tallies["start"].found) == (1, 0)
    assert tallies["deliverer"].precision == 0.0


def test_a_label_that_is_not_in_the_words_is_told() -> None:
    items = [{"id": "p1", "section": "F", "words": "Weekly.", "states": {"frequency": "daily"}}]
    with pytest.raises(ValueError, match=r"“daily” does not stand in “Weekly.”"):
        score(items, standards().lexicon)
