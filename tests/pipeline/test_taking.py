"""What answers a question is taken away whole."""

from __future__ import annotations

import io
import json

import pytest

from pactbook.errors import QueryError
from pactbook.pipeline.book import Record
from pactbook.pipeline.taking import export
from pactbook.search.query import Query


@pytest.fixture
def book(make, desk):
    """Thirty agreements, one a month and more than a page holds, on two matters."""
    for n in range(30):
        sentence = f"KOICA and MOST signed paper {n} on {'rice' if n % 2 else 'robots'}."
        article = make.article(f"a{n:02}", sentence, published=f"20{n:02}-10-25")
        claim = make.claim(sentence, sentence, date=f"20{n:02}-10-24", subject=f"paper {n}", kind="contract")
        figure = make.figure(sentence, f"paper {n}", low=1e9 + n, period=f"20{n:02}")
        desk.add(make.extraction(article, [claim], [figure]))
    return Record(desk.file)


def _lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("what", "words", "filters", "expected"),
    [
        ("agreements", "rice", {}, 15),
        ("agreements", "", {"since": "2010", "until": "2012"}, 3),
        ("agreements", "", {}, 30),
        ("claims", "rice", {"until": "2001"}, 1),
        ("figures", "", {"measure": "trade_turnover", "since": "2020"}, 10),
        ("series", "", {"since": "2020"}, 10),
        ("articles", "robots", {}, 15),
        ("network", "rice", {}, 1),
        ("organisations", "KOICA", {}, 1),
        ("organisations", "", {"kind": "ministry"}, 1),
        ("agreements", "", {"kind": "loan"}, 0),
    ],
)
def test_every_row_that_fits_is_written_however_many_there_are(book, tmp_path, what, words, filters, expected):
    path = tmp_path / "x.jsonl"
    assert book.export(what, "jsonl", path, words, **filters) == expected == len(_lines(path))
    stream = io.BytesIO()
    assert book.export_to(what, "jsonl", stream, words, **filters) == expected
    assert stream.getvalue() == path.read_bytes()


def test_the_rows_are_those_that_the_search_gives_in_its_order(book, tmp_path):
    export(book._file, "agreements", "jsonl", tmp_path / "x", Query("rice", limit=1))
    hits = book.search("rice", limit=None)
    assert [r["id"] for r in _lines(tmp_path / "x")] == [h.record.id for h in hits]


def test_ties_count_only_what_fits(book, tmp_path):
    book.export("network", "jsonl", tmp_path / "x", since="2010", until="2014")
    (tie,) = _lines(tmp_path / "x")
    assert (tie["agreements"], tie["first_year"], tie["last_year"]) == (5, 2010, 2014)


def test_a_question_that_cannot_be_asked_leaves_no_file(book, tmp_path):
    with pytest.raises(QueryError, match="there is no kind 'lone'"):
        book.export("agreements", "csv", tmp_path / "x.csv", kind="lone")
    assert list(tmp_path.glob("*x.csv")) == []
