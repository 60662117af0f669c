"""What a program gets: the same answers as the command line, whole, page after page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Visit

from pactbook.export.columns import COLUMNS
from pactbook.pipeline.book import open_record
from pactbook.web.api.shapes import ROWS

LISTS = ("agreements", "figures", "organisations", "articles")


def pages(visit: Visit, what: str, **asked: Any) -> list[dict[str, Any]]:
    """All rows, three at a time."""
    visitor, rows, after = visit(), [], None
    while True:
        answer = visitor.get(f"/api/v1/{what}", params={"limit": 3, **asked, **({"after": after} if after else {})})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        rows += page["items"]
        after = page["next"]
        if after is None:
            assert page["total"] == len(rows)
            return rows


@pytest.mark.parametrize("what", LISTS)
def test_pages_put_together_are_all_there_is(visit: Visit, record: Path, what: str) -> None:
    rows = pages(visit, what)
    assert len({row["id"] for row in rows}) == len(rows) > 3
    with open_record(record) as book:
        assert [row["id"] for row in rows] == [row["id"] for row in book.rows(what, limit=None).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize("what", LISTS)
def test_a_row_has_the_columns_of_the_export(visit: Visit, what: str) -> None:
    row = visit().get(f"/api/v1/{what}", params={"limit": 1}).json()["items"][0]
    assert tuple(row) == COLUMNS[what] == tuple(ROWS[what].model_fields)


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "party:KOICA"},
        {"party": "KOICA"},
        {"kind": ["memorandum", "treaty"]},
        {"q": "한국", "since": "2014", "until": "2014"},
        {"sector": "science", "sort": "sources"},
    ],
    ids=str,
)
def test_words_and_filters_are_those_of_a_record(visit: Visit, record: Path, asked: dict[str, Any]) -> None:
    found = visit().get("/api/v1/agreements", params=asked).json()
    with open_record(record) as book:
        words = asked.get("q", "")
        hits = book.search(words, **{name: value for name, value in asked.items() if name != "q"})
    assert [row["id"] for row in found["items"]] == [hit.record.id for hit in hits]


def test_an_agreement_with_all_that_is_known_of_it(visit: Visit) -> None:
    visitor = visit()
    row = visitor.get("/api/v1/agreements", params={"party": "KOICA", "sort": "sources"}).json()["items"][0]
    whole = visitor.get(f"/api/v1/agreements/{row['id']}").json()
    assert whole["agreement"] == row
    assert {claim["id"] for claim in whole["claims"]} == set(row["claims"])
    assert {"kind", "status", "date"} <= {field["name"] for field in whole["fields"]}
    assert whole["history"]
    assert all(link["reasons"] for link in whole["links"])
    # The id of any of its claims means the same agreement.
    assert visitor.get(f"/api/v1/agreements/{row['claims'][-1]}").json() == whole


def test_a_figure_an_organisation_and_an_article(visit: Visit) -> None:
    visitor = visit()
    figure = visitor.get("/api/v1/figures", params={"limit": 1}).json()["items"][0]
    assert visitor.get(f"/api/v1/figures/{figure['id']}").json() == figure
    body = visitor.get("/api/v1/organisations/KOICA").json()
    assert body["organisation"]["id"] == "kr.koica"
    assert body["agreements"]
    article = visitor.get("/api/v1/articles", params={"limit": 1}).json()["items"][0]
    whole = visitor.get(f"/api/v1/articles/{article['id']}").json()
    assert whole["article"] == article
    text = whole["stated"]["article"]["text"]
    assert all(text[f["start"] : f["end"]] == f["text"] for f in whole["stated"]["figures"])


def test_counts_totals_and_series(visit: Visit) -> None:
    visitor = visit()
    counted = visitor.get("/api/v1/agreements/counts", params={"kind": "memorandum"}).json()
    assert counted["total"] == counted["counts"]["kind"]["memorandum"]
    assert len(counted["counts"]["kind"]) > 1, "a field is counted among what fits all other filters"
    assert visitor.get("/api/v1/totals").json()["items"]
    series = visitor.get("/api/v1/series", params={"measure": "trade_turnover"}).json()["items"]
    assert {one["measure"] for one in series} == {"trade_turnover"}
    assert all(point["figures"] for one in series for point in one["points"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/agreements?kind=memorandumm", 400),
        ("/api/v1/agreements?since=soon", 400),
        ("/api/v1/agreements?limit=0", 400),
        ("/api/v1/agreements?after=nonsense", 400),
        ("/api/v1/agreements/0000000000000000", 404),
        ("/api/v1/figures/kr.koica", 404),
        ("/api/v1/nothing", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem_in_plain_words(visit: Visit, path: str, status: int) -> None:
    answer = visit().get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == status
    assert len(said["detail"]) > 10


def test_a_mistake_of_syntax_is_told_with_its_place(visit: Visit) -> None:
    said = visit().get("/api/v1/agreements", params={"q": 'energy "wind'}).json()
    assert (said["offset"], said["status"]) == (7, 400)


def test_a_token_is_asked_of_programs_too(visit: Visit) -> None:
    visitor = visit(token="a-token-that-nobody-guesses")
    assert visitor.get("/api/v1/agreements").status_code == 401
    shown = {"Authorization": "Bearer a-token-that-nobody-guesses"}
    assert visitor.get("/api/v1/agreements", headers=shown).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_changed_through_it(visit: Visit, method: str) -> None:
    assert visit().request(method, "/api/v1/agreements").status_code == 405
