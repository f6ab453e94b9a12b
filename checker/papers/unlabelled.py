"""Details of a paper that no label names: the date, the names and the bodies told by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.facts import Fact, Origin, known
from checker.intake.dates import find_days, read_day
from checker.papers.lines import Line

TITLE = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Mx|Rev)\b\.?"
_NAME = (
    rf"(?:{TITLE}\s+(?:(?:and|&)\s+{TITLE}\s+)?)?(?:[A-Z]\.\s?|[A-Z][\w'’\-]*)(?:\s+(?:[A-Z]\.?"
    rf"|[A-Z][\w'’\-]+|de"
    rf"|van|and|&|{TITLE}))*\s+[A-Z][\w'’\-]+|{TITLE}\s+(?:(?:and|&)\s+{TITLE}\s+)?[A-Z][\w'’\-]+"
)
WHOLE_NAME = re.compile(_NAME)
NAME_IN = re.compile(_NAME)
ROLE = re.compile(
    (
        r"therapist|psychologist|teacher|senco|sendco|paediatrician|consultant|doctor|physio\w*|nurse"
        r"|social worker|officer|head\b|headteacher|head of"
        r"|manager|co-?ordinator|principal|director|adviser|advisor|practitioner|specialist|mother|father"
        r"|parent|carer|chair|lead\b|tutor|registrar|assistant|writer|case ?worker|administrator|clerk|counsellor"
        r"|health visitor|audiologist|optometrist|orthoptist|dietitian"
    ),
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    (
        r"council|service|trust|therapies|school|academy|college|team|hospital|clinic|nursery|borough"
        r"|authority|department|centre|partnership|nhs|associates|\bltd\b|\blimited\b|\bllp\b|\bcic\b"
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
CLOSING = (
    r"(?:yours (?:very )?(?:sincerely|faithfully|truly)|(?:with )?(?:\w+ ){0,3}(?:wishes|regards)"
    r"|(?:with )?(?:many )?thanks"
    r"|yours)"
)
_CLOSING = re.compile(rf"{CLOSING}[,.]?", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?i:(?:report|advice|assessment|paper|form|completed|written|prepared|compiled|provided"
    rf"|reported|signed|given)(?:\s+(?:written|prepared|completed|provided|compiled"
    rf"|given))?(?:\s+on\s+[^.]{{6,25}}?)?\s+by:?)\s+(?P<name>{_NAME})"
)
_ABOUT = (
    re.compile(rf"\b(?i:re|regarding|concerning|subject)\s*:\s*(?P<name>{_NAME})"),
    re.compile(
        rf"\b(?i:report|advice|plan|assessment|advice and information|review|form|needs)\b"
        rf"[^.\n]{{0,60}}?\b(?i:for|on|of|about|concerning|regarding|:)\s+(?P<name>{_NAME})"
    ),
    re.compile(rf"(?P<name>{_NAME})\s*[,(–—-]*\s*(?i:\(?(?:born|d\.?o\.?b\.?|date of birth)\b)"),
    re.compile(rf"(?P<name>{_NAME})\s*\(\d{{1,2}}\w{{0,2}}[ /.]"),
    re.compile(rf"(?i:file copy|copy for the file of|client)\W+(?P<name>{_NAME})"),
    re.compile(rf"[–—-]\s*(?P<name>{_NAME})\s*$"),
)
NOT_A_CHILD = re.compile(
    (
        r"council|school|academy|plan|education|health|therap|service|needs|assessment|report|panel"
        r"|tribunal|special|local|annual|regulation|section|part|act\b|draft|final|appendix|review"
        r"|language|advice"
    ),
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"(?P<name>{_NAME})\s*(?::|,|–|—|-|$)")
_BORN = re.compile(
    (
        r"\b(?:born(?: on)?|d\.?\s?o\.?\s?b\.?|date of "
        r"birth)\W*(?:\(?dd/mm/yyyy\)?\W*)?(?:on\s+)?(?:the\s+)?$"
    ),
    re.IGNORECASE,
)
_PAPER_DATED = re.compile(
    r"\b(?:report|advice|minutes|notes?|dated|written on|completed on|filled in|signed)\b[^.]{0,40}$", re.IGNORECASE
)
_OTHER_DAY = re.compile(
    (
        r"birth|visit|assess|meeting|observ|d\.?o\.?b|request|receiv|agreed|took place"
        r"|panel\b(?!.*minutes)"
    ),
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:ref|nhs no|tel|telephone|email|date|private|confidential|www)\b|@|\d{5}", re.IGNORECASE)
_PARTED = re.compile(r";(?![^()]*\))")
_HEAD = 30
_TAIL = 14
_LONGEST_ROLE = 10
_LONGEST_SIGNATURE = 14


class Unlabelled:
    """Details that no label names, told from where they stand.

    ``lines`` are all lines, those beside labels too; ``free`` are those beside none.
    """

    def __init__(self, lines: Sequence[Line], free: Sequence[Line], running: Sequence[Line], *, letter: bool) -> None:
        self._lines = lines
        self._free = free
        self._running = running
        self._letter = letter
        self._greeting = next((at for at, line in enumerate(lines[:_HEAD]) if _SALUTATION.fullmatch(line.text)), None)
        self._close = next((at for at in range(len(lines) - 1, -1, -1) if _CLOSING.fullmatch(lines[at].text)), None)

    def dated(self) -> Fact | None:
        """The first line that is a date and nothing else, in the head or at the end; else one said to be so."""
        for line in (*self._free[:_HEAD], *self._running, *reversed(self._free[-_TAIL:])):
            plain = re.sub(r"^(?:signed and )?dated?:?\s+", "", line.text, flags=re.IGNORECASE)
            day = read_day(plain)
            if day:
                return known(day, line.place, Origin.READ)
        for line in (*self._free[:_HEAD], *self._running, *self._free[-_TAIL:]):
            for each in find_days(line.text):
                before = line.text[: each.start]
                agreed = re.match(r"\W*(?:was|were) (?:agreed|approved)\b", line.text[each.end :])
                if _PAPER_DATED.search(before) and not _OTHER_DAY.search(before) and not agreed:
                    return known(each.days, replace(line.place, words=line.text[each.start : each.end]), Origin.READ)
        return self._beside_signature()

    def _beside_signature(self) -> Fact | None:
        for line in reversed(self._free[-_TAIL:]):
            for each in find_days(line.text):
                if WHOLE_NAME.fullmatch(line.text[: each.start].strip(" ,.;")):
                    return known(each.days, replace(line.place, words=line.text[each.start : each.end]), Origin.READ)
        return None

    def born(self) -> Fact | None:
        """The date after "born", in brackets after a name, or beside the name of the child in the subject."""
        child = self.child()
        named = str(child.value) if child is not None and child.versions else ""
        for line in self._lines[:_HEAD]:
            for each in find_days(line.text):
                before = line.text[: each.start]
                bracketed = before.endswith("(") and re.search(rf"{_NAME}\s*\($", before)
                beside = named and before.rstrip(" ,(–—-").endswith(named)
                if _BORN.search(before) or ((bracketed or beside) and each.days.known_day):
                    return known(each.days, replace(line.place, words=line.text[each.start : each.end]), Origin.READ)
        return None

    def recipient(self) -> Fact | None:
        """The name above the salutation, if the address holds it; else the name in the salutation."""
        if self._greeting is None:
            return None
        line = self._lines[self._greeting]
        greeted = _SALUTATION.fullmatch(line.text)
        said = greeted[1].strip() if greeted else ""
        address = self._address()
        last = said.split()[-1] if said else ""
        for each in self._lines[: self._greeting]:
            name = WHOLE_NAME.match(each.text)
            if name and last and last in (name[0].split()[-1], *name[0].split()[-2:-1]):
                return known(each.text, each.place, Origin.READ)
        if not said:
            return None
        if _GENERIC.fullmatch(said) and address:
            words = ", ".join(each.text.strip(" ,") for each in address[:2])
            return known(words, replace(address[0].place, words=address[0].text), Origin.READ)
        return known(said, replace(line.place, words=said), Origin.READ)

    def _address(self) -> Sequence[Line]:
        """Return the lines of the address: those above the salutation, back to a date, a reference or a subject."""
        above = self._lines[: self._greeting]
        found: list[Line] = []
        for line in reversed(above):
            dated = bool(find_days(line.text)) or bool(_REFERENCE.search(line.text))
            if dated and found:
                break
            if not dated and not line.heading:
                found.insert(0, line)
        return found

    def author(self) -> Fact | None:
        """The name under the close of a letter, in "prepared by …", or at the end above a role."""
        if self._close is not None:
            for line in self._lines[self._close + 1 : self._close + 5]:
                name = re.split(r",|\s+[–—-]\s+|\(", line.text)[0].strip()
                is_role = bool(ROLE.search(name)) and not re.match(TITLE, name)
                if WHOLE_NAME.fullmatch(name) and not ORGANISATION.search(name) and not is_role:
                    return known(line.text, line.place, Origin.READ)
        for line in self._lines:
            match = _BY.search(line.text)
            if match:
                words = line.text[match.start("name") :].split(". ")[0]
                words = re.split(r"\s+(?:on|dated|in|following|at|who)\s", words)[0].strip(" .,")
                return known(words, replace(line.place, words=words), Origin.READ)
        if self._greeting is not None and self._close is None:
            return self._signed()
        return self._signed() or self._headed()

    def _signed(self) -> Fact | None:
        tail = list(self._lines[-_TAIL:])
        for at, line in enumerate(tail):
            beside = re.fullmatch(rf"(?:signed:?\s*)?(?P<name>{_NAME}),?\s*(?P<rest>.*)", line.text)
            if (
                beside is None
                or _PARTED.search(line.text)
                or len(line.text.split()) > _LONGEST_SIGNATURE
                or ORGANISATION.search(beside["name"])
            ):
                continue
            after = tail[at + 1].text if at + 1 < len(tail) else ""
            above = not beside["rest"] and ROLE.search(after) and len(after.split()) <= _LONGEST_ROLE
            if (ROLE.search(beside["rest"]) or above) and not line.text.endswith("."):
                words = f"{beside['name']}, {beside['rest']}".strip(" ,")
                return known(words, line.place, Origin.READ)
        return None

    def _headed(self) -> Fact | None:
        for line in self._lines[:12]:
            beside = re.fullmatch(rf"(?P<name>{_NAME})(?:,\s*|\s+[–—-]\s+|\s*\()(?P<rest>[^.:]{{3,80}})", line.text)
            if beside and not _PARTED.search(line.text) and ROLE.search(beside["rest"]):
                return known(line.text, line.place, Origin.READ)
        return None

    def child(self) -> Fact | None:
        """The name in the subject line or beside a date of birth."""
        if self._greeting is not None:
            about = (*self._lines[self._greeting + 1 :][:2], *self._lines[max(0, self._greeting - 1) : self._greeting])
            for line in about:
                match = _SUBJECT.match(line.text)
                if match and _is_child(match["name"]):
                    return known(match["name"], replace(line.place, words=match["name"]), Origin.READ)
        for pattern in _ABOUT:
            for line in self._lines[:_HEAD]:
                match = pattern.search(line.text)
                if match and _is_child(match["name"]):
                    return known(match["name"], replace(line.place, words=match["name"]), Origin.READ)
        return None

    def role(self) -> Fact | None:
        """The line after the author's name at the end."""
        start = self._close if self._close is not None else max(0, len(self._lines) - _TAIL)
        for line in self._lines[start : start + _TAIL]:
            short = len(line.text.split()) <= _LONGEST_ROLE and not line.text.endswith(".")
            if (
                ROLE.search(line.text)
                and not _PARTED.search(line.text)
                and short
                and not line.heading
                and not _BY_CLOSE.match(line.text)
            ):
                words = next((p.strip() for p in line.text.split(",") if ROLE.search(p)), line.text)
                return known(words, replace(line.place, words=words), Origin.READ)
        return None

    def organisation(self) -> Fact | None:
        """The first short line of the letterhead that names a body, and is not of the address."""
        address = {id(line) for line in self._address()} if self._greeting is not None else set()
        for line in (*self._free[:4], *self._running, *self._free[4:8]):
            if (
                id(line) not in address
                and not line.role
                and ORGANISATION.search(line.text)
                and len(line.text.split()) <= _LONGEST_ROLE
                and not re.search(
                    r"\d|:|report|advice|dear|@|contribution|\bviews?\b|\bform\b|assessment|\bplan\b|" + TITLE,
                    line.text,
                    re.IGNORECASE,
                )
            ):
                return known(line.text, line.place, Origin.READ)
        return None


_BY_CLOSE = re.compile(r"(?:cc|copy|copies|supervised|c\.c\.|enc)\b", re.IGNORECASE)


def _is_child(name: str) -> bool:
    return not NOT_A_CHILD.search(name) and not re.match(rf"{TITLE}|The\b|Dear\b", name)
