"""The one way to evaluate a condition, whatever kind it is.

A condition is made ready once for a rule book: what the book fixes of it (paths, names, written values, the parts it
has) is worked out, and what is left is a function that wants only a scope. Each kind of condition has its own way to be
made ready, in :mod:`checker.evaluation.conditions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from checker.evaluation.scope import Scope
from checker.findings import Reason
from checker.rulebook.library import Library
from dsl.tree import Condition

Test = Callable[[Scope], Reason]
"""A condition made ready."""


def evaluate(node: Condition, scope: Scope) -> Reason:
    """Return the reason for a condition of the rule book in a scope."""
    library = scope.library
    kept = library.ready.get(id(node))
    if kept is None:
        # The condition is kept beside its test, so that its identity is no other's.
        kept = library.ready[id(node)] = (node, made_ready(node, library))
    test: Test = kept[1]
    return test(scope)


def made_ready(node: Condition, library: Library) -> Test:
    """Return a condition made ready: a part of another, or one that stands in no rule book."""
    return _kinds()[type(node)](node, library)


@cache
def _kinds() -> Mapping[type, Callable[[Any, Library], Test]]:
    # The kinds of condition make their parts ready through this module, so the table is fetched late.
    from checker.evaluation.conditions import KINDS  # noqa: PLC0415

    return KINDS
