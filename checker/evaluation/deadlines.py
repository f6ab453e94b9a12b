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

from datetime import date

from checker.clocks import ranges
from checker.evaluation.days import DayValue, day_reader
from checker.evaluation.evaluate import Test
from checker.evaluation.scope import Scope
from checker.evaluation.tabled import UNLIMITED, Given
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.evaluation.windows import NO_LENGTH, Window, given_length, window_operands, window_reader, written_length
from checker.facts import Days, State
from checker.findings import Cause, Reason, Truth
from checker.rulebook.library import Library
from checker.rulebook.names import Names
from checker.varied import varied
from dsl.tree import AtLeastBefore, DayLimit, Happens, HasHappened, Length, Ref, Span, Within
from dsl.vocabulary import Event


def length_words(length: Length) -> str:
    """Return a length of time as words: "20 weeks", "1 month"."""
    if length == UNLIMITED:
        return "no limit"
    unit = length.unit.replace("_", " ")
    return f"{length.n} {unit[:-1] if length.n == 1 and unit.endswith('s') else unit}"


def happens(node: Happens, library: Library) -> Test:
    """Make an act within a limit ready."""
    act_of = day_reader(node.act, "act", library.names)
    window_of = window_reader(node, library)
    length = written_length(node.limit)
    written = None if length is None else _described(node, length, library.names)

    def test(scope: Scope) -> Reason:
        act = act_of(scope)
        given = NO_LENGTH if written is not None else given_length(node, scope)
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
    operands = (*act.operands, *window_operands(window), *given.operands)
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
        swapped = window_operands(varied(window, last=window.other_last, other_last=window.last))
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
