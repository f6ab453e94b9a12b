"""Details of a paper that no label names: the date, the names and the bodies told by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.facts import Fact, Origin, known
from checker.intake.dates import find_days, read_day
from checker.papers.lines import Line

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Mx|Rev)\.?"
_NAME = (
    rf"(?:{TITLE}\s+(?:(?:and|&)\s+{TITLE}\s+)?)?[A-Z][\w'’\-]*(?:\s+(?:[A-Z]\.?|[A-Z][\w'’\-]+|de"
    rf"|van|and|&|{TITLE}))*\s+[A-Z][\w'’\-]+|{TITLE}\s+(?:(?:and|&)\s+{TITLE}\s+)?[A-Z][\w'’\-]+"
)
WHOLE_NAME = re.compile(_NAME)
ROLE = re.compile(
    (
        r"therapist|psychologist|teacher|senco|sendco|paediatrician|consultant|doctor|physio\w*|nurse"
        r"|social worker|officer|head\b|headteacher|head of"
        r"|manager|co-?ordinator|principal|director|adviser|advisor|practitioner|specialist|mother|father"
        r"|parent|carer|chair|lead\b|tutor|registrar|assistant"
    ),
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    (
        r"council|service|trust|therapies|school|academy|college|team|hospital|clinic|nursery|borough"
        r"|authority|department|centre|partnership|nhs|associates"
    ),
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"dear\s+(.{2,60}?)[,.:]?", re.IGNORECASE)
_GENERIC = re.compile(
    (
        r"(?:sir|madam|colleagues?|all|parents?|carers?|sir or madam|sir/madam|head ?teacher|senco|team"
        r"|panel|colleague)(?:/\w+| or \w+| and \w+)*"
    ),
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|kind regards|with (?:best|kind) wishes|regards|best wishes)[,.]?",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?i:(?:report|advice|assessment|paper|form|completed|written|prepared|compiled|provided"
    rf"|reported|signed|given)(?:\s+(?:written|prepared|completed|provided|compiled"
    rf"|given))?\s+by:?)\s+(?P<name>{_NAME})"
)
_ABOUT = (
    re.compile(rf"\b(?i:re|regarding|concerning|subject)\s*:\s*(?P<name>{_NAME})"),
    re.compile(
        rf"\b(?i:report|advice|plan|assessment|advice and information|review|form|needs)\b"
        rf"[^.\n]{{0,60}}?\b(?i:for|on|of|about|concerning|regarding|:)\s+(?P<name>{_NAME})"
    ),
    re.compile(rf"(?P<name>{_NAME})\s*[,(–—-]*\s*(?i:\(?(?:born|d\.?o\.?b\.?|date of birth)\b)"),
)
_NOT_A_CHILD = re.compile(
    (
        r"council|school|academy|plan|education|health|therap|service|needs|assessment|report|panel"
        r"|tribunal|special|local|annual|regulation|section|part|act\b|draft|final|appendix|review"
        r"|language|advice"
    ),
    re.IGNORECASE,
)
_HEAD = 30
_TAIL = 14
_LONGEST_ROLE = 10
_LONGEST_SIGNATURE = 14


class Unlabelled:
    """Details that no label names, told from where they stand."""

    def __init__(self, lines: Sequence[Line], running: Sequence[Line], *, letter: bool) -> None:
        self._lines = lines
        self._running = running
        self._letter = letter
        self._greeting = next((at for at, line in enumerate(lines[:_HEAD]) if _SALUTATION.fullmatch(line.text)), None)
        self._close = next((at for at in range(len(lines) - 1, -1, -1) if _CLOSING.fullmatch(lines[at].text)), None)

    def dated(self) -> Fact | None:
        """The first line that is a date and nothing else, in the head; else such a line at the end."""
        for line in (*self._lines[:_HEAD], *self._running, *reversed(self._lines[-_TAIL:])):
            plain = re.sub(r"^(?:signed and )?dated?:?\s+", "", line.text, flags=re.IGNORECASE)
            day = read_day(plain)
            if day:
                return known(day, line.place, Origin.READ)
        pattern = re.compile(
            r"\b(?:report|advice|minutes|dated|written on|completed on|signed)\b[^.]{0,40}$", re.IGNORECASE
        )
        for line in (*self._lines[:_HEAD], *self._running, *self._lines[-_TAIL:]):
            for each in find_days(line.text):
                before = line.text[: each.start]
                if pattern.search(before) and not re.search(
                    r"birth|visit|assess|meeting|observ|d\.?o\.?b", before, re.IGNORECASE
                ):
                    return known(each.days, replace(line.place, words=line.text[each.start : each.end]), Origin.READ)
        return None

    def recipient(self) -> Fact | None:
        """The name above the salutation, if the address begins with one; else the name in the salutation."""
        if self._greeting is None:
            return None
        greeted = _SALUTATION.fullmatch(self._lines[self._greeting].text)
        said = greeted[1].strip() if greeted else ""
        last = said.split()[-1] if said else ""
        for line in self._lines[: self._greeting]:
            if WHOLE_NAME.fullmatch(line.text) and last and line.text.split()[-1] == last:
                return known(line.text, line.place, Origin.READ)
        line = self._lines[self._greeting]
        if not said:
            return None
        if _GENERIC.fullmatch(said):
            above = [
                each
                for each in self._lines[: self._greeting]
                if re.match(
                    rf"(?:{TITLE}\s|the (?:head|sen)|head ?teacher|senco|principal|sen team|ehc)",
                    each.text,
                    re.IGNORECASE,
                )
            ]
            if above:
                return known(above[0].text, above[0].place, Origin.READ)
        return known(said, replace(line.place, words=said), Origin.READ)

    def author(self) -> Fact | None:
        """The name under the close of a letter, in "prepared by …", or at the end above a role."""
        if self._close is not None:
            for line in self._lines[self._close + 1 : self._close + 5]:
                name = re.split(r",|\s+[–—-]\s+|\(", line.text)[0].strip()
                if WHOLE_NAME.fullmatch(name) and not ORGANISATION.search(name):
                    return known(line.text, line.place, Origin.READ)
        for line in self._lines:
            match = _BY.search(line.text)
            if match:
                words = line.text[match.start("name") :].split(". ")[0]
                words = re.split(r"\s+(?:on|dated|in|following|at)\s", words)[0].strip(" .")
                return known(words, replace(line.place, words=words), Origin.READ)
        if self._greeting is not None and self._close is None:
            return None
        tail = list(self._lines[-_TAIL:])
        for at, line in enumerate(tail):
            beside = re.fullmatch(rf"(?:signed:?\s*)?(?P<name>{_NAME}),?\s*(?P<rest>.*)", line.text)
            if not beside or len(line.text.split()) > _LONGEST_SIGNATURE or ORGANISATION.search(beside["name"]):
                continue
            after = tail[at + 1].text if at + 1 < len(tail) else ""
            if (
                ROLE.search(beside["rest"])
                or (not beside["rest"] and ROLE.search(after) and len(after.split()) <= _LONGEST_ROLE)
            ) and not line.text.endswith("."):
                words = f"{beside['name']}, {beside['rest']}".strip(" ,")
                return known(words, line.place, Origin.READ)
        for line in self._lines[:12]:
            beside = re.fullmatch(rf"(?P<name>{_NAME})(?:,\s*|\s+[–—-]\s+|\s*\()(?P<rest>[^.:]{{3,80}})", line.text)
            if beside and ROLE.search(beside["rest"]):
                return known(line.text, line.place, Origin.READ)
        return None

    def child(self) -> Fact | None:
        """The name in the subject line or beside a date of birth."""
        for pattern in _ABOUT:
            for line in self._lines[:_HEAD]:
                match = pattern.search(line.text)
                if match and not _NOT_A_CHILD.search(match["name"]) and not re.match(TITLE, match["name"]):
                    return known(match["name"], replace(line.place, words=match["name"]), Origin.READ)
        return None

    def role(self) -> Fact | None:
        """The line after the author's name at the end."""
        start = self._close if self._close is not None else max(0, len(self._lines) - _TAIL)
        for line in self._lines[start : start + _TAIL]:
            if ROLE.search(line.text) and len(line.text.split()) <= _LONGEST_ROLE and not line.text.endswith("."):
                words = next((p.strip() for p in line.text.split(",") if ROLE.search(p)), line.text)
                return known(words, replace(line.place, words=words), Origin.READ)
        return None

    def organisation(self) -> Fact | None:
        """The first short line of the letterhead that names a body."""
        for line in (*self._lines[:6], *self._running):
            if (
                ORGANISATION.search(line.text)
                and len(line.text.split()) <= _LONGEST_ROLE
                and not re.search(r"\d|:|report|advice|dear|@", line.text, re.IGNORECASE)
            ):
                return known(line.text, line.place, Origin.READ)
        return None
