"""The items of a plan that stand to be compared: their words, their place and what they state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.comparing.amounts import Amount, amount_in
from checker.comparing.likeness import Content, content_of
from checker.facts import Fact, Facts, Place, State
from checker.intake.record.coverage import keys_at

NEEDS = ("section_b", "section_c", "section_d")
PROVISION = ("section_f", "section_g", "section_h1", "section_h2")


@dataclass(frozen=True)
class PlanItem:
    """An item of a plan: its pointer under ``root``, its label as printed, its words and their place."""

    root: str
    section: str
    key: str
    label: str
    words: str
    place: Place
    content: Content
    states: Mapping[str, Fact]

    @property
    def pointer(self) -> str:
        """The pointer of the item, with ``/plan`` for the document under test."""
        return f"/plan/{self.section}/{self.key}"

    def said(self, field: str) -> str:
        """Return what the item states of ``field`` as worded, or an empty string."""
        fact = self.states.get(field)
        return str(fact.value) if fact is not None and fact.state is State.KNOWN else ""

    @property
    def amount(self) -> Amount | None:
        """Minutes over a time, where the item states them exactly."""
        return exact(self.said("amount"), self.said("frequency"), self.said("duration"), self.words)


def exact(amount: str, frequency: str, duration: str, words: str) -> Amount | None:
    """Return the amount that a passage states: in the words read for it, else in the passage as a whole."""
    return amount_in(amount) or amount_in(f"{duration}; {frequency}") or amount_in(words)


def items_of(facts: Facts, root: str, sections: tuple[str, ...], names: frozenset[str]) -> Iterator[PlanItem]:
    """Yield the items of ``sections`` of the plan at ``root``; ``names`` are the child's."""
    for section in sections:
        for key in keys_at(facts, f"{root}/{section}"):
            base = f"{root}/{section}/{key}"
            wording = facts.get(f"{base}/wording")
            if wording is None or wording.state is not State.KNOWN or wording.where is None:
                continue
            label = facts.get(f"{base}/label")
            printed = str(label.value) if label is not None and label.versions else key
            words = str(wording.value)
            states = {
                field: facts[f"{base}/{field}"]
                for field in ("frequency", "duration", "amount", "group_size", "deliverer", "qualification")
                if f"{base}/{field}" in facts
            }
            yield PlanItem(root, section, key, printed, words, wording.where, content_of(words, names), states)
