"""Whatever a page shows can be taken away whole: as CSV, as a workbook and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from lxml import html

from pactbook.pipeline.book import Record

Visit = Callable[..., TestClient]
FORMATS = {"CSV": ".csv", "Excel workbook": ".xlsx", "JSON": ".json"}


@pytest.fixture
def visitor(visit: Visit) -> TestClient:
    found = visit()
    book: Record = found.app.state.book  # type: ignore[attr-defined]
    [told, *_] = book.search(limit=1)
    book.review("Mai").accept(told.record.id)
    return found


def addresses(book: Record) -> Iterator[str]:
    yield from ("/", "/network", "/timeline", "/figures", "/decisions", "/review", "/search/table")
    yield from (f"/search?what={what}" for what in ("agreements", "figures", "organisations", "articles"))
    agreement = book.search(limit=1)[0].record
    yield from (f"/agreement/{agreement.id}", "/organisation/kr.koica")
    yield f"/article/{book.show(agreement.id).told[0].article.id}"
    yield f"/figure/{book.figures(limit=1)[0].id}"
    one = next(series for series in book.series() if series.target)
    yield f"/figures/{one.measure}?from={one.source or ''}&to={one.target}"


def test_every_view_can_be_taken_away_in_three_formats(visitor: TestClient) -> None:
    for address in addresses(visitor.app.state.book):  # type: ignore[attr-defined]
        page = html.fromstring(visitor.get(address).text)
        files: list[str] = [str(file) for file in page.xpath('//*[contains(@class, "take")]//a/@href')]
        for called, ending in FORMATS.items():
            fit = [file for file in files if ending in file.partition("?")[0]]
            assert fit, f"no {called} on {address}"
            for file in fit:
                answer = visitor.get(file)
                assert answer.status_code == 200, file
                assert answer.content, file
                assert "attachment" in answer.headers["content-disposition"], file
