"""The calendar file as a set of days: ``standards/calendars/england.yaml``, already read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date


def read_bank_holidays(calendar: Mapping[str, object]) -> frozenset[date]:
    """Return the days of the calendar's ``holidays``: a list of entries, each with a ``day``.

    A day is a date or its ISO form. Raises ValueError, naming the entry, for anything else.
    """
    listed = calendar.get("holidays")
    if not isinstance(listed, Iterable):
        msg = "a calendar needs a list of `holidays`"
        raise ValueError(msg)  # noqa: TRY004  (a fault of the file, reported as the others are)
    return frozenset(_day(entry) for entry in listed)


def _day(entry: object) -> date:
    value = entry.get("day") if isinstance(entry, Mapping) else None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        msg = f"`{entry}` is no holiday: write a day, 2026-12-25, and its name"
        raise ValueError(msg) from None
