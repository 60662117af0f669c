"""What is read before anybody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactbook.pipeline.book import open_record
from pactbook.search.catalogue.shelf import Shelf
from pactbook.web.ahead import ReadingAhead


def test_the_first_question_finds_all_read(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(record) as book:
        ahead = ReadingAhead(book)
        ahead._thread.join()
        monkeypatch.setattr(Shelf, "read", None)
        for what in ("agreements", "figures", "articles", "organisations"):
            assert book.page(what).total
            assert book.counts(what=what).country
        ahead.close()


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
