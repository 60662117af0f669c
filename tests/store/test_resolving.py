"""The agreements are a function of the claims: any order, any batches, incremental or at once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from pactbook.record import cluster
from pactbook.record.assemble import assemble_all
from pactbook.record.identity import tellings
from pactbook.store.agreements import read_agreements
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.tables.agreements import agreements
from pactbook.store.writing import Reading, write

PARTIES = [("kr.koica", "vn.most"), ("kr.koica",), ("kr.koica", "vn.most", "vn.moit")]

# Few values, so that most claims speak of the same few agreements with links of many strengths.
claims = st.fixed_dictionaries(
    {
        "parties": st.sampled_from(PARTIES),
        "kind": st.sampled_from(["memorandum", "agreement"]),
        "status": st.sampled_from(["signed", "in_force"]),
        "date": st.sampled_from([None, "2014-10-24", "2014-10-25", "2014", "2016-01"]),
        "subject": st.sampled_from(["a research institute", "an institute for research on rice", "renewed credit"]),
        "sectors": st.sampled_from([("science",), ("science", "development"), ("finance",)]),
        "published": st.sampled_from([None, "2014-10-25"]),
        "language": st.sampled_from(["en", "ko"]),
    }
)
many = st.lists(claims, min_size=6, max_size=14)


def _made(make, cells):
    return [make.told(f"article-{n}", f"Sentence number {n}.", source=f"{n}", **c) for n, c in enumerate(cells)]


def _write(path, extractions, batches):
    with RecordFile.open(path) as record:
        left = list(extractions)
        for size in [*batches, len(left)]:
            batch, left = left[:size], left[size:]
            write(record, [Reading(e.article.source, e.article.source, e.version, e) for e in batch])
        return _state(record)


def _state(record):
    with record.reading() as connection:
        ids = connection.scalars(select(agreements.c.id).order_by(agreements.c.id)).all()
        rows = [tuple(row) for row in connection.execute(select(agreements).order_by(agreements.c.id))]
        return rows, [found for found, _ in read_agreements(connection, ids).values()]


#: Table, column, and the column of the claims that it hangs on.
HANGING = [("bonds", "sort", "sort"), ("bonds", "other", "sort"), ("blocks", "sort", "sort")]
HANGING += [("claim_parties", "claim", "key"), ("agreement_evidence", "claim", "key")]


@pytest.fixture
def few_links(monkeypatch):
    """Each claim keeps one link, so that stronger ones drive weaker ones out."""
    monkeypatch.setattr(cluster, "KEPT", 1)


@pytest.mark.usefixtures("few_links")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=many, order=st.randoms(use_true_random=False), batches=st.lists(st.integers(1, 4), max_size=4))
def test_any_order_and_any_batches_give_what_all_at_once_gives(make, tmp_path_factory, cells, order, batches):
    folder = tmp_path_factory.mktemp("orders")
    made = _made(make, cells)
    shuffled = list(made)
    order.shuffle(shuffled)
    rows, found = _write(folder / "shuffled", shuffled, batches)
    assert found == assemble_all({t.id: t for e in made for t in tellings(e)})
    with RecordFile.open(folder / "shuffled") as record:
        with record.writing() as connection:
            rebuild(connection)
        assert _state(record) == (rows, found)


@pytest.mark.usefixtures("few_links")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=many, changed=many)
def test_reading_an_article_again_leaves_no_trace_of_the_first_reading(make, tmp_path_factory, cells, changed):
    folder = tmp_path_factory.mktemp("again")
    before = _made(make, cells)
    after = [
        make.told(f"article-{n}", f"Sentence number {n}.", source=f"{n}", version="2", **c)
        for n, c in enumerate(changed)
    ]
    rest = before[len(after) :]
    with RecordFile.open(folder / "twice") as record:
        for batch in (before, after):
            write(record, [Reading(e.article.source, e.article.source, e.version, e) for e in batch])
        assert _state(record) == _write(folder / "once", [*after, *rest], [])
        with record.reading() as connection:
            for table, column, owner in HANGING:
                orphans = f"SELECT count(*) FROM {table} WHERE {column} NOT IN (SELECT {owner} FROM agreement_claims)"
                assert connection.execute(text(orphans)).scalar_one() == 0
