from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from checker.case import CaseFile
from checker.intake.answers import read_answers
from checker.intake.limits import Refused
from checker.intake.yaml_nodes import read_yaml
from checker.wording.same_words import one_form, words_sha256

Load = Callable[..., CaseFile]

ANSWERS = """\
answers:
  - judgement: specific
    item: F4
    words: "Tom’s  support – weekly"
    answer: yes
    by: Harrowmere SEND panel
    as: panel
    on: 2026-05-01
    because: it names who and when
    until: 2027-05-01
  - {judgement: impractical, exception: AWAY-FOUR-WEEKS, rule: FINAL-PLAN-20-WEEKS, answer: no, by: A, as: tribunal, on: 1 May 2026}
departures:
  - {rule: PROVISION-QUANTIFIED, item: F3, reason: needs vary, by: A, on: 2026-05-01}
"""  # noqa: E501


def test_answers_and_departures(case: Load) -> None:
    file = case("child: {name: Ana Example}\n", answers_yaml=ANSWERS)
    first, second = file.answers
    assert (first.judgement, first.about, first.answer, first.capacity) == ("specific", "F4", True, "panel")
    assert (first.on, first.until, first.place.line) == (date(2026, 5, 1), date(2027, 5, 1), 2)
    assert second.exception == "AWAY-FOUR-WEEKS/FINAL-PLAN-20-WEEKS"
    assert not second.answer
    (departure,) = file.departures
    assert (departure.rule, departure.about, departure.reason) == ("PROVISION-QUANTIFIED", "F3", "needs vary")


def test_the_hash_does_not_turn_on_kinds_of_space_quotation_mark_or_dash() -> None:
    assert words_sha256("Tom’s  support – weekly") == words_sha256("Tom's support\u00a0- weekly\n")
    assert words_sha256("cafe\u0301") == words_sha256("café")
    assert words_sha256("weekly") != words_sha256("monthly")
    assert one_form("“a”…") == '"a"...'


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{judgement: specific, answer: yes, by: A, as: panel}", "an answer says when it was given in `on`"),
        ("{judgement: specific, answer: perhaps, by: A, as: panel, on: 2026-05-01}", "`answer` takes yes or no"),
        ("{judgement: specific, by: A, as: panel, on: 2026-05-01}", "an answer says yes or no in `answer`"),
        ("{judgement: specific, answer: yes, by: A, as: painel, on: 2026-05-01}", "did you mean `panel`?"),
        ("{judgement: specific, answer: yes, as: panel, on: 2026-05-01}", "an answer gives `by`"),
        ("{judgement: specific, answer: yes, by: A, as: panel, on: May 2026}", "`on` takes one day"),
        ("{judgement: x, exception: Y, answer: yes, by: A, as: panel, on: 2026-05-01}", "names the `rule`"),
        ("{judgement: [x], answer: yes, by: A, as: panel, on: 2026-05-01}", "`judgement` takes words"),
        ("{judgment: x, answer: yes, by: A, as: panel, on: 2026-05-01}", "did you mean `judgement`?"),
    ],
)
def test_what_is_wrong_with_an_answer(row: str, message: str) -> None:
    file = read_yaml(f"answers:\n  - {row}\n".encode())
    with pytest.raises(Refused) as caught:
        read_answers(file, "answers.yaml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("answers.yaml:2: ")


def test_answers_that_cannot_be_read_are_named_and_not_fatal(case: Load) -> None:
    file = case("child: {name: Ana Example}\n", answers_yaml="answers: [{answer: yes}]\n")
    (used,) = [each for each in file.documents if each.kind == "answers"]
    assert "answers.yaml:1" in used.problem
    assert file.answers == ()
