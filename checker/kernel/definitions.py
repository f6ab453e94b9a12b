"""Definitions over columns: a word that means a condition, or a value chosen by cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np

from checker.findings import Cause
from checker.kernel.binding import Binding
from checker.kernel.codes import BIT, FALSE, OPEN_LAW, STATE_OF_CAUSES, TRUE, UNDECIDED, Column
from checker.kernel.evaluate import evaluate
from checker.kernel.frame import Frame
from checker.kernel.held import Held, alone
from dsl.tree import DefinedCondition, DefinedValue, Definition, Ref, Value

_T = TypeVar("_T")


@dataclass(frozen=True)
class Left:
    """The rows in which a definition chooses no value, and why."""

    where: Column
    causes: Column
    state: Column
    reading: Column
    says: Column


def value_of(node: DefinedValue, frame: Frame) -> tuple[Sequence[tuple[Column, Value, Frame]], Left]:
    """Return the rows in which each value is chosen, with the frame to read it in, and what is left."""
    definition = frame.library.book.definitions[node.name]
    inner = _inner(definition, node.subject, frame)
    looking = np.ones(frame.rows, dtype=bool)
    causes = np.zeros(frame.rows, dtype=np.int16)
    reading = np.zeros(frame.rows, dtype=np.int64)
    says = np.zeros(frame.rows, dtype=bool)
    found: list[tuple[Column, Value, Frame]] = []
    for case in definition.cases:
        held = evaluate(case.when, inner)
        says |= looking & held.says
        found.append((looking & (held.truth == TRUE), case.value, inner))
        stopped = looking & (held.truth == UNDECIDED)
        causes = np.where(stopped, held.causes, causes)
        reading = np.where(stopped & ((held.causes & OPEN_LAW) != 0), held.reading, reading)
        looking &= held.truth == FALSE
    if definition.otherwise is not None:
        found.append((looking, definition.otherwise, inner))
        looking = np.zeros(frame.rows, dtype=bool)
    causes = np.where(looking, BIT[Cause.NOT_STATED], causes).astype(np.int16)
    return found, Left(causes != 0, causes, STATE_OF_CAUSES[causes], reading, says)


def blended(found: Sequence[tuple[Column, _T]], otherwise: _T) -> _T:
    """Return columns put together from the rows in which each was chosen."""
    result: Any = otherwise
    kind = type(result)
    for where, each in found:
        result = kind(
            **{
                field.name: np.where(where, getattr(each, field.name), getattr(result, field.name))
                for field in fields(kind)
            }
        )
    chosen: _T = result
    return chosen


def holds(node: DefinedCondition, frame: Frame) -> Held:
    """Return a definition that means a condition."""
    definition = frame.library.book.definitions[node.name]
    if definition.means is None:
        msg = f"{node.name} gives a value, not a condition"
        raise TypeError(msg)
    return alone(evaluate(definition.means, _inner(definition, node.subject, frame)))


def _inner(definition: Definition, subject: Ref, frame: Frame) -> Frame:
    if not definition.over or not definition.var:
        return frame
    if subject.base and not subject.steps:
        return frame.bind(definition.var, frame.bindings[subject.base])
    unnamed = np.full(frame.rows, frame.store.texts.one(""), dtype=np.int32)
    bound = Binding(frame.store, frame.case, frame.place(subject), unnamed, frame.thing(subject))
    return frame.bind(definition.var, bound)
