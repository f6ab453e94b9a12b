"""How well the scan finds what sentences state and leave open, against labels made by hand.

A hit counts where its words overlap the words labelled; each label may be hit once or more.
Precision is the share of hits that overlap a label, recall the share of labels that are hit.
Three things are neither right nor wrong, because the labels and the scan draw a line in
another place: an amount the scan works out from how often and how long, where none is
labelled; "in all lessons", which the scan takes for how often and where, and the labels
only for what is covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from checker.wording.scan import Hit, Lexicon, scan

FOLDER = Path(__file__).parents[2] / "fixtures" / "wording"
SENTENCES = FOLDER / "sentences.yaml"
NAMES = {"where": "setting_of_delivery", "by_when": "end"}
"""What labels call a dimension, where the scan calls it something else."""
LISTS = {
    "vague": ("vague_phrases", "weak_outcome_phrases"),
    "delegating": ("delegating_phrases",),
    "permissive": ("permissive_phrases",),
    "deferring": ("deferring_phrases",),
}
DIMENSIONS = (
    "frequency",
    "duration",
    "amount",
    "ratio",
    "group_size",
    "deliverer",
    "qualification",
    "where",
    "start",
    "end",
    "review",
    "minimum",
    "covers",
    "by_when",
)

Span = tuple[int, int]


@dataclass
class Tally:
    """Counts of one dimension or list: labels, those hit, hits, those on a label; and what went wrong."""

    labels: int = 0
    found: int = 0
    hits: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of hits that are right; 1 where there is none."""
        return self.right / self.hits if self.hits else 1.0

    @property
    def recall(self) -> float:
        """The share of labels that are found; 1 where there is none."""
        return self.found / self.labels if self.labels else 1.0


def read_sentences(path: Path = SENTENCES) -> list[dict[str, Any]]:
    """Return the labelled items of a file."""
    items: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return items


def score(items: Iterable[Mapping[str, Any]], lexicon: Lexicon) -> dict[str, Tally]:
    """Return a tally for each dimension, each list of phrases, all phrases together, and whether a question remains."""
    tallies = {name: Tally() for name in (*DIMENSIONS, *LISTS, "any open phrase", "a question remains")}
    for item in items:
        words, outcome = str(item["words"]), item["section"] == "E"
        found = scan(words, item["section"], lexicon)
        for name in DIMENSIONS:
            if outcome != (name == "by_when"):
                continue
            hits = [(hit.start, hit.end) for hit in found.dimensions if hit.name == NAMES.get(name, name)]
            labels = list(_labelled(words, _states(item).get(name)))
            if name == "amount" and labels and not hits and found.states("amount"):
                hits = [_worked_out(found.dimensions)]
            if name in ("frequency", "where", "duration"):
                covered = list(_labelled(words, _states(item).get("covers")))
                hits = [
                    hit
                    for hit in hits
                    if any(_overlap(label, hit) for label in labels) or not any(_overlap(each, hit) for each in covered)
                ]
            _add(tallies[name], item, labels, hits)
        open_labels, open_hits = [], []
        for name, word_lists in LISTS.items():
            labels = list(_labelled(words, (item.get("phrases") or {}).get(name)))
            hits = [(hit.start, hit.end) for hit in found.phrases if hit.list in word_lists and hit.stands]
            _add(tallies[name], item, labels, hits)
            open_labels += labels
            open_hits += hits
        _add(tallies["any open phrase"], item, open_labels, open_hits)
        if not outcome and "question_remains" in item:
            whole = [(0, len(words))]
            asked = bool(open_hits) or not any(found.states(name) for name in ("amount", "frequency", "duration"))
            _add(tallies["a question remains"], item, whole if item["question_remains"] else [], whole if asked else [])
    return tallies


def _states(item: Mapping[str, Any]) -> Mapping[str, Any]:
    states: Mapping[str, Any] = item.get("states") or {}
    return states


def _worked_out(dimensions: Iterable[Hit]) -> Span:
    parts = [hit for hit in dimensions if hit.name in ("frequency", "duration")]
    return min(hit.start for hit in parts), max(hit.end for hit in parts)


def _labelled(words: str, labels: object) -> Iterator[Span]:
    """Yield where each labelled piece of words stands. Raises ValueError for one that does not."""
    for label in labels if isinstance(labels, list) else [labels] if labels else []:
        places = [match.span() for match in re.finditer(re.escape(str(label)), words)]
        if not places:
            msg = f"“{label}” does not stand in “{words}”"
            raise ValueError(msg)
        yield places[0]


def _add(tally: Tally, item: Mapping[str, Any], labels: list[Span], hits: list[Span]) -> None:
    words = str(item["words"])
    tally.labels += len(labels)
    tally.hits += len(hits)
    for label in labels:
        if any(_overlap(label, hit) for hit in hits):
            tally.found += 1
        else:
            tally.missed.append(f"{item['id']}: [{words[slice(*label)]}] {words}")
    for hit in hits:
        if any(_overlap(label, hit) for label in labels):
            tally.right += 1
        else:
            tally.wrong.append(f"{item['id']}: [{words[slice(*hit)]}] {words}")


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
