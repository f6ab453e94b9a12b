"""One scan for all patterns: what an item states, and what its words leave open.

Each pattern is tried only where a word begins with characters that can begin it, and is
compiled the first time it is tried. What was found in an item is kept, so the same words
are read once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checker.wording.compiled import pattern_from
from checker.wording.entries import ROLE_HERE, Lexicon, Pattern, Phrase
from checker.wording.normalise import Plain, normalise
from checker.wording.ranges import is_wide

__all__ = ["Hit", "Lexicon", "PhraseHit", "Scan", "scan", "uses"]

_WORD: Final = re.compile(r"(?<![a-z0-9])[a-z0-9£\[]")
_CLAUSE_ENDS: Final = re.compile(r"[^a-z0-9'():/, ½¼¾-]")
_ARTICLES: Final = frozenset(("a", "an", "the", "his", "her", "their", "another", "one", "two", "three", "four"))
_JOINING: Final = frozenset(("by", "with", "from", "and", "or", "of", "to", "for", "in", "on", "at", "as", "who"))
_OTHER_WORD: Final = rf"(?:(?!(?:{'|'.join(sorted(_JOINING))}) )[a-z-]+ )"
_AND_OR: Final = re.compile(rf",? ?(?:and|or|&|/|\+|plus) ?(?:{'|'.join(sorted(_ARTICLES))})? ?{_OTHER_WORD}{{0,2}}")
"""What joins a role to the one before, so that what is said of that one is said of both."""
_IN_A_LIST: Final = re.compile(rf", ?{_OTHER_WORD}{{0,2}}")
_NEAR: Final = 60
_MORE: Final = "\x01"
"""Stands for words of the same clause that come before those looked at."""
_KEPT: Final = 4096
_WHO_AND_HOW_MUCH: Final = ("frequency", "duration", "amount", "ratio", "group_size", "deliverer")
_STATED_BY: Final = {
    "how often": ("frequency", "amount"),
    "how long each time": ("duration", "amount"),
    "how much": ("amount",),
    "who gives it": ("deliverer",),
    "with what training": ("qualification",),
    "how large the group is": ("group_size",),
    "which lessons or times": ("covers",),
    "from when": ("start",),
    "until when": ("end",),
    "the least that will be given": ("minimum",),
}

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """Words that state a dimension; ``start`` and ``end`` are places in the words as they stand."""

    name: str
    words: str
    start: int
    end: int
    form: str = ""


@dataclass(frozen=True)
class PhraseHit:
    """Words that leave something open.

    ``cleared`` hits are answered by the rest of the item. ``stands`` is true of those that
    count: not cleared, and, for weak prompts, beside another prompt or in an item that
    states neither who nor how much; those that say nothing more beside others, where no
    other is.
    """

    list: str
    id: str
    words: str
    start: int
    end: int
    cleared: bool
    stands: bool
    leaves_open: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Scan:
    """What was found in an item, each in the order of the words."""

    dimensions: tuple[Hit, ...]
    phrases: tuple[PhraseHit, ...]

    def states(self, dimension: str) -> bool:
        """Say whether the item states ``dimension``; an amount too where it can be worked out."""
        found = {hit.name for hit in self.dimensions}
        return dimension in found or (dimension == "amount" and {"frequency", "duration"} <= found)


def scan(words: str, section: str, lexicon: Lexicon) -> Scan:
    """Return what ``words`` state and leave open.

    ``section`` is the letter of the section they stand in (``F``, ``H1``), or empty for
    other text: then phrases of every section are looked for.
    """
    return _scanner(lexicon).scan(words, section.removeprefix("section_").upper())


def uses(found: Scan, word_list: str) -> tuple[PhraseHit, ...]:
    """Return the hits of ``word_list`` that count."""
    return tuple(hit for hit in found.phrases if hit.list == word_list and hit.stands)


@lru_cache(maxsize=4)
def _scanner(lexicon: Lexicon) -> _Scanner:
    return _Scanner(lexicon)


@dataclass(frozen=True)
class _Found:
    """What the patterns found before sections are looked at."""

    plain: Plain
    dimensions: tuple[Hit, ...]
    phrases: tuple[tuple[Phrase, Span, bool], ...]


class _Scanner:
    """A lexicon at work: patterns compiled so far, and items read so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._also = {pattern.owner.form: pattern.owner.also for pattern in lexicon.patterns}
        self._absences = [phrase for phrase in lexicon.phrases.values() if phrase.absent]
        self._compiled: list[re.Pattern[str] | None] = [None] * len(lexicon.patterns)
        self._found: dict[str, _Found] = {}
        self._scans: dict[tuple[str, str], Scan] = {}

    def scan(self, words: str, section: str) -> Scan:
        held = self._scans.get((words, section))
        if held is None:
            found = self._found.get(words)
            if len(self._scans) >= _KEPT:
                self._scans.clear()
                self._found.clear()
            if found is None:
                found = self._found[words] = self._find(words)
            held = self._scans[words, section] = self._for_section(words, section, found)
        return held

    def _find(self, words: str) -> _Found:
        plain = normalise(words)
        hits, taken = self._match(plain)
        kept = {key: _untouched(spans, taken.get(key[:2], [])) for key, spans in hits.items()}
        dimensions = self._dimensions(words, plain, kept)
        cleared = _Clearing(self.lexicon, dimensions, {name for (kind, name, _), _s in kept.items() if kind == "clear"})
        return _Found(plain, dimensions, tuple(self._phrases(plain, kept, cleared)))

    def _match(self, plain: Plain) -> tuple[dict[_Key, list[Span]], dict[tuple[str, str], list[Span]]]:
        """Return the spans of all patterns by what they belong to, and of those that take hits away."""
        lexicon, text = self.lexicon, plain.lowered
        hits: dict[_Key, list[Span]] = {}
        taken: dict[tuple[str, str], list[Span]] = {}
        ends: dict[int, int] = {}
        roles: list[Span] = []
        index, lengths, patterns, regexes = lexicon.index, lexicon.lengths, lexicon.patterns, self._compiled
        for word in _WORD.finditer(text):
            place = word.start()
            for length in lengths.get(text[place : place + 2]) or lengths.get(text[place], ()):
                for number in index.get(text[place : place + length], ()):
                    if number in ends and ends[number] > place:
                        continue
                    pattern = patterns[number]
                    regex = regexes[number] or self._regex(number)
                    match = regex.match(plain.text if pattern.exact else text, place)
                    if match:
                        span = (place, match.end())
                        ends[number] = span[1]
                        if number == 0:
                            roles.append(span)
                        else:
                            _keep(pattern, span, hits, taken)
        self._beside_roles(text, roles, hits, taken)
        for number in lexicon.searched:
            pattern = lexicon.patterns[number]
            if any(key[:2] == (pattern.owner.kind, pattern.owner.name) for key in hits):
                taken.setdefault((pattern.owner.kind, pattern.owner.name), []).extend(
                    match.span() for match in self._regex(number).finditer(text)
                )
        return hits, taken

    def _beside_roles(
        self,
        text: str,
        roles: list[Span],
        hits: dict[_Key, list[Span]],
        taken: dict[tuple[str, str], list[Span]],
    ) -> None:
        since = 0
        before: list[Pattern] = []
        stood: Span = (0, 0)
        for start, end in roles:
            clause = max([since, *(cut.end() for cut in _CLAUSE_ENDS.finditer(text, since, start))])
            beside = self._beside(text, clause, start, end)
            joined = since and _AND_OR.fullmatch(text, since, start)
            if joined and any(each.owner.unless and each.side == "after" for each in beside):
                # "The tutor and the mentor will review it": what follows is said of both.
                if all(each.side == "after" for each in before):
                    for pattern in beside:
                        _keep(pattern, stood, hits, taken)
            elif not beside and since:
                listed = joined or _IN_A_LIST.fullmatch(text, since, start)
                beside = [each for each in before if joined or (listed and each.owner.unless)]
            around = self._around(text, clause, start, end, opens=clause != since or not since)
            beside += [each for each in around if each.owner.unless or not beside]
            stood = (_with_article(text, clause, start), end)
            for pattern in beside:
                _keep(pattern, stood, hits, taken)
            before, since = beside, end

    def _beside(self, text: str, since: int, start: int, end: int) -> list[Pattern]:
        """Return the patterns that stand before or after the role from ``start`` to ``end``."""
        found = []
        for number in self.lexicon.beside_roles:
            pattern, regex = self.lexicon.patterns[number], self._regex(number)
            if regex.search(text, since, start) if pattern.side == "before" else regex.match(text, end):
                found.append(pattern)
        return found

    def _around(self, text: str, since: int, start: int, end: int, *, opens: bool) -> list[Pattern]:
        """Return the patterns that stand around a role; ``opens`` says that a clause begins at ``since``."""
        first = max(since, start - _NEAR)
        around = f"{'' if opens and first == since else _MORE}{text[first:start]}{ROLE_HERE}{text[end : end + _NEAR]}"
        return [
            self.lexicon.patterns[number] for number in self.lexicon.around_roles if self._regex(number).search(around)
        ]

    def _regex(self, number: int) -> re.Pattern[str]:
        compiled = self._compiled[number]
        if compiled is None:
            pattern = self.lexicon.patterns[number]
            compiled = self._compiled[number] = pattern_from(pattern.source, pattern.code)
        return compiled

    def _dimensions(self, words: str, plain: Plain, kept: Mapping[_Key, list[Span]]) -> tuple[Hit, ...]:
        found: dict[tuple[int, int, str], str] = {}
        for (kind, name, form), spans in kept.items():
            if kind == "dimension":
                names = (name, self._also[form]) if self._also[form] else (name,)
                for start, end in spans:
                    for each in names:
                        found.setdefault((start, end, each), form)
        hits = []
        for (start, end, name), form in sorted(found.items()):
            first, last = plain.span(_whole_word(plain.lowered, start), end)
            hits.append(Hit(name, words[first:last], first, last, form))
        return tuple(hits)

    def _phrases(
        self, plain: Plain, kept: Mapping[_Key, list[Span]], cleared: _Clearing
    ) -> Iterable[tuple[Phrase, Span, bool]]:
        found = [(name, spans) for (kind, name, _), spans in kept.items() if kind == "phrase" and spans]
        found += [(phrase.id, [(0, len(plain.text))]) for phrase in self._absences if not cleared.has(phrase.absent)]
        for name, spans in found:
            phrase = self.lexicon.phrases[name]
            kept_spans = [span for span in spans if not phrase.wide_range or is_wide(plain.lowered[span[0] : span[1]])]
            for span in kept_spans[:1] if phrase.low else kept_spans:
                yield phrase, span, cleared.clears(phrase)

    def _for_section(self, words: str, section: str, found: _Found) -> Scan:
        here = [
            (phrase, span, cleared)
            for phrase, span, cleared in found.phrases
            if not section or not phrase.sections or section in phrase.sections
        ]
        stated = {hit.name for hit in found.dimensions}
        bare = not stated.intersection(_WHO_AND_HOW_MUCH)
        prompts = {phrase.id for phrase, _, cleared in here if not cleared and phrase.sections}
        others = any(not self.lexicon.phrases[each].alone for each in prompts)
        phrases: list[PhraseHit] = []
        # Where the last prompt of each list ends: words inside a prompt of the same list say nothing more.
        around: dict[str, int] = {}
        for phrase, span, cleared in sorted(here, key=lambda each: (each[1][0], -each[1][1])):
            start, end = found.plain.span(*span)
            weak = phrase.low and not bare and prompts <= {phrase.id}
            stands = not cleared and not weak and not (phrase.alone and others)
            if end <= around.get(phrase.list, -1):
                continue
            if stands and not phrase.absent:
                around[phrase.list] = end
            left = tuple(each for each in phrase.leaves_open if not stated.intersection(_STATED_BY.get(each, ())))
            phrases.append(
                PhraseHit(phrase.list, phrase.id, words[start:end], start, end, cleared, stands, left, phrase.note)
            )
        return Scan(found.dimensions, tuple(phrases))


_Key = tuple[str, str, str]
"""What hits belong to: the kind of entry, its name, and the form of a dimension."""


class _Clearing:
    """Which clearing keys an item holds."""

    def __init__(self, lexicon: Lexicon, dimensions: tuple[Hit, ...], matched: set[str]) -> None:
        self._lexicon = lexicon
        self._dimensions = {hit.name for hit in dimensions}
        self._forms = {hit.form for hit in dimensions}
        self._matched = matched

    def has(self, key: str) -> bool:
        if key in self._dimensions or key in self._matched:
            return True
        clear = self._lexicon.clears.get(key)
        if clear is None:
            return key == "amount" and {"frequency", "duration"} <= self._dimensions
        return bool(self._forms & clear.forms) or any(self._dimensions.issuperset(group) for group in clear.any_of)

    def clears(self, phrase: Phrase) -> bool:
        if not phrase.cleared_by:
            return False
        return (all if phrase.cleared_by_all else any)(self.has(key) for key in phrase.cleared_by)


def _keep(pattern: Pattern, span: Span, hits: dict[_Key, list[Span]], taken: dict[tuple[str, str], list[Span]]) -> None:
    owner = pattern.owner
    if owner.unless:
        taken.setdefault((owner.kind, owner.name), []).append(span)
        return
    hits.setdefault((owner.kind, owner.name, owner.form), []).append(span)


def _with_article(text: str, since: int, start: int) -> int:
    """Return where the words for a role begin: at the article before it, if one stands within four words."""
    words = text[since:start].split(" ")
    for back, word in enumerate(reversed(words[-5:-1]), start=1):
        if word in _ARTICLES:
            return start - len(" ".join(words[-1 - back :]))
        if word in _JOINING or not word or word.endswith(",") or "(" in word:
            break
    return start


def _whole_word(text: str, start: int) -> int:
    """Return where the word begins whose part after a hyphen is at ``start``."""
    if not text.endswith("-", 0, start):
        return start
    place = start - 1
    while place and text[place - 1].isalnum():
        place -= 1
    return place if place < start - 1 else start


def _untouched(spans: list[Span], taken: list[Span]) -> list[Span]:
    """Return the spans that overlap none of ``taken``."""
    if not taken:
        return spans
    joined: list[Span] = []
    for start, end in sorted(taken):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [
        span
        for span in spans
        for place in [bisect_left(joined, (span[1],)) - 1]
        if place < 0 or joined[place][1] <= span[0]
    ]
