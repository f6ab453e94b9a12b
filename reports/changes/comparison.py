"""A change to the rules as text, as JSON, and as Markdown for a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from checker.changes.boundaries import Boundary
from checker.changes.compare import Comparison, Flip
from reports.words import counted, day, listed, uncoded


@dataclass(frozen=True)
class Part:
    """A part of the report: its heading, and its lines; ``code`` lines are the text of rules."""

    title: str
    lines: tuple[str, ...]
    code: bool = False


def comparison_text(found: Comparison) -> str:
    """Return the report as text for a terminal."""
    out = [f"From {found.old} to {found.new}: {_summary(found)}"]
    for part in _parts(found):
        out += ["", part.title, *(f"  {line}" for line in part.lines)]
    return "\n".join(out) + "\n"


def comparison_markdown(found: Comparison) -> str:
    """Return the report as Markdown."""
    out = [f"**Rules {found.old} → {found.new}.** {_summary(found)}"]
    for part in _parts(found):
        if part.code:
            out += ["", f"### {part.title}", "", "```diff", *part.lines, "```"]
        else:
            out += ["", f"### {part.title}", "", *(f"- {line}" for line in part.lines)]
    return "\n".join(out) + "\n"


def comparison_json(found: Comparison) -> str:
    """Return everything as JSON."""
    whole = {
        "old": found.old,
        "new": found.new,
        "cases": found.cases,
        "examples": found.examples,
        "changed": [asdict(each) for each in found.changed],
        "boundaries": [
            {
                "start": each.start_said,
                "on": each.start.isoformat(),
                "due": [{"rule": due.rule, "last": due.last.isoformat() if due.last else None} for due in each.due],
                "gap": not each.due,
                "overlap": len({due.rule for due in each.due}) > 1,
            }
            for each in found.boundaries
        ],
        "flips": [asdict(each) for each in found.flips],
        "unnoticed_at_the_edge": [
            {"id": each.id, "file": each.span.file, "line": each.span.line} for each in found.edges
        ],
        "sources": [asdict(each) for each in found.sources],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _summary(found: Comparison) -> str:
    outside = sum(each.outside for each in found.flips)
    return (
        f"{counted(len(found.changed), 'block')} changed; {counted(len(found.flips), 'outcome')} otherwise, in"
        f" {counted(found.cases, 'case')} and {counted(found.examples, 'example')}; {outside} outside the rules changed"
        "."
    )


def _parts(found: Comparison) -> Iterator[Part]:
    if not found.changed:
        yield Part("Nothing changed", ("Every block reads as it did.",))
    for each in found.changed:
        before = [f"- {line}" for line in each.before]
        after = [f"+ {line}" for line in each.after]
        yield Part(f"{each.keyword} {each.name}: {each.how}", (*before, *after), code=True)
    if found.boundaries:
        starts = dict.fromkeys(_boundary(each) for each in found.boundaries)
        yield Part("At the boundary", (*starts, _gaps(found)))
    inside = [each for each in found.flips if not each.outside]
    outside = [each for each in found.flips if each.outside]
    yield Part("Comes out otherwise", tuple(map(_flip, inside)) or ("Nothing: no case and no example sees it.",))
    if outside:
        yield Part("Comes out otherwise outside the rules changed", tuple(map(_flip, outside)))
    if found.changed:
        unnoticed = tuple(f"{each.id} ({each.span.file}:{each.span.line})" for each in found.edges)
        yield Part("Fixtures missing at the boundary", unnoticed or ("None: a slip of a day would be noticed.",))
    if found.sources:
        yield Part("What the changed rules rest on", tuple(_source_lines(found)))


def _boundary(boundary: Boundary) -> str:
    start = f"{uncoded(boundary.start_said)} {day(boundary.start)}"
    was = {due.last for due in boundary.was} - {due.last for due in boundary.due}
    before = f", before this change {listed(day(each) for each in sorted(filter(None, was)))}" if any(was) else ""
    if not boundary.due:
        return f"{start}: no rule in force{before}"
    due = "; ".join(
        f"due {day(due.last)} ({due.rule})" if due.last else f"no period in days ({due.rule})" for due in boundary.due
    )
    return f"{start}: {due}{before}"


def _gaps(found: Comparison) -> str:
    starts: dict[str, list[Boundary]] = {}
    for each in found.boundaries:
        starts.setdefault(each.start_said, []).append(each)
    wrong: list[str] = []
    for each in found.boundaries:
        earlier = any(other.due for other in starts[each.start_said] if other.start < each.start)
        later = any(other.due for other in starts[each.start_said] if other.start > each.start)
        if not each.due and earlier and later:
            wrong.append(f"a gap on {day(each.start)}")
        if len({due.rule for due in each.due}) > 1:
            wrong.append(f"an overlap on {day(each.start)}")
    return f"There is {listed(dict.fromkeys(wrong))}." if wrong else "No gap, no overlap."


def _flip(flip: Flip) -> str:
    return f"{flip.where}: {flip.finding}: {_said(flip.before)} -> {_said(flip.after)}"


def _said(outcome: str) -> str:
    return outcome.replace("-", " ").replace("_", " ") if outcome else "no finding"


def _source_lines(found: Comparison) -> Iterator[str]:
    for each in found.sources:
        seen = "its words were seen" if each.verified else "its words were not seen: check them before you rely on it"
        dated = f", in the text as at {each.text_as_at}" if each.text_as_at and each.verified else ""
        also = f" Also cited by {listed(each.also_cited_by)}." if each.also_cited_by else ""
        yield f"{each.rule}: {each.citation}; {seen}{dated}.{also}"
