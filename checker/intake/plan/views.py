"""Section A: its entries, what each is about and whose views it gives, told from sub-headings and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.facts import Place
from checker.intake.plan.headings import sections_named
from checker.intake.plan.pieces import Entry, Piece

_PARENTS = re.compile(
    r"\b(?:parents?|parental|carers?|mother|father|mum|dad|family|families|grandparents?|foster carers?)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 6
_VIEWS = re.compile(r"\b(?:views?|hopes|aspirations|wishes|interests)\b", re.IGNORECASE)
_KINDS = (
    (
        "views",
        re.compile(
            r"\b(?:views?|wishes|feelings|voice|opinions?|thoughts|what .{0,40}\b(?:think|say|said)s?)\b", re.IGNORECASE
        ),
    ),
    (
        "interests",
        re.compile(r"\b(?:interests?|likes?|enjoys?|hobbies|good at|strengths and interests)\b", re.IGNORECASE),
    ),
    (
        "aspirations",
        re.compile(
            (
                r"\b(?:aspirations?|hopes?|dreams?|goals?|ambitions?|(?:want|hope)s? (?:for|in) (?:the|my|his|her"
                r"|their) future)\b"
            ),
            re.IGNORECASE,
        ),
    ),
)
_ABOUT_THE_SECTION = (
    (
        "communication",
        re.compile(
            r"\b(?:how (?:i|to|we|he|she|they|\w+) communicates?|(?:how|best ways?) (?:best )?to (?:communicate"
            r"|talk|involve)"
            r"|communicat(?:e|ing|ion) with|communication (?:profile|passport|summary))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "contribution",
        re.compile(
            r"\b(?:how .{1,40}(?:views?|wishes|words|information|section|part).{0,20} (?:given|gathered"
            r"|obtained|collected"
            r"|sought|found out|written|recorded)|how .{1,40} (?:gave|contributed|took part|was involved|were involved)"
            r"|(?:written|completed|recorded|scribed|taken) (?:down )?by|who (?:wrote|helped|completed)"
            r"|contribution to (?:the|this|my) plan)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What an entry may be about that is no view: how to communicate with the child, and how the views were given."""
_CHILD = re.compile(
    r"\b(?:my|me|i|i['’]m|child['’]?s?|young person['’]?s?|pupil['’]?s?|learner['’]?s?|his|her|own)\b", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^(\w[\w'’-]*?)['’]s?\b")
_NEUTRAL = frozenset(("today", "it", "section"))


@dataclass(frozen=True)
class View:
    """An entry of Section A. ``speakers`` are child, parents, both or none told; ``kinds`` are never empty."""

    words: str
    place: Place
    kinds: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass
class _Open:
    title: str
    place: Place
    kinds: tuple[str, ...]
    speakers: tuple[str, ...]
    words: list[str] = field(default_factory=list)


def views_of(pieces: Sequence[Piece], child: str) -> tuple[View, ...]:
    """Return the entries of Section A. ``child`` is the name of the child as the plan gives it, or empty.

    A sub-heading that says whose or what views follow, with nothing beneath it, is an
    entry without words; one that only heads other sub-headings is none.
    """
    made: list[_Open] = []
    outer: list[tuple[int, tuple[str, ...]]] = []
    for piece in pieces:
        if isinstance(piece, Entry):
            made.append(_entry(piece, child, _inherited(outer)))
            continue
        line = piece.paragraph
        text = line.text.strip()
        label, colon, rest = text.partition(":")
        if piece.subheading or _is_label_line(text, label, colon) or _is_title_line(text, child):
            level = line.heading or (8 if piece.subheading else 9)
            outer = [(depth, whose) for depth, whose in outer if depth < level]
            title = label if colon else text
            speakers = _speakers(title, child)
            made.append(_Open(title, line.place, _kinds(title) or ("other",), speakers or _inherited(outer)))
            outer.append((level, speakers))
            if rest.strip():
                made[-1].words.append(rest.strip())
        elif made and made[-1].title:
            made[-1].words.append(text)
        else:
            made.append(_Open("", line.place, ("other",), ()))
            made[-1].words.append(text)
    return tuple(
        View("\n".join(each.words), each.place, each.kinds, each.speakers)
        for each in made
        if each.words or each.kinds != ("other",)
    )


def child_words(views: Sequence[View]) -> tuple[int, bool]:
    """Return how many words the child's own part has, and whether every entry told whose it is."""
    own = [view for view in views if view.speakers == ("child",) and view.kinds != ("contribution",)]
    told = all(len(view.speakers) == 1 for view in views if view.words and view.kinds != ("contribution",))
    return sum(len(view.words.split()) for view in own), told and bool(own)


def _entry(piece: Entry, child: str, inherited: tuple[str, ...]) -> _Open:
    title = " ".join((piece.title or next((c.title for c in piece.cells), "")).split())
    words = [line.text.strip() for line in piece.words] or [c.text for c in piece.cells if c.text]
    return _Open(title, piece.place, _kinds(title) or ("other",), _speakers(title, child) or inherited, words)


def _is_label_line(text: str, label: str, colon: str) -> bool:
    short = len(label.split()) <= 10 and not label.endswith(".")  # noqa: PLR2004  (a label is a few words)
    return bool(colon) and short and bool(_kinds(label)) and not sections_named(text)


def _is_title_line(text: str, child: str) -> bool:
    """Return whether a short line that ends no sentence says whose and what views follow ("Parents' views")."""
    short = len(re.sub(r"\(.*\)", "", text).split()) <= _LONGEST_TITLE and not text.endswith((".", "!", "?", ","))
    return short and bool(_VIEWS.search(text)) and bool(_kinds(text)) and bool(_speakers(text, child))


def _kinds(title: str) -> tuple[str, ...]:
    about = next((name for name, pattern in _ABOUT_THE_SECTION if pattern.search(title)), "")
    if about:
        return (about,)
    return tuple(name for name, pattern in _KINDS if pattern.search(title))


def _speakers(title: str, child: str) -> tuple[str, ...]:
    parents = bool(_PARENTS.search(title))
    own = _own(title, child, parents=parents)
    return (("child",) if own else ()) + (("parents",) if parents else ())


def _own(title: str, child: str, *, parents: bool) -> bool:
    plain = re.sub(
        (
            r"\b(?:my|his|her|their|the child['’]?s|the young person['’]?s)\s+(?:\w+/)?(?=(?:parent|carer|mother"
            r"|father|mum|dad|family|families|grandparent))"
        ),
        "",
        title,
        flags=re.IGNORECASE,
    )
    first = child.split(maxsplit=1)[0].lower() if child.split() else ""
    lowered = plain.lower()
    if first and re.search(rf"\b{re.escape(first)}\b(?!['’]s (?:parent|mother|father|mum|dad|family|carer))", lowered):
        return True
    if (
        re.search(r"\bfor (?:me|the child|their child|your child|" + (re.escape(first) or "me") + r")\b", lowered)
        and parents
    ):
        return False
    if _CHILD.search(plain):
        return True
    match = _POSSESSIVE.match(plain.strip())
    return bool(match and match[1].lower() not in _NEUTRAL and not _PARENTS.match(plain.strip()) and not parents)


def _inherited(outer: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    return next((whose for _, whose in reversed(outer) if whose), ())
