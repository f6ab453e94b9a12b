"""A blank plan as a Word file, to be filled in: every section in the statutory order, with a prompt in each place.

The prompts are content controls: they show what to write, and are empty until somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.intake.plan.blank import DETAILS, SECTIONS, BlankSection
from reports.plan_word import page
from reports.plan_word.written import MOST_COLUMNS, SUBJECTS

if TYPE_CHECKING:
    from docx.document import Document as WordFile

TITLE = "Education, Health and Care Plan"
_STAGE = "Draft or final"
_WIDTHS = {"No.": 1.0, **dict.fromkeys((*SUBJECTS.values(), "Name", "Advice"), 5.0)}


def template() -> bytes:
    """Return the blank plan."""
    made = page.new_page(TITLE)
    page.write(made.add_paragraph(style="Title"), TITLE)
    details = page.add_pairs(made, [(label, "") for label in ("Status", *DETAILS)])
    for row, prompt in zip(details.rows, (_STAGE, *DETAILS), strict=True):
        page.add_prompt(row.cells[1], prompt)
    for section in SECTIONS:
        page.write(made.add_paragraph(style="Heading 1"), section.heading)
        _form(made, section)
        made.add_paragraph()
    return page.bytes_of(made)


def _form(made: WordFile, section: BlankSection) -> None:
    numbered = section.kind in ("items", "cards", "advice")
    columns = (("No.", ""), *section.columns) if numbered else section.columns
    if section.kind == "parts":
        _card(made, columns, "")
    elif len(columns) > MOST_COLUMNS:
        for number in range(1, section.rows + 1):
            if number > 1:
                made.add_paragraph()
            _card(made, columns, _number(section.code, number))
    else:
        table = page.add_table(made, [label for label, _ in columns], [_WIDTHS.get(label, 2.0) for label, _ in columns])
        for number in range(1, section.rows + 1):
            page.add_row(table, ["" for _ in columns])
            for cell, (_, prompt) in zip(table.rows[-1].cells, columns, strict=True):
                page.add_prompt(cell, prompt or _number(section.code, number))


def _number(code: str, number: int) -> str:
    return f"{code.upper()}{'.' if code[1:] else ''}{number}"


def _card(made: WordFile, columns: tuple[tuple[str, str], ...], number: str) -> None:
    table = page.add_pairs(made, [(label, "") for label, _ in columns])
    for row, (_, prompt) in zip(table.rows, columns, strict=True):
        page.add_prompt(row.cells[1], prompt or number)
    page.keep_together(table)
