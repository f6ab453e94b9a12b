"""YAML as nodes, each with its line and column, every scalar a string.

The events of the parser are read one by one, with caps on depth and number, so that no
file can nest or multiply itself into trouble. Nothing is resolved: ``0123`` stays
``0123`` and ``no`` stays ``no``. Aliases are refused, a key that stands twice is a
problem, and the three tags of a record are kept. Pure functions of the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.intake.limits import MAX_TEXT_BYTES, Problem, shown

MAX_DEPTH = 24
MAX_NODES = 60_000
TAGS = ("!not-yet", "!not-applicable", "!disputed")

# Invisible marks that change the order letters are shown in, and marks of no width.
_BIDIRECTIONAL = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_BREAKS = "\x85\u2028\u2029"
_ODD = re.compile(f"[{_BIDIRECTIONAL}{_CONTROL}{_BREAKS}]")
_ODD_MARKS = re.compile(f"[{_BIDIRECTIONAL}]")
_STANDARD_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_STANDARD_TAG + kind for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}

_TAB = "a tab stands where only spaces may: indent with spaces"
_EXPLAINED = (
    ("maximum nesting depth", f"the file nests more than {MAX_DEPTH} deep"),
    ("tab character", _TAB),
    ("mapping values are not allowed", "a colon and space stand inside words: put quotation marks round the words"),
    ("unexpected end of stream", "a quotation mark is opened and not closed"),
    ("did not find expected key", "this line is not indented like the lines it belongs with, or a comma is missing"),
    ("did not find expected ',' or", "a bracket is opened and not closed, or a comma is missing"),
    ("did not find expected node content", "a value is missing here, or a bracket is opened and not closed"),
    ("could not find expected ':'", "a colon is missing after the name at the start of this line"),
    ("cannot start any token", "these words begin with a sign YAML keeps for itself: put quotation marks round them"),
)


@dataclass(frozen=True)
class Node:
    """A part of a YAML file: words, a list, a mapping, or nothing (``key:`` with no value).

    ``tag`` is one of :data:`TAGS` or empty; ``line`` and ``column`` count from 1.
    """

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    tag: str
    line: int
    column: int

    @property
    def words(self) -> str:
        """The words of a scalar, trimmed; empty for anything else."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def list(self) -> tuple[Node, ...]:
        """The items of a list; none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def map(self) -> Mapping[str, Node]:
        """The entries of a mapping; none for anything else."""
        return self.value if isinstance(self.value, Mapping) else {}


@dataclass(frozen=True)
class YamlFile:
    """What was read: the root (None if nothing could be), the problems, and what was noticed."""

    root: Node | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def read_yaml(data: bytes) -> YamlFile:
    """Return the nodes of a YAML file. Raises nothing: what is wrong is in ``problems``, each with its line."""
    if len(data) > MAX_TEXT_BYTES:
        return YamlFile(None, (Problem("the file is too large to read"),), ())
    text, notes = readable_text(data)
    builder = _Builder()
    builder.read(text)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem("the file is empty"))
    if builder.odd_lines:
        notes = (*notes, _odd_note(builder.odd_lines))
    return YamlFile(builder.root, tuple(builder.problems), notes)


def readable_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file with odd characters neutralised, and a note for each kind of oddity.

    Control characters become the replacement character; marks that change the order in
    which letters are shown are taken out; odd line breaks become spaces, so that lines
    are counted as an editor counts them.
    """
    text, notes = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = {text.count("\n", 0, match.start()) + 1: None for match in _first_odd(text)}
    if lines:
        text = neutralised(text)
        notes = (*notes, _odd_note(list(lines)))
    return text, notes


def neutralised(text: str) -> str:
    """Return ``text`` with control and bidirectional characters made harmless."""
    return _ODD.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    if _ODD_MARKS.fullmatch(match[0]):
        return ""
    return " " if match[0] in _BREAKS else "\N{REPLACEMENT CHARACTER}"


def _first_odd(text: str) -> Iterator[re.Match[str]]:
    for number, match in enumerate(_ODD.finditer(text)):
        if number >= 5:  # noqa: PLR2004  (a note names a few lines, not each of a thousand)
            return
        yield match


def _odd_note(lines: list[int]) -> str:
    named = ", ".join(str(line) for line in lines[:5])
    return f"control or bidirectional characters were made harmless (line {named})"


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ("the file is not in UTF-8: it was read as Windows-1252",)


class _TooMuch(Exception):  # noqa: N818
    """A cap was reached."""


class _Builder:
    """Builds nodes from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.odd_lines: list[int] = []
        self._open: list[tuple[str, int, int, list[Node] | dict[str, Node], list[Node]]] = []
        self._count = 0

    def read(self, text: str) -> None:
        import yaml  # noqa: PLC0415  (a check of a Word file alone needs no YAML)

        try:
            for event in _events(yaml, text):
                self._take(yaml, event)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            written = text.split("\n")[line - 1 : line] if line else []
            explained = (
                _TAB
                if written and re.match(r" *\t", written[0])
                else _explained(str(error.problem or error.context or ""))
            )
            self.problems.append(Problem(explained, line))
        except yaml.YAMLError:
            self.problems.append(Problem("the file cannot be read as YAML"))
        except _TooMuch as cap:
            self.problems.append(Problem(str(cap), self._line))

    def _take(self, yaml: Any, event: Any) -> None:  # noqa: ANN401  (events have no common type in the stubs)
        mark = event.start_mark
        self._line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            self._place(self._scalar(event, column))
        elif isinstance(event, yaml.AliasEvent):
            message = f"`*{shown(event.anchor, 30)}` stands for something written elsewhere: write it out"
            self.problems.append(Problem(message, self._line))
            self._place(Node(None, "", self._line, column))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(self._tag(event.tag), column, [])
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(self._tag(event.tag), column, {})
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            tag, line, start, inside, _ = self._open.pop()
            self._place(Node(tuple(inside) if isinstance(inside, list) else inside, tag, line, start))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            msg = "a second document begins here (`---`): one file holds one"
            raise _TooMuch(msg)

    def _begin(self, tag: str, column: int, inside: list[Node] | dict[str, Node]) -> None:
        if len(self._open) >= MAX_DEPTH:
            msg = f"the file nests more than {MAX_DEPTH} deep"
            raise _TooMuch(msg)
        self._open.append((tag, self._line, column, inside, []))

    def _scalar(self, event: Any, column: int) -> Node:  # noqa: ANN401
        value: str | None = event.value
        plain = event.style in (None, "")
        if plain and value in ("", "~", "null"):
            value = None
        elif value and event.style == '"' and _ODD.search(value):
            self.odd_lines.append(self._line)
            value = neutralised(value)
        return Node(value, self._tag(event.tag), self._line, column)

    def _tag(self, tag: str | None) -> str:
        if tag is None or tag in ("!", *_PLAIN_TAGS):
            return ""
        if tag in TAGS:
            return tag
        written = tag.replace(_STANDARD_TAG, "!!")
        known = ", ".join(f"`{each}`" for each in TAGS)
        self.problems.append(Problem(f"`{shown(written, 40)}` is not a tag used here: there are {known}", self._line))
        return ""

    def _place(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            msg = f"the file holds more than {MAX_NODES} values"
            raise _TooMuch(msg)
        if not self._open:
            self.root = node
            return
        _, _, _, inside, keys = self._open[-1]
        if isinstance(inside, list):
            inside.append(node)
        elif not keys:
            keys.append(node)
        else:
            self._enter(inside, keys.pop(), node)

    def _enter(self, inside: dict[str, Node], key: Node, node: Node) -> None:
        if not isinstance(key.value, str):
            self.problems.append(Problem("a name is expected before the colon", key.line))
        elif key.value in inside:
            first = inside[key.value].line
            self.problems.append(
                Problem(f"`{shown(key.value, 40)}` stands twice here: it was given before on line {first}", key.line)
            )
        else:
            inside[key.value] = node


def _events(yaml: Any, text: str) -> Iterator[Any]:  # noqa: ANN401
    parser = yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _explained(problem: str) -> str:
    for part, words in _EXPLAINED:
        if part in problem:
            return words
    return f"the file cannot be read as YAML from here: {problem}"
