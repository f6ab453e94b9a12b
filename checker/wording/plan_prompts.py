"""What the words of a plan raise beyond its provision: template text, abbreviations, needs that seem out of place.

Each is a prompt for a person to look, never a verdict. What these functions look for they
look for in full: no hit means nothing to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from checker.wording.entries import Lexicon
from checker.wording.mentions import Text
from checker.wording.scan import scan

_QUOTED: Final = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
_FIRST_PERSON: Final = re.compile(
    r"(?<![A-Za-z.'’])(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)(?![A-Za-z.])"
)
_ABBREVIATION: Final = re.compile(r"(?<![\w&/.-])[A-Z][A-Z&]{1,6}(?![\w&/-]|\.[A-Z])")
_CAPITALS_BESIDE: Final = re.compile(r"(?:[A-Z]{2,}|I|A)[ ,]+$|^[ ,]+(?:[A-Z]{2,}|I|A)(?![a-z])")
_PLAIN: Final = (
    "a an and also been by child clinical community confirmed consultant diagnosed diagnosis diagnoses has"
    " have he her his"
    " in is made of on paediatrician she the they was with young person who formal recent"
)
_MONTHS: Final = "january february march april may june july august september october november december"
_AROUND_A_DIAGNOSIS: Final = frozenset(f"{_PLAIN} {_MONTHS}".split())
"""Words that may stand beside a diagnosis and say nothing of its effect."""
_WORD: Final = re.compile(r"[a-z][a-z'’-]*")


@dataclass(frozen=True)
class Raised:
    """Words that raise something: the section's letter and the item they stand in."""

    section: str
    item: str
    words: str


def raised_by_entry(words: str, lexicon: Lexicon) -> dict[str, str]:
    """Return what the words of an entry of Section A raise, each with the words that do.

    Words inside quotation marks are somebody quoted, and are no first person of the entry.
    """
    found: dict[str, str] = {}
    first = _FIRST_PERSON.search(_QUOTED.sub(" ", words))
    if first:
        found["first_person"] = first[0]
    hit = _hit(words, "A", "view_outcome_phrases", lexicon)
    if hit:
        found["outcome"] = hit
    return found


def raised_by_need(words: str, section: str, lexicon: Lexicon, names: Iterable[str] = ()) -> dict[str, str]:
    """Return what the words of a need raise, each with the words that do. ``names`` are the child's."""
    found: dict[str, str] = {}
    for code, listed in (("provision", "need_provision_phrases"), ("unrelated", "unrelated_need_phrases")):
        hit = _hit(words, section, listed, lexicon)
        if hit:
            found[code] = hit
    if _is_diagnosis_alone(words, section, lexicon, names):
        found["diagnosis_alone"] = words
    return found


def template_texts(texts: Iterable[Text], lexicon: Lexicon) -> Iterator[Raised]:
    """Yield each piece of text left from a template, those inside quotation marks left out."""
    for text in texts:
        quoted = [match.span() for match in _QUOTED.finditer(text.words)]
        for hit in scan(text.words, text.section, lexicon).phrases:
            inside = any(start <= hit.start and hit.end <= end for start, end in quoted)
            if hit.list == "template_phrases" and not inside:
                yield Raised(text.section, text.item, hit.words)


def unexplained_abbreviations(texts: Sequence[Text], names: Iterable[str], lexicon: Lexicon) -> Iterator[Raised]:
    """Yield each abbreviation, once, that is not known everywhere and that no words of the plan explain.

    One in brackets after words, or followed by brackets with words, is explained. Words in a
    run of capitals are no abbreviations, nor are ``names``.
    """
    whole = "\n".join(text.words for text in texts)
    known = {*lexicon.known_abbreviations, *(name.upper() for name in (*names, *lexicon.first_names))}
    seen: set[str] = set()
    for text in texts:
        for match in _ABBREVIATION.finditer(text.words):
            short = match[0].strip("&")
            beside = _CAPITALS_BESIDE.search(text.words[: match.start()]) or _CAPITALS_BESIDE.match(
                text.words[match.end() :]
            )
            if short in known or short in seen or beside:
                continue
            seen.add(short)
            if not _is_explained(short, whole):
                yield Raised(text.section, text.item, short)


def _is_explained(short: str, whole: str) -> bool:
    plain = re.escape(short)
    return bool(re.search(rf"\(\s*(?:the )?{plain}s?\s*\)|\b{plain}s? ?\([a-z]", whole, re.IGNORECASE))


def needs_at_odds(needs: Sequence[Text], lexicon: Lexicon) -> Iterator[Raised]:
    """Yield the needs that say the same again, or say what is seldom true together, each once."""
    found: dict[str, Raised] = {}
    for one, other in combinations(needs, 2):
        if _plain(one.words) and _plain(one.words) == _plain(other.words):
            for text in (one, other):
                found.setdefault(text.item, Raised(text.section, text.item, text.words))
    for first, second in _opposites(lexicon):
        said = [[(text, match[0]) for text in needs if (match := each.search(text.words))] for each in (first, second)]
        if all(said):
            for text, words in (said[0][0], said[1][0]):
                found.setdefault(text.item, Raised(text.section, text.item, words))
    yield from (found[text.item] for text in needs if text.item in found)


def needs_elsewhere(texts: Iterable[Text], needs: Sequence[Text], lexicon: Lexicon) -> Iterator[Raised]:
    """Yield the first place outside Section B of each kind of need that no words of Section B account for."""
    section_b = "\n".join(text.words for text in needs)
    others = list(texts)
    for named_by, in_b in _kinds(lexicon):
        if in_b.search(section_b):
            continue
        hits = ((text, match) for text in others if (match := named_by.search(text.words)))
        first = next(hits, None)
        if first:
            yield Raised(first[0].section, first[0].item, first[1][0])


def _hit(words: str, section: str, listed: str, lexicon: Lexicon) -> str:
    return next((hit.words for hit in scan(words, section, lexicon).phrases if hit.list == listed), "")


def _is_diagnosis_alone(words: str, section: str, lexicon: Lexicon, names: Iterable[str]) -> bool:
    hits = [hit for hit in scan(words, section, lexicon).phrases if hit.list == "diagnosis_terms"]
    if not hits:
        return False
    rest = words
    for hit in sorted(hits, key=lambda each: -each.start):
        rest = f"{rest[: hit.start]} {rest[hit.end :]}"
    allowed = _AROUND_A_DIAGNOSIS | {part.casefold() for name in names for part in name.split()}
    return all(word.removesuffix("'s") in allowed for word in _WORD.findall(rest.casefold()))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.casefold()))


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{kind.named_by})\b", re.IGNORECASE), re.compile(rf"\b(?:{kind.in_b})", re.IGNORECASE))
        for kind in lexicon.kinds_of_need
    )


@lru_cache(maxsize=4)
def _opposites(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
        for one, other in lexicon.opposites
    )
