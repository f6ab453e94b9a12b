"""What was left in a file is noticed with its place, and is no part of what the plan says."""

from __future__ import annotations

import pytest
import word_xml as w

from checker.facts import Place, known
from checker.intake.word.left_in import left_in, left_in_words
from checker.left_in_file import Left, Trace

CASES = {
    Trace.HIDDEN: (w.p(w.r("Ari reads. ") + w.r("Ask the panel.", "<w:vanish/>")), "Ask the panel."),
    Trace.HIGHLIGHT: (w.p(w.r("Ari reads ") + w.r("daily", '<w:highlight w:val="yellow"/>')), "daily"),
    Trace.PLACEHOLDER: (w.p("Ari goes to [insert name of setting] now."), "[insert name of setting]"),
    Trace.PROMPT: (w.p(w.r("Ari: ") + w.sdt(w.r("Enter text"), "<w:showingPlcHdr/>")), ""),
}


@pytest.mark.parametrize("trace", CASES, ids=str)
def test_it_is_noticed_once_at_its_place(trace: Trace) -> None:
    body, words = CASES[trace]
    left = left_in(w.read(w.p("First.") + body))
    assert [(each.trace, each.place.paragraph, each.place.words) for each in left] == [(trace, 2, words)]


def test_a_shade_like_a_pen_is_highlighting_and_that_of_a_form_is_not() -> None:
    body = w.p(
        w.r("one", '<w:shd w:val="clear" w:fill="FFFF00"/>') + w.r("two", '<w:shd w:val="clear" w:fill="D9E2F3"/>')
    )
    assert [each.place.words for each in left_in(w.read(body))] == ["one"]


def test_each_tracked_change_is_noticed() -> None:
    body = w.p(f"<w:ins>{w.r('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>")
    assert [each.trace for each in left_in(w.read(body))] == [Trace.CHANGE, Trace.CHANGE]


def test_comments_of_others_are_noticed_and_those_of_a_check_apart() -> None:
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{author}">{w.p("Is this so?")}</w:comment>'
        for n, author in enumerate(("An officer", "sendcheck"))
    )
    left = left_in(w.read(w.p("Ari reads."), comments=comments))
    assert [(each.trace, each.place.words) for each in left] == [
        (Trace.EARLIER_CHECK, ""),
        (Trace.COMMENT, "Is this so?"),
    ]


@pytest.mark.parametrize(
    "words",
    ["[tbc]", "XXXX", "xxx", "[Child’s name]", "{{school}}", "<insert date>", "«Forename»", "Click here to enter text"],
)
def test_what_holds_the_place_of_other_words_is_noticed(words: str) -> None:
    found = left_in_words(
        {"/plan/section_f/F1/wording": known(f"So {words} it is.", Place("plan.yaml", words=f"So {words} it is."))}
    )
    assert [each.trace for each in found] == [Trace.PLACEHOLDER]


@pytest.mark.parametrize("words", ["[ ]", "[sic]", "XX", "5 x 45 minutes", "a <b> c", "he said [of Ari] so", "xxl"])
def test_other_brackets_and_letters_are_not(words: str) -> None:
    assert not left_in_words({"/plan/section_f/F1/wording": known(words, Place("plan.yaml", words=words))})


def test_none_of_it_changes_what_the_plan_says() -> None:
    marked = w.p(w.r("F1 Ari has ") + w.r("daily", '<w:highlight w:val="yellow"/>') + w.r(" reading."))
    assert w.texts(w.read(marked)) == w.texts(w.read(w.p("F1 Ari has daily reading.")))
    assert left_in(w.read(w.p("F1 Ari has daily reading."))) == ()


def test_an_entry_says_what_it_is() -> None:
    assert Left(Trace.HIDDEN, Place("plan.docx")).trace == "hidden-text"
