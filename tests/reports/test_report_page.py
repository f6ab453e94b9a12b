"""The page: stands alone, asks for nothing, every link leads somewhere, the first page stands above the first fold."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise

import pytest
import sample

from checker.findings import Outcome
from reports.html import render_html
from reports.statement import statement

CASES = ("everything", "clean", "draft", "badly_written", "hostile")


@pytest.fixture(params=CASES)
def page(request: pytest.FixtureRequest) -> str:
    return render_html(getattr(sample, request.param)())


def test_no_script_and_no_request(page: str) -> None:
    assert not re.findall(r"<(?:script|img|iframe|object|embed|form|link|base|svg|video|audio)\b", page)
    assert not re.findall(r"\son[a-z]+=|url\(|@import|src=", page)
    assert "default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;" in page


def test_every_anchor_leads_somewhere(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_language_heading_and_skip_link(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.count("<h1>") == 1
    assert page.index('href="#main"') < page.index("<header")


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", ["everything", "badly_written"])
def test_everything_not_met_stands_above_the_first_fold(name: str) -> None:
    report = statement(getattr(sample, name)())
    above = render_html(getattr(sample, name)()).split("<details>", 1)[0]
    wrong = [each for each in report.settled.against if each.finding.outcome is Outcome.NOT_MET]
    assert wrong
    assert all(f'href="#point-{each.number}"' in above for each in wrong)
    assert len(set(re.findall(r'href="#question-(\d+)"', above))) <= 10


def test_each_point_links_to_words_and_authority() -> None:
    page = render_html(sample.everything())
    first = page[page.index('id="point-1"') : page.index('id="point-2"')]
    assert re.search(r'href="#words-\d+"', first)
    assert 'href="#authority-r14-13-2"' in first
    assert 'href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/13"' in page


def test_each_place_stands_once_in_the_words_relied_on() -> None:
    page = render_html(sample.everything())
    words = page[page.index('id="words"') : page.index('id="authorities"')]
    places = re.findall(r'<span class="number">\d+\.</span>([^<]+)</p>', words)
    assert places
    assert len(places) == len(set(places))


def test_neither_jinja_nor_lark_is_imported() -> None:
    code = (
        "import sys, reports.text, reports.json, reports.html; "
        "print([name for name in ('jinja2', 'lark', 'lxml', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
