"""Section I: the settings it names, their types and the days they are for.

Labelled cells are taken as they stand. A sentence is read only as far as its form is
plain: a name with a word such as *School* in it, a type in brackets or after a comma, dates
after *from* and *until*. What cannot be told is not found, and then the list is not complete.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker.facts import Days, Fact, Origin, Place, State, absent, known
from checker.intake.blocks import Paragraph
from checker.intake.dates import FoundDays, find_days
from checker.intake.plan.columns import role_of
from checker.intake.plan.details import labelled_day, labelled_words, says_nothing
from checker.intake.plan.pieces import Entry, Labelled, Line, Piece
from checker.intake.plan.ticks import none_ticked, ticked

_LONGEST_SENTENCE = 3000
_ROLES = ("name", "type", "start", "end")
_PLACE_WORD = (
    r"(?:School|Academy|College|Nursery|Pre-?school|Playgroup|Kindergarten|Centre|Center|Unit|Institute"
    r"|Institution|University|Hospital"
    r"|Federation|Trust|Provision|Base|Infants?|Juniors?|Primary|Secondary|High|Grammar|Sixth Form|PRU|House"
    r"|Hall|Lodge|Farm)"
)
_NAME = re.compile(r"(?:The |St\.? |[A-Z][\w'’.&-]*)(?:[ -](?:[A-Z][\w'’.&-]*|of|the|and|for|in|on|upon|de|la|&))*")
_TYPE = re.compile(
    r"\b(?:an? )?((?:(?:maintained|mainstream|special|independent|non-maintained|state-funded|community"
    r"|foundation|voluntary(?: aided| controlled)?"
    r"|local|day|residential|specialist|primary|secondary|infant|junior|middle|all-through|nursery"
    r"|early years|further education|general|sixth[- ]form"
    r"|post-16|alternative provision|free|academy|resourced|approved|section 41|special post-16"
    r"|pupil referral|private|grammar|high|maintained nursery)[ ,/-]+(?:and )?)*"
    r"(?:schools?|academy|college|nursery(?: school| class)?|institution|setting|provider|pre-?school|unit"
    r"|provision|placement|education otherwise(?: than (?:at|in) (?:an? )?(?:school|setting|institution))?"
    r"|elective home education)"
    r"(?: with (?:a|an) [\w -]{3,60}?(?:base|provision|unit|centre))?)\b",
    re.IGNORECASE,
)
_NO_TYPE = frozenset({"school", "schools", "setting", "institution", "provider", "unit", "provision", "placement"})
_FROM = re.compile(
    r"(?:from|starting|beginning|start(?:s|ing)? (?:on|date)|with effect from|commencing|as of)\s*(?:on |in )?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:until|till|up to|to|ending|end(?:s|ing)? (?:on|date)|through to|–|-)\s*(?:the end of )?(?:on |in )?$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    (
        r";|\n|,?\s+(?:and\s+)?then,?\s+(?=from|[A-Z])|(?<=[\w)]\w)\.\s+(?=[A-Z])|,?\s+followed by\s+"
        r"|,\s+and\s+(?=from )|,\s+transferring to\s+"
    ),
    re.IGNORECASE,
)
_PERIOD = re.compile(
    (
        r"\b(?:until|till|up to|from|to the end of|for the (?:rest|remainder)|when|after|before|while|during"
        r"|at the end of|once|by)\b.*"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SettingRead:
    """A setting in Section I: facts by field (name, type, start, end), and where it stands."""

    facts: Mapping[str, Fact]
    place: Place


@dataclass
class _Card:
    place: Place
    cells: dict[str, Labelled] = field(default_factory=dict)


def settings_of(pieces: Sequence[Piece]) -> tuple[tuple[SettingRead, ...], bool]:
    """Return the settings in Section I, and whether every line of it was understood."""
    found: list[SettingRead] = []
    understood = True
    card: _Card | None = None
    ahead: SettingRead | None = None
    for piece in pieces:
        labelled = _labelled(piece)
        for cell in labelled:
            if card is None or cell.role in card.cells:
                _take(found, card)
                card = _Card(cell.place)
            card.cells[cell.role] = cell
        loose = [] if labelled and isinstance(piece, Line) else _running(piece)
        if loose or (labelled and isinstance(piece, Entry)):
            _take(found, card)
            card = None
        for offered in loose:
            if none_ticked(offered.text):
                continue  # a form's choice that nobody has made
            line = replace(offered, text=ticked(offered.text))
            made, whole = _from_words(line)
            for reading in made:
                each = reading
                if not each.facts["name"].versions and not each.facts["type"].versions and _leads(line):
                    ahead = each  # "Until 31 August 2027:", with the setting beneath
                    continue
                if ahead and each.facts["name"].versions:
                    each, ahead = _joined(each, ahead) or each, None
                joined = _joined(found[-1], each) if found else None
                if joined:
                    found[-1] = joined
                else:
                    found.append(each)
                    whole = whole and bool(each.facts["name"].versions or each.facts["type"].versions)
            understood &= whole
    _take(found, card)
    return tuple(each for each in found if not _is_blank(each)), understood


def _leads(line: Paragraph) -> bool:
    return line.text.rstrip().endswith(":")


def _take(found: list[SettingRead], card: _Card | None) -> None:
    """Add a card of labelled cells: a setting, or more of the one before, whose name stands above it."""
    if card is None:
        return
    made = _from_card(card)
    joined = _joined(found[-1], made) if found else None
    if joined:
        found[-1] = joined
    else:
        found.append(made)


def name_tells_type(name: str) -> bool:
    """Tell whether a name holds words that may be its type, such as "Infant School"; "School" alone is none."""
    return any(match[0].lower() not in _NO_TYPE for match in _TYPE.finditer(name))


def _labelled(piece: Piece) -> list[Labelled]:
    if isinstance(piece, Entry):
        return [cell for cell in piece.cells if cell.role in _ROLES]
    text = piece.paragraph.text
    cells = []
    for line in text.split("\n"):
        label, colon, rest = line.partition(":")
        role = role_of(label, "i")
        if not colon or not role:
            return []
        cells.append(Labelled(role, label.strip(), rest.strip(), replace(piece.paragraph.place, words=line.strip())))
    return cells


def _running(piece: Piece) -> list[Paragraph]:
    if isinstance(piece, Line):
        return (
            []
            if piece.subheading and not find_days(piece.paragraph.text) and not _TYPE.search(piece.paragraph.text)
            else [piece.paragraph]
        )
    return list(piece.words)


def _from_card(card: _Card) -> SettingRead:
    facts: dict[str, Fact] = {}
    for role in _ROLES:
        cell = card.cells.get(role)
        if cell is None:
            facts[role] = absent(State.NOT_FOUND, card.place)
        elif role in ("start", "end"):
            facts[role] = labelled_day(cell.text, cell.place)
        elif none_ticked(cell.text):
            # A tick may be drawn, and not be seen.
            facts[role] = absent(State.NOT_FOUND, cell.place)
        else:
            facts[role] = labelled_words(ticked(cell.text), cell.place)
    _split_name(facts)
    return SettingRead(facts, card.place)


def _split_name(facts: dict[str, Fact]) -> None:
    """Take a type in brackets out of a name: "Brackenfold School (mainstream primary school)"."""
    name = facts["name"]
    if not name.versions or facts["type"].state is State.KNOWN:
        return
    match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)\.?", str(name.value))
    place = name.where
    if match and place and _TYPE.fullmatch(match[2].strip()) and facts["type"].state is State.NOT_FOUND:
        facts["name"] = known(match[1], place)
        facts["type"] = known(match[2].strip(), place)


def _joined(one: SettingRead, other: SettingRead) -> SettingRead | None:
    """Return the one setting whose name, type and days stand beneath each other, or None if they are two."""
    given, more = ({role for role in _ROLES if each.facts[role].versions} for each in (one, other))
    if given & more or not given or not more or "name" not in given or "name" in more:
        return None
    return SettingRead({role: (one if role in given else other).facts[role] for role in _ROLES}, one.place)


def _is_blank(setting: SettingRead) -> bool:
    return all(not fact.versions for fact in setting.facts.values()) and all(
        setting.facts[role].state is not State.NOT_FOUND or setting.facts["name"].state is State.NOT_STATED
        for role in ("name", "type")
    )


def _from_words(line: Paragraph) -> tuple[list[SettingRead], bool]:
    if len(line.text) > _LONGEST_SENTENCE:
        unknown = absent(State.NOT_FOUND, line.place)
        return [SettingRead(dict.fromkeys(_ROLES, unknown), line.place)], False
    made: list[SettingRead] = []
    whole = True
    for clause in (part.strip() for part in _CLAUSES.split(line.text)):
        if not clause or says_nothing(clause):
            continue
        setting = _from_clause(clause.rstrip(". "), line.place)
        if setting is None:
            whole = False
        else:
            made.append(setting)
    if not whole and not made:
        unknown = absent(State.NOT_FOUND, line.place)
        made.append(SettingRead(dict.fromkeys(_ROLES, unknown), line.place))
    return made, whole


def _from_clause(clause: str, where: Place) -> SettingRead | None:
    dates = find_days(clause)
    start, end = _bounds(clause, dates)
    rest = _without_dates(clause, dates)
    place = replace(where, words=clause)
    name, kind = _name_and_type(rest)
    if not name and not kind and not start and not end:
        return None
    silent = absent(State.NOT_FOUND, place)
    facts = {
        "name": known(name, place, Origin.READ) if name else silent,
        "type": known(kind, place, Origin.READ) if kind else silent,
        "start": known(start, place, Origin.READ) if start else silent,
        "end": known(end, place, Origin.READ) if end else silent,
    }
    return SettingRead(facts, place)


def _bounds(clause: str, dates: Sequence[FoundDays]) -> tuple[Days | None, Days | None]:
    start = end = None
    for each in dates:
        before = clause[: each.start].rstrip()
        if _FROM.search(before):
            start = each.days
        elif _UNTIL.search(before):
            end = each.days
    return start, end


def _without_dates(clause: str, dates: Sequence[FoundDays]) -> str:
    parts, at = [], 0
    for each in dates:
        before = clause[at : each.start]
        parts.append(_UNTIL.sub("", _FROM.sub("", before.rstrip())))
        at = each.end
    return " ".join("".join([*parts, clause[at:]]).split())


def _name_and_type(rest: str) -> tuple[str, str]:
    kind = ""
    bracketed = re.search(r"\(([^()]*)\)", rest)
    if bracketed and _TYPE.fullmatch(bracketed[1].strip()):
        kind = bracketed[1].strip()
        rest = f"{rest[: bracketed.start()]} {rest[bracketed.end() :]}"
    rest = re.sub(
        (
            r"^\W*(?:to )?(?:at |this is an? |attend(?:s|ing)? |is placed at |will (?:attend|move to|go to) "
            r"|placement at |a place at )"
        ),
        "",
        rest.strip(),
    )
    rest = _PERIOD.sub("", rest).strip(" ,.:;-–—")
    names = [
        m[0].strip(" ,.-") for m in _NAME.finditer(rest) if re.search(_PLACE_WORD + r"\b", m[0]) and " " in m[0].strip()
    ]
    name = max(names, key=len, default="")
    if not kind:
        outside = rest.replace(name, " ", 1) if name else rest
        match = _TYPE.search(outside)
        kind = match[1].strip() if match else ""
    if name and not kind and _TYPE.fullmatch(name) and not re.search(r"[A-Z]", name[1:]):
        return "", name
    return name, kind
