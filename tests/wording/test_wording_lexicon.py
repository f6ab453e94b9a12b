"""Faults of the lexicon's files are named."""

from typing import Any

import pytest

from checker.wording.lexicon import LexiconFault, compile_lexicon

_MACROS = {"ROLE": "tutors?", "W": "[a-z]+"}


def _files(**more: Any) -> dict[str, Any]:
    return {"a.yaml": {"macros": _MACROS, **more}}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (_files(phrases=[{"id": "x", "list": "l", "patterns": ["{WHAT} so"]}]), "WHAT"),
        (_files(phrases=[{"id": "x", "list": "l", "patterns": ["{W} so"]}]), "anything"),
        (_files(phrases=[{"id": "x", "list": "l", "patterns": ["so("]}]), "x:"),
        (_files(phrases=[{"id": "x", "list": "l", "patterns": ["so"], "cleared_by_any": ["luck"]}]), "luck"),
        (_files(phrases=[{"id": "x", "list": "l", "absent": "luck"}]), "luck"),
    ],
)
def test_a_fault_names_its_entry(files: dict[str, Any], words: str) -> None:
    with pytest.raises(LexiconFault, match=words):
        compile_lexicon(files)
