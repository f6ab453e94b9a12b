"""A rule book without rules: the vocabulary and the lexicon, all that reading files needs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from checker.rulebook.names import names_of
from checker.rulebook.vocabulary import build_vocabulary
from checker.wording.lexicon import compile_lexicon

LEXICON = Path(__file__).parents[2] / "standards" / "lexicon"


def words_only() -> Any:
    files = {f"lexicon/{path.name}": yaml.safe_load(path.read_text("utf-8")) for path in sorted(LEXICON.glob("*.yaml"))}
    return SimpleNamespace(names=names_of(build_vocabulary()), lexicon=compile_lexicon(files))
