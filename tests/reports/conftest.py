"""``pytest tests/reports --rebaseline`` writes the goldens afresh, to be read before they are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rebaseline", action="store_true", help="write the goldens of reports afresh")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare what was made with the golden of that name, or write it when asked to."""
    rebaseline = bool(request.config.getoption("--rebaseline", default=False))

    def compare(name: str, made: str) -> None:
        path = GOLDEN / name
        if rebaseline:
            path.write_text(made, encoding="utf-8")
        assert made == path.read_text(encoding="utf-8"), (
            f"{name} differs: read it, then pytest tests/reports --rebaseline"
        )

    return compare
