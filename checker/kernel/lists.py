"""Lists over columns: some, every, no and exactly one, and what is done to everybody in one.

Over a list not known to be complete *some* is never false and *every* never true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.kernel.binding import Binding
from checker.kernel.codes import (
    FALSE,
    INAPPLICABLE,
    NOT_APPLICABLE,
    NOT_FOUND,
    OPEN_LAW,
    TRUE,
    UNDECIDED,
    Column,
)
from checker.kernel.evaluate import evaluate
from checker.kernel.expand import items, listed
from checker.kernel.frame import Frame
from checker.kernel.held import Held, all_of, always, any_of, chosen, held, negation
from checker.kernel.plain import CAUSES
from dsl import tree


@dataclass(frozen=True)
class Looked:
    """The items of one or more lists: their frame, the row each came from, and whether there may be more."""

    inner: Frame
    parent: Column
    open: Column
    causes: Column
    says: Column


def look(name: str, lists: Sequence[tree.Ref], frame: Frame) -> Looked:
    """Return the items of lists, each called ``name``, in the order of their rows."""
    opened = np.zeros(frame.rows, dtype=bool)
    causes = np.zeros(frame.rows, dtype=np.int16)
    says = np.zeros(frame.rows, dtype=bool)
    found = [listed(ref, frame) for ref in lists]
    for each in found:
        dropped = each.state == INAPPLICABLE
        unread = ~each.is_list & ~dropped
        short = each.is_list & ~each.complete
        opened |= unread | short
        causes |= np.where(unread, CAUSES[each.state], np.where(short, NOT_FOUND, 0)).astype(np.int16)
        says |= each.says
    parent, bound = found[0].parent, found[0].items
    if len(found) > 1:
        parent = np.concatenate([each.parent for each in found])
        order = np.argsort(parent, kind="stable")
        parent = parent[order]
        place = np.concatenate([each.items.place for each in found])[order]
        label = frame.store.label_of[place]
        bound = Binding(frame.store, frame.case[parent], place, label, frame.thing(lists[0]))
    return Looked(items(frame, name, parent, bound), parent, opened, causes, says)


def some(node: tree.Some, frame: Frame) -> Held:
    """Return whether "some", "every", "no" or "exactly one" holds.

    Which item a stated link puts first changes what is told and not what comes of it: a
    thing that is linked, or asked about, says something by being there.
    """
    looked = look(node.var, node.lists, frame)
    inner = replace(looked.inner, in_list=True)
    filtered = evaluate(node.where, inner) if node.where is not None else None
    satisfied = evaluate(node.satisfies, inner)
    named = filtered is not None and _names_an_entry(node.where, frame)
    part, kept = _part(node.quantifier, filtered, satisfied, named=named)
    reached = kept
    if node.quantifier == "some":
        reached = kept & _until_first_true(part.truth, looked.parent)
    truth, causes = _quantified(node.quantifier, part, kept, looked, frame.rows)
    found = Held(
        truth=truth.astype(np.int8),
        causes=np.where(truth == UNDECIDED, causes, 0).astype(np.int16),
        says=looked.says | any_item(reached & part.says, looked.parent, frame.rows),
        readings=union(np.where(reached, part.readings, 0), looked.parent, frame.rows),
        reading=first_opened(part.causes, part.reading, looked.parent, frame.rows),
        kind="some",
    )
    if filtered is None or not named or node.quantifier == "no":
        return found
    return _said_of_one(found, satisfied, reached & (filtered.truth == TRUE), reached, looked)


def _part(quantifier: str, filtered: Held | None, satisfied: Held, *, named: bool) -> tuple[Held, Column]:
    """Return what becomes of each item, and which items count.

    ``named`` is true where the condition says only which entry of a closed list is meant:
    then an item for another entry does not count, and that it is for this one adds nothing.
    """
    every = np.ones(satisfied.rows, dtype=bool)
    if filtered is None:
        return satisfied, every
    left_out = filtered.truth == FALSE
    if quantifier == "every":
        contrary = negation(filtered)
        part = chosen(left_out, contrary, any_of((contrary, satisfied)))
    else:
        part = chosen(left_out, filtered, all_of((filtered, satisfied)))
    # An item of the list to which what is asked does not apply is no answer by being of the list.
    idle = (filtered.truth == TRUE) & (satisfied.truth == UNDECIDED) & (satisfied.causes == NOT_APPLICABLE)
    part = replace(
        part,
        truth=np.where(idle, UNDECIDED, part.truth).astype(np.int8),
        causes=np.where(idle, NOT_APPLICABLE, part.causes).astype(np.int16),
    )
    return (chosen(filtered.truth == TRUE, satisfied, part), ~left_out) if named else (part, every)


def _names_an_entry(where: object, frame: Frame) -> bool:
    """Tell whether the condition of a list says only which entry of a checklist an item is for."""
    if not isinstance(where, tree.Compare) or where.relation != "is" or not isinstance(where.right, tree.Ref):
        return False
    bound = frame.bindings.get(where.right.base)
    return bound is not None and bound.is_entry and not where.right.steps


def _said_of_one(found: Held, satisfied: Held, plain: Column, reached: Column, looked: Looked) -> Held:
    """Return what is said of the one entry meant, where one was and is there: its limits are the duty's."""
    rows = found.rows
    single = (count_of(reached, looked.parent, rows) == 1) & ~looked.open
    at = np.zeros(rows, dtype=np.int64)
    at[looked.parent[plain]] = np.flatnonzero(plain)
    said = np.zeros(rows, dtype=bool)
    said[looked.parent[plain]] = True
    single &= said
    if not single.any():
        return found
    one = satisfied.take(at)
    return replace(
        chosen(single, one, found),
        kind=one.kind,
        parts=tuple(replace(part, limit=single & part.limit) for part in one.parts),
        made_of=single & one.made_of,
    )


def _until_first_true(truth: Column, parent: Column) -> Column:
    """Tell which items were looked at, where the first of which it is true is enough."""
    if not len(parent):
        return np.zeros(0, dtype=bool)
    true = truth == TRUE
    before = np.cumsum(true) - true
    starts = np.concatenate(([True], parent[1:] != parent[:-1]))
    at_start = np.maximum.accumulate(np.where(starts, before, 0))
    found: Column = before == at_start
    return found


def any_item(flag: Column, parent: Column, rows: int) -> Column:
    """Tell of which rows something is so of an item."""
    found = np.zeros(rows, dtype=bool)
    found[parent[flag]] = True
    return found


def union(bits: Column, parent: Column, rows: int) -> Column:
    """Return the bits of the items of each row, all together."""
    found = np.zeros(rows, dtype=np.int64)
    some_bits = bits != 0
    np.bitwise_or.at(found, parent[some_bits], bits[some_bits].astype(np.int64))
    return found


def first_opened(causes: Column, reading: Column, parent: Column, rows: int) -> Column:
    """Return the reading of the first item that the law leaves open."""
    found = np.zeros(rows, dtype=np.int64)
    opened = ((causes & OPEN_LAW) != 0) & (reading > 0)
    if opened.any():
        at = np.flatnonzero(opened)[::-1]
        found[parent[at]] = reading[at]
    return found


def count_of(flag: Column, parent: Column, rows: int) -> Column:
    """Return for how many items of each row something is so."""
    found: Column = np.bincount(parent[flag], minlength=rows)
    return found


def causes_of_open(part: Held, parent: Column, rows: int) -> Column:
    """Return the causes of the items that are undecided, all together."""
    opened = np.where(part.truth == UNDECIDED, part.causes, 0)
    return union(opened, parent, rows).astype(np.int16)


def _quantified(quantifier: str, part: Held, kept: Column, looked: Looked, rows: int) -> tuple[Column, Column]:
    true = count_of(kept & (part.truth == TRUE), looked.parent, rows)
    causes = causes_of_open(part, looked.parent, rows) | looked.causes
    undecided = any_item(part.truth == UNDECIDED, looked.parent, rows) | looked.open
    otherwise = np.where(undecided, UNDECIDED, TRUE if quantifier in ("no", "every") else FALSE)
    match quantifier:
        case "some":
            return np.where(true > 0, TRUE, otherwise), causes
        case "no":
            return np.where(true > 0, FALSE, otherwise), causes
        case "every":
            failed = any_item(kept & (part.truth == FALSE), looked.parent, rows)
            return np.where(failed, FALSE, otherwise), causes
        case _:
            one = np.where(undecided, UNDECIDED, np.where(true == 1, TRUE, FALSE))
            return np.where(true > 1, FALSE, one), causes


def to_every(node: tree.ToEvery, frame: Frame) -> Held:
    """Return an act done to everybody in a list: a line for each, as to several recipients.

    The lines of a row stand side by side; one that a row has not got is not applicable,
    and drops out.
    """
    looked, rows = look(node.var, node.lists, frame), frame.rows
    held_by_item = evaluate(*_done_to(node, looked.inner))
    count = count_of(np.ones(looked.inner.rows, dtype=bool), looked.parent, rows)
    place = np.arange(looked.inner.rows) - np.repeat(np.cumsum(count) - count, count)
    parts = [_line(held_by_item, looked.parent, place == line, rows) for line in range(int(count.max(initial=0)))]
    others = always(rows, UNDECIDED, NOT_APPLICABLE)
    if looked.open.any():
        others = chosen(looked.open, held(np.full(rows, UNDECIDED), looked.causes, looked.says), others)
    found = all_of((*parts, others), "to_each")
    nobody = (count == 0) & ~looked.open
    return replace(
        found,
        truth=np.where(nobody, TRUE, found.truth).astype(np.int8),
        causes=np.where(nobody, 0, found.causes).astype(np.int16),
        says=found.says | looked.says,
    )


_ACT = "@act"
"""The name the act done to an item goes by while it is evaluated: no rule can give it."""


def _done_to(node: tree.ToEvery, inner: Frame) -> tuple[tree.Happens | tree.HasHappened, Frame]:
    """Return what is done, with its act bound to the event of each item."""
    act = node.done.act
    if not isinstance(act, tree.Ref):
        return node.done, inner
    place = inner.store.paths.children(inner.place(act), inner.bindings[node.var].place)
    bound = Binding(inner.store, inner.case, place, inner.bindings[node.var].label)
    return replace(node.done, act=replace(act, base=_ACT, steps=(), to="")), inner.bind(_ACT, bound)


def _line(part: Held, parent: Column, chosen_items: Column, rows: int) -> Held:
    """Return one line of each row that has it."""
    at = np.full(rows, -1)
    at[parent[chosen_items]] = np.flatnonzero(chosen_items)
    there = at >= 0
    line = part.take(np.maximum(at, 0))
    absent = always(rows, UNDECIDED, NOT_APPLICABLE)
    return replace(chosen(there, line, absent), kind=part.kind)
