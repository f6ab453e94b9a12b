"""The page in headless Chromium: accessibility at two widths, no request, no script needed, keyboard alone."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "reports"))
import sample
from cases import check_of

from reports.html import render_html

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or "chromium"
WIDTHS = (1280, 375)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name in ("everything", "clean", "draft", "badly_written", "hostile"):
        path = folder / f"{name}.html"
        path.write_text(render_html(getattr(sample, name)()), encoding="utf-8")
        found[name] = path.as_uri()
    for name in ("well-written", "badly-written"):
        path = folder / f"{name}.html"
        path.write_text(render_html(check_of(name)), encoding="utf-8")
        found[name] = path.as_uri()
    return found


def opened(browser: Browser, address: str, width: int, *, scripts: bool = True) -> tuple[Page, list[str]]:
    page = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    return page, asked


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, width) for name in ("everything", "clean", "hostile") for width in WIDTHS),
        # "everything" has each part a page can have; a real page is large, and each width audits one of them.
        ("well-written", 1280),
        ("badly-written", 375),
    ],
)
def test_nothing_fails_the_audit(browser: Browser, addresses: dict[str, str], name: str, width: int) -> None:
    page, _ = opened(browser, addresses[name], width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["everything", "badly_written", "hostile", "well-written", "badly-written"])
def test_it_asks_for_nothing_and_fits(browser: Browser, addresses: dict[str, str], name: str, width: int) -> None:
    page, asked = opened(browser, addresses[name], width)
    assert asked == [addresses[name]]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.scripts.length") == 0
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_works_with_scripts_off(browser: Browser, addresses: dict[str, str], width: int) -> None:
    page, _ = opened(browser, addresses["everything"], width, scripts=False)
    summary = page.locator("#point-1 summary")
    reason = page.locator("#point-1 details li").first
    assert not reason.is_visible()
    summary.click()
    assert reason.is_visible()
    page.locator(".glance a").first.click()
    assert page.url.endswith("#point-1")
    page.context.close()


def test_it_works_with_the_keyboard_alone(browser: Browser, addresses: dict[str, str]) -> None:
    page, _ = opened(browser, addresses["everything"], 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    reachable = page.locator("a, summary").count()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    seen: set[int] = set()
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        at = page.evaluate("[...document.querySelectorAll('a, summary')].indexOf(document.activeElement)")
        if at in seen:
            break
        seen.add(at)
    # Every link and every fold but the skip link, which was passed.
    assert len(seen - {-1, 0}) == reachable - 1
    page.locator("#point-1 summary").focus()
    page.evaluate("document.querySelector('#point-1 details').open = false")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#point-1 details').open")
    page.context.close()


def test_what_is_folded_is_printed_too(browser: Browser, addresses: dict[str, str]) -> None:
    page, _ = opened(browser, addresses["everything"], 1280)
    page.emulate_media(media="print")
    folded = "[...document.querySelectorAll('details > .inside')]"
    heights = page.evaluate(f"{folded}.map(each => each.getBoundingClientRect().height)")
    assert heights
    assert all(height > 0 for height in heights)
    page.context.close()
