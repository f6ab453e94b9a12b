"""How far the law is encoded, as text and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from checker.rulebook.coverage import NOTHING_RESTS_ON_IT, Coverage, Paragraph
from checker.rulebook.dispositions import IS, Disposition
from reports.words import listed

_WIDTH = 60


def coverage_text(coverage: Coverage, instruments: Mapping[str, str]) -> str:
    """Return the counts by file, topic and instrument. ``instruments`` gives each instrument its short title."""
    lines: list[str] = []
    for title, counts in (
        ("By file", coverage.by_file),
        ("By topic", coverage.by_topic),
        ("By instrument", _by_title(coverage.by_instrument, instruments)),
    ):
        lines += [title, _head(), *(_row(name, each) for name, each in counts.items()), ""]
    whole: Counter[str] = Counter()
    for each in coverage.by_file.values():
        whole += each
    lines += [_row("All requirements", whole), "", *_why_not(coverage), ""]
    for instrument in dict.fromkeys(each.instrument for each in coverage.paragraphs):
        of = [each for each in coverage.paragraphs if each.instrument == instrument]
        found = Counter(each.is_ for each in of)
        kinds = [f"{found[is_]} {is_}" for is_ in (*IS, NOTHING_RESTS_ON_IT) if found[is_]]
        lines.append(f"{instruments.get(instrument, instrument)}: {len(of)} paragraphs, {listed(kinds)}.")
    return "\n".join(lines) + "\n"


def _by_title(counts: Mapping[str, Counter[str]], instruments: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Return the counts by the titles of instruments; those of which no rule cites anything are counted together."""
    found: dict[str, Counter[str]] = {}
    for key, each in counts.items():
        found.setdefault(instruments.get(key, "Sources that no rule cites"), Counter()).update(each)
    return dict(sorted(found.items(), key=lambda item: (item[0] not in instruments.values(), item[0])))


def _head() -> str:
    return " " * _WIDTH + "".join(f"{is_:>17}" for is_ in IS)


def _row(name: str, counts: Mapping[str, int]) -> str:
    return f"{name[: _WIDTH - 1]:<{_WIDTH}}" + "".join(f"{counts.get(is_, 0):>17}" for is_ in IS)


def _why_not(coverage: Coverage) -> list[str]:
    why = Counter(
        limb.because.split(" ")[0] if limb.because.startswith("repeats") else limb.because
        for each in coverage.dispositions
        for limb in each.limbs
        if limb.is_ == "not testable"
    )
    return ["Not testable, because:", *(f"  {because:<40}{count:>5}" for because, count in sorted(why.items()))]


def paragraphs_text(coverage: Coverage, instrument: str) -> str:
    """Return every paragraph of an instrument with what became of it."""
    return "".join(f"{_paragraph(each)}\n" for each in coverage.paragraphs if each.instrument == instrument)


def _paragraph(paragraph: Paragraph) -> str:
    what = f"{paragraph.at:<34}{paragraph.does:<12}{paragraph.is_:<17}"
    return f"{what}{' '.join(paragraph.requirements):<16} {' '.join(paragraph.by)}".rstrip()


def requirements_text(coverage: Coverage, topic: str) -> str:
    """Return every requirement of a topic, limb by limb, with what became of it."""
    return "".join(_requirement(each) for each in coverage.dispositions if each.topic == topic)


def _requirement(each: Disposition) -> str:
    lines = []
    for limb in each.limbs:
        says = f"{each.id}{f' ({limb.says})' if limb.says else ''}"
        lines.append(
            f"{says}\n    {limb.is_}{f': {limb.because}' if limb.because else ''}  {' '.join(limb.by)}".rstrip()
        )
    return "\n".join(lines) + "\n"


def coverage_json(coverage: Coverage) -> str:
    """Return everything as JSON."""
    whole = {
        "requirements": [
            {
                "id": each.id,
                "file": each.file,
                "topic": each.topic,
                "is": each.is_,
                "limbs": [
                    {"says": limb.says, "is": limb.is_, "by": limb.by, "because": limb.because} for limb in each.limbs
                ],
                "provisions": each.provisions,
            }
            for each in coverage.dispositions
        ],
        "paragraphs": [
            {
                "id": each.id,
                "instrument": each.instrument,
                "at": each.at,
                "does": each.does,
                "is": each.is_,
                "requirements": each.requirements,
                "by": each.by,
            }
            for each in coverage.paragraphs
        ],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
