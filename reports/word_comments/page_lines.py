"""What the first page says: what was checked, the comments, what stands in no paragraph, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.points import Point
from reports.spans import plain, visible
from reports.statement import Statement, tallies
from reports.to_send import ToSend
from reports.word_comments.comments import Comment
from reports.word_comments.first_page import PageLine
from reports.words import capital, counted, listed

_MOST_ELSEWHERE = 8


def page_lines(report: Statement, comments: Sequence[Comment]) -> tuple[PageLine, ...]:
    """Return the lines of the first page."""
    return tuple(_lines(report, comments))


def _lines(report: Statement, comments: Sequence[Comment]) -> Iterator[PageLine]:
    head = report.head
    subject = f", for {head.subject}" if head.subject else ""
    yield PageLine(f"{head.title}: {counted(len(comments), 'comment')} in place", "title")
    yield PageLine(f"{head.document}{subject}. Checked as at {head.as_at}. Read: {'; '.join(head.files)}.")
    tally = ", ".join(words for words, _ in tallies(report))
    yield PageLine(f"Settled by the documents: {tally or 'nothing'}. Questions for a person: {report.needs.asked}.")
    for problem in (*head.problems, *head.notes):
        yield PageLine(f"! {problem}")
    yield from _before_sending(report)
    heading = "Comments, in the order of the plan" if comments else "No comment on the words of the plan"
    yield PageLine(heading, "heading")
    yield from _listed(comments)
    yield from _elsewhere(report, comments)
    yield from _to_send(report.needs.to_send)
    yield PageLine(
        "This page and its comments were added by sendcheck; nothing else in the file was changed. To take them out, "
        "delete this page and the comments by the author sendcheck. Checking this file again replaces them. A report "
        f"by a program: it decides nothing that a person must decide. Rule book {report.rule_book}.",
        "quiet",
    )


def _listed(comments: Sequence[Comment]) -> Iterator[PageLine]:
    """List the comments; those that ask the same of several items stand in one line."""
    same: dict[str, list[Comment]] = {}
    for comment in comments:
        same.setdefault(comment.head, []).append(comment)
    for head, here in same.items():
        numbers = listed([str(each.number) for each in here])
        labels = listed([each.label for each in here if each.label])
        yield PageLine(f"{numbers}. {labels}: {head}" if labels else f"{numbers}. {head}")


def _elsewhere(report: Statement, comments: Sequence[Comment]) -> Iterator[PageLine]:
    """What is settled against the case and has no words in the plan to hang on: dates, letters, the record."""
    placed = {comment.place.paragraph for comment in comments}
    against = (*report.settled.against, *report.settled.against_if_sent)
    here = [each for each in against if not _placed(each, report, placed)]
    if not here:
        return
    yield PageLine("Settled, and not in the words of the plan", "heading")
    for each in here[:_MOST_ELSEWHERE]:
        about = f" {capital(each.about)}." if each.about else ""
        source = visible(each.finding.source.text)
        yield PageLine(f"{capital(each.outcome)}.{about} {visible(each.finding.title)}. {source}.")
    if len(here) > _MOST_ELSEWHERE:
        yield PageLine(f"and {len(here) - _MOST_ELSEWHERE} more, in the report")


def _placed(each: Point, report: Statement, placed: set[int]) -> bool:
    place = each.finding.about.place
    return place is not None and place.file == report.head.file and place.paragraph in placed


def _before_sending(report: Statement) -> Iterator[PageLine]:
    if not report.before_sending:
        return
    yield PageLine("Before you send", "heading")
    for paragraph in report.before_sending:
        yield PageLine(plain(paragraph, report.head.file))


def _to_send(groups: Sequence[ToSend]) -> Iterator[PageLine]:
    """The messages to others, ready to copy; questions for whoever decides stand in the comments."""
    others = [group for group in groups if group.outside]
    if others:
        yield PageLine("Questions to send: copy each into a message", "heading")
    for group in others:
        yield PageLine(f"{capital(group.of)} (would help to settle {counted(group.settles, 'point')})", "name")
        yield PageLine(group.message)
    own = [group for group in groups if not group.outside]
    for group in own:
        yield PageLine(
            f"{counted(len(group.cards), 'more question')} cannot be answered from a document: they are for you and "
            "your colleagues, in the comments or in the report."
        )
