"""What holds of every period, whatever its days."""

import ast
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import checker.clocks
from checker.clocks import periods, working_days
from checker.clocks.periods import Length, corr, has_corresponding_day, last_day

_DAY = timedelta(days=1)
_FIRST, _LAST = date(2014, 9, 1), date(2029, 12, 31)
_DAYS = st.dates(_FIRST, _LAST)
_HOLIDAYS = st.frozensets(st.dates(date(2024, 1, 1), date(2025, 12, 31)), max_size=40)
_RANKS = ("not met", "one reading", "met")


def test_inclusive_months_over_every_day_of_fifteen_years() -> None:
    cases = unlike = 0
    day = _FIRST
    while day <= _LAST:
        for n in (1, 2, 3, 12):
            cases += 1
            of = last_day(Length(n, "months"), day, start_counts=False).adopted
            inclusive = last_day(Length(n, "months"), day, start_counts=True)
            assert inclusive.adopted <= of <= inclusive.adopted + _DAY
            assert (of == inclusive.adopted) == (not has_corresponding_day(day, n))
            clamped = corr(day, n) - _DAY
            assert inclusive.other in (None, clamped)
            assert (inclusive.other is None) == (inclusive.adopted == clamped)
            unlike += inclusive.adopted != clamped
        day += _DAY
    assert (cases, unlike) == (22_404, 238)


@given(_DAYS, st.integers(1, 60), st.sampled_from(["days", "weeks"]))
def test_leaving_the_start_out_is_one_day_longer(day: date, n: int, unit: str) -> None:
    length = Length(n, unit)  # type: ignore[arg-type]  # both are units
    after = last_day(length, day, start_counts=False).adopted
    assert after == last_day(length, day, start_counts=True).adopted + _DAY


@given(st.dates(date(2024, 2, 1), date(2025, 6, 30)), st.integers(1, 30), _HOLIDAYS)
def test_working_days_from_a_working_day_and_after_the_one_before_agree(
    day: date, n: int, closed: frozenset[date]
) -> None:
    start = working_days.next_working_day(day, closed)
    before = start - _DAY
    while not working_days.is_working_day(before, closed):
        before -= _DAY
    counted = working_days.nth_working_day(n, start, closed, start_counts=True)
    assert counted == working_days.nth_working_day(n, before, closed, start_counts=False)


@given(st.dates(date(2024, 2, 1), date(2025, 6, 30)), st.integers(1, 30), _HOLIDAYS, _DAYS, st.booleans())
def test_one_more_holiday_never_ends_a_period_earlier(
    day: date,
    n: int,
    closed: frozenset[date],
    more: date,
    counts: bool,  # noqa: FBT001
) -> None:
    longer = working_days.nth_working_day(n, day, closed | {more}, start_counts=counts)
    assert longer >= working_days.nth_working_day(n, day, closed, start_counts=counts)


@given(_DAYS, st.integers(-40, 400), st.integers(1, 12), st.sampled_from(["days", "weeks", "months"]))
def test_acting_a_day_earlier_never_makes_notice_worse(event: date, days: int, n: int, unit: str) -> None:
    length = Length(n, unit)  # type: ignore[arg-type]  # all three are units
    act = event - days * _DAY
    later, earlier = periods.notice(length, act, event), periods.notice(length, act - _DAY, event)
    assert _RANKS.index(earlier) >= _RANKS.index(later)


@given(_DAYS, st.integers(0, 20), st.integers(1, 10), _HOLIDAYS)
def test_acting_a_day_earlier_never_makes_working_notice_worse(
    event: date, days: int, n: int, closed: frozenset[date]
) -> None:
    act = event - days * _DAY
    later = working_days.working_notice(n, act, event, closed)
    assert _RANKS.index(working_days.working_notice(n, act - _DAY, event, closed)) >= _RANKS.index(later)


@given(_DAYS, st.integers(1, 12), st.sampled_from(["weeks", "months", "years"]))
def test_the_latest_act_is_the_boundary_of_notice(event: date, n: int, unit: str) -> None:
    length = Length(n, unit)  # type: ignore[arg-type]  # all three are units
    latest = periods.latest_act(length, event)
    assert latest.other is not None
    assert periods.notice(length, latest.adopted, event) == "met"
    assert periods.notice(length, latest.adopted + _DAY, event) == "one reading"
    assert periods.notice(length, latest.other, event) == "one reading"
    assert periods.notice(length, latest.other + _DAY, event) == "not met"


@given(_DAYS, st.integers(1, 12))
def test_the_days_inside_a_window_are_one_run_with_its_doubt_at_the_start(later: date, n: int) -> None:
    length = Length(n, "months")
    answers = [periods.in_the_period_before(length, later - i * _DAY, later) for i in range(31 * n + 40, 0, -1)]
    order = ("outside", "one reading", "inside")
    ranks = [order.index(answer) for answer in answers]
    assert ranks == sorted(ranks)
    assert set(answers) == set(order)


def test_no_clock_reads_the_day_or_a_file() -> None:
    folder = Path(checker.clocks.__file__).parent
    for path in folder.glob("*.py"):
        names = {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
        calls = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        assert not names & {"today", "now", "time", "read_text", "read_bytes"}, path
        assert not calls & {"open"}, path
        assert "import yaml" not in path.read_text()
        assert "pydantic" not in path.read_text()
