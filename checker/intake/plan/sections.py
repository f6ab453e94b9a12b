"""The walk over a document: which section each block stands in, whatever the layout.

Three families of layout are read, also mixed: headings with lists or paragraphs beneath;
grids by area of need, with needs, outcomes and provision as columns in any order; and
tables with a row a section. Nothing is put in a section the document does not support:
what cannot be told is kept as unplaced, and lists beside it are not complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.intake.blocks import Block, Paragraph, Row, Table, paragraphs
from checker.intake.plan.columns import Columns, is_label, read_columns
from checker.intake.plan.continued import stretches, with_rest
from checker.intake.plan.front import details_in
from checker.intake.plan.furniture import is_page_foot, is_signature
from checker.intake.plan.grids import grid_entries
from checker.intake.plan.headed import OF_AN_AREA, Headed
from checker.intake.plan.headings import looks_like_heading, sections_named
from checker.intake.plan.pieces import Entry, HeadingFound, Line, SectionsFound, part_name, section_told
from checker.intake.plan.rows import areas_across, cell_words, lines_in, section_entries
from checker.intake.plan.sets import labelled_pairs
from checker.intake.plan.subheadings import is_title, speaks_of_tables


def find_sections(blocks: Sequence[Block]) -> SectionsFound:
    """Return what stands in each section of a document."""
    walk = _Walk(tuple(blocks))
    walk.blocks(walk.all)
    return walk.found()


class _Walk(Headed):
    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__(blocks)
        self.all = blocks
        self._across: dict[int, str] = {}

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Place each block, in order."""
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += 1
            if isinstance(block, Table):
                table, feet, at = with_rest(block, blocks, at, (self._current or ("",))[0])
                self._front.extend(feet)
                self._table(table)
            elif block.text.strip() and is_page_foot(block):
                self._front.append(block)
            elif block.text.strip() and self._heads_a_grid(block, blocks[at:]):
                self._leave(block)
            elif block.text.strip() and self._explains_grids(block, blocks[at:]):
                self._front.append(block)
            elif block.text.strip() and self._titles_letter(block, blocks[at:]):
                self._retitle(block)
            elif block.text.strip():
                self._paragraph(block)

    def _explains_grids(self, line: Paragraph, rest: Sequence[Block]) -> bool:
        """Return whether a line says how to read the grids of other sections that it stands above."""
        return bool(self._current) and speaks_of_tables(line.text) and self._is_above_a_grid(rest)

    def _heads_a_grid(self, line: Paragraph, rest: Sequence[Block]) -> bool:
        """Return whether a heading of no section stands directly above a grid whose columns are other sections."""
        if not self._current or not looks_like_heading(line) or self._heading_here(line):
            return False
        return self._is_above_a_grid(rest)

    def _is_above_a_grid(self, rest: Sequence[Block]) -> bool:
        """Return whether the next table is a grid of sections that are not the one that stands open."""
        below = next((block for block in rest if isinstance(block, Table) or block.text.strip()), None)
        if not isinstance(below, Table) or not self._is_shared(below):
            return False
        columns = read_columns(below)
        return columns is not None and not set(self._current) & set(columns.sections.values())

    def _paragraph(self, line: Paragraph) -> None:
        if id(line) in self._seen.contents:
            self._front.append(line)
            return
        named = self._heading_here(line)
        if named:
            self._open(line, named)
            return
        if self._current and is_signature(line) and not set(self._current) & OF_AN_AREA:
            self._front.append(line)
            return
        if self._current and not self._outranks(line):
            self._add_line(line)
            return
        if looks_like_heading(line):
            self._leave(line)
            return
        self._settle(placed=False)
        if self._current or self._outside == "other":
            self._lose(line)
        else:
            self._outside_line(line)

    def _table(self, table: Table) -> None:
        if not table.rows:
            return
        if all(len(row.cells) <= 1 for row in table.rows):
            for row in table.rows:
                for cell in row.cells:
                    self.blocks(cell.blocks)
            return
        lines = [line for line in paragraphs((table,)) if line.text.strip()]
        if lines and all(id(line) in self._seen.contents for line in lines):
            self._front.extend(lines)
            return
        for part in stretches(table):
            self._one_table(part)

    def _one_table(self, table: Table) -> None:
        headed = [row for row in table.rows if self._row_heading(row)]
        if self._changes:
            self._outside_table(table)
        elif headed and not (len(headed) == 1 and self._is_shared(table)):
            self._rows(table)
        elif self._is_shared(table):
            columns = read_columns(table)
            if columns:
                self._grid(table, columns)
        elif len(self._current) == 1:
            self._in_section(table)
        elif self._current:
            self._in_shared(table)
        else:
            self._outside_table(table)

    def _row_heading(self, row: Row) -> Paragraph | None:
        """Return the paragraph that makes ``row`` the head of a section, or None."""
        filled = [cell for cell in row.cells if cell.text.strip()]
        if not filled:
            return None
        heads = [next(p for p in paragraphs(cell.blocks) if p.text.strip()) for cell in filled]
        if id(heads[0]) in self._seen.contents or not self._heading_here(heads[0]):
            return None
        named = self._seen.named.get(id(heads[0]))
        if named and not named.lettered and set(named.codes) == set(self._current):
            return None
        others = [self._seen.named.get(id(head)) for head in heads[1:]]
        if any(o and named and set(o.codes) != set(named.codes) for o in others):
            return None
        return heads[0]

    def _is_shared(self, table: Table) -> bool:
        """Return whether a table is a grid whose columns are sections."""
        columns = read_columns(table)
        if columns is None:
            return False
        codes = set(columns.sections.values())
        if len(codes) < 2:  # noqa: PLR2004  (one section is no shared grid)
            return False
        if len(self._current) != 1 or codes <= set(self._fresh):
            return True
        lettered = sum("section" in title.lower() for title in columns.titles.values())
        if self._current[0] not in codes and lettered > 1:
            return True
        return not (codes - set(self._current)) & self._seen.outside_grids

    def _rows(self, table: Table) -> None:
        """Place a table that holds the headings of sections, a stretch of rows at a time.

        A table beneath an area of need with these sections down its side is a grid turned
        over: what stands in it belongs together.
        """
        heads = [head for row in table.rows if (head := self._row_heading(row))]
        codes = {code for head in heads if (named := self._heading_here(head)) for code in named.codes}
        self._side = f"t{table.place.table}" if self._area and len(codes) > 1 and codes <= OF_AN_AREA else ""
        stretch: list[Row] = []
        self._across = areas_across(table.rows[0])
        if self._across:
            self._front.extend(line for cell in table.rows[0].cells for line in lines_in(cell))
        for row in table.rows[1:] if self._across else table.rows:
            head = self._row_heading(row)
            if head is None:
                stretch.append(row)
                continue
            self._stretch(table, stretch)
            stretch = []
            self._head_row(row, head)
        self._stretch(table, stretch)
        self._side, self._across = "", {}

    def _stretch(self, table: Table, rows: list[Row]) -> None:
        if any(cell.text.strip() for row in rows for cell in row.cells):
            part = Table(tuple(rows), table.place, table.columns)
            labelled = is_label(cell_words(rows[0].cells[0])) or read_columns(part, (self._current or ("",))[0])
            if len(rows) == 1 and len(self._current) == 1 and not labelled:
                for cell in rows[0].cells:
                    self.blocks(cell.blocks)
            else:
                self._table(part)

    def _head_row(self, row: Row, head: Paragraph) -> None:
        named = self._heading_here(head)
        lettered = named is not None and named.lettered and not named.title
        filled = [cell for cell in row.cells if cell.text.strip()]
        beside = [cell for cell in filled if not any(block is head for block in cell.blocks)]
        numbered = len(beside) > 1 and is_label(cell_words(beside[0]))
        # The title stands in a cell of its own: the words are in another beside it, or beneath it.
        apart = len(row.cells) > 2 or row.cells[0].rows > 1  # noqa: PLR2004
        titled = lettered and not numbered and apart and len(filled) > 1 and is_title(filled[1].text)
        for cell in row.cells:
            if titled and cell is filled[1]:
                for line in paragraphs(cell.blocks):
                    self._retitle(line)
            elif named and any(block is head for block in cell.blocks):
                self._open(head, named)
                self.blocks([block for block in cell.blocks if block is not head])
            elif numbered and cell is beside[0] and len(self._current) == 1:
                words = tuple(line for each in beside[1:] for line in lines_in(each))
                self._add(Entry(words, cell.place, label=cell_words(cell)), words)
            elif numbered and len(self._current) == 1:
                continue
            elif cell.column in self._across and len(self._current) == 1 and cell.text.strip():
                lines = lines_in(cell)
                group = f"t{row.cells[0].place.table}c{cell.column}"
                self._add(Entry(lines, cell.place, area=self._across[cell.column], groups=(group,)), lines)
            elif self._side and len(self._current) == 1 and cell.text.strip():
                lines = lines_in(cell)
                self._add(Entry(lines, cell.place, area=self._area_words(), groups=(self._side,)), lines)
            else:
                self.blocks(cell.blocks)

    def _in_section(self, table: Table) -> None:
        code = self._current[0]
        pieces, headers = section_entries(table, code)
        for piece in pieces:
            self._add(piece, ())
        self._front.extend(headers)

    def _in_shared(self, table: Table) -> None:
        """Place a table under a heading of several sections by its labels, or by the letters all its items have."""
        pairs = labelled_pairs(table, self._current)
        if pairs:
            self._sets.end()
            for line in pairs:
                self._add(Line(line), [line])
            self._sets.end()
            return
        pieces, headers = section_entries(table, self._current[0])
        if pieces and all(section_told(piece, self._current) for piece in pieces):
            for piece in pieces:
                self._add(piece, ())
            self._front.extend(headers)
        else:
            self._joint.setdefault(self._current, []).extend(p for p in paragraphs((table,)) if p.text.strip())

    def _grid(self, table: Table, columns: Columns) -> None:
        self._settle(placed=True)
        for column, code in columns.sections.items():
            cell = next(c for row in table.rows if row.number == columns.row for c in row.cells if c.column == column)
            words = " ".join(cell.text.split())
            named = sections_named(words, strong=True)
            place = replace(cell.place, part=part_name((code,)), words=words)
            if not any(h.place == place for h in self._headings):
                self._headings.append(HeadingFound(words, named.codes if named else (code,), place))
            self._pieces.setdefault(code, [])
        result = grid_entries(table, columns, self._area_words())
        for code, piece in result.entries:
            self._pieces[code].append(piece)
        self._front.extend(result.titles)
        for line in result.lost:
            self._unplaced.append(replace(line.place, words=line.text))
            self._beside.update(columns.sections.values())
        self._current = tuple(dict.fromkeys(columns.sections.values()))
        self._fresh = []

    def _outside_table(self, table: Table) -> None:
        """Take a table outside the sections for details: labels with what they say beside or beneath."""
        self._settle(placed=False)
        if self._outside == "other":
            for line in paragraphs((table,)):
                if line.text.strip():
                    self._lose(line)
            return
        self._details.extend(details_in(table))
        self._front.extend(p for p in paragraphs((table,)) if p.text.strip())
