"""A time limit and an act: the table of language section 4.4, in code.

Ranges of days are compared, and only agreement of every day decides. Nothing is late
because a date is absent from a file.

Keys of ``detail``: ``limit`` ("20 weeks"), ``form`` ("of", "starting with", "at least
before", "before", "on or before", "on", "on or after", "after", "between"),
``days_late`` and ``days_late_most``, ``days_early``, ``days_in_hand``,
``overdue_by``, ``due`` (an ISO date), ``practicable``, ``verb``, ``recipient``,
``planned``, ``start_not_happened``, ``act_before_start``, ``not_done``, ``reading``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from checker.clocks import ranges
from checker.evaluation.days import MONTH_END, DayValue, before, day_reader
from checker.evaluation.evaluate import Test
from checker.evaluation.operands import worked_out
from checker.evaluation.scope import Period, Scope
from checker.evaluation.tabled import UNLIMITED, Given, length_of
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.facts import Days, State
from checker.findings import Cause, Operand, Reason, Truth
from checker.rulebook.library import Library
from checker.rulebook.names import Names
from checker.varied import varied
from dsl.tree import (
    AtLeastBefore,
    BetweenDays,
    DayLimit,
    Happens,
    HasHappened,
    Length,
    Limit,
    Ref,
    Span,
    Within,
    WithinTheLimit,
)
from dsl.vocabulary import Event

CLEAR_NOTICE = "CLEAR-NOTICE"


@dataclass(frozen=True)
class Window:
    """The days on which an act is in time: ``first`` and ``last`` are ranges, None being no bound.

    ``other_last`` is the last day on the other side of the open reading ``reading``.
    ``start`` is the day the clock started, if it is a start and not an anchor. ``cause``
    is why the days between the ends of a range are not settled.
    """

    first: Days | None
    last: Days | None
    start: DayValue | None
    anchor: DayValue | None
    other_last: Days | None = None
    reading: str = ""
    cause: Cause = Cause.NOT_STATED


def length_words(length: Length) -> str:
    """Return a length of time as words: "20 weeks", "1 month"."""
    if length == UNLIMITED:
        return "no limit"
    unit = length.unit.replace("_", " ")
    return f"{length.n} {unit[:-1] if length.n == 1 and unit.endswith('s') else unit}"


def happens(node: Happens, library: Library) -> Test:
    """Make an act within a limit ready."""
    act_of = day_reader(node.act, "act", library.names)
    window_of = _window_reader(node, library)
    length = _written_length(node.limit)
    written = None if length is None else _described(node, length, library.names)

    def test(scope: Scope) -> Reason:
        act = act_of(scope)
        given = _NO_LENGTH if written is not None else _given_length(node, scope)
        found = length or given.value
        if not isinstance(found, Length):
            detail = {
                **_said(node, library.names),
                "form": "of" if isinstance(node.limit, Within) else "at least before",
            }
            return reason(
                "happens", node.span, UNDECIDED, given.causes, (*act.operands[:1], *given.operands), (), detail
            )
        detail = dict(written) if written is not None else {**_described(node, found, library.names), **given.told}
        return _within_window(node, act, window_of(scope, found), given, scope, detail)

    return test


def _within_window(
    node: Happens, act: DayValue, window: Window | Reason, given: Given, scope: Scope, detail: dict[str, str | int]
) -> Reason:
    if isinstance(window, Reason):
        return varied(window, operands=(*act.operands[:1], *window.operands), detail={**detail, **window.detail})
    if scope.new_limit is not None:
        window = varied(window, last=scope.new_limit, other_last=None, reading="")
    operands = (*act.operands, *_window_operands(window), *given.operands)
    if act.reading:
        return reason(
            "happens", node.span, UNDECIDED, (Cause.OPEN_LAW,), operands, detail={**detail, "reading": act.reading}
        )
    judged = _judge(act, window, scope, detail)
    if window.other_last is None:
        return varied(judged, span=node.span, operands=operands)
    chosen = scope.readings.get(window.reading)
    if chosen is True:
        return varied(judged, span=node.span, operands=operands)
    other = _judge(act, varied(window, last=window.other_last), scope, detail)
    if chosen is False:
        swapped = _window_operands(varied(window, last=window.other_last, other_last=window.last))
        return varied(other, span=node.span, operands=(*act.operands, *swapped))
    if (judged.truth, judged.causes) == (other.truth, other.causes):
        return varied(judged, span=node.span, operands=operands)
    return reason(
        "happens",
        node.span,
        UNDECIDED,
        (Cause.OPEN_LAW,),
        operands,
        detail={**judged.detail, "reading": window.reading},
    )


def has_happened(node: HasHappened, library: Library) -> Test:
    """Make "has happened" and "has not happened" ready, without a limit."""
    act_of = day_reader(node.act, "act", library.names)
    said: dict[str, str | int] = {"verb": _verb(node.act), "recipient": _recipient(node.act, library.names)}
    return lambda scope: _happened(node, act_of(scope), scope, dict(said))


def _happened(node: HasHappened, act: DayValue, scope: Scope, detail: dict[str, str | int]) -> Reason:
    if node.negated:
        detail["negated"] = "yes"
    if act.days is not None:
        planned = act.days.first is not None and act.days.first > scope.as_at
        truth = FALSE if planned else TRUE
        if planned:
            detail["planned"] = "yes"
    elif act.state is State.NOT_HAPPENED:
        vouched = act.through is None or act.through >= scope.as_at
        truth = FALSE if vouched else UNDECIDED
        if not vouched:
            return reason("has_happened", node.span, UNDECIDED, (Cause.NOT_STATED,), act.operands, detail=detail)
    else:
        if act.reading:
            detail["reading"] = act.reading
        return reason("has_happened", node.span, UNDECIDED, act.causes, act.operands, detail=detail)
    if node.negated:
        truth = TRUE if truth is FALSE else FALSE
    return reason("has_happened", node.span, truth, (), act.operands, detail=detail)


def period_of(node: Happens, scope: Scope) -> tuple[Days, Days] | None:
    """Return the first and last days of the period a limit gives, if they are known."""
    given = _given_length(node, scope)
    if not isinstance(given.value, Length):
        return None
    window = _window_reader(node, scope.library)(scope, given.value)
    if isinstance(window, Reason) or window.last is None or window.start is None or window.start.days is None:
        return None
    return window.start.days, window.last


def _written_length(limit: Limit) -> Length | None:
    """Return the length of a limit as the rule itself gives it; a limit of days has none. None if a table gives it."""
    if isinstance(limit, Within | AtLeastBefore):
        return limit.length if isinstance(limit.length, Length) else None
    return _NO_DAYS


def _given_length(node: Happens, scope: Scope) -> Given:
    """Return the length of a limit, given by a table or a parameter if need be; a limit of days has none."""
    if isinstance(node.limit, Within | AtLeastBefore):
        return length_of(node.limit.length, scope)
    return _NO_LENGTH


def _described(node: Happens, length: Length, names: Names) -> dict[str, str | int]:
    detail = _said(node, names)
    match node.limit:
        case Within(start_counts=counts):
            detail["limit"] = length_words(length)
            detail["form"] = "starting with" if counts else "of"
        case AtLeastBefore():
            detail["limit"] = length_words(length)
            detail["form"] = "at least before"
        case DayLimit(relation=relation):
            detail["form"] = relation
        case _:
            detail["form"] = "between"
    return detail


def _said(node: Happens, names: Names) -> dict[str, str | int]:
    detail: dict[str, str | int] = {"verb": _verb(node.act)}
    recipient = _recipient(node.act, names)
    if recipient:
        detail["recipient"] = recipient
    if node.practicable:
        detail["practicable"] = "yes"
    return detail


def _verb(act: object) -> str:
    """Return the participle, where the act belongs to something a sentence can say it of."""
    if not isinstance(act, Ref) or not isinstance(act.type, Event) or (act.base and len(act.steps) == 1):
        return ""
    return act.type.participle


def _recipient(act: object, names: Names) -> str:
    if isinstance(act, Ref) and act.to:
        return names.said("", (act.to,)) or act.to
    return ""


WindowOf = Callable[[Scope, Length], Window | Reason]
"""A limit made ready: the days in time in a scope, or the reason they cannot be told."""


def _window_reader(node: Happens, library: Library) -> WindowOf:
    limit = node.limit
    match limit:
        case Within():
            start_of = day_reader(limit.start, "start", library.names)
            return lambda scope, length: _within(node, limit, start_of(scope), length, scope)
        case AtLeastBefore():
            anchor_of = day_reader(limit.anchor, "anchor", library.names)
            return lambda scope, length: _at_least_before(node, anchor_of(scope), length, scope)
        case DayLimit(relation=relation, day=day):
            day_of_limit = day_reader(day, "anchor", library.names)
            return lambda scope, _: _by_day(node, relation, day_of_limit(scope))
        case BetweenDays(first=first, last=last):
            low_of, high_of = day_reader(first, "anchor", library.names), day_reader(last, "anchor", library.names)
            return lambda scope, _: _between(node, low_of(scope), high_of(scope))
        case WithinTheLimit():
            return lambda scope, _: _of_period(node, scope.period)


def _between(node: Happens, low: DayValue, high: DayValue) -> Window | Reason:
    for end in (low, high):
        if end.days is None:
            return _unknown(node, end)
    return Window(low.days, high.days, None, low)


def _of_period(node: Happens, period: Period | None) -> Window | Reason:
    if period is None:
        return reason("happens", node.span, UNDECIDED, (Cause.NOT_COVERED,))
    return Window(period.first, period.last, None, None)


def _within(node: Happens, limit: Within, start: DayValue, length: Length, scope: Scope) -> Window | Reason:
    if start.state is State.NOT_HAPPENED or (start.days and start.days.first and start.days.first > scope.as_at):
        planned = {"start_not_happened": "yes"}
        return reason("happens", node.span, UNDECIDED, (Cause.NOT_APPLICABLE,), start.operands, detail=planned)
    if start.days is None:
        return _unknown(node, start)
    if length == UNLIMITED:
        return Window(None, None, start, None)
    if length.n == 0:
        return Window(None, start.days, start, None)
    if length.unit == "school_days":
        # However few of them are school days, so many days hold no more of them than that.
        counted = timedelta(days=length.n - limit.start_counts)
        earliest = start.days.first + counted if start.days.first else None
        return Window(None, Days(earliest, None), start, None, cause=Cause.NOT_COVERED)
    closed = scope.library.bank_holidays
    found = ranges.last_days(length, start.days, closed, start_counts=limit.start_counts)
    return Window(None, found.adopted, start, None, found.other, MONTH_END if found.other else "")


def _at_least_before(node: Happens, anchor: DayValue, length: Length, scope: Scope) -> Window | Reason:
    if anchor.days is None:
        return _unknown(node, anchor)
    if length == UNLIMITED or length.n == 0:
        return Window(None, anchor.days if length.unit else None, None, anchor)
    if length.unit == "school_days":
        latest = anchor.days.last - timedelta(days=length.n) if anchor.days.last else None
        return Window(None, Days(None, latest), None, anchor, cause=Cause.NOT_COVERED)
    found = ranges.latest_acts(length, anchor.days, scope.library.bank_holidays)
    return Window(None, found.adopted, None, anchor, found.other, CLEAR_NOTICE if found.other else "")


def _unknown(node: Happens, day: DayValue) -> Reason:
    detail: dict[str, str | int] = {"reading": day.reading} if day.reading else {}
    return reason("happens", node.span, UNDECIDED, day.causes or (Cause.NOT_STATED,), day.operands, detail=detail)


def _by_day(node: Happens, relation: str, anchor: DayValue) -> Window | Reason:
    days = anchor.days
    if days is None:
        return _unknown(node, anchor)
    match relation:
        case "before":
            return Window(None, before(days), None, anchor)
        case "on or before":
            return Window(None, days, None, anchor)
        case "on":
            return Window(days, days, None, anchor)
        case "on or after":
            return Window(days, None, None, anchor)
        case _:
            return Window(before(days, -1), None, None, anchor)


def _window_operands(window: Window) -> tuple[Operand, ...]:
    operands: list[Operand] = []
    if window.start is not None:
        operands += window.start.operands
    if window.anchor is not None:
        operands += window.anchor.operands
    for role, days in (("first_day", window.first), ("last_day", window.last), ("other_last_day", window.other_last)):
        if days is not None:
            operands.append(worked_out(role, _SAID[role], days))
    return tuple(operands)


_SAID = {
    "first_day": "the first day in time",
    "last_day": "the last day",
    "other_last_day": "the last day on the other reading",
}


def _judge(act: DayValue, window: Window, scope: Scope, detail: dict[str, str | int]) -> Reason:
    """Judge one act against one window. The span and operands are filled in by the caller."""
    if act.state is State.NOT_APPLICABLE:
        return _reason(UNDECIDED, (Cause.NOT_APPLICABLE,), detail)
    if act.days is not None and not (act.days.first and act.days.first > scope.as_at):
        return _done(act.days, window, scope, detail)
    if act.days is not None:
        return _not_done(scope.as_at, window, scope, {**detail, "planned": "yes"})
    if act.state is State.NOT_HAPPENED:
        vouched = min(act.through, scope.as_at) if act.through else scope.as_at
        return _not_done(vouched, window, scope, detail)
    if act.state is State.NOT_STATED:
        if window.last is not None and window.last.first is not None and scope.as_at <= window.last.first:
            due = {**detail, "due": window.last.first.isoformat(), "not_stated": "yes"}
            return _reason(UNDECIDED, (Cause.NOT_YET_DUE,), due)
        return _reason(UNDECIDED, (Cause.NOT_STATED,), detail)
    return _reason(UNDECIDED, act.causes, detail)


def _done(days: Days, window: Window, scope: Scope, detail: dict[str, str | int]) -> Reason:
    happened = ranges.until(days, scope.as_at)
    start = window.start.days if window.start else None
    if start and start.first and happened.last and happened.last < start.first:
        return _reason(UNDECIDED, (Cause.DISPUTED,), {**detail, "act_before_start": "yes"})
    too_early = _early(happened, window)
    found = ranges.compare(happened, window.last) if window.last is not None else None
    if found is not None and found.verdict == "late":
        return _reason(FALSE, (), {**detail, **_lateness(found)})
    if too_early is FALSE:
        return _reason(FALSE, (), {**detail, **_earliness(happened, window)})
    if too_early is UNDECIDED or (found is not None and found.verdict == "undecided"):
        return _reason(UNDECIDED, (window.cause,), detail)
    in_hand: dict[str, str | int] = (
        {"days_in_hand": found.least} if found is not None and found.least is not None else {}
    )
    return _reason(TRUE, (), {**detail, **in_hand})


def _early(happened: Days, window: Window) -> Truth:
    if window.first is None:
        return TRUE
    if window.first.last and happened.first and happened.first >= window.first.last:
        return TRUE
    if window.first.first and happened.last and happened.last < window.first.first:
        return FALSE
    return UNDECIDED


def _lateness(found: ranges.Compared) -> dict[str, str | int]:
    if found.most is None:
        return {}
    late: dict[str, str | int] = {"days_late": -found.most}
    if found.least is not None and found.least != found.most:
        late["days_late_most"] = -found.least
    return late


def _earliness(happened: Days, window: Window) -> dict[str, str | int]:
    if window.first and window.first.first and happened.last:
        return {"days_early": (window.first.first - happened.last).days}
    return {}


def _not_done(vouched: date, window: Window, scope: Scope, detail: dict[str, str | int]) -> Reason:
    detail = {**detail, "not_done": "yes"}
    if window.last is None:
        return _reason(UNDECIDED, (Cause.NOT_YET_DUE,), detail)
    if window.last.last is not None and vouched > window.last.last:
        # Every day of the limit has passed on a day the absence is vouched for.
        return _reason(FALSE, (), {**detail, "overdue_by": (vouched - window.last.last).days})
    if window.last.first is not None and scope.as_at <= window.last.first:
        # Where the last day itself is not known, neither is the day by which it is due.
        due = {} if window.last.last is None else {"due": window.last.first.isoformat()}
        return _reason(UNDECIDED, (Cause.NOT_YET_DUE,), {**detail, **due})
    return _reason(UNDECIDED, (window.cause,), detail)


def _reason(truth: Truth, causes: tuple[Cause, ...], detail: dict[str, str | int]) -> Reason:
    return reason("happens", _NOWHERE, truth, causes, detail=detail)


_NOWHERE = Span("", 0, 0, 0, 0)
_NO_DAYS = Length(0, "days")
_NO_LENGTH = Given(_NO_DAYS, (), ())
