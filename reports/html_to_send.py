"""Questions to send on a page: a table by who can answer, and each message ready to be selected and copied."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html_points import unfold
from reports.markup import Markup, element
from reports.questions import Card, items_words
from reports.to_send import ToSend
from reports.words import capital, counted


def to_send(groups: Sequence[ToSend]) -> list[Markup]:
    """Return the questions by who can answer, each group with its message; nothing if there are none."""
    if not groups:
        return []
    head = element(
        "tr",
        *(element("th", words, scope="col") for words in ("Whom to ask", "Questions", "Would help to settle")),
    )
    rows = [
        element(
            "tr",
            element("th", capital(each.of), scope="row"),
            element("td", *(_numbers(each.cards) or ["missing dates"])),
            element("td", counted(each.settles, "point")),
        )
        for each in groups
    ]
    caption = element("caption", "By whom to ask, those whose answers would settle most first")
    return [
        element("h3", "Questions to send"),
        element("table", caption, element("thead", head), element("tbody", *rows)),
        *(unfold(_summary(each), element("pre", each.message)) for each in groups),
    ]


def _summary(each: ToSend) -> str:
    return f"Message to copy: {each.of}" if each.outside else f"For you and your colleagues: {each.of}"


def _numbers(cards: Sequence[Card]) -> list[str]:
    pieces: list[str] = []
    for index, each in enumerate(cards):
        pieces += [", " if index else "", element("a", f"Q{each.number}", href=f"#question-{each.number}")]
        pieces += [f" ({items_words(each)})"] if each.items else []
    return pieces
