"""What words show and use, over columns: each different text is scanned once, and its hits are flags."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from checker.evaluation.wordings import letters, scanned, section_of
from checker.findings import Cause
from checker.kernel.codes import FALSE, JUDGEMENT, KNOWN, NOT_COVERED, TRUE, UNDECIDED, Column, causes_by_state
from checker.kernel.frame import Frame
from checker.kernel.held import Held, held
from checker.kernel.values import A_TEXT
from checker.wording.scan import Scan
from checker.wording.scan import uses as hits_of
from dsl.tree import Matches, Ref, Shows, Uses

_CAUSES = causes_by_state(Cause.NOT_FOUND)


def shows(node: Shows, frame: Frame) -> Held:
    """Return whether wording shows each dimension: a labelled field counts as well as the words."""
    values = frame.store.values
    bound, steps = frame.start(node.wording)
    shown = np.ones(frame.rows, dtype=bool)
    for name in node.dimensions:
        if name == "content":
            continue
        beside = (*steps[:-1], name)
        labelled = values.state[bound.said(beside)] == KNOWN
        shown &= labelled | _hits(node.wording, frame, partial(_states, name=name))
    return _where_read(shown, node.wording, frame)


def _states(scan: Scan, name: str) -> bool:
    return any(hit.name == name for hit in scan.dimensions)


def uses(node: Uses, frame: Frame) -> Held:
    """Return whether wording uses a phrase of a list that nothing beside it clears."""
    found = _hits(node.wording, frame, lambda scan: bool(hits_of(scan, node.word_list)))
    return _where_read(found, node.wording, frame)


def matches(node: Matches, frame: Frame) -> Held:
    """Return whether two texts are the same words; never false, since two names may name one thing."""
    values = frame.store.values
    left, right = frame.said(node.left), frame.said(node.right)
    causes = np.zeros(frame.rows, dtype=np.int16)
    for rows in (left, right):
        causes |= np.where(values.known[rows], 0, _CAUSES[values.state[rows]]).astype(np.int16)
    alike = _letters(left, frame) == _letters(right, frame)
    truth = np.where((causes == 0) & alike, TRUE, UNDECIDED)
    return held(truth, np.where(causes == 0, JUDGEMENT, causes), values.says[left] | values.says[right])


def _letters(rows: Column, frame: Frame) -> Column:
    """Return a number for the letters of the words in each row: the same for the same letters."""
    texts, values = frame.store.texts, frame.store.values
    different, which = np.unique(rows, return_inverse=True)
    said = [texts.all[values.text[row]] if values.text[row] >= 0 else "" for row in different]
    numbers = frame.store.letters
    found = np.array([numbers.setdefault(letters(each), len(numbers)) for each in said], dtype=np.int64)
    alike: Column = found[which] if len(found) else rows
    return alike


def _where_read(flag: Column, wording: Ref, frame: Frame) -> Held:
    values = frame.store.values
    rows = frame.said(wording)
    read = values.kind[rows] == A_TEXT
    return held(np.where(read, np.where(flag, TRUE, FALSE), UNDECIDED), NOT_COVERED, values.says[rows])


def _hits(wording: Ref, frame: Frame, sought: Callable[[Scan], bool]) -> Column:
    """Return whether something is found in the words of each row."""
    store = frame.store
    text = store.values.text[frame.said(wording)]
    place = frame.place(wording)
    pairs, which = np.unique((place.astype(np.int64) << 32) | (text + 1), return_inverse=True)
    found = np.zeros(len(pairs), dtype=bool)
    for index, pair in enumerate(pairs):
        number = int(pair & 0xFFFFFFFF) - 1
        if number >= 0:
            section = section_of(store.paths.texts[int(pair >> 32)])
            found[index] = sought(scanned(store.texts.all[number], section, frame.library))
    hit: Column = found[which] if len(pairs) else np.zeros(0, dtype=bool)
    return hit
