"""The lexicon as shipped."""

from pathlib import Path

import pytest
import yaml

from checker.wording.lexicon import compile_lexicon
from checker.wording.scan import Lexicon

_FOLDER = Path(__file__).parents[2] / "standards" / "lexicon"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return compile_lexicon({path.name: yaml.safe_load(path.read_text()) for path in sorted(_FOLDER.glob("*.yaml"))})
