"""The words of a report: no word of the engine, every silence said differently, no bare *met*."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
import sample
from builders import because, cites, d, finding, in_plan, op

from checker.facts import State
from checker.findings import ExceptionUse, Outcome, Standing, Truth
from reports.citations import cited
from reports.explain import explain_finding
from reports.html import render_html
from reports.sentences.facts import fact
from reports.sentences.reasons import leaf
from reports.spans import plain
from reports.text import render_text
from reports.words import outcome_words

ENGINE = (
    "node|undecided|operand|pointer|kleene|boolean|predicate|evaluat|decisive|truth|null|reason tree|overlay|"
    "quantifier|traceback|engine|kernel|parse|token|lexicon|causes?|flags?|findings?|judgement needed|not evidenced"
)
SNAKE = re.compile(r"\b[a-z]+_[a-z_]+\b")


def record_left_out(words: str) -> str:
    """The record ready to fill in is a file, not prose: its event names are the file's own."""
    kept = [line for line in words.splitlines() if not line.strip().startswith(("- {event:", "events:"))]
    return re.sub(r"<pre>.*?</pre>", "", "\n".join(kept), flags=re.DOTALL)


def prints() -> list[str]:
    found = []
    for name in ("everything", "clean", "draft", "badly_written"):
        check = getattr(sample, name)()
        page = re.sub(r"<style>.*?</style>|</?(?:a|span|strong)\b[^>]*>", "", render_html(check), flags=re.DOTALL)
        page = unescape(re.sub(r"<(?!/?pre)[^>]+>", "\n", page))
        found += [render_text(check), render_text(check, everything=True), page]
        # The first line repeats the id that was asked for.
        found += [explain_finding(each, check).split("\n", 1)[1] for each in check.findings[:30]]
    return [record_left_out(each) for each in found]


@pytest.fixture(scope="module")
def printed() -> str:
    return "\n".join(prints())


def test_no_engine_word(printed: str) -> None:
    assert not re.findall(rf"(?i)\b(?:{ENGINE})\b", printed)


def test_no_code_for_a_word(printed: str) -> None:
    assert not SNAKE.findall(printed)


MET = re.compile(r"(?i)(\S+ \S+) met\b(?! on one reading)")
ALLOWED = re.compile(r"(?i)\b(not|so far|requirements?|conditions?|would be|now be|requirement is)$")


def test_met_never_stands_alone(printed: str) -> None:
    for before in MET.findall(" ".join(printed.split())):
        assert ALLOWED.search(before), before


def test_no_sentence_ends_twice(printed: str) -> None:
    assert not re.findall(r"[?!:]\.|\.\.| \.(?:\s|$)| ,", printed)


def test_each_state_of_a_fact_is_said_differently() -> None:
    states = [state for state in State if state not in {State.KNOWN, State.DISPUTED}]
    said = {state: plain(fact(op("value", "how often", "F2", state=state))) for state in states}
    assert len(set(said.values())) == len(states)
    assert said[State.NOT_FOUND] == "We found nothing that says how often in the words of F2: is there any?"
    assert "not in these files" in said[State.NOT_COVERED]
    assert not any("not in these files" in each for state, each in said.items() if state is not State.NOT_COVERED)


def test_each_state_of_an_event_is_said_differently() -> None:
    states = [state for state in State if state not in {State.KNOWN, State.DISPUTED}]
    said = {
        plain(fact(op("act", "receipt of the request", "the request", state=state), event=True)) for state in states
    }
    assert len(said) == len(states)


def test_the_sample_holds_everything_there_is() -> None:
    check = sample.everything()
    assert {each.outcome for each in check.findings} == set(Outcome)
    assert {each.standing for each in check.findings} >= set(Standing)
    assert {exception.use for each in check.findings for exception in (*each.exceptions, *each.guards)} == set(
        ExceptionUse
    )


@pytest.mark.parametrize(
    ("status", "source", "words"),
    [
        ("superseded", "SEND Review (2022), chapter 3", "would not meet (proposed 2022, never enacted)"),
        ("proposed", "Consultation (2026), page 4", "would not meet (proposed 2026, not law)"),
        ("piloted", "Template plan", "would not meet (piloted, not law)"),
        ("not yet in force", "Some Act 2026, s 4", "would not meet (not yet in force)"),
    ],
)
def test_the_status_supplies_the_tail(status: str, source: str, words: str) -> None:
    assert outcome_words(finding("R", "", "t", Outcome.WOULD_NOT_MEET, cites(source), status=status), {}) == words


DUE = {"limit": "20 weeks", "form": "of", "verb": "sent", "recipient": "the family"}


def twenty(truth: Truth, act: object, start: object = None, **detail: str | int) -> str:
    begun = start or op("start", "receipt of the request", "the request", d(2026, 1, 5))
    reason = because("happens", truth, act, begun, op("last_day", "", "", d(2026, 5, 25), pointer=""), **DUE, **detail)  # type: ignore[arg-type]
    return plain(leaf(reason, {}))


def plan_sent(**more: object) -> object:
    return op("act", "the sending of the plan", "the final plan", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            twenty(Truth.TRUE, plan_sent(value=d(2026, 5, 20)), days_in_hand=5),
            (
                "The final plan was sent to the family on 20 May 2026, 5 days inside the 20 "
                "weeks, which ended on 25 May 2026."
            ),
        ),
        (
            twenty(Truth.TRUE, plan_sent(value=d(2026, 5, 25)), days_in_hand=0),
            "The final plan was sent to the family on 25 May 2026, the last day of the 20 weeks.",
        ),
        (
            twenty(Truth.FALSE, plan_sent(value=d(2026, 5, 26)), days_late=1),
            (
                "The final plan was sent to the family 1 day after the 20 weeks: on 26 May 2026, "
                "when the last day was 25 May 2026."
            ),
        ),
        (
            twenty(Truth.FALSE, plan_sent(state=State.NOT_HAPPENED), overdue_by=9),
            (
                "The final plan is recorded as not sent to the family: the 20 weeks ended on 25 "
                "May 2026, and it is overdue by 9 days."
            ),
        ),
        (
            twenty(Truth.UNDECIDED, plan_sent(), due="2026-05-25"),
            "Due by 25 May 2026; whether it has been done is not stated.",
        ),
        (
            twenty(Truth.UNDECIDED, plan_sent(state=State.NOT_HAPPENED), due="2026-05-25"),
            "Due by 25 May 2026; the final plan is recorded as not sent to the family.",
        ),
        (
            twenty(
                Truth.UNDECIDED,
                plan_sent(value=d(2026, 5, 20)),
                op("start", "receipt of the request", state=State.NOT_COVERED),
            ),
            "The 20 weeks run from receipt of the request, which is not in these files: no file given covers it.",
        ),
        (
            twenty(
                Truth.UNDECIDED,
                plan_sent(value=d(2026, 5, 20)),
                op("start", "receipt of the request", state=State.NOT_STATED),
            ),
            "The 20 weeks run from receipt of the request: the record does not mention it.",
        ),
        (
            twenty(
                Truth.UNDECIDED,
                plan_sent(value=d(2026, 5, 20)),
                op("start", "receipt of the request", state=State.NOT_FOUND),
            ),
            "The 20 weeks run from receipt of the request: we found no date for it in the words we read: is there one?",
        ),
        (
            twenty(
                Truth.FALSE,
                plan_sent(),
                op("start", "receipt of the request", state=State.NOT_HAPPENED),
                start_not_happened="yes",
            ),
            "The time has not begun to run: receipt of the request is recorded as not having happened.",
        ),
    ],
)
def test_time_limits(made: str, words: str) -> None:
    assert made == words


def test_a_place_is_told_before_what_we_ask_of_it() -> None:
    asked = fact(
        op("value", "the date it is to be achieved by", "E2", state=State.NOT_FOUND, place=in_plan("Section E", row=3))
    )
    assert plain(asked) == (
        "We found no mention of the date it is to be achieved by in the words of E2 "
        "(ana-example-plan.docx, Section E, row 3): is there any?"
    )


def test_a_file_under_test_goes_without_saying_once_it_is_named() -> None:
    told = render_text(sample.everything(), everything=True)
    assert "Places with no file name are in ana-example-plan.docx." in told
    assert "(Section F, table 3, row 5" in told
    assert "(ana-example-plan.docx, Section F" not in told


def test_late_with_an_exception_missing_a_fact_says_first_how_late() -> None:
    told = " ".join(render_text(sample.everything()).split())
    late = told.index("The final plan was sent to the family 21 days after the 20 weeks")
    relied = told.index("Regulation 10(4)(a) (a school or college was closed) is relied on by the authority")
    assert late < relied < told.index("is not in these files", relied)


def test_filled_in_day_is_said() -> None:
    assert "today's date was filled in" in render_text(sample.clean())
    assert "filled in" not in render_text(replace(sample.clean(), as_at_given=True))


def test_citations_are_written_as_lawyers_write_them() -> None:
    check = sample.everything()
    short = cites("sendregs2014 reg 13(2)", "R14.13.2")
    first = replace(
        check.findings[0], source=short, exceptions=(replace(check.findings[0].exceptions[0], citations=(short,)),)
    )
    short_check = replace(check, findings=(first,))
    told = render_text(short_check, everything=True) + render_html(short_check)
    assert "sendregs2014" not in told
    assert "SEND Regulations 2014, regulation 13(2)" in told
    assert cited(cited(check)) == cited(check)


def test_what_a_case_settled_names_the_case() -> None:
    settled = next(each for each in sample.everything().findings if each.rule == "REVIEW-DECISION-4-WEEKS")
    by_id = replace(settled, readings=(replace(settled.readings[0], said_by="DEVON"), *settled.readings[1:]))
    assert outcome_words(by_id, sample.authorities()) == outcome_words(settled, {})
