"""Dates as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts import Days
from checker.intake.dates import find_days, read_day

THE_DAY = Days.on(date(2026, 3, 14))
MARCH = Days(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14",
        "2026/03/14",
        "2026-03-14T00:00:00",
        "14 March 2026",
        "14th March 2026",
        "14 th March 2026",
        "14th of March 2026",
        "14 March, 2026",
        "14/03/2026",
        "14/3/26",
        "14.3.26",
        "14-03-2026",
        "14-Mar-2026",
        "14 Mar 26",
        "14MARCH2026",
        "Saturday 14 March 2026",
        "Sat, 14 Mar. 2026",
        "Saturday the 14th of March 2026",
        "March 14, 2026",
        "14\u00a0March\u00a02026",
        "  14 March 2026. ",
    ],
)
def test_one_day_in_each_form(text: str) -> None:
    assert read_day(text) == THE_DAY


@pytest.mark.parametrize(
    "text",
    [
        "March 2026",
        "Mar 2026",
        "MARCH 2026",
        "2026-03",
        "03/2026",
        "Mar. 2026",
        "March, 2026",
    ],
)
def test_a_whole_month(text: str) -> None:
    assert read_day(text) == MARCH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "March",
        "14 March",
        "31 February 2026",
        "29 February 2027",
        "2026-02-30",
        "03/14/2026",
        "32/01/2026",
        "0/1/2026",
        "2026-13",
        "00/2026",
        "14/03/202",
        "14/03/20266",
        "summer 2026",
        "from 14 March 2026",
        "14 March 2026 to 15 March 2026",
        "١٤/٠٣/٢٠٢٦",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_day(text) is None


def test_a_leap_day_is_a_day_only_in_its_year() -> None:
    assert read_day("29 February 2028") == Days.on(date(2028, 2, 29))
    assert read_day("February 2028") == Days(date(2028, 2, 1), date(2028, 2, 29))


def test_two_figure_years_turn_at_seventy() -> None:
    assert read_day("1/1/69") == Days.on(date(2069, 1, 1))
    assert read_day("1/1/70") == Days.on(date(1970, 1, 1))


def test_dates_in_running_text_keep_their_order_and_words() -> None:
    text = "From 1 September 2026 until July 2027 (agreed on 14/03/2026), then 2026-09-30."
    assert [(text[f.start : f.end], f.days.known_day) for f in find_days(text)] == [
        ("1 September 2026", date(2026, 9, 1)),
        ("July 2027", None),
        ("14/03/2026", date(2026, 3, 14)),
        ("2026-09-30", date(2026, 9, 30)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February 2026 she",
        "in the year 2009-10 we",
        "section 12.3.45.6",
        "reference 114/03/2026",
        "reference 14/03/2026-7",
        "May 20 be",
        "march 20 miles",
    ],
)
def test_nothing_is_found_where_no_date_stands(text: str) -> None:
    assert find_days(text) == ()


def test_a_year_group_is_not_a_day_of_the_month() -> None:
    text = "by the end of Year 6 March 2026 review"
    assert [text[f.start : f.end] for f in find_days(text)] == ["March 2026"]


DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@given(DAYS)
def test_every_day_is_read_in_every_form(day: date) -> None:
    name = day.strftime("%B")
    for text in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
        f"{name} {day.day}, {day.year}",
        f"{day:%A} {day.day} {name[:3]} {day.year}",
    ):
        assert read_day(text) == Days.on(day)
        assert [f.days for f in find_days(f"seen on {text}, and again")] == [Days.on(day)]


@given(DAYS)
def test_a_month_ends_the_day_before_the_next_begins(day: date) -> None:
    month = read_day(f"{day:%B} {day.year}")
    assert month is not None
    assert month.first is not None
    assert month.last is not None
    assert month.first.day == 1
    assert (month.last + timedelta(days=1)).day == 1
    assert month.first <= day <= month.last


@given(st.text(alphabet="0123456789/-. marchjunetwof,'t\u00a0", max_size=40))
def test_no_text_breaks_the_reader_and_found_words_read_the_same(text: str) -> None:
    read_day(text)
    for found in find_days(text):
        assert read_day(text[found.start : found.end]) == found.days
