"""The papers beside the plan as lines of text, as a part of a page, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from checker.facts import Days, Fact, Place, State
from checker.papers.own_cases import cases_of
from checker.result import Check
from reports.spans import Paragraph, visible
from reports.wrapped import lines

if TYPE_CHECKING:
    from reports.html_points import Links
    from reports.markup import Markup
    from reports.papers import Group, PapersTold

TITLE = "The papers beside the plan"
NOTE = (
    "Set side by side by a program that compares words: a person looks at both places. Nothing here is a finding, and "
    "what was not matched may stand in the plan in other words."
)


def text_lines(
    told: PapersTold | None,
    heading: Callable[[str, str], list[str]],
    plain: Callable[[Paragraph], str],
    *,
    everything: bool,
) -> Iterator[str]:
    """Yield the lines of the part: on the first page its count, else all of it."""
    if told is None:
        return
    yield from heading(TITLE, told.counted)
    if not everything:
        yield from lines("What each was taken for, and both places, are told with --all.", 2)
        return
    for group in told.read:
        yield from _group(group, plain)
    if told.beside:
        yield from lines("Set side by side", 2)
        yield from lines(NOTE, 2)
    for group in told.beside:
        yield from _group(group, plain)


def _group(group: Group, plain: Callable[[Paragraph], str]) -> Iterator[str]:
    yield from lines(group.title, 2)
    for paragraph in group.told:
        yield from lines(f"- {plain(paragraph)}", 4, 6)
    yield ""


def page_part(told: PapersTold | None, links: Links) -> Markup:
    """Return the part of the page, what it holds folded; nothing where there are no papers."""
    from reports.html_points import spans, unfold  # noqa: PLC0415  (a report as text needs no markup)
    from reports.markup import Markup, element, together  # noqa: PLC0415  (the same)

    if told is None:
        return Markup()

    def groups(held: tuple[Group, ...]) -> Markup:
        return together(
            together(
                [
                    element("h3", group.title),
                    element("ul", *(element("li", spans(paragraph, links)) for paragraph in group.told)),
                ]
            )
            for group in held
        )

    pieces = [unfold("What was read", groups(told.read))] if told.read else []
    if told.beside:
        pieces.append(unfold("Set side by side", element("p", NOTE), groups(told.beside)))
    counted = element("p", f"{told.counted[:1].upper()}{told.counted[1:]}.")
    return element("section", element("h2", TITLE), counted, *pieces, id="papers")


def papers_data(check: Check, place: Callable[[Place | None], Any]) -> dict[str, Any]:
    """Return the papers and the suggestions as the objects of the schema."""
    return {
        "papers": [
            {
                "file": visible(each.file),
                "kind": each.recognised.kind.value,
                "of": each.recognised.of,
                "sure": each.recognised.sure,
                "told_by": place(each.recognised.place),
                "details": [
                    {"name": name, "state": fact.state.value, "value": _value(fact), "place": place(fact.where)}
                    for name, fact in sorted(each.details.items())
                ],
                "tells": [
                    {"matter": told.matter, "words": visible(told.words), "place": place(told.place)}
                    for told in each.told
                ],
                "needs": [place(need.place) for need in each.needs],
                "provision": [
                    {
                        "number": visible(one.passage.number),
                        "place": place(one.passage.place),
                        "states": {
                            name: visible(str(fact.value))
                            for name, fact in sorted(one.states.items())
                            if fact.state is State.KNOWN
                        },
                    }
                    for one in each.provision
                ],
                "outcomes": [place(outcome.place) for outcome in each.outcomes],
                "progress": [
                    {"outcome": visible(one.outcome), "status": visible(one.status), "place": place(one.place)}
                    for one in each.progress
                ],
                "cases": [
                    {"reference": visible(one.reference), "decision": visible(one.decision), "place": place(one.place)}
                    for one in cases_of(each, check.subject)
                ],
                "notes": [visible(note) for note in each.notes],
            }
            for each in sorted(check.papers, key=lambda paper: paper.file)
        ],
        "suggestions": [
            {
                "difference": each.difference.value,
                "about": visible(each.about),
                "pointer": visible(each.pointer),
                "here": place(each.here),
                "there": place(each.there),
                "points": [
                    {"what": what, "there": visible(there), "here": visible(here)} for what, there, here in each.points
                ],
                "of": visible(each.asks),
                "likeness": each.likeness,
            }
            for each in check.suggestions
        ],
    }


def _value(fact: Fact) -> Any:  # noqa: ANN401  (JSON values are of any kind)
    if not fact.versions:
        return None
    value = fact.value
    if isinstance(value, Days):
        return [day.isoformat() if day is not None else None for day in (value.first, value.last)]
    return [visible(each) for each in value] if isinstance(value, tuple) else visible(str(value))
