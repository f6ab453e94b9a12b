"""The small papers are read as their truth says, and every value stands in the paper."""

from __future__ import annotations

import pytest
from cases import standards
from own_papers import Read, own_papers, problems

_PAPERS = own_papers(standards().lexicon)


@pytest.mark.parametrize("read", _PAPERS, ids=lambda read: read.name)
def test_paper_is_read_as_its_truth_says(read: Read) -> None:
    """Kind, details, needs, provision, what is told, progress and decisions are those of the truth."""
    assert problems(read) == []


@pytest.mark.parametrize("read", _PAPERS, ids=lambda read: read.name)
def test_every_value_has_a_place_in_the_file(read: Read) -> None:
    """Nothing is read without the file and the words it was read from."""
    paper = read.paper
    places = [each.place for each in (*paper.needs, *paper.outcomes, *paper.told, *paper.progress, *paper.cases)]
    places += [each.passage.place for each in paper.provision]
    places += [fact.where for fact in paper.details.values() if fact.versions and fact.where is not None]
    assert places
    assert all(place.file == paper.file for place in places)
    assert all(each.words == each.place.words for each in (*paper.needs, *paper.outcomes, *paper.told))
