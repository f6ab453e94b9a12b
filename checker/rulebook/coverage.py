"""How far the law is encoded: dispositions counted by file, topic and instrument, and paragraph by paragraph.

A paragraph has what became of the requirements that rest on it; one on which none rests
defines a word, gives a power or explains, and asks nothing of anyone by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.rulebook.dispositions import IS, Disposition
from checker.rulebook.yaml_data import yaml_data

NOTHING_RESTS_ON_IT = "no requirement"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an instrument: its id, the instrument, where it stands in it, what it does, what became of it.

    ``is_`` is one of :data:`checker.rulebook.dispositions.IS` or :data:`NOTHING_RESTS_ON_IT`; ``requirements`` rest
    on it, and ``by`` are the blocks that encode them.
    """

    id: str
    instrument: str
    at: str
    does: str
    is_: str
    requirements: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Requirements counted by file, topic and instrument (each a count of every ``is``), and the paragraphs."""

    dispositions: tuple[Disposition, ...]
    by_file: Mapping[str, Counter[str]]
    by_topic: Mapping[str, Counter[str]]
    by_instrument: Mapping[str, Counter[str]]
    paragraphs: tuple[Paragraph, ...]


def coverage_of(dispositions: Sequence[Disposition], provisions: Sequence[tuple[str, str, str]]) -> Coverage:
    """Return the coverage. ``provisions`` are (id, where it stands, what it does) of every paragraph to list."""
    by_file: dict[str, Counter[str]] = {}
    by_topic: dict[str, Counter[str]] = {}
    by_instrument: dict[str, Counter[str]] = {}
    resting: dict[str, list[Disposition]] = {}
    for each in dispositions:
        by_file.setdefault(each.file, Counter())[each.is_] += 1
        by_topic.setdefault(each.topic or "no topic", Counter())[each.is_] += 1
        for instrument in dict.fromkeys(instrument_of(id_) for id_ in each.provisions):
            by_instrument.setdefault(instrument, Counter())[each.is_] += 1
        for id_ in each.provisions:
            resting.setdefault(id_, []).append(each)
    return Coverage(
        dispositions=tuple(dispositions),
        by_file=by_file,
        by_topic=dict(sorted(by_topic.items())),
        by_instrument=dict(sorted(by_instrument.items())),
        paragraphs=tuple(_paragraph(id_, at, does, resting.get(id_, ())) for id_, at, does in provisions),
    )


def instrument_of(authority: str) -> str:
    """Return the instrument of an authority's id: what stands before its first hyphen."""
    return authority.partition("-")[0]


def _paragraph(id_: str, at: str, does: str, resting: Sequence[Disposition]) -> Paragraph:
    return Paragraph(
        id=id_,
        instrument=instrument_of(id_),
        at=at,
        does=does,
        is_=min((each.is_ for each in resting), key=IS.index, default=NOTHING_RESTS_ON_IT),
        requirements=tuple(each.id for each in resting),
        by=tuple(dict.fromkeys(name for each in resting for limb in each.limbs for name in limb.by)),
    )


def read_provisions(folder: Path) -> tuple[tuple[str, str, str], ...]:
    """Return (id, where it stands, what it does) of every paragraph in the files of ``folder``, in their order."""
    found: list[tuple[str, str, str]] = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml_data(path.read_text(encoding="utf-8"))
        found += [(each["id"], each["at"], each["does"]) for each in data["provisions"]]
    return tuple(found)
