"""How a model declares its fields: a title, how a sentence says it, and what kind of value it is.

Models are plain pydantic classes with optional fields. What rules may speak of is read
from the annotations here, so a model is at once the schema of a file, the vocabulary of
the language and the words of a reason.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A field's title, how a sentence speaks of it, the unit of a number, and its part of a record.

    ``part`` is one of :data:`checker.documents.events.PARTS`, or empty for a field that any
    record said to be complete answers for.
    """

    title: str
    said: str = ""
    unit: str = ""
    part: str = ""


@dataclass(frozen=True)
class Happens:
    """Marks a field that is an event: its participle, its recipients, its title and phrase.

    The participle is empty where a sentence can say the act only by its own name.
    ``name`` is the name of the event in a case record, ``request_received``; a field
    without one is not an event of the record, but of an item in it.
    """

    title: str
    said: str
    participle: str
    recipients: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True)
class Lasts:
    """Names the two events between which a thing lasts."""

    start: str
    end: str
