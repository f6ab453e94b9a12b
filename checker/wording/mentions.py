"""Settings and types of setting named outside Section I, and first names where the child's would stand.

Each is a prompt for a person: a name may be right, and a type may be a need described.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checker.wording.normalise import normalise

_PLACEMENT: Final = frozenset({"I", "K"})
_KIND_WORDS: Final = (
    "school academy college nursery primary secondary infant infants junior juniors special community high"
    " grammar preschool pre-school sixth form the of and for church c e rc ce voluntary aided free centre trust"
)
_KINDS: Final = frozenset(_KIND_WORDS.split())
_SHORTEST: Final = 4
_NAME: Final = re.compile(r"(?<![A-Za-z0-9'-])[A-Z][a-z]+(?![A-Za-z0-9])(?!-[A-Za-z])")
_SUBJECT_OF: Final = re.compile(
    r" (?:also |often |still |now |usually |always |sometimes |then |never )?"
    r"(?:will|needs?|requires?|has|is|can|cannot|finds?|struggles?|uses?|enjoys?|likes|shows?|should|must|would|does|was|had"
    r"|becomes?|works?|attends?|receives?|benefits?|makes|may|might|could|to)(?![A-Za-z0-9])"
)
_POSSESSIVE: Final = re.compile(r"'s?(?![A-Za-z0-9])")
_BEFORE: Final = re.compile(
    r"(?:^|[^A-Za-z0-9])(?:help|helps|helping|support|supports|supporting|enable|enables|enabling|encourage"
    r"|encourages|encouraging|allow|allows|teach|teaches|teaching|remind|reminds|prompt|prompts|give|gives|giving|for|with"
    r"|ensure|ensures) $"
)
_SURNAME: Final = re.compile(r" [A-Z][a-z]")
_TITLE: Final = re.compile(
    r"(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Dr|Prof|St|Saint|Sir|Lady|King|Queen|Uncle|Aunt|Auntie|Nurse)\.? $"
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;•-] ?)$")


@dataclass(frozen=True)
class Text:
    """The words of an item: the letter of its section, its label and the words."""

    section: str
    item: str
    words: str


@dataclass(frozen=True)
class Known:
    """A setting known to the case; ``present`` if it is the one attended now."""

    name: str
    present: bool = False


@dataclass(frozen=True)
class Mention:
    """A mention: what is named, the words that name it, and where they stand in the item.

    ``present`` is true of the setting now attended, None for a type or a person.
    """

    section: str
    item: str
    named: str
    words: str
    start: int
    end: int
    present: bool | None = None


def setting_mentions(
    items: Iterable[Text], settings_known: Iterable[Known], types: Iterable[str]
) -> tuple[Mention, ...]:
    """Return each place outside Sections I and K that names a known setting or a type of setting.

    A setting is found by its name and by sensible short forms of it ("Mossgate Academy"
    as "Mossgate"); the longest form at a place counts, and a name comes before a type.
    """
    named = {form: setting for setting in settings_known for form in short_forms(setting.name)}
    finder = _finder(tuple(sorted(named)), tuple(types))
    found: list[Mention] = []
    for text in items:
        if text.section.upper() in _PLACEMENT or finder is None:
            continue
        plain = normalise(text.words)
        for match in finder.finditer(plain.text):
            start, end = plain.span(*match.span())
            setting = named.get(match[0].casefold())
            if setting and not match[0][0].isupper():
                continue
            found.append(
                Mention(
                    section=text.section,
                    item=text.item,
                    named=setting.name if setting else match[0].casefold(),
                    words=text.words[start:end],
                    start=start,
                    end=end,
                    present=setting.present if setting else None,
                )
            )
    return tuple(found)


def short_forms(name: str) -> frozenset[str]:
    """Return the ways a setting may be named, in lower case, from its full name.

    The name without what follows a comma; without the words for what kind of place it is;
    and with one such word. A form left with nothing but such words, or very short, is none.
    """
    plain = " ".join(normalise(name).text.split(",")[0].split()).strip(" .")
    words = plain.split()
    forms = {plain}
    distinct = words
    while distinct and distinct[-1].casefold().strip("()") in _KINDS:
        distinct = distinct[:-1]
    if distinct and distinct[0].casefold() == "the":
        forms.add(" ".join(words[1:]))
        distinct = distinct[1:]
    if any(word.casefold() not in _KINDS for word in distinct):
        forms.add(" ".join(distinct))
        kinds = words[words.index(distinct[-1]) + 1 :]
        forms.update(f"{' '.join(distinct)} {kind}" for kind in kinds)
        forms.update(f"{' '.join(distinct)} {' '.join(kinds[:count])}" for count in range(1, len(kinds)))
    return frozenset(form.casefold() for form in forms if len(form) >= _SHORTEST)


def name_mentions(
    items: Iterable[Text],
    child_names: Iterable[str],
    people_known: Iterable[str],
    first_names: frozenset[str],
    ordinary_words: frozenset[str] = frozenset(),
) -> tuple[Mention, ...]:
    """Return each place where a first name stands as the child's would, and is not the child's.

    "Max will", "Max's needs", "help Max". Every word of ``child_names`` and of
    ``people_known`` is a name that may stand there. A name in ``ordinary_words`` (Will,
    Grace) counts only where no sentence begins.
    """
    allowed = {word for name in (*child_names, *people_known) for word in re.findall(r"[^\W\d_]+", name)}
    allowed = {word.casefold() for word in allowed}
    found: list[Mention] = []
    for text in items:
        plain = normalise(text.words)
        for start, end in _names_in(plain.text, first_names, ordinary_words):
            name = plain.text[start:end]
            if name.casefold() not in allowed:
                first, last = plain.span(start, end)
                found.append(Mention(text.section, text.item, name, text.words[first:last], first, last))
    return tuple(found)


def _names_in(text: str, first_names: frozenset[str], ordinary_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    for match in _NAME.finditer(text):
        name, (start, end) = match[0], match.span()
        if name not in first_names:
            continue
        if _SURNAME.match(text, end) or _TITLE.search(text, max(0, start - 12), start):
            continue
        owns = _POSSESSIVE.match(text, end)
        if name in ordinary_words and not owns and _SENTENCE_START.search(text, 0, start):
            continue
        if owns or _SUBJECT_OF.match(text, end) or _BEFORE.search(text, max(0, start - 16), start):
            yield start, end


@lru_cache(maxsize=8)
def _finder(names: tuple[str, ...], types: tuple[str, ...]) -> re.Pattern[str] | None:
    ordered = sorted({*names, *(each.casefold() for each in types)}, key=lambda each: (-len(each), each))
    if not ordered:
        return None
    alternatives = "|".join(re.escape(each) for each in ordered)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{alternatives})s?(?![A-Za-z0-9])", re.IGNORECASE)
