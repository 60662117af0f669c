"""Pages of answers: complete, in order, and steady while others write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactbook.search.page import find_page
from pactbook.search.query import Query

PARTIES = ("kr.motie", "vn.moit")


def deal(make, n: int, **cells):
    """The n-th of several agreements, each with a subject and a year of its own."""
    names = ["rice", "steel", "ports", "films", "visas", "coal", "fish", "chips", "roads", "seeds"]
    told = f"MOTIE and MOIT signed a memorandum on {names[n]}."
    defaults = {"parties": PARTIES, "subject": names[n], "date": f"{2010 + n}-05-01"}
    return make.told(f"deal-{n}", told, **(defaults | cells))


def pages(record, query: Query):
    """The ids of each page in turn."""
    found = find_page(record, "agreements", query)
    yield [hit.record.id for hit in found.hits]
    while found.next:
        found = find_page(record, "agreements", replace(query, after=found.next))
        yield [hit.record.id for hit in found.hits]


@pytest.mark.parametrize("sort", ["relevance", "date", "amount", "sources"])
@pytest.mark.parametrize("words", ["memorandum", ""])
def test_pages_together_are_the_whole_answer(make, desk, sort, words):
    desk.add(*(deal(make, n, value=((n * 1e6, n * 1e6, "USD"),) if n % 3 else ()) for n in range(10)))
    query = Query.of(words, sort=sort, limit=3)
    [whole] = pages(desk.file, replace(query, limit=None))
    assert [name for page in pages(desk.file, query) for name in page] == whole
    assert len(whole) == 10


def test_the_next_page_begins_after_the_last_answer_whatever_came_before_it_meanwhile(make, desk):
    desk.add(*(deal(make, n) for n in range(6)))
    query = Query.of(sort="date", limit=3)
    first = find_page(desk.file, "agreements", query)
    assert [hit.subject for hit in first.hits] == ["coal", "visas", "films"]
    desk.add(deal(make, 8), deal(make, 9))
    second = find_page(desk.file, "agreements", replace(query, after=first.next))
    assert [hit.subject for hit in second.hits] == ["ports", "steel", "rice"]
    assert second.next is None
    assert second.total == 8


def test_where_the_last_answer_went_away_the_next_page_begins_at_its_place(make, desk):
    desk.add(*(deal(make, n) for n in range(6)))
    query = Query.of(sort="date", limit=3, kind="memorandum")
    first = find_page(desk.file, "agreements", query)
    desk.add(deal(make, 3, kind="loan", version="2"))  # "films", the last of the page.
    second = find_page(desk.file, "agreements", replace(query, after=first.next))
    assert [hit.subject for hit in second.hits] == ["steel", "rice"]


def test_exact_marks_come_first(make, desk):
    """Both are found with and without marks; who writes the marks sees what has them first."""
    desk.add(
        make.told("copper", "Hai bên ký thỏa thuận về đồng.", language="vi", subject="khai thác đồng", date="2020"),
        make.told("field", "Hai bên ký thỏa thuận trên cánh đống.", language="vi", subject="cánh đống", date="2021"),
        make.told("bare", "Dong Group signed an agreement.", subject="Dong Group's plan", date="2022"),
    )  # fmt: skip

    def order(words: str) -> list[str]:
        return [h.evidence.article.id for h in find_page(desk.file, "agreements", Query.of(words)).hits]

    assert sorted(order("dong")) == sorted(order("đồng")) == ["bare", "copper", "field"]
    assert order("đồng")[0] == "copper"
    assert order("đống")[0] == "field"


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("signed two agreements on ports", "agreement"),
        ("signed an agreement on a port", "agreements"),
        ("companies of both sides", "company"),
        ("a company of both sides", "companies"),
        ("several memoranda", "memorandum"),
        ("a study of policies", "policy"),
        ("buses for the city", "bus"),
        ("a new campus", "campuses"),
        ("a housing project of two houses", "house"),
    ],
)
def test_english_finds_singular_and_plural(make, desk, written, asked):
    desk.add(make.told("a", f"KOICA and MOST: {written}."), make.told("b", "Nothing of the kind.", date="1999"))
    found = find_page(desk.file, "articles", Query.of(asked))
    assert [hit.article.id for hit in found.hits] == ["a"]
