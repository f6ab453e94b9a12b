"""Patterns compiled once and kept: what :mod:`re` makes of them, as bytes that load in no time.

Compiling all patterns takes some fifty milliseconds, a large part of a whole check, and
``re`` compiles again whatever is loaded from disk. So the code it makes is kept beside
each pattern. It belongs to one version of Python (the cache of the rule book is keyed by
it); wherever the code cannot be had, or is of another kind, the pattern is compiled anew.
"""

from __future__ import annotations

import array
import contextlib
import importlib
import re
from typing import Any, Final

_FLAGS: Final = re.UNICODE.value
_INTERNAL: Final = (ImportError, AttributeError, TypeError, ValueError, RuntimeError)
"""What use of the inside of ``re`` can raise on a Python that arranges it otherwise."""


def code_of(source: str) -> bytes:
    """Return the code of a pattern without groups or flags; empty if this Python does not give it."""
    with contextlib.suppress(*_INTERNAL):
        parser: Any = importlib.import_module("re._parser")
        compiler: Any = importlib.import_module("re._compiler")
        return array.array("I", compiler._code(parser.parse(source), 0)).tobytes()  # noqa: SLF001
    return b""


def pattern_from(source: str, code: bytes) -> re.Pattern[str]:
    """Return the pattern ``source``, made from its ``code`` where that can be."""
    if code:
        with contextlib.suppress(*_INTERNAL):
            sre: Any = importlib.import_module("_sre")
            numbers = array.array("I")
            numbers.frombytes(code)
            made: re.Pattern[str] = sre.compile(source, _FLAGS, list(numbers), 0, {}, (None,))
            return made
    return re.compile(source)
