"""Which cases in the minutes of a panel are of a child: the minutes of one child's file tell of others too."""

from __future__ import annotations

import re

from checker.papers.paper import PanelCase, Paper

_LETTERS = re.compile(r"[^\W\d_]+")


def cases_of(paper: Paper, child: str) -> tuple[PanelCase, ...]:
    """Return the cases that the minutes say are ``child``'s.

    They say so by the first and last name, or by the reference that this copy is for.

    Initials settle nothing: two children may have the same.
    """
    words = _LETTERS.findall(child.casefold())
    name = {words[0], words[-1]} if words else set()
    copied = paper.details.get("reference")
    named = paper.details.get("child")
    another = bool(name) and named is not None and bool(named.versions) and not name & _words(str(named.value))
    reference = str(copied.value) if copied is not None and copied.versions and not another else ""
    return tuple(
        case
        for case in paper.cases
        if case.reference == reference or (name and name <= _words(f"{case.reference} {case.words} {case.decision}"))
    )


def _words(text: str) -> set[str]:
    return set(_LETTERS.findall(text.casefold()))
