"""What stands outside the sections: labels with what they say beside or after them, names and titles."""

from __future__ import annotations

from dataclasses import replace

from checker.intake.blocks import Paragraph, Table
from checker.intake.plan.pieces import Labelled
from checker.intake.plan.rows import cell_words

_LONGEST_LABEL = 8
_LONGEST_NAME = 6


def detail_in(line: Paragraph) -> Labelled | None:
    """Return the label and words of a line such as "Date of birth: 4 May 2015", or None."""
    label, colon, rest = line.text.partition(":")
    if not colon or "\n" in line.text or len(label.split()) > _LONGEST_LABEL:
        return None
    return Labelled("", label.strip(), rest.strip(), replace(line.place, words=line.text))


def details_in(table: Table) -> list[Labelled]:
    """Return the labels of a table and the words in the cells to their right, pair by pair."""
    found = []
    for row in table.rows:
        found += [
            Labelled("", label.text.strip(" :"), cell_words(value), value.place)
            for label, value in zip(row.cells[::2], row.cells[1::2], strict=False)
        ]
        if len(row.cells) == 1 and ":" in row.cells[0].text:
            words, _, rest = row.cells[0].text.partition(":")
            found.append(Labelled("", words.strip(), rest.strip(), row.cells[0].place))
    return found


def is_name(line: Paragraph) -> bool:
    """Return whether a line before the sections is a name or a title: a few words with capitals."""
    words = line.text.split()
    capitals = all(word[:1].isupper() or word in ("of", "and", "the", "for") for word in words)
    return len(words) <= _LONGEST_NAME and capitals and not line.text.rstrip().endswith(".")
