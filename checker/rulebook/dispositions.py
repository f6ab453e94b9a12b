"""What became of every requirement of the law, the guidance and the proposals, read from ``standards/dispositions``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.rulebook.yaml_data import yaml_data

IS = ("encoded", "needs judgement", "not testable", "not encoded yet")
"""What a requirement may be, in the order it is counted in."""
NOT_TESTABLE = (
    "another body's act",
    "a site visit",
    "spent",
    "outside any document",
    "guard",
    "low value",
    "no evidence kept",
    "repeats another",
)
"""The closed list of why a requirement is not tested."""


@dataclass(frozen=True)
class Limb:
    """One limb: what it says (empty for the whole), what became of it, by which blocks, and why not."""

    says: str
    is_: str
    by: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Disposition:
    """A requirement: its id, the file it is in, its topic, its limbs, and the provisions it rests on."""

    id: str
    file: str
    topic: str
    limbs: tuple[Limb, ...]
    provisions: tuple[str, ...]

    @property
    def is_(self) -> str:
        """What became of the requirement: that of its only limb, or of the first of those that differ, in order."""
        return min((limb.is_ for limb in self.limbs), key=IS.index)


class DispositionsRefused(Exception):  # noqa: N818  (it says what happened)
    """The dispositions cannot be read: ``args[0]`` lists every problem, each with its file and id."""


def read_dispositions(folder: Path) -> tuple[Disposition, ...]:
    """Return the dispositions in ``folder``, by file. Raises :class:`DispositionsRefused` with every problem."""
    found: list[Disposition] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml_data(path.read_text(encoding="utf-8")) or {}
        for row in data.get("rows") or ():
            problems += [f"{path.name}: {row.get('id', 'a row without an id')}: {each}" for each in _problems(row)]
            found.append(_disposition(path.stem, row))
    twice = sorted({each.id for each in found if sum(other.id == each.id for other in found) > 1})
    problems += [f"{each} stands twice" for each in twice]
    if problems:
        raise DispositionsRefused(problems)
    return tuple(found)


def _disposition(file: str, row: Mapping[str, Any]) -> Disposition:
    limbs = row.get("limbs") or [row]
    return Disposition(
        id=str(row.get("id", "")),
        file=file,
        topic=str(row.get("topic", "")),
        limbs=tuple(
            Limb(str(each.get("says", "")), str(each.get("is", "")), tuple(each.get("by") or ()), _because(each))
            for each in limbs
        ),
        provisions=tuple(row.get("provisions") or ()),
    )


def _because(limb: Mapping[str, Any]) -> str:
    because = str(limb.get("because", ""))
    return f"repeats {limb['of']}" if because.startswith("repeats") and limb.get("of") else because


def _problems(row: Mapping[str, Any]) -> Iterator[str]:
    for limb in row.get("limbs") or [row]:
        is_ = limb.get("is")
        because = str(limb.get("because", ""))
        if is_ not in IS:
            yield f"`is` is none of {', '.join(IS)}"
        elif is_ in IS[:2] and not limb.get("by"):
            yield f"{is_}, and no rule or judgement is named in `by`"
        elif is_ == "not testable" and because not in NOT_TESTABLE and not because.startswith("repeats "):
            yield f"`because` is none of {', '.join(NOT_TESTABLE)}"


def unknown_blocks(dispositions: Iterable[Disposition], known: Iterable[str]) -> tuple[str, ...]:
    """Return the blocks that dispositions name and the rule book does not have, each with its requirement."""
    held = frozenset(known)
    return tuple(
        f"{each.id}: `{name}` is in no rule file"
        for each in dispositions
        for limb in each.limbs
        for name in limb.by
        if name not in held
    )
