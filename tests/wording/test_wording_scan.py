"""How the scan works: places, sections, what clears, weak prompts, and what it costs."""

import pickle
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.wording import compiled
from checker.wording.normalise import normalise
from checker.wording.prefixes import prefixes
from checker.wording.ranges import is_wide
from checker.wording.scan import Lexicon, scan, uses

_LISTS = ("vague_phrases", "delegating_phrases", "permissive_phrases", "deferring_phrases")


def test_the_lists_that_rules_name_are_there(lexicon: Lexicon) -> None:
    assert {*_LISTS, "adulthood_terms", "setting_cannot_meet_need_phrases"} <= lexicon.lists


def test_a_hit_has_the_words_as_they_stand_and_their_place(lexicon: Lexicon) -> None:
    words = "He  will have\n‘regular’  support — twice–weekly?"
    hits = {hit.id: hit for hit in scan(words, "F", lexicon).phrases}
    assert words[hits["regular"].start : hits["regular"].end] == hits["regular"].words == "regular"
    found = scan("A BACP‐accredited counsellor, 45 minutes per week.", "F", lexicon)
    assert [hit.words for hit in found.dimensions if hit.name == "qualification"] == ["BACP‐accredited"]


def test_an_answered_phrase_is_no_hit(lexicon: Lexicon) -> None:
    vague = scan("Regular speech therapy sessions.", "F", lexicon)
    assert [hit.id for hit in uses(vague, "vague_phrases")] == ["regular"]
    assert uses(vague, "vague_phrases")[0].leaves_open == ("how often",)
    answered = scan("Regular (twice-weekly) sessions of 30 minutes.", "F", lexicon)
    assert [hit.cleared for hit in answered.phrases if hit.id == "regular"] == [True]
    assert not uses(answered, "vague_phrases")


def test_a_phrase_stands_in_the_list_of_what_it_does(lexicon: Lexicon) -> None:
    def lists(words: str) -> set[str]:
        return {name for name in _LISTS if uses(scan(words, "F", lexicon), name)}

    assert "delegating_phrases" in lists("Support to be determined by the setting.")
    assert "permissive_phrases" in lists("He may need a scribe.")
    assert "deferring_phrases" in lists("A referral to CAMHS will be considered.")
    assert "vague_phrases" in lists("Access to a quiet space.")


def test_what_is_left_open_is_only_what_the_item_does_not_state(lexicon: Lexicon) -> None:
    found = scan("Access to a specialist teacher.", "F", lexicon)
    opens = next(hit.leaves_open for hit in found.phrases if hit.id == "access-to")
    assert "how often" in opens
    assert "who gives it" not in opens


def test_a_phrase_runs_in_its_own_sections(lexicon: Lexicon) -> None:
    assert not scan("He will have regular help.", "B", lexicon).phrases
    assert scan("He will have regular help.", "section_h1", lexicon).phrases
    assert {hit.id for hit in scan("Ana will build confidence.", "E", lexicon).phrases} == {
        "develop-understanding",
        "no-deadline",
    }


def test_a_weak_prompt_stands_beside_another_or_where_nothing_is_stated(lexicon: Lexicon) -> None:
    def standing(words: str) -> set[str]:
        return {hit.id for hit in scan(words, "F", lexicon).phrases if hit.stands}

    assert "support" in standing("Support for transitions.")
    assert standing("A ratio of 1:2, normally.") == set()
    assert {"generally", "regular"} <= standing("A ratio of 1:2, normally, with regular breaks.")


def test_a_subject_marked_is_no_prompt(lexicon: Lexicon) -> None:
    found = scan("A ratio of 1:2, normally, for travel training.", "F", lexicon)
    assert [hit.id for hit in uses(found, "adulthood_terms")] == ["adulthood"]
    assert not uses(found, "permissive_phrases")


@pytest.mark.parametrize(
    "words",
    [
        "We cannot meet Ana's needs.",
        "The school is unable to provide for him.",
        "Her needs could not be met here.",
        "We do not have the specialist staff.",
        "This is not a suitable placement.",
    ],
)
def test_a_setting_says_that_it_cannot_meet_the_need(words: str, lexicon: Lexicon) -> None:
    assert uses(scan(words, "", lexicon), "setting_cannot_meet_need_phrases")


@pytest.mark.parametrize("words", ["We can meet Ana's needs.", "The school has the staff it needs."])
def test_a_setting_that_can(words: str, lexicon: Lexicon) -> None:
    assert not uses(scan(words, "", lexicon), "setting_cannot_meet_need_phrases")


@pytest.mark.parametrize(
    "words", ["The school is already full.", "There are no places in Year 7.", "It is oversubscribed."]
)
def test_a_setting_said_to_be_full(words: str, lexicon: Lexicon) -> None:
    assert uses(scan(words, "", lexicon), "setting_full_phrases")


@pytest.mark.parametrize("words", ["We offer a full timetable.", "He takes a full part in lessons."])
def test_a_setting_that_is_not_said_to_be_full(words: str, lexicon: Lexicon) -> None:
    assert not uses(scan(words, "", lexicon), "setting_full_phrases")


@pytest.mark.parametrize("words", ["Travel training on the 43 bus.", "Work experience one day a week."])
def test_terms_of_adulthood(words: str, lexicon: Lexicon) -> None:
    assert uses(scan(words, "F", lexicon), "adulthood_terms")


def test_the_code_kept_for_a_pattern_finds_what_the_pattern_finds(lexicon: Lexicon) -> None:
    words = "a teaching assistant will give 20 minutes of regular support on monday, as required, up to 5 hours a week"
    for pattern in lexicon.patterns:
        kept = compiled.pattern_from(pattern.source, pattern.code)
        anew = compiled.pattern_from(pattern.source, b"")
        assert [m.span() for m in kept.finditer(words)] == [m.span() for m in anew.finditer(words)]


def test_code_of_another_kind_is_compiled_anew() -> None:
    assert compiled.pattern_from("ab+", b"\1\0\0\0").match("abb")


def test_a_lexicon_from_disk_scans_the_same(lexicon: Lexicon) -> None:
    words = "Regular support from a teaching assistant, 20 minutes daily."
    held = pickle.loads(pickle.dumps(lexicon))  # noqa: S301  (made here)
    assert scan(words, "F", held) == scan(words, "F", lexicon)


_WORDS = st.text(st.sampled_from("ab e1-’–\n\u00a0é\u0301.'"), max_size=60)


@given(st.one_of(_WORDS, st.text(max_size=80)))
def test_any_text_is_scanned_and_every_hit_has_its_words(lexicon: Lexicon, words: str) -> None:
    found = scan(words, "F", lexicon)
    spans = [(hit.start, hit.end, hit.words) for hit in found.dimensions]
    spans += [(hit.start, hit.end, hit.words) for hit in found.phrases]
    assert all(words[start:end] == held for start, end, held in spans)


@given(_WORDS)
def test_plain_words_are_plain_and_lead_back(words: str) -> None:
    plain = normalise(words)
    assert "  " not in plain.text
    assert "’" not in plain.text
    assert len(plain.text) == len(plain.lowered)
    for place, character in enumerate(plain.text):
        start, end = plain.span(place, place + 1)
        assert 0 <= start < end <= len(words)
        if character.isalnum() and character.isascii():
            assert words[start] == character


def test_letters_that_are_put_together_lead_back() -> None:
    plain = normalise("Zoe\u0301 reads")
    assert plain.text == "Zo\u00e9 reads"
    start, end = plain.span(0, 3)
    assert "Zoe\u0301 reads"[start:end] == "Zoe\u0301"


def test_first_characters_of_a_pattern() -> None:
    assert prefixes("(?:a|an )?cat") == {"acat", "an cat", "cat"}
    assert prefixes("(?<!x)[0-2]s") == {"0", "1", "2"}
    assert prefixes("[a-z]+ing") == frozenset()
    assert prefixes("ab{2,3}") == {"abb"}
    assert prefixes("sens?e") == {"sense", "senee"} - {"senee"} | {"sene"}


@pytest.mark.parametrize("pattern", [r"\bword", "(?=x)", "(?:a", "a)"])
def test_a_pattern_outside_the_part_used_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"outside|closes|open"):
        prefixes(pattern)


@pytest.mark.parametrize(
    ("words", "wide"),
    [
        ("20-45 minutes", True),
        ("two to five hours", True),
        ("6 to 12 sessions", True),
        ("5-10 minutes", False),
        ("40-45 minutes", False),
        ("five minutes", False),
        ("twenty-five to forty-five minutes", True),
    ],
)
def test_ranges_far_enough_apart(words: str, *, wide: bool) -> None:
    assert is_wide(words) is wide


def test_words_inside_a_prompt_of_the_same_list_are_not_said_twice(lexicon: Lexicon) -> None:
    found = scan("He uses it as and when needed.", "F", lexicon)
    assert [hit.words for hit in uses(found, "delegating_phrases")] == ["as and when needed"]


def test_a_role_is_given_with_its_article_and_what_describes_it(lexicon: Lexicon) -> None:
    found = scan("Twenty minutes a day with a trained literacy teaching assistant, led by Bea's tutor.", "F", lexicon)
    assert [hit.words for hit in found.dimensions if hit.name == "deliverer"] == [
        "a trained literacy teaching assistant",
        "tutor",
    ]


def test_a_ratio_in_words_is_no_number_of_sessions(lexicon: Lexicon) -> None:
    found = scan("A one-to-one lesson in the quiet pool for 30 minutes each week.", "F", lexicon)
    assert [hit.words for hit in found.dimensions if hit.name == "frequency"] == ["each week"]


def test_how_often_staff_are_supervised_is_not_how_often_the_child_is_taught(lexicon: Lexicon) -> None:
    found = scan("A mentor supervised each half term by a psychologist will teach Bea once a week.", "F", lexicon)
    assert [hit.words for hit in found.dimensions if hit.name == "frequency"] == ["once a week"]


def test_every_pattern_has_its_code(lexicon: Lexicon) -> None:
    assert all(pattern.code for pattern in lexicon.patterns)


def _deliverers(words: str, lexicon: Lexicon) -> list[str]:
    return [hit.words for hit in scan(words, "F", lexicon).dimensions if hit.name == "deliverer"]


@pytest.mark.parametrize(
    ("words", "deliverers"),
    [
        ("Led by the class teacher or TA.", ["the class teacher", "TA"]),
        ("Precision teaching (5 days a week, 10 minutes, TA).", ["TA"]),
        ("The programme will be written by the OT and a TA will give it daily.", ["a TA"]),
        ("Advice from the tutor and the mentor was read.", []),
        ("The tutor and the mentor will review it.", []),
        ("School will contact the tutor, mentor or nurse.", []),
        ("Taught by a tutor. Review: the nurse.", ["a tutor"]),
        ("A tutor (advanced practitioner), weekly.", ["A tutor"]),
    ],
)
def test_what_is_said_of_one_role_is_said_of_another_joined_to_it(
    words: str, deliverers: list[str], lexicon: Lexicon
) -> None:
    assert _deliverers(words, lexicon) == deliverers


def test_the_barest_words_stand_only_where_nothing_else_is_open(lexicon: Lexicon) -> None:
    def standing(words: str) -> set[str]:
        return {hit.id for hit in scan(words, "F", lexicon).phrases if hit.stands}

    assert standing("The school will help.") == {"setting-will", "support"}
    assert standing("The school will help as required.") == {"as-required"}
    assert standing("An adult will read with Ana for 20 minutes a day.") == {"setting-will"}
    assert standing("A tutor will help with 20 minutes of phonics.") == set()


@pytest.mark.parametrize(
    "words",
    [
        "TA, SLT and ",
        "( the tutor, ",
        "1 x 1 to 1 ",
        "as the school thinks ",
        "with a hearing other ",
        "from 1 may to ",
    ],
)
def test_the_time_of_a_scan_grows_no_faster_than_the_words(words: str, lexicon: Lexicon) -> None:
    def seconds(times: int) -> float:
        taken = []
        for run in range(3):
            begun = perf_counter()
            scan(f"{words * times}{run}", "F", lexicon)
            taken.append(perf_counter() - begun)
        return min(taken)

    seconds(2)
    assert seconds(1600) < 40 * max(seconds(160), 0.001)
