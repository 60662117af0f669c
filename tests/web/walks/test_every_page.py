"""Every page, at both widths and in both themes: whole, readable by everybody, and still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.web.browser import grave, serving, wider
from tests.web.conftest import Look

from pactbook.pipeline.book import open_record
from pactbook.web.navigation import places

#: Counts what moves after it was drawn.
SHIFTS = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) total += e.value; })
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(total), 60));
})"""


PAPER = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture
def addresses(gold_record: Path) -> list[str]:
    """Each page once, with something on it."""
    with open_record(gold_record) as book:
        agreement = max(book.search(limit=None), key=lambda hit: len(hit.record.tellings)).record.id
        figure = book.figures(limit=1)[0].id
        article = book.articles("KOICA", limit=1)[0].article.id
    pages = [f"/agreement/{agreement}", f"/figure/{figure}", f"/article/{article}?at=10-40", "/organisation/kr.koica"]
    searches = ["/search?q=KOICA", "/search?what=organisations", "/search?what=figures", "/search?what=articles&q=원전"]
    searches += ["/search/table", "/search/table?what=figures", "/figures/trade_turnover?from=KR&to=VN"]
    return [place.path for place in places()] + pages + searches + ["/decisions", "/saved", "/login"]


@pytest.mark.parametrize(("width", "theme"), [(1600, "light"), (360, "dark")])
def test_pages_are_whole_and_can_be_used_by_everybody(
    gold_record: Path, addresses: list[str], look: Look, width: int, theme: str
) -> None:
    page = look(width, color_scheme=theme)
    with serving(gold_record, read_only=False) as base:
        for address in addresses:
            page.goto(base + address)
            assert wider(page) <= 0, f"{address} is wider than its window"
            assert page.evaluate(SHIFTS) < 0.01, f"{address} moves"
            assert grave(page) == [], address
            page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
            assert wider(page) <= 0, f"{address} is too wide when all is open"


def test_on_paper_there_are_words_and_no_buttons(gold_record: Path, addresses: list[str], look: Look) -> None:
    page = look(718, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    with serving(gold_record) as base:
        for address in addresses:
            page.goto(base + address)
            for part in ("button", "form", "nav", "input", "summary"):
                seen = page.locator(f"{part}:visible").count()
                assert seen == 0 or address == "/login", f"{address} prints {part}"
            assert wider(page) <= 0, f"{address} is wider than its paper"
            assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_keyboard_leads_everywhere(served: Callable[..., str], tab: Page) -> None:
    tab.goto(served())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.name") == "q"
    tab.keyboard.type("institute")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=institute")
    assert tab.locator(".answers mark").first.text_content() in ("institute", "Institute")


def test_the_theme_is_remembered(served: Callable[..., str], look: Look) -> None:
    page = look(color_scheme="light")
    page.goto(served())
    light = page.evaluate(PAPER)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(PAPER)
    assert dark != light
    page.reload()
    assert page.evaluate(PAPER) == dark


def test_pages_work_without_script(served: Callable[..., str], look: Look) -> None:
    page = look(java_script_enabled=False)
    page.goto(served())
    page.get_by_role("button", name="Dark colours").click()
    page.get_by_role("button", name="Light colours").wait_for()
    page.get_by_role("searchbox").fill("KOICA")
    page.keyboard.press("Enter")
    page.locator(".facet .choice").first.click()
    page.locator(".answers h3 a").first.click()
    assert page.locator("#fields").text_content() == "What the sources say"


def test_a_list_over_the_page_closes_by_escape_and_by_a_click_beside_it(served: Callable[..., str], tab: Page) -> None:
    tab.goto(f"{served()}/search")
    take = tab.locator(".take:not(#save)")
    take.locator("summary").click()
    take.get_by_role("link").first.wait_for()
    tab.keyboard.press("Escape")
    assert take.get_attribute("open") is None
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    take.locator("summary").click()
    tab.locator("h2[role=status]").click()
    assert take.get_attribute("open") is None
