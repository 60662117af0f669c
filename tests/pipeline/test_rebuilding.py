"""Rebuilding gives the same record, row for row, at any number of processes, or changes nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from pactbook.errors import PactbookError
from pactbook.pipeline import rebuilding
from pactbook.pipeline.reviewing import Review
from pactbook.store.file import RecordFile
from pactbook.store.writing import Reading, write

PARTIES = [("kr.koica", "vn.most"), ("kr.koica",), ("kr.koica", "vn.most", "vn.moit"), ("kr.motie", "vn.moit")]
SUBJECTS = ["a research institute", "an institute for research on rice", "renewed credit", "smart grids"]
DATES = [None, "2014-10-24", "2014-10-25", "2014", "2016-01"]
TABLES = ("bonds", "blocks", "agreements", "agreement_parties", "agreement_sectors")


@pytest.fixture
def record(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Some hundred claims of few deals, added in many batches, with decisions; processes are started for so few."""
    monkeypatch.setattr(rebuilding, "FEW", 0)
    draw = random.Random(4)
    with RecordFile.open(tmp_path / "record.pactbook") as record:
        for batch in range(12):
            made = [
                make.told(
                    f"article-{batch}-{n}",
                    f"Sentence {batch} number {n}.",
                    source=f"{batch}-{n}",
                    parties=draw.choice(PARTIES),
                    subject=draw.choice(SUBJECTS),
                    date=draw.choice(DATES),
                    published=draw.choice([None, "2014-10-25", "2014-10-27"]),
                )
                for n in range(30)
            ]
            write(record, [Reading(e.article.source, e.article.source, e.version, e) for e in made])
        review = Review(record, "Mai")
        ids = _ids(record)
        review.edit(ids[0], "kind", "contract")
        review.merge(ids[1:3])
        review.reject(ids[3])
        yield record


def _ids(record: RecordFile) -> list[str]:
    with record.reading() as connection:
        return list(connection.scalars(text("SELECT id FROM agreements ORDER BY id")))


def _rows(connection: Connection) -> list[list[tuple[object, ...]]]:
    asked = ["SELECT id, record, sort FROM agreement_claims ORDER BY id"]
    asked += [f"SELECT * FROM {table} ORDER BY 1, 2" for table in TABLES]
    return [[tuple(row) for row in connection.execute(text(question))] for question in asked]


def _state(record: RecordFile) -> list[list[tuple[object, ...]]]:
    with record.reading() as connection:
        return _rows(connection)


def test_one_process_and_several_give_what_adding_has_given(record: RecordFile) -> None:
    added = _state(record)
    for workers in (1, 2, 3):
        with record.writing() as connection:
            connection.execute(text("UPDATE agreements SET subject = 'spoilt'"))
            connection.execute(text("DELETE FROM bonds"))
        rebuilding.rebuild(record, workers)
        assert _state(record) == added


def test_each_claim_is_told_of_when_it_is_filed_and_when_it_is_put_into_an_agreement(record: RecordFile) -> None:
    told: list[int] = []
    rebuilding.rebuild(record, 1, told.append)
    rejected = [row for row in _state(record)[0] if row[1] is None]
    assert sum(told) == rebuilding.steps(record) - len(rejected)
    assert rejected


def test_a_worker_that_cannot_be_started_leaves_the_record_as_it_was(
    record: RecordFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _state(record)
    monkeypatch.setattr(rebuilding, "PROGRAM", ("-c", "raise SystemExit(1)"))
    with pytest.raises(PactbookError, match="could not be started"):
        rebuilding.rebuild(record, 2)
    assert _state(record) == before
