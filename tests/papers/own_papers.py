"""The small papers of ``fixtures/papers/own`` beside their truth: what was read right, missed and added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from marked import word_of

from checker.facts import Days
from checker.intake.word.read import read_word
from checker.papers.read import read_paper
from checker.papers.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.papers.paper import Paper
    from checker.wording.entries import Lexicon

OWN = Path(__file__).parents[2] / "fixtures" / "papers" / "own"


@dataclass(frozen=True)
class Read:
    """A paper as read, and its truth."""

    name: str
    paper: Paper
    truth: dict[str, Any]


def own_papers(lexicon: Lexicon) -> tuple[Read, ...]:
    """Return each small paper with its truth."""
    found = []
    for path in sorted(OWN.glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        document = read_word(word_of(held["paper"]), f"{path.stem}.docx")
        found.append(Read(path.stem, read_paper(document, recognise(document), lexicon), held["truth"]))
    return tuple(found)


def problems(read: Read) -> list[str]:
    """Return in plain words what was read otherwise than the truth says."""
    paper, truth = read.paper, read.truth
    told: list[str] = []

    def check(what: str, wanted: object, got: object) -> None:
        if wanted != got:
            told.append(f"{what}: {got!r} and not {wanted!r}")

    values = {name: fact.value for name, fact in paper.details.items() if fact.versions}
    check("kind", truth["kind"], str(paper.recognised.kind))
    check("of", truth.get("of", ""), paper.recognised.of)
    for name in ("author", "recipient", "child", "dated", "reply_by", "meeting", "panel"):
        wanted = truth.get(name, values.get(name))
        check(name, Days.on(wanted) if isinstance(wanted, date) else wanted, values.get(name))
    check("present", truth.get("present", 0), len(tuple(values.get("present", ()))))  # type: ignore[arg-type]
    if truth.get("recommendation", "") not in str(values.get("recommendation", "")):
        told.append("no recommendation")
    check("told", sorted(truth.get("told", ())), sorted(each.matter for each in paper.told))
    _listed(told, "need", truth.get("needs", []), [each.words for each in paper.needs])
    _listed(told, "outcome", truth.get("outcomes", []), [each.words for each in paper.outcomes])
    wanted = [each["words"] for each in truth.get("provision", [])]
    _listed(told, "provision", wanted, [each.passage.words for each in paper.provision])
    _listed(told, "progress", [each["words"] for each in truth.get("progress", [])], [p.words for p in paper.progress])
    check("cases", len(truth.get("cases", [])), len(paper.cases))
    return [*told, *_amounts(read), *_rows(read)]


def _amounts(read: Read) -> Iterator[str]:
    for each in read.truth.get("provision", []):
        held = next((r for r in read.paper.provision if each["words"].casefold() in r.passage.words.casefold()), None)
        for field in ("frequency", "duration", "amount"):
            if held is not None and field in each:
                fact = held.states[field]
                if each[field] not in str(fact.value if fact.versions else ""):
                    yield f"{field} of {each['words']}: {fact}"


def _rows(read: Read) -> Iterator[str]:
    for each in read.truth.get("progress", []):
        if not any(each["outcome"] in p.outcome and each["status"] == p.status for p in read.paper.progress):
            yield f"status of {each['outcome']}"
    for each in read.truth.get("cases", []):
        if not any(c.reference == each["reference"] and each["decision"] in c.decision for c in read.paper.cases):
            yield f"case {each['reference']}"


def _listed(told: list[str], what: str, wanted: list[str], got: list[str]) -> None:
    plain = [each.casefold() for each in got]
    told += [f"{what} missed: {each}" for each in wanted if not any(each.casefold() in words for words in plain)]
    told += [
        f"{what} added: {words}"
        for words in got
        if not any(each.casefold() in words.casefold() for each in wanted) and what in ("need", "provision", "outcome")
    ]
