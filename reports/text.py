"""A statement as text for a terminal: the first page, or with ``everything`` the whole of it.

Plain unless colour is asked for; no line is longer than 100 characters, unless one word is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checker.findings import Finding, MissingDate, Outcome
from checker.result import Check
from reports.papers_pages import text_lines
from reports.points import Point, numbered
from reports.questions import Card, items_words, not_said
from reports.spans import Paragraph, Quote, plain, visible, where
from reports.statement import Statement, statement, tallies
from reports.words import AGAINST, FOR, OPEN, capital, counted, listed
from reports.wrapped import WIDTH, authority_words, lines, record_lines

_FOLD = 3
_ROOMY = 5
_COLOURS = {"bad": "31;1", "open": "33;1", "good": "32", "head": "1", "quiet": "2"}


def render_text(check: Check, *, everything: bool = False, colour: bool = False) -> str:
    """Return the check as text, ending with a line break."""
    return _Page(statement(check), everything=everything, colour=colour).render()


def one_point(report: Statement, point: Point) -> list[str]:
    """Return the lines of one point whole, with its numbered reasons."""
    return list(_Page(report, everything=True, colour=False).point(point))


class _Page:
    """One rendering: the statement, how much of it is asked for, and whether in colour."""

    def __init__(self, report: Statement, *, everything: bool, colour: bool) -> None:
        self.report, self.everything, self.colour = report, everything, colour
        self.file = report.head.file

    def render(self) -> str:
        lines = [
            *self._head(),
            *self._supposed(),
            *self._settled(),
            *self._before_sending(),
            *self._dates(),
            *self._needs(),
            *text_lines(self.report.papers, self._heading, self._plain, everything=self.everything),
            *self._not_tested(),
            *self._proposals(),
            *self._foot(),
        ]
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def _plain(self, paragraph: Paragraph, but: str = "") -> str:
        return plain(paragraph, self.file, but)

    def _ink(self, words: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{words}\x1b[0m" if self.colour else words

    def _heading(self, words: str, beside: str = "") -> list[str]:
        first = self._ink(words.upper(), "head")
        if len(words) + len(beside) + 3 <= WIDTH:
            return ["", f"{first}   {beside}", ""]
        return ["", first, *lines(beside, 2), ""]

    def _head(self) -> Iterator[str]:
        head = self.report.head
        subject = f", for {head.subject}" if head.subject else ""
        yield from lines(f"Document under test: {head.document}{subject}", 0)
        note = f" ({head.as_at_note})" if head.as_at_note else ""
        yield from lines(f"Checked as at {head.as_at}{note}. Read: {'; '.join(head.files) or 'nothing'}.", 0)
        if head.file:
            yield from lines(f"Places with no file name are in {visible(head.file)}.", 0)
        for problem in head.problems:
            yield from lines(f"! {problem}", 0, 2)
        for note in head.notes if self.everything else head.notes[:_FOLD]:
            yield from lines(f"! {note}", 0, 2)
        if len(head.notes) > _FOLD and not self.everything:
            yield f"! and {counted(len(head.notes) - _FOLD, 'more note')} on the files (--all)"
        for told in head.taken_for if self.everything else ():
            yield from lines(told, 0, 2)

    def _settled(self) -> Iterator[str]:
        settled = self.report.settled
        yield from self._heading("1. Settled by the documents", _tally(self.report))
        if not settled.against:
            yield from lines("Nothing in these documents was found to be not met or departed from.", 2)
        yield from self._points(settled.against)
        if settled.against_if_sent:
            yield ""
            yield from lines(
                f"If it is sent as it stands: {counted(len(settled.against_if_sent), 'point')}, counted apart", 2
            )
            yield from self._points(settled.against_if_sent)
        rest = (*settled.met, *settled.met_if_sent, *settled.aside)
        if rest and not self.everything:
            yield ""
            told = (
                f"{_rest(self.report)}: explained"
                if settled.against or settled.against_if_sent
                else "All this is explained"
            )
            yield from lines(f"{told} as fully with --all.", 2)
        if rest and self.everything:
            yield ""
            yield from self._points(rest)

    def _points(self, points: tuple[Point, ...]) -> Iterator[str]:
        """Each point; on the first page several departures from one rule are told in one."""
        for _, group in groupby(points, key=lambda each: (each.finding.rule, each.outcome)):
            here = list(group)
            fold = not self.everything and len(here) > _FOLD and here[0].finding.outcome is not Outcome.NOT_MET
            if fold:
                yield from self._folded(here)
            else:
                for each in here:
                    yield from self.point(each)

    def point(self, each: Point) -> Iterator[str]:
        label = f" {capital(each.about)}." if each.about else ""
        number = f"{each.number}."
        ink = _ink_of(each.finding)
        yield from self._inked(
            f"{number} ".ljust(4),
            f"{capital(each.outcome)}.",
            f"{label} {visible(each.finding.title)}.",
            ink,
        )
        told = ""
        if each.words and each.about:
            yield from lines(self._plain(each.words), 4)
            told = place_of(each.words, self.file)
        roomy = self.everything or len(self.report.settled.against) <= _ROOMY
        for paragraph in each.head if roomy else each.head[:2]:
            yield from lines(self._plain(paragraph, told), 4)
        if self.everything:
            yield from _reasons(each, self.file)
            return
        yield from lines(self._plain(each.authority) if roomy else f"{visible(each.finding.source.text)}.", 4)
        for paragraph in each.met_by if roomy and each.finding.outcome in AGAINST else ():
            yield from lines(self._plain(paragraph), 4)

    def _folded(self, here: list[Point]) -> Iterator[str]:
        first = here[0]
        numbers = f"{first.number} to {here[-1].number}."
        labels = listed([each.about for each in here if each.about])
        yield from self._inked(
            f"{numbers} ".ljust(4),
            f" {capital(first.outcome)}.",
            f" {visible(first.finding.title)}: {labels}.",
            _ink_of(first.finding),
        )
        yield from lines(f"For example {first.about}: {self._plain(first.head[0])}", 4)
        yield from lines(self._plain(first.authority), 4)

    def _inked(self, before: str, words: str, after: str, colour: str) -> list[str]:
        first, *rest = lines(f"{before}{words}{after}", 0, 4)
        if words in first:
            first = first.replace(words, self._ink(words, colour), 1)
        return [first, *rest]

    def _before_sending(self) -> Iterator[str]:
        told = self.report.before_sending
        if told:
            yield from self._heading("Before you send")
            for paragraph in told:
                yield from lines(f"! {self._plain(paragraph)}", 2, 4)

    def _dates(self) -> Iterator[str]:
        dates = self.report.dates
        if not dates:
            return
        yield from self._heading("Dates to come", counted(len(dates), "date"))
        for each in dates if self.everything else [each for each in dates if each.first]:
            yield from self._inked(
                f"{each.number}. ".ljust(4),
                f"{capital(each.outcome)}.",
                f" {visible(each.finding.title)}. {self._plain(each.head[0])}",
                "quiet",
            )
            if self.everything:
                yield from _reasons(each, self.file)
        more = sum(not each.first for each in dates)
        if more and not self.everything:
            yield f"    and {more} more (--all)"

    def _needs(self) -> Iterator[str]:
        needs = self.report.needs
        if not needs.cards and not needs.missing:
            yield from self._heading("2. Needs a person", "nothing")
            return
        shown = [card for card in needs.cards if card.first or self.everything]
        asked = sum(card.number > 0 for card in shown)
        beside = (
            counted(needs.asked, "question")
            if asked == needs.asked
            else f"the first {asked} of {needs.asked} questions"
        )
        yield from self._heading("2. Needs a person", beside)
        for card in shown:
            yield from self._card(card)
        silent = [card for card in needs.cards if card.ask is None and card not in shown]
        if silent:
            yield from lines(f"{counted(len(silent), 'open point')} with no question to put to anyone (--all).", 2)
        for card in needs.cards:
            if card.ask is not None and not card.number and card not in shown:
                yield from lines(not_said(card), 2)
        yield from self._schedule()
        yield from self._to_send()
        yield from self._missing()

    def _card(self, card: Card) -> Iterator[str]:
        if card.ask is None and self.everything:
            for each in card.points:
                yield from self.point(each)
            return
        number = f"Q{card.number}." if card.number else "-"
        items = "" if card.is_group or not card.items else f"{items_words(card)}. "
        standing = f" [{card.standing.value}]" if card.standing is not None and not card.is_group else ""
        yield from lines(f"{f'{number} ':<4}{items}{self._plain(card.question)}{standing}", 0, 4)
        if card.is_group:
            yield from lines(items_words(card), 4)
        if not self.everything:
            if card.words:
                yield from lines(self._plain(card.words), 4)
            for paragraph in (*card.against[:2], *card.beside):
                yield from lines(self._plain(paragraph, place_of(card.words, self.file)), 4)
            for each in card.points[: not card.is_group]:
                yield from self._first_of(card, each)
        yield from lines(_settles(card, everything=self.everything), 4)
        yield ""
        for each in card.points if self.everything else ():
            yield from self.point(each)

    def _first_of(self, card: Card, each: Point) -> Iterator[str]:
        question = self._plain(card.question).rstrip("?. ")
        heads = [self._plain(paragraph) for paragraph in each.head if question not in self._plain(paragraph)]
        if each.finding.points_against or not card.words:
            for told in heads[:2]:
                yield from lines(told, 4)

    def _schedule(self) -> Iterator[str]:
        """What turns on each dispute; on the first page, how much."""
        turning = self.report.schedule
        if not turning:
            return
        yield from lines("What turns on each dispute", 2)
        for each in turning:
            turn = "turns" if len(each.rows) == 1 else "turn"
            yield from lines(f"{self._plain(each.versions)} {counted(len(each.rows), 'point')} {turn} on it.", 4, 6)
            for row in each.rows if self.everything else ():
                yield from lines(f"{f'{row.number}. ' if row.number else ''}{self._plain(row.told)}", 6, 8)
        yield ""

    def _to_send(self) -> Iterator[str]:
        groups = self.report.needs.to_send
        if not groups:
            return
        yield from lines("Questions to send, by whom to ask", 2)
        for group in groups:
            names = listed([f"Q{card.number}{_items(card)}" for card in group.cards])
            if not names or (not self.everything and len(group.cards) > _FOLD):
                names = counted(len(group.cards) or 1, "question")
            told = f"{capital(group.of)}: {names} (would help to settle {counted(group.settles, 'point')})"
            yield from lines(told, 4, 6)
            if self.everything and group.outside:
                yield ""
                for line in group.message.split("\n"):
                    yield from lines(line, 6, 9) if line else [""]
        if not self.everything and any(group.outside for group in groups):
            yield from lines("Each is written out as a message to copy with --all.", 4)

    def _missing(self) -> Iterator[str]:
        missing = self.report.needs.missing
        if not missing:
            return
        yield ""
        settles = len({id_ for each in missing for id_ in each.settles})
        yield from lines(f"{counted(len(missing), 'missing date')} would help to settle {counted(settles, 'point')}", 2)
        if self.everything:
            yield from (f"    {line}" for line in record_lines(missing))
        else:
            first = listed([f"{visible(each.title)}{_to(each)} ({len(each.settles)})" for each in missing[:_FOLD]])
            yield from lines(f"First: {first}.", 4)

    def _not_tested(self) -> Iterator[str]:
        part = self.report.not_tested
        yield from self._heading("3. Not tested from these files", part.line)
        for rule in part.rules if self.everything else ():
            labels = f" ({listed(rule.labels)})" if rule.labels and not rule.whole else ""
            yield from lines(f"- {rule.title}{labels}. {self._plain((rule.source,))}.", 2, 4)
            for lack in rule.lacks[:_FOLD]:
                yield from lines(capital(lack), 6)

    def _supposed(self) -> Iterator[str]:
        """The proposals a reader asked to see first, under their banner; all of them, as the law's are."""
        if not self.report.supposition:
            return
        supposed = self.report.supposed
        yield from self._heading("Proposals of 2022, which are not law", counted(len(supposed), "point"))
        yield from lines(self.report.supposition, 2)
        yield ""
        yield from self._of_proposals(supposed, len(supposed))

    def _proposals(self) -> Iterator[str]:
        proposals = self.report.proposals
        if not proposals:
            return
        yield from self._heading("Proposals, which are not law", f"{counted(len(proposals), 'point')}, counted apart")
        yield from self._of_proposals(proposals, _FOLD)
        if len(proposals) > _FOLD and not self.everything:
            yield f"    and {len(proposals) - _FOLD} more (--all)"

    def _of_proposals(self, proposals: tuple[Point, ...], most: int) -> Iterator[str]:
        for each in proposals if self.everything else proposals[:most]:
            if self.everything:
                yield from self.point(each)
                continue
            about = f" {capital(each.about)}." if each.about else ""
            told = f"{about} {visible(each.finding.title)}."
            yield from self._inked(f"{each.number}. ".ljust(4), f"{capital(each.outcome)}.", told, "open")
            contrary = [
                paragraph for block in each.blocks if block.title == "Beside the law" for paragraph in block.steps
            ]
            for step in contrary[:1]:
                yield from lines(self._plain(step.paragraph), 4)

    def _foot(self) -> Iterator[str]:
        yield ""
        for paragraph in self.report.assumptions:
            yield from lines(self._plain(paragraph), 0)
        if self.everything:
            yield from self._heading("Authorities")
            for used in self.report.authorities:
                yield from lines(authority_words(used), 2, 4)
                if used.url:
                    yield f"    {visible(used.url)}"
            yield ""
        sha = self.report.rule_book_sha256
        yield from lines(f"Rule book {self.report.rule_book} (SHA-256 {sha if self.everything else sha[:12]}).", 0)
        yield from lines("A report by a program: it decides nothing that a person must decide.", 0)


def _ink_of(finding: Finding) -> str:
    if finding.outcome in AGAINST:
        return "bad"
    return "open" if finding.outcome in OPEN else "good" if finding.outcome in FOR else "quiet"


def _reasons(each: Point, file: str) -> Iterator[str]:
    for number, depth, title, step in numbered(each):
        if title:
            yield f"    {title}"
        indent = 6 + 2 * depth
        yield from lines(f"{number}  {plain(step.paragraph, file)}", indent, indent + len(number) + 2)
    yield ""


def _tally(report: Statement) -> str:
    return ", ".join(words for words, _ in tallies(report)) or "nothing"


def _rest(report: Statement) -> str:
    settled = report.settled
    against = {each.number for each in (*settled.against, *settled.against_if_sent)}
    told = [words for words, points in tallies(report) if points[0].number not in against]
    return capital(listed(told))


def _settles(card: Card, *, everything: bool) -> str:
    if card.ask is None:
        return f"Point {card.points[0].number}: {_source(card)}." if card.points and not everything else ""
    own = [str(each.number) for each in card.points] + [str(number) for number in card.elsewhere]
    who = f"Who can answer: {card.of}." if card.of else ""
    if not own:
        return who
    source = f" ({_source(card)})" if card.points and not everything else ""
    return f"{who} Would help to settle {'point' if len(own) == 1 else 'points'} {listed(own)}{source}.".strip()


def _items(card: Card) -> str:
    return f" ({items_words(card)})" if card.items else ""


def _source(card: Card) -> str:
    return listed(dict.fromkeys(visible(each.finding.source.text) for each in card.points))


def place_of(words: Paragraph, file: str) -> str:
    """Return the place of quoted words, in words, or nothing."""
    return next((where(span.place, file) for span in words if isinstance(span, Quote) and span.place is not None), "")


def _to(each: MissingDate) -> str:
    return f" to {visible(each.to.replace('_', ' '))}" if each.to else ""
