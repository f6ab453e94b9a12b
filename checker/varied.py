"""Frozen values made fast: kinds made by the thousand, and copies with some fields otherwise.

Evaluation makes thousands of them for one case. ``dataclasses.replace`` alone would take a third of its time, and the
guard that a frozen class keeps over each field as it is set would take as long again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

_T = TypeVar("_T")
_new = object.__new__
_put = object.__setattr__
"""Past the guard of a frozen class, for a value that nobody else holds yet: the one dictionary made is its fields."""


def made_often(kind: type[_T]) -> type[_T]:
    """Take the guard off a frozen dataclass whose values are made by the thousand: the type checker keeps it frozen.

    Made with its fields in order, a value then takes a third of the time. No field may have a default factory.
    """
    for name in ("__init__", "__setattr__", "__delattr__"):
        delattr(kind, name)
    return dataclass(eq=False, repr=False)(kind)


def varied(value: _T, /, **changes: Any) -> _T:  # noqa: ANN401  (fields are of any type)
    """Return a copy of a frozen dataclass (one without slots) with ``changes`` made."""
    copy = _new(type(value))
    _put(copy, "__dict__", {**value.__dict__, **changes})
    return copy
