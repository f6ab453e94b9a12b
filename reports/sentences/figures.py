"""Sentences on numbers that are counted, added up and reckoned."""

from __future__ import annotations

from dataclasses import replace

from checker.facts import State
from checker.findings import Cause, Operand, Reason, Truth
from reports.sentences.deadlines import operand
from reports.sentences.facts import is_absent, missing, thing, versions
from reports.sentences.lasting import first_fact, own_words
from reports.spans import Paragraph, at, quote, sentence, visible

_PLACES = 2


def figures(reason: Reason) -> Paragraph:
    """Say what a number comes to, and what it is compared with."""
    return _silence(reason) or _none(reason) or _compared(reason, own_words(reason, "relation") or "is")


def within_of(reason: Reason) -> Paragraph:
    """Say how a number stands to another that it must be near."""
    margin = amount(reason, "margin")
    return _silence(reason) or _none(reason) or _compared(reason, f"within {margin} of" if margin else "near")


def matches(reason: Reason) -> Paragraph:
    """Say whether two names are the same words."""
    left, right = first_fact(reason), operand(reason, "against")
    for side in (left, right):
        if side is not None and is_absent(side):
            return missing(side)
    if left is None or right is None or not isinstance(left.value, str) or not isinstance(right.value, str):
        return sentence("the two names could not be compared")
    one, other = quote(left.value, left.place), quote(right.value, right.place)
    if reason.truth is Truth.TRUE:
        return sentence(one, " is the same name as ", other)
    return sentence("whether ", one, " and ", other, " name one thing is for a person to say")


def amount(reason: Reason, key: str) -> str:
    """Return one of the numbers of a reason in words, or nothing if no bound of it is known."""
    least, most = reason.detail.get(key), reason.detail.get(f"{key}_most")
    unit = own_words(reason, "unit")
    if least is None and most is None:
        return ""
    if most is None:
        return number(least, unit)
    return f"up to {number(most, unit)}" if least is None else f"{number(least, unit)} to {number(most, unit)}"


def number(value: str | int | None, unit: str) -> str:
    """Return a number with its unit: ``£6,000``, ``33.33 per cent``; a fraction cut to two places says ``about``."""
    from fractions import Fraction  # noqa: PLC0415  (few reports print a fraction)

    exact = Fraction(str(value))
    if unit.startswith("pence"):
        sign = "-" if exact < 0 else ""
        pounds, pence = divmod(round(abs(exact)), 100)
        return f"{sign}£{pounds:,}{f'.{pence:02}' if pence else ''}{unit.removeprefix('pence')}"
    shown = str(exact.numerator) if exact.denominator == 1 else f"{float(exact):.{_PLACES}f}".rstrip("0")
    about = "" if Fraction(shown) == exact else "about "
    words = unit if abs(exact) != 1 or unit == "per cent" else _one(unit)
    return f"{about}{shown} {words}".rstrip()


def _one(unit: str) -> str:
    first, *rest = unit.split(" ")
    return " ".join((first.removesuffix("s"), *rest))


def _silence(reason: Reason) -> Paragraph | None:
    if reason.truth is not Truth.UNDECIDED:
        return None
    for each in reason.operands:
        if is_absent(each):
            return missing(each)
        if each.state is State.DISPUTED:
            return sentence(f"two versions are given of {thing(each)}: ", versions(each))
    return None


def _none(reason: Reason) -> Paragraph | None:
    if reason.truth is Truth.UNDECIDED and reason.causes == (Cause.NOT_APPLICABLE,):
        return sentence("there is no figure here to compare")
    return None


def _subject(reason: Reason) -> tuple[str, Paragraph]:
    """Return what a sentence calls the number, and its place if it has one."""
    found = operand(reason, "list")
    match reason.detail.get("sum"):
        case "total" | "share" as kind:
            return (f"the {kind} over {thing(found)}: " if found is not None else f"the {kind}: "), ()
        case "calculation":
            return "worked out: ", ()
        case _:
            read = first_fact(reason)
            return (f"{thing(read)}: ", at(read.place)) if read is not None else ("", ())


def in_unit(read: Operand, unit: str) -> Operand:
    """Return a fact that holds a number so that it prints with its unit."""
    if not unit or not isinstance(read.value, int) or isinstance(read.value, bool):
        return read
    amount_ = Amount(read.value)
    amount_.words = number(read.value, unit)
    return replace(read, value=amount_)


class Amount(int):
    """A whole number that prints in the words of its unit."""

    words: str

    def __str__(self) -> str:
        """Return the number with its unit."""
        return self.words


def _compared(reason: Reason, relation: str) -> Paragraph:
    own, against = amount(reason, "figure"), amount(reason, "against_figure")
    name, place = _subject(reason)
    if reason.truth is Truth.UNDECIDED or not own or not against:
        known = f"{own}, as far as it can be told" if own else "it cannot be told how much"
        return sentence(f"{name}{known}", *place, f"; to be {relation} {visible(against) or 'a figure not known'}")
    if relation in {"is", "is not"}:
        same = (reason.truth is Truth.TRUE) is (relation == "is")
        return sentence(f"{name}{own}", *place, "" if same else f", not {against}")
    verb = "is" if reason.truth is Truth.TRUE else "is not"
    return sentence(f"{name}{own}", *place, f", which {verb} {relation} {against}")
