"""A node of a file as facts, by what the vocabulary says its fields are.

The vocabulary is read off the models, and a compiled rule book carries it, so a file is
checked as strictly as the models would check it without building them. What is wrong is
gathered, each at its line; nothing is raised.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from checker.facts import Days, Fact, Origin, Place, State, Value, Version, absent, items, known
from checker.intake.dates import read_day
from checker.intake.limits import Problem, shown
from checker.intake.yaml_nodes import Node
from dsl.vocabulary import Code, Codes, Day, Event, ListOf, Number, Of, Text, Thing, Type, YesNo

YES = frozenset({"yes", "y", "true", "t", "on", "1"})
NO = frozenset({"no", "n", "false", "f", "off", "0"})
_NUMBER = re.compile(r"-?[0-9]{1,12}")
ENOUGH_PROBLEMS = 100
MAX_ITEMS = 200
"""Items of one list: no case has so many reviews, or so much advice."""

CODED_BY = {
    "Consultee": "body",
    "ReviewedProvision": "kind",
    "JointEntry": "about",
    "OfficersEntry": "officers",
    "OfferEntry": "about",
    "FamiliesAsked": "about",
    "Announcement": "told",
    "BreaksEntry": "about",
    "ReportEntry": "about",
}
"""Things that are entries of a closed list: the field that says which entry."""
_KEYED_BY = {
    "Review": "meeting",
    "Amendment": "notice",
    "PhaseTransfer": "date",
    "CeaseDecision": "decision",
    "Reassessment": "receipt",
    "Advice": "giver",
    "CommentsPublished": "day",
    "Member": "sector",
    "OtherConsultee": "body",
    "AdviceCompared": "item",
    "Recommendation": "date",
    **CODED_BY,
}
"""The field whose value is the key of an item in its list; items of other lists are keyed by position."""
_MAY_REPEAT = frozenset({"Advice", "Member", "AdviceCompared"})
_BY_WORDS = _MAY_REPEAT | frozenset(CODED_BY) | {"OtherConsultee"}
"""Things whose key is a word and no day."""


class FieldReader:
    """Reads nodes of one file into facts. ``facts`` and ``problems`` are what it found."""

    def __init__(self, things: Mapping[str, Thing], file: str) -> None:
        """Read with the vocabulary's ``things``, naming places in ``file``."""
        self.things = things
        self.file = file
        self.facts: dict[str, Fact] = {}
        self.listed: dict[str, str] = {}
        """The lists that were read, with the kind of thing in each."""
        self.problems: list[Problem] = []

    def place(self, node: Node) -> Place:
        """Return the place of ``node``: its line and words."""
        return Place(self.file, line=node.line, words=node.words)

    def problem(self, node: Node, message: str) -> None:
        """Keep a problem at the line of ``node``."""
        self.problems.append(Problem(message, node.line))

    def unknown(self, node: Node, word: str, names: Iterable[str], what: str) -> None:
        """Keep the problem of a word that is not among ``names``, with the nearest of them."""
        # Suggestions cost time, and twenty problems are shown: a file of a million mistakes gets no more.
        known_names = list(names) if len(self.problems) < ENOUGH_PROBLEMS else []
        self.problem(node, unknown(word, known_names, what))

    def mapping(self, node: Node, where: str) -> Mapping[str, Node]:
        """Return the entries of a mapping; anything else but nothing at all is a problem."""
        if node.value is not None and not isinstance(node.value, Mapping):
            self.problem(node, f"{where} takes names with values (`name: value`)")
        return node.map

    def rows(self, node: Node, where: str, most: int = MAX_ITEMS) -> tuple[Node, ...]:
        """Return the items of a list; anything else but nothing at all is a problem, and so are more than ``most``."""
        if node.value is not None and not isinstance(node.value, tuple):
            self.problem(node, f"{where} takes a list, each item after a dash")
        if len(node.list) > most:
            self.problem(node.list[most], f"{where} takes at most {most} items")
        return node.list[:most]

    def thing(self, node: Node, name: str, pointer: str, where: str, only: Sequence[str] = ()) -> None:
        """Read the fields of a thing. ``only`` limits them to the names given."""
        thing = self.things[name]
        for key, value in self.mapping(node, where).items():
            field = thing.field(key) if not only or key in only else None
            if field is None:
                names = only or [each.name for each in thing.fields]
                self.unknown(value, key, names, f"a field of {where}")
            else:
                self.field(value, field.type, f"{pointer}/{key}", f"`{key}`")

    def items(self, node: Node, name: str, pointer: str, where: str) -> tuple[str, ...]:
        """Read a list of things under their keys, and return the keys."""
        if node.tag == "!not-applicable":
            self.facts[pointer] = absent(State.NOT_APPLICABLE, self.place(node))
            return ()
        self.listed[pointer] = name
        keys: list[str] = []
        for position, row in enumerate(self.rows(node, where), start=1):
            entries = self.mapping(row, f"each item of {where}")
            key = self._key(entries, name, position)
            if key in keys:
                if name not in _MAY_REPEAT:
                    self.problem(row, f"two items of {where} are both `{shown(key)}`: give one of them an `id`")
                number = 2
                while f"{key}-{number}" in keys:
                    number += 1
                key = f"{key}-{number}"
            keys.append(key)
            fields = {field: value for field, value in entries.items() if field != "id"}
            self.thing(Node(fields, "", row.line, row.column), name, f"{pointer}/{key}", where)
        if node.value is not None:
            self.facts[pointer] = items(tuple(keys), Place(self.file, line=node.line), complete=False)
        else:
            self.facts[pointer] = absent(State.NOT_STATED, self.place(node))
        return tuple(keys)

    def _key(self, entries: Mapping[str, Node], name: str, position: int) -> str:
        chosen = entries.get("id")
        if chosen is not None:
            if chosen.words and "/" not in chosen.words:
                return chosen.words
            self.problem(chosen, "an `id` is words without `/`")
        by = entries.get(_KEYED_BY.get(name, ""))
        if by is None:
            return str(position)
        if name in _BY_WORDS:
            return by.words or str(position)
        written = _first_words(by)
        days = read_day(written)
        return key_of(days) if days else str(position)

    def field(self, node: Node, kind: Type, pointer: str, where: str) -> None:
        """Read one field into the fact at ``pointer``, or the facts beneath it."""
        if isinstance(kind, ListOf):
            self.items(node, kind.thing, pointer, where)
        elif isinstance(kind, Of):
            self._part(node, kind, pointer, where)
        elif isinstance(kind, Event) and kind.recipients:
            self._sent(node, kind, pointer, where)
        else:
            fact = self.leaf(node, kind, where)
            if fact is not None:
                self.facts[pointer] = fact

    def _part(self, node: Node, kind: Of, pointer: str, where: str) -> None:
        thing = self.things[kind.thing]
        event = thing.field(thing.event) if thing.event else None
        if event is not None and (node.tag or not isinstance(node.value, Mapping)):
            self.field(node, event.type, f"{pointer}/{event.name}", where)
        else:
            self.thing(node, kind.thing, pointer, where)

    def _sent(self, node: Node, kind: Event, pointer: str, where: str) -> None:
        if not isinstance(node.value, Mapping):
            fact = self.leaf(node, Day(), where, happens=True)
            if fact is not None:
                self.facts[f"{pointer}/{kind.recipients[0]}"] = fact
            return
        for to, value in node.map.items():
            if to not in kind.recipients:
                self.unknown(value, to, kind.recipients, f"one to whom {where} may be done")
                continue
            fact = self.leaf(value, Day(), f"`{to}`", happens=True)
            if fact is not None:
                self.facts[f"{pointer}/{to}"] = fact

    def leaf(self, node: Node, kind: Type, where: str, *, happens: bool = False) -> Fact | None:
        """Return the fact of a field without parts, or None with a problem kept."""
        happens = happens or isinstance(kind, Event)
        if node.tag == "!disputed":
            return self._disputed(node, kind, where)
        if node.tag:
            if node.value not in (None, ""):
                self.problem(node, f"nothing may follow `{node.tag}`")
                return None
            if node.tag == "!not-yet" and not happens:
                self.problem(node, f"`!not-yet` is for something that happens, and {where} is not")
                return None
            return absent(State.NOT_HAPPENED if node.tag == "!not-yet" else State.NOT_APPLICABLE, self.place(node))
        if node.value is None or node.value == "" or (isinstance(node.value, str) and not node.words):
            return absent(State.NOT_STATED, self.place(node))
        value = self.value(node, kind, where)
        return None if value is None else known(value, self.place(node), Origin.TYPED)

    def value(self, node: Node, kind: Type, where: str) -> Value | None:
        """Return the value of a scalar (or of a list of codes), or None with a problem kept."""
        if isinstance(kind, Codes):
            return self._codes(node, kind, where)
        if not isinstance(node.value, str):
            self.problem(node, f"{where} takes words, not {'a list' if isinstance(node.value, tuple) else 'names'}")
            return None
        words = node.words
        if isinstance(kind, Text):
            return words
        if isinstance(kind, Day | Event):
            days = read_day(words)
            if days is None:
                self.problem(node, f"`{shown(words, 40)}` is not a date: write 2026-03-14, 14 March 2026 or March 2026")
            return days
        if isinstance(kind, YesNo):
            if words.lower() in YES | NO:
                return words.lower() in YES
            self.problem(node, f"{where} takes yes or no, not `{shown(words, 40)}`")
            return None
        if isinstance(kind, Number):
            if _NUMBER.fullmatch(words):
                return int(words)
            self.problem(node, f"{where} takes a whole number, not `{shown(words, 40)}`")
            return None
        if isinstance(kind, Code):
            return self._code(node, kind, where)
        msg = f"no field is of the type {kind}"
        raise TypeError(msg)

    def _code(self, node: Node, kind: Code, where: str) -> str | None:
        names = [value for value, _ in kind.values]
        if node.tag or not isinstance(node.value, str):
            self.problem(node, f"each value of {where} is one word")
            return None
        if node.words in names:
            return node.words
        self.unknown(node, node.words, names, f"a value of {where}")
        return None

    def _codes(self, node: Node, kind: Codes, where: str) -> tuple[str, ...] | None:
        if not isinstance(node.value, tuple):
            self.problem(node, f"{where} takes a list")
            return None
        found = [self._code(each, kind.of, where) for each in node.value]
        return tuple(each for each in found if each is not None) if None not in found else None

    def _disputed(self, node: Node, kind: Type, where: str) -> Fact | None:
        versions: list[Version] = []
        for row in self.rows(node, f"`!disputed` at {where}"):
            entries = self.mapping(row, "each version of `!disputed`")
            for key, each in entries.items():
                if key not in ("value", "by", "source"):
                    self.unknown(each, key, ("value", "by", "source"), "part of a version of `!disputed`")
            given = entries.get("value")
            if given is None or given.tag or given.value in (None, ""):
                self.problem(row, "each version of `!disputed` gives a `value`")
                continue
            value = self.value(given, kind, where)
            said_by = ", ".join(entries[key].words for key in ("by", "source") if key in entries and entries[key].words)
            if value is not None:
                versions.append(Version(value, self.place(given), said_by))
        if len({version.value for version in versions}) < 2:  # noqa: PLR2004  (a dispute takes two)
            self.problem(node, f"`!disputed` at {where} needs two versions that differ")
            return None
        return Fact(State.DISPUTED, tuple(versions))


def _first_words(node: Node) -> str:
    """Return the first date written in a field that may be a date, a dispute or a thing with dates."""
    while not isinstance(node.value, str):
        inside: Iterable[Node] = node.list or node.map.values()
        first = next(iter(inside), None)
        if first is None:
            return ""
        node = node.map.get("value", first)
    return node.words


def key_of(days: Days) -> str:
    """Return the key of an item that began on ``days``: the day, or the month of a date given by month."""
    if days.first is None:
        return "no date"
    return days.first.isoformat() if days.known_day else f"{days.first:%Y-%m}"


def unknown(word: str, names: Iterable[str], what: str) -> str:
    """Return the message for a word that is not among ``names``, with the nearest of them."""
    names = list(names)
    message = f"`{shown(word, 40)}` is not {what}"
    if not names:
        return message
    start = word[:60]
    near = difflib.get_close_matches(start.strip().lower().replace(" ", "_").replace("-", "_"), names, 1, 0.6)
    near = near or difflib.get_close_matches(start, names, 1, 0.6)
    if near:
        return f"{message}: did you mean `{near[0]}`?"
    return f"{message}: there are {', '.join(f'`{name}`' for name in names)}"
