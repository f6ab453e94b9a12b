"""What a plan says of the child and of itself outside its sections: names, dates, stage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.facts import Days, Fact, Origin, Place, State, Version, absent, known
from checker.intake.blocks import Paragraph
from checker.intake.dates import find_days, read_day
from checker.intake.plan.pieces import Labelled
from checker.intake.plan.subheadings import is_plan_title

_PLAN = r"(?:education,? health,? and care |ehc |eh&c )?(?:plan|ehcp)"
_STAGED = r"(?:draft|final|finalised|amended|proposed|amended final|current|this|the)"
_OWNER = (
    r"(?:(?:the )?(?:child|pupil|young person|learner|student)(?:['’]?s)?(?: ?/ ?(?:young person"
    r"|pupil)(?:['’]?s)?| or young person(?:['’]?s)?)?|my)"
)
_FIELDS: tuple[tuple[str, str], ...] = (
    (rf"(?:{_OWNER} )?(?:full )?name(?: of {_OWNER})?(?: is)?|name in full|{_OWNER}", "/child/name"),
    (rf"(?:{_OWNER} )?(?:first|given) names?|forenames?(?:\(s\))?|first name\(s\)", "forename"),
    (r"surname|family name|last name", "surname"),
    (
        (
            r"(?:also )?known as|preferred name|(?:i )?likes? to be (?:known as|called)|name (?:used|preferred)"
            r"|preferred to be known as"
        ),
        "/child/known_as",
    ),
    (rf"(?:{_OWNER} )?(?:date of birth|birth date|d\.?o\.?b\.?)(?: \(.*\))?|(?:i was )?born(?: on)?", "/child/born"),
    (
        (
            r"(?:current |present )?(?:national curriculum |nc |school |academic )?year(?: group)?(?: \(.*\))?|ncy"
            r"|nc year(?: group)?|year group (?:now|at .*)"
        ),
        "year_group",
    ),
    (
        (
            rf"(?:date )?(?:{_PLAN} )?(?:was )?first (?:made|issued|finalised)|date (?:of |the )?(?:the )?(?:original"
            rf"|initial|first) {_PLAN}(?: (?:was )?(?:made|issued))?|(?:original|initial|first) {_PLAN}(?: date"
            rf"| issued| made)?|{_PLAN} (?:was )?first made(?: on)?|date {_PLAN} first (?:made|issued)"
        ),
        "/maintained_plan/making",
    ),
    (
        (
            rf"date of (?:{_STAGED} )*{_PLAN}(?: issued)?|date (?:{_PLAN} )?(?:issued|finalised|of issue)|issue date"
            rf"|(?:{_STAGED} )*{_PLAN} (?:date|issued|dated)(?: on)?|date (?:{_STAGED} )*{_PLAN} (?:was )?(?:issued"
            rf"|finalised|made)|issued(?: on)?|dated?(?: of document| issued)?|date (?:{_STAGED})(?: issued)?"
        ),
        "/plan/issue",
    ),
    (
        r"(?:date of )?(?:the )?(?:last|most recent|previous) (?:annual )?review(?: date)?|last reviewed(?: on)?",
        "/maintained_plan/last_review",
    ),
    (
        (
            r"(?:current|present) (?:education(?:al)? )?(?:school|setting|placement|nursery|college|provision"
            r"|school ?(?:/|or) ?setting)(?: attended)?|(?:school|setting|nursery|college"
            r"|educational setting)(?: (?:now )?attended| currently attended)?|school ?/ ?setting|attends"
        ),
        "/child/present_setting",
    ),
    (
        (
            r"(?:date (?:of|for) )?(?:the |my )?(?:next"
            r"|first) (?:annual )?review(?: meeting)?(?: date)?(?: (?:is )?(?:due|date))?"
            rf"(?: (?:by|on|before))?|review (?:date|due|by|due by|due on|due date)|(?:{_PLAN} )?(?:to be "
            rf"|will be )?reviewed? (?:by|before)"
            rf"|(?:date|deadline) for (?:the )?(?:next )?(?:annual )?review(?: of (?:the|this) {_PLAN})?"
            rf"|annual review (?:due|date)"
        ),
        "/plan/next_review",
    ),
    (
        r"signed(?: off)?(?: (?:by|for|on behalf of)\b.{0,60})?|signature(?: (?:of|for)\b.{0,60})?",
        "/plan/signed_by",
    ),
    (r"(?:date )?signed on|date (?:signed|of (?:signing|signature))|signature date", "/plan/signed_on"),
    (
        rf"(?:{_PLAN} )?(?:status|stage)(?: of (?:the |this )?{_PLAN})?|(?:type|version) of {_PLAN}|{_PLAN} type",
        "/plan/stage",
    ),
)
_STAGES = (
    (r"amended\W*final|final\W*amended|amended (?:education|ehc|plan)|^amended$|finalised amend", "amended_final"),
    (
        (
            r"propos(?:ed|al)\W*(?:for )?amend|amendment notice|notice of amendment|draft amend|amended draft"
            r"|draft amended|working document"
        ),
        "proposed_amendment",
    ),
    (r"\bdraft\b|\bproposed (?:ehc |education)?.*plan\b", "draft"),
    (r"\bfinal(?:ised)?\b", "final"),
)
_BOX_BEFORE = re.compile(r"[☒☑✓✔]\s*([A-Za-z ]+)")
_BOX_AFTER = re.compile(r"([A-Za-z ]+?)\s*[☒☑✓✔]")
_REVIEWED = re.compile(
    r"\b(?:(?:plan|it) (?:will|must|is to|should) be (?:formally )?reviewed|(?:next|annual) review (?:is"
    r"|will be)(?: due| held)?)"
    r"[^.]{0,60}?\b(?:20\d\d|\d{1,2} (?:months?|weeks?)|(?:twelve|six|three) months|every (?:year|term|six months)"
    r"|each (?:year|term)|annually|termly)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:year|yr|y|nc year|ncy)?\s*(\d{1,2})(?:\s*\(.*\))?", re.IGNORECASE)
_LAST_YEAR = 14
_TITLE_LINES = 12
_LONGEST_TITLE = 20
_LONGEST_VALUE = 2000
_EMPTY = re.compile(
    (
        r"[-–—_.…\s]*|(?:tbc|tba|to be (?:confirmed|agreed|completed|advised)|not (?:known|stated|recorded|given)"
        r"|unknown|blank|\[.*\]"
        r"|(?:please )?(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|add|insert) .{1,30}"
        r"|choose an item|select an item|enter text(?: here)?)\.?"
    ),
    re.IGNORECASE,
)


def says_nothing(text: str) -> bool:
    """Return whether a labelled cell is empty, or says only that its value is to come."""
    return len(text) <= _LONGEST_VALUE and bool(_EMPTY.fullmatch(text.strip()))


def labelled_day(text: str, place: Place) -> Fact:
    """Return the fact of a labelled date: the one date in the words, *not found* if we see none or several."""
    if says_nothing(text):
        return absent(State.NOT_STATED, place)
    whole = read_day(text) if len(text) <= _LONGEST_VALUE else None
    if whole:
        return known(whole, place)
    found = {each.days for each in find_days(text[:_LONGEST_VALUE])}
    return known(found.pop(), place) if len(found) == 1 else absent(State.NOT_FOUND, place)


def labelled_words(text: str, place: Place) -> Fact:
    """Return the fact of a labelled cell of words."""
    if re.fullmatch(r"n/?a|not applicable", text.strip(" ."), re.IGNORECASE):
        return absent(State.NOT_APPLICABLE, place)
    return absent(State.NOT_STATED, place) if says_nothing(text) else known(text.strip(), place)


def detail_facts(
    details: Sequence[Labelled], front: Sequence[Paragraph], headers: Sequence[Paragraph]
) -> Mapping[str, Fact]:
    """Return the facts of the child and the plan from labelled details, titles and page headers.

    A detail that several labels give twice the same counts once; one that is given two
    values is *disputed*.
    """
    found: dict[str, list[Labelled]] = {}
    for detail in details:
        pointer = _field(detail.title)
        if pointer:
            found.setdefault(pointer, []).append(detail)
    if "/child/name" not in found and "surname" in found:
        parts = found.get("forename", [])[:1] + found["surname"][:1]
        whole = " ".join(part.text for part in parts if not says_nothing(part.text))
        found["/child/name"] = [Labelled("", parts[0].title, whole, parts[0].place)]
    stage = _stage(found.pop("/plan/stage", []), front, headers)
    facts = {}
    for pointer, given in found.items():
        if pointer == "year_group":
            years = _agreed([_year(each) for each in given])
            facts["/plan/year_group"] = years
            facts["/child/year_group"] = years
        elif pointer == "/plan/signed_by":
            signed = _signature(given)
            facts |= {pointer: signed} if signed else {}
        elif pointer in (
            "/child/born",
            "/plan/issue",
            "/plan/signed_on",
            "/maintained_plan/making",
            "/maintained_plan/last_review",
        ):
            chosen = _of_stage(given, stage) if pointer == "/plan/issue" else given
            facts[pointer] = _agreed([labelled_day(each.text, each.place) for each in chosen])
        elif pointer.startswith("/"):
            facts[pointer] = _agreed([labelled_words(each.text, each.place) for each in given])
    facts["/plan/stage"] = stage
    facts.setdefault("/plan/next_review", _review_in(front))
    return facts


def _signature(given: Sequence[Labelled]) -> Fact | None:
    """Return who signed, or None: a place for a signature that has no words may hold one that a text copy lost."""
    signed = [labelled_words(each.text, each.place) for each in given]
    return next((fact for fact in signed if fact.versions), None)


def _review_in(front: Sequence[Paragraph]) -> Fact:
    """Return the day or period for the next review that a sentence outside the sections gives."""
    for line in front:
        match = _REVIEWED.search(line.text[:_LONGEST_VALUE])
        if match:
            said = " ".join(match[0].split())
            return known(said, replace(line.place, words=said), Origin.READ)
    return absent(State.NOT_FOUND)


def stage_in(text: str) -> str:
    """Return the stage that words name, empty if none, or several ("Draft / Final" with no box ticked)."""
    boxes_first = text.strip()[:1] in "☐☒☑✓✔"
    ticked = (_BOX_BEFORE if boxes_first else _BOX_AFTER).findall(text)
    if ticked:
        return stage_in(" ".join(ticked)) if len(ticked) == 1 else ""
    lowered = " ".join(text.lower().split())
    if re.search(r"draft\W+(?:proposed|final|amended final)|draft\W+plan\W+final|final ?/ ?(?:draft|amended)", lowered):
        return ""
    return next((stage for pattern, stage in _STAGES if re.search(pattern, lowered)), "")


def _field(label: str) -> str:
    if len(label) > _LONGEST_VALUE:
        return ""
    plain = " ".join(label.lower().replace("\u2019", "'").split()).strip(" :.*")
    if re.search(r"\b(?:parent|carer|mother|father|school's|social worker|officer|author|coordinator|gp)\b", plain):
        return ""
    return next((pointer for pattern, pointer in _FIELDS if re.fullmatch(pattern.replace("['’]", "'"), plain)), "")


def _of_stage(given: list[Labelled], stage: Fact) -> list[Labelled]:
    """Return the dates whose labels name the plan's own stage, where some do."""
    if not stage.versions:
        return given
    own = [each for each in given if stage_in(each.title) == stage.value]
    return own or given


def _year(detail: Labelled) -> Fact:
    text = detail.text.strip()
    if says_nothing(text):
        return absent(State.NOT_STATED, detail.place)
    if re.fullmatch(r"(?:year )?r(?:eception)?(?: (?:class|year))?", text, re.IGNORECASE):
        return known(0, detail.place)
    match = _YEAR.fullmatch(text)
    number = int(match[1]) if match else _LAST_YEAR + 1
    return known(number, detail.place) if number <= _LAST_YEAR else absent(State.NOT_FOUND, detail.place)


def _agreed(facts: Sequence[Fact]) -> Fact:
    versions: list[Version] = []
    for fact in facts:
        versions += [v for v in fact.versions if all(v.value != kept.value for kept in versions)]
    if not versions:
        return facts[0]
    if len(versions) == 1:
        return next(fact for fact in facts if fact.versions)
    return Fact(State.DISPUTED, tuple(versions))


def _stage(given: Sequence[Labelled], front: Sequence[Paragraph], headers: Sequence[Paragraph]) -> Fact:
    said = [(stage_in(each.text), each.place) for each in given]
    titles = [line for line in front[:_TITLE_LINES] if ":" not in line.text or is_plan_title(line.text)]
    short = [line for line in (*titles, *headers) if len(line.text.split()) <= _LONGEST_TITLE]
    said += [(stage_in(line.text), line.place) for line in short]
    versions: list[Version] = []
    for stage, place in said:
        if stage and all(stage != v.value for v in versions):
            versions.append(Version(stage, place))
    names = {v.value for v in versions}
    if names == {"final", "amended_final"}:
        versions = [v for v in versions if v.value == "amended_final"]
    elif names == {"draft", "proposed_amendment"}:
        versions = [v for v in versions if v.value == "proposed_amendment"]
    if not versions:
        empty = next((each.place for each in given if says_nothing(each.text)), None)
        return absent(State.NOT_STATED, empty) if empty else absent(State.NOT_FOUND)
    origin = Origin.TYPED if given else Origin.READ
    return Fact(State.KNOWN if len(versions) == 1 else State.DISPUTED, tuple(versions), origin=origin)


def days_in(text: str) -> Days | None:
    """Return the one date in a line, None if there is none or there are several."""
    found = {each.days for each in find_days(text)} if len(text) <= _LONGEST_VALUE else set()
    return found.pop() if len(found) == 1 else None
