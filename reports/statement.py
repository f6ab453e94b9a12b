"""A check as a statement: what every renderer prints, in its order, with its numbers.

Three parts: what the documents settle, what needs a person, what was not tested from
these files; proposals stand apart at the end. Nothing is added up across forces or
statuses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document_used import DocumentUsed
from checker.facts import Place
from checker.findings import AuthorityUsed, Finding, Flag, MissingDate, Outcome
from checker.result import Check
from reports.before_sending import sending_lines
from reports.citations import cited
from reports.parts import DATES, NEEDS_A_PERSON, NOT_TESTED, PROPOSED, SETTLED, part_of
from reports.points import Point, numbered, point
from reports.questions import Card, cards_of
from reports.schedule import Turning, schedule
from reports.sentences.exceptions import assumed, missing_facts
from reports.spans import Cite, Paragraph, Quote, cite, visible, where
from reports.to_send import ToSend, questions_to_send
from reports.words import AGAINST, ASIDE, FOR, OPEN, counted, day, labelled, listed, natural, uncoded

if TYPE_CHECKING:
    from reports.papers import PapersTold

FIRST_PAGE_ASKS = 10


@dataclass(frozen=True)
class Supposition:
    """A set of proposals a reader may bring to the front: the instruments that carry it, and the banner above it."""

    instruments: tuple[str, ...]
    banner: str


SUPPOSITIONS = {
    "gp2022": Supposition(
        ("gp2022", "gp2022briefing"),
        "Supposing the Green Paper of March 2022. Its national standards were never enacted, and bind nobody. What "
        "follows says how this stands against them; the law's own findings stand below it, and none of them changes.",
    )
}
FIRST_PAGE_DATES = 5


@dataclass(frozen=True)
class Head:
    """What was checked: the document under test, the day, the files and what was noticed in them.

    ``file`` is the name of the document under test, so that a place in it need not repeat it.
    """

    title: str
    document: str
    file: str
    subject: str
    as_at: str
    as_at_note: str
    files: tuple[str, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    taken_for: tuple[str, ...]
    """What each file was surely taken for, and by what words."""


@dataclass(frozen=True)
class Settled:
    """Part 1. ``against`` first; what a draft would be if sent as it stands is kept apart."""

    against: tuple[Point, ...]
    against_if_sent: tuple[Point, ...]
    met: tuple[Point, ...]
    met_if_sent: tuple[Point, ...]
    aside: tuple[Point, ...]


@dataclass(frozen=True)
class Needs:
    """Part 2: cards in order, points with no question to put, questions to send, missing dates.

    ``asked`` counts the questions: cards that ask one, and groups.
    """

    cards: tuple[Card, ...]
    asked: int
    to_send: tuple[ToSend, ...]
    missing: tuple[MissingDate, ...]


@dataclass(frozen=True)
class RuleNotTested:
    """A rule in part 3: how many findings of it, what they lack."""

    rule: str
    title: str
    source: Cite
    labels: tuple[str, ...]
    count: int
    lacks: tuple[str, ...]
    whole: bool


@dataclass(frozen=True)
class NotTested:
    """Part 3: one line, and the rules behind it."""

    line: str
    rules: tuple[RuleNotTested, ...]


@dataclass(frozen=True)
class Statement:
    """The whole report. ``numbers`` gives the number of the point a finding is told in, by its id."""

    head: Head
    settled: Settled
    before_sending: tuple[Paragraph, ...]
    dates: tuple[Point, ...]
    needs: Needs
    papers: PapersTold | None
    not_tested: NotTested
    proposals: tuple[Point, ...]
    supposed: tuple[Point, ...]
    supposition: str
    schedule: tuple[Turning, ...]
    assumptions: tuple[Paragraph, ...]
    authorities: tuple[AuthorityUsed, ...]
    rule_book: str
    rule_book_sha256: str
    numbers: dict[str, int]
    points: tuple[Point, ...]


def statement(check: Check) -> Statement:
    """Return the statement of a check."""
    check = cited(check)
    ids = {finding.id for finding in check.findings}
    carriers = [each for each in check.findings if not each.shown_inside or each.shown_inside not in ids]
    by_part: dict[int | str, list[Finding]] = {}
    for finding in sorted(carriers, key=_order):
        by_part.setdefault(part_of(finding), []).append(finding)
    cards = cards_of(check, tuple(by_part.get(NEEDS_A_PERSON, ())), FIRST_PAGE_ASKS)
    told = [each.finding_ids for each in cards]
    open_ones = {finding.id: finding for finding in by_part.get(NEEDS_A_PERSON, ())}
    in_order: list[tuple[Finding, bool]] = [
        *((finding, finding.outcome in AGAINST) for finding in by_part.get(SETTLED, ())),
        *((finding, index < FIRST_PAGE_DATES) for index, finding in enumerate(by_part.get(DATES, ()))),
        *(
            (open_ones[id_], card.first and id_ == ids_here[0])
            for card, ids_here in zip(cards, told, strict=True)
            for id_ in ids_here
        ),
        *((finding, False) for finding in by_part.get(PROPOSED, ())),
    ]
    points: list[Point] = []
    for number, (finding, first) in enumerate(in_order, start=1):
        carried = tuple(each for each in check.findings if each.shown_inside == finding.id)
        points.append(point(finding, number, _sorted(carried), check.authorities, first=first))
    by_id = {each.finding.id: each for each in points}
    numbers = {each.finding.id: each.number for each in points}
    numbers |= {inside.id: each.number for each in points for inside in each.carried}
    filled = tuple(card.filled(by_id, numbers) for card in cards)
    here = [each for each in points if each.part == SETTLED]
    missing = tuple(sorted(check.missing, key=lambda each: (-len(each.settles), each.event, each.to, each.pointer)))
    return Statement(
        head=_head(check),
        settled=Settled(
            against=tuple(each for each in here if each.finding.outcome in AGAINST and not _if_sent(each)),
            against_if_sent=tuple(each for each in here if each.finding.outcome in AGAINST and _if_sent(each)),
            met=tuple(each for each in here if each.finding.outcome in FOR and not _if_sent(each)),
            met_if_sent=tuple(each for each in here if each.finding.outcome in FOR and _if_sent(each)),
            aside=tuple(each for each in here if each.finding.outcome in ASIDE),
        ),
        before_sending=sending_lines(check.before_sending),
        dates=tuple(each for each in points if each.part == DATES),
        needs=Needs(
            cards=filled,
            asked=sum(card.number > 0 for card in filled),
            to_send=questions_to_send(filled, check, missing),
            missing=missing,
        ),
        papers=_papers(check),
        not_tested=_not_tested(check, by_part.get(NOT_TESTED, [])),
        proposals=tuple(each for each in points if each.part == PROPOSED and not _supposed(each, check.supposed)),
        supposed=tuple(each for each in points if each.part == PROPOSED and _supposed(each, check.supposed)),
        supposition=SUPPOSITIONS[check.supposed].banner if check.supposed else "",
        schedule=schedule(check, numbers),
        assumptions=(assumed(tuple(title for _, title in sorted(check.presumed))),) if check.presumed else (),
        authorities=tuple(sorted(check.authorities.values(), key=lambda each: (natural(each.citation), each.id))),
        rule_book=visible(check.rule_book),
        rule_book_sha256=visible(check.rule_book_sha256),
        numbers=numbers,
        points=tuple(points),
    )


def _papers(check: Check) -> PapersTold | None:
    if not check.papers and not check.suggestions:
        return None
    from reports.papers import papers_told  # noqa: PLC0415  (most cases hold no papers)

    return papers_told(check)


def _supposed(each: Point, supposed: str) -> bool:
    instruments = SUPPOSITIONS[supposed].instruments if supposed else ()
    return any(id_.partition("-")[0] in instruments for id_ in each.finding.source.authorities)


def _if_sent(each: Point) -> bool:
    return Flag.IF_SENT in each.finding.flags


def _sorted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_order))


_RANKS = (*AGAINST, *FOR, *OPEN, *ASIDE)


def _order(finding: Finding) -> tuple[bool, int, bool, str, bool, tuple[tuple[int, int, str], ...], str]:
    contrary = any(each.contrary_now for each in finding.comparisons)
    late = Flag.OVERDUE not in finding.flags
    # What a document would be if sent stands after what has happened; a proposal that
    # collides with the law stands before other proposals.
    group = finding.outcome not in FOR and finding.outcome not in ASIDE
    if_sent = Flag.IF_SENT in finding.flags
    later = (len(AGAINST) if finding.outcome in AGAINST else len(FOR)) if if_sent else 0
    rank = _RANKS.index(finding.outcome) + later
    recorded = Flag.REASON_RECORDED in finding.flags
    return (not group, -1 if contrary else rank, late, finding.rule, recorded, natural(finding.about.label), finding.id)


def _head(check: Check) -> Head:
    tested = next((each for each in check.documents if each.under_test), None)
    documents = sorted(check.documents, key=lambda each: (not each.under_test, each.name, each.id))
    read = [each for each in documents if not each.problem]
    # First what a person has to do something about: a file that could not be told was not used.
    told = sorted(read, key=lambda each: each.kind != "not_recognised")
    notes = [f"{visible(each.name)}: {visible(note)}" for each in told for note in each.notes]
    for each in read:
        if each.unplaced:
            first = "; ".join(f"“{visible(place.words)[:80]}” ({where(place)})" for place in each.unplaced[:3])
            more = f"; and {len(each.unplaced) - 3} more" if len(each.unplaced) > 3 else ""  # noqa: PLR2004
            notes.append(
                f"{visible(each.name)}: {counted(len(each.unplaced), 'piece')} of text in no section: {first}{more}"
            )
    return Head(
        title=_TITLES[check.kind],
        file=tested.name if tested is not None else "",
        document=_named(tested) if tested is not None else "no plan among these files",
        subject=visible(check.subject),
        as_at=day(check.as_at),
        as_at_note="" if check.as_at_given else "today's date was filled in",
        files=tuple(_named(each) for each in read),
        problems=tuple(
            f"{visible(each.name)} could not be read: "
            f"{visible(each.problem).removeprefix(f'{visible(each.name)}: ').rstrip('.')}. "
            "What it would hold is not in these files."
            for each in documents
            if each.problem
        ),
        notes=(*notes, *(visible(note) for note in check.notes)),
        taken_for=tuple(f"{visible(each.name)}: {visible(each.taken_for)}" for each in read if each.taken_for),
    )


_TITLES = {"ehc plan": "EHC plan check", "local inclusion plan": "Area check", "school": "School check"}
"""What a report of each kind of subject is called."""
_FILES = {"record": "case record", "area": "file about an area", "school": "school record"}
"""What files other than plans are called."""


def _named(document: DocumentUsed) -> str:
    kind = _FILES.get(document.kind) or visible(uncoded(document.kind))
    stage = visible(uncoded(document.stage))
    words = kind if not stage or stage in kind else f"{stage} {kind}" if kind else stage
    return f"{visible(document.name)} ({words})" if words else visible(document.name)


def _not_tested(check: Check, findings: list[Finding]) -> NotTested:
    elsewhere = {finding.rule for finding in check.findings if part_of(finding) != NOT_TESTED}
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    rules = tuple(
        RuleNotTested(
            rule=rule,
            title=visible(here[0].title),
            source=cite(here[0].source),
            labels=tuple(labelled(each.about.label) for each in here if each.about.label),
            count=len(here),
            lacks=_lacks(here),
            whole=rule not in elsewhere,
        )
        for rule, here in sorted(by_rule.items())
    )
    if not rules:
        return NotTested("Every requirement could be tested on something in these files.", ())
    record = check.kind != "ehc plan" or any("record" in each.kind and not each.problem for each in check.documents)
    whole, in_part = sum(each.whole for each in rules), sum(not each.whole for each in rules)
    need = "files that were not given" if record else "the case record"
    verb = "needs" if whole == 1 else "need"
    told = [f"{counted(whole, 'requirement')} {verb} {need}"] if whole else []
    told += [f"{counted(in_part, 'requirement')} could be tested only in part"] if in_part else []
    return NotTested(f"{listed(told)}.", rules)


def _lacks(findings: list[Finding]) -> tuple[str, ...]:
    told: dict[str, None] = {}
    for finding in findings:
        for reason in (finding.trigger, finding.reason, *(line.reason for line in finding.lines)):
            told |= dict.fromkeys(missing_facts(reason))
    return tuple(told)


@dataclass(frozen=True)
class Relied:
    """A place a report relies on, and the numbers of the points that do."""

    key: str
    place: Place
    words: tuple[str, ...]
    points: tuple[int, ...]


def place_key(quote: Quote) -> str:
    """Return what tells one place from another."""
    return where(quote.place) if quote.place is not None else ""


def words_relied_on(report: Statement) -> tuple[Relied, ...]:
    """Return each place the report relies on once, in the order it is first relied on."""
    found: dict[str, tuple[Place, dict[str, None], dict[int, None]]] = {}
    for each in report.points:
        for paragraph in (each.words, *each.head, *each.met_by, *(step.paragraph for _, _, _, step in numbered(each))):
            for span in paragraph:
                if isinstance(span, Quote) and span.place is not None:
                    _, words, points = found.setdefault(place_key(span), (span.place, {}, {}))
                    words |= {visible(span.place.words): None} if span.place.words else {}
                    points[each.number] = None
    return tuple(
        Relied(key, place, _longest(tuple(words)), tuple(points)) for key, (place, words, points) in found.items()
    )


def _longest(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in words if not any(each != other and each in other for other in words))


def tallies(report: Statement) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Return the points of part 1 in its order, each kind of outcome with its count in words."""
    here = (
        *report.settled.against,
        *report.settled.against_if_sent,
        *report.settled.met,
        *report.settled.met_if_sent,
        *report.settled.aside,
    )
    kinds: dict[tuple[Outcome, bool], list[Point]] = {}
    for each in here:
        kinds.setdefault((each.finding.outcome, _if_sent(each) and each.finding.outcome not in ASIDE), []).append(each)
    return tuple(
        (_counted_outcome(len(points), outcome, if_sent=if_sent), tuple(points))
        for (outcome, if_sent), points in kinds.items()
    )


def _counted_outcome(number: int, outcome: Outcome, *, if_sent: bool) -> str:
    words = outcome.value.replace("-", " ")
    if number != 1:
        words = {
            Outcome.REQUIREMENT_MET: "requirements met",
            Outcome.CONDITION_MET: "conditions met",
            Outcome.CONDITION_NOT_MET: "conditions not met",
            Outcome.DOES_NOT_APPLY: "do not apply",
        }.get(outcome, words)
    if outcome is Outcome.NOTHING_TO_CHECK:
        words = "with nothing to check"
    tail = " if sent as it stands" if outcome in AGAINST else " so far"
    return f"{number} {words}{tail if if_sent else ''}"
