"""The one way to evaluate a condition, whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from checker.evaluation.scope import Scope
from checker.findings import Reason
from dsl.tree import Condition


def evaluate(node: Condition, scope: Scope) -> Reason:
    """Return the reason for a condition in a scope."""
    return _kinds()[type(node)](node, scope)


@cache
def _kinds() -> Mapping[type, Callable[[Any, Scope], Reason]]:
    # The kinds of condition evaluate their parts through this module, so the table is fetched late.
    from checker.evaluation.conditions import KINDS  # noqa: PLC0415

    return KINDS
