"""The cases in the minutes of a panel: the reference, what was decided, and the words of the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.facts import Fact, Origin, Place, known
from checker.intake.dates import find_days
from checker.papers.details import label_of, people_in
from checker.papers.lines import Grid, Label, Line, Part, across
from checker.papers.paper import PanelCase
from checker.papers.sentences import sentences_of
from checker.papers.unlabelled import WHOLE_NAME

_REFERENCE = re.compile(r"\b(?=[A-Z/\-\d]*\d)[A-Z]{1,5}(?:[/\-][A-Z]{1,4})?[/\- ]?\d{2,6}(?:[/\-][A-Z\d]{1,6})*\b")
_ONLY_REFERENCE = re.compile(rf"{_REFERENCE.pattern}(?=\s|$|[,(])")
_LABELLED = re.compile(
    r"(?:case|child|ref(?:erence)?|item)\b[\s.:#]*(?:no\.?|number|ref(?:erence)?|case)*[\s.:#]*", re.IGNORECASE
)
_DECISION = re.compile(
    (
        r"(?:panel(?:'s)? )?(?:decision|outcome|decided|resolved|agreed action)(?: "
        r"of (?:the )?panel)?\s*[:–—-]\s*(?P<words>.+)"
    ),
    re.IGNORECASE,
)
_DECIDES = re.compile(
    (
        r"\bpanel (?:has )?(?:agreed|decided|(?:did|does|do) not (?:agree|support|approve|consider)|declined|refused"
        r"|recommended|recommends|deferred|supported|asked|was not able|could not)\b"
        r"|\b(?:it was )?(?:not )?(?:agreed|decided|deferred|resolved|declined|approved|refused)\b"
        r"|\b(?:recommendation|decision)(?: of the panel)? (?:is|was)\b|\bpanel's (?:view|advice) (?:is|was)\b"
        r"|\bno (?:recommendation|decision) "
        r"(?:is|was|could be|can be) (?:made|reached|taken)\b|\b(?:come|brought|come) back (?:on|to)\b"
    ),
    re.IGNORECASE,
)
_SAYS_DECISION = re.compile(r"decision|decided|outcome|recommend|agreed|resolved|resolution|result", re.IGNORECASE)
_LIKE_DECISIONS = re.compile(
    r"^(?:to|not|no|yes)\b|\b(?:agree\w*|refus\w+|defer\w*|declin\w+|approv\w+|support\w*|withdrawn|maintain|cease|amend"
    r"|issue|assess|re-assess|decided|resolved)\b",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"\b(?:file copy|copy (?:for|to|of)(?: the)? (?:file|case)(?: of)?|extract (?:for|of)(?: case| file)?)\b",
    re.IGNORECASE,
)
_OF_THE_DAY = re.compile(r"\b(?:note|notes|minutes|record) of\b[^.]*\b(?:agreed|approved)\b", re.IGNORECASE)


_PART_OF_CASE = re.compile(r"decision|discussion|outcome|reason|background|evidence|summary|notes", re.IGNORECASE)


@dataclass
class _Open:
    reference: str
    place: Place
    words: list[str] = field(default_factory=list)
    decision: str = ""
    decided: Place | None = None


@dataclass(frozen=True)
class MinutesRead:
    """The cases of the minutes, and the details only minutes have."""

    cases: tuple[PanelCase, ...]
    details: dict[str, Fact]


def minutes_of(parts: Sequence[Part]) -> MinutesRead:
    """Return the cases that the parts of the minutes record, in their order."""
    reader = _Reader()
    for part in parts:
        reader.part(part)
    if reader.present and reader.at is not None:
        reader.details["present"] = known(tuple(dict.fromkeys(reader.present)), reader.at)
    _named(reader.found, reader.details)
    return MinutesRead(tuple(_closed(each) for each in reader.found), reader.details)


class _Reader:
    def __init__(self) -> None:
        self.found: list[_Open] = []
        self.details: dict[str, Fact] = {}
        self.present: list[str] = []
        self.at: Place | None = None
        self._here = ""
        self._apart = False

    def part(self, part: Part) -> None:
        """Read one part."""
        if isinstance(part, Grid):
            self.found += _rows(part)
        elif isinstance(part, Label):
            self._label(part)
        else:
            _panel_day(part, self.details)
            _copied(part, self.details)
            self._line(part)

    def _label(self, label: Label) -> None:
        case = re.search(r"case|ref|child|item", label.title, re.IGNORECASE)
        reference = _REFERENCE.search(label.text) if case else _REFERENCE.match(label.title)
        if reference:
            self.found.append(_Open(reference[0], label.place))
        elif label_of(label.title) == "present" and not self.found:
            self.present += [name for line in label.lines for name in people_in(line.text)]
            self.at = label.place
        elif self.found and re.search(r"decision|outcome|agreed", label.title, re.IGNORECASE):
            self.found[-1].decision, self.found[-1].decided = label.text, label.place
        elif self.found:
            self.found[-1].words.append(label.text)

    def _line(self, line: Line) -> None:
        if _opens(line):
            match = _REFERENCE.search(f"{line.number} {line.text}")
            reference = match[0] if match else line.text
            self.found.append(_Open(reference, line.place))
            _text(line, self.found[-1], after=reference)
            self._here, self._apart = line.text, False
        elif line.heading:
            self._here = line.text
            self._apart = not _PART_OF_CASE.search(line.text)
        elif self.found:
            if not self._apart:
                _text(line, self.found[-1], under=self._here)
        elif label_of(self._here) == "present":
            self.present += people_in(line.text)
            self.at = self.at or line.place


def _opens(line: Line) -> bool:
    """Return whether a line begins a case: it starts with a reference, or it is a heading that holds one."""
    text = _LABELLED.sub("", line.text, count=1) if _LABELLED.match(line.text) else line.text
    found = _REFERENCE.search(text)
    return found is not None and (found.start() == 0 or (bool(line.heading) and len(text.split()) < 14))  # noqa: PLR2004  (a heading)


def _text(line: Line, case: _Open, *, after: str = "", under: str = "") -> None:
    text = line.text.partition(after)[2].strip(" :–—-.,") if after else line.text
    if not text:
        return
    labelled = _DECISION.search(text)
    if labelled and not case.decision:
        case.decision, case.decided = labelled["words"].strip(), replace(line.place, words=labelled["words"].strip())
        before = text[: labelled.start()].strip()
        if before:
            case.words.append(before)
        return
    if re.search(r"decision|outcome", under, re.IGNORECASE) and not case.decision and not line.heading:
        case.decision, case.decided = text, line.place
        return
    case.words.append(text)


def _rows(grid: Grid) -> list[_Open]:
    """Return the cases of a table, its columns of references and of decisions told by title, else by their words."""
    decides = _column(grid, ("decision", "outcome"), _SAYS_DECISION, _LIKE_DECISIONS)
    names = _column(grid, (), None, _ONLY_REFERENCE)
    if names is None or names == decides:
        names = next((grid.roles.index(role) for role in ("reference", "number") if role in grid.roles), 0)
    if decides is None or names == decides:
        return []
    found = []
    for row in grid.rows:
        reference, decision = row[names], row[decides]
        if reference is None or decision is None or across(row) is not None or not reference.text.strip():
            continue
        match = _REFERENCE.search(reference.text)
        title = " ".join(reference.text.split())
        others = [cell for cell in dict.fromkeys(row) if cell is not None and cell not in (reference, decision)]
        case = _Open(match[0] if match else title, decision.place)
        case.words = [title] if match and title != match[0] else []
        case.words += [" ".join(cell.text.split()) for cell in others if cell.text.strip()]
        case.decision = " ".join(decision.text.split())
        case.decided = replace(decision.place, words=case.decision)
        found.append(case)
    return found


def _column(grid: Grid, roles: Sequence[str], title: re.Pattern[str] | None, words: re.Pattern[str]) -> int | None:
    """Return which column has a role, else a title, else words in most cells: the first, or with a title the last."""
    held = next((grid.roles.index(role) for role in roles if role in grid.roles), None)
    if held is None and title is not None:
        # A narrow column breaks its words: "Recommen dation".
        held = next((at for at, each in enumerate(grid.titles) if title.search("".join(each.split()))), None)
    if held is not None:
        return held
    columns = range(len(grid.titles))
    for at in columns if title is None else reversed(columns):
        cells = [row[at] for row in grid.rows]
        fits = sum(cell is not None and bool(words.search(cell.text.strip())) for cell in cells)
        if fits * 2 > len(cells):
            return at
    return None


def _closed(case: _Open) -> PanelCase:
    words = " ".join(case.words)
    decision, place = case.decision, case.decided or case.place
    if not decision:
        told = [Line(each, replace(case.place, words=each)) for each in case.words]
        sentences = [each for line in told for each in sentences_of(line) if not _OF_THE_DAY.search(each.text)]
        decides = [each for each in sentences if _DECIDES.search(each.text.replace("\u2019", "'"))]
        decision = decides[-1].text if decides else ""
    return PanelCase(case.reference, " ".join(decision.split()), words, place)


def _named(cases: Sequence[_Open], details: dict[str, Fact]) -> None:
    """Keep the child where one case alone is opened with a name and a date of birth: the copy is that child's."""
    found = []
    for case in cases:
        words = case.words[0] if case.words else ""
        name = WHOLE_NAME.match(words)
        day = next(iter(find_days(words)), None) if name else None
        if name and day and not words[name.end() : day.start].strip(" ,(–-").strip():
            found.append((name[0], day.days, replace(case.place, words=words)))
    if len(found) == 1:
        name_of, born, place = found[0]
        details["child"] = known(name_of, replace(place, words=name_of), Origin.READ)
        details["born"] = known(born, place, Origin.READ)


def _copied(line: Line, details: dict[str, Fact]) -> None:
    """Keep the reference of the case whose copy of the minutes this is said to be."""
    copy = _COPY.search(line.text)
    found = _REFERENCE.search(line.text, copy.end()) if copy else None
    if found and "reference" not in details:
        details["reference"] = known(found[0], replace(line.place, words=found[0]), Origin.READ)


def _panel_day(line: Line, details: dict[str, Fact]) -> None:
    if "panel" in details:
        return
    for day in find_days(line.text):
        if (
            re.search(r"\b(?:panel|meeting|minutes|held|date)\b", line.text[: day.start], re.IGNORECASE)
            and "next" not in line.text.lower()
        ):
            details["panel"] = known(day.days, replace(line.place, words=line.text), Origin.READ)
            return
