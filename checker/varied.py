"""A frozen value with some fields otherwise: what ``dataclasses.replace`` gives, without the checks of ``__init__``.

Evaluation makes thousands of these for one case, and ``replace`` alone would take a third of its time.
"""

from __future__ import annotations

from typing import Any, TypeVar

_T = TypeVar("_T")
_new = object.__new__
_put = object.__setattr__
"""Past the guard of a frozen class, for a value that nobody else holds yet: the one dictionary made is its fields."""


def made(kind: type[_T], /, **fields: Any) -> _T:  # noqa: ANN401  (fields are of any type)
    """Return a frozen dataclass (one without slots) with ``fields``, which must be all of them."""
    value = _new(kind)
    _put(value, "__dict__", fields)
    return value


def varied(value: _T, /, **changes: Any) -> _T:  # noqa: ANN401  (fields are of any type)
    """Return a copy of a frozen dataclass (one without slots) with ``changes`` made."""
    copy = _new(type(value))
    _put(copy, "__dict__", {**value.__dict__, **changes})
    return copy
