"""Whom a figure's sentence names, beside those of its whole article."""

from __future__ import annotations

import csv

import pytest
from sqlalchemy import delete, select
from tests.search.answers import find_figures

from pactbook.export.table import export
from pactbook.pipeline.reviewing import Review
from pactbook.search.facets import count_facets
from pactbook.search.query import Query
from pactbook.search.show import show
from pactbook.store.figure_bodies import find_beside, read_beside
from pactbook.store.file import RecordFile
from pactbook.store.tables.figures import figure_bodies

TEXT = (
    "KOICA met the Ministry of Science and Technology. "
    "KOICA gave $10 million for the laboratory. Later $2 million followed."
)


@pytest.fixture
def figures(make, desk) -> list[str]:
    """Two sums of one article: the first beside KOICA, the second beside nobody."""
    sums = [make.figure(TEXT, "$10 million", low=1e7), make.figure(TEXT, "$2 million", low=2e6)]
    told = make.extraction(make.article("story", TEXT), figures=sums)
    assert {body.id for body in told.organisations} >= {"kr.koica", "vn.most"}
    desk.add(told)
    found = {hit.figure.low: hit.id for hit in find_figures(desk.file, Query())}
    return [found[1e7], found[2e6]]


def beside(file: RecordFile, figures: list[str]) -> dict[str, tuple[str, ...]]:
    with file.reading() as connection:
        return read_beside(connection, [*figures, "no such figure"])


def found(file: RecordFile, **asked: str) -> list[str]:
    return [hit.id for hit in find_figures(file, Query.of(**asked))]


def test_only_the_sentence_counts(desk, figures: list[str]) -> None:
    assert beside(desk.file, figures) == {figures[0]: ("kr.koica",), figures[1]: ()}
    assert show(desk.file, figures[0]).bodies == ("kr.koica",)  # type: ignore[union-attr]


def test_it_stands_in_the_table_under_the_id_that_stands_for_the_body(desk, figures: list[str], tmp_path) -> None:
    Review(desk.file, "Mai").same("kr.koica", "vn.most")
    export(desk.file, "figures", "csv", tmp_path / "f.csv")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows[figures[0]]["beside_ids"] == "kr.koica"
    assert rows[figures[0]]["beside"]
    assert rows[figures[1]]["beside_ids"] == ""


def test_a_figure_is_found_by_whom_its_sentence_names(desk, figures: list[str]) -> None:
    assert found(desk.file, party="KOICA") == [figures[0]]
    assert found(desk.file, party="MOST") == []
    assert sorted(found(desk.file, party="KR")) == sorted(figures), "sides count wherever they are told"
    assert count_facets(desk.file, Query(), "figures").party == {"KR": 2, "VN": 2, "kr.koica": 1}


def test_every_answer_shows_whom_it_was_found_by(desk, figures: list[str]) -> None:
    shown = {hit.id: (hit.bodies, dict(hit.names)) for hit in find_figures(desk.file, Query())}
    assert shown == {
        figures[0]: (("kr.koica",), {"kr.koica": "Korea International Cooperation Agency"}),
        figures[1]: ((), {}),
    }


def test_bodies_that_are_one_are_one_choice(desk, figures: list[str]) -> None:
    assert found(desk.file, party="MOST") == []
    same = Review(desk.file, "Mai").same("kr.koica", "vn.most")
    assert found(desk.file, party="MOST") == found(desk.file, party="KOICA") == [figures[0]]
    Review(desk.file, "Mai").undo(same.id)
    assert found(desk.file, party="MOST") == []


def test_a_corrected_figure_keeps_whom_its_sentence_names_and_a_rejected_one_is_gone(desk, figures: list[str]) -> None:
    Review(desk.file, "Mai").edit(figures[0], "measure", "grant")
    assert beside(desk.file, figures)[figures[0]] == ("kr.koica",)
    rejected = Review(desk.file, "Mai").reject(figures[0])
    assert beside(desk.file, figures) == {figures[1]: ()}
    assert found(desk.file, party="KOICA") == []
    Review(desk.file, "Mai").undo(rejected.id)
    assert found(desk.file, party="KOICA") == [figures[0]]


def test_in_an_older_record_it_is_looked_up(desk, figures: list[str]) -> None:
    kept = select(figure_bodies)
    with desk.file.writing() as connection:
        known = connection.execute(kept).all()
        connection.execute(delete(figure_bodies))
        find_beside(connection)
        assert connection.execute(kept).all() == known != []
