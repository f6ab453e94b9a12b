"""Periods over ranges of days, closures and absences."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.clocks import absences, periods, ranges
from checker.clocks.periods import Length
from checker.clocks.ranges import Compared, Limit
from checker.facts import SOME_DAY, Days

_NONE: frozenset[date] = frozenset()
_DAY = timedelta(days=1)
_MARCH = Days(date(2026, 3, 1), date(2026, 3, 31))


def test_the_last_day_of_a_month_of_starts_is_a_range() -> None:
    assert ranges.last_days(Length(2, "weeks"), _MARCH, _NONE, start_counts=False) == Limit(
        Days(date(2026, 3, 15), date(2026, 4, 14))
    )


def test_a_month_end_leaves_a_reading_open_over_a_range() -> None:
    limit = ranges.last_days(Length(1, "months"), Days.on(date(2025, 1, 31)), _NONE, start_counts=True)
    assert limit == Limit(Days.on(date(2025, 2, 28)), Days.on(date(2025, 2, 27)))


def test_working_days_run_over_ranges() -> None:
    limit = ranges.last_days(Length(3, "working_days"), Days.on(date(2025, 3, 10)), _NONE, start_counts=False)
    assert limit.adopted.known_day == date(2025, 3, 13)


def test_the_latest_act_before_a_range_of_events() -> None:
    event = Days(date(2025, 6, 16), date(2025, 6, 20))
    assert ranges.latest_acts(Length(2, "weeks"), event, _NONE) == Limit(
        Days(date(2025, 6, 1), date(2025, 6, 5)), Days(date(2025, 6, 2), date(2025, 6, 6))
    )
    working = ranges.latest_acts(Length(5, "working_days"), Days.on(date(2025, 5, 14)), _NONE)
    assert working.adopted == Days.on(date(2025, 5, 6))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Days.on(date(2026, 3, 31)), Compared("in time", 0, 0)),
        (Days.on(date(2026, 4, 1)), Compared("late", -1, -1)),
        (_MARCH, Compared("in time", 0, 30)),
        (Days(date(2026, 3, 20), date(2026, 4, 2)), Compared("undecided", -2, 11)),
        (SOME_DAY, Compared("undecided", None, None)),
        (Days(None, date(2026, 3, 1)), Compared("in time", 30, None)),
    ],
)
def test_an_act_beside_a_last_day(act: Days, expected: Compared) -> None:
    assert ranges.compare(act, Days.on(date(2026, 3, 31))) == expected


def test_an_act_that_has_happened_happened_by_the_day_of_the_check() -> None:
    assert ranges.until(SOME_DAY, date(2026, 3, 1)) == Days(None, date(2026, 3, 1))
    assert ranges.until(_MARCH, date(2026, 3, 10)) == Days(date(2026, 3, 1), date(2026, 3, 10))
    assert ranges.until(_MARCH, date(2026, 4, 10)) == _MARCH


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Days(date(2025, 5, 20), date(2025, 6, 1)), "met"),
        (Days.on(date(2025, 6, 2)), "one reading"),
        (Days(date(2025, 6, 3), date(2025, 6, 9)), "not met"),
        (Days(date(2025, 6, 1), date(2025, 6, 3)), "undecided"),
        (SOME_DAY, "undecided"),
    ],
)
def test_notice_over_ranges(act: Days, expected: str) -> None:
    assert ranges.notice(Length(2, "weeks"), act, Days.on(date(2025, 6, 16)), _NONE) == expected


def test_working_notice_over_ranges() -> None:
    found = ranges.notice(Length(5, "working_days"), Days.on(date(2025, 5, 7)), Days.on(date(2025, 5, 14)), _NONE)
    assert found == "one reading"


_RANGE = st.builds(
    lambda day, more: Days(day, day + more * _DAY), st.dates(date(2024, 1, 1), date(2026, 1, 1)), st.integers(0, 5)
)


@given(_RANGE, _RANGE, st.sampled_from([Length(2, "weeks"), Length(1, "months"), Length(3, "months")]), st.booleans())
def test_only_the_agreement_of_every_day_decides(
    start: Days,
    act: Days,
    length: Length,
    counts: bool,  # noqa: FBT001
) -> None:
    limit = ranges.last_days(length, start, _NONE, start_counts=counts)
    hands = {
        (periods.last_day(length, one, start_counts=counts).adopted - other).days
        for one in _each(start)
        for other in _each(act)
    }
    expected: ranges.Verdict = "in time" if min(hands) >= 0 else "late" if max(hands) < 0 else "undecided"
    assert ranges.compare(act, limit.adopted) == Compared(expected, min(hands), max(hands))


def _each(days: Days) -> list[date]:
    assert days.first is not None
    assert days.last is not None
    return [days.first + i * _DAY for i in range((days.last - days.first).days + 1)]


def test_a_closure_opens_a_window_of_requests() -> None:
    window = absences.closure_window(date(2025, 7, 23), date(2025, 9, 2))
    assert window == Days(date(2025, 7, 16), date(2025, 8, 26))
    assert absences.closure_window(date(2025, 12, 22), date(2026, 1, 5)) is None
    assert absences.closure_window(date(2025, 7, 23), date(2025, 8, 20)) is not None
    assert absences.closure_window(date(2025, 7, 23), date(2025, 8, 19)) is None


@pytest.mark.parametrize(
    ("asked", "closed", "reopening", "expected"),
    [
        (Days.on(date(2025, 7, 15)), Days.on(date(2025, 7, 23)), Days.on(date(2025, 9, 2)), False),
        (Days.on(date(2025, 7, 16)), Days.on(date(2025, 7, 23)), Days.on(date(2025, 9, 2)), True),
        (Days.on(date(2025, 8, 26)), Days.on(date(2025, 7, 23)), Days.on(date(2025, 9, 2)), True),
        (Days.on(date(2025, 8, 27)), Days.on(date(2025, 7, 23)), Days.on(date(2025, 9, 2)), False),
        (Days.on(date(2025, 8, 1)), Days.on(date(2025, 12, 22)), Days.on(date(2026, 1, 5)), False),
        (Days.on(date(2025, 8, 1)), Days(date(2025, 7, 1), date(2025, 7, 31)), Days.on(date(2025, 9, 2)), True),
        (Days.on(date(2025, 7, 10)), Days(date(2025, 7, 1), date(2025, 7, 31)), Days.on(date(2025, 9, 2)), None),
        (Days(date(2025, 7, 1), date(2025, 7, 31)), Days.on(date(2025, 7, 23)), Days.on(date(2025, 9, 2)), None),
        (Days.on(date(2025, 8, 1)), Days.on(date(2025, 7, 23)), SOME_DAY, None),
    ],
)
def test_whether_advice_was_asked_for_in_the_window(
    asked: Days,
    closed: Days,
    reopening: Days,
    expected: bool | None,  # noqa: FBT001
) -> None:
    assert absences.asked_in_window(asked, closed, reopening) is expected


@pytest.mark.parametrize(
    ("returning", "ground"),
    [
        (date(2025, 7, 30), "open"),
        (date(2025, 7, 29), "one reading"),
        (date(2025, 7, 28), "one reading"),
        (date(2025, 7, 27), "closed"),
    ],
)
def test_four_weeks_away(returning: date, ground: str) -> None:
    assert absences.absence(date(2025, 7, 1), returning, 4) == ground


def test_only_the_days_inside_the_period_of_the_limit_count() -> None:
    period = Days(date(2025, 7, 10), date(2025, 11, 27))
    assert absences.days_away(date(2025, 7, 1), date(2025, 7, 30), period) == absences.WholeDays(20, 21)
    assert absences.absence(date(2025, 7, 1), date(2025, 7, 30), 4, period) == "closed"
    assert absences.absence(date(2025, 7, 1), date(2025, 7, 30), 2, period) == "open"


@pytest.mark.parametrize(
    ("returning", "ground"),
    [
        (Days(date(2025, 7, 30), date(2025, 8, 30)), "open"),
        (Days(date(2025, 7, 28), date(2025, 7, 29)), "one reading"),
        (Days(date(2025, 7, 1), date(2025, 7, 27)), "closed"),
        (Days(date(2025, 7, 27), date(2025, 7, 30)), "undecided"),
        (Days(date(2025, 7, 30), None), "open"),
        (SOME_DAY, "undecided"),
    ],
)
def test_an_absence_whose_end_is_a_range(returning: Days, ground: str) -> None:
    assert absences.absence_over_ranges(Days.on(date(2025, 7, 1)), returning, 4) == ground
