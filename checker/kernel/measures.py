"""Measures over columns: how many of the things in a list are so, out of how many, for certain and at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.kernel.figures import Figure, figure_of, percentage
from checker.kernel.frame import Frame, frame_of
from checker.kernel.store import CaseAt, load
from checker.rulebook.library import Library
from dsl import tree


@dataclass(frozen=True)
class Measured:
    """What a measure comes to in each case: the number counted, what it is out of, and the share of the two."""

    counts: Figure
    out_of: Figure
    share: Figure


def measured(measure: tree.Measure, cases: Sequence[CaseAt], library: Library) -> Measured:
    """Return what a measure comes to in each of some cases, none of which has a disputed fact."""
    frame = frame_of(load(cases, library))
    counts, out_of = (_number(each, measure.span, frame) for each in (measure.counts, measure.out_of))
    return Measured(counts, out_of, percentage(counts, out_of))


def _number(counted: tree.Counted, span: tree.Span, frame: Frame) -> Figure:
    return figure_of(tree.NumberOf(counted.var, counted.lists, counted.where, span), frame)
