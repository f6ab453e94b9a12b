"""From rows to the items of their lists: a row for each item, and which row it came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.kernel.codes import KNOWN, Column
from checker.kernel.frame import Binding, Frame
from checker.kernel.values import A_LIST
from dsl.tree import Ref


@dataclass(frozen=True)
class Listed:
    """One list in every row: what is said of it, and its items.

    ``parent`` is the row each item came from, in order, and ``place`` where it stands.
    ``is_list`` is whether a list is given; ``complete`` and ``count`` speak of it.
    """

    rows: Column
    state: Column
    says: Column
    is_list: Column
    complete: Column
    count: Column
    parent: Column
    place: Column


def listed(ref: Ref, frame: Frame) -> Listed:
    """Return one list in every row."""
    rows = frame.said(ref)
    values = frame.store.values
    state = values.state[rows]
    is_list = (state == KNOWN) & (values.kind[rows] == A_LIST)
    count = np.where(is_list, values.number[rows], 0)
    parent = np.repeat(np.arange(frame.rows), count)
    place = _places(frame, ref, rows, count)
    return Listed(rows, state, values.says[rows], is_list, values.complete[rows], count, parent, place)


def _places(frame: Frame, ref: Ref, rows: Column, count: Column) -> Column:
    """Return where the items stand: every different list is read once."""
    held = np.flatnonzero(count)
    if not len(held):
        return np.zeros(0, dtype=np.int32)
    place = frame.place(ref)[held].astype(np.int64)
    pairs, which = np.unique((place << 32) | rows[held], return_inverse=True)
    items = [frame.store.items_at(int(pair >> 32), int(pair & 0xFFFFFFFF)) for pair in pairs]
    sizes = np.array([len(each) for each in items])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    counts = count[held]
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    found: Column = np.concatenate(items)[np.repeat(starts[which], counts) + offsets]
    return found


def items(frame: Frame, name: str, of: Ref, parent: Column, place: Column) -> Frame:
    """Return the rows of the items of lists, each called ``name``; ``of`` is a list that holds such things."""
    inner = frame.take(parent)
    label = frame.store.label_of[place]
    return inner.bind(name, Binding(frame.store, inner.case, place, label, frame.thing(of)))
