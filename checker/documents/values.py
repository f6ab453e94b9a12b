"""The kinds of value a model may hold besides words, numbers, yes and no."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from checker.facts import Days
from checker.intake.dates import read_day


class Coded(str, Enum):  # noqa: UP042  (a StrEnum's members take no title)
    """One of a closed list of words, each with a title for readers."""

    title_: str

    def __new__(cls, value: str, title: str) -> Self:
        """Make the member ``value`` with its title."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.title_ = title
        return member


class Model(BaseModel):
    """A part of a case. Fields are optional: what a file does not say is not invented."""

    model_config = ConfigDict(extra="forbid", defer_build=True, frozen=True)

    singular: ClassVar[str] = "the thing"
    """How a sentence speaks of one of them."""
    event: ClassVar[str] = ""
    """The field that is meant when the thing itself is said to happen, or to be sent."""


def _day(value: object) -> Days:
    if isinstance(value, Days):
        return value
    days = read_day(str(value))
    if days is None:
        msg = f"`{value}` is not a date: write 2026-03-14, 14 March 2026 or March 2026"
        raise ValueError(msg)
    return days


WrittenDay = Annotated[
    Days,
    PlainValidator(_day),
    WithJsonSchema({"type": "string", "description": "A day (2026-03-14), or a month (2026-03)."}),
]
"""A day or a month as somebody wrote it, as the range of days it can mean."""
