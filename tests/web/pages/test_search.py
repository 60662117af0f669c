"""Search: what is asked, what is counted, what is found, and the file that holds all of it."""

from __future__ import annotations

import csv
import io
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.requests import Request
from tests.web.conftest import Visit

from pactbook.web.asking import WHATS, Asked


def _page(visitor: TestClient, address: str, status: int = 200) -> Any:
    answer = visitor.get(address)
    assert answer.status_code == status, answer.text
    return html.fromstring(answer.text)


def _number(page: Any) -> int:
    return int(page.xpath('//h2[@role="status"]')[0].text_content().split()[0].replace(",", ""))


@pytest.mark.parametrize(
    "words",
    ["KOICA", "한국국제협력단", "viện khoa học", "vien khoa hoc", '"research institute"', "institut*", "협의의사록"],
)
def test_words_of_three_languages_find_the_same_deal(visit: Visit, words: str) -> None:
    page = _page(visit(), f"/search?q={words}")
    assert _number(page) >= 1
    assert any("kr.koica" in link for link in page.xpath('//*[@class="parties"]//a/@href'))


@pytest.mark.parametrize("what", WHATS)
def test_every_count_of_a_facet_is_what_choosing_it_brings(visit: Visit, what: str) -> None:
    visitor = visit()
    page = _page(visitor, f"/search?what={what}")
    choices = page.xpath('//a[starts-with(@id, "f-")]')
    assert len(choices) > 10
    for choice in choices[::9]:
        number = int(choice.xpath('.//*[@class="number"]')[0].text_content().replace(",", ""))
        found = _page(visitor, choice.get("href"))
        assert _number(found) == number, choice.get("href")
        [chosen] = found.xpath(f'//a[@id="{choice.get("id")}"]')
        assert chosen.get("aria-current") == "true"
        assert _number(_page(visitor, chosen.get("href"))) == _number(page)


def test_a_name_as_it_was_typed_is_chosen_without_a_number(visit: Visit) -> None:
    page = _page(visit(), "/search?party=KOICA")
    [chosen] = page.xpath('//a[starts-with(@id, "f-party-")][@aria-current="true"]')
    assert "KOICA" in chosen.text_content()
    assert chosen.xpath('.//*[@class="number"]') == [], "nobody counted it: 0 would be wrong"


def test_pages_follow_each_other_without_gap_or_repeat(visit: Visit) -> None:
    visitor = visit()
    address, seen = "/search?sort=date", []
    while address:
        page = _page(visitor, address)
        seen += page.xpath('//*[contains(@class, "answers")]//h3/a/@href')
        address = next(iter(page.xpath('//a[@rel="next"]/@href')), "")
    assert len(seen) == len(set(seen)) == _number(page)


def test_what_is_taken_away_is_all_that_was_found(visit: Visit) -> None:
    visitor = visit()
    page = _page(visitor, "/search?kind=memorandum&country=VN")
    files = page.xpath('//*[contains(@class, "take")]//a/@href')
    assert {urlsplit(f).path.rpartition(".")[2] for f in files} >= {"csv", "xlsx", "jsonl", "graphml"}
    [table] = [f for f in files if f.startswith("/export/agreements.csv")]
    answer = visitor.get(table)
    assert answer.headers["content-disposition"] == 'attachment; filename="agreements.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == _number(page) > 0
    assert {row["kind"] for row in rows} == {"memorandum"}
    for file in files:
        answer = visitor.get(file)
        assert answer.status_code == 200, file
        assert len(answer.content) == int(answer.headers["content-length"]) > 0


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/agreements.doc", 404),
        ("/export/secrets.csv", 404),
        ("/export/..%2Fpasswd.csv", 404),
        ("/export/agreements.csv?kind=handshake", 400),
        ("/export/agreements.csv?q=(", 400),
    ],
)
def test_what_cannot_be_taken_away_is_told(visit: Visit, address: str, status: int) -> None:
    assert visit().get(address).status_code == status


@pytest.mark.parametrize(
    ("asked", "wrong"), [("party:KOICA AND (loan", "("), ('"no end', '"no end'), ("kind:handshake", "handshake")]
)
def test_a_question_that_is_not_well_formed_shows_where(visit: Visit, asked: str, wrong: str) -> None:
    page = _page(visit(), f"/search?q={asked}", 400)
    marked = page.xpath('//*[@role="alert"]//mark')[0].text_content()
    assert marked
    assert marked in wrong or wrong in marked
    assert page.xpath('//input[@name="q"]/@value') == [asked]


def test_a_suggestion_leads_to_answers(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit()
    monkeypatch.setattr(visitor.app.state.book, "suggest", lambda words: words.replace("reserch", "research"))  # type: ignore[attr-defined]
    page = _page(visitor, "/search?q=reserch institute&country=KR")
    assert _number(page) == 0
    [offer] = page.xpath('//*[@class="suggest"]/a')
    assert offer.text_content() == "research institute"
    assert offer.get("href").endswith("country=KR")
    assert _number(_page(visitor, offer.get("href"))) > 0


def test_where_nothing_fits_it_is_told_what_else_does(visit: Visit) -> None:
    visitor = visit()
    page = _page(visitor, "/search?q=%2243.7 billion%22")
    assert _number(page) == 0
    for offer in page.xpath('//*[@class="elsewhere"]/a'):
        found = _page(visitor, offer.get("href"))
        assert f"{_number(found)} " in offer.text_content()
        assert _number(found) > 0
    assert page.xpath('//*[@class="elsewhere"]/a')
    # A filter that only agreements have asks another question of anything else.
    assert not _page(visitor, "/search?q=%2243.7 billion%22&kind=loan").xpath('//*[@class="elsewhere"]')


def test_another_thing_is_asked_with_the_filters_that_it_has() -> None:
    asked = Asked("agreements", "x", {"kind": ("loan",), "country": ("KR",), "since": ("2020",)}, "date", "page-2")
    assert asked.about("figures") == Asked("figures", "x", {"country": ("KR",), "since": ("2020",)})
    assert asked.about("organisations") == Asked("organisations", "x", {"country": ("KR",)})


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(lambda w: w.strip() == w != "")


@given(
    st.sampled_from(WHATS),
    WORDS,
    st.dictionaries(st.sampled_from(("kind", "party", "year")), st.lists(WORDS, min_size=1, unique=True).map(tuple)),
)
def test_an_address_says_what_was_asked(what: Any, words: str, filters: Any) -> None:
    asked = Asked(what, words, filters, "date", "abc")
    query = urlsplit(asked.address()).query
    again = Asked.of(Request({"type": "http", "query_string": query.encode(), "headers": []}))
    assert again == asked
    toggled = again.toggled("kind", "x").toggled("kind", "x")
    assert parse_qs(urlsplit(toggled.address()).query).get("after") is None
    assert {n: set(v) for n, v in toggled.filters.items()} == {n: set(v) for n, v in filters.items()}


def test_one_thing_is_taken_away_with_all_that_belongs_to_it(visit: Visit) -> None:
    visitor = visit()
    book = visitor.app.state.book  # type: ignore[attr-defined]
    record = max(book.search(limit=None), key=lambda hit: len(hit.record.tellings)).record
    for address in (f"/agreement/{record.id}", f"/figure/{book.figures(limit=1)[0].id}"):
        files = _page(visitor, address).xpath('//*[contains(@class, "take")]//a/@href')
        assert len(files) >= 3
        assert all(visitor.get(file).content for file in files if file.startswith("/export/"))
    answer = visitor.get(f"/export/claims.csv?agreement={record.tellings[-1]}")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == set(record.tellings)
    references = visitor.get(f"/export/articles.ris?agreement={record.id}").text
    assert references.count("TY  -") == len({told.article.id for told in book.show(record.id).told})
    assert visitor.get("/export/claims.csv?agreement=nothing").status_code == 404
    assert visitor.get("/export/claims.csv?article=" + record.id).status_code == 404


@pytest.mark.parametrize("what", WHATS)
def test_answers_stand_in_a_plain_table_too(visit: Visit, what: Any) -> None:
    visitor = visit()
    page = _page(visitor, f"/search?what={what}")
    [address] = page.xpath('//a[text()="Table"]/@href')
    sheet = _page(visitor, address)
    hits = visitor.app.state.book.page(what, limit=None)  # type: ignore[attr-defined]
    rows = sheet.xpath("//table/tbody/tr")
    assert len(rows) == min(len(hits.hits), 100)
    links = sheet.xpath('//table/tbody/tr/th[@scope="row"]//a/@href')
    assert all(visitor.get(link).status_code == 200 for link in links[:3])


def test_a_question_that_is_not_understood_has_no_table(visit: Visit) -> None:
    answer = visit().get("/search/table?q=party:")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=party%3A")
