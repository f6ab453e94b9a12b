"""Who wrote a paper, when, for whom and about whom: labelled, in the head of a letter, or at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.facts import Fact, Origin, Place, State, absent, known
from checker.intake.dates import find_days, read_day
from checker.intake.details import labelled_day, says_nothing
from checker.papers.lines import Grid, Label, Line, Part

_CHILD = r"(?:child|pupil|young person|student|patient|learner)"
_PAPER = r"(?:report|advice|letter|form|paper|minutes|document)"
_LABELS = (
    ("born", rf"(?:{_CHILD}(?:'s)? )?(?:date of birth|d\.? ?o\.? ?b\.?|born(?: on)?|birth date)"),
    (
        "meeting",
        r"(?:date of )?(?:the )?(?:annual |early )?review(?: meeting)?(?: held)?(?: date)?(?: on)?|date of (?:the )?meeting|meeting (?:date|held on|held)|date (?:the )?(?:meeting|review) (?:was )?held",
    ),
    (
        "next_review",
        r"(?:date of )?(?:the )?next (?:annual )?review(?: meeting)?(?: date)?(?: due)?(?: by)?|next review (?:due|by)",
    ),
    (
        "reply_by",
        r"(?:please )?(?:reply|respond|return|response)(?: required| due| needed)? by|date (?:for|of) (?:reply|response|return)|deadline(?: for .{3,20})?|return date",
    ),
    ("panel", r"(?:date of )?panel(?: meeting)?(?: date)?|panel held on|date of (?:the )?panel"),
    (
        "dated",
        rf"date|dated|(?:date of|date on) (?:this |the )?{_PAPER}|{_PAPER} (?:date|dated|completed|written|issued)(?: on)?|date (?:{_PAPER} )?(?:completed|written|prepared|signed|issued|of writing|of issue|of signature)(?: on)?|completed on|written on|signed and dated|issued(?: on)?|date sent",
    ),
    (
        "author",
        rf"(?:{_PAPER} )?(?:by|author|written by|prepared by|completed by|provided by|compiled by|report author|advice giver|given by)|(?:{_PAPER}|this {_PAPER}) (?:was )?(?:written|prepared|completed|provided|compiled|given) by|author of (?:this )?{_PAPER}|name of (?:author|professional|person completing.*|person giving.*|therapist|psychologist|clinician|adviser|teacher|social worker|reporter)|person (?:completing|giving|providing).{{0,30}}|(?:your |professional'?s? )name|(?:assessing |reporting |treating |lead )?(?:therapist|psychologist|educational psychologist|physiotherapist|paediatrician|clinician|consultant|social worker|teacher|specialist teacher|speech (?:and|&) language therapist|occupational therapist)(?: name)?|from|signed(?: by)?",
    ),
    (
        "role",
        r"(?:job )?(?:title|role)|position|designation|profession|post|professional role|job title and service|role or relationship.*|relationship to .*",
    ),
    (
        "organisation",
        r"organisation|service|team|agency|trust|employer|department|organisation ?/ ?service|service ?/ ?team|service or team",
    ),
    (
        "recipient",
        r"to|for the attention of|fao|addressed to|sent to|requested by|report (?:to|requested by)|commissioned by|for|recipient",
    ),
    (
        "present",
        r"(?:people |those |persons )?(?:present|attending|attended|attendees|in attendance|at the meeting)(?: at .{3,30})?|who (?:came|attended|was there)|members present|attendance|panel members(?: present)?",
    ),
    (
        "recommendation",
        r"recommendations?(?: of the (?:meeting|review|school))?(?: to the (?:local )?authority)?|the (?:meeting|school|review)'?s? recommendation|recommended (?:outcome|decision)|outcome of (?:the )?review|what (?:the meeting|we) recommend(?:s|ed)?",
    ),
    ("decided", r"decision|outcome|panel decision"),
    (
        "child",
        rf"(?:{_CHILD}(?:'s)? )?(?:full )?name(?: of (?:the )?{_CHILD})?|{_CHILD}(?:'s name)?|(?:report|advice) (?:for|on|about|concerning)|name in full|re|regarding|subject|concerning|about",
    ),
)
_LABEL = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _LABELS)
_DAYS = frozenset(("born", "dated", "reply_by", "meeting", "next_review", "panel"))
_SPLIT = re.compile(
    r"\s{2,}|\t|\s+\|\s+|\s[–—]\s(?=\w+:)|;\s+(?=\w[\w ]{0,25}:)|\.\s+(?=\w[\w ]{0,25}:)|,\s+(?=(?:dob|d\.o\.b|date of birth)\b)",
    re.IGNORECASE,
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Mx|Rev)\.?"
_NAME = rf"(?:{_TITLE}\s+(?:(?:and|&)\s+{_TITLE}\s+)?)?[A-Z][\w'’\-]*(?:\s+(?:[A-Z]\.?|[A-Z][\w'’\-]+|de|van|and|&|{_TITLE}))*\s+[A-Z][\w'’\-]+|{_TITLE}\s+(?:(?:and|&)\s+{_TITLE}\s+)?[A-Z][\w'’\-]+"
_WHOLE_NAME = re.compile(_NAME)
_ROLE = re.compile(
    r"therapist|psychologist|teacher|senco|sendco|paediatrician|consultant|doctor|physio\w*|nurse|social worker|officer|head\b|headteacher|head of"
    r"|manager|co-?ordinator|principal|director|adviser|advisor|practitioner|specialist|mother|father|parent|carer|chair|lead\b|tutor|registrar|assistant",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"council|service|trust|therapies|school|academy|college|team|hospital|clinic|nursery|borough|authority|department|centre|partnership|nhs|associates",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"dear\s+(.{2,60}?)[,.:]?", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:sir|madam|colleagues?|all|parents?|carers?|sir or madam|sir/madam|head ?teacher|senco|team|panel|colleague)(?:/\w+| or \w+| and \w+)*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|kind regards|with (?:best|kind) wishes|regards|best wishes)[,.]?",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?i:(?:report|advice|assessment|paper|form|completed|written|prepared|compiled|provided|reported|signed|given)(?:\s+(?:written|prepared|completed|provided|compiled|given))?\s+by:?)\s+(?P<name>{_NAME})"
)
_ABOUT = (
    re.compile(rf"\b(?i:re|regarding|concerning|subject)\s*:\s*(?P<name>{_NAME})"),
    re.compile(
        rf"\b(?i:report|advice|plan|assessment|advice and information|review|form|needs)\b[^.\n]{{0,60}}?\b(?i:for|on|of|about|concerning|regarding|:)\s+(?P<name>{_NAME})"
    ),
    re.compile(rf"(?P<name>{_NAME})\s*[,(–—-]*\s*(?i:\(?(?:born|d\.?o\.?b\.?|date of birth)\b)"),
)
_NOT_A_CHILD = re.compile(
    r"council|school|academy|plan|education|health|therap|service|needs|assessment|report|panel|tribunal|special|local|annual|regulation|section|part|act\b|draft|final|appendix|review|language|advice",
    re.IGNORECASE,
)
_HEAD = 30
_TAIL = 14
_LONGEST_NAME = 7


def label_of(title: str) -> str:
    """Return the detail that a label names, or an empty string."""
    plain = " ".join(title.replace("\u2019", "'").split()).strip(" :.*")
    if len(plain) > 80:  # noqa: PLR2004  (no label is so long)
        return ""
    return next((name for name, pattern in _LABEL if pattern.fullmatch(plain)), "")


def pairs_of(parts: Iterable[Part]) -> Iterator[tuple[str, str, Place]]:
    """Yield each label with the words beside it or after its colon, and their place."""
    waiting: tuple[str, Place] | None = None
    for part in parts:
        if isinstance(part, Label):
            waiting = None
            if part.title.rstrip().endswith(":") or label_of(part.title) or not part.text:
                yield part.title, part.text, part.place
            yield from ((t, v, p) for line in part.lines if ":" in line.text for t, v, p in _in_line(line))
        elif isinstance(part, Line):
            if waiting and not part.heading and ":" not in part.text:
                yield waiting[0], part.text, part.place
            waiting = None
            found = tuple(_in_line(part))
            if len(found) == 1 and not found[0][1] and label_of(found[0][0]):
                waiting = (found[0][0], part.place)
                continue
            if not found and part.heading and label_of(part.text) in ("present", "recommendation"):
                waiting = (part.text, part.place)
                continue
            yield from found


def _in_line(line: Line) -> Iterator[tuple[str, str, Place]]:
    for piece in _SPLIT.split(line.text):
        title, colon, words = piece.partition(":")
        if colon and label_of(title):
            yield title.strip(), words.strip(), line.place
            continue
        spaced = re.match(
            r"(date of report|report date|date of birth|d\.?o\.?b\.?|dated|date)\s+(?=\d)", piece, re.IGNORECASE
        )
        if spaced and not colon:
            yield spaced[1], piece[spaced.end() :], line.place


def details_of(parts: Sequence[Part], running: Sequence[Line], *, letter: bool) -> dict[str, Fact]:
    """Return the details of a paper. ``running`` are its headers and footers; ``letter`` says that it is a letter."""
    lines = [line for part in parts for line in _flat(part)]
    details: dict[str, Fact] = {}
    for title, words, place in pairs_of((*parts, *running)):
        name = label_of(title)
        if not name or name == "recipient" and not letter and len(words.split()) > _LONGEST_NAME:
            continue
        fact = _labelled(name, words, place)
        held = details.get(name)
        if held is None or (held.state is not State.KNOWN and fact.state is State.KNOWN):
            details[name] = fact
    reader = _Unlabelled(lines, [*running], letter=letter)
    for name, found in (
        ("dated", reader.dated),
        ("recipient", reader.recipient),
        ("author", reader.author),
        ("child", reader.child),
        ("role", reader.role),
        ("organisation", reader.organisation),
    ):
        if details.get(name) is None or details[name].state is not State.KNOWN:
            fact_found = found()
            if fact_found is not None:
                details[name] = fact_found
    _author_with_role(details)
    nowhere = lines[0].place if lines else None
    for name in ("child", "born", "dated", "author", "role", "organisation", "recipient"):
        details.setdefault(name, absent(State.NOT_FOUND, nowhere))
    return details


def _flat(part: Part) -> Iterator[Line]:
    if isinstance(part, Line):
        yield part
    elif isinstance(part, Label):
        yield from part.lines
    elif isinstance(part, Grid):
        return


def _labelled(name: str, words: str, place: Place) -> Fact:
    words = " ".join(words.split())
    place = replace(place, words=words)
    if not words or says_nothing(words):
        return absent(State.NOT_STATED, place)
    if name in _DAYS:
        return labelled_day(words, place)
    if name == "present":
        return known(people_in(words), place)
    if name == "child":
        named = re.split(r"\s*[,(]|\s+[–—-]\s+", words)[0].strip()
        return known(named, replace(place, words=named))
    return known(words.strip(" .") if name != "recommendation" else words, place)


def people_in(words: str) -> tuple[str, ...]:
    """Return the names in a list of people, each as printed with its role."""
    outside = re.split(r"[;\n]|,(?![^()]*\))(?=\s*[A-Z])|\s+and\s+(?=[A-Z][\w]*\s+[A-Z])", words.rstrip("."))
    people = [each.strip(" ,") for each in outside if each.strip(" ,")]
    merged: list[str] = []
    for each in people:
        if merged and not _WHOLE_NAME.match(each):
            merged[-1] += f", {each}"
        elif merged and _ROLE.search(each) and _WHOLE_NAME.fullmatch(each) and not re.match(_TITLE, each):
            merged[-1] += f", {each}"
        else:
            merged.append(each)
    return tuple(merged)


def _author_with_role(details: dict[str, Fact]) -> None:
    """Take the role and the organisation printed after the author's name apart from it."""
    author = details.get("author")
    if author is None or author.state is not State.KNOWN:
        return
    place = author.where or Place("")
    pieces = [
        p.strip(" )(.") for p in re.split(r",\s*|\s*\(|\s+[–—-]\s+|;\s*|\n", str(author.value)) if p.strip(" )(.")
    ]
    if not pieces:
        return
    details["author"] = known(pieces[0], replace(place, words=pieces[0]), author.origin)
    for piece in pieces[1:]:
        name = "role" if _ROLE.search(piece) else "organisation" if _ORGANISATION.search(piece) else ""
        held = details.get(name)
        if name and (held is None or held.state is not State.KNOWN):
            details[name] = known(piece, replace(place, words=piece), author.origin)


class _Unlabelled:
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
            if _WHOLE_NAME.fullmatch(line.text) and last and line.text.split()[-1] == last:
                return known(line.text, line.place, Origin.READ)
        line = self._lines[self._greeting]
        if not said:
            return None
        if _GENERIC.fullmatch(said):
            above = [
                each
                for each in self._lines[: self._greeting]
                if re.match(
                    rf"(?:{_TITLE}\s|the (?:head|sen)|head ?teacher|senco|principal|sen team|ehc)",
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
                if _WHOLE_NAME.fullmatch(name) and not _ORGANISATION.search(name):
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
            if not beside or len(line.text.split()) > 14 or _ORGANISATION.search(beside["name"]):  # noqa: PLR2004  (a signature is short)
                continue
            after = tail[at + 1].text if at + 1 < len(tail) else ""
            if (
                _ROLE.search(beside["rest"]) or (not beside["rest"] and _ROLE.search(after) and len(after.split()) < 12)
            ) and not line.text.endswith("."):  # noqa: PLR2004
                words = f"{beside['name']}, {beside['rest']}".strip(" ,")
                return known(words, line.place, Origin.READ)
        for line in self._lines[:12]:
            beside = re.fullmatch(rf"(?P<name>{_NAME})(?:,\s*|\s+[–—-]\s+|\s*\()(?P<rest>[^.:]{{3,80}})", line.text)
            if beside and _ROLE.search(beside["rest"]):
                return known(line.text, line.place, Origin.READ)
        return None

    def child(self) -> Fact | None:
        """The name in the subject line or beside a date of birth."""
        for pattern in _ABOUT:
            for line in self._lines[:_HEAD]:
                match = pattern.search(line.text)
                if match and not _NOT_A_CHILD.search(match["name"]) and not re.match(_TITLE, match["name"]):
                    return known(match["name"], replace(line.place, words=match["name"]), Origin.READ)
        return None

    def role(self) -> Fact | None:
        """The line after the author's name at the end."""
        start = self._close if self._close is not None else max(0, len(self._lines) - _TAIL)
        for line in self._lines[start : start + _TAIL]:
            if _ROLE.search(line.text) and len(line.text.split()) <= 8 and not line.text.endswith("."):  # noqa: PLR2004
                words = next((p.strip() for p in line.text.split(",") if _ROLE.search(p)), line.text)
                return known(words, replace(line.place, words=words), Origin.READ)
        return None

    def organisation(self) -> Fact | None:
        """The first short line of the letterhead that names a body."""
        for line in (*self._lines[:6], *self._running):
            if (
                _ORGANISATION.search(line.text)
                and len(line.text.split()) <= 8
                and not re.search(r"\d|:|report|advice|dear|@", line.text, re.IGNORECASE)
            ):  # noqa: PLR2004
                return known(line.text, line.place, Origin.READ)
        return None
