"""What is in doubt and what was decided stands in the tables, and follows every decision and every way to make them."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from pactbook.pipeline.reviewing import Review
from pactbook.store.figures import settle_all_figures
from pactbook.store.journal import changes
from pactbook.store.rebuilding import rebuild
from pactbook.store.resolving import weigh_all
from pactbook.store.tables.agreements import agreements
from pactbook.store.tables.desk import aside
from pactbook.store.tables.figures import figure_claims

INSTITUTE = "KOICA and the Ministry of Science and Technology signed a memorandum on a research institute in {}."


@pytest.fixture
def mai(desk):
    times = (f"2026-02-01T00:00:{n:02}" for n in range(60))
    return Review(desk.file, "Mai", lambda: next(times))


@pytest.fixture
def disputed(make, desk):
    """One deal for which two papers name two places, and a sum."""
    for name, place in (("a", "Hanoi"), ("b", "Seoul")):
        text = INSTITUTE.format(place)
        desk.add(make.told(name, text, place=place, outlet=f"Paper {name}"))
    trade = "Trade came to $87.7 billion in 2022."
    desk.add(make.extraction(make.article("t", trade), figures=[make.figure(trade, "$87.7 billion", low=87.7e9)]))
    return desk.file


def noted(file) -> tuple[list[tuple[int, int]], list[int]]:
    """Conflicts and decided of each agreement, decided of each figure."""
    with file.reading() as connection:
        deals = [tuple(row) for row in connection.execute(select(agreements.c.conflicts, agreements.c.decided))]
        return deals, list(connection.scalars(select(figure_claims.c.decided)))


def by_all_ways(file) -> list[tuple[list[tuple[int, int]], list[int]]]:
    """As it stands, rebuilt, and looked up as for an older record."""
    found = [noted(file)]
    with file.writing() as connection:
        rebuild(connection)
    found.append(noted(file))
    with file.writing() as connection:
        connection.execute(update(agreements).values(conflicts=0, decided=0))
        connection.execute(update(figure_claims).values(decided=0))
        weigh_all(connection)
        settle_all_figures(connection)
    return [*found, noted(file)]


def test_conflicts_and_decisions_are_noted_however_the_record_is_made(disputed, mai) -> None:
    with disputed.reading() as connection:
        [deal] = connection.scalars(select(agreements.c.id))
        [figure] = connection.scalars(select(figure_claims.c.id))
    assert by_all_ways(disputed) == [([(1, 0)], [0])] * 3
    accepted, sure = mai.accept(deal), mai.accept(figure)
    assert by_all_ways(disputed) == [([(1, 1)], [1])] * 3
    mai.undo(accepted.id)
    mai.edit(deal, "place", "Hanoi")
    mai.undo(sure.id)
    mai.edit(figure, "period", "2021")
    assert by_all_ways(disputed) == [([(0, 1)], [1])] * 3


def test_what_is_kept_beside_the_record_does_not_count_as_a_change(desk) -> None:
    with desk.file.reading() as connection:
        before = changes(connection)
    with desk.file.noting() as connection:
        connection.execute(aside.insert().values(who="Mai", doubt="unsure:x", when="2026-02-01"))
    with desk.file.reading() as connection:
        assert changes(connection) == before
        assert connection.scalars(select(aside.c.doubt)).all() == ["unsure:x"]
