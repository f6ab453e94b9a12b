"""What would meet a requirement: the fewest leaves of the duty that would have to be otherwise.

Leaves of the duty are flipped, never of its trigger. A number appears only if the rule or
the document holds it; a limit already passed cannot now be met (language section 4.13).
"""

from __future__ import annotations

from datetime import date
from itertools import product

from checker.evaluation.alternatives import walk
from checker.facts import Days
from checker.findings import Flip, Operand, Reason, Truth

_MOST = 8
_FIXED = frozenset(
    {
        "on_reading", "always", "uses", "shows", "age", "covers", "overlaps_limit", "limit_overlaps", "within_of",
        "matches",
    }
)  # fmt: skip
"""Kinds of condition that nothing written in a document would make otherwise."""

Way = tuple[Flip, ...]


def ways_to_meet(duty: Reason) -> tuple[Flip, ...]:
    """Return the shortest ways to meet a duty that is not met; flips of one way share a number."""
    ways = _ways(duty, wanted=True)
    if not ways:
        return ()
    fewest = min(len(way) for way in ways)
    kept = list(dict.fromkeys(way for way in ways if len(way) == fewest))[:_MOST]
    return tuple(
        Flip(flip.kind, flip.said, flip.owner, flip.value, flip.by, flip.gap, number)
        for number, way in enumerate(kept, 1)
        for flip in way
    )


def _ways(found: Reason, *, wanted: bool) -> list[Way]:
    if found.truth is (Truth.TRUE if wanted else Truth.FALSE):
        return [()]
    match found.kind:
        case "not":
            return _ways(found.parts[0], wanted=not wanted)
        case "and" | "to_each" | "between":
            return _every(found, wanted=wanted) if wanted else _either(found, wanted=wanted)
        case "or":
            return _either(found, wanted=wanted) if wanted else _every(found, wanted=wanted)
        case "as_at" | "defined_condition" | "exception_applies":
            return _ways(found.parts[0], wanted=wanted) if found.parts else []
        case "some":
            return _in_list(found, wanted=wanted)
        case kind if kind in _FIXED:
            return []
        case "to_others":
            # Whoever else there may be, the lines there are would have to be met.
            return [()]
        case "compare" if {"figure", "figure_most", "against_figure", "against_figure_most"} & set(found.detail):
            # Which of the numbers behind a sum or a table would have to be another is not for a program to say.
            return []
        case "compare" if "of_events" in found.detail:
            # What happened on a day did: no rewriting makes it another day.
            return []
        case _:
            return [(_leaf(found, wanted=wanted),)]


def _every(found: Reason, *, wanted: bool) -> list[Way]:
    shortest: list[list[Way]] = []
    for part in found.parts:
        ways = _ways(part, wanted=wanted)
        if not ways:
            return []
        fewest = min([len(way) for way in ways])
        shortest.append([way for way in ways if len(way) == fewest][:_MOST])
    combined: list[Way] = []
    for choice in product(*shortest):
        combined.append(tuple(dict.fromkeys(flip for way in choice for flip in way)))
        if len(combined) >= _MOST:
            break
    return combined


def _either(found: Reason, *, wanted: bool) -> list[Way]:
    if wanted and any("days_late" in part.detail for each in found.parts for part in walk(each)):
        # One of two endings came, late: the other is no longer open.
        late = [each for each in found.parts if any("days_late" in part.detail for part in walk(each))]
        return [way for part in late for way in _ways(part, wanted=True)]
    return [way for part in found.parts for way in _ways(part, wanted=wanted)]


def _in_list(found: Reason, *, wanted: bool) -> list[Way]:
    quantifier = str(found.detail["quantifier"])
    some = (quantifier == "some") is wanted or quantifier == "exactly one"
    if quantifier in ("no", "every"):
        item_wanted = quantifier == "every"
        return _every(found, wanted=item_wanted) if wanted else _either(found, wanted=not item_wanted)
    if not some:
        return _every(found, wanted=False)
    ways = [way for way in _either(found, wanted=True) if all(flip.kind != "change" for flip in way)]
    # Another thing in the list would do as well; one that is there is not to be made into another.
    return ways or [(Flip("state", f"one more of {found.detail['of_what']}", "", "", None, gap=True),)]


def _leaf(found: Reason, *, wanted: bool) -> Flip:
    about = _first(found, ("act", "value", "item", "left", "born"))
    said, owner = (about.said, about.owner) if about else ("", "")
    match found.kind:
        case "happens":
            return _act(found, said, owner)
        case "has_happened":
            return Flip("do", said, owner, "", None, gap=False)
        case "judged":
            positive = (found.detail["wanted"] == "yes") is wanted
            return Flip("judge", str(found.detail["question"]), owner, "yes" if positive else "no", None, gap=False)
        case "stated":
            positive = ("negated" in found.detail) is not wanted
            return Flip("state" if positive else "remove", said, owner, "", None, gap=positive)
        case "related":
            right = _first(found, ("right",))
            return Flip(
                "link", str(found.detail["relation"]), owner or said, right.said if right else "", None, gap=False
            )
        case _:
            against = _first(found, ("against",))
            value = _shown(against) or str(found.detail.get("options", ""))
            if against is not None and isinstance(against.value, bool):
                value = "yes" if against.value is wanted else "no"
            elif not wanted:
                value = f"other than {value}"
            return Flip("change", said, owner, value, None, gap=not value)


def _act(found: Reason, said: str, owner: str) -> Flip:
    if "due" in found.detail:
        return Flip("date", said, owner, "", date.fromisoformat(str(found.detail["due"])), gap=False)
    last = _first(found, ("last_day",))
    day = last.value.last if last and isinstance(last.value, Days) else None
    if "days_late" in found.detail:
        return Flip("cannot", said, owner, "", day, gap=False)
    if "overdue_by" in found.detail:
        return Flip("do", said, owner, "", None, gap=False)
    return Flip("date", said, owner, "", day, gap=day is None)


def _first(found: Reason, roles: tuple[str, ...]) -> Operand | None:
    for role in roles:
        for operand in found.operands:
            if operand.role == role:
                return operand
    return None


def _shown(operand: Operand | None) -> str:
    if operand is None or operand.value is None:
        return ""
    if isinstance(operand.value, bool):
        return "yes" if operand.value else "no"
    if isinstance(operand.value, Days):
        return operand.value.known_day.isoformat() if operand.value.known_day else ""
    return str(operand.value)
