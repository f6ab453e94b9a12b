"""Where a comment goes: marks around the exact words of a paragraph, and nothing else of it changed.

Runs are cut only where the words begin and end; the parts keep the look of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from checker.intake.word.styles import W
from checker.intake.yaml_nodes import neutralised

if TYPE_CHECKING:
    from lxml.etree import _Element

Pieces = list[tuple["_Element", str]]
"""The words of a paragraph, piece by piece, each with the element of the file it stands in."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mark(pieces: Pieces, words: str, number: int) -> bool:
    """Put the marks of comment ``number`` around ``words``, or around the whole paragraph if they are not in it.

    Returns whether the exact words were found. In a text box, where Word takes no comments,
    the marks go around the box.
    """
    span = span_of(pieces, words)
    box = _box(pieces[0][0])
    if box is not None:
        _around(_run(box), number)
        return span is not None
    first, last = span or _whole(pieces)
    # From the end, so that the place of the beginning still holds.
    closing = _marker("commentRangeEnd", number)
    _end_of(pieces, last).addnext(closing)
    _start_of(pieces, first).addprevious(_marker("commentRangeStart", number))
    _refer(closing, number)
    return span is not None


def mark_paragraph(paragraph: _Element, number: int) -> None:
    """Put the marks of comment ``number`` at the end of a paragraph without words."""
    box = _box(paragraph)
    if box is not None:
        _around(_run(box), number)
        return
    closing = _marker("commentRangeEnd", number)
    paragraph.extend([_marker("commentRangeStart", number), closing])
    _refer(closing, number)


def span_of(pieces: Pieces, words: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where ``words`` begin and end, as the number of a piece and a place in it; None if they are not there.

    Differences of white space do not count. Of words on several lines those that stand in
    this paragraph do.
    """
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for at, (_, text) in enumerate(pieces):
        for offset, character in enumerate(text):
            for shown in neutralised(character):
                if not shown.isspace():
                    letters.append(shown)
                    places.append((at, offset))
    held = "".join(letters)
    for wanted in (words, *sorted(words.split("\n"), key=len, reverse=True)):
        compact = "".join(wanted.split())
        place = held.find(compact) if compact else -1
        if place >= 0:
            last = places[place + len(compact) - 1]
            return places[place], (last[0], last[1] + 1)
    return None


def _whole(pieces: Pieces) -> tuple[tuple[int, int], tuple[int, int]]:
    return (0, 0), (len(pieces) - 1, len(pieces[-1][1]))


def _marker(kind: str, number: int) -> _Element:
    made = etree.Element(W + kind)
    made.set(W + "id", str(number))
    return made


def _refer(closing: _Element, number: int) -> None:
    """Put the reference of a comment after its closing mark, straight in the paragraph."""
    reference = etree.Element(W + "r")
    reference.append(_marker("commentReference", number))
    top = closing
    while (parent := top.getparent()) is not None and parent.tag != W + "p":
        top = parent
    top.addnext(reference)


def _around(element: _Element, number: int) -> None:
    closing = _marker("commentRangeEnd", number)
    element.addprevious(_marker("commentRangeStart", number))
    element.addnext(closing)
    _refer(closing, number)


def _run(element: _Element) -> _Element:
    """Return the run an element stands in, or the element itself where it stands in none."""
    return next((each for each in element.iterancestors(W + "r")), element)


def _box(element: _Element) -> _Element | None:
    """Return the outermost text box an element stands in."""
    boxes = list(element.iterancestors(W + "txbxContent"))
    return boxes[-1] if boxes else None


def _end_of(pieces: Pieces, last: tuple[int, int]) -> _Element:
    """Return the run that ends with the words, cut off from what follows."""
    at, offset = last
    _split(pieces, at, offset)
    element = pieces[at][0]
    run = _run(element)
    following = list(element.itersiblings()) if run is not element else []
    if following:
        _new_run(run, following)
    return run


def _start_of(pieces: Pieces, first: tuple[int, int]) -> _Element:
    """Return the run that begins with the words, cut off from what precedes."""
    at, offset = first
    if _split(pieces, at, offset):
        at += 1
    element = pieces[at][0]
    run = _run(element)
    if run is element or all(each.tag == W + "rPr" for each in element.itersiblings(preceding=True)):
        return run
    return _new_run(run, [element, *element.itersiblings()])


def _split(pieces: Pieces, at: int, offset: int) -> bool:
    """Split a piece of text in two at a place inside it; the pieces are kept true. Return whether it was split."""
    element, text = pieces[at]
    if element.tag != W + "t" or not 0 < offset < len(text):
        return False
    rest = etree.Element(element.tag)
    element.text, rest.text = text[:offset], text[offset:]
    for each in (element, rest):
        each.set(_SPACE, "preserve")
    element.addnext(rest)
    pieces[at : at + 1] = [(element, text[:offset]), (rest, text[offset:])]
    return True


def _new_run(run: _Element, moved: Sequence[_Element]) -> _Element:
    """Return a run that looks like ``run`` and stands after it, with the elements ``moved`` into it."""
    made = etree.Element(run.tag)
    for name, value in run.attrib.items():
        made.set(name, value)
    look = run.find(W + "rPr")
    if look is not None:
        made.append(deepcopy(look))
    made.extend(moved)
    run.addnext(made)
    return made


def unmark(body: _Element, numbers: frozenset[str]) -> None:
    """Take the marks of the comments ``numbers`` out of a body, and the runs that held nothing else."""
    kinds = [W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
    for each in list(body.iter(*kinds)):
        if each.get(W + "id") in numbers:
            parent = each.getparent()
            if parent is None:
                continue
            parent.remove(each)
            if parent.tag == W + "r" and all(child.tag == W + "rPr" for child in parent):
                above = parent.getparent()
                if above is not None:
                    above.remove(parent)
