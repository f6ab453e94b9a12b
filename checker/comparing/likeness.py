"""How alike two passages are, 0 to 100: the content words and topics they share, weighed by how rare they are.

A rough measure that orders and never decides. Where two passages name different
professions and share none, they are not alike at all: rather no match than a wrong one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
_STOP_WORDS = (
    "a about above after again all also although an and any are as at be because been before being below "
    "between both but by can cannot could did do does doing during each ensure every few for from further had "
    "has have having he help helped her here hers herself him himself his how if in into is it its itself "
    "least less make may me might more most must my need needed needs no nor not of off often on once one "
    "only or other our out over own per provide provided recommend recommended require required requires same "
    "session sessions she should so some such support supported than that the their them themselves then "
    "there these they this those through time times to too under until up use used using very was we well "
    "were what when where which while who whom why will with would you your day days week weekly weeks term "
    "terms year years daily minute minutes hour hours half two three four five six seven eight nine ten twice "
    "another child pupil young person school schools class classroom lesson lessons staff adult adults member "
    "trained training qualified programme programmes has particular including include able difficulty "
    "difficulties finds find work working set carried delivered given give "
)
_STOP = frozenset(_STOP_WORDS.split())
_PROFESSIONS = (
    ("=slt", r"speech,? (?:and|&) language(?: and communication)? therap\w+|\bslts?\b|\bsalts?\b|speech therap\w+"),
    ("=ot", r"occupational therap\w+|\bots?\b"),
    ("=physio", r"physiotherap\w+|\bphysio\b"),
    ("=psychologist", r"psycholog\w+"),
    ("=deaf", r"teachers? of the deaf|\btod\b|\bqtod\b"),
    ("=vision", r"\bqtvi\b|vision impairment teacher|teacher of (?:the )?vision"),
    ("=nurse", r"\bnurs(?:e|es|ing)\b"),
)
_TOPICS = (
    ("~assistant", r"teaching assistants?|learning support assistants?|\btas?\b|\blsas?\b|\bhltas?\b"),
    ("~mentor", r"mentors?\b|key ?(?:adult|worker|person)s?\b|\belsas?\b"),
    (
        "~understanding",
        r"understand\w*|receptive\w*|comprehen\w+|following instructions?|follows? .{0,20}instructions?",
    ),
    ("~expression", r"expressive\w*|sentences?\b|vocabulary|finding words|word.finding|speech sounds?|spoken"),
    ("~literacy", r"\bread\w*|literacy|phonic\w*|spell\w*|dyslexi\w+"),
    ("~writing", r"handwriting|\bwrit(?:e|es|ing)\b|fine motor|\btyp(?:e|ing)\b|touch.typing|hand skills"),
    ("~number", r"maths|mathemat\w+|numbers?\b|numeracy|arithmetic"),
    ("~memory", r"memory|remember\w*|recall\w*"),
    ("~attention", r"attention|concentrat\w+|focus\w*|distract\w+"),
    ("~sensory", r"sensory|nois\w+|loud|touch\b|ear defenders|movement breaks?|sensory (?:circuit|diet)s?"),
    ("~anxiety", r"anxi\w+|worr(?:y|ied|ies)|stress\w*|overwhelm\w*|distress\w*"),
    ("~social", r"social\w*|friend\w*|peers?\b|play\w*|conversation\w*|interact\w+"),
    ("~movement", r"mobility|walk\w*|balance|gross motor|stretch\w*|splints?|exercises?"),
    ("~selfcare", r"dress\w*|toilet\w*|wash\w*|buttons|cutlery|self.care|personal care|self.help"),
    ("~routine", r"routines?|transitions?|changes?\b|visual timetable|timetable"),
    ("~hearing", r"hearing\w*|radio aid|deaf\w*|acoustic\w*"),
)
_COMPILED = tuple(
    (token, re.compile(pattern, re.IGNORECASE), token[0] == "=") for token, pattern in (*_PROFESSIONS, *_TOPICS)
)
_ENDINGS = ("ingly", "edly", "ation", "ings", "ness", "ment", "ies", "ing", "ed", "es", "ly", "s")
_SHORTEST = 4
_TOPIC_WEIGHT = 1.6


@dataclass(frozen=True)
class Content:
    """What a passage is about: its content words without endings, its topics, and the professions it names."""

    words: frozenset[str]
    professions: frozenset[str]


@lru_cache(maxsize=8192)
def content_of(text: str, names: frozenset[str] = frozenset()) -> Content:
    """Return what ``text`` is about; ``names`` are words to pass over, in lower case (the child's)."""
    lowered = text.lower().replace("\u2019", "'")
    words: set[str] = set()
    professions: set[str] = set()
    for token, pattern, profession in _COMPILED:
        if pattern.search(lowered):
            words.add(token)
            if profession:
                professions.add(token)
    for word in _WORD.findall(lowered):
        plain = word.removesuffix("'s")
        if plain not in _STOP and plain not in names:
            words.add(_stem(plain))
    return Content(frozenset(words), frozenset(professions))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Weights:
    """How rare each content word is over the passages of a case."""

    weight: Mapping[str, float]
    unseen: float

    def of(self, words: Iterable[str]) -> float:
        """Return the sum of the squared weights of ``words``."""
        return sum(self._one(word) ** 2 for word in sorted(words))

    def _one(self, word: str) -> float:
        weight = self.weight.get(word, self.unseen)
        return weight * _TOPIC_WEIGHT if word[0] in "=~" else weight


def weights_of(passages: Iterable[Content]) -> Weights:
    """Return how rare each content word is over ``passages``."""
    held = list(passages)
    counted: dict[str, int] = {}
    for passage in held:
        for word in passage.words:
            counted[word] = counted.get(word, 0) + 1
    total = len(held) + 1
    return Weights({word: 1 + math.log(total / count) for word, count in counted.items()}, 1 + math.log(total))


def likeness(one: Content, other: Content, weights: Weights) -> int:
    """Return how alike two passages are, 0 to 100."""
    shared = one.words & other.words
    if not shared or (one.professions and other.professions and not one.professions & other.professions):
        return 0
    first, second, common = weights.of(one.words), weights.of(other.words), weights.of(shared)
    # A short recommendation and a long item may say the same: between the share of both and the share of the shorter.
    return round(100 * math.sqrt(common / math.sqrt(first * second) * common / min(first, second)))
