"""Whom a figure's sentence names, beside those of its whole article."""

from __future__ import annotations

import csv

import pytest

from pactbook.export.table import export
from pactbook.pipeline.reviewing import Review
from pactbook.search.figures import find_figures
from pactbook.search.query import Query
from pactbook.search.sentences import figure_bodies
from pactbook.search.show import show

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


def test_only_the_sentence_counts(desk, figures: list[str]) -> None:
    assert figure_bodies(desk.file, figures) == {figures[0]: ("kr.koica",), figures[1]: ()}
    assert show(desk.file, figures[0]).bodies == ("kr.koica",)  # type: ignore[union-attr]


def test_it_stands_in_the_table_under_the_id_that_stands_for_the_body(desk, figures: list[str], tmp_path) -> None:
    Review(desk.file, "Mai").same("kr.koica", "vn.most")
    export(desk.file, "figures", "csv", tmp_path / "f.csv")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows[figures[0]]["beside_ids"] == "kr.koica"
    assert rows[figures[0]]["beside"]
    assert rows[figures[1]]["beside_ids"] == ""
