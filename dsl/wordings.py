"""What a message says when something else was expected, in words for a lawyer.

The table is keyed on the block, the clause and what was expected; an empty block or
clause stands for any. No name of the grammar is ever part of a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A code, a message and a help line; ``{word}`` is what stands there, ``{before}`` what stands before it."""

    code: str
    message: str
    help: str = ""


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
    ("judgement", "head", "title"): Wording(
        "TITLE", "a judgement asks a question, in quotation marks", "write it after what it is of"
    ),
    ("reading", "head", "title"): Wording(
        "TITLE", "a reading says what the law means, in quotation marks", "write it after the name"
    ),
    ("", "head", "of"): Wording("OF", "this does not say what it is a {block} of", "say `of the …`, or `of … in …`"),
    ("", "head", "path"): Wording("OF", "this does not say what it is a {block} of", "say `of the …`, or `of … in …`"),
    ("", "head", "in"): Wording("IN", "this does not say where each `{before}` is found", "say `in` and name the list"),
    ("exception", "head", "to"): Wording(
        "TO",
        "an exception begins with the rules it is an exception to",
        "say `to`, the rule, `under` and the provision",
    ),
    ("guard", "head", "to"): Wording(
        "TO", "a guard begins with the rules it keeps", "say `to` and the rules, or `to every rule that checks …`"
    ),
    ("example", "head", "for"): Wording(
        "FOR", "this does not say which rule it is an example for", "say `for`, the rule, `as at` and a day"
    ),
    ("example", "head", "as at"): Wording(
        "AS-AT", "this does not say on what day the example is checked", "say `as at` and a day"
    ),
    # Clauses
    ("", "", "clause"): Wording("CLAUSE", "`{word}` begins no clause of {a_block}", "{a_block} holds {clauses}"),
    ("", "", "run on"): Wording(
        "RUN-ON",
        "the condition before `{word}` runs on into the duty",
        "finish the condition: something is missing before `the`",
    ),
    ("", "", "unfinished"): Wording("UNFINISHED", "this {block} says nothing yet", "{a_block} holds {clauses}"),
    ("example", "", "unfinished"): Wording(
        "EXPECT", "this example expects nothing", "end it with `expect` and an outcome"
    ),
    ("", "source", "citation"): Wording(
        "CITATION", "`source` names the provision the {block} rests on", "as in `act2014 s 38(5)`"
    ),
    ("", "", "citation"): Wording("CITATION", "a provision is named here", "as in `act2014 s 38(5)`"),
    ("", "to", "id"): Wording("TO", "`to` is followed by the name of a rule", "as in `to SENT-IN-TIME`"),
    ("", "to", "under"): Wording(
        "UNDER", "an exception says under which provision it is one", "say `under` and the provision"
    ),
    ("", "unless", "id"): Wording(
        "UNLESS", "`unless` names exceptions, and nothing else", "make an exception of it, and name that"
    ),
    ("", "", "id"): Wording("ID", "a name in capitals is needed here", "as in `SENT-IN-TIME`"),
    ("", "", "name"): Wording("NAME", "a name is needed here", "write it in small letters, with `_` between words"),
    ("", "", "quoted"): Wording("QUOTED", "`{clause}` is followed by words in quotation marks", ""),
    ("", "", "quote"): Wording(
        "QUOTE", "a quotation mark has no partner on its line", "close it on the line it was opened on"
    ),
    ("", "", "date"): Wording("DATE", "a day is needed here", "write year, month and day, as in 2026-03-14"),
    ("", "in force", "from"): Wording(
        "IN-FORCE", "`in force` says from when, or until when", "say `from` or `until`, and a day"
    ),
    ("", "checks", "name"): Wording("CHECKS", "`checks` names the kind of document", "say what is checked"),
    ("", "compares with", "as"): Wording(
        "COMPARES",
        "this does not say how the two compare",
        "say `as same`, `as stricter`, `as looser` or `as contrary`",
    ),
    ("", "compares with", "comparison"): Wording(
        "COMPARES", "this does not say how the two compare", "say `same`, `stricter`, `looser` or `contrary`"
    ),
    ("", "duty", "force"): Wording(
        "FORCE-WORDS",
        "this does not say what must or should be",
        "say `must ensure that`, `should ensure that` or `should normally ensure that`; after `applies when`, "
        "`must not do so if`, `should not do so if` or `may do so only if`",
    ),
    ("", "duty", "name"): Wording("PARTY", "a duty names whose it is", "say `the`, the party, and `must ensure that`"),
    ("definition", "is", "when"): Wording(
        "CASE", "each case of a definition says when it holds", "say `when` and a condition, or `otherwise`"
    ),
    ("definition", "is", "otherwise"): Wording(
        "CASE", "`is undecided` is followed by `otherwise`", "say `is undecided otherwise`"
    ),
    ("example", "expect", "outcome"): Wording(
        "OUTCOME",
        "no outcome is called `{word}`",
        "say " + ", ".join(f"`{each}`" for each in OUTCOMES[:-1]) + f" or `{OUTCOMES[-1]}`",
    ),
    ("example", "given", "given"): Wording(
        "GIVEN",
        "this is not something an example can assume",
        "give a value, or say `not stated`, `not found`, `not covered`, `not applicable` or `disputed between … and …`",
    ),
    ("example", "given", "is"): Wording(
        "GIVEN",
        "this does not say what is so of `{before}`",
        "say `is` and a value, `has happened` or `has not happened`",
    ),
    ("example", "given", "item"): Wording(
        "GIVEN",
        "this does not say what is given",
        "say `the …` and what it is, or `a`, the kind of thing, its name, `in` and the list",
    ),
    # Tables, parameters and measures
    ("table", "by", "path"): Wording(
        "BY", "`by` says what the rows are told apart by", "say the kind of thing and its field, as in `order's kind`"
    ),
    ("", "", "row key"): Wording(
        "ROW", "a row begins with the keys it is for", "name one, or say `any`, `yes`, `no`, `1 to 5` or `5 or over`"
    ),
    ("", "", "gives"): Wording(
        "GIVES", "this row does not say what it gives", "after its keys, say `gives` and what it gives"
    ),
    ("table", "row", "given"): Wording(
        "GIVES",
        "`gives` is followed by what the row gives",
        "say a length of time, a number, an amount, a word, `no limit` or `no figure`",
    ),
    ("parameter", "is", "figure"): Wording(
        "FIGURE", "`is` is followed by a figure", "say a length of time, a number, or an amount, as in `£6,000`"
    ),
    ("parameter", "is", "from"): Wording(
        "FIGURE-FROM",
        "this does not say from when the figure holds",
        "say `from` and a day; it ends where the next begins",
    ),
    ("measure", "counts", "name"): Wording(
        "COUNTS", "`counts` names one of the things it counts", "as in `counts loan in the loans`"
    ),
    ("measure", "out of", "name"): Wording(
        "COUNTS", "`out of` names one of the things it counts", "as in `out of loan in the loans`"
    ),
    ("rule", "alongside", "name"): Wording(
        "ALONGSIDE", "`alongside` names another kind of document", "say what the first is read beside"
    ),
    # Conditions
    ("", "", "brackets"): Wording(
        "AND-OR", "`and` and `or` are mixed without brackets", "put brackets round the parts that belong together"
    ),
    ("", "", "condition"): Wording(
        "CONDITION",
        "a condition is needed here",
        "begin with what it is about: `the …`, a name, `some`, `every` or `no`",
    ),
    ("", "", "predicate"): Wording(
        "PREDICATE",
        "this does not say what is so of `{before}`",
        "say `is …`, `happens …`, `has happened` or `includes …`",
    ),
    ("", "", "said"): Wording(
        "SAID",
        "`{before}` is not followed by anything that can be so",
        "say `stated`, `judged …`, `one of …`, `at least …`, `before …` or a value",
    ),
    ("", "", "judged not"): Wording("JUDGED-NOT", "`is not judged` is never said", "say `is judged not …`"),
    ("", "", "age"): Wording("AGE", "an age is reckoned on a day", "say `on` and the day"),
    ("", "", "in"): Wording("IN", "this does not say in which list", "say `in` and name the list"),
    ("", "", "opening"): Wording("BRACKET", "`{before}` is followed by a bracket", "put what follows in brackets"),
    ("", "", "closing"): Wording("BRACKET", "a bracket is still open", "close it with `)`"),
    ("", "", "path"): Wording("PATH", "something is to be named here", "say `the …`, a name, or `section …`"),
    ("", "", "value"): Wording("VALUE", "a day, a number or a name is needed here", ""),
    # Numbers
    ("", "", "operand"): Wording(
        "OPERAND",
        "`{before}` is followed by a number",
        "write a figure, name a number, or put what is worked out in brackets",
    ),
    ("", "", "key"): Wording(
        "TABLE-FOR", "this does not say which row of the table is meant", "after `for`, name what the table is by"
    ),
    ("", "", "operators"): Wording(
        "CALCULATION",
        "`{word}` stands beside another such word",
        "put brackets round the part that is worked out first",
    ),
    ("", "", "for each"): Wording(
        "TOTAL", "this does not say over what the total is", "say `for each`, the name of one, `in` and the list"
    ),
    ("", "", "where"): Wording(
        "SHARE", "a share is of those for which something is so", "say `where` and a condition in brackets"
    ),
    ("", "", "per"): Wording("PER", "`per` is followed by a time, or by a thing", "as in `hours per week`"),
    ("", "", "of what"): Wording(
        "OF-WHAT",
        "`within` so much, or so long, is of something",
        "say `of` and what it is near, or the day it runs from",
    ),
    ("", "", "each"): Wording(
        "EACH",
        "this does not say what one of them is called",
        "say a name, `in`, and the list, as in `every loan in the loans`",
    ),
    # Limits and days
    ("", "", "length"): Wording(
        "NUMBER",
        "this does not say how long",
        "write it in figures, or name a table or a parameter in brackets",
    ),
    ("", "", "after"): Wording(
        "AFTER", "this does not say after which day", "say `after` or `on or after`, and the day"
    ),
    ("", "", "unit"): Wording(
        "DEADLINE-UNIT", "a length of time needs a unit", "after `{before}`, say days, weeks, months or years"
    ),
    ("", "", "number"): Wording("NUMBER", "a number is needed here", "write it in figures"),
    ("", "", "limit"): Wording(
        "LIMIT", "this does not say by when", "say `within … of`, `by`, `before`, `on or after` or the like"
    ),
    ("", "", "start"): Wording(
        "LIMIT-START", "this does not say from when the time runs", "say `of`, `after` or `starting with`, and the day"
    ),
    ("", "", "month"): Wording("MONTH", "a month is needed here", "write it out, as in `February`"),
    ("", "", "year"): Wording(
        "YEAR", "this does not say in which year", "say `in the`, the kind of year, `of` and a day in it"
    ),
    ("", "", "weekday"): Wording("WEEKDAY", "a day of the week is needed here", "write it out, as in `Friday`"),
    ("", "", "before"): Wording(
        "LIMIT-BEFORE", "`at least` so long is a time before something", "say `before` and the day"
    ),
    ("", "", "end"): Wording("END", "this {block} stops too soon", "finish the clause"),
    ("", "", "word"): Wording("WORD", "`{word}` is not understood here", ""),
}
