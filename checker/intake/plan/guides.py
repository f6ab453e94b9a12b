"""Pages that name every section and say what it is for: glossaries, guides, contents in words. They are no plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.intake.blocks import Block, Paragraph, Table, paragraphs
from checker.intake.plan.headings import Named, looks_like_heading

_FEWEST = 4
_FEWEST_UNTOLD = 6
_LONGEST_PASSES = 5
"""How many of the longest stretches may be the plan that a guide is of."""
_SMALL = 0.9
_FEWEST_SMALL = 3
_UNMATCHED = 2
"""How many sections a guide may name that the plan has not: a plan may leave one out."""
_LONGEST_UNTOLD = 45
_NEAR = 4
_AFTER_LAST = 3
_ANNOUNCED = re.compile(
    r"\b(?:glossary|contents|guide|guidance|explained|understanding|key to|how to (?:read|use)|about (?:this|the) plan"
    r"|what (?:is|are|does|do|each|the)\b.{0,40}\b(?:sections?|plan|parts?|mean)|the sections of"
    r"|sections? in (?:this|the)"
    r"|headings|terms|abbreviations|words (?:we|used))\b",
    re.IGNORECASE,
)

_TELLS = re.compile(
    r"(?:please |do not |only )?(?:leave|write|record|include|describe|set out|enter|complete|tick)\b[^:]*",
    re.IGNORECASE,
)
"""How a form tells whoever fills it in what to do."""


@dataclass(frozen=True)
class _Pass:
    """A stretch of lines in which no section is named twice: its first line, the headings by line, and its end."""

    heads: tuple[int, ...]
    codes: frozenset[str]
    end: int
    words: int
    """How many words stand from its first heading to the next stretch."""


def guide_lines(blocks: Sequence[Block], lines: Sequence[Paragraph], named: Mapping[int, Named]) -> frozenset[int]:
    """Return the identities of the lines of guides: stretches that name sections which are all named elsewhere too.

    ``lines`` are the lines of ``blocks`` in order, ``named`` the headings among them by
    identity. A guide is announced by its own heading, or has a few words to each of most sections.
    """
    tables = {at: block for at, block in enumerate(blocks) if isinstance(block, Table)}
    table_of = {id(line): at for at, table in tables.items() for line in paragraphs((table,))}
    passes = _passes(lines, named, table_of)
    named_in = Counter(code for each in passes for code in each.codes)
    longest = sorted(passes, key=lambda each: -each.words)[:_LONGEST_PASSES]
    found: set[int] = set()
    for at, each in enumerate(passes):
        elsewhere = frozenset(code for code, times in named_in.items() if times > (code in each.codes))
        larger = any(len(each.codes & other.codes) >= _FEWEST and other.words > each.words for other in longest)
        if len(each.codes & elsewhere) < _FEWEST or not larger:
            continue
        before = [line for line in lines[max(0, each.heads[0] - _NEAR) : each.heads[0]] if looks_like_heading(line)]
        whole = each.codes <= elsewhere
        announced = len(each.codes - elsewhere) <= _UNMATCHED and any(_ANNOUNCED.search(line.text) for line in before)
        if announced or (whole and _says_little(lines, each, passes, at)):
            found |= {id(line) for line in lines[each.heads[0] : each.end]}
    return frozenset(found)


def form_guidance(blocks: Sequence[Block], lines: Sequence[Paragraph], named: Mapping[int, Named]) -> frozenset[int]:
    """Return the identities of what a form says of its own sections: a paragraph in small type beneath their headings.

    Only small words beneath at least three headings, and no numbered item, are taken for guidance: beneath most
    headings, or where nothing else is in small type. What stands alone beneath its heading is guidance only if it
    tells the writer what to do.
    """
    running = [line for line in lines if line.size and id(line) not in named and not looks_like_heading(line)]
    sizes = Counter(round(line.size, 1) for line in running for _ in line.text.split())
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    heads = [at for at, line in enumerate(lines) if id(line) in named and looks_like_heading(line)]
    outside = {id(block) for block in blocks}
    beneath = [
        lines[at + 1]
        for at in heads
        if at + 2 < len(lines) and id(lines[at + 1]) in outside and _is_larger(lines[at + 2], lines[at + 1], named)
    ]
    small = [line for line in beneath if line.size and line.size <= _SMALL * body and not line.label]
    first = {id(lines[at + 1]) for at in heads if at + 1 < len(lines)}
    elsewhere = [
        line for line in running if line.size <= _SMALL * body and id(line) in outside and id(line) not in first
    ]
    if len(small) < _FEWEST_SMALL or (elsewhere and len(small) * 2 <= len(heads)):
        return frozenset()
    alone = [
        line
        for line in running
        if id(line) in first and line.size <= _SMALL * body and _TELLS.fullmatch(line.text.strip())
    ]
    return frozenset(id(line) for line in (*small, *alone) if id(line) not in named)


def _is_larger(line: Paragraph, above: Paragraph, named: Mapping[int, Named]) -> bool:
    """Return whether the section goes on in larger type: words in small type alone are the section's own."""
    return id(line) not in named and above.size <= _SMALL * line.size


def _passes(lines: Sequence[Paragraph], named: Mapping[int, Named], table_of: Mapping[int, int]) -> list[_Pass]:
    stretches: list[tuple[list[int], set[str]]] = []
    for at, line in enumerate(lines):
        each = named.get(id(line))
        if each is None or not (each.lettered or looks_like_heading(line)):
            continue
        if not stretches or (set(each.codes) & stretches[-1][1] and not _again(lines, stretches[-1][0][-1], at, named)):
            stretches.append(([], set()))
        stretches[-1][0].append(at)
        stretches[-1][1].update(each.codes)
    starts = [heads[0] for heads, _ in stretches[1:]]
    return [
        _Pass(
            tuple(heads),
            frozenset(codes),
            _end(lines, heads[-1], stop, table_of),
            sum(len(line.text.split()) for line in lines[heads[0] : stop]),
        )
        for (heads, codes), stop in zip(stretches, [*starts, len(lines)], strict=False)
    ]


def _again(lines: Sequence[Paragraph], last: int, at: int, named: Mapping[int, Named]) -> bool:
    """Return whether a heading only says again what the one directly above it says ("Section A", then its title)."""
    return at == last + 1 and set(named[id(lines[last])].codes) == set(named[id(lines[at])].codes)


def _end(lines: Sequence[Paragraph], last: int, stop: int, table_of: Mapping[int, int]) -> int:
    """Return where the words of a stretch's last heading end: with its table, else at the next heading or table."""
    table = table_of.get(id(lines[last]))
    at = last + 1
    while at < stop:
        here = table_of.get(id(lines[at]))
        if here != table or (table is None and (looks_like_heading(lines[at]) or at > last + _AFTER_LAST)):
            break
        at += 1
    return at


def _says_little(lines: Sequence[Paragraph], each: _Pass, passes: Sequence[_Pass], at: int) -> bool:
    if len(each.codes) < _FEWEST_UNTOLD or at != 0 or len(passes) < 2:  # noqa: PLR2004  (itself and the plan)
        return False
    edges = [*each.heads, each.end]
    beneath = [lines[start + 1 : stop] for start, stop in pairwise(edges)]
    short = all(len(part) <= 1 and sum(len(p.text.split()) for p in part) <= _LONGEST_UNTOLD for part in beneath)
    return short and passes[at + 1].words > each.words
