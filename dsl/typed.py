"""Which types of value may be compared, and how a type is named to a reader."""

from __future__ import annotations

from dsl.vocabulary import Code, Codes, Day, Event, ListOf, Number, Of, Text, Thing, Type, YesNo


def said(type_: Type | None) -> str:  # noqa: PLR0911  (one answer for each type)
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
