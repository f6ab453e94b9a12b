"""Which types of value may be compared, and how a type is named to a reader."""

from __future__ import annotations

from dsl.names import Mistake
from dsl.tree import Span
from dsl.vocabulary import Code, Codes, Day, Event, ListOf, Number, Of, Text, Thing, Type, YesNo


def said(type_: Type | None) -> str:
    """Return how a message speaks of a value of this type."""
    match type_:
        case Text():
            return "words"
        case Number(unit):
            return f"a number of {unit}" if unit else "a number"
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


def is_day(type_: Type | None) -> bool:
    """Whether a value of this type is a day, written down or of an event."""
    return isinstance(type_, Day | Event)


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
        if left.unit != right.unit:
            raise Mistake(
                span,
                "UNIT-MISMATCH",
                f"{said(left)} is compared with {said(right)}",
                f"say how many {left.unit}" if left.unit else "leave the unit out",
            )
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
