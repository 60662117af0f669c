"""In a real browser nothing that an article says is ever run."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page
from tests.web.browser import serving
from tests.web.test_hostile import addresses, hostile

__all__ = ("hostile",)


def test_nothing_is_run(hostile: Path, tab: Page) -> None:
    with serving(hostile) as base:
        for address in addresses(hostile):
            if "nothing" in address:
                continue  # The browser tells a 404 as an error.
            tab.goto(base + address)
            tab.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
            tab.mouse.move(300, 300)
            assert tab.evaluate("window.pwned") is None, address
            assert tab.evaluate("document.querySelectorAll('main script, main img, main b').length") == 0, address
