"""A plan to fill in: its sections in the statutory order, and a place for each thing the rules read.

The order and the subjects of the sections are those of regulation 12(1) of the SEND
Regulations 2014; the titles are in our own short words.
"""

from __future__ import annotations

from dataclasses import dataclass

DETAILS = (
    "Name",
    "Known as",
    "Date of birth",
    "Year group",
    "Date of this plan",
    "Next review",
    "Signed for the authority",
)
"""The labels at the head of a plan. The signature is by an officer of the authority (regulation 12(4))."""


@dataclass(frozen=True)
class BlankSection:
    """A section to fill in: its code and heading, the labels it has, and what to write there.

    ``columns`` pairs each label with its prompt. ``kind`` is ``parts`` (labels with words
    beneath), ``items``, ``cards`` (items with too many labels for a row), ``settings`` or
    ``advice``; ``rows`` is how many places there are.
    """

    code: str
    heading: str
    kind: str
    columns: tuple[tuple[str, str], ...]
    rows: int = 3


_AREA = ("Area of need", "Area of need")
_HOW = (
    ("How often", "How often"),
    ("How long each time", "How long"),
    ("Who delivers it", "Who"),
)
_LINKED = ("Linked items", "Such as B1, E1")

SECTIONS = (
    BlankSection(
        "a",
        "Section A: The views, interests and aspirations of the child and the parents, or of the young person",
        "parts",
        (
            ("The child's or young person's views", "In their own words"),
            ("The child's or young person's interests", "What they like and are good at"),
            ("The child's or young person's aspirations", "What they hope for"),
            ("The parents' views", "In their own words"),
            ("The parents' aspirations", "What they hope for their child"),
            ("How to communicate with the child or young person", "What helps"),
            ("How these views were given", "Who asked, how and when"),
        ),
    ),
    BlankSection(
        "b", "Section B: Special educational needs", "items", (_AREA, ("Need", "One need, and how it shows itself")), 4
    ),
    BlankSection(
        "c",
        "Section C: Health care needs related to the special educational needs",
        "items",
        (("Need", "One need; or write: None"),),
        2,
    ),
    BlankSection(
        "d",
        "Section D: Social care needs related to the special educational needs, or to a disability",
        "items",
        (("Need", "One need; or write: None"),),
        2,
    ),
    BlankSection(
        "e",
        "Section E: The outcomes sought",
        "items",
        (("Outcome", "What will be different"), ("By when", "A date"), _LINKED),
        4,
    ),
    BlankSection(
        "f",
        "Section F: Special educational provision",
        "cards",
        (
            _AREA,
            ("Provision", "What will be done, for which need"),
            *_HOW,
            ("Training or qualification", "Of whoever delivers it, or who supervises"),
            ("Ratio", "Adults to children"),
            ("Group size", "How many children"),
            ("Where", "In which room or lesson"),
            ("From", "From when"),
            ("Until", "Until when, if it ends"),
            ("Review", "When and by whom it is reviewed"),
            _LINKED,
        ),
        4,
    ),
    BlankSection(
        "g",
        "Section G: Health care provision reasonably required",
        "items",
        (
            ("Health provision", "What will be done; or write: None"),
            *_HOW,
            ("Agreed", "By the health body, on"),
            _LINKED,
        ),
        2,
    ),
    BlankSection(
        "h1",
        "Section H1: Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
        "items",
        (("Support", "What will be done; or write: None"), *_HOW, _LINKED),
        2,
    ),
    BlankSection(
        "h2",
        "Section H2: Other social care provision reasonably required",
        "items",
        (("Support", "What will be done; or write: None"), *_HOW, _LINKED),
        2,
    ),
    BlankSection(
        "i",
        "Section I: Placement",
        "settings",
        (("Name", "Left blank in a draft"), ("Type", "Left blank in a draft"), ("From", "Date"), ("Until", "Date")),
        1,
    ),
    BlankSection(
        "j",
        "Section J: Personal budget and direct payments",
        "items",
        (("Details", "What it pays for and how it is used; or write: None"), _LINKED),
        1,
    ),
    BlankSection(
        "k",
        "Section K: Advice and information",
        "advice",
        (("Advice", "What kind"), ("Author", "Name"), ("Role", "Post"), ("Dated", "Date")),
        8,
    ),
)

_HEAD = """\
# A plan to fill in. Each item has its words; a label left empty says that nothing is stated, a label taken out says
# nothing at all. Take out what the plan does not have.
plan:
  title: "Education, Health and Care Plan"
  status:                     # Draft, Final, Amended final
"""
_KEYS = {"Name": "name", "Type": "type", "From": "from", "Until": "until"}
_ADVICE_KEYS = {"Advice": "kind", "Author": "author", "Role": "role", "Dated": "dated"}


def blank_plan() -> str:
    """Return a blank typed plan as YAML."""
    lines = ["  details:", *(f'    - {{label: "{label}", words: }}' for label in DETAILS), "  sections:"]
    for section in SECTIONS:
        lines += [f'    - heading: "{section.heading}"', *_body(section)]
    return _HEAD + "\n".join(lines) + "\n"


def _body(section: BlankSection) -> list[str]:
    labels = [label for label, _ in section.columns]
    if section.kind == "parts":
        return ["      parts:", *(f'        - {{heading: "{label}", words: }}' for label in labels)]
    if section.kind == "settings":
        return ["      settings:", f"#        - {{{', '.join(f'{_KEYS[label]}: ' for label in labels)}}}"]
    if section.kind == "advice":
        return ["      advice:", f"#        - {{{', '.join(f'{_ADVICE_KEYS[label]}: ' for label in labels)}}}"]
    own = {"Need", "Outcome", "Provision", "Health provision", "Support", "Details", "Area of need", "Linked items"}
    cells = [label for label in labels if label not in own]
    number = f"{section.code.upper()}{'.' if section.code[1:] else ''}1"
    item = [f"label: {number}"]
    item += ["area: "] if "Area of need" in labels else []
    item += ["words: "]
    item += ["for: []", "outcomes: []"] if section.code in ("f", "g", "h1", "h2") else []
    item += [f"cells: {{{', '.join(f'{label}: ' for label in cells)}}}"] if cells else []
    return ["      items:", f"#        - {{{', '.join(item)}}}"]
