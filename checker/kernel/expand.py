"""From rows to the items of their lists: a row for each item, and which row it came from."""

from __future__ import annotations

from checker.kernel.binding import Binding, Listed
from checker.kernel.codes import Column
from checker.kernel.frame import Frame
from dsl.tree import Ref


def listed(ref: Ref, frame: Frame) -> Listed:
    """Return one list in every row."""
    bound, steps = frame.start(ref)
    thing = frame.thing(ref)
    return bound.listed(steps, thing) if frame.plan_as_at is None else bound.list_in(frame.said(ref), steps, thing)


def items(frame: Frame, name: str, parent: Column, each: Binding) -> Frame:
    """Return the rows of the items of lists, each called ``name``."""
    return frame.take(parent).bind(name, each)
