"""``files.yaml`` written: what each file was taken for, beside what a person has said. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.intake.folder.files_said import Said, line_for
from checker.intake.yaml_nodes import read_yaml
from checker.papers.paper import Kind

_HEAD = """\
# What the files of this folder are. Correct a line and it is remembered: nothing here is written over.
# {is: plan, stage: draft}   {is: advice report, of: occupational therapy}   {is: letter, of: final plan}
# {is: review report}   {is: panel minutes}   ignore
files:
"""


@dataclass(frozen=True)
class Taken:
    """A file and what it was taken for; ``stage`` is the code of a plan's stage. ``sure`` as it was recognised."""

    name: str
    kind: Kind
    of: str = ""
    stage: str = ""
    sure: bool = True


def kept(existing: str, said: Mapping[str, Said], taken: Sequence[Taken]) -> str:
    """Return the text of ``files.yaml`` with the files it does not speak of added; what a person wrote stays.

    ``existing`` is the text there is, or empty; ``said`` what it says. A file that could
    not be told stands as a comment, for a person to complete.
    """
    new = [each for each in taken if each.name not in said]
    indent, before = _before(existing, said)
    lines = [_line(each, indent, existing) for each in new]
    return before + "".join(line for line in lines if line)


def _line(taken: Taken, indent: str, existing: str) -> str:
    line = line_for(taken.name, taken.kind, taken.of, taken.stage)
    if taken.kind is Kind.OTHER:
        # Written once: a comment that stands already is not written again.
        return "" if f"# {line}\n" in existing else f"{indent}# {line}\n"
    return f"{indent}{line}{'' if taken.sure else '   # not surely'}\n"


def _before(existing: str, said: Mapping[str, Said]) -> tuple[str, str]:
    """Return the indent of entries, and the text new entries are put after."""
    if not existing.strip():
        return "  ", _HEAD
    text = existing if existing.endswith("\n") else existing + "\n"
    root = read_yaml(text.encode()).root
    files = root.map.get("files") if root else None
    entries = list(files.map.values()) if files is not None else []
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("files"))
    if files is None or not entries:
        return "  ", "".join(f"{line}\n" for line in lines[:at]) + "files:\n"
    first = next((line for line in lines[at + 1 :] if line.strip() and not line.lstrip().startswith("#")), "")
    if "{" not in lines[at].partition("#")[0] and first[:1] == " " and not first.lstrip().startswith("{"):
        return first[: len(first) - len(first.lstrip())], text
    # Written in brackets: the entries are set out one to a line, so that more can follow.
    rows = [_said_again(name, each) for name, each in said.items()]
    return "  ", "".join(f"{line}\n" for line in lines[:at]) + "files:\n" + "".join(rows)


def _said_again(name: str, said: Said) -> str:
    if said.kind is None:
        return "  " + line_for(name, Kind.OTHER).replace("{is: }", "ignore") + "\n"
    return f"  {line_for(name, said.kind, said.of, said.stage)}\n"
