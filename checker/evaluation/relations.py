"""Relations between two things: a link a plan states, and what a setting is for.

A link is stated one to one, or of a group (a row of a grid that holds several needs and
several items). ``X answers Y`` is true if a link states it of these two; undecided, as a
question, if only a group link joins them, or nothing does. It is false only where the
document says in words that there is none (language section 4.9).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from checker.case import CaseFile
from checker.evaluation.operands import fact_operand
from checker.evaluation.scope import Scope
from checker.evaluation.truth import FALSE, TRUE, UNDECIDED, reason
from checker.facts import Days, Place, State
from checker.findings import Cause, Operand, Reason
from dsl.tree import Ref, Related


def related(node: Related, scope: Scope) -> Reason:
    """Return the reason for a relation between two things."""
    if node.relation == "serves":
        return _serves(node, scope)
    return _linked(node, scope)


def _linked(node: Related, scope: Scope) -> Reason:
    left, right = _label(node.left, scope), _label(node.right, scope)
    kind, link = links_of(scope.case).get(frozenset((left, right)), ("none", ""))
    base = f"{scope.case.under_test}/links"
    at = scope.fact(f"{base}/{link}/left").where if link else None
    ends = (("left", node.left, left), ("right", node.right, right))
    operands = tuple(_end(role, title, scope.pointer(ref), at) for role, ref, title in ends)
    for pointer in (base, *(f"{base}/{link}/{part}" for part in ("left", "right", "group"))) if link else (base,):
        operands += (fact_operand("link", "the links the plan states", "", pointer, scope.fact(pointer)),)
    said = scope.library.names.relations[node.relation].said
    detail: dict[str, str | int] = {"relation": said, "link": kind}
    if node.relation == "is_linked_to":
        return reason("related", node.span, TRUE if link else FALSE, (), operands, detail=detail)
    if kind == "one":
        return reason("related", node.span, TRUE, (), operands, detail=detail)
    denied = scope.fact(f"{scope.pointer(node.right)}/said_to_have_no_provision")
    if node.relation == "answers" and denied.state is State.KNOWN and denied.value is True:
        return reason("related", node.span, FALSE, (), operands, detail={**detail, "link": "denied"})
    return reason("related", node.span, UNDECIDED, (Cause.JUDGEMENT,), operands, detail=detail)


def _end(role: str, title: str, pointer: str, at: Place | None) -> Operand:
    return Operand(role, title, "", pointer, State.KNOWN, title, at)


def _label(ref: Ref, scope: Scope) -> str:
    return scope.pointer(ref).rsplit("/", 1)[-1]


def linked_to(case: CaseFile, label: str) -> frozenset[str]:
    """Return the labels that a link of these two alone joins to ``label``."""
    return _neighbours(case).get(label, frozenset())


@lru_cache(maxsize=16)
def _neighbours(case: CaseFile) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for ends, (kind, _) in links_of(case).items():
        for label in ends if kind == "one" else ():
            found[label] = found.get(label, frozenset()) | (ends - {label})
    return found


@lru_cache(maxsize=16)
def links_of(case: CaseFile) -> Mapping[frozenset[str], tuple[str, str]]:
    """Return the kind and the key of each link the document under test states, by the labels it joins.

    A link of these two alone comes before one of a group.
    """
    found: dict[frozenset[str], tuple[str, str]] = {}
    listed = case.facts.get(f"{case.under_test}/links")
    for key in listed.value if listed and listed.versions and isinstance(listed.value, tuple) else ():
        left, right, group = (
            case.facts.get(f"{case.under_test}/links/{key}/{end}") for end in ("left", "right", "group")
        )
        if left is None or right is None or not (left.versions and right.versions):
            continue
        of_group = group is not None and group.state is State.KNOWN and group.value is True
        ends = frozenset((str(left.value), str(right.value)))
        if not of_group or ends not in found:
            found[ends] = ("group" if of_group else "one", key)
    return found


def _serves(node: Related, scope: Scope) -> Reason:
    """Tell whether a setting's name or type stands for the days after a transfer.

    False only when its entry ends before the transfer; an entry with no end that says no
    start is a question, since the days it is for cannot be told.
    """
    setting, transfer = scope.pointer(node.left), scope.pointer(node.right)
    name, type_ = scope.fact(f"{setting}/name"), scope.fact(f"{setting}/type")
    start, end = scope.fact(f"{setting}/start"), scope.fact(f"{setting}/end")
    day = scope.fact(f"{transfer}/date")
    owner = str(name.value) if name.state is State.KNOWN else "the setting"
    operands = tuple(
        Operand(role, said, owner, pointer, fact.state, fact.value if fact.state is State.KNOWN else None, fact.where)
        for role, said, pointer, fact in (
            ("left", "the setting", f"{setting}/name", name if name.state is State.KNOWN else type_),
            ("start", "the day it starts", f"{setting}/start", start),
            ("end", "the day it ends", f"{setting}/end", end),
            ("right", "the day of the transfer", f"{transfer}/date", day),
        )
    )
    detail: dict[str, str | int] = {"relation": scope.library.names.relations["serves"].said, "link": "days"}
    if scope.plan_as_at is not None and name.state is State.NOT_COVERED and type_.state is State.NOT_COVERED:
        return reason("related", node.span, UNDECIDED, (Cause.NOT_COVERED,), operands, detail=detail)
    if day.state is not State.KNOWN or not isinstance(day.value, Days) or day.value.first is None:
        return reason("related", node.span, UNDECIDED, (Cause.NOT_STATED,), operands, detail=detail)
    transferred = day.value.first
    ends = end.value if end.state is State.KNOWN and isinstance(end.value, Days) else None
    begins = start.value if start.state is State.KNOWN and isinstance(start.value, Days) else None
    if ends and ends.last and ends.last < transferred:
        return reason("related", node.span, FALSE, (), operands, detail=detail)
    named = State.KNOWN in (name.state, type_.state)
    starts_then = begins is not None and begins.last is not None and begins.last >= transferred
    goes_on = ends is not None and ends.first is not None and ends.first >= transferred
    if named and (goes_on or (starts_then and ends is None)):
        return reason("related", node.span, TRUE, (), operands, detail=detail)
    return reason("related", node.span, UNDECIDED, (Cause.NOT_FOUND,), operands, detail=detail)
