"""Advice beside the plan: needs and provision it does not seem to carry, and amounts changed, left out or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.case import CaseFile
from checker.comparing.amounts import Amount, length_in, times_in
from checker.comparing.likeness import Content, Weights, content_of, likeness, weights_of
from checker.comparing.plan_items import NEEDS, PROVISION, PlanItem, exact, items_of
from checker.comparing.suggestion import Difference, Suggestion
from checker.facts import Fact, Place, State
from checker.papers.paper import Kind, Paper, Recommended

_MATCH = 34
"""From here on two passages are taken to speak of the same thing."""
_MATCH_OF_NEED = 24
"""The same for needs: a plan's description of a need is long, and tells more than one."""
_NEAR = 16
"""From here on an item is shown as the nearest, without being taken for the same."""
_SAME = 55
"""From here on two needs in one report are taken to be one need told twice."""
_STATED = (
    ("how often", "frequency", ("frequency", "amount")),
    ("how long each time", "duration", ("duration", "amount")),
    ("how much", "amount", ("amount", "frequency")),
    ("how large the group is", "group_size", ("group_size",)),
    ("by whom", "deliverer", ("deliverer",)),
    ("with what qualification", "qualification", ("qualification", "deliverer")),
)
_PROFESSION_OF = {
    "educational psychology": "=psychologist",
    "speech and language therapy": "=slt",
    "occupational therapy": "=ot",
    "physiotherapy": "=physio",
    "specialist teacher (hearing)": "=deaf",
    "specialist teacher (vision)": "=vision",
}


@dataclass(frozen=True)
class _Pair:
    paper: Paper
    advised: Recommended
    content: Content
    item: PlanItem | None
    likeness: int


def advice_with_plan(case: CaseFile) -> tuple[Suggestion, ...]:
    """Return how the advice in the files seems to differ from the plan under test."""
    papers = [paper for paper in case.papers if paper.recognised.kind is Kind.ADVICE and is_of_child(paper, case)]
    if not papers or not case.under_test:
        return ()
    names = child_names(case)
    needs = list(items_of(case.facts, case.under_test, NEEDS, names))
    provision = list(items_of(case.facts, case.under_test, PROVISION, names))
    contents = [item.content for item in (*needs, *provision)]
    contents += [content_of(need.words, names) for paper in papers for need in paper.needs]
    contents += [content_of(each.passage.words, names) for paper in papers for each in paper.provision]
    weights = weights_of(contents)
    found: list[Suggestion] = []
    if needs:
        found += (each for paper in papers for each in _needs(paper, needs, weights, names))
    if provision:
        pairs = [_paired(paper, each, provision, weights, names) for paper in papers for each in paper.provision]
        found += _unmatched(pairs)
        found += _amounts(pairs)
        found += _left_out(pairs)
        found += _without_source(provision, pairs, papers)
    return tuple(found)


def child_names(case: CaseFile) -> frozenset[str]:
    """Return the words of the child's names, in lower case."""
    held = (case.facts.get(f"/child/{field}") for field in ("name", "known_as"))
    return frozenset(word.lower() for fact in held if fact and fact.versions for word in str(fact.value).split())


def is_of_child(paper: Paper, case: CaseFile) -> bool:
    """Return whether a paper may be about the child of the case: false only where it names another."""
    fact = paper.details.get("child")
    names = child_names(case)
    if fact is None or not fact.versions or not names:
        return True
    return bool(names & {word.strip(".,").lower() for word in str(fact.value).split()})


def _author(paper: Paper) -> str:
    fact = paper.details.get("author")
    return str(fact.value) if fact is not None and fact.versions else ""


def _best(content: Content, items: Iterable[PlanItem], weights: Weights) -> tuple[PlanItem | None, int]:
    ranked = [(likeness(content, item.content, weights), -at, item) for at, item in enumerate(items)]
    score, _, item = max(ranked, key=lambda each: each[:2])
    return (item, score) if score >= _NEAR else (None, score)


def _needs(paper: Paper, items: Sequence[PlanItem], weights: Weights, names: frozenset[str]) -> Iterator[Suggestion]:
    told: list[Content] = []
    for need in paper.needs:
        content = content_of(need.words, names)
        item, score = _best(content, items, weights)
        again = any(likeness(content, other, weights) >= _SAME for other in told)
        if score >= _MATCH_OF_NEED or again or not content.words:
            continue
        told.append(content)
        yield Suggestion(
            Difference.NEED_NOT_IN_PLAN,
            item.label if item else "",
            item.pointer if item else "",
            item.place if item else None,
            need.place,
            asks=_author(paper),
            likeness=score,
        )


def _paired(
    paper: Paper, advised: Recommended, items: Sequence[PlanItem], weights: Weights, names: frozenset[str]
) -> _Pair:
    content = content_of(advised.passage.words, names)
    item, score = _best(content, items, weights)
    return _Pair(paper, advised, content, item, score)


def _unmatched(pairs: Iterable[_Pair]) -> Iterator[Suggestion]:
    for pair in pairs:
        if pair.likeness < _MATCH and pair.content.words:
            yield _suggestion(Difference.PROVISION_NOT_IN_PLAN, pair, ())


def _amounts(pairs: Sequence[_Pair]) -> Iterator[Suggestion]:
    """Yield where both state an amount in one unit and the plan's is another, unless other advice states the plan's."""
    for pair in pairs:
        if pair.item is None or pair.likeness < _MATCH:
            continue
        others = [other for other in pairs if other.item is pair.item and other.likeness >= _MATCH]
        points = _differing(pair.advised, pair.item)
        if points and all(_differing(other.advised, pair.item) for other in others if _states_amount(other.advised)):
            yield _suggestion(Difference.AMOUNT_DIFFERS, pair, points)


def _differing(advised: Recommended, item: PlanItem) -> tuple[tuple[str, str, str], ...]:
    """Return what advice and item state otherwise: the whole amount if both give one, else how often and how long."""
    amount, planned = _advised(advised), item.amount
    if amount is not None and planned is not None:
        if amount.per != planned.per or amount == planned:
            return ()
        there = _said_amount(advised.states, advised.passage.words)
        return (("how much", there, _said_amount(item.states, item.words)),)
    points = []
    there, here = _said(advised.states.get("frequency")), item.said("frequency")
    times, planned_times = times_in(there), times_in(here)
    if times and planned_times and times[1] == planned_times[1] and times != planned_times:
        points.append(("how often", there, here))
    there, here = _said(advised.states.get("duration")), item.said("duration")
    length, planned_length = length_in(there), length_in(here)
    if length and planned_length and length != planned_length:
        points.append(("how long each time", there, here))
    return tuple(points)


def _left_out(pairs: Sequence[_Pair]) -> Iterator[Suggestion]:
    for pair in pairs:
        if pair.item is None or pair.likeness < _MATCH:
            continue
        points = tuple(
            (what, said, "")
            for what, field, by in _STATED
            if (said := _said(pair.advised.states.get(field))) and not any(pair.item.said(each) for each in by)
        )
        words = pair.item.words.casefold()
        points = tuple(point for point in points if point[1].casefold() not in words)
        points = tuple(point for at, point in enumerate(points) if not _told_by(points, at))
        if points:
            yield _suggestion(Difference.AMOUNT_LEFT_OUT, pair, points)


def _told_by(points: tuple[tuple[str, str, str], ...], at: int) -> bool:
    """Return whether the words of a point stand in those of another, or in the same words of an earlier one."""
    said = points[at][1].casefold()
    return any(
        said in other[1].casefold() and (said != other[1].casefold() or place < at)
        for place, other in enumerate(points)
        if place != at
    )


def _without_source(items: Sequence[PlanItem], pairs: Sequence[_Pair], papers: Sequence[Paper]) -> Iterator[Suggestion]:
    """Yield the amounts of the plan that no advice states, where advice on that provision is in the files."""
    amounts = {amount for pair in pairs if (amount := _advised(pair.advised)) is not None}
    professions = {_PROFESSION_OF.get(paper.recognised.of, "") for paper in papers if paper.provision}
    for item in items:
        amount = item.amount
        if amount is None or amount in amounts:
            continue
        matched = [pair for pair in pairs if pair.item is item and pair.likeness >= _MATCH]
        if any(_advised(pair.advised) is not None for pair in matched):
            continue
        spoken = [pair for pair in matched if not _states_amount(pair.advised)]
        if spoken or (not matched and item.content.professions & professions):
            there = spoken[0].advised.passage.place if spoken else None
            said = _said_amount(item.states, item.words)
            yield Suggestion(
                Difference.NO_SOURCE,
                item.label,
                item.pointer,
                item.place,
                there,
                (("how much", "", said),),
                asks="the authority",
                likeness=spoken[0].likeness if spoken else 0,
            )


def _advised(advised: Recommended) -> Amount | None:
    states = advised.states
    return exact(
        _said(states.get("amount")),
        _said(states.get("frequency")),
        _said(states.get("duration")),
        advised.passage.words,
    )


def _states_amount(advised: Recommended) -> bool:
    return any(_said(advised.states.get(field)) for field in ("amount", "frequency", "duration"))


def _said(fact: Fact | None) -> str:
    return str(fact.value) if fact is not None and fact.state is State.KNOWN else ""


def _said_amount(states: Mapping[str, Fact], words: str) -> str:
    together = [each for each in (_said(states.get("duration")), _said(states.get("frequency"))) if each]
    return _said(states.get("amount")) or ", ".join(together) or words


def _suggestion(difference: Difference, pair: _Pair, points: tuple[tuple[str, str, str], ...]) -> Suggestion:
    item: PlanItem | None = pair.item
    here: Place | None = item.place if item else None
    return Suggestion(
        difference,
        item.label if item else "",
        item.pointer if item else "",
        here,
        pair.advised.passage.place,
        points,
        asks=_author(pair.paper),
        likeness=pair.likeness,
    )
