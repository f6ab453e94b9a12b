"""Laws of every report: same input, same bytes; shuffled input, same bytes; words never become markup."""

from __future__ import annotations

import json as js
import random
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import jsonschema
import pytest
import sample
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Outcome
from checker.result import Check
from reports.html import render_html
from reports.json import as_data, check_schema, render_json
from reports.markup import element, safe_address
from reports.spans import Quote, Text, plain, quote, text, visible
from reports.statement import statement
from reports.text import render_text
from reports.wrapped import WIDTH

CASES = ("everything", "clean", "draft", "badly_written", "hostile")
SCHEMA = js.loads(check_schema())


def shuffled(check: Check, seed: int) -> Check:
    order = random.Random(seed)  # noqa: S311  (an order for a test, not a secret)

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(order.sample(items, len(items)))

    return replace(
        check,
        findings=mixed(check.findings),  # type: ignore[arg-type]
        asks=tuple(replace(ask, settles=mixed(ask.settles)) for ask in mixed(check.asks)),  # type: ignore[arg-type, type-var]
        documents=mixed(check.documents),  # type: ignore[arg-type]
        missing=mixed(check.missing),  # type: ignore[arg-type]
        presumed=mixed(check.presumed),  # type: ignore[arg-type]
        authorities=dict(mixed(tuple(check.authorities.items()))),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shuffled_input_gives_the_same_bytes(name: str, seed: int) -> None:
    check = getattr(sample, name)()
    other = shuffled(check, seed)
    assert render_text(check, everything=True) == render_text(other, everything=True)
    assert render_html(check) == render_html(other)
    assert render_json(check) == render_json(other)


@pytest.mark.parametrize("name", CASES)
def test_json_validates(name: str) -> None:
    check = getattr(sample, name)()
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(js.loads(render_json(check)))


@pytest.mark.parametrize("name", CASES)
def test_lines_fit_the_terminal_and_have_no_colour(name: str) -> None:
    report = getattr(sample, name)()
    for printed in (render_text(report), render_text(report, everything=True)):
        assert "\x1b" not in printed
        assert all(len(line) <= WIDTH or " " not in line.strip() or "{event:" in line for line in printed.splitlines())
    assert "\x1b[" in render_text(report, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", render_text(report, colour=True)) == render_text(report)


def test_first_page_of_a_badly_written_plan() -> None:
    check = sample.badly_written()
    out = as_data(check)
    wrong = [
        each
        for each in out["findings"]
        if each["outcome"] == "not-met" and "if_sent" not in each["flags"] and not each["shown_inside"]
    ]
    assert wrong
    assert all(each["page"] == "first" for each in wrong)
    assert 0 < sum(ask["page"] == "first" for ask in out["asks"]) <= 10
    told = render_text(check)
    asked = sum(ask["part"] == 2 and ask["kind"] != "dates" for ask in out["asks"])
    assert f"of {asked} questions" in told


def test_a_well_written_plan_is_told_apart_at_a_glance() -> None:
    check = sample.clean()
    out = as_data(check)
    assert sum(ask["part"] == 2 for ask in out["asks"]) <= 5
    assert "Nothing in these documents was found to be not met" in render_text(check)
    assert len(render_text(check).splitlines()) < 40


def test_points_are_numbered_through_and_once() -> None:
    report = statement(sample.everything())
    assert [each.number for each in report.points] == list(range(1, len(report.points) + 1))
    told = render_text(sample.everything(), everything=True)
    for each in report.points:
        assert len(re.findall(rf"(?m)^{each.number}\. +[A-Z][a-z ]", told)) == 1


def test_what_a_draft_would_be_is_counted_apart() -> None:
    report = statement(sample.draft())
    assert not report.settled.against
    assert len(report.settled.against_if_sent) == 1
    assert "1 not met if sent as it stands" in render_text(sample.draft())


def test_a_finding_shown_inside_another_has_no_point_of_its_own() -> None:
    check = sample.everything()
    report = statement(check)
    assert "OUTCOMES-SPECIFIED:section_e" not in {each.finding.id for each in report.points}
    assert report.numbers["OUTCOMES-SPECIFIED:section_e"] == report.numbers["SECTIONS-SEPARATE:section_e"]


def test_proposals_are_never_among_what_is_wrong() -> None:
    report = statement(sample.everything())
    assert all(each.finding.outcome is not Outcome.NOT_MET for each in report.proposals)
    assert {each.part for each in report.proposals} == {"proposals"}
    told = render_text(sample.everything())
    assert "following the proposal would be contrary to" in " ".join(told.split())
    assert told.index("PROPOSALS") > told.index("3. NOT TESTED")


@given(st.text())
def test_nothing_invisible_is_left(words: str) -> None:
    for each in visible(words):
        assert unicodedata.category(each) not in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}, hex(ord(each))
    assert visible(visible(words)) == visible(words)


@given(st.text(), st.text())
def test_words_never_become_markup(words: str, more: str) -> None:
    made = element("p", words, class_=more)

    class Reader(HTMLParser):
        seen: list[str] = []  # noqa: RUF012
        told = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
            self.seen = [*self.seen, tag]

        def handle_data(self, data: str) -> None:
            self.told += data

    reader = Reader(convert_charrefs=True)
    reader.feed(made)
    reader.close()
    assert reader.seen == ["p"]
    assert "<" not in made.removeprefix("<p").removesuffix("</p>").replace(">", "", 1)


@given(st.text(max_size=900))
def test_a_quotation_is_words_of_the_file(words: str) -> None:
    made = quote(words, None)
    assert isinstance(made, Quote)
    assert visible(words).startswith(made.words.removesuffix(" …"))
    assert len(made.words) <= 302


@given(st.text())
def test_own_words_are_neutralised_too(words: str) -> None:
    assert plain((text(words), Text(""))) == "".join(text(words).text)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", text(words).text)


def test_only_addresses_of_the_web_are_linked() -> None:
    assert safe_address("https://www.legislation.gov.uk/") == "https://www.legislation.gov.uk/"
    assert not safe_address("javascript:alert(1)")
    assert not safe_address("data:text/html,x")
