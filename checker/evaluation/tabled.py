"""What tables and parameters give: the row for the values of the keys, in force on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from checker.evaluation.days import DayValue, day_of
from checker.evaluation.scope import Scope
from checker.evaluation.values import causes_of, plain_value
from checker.facts import Days, Fact, State
from checker.findings import Cause, Operand
from checker.varied import varied
from dsl import tree

UNLIMITED = tree.Length(0, "")
"""The length of a time limit where a table says that there is none."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Given:
    """What a table or a parameter gives: a value, or the causes for which it gives none.

    ``operands`` are the keys and the day it was read for; ``under`` is what the row cites,
    and ``title`` that of the table or parameter.
    """

    value: tree.Literal | tree.Length | None
    causes: tuple[Cause, ...]
    operands: tuple[Operand, ...]
    under: tree.Citation | None = None
    title: str = ""

    @property
    def told(self) -> dict[str, str | int]:
        """What the detail of a reason says of it: ``given_by``, ``under`` and the ids of its authorities."""
        if self.under is None:
            return {}
        return {"given_by": self.title, "under": self.under.text, "under_ids": " ".join(self.under.authorities)}


@dataclass(frozen=True)
class Dated:
    """A value and the days on which it is in force, both ends in."""

    value: tree.Literal | tree.Length | None
    first: date
    last: date
    under: tree.Citation | None


def given_by(node: tree.TableValue | tree.ParameterValue, scope: Scope) -> Given:
    """Return what a table or a parameter gives on the day it is read for."""
    operands: list[Operand] = []
    if isinstance(node, tree.TableValue):
        table = scope.library.book.tables[node.table]
        keys: list[Any] = []
        causes: list[Cause] = []
        for key in node.keys:
            value, operand = plain_value(key, scope, "key")
            operands.append(operand)
            keys.append(value)
            causes += causes_of(value) if isinstance(value, Fact) else ()
        if causes:
            return Given(None, tuple(dict.fromkeys(causes)), tuple(operands))
        dated = of_rows([row for row in table.rows if all(map(_holds, row.keys, keys))])
        title = table.title
    else:
        parameter = scope.library.book.parameters[node.parameter]
        dated, title = of_values(parameter.values), parameter.title
    day = _day(node.as_at, scope)
    operands += day.operands
    if day.days is None:
        return Given(None, day.causes or (Cause.NOT_STATED,), tuple(operands))
    return varied(on(dated, day.days, tuple(operands)), title=title)


def length_of(length: tree.Length | tree.TableValue | tree.ParameterValue, scope: Scope) -> Given:
    """Return the length of a time limit, written in the rule or given by a table or a parameter."""
    return Given(length, (), ()) if isinstance(length, tree.Length) else given_by(length, scope)


def on(dated: Sequence[Dated], days: Days, operands: tuple[Operand, ...]) -> Given:
    """Return the value in force on every day of a range; two that may be leave it undecided."""
    first, last = days.first or date.min, days.last or date.max
    found = [each for each in dated if each.first <= last and each.last >= first]
    if not found or min(each.first for each in found) > first or max(each.last for each in found) < last:
        return Given(None, (Cause.NOT_COVERED,) if not found else (Cause.NOT_STATED,), operands)
    values = {each.value for each in found}
    if len(values) > 1:
        return Given(None, (Cause.NOT_STATED,), operands)
    value = values.pop()
    causes = (Cause.NOT_APPLICABLE,) if value is None else ()
    return Given(value, causes, operands, found[-1].under)


def of_rows(rows: Iterable[tree.Row]) -> list[Dated]:
    """Return what the rows that answer to the keys give, each on its own days."""
    found = sorted(rows, key=lambda row: row.from_day or date.min)
    starts = [row.from_day or date.min for row in found]
    after = [*(start - _DAY for start in starts[1:]), date.max]
    return [
        Dated(
            value=UNLIMITED if row.limitless else row.gives,
            first=start,
            last=row.until_day or end,
            under=row.citation,
        )
        for row, start, end in zip(found, starts, after, strict=True)
    ]


def of_values(values: Sequence[tree.ParameterFrom]) -> list[Dated]:
    """Return the values of a parameter, each on its own days."""
    ends = [*(each.from_day - _DAY for each in values[1:]), date.max]
    return [Dated(each.value, each.from_day, end, each.citation) for each, end in zip(values, ends, strict=True)]


def _holds(key: tree.RowKey, value: Any) -> bool:  # noqa: ANN401  (the value of a field of any type)
    if key.any:
        return True
    if isinstance(value, bool | str):
        return key.low == value
    above = not isinstance(key.low, int) or key.low <= value
    return above and (not isinstance(key.high, int) or value <= key.high)


def _day(as_at: tree.DayExpr | None, scope: Scope) -> DayValue:
    if as_at is not None:
        return day_of(as_at, scope, "on")
    days = scope.plan_as_at or scope.relevant or Days.on(scope.as_at)
    return DayValue(state=State.KNOWN, days=days, operands=())
