"""What the words of a plan raise: each prompt is found where a careful reader would look twice, and nowhere else."""

from __future__ import annotations

import pytest

from checker.wording.mentions import Text
from checker.wording.plan_prompts import (
    needs_at_odds,
    needs_elsewhere,
    raised_by_entry,
    raised_by_need,
    template_texts,
    unexplained_abbreviations,
)
from checker.wording.scan import Lexicon

NAMES = ("Ana Example", "Ana")


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("I like the quiet room.", {"first_person"}),
        ("My teacher knows what helps me.", {"first_person"}),
        ("Ana likes the quiet room.", set()),
        ('Ana said "I like my teacher" and smiled.', set()),
        ("Group I. and the MY bus are named.", set()),
        ("I want to read on my own.", {"first_person"}),
        ("By July 2027 Ana will read a page of forty words.", {"outcome"}),
        ("Ana will be able to dress herself within two terms.", {"outcome"}),
        ("Ana will be able to choose, one day, where she lives.", set()),
    ],
)
def test_what_an_entry_of_section_a_raises(words: str, raised: set[str], lexicon: Lexicon) -> None:
    assert set(raised_by_entry(words, lexicon)) == raised


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("Ana has a diagnosis of autism.", {"diagnosis_alone"}),
        ("Autism and ADHD (diagnosed by a paediatrician in March 2021)", {"diagnosis_alone"}),
        ("Ana has autism and cannot follow a change of plan.", set()),
        ("Ana reads at the level of a child of six.", set()),
        ("Ana requires a scribe.", {"provision"}),
        ("Ana needs one-to-one support from an adult.", {"provision"}),
        ("Ana needs longer than others to answer.", set()),
        ("Ana has received therapy since she was three.", set()),
    ],
)
def test_what_a_special_educational_need_raises(words: str, raised: set[str], lexicon: Lexicon) -> None:
    assert set(raised_by_need(words, "B", lexicon, NAMES)) == raised


@pytest.mark.parametrize(
    ("section", "words", "raised"),
    [
        ("C", "Ana had grommets; her hearing loss has now resolved.", True),
        ("C", "Ana has eczema, which does not affect her learning.", True),
        ("D", "This is unrelated to her special educational needs.", True),
        ("D", "Ana no longer has a social worker.", True),
        ("C", "Ana has epilepsy, and loses the thread after each absence.", False),
        ("B", "Her hearing loss has now resolved.", False),
    ],
)
def test_words_that_put_a_need_in_the_past_or_aside(
    section: str, words: str, *, raised: bool, lexicon: Lexicon
) -> None:
    assert ("unrelated" in raised_by_need(words, section, lexicon)) == raised


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[Insert name] will read daily.", ["[Insert name]"]),
        ("Ana likes xxx.", ["xxx"]),
        ("Click here to enter text", ["Click here to enter"]),
        ("A nurse will insert his hearing aid.", []),
        ('The form said "[insert name]" when it came.', []),
        ("Ana [Example] likes maps.", []),
    ],
)
def test_text_left_from_a_template(words: str, found: list[str], lexicon: Lexicon) -> None:
    assert [raised.words for raised in template_texts([Text("F", "F1", words)], lexicon)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The NPST will visit.", ["NPST"]),
        ("The NPST will visit, and the NPST will ring.", ["NPST"]),
        ("The nursery portage support team (NPST) will visit.", []),
        ("The NPST (nursery portage support team) will visit.", []),
        ("The SENCO and a TA will meet the GP.", []),
        ("ANA WILL READ DAILY", []),
        ("ANA likes maps.", []),
        ("Year 4 at KS2, room B12.", []),
    ],
)
def test_abbreviations_that_the_plan_does_not_explain(words: str, found: list[str], lexicon: Lexicon) -> None:
    texts = [Text("F", "F1", words)]
    assert [raised.words for raised in unexplained_abbreviations(texts, NAMES, lexicon)] == found


def test_an_abbreviation_may_be_explained_anywhere_in_the_plan(lexicon: Lexicon) -> None:
    texts = [
        Text("B", "B1", "Known to the NPST."),
        Text("F", "F1", "The nursery portage support team (NPST) will visit."),
    ]
    assert not list(unexplained_abbreviations(texts, NAMES, lexicon))


def test_needs_that_say_the_same_or_contradict_one_another(lexicon: Lexicon) -> None:
    needs = [
        Text("B", "B1", "Ana cannot read."),
        Text("B", "B2", "Ana is non-verbal."),
        Text("B", "B3", "Ana cannot read"),
        Text("B", "B4", "At home Ana speaks in sentences."),
        Text("B", "B5", "Ana tires quickly."),
    ]
    assert [raised.item for raised in needs_at_odds(needs, lexicon)] == ["B1", "B2", "B3", "B4"]
    assert not list(needs_at_odds(needs[:2], lexicon))


def test_a_kind_of_need_named_elsewhere_and_not_in_section_b(lexicon: Lexicon) -> None:
    others = [Text("A", "A1", "I like maps."), Text("D", "D1", "Her sensory needs keep the family at home.")]
    reading = [Text("B", "B1", "Ana reads at the level of a child of six.")]
    sensory = [*reading, Text("B", "B2", "Ana is distressed by noise.")]
    assert [(raised.item, raised.words) for raised in needs_elsewhere(others, reading, lexicon)] == [
        ("D1", "sensory needs")
    ]
    assert not list(needs_elsewhere(others, sensory, lexicon))
