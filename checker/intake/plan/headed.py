"""What a heading does on the walk over a document: it opens sections, titles one, leaves them, or heads a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.intake.blocks import Block, Paragraph, Table
from checker.intake.plan.front import detail_in, is_name
from checker.intake.plan.headings import Named, looks_like_heading, sections_named
from checker.intake.plan.nothing import is_none
from checker.intake.plan.overview import overview_of
from checker.intake.plan.pieces import HeadingFound, Line, part_name
from checker.intake.plan.placing import Placing
from checker.intake.plan.subheadings import (
    area_named,
    heads_part_of,
    is_formal,
    is_outside,
    is_subheading,
    is_title_of,
    tells_changes,
)

OF_AN_AREA = frozenset(("b", "c", "d", "e", "f", "g", "h1", "h2"))
"""The sections that may come again in each area of need."""
_NO_AREAS = ("a", "i", "j", "k")
_LONGEST_SUBTITLE = 15
_TITLE_LINES = 6


class Headed(Placing):
    """The sections that stand open, and the area of need, as the last headings leave them."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        """Begin before the first heading of ``blocks``, which are looked over once."""
        super().__init__()
        self._seen = overview_of(blocks)
        self._rank: tuple[int, float, bool] = (0, 0.0, False)
        self._outside = "front"
        self._area: Paragraph | None = None
        self._side = ""
        self._changes = False
        self._letter_alone = False

    def _titles_letter(self, line: Paragraph, rest: Sequence[Block]) -> bool:
        """Return whether a line is the title of the section whose letter alone stands above it.

        What a section holds alone is what it says, and no title of it.
        """
        if not self._letter_alone or self._has_text() or line.label or not is_title_of(line.text, self._current):
            return False
        below = next((block for block in rest if isinstance(block, Table) or block.text.strip()), None)
        return isinstance(below, Table) or (below is not None and self._heading_here(below) is None)

    def _heading_here(self, line: Paragraph) -> Named | None:
        return self._seen.heading(line, self._current, self._fresh, has_text=self._has_text())

    def _has_text(self) -> bool:
        return any(self._pieces.get(code) for code in self._current)

    def _open(self, line: Paragraph, named: Named) -> None:
        first, _, rest = line.text.partition("\n")
        again = not named.lettered and self._current and set(self._current) <= set(named.codes)
        if again and set(self._current) <= set(self._fresh) and not self._has_text():
            self._retitle(line)
            return
        if rest.strip() and (sections_named(rest, strong=True) or (not named.title and looks_like_heading(line))):
            first, rest = line.text, ""
        said_none = named.lettered and is_none(named.title) and len(named.codes) >= 1
        words = " ".join(first.split())
        place = replace(line.place, part=part_name(named.codes), words=words)
        self._headings.append(HeadingFound(words, named.codes, place))
        self._rest()
        self._current = named.codes
        self._letter_alone = named.lettered and not named.title
        self._changes = False
        self._told = ""
        self._settle(placed=True)
        self._outside = ""
        self._rank = _rank(line)
        self._fresh = [*self._fresh, *named.codes] if self._all_fresh() else list(named.codes)
        for code in named.codes:
            self._pieces.setdefault(code, [])
        if self._area is not None and not self._side and not self._is_beneath_area(line, named):
            self._area = None
        if self._area is not None and len(named.codes) == 1 and not self._side:
            self._pieces[named.codes[0]].append(Line(self._area, subheading=True))
        if rest.strip():
            self._add_line(replace(line, text=rest, heading=0, bold=False))
        elif said_none:
            self._add_line(replace(line, text=named.title, heading=0, bold=False))

    def _is_beneath_area(self, line: Paragraph, named: Named) -> bool:
        """Return whether a section's heading stands within an area of need, as where E and F come again in each."""
        area = self._area
        if area is None or not set(named.codes) <= OF_AN_AREA:
            return False
        if area.heading and line.heading:
            return area.heading < line.heading
        return not named.lettered or (set(named.codes) <= self._seen.repeated and not line.heading)

    def _all_fresh(self) -> bool:
        return bool(self._fresh) and not any(self._pieces.get(code) for code in self._fresh)

    def _retitle(self, line: Paragraph) -> None:
        """Take a line as the rest of the heading above it ("Section A", then its title)."""
        self._letter_alone = False
        last = self._headings[-1]
        self._headings[-1] = replace(last, words=f"{last.words} {' '.join(line.text.split())}")

    def _outranks(self, line: Paragraph) -> bool:
        """Return whether a line heads something beside the section, and no part of it."""
        if not looks_like_heading(line) or (line.label and not line.heading):
            return False
        if is_outside(line.text) and (line.heading or line.bold):
            return _rank(line) == self._rank or (bool(line.heading) and line.heading <= max(self._rank[0], 1))
        if area_named(line.text) or heads_part_of(line.text, self._current[0]):
            return False
        return bool(line.heading) and bool(self._rank[0]) and line.heading <= self._rank[0]

    def _leave(self, line: Paragraph) -> None:
        """Leave the sections at a heading that names none."""
        known = is_outside(line.text) or is_formal(line.text)
        area = bool(area_named(line.text))
        if area:
            self._area = line
            self._front.append(line)
        elif known:
            self._front.append(line)
        elif not self._headings and self._outside == "front" and is_name(line):
            self._front.append(line)
            return
        else:
            self._settle(placed=False)
            self._pending.append(line)
            self._pending_beside = self._current
        self._current = ()
        self._changes = tells_changes(line.text)
        self._outside = "front" if known or area else "other"

    def _outside_line(self, line: Paragraph) -> None:
        detail = detail_in(line)
        if detail:
            self._details.append(detail)
            self._front.append(line)
        elif is_formal(line.text) or is_outside(line.text) or self._on_title_page(line) or self._after_known_heading():
            self._front.append(line)
        else:
            self._lose(line)

    def _on_title_page(self, line: Paragraph) -> bool:
        """Return whether a short line stands with the title, before all sections."""
        if self._headings:
            return False
        words = len(line.text.split())
        return is_name(line) or (len(self._front) < _TITLE_LINES and words <= _LONGEST_SUBTITLE)

    def _after_known_heading(self) -> bool:
        return any(is_outside(p.text) for p in self._front[-12:] if looks_like_heading(p))

    def _add_line(self, line: Paragraph) -> None:
        if area_named(line.text) and looks_like_heading(line):
            self._area = line
            if self._current[0] in _NO_AREAS:
                self._front.append(line)
                return
        self._add(Line(line, subheading=is_subheading(line)), [line])

    def _area_words(self) -> str:
        return "" if self._area is None else area_named(self._area.text)


def _rank(line: Paragraph) -> tuple[int, float, bool]:
    return (line.heading, line.size, line.bold)
