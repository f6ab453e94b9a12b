"""Measures: how many of the things in a list are so, out of how many, for certain and at most.

A measure makes no finding. It is worked out over whatever list it names, such as the
cases of a caseload.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.evaluation.figures import Figure, figure_of, percentage
from checker.evaluation.scope import Scope
from dsl import tree


@dataclass(frozen=True)
class Measured:
    """What a measure comes to: the number counted, what it is out of, and the one as a percentage of the other."""

    id: str
    counts: Figure
    out_of: Figure
    share: Figure


def measured(measure: tree.Measure, scope: Scope) -> Measured:
    """Return what a measure comes to in a case or a caseload."""
    counts, out_of = (_number(each, measure.span, scope) for each in (measure.counts, measure.out_of))
    return Measured(measure.id, counts, out_of, percentage(counts, out_of))


def _number(counted: tree.Counted, span: tree.Span, scope: Scope) -> Figure:
    return figure_of(tree.NumberOf(counted.var, counted.lists, counted.where, span), scope, "value")
