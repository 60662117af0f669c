"""What is written comes back, once, whatever the order and however often."""

from __future__ import annotations

import pytest

from pactbook.errors import NotAnArticle
from pactbook.store.counting import count
from pactbook.store.extractions import read_extractions
from pactbook.store.writing import Reading, known, write

TEXT = (
    "KOICA signs up for institute. KOICA and MOST signed a memorandum on a research institute in Hanoi on October 24. "
    "Trade between the two countries reached $1 billion in 2022."
)


def _full(make, **options):
    article = make.article("a1", TEXT, **options)
    quote = TEXT.split(". ")[1] + "."
    value = [(35e6, 35e6, "USD")]
    claims = [
        make.claim(TEXT, quote, value=value, place="Hanoi"),
        make.claim(TEXT, quote, status="planned", kind="loan", date=None),
    ]
    return make.extraction(article, claims, [make.figure(TEXT, "$1 billion")], version=options.get("version", "1"))


def _stored(desk):
    with desk.file.reading() as connection:
        return list(read_extractions(connection))


def test_an_extraction_comes_back_as_it_was_written(make, desk):
    written = desk.add(_full(make)).written
    assert [w.outcome for w in written] == ["new"]
    assert _stored(desk) == [_full(make)]


def test_the_same_article_again_changes_nothing(make, desk):
    desk.add(_full(make))
    before = count(desk.file)
    assert [w.outcome for w in desk.add(_full(make)).written] == ["known"]
    assert count(desk.file) == before


def test_the_same_article_from_another_source_is_one_article_with_two_sources(make, desk):
    desk.add(_full(make))
    assert desk.add(_full(make, source="mirror.html")).written[0].outcome == "known"
    counts = count(desk.file)
    assert (counts.articles, counts.sources, counts.claims) == (1, 2, 2)


def test_another_extractor_version_replaces_what_was_claimed(make, desk):
    desk.add(_full(make))
    text = make.told("a1", TEXT, version="2")
    assert desk.add(text).written[0].outcome == "renewed"
    assert _stored(desk) == [text]
    counts = count(desk.file)
    assert (counts.claims, counts.agreements, counts.figures) == (1, 1, 0)


def test_a_skipped_source_is_kept_with_its_reason_and_known_afterwards(desk):
    reading = Reading("home.html", "abc", "1", NotAnArticle("home.html", "a home page"))
    assert [(w.outcome, w.reason) for w in write(desk.file, [reading]).written] == [("skipped", "a home page")]
    assert known(desk.file, "home.html", "abc", "1")
    assert not known(desk.file, "home.html", "abd", "1")
    assert not known(desk.file, "home.html", "abc", "2")
    assert count(desk.file).skipped == 1


def test_a_batch_that_fails_half_way_leaves_nothing(make, desk, monkeypatch):
    desk.add(make.told("a0", "KOICA and MOST signed a memorandum on vaccines."))
    before = count(desk.file)

    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("pactbook.store.resolving.resolve", fail)
    with pytest.raises(KeyboardInterrupt):
        desk.add(_full(make))
    assert count(desk.file) == before
