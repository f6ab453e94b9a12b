"""Resolves values: days, lengths, numbers, codes, and the limits made of them."""

from __future__ import annotations

from datetime import date

from dsl import calculations, paths, typed
from dsl import syntax as s
from dsl import tree as t
from dsl.names import Context, Mistake, suggestion
from dsl.vocabulary import Code, Codes, Day, Event, Number, Type, YesNo

DAY = Day()
LENGTH = None
"""The type of a length of time, which no field has."""


def length(written: s.Length) -> t.Length:
    """Return a length of time. Raises Mistake if it is no time at all."""
    if written.n == 0:
        raise Mistake(written.span, "LENGTH-ZERO", "a length of time is at least 1")
    return t.Length(written.n, written.unit)


def whole_days(written: s.Length) -> t.Length:
    """Return a length that something lasts. Raises Mistake if it leaves days out, which lasting does not."""
    made = length(written)
    if made.unit in ("working_days", "school_days"):
        raise Mistake(
            written.span,
            "LENGTH-UNIT",
            f"how long a thing lasts is not counted in {made.unit.replace('_', ' ')}",
            "say days, weeks, months or years",
        )
    return made


def day(value: s.Value, context: Context) -> t.DayExpr:
    """Return a value that must be a day."""
    match value:
        case s.Path():
            return _day_path(value, context)
        case s.Date():
            return t.Literal(date_of(value), Day(), value.span)
        case s.Shift():
            return t.Shift(length(value.length), value.sign, day(value.of, context), value.span)
        case s.InYear():
            return t.InYear(
                _day_of_month(value), value.month, _year(value.year, context), day(value.of, context), value.span
            )
        case s.LastWeekday():
            return t.LastWeekdayIn(
                value.weekday, value.month, _year(value.year, context), day(value.of, context), value.span
            )
        case s.LastDayOf():
            return t.LastDayOf(length(value.length), day(value.start, context), value.span)
        case s.Reaches():
            return t.Reaches(born(value.who, context), value.years, value.span)
        case s.FirstWorkingDay():
            return t.FirstWorkingDay(day(value.of, context), _day_counts(value.relation, value.span), value.span)
        case s.FirstDayOfYear():
            return t.FirstDayOfYear(
                _day_of_month(value),
                value.month,
                day(value.of, context),
                _day_counts(value.relation, value.span),
                value.span,
            )
        case s.Chosen():
            parts = tuple(day(part, context) for part in value.parts)
            return t.Later(parts, value.span) if value.later else t.Earlier(parts, value.span)
        case s.TimeLimit():
            _need_limit(value.span, context)
            return t.LimitEnd(value.span)
        case _:
            raise Mistake(value.span, "TYPE-NOT-A-DAY", f"this is {_kind(value)}, not a day", "a day is needed here")


def value(written: s.Value, context: Context) -> tuple[t.Value | t.Length, Type | None]:
    """Return a value and its type. A bare word must be a name; see :func:`literal` for codes."""
    match written:
        case s.Path() if calculations.is_parameter(written, context):
            return calculations.parameter(written, context, None)
        case s.Path():
            found = paths.find(written, context)
            return found, paths.type_of(found, context)
        case s.Number():
            type_ = Number(written.unit)
            return t.Literal(written.n, type_, written.span), type_
        case s.Length():
            return length(written), LENGTH
        case s.YesNo():
            return t.Literal(written.value, YesNo(), written.span), YesNo()
        case s.NumberOf():
            return calculations.number_of(written, context), Number()
        case s.TotalOf():
            return calculations.total_of(written, context)
        case s.ShareOf():
            return calculations.share_of(written, context), calculations.PER_CENT
        case s.Calculation():
            return calculations.calculation(written, context)
        case s.TableValue():
            return calculations.table_value(written, context, None)
        case s.ValueAsAt():
            return calculations.as_at(written, context)
        case _:
            return day(written, context), Day()


def against(left: Type | None, written: s.Value, context: Context) -> tuple[t.Value | t.Length, Type | None]:
    """Return the value that a value of type ``left`` is compared with. A bare word may be one of its codes."""
    if typed.is_day(left) and isinstance(written, s.Path):
        return day(written, context), DAY
    of = left.of if isinstance(left, Codes) else left
    if isinstance(written, s.Path) and paths.is_bare(written) and written.base.text not in context.variables:
        if isinstance(of, Code):
            return literal(of, written.base), of
        if written.start == "id":
            raise Mistake(written.span, "TYPE-MISMATCH", f"`{written.base.text}` is no value of {typed.said(left)}")
    return value(written, context)


def literal(code: Code, word: s.Word) -> t.Literal:
    """Return one of a list of words. Raises Mistake if the list does not have it."""
    known = [name for name, _ in code.values]
    if word.text not in known:
        raise Mistake(
            word.span,
            "CODE-UNKNOWN",
            f"`{word.text}` is not one of the words that may stand here",
            suggestion(word.text, known),
        )
    return t.Literal(word.text, code, word.span)


def born(who: s.Path, context: Context) -> t.Ref:
    """Return the day of birth from which an age is reckoned."""
    found, thing = paths.thing_of(who, context)
    birthday = context.names.vocabulary.birthday
    if birthday is None or thing.name != birthday[0]:
        raise Mistake(who.span, "AGE-OF", f"`{paths.written(who)}` has no age", "only a person with a birthday has one")
    field = thing.field(birthday[1])
    return t.Ref(found.base, (*found.steps, birthday[1]), field.type if field else Day(), who.span)


def limit(written: s.Bound, context: Context) -> t.Limit:
    """Return a limit that can be tested."""
    match written:
        case s.Within():
            return t.Within(
                so_long(written.length, context), day(written.start, context), written.start_counts, written.span
            )
        case s.AtLeastBefore():
            return t.AtLeastBefore(so_long(written.length, context), day(written.anchor, context), written.span)
        case s.DayLimit():
            return t.DayLimit(written.relation, day(written.day, context), written.span)
        case s.BetweenDays():
            return t.BetweenDays(day(written.first, context), day(written.last, context), written.span)
        case _:
            _need_limit(written.span, context)
            return t.WithinTheLimit(written.span)


def so_long(written: s.Value, context: Context) -> t.Length | t.TableValue | t.ParameterValue:
    """Return the length of a limit, written out or given by a table or a parameter."""
    if isinstance(written, s.Length):
        return length(written)
    found, type_ = value(written, context)
    if type_ is LENGTH and isinstance(found, t.TableValue | t.ParameterValue):
        return found
    raise Mistake(
        written.span,
        "LIMIT-LENGTH",
        "this gives no length of time",
        "say how long, or name a table or a parameter that does",
    )


def within(act: t.Ref | t.DefinedValue, written: s.Limit, context: Context) -> t.Happens | t.AsSoonAsPracticable:
    """Return an act within a limit."""
    if isinstance(written, s.Practicable):
        return t.AsSoonAsPracticable(act, day(written.after, context), written.span)
    practicable = isinstance(written, s.PracticableAnd)
    bound = written.bound if isinstance(written, s.PracticableAnd) else written
    return t.Happens(act, limit(bound, context), practicable, written.span)


def date_of(written: s.Date) -> date:
    """Return a date. Raises Mistake if it is in no calendar."""
    if written.day is None:
        raise Mistake(
            written.span,
            "DATE-UNKNOWN",
            f"there is no day `{written.text}`",
            "write year, month and day, as in 2026-03-14",
        )
    return written.day


def _day_path(path: s.Path, context: Context) -> t.DayExpr:
    found = paths.find(path, context)
    if isinstance(found, t.RelevantDate):
        return found
    type_ = paths.type_of(found, context)
    if typed.is_day(type_) and isinstance(found, t.Ref | t.DefinedValue):
        return found
    thing = context.names.thing(type_)
    if isinstance(found, t.Ref) and thing is not None and thing.event:
        return paths.act(path, context)
    raise Mistake(
        path.span,
        "TYPE-NOT-A-DAY",
        f"`{paths.written(path)}` is {typed.said(type_)}, not a day",
        "a day is needed here",
    )


def _year(word: s.Word, context: Context) -> str:
    known = [year.name for year in context.names.vocabulary.years]
    if word.text not in known:
        raise Mistake(
            word.span, "YEAR-UNKNOWN", f"no kind of year is called `{word.text}`", suggestion(word.text, known)
        )
    return word.text


def _day_counts(relation: str, span: t.Span) -> bool:
    """Whether the day itself may be the first. Raises Mistake for ``on or before``."""
    if relation == "on or before":
        raise Mistake(
            span, "FIRST-BEFORE", "there is no first day before a day", "say `after` or `on or after`, and the day"
        )
    return relation == "on or after"


def _day_of_month(value: s.InYear | s.FirstDayOfYear) -> int:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[value.month - 1]
    if not 1 <= value.day <= longest:
        raise Mistake(value.span, "DATE-UNKNOWN", f"that month has no day {value.day}")
    return value.day


def _need_limit(span: t.Span, context: Context) -> None:
    if not context.time_limit:
        raise Mistake(
            span,
            "LIMIT-OUTSIDE",
            "`the time limit` is that of a rule, and is spoken of only in an exception or a guard",
            "write the limit out",
        )


def _kind(value: s.Value) -> str:
    match value:
        case s.Number() | s.NumberOf() | s.TotalOf() | s.ShareOf() | s.Calculation():
            return "a number"
        case s.Length():
            return "a length of time"
        case s.YesNo():
            return "yes or no"
        case _:
            return "words"


def as_day_type(type_: Type | None) -> Type | None:
    """Return ``type_``, with every kind of day made one."""
    return DAY if isinstance(type_, Event) else type_


def settled_type(type_: Type | None, made: t.Value | t.Length, context: Context) -> Type | None:
    """Return the type of a value of a definition: a thing that has an event gives a day."""
    thing = context.names.thing(type_)
    if thing is not None and thing.event and isinstance(made, t.Ref):
        return DAY
    return as_day_type(type_)
