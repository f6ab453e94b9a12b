"""Two figures joined in a range, and whether they are far enough apart to matter."""

from __future__ import annotations

import re
from typing import Final

_UP_TO_NINETEEN: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_UNITS: Final = _UP_TO_NINETEEN.split()
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_WORDS: Final = {
    **{word: float(number) for number, word in enumerate(_UNITS)},
    **{word: float(number) for word, number in _TENS.items()},
    **{f"{ten}-{_UNITS[unit]}": float(number + unit) for ten, number in _TENS.items() for unit in range(1, 10)},
}
_RANGE: Final = re.compile(
    r"(?P<low>[0-9.]+|[a-z]+(?:-(?!to)[a-z]+)?)(?: ?- ?| to | or )"
    r"(?P<high>[0-9.]+|[a-z]+(?:-[a-z]+)?) ?(?P<minutes>min)?"
)
_TIMES_AS_MUCH: Final = 1.5
_FEW_MINUTES: Final = 15


def is_wide(words: str) -> bool:
    """Say whether ``words``, plain and in lower case, give a range that lets much less be given.

    The upper figure is at least one and a half times the lower, and more than fifteen
    where the unit is minutes.
    """
    match = _RANGE.match(words)
    if not match:
        return False
    low, high = _number(match["low"]), _number(match["high"])
    if low is None or high is None or high < _TIMES_AS_MUCH * low:
        return False
    return not match["minutes"] or high > _FEW_MINUTES


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return _WORDS.get(words)
