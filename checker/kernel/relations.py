"""Relations between two things, over columns: links a plan states, and what a setting is for."""

from __future__ import annotations

import numpy as np

from checker.kernel.codes import (
    FALSE,
    JUDGEMENT,
    KNOWN,
    NOT_COVERED,
    NOT_FOUND,
    NOT_STATED,
    TRUE,
    UNCOVERED,
    UNDECIDED,
    Column,
)
from checker.kernel.frame import Frame
from checker.kernel.held import Held, held
from checker.kernel.links import NO_LINK, ONE
from checker.kernel.paths import ROOT
from checker.kernel.values import A_NUMBER, A_RANGE, EARLY, LATE
from dsl.tree import Ref, Related


def related(node: Related, frame: Frame) -> Held:
    """Return whether a relation holds between two things."""
    if node.relation == "serves":
        return _serves(node, frame)
    return _linked(node, frame)


def _linked(node: Related, frame: Frame) -> Held:
    link = frame.store.links.between(frame.case, frame.label(node.left), frame.label(node.right))
    # Both things are among what is read, and a thing says something by being there.
    says = (frame.place(node.left) != ROOT) | (frame.place(node.right) != ROOT)
    if node.relation == "is_linked_to":
        return held(np.where(link == NO_LINK, FALSE, TRUE), 0, says)
    denied = np.zeros(frame.rows, dtype=bool)
    if node.relation == "answers":
        values = frame.store.values
        rows = _field(node.right, "said_to_have_no_provision", frame)
        denied = (values.kind[rows] == A_NUMBER) & (values.number[rows] == 1)
    truth = np.select([link == ONE, denied], [TRUE, FALSE], UNDECIDED)
    return held(truth, JUDGEMENT, says)


def _field(ref: Ref, name: str, frame: Frame) -> Column:
    """Return the row of what is said of one field of a thing."""
    bound, steps = frame.start(ref)
    return frame.timely(bound.said((*steps, name)), lambda: bound.path((*steps, name)))


def _serves(node: Related, frame: Frame) -> Held:
    """Tell whether a setting's name or type stands for the days after a transfer."""
    values = frame.store.values
    name, type_ = _field(node.left, "name", frame), _field(node.left, "type", frame)
    start, end = _field(node.left, "start", frame), _field(node.left, "end", frame)
    day = _field(node.right, "date", frame)
    said = values.state[name] == KNOWN
    says = np.logical_or.reduce([values.says[rows] for rows in (np.where(said, name, type_), start, end, day)])
    transferred = values.first[day]
    dated = (values.kind[day] == A_RANGE) & (transferred != EARLY)
    ends, begins = values.kind[end] == A_RANGE, values.kind[start] == A_RANGE
    named = said | (values.state[type_] == KNOWN)
    before = ends & (values.last[end] < transferred)
    # An open end of a range is no day, and settles nothing.
    starts_then = begins & (values.last[start] >= transferred) & (values.last[start] != LATE)
    goes_on = ends & (values.first[end] >= transferred)
    truth = np.select([~dated, before, named & (goes_on | (starts_then & ~ends))], [UNDECIDED, FALSE, TRUE], UNDECIDED)
    causes = np.where(dated, NOT_FOUND, NOT_STATED)
    if frame.plan_as_at is not None:
        gone = (values.state[name] == UNCOVERED) & (values.state[type_] == UNCOVERED)
        truth = np.where(gone, UNDECIDED, truth)
        causes = np.where(gone, NOT_COVERED, causes)
    return held(truth, causes, says)
