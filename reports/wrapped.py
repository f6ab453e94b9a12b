"""Pieces of text that several prints share: wrapped lines, an authority, the missing dates as a record."""

from __future__ import annotations

from textwrap import wrap

from checker.findings import AuthorityUsed, MissingDate
from reports.spans import visible
from reports.words import TAILS, capital, counted, iso_day

WIDTH = 100


def lines(words: str, indent: int, hang: int = -1) -> list[str]:
    """Return the words wrapped at the width, indented, later lines hanging."""
    later = indent if hang < 0 else hang
    return wrap(
        words,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * later,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def record_lines(missing: tuple[MissingDate, ...]) -> list[str]:
    """Return the missing dates as a case record ready to fill in."""
    result = ["events:"]
    for each in missing:
        to = f", to: {visible(each.to)}" if each.to else ""
        settles = counted(len(each.settles), "point")
        result.append(
            f"  - {{event: {visible(each.event)}, on: {to}}}  # {visible(each.title)}: would help to settle {settles}"
        )
    return result


def authority_words(used: AuthorityUsed) -> str:
    """Return an authority as the list of authorities prints it."""
    told = f"{visible(used.citation)}."
    if used.title and used.title not in used.citation:
        told = f"{visible(used.citation)}, {visible(used.title)}."
    status = TAILS[used.status].format(year="") if used.status in TAILS else visible(used.status)
    if status:
        told += f" {capital(status)}{f' since {_day(used.in_force_from)}' if used.in_force_from else ''}."
    if used.words:
        told += f" “{visible(used.words)}”."
    if used.gist:
        told += f" In our words: {visible(used.gist).rstrip('.')}."
    if used.known_from_summaries:
        told += " Known from summaries."
    elif not used.verified:
        told += " Its words were not verified and are not quoted."
    if used.text_as_at:
        seen = "Text seen as at" if used.text_as_at[-1:].isdigit() else "Text seen:"
        told += f" {seen} {_day(used.text_as_at)}."
    return told


def _day(written: str) -> str:
    try:
        return iso_day(written)
    except ValueError:
        return visible(written)
