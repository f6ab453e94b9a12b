"""How well papers are read: precision and recall, part by part, on papers with known truth.

``python benchmarks/papers.py [FOLDER] [--words]`` prints a line for each part of what is
read, over the papers of FOLDER (``fixtures/papers/blind`` by default); with ``--words``
also what was missed and what was read that the truth does not hold. Words match if they
share most of their words; each is counted once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from checker.facts import Days
from checker.intake.blocks import Document
from checker.papers.paper import Paper
from checker.papers.read import read_paper
from checker.papers.recognise import recognise
from checker.wording.entries import Lexicon
from sendcheck import load_standards

BLIND = Path(__file__).parents[1] / "fixtures" / "papers" / "blind"
_ALIKE = 0.6
_AMOUNTS = ("frequency", "duration", "amount")
_STATED = (*_AMOUNTS, "deliverer")


@dataclass
class Score:
    """What was right, what was missed and what was added of one part."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the truth that was read."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what was read that is the truth's."""
        return self.right / max(1, self.right + len(self.added))


Scores = dict[str, Score]


def documents(folder: Path, kinds: Sequence[str] = ("docx", "pdf")) -> Iterator[tuple[Path, Document]]:
    """Yield each truth with the paper it is of, read."""
    for truth in sorted(folder.glob("*.truth.yaml")):
        stem = truth.name.removesuffix(".truth.yaml")
        for kind in kinds:
            path = folder / f"{stem}.{kind}"
            if path.exists():
                yield truth, _read(path)


def _read(path: Path) -> Document:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        from checker.intake.pdf.read import read_pdf  # noqa: PLC0415  (Word papers need no reader of PDF)

        return read_pdf(data, path.name)
    from checker.intake.word.read import read_word  # noqa: PLC0415  (PDF papers need no reader of Word)

    return read_word(data, path.name)


def score(folder: Path, lexicon: Lexicon, kinds: Sequence[str] = ("docx", "pdf")) -> tuple[int, Scores]:
    """Return how many papers there are, and the score of each part over all of them."""
    scores: Scores = {}
    count = 0
    for truth, document in documents(folder, kinds):
        count += 1
        paper = read_paper(document, recognise(document), lexicon)
        _one(scores, yaml.safe_load(truth.read_text(encoding="utf-8")), paper)
    return count, scores


def _one(scores: Scores, truth: Mapping[str, Any], paper: Paper) -> None:
    at = paper.file
    _value(scores, "kind", at, truth["kind"], str(paper.recognised.kind))
    _value(scores, "of", at, truth.get("advice") or truth.get("letter") or "", paper.recognised.of)
    values = {name: fact.value for name, fact in paper.details.items() if fact.versions}
    review, panel = truth.get("review", {}), truth.get("panel", {})
    child, author = truth.get("child", {}), truth.get("author", {})
    for name, wanted in (
        ("dated", truth.get("dated")),
        ("reply_by", truth.get("reply_by")),
        ("born", child.get("born")),
        ("meeting", review.get("meeting")),
        ("next_review", review.get("next_review")),
        ("panel", panel.get("date")),
    ):
        if name in ("dated", "born", "reply_by") or wanted:
            _value(scores, name, at, _days(wanted), values.get(name))
    for name, wanted in (
        ("child", child.get("name")),
        ("author", author.get("name")),
        ("role", author.get("role")),
        ("organisation", author.get("organisation")),
        ("recipient", truth.get("recipient")),
    ):
        _words(scores, name, at, wanted, values.get(name))
    _words(scores, "decided", at, truth.get("decision_words") if not panel else None, values.get("decided"))
    _words(scores, "recommendation", at, review.get("recommendation_words"), values.get("recommendation"))
    _names(scores, "present", at, (review or panel).get("present", ()), values.get("present"))
    _list(scores, "needs", at, [each["words"] for each in truth.get("needs", ())], [n.words for n in paper.needs])
    _list(scores, "outcomes", at, truth.get("outcomes", ()), [each.words for each in paper.outcomes])
    _provision(scores, at, truth.get("provision", ()), paper)
    tells = truth.get("tells", {})
    told = {each.matter: each.words for each in paper.told}
    _list(scores, "told", at, [f"{m} {m} {m}" for m in tells], [f"{m} {m} {m}" for m in told])
    for matter in sorted(set(tells) & set(told)):
        _words(scores, "told, its words", at, tells[matter], told[matter])
    progress = review.get("progress", ())
    read = [each.words for each in paper.progress]
    pairs = _list(scores, "progress", at, [each["words"] for each in progress], read)
    for wanted_at, read_at in pairs:
        _value(scores, "status", at, _status(progress[wanted_at]["status"]), _status(paper.progress[read_at].status))
    cases = panel.get("cases", ())
    references = {each.reference: each for each in paper.cases}
    _list(scores, "cases", at, [c["reference"] * 3 for c in cases], [c.reference * 3 for c in paper.cases])
    for case in cases:
        if case["reference"] in references:
            _words(scores, "case decisions", at, case["words"], references[case["reference"]].decision)


def _provision(scores: Scores, at: str, wanted: Sequence[Mapping[str, Any]], paper: Paper) -> None:
    read = [each.passage.words for each in paper.provision]
    pairs = _list(scores, "provision", at, [each["words"] for each in wanted], read)
    for wanted_at, read_at in pairs:
        truth, states = wanted[wanted_at], paper.provision[read_at].states
        said = {name: str(states[name].value) for name in _STATED if states[name].versions}
        for names in (_AMOUNTS, ("deliverer",)):
            part = scores.setdefault("amounts" if names is _AMOUNTS else "deliverer", Score())
            truths = [str(truth[name]) for name in names if truth.get(name)]
            held = [said[name] for name in names if name in said]
            for each in truths:
                if any(_within(each, words) for words in held):
                    part.right += 1
                else:
                    part.missed.append(f"{at}: {each} ({held}) in: {truth['words'][:70]}")
            part.added += [
                f"{at}: {w} in: {truth['words'][:70]}" for w in held if not any(_within(t, w) for t in truths)
            ]
        if truth.get("paragraph"):
            _value(scores, "paragraph", at, truth["paragraph"], paper.provision[read_at].passage.number or None)
        if truth.get("for_need"):
            _value(scores, "for need", at, truth["for_need"], (paper.provision[read_at].need or 0) + 1)


def _value(scores: Scores, name: str, at: str, wanted: object, got: object) -> None:
    part = scores.setdefault(name, Score())
    if wanted and wanted == got:
        part.right += 1
        return
    part.missed += [f"{at}: {wanted} (read: {got})"] if wanted else []
    part.added += [f"{at}: {got} (truth: {wanted})"] if got else []


def _words(scores: Scores, name: str, at: str, wanted: object, got: object) -> None:
    if wanted and got and (_within(str(wanted), str(got)) or _alike(str(wanted), str(got)) >= _ALIKE):
        scores.setdefault(name, Score()).right += 1
    else:
        _value(scores, name, at, wanted or None, got or None)


def _names(scores: Scores, name: str, at: str, wanted: Sequence[str], got: object) -> None:
    _list(scores, name, at, list(wanted), [str(each) for each in got] if isinstance(got, tuple) else [], names=True)


def _list(
    scores: Scores, name: str, at: str, wanted: Sequence[str], read: Sequence[str], *, names: bool = False
) -> list[tuple[int, int]]:
    """Match what was read with the truth one to one, the most alike first, and return the pairs."""
    part = scores.setdefault(name, Score())
    alike = [
        (1.0 if names and _within(truth, words) else _alike(truth, words), at_truth, at_read)
        for at_truth, truth in enumerate(wanted)
        for at_read, words in enumerate(read)
    ]
    pairs: list[tuple[int, int]] = []
    for likeness, at_truth, at_read in sorted(alike, key=lambda each: (-each[0], each[1], each[2])):
        if likeness >= _ALIKE and all(at_truth != a and at_read != b for a, b in pairs):
            pairs.append((at_truth, at_read))
    part.right += len(pairs)
    part.missed += [f"{at}: {words}" for n, words in enumerate(wanted) if all(n != a for a, _ in pairs)]
    part.added += [f"{at}: {words}" for n, words in enumerate(read) if all(n != b for _, b in pairs)]
    return pairs


def _alike(one: str, other: str) -> float:
    first, second = _tokens(one), _tokens(other)
    shared = sum(min(first.count(each), second.count(each)) for each in set(first))
    return 2 * shared / max(1, len(first) + len(second))


def _within(one: str, other: str) -> bool:
    """Return whether the words of one stand in the other, either way round."""
    first, second = f" {' '.join(_tokens(one))} ", f" {' '.join(_tokens(other))} "
    return bool(first.strip()) and bool(second.strip()) and (first in second or second in first)


def _tokens(words: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", words.casefold().replace("\u2019", "").replace("'", ""))


def _status(words: str) -> str:
    plain = words.casefold()
    if "no progress" in plain:
        return "not met"
    if any(word in plain for word in ("part", "some", "progress", "working", "getting")):
        return "partly met"
    if "not" in plain or "no " in plain:
        return "not met"
    return "met" if any(word in plain for word in ("met", "achieved", "done")) else ""


def _days(day: object) -> Days | None:
    return Days.on(day) if isinstance(day, date) else None


def printed(count: int, scores: Scores, *, words: bool = False) -> str:
    """Return the figures as a table, one part a line."""
    lines = [f"{count} papers", f"{'part':18} {'right':>6} {'missed':>7} {'added':>6} {'precision':>10} {'recall':>7}"]
    for name, part in scores.items():
        counts = f"{part.right:6} {len(part.missed):7} {len(part.added):6}"
        lines.append(f"{name:18} {counts} {part.precision:10.1%} {part.recall:7.1%}")
        if words:
            lines += [f"    missed  {each}" for each in part.missed]
            lines += [f"    added   {each}" for each in part.added]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the figures, Word and PDF apart; ``--docx`` or ``--pdf`` gives one of them."""
    folders = [Path(each) for each in arguments if not each.startswith("--")] or [BLIND]
    kinds = [kind for kind in ("docx", "pdf") if f"--{kind}" in arguments] or ["docx", "pdf"]
    lexicon = load_standards().lexicon
    for folder in folders:
        for kind in kinds:
            count, scores = score(folder, lexicon, [kind])
            print(f"{kind}: {printed(count, scores, words='--words' in arguments)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
