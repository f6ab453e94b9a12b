"""Which conditions fix a result: a smallest set, marked in the tree of reasons."""

from __future__ import annotations

from checker.findings import Reason, Truth

_GROUPS = ("and", "to_each", "between")


def marked(found: Reason) -> Reason:
    """Return the reason with a smallest set of conditions that fixes its result marked decisive."""
    if not found.parts:
        return _decisive(found, ())
    one = _the_one(found)
    if one is None:
        # Undecided rests on every part: one that were otherwise could settle it.
        return _decisive(found, tuple([marked(part) for part in found.parts]))
    parts = (*found.parts[:one], marked(found.parts[one]), *found.parts[one + 1 :])
    return _decisive(found, parts)


def _decisive(found: Reason, parts: tuple[Reason, ...]) -> Reason:
    kind, truth, span = found.kind, found.truth, found.span
    return Reason(kind, truth, found.causes, found.operands, parts, True, span, found.detail)


def _the_one(found: Reason) -> int | None:
    """Return the place of the part that alone decides, the shortest of several; None where all do."""
    enough = _one_is_enough(found)
    if enough is None:
        return None
    deciding = [index for index, part in enumerate(found.parts) if part.truth is enough]
    if len(deciding) > 1:
        return min(deciding, key=lambda index: _size(found.parts[index]))
    return deciding[0] if deciding else None


def _one_is_enough(found: Reason) -> Truth | None:
    """Return the truth of a part that alone gives this result, if one part can."""
    if found.kind in _GROUPS and found.truth is Truth.FALSE:
        return Truth.FALSE
    if found.kind == "or" and found.truth is Truth.TRUE:
        return Truth.TRUE
    if found.kind == "some":
        quantifier = found.detail["quantifier"]
        if quantifier == "some" and found.truth is Truth.TRUE:
            return Truth.TRUE
        if quantifier == "no" and found.truth is Truth.FALSE:
            return Truth.TRUE
        if quantifier == "every" and found.truth is Truth.FALSE:
            return Truth.FALSE
    return None


def _size(found: Reason) -> int:
    return 1 + sum(_size(part) for part in found.parts)
