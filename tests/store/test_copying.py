"""Near-copies are linked, other articles are not, and the order of adding does not matter."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest

from pactbook.record.series import series
from pactbook.search.show import show
from pactbook.store import copying
from pactbook.store.agreements import read_agreements
from pactbook.store.counting import count
from pactbook.store.file import RecordFile
from pactbook.store.series import read_readings
from pactbook.store.writing import Reading, write
from pactbook.text.shingles import near_copies, shingles

WORDS = [f"{a}{b}" for a in ("ka", "lo", "mi", "ru", "te") for b in "bcdfghjklmnprstvz"]


def _story(seed, length=200):
    pick = random.Random(seed)
    return [pick.choice(WORDS) for _ in range(length)]


def _rewritten(words, seed):
    """Every sixth word is another one, and the last quarter is cut."""
    pick = random.Random(seed)
    return [pick.choice(WORDS) if n % 6 == 5 else w for n, w in enumerate(words[: len(words) * 3 // 4])]


DEAL = "KOICA and MOST signed a memorandum on a research institute."


def _wire(make):
    """A story, two papers that print it, a paper that prints what another one made of it, and two other stories."""
    story = _story("wire")
    texts = {
        "agency": (story, "2014-10-24"),
        "paper": (story[:150], "2014-10-25"),
        "rewrite": (_rewritten(story, 1), "2014-10-26"),
        "other": (_story("other"), "2014-10-25"),
        "undated": (_story("undated"), None),
    }
    return [
        make.told(name, f"{DEAL} {' '.join(words)}.", published=published, title="t", source=name)
        for name, (words, published) in texts.items()
    ]


def _add(path, batches):
    with RecordFile.open(path) as record:
        for batch in batches:
            write(record, [Reading(e.article.source, e.article.id, "1", e) for e in batch])
        with record.reading() as connection:
            rows = connection.exec_driver_sql("SELECT id, copy_of FROM articles").all()
            ids = connection.exec_driver_sql("SELECT id FROM agreements ORDER BY id").scalars().all()
            return dict(tuple(r) for r in rows), [a for a, _ in read_agreements(connection, ids).values()]


def test_copies_name_the_article_that_was_published_first(make, tmp_path):
    copies, _ = _add(tmp_path / "r", [_wire(make)])
    assert copies == {"agency": None, "paper": "agency", "rewrite": "agency", "other": None, "undated": None}


def test_copies_count_as_one_source(make, tmp_path):
    _, agreements = _add(tmp_path / "r", [_wire(make)])
    (agreement,) = agreements
    assert len(agreement.tellings) == 5
    assert agreement.cell("kind").reported[0].sources == 3


def test_the_order_of_adding_changes_nothing(make, tmp_path):
    made = _wire(make)
    expected = _add(tmp_path / "all", [made])
    for n, order in enumerate(itertools.permutations(made)):
        if n % 17 == 0:
            assert _add(tmp_path / str(n), [[e] for e in order]) == expected


def test_the_record_says_which_article_a_new_one_repeats(make, desk):
    agency, paper, *_ = _wire(make)
    desk.add(agency)
    assert desk.add(paper).copies == 1
    assert count(desk.file).copies == 1
    assert show(desk.file, "paper").head.copy_of == "agency"
    assert show(desk.file, "agency").copies == ("paper",)


def test_the_writer_counts_all_near_copies_in_whatever_batches_they_come(make, desk):
    """The original may come last, when its copies are long stored."""
    agency, paper, rewrite, *_ = _wire(make)
    assert [desk.add(told).copies for told in (paper, rewrite, agency)] == [0, 1, 1]
    assert desk.add(agency, paper).copies == 0


def test_the_figures_of_copies_count_once_in_a_series(make, desk):
    """Two papers print the agency's 87 billion, one paper says 80: the agency's word stands against one other."""
    sums = {"agency": 87e9, "paper": 87e9, "rewrite": 87e9, "other": 80e9}
    for extraction in _wire(make)[:4]:
        article = extraction.article
        figure = make.figure(article.text, "MOST signed", low=sums[article.id])
        desk.add(replace(extraction, figures=(figure,)))
    with desk.file.reading() as connection:
        [line] = series(read_readings(connection))
    [point] = line.points
    assert len(point.readings) == 4
    assert point.level == "conflict"


def test_a_story_that_very_many_print_is_one_group_in_any_order(make, tmp_path, monkeypatch):
    """More printings than are filed under one run of words, each compared with one of them."""
    monkeypatch.setattr(copying, "FILED", 3)
    story = _story("wire", 120)
    made = [
        make.told(f"p{n}", f"{DEAL} {' '.join(story)} {n}.", published=f"2014-10-{n + 1:02}", title="t", source=f"p{n}")
        for n in range(12)
    ]
    compared = []
    monkeypatch.setattr(copying.cutting, "near_copies", lambda *texts: compared.append(texts) or near_copies(*texts))
    for n in range(3):
        random.Random(n).shuffle(made)
        compared.clear()
        copies, _ = _add(tmp_path / str(n), [[e] for e in made])
        assert copies == {"p0": None} | {f"p{i}": "p0" for i in range(1, 12)}
        assert len(compared) == 11


@pytest.mark.parametrize("language", ["en", "vi", "ko"])
def test_two_texts_on_one_matter_are_no_copies_for_a_shared_quote(language):
    quote = " ".join(_story("quote", 25))
    one, two = (" ".join(_story(s, 150)) for s in ("one", "two"))
    assert not near_copies(shingles(f"{one} {quote}", language), shingles(f"{two} {quote}", language))
    assert near_copies(shingles(f"{one} {quote}", language), shingles(f"{one}", language))


def test_texts_without_words_are_no_copies():
    assert not near_copies(shingles("", "en"), shingles("", "en"))
