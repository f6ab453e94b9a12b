"""README shows what the program prints, and a rule as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from cases import check_of

from reports.text import render_text

ROOT = Path(__file__).parents[1]


def _block(name: str) -> str:
    found = re.search(rf"<!-- {name}: begin -->\n```\n(.*?)\n```\n<!-- {name}: end -->", README, re.DOTALL)
    assert found is not None
    return found[1]


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_points_in_readme_are_printed() -> None:
    printed = render_text(check_of("badly-written"))
    for part in _block("finding").split("\n\n…\n\n"):
        assert part in printed


def test_the_rule_in_readme_is_in_the_rule_book() -> None:
    topics = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "standards" / "topics").glob("*.standard"))
    assert _block("rule") in topics


def test_readme_names_each_verb() -> None:
    from sendcheck.command import VERBS

    assert [verb for verb in VERBS if f"`sendcheck {verb}" not in README] == []
