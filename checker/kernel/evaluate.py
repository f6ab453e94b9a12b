"""The one way to evaluate a condition over columns, whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from checker.kernel.frame import Frame
from checker.kernel.held import Held
from dsl.tree import Condition


def evaluate(node: Condition, frame: Frame) -> Held:
    """Return what becomes of a condition in every row."""
    return _kinds()[type(node)](node, frame)


@cache
def _kinds() -> Mapping[type, Callable[[Any, Frame], Held]]:
    # The kinds of condition evaluate their parts through this module, so the table is fetched late.
    from checker.kernel.conditions import KINDS  # noqa: PLC0415

    return KINDS
