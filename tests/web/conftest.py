"""A small record, and visitors to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright
from tests.web.browser import chromium_path, serving

from pactbook.pipeline.book import open_record
from pactbook.web.app import create_app
from pactbook.web.serving import Serving

GOLD = Path(__file__).parents[1] / "gold" / "dev"
#: Articles of three languages, with two deals that several of them tell.
ARTICLES = (
    "a/en-2014-vkist-koica.txt",
    "a/vi-2014-vkist-bien-ban-thao-luan.html",
    "a/ko-2014-vkist-koica.html",
    "a/en-2022-yoon-phuc-csp.txt",
    "a/vi-2022-phuc-yoon-doi-tac.html",
    "b/en-2017-trade-stats.txt",
    "b/ko-2019-asean-trade-stats.html",
)

Visit = Callable[..., TestClient]
Look = Callable[..., Page]


@pytest.fixture(scope="session")
def gold_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a few real articles. Nobody writes to it: take a copy."""
    path = tmp_path_factory.mktemp("web") / "gold.pactbook"
    with open_record(path) as book:
        assert book.add(*(GOLD / name for name in ARTICLES), workers=1).new == len(ARTICLES)
    return path


@pytest.fixture
def record(gold_record: Path, tmp_path: Path) -> Path:
    """A copy of the record, to do with as one likes."""
    copy = tmp_path / "record.pactbook"
    copy.write_bytes(gold_record.read_bytes())
    return copy


@pytest.fixture
def visit(record: Path) -> Iterator[Visit]:
    """A visitor to the record; the words are those of ``Serving``."""
    with ExitStack() as stack:

        def enter(**how: Any) -> TestClient:
            app = create_app(Serving(record, **how))
            return stack.enter_context(TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False))

        yield enter


def token_of(page: str) -> str:
    """The token in the forms of a page."""
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', page)
    assert found, "the page has no form"
    return found[1]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def served(record: Path) -> Iterator[Callable[..., str]]:
    """Serves the record; the words are those of ``Serving``."""
    with ExitStack() as stack:
        yield lambda **how: stack.enter_context(serving(record, **how))


@pytest.fixture
def look(chromium: Browser) -> Iterator[Look]:
    """Opens windows. The test fails if any script fails in one, or if the content policy stops anything."""
    wrong: list[str] = []
    with ExitStack() as stack:

        def open_window(width: int = 1200, **how: Any) -> Page:
            page = stack.enter_context(chromium.new_context(viewport={"width": width, "height": 900}, **how)).new_page()
            page.set_default_timeout(15_000)
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
            page.on("dialog", lambda dialog: wrong.append(f"a dialog: {dialog.message}") or dialog.dismiss())
            return page

        yield open_window
    assert not wrong


@pytest.fixture
def tab(look: Look) -> Page:
    """A window."""
    return look()
