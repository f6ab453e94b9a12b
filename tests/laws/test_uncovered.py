"""What is kept of rules whose facts no file covers is what they find, whatever else a case holds."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from cases import case_of, fixtures, standards

from checker.evaluation import findings as module
from checker.evaluation.scope import Scope


@pytest.mark.parametrize("name", [fixture.name for fixture in fixtures()])
def test_a_kept_finding_is_the_finding(name: str) -> None:
    fixture = next(each for each in fixtures() if each.name == name)
    case, library = case_of(name), standards()
    places = module.places_of(case)
    kept = 0
    for rule in library.book.rules.values():
        nothing = MappingProxyType({})
        scope = Scope(case, library, fixture.as_at, nothing, nothing, nothing)
        quick = module._UNCOVERED.found(rule, scope)  # noqa: SLF001  (the shortcut is held against the long way)
        if quick is not None:
            kept += 1
            assert quick == module._found(rule, scope, places)  # noqa: SLF001
    assert kept
