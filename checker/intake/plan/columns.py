"""What a column, a label or a row of a table is for, told from its heading words.

A role is a name from :data:`ROLES`; the words of a heading decide, and where they could
mean two things the section they stand in does ("When" in Section E is by when, in
Section F how often). Words that tell nothing give no role.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.intake.blocks import Row, Table
from checker.intake.plan.headings import sections_named
from checker.wording.dimensions import PROVISION_FIELDS

DIMENSIONS = frozenset((*PROVISION_FIELDS, "reason_not_quantified", "adulthood_area"))
"""Roles that are fields of a provision."""

_PROVISION: tuple[tuple[str, str], ...] = (
    (r"how often(?: and (?:for )?how long)?|frequency(?: and duration)?|how many times.*|how frequently", "frequency"),
    (
        (
            r"(?:for )?how long(?: (?:for|each time|is each session))?|duration"
            r"|(?:length|duration) of (?:each )?(?:session"
            r"|time)s?|session length|time per session"
        ),
        "duration",
    ),
    (
        (
            r"how much(?: and how often)?"
            r"|(?:total )?(?:amount|hours|number of hours|time)(?: (?:per|a|each) (?:day|week|term|year))?"
            r"|hours provided|quantity"
        ),
        "amount",
    ),
    (r"(?:staff(?:ing)? |adult )?ratio", "ratio"),
    (r"(?:size of (?:the )?group|group size|grouping)", "group_size"),
    (
        (
            r"(?:by )?whom?(?: (?:will|is going to) (?:deliver|provide|do|be doing) (?:it|this))?|who (?:delivers"
            r"|provides)(?: it| this)?|(?:to be )?(?:delivered|provided) by|(?:who is |person(?:s)? "
            r"|staff )?responsible(?: person)?|deliverer|provider|staff(?:ing)?|delivered by whom"
        ),
        "deliverer",
    ),
    (
        (
            r"(?:staff )?(?:training|qualifications?|expertise|skills)(?: (?:and|or) (?:training|qualifications?"
            r"|expertise|experience))?(?: (?:of staff|required|needed))?"
        ),
        "qualification",
    ),
    (
        r"where|location|venue|where (?:it|this) (?:will be|is) (?:delivered|provided)|setting of delivery",
        "setting_of_delivery",
    ),
    (r"(?:date )?from|starts?|start(?:ing)? date|starting(?: from)?|begins", "start"),
    (r"until|to|ends?|end date|finish(?:es)?", "end"),
    (
        (
            r"review(?:ed)?|when reviewed|(?:how|when)(?: (?:it|this))? (?:will (?:it|this) be|is) (?:reviewed"
            r"|monitored)|reviewed? (?:when|by|date|on)|monitoring(?: and review)?|review (?:arrangements|cycle)"
            r"|date (?:of|for) review"
        ),
        "review",
    ),
    (r"(?:at least|minimum|at a minimum)", "minimum"),
    (r"(?:lessons|times|lessons covered|lessons or times)", "covers"),
    (r"reason (?:for no amount|not quantified|for flexibility|why .*)", "reason_not_quantified"),
    (
        r"preparing for adulthood(?: area)?|pfa(?: area)?|preparation for adulthood(?: area)?|area of adulthood",
        "adulthood_area",
    ),
    (r"(?:type|kind)(?: of (?:provision|support|help))?", "kind"),
    (r"agreed(?: by.*)?|agreement(?: of.*)?|(?:icb|commissioner) agree(?:d|ment).*", "agreed"),
)
_BY_WHEN = (
    r"by when|when|(?:to be )?(?:achieved|reached|met) by(?: when)?|(?:date )?to be achieved(?: by)?|target date"
    r"|time ?scales?|time ?frame"
    r"|by what date|when will (?:it|this) be achieved(?: by)?|date for achievement|end date|achieve by"
    r"|deadline|date|by"
)
_OUTCOME_KIND = r"(?:type|kind)(?: of outcome)?|outcome (?:type|kind)|education(?: health)? (?:and|or) care"
_NEED = (
    r"(?:special educational |identified |main |area of )?(?:needs?|difficult(?:y|ies))(?: (?:and"
    r"|or) difficulties| it meets| met| answered| this meets| addressed| being met)?(?: \(?(?:section )?b\)?)?"
    r"|(?:links?"
    r"|linked|relates?) to(?: need)?s?(?: \(?section b\)?)?|meets|(?:to )?meets? needs?"
    r"|(?:for|meets|linked to) needs? (?:and |or )?(?:for )?outcomes?"
    r"|for (?:health |social care |care )?needs?|section b"
    r"|.{0,20}needs? \(section b\)|need (?:no|number|ref(?:erence)?)\.?"
)
_OUTCOME = (
    r"(?:desired |intended |long.term |linked |agreed )?outcomes?(?: sought| supported| it supports| linked"
    r"| this supports| for .{1,30})?(?: \(?(?:section )?e\)?)?|(?:supports?|linked to|links to|for|towards) outcomes?"
    r"|(?:works? |working |helps? )?towards|section e|.{0,20}outcomes? \(section e\)"
    r"|outcome (?:no|number|ref(?:erence)?)\.?"
    r"|what we want(?: .{1,20})? to achieve"
)
_HELP = (
    r"(?:special educational |agreed |health(?: care)? |social care )?(?:provision|support)(?: (?:required|needed"
    r"|to be (?:made|provided)|to meet .{1,30}|for .{1,30}))?(?: \(?(?:section )?[fgh][12]?\)?)?"
    r"|(?:through|by) provision|section [fgh][12]?"
    r"|what (?:will|is to|is going to) be (?:provided|done)|what (?:help|support|provision).*"
    r"|what|help|.{0,30}provision \(section [fgh][12]?\)"
)
_PRINTED = re.compile(r"[A-K][12]?\s?[.\-]?\s?\d+(?:\.\d+)*[a-z]?[.):]?|\(?\d{1,3}(?:\.\d+)*[.):]?")
_LABEL = r"(?:item )?(?:no|nos|number|ref|reference|item|#|id|code)\.?|[a-k][12]?(?: no\.?| number| ref(?:erence)?)?"
_GRID_ROW = r"grid row"
_TITLE = r"sub ?heading"
_AREA = r"(?:broad )?area(?:s)? of (?:special educational )?need|area|category(?: of need)?|broad area"
_SETTING = (
    (
        (
            r"(?:full )?name(?: of (?:the )?.*)?|(?:named )?(?:school|college|setting|placement|institution|provider)"
            r"|(?:school|college|setting|institution|provider) (?:is )?named"
            r"|(?:name of )?(?:school|college|setting|placement|institution)(?: (?:or|/|and) .*)?(?: name)?"
        ),
        "name",
    ),
    (r"types?(?: of .*)?|(?:school|college|setting|placement|institution|provider) type", "type"),
    (
        (
            r"(?:date )?from|starts?(?: date| on)?|start(?:ing)?(?: date)?(?: of placement)?|date of (?:admission"
            r"|start)|(?:placement|attend(?:s|ing|ance)) (?:starts|from|start date)|admission date|with effect from"
        ),
        "start",
    ),
    (
        (
            r"(?:date )?(?:until|to)|ends?(?: date| on)?|end(?:ing)? date|date of (?:leaving|end)|placement (?:ends"
            r"|until|end date)|leaving date"
        ),
        "end",
    ),
)
_ADVICE = (
    (
        (
            r"what|we asked|whom we asked|(?:kind|type|source|nature) of (?:advice|report|information|evidence)(?:.*)?"
            r"|advice(?: or information)?"
            r"|reports?|documents?|title(?: of .*)?|(?:name of )?(?:report|document|advice)|evidence|(?:advice"
            r"|report)(?: and| or|/) ?(?:information|report|advice)|information|kind|type|profession(?:al)?|service"
        ),
        "kind",
    ),
    (
        (
            r"who wrote it|written by whom"
            r"|(?:name of )?authors?(?: name)?(?: and (?:role|title))?|(?:provided|written|completed|prepared|given"
            r"|supplied) by|from(?: whom)?|by(?: whom)?|names?|who|contributor|name of (?:professional|author"
            r"|contributor)"
        ),
        "author",
    ),
    (r"role|job title|position|designation|role or title", "role"),
    (
        (
            r"dated?(?: of (?:the )?(?:advice|report|document|information))?|(?:report|advice) date|when"
            r"|date (?:received|written|completed|of .*)"
        ),
        "dated",
    ),
)
_BY_WHEN_ELSEWHERE = _BY_WHEN.replace("|when|", "|").replace("|date|by", "")
_WORDS = ("description", "details", "detail", "description of need")
_OWN = {
    "b": "need",
    "c": "need",
    "d": "need",
    "e": "outcome",
    "f": "provision",
    "g": "provision",
    "h1": "provision",
    "h2": "provision",
}
_LONGEST_HEADER = 14
_LONGEST_TEXT = 300


def is_label(text: str) -> bool:
    """Return whether the words are an item's printed number and nothing else."""
    return bool(_PRINTED.fullmatch(text.strip()))


def role_of(words: str, section: str = "") -> str:
    """Return the role a header or label gives, or an empty string.

    ``section`` is the code of the section it stands in ("f"), empty for none. The
    section's own subject gives ``words``.
    """
    if len(words) > _LONGEST_TEXT:
        return ""
    plain = re.sub(r"[^\w#().]+", " ", words.lower()).strip(" .()")
    plain = re.sub(r"\s*\(.*$", "", plain) if section in ("i", "k") else plain
    if not plain or len(plain.split()) > _LONGEST_HEADER:
        return ""
    if section == "i":
        return _first(_SETTING, plain)
    if section == "k":
        return "label" if re.fullmatch(r"no|number|ref|item|appendix", plain) else _first(_ADVICE, plain)
    role = _subject(plain, section) or _dimension(plain, section) or _other(plain, section)
    return "words" if role and _OWN.get(section) == role else role


def _subject(plain: str, section: str) -> str:
    if section == "e" and re.fullmatch(_BY_WHEN, plain):
        return "by_when"
    if section == "e" and re.fullmatch(_OUTCOME_KIND, plain):
        return "kind"
    forms = (
        (_LABEL, "label"),
        (_AREA, "area"),
        (_NEED, "need"),
        (_OUTCOME, "outcome"),
        (_GRID_ROW, "grid_row"),
        (_TITLE, "title"),
    )
    return next((role for pattern, role in forms if _matches(pattern, plain)), "")


def _dimension(plain: str, section: str) -> str:
    if section not in ("f", "g", "h1", "h2", ""):
        return ""
    return _first(_PROVISION, plain) or ("frequency" if section and plain == "when" else "")


def _other(plain: str, section: str) -> str:
    if _matches(_HELP, plain):
        return "provision"
    if re.fullmatch(_BY_WHEN_ELSEWHERE, plain):
        return "by_when"
    return "words" if plain in _WORDS and section else ""


def _matches(pattern: str, plain: str) -> bool:
    return bool(re.fullmatch(pattern, plain) or re.fullmatch(pattern, plain + ")"))


def _first(forms: tuple[tuple[str, str], ...], plain: str) -> str:
    return next((role for pattern, role in forms if re.fullmatch(pattern, plain)), "")


@dataclass(frozen=True)
class Columns:
    """The header of a table: its row, and what each column is for.

    ``roles`` maps a column to its role in the table's own section; ``sections`` maps a
    column of a shared grid to the section its heading names; ``titles`` are the words.
    """

    row: int
    roles: dict[int, str]
    sections: dict[int, str]
    titles: dict[int, str]


GRID = {"need": "b", "outcome": "e", "provision": "f"}
"""The section that a bare "Needs", "Outcomes" or "Provision" names, by its role."""


def read_columns(table: Table, section: str = "") -> Columns | None:
    """Return the columns of the first row that is a header, or None if the table has none.

    A row is a header if at least two of its cells have different roles and every other
    one is short. A grid's header may be below a row or two of titles.
    """
    for row in table.rows[:4]:
        found = _header(row, section, _numbered_beneath(table, row))
        if found:
            return found
    return None


def is_header_again(row: Row, columns: Columns) -> bool:
    """Return whether ``row`` repeats the header, as at the head of a page."""
    words = {cell.column: " ".join(cell.text.lower().split()) for cell in row.cells}
    return bool(words) and words == {c: " ".join(t.lower().split()) for c, t in columns.titles.items()}


def _numbered_beneath(table: Table, row: Row) -> dict[int, str]:
    """Return the column that has no heading and holds the numbers of items, if the first is one."""
    first = row.cells[0] if row.cells else None
    if first is None or first.text.strip() or len(row.cells) < 3:  # noqa: PLR2004  (a number, words, and more)
        return {}
    beneath = [each.cells[0].text.strip() for each in table.rows if each.number > row.number and each.cells]
    held = [text for text in beneath if text]
    return {first.column: "label"} if held and all(is_label(text) for text in held) else {}


def _header(row: Row, section: str, numbers: dict[int, str]) -> Columns | None:
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) < 2 or any(len(cell.text.split()) > _LONGEST_HEADER * 2 for cell in filled):  # noqa: PLR2004
        return None
    roles: dict[int, str] = {}
    sections: dict[int, str] = {}
    for cell in filled:
        named = sections_named(cell.text, strong=True)
        role = role_of(cell.text, section)
        if named and len(named.codes) == 1 and (named.lettered or not role or role in (*GRID, "words")):
            sections[cell.column] = named.codes[0]
        elif role in GRID:
            sections[cell.column] = grid_section(cell.text, role)
        if role:
            roles[cell.column] = role
    if len(set(sections.values())) < 2:  # noqa: PLR2004  (the columns of a shared grid are sections)
        roles |= numbers
    if len(set(roles.values())) < 2 and len(set(sections.values())) < 2:  # noqa: PLR2004  (a header tells columns apart)
        return None
    # A row of data whose cells happen to read like headers has others that do not, and is not marked as a header.
    if not row.header and len(roles.keys() | sections.keys()) * 2 < len(filled):
        return None
    return Columns(row.number, roles, sections, {cell.column: cell.text for cell in row.cells})


def grid_section(title: str, role: str) -> str:
    """Return the code of the section that a title of the role need, outcome or provision names, or an empty string."""
    words = title.lower()
    health, care = "health" in words, "care" in words and "health" not in words
    if role == "need":
        return "c" if health else "d" if care else "b"
    if role == "provision":
        return "g" if health else "" if care else "f"
    return GRID[role]
