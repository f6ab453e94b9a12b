"""Cases against the rule book, over columns: an outcome for every finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from checker.evaluation.findings import findings_of
from checker.evaluation.requirement import in_words
from checker.evaluation.scope import Scope
from checker.findings import Outcome
from checker.kernel.alternatives import settled
from checker.kernel.codes import DOES_NOT_APPLY, FALSE, KNOWN, OUTCOME, OUTCOME_OF_CAUSES, OUTCOMES, Column
from checker.kernel.evaluate import evaluate
from checker.kernel.frame import PLAN, Frame, frame_of
from checker.kernel.plain import CAUSES
from checker.kernel.requirement import tested_on
from checker.kernel.store import CaseAt, Store, load
from checker.kernel.things import On, things
from checker.rulebook.library import Library
from dsl import tree


@dataclass(frozen=True)
class Group:
    """Findings of one rule: ``case`` and ``outcome`` of each, and what it is about.

    ``place`` is the number of a place, and ``step`` what follows it, if anything.
    """

    rule: str
    case: Column
    place: Column
    step: str
    outcome: Column


@dataclass(frozen=True)
class Outcomes:
    """The outcomes of some cases: groups over columns, and what the explaining evaluator gave for the rest."""

    store: Store
    groups: tuple[Group, ...]
    explained: tuple[tuple[int, str, str, Outcome], ...]

    def __iter__(self) -> Iterator[tuple[int, str, str, Outcome]]:
        """Yield the number of the case, the rule, the pointer it is about (or nothing), and the outcome."""
        texts = self.store.paths.texts
        for group in self.groups:
            for case, place, code in zip(self.store.numbers[group.case], group.place, group.outcome, strict=True):
                about = f"{texts[place]}/{group.step}" if group.step else texts[place]
                yield int(case), group.rule, about, OUTCOMES[code]
        yield from self.explained


def check_cases(cases: Sequence[CaseAt], library: Library, rules: Iterable[str] | None = None) -> Outcomes:
    """Return the outcome of every finding of some cases.

    ``rules`` are the ids of the rules wanted, or None for all of them. A case with a
    disputed fact goes to the explaining evaluator.
    """
    book = library.book.rules
    wanted = tuple(book.values() if rules is None else (book[name] for name in rules))
    store = load(cases, library)
    by_kind = {kind: _of_kind(kind, frame_of(store)) for kind in {rule.kind: None for rule in wanted}}
    groups = tuple(group for rule in wanted for group in _groups(rule, by_kind[rule.kind])) if store.cases else ()
    apart = sorted(set(range(len(cases))) - set(store.numbers.tolist()))
    explained = tuple(found for number in apart for found in _explained(number, cases[number], wanted, library))
    return Outcomes(store, groups, explained)


def _explained(
    number: int, each: CaseAt, rules: Sequence[tree.Rule], library: Library
) -> Iterator[tuple[int, str, str, Outcome]]:
    scope = Scope(each.case, library, each.as_at)
    for rule in rules:
        if rule.kind != each.case.kind:
            continue
        for finding in findings_of(rule, scope, {}).findings:
            yield number, finding.rule, finding.about.path, finding.outcome


def _groups(rule: tree.Rule, frame: Frame) -> Iterator[Group]:
    """Yield the findings of one rule."""
    frame = replace(frame, rule=rule.id)
    section = frame.library.prepared[rule.id].section
    if rule.stage:
        values = frame.store.values
        rows = frame.bindings[PLAN].said(("stage",))
        at_stage = (values.text[rows] == frame.store.texts.one(rule.stage)) & (values.state[rows] == KNOWN)
        at_stage &= frame.store.under_test[frame.case] != 0
        elsewhere = np.flatnonzero(~at_stage)
        state = values.state[rows[elsewhere]]
        outcome = np.where(state == KNOWN, DOES_NOT_APPLY, OUTCOME_OF_CAUSES[CAUSES[state]])
        yield _group(rule, frame.take(elsewhere), section, outcome)
        frame = frame.take(np.flatnonzero(at_stage))
    general = rule.loops and frame.library.prepared[rule.id].trigger_is_general
    if general and rule.applies_when is not None:
        out = evaluate(rule.applies_when, frame).truth == FALSE
        gone = np.flatnonzero(out)
        yield _group(rule, frame.take(gone), "", np.full(len(gone), DOES_NOT_APPLY))
        frame = frame.take(np.flatnonzero(~out))
    for on in things(rule, frame):
        yield _found(rule, on, section)


def _of_kind(kind: str, frame: Frame) -> Frame:
    """Return the cases of one kind of subject: rules of another are not run on them."""
    of_kind = frame.store.kind == frame.store.texts.one(kind)
    return frame if of_kind.all() else frame.take(np.flatnonzero(of_kind))


def _found(rule: tree.Rule, on: On, section: str) -> Group:
    if on.outcome is not None:
        return _group(rule, on.frame, "", on.outcome)
    outcome = _words(rule)[settled(partial(tested_on, rule, on.where), on.frame)]
    if not on.var:
        return _group(rule, on.frame, section, outcome)
    if on.entry:
        return _group(rule, on.frame, on.entry, outcome)
    return Group(rule.id, on.frame.case, on.frame.bindings[on.var].place, "", outcome)


def _group(rule: tree.Rule, frame: Frame, step: str, outcome: Column) -> Group:
    """Return findings about a step of the document under test, or about nothing in particular."""
    place = frame.store.under_test[frame.case] if step else np.zeros(frame.rows, dtype=np.int32)
    return Group(rule.id, frame.case, place, step, outcome)


def _words(rule: tree.Rule) -> Column:
    """Return the outcomes in the words of a rule's own force and status, by code."""
    return np.array([OUTCOME[in_words(outcome, rule)] for outcome in OUTCOMES], dtype=np.int8)
