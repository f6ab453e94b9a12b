"""A condition over columns: its truth for every row, with what the outcome needs to know of how it came about.

Kleene's *and*, *or* and *not* as :mod:`checker.evaluation.truth` has them: causes pass
only through parts that are still undecided, and a part undecided only because a fact is
not applicable drops out where other parts remain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from checker.kernel.codes import FALSE, NOT_APPLICABLE, OPEN_LAW, TRUE, UNDECIDED, Column


@dataclass(frozen=True)
class Held:
    """What became of a condition, row by row.

    ``truth`` and ``causes`` are codes. ``says`` is whether any fact that was read says
    something. ``readings`` are the open readings it turned on, as bits in the order of
    their names, and ``reading`` the first of them (its number plus 1, or 0). ``kind`` and
    ``parts`` are kept of a duty's own limbs, ``made_of`` tells where it is made of them;
    ``limit`` tells whether it is a time limit, ``undone`` whether the act has not happened.
    """

    truth: Column
    causes: Column
    says: Column
    readings: Column
    reading: Column
    kind: str = ""
    parts: tuple[Held, ...] = ()
    made_of: Any = True
    limit: Any = False
    undone: Any = False

    def take(self, rows: Column) -> Held:
        """Return what became of the condition in some rows."""
        return Held(
            truth=self.truth[rows],
            causes=self.causes[rows],
            says=self.says[rows],
            readings=self.readings[rows],
            reading=self.reading[rows],
            kind=self.kind,
            parts=tuple(part.take(rows) for part in self.parts),
            made_of=self.made_of[rows] if isinstance(self.made_of, np.ndarray) else self.made_of,
            limit=self.limit[rows] if isinstance(self.limit, np.ndarray) else self.limit,
            undone=self.undone[rows] if isinstance(self.undone, np.ndarray) else self.undone,
        )

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.truth)


def held(
    truth: Column, causes: Column | int, says: Column | None = None, kind: str = "", reading: Column | int = 0
) -> Held:
    """Return a condition with no parts; ``reading`` counts only where the law is open."""
    count = len(truth)
    spoken = np.where(truth == UNDECIDED, causes, 0).astype(np.int16)
    named = np.where((spoken & OPEN_LAW) != 0, reading, 0).astype(np.int64)
    return Held(
        truth=truth.astype(np.int8),
        causes=spoken,
        says=np.zeros(count, dtype=bool) if says is None else says,
        readings=bits_of(named),
        reading=named,
        kind=kind,
    )


def always(count: int, truth: int, causes: int = 0) -> Held:
    """Return a condition that is the same for every row."""
    return held(np.full(count, truth, dtype=np.int8), causes)


def bits_of(reading: Column) -> Column:
    """Return the bit of a reading, by its number plus 1; 0 has none."""
    found: Column = np.where(reading > 0, np.int64(1) << np.maximum(reading - 1, 0), 0)
    return found


def decided(flag: Column) -> Column:
    """Return the truth of something that is so or not."""
    found: Column = np.where(flag, TRUE, FALSE).astype(np.int8)
    return found


def all_of(parts: Sequence[Held], kind: str = "and", reached: Sequence[Column] | None = None) -> Held:
    """Return the conjunction of ``parts``; ``reached`` says which of them were looked at, row by row."""
    dropped = [part.causes == NOT_APPLICABLE for part in parts]
    none = np.logical_and.reduce(dropped)
    least = np.minimum.reduce([np.where(out, TRUE, part.truth) for part, out in zip(parts, dropped, strict=True)])
    truth = np.where(none, UNDECIDED, least)
    causes = np.bitwise_or.reduce([np.where(out, 0, part.causes) for part, out in zip(parts, dropped, strict=True)])
    causes = np.where(none, NOT_APPLICABLE, np.where(truth == UNDECIDED, causes, 0))
    limits = [part.limit for part in parts]
    return _joined(parts, truth, causes, kind, reached, _every(limits) if kind == "and" else kind == "to_each")


def any_of(parts: Sequence[Held], kind: str = "or", reached: Sequence[Column] | None = None) -> Held:
    """Return the disjunction of ``parts``: where every open part is a time limit, the best of them speaks."""
    dropped = [part.causes == NOT_APPLICABLE for part in parts]
    none = np.logical_and.reduce(dropped)
    most = np.maximum.reduce([np.where(out, FALSE, part.truth) for part, out in zip(parts, dropped, strict=True)])
    truth = np.where(none, UNDECIDED, most)
    spoken = [
        np.where((part.truth == UNDECIDED) & (none | ~out), part.causes, 0)
        for part, out in zip(parts, dropped, strict=True)
    ]
    causes = np.bitwise_or.reduce(spoken)
    if any(part.limit is not False for part in parts):
        limits = np.logical_and.reduce([(each == 0) | part.limit for each, part in zip(spoken, parts, strict=True)])
        best = spoken[0]
        for each in spoken[1:]:
            best = np.where((each & -each) > (best & -best), each, best)
        causes = np.where(limits, best, causes)
    causes = np.where(truth == UNDECIDED, causes, 0)
    return _joined(parts, truth, causes, kind, reached, limit=False)


def _joined(
    parts: Sequence[Held],
    truth: Column,
    causes: Column,
    kind: str,
    reached: Sequence[Column] | None,
    limit: Any,  # noqa: ANN401  (one answer for all rows, or a column)
) -> Held:
    seen = [part.readings for part in parts]
    says = [part.says for part in parts]
    if reached is not None:
        seen = [np.where(was, bits, 0) for was, bits in zip(reached, seen, strict=True)]
        says = [was & said for was, said in zip(reached, says, strict=True)]
    return Held(
        truth=truth.astype(np.int8),
        causes=causes.astype(np.int16),
        says=np.logical_or.reduce(says),
        readings=np.bitwise_or.reduce(seen),
        reading=first_reading(parts),
        kind=kind,
        parts=tuple(parts),
        limit=limit,
    )


def first_reading(parts: Sequence[Held]) -> Column:
    """Return the reading of the first part that the law leaves open."""
    found: Column = np.zeros(parts[0].rows, dtype=np.int64)
    for part in reversed(parts):
        found = np.where((part.causes & OPEN_LAW) != 0, part.reading, found)
    return found


def _every(flags: Sequence[Any]) -> Any:  # noqa: ANN401
    found: Any = True
    for flag in flags:
        if flag is False:
            return False
        found = flag if found is True else found & flag
    return found


def negation(part: Held) -> Held:
    """Return the contrary of ``part``."""
    return replace(part, truth=(TRUE - part.truth).astype(np.int8), kind="not", parts=(part,), limit=False)


def alone(part: Held) -> Held:
    """Return a condition as another stands for it: its own limbs are not the duty's."""
    return replace(part, kind="", parts=(), limit=False, undone=False)


def chosen(where: Column, one: Held, other: Held) -> Held:
    """Return ``one`` where ``where``, else ``other``."""
    return Held(
        truth=np.where(where, one.truth, other.truth),
        causes=np.where(where, one.causes, other.causes),
        says=np.where(where, one.says, other.says),
        readings=np.where(where, one.readings, other.readings),
        reading=np.where(where, one.reading, other.reading),
        kind=other.kind,
        limit=np.where(where, one.limit, other.limit),
        undone=np.where(where, one.undone, other.undone),
    )


def only_if(where: Column, part: Held, causes: Column | int, says: Column | None = None) -> Held:
    """Return ``part`` where ``where``; elsewhere it is undecided for ``causes``, having read no more than ``says``."""
    return Held(
        truth=np.where(where, part.truth, UNDECIDED).astype(np.int8),
        causes=np.where(where, part.causes, causes).astype(np.int16),
        says=np.where(where, part.says, False) if says is None else says | (where & part.says),
        readings=np.where(where, part.readings, 0),
        reading=np.where(where, part.reading, 0),
    )
