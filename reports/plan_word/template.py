"""A blank plan as a Word file, to be filled in: every section in the statutory order, with a prompt in each place.

The prompts are content controls: they show what to write, and are empty until somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.intake.blank_plan import DETAILS, SECTIONS, BlankSection
from reports.plan_word import page
from reports.plan_word.written import MOST_COLUMNS

if TYPE_CHECKING:
    from docx.document import Document as WordFile

TITLE = "Education, Health and Care Plan"
_STAGE = "Draft or final"


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
    columns = (("No.", "No."), *section.columns) if numbered else section.columns
    if section.kind == "parts":
        _card(made, columns)
    elif len(columns) > MOST_COLUMNS:
        for at in range(section.rows):
            if at:
                made.add_paragraph()
            _card(made, columns)
    else:
        widths = [1.0 if label == "No." else 4.0 if at == numbered else 2.0 for at, (label, _) in enumerate(columns)]
        table = page.add_table(made, [label for label, _ in columns], widths)
        for _ in range(section.rows):
            page.add_row(table, ["" for _ in columns])
            for cell, (_, prompt) in zip(table.rows[-1].cells, columns, strict=True):
                page.add_prompt(cell, prompt)


def _card(made: WordFile, columns: tuple[tuple[str, str], ...]) -> None:
    table = page.add_pairs(made, [(label, "") for label, _ in columns])
    for row, (_, prompt) in zip(table.rows, columns, strict=True):
        page.add_prompt(row.cells[1], prompt)
