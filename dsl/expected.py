"""Decides what was expected where a block stops making sense, from what could stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dsl.names import nearest
from dsl.wordings import OUTCOMES, TABLE

STARTS: Mapping[str, str] = {
    "_SOURCE": "source",
    "_SEE": "see",
    "_IN_FORCE": "in force",
    "_CHECKS": "checks",
    "_FOR_EACH": "for each",
    "_APPLIES_WHEN": "applies when",
    "_THE": "duty",
    "_UNLESS": "unless",
    "_REASON_RECORDED_IN": "reason recorded in",
    "_SUGGEST": "suggest",
    "_COMPARES_WITH": "compares with",
    "_SHOWS_INSIDE": "shows inside",
    "_LAW_AS_AT": "law as at",
    "_BY_ANALOGY": "by analogy",
    "_TO_EVERY_RULE_THAT_CHECKS": "to every rule that checks",
    "_LIFTS_THE_TIME_LIMIT": "lifts the time limit",
    "_LIFTS_THE_DUTY": "lifts the duty",
    "_SETS_THE_TIME_LIMIT_TO": "sets the time limit to",
    "_MUST_BE_SHOWN": "must be shown",
    "_ASKS": "asks",
    "_DECIDED_BY": "decided by",
    "_CONSIDER": "consider",
    "_POINTS_TO_YES_WHEN": "points to yes when",
    "_POINTS_TO_NO_WHEN": "points to no when",
    "_SETTLED_BY": "settled by",
    "_OPEN": "open",
    "_OTHERWISE": "otherwise",
    "_MEANS": "means",
    "_IS": "is",
    "_ENTRY": "entry",
    "_ALONGSIDE": "alongside",
    "BY": "by",
    "_ROW": "row",
    "_COUNTS": "counts",
    "_OUT_OF": "out of",
    "_GIVEN": "given",
    "_EXPECT": "expect",
}
"""The words that start a clause, by their names in the grammar."""

_CLAUSES: Mapping[str, tuple[str, ...]] = {
    "rule": (
        "source", "see", "in force", "checks", "alongside", "for each", "applies when", "the … must ensure that",
        "unless", "reason recorded in", "suggest", "compares with", "shows inside", "law as at", "by analogy",
    ),
    "exception": (
        "to", "lifts the time limit", "lifts the duty", "sets the time limit to", "must be shown",
        "applies when",
    ),
    "guard": ("source", "applies when", "lifts the duty", "asks"),
    "judgement": ("source", "decided by", "consider", "points to yes when", "points to no when"),
    "reading": ("source", "settled by", "open", "otherwise"),
    "definition": ("source", "see", "means", "is"),
    "checklist": ("source", "entry"),
    "table": ("source", "by", "row"),
    "parameter": ("source", "is"),
    "measure": ("source", "see", "checks", "counts", "out of"),
    "example": ("given", "expect"),
}  # fmt: skip

_BY_ANY: tuple[tuple[str, str], ...] = (
    ("OUTCOME", "outcome"),
    ("NO_FIGURE", "given"),
    ("_GIVES", "gives"),
    ("FORCE", "force"),
    ("COMPARISON", "comparison"),
    ("GIVEN_STATE", "given"),
    ("EVERY", "condition"),
    ("_HAPPENS", "predicate"),
    ("_STATED", "said"),
    ("_ONE_OF", "said"),
)
_BY_ANY_INSIDE: tuple[tuple[str, str], ...] = (
    ("_FOR_EACH", "for each"),
    ("_WITHIN", "limit"),
    ("LATER_OR_EARLIER", "value"),
    ("_A", "item"),
    ("SECTION", "path"),
    ("_STARTING_WITH", "start"),
    ("_CLOSE_BRACKET", "closing"),
    ("_COMMA", "closing"),
    ("_OPEN_BRACKET", "opening"),
    ("_IS", "is"),
    ("_OF", "of what"),
    ("_FROM", "from"),
    ("_TO", "to"),
)
"""What was expected, by one of the things that could stand there; the first that fits."""

_BY_ONLY: Mapping[frozenset[str], str] = {
    frozenset(names.split()): expected
    for names, expected in (
        ("ID", "id"),
        ("NAME", "name"),
        ("NAME NOT", "name"),
        ("NAME _THE", "path"),
        ("CITATION", "citation"),
        ("DATE", "date"),
        ("NUMBER", "number"),
        ("UNIT", "unit"),
        ("STRING", "quoted"),
        ("POSSESSIVE STRING", "quoted"),
        ("MONTH", "month"),
        ("NUMBER _OPEN_BRACKET", "length"),
        ("DECIMAL MONEY NUMBER", "figure"),
        ("ID NAME NO NUMBER YES _UNDER", "row key"),
        ("POSSESSIVE _WHERE", "where"),
        ("AFTER ON_OR", "after"),
        ("NAME UNIT", "per"),
        ("DECIMAL MONEY NAME NUMBER SECTION _OPEN_BRACKET _THE", "operand"),
        ("WEEKDAY", "weekday"),
        ("BEFORE", "before"),
        ("ON", "age"),
        ("_OF", "of"),
        ("_IN", "in"),
        ("_FOR", "for"),
        ("_AS_AT", "as at"),
        ("_AS", "as"),
        ("_UNDER", "under"),
        ("_OTHERWISE", "otherwise"),
    )
}
"""What was expected, where these things alone could stand."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "_AS_SOON_AND_IN_ANY_EVENT": ("as soon as practicable and in any event",),
    "FORCE": ("must ensure that", "should ensure that", "may do so only if"),
    "ON_OR": ("on or before", "on or after"),
    "HAPPENED": ("has happened", "has not happened"),
    "LATER_OR_EARLIER": ("the later of", "the earlier of"),
    "COMPARISON": ("same", "stricter", "looser", "contrary"),
    "GIVEN_STATE": ("not found", "not covered", "not applicable"),
    "UNIT": ("days", "weeks", "months", "years", "working days", "school days"),
    "MONTH": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    "WEEKDAY": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "OUTCOME": OUTCOMES,
    **dict.fromkeys(
        ("ID", "STRING", "CITATION", "NUMBER", "DATE", "POSSESSIVE", "SECTION", "NAME", "_A", "_COMMA", "_SEMICOLON",
         "_OPEN_BRACKET", "_CLOSE_BRACKET"),
        (),
    ),
}  # fmt: skip
"""The fixed words of a thing that could stand somewhere, where its name in the grammar is not those words."""

_AMBIGUOUS = frozenset({"_IS", "_TO", "_THE", "_FROM", "_OTHERWISE", "BY", "_FOR_EACH", "_TO_EVERY_RULE_THAT_CHECKS"})
"""Words that start a clause in one place and stand elsewhere in another."""

_OPERATORS: Mapping[str, str] = {"plus": "PLUS", "minus": "MINUS", "times": "TIMES", "divided": "DIVIDED_BY"}
"""The words that join numbers, and their names in the grammar."""

_DUTY = ("must", "should", "may")
"""The words that show that a duty was read as part of the condition before it."""

_SHORT = 3
"""Words as short as this are near to too many others."""


def what(block: str, clause: str, accepted: frozenset[str], word: str, before: str) -> str:
    """Return what was expected where ``word`` stands."""
    joiners = {"and": "_AND", "or": "_OR"}
    if word in joiners and joiners[word] not in accepted and accepted & set(joiners.values()):
        return "brackets"
    if word in _OPERATORS and _OPERATORS[word] not in accepted:
        return "operators"
    if word == '"' or (word, before) == ("judged", "not"):
        return "quote" if word == '"' else "judged not"
    if "UNIT" in accepted and before.isdigit() and not (block == "parameter" and word in ("", "until")):
        return "unit"
    for name, expected in _BY_ANY:
        if name in accepted:
            return expected
    if accepted in _BY_ONLY:
        return _only(_BY_ONLY[accepted], clause, before)
    if block == "definition" and "_WHEN" in accepted and word:
        return "when"
    if may_end(accepted):
        return "run on" if word in _DUTY else "clause" if word else "unfinished"
    for name, expected in _BY_ANY_INSIDE:
        if name in accepted:
            return expected
    return "word" if word else "end"


def _only(only: str, clause: str, before: str) -> str:
    if only == "in" and before in _WORDS["MONTH"]:
        return "year"
    if only == "operand" and before == "for":
        return "key"
    if only == "name" and before.split()[-1:] in (["every"], ["some"], ["no"], ["one"]):
        return "each"
    return "title" if only == "quoted" and clause == "head" else only


def may_end(accepted: frozenset[str]) -> bool:
    """Whether a clause may end here, and another begin."""
    return bool(accepted & set(STARTS) - _AMBIGUOUS)


def key(block: str, clause: str, expected: str) -> tuple[str, str, str]:
    """Return the key of the table for a block, a clause and what was expected: the narrowest there is."""
    for narrow in ((block, clause, expected), ("", clause, expected), (block, "", expected), ("", "", expected)):
        if narrow in TABLE:
            return narrow
    return ("", "", "word")


def clauses(block: str) -> tuple[str, ...]:
    """Return the clauses of a block, as its messages list them."""
    return _CLAUSES[block]


def meant(word: str, accepted: Iterable[str]) -> str:
    """Return the fixed words nearest to ``word`` among those that could stand in its place, or nothing."""
    could = [
        words for name in sorted(accepted) for words in _WORDS.get(name, (name.strip("_").lower().replace("_", " "),))
    ]
    firsts = [words.split()[0] for words in could]
    near = nearest(word, firsts) if len(word) > _SHORT or word in firsts else None
    found = could[firsts.index(near)] if near else ""
    return "" if found == word else found
