"""What the papers give, written as a case record (``record.yaml``) with each value's place beside it.

A report gives an entry of the advice log, a letter what it told the family, a review
report the day of the meeting. That something was sent or received, no paper proves: such
events stand as comments, for a person to confirm. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.facts import Days, Fact
from checker.intake.yaml_written import beside, comment, scalar
from checker.papers.facts import ASKED_OF
from checker.papers.paper import Kind, Paper

_GIVERS = {
    "educational psychology": "educational_psychologist",
    "medical": "health",
    "social care": "social_care",
    "parents": "family",
    "school": "head_teacher",
}
"""Who is asked for each kind of advice; the law has no giver of its own for the other kinds."""
_LETTERS = {
    "draft plan": "draft_letter",
    "final plan": "final_letter",
    "refusal to issue a plan": "outcome_letter",
}
_EVENTS = {"draft plan": "draft_sent", "final plan": "final_sent"}


def write_record(papers: Sequence[Paper], *, beside_a_record: bool) -> str:
    """Return the text of a record, or an empty text where the papers give nothing for one.

    ``beside_a_record`` writes it all as comments, to stand at the end of a record: what
    that says already would stand twice.
    """
    lines = [*_advice(papers), *_letters(papers), *_reviews(papers), *_events(papers)]
    if not lines:
        return ""
    top = [
        "# Read from the papers. Each value has its place beside it; correct it here.",
        "# A date on a letter or a report does not show that it was sent or received: confirm that, and write it in.",
    ]
    if beside_a_record:
        top.append("# It stands here as comments: move what the record above lacks into it.")
        lines = [line if line.startswith("#") else f"# {line}" for line in lines]
    else:
        child = [*_child(papers)]
        lines = [*child, *lines]
    return "".join(f"{line}\n" for line in (*top, *lines))


def _child(papers: Sequence[Paper]) -> Iterator[str]:
    """Yield the child where every paper that gives the name or the day of birth gives the same."""
    given: dict[str, list[Fact]] = {}
    for paper in papers:
        for name in ("child", "born"):
            fact = paper.details.get(name)
            if paper.recognised.kind is not Kind.MINUTES and fact is not None and fact.versions:
                given.setdefault(name, []).append(fact)
    one = {name: facts[0] for name, facts in given.items() if len({_text(fact) for fact in facts}) == 1}
    if one:
        yield "child:"
        for name, fact in one.items():
            yield f"  {'name' if name == 'child' else name}: {scalar(_text(fact))}{beside(fact.where)}"
    for name, facts in given.items():
        if name not in one:
            yield f"# The papers give more than one {'name' if name == 'child' else 'date of birth'}:"
            yield from (f"#   {comment(_text(fact))}{beside(fact.where).replace('  #', ' –')}" for fact in facts)


def _advice(papers: Sequence[Paper]) -> Iterator[str]:
    reports = [paper for paper in papers if paper.recognised.kind is Kind.ADVICE]
    if reports:
        yield "advice:"
    for paper in reports:
        of = paper.recognised.of
        yield f"  - giver: {_GIVERS.get(of, 'other')}{beside(paper.recognised.place)}"
        author = paper.details.get("author")
        if author is not None and author.versions:
            named = _text(author) + (f", {of}" if of and of not in _GIVERS else "")
            yield f"    author: {scalar(named)}{beside(author.where)}"
        elif of:
            yield f"    author: {scalar(of)}{beside(paper.recognised.place)}"
        dated = paper.details.get("dated")
        if dated is not None and dated.versions and _day(dated):
            yield f"    dated: {_day(dated)}{beside(dated.where)}"


def _letters(papers: Sequence[Paper]) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for paper in papers:
        key = _LETTERS.get(paper.recognised.of) if paper.recognised.kind is Kind.LETTER else None
        if key is None or not (paper.told or _known(paper, "reply_by")):
            continue
        rows = [
            ("      # What else the letter says, the reader may not have found: it does not call the list complete.")
        ]
        matters = list(dict.fromkeys(each.matter for each in paper.told))
        if matters:
            rows += [f"      # {each.matter}: “{comment(each.words)[:100]}”{beside(each.place).replace('  #', ' –')}"
                     for each in paper.told]  # fmt: skip
            line = f"matters: [{', '.join(matters)}]"
            if not ASKED_OF[f"/{key}"] <= set(matters):
                # A list that lacks a matter would say that the letter does not tell it.
                rows.append(
                    "      # The reader did not find all that the law asks of it. Add what the letter tells, and"
                )
                line = f"# take this mark away: {line}"
            rows.append(f"      {line}")
        reply = paper.details.get("reply_by")
        if reply is not None and _day(reply):
            rows.append(f"      reply_by: {_day(reply)}{beside(reply.where)}")
        told.setdefault(key, []).append("\n".join([f"    {key}:{beside(paper.recognised.place)}", *rows]))
    if told:
        yield "letters:"
    for each in told.values():
        yield from (row[2:] for row in each[0].split("\n"))
        for another in each[1:]:
            yield "# Another letter of the same kind:"
            yield from (f"# {row}" for row in another.split("\n"))


def _reviews(papers: Sequence[Paper]) -> Iterator[str]:
    met = [paper for paper in papers if paper.recognised.kind is Kind.REVIEW and _known(paper, "meeting")]
    if met:
        yield "reviews:"
    days = set()
    for paper in met:
        day = _day(paper.details["meeting"])
        if day in days:
            yield f"  # {comment(paper.file)} gives the same day"
            continue
        days.add(day)
        yield f"  - meeting: {day}{beside(paper.details['meeting'].where)}"


def _events(papers: Sequence[Paper]) -> Iterator[str]:
    rows = []
    for paper in papers:
        event = _EVENTS.get(paper.recognised.of) if paper.recognised.kind is Kind.LETTER else None
        if event is None:
            continue
        dated = paper.details.get("dated")
        day = _day(dated) if dated is not None else ""
        told = f"the letter is dated {day}" if day else "the letter gives no day"
        rows.append(f"#   - {{event: {event}, on: , to: family}}   # {comment(paper.file)}: {told}")
    if rows:
        yield "# Confirm the day, and take the mark of a comment away:"
        yield "# events:"
        yield from rows


def _known(paper: Paper, name: str) -> bool:
    fact = paper.details.get(name)
    return fact is not None and bool(_day(fact))


def _day(fact: Fact) -> str:
    value = fact.value if fact.versions else None
    day = value.known_day if isinstance(value, Days) and len(fact.versions) == 1 else None
    return day.isoformat() if day else ""


def _text(fact: Fact) -> str:
    return _day(fact) or (str(fact.value) if not isinstance(fact.value, Days) else "")
