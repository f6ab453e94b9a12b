"""What a person says the files of a folder are: ``files.yaml``, read before anything is recognised.

``files: {scan0032.pdf: {is: advice report, of: occupational therapy}, notes.docx: ignore}``
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.facts import Place
from checker.intake.limits import Problem, Refused, shown
from checker.intake.yaml_nodes import Node, YamlFile
from checker.papers.paper import ADVICE, LETTERS, Kind

FILE = "files.yaml"
"""What the file is called where the program writes it; it is known by its ``files:``, under any name."""
IGNORE = "ignore"
STAGES: Mapping[str, str] = {
    "draft": "draft",
    "final": "final",
    "proposed amendment": "proposed_amendment",
    "amended final": "amended_final",
}
"""The stages of a plan as a person writes them, with their codes."""
KINDS = tuple(kind.value for kind in Kind if kind is not Kind.OTHER)
OF: Mapping[Kind, tuple[str, ...]] = {Kind.ADVICE: ADVICE, Kind.LETTER: LETTERS}
"""What may stand after ``of`` for each kind."""
_KEYS = ("is", "of", "stage")
_BEGINS = re.compile(r"^files\s*:", re.MULTILINE)


@dataclass(frozen=True)
class Said:
    """What a person says a file is.

    ``kind`` is None for a file to be left out. ``of`` is the kind of advice or letter and
    ``stage`` the code of a plan's stage, each empty if it is not given.
    """

    kind: Kind | None
    of: str
    stage: str
    place: Place


def says_files(text: str) -> bool:
    """Return whether a text is one that says what files are, even one too damaged to read."""
    return _BEGINS.search(text[:200_000]) is not None


def read_files_said(file: YamlFile, name: str) -> dict[str, Said]:
    """Return what the file called ``name`` says, by the names of the files it speaks of.

    Raises :class:`checker.intake.limits.Refused` with every problem at its line.
    """
    reader = _Reader(name, list(file.problems))
    root = file.root.map if file.root else {}
    for key, node in root.items():
        if key != "files":
            reader.unknown(node, key, ("files",), "a part of this file")
    entries = root.get("files")
    said: dict[str, Said] = {}
    if entries is not None and entries.value is not None:
        if not isinstance(entries.value, Mapping):
            reader.problem(entries, "`files` takes the names of files, each with what it is")
        for each, node in entries.map.items():
            told = reader.said(node)
            if told is not None:
                said[each] = told
    if reader.problems:
        raise Refused(name, reader.problems)
    return said


def strangers(said: Mapping[str, Said], names: Iterable[str]) -> tuple[str, ...]:
    """Return a note for each file that is spoken of and is not among ``names``."""
    given = sorted(name.rpartition("/")[2] for name in names)
    notes = []
    for name, each in said.items():
        if name not in given:
            near = difflib.get_close_matches(name, given, n=1)
            hint = f": did you mean `{shown(near[0])}`?" if near else ""
            notes.append(f"{each.place.file}:{each.place.line}: there is no file `{shown(name)}` among these{hint}")
    return tuple(notes)


def line_for(name: str, kind: Kind, of: str = "", stage: str = "") -> str:
    """Return the line that says what a file is, as it stands under ``files:``."""
    if kind is Kind.OTHER:
        return f"{quoted(name)}: {{is: }}"
    said = {"is": kind.value, "of": of, "stage": next((word for word, code in STAGES.items() if code == stage), "")}
    return f"{quoted(name)}: {{{', '.join(f'{key}: {words}' for key, words in said.items() if words)}}}"


def quoted(name: str) -> str:
    """Return the name of a file as YAML takes it: as it is if that is safe, else in quotation marks."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*(?:[. ][A-Za-z0-9_-]+)*\.[A-Za-z]\w*", name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


class _Reader:
    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems

    def problem(self, node: Node, message: str) -> None:
        self.problems.append(Problem(message, node.line))

    def unknown(self, node: Node, word: str, known: Sequence[str], what: str) -> None:
        near = difflib.get_close_matches(word, known, n=1)
        hint = f": did you mean `{near[0]}`?" if near else f": there are {', '.join(f'`{each}`' for each in known)}"
        self.problem(node, f"`{shown(word, 40)}` is not {what}{hint}")

    def said(self, node: Node) -> Said | None:
        place = Place(self.name, line=node.line)
        if node.words == IGNORE:
            return Said(None, "", "", place)
        if not node.map:
            what = f"a file is said to be `{{is: letter}}` or another kind, or to be left out: `{IGNORE}`"
            self.problem(node, what)
            return None
        for key, value in node.map.items():
            if key not in _KEYS:
                self.unknown(value, key, _KEYS, "something said of a file")
        kind = self._one(node.map.get("is"), KINDS, "a kind of file")
        if not kind:
            if "is" not in node.map or not node.map["is"].words:
                self.problem(node, f"say what the file is with `is`: {', '.join(KINDS)}")
            return None
        taken = Kind(kind)
        of = self._beside(node.map.get("of"), OF.get(taken, ()), "of", kind)
        stage = self._beside(node.map.get("stage"), tuple(STAGES) if taken is Kind.PLAN else (), "stage", kind)
        return Said(taken, of, STAGES.get(stage, ""), place)

    def _beside(self, node: Node | None, known: Sequence[str], key: str, kind: str) -> str:
        if node is not None and not known:
            self.problem(node, f"`{key}` is not said of a file that is `{kind}`")
            return ""
        return self._one(node, known, f"a kind of {kind}" if key == "of" else "a stage of a plan")

    def _one(self, node: Node | None, known: Sequence[str], what: str) -> str:
        if node is None or not node.words:
            return ""
        words = " ".join(node.words.replace("_", " ").split()).lower()
        if words not in known:
            self.unknown(node, node.words, known, what)
            return ""
        return words
