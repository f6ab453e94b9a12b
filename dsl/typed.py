"""Which types of value may be compared, and how a type is named to a reader."""

from __future__ import annotations

from dsl.names import Mistake, singular
from dsl.tree import Span
from dsl.vocabulary import Code, Codes, Day, Event, ListOf, Number, Of, Text, Thing, Type, YesNo


def said(type_: Type | None) -> str:
    """Return how a message speaks of a value of this type."""
    match type_:
        case Text():
            return "words"
        case Number(unit):
            return _counting(unit)
        case Day() | Event():
            return "a day"
        case YesNo():
            return "yes or no"
        case Code():
            return "one of a list of words"
        case Codes():
            return "several of a list of words"
        case Of():
            return "a thing"
        case ListOf():
            return "a list"
        case _:
            return "a length of time"


def _counting(unit: str) -> str:
    if unit.startswith("pence"):
        return f"an amount of money{unit.removeprefix('pence')}"
    if unit == "per cent":
        return "a percentage"
    return f"a number of {unit}" if unit else "a number"


def is_day(type_: Type | None) -> bool:
    """Whether a value of this type is a day, written down or of an event."""
    return isinstance(type_, Day | Event)


def unit(type_: Type | None) -> str:
    """Return the unit a number counts in, each word in the singular; nothing for what is no number."""
    return " ".join(map(singular, type_.unit.split())) if isinstance(type_, Number) else ""


def _convert(left: Number, right: Number) -> str:
    """Return what helps where two units differ."""
    if " per " in left.unit and " per " in right.unit:
        return "rates are compared over one time: divide one by how many weeks it is for, where the record says"
    if left.unit.startswith("pence"):
        return "say how much, as in `£6,000`"
    return f"say how many {left.unit}" if left.unit else "leave the unit out"


def field_names(thing: Thing) -> list[str]:
    """Return the names of a thing's fields."""
    return [field.name for field in thing.fields]


def codes_outside(values: Code, of: Code) -> list[str]:
    """Return the words of ``values`` that ``of`` does not have."""
    known = {value for value, _ in of.values}
    return [value for value, _ in values.values if value not in known]


def same(left: Type | None, right: Type | None, span: Span) -> None:
    """Raise Mistake unless values of the two types may be compared."""
    if isinstance(left, Number) and isinstance(right, Number):
        if unit(left) != unit(right):
            raise Mistake(span, "UNIT-MISMATCH", f"{said(left)} is compared with {said(right)}", _convert(left, right))
        return
    if isinstance(left, Code) and isinstance(right, Code):
        outside = codes_outside(right, left) and codes_outside(left, right)
        if outside:
            raise Mistake(
                span, "CODE-OUTSIDE", f"`{outside[0]}` can be a value of only one of these", "compare words of one list"
            )
        return
    if (left is None and right is None) or (is_day(left) and is_day(right)):
        return
    if isinstance(left, YesNo) and isinstance(right, YesNo):
        return
    if said(left) == said(right):
        raise Mistake(
            span,
            "TYPE-UNCOMPARED",
            f"two values, each {said(left)}, are not compared",
            "ask whether it includes a word" if isinstance(left, Codes) else "ask whether it is stated, or judge it",
        )
    raise Mistake(span, "TYPE-MISMATCH", f"{said(left)} is compared with {said(right)}", "compare values of one kind")
