"""A statement as one web page that stands alone: no script, no request, nothing but its own style."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import AuthorityUsed, Outcome
from checker.result import Check
from reports.html_points import Links, anchor, card, colour, paragraphs, spans, tag, title, unfold, whole
from reports.html_style import STYLE
from reports.html_to_send import to_send
from reports.markup import Markup, element, safe_address, together
from reports.papers_pages import TITLE, page_part
from reports.points import Point
from reports.questions import Card, items_words
from reports.spans import plain, visible, where
from reports.statement import Relied, Statement, place_key, statement, tallies, words_relied_on
from reports.words import AGAINST, capital, counted, listed
from reports.wrapped import authority_words, record_lines

_FOLD = 3
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(check: Check) -> str:
    """Return the check as a page, ending with a line break."""
    report = statement(check)
    relied = words_relied_on(report)
    links = Links(
        words={each.key: f"words-{number}" for number, each in enumerate(relied, start=1)},
        authorities=frozenset(used.id for used in report.authorities),
        file=report.head.file,
    )
    what = report.head.title
    name = f"{report.head.subject}: {what}" if report.head.subject else what
    main = element(
        "main",
        element("p", report.head.document, class_="caption"),
        element("h1", name),
        _head(report),
        _supposed(report, links),
        _glance(report, links),
        _contents(report),
        _settled(report, links),
        _needs(report, links),
        page_part(report.papers, links),
        _not_tested(report, links),
        _proposals(report, links),
        _relied(relied, links),
        _authorities(report.authorities),
        id="main",
        class_="width",
        tabindex="-1",
    )
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", name),
            element("style", Markup(STYLE)),
        ),
        element(
            "body",
            element("a", "Skip to the report", href="#main", class_="skip"),
            element("header", element("div", element("p", report.head.title), class_="width"), class_="band"),
            main,
            _foot(report, links),
        ),
        lang="en",
    )
    return f"<!DOCTYPE html>\n{page}\n"


def _row(term: str, *inside: str) -> Markup:
    return element("div", element("dt", term), element("dd", *inside))


def _head(report: Statement) -> Markup:
    head = report.head
    note = f" ({head.as_at_note})" if head.as_at_note else ""
    rows = [_row("Document under test", head.document), _row("Checked as at", head.as_at, note)]
    rows.append(_row("Files read", *(element("p", each) for each in head.files or ("nothing",))))
    if head.taken_for:
        told = element("div", *(element("p", each) for each in head.taken_for), class_="inside")
        fold = element("details", element("summary", "the words each was told by"), told)
        rows.append(_row("What the files are", fold))
    if head.notes:
        rows.append(_row("Noticed in the files", *(element("p", each) for each in head.notes)))
    problems = together(
        element("p", element("span", "Warning: ", class_="hidden"), each, class_="warning") for each in head.problems
    )
    return together([element("dl", *rows, class_="summary"), problems])


def _glance(report: Statement, links: Links) -> Markup:
    """Return the first page: what stands above everything that has to be unfolded."""
    settled = report.settled
    counts = element(
        "ul", *(element("li", tag(words, colour(here[0].finding))) for words, here in tallies(report)), class_="counts"
    )
    wrong = (
        element("ul", *(_line(each, links) for each in _folded(settled.against)), class_="glance")
        if settled.against
        else element("p", "Nothing in these documents was found to be not met or departed from.")
    )
    pieces: list[Markup] = [
        element("h2", "At a glance", id="glance"),
        counts,
        element("h3", "Settled by the documents: what is wrong"),
        wrong,
    ]
    if settled.against_if_sent:
        pieces += [
            element(
                "h3", f"If it is sent as it stands: {counted(len(settled.against_if_sent), 'point')}, counted apart"
            ),
            element("ul", *(_line(each, links) for each in _folded(settled.against_if_sent)), class_="glance"),
        ]
    if report.before_sending:
        reminders = (element("li", spans(each, links)) for each in report.before_sending)
        pieces += [element("h3", "Before you send"), element("ul", *reminders)]
    if report.dates:
        more = len(report.dates) - sum(each.first for each in report.dates)
        pieces += [
            element("h3", "Dates to come"),
            element("ul", *(_line([each], links) for each in report.dates if each.first), class_="glance"),
            element("p", f"And {more} more below.") if more else Markup(),
        ]
    shown = [each for each in report.needs.cards if each.first]
    asked = sum(each.number > 0 for each in shown)
    if shown:
        told = (
            counted(asked, "question")
            if asked == report.needs.asked
            else f"the first {asked} of {report.needs.asked} questions"
        )
        pieces += [
            element("h3", f"Needs a person: {told}"),
            element("ul", *(_question(each, links) for each in shown), class_="glance"),
        ]
    pieces += [
        element("h3", "Not tested from these files"),
        element("p", element("a", report.not_tested.line, href="#not-tested")),
    ]
    if report.proposals:
        told = f"{counted(len(report.proposals), 'point')} on proposals, which are not law and are counted apart"
        pieces += [element("h3", "Proposals"), element("p", element("a", told, href="#proposals"))]
    return element("section", *pieces, class_="first", aria_labelledby="glance")


def _folded(points: Sequence[Point]) -> list[list[Point]]:
    """Return the points, several of one rule and outcome together, but never what is *not met*."""
    groups: list[list[Point]] = []
    for each in points:
        last = groups[-1][0] if groups else None
        same = last is not None and (last.finding.rule, last.outcome) == (each.finding.rule, each.outcome)
        if same and each.finding.outcome is not Outcome.NOT_MET:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [part for group in groups for part in ([group] if len(group) > _FOLD else [[each] for each in group])]


def _line(here: Sequence[Point], links: Links) -> Markup:
    first = here[0]
    href = f"#point-{first.number}"
    if len(here) == 1:
        head = (*first.head[:1], *(each for each in first.head[1:3] if first.finding.outcome in AGAINST))
        return element(
            "li",
            tag(first.outcome, colour(first.finding)),
            " ",
            element("a", title(first), href=href),
            element("p", spans(first.words, links)) if first.words and first.about else "",
            paragraphs(head, links, but=place_key(first.words[0]) if first.words else ""),  # type: ignore[arg-type]
        )
    labels = listed([each.about for each in here])
    words = f"{first.number} to {here[-1].number}. {visible(first.finding.title)}: {labels}"
    example = together([f"For example {first.about}: ", spans(first.head[0], links)])
    return element(
        "li", tag(first.outcome, colour(first.finding)), " ", element("a", words, href=href), element("p", example)
    )


def _question(each: Card, links: Links) -> Markup:
    if each.ask is None:
        return _line(each.points, links)
    items = "" if each.is_group or not each.items else f"{items_words(each)}: "
    standing = "" if each.standing is None or each.is_group else f" [{each.standing.value}]"
    told = element("a", f"Q{each.number}. {items}{plain(each.question)}", href=f"#question-{each.number}")
    late = [point.head[:2] for point in each.points[:1] if point.finding.points_against or not each.words]
    question = plain(each.question).rstrip("?. ")
    heads = [head for group in late for head in group if question not in plain(head)]
    return element(
        "li",
        told,
        standing,
        element("p", items_words(each)) if each.is_group else "",
        element("p", spans(each.words, links)) if each.words else "",
        paragraphs(each.against[:2], links, but=place_key(each.words[0]) if each.words else ""),  # type: ignore[arg-type]
        paragraphs(heads if not each.is_group else (), links),
    )


def _contents(report: Statement) -> Markup:
    entries = [
        ("settled", "1. Settled by the documents"),
        ("needs", "2. Needs a person"),
        ("not-tested", "3. Not tested from these files"),
    ]
    entries[2:2] = [("papers", TITLE)] if report.papers is not None else []
    entries = [("supposed", "Proposals of 2022, which are not law"), *entries] if report.supposition else entries
    entries += [("proposals", "Proposals, which are not law")] if report.proposals else []
    entries += [("words", "The words relied on"), ("authorities", "Authorities")]
    listing = element("ul", *(element("li", element("a", words, href=f"#{id_}")) for id_, words in entries))
    return element("nav", element("h2", "The whole report"), listing, class_="contents", aria_label="Contents")


def _part(id_: str, heading: str, *inside: str) -> Markup:
    return element("section", element("h2", heading, id=id_), *inside, aria_labelledby=id_)


def _settled(report: Statement, links: Links) -> Markup:
    settled = report.settled
    pieces: list[str] = []
    if settled.against:
        pieces += [element("h3", "What is wrong"), *(whole(each, links, 4) for each in settled.against)]
    else:
        pieces.append(element("p", "Nothing in these documents was found to be not met or departed from."))
    if settled.against_if_sent:
        pieces += [
            element("h3", "If it is sent as it stands"),
            *(whole(each, links, 4) for each in settled.against_if_sent),
        ]
    rest = {point.number for point in (*settled.met, *settled.met_if_sent, *settled.aside)}
    groups = [(words, here) for words, here in tallies(report) if here[0].number in rest]
    if groups:
        pieces.append(element("h3", "Requirements met, and what does not apply"))
        pieces += [unfold(capital(words), *(whole(each, links, 4) for each in here)) for words, here in groups]
    if report.dates:
        pieces += [element("h3", "Dates to come"), *(whole(each, links, 4) for each in report.dates)]
    return _part("settled", "1. Settled by the documents", *pieces)


def _needs(report: Statement, links: Links) -> Markup:
    needs = report.needs
    pieces: list[str] = (
        [element("p", f"{counted(needs.asked, 'question')}, what points against first.")] if needs.asked else []
    )
    pieces += [card(each, links) for each in needs.cards]
    pieces += _schedule(report, links)
    pieces += to_send(needs.to_send)
    if needs.missing:
        settles = len({id_ for each in needs.missing for id_ in each.settles})
        told = f"{counted(len(needs.missing), 'date')} no file gives would help to settle {counted(settles, 'point')}."
        pieces += [
            element("h3", "Missing dates"),
            element("p", told, " As a case record, ready to fill in:"),
            element("pre", "\n".join(record_lines(needs.missing))),
        ]
    return _part(
        "needs",
        "2. Needs a person",
        *(pieces or [element("p", "Nothing in these documents needs a person to decide.")]),
    )


def _not_tested(report: Statement, links: Links) -> Markup:
    rows = []
    for rule in report.not_tested.rules:
        labels = f" ({listed(rule.labels)})" if rule.labels and not rule.whole else ""
        lacks = [element("p", f"{capital(lack)}.", class_="quiet") for lack in rule.lacks[:_FOLD]]
        rows.append(element("li", element("p", f"{rule.title}{labels}. ", spans((rule.source,), links), "."), *lacks))
    unfolded = unfold("Which they are, and what each needs", element("ul", *rows, class_="glance")) if rows else ""
    return _part("not-tested", "3. Not tested from these files", element("p", report.not_tested.line), unfolded)


def _supposed(report: Statement, links: Links) -> Markup:
    if not report.supposition:
        return Markup()
    return _part(
        "supposed",
        "Proposals of 2022, which are not law",
        element("div", element("p", report.supposition), class_="inset"),
        *(whole(each, links, 3) for each in report.supposed),
    )


def _schedule(report: Statement, links: Links) -> list[Markup]:
    """What turns on each dispute, each version with what it would make of the points."""
    pieces: list[Markup] = []
    for each in report.schedule:
        rows: list[Markup] = []
        for row in each.rows:
            link = (element("a", f"Point {row.number}", href=f"#point-{row.number}"), ". ") if row.number else ()
            rows.append(element("li", element("p", *link, spans(row.told, links))))
        pieces += [element("p", spans(each.versions, links)), element("ul", *rows)]
    return [element("h3", "What turns on each dispute"), *pieces] if pieces else []


def _proposals(report: Statement, links: Links) -> Markup:
    if not report.proposals:
        return Markup()
    told = (
        "Proposals and pilots are not law. What they would ask for is shown beside the law on the same point, "
        "and is counted apart from it."
    )
    return _part(
        "proposals",
        "Proposals, which are not law",
        element("div", element("p", told), class_="inset"),
        *(whole(each, links, 3) for each in report.proposals),
    )


def _relied(relied: Sequence[Relied], links: Links) -> Markup:
    items = []
    for number, each in enumerate(relied, start=1):
        points: list[str] = ["Relied on in "]
        for index, at in enumerate(each.points):
            points += [", " if index else "", element("a", f"point {at}", href=f"#point-{at}")]
        items.append(
            element(
                "li",
                element("p", element("span", f"{number}.", class_="number"), where(each.place, links.file)),
                *(element("blockquote", element("p", words)) for words in each.words),
                element("p", *points, ".", class_="small quiet"),
                id=f"words-{number}",
            )
        )
    note = f"Places with no file name are in {visible(links.file)}." if links.file else ""
    if not items:
        return Markup()
    return _part(
        "words", "The words relied on", element("p", note) if note else "", element("ol", *items, class_="words")
    )


def _authorities(used: Sequence[AuthorityUsed]) -> Markup:
    if not used:
        return Markup()
    items = []
    for each in used:
        address = safe_address(visible(each.url))
        link = (
            element(
                "p", element("a", f"Official text of {visible(each.citation)}", href=address, rel="noopener noreferrer")
            )
            if address
            else ""
        )
        items.append(element("li", element("p", authority_words(each)), link, id=anchor("authority", each.id)))
    licence = (
        "Contains public sector information licensed under the Open Government Licence v3.0. "
        "© Crown copyright for legislation, guidance and consultation papers."
    )
    return _part(
        "authorities",
        "Authorities",
        element("ol", *items, class_="words authorities"),
        element("p", licence, class_="small quiet"),
    )


def _foot(report: Statement, links: Links) -> Markup:
    book = f"Rule book {report.rule_book}, SHA-256 {report.rule_book_sha256}."
    return element(
        "footer",
        element(
            "div",
            paragraphs(report.assumptions, links),
            element("p", book, class_="small"),
            element("p", "A report by a program: it decides nothing that a person must decide.", class_="small"),
            class_="width",
        ),
    )
