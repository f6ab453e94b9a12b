"""The links the documents under test state, as columns.

Each pair of labels a case joins is one key; what it says of them is a code: a link of
these two alone, or one of a group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.case import CaseFile
from checker.evaluation.relations import links_of
from checker.kernel.codes import Column
from checker.kernel.values import Texts

NO_LINK = 0
ONE = 1
GROUP = 2


@dataclass(frozen=True)
class Links:
    """The links of some cases: ``keys`` in order, and the ``kinds`` beside them."""

    keys: Column
    kinds: Column
    texts: int

    def between(self, case: Column, left: Column, right: Column) -> Column:
        """Return what each case says of the link between two labels."""
        if not len(self.keys):
            return np.zeros(len(case), dtype=np.int8)
        sought = _key(case, left, right, self.texts)
        at = np.minimum(np.searchsorted(self.keys, sought), len(self.keys) - 1)
        found: Column = np.where(self.keys[at] == sought, self.kinds[at], NO_LINK)
        return found


def read_links(cases: Sequence[CaseFile], texts: Texts) -> Links:
    """Return the links of cases."""
    found: list[tuple[int, int, int, int]] = []
    for number, case in enumerate(cases):
        for ends, (kind, _) in links_of(case).items():
            labels = sorted(texts.add(label) for label in ends)
            found.append((number, labels[0], labels[-1], ONE if kind == "one" else GROUP))
    table = np.array(found, dtype=np.int64).reshape(-1, 4)
    # Texts may be added after this: a pair is told by more room than there can be texts.
    room = 1 << 21
    keys = _key(table[:, 0], table[:, 1], table[:, 2], room)
    order = np.argsort(keys)
    return Links(keys[order], table[order, 3].astype(np.int8), room)


def _key(case: Column, left: Column, right: Column, room: int) -> Column:
    low, high = np.minimum(left, right).astype(np.int64), np.maximum(left, right).astype(np.int64)
    found: Column = (case.astype(np.int64) * room + low) * room + high
    return found
