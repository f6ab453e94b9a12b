"""Cases made up from the vocabulary: records with gaps, and days about the limits the rules set.

Every choice is drawn from one seeded source, so the same seed gives the same cases. Only
fields that a rule names are filled. No fact is disputed: the kernel leaves those cases to
the explaining evaluator.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from sought import sought_by

from checker.case import Answer, CaseFile
from checker.clocks import periods
from checker.evaluation.examples import case_of
from checker.facts import SOME_DAY, Days, Fact, Place, State, absent, items, known
from checker.kernel.store import CaseAt
from checker.rulebook.library import Library
from checker.varied import varied
from checker.wording.same_words import words_sha256
from dsl import tree
from dsl.vocabulary import Code, Codes, Day, Event, Field, ListOf, Number, Of, Text, YesNo

PLANS = {
    "draft": "draft_plan",
    "final": "final_plan",
    "amended_final": "amended_plan",
    "proposed_amendment": "amendment_draft",
}
SILENCES = (
    State.NOT_STATED,
    State.NOT_STATED,
    State.NOT_FOUND,
    State.NOT_COVERED,
    State.NOT_HAPPENED,
    State.NOT_APPLICABLE,
)
WORDS = (
    "Speech and language therapy for 30 minutes each week from a therapist.",
    "Support as required, up to twice a week where appropriate.",
    "Access to a quiet room.",
    "Brackenfold Primary School",
    "Mossgate Academy",
    "mainstream secondary school",
    "He will prepare for work and live more independently.",
    "The school says it is unable to meet need.",
    "",
)
STEP = 389
"""How far apart in the book two examples stand that follow one another: rules of every topic come up early."""
_PLACE = Place("made-up.yaml")
_COMMENCED = (date(2014, 9, 1), date(2015, 9, 1), date(2018, 4, 3), date(2020, 5, 1), date(2020, 9, 24))


class Maker:
    """Makes cases for one rule book."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library = library
        self.sought = sought_by(library)
        self.turn = seed
        self.draw = random.Random(seed)  # noqa: S311  (cases, not secrets)

    def cases(self, count: int) -> list[CaseAt]:
        """Return some cases, each with the day it is checked as at; two in three grow round an example of a rule."""
        return [_Case(self, self._example() if number % 3 else None).made() for number in range(count)]

    def _example(self) -> tree.Example | None:
        """Return the next of the examples, so that every rule has its turn."""
        examples = self.library.book.examples
        self.turn += STEP
        return examples[self.turn % len(examples)] if examples else None


class _Case:
    """One case in the making, round an example if there is one: what that gives is given, now and then a little off."""

    def __init__(self, maker: Maker, example: tree.Example | None) -> None:
        self.draw = maker.draw
        self.library = maker.library
        self.sought = maker.sought
        self.facts: dict[str, Fact] = {}
        self.likely = self.draw.choice((0.97, 0.9, 0.75, 0.5))
        self.stage = self.draw.choice((*PLANS, "final", "final", "draft"))
        self.kind = self.draw.choice([kind.name for kind in self.library.book.vocabulary.kinds] + ["ehc plan"] * 8)
        self.example = example
        if example is not None:
            self.kind = self.library.book.rules[example.rule].kind
        self.base = self._base()
        self.pool = [self.base + timedelta(days=self.draw.choice((0, 0, 30, 100, 200, 365))) for _ in range(3)]
        self.as_at = self.base + timedelta(days=self.draw.choice((0, 40, 100, 150, 300, 400, 800, 1200)))

        if example is not None:
            self.as_at = example.as_at

    def _base(self) -> date:
        if self.example is not None:
            return self.example.as_at - timedelta(days=self.draw.choice((60, 200, 400)))
        if self.draw.random() < 0.1:
            return self.draw.choice(_COMMENCED) + timedelta(days=self.draw.choice((-1, 0, 1)))
        return date(self.draw.randint(2015, 2029), self.draw.randint(1, 12), self.draw.randint(1, 28))

    def made(self) -> CaseAt:
        under_test = f"/{PLANS[self.stage]}" if self.kind == "ehc plan" else ""
        for root in self.library.book.vocabulary.roots:
            if self._is_given(root.name, under_test):
                self._field(root, f"/{root.name}", 0)
        if under_test:
            told = self.draw.random() < 0.97
            self.facts[f"{under_test}/stage"] = known(self.stage, _PLACE) if told else absent(State.NOT_STATED)
            self._links(under_test)
        self._claims()
        given = self._grown(under_test) if self.example is not None else ()
        answers = (*given, *self._answers())
        case = CaseFile(MappingProxyType(self.facts), (), under_test, answers, kind=self.kind)
        return CaseAt(case, self.as_at)

    def _grown(self, under_test: str) -> Sequence[Answer]:
        """Put in what the example gives, and return its answers. A dispute is put in as its first version."""
        assert self.example is not None
        given = case_of(self.example)
        for pointer, fact in given.facts.items():
            root, _, rest = pointer[1:].partition("/")
            at = f"{under_test}/{rest}" if root == "plan" and under_test else pointer
            self.facts[at] = self._off(
                varied(fact, state=State.KNOWN, versions=fact.versions[:1]) if fact.versions else fact
            )
        return given.answers

    def _off(self, fact: Fact) -> Fact:
        """Return a fact of the example, now and then a day or a week off, or silent."""
        chance = self.draw.random()
        if chance < 0.04 and not (fact.versions and isinstance(fact.value, tuple)):
            return absent(self.draw.choice(SILENCES), _PLACE)
        if chance < 0.2 and fact.versions and isinstance(fact.value, Days) and fact.value.known_day:
            return known(Days.on(fact.value.known_day + timedelta(days=self.draw.choice((-7, -1, 1, 1, 7)))), _PLACE)
        return fact

    def _is_given(self, root: str, under_test: str) -> bool:
        """Tell whether a case holds a root: those its kind of rule names, and sometimes another plan than its own."""
        if root in (*PLANS.values(), "earlier_plan"):
            return bool(under_test) and (f"/{root}" == under_test or self.draw.random() < 0.4)
        return root != "day_checked" and root in self.sought.roots[self.kind]

    def _field(self, field: Field, pointer: str, depth: int) -> None:  # noqa: C901  (a case for each type)
        match field.type:
            case Of(thing=thing):
                if depth == 0 and self.draw.random() > self.likely + 0.02:
                    return
                if self.draw.random() < 0.02:
                    self.facts[pointer] = absent(State.NOT_APPLICABLE)
                self._thing(thing, pointer, depth)
            case ListOf(thing=thing):
                self._list(thing, pointer, depth)
            case Event(recipients=recipients):
                self.facts[pointer] = self._fact(self._days)
                for recipient in recipients:
                    self.facts[f"{pointer}/{recipient}"] = self._fact(self._days)
            case Day():
                maker = self._born if field.name == "born" else self._days
                self.facts[pointer] = self._fact(maker)
            case Text():
                self.facts[pointer] = self._fact(lambda: self.draw.choice(WORDS))
            case Number():
                self.facts[pointer] = self._fact(self._number)
            case YesNo():
                self.facts[pointer] = self._fact(lambda: self.draw.random() < 0.5)
            case Code() as code:
                self.facts[pointer] = self._fact(lambda: self._code(code))
            case Codes(of=of):
                values = [value for value, _ in of.values]
                self.facts[pointer] = self._fact(
                    lambda: tuple(value for value in values if self.draw.random() < self.draw.choice((0.5, 0.98)))
                )

    def _thing(self, thing: str, pointer: str, depth: int) -> None:
        for field in self.library.names.things[thing].fields:
            if field.name in self.sought.names and depth < 5:
                self._field(field, f"{pointer}/{field.name}", depth + 1)

    def _list(self, thing: str, pointer: str, depth: int) -> None:
        if self.draw.random() > self.likely:
            self.facts[pointer] = absent(self.draw.choice(SILENCES))
            return
        step = pointer.rsplit("/", 1)[-1]
        letter = step.removeprefix("section_").upper() if step.startswith("section_") else step[:1].upper()
        most = 3 if depth < 2 else 2
        keys = tuple(f"{letter}{number}" for number in range(1, self.draw.choice((0, 1, 1, 2, most)) + 1))
        self.facts[pointer] = items(keys, _PLACE, complete=self.draw.random() < 0.85)
        for key in keys:
            self._thing(thing, f"{pointer}/{key}", depth + 1)

    def _fact(self, value: Callable[[], Any]) -> Fact:
        if self.draw.random() < self.likely:
            return known(value(), _PLACE)
        state = self.draw.choice(SILENCES)
        through = None
        if state is State.NOT_HAPPENED and self.draw.random() < 0.4:
            through = self.as_at + timedelta(days=self.draw.choice((-200, -30, -1, 0, 10)))
        return absent(state, _PLACE, through)

    def _days(self) -> Days:
        chance = self.draw.random()
        if chance < 0.01:
            return SOME_DAY
        day = self._day()
        if chance < 0.03:
            return Days(day, None) if self.draw.random() < 0.5 else Days(None, day)
        if chance < 0.08:
            last = calendar.monthrange(day.year, day.month)[1]
            return Days(day.replace(day=1), day.replace(day=last))
        return Days.on(day)

    def _day(self) -> date:
        """Return a day near one drawn before: often on, just before or just after the end of a limit."""
        near = self.draw.choice(self.pool)
        chance = self.draw.random()
        if chance < 0.75 and self.sought.lengths:
            length = self.draw.choice(self.sought.lengths)
            sign = 1 if self.draw.random() < 0.75 else -1
            near = self._moved(near, length, sign) + timedelta(days=self.draw.choice((-8, -1, -1, 0, 0, 1, 1, 7)))
        elif chance < 0.85:
            month, number = self.draw.choice(
                ((2, 14), (2, 15), (2, 16), (3, 30), (3, 31), (4, 1), (7, 31), (8, 31), (9, 1), (2, 28))
            )
            near = date(near.year + self.draw.choice((0, 0, 1)), month, number)
        near = min(max(near, date(2010, 1, 1)), date(2035, 1, 1))
        self.pool = [*self.pool[-6:], near]
        return near

    def _moved(self, day: date, length: tree.Length, sign: int) -> date:
        if length.unit in ("working_days", "school_days"):
            return day + timedelta(days=sign * length.n * 7 // 5)
        return periods.shift(length, sign, day)

    def _born(self) -> Days:
        years = self.draw.choice((4, 5, 14, 15, 16, 17, 18, 19, 24, 25, 26))
        day = periods.corr(self.draw.choice(self.pool), -12 * years)
        if self.draw.random() < 0.1:
            day = date(day.year - day.year % 4, 2, 29)
        return Days.on(day + timedelta(days=self.draw.choice((-1, 0, 0, 1, 60))))

    def _number(self) -> int:
        if self.sought.numbers and self.draw.random() < 0.8:
            return max(0, self.draw.choice(self.sought.numbers) + self.draw.choice((-1, 0, 0, 1)))
        return self.draw.randint(0, 40)

    def _code(self, code: Code) -> str:
        values = [value for value, _ in code.values]
        named = [value for value in values if value in self.sought.codes]
        return self.draw.choice(named if named and self.draw.random() < 0.7 else values)

    def _links(self, under_test: str) -> None:
        def keys(section: str) -> Sequence[str]:
            fact = self.facts.get(f"{under_test}/{section}")
            held = fact.value if fact is not None and fact.versions else ()
            return held if isinstance(held, tuple) else ()

        left = [key for section in ("section_f", "section_g", "section_h1") for key in keys(section)]
        right = [*keys("section_b"), *keys("section_e")]
        if not left or not right:
            return
        count = self.draw.randint(0, 4)
        names = tuple(str(number) for number in range(1, count + 1))
        base = f"{under_test}/links"
        self.facts[base] = items(names, _PLACE, complete=True)
        for name in names:
            self.facts[f"{base}/{name}/left"] = known(self.draw.choice(left), _PLACE)
            self.facts[f"{base}/{name}/right"] = known(self.draw.choice(right), _PLACE)
            self.facts[f"{base}/{name}/group"] = known(self.draw.random() < 0.3, _PLACE)

    def _claims(self) -> None:
        base = "/assessment/exceptions_claimed"
        exceptions = list(self.library.book.exceptions.values())
        if not exceptions or self.draw.random() < 0.4:
            return
        keys = tuple(str(number) for number in range(1, self.draw.randint(1, 4) + 1))
        self.facts[base] = items(keys, _PLACE, complete=True)
        for key in keys:
            exception = self.draw.choice(exceptions)
            self.facts[f"{base}/{key}/ground"] = self._fact(lambda chosen=exception: chosen.id)  # type: ignore[misc]
            if self.draw.random() < 0.6:
                rule = self.draw.choice(exception.to).rule
                self.facts[f"{base}/{key}/rule"] = self._fact(lambda rule=rule: rule)  # type: ignore[misc]

    def _answers(self) -> Iterator[Answer]:
        answering = self.draw.choice((0.0, 0.4, 0.9))
        for judgement in self.library.book.judgements.values():
            if self.draw.random() > answering:
                continue
            labels = sorted(self._labels(judgement)) or [""]
            for label in labels:
                for _ in range(self.draw.choice((0, 1, 1, 1, 2))):
                    yield self._answer(judgement.name, label)

    def _labels(self, judgement: tree.Judgement) -> set[str]:
        """Return the labels of the items a judgement is about, wherever a list of such things stands."""
        lists = {ref.steps[-1] for ref in judgement.over}
        found: set[str] = set()
        for pointer, fact in self.facts.items():
            if pointer.rsplit("/", 1)[-1] in lists and fact.versions and isinstance(fact.value, tuple):
                found |= set(fact.value)
        for checklist in self.library.book.checklists.values():
            if checklist.name in lists:
                found |= {entry.name for entry in checklist.entries}
        return found

    def _answer(self, judgement: str, label: str) -> Answer:
        words = self.draw.choice(WORDS)
        exceptions = list(self.library.book.exceptions.values())
        exception = ""
        if exceptions and self.draw.random() < 0.3:
            chosen = self.draw.choice(exceptions)
            exception = self.draw.choice((chosen.id, f"{chosen.id}/{chosen.to[0].rule}"))
        return Answer(
            judgement=judgement,
            about=label.lower() if self.draw.random() < 0.2 else label,
            words=words,
            words_sha256=words_sha256(words) if self.draw.random() < 0.15 else "",
            answer=self.draw.random() < 0.6,
            by="the panel",
            capacity=self.draw.choice(("local authority", "local authority", "panel", "tribunal")),
            on=self.as_at - timedelta(days=self.draw.choice((-5, 0, 10, 300))),
            because="",
            until=self.as_at + timedelta(days=self.draw.choice((-1, 0, 50))) if self.draw.random() < 0.2 else None,
            exception=exception,
            place=_PLACE,
        )
