"""The papers beside the plan: what each was taken for, what a letter told, and what is set side by side.

Suggestions settle nothing and ask nothing by themselves: a person looks at both places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.comparing.suggestion import Difference, Suggestion
from checker.facts import Days, Fact, State
from checker.papers.own_cases import cases_of
from checker.papers.paper import TELLS, Kind, Paper
from checker.result import Check
from reports.spans import Paragraph, at, quote, sentence, visible
from reports.words import counted, day, labelled, listed, natural

_LONGEST = 220
_NAMED = (("author", "by"), ("recipient", "to"))
_BESIDE_ANOTHER = {
    Difference.CHANGED: "Worded otherwise in another plan",
    Difference.ADDED: "Not found in another plan",
    Difference.REMOVED: "In another plan, and not found in this one",
}
_UNMATCHED = {
    Difference.NEED_NOT_IN_PLAN: "Needs in advice that no item of Sections B, C and D was matched with",
    Difference.PROVISION_NOT_IN_PLAN: "Provision recommended that no item of Sections F, G and H was matched with",
}


@dataclass(frozen=True)
class Group:
    """Sentences under one heading."""

    title: str
    told: tuple[Paragraph, ...]


@dataclass(frozen=True)
class PapersTold:
    """The part of a report on the papers.

    ``read`` has a group for each paper, ``beside`` one for each item of the plan, and for
    what was matched with none; ``counted`` says in a line how much there is of both.
    """

    read: tuple[Group, ...]
    beside: tuple[Group, ...]
    counted: str


def papers_told(check: Check) -> PapersTold:
    """Return what the report says of the papers."""
    read = tuple(
        Group(visible(each.file), tuple(_read(each, check.subject)))
        for each in sorted(check.papers, key=lambda p: p.file)
    )
    places = counted(len(check.suggestions), "place")
    told = f"{counted(len(check.papers), 'paper')} read" if check.papers else "no paper read"
    return PapersTold(read, tuple(_groups(check.suggestions)), f"{told}, {places} set side by side with the plan")


def beside_item(check: Check, item: str) -> tuple[Paragraph, ...]:
    """Return one sentence on how advice seems to differ from the plan's item of that label, or none."""
    own = [each for each in check.suggestions if each.about == item and each.difference in _ON_AN_ITEM]
    return tuple(_told(each) for each in own[:1])


_ON_AN_ITEM = (Difference.AMOUNT_DIFFERS, Difference.AMOUNT_LEFT_OUT)


def _read(paper: Paper, subject: str) -> Iterator[Paragraph]:
    recognised = paper.recognised
    kind = f"{recognised.kind.value}, {recognised.of}" if recognised.of else recognised.kind.value
    unsure = "" if recognised.sure else "; this is not sure: look"
    words = (quote(recognised.place.words, recognised.place, 80),) if recognised.place.words else ()
    yield sentence(f"taken for: {kind}", " (told by " if words else "", words, ")" if words else "", unsure)
    yield from _details(paper)
    yield from _another_child(paper, subject)
    for told in paper.told:
        yield sentence(f"it tells {TELLS.get(told.matter, told.matter)}: ", quote(told.words, told.place, _LONGEST))
    if recognised.kind is Kind.LETTER and not paper.told:
        yield sentence("we found none of the matters looked for in it: they may stand there in other words")
    yield from _detail(paper.details.get("decided"), "what it says was decided")
    if recognised.kind is Kind.REVIEW:
        yield from _detail(paper.details.get("recommendation"), "what the review recommended")
    counts = (
        counted(len(found), name)
        for found, name in (
            (paper.needs, "need"),
            (paper.provision, "recommendation"),
            (paper.outcomes, "outcome"),
            (paper.progress, "progress note"),
        )
        if found
    )
    found = listed(counts)
    if found:
        yield sentence(f"read in it: {found}")
    yield from _cases(paper, subject)
    for note in paper.notes:
        yield sentence(visible(note))


def _cases(paper: Paper, subject: str) -> Iterator[Paragraph]:
    """Yield what a panel decided on the child; the cases of others are counted, and no more is said of them."""
    own = cases_of(paper, subject)
    for case in own:
        decided = ("; decided: ", quote(case.decision, case.place, _LONGEST)) if case.decision else ()
        yield sentence(f"case {visible(case.reference)}", *(decided or (": we found no decision in it",)))
    others = len(paper.cases) - len(own)
    if others:
        whose = f"not said to be of {visible(subject)}" if subject else "and we do not know whose"
        yield sentence(f"{counted(others, 'more case' if own else 'case')} in it, {whose}: left out here")


def _another_child(paper: Paper, subject: str) -> Iterator[Paragraph]:
    fact = paper.details.get("child")
    if fact is None or fact.state is not State.KNOWN or not subject:
        return
    if not set(str(fact.value).casefold().split()) & set(subject.casefold().split()):
        yield sentence(f"it names {_value(fact)}", *at(fact.where), ", and was not set beside this plan")


def _details(paper: Paper) -> Iterator[Paragraph]:
    dated = paper.details.get("dated")
    if dated is not None and dated.state is State.KNOWN:
        yield sentence(f"dated {_value(dated)}", *at(dated.where))
    else:
        yield sentence("we found no date of the paper itself")
    for name, by in _NAMED:
        fact = paper.details.get(name)
        if fact is not None and fact.state is State.KNOWN:
            yield sentence(f"{by} {_value(fact)}", *at(fact.where))
    yield from _detail(paper.details.get("reply_by"), "a reply is asked for by")
    yield from _detail(paper.details.get("meeting"), "the meeting was held on")


def _detail(fact: Fact | None, said: str) -> Iterator[Paragraph]:
    if fact is not None and fact.state is State.KNOWN:
        if isinstance(fact.value, Days):
            yield sentence(f"{said} {_value(fact)}", *at(fact.where))
        elif fact.where is not None:
            yield sentence(f"{said}: ", quote(str(fact.value), fact.where, _LONGEST))


def _value(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Days):
        if value.known_day is not None:
            return day(value.known_day)
        first, last = value.first, value.last
        return f"{day(first)} to {day(last)}" if first is not None and last is not None else "a day not given"
    return visible(str(value))


def _groups(suggestions: Iterable[Suggestion]) -> Iterator[Group]:
    """Yield the suggestions by the plan's item, then those matched with none, then those of another plan."""
    held = list(suggestions)
    on_items = [each for each in held if each.difference not in (*_UNMATCHED, *_BESIDE_ANOTHER)]
    for label in sorted({each.about for each in on_items}, key=natural):
        yield Group(_title(label), tuple(_told(each) for each in on_items if each.about == label))
    for difference, title in (*_UNMATCHED.items(), *_BESIDE_ANOTHER.items()):
        own = tuple(_told(each) for each in held if each.difference is difference)
        if own:
            yield Group(f"{title} ({len(own)})", own)


def _title(label: str) -> str:
    words = labelled(label)
    return words[:1].upper() + words[1:]


def _told(each: Suggestion) -> Paragraph:
    there = (quote(each.there.words, each.there, _LONGEST),) if each.there is not None else ()
    here = (quote(each.here.words, each.here, _LONGEST),) if each.here is not None else ()
    label = labelled(each.about)
    match each.difference:
        case Difference.NEED_NOT_IN_PLAN | Difference.PROVISION_NOT_IN_PLAN:
            return sentence(there, f"; the nearest in the plan is {label}: ", here) if here else sentence(there)
        case Difference.AMOUNT_DIFFERS:
            points = "; ".join(f"{what}: “{visible(a)}” there, “{visible(b)}” in {label}" for what, a, b in each.points)
            return sentence(points, ", where the advice says ", there, " and the plan ", here)
        case Difference.AMOUNT_LEFT_OUT:
            points = listed(f"{what} (“{visible(said)}”)" for what, said, _ in each.points)
            return sentence("the advice says ", there, f"; we did not find in {label} {points}: ", here)
        case Difference.NO_SOURCE:
            said = "; ".join(visible(now) for _, _, now in each.points)
            beside = (", where the advice says only ", *there) if there else ()
            return sentence(f"we found “{said}” in no advice in these files: ", here, *beside)
        case Difference.ADDED:
            return sentence(f"{label}: ", here)
        case Difference.REMOVED:
            return sentence(f"{label} there: ", there)
        case Difference.CHANGED:
            return sentence(f"{label}: it was ", there, " and is ", here)
