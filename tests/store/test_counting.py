"""Every number is the number of something."""

from __future__ import annotations

from dataclasses import astuple

from pactbook.errors import NotAnArticle
from pactbook.store.counting import Counts, count
from pactbook.store.writing import Reading, write


def test_an_empty_record_holds_nothing(desk):
    assert set(astuple(count(desk.file))) == {0}


def test_each_thing_is_counted(make, desk):
    text = "KOICA and MOST signed a memorandum on $5 million."
    article = make.article("a", text)
    desk.add(make.extraction(article, [make.claim(text, text)], [make.figure(text, "$5 million")]))
    write(desk.file, [Reading("b", "hash", "1", NotAnArticle("b", "empty"))])
    assert count(desk.file) == Counts(
        sources=2, skipped=1, articles=1, copies=0, claims=1, agreements=1, figures=1, dates=0, organisations=2
    )
