"""Whatever a condition carries or lacks, it is told in a sentence, and never in the words of the engine."""

from __future__ import annotations

import re
from datetime import date

from builders import SPAN
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts import SOME_DAY, Days, Place, State
from checker.findings import Cause, Operand, Reason, Truth
from reports.sentences.reasons import Step, key_sentences, step
from reports.spans import plain

KINDS = [
    "happens",
    "has_happened",
    "to_each",
    "stated",
    "compare",
    "between",
    "one_of",
    "includes",
    "age",
    "judged",
    "some",
    "related",
    "defined_condition",
    "shows",
    "uses",
    "and",
    "or",
    "not",
    "overlaps_limit",
    "limit_overlaps",
    "covers",
    "on_reading",
    "exception_applies",
    "as_at",
    "always",
    "as_soon_as_practicable",
]
ROLES = [
    "act",
    "start",
    "anchor",
    "last_day",
    "other_last_day",
    "first_day",
    "value",
    "against",
    "left",
    "right",
    "list",
    "born",
    "on",
    "thing",
    "item",
    "words",
]
FORMS = (
    "of",
    "starting with",
    "at least before",
    "before",
    "by",
    "on",
    "on or after",
    "on or before",
    "after",
    "between",
)

days = st.dates(date(2014, 9, 1), date(2030, 1, 1))
values = st.one_of(
    days,
    days.map(Days.on),
    st.just(SOME_DAY),
    st.just(Days(date(2026, 3, 1), date(2026, 3, 31))),
    st.integers(0, 600),
    st.booleans(),
    st.sampled_from(["weekly", "no_longer_necessary", "30 minutes"]),
    st.just(("F1", "F2")),
    st.just(()),
)
places = st.one_of(
    st.none(),
    st.just(Place("plan.docx", "Section F", table=1, row=2, words="some words")),
    st.just(Place("r.yaml", line=3)),
)


@st.composite
def operands(draw: st.DrawFn) -> Operand:
    state = draw(st.sampled_from(list(State)))
    place = draw(places)
    known = draw(values) if state is State.KNOWN else None
    versions = (
        ((draw(values), Place("a", line=1), "parent"), (draw(values), Place("b", line=2), ""))
        if state is State.DISPUTED
        else ()
    )
    said = draw(st.sampled_from(["how often", "the amount", "whether it was agreed", "receipt of the request", ""]))
    owner = draw(st.sampled_from(["F2", "the final plan", "2025-11-10", ""]))
    return Operand(
        draw(st.sampled_from(ROLES)), said, owner, draw(st.sampled_from(["/a", ""])), state, known, place, versions
    )


details = st.fixed_dictionaries(
    {},
    optional={
        "limit": st.just("20 weeks"),
        "form": st.sampled_from(FORMS),
        "days_late": st.integers(1, 50),
        "days_in_hand": st.integers(0, 50),
        "overdue_by": st.integers(1, 50),
        "due": days.map(date.isoformat),
        "practicable": st.just("yes"),
        "verb": st.just("sent"),
        "recipient": st.just("the family"),
        "planned": st.just("yes"),
        "start_not_happened": st.just("yes"),
        "question": st.sampled_from(["Is it specific?", "Is it"]),
        "judgement": st.just("specific"),
        "answer": st.sampled_from(["yes", "no", ""]),
        "quantifier": st.sampled_from(["some", "every", "no", "exactly one"]),
        "count": st.integers(0, 5),
        "relation": st.sampled_from(["answers", "is", "at least", "before"]),
        "link": st.sampled_from(["one", "group", "none", "suggested", "denied", "days"]),
        "options": st.sampled_from(["weekly; daily", "adult_support", ""]),
        "found": st.sampled_from(["how often", "as appropriate; regular", ""]),
        "missing": st.sampled_from(["where", ""]),
        "leaves_open": st.sampled_from(["how often; where", ""]),
        "item": st.sampled_from(["F1", "2025-11-10"]),
        "of": st.integers(0, 5),
        "days": st.integers(0, 40),
        "days_most": st.integers(0, 40),
        "needed": st.integers(0, 40),
        "possible": st.integers(0, 5),
        "days_early": st.integers(1, 9),
        "act_before_start": st.just("yes"),
        "definition": st.sampled_from(["In or beyond year 9", "in_or_beyond_year_9"]),
        "answered_by": st.just("A. Panel"),
        "reading": st.just("DEVON"),
        "settled": st.sampled_from(["yes", "no"]),
        "years": st.integers(1, 25),
        "age": st.integers(0, 25),
    },
)


def reasons(parts: st.SearchStrategy[Reason] | None = None) -> st.SearchStrategy[Reason]:
    return st.builds(
        Reason,
        st.sampled_from(KINDS),
        st.sampled_from(list(Truth)),
        st.lists(st.sampled_from(list(Cause)), max_size=2).map(tuple),
        st.lists(operands(), max_size=4).map(tuple),
        st.lists(parts, max_size=3).map(tuple) if parts is not None else st.just(()),
        st.booleans(),
        st.just(SPAN),
        details,
    )


def told(steps: tuple[Step, ...]) -> list[str]:
    return [words for each in steps for words in (plain(each.paragraph), *told(each.parts))]


@settings(max_examples=600, deadline=None)
@given(st.recursive(reasons(), reasons, max_leaves=6))
def test_every_condition_is_told_in_a_sentence(reason: Reason) -> None:
    found = [*told((step(reason, {}),)), *(plain(each) for each in key_sentences(reason, {}))]
    assert found
    for words in found:
        assert words[-1] in ".?!:", words
        assert words[:1] == words[:1].upper(), words
        assert not re.search(r"  | \.|\(\)|None|[?:!]\.|\.\.|\b[a-z]+_[a-z_]+\b", words), words
