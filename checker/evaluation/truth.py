"""Three values with causes: Kleene's and, or and not, over reasons.

A cause passes only through a branch that is still undecided. A part that is undecided
for no other cause than that a fact is not applicable drops out where other parts remain
(language section 3: a recipient or an entry that is not applicable).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checker.evaluation.outcome import CAUSE_WORDS
from checker.findings import Cause, Operand, Reason, Truth
from dsl.tree import Span

TRUE = Truth.TRUE
FALSE = Truth.FALSE
UNDECIDED = Truth.UNDECIDED

LEAST_FIRST = (FALSE, UNDECIDED, TRUE)
"""The order of the truth values: *and* takes the least of its parts, *or* the greatest, *not* turns the order round.

The functions here stop at the first part that decides; the kernel reads its codes off this order.
"""

NOTHING: Mapping[str, str | int] = MappingProxyType({})

_DEADLINES = frozenset({"happens", "has_happened", "to_each"})
_BEST_LAST = tuple(cause for cause, _ in CAUSE_WORDS)
_CONTRARY = dict(zip(LEAST_FIRST, reversed(LEAST_FIRST), strict=True))


def reason(
    kind: str,
    span: Span,
    truth: Truth,
    causes: tuple[Cause, ...] = (),
    operands: tuple[Operand, ...] = (),
    parts: tuple[Reason, ...] = (),
    detail: Mapping[str, str | int] = NOTHING,
) -> Reason:
    """Return a reason that is not yet marked decisive."""
    return Reason(kind, truth, causes, operands, parts, False, span, detail)


def detailed(found: Reason, detail: Mapping[str, str | int]) -> Reason:
    """Return a reason with another detail."""
    return Reason(
        found.kind, found.truth, found.causes, found.operands, found.parts, found.decisive, found.span, detail
    )


def all_of(kind: str, span: Span, parts: tuple[Reason, ...], detail: Mapping[str, str | int] = NOTHING) -> Reason:
    """Return the conjunction of ``parts``."""
    for part in parts:
        if part.truth is not TRUE:
            break
    else:
        return reason(kind, span, TRUE, (), (), parts, detail)
    counted = _counted(parts)
    if any(part.truth is FALSE for part in counted):
        return reason(kind, span, FALSE, (), (), parts, detail)
    open_parts = [part for part in counted if part.truth is UNDECIDED]
    if open_parts:
        return reason(kind, span, UNDECIDED, joined(open_parts), (), parts, detail)
    return reason(kind, span, TRUE, (), (), parts, detail)


def any_of(kind: str, span: Span, parts: tuple[Reason, ...], detail: Mapping[str, str | int] = NOTHING) -> Reason:
    """Return the disjunction of ``parts``.

    Of several limits in one duty the best speaks (language section 4.7), so where every
    open part is a time limit only the causes of the best of them pass.
    """
    for part in parts:
        if part.truth is not FALSE:
            break
    else:
        return reason(kind, span, FALSE, (), (), parts, detail)
    counted = _counted(parts)
    if any(part.truth is TRUE for part in counted):
        return reason(kind, span, TRUE, (), (), parts, detail)
    open_parts = [part for part in counted if part.truth is UNDECIDED]
    if not open_parts:
        return reason(kind, span, FALSE, (), (), parts, detail)
    if all(is_limit(part) for part in open_parts):
        open_parts = [max(open_parts, key=_best)]
    return reason(kind, span, UNDECIDED, joined(open_parts), (), parts, detail)


def negation(kind: str, span: Span, part: Reason) -> Reason:
    """Return the contrary of ``part``."""
    return reason(kind, span, _CONTRARY[part.truth], part.causes, parts=(part,))


def is_limit(part: Reason) -> bool:
    """Tell whether ``part`` is a time limit, or a conjunction of them."""
    return part.kind in _DEADLINES or (part.kind == "and" and all(is_limit(each) for each in part.parts))


def joined(parts: Sequence[Reason]) -> tuple[Cause, ...]:
    """Return the causes of ``parts``, each once, in a fixed order."""
    if len(parts) == 1:
        return parts[0].causes
    held = {cause for part in parts for cause in part.causes}
    return tuple(cause for cause in _BEST_LAST if cause in held)


def _counted(parts: tuple[Reason, ...]) -> tuple[Reason, ...]:
    counted = tuple([part for part in parts if part.causes != _DROPS_OUT])
    return counted or parts


_DROPS_OUT = (Cause.NOT_APPLICABLE,)


def _best(part: Reason) -> int:
    return min((_BEST_LAST.index(cause) for cause in part.causes), default=0)
