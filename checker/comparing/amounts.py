"""How many minutes over what time words state, where that can be worked out exactly.

Nothing is assumed: not how long a term is, nor how many days a week a school opens. Words
that give two lengths, a range ("5 to 10 minutes") or two periods give no amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45,
    "fifty": 50, "sixty": 60,
}  # fmt: skip
_NUMBER = r"(?:\d+(?:\.\d+)?|" + "|".join(sorted((word for word in _NUMBERS), key=len, reverse=True)) + ")"
_LENGTH = re.compile(
    rf"\b(?:(?P<half>half[ -](?:an[ -])?hour)|(?P<count>{_NUMBER})[ -]?(?P<and>and a "
    rf"half[ -])?(?P<unit>hour|hr|minute|min)s?)\b"
)
_HOUR_AND_HALF = re.compile(r"\b(?:an|one) hour and a half\b|\bone and a half hours\b")
_PERIODS = (
    ("fortnight", (
r"(?:a|per|each|every|in a)[ /](?:school )?fortnight|fortnightly|every (?:other|second|two) weeks?"
r"|alternate weeks?"
)),
    ("half term", r"(?:a|per|each|every)[ /]half[ -]term|half[ -]termly"),
    ("term", r"(?:a|per|each|every|in a)[ /](?:school )?term|termly"),
    ("year", r"(?:a|per|each|every|in a)[ /](?:school |academic )?year|annually|yearly|per annum"),
    ("month", r"(?:a|per|each|every)[ /]month|monthly"),
    ("week", r"(?:a|per|each|every|in a|/)[ /]?(?:school )?week|weekly|(?<!\w)/ ?wk|p/w"),
    ("day", r"(?:a|per|each|every)[ /](?:school )?day|daily|every (?:morning|afternoon)"),
)  # fmt: skip
_PERIOD = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _PERIODS)
_WEEKS_A_YEAR = re.compile(r"\b(?:for |over )?\d+ weeks (?:a|per|each|of the|in the) (?:school |academic )?year\b")
_TIMES = re.compile(
    rf"\b(?:(?P<once>once)|(?P<twice>twice)|(?P<count>{_NUMBER})(?: more)? ?(?:x|times|sessions?|visits"
    rf"|blocks|lots of|days)(?=\W|$))"
)
_RANGE = re.compile(
    rf"\b{_NUMBER}\s?(?:-|to|or)\s?{_NUMBER}\b|\bup to\b|\bbetween\b|\bapproximately\b|\babout\b"
    rf"|\baround\b"
)
_ONCE_PER = re.compile(r"\bonce (?=(?:a|per|each|every)\b)")
_LONGEST = 400


@dataclass(frozen=True)
class Amount:
    """Minutes over a day, week, term, half term, month or year. A fortnight is two weeks."""

    minutes: Fraction
    per: str


def amount_in(words: str) -> Amount | None:
    """Return the amount that ``words`` state, or None if they state none, several, or one that is not exact."""
    if not words or len(words) > _LONGEST:
        return None
    text = _plain(words)
    text = _WEEKS_A_YEAR.sub(" ", _HOUR_AND_HALF.sub("90 minutes", text))
    if _RANGE.search(text):
        return None
    lengths = {_minutes(match) for match in _LENGTH.finditer(text)}
    periods = [name for name, pattern in _PERIOD if pattern.search(text)]
    if "half term" in periods and "term" in periods:
        periods.remove("term")
    if len(lengths) != 1 or len(periods) != 1:
        return None
    counts = {_count(match) for match in _TIMES.finditer(_LENGTH.sub(" ; ", _crossed(text)))}
    if len(counts) > 1:
        return None
    minutes, period = lengths.pop() * (counts.pop() if counts else 1), periods[0]
    return Amount(minutes / 2, "week") if period == "fortnight" else Amount(minutes, period)


def times_in(words: str) -> tuple[Fraction, str] | None:
    """Return how many times over what period words state ("twice a week", "weekly"), or None if not exactly."""
    text = _plain(words)
    periods = [name for name, pattern in _PERIOD if pattern.search(text)]
    if _RANGE.search(text) or len(periods) != 1 or len(words) > _LONGEST:
        return None
    counts = {_count(match) for match in _TIMES.finditer(_LENGTH.sub(" ; ", _crossed(text)))}
    if len(counts) > 1:
        return None
    count = counts.pop() if counts else Fraction(1)
    return (count / 2, "week") if periods[0] == "fortnight" else (count, periods[0])


def length_in(words: str) -> Fraction | None:
    """Return the one length in minutes that words state, or None if they state none, several or a range."""
    text = _HOUR_AND_HALF.sub("90 minutes", _plain(words))
    lengths = {_minutes(match) for match in _LENGTH.finditer(text)}
    return lengths.pop() if len(lengths) == 1 and not _RANGE.search(text) and len(words) <= _LONGEST else None


def _plain(words: str) -> str:
    text = words[: _LONGEST + 1].lower()
    return text.replace("\u00d7", "x").replace("\u2013", "-").replace("\u2019", "'")


def _crossed(text: str) -> str:
    """Return the words with "6 x 45 minutes" as "6 times 45 minutes"."""
    return re.sub(rf"\b({_NUMBER})\s?x\s?(?={_NUMBER})", r"\1 times ", text)


def _minutes(match: re.Match[str]) -> Fraction:
    if match["half"]:
        return Fraction(30)
    count = _number(match["count"])
    if match["and"]:
        count += Fraction(1, 2)
    return count * 60 if match["unit"].startswith("h") else count


def _count(match: re.Match[str]) -> Fraction:
    return Fraction(1) if match["once"] else Fraction(2) if match["twice"] else _number(match["count"])


def _number(words: str) -> Fraction:
    return Fraction(_NUMBERS[words]) if words in _NUMBERS else Fraction(words)
