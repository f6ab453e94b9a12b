"""Lists over columns: some, every, no and exactly one, and how many.

Over a list not known to be complete *some* is never false and *every* never true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.kernel.codes import (
    FALSE,
    INAPPLICABLE,
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
    parents, places = [], []
    for ref in lists:
        found = listed(ref, frame)
        dropped = found.state == INAPPLICABLE
        unread = ~found.is_list & ~dropped
        short = found.is_list & ~found.complete
        opened |= unread | short
        causes |= np.where(unread, CAUSES[found.state], np.where(short, NOT_FOUND, 0)).astype(np.int16)
        says |= found.says
        parents.append(found.parent)
        places.append(found.place)
    parent, place = parents[0], places[0]
    if len(lists) > 1:
        parent, place = np.concatenate(parents), np.concatenate(places)
        order = np.argsort(parent, kind="stable")
        parent, place = parent[order], place[order]
    return Looked(items(frame, name, lists[0], parent, place), parent, opened, causes, says)


def some(node: tree.Some, frame: Frame) -> Held:
    """Return whether "some", "every", "no" or "exactly one" holds.

    Which item a stated link puts first changes what is told and not what comes of it: a
    thing that is linked, or asked about, says something by being there.
    """
    looked = look(node.var, node.lists, frame)
    inner = replace(looked.inner, in_list=True)
    part = _part(node, inner)
    reached = np.ones(inner.rows, dtype=bool)
    if node.quantifier == "some":
        reached = _until_first_true(part.truth, looked.parent)
    truth, causes = _quantified(node.quantifier, part, looked, frame.rows)
    return Held(
        truth=truth.astype(np.int8),
        causes=np.where(truth == UNDECIDED, causes, 0).astype(np.int16),
        says=looked.says | _any(reached & part.says, looked.parent, frame.rows),
        readings=_union(np.where(reached, part.readings, 0), looked.parent, frame.rows),
        reading=_first(part, looked.parent, frame.rows),
        kind="some",
    )


def _part(node: tree.Some, inner: Frame) -> Held:
    """Return what becomes of each item, one the condition leaves out among them."""
    if node.where is None:
        return evaluate(node.satisfies, inner)
    every = node.quantifier == "every"
    filtered = evaluate(node.where, inner)
    left_out = filtered.truth == FALSE
    satisfied = evaluate(node.satisfies, inner)
    if every:
        contrary = negation(filtered)
        return chosen(left_out, contrary, any_of((contrary, satisfied)))
    return chosen(left_out, filtered, all_of((filtered, satisfied)))


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


def _any(flag: Column, parent: Column, rows: int) -> Column:
    found = np.zeros(rows, dtype=bool)
    found[parent[flag]] = True
    return found


def _union(bits: Column, parent: Column, rows: int) -> Column:
    found = np.zeros(rows, dtype=np.int64)
    some_bits = bits != 0
    np.bitwise_or.at(found, parent[some_bits], bits[some_bits].astype(np.int64))
    return found


def _first(part: Held, parent: Column, rows: int) -> Column:
    """Return the reading of the first item that the law leaves open."""
    found = np.zeros(rows, dtype=np.int64)
    opened = (part.causes & OPEN_LAW) != 0
    if opened.any():
        at = np.flatnonzero(opened)[::-1]
        found[parent[at]] = part.reading[at]
    return found


def count_of(flag: Column, parent: Column, rows: int) -> Column:
    """Return for how many items of each row something is so."""
    found: Column = np.bincount(parent[flag], minlength=rows)
    return found


def causes_of_open(part: Held, parent: Column, rows: int) -> Column:
    """Return the causes of the items that are undecided, all together."""
    opened = np.where(part.truth == UNDECIDED, part.causes, 0)
    return _union(opened, parent, rows).astype(np.int16)


def _quantified(quantifier: str, part: Held, looked: Looked, rows: int) -> tuple[Column, Column]:
    true = count_of(part.truth == TRUE, looked.parent, rows)
    causes = causes_of_open(part, looked.parent, rows) | looked.causes
    undecided = _any(part.truth == UNDECIDED, looked.parent, rows) | looked.open
    otherwise = np.where(undecided, UNDECIDED, TRUE if quantifier in ("no", "every") else FALSE)
    match quantifier:
        case "some":
            return np.where(true > 0, TRUE, otherwise), causes
        case "no":
            return np.where(true > 0, FALSE, otherwise), causes
        case "every":
            failed = _any(part.truth == FALSE, looked.parent, rows)
            return np.where(failed, FALSE, otherwise), causes
        case _:
            one = np.where(undecided, UNDECIDED, np.where(true == 1, TRUE, FALSE))
            return np.where(true > 1, FALSE, one), causes


def compare_count(node: tree.Compare, left: tree.NumberOf, frame: Frame) -> Held:
    """Return whether a comparison of a number of things holds: sure and possible ones are counted apart."""
    wanted = node.right
    if not isinstance(wanted, tree.Literal) or not isinstance(wanted.value, int):
        msg = "a number is compared with a number"
        raise TypeError(msg)
    looked = look(left.var, left.lists, frame)
    rows = frame.rows
    part = always(looked.inner.rows, TRUE) if left.where is None else evaluate(left.where, looked.inner)
    sure = count_of(part.truth == TRUE, looked.parent, rows)
    possible = count_of(part.truth != FALSE, looked.parent, rows)
    low, high = _against(node.relation, sure, wanted.value), _against(node.relation, possible, wanted.value)
    surely = low & high & looked.open if node.relation in ("at least", "more than") else np.zeros(rows, dtype=bool)
    truth = np.where((low == high) & ~looked.open, np.where(low, TRUE, FALSE), np.where(surely, TRUE, UNDECIDED))
    of_parts = causes_of_open(part, looked.parent, rows)
    of_list = np.where(looked.causes != 0, looked.causes, NOT_FOUND)
    says = looked.says | _any(part.says, looked.parent, rows)
    found = held(truth, np.where(of_parts != 0, of_parts, of_list), says, "compare")
    return replace(
        found,
        readings=_union(part.readings, looked.parent, rows),
        reading=_first(part, looked.parent, rows),
    )


def _against(relation: str, number: Column, wanted: int) -> Column:
    match relation:
        case "is":
            found: Column = number == wanted
        case "is not":
            found = number != wanted
        case "at least":
            found = number >= wanted
        case "at most":
            found = number <= wanted
        case "more than":
            found = number > wanted
        case _:
            found = number < wanted
    return found
