"""Who wrote a paper, when, for whom and about whom: labelled, in the head of a letter, or at its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.facts import Fact, Origin, Place, State, absent, known
from checker.intake.dates import find_days, read_day
from checker.intake.plan.details import labelled_day, says_nothing
from checker.papers.lines import Label, Line, Part, lines_of
from checker.papers.sentences import sentence_starts
from checker.papers.unlabelled import NAME_IN, NOT_A_CHILD, ORGANISATION, ROLE, TITLE, WHOLE_NAME, Unlabelled

_CHILD = r"(?:child or young person|my child|client|child|pupil|young person|student|patient|learner)"
_PAPER = r"(?:report|advice|letter|form|paper|minutes|document)"
_LABELS = (
    ("born", rf"(?:{_CHILD}(?:'s)? )?(?:date of birth|d\.? ?o\.? ?b\.?|born(?: on)?|birth date)"),
    (
        "meeting",
        (
            r"(?:date of )?(?:the )?(?:annual |early )?review(?: meeting)?(?: held)?(?: date)?(?: on)?|date "
            r"of (?:the |this )?(?:review )?meeting|meeting(?: (?:date|held on|held))?|date (?:the )?(?:meeting"
            r"|review) (?:was )?held"
        ),
    ),
    (
        "next_review",
        (
            r"(?:date of )?(?:the )?next (?:annual )?review(?: meeting)?(?: date)?(?: due)?(?: by)?|next "
            r"review (?:due|by)|date proposed"
        ),
    ),
    (
        "reply_by",
        (
            r"(?:please )?(?:reply|respond|return|response)(?: required| due| needed)? by|date (?:for"
            r"|of) (?:reply|response|return)|deadline(?: for .{3,20})?|return date"
        ),
    ),
    ("panel", r"held(?: on)?|(?:date of )?panel(?: meeting)?(?: date)?|panel held on|date of (?:the )?panel"),
    (
        "dated",
        (
            rf"date|dated|(?:date of|date on) (?:this |the )?{_PAPER}|{_PAPER} (?:date|dated|completed|written"
            rf"|issued)(?: on)?|date (?:{_PAPER} )?(?:completed|written|prepared|signed|issued|of writing|of "
            rf"issue|of signature)(?: on)?|completed on|written on|signed and dated|issued(?: on)?|date sent"
            rf"|record (?:completed|made)(?: on)?|circulated(?: on)?|(?:minutes )?typed(?: on)?"
            rf"|date (?:i|we) (?:filled|wrote|completed) .{{2,20}}|{_PAPER} completed(?: on)?"
            rf"|date (?:the |this )?{_PAPER} (?:was )?(?:sent|circulated|shared|written|completed)(?: out)?"
        ),
    ),
    (
        "author",
        (
            rf"(?:{_PAPER} )?(?:by|author|written by|prepared by|completed by|provided by|compiled by|report "
            rf"author|advice giver|given by)|(?:{_PAPER}|this {_PAPER}) (?:was )?(?:written|prepared|completed"
            rf"|provided|compiled|given) by|author of (?:this )?{_PAPER}|name of (?:author|professional|person "
            rf"completing.*|person giving.*|therapist|psychologist|clinician|adviser|teacher|social worker"
            rf"|reporter)|person (?:completing|giving|providing).{{0,30}}|(?:your |my |professional'?s? )name"
            rf"|minutes(?: taken)?(?: by)?|note(?:s| taken)? by|chaired by"
            rf"|(?:assessing |reporting |treating |lead )?(?:therapist|psychologist|educational psychologist"
            rf"|physiotherapist|paediatrician|clinician|consultant|social worker|teacher|specialist teacher"
            rf"|speech (?:and|&) language therapist|occupational therapist)(?: name)?|from|signed(?: by)?"
        ),
    ),
    (
        "role",
        (
            r"(?:job )?(?:title|role)|position|designation|profession|post|professional role|job title and "
            r"service|role or relationship.*|(?:my )?relationship to .*"
        ),
    ),
    (
        "organisation",
        (
            r"organisation|service|team|agency|trust|employer|department|organisation ?/ ?service"
            r"|service ?/ ?team|service or team"
        ),
    ),
    (
        "recipient",
        (
            r"to|for the attention of|fao|addressed to|(?:please )?(?:sen[td]|return(?:ed)?)(?: "
            r"within .{3,40})? to|requested by|report (?:to|requested by)"
            r"|commissioned by|for|recipient|(?:report |advice )?(?:prepared|written|provided) for"
        ),
    ),
    (
        "present",
        (
            r"(?:people |those |persons |names? of those )?(?:present|attending|attended|attendees|in attendance"
            r"|at the (?:meeting|review))(?: (?:at|the) .{3,30})?"
            r"|who (?:came|attended|was (?:there|present|at the meeting))"
            r"|attended by|participants|in the room|members present|panel members(?: present)?"
        ),
    ),
    (
        "recommendation",
        (
            r"recommendations?(?: of the (?:meeting|review|school))?(?: to the (?:local )?authority)?"
            r"|the (?:meeting|school|review)'?s? recommendation|recommended (?:outcome|decision)|outcome "
            r"of (?:the )?review|what (?:the meeting|we) recommend(?:s|ed)?"
        ),
    ),
    ("decided", r"decision|outcome|panel decision"),
    (
        "child",
        (
            rf"(?:{_CHILD}(?:'s)? )?(?:full )?name(?: of (?:the )?{_CHILD})?|{_CHILD}(?:'s name)?|(?:report"
            rf"|advice) (?:for|on|about|concerning)|name in full|extract for|student|re|regarding|subject"
            rf"|concerning|about"
        ),
    ),
)
_LABEL = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _LABELS)
_DAYS = frozenset(("born", "dated", "reply_by", "meeting", "next_review", "panel"))
_SPLIT = re.compile(
    (
        r"\s+\|\s+|\s[–—]\s(?=\w+:)|;\s+(?=\w[\w ]{0,25}:)|\.\s+(?=\w[\w ]{0,25}:)"
        r"|[,;]?\s+\(?(?=(?-i:Born|D\.?O\.?B\.?|Date of [a-z]+|Report date|Date|Year group"
        r"|NHS No|School|Our ref|Your ref|Record completed|Extract for|By)\s*:)"
        r"|,\s+(?=(?:dob|d\.o\.b|date of birth)\b)"
    ),
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\W*(?:apolog\w+|absent|not present|(?:could|did) not (?:come|attend)|unable to (?:come|attend)|invited but"
    r"|(?:minutes?|notes?)(?: (?:taken )?by)?\s*:)",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:also|and|joined|in attendance|by (?:video|phone|telephone)|online|in person)\b", re.IGNORECASE)
_NAMES = re.compile(r",(?![^()]*\))(?=\s*[A-Z])|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\s+and\s+(?=[A-Z][\w]*\s+[A-Z])")
_HEAD = 30
_SCHOOL_STAFF = re.compile(
    r"sendco|senco\b|head ?teacher|assistant head|deputy head|^head$|class teacher|form tutor", re.IGNORECASE
)
_SCHOOL = re.compile(
    r"(?:name of )?(?:current |present )?(?:school|setting|college|academy|nursery)"
    r"(?: (?:or|/) (?:school|setting|college))?"
    r"(?: (?:name|attended))?(?: and (?:year|class)(?: group)?)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"re|regarding|subject|concerning|about|for|(?:report|advice) (?:for|on|about)", re.IGNORECASE)


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
    yield from _stacked([part for part in parts if isinstance(part, Line)][:_HEAD])


def _stacked(lines: Sequence[Line]) -> Iterator[tuple[str, str, Place]]:
    """Yield labels that stand alone on their line, with the line beneath where that is what the label asks for."""
    for line, beneath in pairwise(lines):
        name = label_of(line.text)
        is_day = name in _DAYS and read_day(beneath.text) is not None
        is_name = name in ("child", "author") and WHOLE_NAME.fullmatch(beneath.text) and not label_of(beneath.text)
        if is_day or (is_name and not NOT_A_CHILD.search(beneath.text)):
            yield line.text, beneath.text, beneath.place


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
    lines = [line for part in parts for line in lines_of(part)]
    details: dict[str, Fact] = {}
    titled = None
    for title, words, place in pairs_of((*parts, *running)):
        name = label_of(title)
        if not name:
            continue
        if name == "panel" and not re.search(r"\d", words) and words:
            name = "present"
        if name == "child" and ORGANISATION.search(words) and _SUBJECT.fullmatch(title.strip()):
            name = "recipient"
        fact = _labelled(name, title, words, place)
        held = details.get(name)
        if held is None or (held.state is not State.KNOWN and fact.state is State.KNOWN):
            details[name] = fact
            titled = (title, place) if name == "author" and fact.versions and ROLE.search(title) else titled
    reader = Unlabelled(lines, [part for part in parts if isinstance(part, Line)], running, letter=letter)
    for name, found in (
        ("dated", reader.dated),
        ("recipient", reader.recipient),
        ("author", reader.author),
        ("child", reader.child),
        ("born", reader.born),
    ):
        _found(details, name, found)
    _author_with_role(details)
    # "Social worker: …" names the author by what they are.
    own = known(titled[0].strip(" :"), replace(titled[1], words=titled[0])) if titled else None
    _found(details, "role", lambda: own or reader.role())
    _found(details, "organisation", reader.organisation)
    _minuted(details)
    _of_school(details, parts)
    nowhere = lines[0].place if lines else None
    for name in ("child", "born", "dated", "author", "role", "organisation", "recipient"):
        details.setdefault(name, absent(State.NOT_FOUND, nowhere))
    return details


def _found(details: dict[str, Fact], name: str, found: Callable[[], Fact | None]) -> None:
    """Keep what was found of a detail that no label gives."""
    held = details.get(name)
    fact = found() if held is None or held.state is not State.KNOWN else None
    if fact is not None:
        details[name] = fact


def _labelled(name: str, title: str, words: str, place: Place) -> Fact:
    words = " ".join(words.split())
    place = replace(place, words=words)
    if not words or says_nothing(words):
        return absent(State.NOT_STATED, place)
    if name in _DAYS:
        return labelled_day(words, place)
    if name == "present":
        return known(people_in(words), place)
    if name == "child" and _SUBJECT.fullmatch(title.strip()):
        named_here = NAME_IN.search(re.split(r"[–—,(]", words)[0]) or NAME_IN.search(words)
        if named_here is None or NOT_A_CHILD.search(named_here[0]):
            return absent(State.NOT_FOUND, place)
        return known(named_here[0], replace(place, words=named_here[0]))
    if name == "child":
        named = re.split(r"\s*[,(]|\s+[–—-]\s+", words)[0].strip()
        return known(named, replace(place, words=named))
    return known(words.strip(" .") if name != "recommendation" else words, place)


def people_in(words: str) -> tuple[str, ...]:
    """Return the names in a list of people, each as printed with its role; those said to have been away are none."""
    here = "\n".join(_those_there(line) for line in words.split("\n"))
    parted = [each.strip(" ,.") for each in re.split(r";(?![^()]*\))|\n", here) if each.strip(" ,.")]
    if len(parted) > 1:
        # What is parted by semicolons may hold commas of its own.
        return tuple(each for each in parted if not _AWAY.match(each))
    outside = _NAMES.split(here.strip().rstrip("."))
    people = [each.strip(" ,") for each in outside if each.strip(" ,")]
    merged: list[str] = []
    for each in people:
        if (merged and not WHOLE_NAME.match(each)) or (
            merged and ROLE.search(each) and WHOLE_NAME.fullmatch(each) and not re.match(TITLE, each)
        ):
            merged[-1] += f", {each}"
        else:
            merged.append(each)
    return tuple(merged)


def _those_there(line: str) -> str:
    """Return a line that lists people as far as its sentences tell of those who were there."""
    starts = sentence_starts(line)
    sentences = [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    kept = [each for at, each in enumerate(sentences) if (at == 0 or _MORE.match(each)) and not _AWAY.match(each)]
    return "; ".join(each.rstrip(".") for each in kept)


def _minuted(details: dict[str, Fact]) -> None:
    """Take for the author who is said, among those present, to keep the minutes."""
    present, author = details.get("present"), details.get("author")
    if present is None or not present.versions or (author is not None and author.versions):
        return
    for person in present.value if isinstance(present.value, tuple) else ():
        if re.search(r"\((?:minutes?|notes?|minute.?taker|note.?taker|clerk)\b", person, re.IGNORECASE):
            name = person.split("(")[0].strip(" ,")
            details["author"] = known(name, present.where or Place(""), Origin.READ)


def _of_school(details: dict[str, Fact], parts: Sequence[Part]) -> None:
    """Take the school a form names for the organisation of an author whose role is one of a school's staff."""
    role, held = details.get("role"), details.get("organisation")
    if role is None or not role.versions or (held is not None and held.versions):
        return
    if not _SCHOOL_STAFF.search(str(role.value)):
        return
    for part in parts:
        if isinstance(part, Label) and _SCHOOL.fullmatch(part.title.strip(" :")) and part.text.strip():
            name = re.split(r"[,(;\n]", part.text)[0].strip(" .")
            details["organisation"] = known(name, replace(part.place, words=name), Origin.READ)
            return


def _author_with_role(details: dict[str, Fact]) -> None:
    """Take the role and the organisation printed after the author's name apart from it."""
    author = details.get("author")
    if author is None or author.state is not State.KNOWN:
        return
    place = author.where or Place("")
    for day in find_days(str(author.value)):
        held = details.get("dated")
        if held is None or held.state is not State.KNOWN:
            words = str(author.value)[day.start : day.end]
            details["dated"] = known(day.days, replace(place, words=words), author.origin)
    pieces = [
        p.strip(" )(.") for p in re.split(r",\s*|\s*\(|\s+[–—-]\s+|;\s*|\n", str(author.value)) if p.strip(" )(.")
    ]
    if not pieces:
        return
    details["author"] = known(pieces[0], replace(place, words=pieces[0]), author.origin)
    for piece in pieces[1:]:
        name = "role" if ROLE.search(piece) else "organisation" if ORGANISATION.search(piece) else ""
        held = details.get(name)
        if name and (held is None or held.state is not State.KNOWN):
            details[name] = known(piece, replace(place, words=piece), author.origin)
