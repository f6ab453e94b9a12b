"""Every example of the lexicon: forms, phrases, and whole items as a careful reader would mark them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.wording.scan import Lexicon, scan

_EXAMPLES = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text())
_NO_PROMPTS = {"adulthood_terms", "other_test_phrases", "setting_cannot_meet_need_phrases", "setting_full_phrases"}


@pytest.mark.parametrize("example", _EXAMPLES["forms"], ids=lambda each: f"{each['dimension']}/{each['form']}")
def test_words_that_state_a_dimension(example: dict[str, Any], lexicon: Lexicon) -> None:
    for words in example["matches"]:
        assert scan(words, "F", lexicon).states(example["dimension"]), words
    for words in example["not_matches"]:
        forms = {hit.form for hit in scan(words, "F", lexicon).dimensions}
        assert f"{example['dimension']}/{example['form']}" not in forms, words


@pytest.mark.parametrize("example", _EXAMPLES["phrases"], ids=lambda each: str(each["id"]))
def test_words_that_leave_something_open(example: dict[str, Any], lexicon: Lexicon) -> None:
    def prompts(words: str) -> set[str]:
        found = scan(words, example["section"], lexicon)
        return {hit.id for hit in found.phrases if not hit.cleared}

    # "A total communication approach" is one prompt: the words of a prompt inside another's are not said twice.
    alone = {example["id"], "programme"} if example["id"] in ("ethos", "individualised") else {example["id"]}
    for words in example["hits"]:
        assert prompts(words) & alone, words
    for words in example["quiet"]:
        assert example["id"] not in prompts(words), words


@pytest.mark.parametrize("item", _EXAMPLES["worked_items"], ids=lambda each: str(each["text"][:40]))
def test_whole_items(item: dict[str, Any], lexicon: Lexicon) -> None:
    found = scan(item["text"], "F", lexicon)
    stated = {name for name in lexicon.dimensions if found.states(name)} - {"covers"}
    assert stated == set(item["states"])
    prompts = [hit for hit in found.phrases if hit.stands and hit.list not in _NO_PROMPTS]
    assert bool(prompts) == item["prompts"], prompts
