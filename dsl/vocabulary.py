"""What rules may speak of: things, their fields, events, parties and lists of words.

The vocabulary is data given to the language. Nothing here names a subject; a
library of loans and a statute book are described with the same classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

# Types of values ----------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """Words. They may be stated, and scanned for phrases; they are never compared."""


@dataclass(frozen=True)
class Number:
    """A number, with the unit it counts in (``words``, ``hours``), or none."""

    unit: str = ""


@dataclass(frozen=True)
class Day:
    """A day that is written down: a birthday, a last day for replies. Not an act."""


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""


@dataclass(frozen=True)
class Code:
    """One of a closed list of words; each has a title for readers."""

    name: str
    values: tuple[tuple[str, str], ...]

    def title(self, value: str) -> str:
        """Return the title of ``value``, or the value itself if it is not in the list."""
        return dict(self.values).get(value, value)


@dataclass(frozen=True)
class Codes:
    """Several values of one closed list (what a letter told the family)."""

    of: Code


@dataclass(frozen=True)
class Event:
    """Something that happens on a day, to each of its recipients if it has any.

    ``participle`` is how a rule says that it happened ("is *sent* to"); ``recipients``
    are the parties it may be done to, the first being the one meant when none is named.
    """

    participle: str
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Of:
    """A thing of the named kind."""

    thing: str


@dataclass(frozen=True)
class ListOf:
    """A list of things of the named kind."""

    thing: str


Type = Text | Number | Day | YesNo | Code | Codes | Event | Of | ListOf

# Names --------------------------------------------------------------------


@dataclass(frozen=True)
class Field:
    """A field of a thing, or a root of the case (``the child``).

    ``title`` is a heading ("Date of birth"); ``said`` is how a sentence speaks of it
    ("the date of birth"), without its owner. ``part`` names the part of a file that would
    hold it, where files are kept in parts.
    """

    name: str
    title: str
    said: str
    type: Type
    part: str = ""


@dataclass(frozen=True)
class Thing:
    """A kind of thing: a document, an act, an item, a person.

    ``singular`` is how a sentence speaks of one of them. ``event`` names the field that
    is meant when the thing itself is said to happen or to be sent. ``span`` names the
    two fields between which it lasts; its ``length`` and what it overlaps follow from them.
    """

    name: str
    title: str
    singular: str
    fields: tuple[Field, ...]
    event: str = ""
    span: tuple[str, str] | None = None

    def field(self, name: str) -> Field | None:
        """Return the field called ``name``, or None."""
        for each in self.fields:
            if each.name == name:
                return each
        return None


@dataclass(frozen=True)
class Relation:
    """A relation between two things: ``provision answers need``.

    ``links`` lists the kinds of thing on each side; ``said`` completes "F3 … B5".
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class Kind:
    """A kind of subject a rule checks: its root, and the stages its document may be at.

    ``section X`` in a rule means the field ``section_x`` of the root's thing.
    """

    name: str
    root: str
    stages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """A name with its title: a party, a list of phrases, a dimension of wording, a year."""

    name: str
    title: str


@dataclass(frozen=True)
class Authority:
    """A provision that rules may cite.

    ``kind`` is ``enactment``, ``guidance``, ``case``, ``proposal``, ``pilot`` or ``practice``.
    ``status`` is the status a rule resting on it has: ``in force``, ``guidance``,
    ``proposed``, ``piloted``, ``superseded``, ``not yet in force``, ``condition of grant``,
    ``local policy``, ``practice``. ``forces`` are the forces it can carry (``must``,
    ``must not``, ``should``, ``should normally``, ``may``).
    """

    id: str
    citation: str
    kind: str
    status: str
    forces: tuple[str, ...]
    in_force_from: date | None = None
    in_force_to: date | None = None


@dataclass(frozen=True)
class Instrument:
    """An instrument a citation may begin with, and the prefix of its authorities' ids."""

    id: str
    title: str
    short: str


@dataclass(frozen=True)
class Vocabulary:
    """All that rules may speak of, and all that they may cite."""

    roots: tuple[Field, ...]
    things: tuple[Thing, ...]
    kinds: tuple[Kind, ...]
    parties: tuple[Named, ...]
    relations: tuple[Relation, ...] = ()
    word_lists: tuple[Named, ...] = ()
    dimensions: tuple[Named, ...] = ()
    years: tuple[Named, ...] = ()
    deciders: tuple[Named, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    authorities: tuple[Authority, ...] = ()
    birthday: tuple[str, str] | None = None
    """The thing and field from which an age is reckoned: ``("child", "born")``."""
    aliases: tuple[tuple[str, str], ...] = field(default=())
    """Roots that are another name for a root: (``plan``, …) is resolved case by case."""
