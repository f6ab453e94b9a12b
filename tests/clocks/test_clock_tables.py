"""Every worked example, row by row."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.clocks import ages, periods, working_days
from checker.clocks.calendar import read_bank_holidays
from checker.clocks.periods import LastDay, Length

_TABLES = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text())
_STANDARDS = Path(__file__).parents[2] / "standards"
CLOSED = read_bank_holidays(yaml.safe_load((_STANDARDS / "calendars" / "england.yaml").read_text()))


def _rows(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", _TABLES[name], ids=lambda row: " ".join(map(str, row.values())))


@_rows("days_and_weeks")
def test_days_and_weeks(row: dict[str, Any]) -> None:
    found = periods.last_day(Length(row["n"], row["unit"]), row["start"], start_counts=row["start_counts"])
    assert found == LastDay(row["last"])


@_rows("months_of")
def test_months_after_a_day(row: dict[str, Any]) -> None:
    found = periods.last_day(Length(row["n"], "months"), row["start"], start_counts=False)
    assert found == LastDay(row["last"])


@_rows("months_beginning_with")
def test_months_that_count_their_first_day(row: dict[str, Any]) -> None:
    found = periods.last_day(Length(row["n"], "months"), row["start"], start_counts=True)
    assert found == LastDay(row["last"], row["other"])


@_rows("at_least_before")
def test_notice(row: dict[str, Any]) -> None:
    if row["unit"] == "working_days":
        found = working_days.working_notice(row["n"], row["act"], row["event"], CLOSED)
        latest = working_days.latest_working_act(row["n"], row["event"], CLOSED)
    else:
        length = Length(row["n"], row["unit"])
        found = periods.notice(length, row["act"], row["event"])
        latest = periods.latest_act(length, row["event"])
    assert found == row["result"]
    assert (row["act"] <= latest.adopted) == (row["result"] == "met")
    assert latest.other is not None
    assert (row["act"] > latest.other) == (row["result"] == "not met")


@_rows("in_the_period_before")
def test_window_before_a_day(row: dict[str, Any]) -> None:
    found = periods.in_the_period_before(Length(row["months"], "months"), row["earlier"], row["later"])
    assert found == row["result"]


@_rows("working_days")
def test_working_days(row: dict[str, Any]) -> None:
    found = working_days.nth_working_day(row["n"], row["start"], CLOSED, start_counts=row["start_counts"])
    assert found == row["last"]


@_rows("appeals")
def test_last_day_to_appeal(row: dict[str, Any]) -> None:
    last = working_days.day_to_appeal(row["notice"], row["certificate"], CLOSED)
    assert (last, last + timedelta(days=1)) == (row["last"], row["ceasing"])


@_rows("school_age_begins")
def test_compulsory_school_age_begins(row: dict[str, Any]) -> None:
    assert ages.compulsory_school_age_begins(row["born"]) == row["from"]


@_rows("school_age_ends")
def test_compulsory_school_age_ends(row: dict[str, Any]) -> None:
    assert ages.compulsory_school_age_ends(row["born"], row["term"]) == row["ends"]
    assert ages.young_person_from(row["born"], row["term"]) == row["young_person"]
    assert ages.age_on(row["born"], row["young_person"]).adopted == row["age"]


@_rows("last_fridays_in_june")
def test_last_friday_in_june(row: dict[str, Any]) -> None:
    day = row["day"]
    assert periods.last_weekday_in(periods.FRIDAY, 6, "calendar_year", day) == day
    assert periods.last_weekday_in(periods.FRIDAY, 6, "school_year", date(day.year - 1, 9, 1)) == day


@_rows("year_9")
def test_usual_cohort_of_year_9(row: dict[str, Any]) -> None:
    assert ages.usual_year_9(row["first"]) == ages.usual_year_9(row["last"]) == row["year"]
    assert ages.usual_year_9(row["first"] - timedelta(days=1)) != row["year"]


@_rows("plan_kept_to")
def test_how_long_a_plan_may_be_kept(row: dict[str, Any]) -> None:
    assert ages.reaches_age(row["born"], 25).adopted == row["reached"]
    if row["course_ends"]:
        assert ages.kept_to_with_a_course_end(row["born"], row["course_ends"]) == row["kept_to"]
    else:
        assert ages.kept_to_in_further_education(row["born"]) == row["kept_to"]


def test_school_age_end_needs_the_term_only_from_august_to_mid_september() -> None:
    assert ages.compulsory_school_age_ends(date(2010, 7, 31), None) == date(2026, 6, 26)
    assert ages.compulsory_school_age_ends(date(2010, 8, 1), None) is None
    assert ages.compulsory_school_age_ends(date(2010, 9, 15), None) is None
    assert ages.compulsory_school_age_ends(date(2010, 9, 16), None) == date(2027, 6, 25)


def test_an_age_is_reached_at_the_start_of_the_birthday() -> None:
    assert ages.age_on(date(2008, 5, 4), date(2026, 5, 3)).adopted == 17
    assert ages.age_on(date(2008, 5, 4), date(2026, 5, 4)).adopted == 18


def test_29_february_leaves_one_day_open() -> None:
    born = date(2008, 2, 29)
    assert ages.reaches_age(born, 18) == LastDay(date(2026, 3, 1), date(2026, 2, 28))
    assert ages.reaches_age(born, 16) == LastDay(date(2024, 2, 29))
    assert ages.age_on(born, date(2026, 2, 28)) == ages.AgeOn(17, 18)
    assert ages.age_on(born, date(2026, 3, 1)) == ages.AgeOn(18)


def test_anniversaries_and_years_about_a_day() -> None:
    assert periods.shift(Length(3, "years"), 1, date(2023, 9, 1)) == date(2026, 9, 1)
    assert periods.shift(Length(12, "months"), -1, date(2026, 9, 1)) == date(2025, 9, 1)
    assert periods.shift(Length(2, "weeks"), -1, date(2026, 9, 1)) == date(2026, 8, 18)
    assert periods.in_year(15, 2, "calendar_year", date(2026, 9, 1)) == date(2026, 2, 15)
    assert periods.in_year(15, 2, "school_year", date(2026, 9, 1)) == date(2027, 2, 15)
    assert periods.in_year(15, 2, "school_year", date(2026, 8, 31)) == date(2026, 2, 15)


def test_presumed_delivery_is_the_second_working_day_after_posting() -> None:
    assert working_days.deemed_delivery(date(2025, 4, 17), CLOSED) == date(2025, 4, 23)


def test_the_later_of_two_periods() -> None:
    twelve = periods.last_day(Length(12, "months"), date(2024, 9, 12), start_counts=True)
    three = periods.last_day(Length(3, "months"), date(2025, 7, 1), start_counts=True)
    assert max(twelve.adopted, three.adopted) == date(2025, 9, 30)


def test_a_unit_that_needs_a_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="calendar"):
        periods.last_day(Length(3, "working_days"), date(2025, 1, 1), start_counts=True)


def test_a_period_can_turn_on_one_holiday() -> None:
    turns = working_days.turns_on_holidays(3, date(2025, 4, 17), CLOSED, start_counts=False)
    assert turns == (date(2025, 4, 18), date(2025, 4, 21))


def test_holidays_moved_once_are_in_the_calendar() -> None:
    assert date(2020, 5, 4) not in CLOSED
    assert {date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)} <= CLOSED
    assert date(2022, 5, 30) not in CLOSED


@pytest.mark.parametrize("entry", ["Christmas", {"day": "25 December"}, {}])
def test_a_holiday_without_a_day_is_refused(entry: object) -> None:
    with pytest.raises(ValueError, match="no holiday"):
        read_bank_holidays({"holidays": [entry]})


def test_a_calendar_without_holidays_is_refused() -> None:
    with pytest.raises(ValueError, match="holidays"):
        read_bank_holidays({})


@pytest.mark.parametrize(
    ("n", "sign", "day", "found"),
    [
        (1, 1, date(2026, 4, 2), date(2026, 4, 7)),
        (3, 1, date(2026, 4, 2), date(2026, 4, 9)),
        (1, -1, date(2026, 4, 7), date(2026, 4, 2)),
        (3, -1, date(2026, 4, 8), date(2026, 4, 1)),
        (2, 1, date(2026, 4, 4), date(2026, 4, 8)),
    ],
)
def test_working_days_after_and_before_a_day(n: int, sign: int, day: date, found: date) -> None:
    assert working_days.shift(n, sign, day, CLOSED) == found


@pytest.mark.parametrize(
    ("day", "month", "on", "found"),
    [
        (31, 7, date(2026, 7, 31), date(2026, 7, 31)),
        (31, 7, date(2026, 8, 1), date(2027, 7, 31)),
        (29, 2, date(2026, 1, 1), date(2028, 2, 29)),
        (29, 2, date(2028, 3, 1), date(2032, 2, 29)),
        (1, 1, date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_first_day_of_a_year(day: int, month: int, on: date, found: date) -> None:
    assert periods.first_in_a_year(day, month, on) == found
