"""What words show and use, over columns: each different text is scanned once, and its hits are flags."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from checker.evaluation.wordings import scanned, section_of
from checker.kernel.codes import FALSE, KNOWN, NOT_COVERED, TRUE, UNDECIDED, Column
from checker.kernel.frame import Frame
from checker.kernel.held import Held, held
from checker.kernel.values import A_TEXT
from checker.wording.scan import Scan
from checker.wording.scan import uses as hits_of
from dsl.tree import Ref, Shows, Uses


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
