"""Where a condition is evaluated: the case, the loop variables, and what is supposed.

A scope is a frozen value. Running a finding again under another version of a dispute, or
the other side of a reading, is the same call with another scope.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from checker.case import CaseFile
from checker.facts import NOT_COVERED, Days, Fact, Origin, Place, State, known
from checker.findings import Operand, Reason
from checker.rulebook.library import Library
from checker.varied import varied
from dsl.tree import Ref
from dsl.vocabulary import Code

DAY_CHECKED = "/day_checked"
"""The day the case is checked as at: an input of the check, not a fact of any file."""

PLAN_ROOTS = ("draft_plan", "final_plan", "amendment_draft", "amended_plan", "earlier_plan")


NAMING = {
    "Advice": ("author", "giver"),
    "Announcement": ("told",),
    "BreaksEntry": ("about",),
    "AdviceDetail": ("author", "giver"),
    "EarlierAdvice": ("author", "giver"),
    "CooperationRequest": ("body",),
    "PersonTold": ("who",),
    "ConsideredSetting": ("setting",),
    "Consultee": ("body",),
    "Delivery": ("item",),
    "FamiliesAsked": ("about",),
    "Fee": ("setting",),
    "JointEntry": ("about",),
    "Member": ("sector",),
    "OfferEntry": ("about",),
    "OfficersEntry": ("officers",),
    "OtherConsultee": ("body",),
    "Preference": ("setting",),
    "ReportEntry": ("about",),
    "Representation": ("item",),
    "ReviewedProvision": ("kind",),
    "Setting": ("name", "type"),
    "WordsChanged": ("item",),
}
"""The fields by which a thing without a printed number is called."""


@dataclass(frozen=True)
class Bound:
    """What a loop variable stands for: an item of a list, or an entry of a checklist."""

    pointer: str
    code: str
    title: str
    thing: str = ""
    reads: dict[str, tuple[Fact, Operand]] = field(default_factory=dict, compare=False, repr=False)
    """Facts of the item read so far and their operands, by the path and what they are to a condition."""


@dataclass(frozen=True)
class Period:
    """The time limit an exception or guard speaks of.

    ``first`` is the first day of the period, ``last`` its last days as a range; ``short``
    is a shorter period some exceptions are confined to, unused when None.
    """

    first: Days
    last: Days


@dataclass(frozen=True)
class Scope:
    """A place to evaluate in.

    ``versions`` says which version of a disputed fact is taken, ``readings`` which side of
    a reading; neither holds what has not been chosen. ``assume_judged`` takes every open
    judgement to be answered as wanted, to ask what else a condition depends on.
    """

    case: CaseFile
    library: Library
    as_at: date
    bindings: Mapping[str, Bound] = field(default_factory=lambda: MappingProxyType({}))
    versions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    readings: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    rule: str = ""
    exception: str = ""
    period: Period | None = None
    relevant: Days | None = None
    plan_as_at: Days | None = None
    in_list: bool = False
    assume_judged: bool = False
    new_limit: Days | None = None
    supposed: Mapping[tuple[str, str], bool] = field(default_factory=lambda: MappingProxyType({}))
    """Answers taken for granted, to see what would follow: by judgement and the pointer judged."""
    memo: dict[tuple[object, ...], Reason] = field(default_factory=dict)
    """Reasons that depend on nothing but their key, kept for the length of one check."""
    kept: dict[object, Any] = field(default_factory=dict)
    """What the guards of rules make of a period, and what is the same for a whole document, kept likewise."""
    items: dict[tuple[str, str], Bound] = field(default_factory=dict)
    """Items of lists, kept likewise."""
    reads: dict[str, tuple[Fact, Operand]] = field(default_factory=dict)
    """Facts read so far and their operands, kept likewise; those of an item are kept with the item."""

    def bind(self, name: str, bound: Bound) -> Scope:
        """Return this scope with one more variable."""
        return varied(self, bindings={**self.bindings, name: bound})

    def pointer(self, ref: Ref) -> str:
        """Return the pointer a path leads to; ``/plan`` is the document under test."""
        if ref.base:
            return self.bindings[ref.base].pointer + ref.below
        if ref.steps[0] == "plan":
            return self.case.under_test + ref.below[len("/plan") :]
        return ref.below

    def fact(self, pointer: str) -> Fact:
        """Return the fact at ``pointer``, in the version chosen; a plan later than the day asked of is not covered."""
        if pointer == DAY_CHECKED:
            return known(Days.on(self.as_at), Place(""), Origin.WORKED_OUT)
        fact = self.case.facts.get(pointer, NOT_COVERED)
        if fact.state is State.DISPUTED and pointer in self.versions:
            chosen = fact.versions[self.versions[pointer]]
            fact = Fact(State.KNOWN, (chosen,), origin=Origin.TYPED)
        if self.plan_as_at is not None and self._too_late(pointer):
            return NOT_COVERED
        return fact

    def _too_late(self, pointer: str) -> bool:
        root = pointer.split("/", 2)[1] if pointer.count("/") > 1 else ""
        if root not in PLAN_ROOTS or self.plan_as_at is None:
            return False
        wanted = self.plan_as_at.last
        for event in ("issue", "sending/family"):
            issued = self.case.facts.get(f"/{root}/{event}", NOT_COVERED)
            if issued.state is State.KNOWN and isinstance(issued.value, Days) and issued.value.first and wanted:
                return issued.value.first > wanted
        return False

    def item(self, pointer: str, key: str, thing: str) -> Bound:
        """Return what a loop variable is bound to: an item, called by its printed number or by its name."""
        held = self.items.get((pointer, key))
        if held is None:
            held = self.items[pointer, key] = self._item(pointer, key, thing)
        return held

    def _item(self, pointer: str, key: str, thing: str) -> Bound:
        title = key
        for name in NAMING.get(thing, ()):
            fact = self.fact(f"{pointer}/{key}/{name}")
            if fact.state is State.KNOWN and isinstance(fact.value, str):
                field = self.library.names.field(thing, (name,))
                title = field.type.title(fact.value) if field and isinstance(field.type, Code) else fact.value
                break
        return Bound(f"{pointer}/{key}", key, title, thing)

    def said(self, ref: Ref) -> str:
        """Return how a sentence speaks of what a path leads to."""
        thing = self.bindings[ref.base].thing if ref.base else ""
        return self.library.names.said(thing, ref.steps)

    def owner(self, ref: Ref) -> str:
        """Return the label of the item a path starts from, or what its last step belongs to."""
        if ref.base:
            bound = self.bindings[ref.base]
            if len(ref.steps) > 1:
                return self.library.names.said(bound.thing, ref.steps[:-1])
            return bound.title
        return self.library.names.owner(ref.steps)

    def thing(self, ref: Ref) -> str:
        """Return the kind of thing a path leads to, or of the items of the list there."""
        thing = self.bindings[ref.base].thing if ref.base else ""
        return self.library.names.thing_at(thing, ref.steps)
