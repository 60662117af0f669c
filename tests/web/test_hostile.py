"""Whatever an article says, it stays words: in every page, seen by a parser and by a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from tests.web.hostile import DEVIL, HREF, hostile_record

from pactbook.pipeline.book import open_record
from pactbook.web.app import create_app
from pactbook.web.serving import Serving


@pytest.fixture
def hostile(desk: Any, make: Any) -> Path:
    """A record that holds the article, with a decision whose words are no better."""
    hostile_record(desk, make)
    with open_record(desk.file.path) as book:
        key = book.search(limit=1)[0].record.id
        book.review(DEVIL[:60]).edit(key, "place", DEVIL, DEVIL)
    path: Path = desk.file.path
    return path


def addresses(record: Path) -> list[str]:
    """Every page that shows what the article says."""
    with open_record(record) as book:
        agreement = book.search(limit=1)[0].record.id
        figure = book.figures(limit=1)[0].id
    asked = [
        "/search?q=deal",
        "/search?what=articles&q=deal",
        "/search?what=figures",
        f"/search?q={DEVIL[:40]}<script>",
    ]
    more = [f"/agreement/{agreement}", f"/figure/{figure}", f"/article/{'a' * 20}", "/organisation/kr.koica"]
    return ["/", "/decisions", *asked, *more, "/search?party=<script>", "/nothing/<script>", "/login?next=<script>"]


def test_no_page_holds_an_element_that_an_article_wrote(hostile: Path) -> None:
    visitor = TestClient(create_app(Serving(hostile)), base_url="http://127.0.0.1")
    seen = 0
    for address in addresses(hostile):
        page = html.fromstring(visitor.get(address).text)
        seen += "window.pwned" in page.text_content()
        for script in page.iter("script"):
            assert script.get("src", "").startswith("/static/"), address
            assert not (script.text or "").strip(), address
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in ("img", "iframe", "object", "embed", "b", "style"), (address, element.tag)
            for name, value in element.attrib.items():
                assert not name.startswith("on"), (address, name)
                assert name not in ("style", "srcdoc"), (address, name)
                if name in ("href", "src", "action", "formaction", "hx-get", "hx-post"):
                    assert urlsplit(value).scheme in ("", "http", "https"), (address, value)
        assert "{{" not in page.text_content() or "7 * 7" in page.text_content(), address
    assert seen >= 6


def test_an_address_that_is_no_web_page_is_no_link(hostile: Path) -> None:
    visitor = TestClient(create_app(Serving(hostile)), base_url="http://127.0.0.1")
    page = visitor.get(f"/article/{'a' * 20}").text
    assert HREF in page
    assert f'href="{HREF}' not in page
