"""Every character of a page, as PDFium gives its text, is in the document: in a block, or kept apart for a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_maker import artifact, at, made, ruled

from checker.intake.blocks import BULLET, Document, Table, paragraphs
from checker.intake.pdf import read_pdf
from checker.intake.pdf.lines import BULLETS

ROOT = Path(__file__).parents[2] / "fixtures"
FILES = sorted([*ROOT.glob("cases/*/as-pdf/*.pdf"), *ROOT.glob("layouts/*.pdf"), *ROOT.glob("long/*.pdf")])
LINE_ENDS = "\x02\ufffe\u00ad"
"""How PDFium gives the hyphen that only divides a word at the end of a line."""


def characters(text: str) -> Counter[str]:
    marks = {ord(each): BULLET for each in BULLETS if not each.isalnum() and each not in "*-–—"}
    return Counter("".join(text.split()).translate(marks).translate({ord(each): None for each in LINE_ENDS}))


def on_pages(data: bytes) -> Counter[str]:
    file = pypdfium2.PdfDocument(data)
    return characters("".join(page.get_textpage().get_text_range() for page in file))


def said_again(document: Document) -> Counter[str]:
    """Return the characters of headers of tables, as often as they may stand again on a page of their own."""
    heads = [row for block in document.blocks if isinstance(block, Table) for row in block.rows if row.header]
    once = characters("".join(cell.text for row in heads for cell in row.cells))
    return Counter({each: count * document.pages for each, count in once.items()})


def held(document: Document) -> Counter[str]:
    return characters(
        "\n".join(
            [
                *(line.label + line.text for line in paragraphs(document.blocks)),
                *(line.text for line in (*document.headers, *document.footnotes)),
                *(place.words for place in (*document.struck, *document.hidden)),
            ]
        )
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_on_a_page_is_lost(path: Path) -> None:
    data = path.read_bytes()
    document = read_pdf(data, path.name)
    lost = on_pages(data) - held(document)
    # The raised figure in the text that points to a footnote goes; it stands before the note itself.
    marks = characters("".join(note.text.split()[0] for note in document.footnotes))
    assert lost - marks - said_again(document) == Counter()


WORDS = st.lists(
    st.sampled_from(["Section", "B", "Ana", "reads", "slowly.", "1.", "Need", "weekly", "(F1)", "educa-", "tional"]),
    min_size=1,
    max_size=8,
).map(" ".join)
PIECES = st.one_of(
    st.builds(
        lambda x, y, words, size, bold, state: at(x, y, words, size=size, bold=bold, state=state),
        st.integers(20, 500),
        st.integers(20, 820),
        WORDS,
        st.sampled_from([6, 9, 11, 16]),
        st.booleans(),
        st.sampled_from(["", "", "", "3 Tr", "1 g"]),
    ),
    st.builds(
        lambda x, y: ruled((x, x + 120, x + 250), (y + 80, y + 40, y)), st.integers(20, 300), st.integers(20, 700)
    ),
    st.builds(lambda y, words: artifact(at(60, y, words)), st.integers(780, 830), WORDS),
    st.builds(lambda x, y: f"{x} {y} m {x + 90} {y} l S\n", st.integers(20, 400), st.integers(20, 800)),
)
PAGES = st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=3)


@settings(deadline=None, max_examples=40)
@given(PAGES)
def test_nothing_on_any_page_is_lost(contents: list[str]) -> None:
    data = made(*contents, at(60, 400, "The last page."))
    document = read_pdf(data, "plan.pdf")
    lost = on_pages(data) - held(document)
    marks = characters("".join(note.text.split()[0] for note in document.footnotes))
    assert lost - marks - said_again(document) == Counter()
    assert read_pdf(data, "plan.pdf") == document
