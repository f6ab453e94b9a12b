"""A frozen value with some fields otherwise: what ``dataclasses.replace`` gives, without the checks of ``__init__``.

Evaluation makes thousands of these for one case, and ``replace`` alone would take a third of its time.
"""

from __future__ import annotations

from typing import Any, TypeVar

_T = TypeVar("_T")


def made(kind: type[_T], /, **fields: Any) -> _T:  # noqa: ANN401  (fields are of any type)
    """Return a frozen dataclass (one without slots) with ``fields``, which must be all of them."""
    value = object.__new__(kind)
    value.__dict__.update(fields)
    return value


def varied(value: _T, /, **changes: Any) -> _T:  # noqa: ANN401  (fields are of any type)
    """Return a copy of a frozen dataclass (one without slots) with ``changes`` made."""
    copy = object.__new__(type(value))
    copy.__dict__.update(value.__dict__)
    copy.__dict__.update(changes)
    return copy
