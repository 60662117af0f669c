"""Reading the stored articles again: what changed is told, what did not is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from pactbook.pipeline import rereading
from pactbook.pipeline.book import Record, open_record
from pactbook.store.tables.articles import articles

STORY = """KOICA, MOST to build institute

HANOI, May 3, 2023 - The Korea International Cooperation Agency (KOICA) and Vietnam's Ministry of Science and Technology
signed a memorandum of understanding on a research institute in Hanoi on Tuesday. The institute will cost US$70 million.
The two sides have worked together since 2013, officials said, and they will meet again in Seoul next year.
"""


@pytest.fixture
def book(tmp_path: Path):
    (tmp_path / "story.txt").write_text(STORY)
    with open_record(tmp_path / "record.pactbook") as book:
        book.add(tmp_path / "story.txt")
        yield book


def age(book: Record) -> None:
    """Let the articles seem to have been read by an older version."""
    with book._file.writing() as connection:
        connection.execute(update(articles).values(version="older"))


def test_what_this_version_has_read_is_not_read_again(book: Record) -> None:
    assert (book.stale(), book.reread().read) == (0, 0)


def test_the_same_words_read_alike_change_nothing(book: Record) -> None:
    before = book.search()
    age(book)
    done = book.reread()
    assert (done.read, done.changed, done.gone, done.come, book.stale()) == (1, 0, [], [], 0)
    assert book.search() == before


def test_a_change_is_told_and_decisions_stay(book: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    [hit] = book.search()
    book.review("Mai").edit(hit.record.id, "place", "Hanoi")
    age(book)
    read = rereading.extract_all

    def read_otherwise(sources, workers):
        for outcome in read(sources, workers):
            [claim] = outcome.agreements
            yield replace(outcome, agreements=(replace(claim, kind="agreement", subject="an institute"),))

    monkeypatch.setattr(rereading, "extract_all", read_otherwise)
    done = book.reread()
    assert (done.changed, [r.kind for r in done.gone], [r.kind for r in done.come]) == (
        1,
        ["memorandum"],
        ["agreement"],
    )
    [hit] = book.search()
    assert (hit.record.kind, hit.record.place, book.review("Mai").orphans()) == ("agreement", "Hanoi", [])
