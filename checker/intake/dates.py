"""Dates as people write them in England: the day before the month, months by name, whole months.

Pure functions of the text. Nothing is guessed: a date that cannot be (31 February 2026)
is no date, and a year must be given. A two-figure year from 70 is in the 1900s, below it
in the 2000s. A weekday beside a date is passed over, right or wrong.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from checker.facts import Days

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_NAME = "(?:" + "|".join(name for names in _MONTHS for name in names) + r")(?![a-z])\.?"
_WEEKDAY = (
    r"(?:(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"\b[.,]?\s*(?:the\s+)?)?"
)
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?:19|20|21)[0-9]{2}"
_GAP = r"(?:\s*[,\-‐‑/.]\s*|\s+)"
_TIME = r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"

_FORMS = (
    rf"(?P<iso_year>{_YEAR})(?P<iso_mark>[-/.])(?P<iso_month>[0-9]{{1,2}})(?P=iso_mark)(?P<iso_day>[0-9]{{1,2}}){_TIME}",
    (
        rf"{_WEEKDAY}(?P<figure_day>[0-9]{{1,2}})\s?(?P<mark>[-/.])\s?(?P<figure_month>[0-9]{{1,2}})\s?(?P=mark)\s?"
        rf"(?P<figure_year>{_YEAR}|[0-9]{{2}})"
    ),
    (
        rf"{_WEEKDAY}(?<!year )(?P<named_day>[0-9]{{1,2}}){_TH}(?:\s+of\b)?{_GAP}?(?P<named_month>{_NAME}){_GAP}?"
        rf"(?P<named_year>{_YEAR}|'?[0-9]{{2}})"
    ),
    rf"{_WEEKDAY}(?P<after_month>{_NAME})\s+(?P<after_day>[0-9]{{1,2}}){_TH}(?:,\s*|\s+)(?P<after_year>{_YEAR})",
    rf"(?P<whole_month>{_NAME}){_GAP}?(?P<whole_year>{_YEAR})",
    rf"(?P<short_year>{_YEAR})-(?P<short_month>[0-9]{{2}})",
)
_ANY = re.compile(rf"(?<![\w/.\-])(?:{'|'.join(_FORMS)})(?![\w/\-]|\.[0-9])", re.IGNORECASE)
_MONTH_IN_FIGURES = re.compile(rf"([0-9]{{1,2}})[/.\-]({_YEAR})")
_CENTURY_TURN = 70
_LAST_SHORT_YEAR = 99


@dataclass(frozen=True)
class FoundDays:
    """A date found in running text: its days, and where its words start and end."""

    days: Days
    start: int
    end: int


def read_day(text: str) -> Days | None:
    """Return the days that ``text`` as a whole stands for, or None if it is not one date or month.

    "14 March 2026" is one day, "March 2026" thirty-one. A month in figures is read too
    ("03/2026"). A full stop or comma after the date is passed over.
    """
    trimmed = text.strip().rstrip(".,;").rstrip()
    match = _ANY.fullmatch(trimmed)
    if match:
        return _days_of(match)
    figures = _MONTH_IN_FIGURES.fullmatch(trimmed)
    return _whole_month(int(figures[2]), int(figures[1])) if figures else None


def find_days(text: str) -> tuple[FoundDays, ...]:
    """Return every date and month in running text, in order, none overlapping.

    "2009-10" is passed over here: in running text it is an academic or financial year.
    """
    found = []
    for match in _ANY.finditer(text):
        if match["short_year"] and (int(match["short_year"]) + 1) % 100 == int(match["short_month"]):
            continue
        days = _days_of(match)
        if days:
            found.append(FoundDays(days, match.start(), match.end()))
    return tuple(found)


def _days_of(match: re.Match[str]) -> Days | None:
    for year, month, day in (
        ("iso_year", "iso_month", "iso_day"),
        ("figure_year", "figure_month", "figure_day"),
        ("named_year", "named_month", "named_day"),
        ("after_year", "after_month", "after_day"),
    ):
        if match[year]:
            return _one_day(_full_year(match[year]), _month_number(match[month]), int(match[day]))
    if match["whole_year"]:
        return _whole_month(int(match["whole_year"]), _month_number(match["whole_month"]))
    return _whole_month(int(match["short_year"]), int(match["short_month"]))


def _full_year(written: str) -> int:
    number = int(written.lstrip("'"))
    if number > _LAST_SHORT_YEAR:
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def _month_number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() else _NUMBER_OF[written.rstrip(".").lower()]


def _one_day(year: int, month: int, day: int) -> Days | None:
    try:
        return Days.on(date(year, month, day))
    except ValueError:
        return None


def _whole_month(year: int, month: int) -> Days | None:
    if month not in range(1, len(_MONTHS) + 1):
        return None
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
