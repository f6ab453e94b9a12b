"""The parts of the kernel: its truth tables, its tabulated clock, its exact numbers, and what does without it."""

from __future__ import annotations

import itertools
import subprocess
import sys
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from checker.clocks import periods
from checker.evaluation import truth as explained
from checker.findings import Cause, Reason, Truth
from checker.kernel import exact, held
from checker.kernel.codes import BIT, CAUSES, STATES, TRUE
from checker.kernel.tables import Table
from checker.kernel.values import EARLY, LATE
from dsl.tree import Span

ROOT = Path(__file__).parents[2]
NOWHERE = Span("", 0, 0, 0, 0)
CAUSE_SETS = [(cause,) for cause in CAUSES] + [
    (Cause.NOT_COVERED, Cause.JUDGEMENT),
    (Cause.NOT_STATED, Cause.NOT_APPLICABLE),
]
LEAVES = [(Truth.TRUE, ()), (Truth.FALSE, ()), *((Truth.UNDECIDED, causes) for causes in CAUSE_SETS)]
KINDS = ("happens", "compare")
PARTS = list(itertools.product(LEAVES, KINDS))


def _reason(part: tuple[tuple[Truth, tuple[Cause, ...]], str]) -> Reason:
    (truth, causes), kind = part
    return explained.reason(kind, NOWHERE, truth, causes)


def _columns(column: list[tuple[tuple[Truth, tuple[Cause, ...]], str]]) -> held.Held:
    truth = np.array([explained.LEAST_FIRST.index(part[0][0]) for part in column], dtype=np.int8)
    causes = np.array([sum(BIT[cause] for cause in part[0][1]) for part in column], dtype=np.int16)
    found = held.held(truth, causes)
    return held.Held(**{**found.__dict__, "limit": np.array([part[1] == "happens" for part in column])})


@pytest.mark.parametrize("joined", ["and", "or"])
@pytest.mark.parametrize("several", [1, 2, 3])
def test_and_and_or_are_those_of_the_explaining_evaluator(joined: str, several: int) -> None:
    rows = (
        list(itertools.product(PARTS, repeat=several))
        if several < 3
        else list(itertools.product(PARTS[::2], PARTS, PARTS[::3]))
    )
    columns = [_columns([row[index] for row in rows]) for index in range(several)]
    given = held.all_of(columns) if joined == "and" else held.any_of(columns)
    by_reasons = explained.all_of if joined == "and" else explained.any_of
    for row, truth, causes in zip(rows, given.truth, given.causes, strict=True):
        wanted = by_reasons(joined, NOWHERE, tuple(_reason(part) for part in row))
        assert (truth, causes) == (
            explained.LEAST_FIRST.index(wanted.truth),
            sum(BIT[cause] for cause in wanted.causes),
        ), row


def test_not_turns_the_order_round() -> None:
    column = _columns(PARTS)
    for part, truth in zip(PARTS, held.negation(column).truth, strict=True):
        assert explained.LEAST_FIRST[truth] is explained.negation("not", NOWHERE, _reason(part)).truth
    assert held.decided(np.array([True]))[0] == TRUE


def test_every_state_and_cause_has_a_code() -> None:
    assert set(CAUSES) == set(Cause)
    assert len(set(BIT.values())) == len(Cause)
    assert len(STATES) == 7


@pytest.mark.parametrize("length", [(12, "months"), (1, "months"), (15, "days"), (3, "years")])
@pytest.mark.parametrize("start_counts", [True, False])
def test_the_tabulated_clock_is_the_scalar_clock(length: tuple[int, periods.Unit], *, start_counts: bool) -> None:
    wanted = periods.Length(*length)
    table = Table(lambda day: periods.last_day(wanted, day, start_counts=start_counts))
    days = [date(1950, 3, 1), date(2100, 2, 28), *(date(2023, 12, 1) + timedelta(days=n) for n in range(800))]
    adopted, other = table.of(np.array([day.toordinal() for day in days], dtype=np.int32))
    for day, one, two in zip(days, adopted, other, strict=True):
        scalar = periods.last_day(wanted, day, start_counts=start_counts)
        assert (date.fromordinal(one), date.fromordinal(two)) == (scalar.adopted, scalar.other or scalar.adopted)


def test_an_open_end_stays_open() -> None:
    table = Table(lambda day: periods.last_day(periods.Length(1, "weeks"), day, start_counts=False))
    assert table.of(np.array([EARLY, LATE], dtype=np.int32))[0].tolist() == [EARLY, LATE]


def test_numbers_are_exact() -> None:
    pairs = [(1, 3), (2, 3), (-5, 2), (0, 1), (7, 7)]
    numbers = [Fraction(*pair) for pair in pairs]
    one = exact.exact(np.array([a for a, _ in pairs]), np.array([b for _, b in pairs]), np.ones(5, dtype=bool))
    other = exact.whole(3, np.ones(5, dtype=bool))
    for made, by_fraction in (
        (exact.plus(one, other), [each + 3 for each in numbers]),
        (exact.times(one, other), [each * 3 for each in numbers]),
        (exact.divided(one, other), [each / 3 for each in numbers]),
    ):
        assert [Fraction(int(a), int(b)) for a, b in zip(made.number, made.over, strict=True)] == by_fraction
    total = exact.summed(one, np.array([0, 0, 1, 1, 1]), 3)
    assert [Fraction(int(a), int(b)) for a, b in zip(total.number, total.over, strict=True)] == [1, Fraction(-3, 2), 0]
    assert not exact.divided(one, exact.whole(0, np.ones(5, dtype=bool))).has.any()


def test_a_check_does_without_the_kernel_and_what_it_needs() -> None:
    case = ROOT / "fixtures" / "cases" / "well-written" / "case"
    files = [str(path) for path in sorted(case.iterdir())]
    script = (
        "import sys; from sendcheck.command import main\n"
        f"sys.argv = ['sendcheck', 'check', *{files!r}, '--as-at', '2026-03-16']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', [name for name in ('numpy', 'checker.kernel') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "LOADED []"
