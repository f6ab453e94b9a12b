"""Resolves numbers that are worked out: calculations, totals, shares, and what tables and parameters give."""

from __future__ import annotations

from dsl import paths, typed
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake, singular, suggestion
from dsl.vocabulary import Number, Type

PER_CENT = Number("per cent")


def calculation(written: s.Calculation, context: Context) -> tuple[t.Arithmetic, Number]:
    """Return numbers joined by an operator, and the number that comes of it."""
    left, type_ = number(written.parts[0], context)
    for part in written.parts[1:]:
        right, other = number(part, context)
        type_ = _joined(written.operator, type_, other, part.span)
        left = t.Arithmetic(written.operator, left, right, type_, written.span)
    if not isinstance(left, t.Arithmetic):
        msg = "a calculation joins two values"
        raise TypeError(msg)
    return left, type_


def number(written: s.Value, context: Context) -> tuple[t.Value, Number]:
    """Return a value that must be a number."""
    from dsl.values import value  # noqa: PLC0415  (values hold calculations, and these hold values)

    made, type_ = value(written, context)
    if isinstance(made, t.Length) or not isinstance(type_, Number):
        raise Mistake(
            written.span, "TYPE-NOT-A-NUMBER", f"this is {typed.said(type_)}, not a number", "only numbers are reckoned"
        )
    return made, type_


def total_of(written: s.TotalOf, context: Context) -> tuple[t.TotalOf, Number]:
    """Return ``the total of V for each X in LIST``."""
    name, found, inner = _items(written.var, written.lists, context)
    value, type_ = number(written.value, inner)
    where = _where(written.where, inner)
    return t.TotalOf(value, name, found, where, type_, written.span), type_


def number_of(written: s.NumberOf, context: Context) -> t.NumberOf:
    """Return ``the number of X in LIST``. X may be in the plural; the condition speaks of one of them."""
    name, found, inner = _items(written.var, written.lists, context)
    return t.NumberOf(name, found, _where(written.where, inner), written.span)


def share_of(written: s.ShareOf, context: Context) -> t.ShareOf:
    """Return ``the share of X in LIST where (C)``."""
    from dsl.conditions import condition  # noqa: PLC0415  (conditions hold values, and this value holds a condition)

    name, found, inner = _items(written.var, written.lists, context)
    return t.ShareOf(name, found, condition(written.where, inner), written.span)


def table_value(written: s.TableValue, context: Context, day: t.DayExpr | None) -> tuple[t.TableValue, Type | None]:
    """Return what a table gives for its keys, read on a day."""
    from dsl.values import against  # noqa: PLC0415  (values hold what tables give, and its keys are values)

    name = written.table
    tabled = context.tables.get(name.text)
    if tabled is None:
        if name.text in context.names.blocks["table"]:
            raise Mistake(name.span, "TABLE-WRONG", f"the table `{name.text}` is itself not in order", "mend it first")
        raise Mistake(
            name.span,
            "TABLE-UNKNOWN",
            f"there is no table `{name.text}`",
            suggestion(name.text, context.names.blocks["table"]),
        )
    if len(written.keys) != len(tabled.by):
        raise Mistake(
            written.span,
            "TABLE-KEYS",
            f"the table `{name.text}` has {counted(len(tabled.by))}, and {len(written.keys)} stand here",
            "name as many, in the order of its `by`",
        )
    keys: list[t.Value] = []
    for key, type_ in zip(written.keys, tabled.by, strict=True):
        made, of = against(type_, key, context)
        typed.same(type_, of, key.span)
        if isinstance(made, t.Length):
            raise Mistake(key.span, "TYPE-LENGTH", "a length of time cannot stand here", "name what the table is by")
        keys.append(made)
    return t.TableValue(name.text, tuple(keys), day, tabled.type, written.span), tabled.type


def parameter(written: s.Path, context: Context, day: t.DayExpr | None) -> tuple[t.ParameterValue, Type | None]:
    """Return the value of a parameter, read on a day."""
    type_ = context.parameters[written.base.text]
    return t.ParameterValue(written.base.text, day, type_, written.span), type_


def is_parameter(written: s.Value, context: Context) -> bool:
    """Whether a value is the bare name of a parameter."""
    return (
        isinstance(written, s.Path)
        and paths.is_bare(written)
        and written.base.text in context.parameters
        and written.base.text not in context.variables
    )


def as_at(written: s.ValueAsAt, context: Context) -> tuple[t.Value, Type | None]:
    """Return what a table or a parameter gives on a day."""
    from dsl.values import day  # noqa: PLC0415  (values hold what is read as at a day)

    on = day(written.day, context)
    if isinstance(written.value, s.TableValue):
        return table_value(written.value, context, on)
    if isinstance(written.value, s.Path) and is_parameter(written.value, context):
        return parameter(written.value, context, on)
    raise Mistake(
        written.value.span,
        "AS-AT-VALUE",
        "only a table or a parameter is read as at a day in the middle of a condition",
        "put `as at` after the whole condition",
    )


def _items(var: s.Word, lists: tuple[s.Path, ...], context: Context) -> tuple[str, tuple[t.Ref, ...], Context]:
    found, item = paths.lists(lists, context)
    name = s.Word(singular(var.text), var.span)
    return name.text, found, context.with_variable(name, item)


def _where(written: s.Condition | None, context: Context) -> t.Condition | None:
    from dsl.conditions import condition  # noqa: PLC0415  (conditions hold values, and these values hold conditions)

    return condition(written, context) if written is not None else None


def _joined(operator: str, left: Number, right: Number, span: t.Span) -> Number:
    """Return the number that comes of an operator. Raises Mistake if the units do not go together."""
    one, other = typed.unit(left), typed.unit(right)
    if operator == "times":
        return _product(left, right, span)
    if operator == "divided by":
        return _quotient(left, right)
    if one != other:
        raise Mistake(
            span,
            "UNIT-MISMATCH",
            f"{typed.said(right)} stands after `{operator}`, and {typed.said(left)} before it",
            "give both in one unit",
        )
    return PER_CENT if operator == "as a percentage of" else left


def _product(left: Number, right: Number, span: t.Span) -> Number:
    for rate, count in ((left, right), (right, left)):
        if not count.unit:
            return rate
        of, _, per = rate.unit.partition(" per ")
        if per and singular(per) == typed.unit(count):
            return Number(of)
    raise Mistake(
        span,
        "UNIT-PRODUCT",
        f"{typed.said(left)} times {typed.said(right)} is a number of nothing",
        "multiply by a plain number, or a rate by what it is a rate of",
    )


def _quotient(left: Number, right: Number) -> Number:
    """Return what one number divided by another counts: hours per term by weeks per term give hours per week."""
    if not right.unit:
        return left
    if typed.unit(left) == typed.unit(right):
        return Number()
    (of, _, per), (by, _, also) = left.unit.partition(" per "), right.unit.partition(" per ")
    if per and per == also:
        return Number(f"{of} per {singular(by)}")
    return Number(f"{left.unit} per {typed.unit(right)}" if left.unit else f"per {typed.unit(right)}")


def counted(n: int) -> str:
    """Return how many keys that is, in words."""
    return "one key" if n == 1 else f"{n} keys"
