"""What is kept in memory is what the record says now."""

from __future__ import annotations

from pathlib import Path

from tests.web.conftest import Visit

from pactbook.pipeline.book import open_record
from pactbook.web.memory import _MOST, Memory


def test_an_answer_is_kept_until_the_record_changes(record: Path) -> None:
    with open_record(record) as book, open_record(record) as other:
        memory, made = Memory(book), []

        def ask() -> int:
            return memory.get("key", lambda: made.append(1) or len(made))

        assert [ask(), ask()] == [1, 1]
        key = other.search(limit=1)[0].record.id
        other.review("Mai").accept(key)
        assert [ask(), ask()] == [2, 2]


def test_old_answers_make_room(record: Path) -> None:
    with open_record(record) as book:
        memory, made = Memory(book), []
        for n in range(_MOST + 1):
            memory.get(n, lambda n=n: made.append(n))
        memory.get(0, lambda: made.append("again"))
        memory.get(_MOST, lambda: made.append("not again"))
        assert made[-1] == "again"


def test_the_overview_shows_what_was_decided_just_now(visit: Visit) -> None:
    visitor = visit()
    book = visitor.app.state.book  # type: ignore[attr-defined]
    newest = book.search(limit=1)[0].record
    assert f'href="/agreement/{newest.id}"' in visitor.get("/").text
    book.review("Mai").reject(newest.id)
    assert f'href="/agreement/{newest.id}"' not in visitor.get("/").text
