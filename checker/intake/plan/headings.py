"""Which sections of an EHC plan a heading names, by letter or by title.

A letter decides; a title alone counts where it can mean only one section. Run-together
words, missing punctuation and capitals make no difference. A letter and a title that
contradict name both, so that nothing is put in one of them on a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.intake.blocks import Paragraph
from checker.intake.plan.spacing import closed_up

CODES = ("a", "b", "c", "d", "e", "f", "g", "h1", "h2", "i", "j", "k")
"""The sections in the order of regulation 12, as the ends of their field names (``section_h1``)."""

_LETTER = r"(?:h\s?\(?[12]\)?(?:\s?\((?:a|b|i|ii)\))?|[a-k])"
_AND = r"\s*(?:,\s*and|,|/|&|\+|and|to|-|–|—|‐)\s*"
_LIST = rf"{_LETTER}(?![\w'’])(?:[)\]]?{_AND}(?:section\s*)?[(\[]?{_LETTER}(?![\w'’]))*"
_AFTER = r"\s*(?P<mark>[)\]:.\-–—/|…,]*)\s*(?P<title>.*)"
_SECTION = re.compile(
    rf"[\W_]*(?:part\s+\d+\s*[:.-]\s*)?(?:sections?|parts?(?=\s))\s*[-:–—]?\s*\(?(?P<list>{_LIST})\)?{_AFTER}",
    re.DOTALL,
)
_BARE = re.compile(rf"[\W_]*(?P<open>[(\[]?)(?P<list>{_LIST}){_AFTER}", re.DOTALL)
_TRAILING = re.compile(
    rf"[\W_]*(?P<title>.+?)\s*(?:[(\[]\s*(?:sections?\s*)?(?P<list>{_LIST})\s*[)\]]|[-–—|,:]\s*sections?\s*(?P<other>{_LIST}))[\s?.:*]*",
    re.DOTALL,
)
_GLUED = re.compile(r"[\W_]*section(?P<list>h[12]|[a-k])(?P<mark>)[\W_]*(?P<title>.*)", re.DOTALL)
_TOGETHER = re.compile(r"(H[12]|[A-K])([A-Z][a-z]\S{5,})")
"""A letter run together with its title, as a PDF may give words turned on their side."""
_RANGE = re.compile(rf"({_LETTER})\s*(?:to|-|–|—|‐)\s*({_LETTER})")
_LONGEST_RANGE = 4
_LONGEST_TITLE = 24
_LONGEST_LINE = 40
_LONGEST_TEXT = 600

_WHOSE = (
    r"(?:(?:the|my|our|your|his|her|their|any|details?of|summaryof|listof|\w+['’]s)*"
    r"(?:child(?:oryoungperson)?|youngperson|childandyoungperson)?(?:['’]?s['’]?)?(?:oryoungperson['’]?s)?)"
)
_LINKED = r"(?:which|that|related|relating|relevant|linked|associated|connected|arising|andthose)"
# Matched with all spaces taken out: councils' templates run words together.
_TITLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        rf"{_WHOSE}views?,?(?:wishes,?|feelings,?)*(?:and)?interests?,?(?:and)?(?:hopes,?)?(?:and)?aspirations?.*",
        ("a",),
    ),
    (
        (
            rf"{_WHOSE}views?(?:,|and|&)+(?:(?:wishes|feelings|hopes|dreams|interests?|aspirations?|goals)(?:,|and|&)*)+"
            rf"|{_WHOSE}views?and(?:what|my|our|his|her|their).*(?:future|want|hope|matter|important).*"
        ),
        ("a",),
    ),
    (rf"{_WHOSE}special?education(?:al)?needs?(?:anddisabilit(?:y|ies))?(?:\(?send?\)?)?(?:\(send?\))?", ("b",)),
    (r"sen|send|senneeds|specialneeds|educationalneeds", ("b",)),
    (rf"{_WHOSE}health(?:care)?needs?(?:{_LINKED}.*)?", ("c",)),
    (rf"{_WHOSE}(?:social)?careneeds?(?:{_LINKED}.*)?", ("d",)),
    (rf"{_WHOSE}(?:intended|desired|agreed)?outcomes?(?:(?:sought|wewant|,|-|–|including|for(?:the|my)).*)?", ("e",)),
    (
        (
            rf"{_WHOSE}special?education(?:al)?provision(?:\(sep\))?(?:(?:\(|required|to(?:meet|be)|needed|for|that"
            rf"|which).*)?"
        ),
        ("f",),
    ),
    (rf"{_WHOSE}health(?:care)?provision(?:(?:reasonably|required|to(?:meet|be)|needed|for|that|which).*)?", ("g",)),
    (r".*(?:social)?careprovision.*(?:section2|chronicallysick|csdpa|under18).*", ("h1",)),
    (rf"(?:{_WHOSE}other)(?:social)?careprovision.*|(?:social)?careprovision\W*(?:any)?other\)?", ("h2",)),
    (
        rf"{_WHOSE}(?:social)?careprovision(?:(?:reasonably|required|to(?:meet|be)|needed|for|that|which).*)?",
        ("h1", "h2"),
    ),
    (r"(?:the)?nameand/?(?:or)?type.*|typeandnameof.*|(?:education(?:al)?|school|named)?placements?(?:and.*)?", ("i",)),
    (r"(?:details?of)?(?:a|any|the)?personalbudgets?.*", ("j",)),
    (
        (
            r"(?:the)?adviceandinformation.*|(?:list(?:of)?)?(?:reports|advice)andevidence|listofreports.*"
            r"|appendices(?:tothis.*)?"
        ),
        ("k",),
    ),
)
_COMPILED = tuple((re.compile(pattern), names) for pattern, names in _TITLES)
# What a title must speak of for a bare letter before it to be a section's letter.
_TOPICS = {
    "a": r"view|interest|aspiration|profile|aboutme|history|story|wishes",
    "b": r"special|education|need|sen",
    "c": r"health|needs(?:which|that|relat)",
    "d": r"care|needs(?:which|that|relat)",
    "e": r"outcome",
    "f": r"special|provision|education",
    "g": r"health",
    "h1": r"care|1970|csdpa",
    "h2": r"care|other",
    "i": r"placement|school|setting|institution|nameandtype|named?|type|college|wherei|study|educated",
    "j": r"budget|directpayment",
    "k": r"advice|information|report|append|evidence",
}
_OWN_TITLE = re.compile(r"[)\]]?[:–—|-]")
_AREA = re.compile(r"(?:communication|cognition|social,|sensory|physical|self-care|independence)\b", re.IGNORECASE)
_STRONG = tuple(
    (re.compile(pattern), names)
    for pattern, names in (
        (r"(?:all)?aboutme(?:and.*)?|my(?:profile|story)|onepageprofile|aboutthechild.*", ("a",)),
        (rf"{_WHOSE}educational?needs?.*|{_WHOSE}special?educational?needs?.*", ("b",)),
        (rf"{_WHOSE}outcomes?(?:that|which|i|we|to|and)?.*|(?:my|our)(?:targets|goals)andoutcomes?", ("e",)),
        (rf"{_WHOSE}(?:special?)?education(?:al)?provision.*", ("f",)),
        (
            (
                r"(?:my|the|named?|nameof(?:the|my)?)?(?:educational?|current)?(?:school|college|setting|institution)"
                r"(?:(?:,|or|/|and)(?:college|school|setting|otherinstitution|institution|post-16institution|placement))+.*"
                r"|my(?:school|college)|(?:the)?school(?:named|placement)"
            ),
            ("i",),
        ),
        (r"directpayments?.*|(?:my|the)?budget.*", ("j",)),
        (
            r"(?:the)?(?:advice|reports|evidence)(?:we|that|used|on|from|and|received|obtained).*|(?:the)?advice|sourcesof.*",
            ("k",),
        ),
    )
)
_LONGEST_LEADER = 200
_DOTTED = re.compile(r"(?:\.{3,}|…|\t)\s*\d+\s*$")


@dataclass(frozen=True)
class Named:
    """The sections a heading names, in its order; ``lettered`` if by letter; ``title`` is what follows the letter.

    ``sure`` is False where the title says nothing of the sections, so that only other
    headings of the same form bear the letter out.
    """

    codes: tuple[str, ...]
    lettered: bool
    title: str
    sure: bool = True

    @property
    def stands_alone(self) -> bool:
        """Whether it identifies one section and no other."""
        return len(self.codes) == 1


def sections_named(text: str, *, strong: bool = False, label: str = "") -> Named | None:
    """Return the sections a heading names, or None if it names none.

    ``strong`` says that the words look like a heading (a heading style, or bold), which a
    letter followed by a title of the council's own needs. ``label`` is the number printed
    before the words by the file's numbering ("A.").
    """
    if len(text) > _LONGEST_TEXT:
        return None
    text = closed_up(text)
    line = " ".join(f"{label} {text}".split()) if label and label[:1].isalnum() else " ".join(text.split())
    if not line or len(line.split()) > _LONGEST_LINE:
        return None
    lowered = line.lower()
    match = _SECTION.fullmatch(lowered) or _glued(lowered)
    if match:
        title = line[match.start("title") :] if match["title"] else ""
        if _runs_on(match["mark"], title, strong=strong):
            return None
        return _lettered(match["list"], title)
    together = _TOGETHER.fullmatch(line) if strong else None
    if together:
        line = f"{together[1]} {together[2]}"
        lowered = line.lower()
    match = _BARE.fullmatch(lowered)
    if match:
        named = _bare(match, line, strong=strong)
        if named:
            return named
    if len(lowered.split()) > _LONGEST_TITLE or lowered.endswith((".", ";")):
        return None
    named = _trailing(line, strong=strong)
    if named:
        return named
    codes = _titled(lowered) or (_titled(lowered, _STRONG) if strong and not re.search(r"\d", lowered) else ())
    return Named(codes, lettered=False, title=line) if codes else None


def _glued(lowered: str) -> re.Match[str] | None:
    """Return the match of "SectionB: …" or "SECTIONBSPECIALEDUCATIONALNEEDS", None for "sectional"."""
    match = _GLUED.fullmatch(lowered)
    if match is None:
        return None
    apart = not lowered[match.end("list") :][:1].isalnum()
    return match if apart or _titled(match["title"]) else None


def _trailing(line: str, *, strong: bool) -> Named | None:
    """Return the sections of "Special educational needs (B)", whose letter stands after the title."""
    match = _TRAILING.fullmatch(line.lower())
    if match is None:
        return None
    told = _titled(match["title"]) or _titled(match["title"], _STRONG)
    codes = _letters(match["list"] or match["other"])
    if not codes or not (strong or set(told) & set(codes)):
        return None
    title = line[match.start("title") : match.end("title")]
    compact = re.sub(r"\s", "", match["title"])
    agrees = bool(told) or any(re.search(_TOPICS[code], compact) for code in codes)
    return Named(codes, lettered=True, title=title, sure=agrees)


def named_by(paragraph: Paragraph) -> Named | None:
    """Return the sections that a paragraph names as a heading, or None."""
    if paragraph.contents or _DOTTED.search(paragraph.text[-_LONGEST_LEADER:]):
        return None
    label = "" if not paragraph.label or re.search(r"\d", paragraph.label) else paragraph.label
    return sections_named(paragraph.text, strong=looks_like_heading(paragraph), label=label)


def speaks_of(title: str, code: str) -> bool:
    """Return whether a title speaks of the subject of the section ``code``."""
    return bool(re.search(_TOPICS[code], re.sub(r"\s", "", title.lower())))


def is_dotted(text: str) -> bool:
    """Return whether a line leads by dots to the number of a page."""
    return bool(_DOTTED.search(text[-_LONGEST_LEADER:]))


def is_contents_line(paragraph: Paragraph) -> bool:
    """Return whether a line belongs to a table of contents: marked as one, or led by dots to a page number."""
    return bool(paragraph.text.strip()) and (
        paragraph.contents or bool(_DOTTED.search(paragraph.text[-_LONGEST_LEADER:]))
    )


def looks_like_heading(paragraph: Paragraph) -> bool:
    """Return whether a paragraph looks like a heading: a heading style, or a short bold line that ends no sentence."""
    words = paragraph.text.split() if len(paragraph.text) <= _LONGEST_TEXT else []
    if not words or len(words) > _LONGEST_TITLE:
        return False
    if paragraph.heading:
        return True
    return paragraph.bold and not paragraph.text.rstrip().endswith((".", ";", ","))


def _runs_on(mark: str, title: str, *, strong: bool) -> bool:
    """Return whether "Section F says that …" is a sentence and no heading."""
    if strong or not title:
        return False
    if mark:
        return title.rstrip().endswith(".") and len(title.split()) > _LONGEST_TITLE
    return not _titled(title.lower()) and (title[:1].islower() or title.rstrip().endswith("."))


def _letters(listed: str) -> tuple[str, ...]:
    codes: list[str] = []
    spans = _RANGE.findall(listed)
    if spans and len(spans) == 1:
        first, last = (_code(letter)[0] for letter in spans[0])
        if first in CODES and last in CODES and CODES.index(first) < CODES.index(last):
            between = CODES[CODES.index(first) : CODES.index(last) + 1]
            return between if len(between) <= _LONGEST_RANGE else ()
    for letter in re.findall(_LETTER, re.sub(r"section|and|to", " ", listed)):
        codes += [code for code in _code(letter) if code not in codes]
    return tuple(codes)


def _code(letter: str) -> tuple[str, ...]:
    plain = re.sub(r"\([abi]+\)|[^a-k12]", "", letter)
    return ("h1", "h2") if plain == "h" else (plain,)


def _lettered(listed: str, title: str) -> Named | None:
    codes = _letters(listed)
    if not codes:
        return None
    told = _titled(title.lower()) if title else ()
    contradicting = told and not set(told) & set(codes) and len(codes) == 1
    if contradicting and not (told[0][0] == "h" and codes[0][0] == "h"):
        codes = (*codes, *told)
    return Named(codes, lettered=True, title=title)


def _bare(match: re.Match[str], line: str, *, strong: bool) -> Named | None:
    codes = _letters(match["list"])
    title = line[match.start("title") :] if match["title"] else ""
    if not codes:
        return None
    if not title:
        return Named(codes, lettered=True, title="") if strong else None
    if title.rstrip().endswith(".") and not strong and not _titled(title.lower()):
        return None
    compact = re.sub(r"\s", "", title.lower())
    if codes == ("a",) and not match["mark"] and not match["open"] and title[:1].islower():
        return None  # the article: "A history and summary of my needs"
    if codes == ("i",) and not match["mark"] and not match["open"] and title[:1].islower():
        return None  # the child: "I like school"
    # "B – What I find hard": a heading of the council's own, which no area of need is.
    own = strong and bool(_OWN_TITLE.match(match["mark"])) and title[:1].isupper() and not _AREA.match(title)
    agrees = any(re.search(_TOPICS[code], compact) for code in codes)
    if own and not agrees:
        return Named(codes, lettered=True, title=title, sure=False)
    if not agrees or len(title.split()) > _LONGEST_TITLE:
        return None
    if len(codes) > 1 or match["mark"] or match["open"] or strong or _titled(title.lower()) or title.startswith("…"):
        return _lettered(match["list"], title)
    return None


def _titled(lowered: str, titles: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = _COMPILED) -> tuple[str, ...]:
    compact = re.sub(r"[\s*_]|[:.…]+$|\((?:continued|cont)\)", "", lowered.strip(" :.-–—*…"))
    for pattern, names in titles:
        if pattern.fullmatch(compact):
            return names
    return ()
