"""Answers to judgements, and departures from guidance, from a file of answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from checker.case import Answer, Departure
from checker.facts import State
from checker.intake.limits import Refused, shown
from checker.intake.record.fields import FieldReader
from checker.intake.record.reading import words_of
from checker.intake.yaml_nodes import Node, YamlFile
from checker.wording.same_words import words_sha256
from dsl.vocabulary import Day, Type, YesNo

CAPACITIES = ("local authority", "panel", "tribunal", "governing body")
MAX_ANSWERS = 1_000
ANSWER_KEYS = (
    "judgement",
    "item",
    "items",
    "exception",
    "rule",
    "words",
    "answer",
    "by",
    "as",
    "on",
    "because",
    "until",
)
DEPARTURE_KEYS = ("rule", "item", "reason", "by", "on")


@dataclass(frozen=True)
class AnswersReading:
    """What one file of answers holds, in the order of its lines."""

    answers: tuple[Answer, ...] = ()
    departures: tuple[Departure, ...] = ()


def read_answers(file: YamlFile, name: str) -> AnswersReading:
    """Return the answers and departures in the file called ``name``.

    Raises :class:`checker.intake.limits.Refused` with every problem found, each at its line.
    """
    reader = FieldReader({}, name)
    reader.problems.extend(file.problems)
    answers: list[Answer] = []
    departures: list[Departure] = []
    for key, node in (reader.mapping(file.root, "a file of answers") if file.root else {}).items():
        if key == "answers":
            rows = reader.rows(node, "`answers`", MAX_ANSWERS)
            answers = [answer for row in rows for answer in _answers(reader, row)][:MAX_ANSWERS]
        elif key == "departures":
            rows = reader.rows(node, "`departures`", MAX_ANSWERS)
            departures = [departure for departure in (_departure(reader, row) for row in rows) if departure]
        else:
            reader.unknown(node, key, ("answers", "departures"), "a part of a file of answers")
    if reader.problems:
        raise Refused(name, reader.problems)
    return AnswersReading(tuple(answers), tuple(departures))


def _entries(reader: FieldReader, row: Node, keys: tuple[str, ...], what: str) -> Mapping[str, Node]:
    entries = reader.mapping(row, f"each of the {what}")
    for key, value in entries.items():
        if key not in keys:
            reader.unknown(value, key, keys, f"a field of the {what}")
        elif key not in ("answer", "items", "on", "until"):
            words_of(reader, entries, key)
    return entries


def _answers(reader: FieldReader, row: Node) -> tuple[Answer, ...]:
    """Return the answers of one row: one, or one for each of the items that were read and confirmed together."""
    answer = _answer(reader, row)
    group = (reader.mapping(row, "each of the answers") or {}).get("items")
    if group is None:
        return (answer,) if answer else ()
    if answer and (answer.about or answer.words):
        reader.problem(group, "an answer to several `items` gives no `item` and no `words` of its own")
    found = tuple(_item(reader, each) for each in group.list)
    if not found:
        reader.problem(group, "`items` takes a list of items, each with the words that were judged if they are known")
    return tuple(
        replace(answer, about=about, words=words, words_sha256=words_sha256(words)) for about, words in found if answer
    )


def _item(reader: FieldReader, node: Node) -> tuple[str, str]:
    """Return an item of a group and its words: a label alone, or ``{item: F1, words: …}``."""
    if isinstance(node.value, str) and not node.tag:
        return node.words, ""
    entries = reader.mapping(node, "each of the `items`")
    for key, value in entries.items():
        if key not in ("item", "words"):
            reader.unknown(value, key, ("item", "words"), "a field of an item")
    return words_of(reader, entries, "item"), words_of(reader, entries, "words")


def _answer(reader: FieldReader, row: Node) -> Answer | None:
    entries = _entries(reader, row, ANSWER_KEYS, "answers")
    before = len(reader.problems)
    judgement = _needed(reader, entries, row, "judgement", "an answer")
    by = _needed(reader, entries, row, "by", "an answer")
    capacity = _needed(reader, entries, row, "as", "an answer")
    if capacity and capacity not in CAPACITIES:
        reader.unknown(entries["as"], capacity, CAPACITIES, "one who may answer (`as`)")
    on = _day(reader, entries, "on")
    if "on" not in entries:
        reader.problem(row, "an answer says when it was given in `on`")
    until = _day(reader, entries, "until")
    answer = _value(reader, entries, "answer", YesNo())
    if "answer" not in entries:
        reader.problem(row, "an answer says yes or no in `answer`")
    exception, rule = (entries[key].words if key in entries else "" for key in ("exception", "rule"))
    if exception and not rule:
        reader.problem(row, "an answer about an `exception` names the `rule` it is an exception to")
    if len(reader.problems) > before or on is None or not isinstance(answer, bool):
        return None
    words = entries["words"].words if "words" in entries else ""
    return Answer(
        judgement=judgement,
        about=entries["item"].words if "item" in entries else "",
        words=words,
        words_sha256=words_sha256(words),
        answer=answer,
        by=by,
        capacity=capacity,
        on=on,
        because=entries["because"].words if "because" in entries else "",
        until=until,
        exception=f"{exception}/{rule}" if exception else "",
        place=reader.place(entries["judgement"]),
    )


def _departure(reader: FieldReader, row: Node) -> Departure | None:
    entries = _entries(reader, row, DEPARTURE_KEYS, "departures")
    before = len(reader.problems)
    rule = _needed(reader, entries, row, "rule", "a departure")
    reason = _needed(reader, entries, row, "reason", "a departure")
    on = _day(reader, entries, "on")
    if len(reader.problems) > before:
        return None
    about, by = (entries[key].words if key in entries else "" for key in ("item", "by"))
    return Departure(rule, about, reason, by, on, reader.place(entries["rule"]))


def _needed(reader: FieldReader, entries: Mapping[str, Node], row: Node, key: str, what: str) -> str:
    words = entries[key].words if key in entries else ""
    if not words:
        reader.problem(row, f"{what} gives `{key}`")
    return words


def _value(reader: FieldReader, entries: Mapping[str, Node], key: str, kind: Type) -> object:
    node = entries.get(key)
    if node is None:
        return None
    fact = reader.leaf(node, kind, f"`{key}`")
    if fact is None:
        return None
    if fact.state is not State.KNOWN:
        if key != "until":
            reader.problem(node, f"`{key}` takes a value")
        return None
    return fact.value


def _day(reader: FieldReader, entries: Mapping[str, Node], key: str) -> date | None:
    days = _value(reader, entries, key, Day())
    day = getattr(days, "known_day", None)
    if days is not None and day is None:
        reader.problem(entries[key], f"`{key}` takes one day: `{shown(entries[key].words, 40)}` is more than one")
    return day if isinstance(day, date) else None
