"""What the walk over a document has placed so far, and where the next words go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.intake.blocks import Paragraph
from checker.intake.plan.pieces import Gathered, Line, Piece, SectionsFound, section_told
from checker.intake.plan.sets import Sets


class Placing(Gathered):
    """The pieces of each section, what stands outside them, and what could be put nowhere."""

    def __init__(self) -> None:
        """Begin with nothing placed."""
        super().__init__()
        self._pending: list[Paragraph] = []
        self._pending_beside: tuple[str, ...] = ()
        self._current: tuple[str, ...] = ()
        self._fresh: list[str] = []
        self._told = ""
        self._waiting: list[Line] = []
        self._given: set[str] = set()
        self._sets = Sets()

    def found(self) -> SectionsFound:
        """Return what was found, once what still waits for a place has one."""
        self._settle(placed=False)
        self._rest()
        return super().found()

    def _add(self, piece: Piece, lines: Sequence[Paragraph]) -> None:
        if len(self._current) == 1:
            self._pieces[self._current[0]].append(piece)
            return
        by_number = section_told(piece, self._current)
        code, group = ("", "")
        if isinstance(piece, Line) and not by_number:
            code, group = self._sets.told(piece.paragraph, self._current)
        if code and isinstance(piece, Line):
            piece = replace(piece, subheading=False, groups=(group,))
        self._told = by_number or code or self._told
        if isinstance(piece, Line) and piece.subheading:
            self._wait(piece)
        elif self._told:
            if self._told not in self._given:
                self._pieces[self._told].extend(self._waiting)
                self._given.add(self._told)
            self._pieces[self._told].append(piece)
        else:
            self._joint.setdefault(self._current, []).extend(lines)

    def _wait(self, piece: Line) -> None:
        """Keep a sub-heading under the heading of several sections, to be given to each that has words beneath it."""
        if self._given:
            depth = piece.paragraph.heading or 9
            self._waiting = [each for each in self._waiting if (each.paragraph.heading or 9) < depth]
        self._waiting.append(piece)
        self._given = set()
        self._told = ""
        self._sets.end()

    def _rest(self) -> None:
        """Leave sub-headings that nothing followed where they stand."""
        if not self._given:
            self._front.extend(piece.paragraph for piece in self._waiting)
        self._waiting, self._given = [], set()
        self._sets.end()

    def _settle(self, *, placed: bool) -> None:
        """Settle headings that name no section: placed if they head sections directly beneath them."""
        for line in self._pending:
            if placed:
                self._front.append(line)
            else:
                self._headings_placed = False
                self._lose(line)
                self._beside.update(self._pending_beside)
        self._pending = []

    def _lose(self, line: Paragraph) -> None:
        self._unplaced.append(replace(line.place, words=line.text))
        self._beside.update(self._current)
