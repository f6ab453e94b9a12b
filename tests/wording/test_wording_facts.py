"""What an item states, as facts; and mentions of settings and names."""

from datetime import date

import pytest

from checker.documents.prompts import OutcomePrompt, ProvisionPrompt
from checker.facts import Days, Fact, Origin, Place, State
from checker.wording.dimensions import PROVISION_FIELDS, facts_for_outcome, facts_for_provision
from checker.wording.mentions import Known, Text, name_mentions, setting_mentions, short_forms
from checker.wording.scan import Lexicon

_PLACE = Place("plan.docx", "Section F", table=2, row=3, words="whole item")


def test_a_provision_gives_a_fact_for_each_field(lexicon: Lexicon) -> None:
    words = "A teaching assistant trained in Makaton will work one-to-one with Ana for 20 minutes every morning."
    facts = facts_for_provision(words, _PLACE, lexicon)
    assert set(facts) == {*PROVISION_FIELDS, "supervision", "prompts"}
    assert _words(facts["duration"]) == "20 minutes"
    assert _words(facts["frequency"]) == "every morning"
    assert _words(facts["ratio"]) == "one-to-one"
    assert facts["deliverer"].origin is Origin.READ
    assert facts["duration"].where == Place("plan.docx", "Section F", table=2, row=3, words="20 minutes")
    assert facts["group_size"] == Fact(State.NOT_FOUND, place=_PLACE)


def test_an_amount_that_can_be_worked_out_is_known(lexicon: Lexicon) -> None:
    amount = facts_for_provision("Two visits of half a day each term.", _PLACE, lexicon)["amount"]
    assert amount.state is State.KNOWN
    assert amount.origin is Origin.WORKED_OUT


def test_lessons_and_times_covered(lexicon: Lexicon) -> None:
    def covers(words: str) -> Fact:
        return facts_for_provision(words, _PLACE, lexicon)["covers"]

    assert covers("An adult beside her in English and maths lessons.").state is State.KNOWN
    assert covers("A desk in every lesson.").state is State.KNOWN
    assert covers("Support in some lessons.").state is State.NOT_FOUND


def test_nothing_found_is_not_not_stated(lexicon: Lexicon) -> None:
    facts = facts_for_provision("Regular input.", _PLACE, lexicon)
    assert {fact.state for name, fact in facts.items() if name != "prompts"} == {State.NOT_FOUND}


@pytest.mark.parametrize(
    ("section", "words", "raised"),
    [
        ("F", "A speech and language therapist will see Ana for 45 minutes once a week.", set()),
        ("F", "Support as determined by the school.", {"open_words", "no_amount", "left_to_others"}),
        ("F", "A therapy programme following an assessment.", {"open_words", "no_amount", "awaits_assessment"}),
        ("F", "Ten hours of teaching a week; the hours may be reduced.", {"open_words", "may_change"}),
        ("F", "Band 4 top-up funding.", {"open_words", "no_amount", "money"}),
        ("F", "Quality first teaching.", {"open_words", "no_amount", "ordinary"}),
        ("F", "School transport by taxi to school every day.", {"transport"}),
        ("G", "A physiotherapist will see Ana for 45 minutes each half term.", {"therapy"}),
        ("F", "A teaching assistant will read with Ana for 15 minutes every day.", {"assistant"}),
        ("F", "A job coach will go with Ana for 4 hours a week.", {"adult_life"}),
    ],
)
def test_what_the_words_of_a_provision_raise(section: str, words: str, raised: set[str], lexicon: Lexicon) -> None:
    fact = facts_for_provision(words, _PLACE, lexicon, section)["prompts"]
    assert fact.state is State.KNOWN
    assert isinstance(fact.value, tuple)
    assert set(fact.value) == raised


def test_who_supervises_is_read(lexicon: Lexicon) -> None:
    words = "A mentor supervised each half term by an educational psychologist."
    assert _words(facts_for_provision(words, _PLACE, lexicon)["supervision"]).startswith("supervised")


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("By July 2027 Ana will read 40 words a minute.", set()),
        ("Ana will develop her confidence.", {"direction"}),
        ("Ana will reach her full potential.", {"beyond_measure"}),
        ("Ana will receive speech therapy.", {"received"}),
        ("Staff will monitor how Ana plays.", {"others_act"}),
        ("Ana will become a vet.", {"hope"}),
        ("He/she will ask for help.", {"form_words"}),
        ("By July 2027 Ana will finish a week of work experience.", {"adult_life"}),
    ],
)
def test_what_the_words_of_an_outcome_raise(words: str, raised: set[str], lexicon: Lexicon) -> None:
    fact = facts_for_outcome(words, _PLACE, lexicon)["prompts"]
    assert isinstance(fact.value, tuple)
    assert set(fact.value) == raised


def test_every_prompt_of_the_lexicon_is_one_that_a_rule_may_name(lexicon: Lexicon) -> None:
    raised = {prompt for phrase in lexicon.phrases.values() for prompt in phrase.raises}
    assert raised <= {each.value for each in (*OutcomePrompt, *ProvisionPrompt)}


@pytest.mark.parametrize(
    ("words", "by_when", "in_words"),
    [
        ("By 31 July 2027 Ana will travel alone.", Days.on(date(2027, 7, 31)), "By 31 July 2027"),
        ("Ana will travel alone by July 2027.", Days(date(2027, 7, 1), date(2027, 7, 31)), "by July 2027"),
        ("By the end of Key Stage 2 Ana will travel alone.", None, "By the end of Key Stage 2"),
        ("Ana will travel alone.", None, None),
        ("As the review of 3 March 2026 found, Ana will travel alone.", None, None),
    ],
)
def test_when_an_outcome_is_to_be_reached(
    words: str, by_when: Days | None, in_words: str | None, lexicon: Lexicon
) -> None:
    facts = facts_for_outcome(words, _PLACE, lexicon)
    for field, expected in (("by_when", by_when), ("by_when_words", in_words)):
        if expected is None:
            assert facts[field].state is State.NOT_FOUND
        else:
            assert facts[field].value == expected
            assert facts[field].origin is Origin.READ


def _words(fact: Fact) -> str:
    assert isinstance(fact.value, str)
    return fact.value


def test_short_forms_of_a_setting() -> None:
    assert short_forms("Brackenfold Primary School") == {
        "brackenfold primary school",
        "brackenfold",
        "brackenfold primary",
        "brackenfold school",
    }
    assert short_forms("The Special School") == {"the special school", "special school"} - {"special school"}


_SETTINGS = (Known("Brackenfold Primary School", present=True), Known("Mossgate Academy"))


def test_settings_and_types_named_outside_section_i(lexicon: Lexicon) -> None:
    items = [
        Text("F", "F1", "Staff at Brackenfold will help at Mossgate Academy, a mainstream secondary school."),
        Text("I", "", "Mossgate Academy"),
        Text("B", "B1", "Ana likes mossgate and her school."),
    ]
    found = setting_mentions(items, _SETTINGS, lexicon.setting_types)
    assert [(each.item, each.named, each.present) for each in found] == [
        ("F1", "Brackenfold Primary School", True),
        ("F1", "Mossgate Academy", False),
        ("F1", "mainstream secondary school", None),
    ]
    assert all(items[0].words[each.start : each.end] == each.words for each in found)


def test_no_settings_known_still_finds_types(lexicon: Lexicon) -> None:
    found = setting_mentions([Text("E", "E1", "He will go to a special school.")], (), lexicon.setting_types)
    assert [each.named for each in found] == ["special school"]
    assert setting_mentions([Text("E", "E1", "A special school.")], (), ()) == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Max will have a laptop.", ["Max"]),
        ("This meets Max's needs.", ["Max"]),
        ("An adult will help Max to write.", ["Max"]),
        ("When Max is tired, an adult waits.", ["Max"]),
        ("Ana will have a laptop.", []),
        ("Tom will sit with Ana.", []),
        ("The programme with Toby for 15 minutes.", ["Toby"]),
        ("Dr Max Otter will visit.", []),
        ("St Mary's church.", []),
        ("Will the plan be read?", []),
        ("May is a good month. May will be hot.", []),
        ("An adult will help Grace to write.", ["Grace"]),
        ("She enjoys a rose and the summer.", []),
        ("He met Max.", []),
    ],
)
def test_names_where_the_childs_would_stand(words: str, names: list[str], lexicon: Lexicon) -> None:
    found = name_mentions(
        [Text("F", "F1", words)],
        ["Ana Example"],
        ["Tom Sample"],
        lexicon.first_names,
        lexicon.ordinary_words,
    )
    assert [each.named for each in found] == names


def test_how_long_something_lasts_is_no_time_to_reach_an_outcome_by(lexicon: Lexicon) -> None:
    facts = facts_for_outcome("Rowan hands in his own work for four weeks running.", _PLACE, lexicon)
    assert facts["by_when_words"].state is State.NOT_FOUND
    facts = facts_for_outcome("Within the next 12 months Rowan hands in his own work.", _PLACE, lexicon)
    assert facts["by_when_words"].value == "Within the next 12 months"
