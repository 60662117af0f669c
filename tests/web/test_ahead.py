"""What is read before anybody asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pactbook.pipeline.book import open_record
from pactbook.search import series
from pactbook.search.catalogue.shelf import Shelf
from pactbook.web.ahead import ReadingAhead
from pactbook.web.app import create_app
from pactbook.web.serving import Serving


def test_the_first_question_finds_all_read(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(record) as book:
        ahead = ReadingAhead(book)
        ahead._thread.join()
        monkeypatch.setattr(Shelf, "read", None)
        for what in ("agreements", "figures", "articles", "organisations"):
            assert book.page(what).total
            assert book.counts(what=what).country
        ahead.close()


def test_what_was_read_once_is_kept_for_the_next_start(
    record: Path, visit: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("DELETE FROM kept")
    with TestClient(create_app(Serving(record)), base_url="http://127.0.0.1:8765") as first:
        assert first.get("/").status_code == 200
    monkeypatch.setattr(Shelf, "read", None)
    monkeypatch.setattr(series, "read_readings", None)
    for page in ("/", "/search", "/figures", "/network", "/timeline"):
        assert visit().get(page).status_code == 200


def test_it_ends_when_it_is_not_wanted(record: Path) -> None:
    with open_record(record) as book:
        asked = []

        def wanted() -> bool:
            asked.append(True)
            return len(asked) < 3

        book.read_ahead(wanted)
        assert len(asked) == 3


def test_a_record_that_went_away_does_not_stop_the_server(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with open_record(record) as book:
        record.write_bytes(b"")
        ReadingAhead(book).close()
    assert not capfd.readouterr().err
