"""Points, cards and sentences as HTML: every quotation and provision a link to where it is told in full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.findings import Finding, Flag, Outcome, is_proposal
from reports.markup import Markup, element, together
from reports.points import Block, Point
from reports.questions import Card, items_words
from reports.sentences.reasons import Step
from reports.spans import Cite, Gap, Paragraph, Quote, Span, Text, plain, visible, where
from reports.statement import place_key
from reports.words import AGAINST, FOR, OPEN, capital

_FOLD = 3


@dataclass(frozen=True)
class Links:
    """Where quotations, authorities and points are told in full, and the file that need not be named."""

    words: Mapping[str, str]
    authorities: frozenset[str]
    file: str


def anchor(kind: str, name: str) -> str:
    """Return an id for the page: letters, numbers and hyphens."""
    return f"{kind}-{re.sub('[^A-Za-z0-9]+', '-', name).strip('-').lower()}"


def spans(paragraph: Paragraph, links: Links, but: str = "") -> Markup:
    """Return the paragraph as inline HTML; ``but`` is a place just told, which is left out."""
    pieces: list[str] = []
    for span in paragraph:
        piece = _span(span, links, but)
        if not piece and pieces:
            # A place that is left out takes the space before it with it.
            pieces[-1] = Markup(pieces[-1].rstrip())
        pieces.append(piece)
    return together(pieces)


def _span(span: Span, links: Links, but: str) -> Markup:
    match span:
        case Text():
            return together([span.text])
        case Quote():
            words = [f"“{span.words}”"] if span.words else []
            if span.place is None or place_key(span) == but:
                return together(words)
            place = where(span.place, links.file)
            id_ = links.words.get(place_key(span), "")
            linked = element("a", place, href=f"#{id_}") if id_ else together([place])
            return together([*words, " " if words else "", "(", linked, ")"])
        case Cite():
            if span.authority in links.authorities:
                return element("a", span.text, href=f"#{anchor('authority', span.authority)}")
            return together([span.text])
        case Gap():
            return element("span", "[ ]", class_="gap")


def paragraphs(told: Sequence[Paragraph], links: Links, class_: str = "", but: str = "") -> Markup:
    """Return each paragraph as a ``p``."""
    return together(element("p", spans(each, links, but), class_=class_) for each in told)


def colour(finding: Finding) -> str:
    """Return the colour of an outcome's tag. The words say it too: colour alone tells nothing."""
    if is_proposal(finding):
        return "purple"
    if finding.outcome in {Outcome.NOT_MET, Outcome.CONDITION_NOT_MET}:
        return "orange" if Flag.IF_SENT in finding.flags else "red"
    if finding.outcome in AGAINST:
        return "orange"
    if finding.outcome in FOR:
        return "green"
    if finding.outcome is Outcome.NOT_YET_DUE:
        return "blue"
    return "yellow" if finding.outcome in OPEN else "grey"


def tag(words: str, shade: str) -> Markup:
    """Return a tag."""
    return element("strong", capital(words), class_=f"tag tag-{shade}")


def title(point: Point) -> Markup:
    """Return the number, the item and the requirement of a point."""
    about = f"{capital(point.about)}: " if point.about else ""
    return together([f"{point.number}. ", about, visible(point.finding.title)])


def whole(point: Point, links: Links, level: int, told: Card | None = None) -> Markup:
    """Return a point whole: outcome, sentences, provision, and the numbered reasons to unfold.

    ``told`` is the card the point stands in: what that says is not said again.
    """
    quoted = point.words if point.about else ()
    heads, ways = point.head, point.met_by
    if told is not None:
        question = plain(told.question).rstrip("?. ")
        said = {plain(paragraph) for paragraph in told.against}
        heads = tuple(each for each in heads if question not in plain(each) and plain(each) not in said)
        quoted = () if quoted == told.words else quoted
        ways = tuple(each for each in ways if question not in plain(each))
    but = place_key(quoted[0]) if quoted and isinstance(quoted[0], Quote) else ""
    count = len(list(_walk(point.blocks)))
    return element(
        "article",
        element("p", tag(point.outcome, colour(point.finding)), class_="outcome"),
        element(f"h{level}", title(point)),
        element("blockquote", element("p", spans(quoted, links))) if quoted else "",
        paragraphs(heads, links, but=but),
        element("p", spans(point.authority, links), class_="authority"),
        paragraphs(ways, links),
        _reasons(point, links, min(level + 1, 6), count),
        class_="point",
        id=f"point-{point.number}",
    )


def _walk(blocks: Sequence[Block]) -> list[Step]:
    stack = [step for block in blocks for step in block.steps]
    found: list[Step] = []
    while stack:
        top = stack.pop(0)
        found.append(top)
        stack = [*top.parts, *stack]
    return found


def _reasons(point: Point, links: Links, level: int, count: int) -> Markup:
    number = 0

    def steps(here: Sequence[Step]) -> Markup:
        nonlocal number
        items: list[Markup] = []
        for each in here:
            number += 1
            own = f"{point.number}.{number}"
            items.append(
                element(
                    "li",
                    element("span", own, class_="number"),
                    spans(each.paragraph, links),
                    steps(each.parts) if each.parts else "",
                )
            )
        return element("ul", *items, class_="steps")

    inside = together(together([element(f"h{level}", block.title), steps(block.steps)]) for block in point.blocks)
    summary = f"Reasons for point {point.number}, in {count} numbered paragraphs"
    return element("details", element("summary", summary), element("div", inside, class_="inside"))


def card(each: Card, links: Links) -> Markup:
    """Return a card: one question, what points against, who can answer, and the points it would settle."""
    if each.ask is None:
        return together(whole(point, links, 3) for point in each.points)
    items = "" if each.is_group or not each.items else f"{items_words(each)}: "
    standing = tag(each.standing.value, _standing(each.standing.value)) if each.standing is not None else ""
    but = place_key(each.words[0]) if each.words and isinstance(each.words[0], Quote) else ""
    points = together(whole(point, links, 4, each) for point in each.points)
    return element(
        "article",
        element(
            "div",
            element("h3", f"Q{each.number}. " if each.number else "", items, spans(each.question, links)),
            element("p", standing) if standing else "",
            class_="card-title",
        ),
        element(
            "div",
            element("p", items_words(each)) if each.is_group else "",
            element("blockquote", element("p", spans(each.words, links))) if each.words else "",
            paragraphs((*each.against, *each.beside), links, but=but),
            element("p", element("strong", "Who can answer: "), each.of) if each.of else "",
            element("p", *_elsewhere(each)) if each.elsewhere else "",
            _folded(each, points) if each.points else "",
            class_="card-body",
        ),
        class_="card",
        id=f"question-{each.number}" if each.number else "",
    )


def _folded(each: Card, points: Markup) -> Markup:
    if len(each.points) <= _FOLD and not each.is_group:
        return points
    settles = f"The {len(each.points)} points an answer would help to settle"
    return element("details", element("summary", settles), element("div", points, class_="inside"))


def _elsewhere(each: Card) -> list[str]:
    pieces: list[str] = ["An answer would also help to settle "]
    for index, number in enumerate(each.elsewhere):
        pieces += [", " if index else "", element("a", f"point {number}", href=f"#point-{number}")]
    return [*pieces, "."]


def _standing(words: str) -> str:
    return {"points against": "orange", "both ways": "yellow", "nothing points against": "green"}.get(words, "grey")


def unfold(summary: str, *inside: str) -> Markup:
    """Return what is read only when it is asked for."""
    return element("details", element("summary", summary), element("div", *inside, class_="inside"))
