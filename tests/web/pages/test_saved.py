"""Saved searches: kept in the record, or by the browser where that is only read."""

from __future__ import annotations

import base64
import zlib

import pytest
from lxml import html
from starlette.requests import Request
from tests.web.conftest import Visit, token_of

from pactbook.errors import QueryError
from pactbook.model.search import Search
from pactbook.web.saved import saved, with_search, without_search

ADDRESS = "/search?q=%EC%9B%90%EC%A0%84&kind=memorandum"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_search_is_saved_found_again_and_deleted(visit: Visit, read_only: bool) -> None:
    visitor = visit(read_only=read_only)
    page = visitor.get(ADDRESS).text
    [offered] = html.fromstring(page).xpath('//form[@action="/saved"]/input[@name="address"]/@value')
    form = {"form_token": token_of(page), "name": " Nuclear  papers ", "address": offered}
    assert visitor.post("/saved", data=form).status_code == 303
    listed = html.fromstring(visitor.get("/saved").text)
    [link] = listed.xpath("//main//li//a")
    assert link.text_content() == "Nuclear papers"
    assert visitor.get(link.get("href")).status_code == 200
    assert "원전" in listed.text_content()
    visitor.post("/saved/delete", data=form)
    assert "None yet" in visitor.get("/saved").text


def test_a_search_is_there_in_another_browser_with_who_saved_it(visit: Visit) -> None:
    visitor = visit(analyst="Mai")
    page = visitor.get(ADDRESS).text
    visitor.post("/saved", data={"form_token": token_of(page), "name": "Nuclear", "address": ADDRESS})
    other = visit(read_only=True).get("/saved").text
    assert "Nuclear" in other
    assert "Mai" in other
    assert "Delete" not in other


@pytest.mark.parametrize("address", ["https://evil.example/search", "//evil.example", "/agreement/x", "/searching", ""])
def test_only_searches_are_saved(visit: Visit, address: str) -> None:
    visitor = visit()
    form = {"form_token": token_of(visitor.get("/").text), "name": "x", "address": address}
    assert visitor.post("/saved", data=form).status_code == 400


def _cookie(value: bytes) -> Request:
    headers = [(b"cookie", b"pactbook_saved=" + value)]
    return Request({"type": "http", "headers": headers, "query_string": b""})


def test_what_others_put_into_the_cookie_is_no_search() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b'[{"name":"' + b"x" * 3_000_000 + b'","address":"/search"}]'))
    evil = base64.urlsafe_b64encode(zlib.compress(b'[{"name":"x","address":"javascript:alert(1)"}]'))
    for value in (b"", b"nonsense", b"====", base64.urlsafe_b64encode(b"nonsense"), bomb, evil):
        assert saved(_cookie(value)) == []


def test_the_same_search_is_kept_once_under_its_latest_name() -> None:
    searches = with_search(with_search([], "one", ADDRESS), "two", ADDRESS)
    assert searches == [Search("two", ADDRESS)]
    assert without_search(searches, ADDRESS) == []
    with pytest.raises(QueryError):
        with_search([], "  ", ADDRESS)


def test_a_full_browser_says_so(visit: Visit) -> None:
    visitor = visit(read_only=True)
    token = token_of(visitor.get("/").text)
    for n in range(400):
        # Words that do not repeat: what repeats takes no room.
        name, address = f"{n * 7919:x}{n * 104729:x}", f"/search?q={n * 15485863:x}{n * 32452843:x}"
        answer = visitor.post("/saved", data={"form_token": token, "name": name, "address": address})
        if answer.status_code == 400:
            break
    assert n > 40
    assert "can hold no more" in answer.text
    assert len(html.fromstring(visitor.get("/saved").text).xpath("//main//li//a")) == n
