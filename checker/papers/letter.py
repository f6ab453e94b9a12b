"""What a letter tells its reader, the day it gives for a reply and what it says was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.facts import Fact, Origin, State, absent, known
from checker.intake.dates import find_days
from checker.papers.lines import Line, Part, lines_of
from checker.papers.matters import told_in
from checker.papers.paper import Told
from checker.papers.sentences import sentences_of
from checker.papers.unlabelled import NAME_IN

_REPLY = re.compile(
    (
        r"\b(?:by|until|before|no later than|on or before|later than|deadline(?: is| of)?|to)\s+(?:(?:noon"
        r"|midday|5 ?pm|close of \w+|the end of) on\s+|(?:noon|midday|5 ?pm),?\s+)?"
        r"(?:\w+day,?\s+(?:the\s+)?)?$"
        r"|\b(?:last|latest|closing|final) (?:day|date)\b[^.]{0,60}\bis\s+(?:\w+day,?\s+(?:the\s+)?)?$"
    ),
    re.IGNORECASE,
)
_ABOUT_REPLY = re.compile(
    (
        r"\b(?:comments?|reply|respond|response|representations?|views|let us (?:know|have)|return|send"
        r"|receive|answer|tell us|advice|contact us|heard? from you|reach us|meeting|until|ask for)\b"
    ),
    re.IGNORECASE,
)
_NOT_REPLY = re.compile(
    (
        r"\bappeal|tribunal|mediation|will (?:issue|send|write|finalise|be (?:issued|sent|finalised))\b"
        r"|final plan (?:will|by)"
    ),
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:can|could|cannot|could not|unable to|able to|not able to)\b[^.]{0,60}\bmeet\b", re.IGNORECASE
)
_ON_PLAN = re.compile(
    (
        r"\b(?:decided|decision|decide|will|propos\w+|intend\w*|agreed)\b[^.]*\b(?:amend|maintain|continue"
        r"|cease|leave|keep|change|end)\w*\b"
    ),
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:has|have) (?:now )?(?:decided|agreed)\b|\bdecision is\b|\bdecided (?:not )?to\b", re.IGNORECASE
)
_PROPOSES = re.compile(
    r"\bpropos\w+ (?:not )?to (?:issue|make|prepare)\b|\bwill (?:issue|make|prepare)\b", re.IGNORECASE
)
_WILL = re.compile(r"\b(?:decided|decision|agreed|will not|will)\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:enclos\w+|attach\w*|send(?:ing)? you|issu(?:e|es|ed|ing)|here is|now final)\b[^.]*\b(?:plan|ehcp)\b"
    r"|\b(?:plan|ehcp)\b[^.]*\b(?:is|are|has been|comes?|now) (?:enclosed|attached|issued|with this letter|final)\b",
    re.IGNORECASE,
)
_DECISIONS = {
    "review decision": (_ON_PLAN,),
    "reply to consultation": (_OFFER,),
    "decision to assess": (_FIRM, _WILL),
    "refusal to assess": (_FIRM, _WILL),
    "refusal to issue a plan": (_FIRM, _PROPOSES, _WILL),
    "draft plan": (_FIRM, _PROPOSES, _SENT),
    "final plan": (_SENT,),
}


_OWN_PLAN = re.compile(
    r"\byour (?:own )?(?:ehc ?|education,? health and care )?(?:plan|needs|course|college)\b", re.IGNORECASE
)
_ANOTHERS = re.compile(
    r"\byour (?:son|daughter|child|boy|girl|children)\b"
    r"|\b(?!your\b)(?:\w+'s|his|her|their) (?:ehc ?|education,? health and care )?"
    r"(?:plan|needs|assessment)\b",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True)
class LetterRead:
    """What a letter tells, and the details only a letter has."""

    told: tuple[Told, ...]
    details: dict[str, Fact]


def letter_of(parts: Sequence[Part], of: str, found: Mapping[str, Fact]) -> LetterRead:
    """Return what a letter of the kind ``of`` tells. ``found`` are the details found by labels and by place."""
    lines = [line for part in parts for line in lines_of(part)]
    start = next((at + 1 for at, line in enumerate(lines) if line.text.lower().startswith("dear ")), 0)
    body = lines[start:]
    details: dict[str, Fact] = {}
    nowhere = lines[0].place if lines else None
    reply = _reply_by(body)
    details["reply_by"] = reply or absent(State.NOT_FOUND, nowhere)
    child = _young_person(body, found)
    if child is not None:
        details["child"] = child
    decided = _decided(body, of)
    if decided is not None:
        details["decided"] = decided
    return LetterRead(told_in(body, of), details)


def _young_person(lines: Sequence[Line], found: Mapping[str, Fact]) -> Fact | None:
    """Return whom a letter is to where it speaks of "your plan" and of nobody else's: the young person's own."""
    child, recipient = found.get("child"), found.get("recipient")
    if (child is not None and child.versions) or recipient is None or not recipient.versions:
        return None
    text = " ".join(line.text for line in lines).replace("\u2019", "'")
    name = NAME_IN.search(str(recipient.value).split(",")[0])
    if name is None or not _OWN_PLAN.search(text) or _ANOTHERS.search(text) or " and " in name[0] or "&" in name[0]:
        return None
    return known(name[0], recipient.where or lines[0].place, Origin.READ)


def _reply_by(lines: Sequence[Line]) -> Fact | None:
    for line in lines:
        for each in sentences_of(line):
            if not _ABOUT_REPLY.search(each.text):
                continue
            for day in find_days(each.text):
                # What comes after the day is of something else: "… by 3 May, after which we will issue the plan".
                before = each.text[: day.start]
                if _NOT_REPLY.search(before if len(before.split()) > _FEWEST else each.text):
                    continue
                if _REPLY.search(each.text[: day.start]) and not re.search(
                    r"(?<!hear )\bfrom\b[^.]{0,30}$", each.text[: day.start]
                ):
                    return known(day.days, replace(each.place, words=each.text), Origin.READ)
    return None


def _decided(lines: Sequence[Line], of: str) -> Fact | None:
    """Return the sentence that says what was decided, as worded."""
    sentences = [each for line in lines if not line.heading for each in sentences_of(line)]
    for pattern in _DECISIONS.get(of, ()):
        for each in sentences:
            if pattern.search(each.text):
                return known(each.text, each.place, Origin.READ)
    return None
