"""A first look over a whole document: which lines are headings of sections, and which are a contents page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.intake.blocks import Block, Paragraph, Table, paragraphs
from checker.intake.plan.columns import read_columns, role_of
from checker.intake.plan.continued import stretches
from checker.intake.plan.guides import form_guidance, guide_lines
from checker.intake.plan.headings import Named, is_contents_line, looks_like_heading, named_by, sections_named

_CONTENTS_RUN = 4
_GENERIC = {"need": "b", "outcome": "e", "provision": "f"}


@dataclass(frozen=True)
class Overview:
    """The headings of a document, by the identity of their paragraphs.

    ``contents`` are lines of a contents page, a glossary or a guide to the sections.
    ``lettered`` and ``titled`` are the codes of the sections that some heading names by letter
    or by title, ``outside_grids`` those that a heading names which is not the head of a grid's column.
    """

    named: dict[int, Named]
    contents: frozenset[int]
    lettered: frozenset[str]
    titled: frozenset[str]
    outside_grids: frozenset[str]
    repeated: frozenset[str]
    """The codes of sections that more than one heading outside grids names alone, by letter."""

    def heading(
        self, line: Paragraph, current: tuple[str, ...], fresh: Sequence[str], *, has_text: bool
    ) -> Named | None:
        """Return what a line names as a heading where it stands, or None if it is none there.

        ``current`` are the sections it stands in, ``fresh`` those whose headings stand
        directly above with nothing between; ``has_text`` says that something stands in
        the current ones. A title without a letter heads no section that has a lettered
        heading: in Section F, "Outcomes" is a sub-heading.
        """
        named = self.named.get(id(line))
        if named is None:
            return self._generic(line, current)
        if named.lettered:
            return named
        if named.codes == current and sections_named(line.text) is None:
            return None  # "About me" in Section A is a sub-heading of it
        if current and set(current) <= set(named.codes) and set(current) <= set(fresh):
            return None if not looks_like_heading(line) and len(current) == 1 and has_text else named
        if set(named.codes) & self.lettered and not (len(current) > 1 and set(named.codes) <= set(current)):
            return None
        if not looks_like_heading(line) and not line.text.isupper() and current and line.label:
            return None
        return named

    def _generic(self, line: Paragraph, current: tuple[str, ...]) -> Named | None:
        """Return the section that a bare "Needs", "Outcomes" or "Provision" heads, where no fuller heading does."""
        if not looks_like_heading(line) or re.search(r"\d", line.text):
            return None
        code = _GENERIC.get(role_of(line.text))
        if not code:
            return None
        shared = len(current) > 1 and code in current
        free = code not in self.lettered | self.titled and current != ("a",)
        return Named((code,), lettered=False, title=line.text) if shared or free else None


def overview_of(blocks: Sequence[Block]) -> Overview:
    """Return the headings of a document, those of a contents page left out."""
    lines = [line for line in paragraphs(tuple(blocks)) if line.text.strip()]
    told = _borne_out([named_by(replace(line, text=first_line(line.text))) for line in lines])
    named: dict[int, Named] = {}
    contents: set[int] = set()
    runs: list[tuple[list[Paragraph], int]] = []
    run: list[Paragraph] = []
    for at, line in enumerate(lines):
        found = told[at]
        if is_contents_line(line):
            contents.add(id(line))
        elif found:
            named[id(line)] = found
            if any(set(found.codes) & set(named[id(each)].codes) for each in run if id(each) in named):
                runs.append((run, at))
                run = []
            run.append(line)
            continue
        elif run and _PAGE_NUMBER.fullmatch(line.text.strip()):
            run.append(line)
            continue
        runs.append((run, at))
        run = []
    for each, end in runs:
        if len(each) >= _CONTENTS_RUN and _come_again(each, lines[end:], named):
            contents.update(id(line) for line in each)
    real = {identity: each for identity, each in named.items() if identity not in contents}
    contents |= guide_lines(blocks, lines, real)
    contents |= form_guidance(
        blocks, lines, {identity: each for identity, each in real.items() if identity not in contents}
    )
    return _overview(named, frozenset(contents), _grid_headers(blocks))


def _borne_out(found: Sequence[Named | None]) -> list[Named | None]:
    """Return what lines name, without letters that nothing bears out.

    "Where will Ana go to school? [I]" and its like are borne out by each other, where no
    surer heading names their sections; "Vitamin (D)" by itself is not.
    """
    sure = {code for each in found if each and each.sure and each.lettered for code in each.codes}
    unsure = {code for each in found if each and not each.sure for code in each.codes} - sure
    return [
        each if each is None or each.sure or (len(unsure) > 1 and set(each.codes) <= unsure) else None for each in found
    ]


def first_line(text: str) -> str:
    """Return the first line of a paragraph, with the rest if it is no heading by itself."""
    first, _, rest = text.strip().partition("\n")
    return f"{first} {rest}" if rest and not sections_named(first, strong=True) else first


_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}", re.IGNORECASE)


def _come_again(run: list[Paragraph], later: list[Paragraph], named: dict[int, Named]) -> bool:
    """Return whether all the sections a run of headings names are named again: then it was a contents page."""
    after = {code for line in later if id(line) in named for code in named[id(line)].codes}
    return all(set(named[id(line)].codes) <= after for line in run if id(line) in named)


def _overview(named: dict[int, Named], contents: frozenset[int], headers: set[int]) -> Overview:
    real = {identity: each for identity, each in named.items() if identity not in contents}
    alone = Counter(
        each.codes[0] for at, each in real.items() if at not in headers and each.lettered and each.stands_alone
    )
    return Overview(
        named=named,
        contents=contents,
        lettered=frozenset(code for each in real.values() if each.lettered for code in each.codes),
        titled=frozenset(code for each in real.values() if not each.lettered for code in each.codes),
        outside_grids=frozenset(code for at, each in real.items() if at not in headers for code in each.codes),
        repeated=frozenset(code for code, times in alone.items() if times > 1),
    )


def _grid_headers(blocks: Sequence[Block]) -> set[int]:
    """Return the identities of the paragraphs that head the columns of grids."""
    found: set[int] = set()
    for table in (part for block in blocks if isinstance(block, Table) for part in stretches(block)):
        columns = read_columns(table)
        shared = columns is not None and len(set(columns.sections.values())) > 1
        for row in table.rows:
            for cell in row.cells:
                found |= _grid_headers(cell.blocks)
                if shared and columns is not None and row.number == columns.row:
                    found.update(id(line) for line in paragraphs(cell.blocks))
    return found
