"""Lines and cells of a report of advice: which say nothing, label, sign or lead to a list, and which say the same."""

from __future__ import annotations

from collections.abc import Iterable

from checker.intake.plan.details import says_nothing
from checker.intake.plan.nothing import is_none
from checker.papers.advice_words import ALL, ASKS, BY_THEN, FEWEST, LONGEST_SIGNATURE, NOTHING, RECOMMENDS, SIGNATURE
from checker.papers.details import label_of
from checker.papers.lines import Line
from checker.papers.paper import Passage, Recommended
from checker.papers.roles import heading_role

_LONGEST_LABEL = 6


def says_none(text: str) -> bool:
    """Return whether a cell says that there is nothing, or names every need or outcome and tells of none."""
    words = text.strip()
    return says_nothing(words) or is_none(words) or bool(NOTHING.match(words) or ALL.fullmatch(words))


def role_of_lead(text: str) -> str:
    """Return what the words before a list say that the list holds."""
    if RECOMMENDS.search(text):
        return "provision"
    if BY_THEN.match(f"{text} will"):
        return "outcomes"
    role = heading_role(text)
    if not role and ASKS.search(text):
        return "provision"
    return role if role != "both" else "provision"


def role_of_label(text: str) -> str:
    """Return what words before a colon say of what follows: "Support: …", "Outcome: …"."""
    title, colon, rest = text.partition(":")
    role = heading_role(title) if colon and len(title.split()) <= _LONGEST_LABEL else ""
    return role if role != "both" and len(rest.split()) >= FEWEST else ""


def is_signature(text: str) -> bool:
    """Return whether a short line names what somebody is, as beneath a name at the end."""
    short = len(text.split()) <= LONGEST_SIGNATURE and not text.endswith((".", ";", ":")) and text[:1].isupper()
    return short and bool(SIGNATURE.search(text))


def is_labelled(line: Line) -> bool:
    """Return whether a line is a detail of the paper with its label."""
    title, colon, _ = line.text.partition(":")
    return bool(colon) and not line.number and label_of(title) not in ("", "decided", "recommendation")


def once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages without those said again in the same words."""
    kept: dict[str, Passage] = {}
    for passage in passages:
        kept.setdefault(plain(passage.words), passage)
    return tuple(kept.values())


def once_recommended(recommended: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what is recommended without what is said again in the same words."""
    kept: dict[str, Recommended] = {}
    for each in recommended:
        kept.setdefault(plain(each.passage.words), each)
    return tuple(kept.values())


def plain(words: str) -> str:
    """Return words without their case, their spacing and the marks at their end, to tell whether they are the same."""
    return " ".join(words.casefold().split()).strip(" .;")
