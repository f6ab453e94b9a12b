"""What a message says when something else was expected, in words for a lawyer.

The table is keyed on the block, the clause and what was expected; an empty block or
clause stands for any. No name of the grammar is ever part of a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dsl.names import nearest


@dataclass(frozen=True)
class Wording:
    """A code, a message and a help line; ``{word}`` is what stands there, ``{before}`` what stands before it."""

    code: str
    message: str
    help: str = ""


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
    "_GIVEN": "given",
    "_EXPECT": "expect",
}
"""The words that start a clause, by their names in the grammar."""

_CLAUSES: Mapping[str, tuple[str, ...]] = {
    "rule": (
        "source", "see", "in force", "checks", "for each", "applies when", "the … must ensure that", "unless",
        "reason recorded in", "suggest", "compares with", "shows inside", "law as at", "by analogy",
    ),
    "exception": ("to", "lifts the time limit", "lifts the duty", "sets the time limit to", "must be shown", "applies when"),
    "guard": ("source", "applies when", "lifts the duty", "asks"),
    "judgement": ("source", "decided by", "consider", "points to yes when", "points to no when"),
    "reading": ("source", "settled by", "open", "otherwise"),
    "definition": ("source", "see", "means", "is"),
    "checklist": ("source", "entry"),
    "example": ("given", "expect"),
}  # fmt: skip

OUTCOMES = (
    "requirement met", "not met", "followed", "departed from", "would meet", "would not meet", "condition met",
    "condition not met", "departed from local policy", "worth checking", "disputed", "not in these files",
    "a person must decide", "not yet due", "met on one reading", "does not apply", "nothing to check",
)  # fmt: skip
"""The words an example may expect; each token of an outcome with spaces for its hyphens."""

TABLE: Mapping[tuple[str, str, str], Wording] = {
    # The first line of a block
    ("", "head", "id"): Wording("ID", "{a_block} has a name in capitals", "as in `SENT-IN-TIME`"),
    ("", "head", "name"): Wording("NAME", "{a_block} has a name in small letters", "as in `in_good_order`"),
    ("", "head", "title"): Wording("TITLE", "{a_block} has a title in quotation marks", "write it after the name"),
    ("judgement", "head", "title"): Wording("TITLE", "a judgement asks a question, in quotation marks", "write it after what it is of"),
    ("reading", "head", "title"): Wording("TITLE", "a reading says what the law means, in quotation marks", "write it after the name"),
    ("", "head", "of"): Wording("OF", "this does not say what it is a {block} of", "say `of the …`, or `of … in …`"),
    ("", "head", "path"): Wording("OF", "this does not say what it is a {block} of", "say `of the …`, or `of … in …`"),
    ("", "head", "in"): Wording("IN", "this does not say where each `{before}` is found", "say `in` and name the list"),
    ("exception", "head", "to"): Wording("TO", "an exception begins with the rules it is an exception to", "say `to`, the rule, `under` and the provision"),
    ("guard", "head", "to"): Wording("TO", "a guard begins with the rules it keeps", "say `to` and the rules, or `to every rule that checks …`"),
    ("example", "head", "for"): Wording("FOR", "this does not say which rule it is an example for", "say `for`, the rule, `as at` and a day"),
    ("example", "head", "as at"): Wording("AS-AT", "this does not say on what day the example is checked", "say `as at` and a day"),
    # Clauses
    ("", "", "clause"): Wording("CLAUSE", "`{word}` begins no clause of {a_block}", "{a_block} holds {clauses}"),
    ("", "", "run on"): Wording("RUN-ON", "the condition before `{word}` runs on into the duty", "finish the condition: something is missing before `the`"),
    ("", "", "unfinished"): Wording("UNFINISHED", "this {block} says nothing yet", "{a_block} holds {clauses}"),
    ("example", "", "unfinished"): Wording("EXPECT", "this example expects nothing", "end it with `expect` and an outcome"),
    ("", "source", "citation"): Wording("CITATION", "`source` names the provision the {block} rests on", "as in `act2014 s 38(5)`"),
    ("", "", "citation"): Wording("CITATION", "a provision is named here", "as in `act2014 s 38(5)`"),
    ("", "to", "id"): Wording("TO", "`to` is followed by the name of a rule", "as in `to SENT-IN-TIME`"),
    ("", "to", "under"): Wording("UNDER", "an exception says under which provision it is one", "say `under` and the provision"),
    ("", "unless", "id"): Wording("UNLESS", "`unless` names exceptions, and nothing else", "make an exception of it, and name that"),
    ("", "", "id"): Wording("ID", "a name in capitals is needed here", "as in `SENT-IN-TIME`"),
    ("", "", "name"): Wording("NAME", "a name is needed here", "write it in small letters, with `_` between words"),
    ("", "", "quoted"): Wording("QUOTED", "`{clause}` is followed by words in quotation marks", ""),
    ("", "", "quote"): Wording("QUOTE", "a quotation mark has no partner on its line", "close it on the line it was opened on"),
    ("", "", "date"): Wording("DATE", "a day is needed here", "write year, month and day, as in 2026-03-14"),
    ("", "in force", "from"): Wording("IN-FORCE", "`in force` says from when, or until when", "say `from` or `until`, and a day"),
    ("", "checks", "name"): Wording("CHECKS", "`checks` names the kind of document", "say what is checked"),
    ("", "compares with", "as"): Wording("COMPARES", "this does not say how the two compare", "say `as same`, `as stricter`, `as looser` or `as contrary`"),
    ("", "compares with", "comparison"): Wording("COMPARES", "this does not say how the two compare", "say `same`, `stricter`, `looser` or `contrary`"),
    ("", "duty", "force"): Wording(
        "FORCE-WORDS", "this does not say what must or should be",
        "say `must ensure that`, `should ensure that` or `should normally ensure that`; after `applies when`, `must not do so if`, "
        "`should not do so if` or `may do so only if`",
    ),
    ("", "duty", "name"): Wording("PARTY", "a duty names whose it is", "say `the`, the party, and `must ensure that`"),
    ("definition", "is", "when"): Wording("CASE", "each case of a definition says when it holds", "say `when` and a condition, or `otherwise`"),
    ("definition", "is", "otherwise"): Wording("CASE", "`is undecided` is followed by `otherwise`", "say `is undecided otherwise`"),
    ("example", "expect", "outcome"): Wording("OUTCOME", "no outcome is called `{word}`", "say " + ", ".join(f"`{each}`" for each in OUTCOMES[:-1]) + f" or `{OUTCOMES[-1]}`"),
    ("example", "given", "given"): Wording("GIVEN", "this is not something an example can assume", "give a value, or say `not stated`, `not found`, `not covered`, `not applicable` or `disputed between … and …`"),
    ("example", "given", "is"): Wording("GIVEN", "this does not say what is so of `{before}`", "say `is` and a value, `has happened` or `has not happened`"),
    ("example", "given", "item"): Wording("GIVEN", "this does not say what is given", "say `the …` and what it is, or `a`, the kind of thing, its name, `in` and the list"),
    # Conditions
    ("", "", "brackets"): Wording("AND-OR", "`and` and `or` are mixed without brackets", "put brackets round the parts that belong together"),
    ("", "", "condition"): Wording("CONDITION", "a condition is needed here", "begin with what it is about: `the …`, a name, `some`, `every` or `no`"),
    ("", "", "predicate"): Wording("PREDICATE", "this does not say what is so of `{before}`", "say `is …`, `happens …`, `has happened` or `includes …`"),
    ("", "", "said"): Wording("SAID", "`{before}` is not followed by anything that can be so", "say `stated`, `judged …`, `one of …`, `at least …`, `before …` or a value"),
    ("", "", "judged not"): Wording("JUDGED-NOT", "`is not judged` is never said", "say `is judged not …`"),
    ("", "", "age"): Wording("AGE", "an age is reckoned on a day", "say `on` and the day"),
    ("", "", "in"): Wording("IN", "this does not say in which list", "say `in` and name the list"),
    ("", "", "opening"): Wording("BRACKET", "`{before}` is followed by a bracket", "put what follows in brackets"),
    ("", "", "closing"): Wording("BRACKET", "a bracket is still open", "close it with `)`"),
    ("", "", "path"): Wording("PATH", "something is to be named here", "say `the …`, a name, or `section …`"),
    ("", "", "value"): Wording("VALUE", "a day, a number or a name is needed here", ""),
    # Limits and days
    ("", "", "unit"): Wording("DEADLINE-UNIT", "a length of time needs a unit", "after `{before}`, say days, weeks, months or years"),
    ("", "", "number"): Wording("NUMBER", "a number is needed here", "write it in figures"),
    ("", "", "limit"): Wording("LIMIT", "this does not say by when", "say `within … of`, `by`, `before`, `on or after` or the like"),
    ("", "", "start"): Wording("LIMIT-START", "this does not say from when the time runs", "say `of`, `after` or `starting with`, and the day"),
    ("", "", "month"): Wording("MONTH", "a month is needed here", "write it out, as in `February`"),
    ("", "", "year"): Wording("YEAR", "this does not say in which year", "say `in the`, the kind of year, `of` and a day in it"),
    ("", "", "weekday"): Wording("WEEKDAY", "a day of the week is needed here", "write it out, as in `Friday`"),
    ("", "", "before"): Wording("LIMIT-BEFORE", "`at least` so long is a time before something", "say `before` and the day"),
    ("", "", "end"): Wording("END", "this {block} stops too soon", "finish the clause"),
    ("", "", "word"): Wording("WORD", "`{word}` is not understood here", ""),
}  # fmt: skip

_BY_ANY: tuple[tuple[str, str], ...] = (
    ("OUTCOME", "outcome"),
    ("FORCE", "force"),
    ("COMPARISON", "comparison"),
    ("GIVEN_STATE", "given"),
    ("EVERY", "condition"),
    ("_HAPPENS", "predicate"),
    ("_STATED", "said"),
    ("_ONE_OF", "said"),
)
_BY_ANY_INSIDE: tuple[tuple[str, str], ...] = (
    ("_WITHIN", "limit"),
    ("LATER_OR_EARLIER", "value"),
    ("_A", "item"),
    ("SECTION", "path"),
    ("_STARTING_WITH", "start"),
    ("_CLOSE_BRACKET", "closing"),
    ("_COMMA", "closing"),
    ("_OPEN_BRACKET", "opening"),
    ("_IS", "is"),
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
    "UNIT": ("days", "weeks", "months", "years"),
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

_AMBIGUOUS = frozenset({"_IS", "_TO", "_THE", "_FROM", "_OTHERWISE", "_TO_EVERY_RULE_THAT_CHECKS"})
"""Words that start a clause in one place and stand elsewhere in another."""

_DUTY = ("must", "should", "may")
"""The words that show that a duty was read as part of the condition before it."""

_SHORT = 3
"""Words as short as this are near to too many others."""


def what(block: str, clause: str, accepted: frozenset[str], word: str, before: str) -> str:  # noqa: PLR0911  (a decision table)
    """Return what was expected where ``word`` stands."""
    if word == '"':
        return "quote"
    joiners = {"and": "_AND", "or": "_OR"}
    if word in joiners and joiners[word] not in accepted and accepted & set(joiners.values()):
        return "brackets"
    if word == "judged" and before == "not":
        return "judged not"
    if "UNIT" in accepted and before.isdigit():
        return "unit"
    for name, expected in _BY_ANY:
        if name in accepted:
            return expected
    if accepted in _BY_ONLY:
        only = _BY_ONLY[accepted]
        if only == "in" and before in _WORDS["MONTH"]:
            return "year"
        return "title" if only == "quoted" and clause == "head" else only
    if block == "definition" and "_WHEN" in accepted and word:
        return "when"
    if may_end(accepted):
        return "run on" if word in _DUTY else "clause" if word else "unfinished"
    for name, expected in _BY_ANY_INSIDE:
        if name in accepted:
            return expected
    return "word" if word else "end"


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
