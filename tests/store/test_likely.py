"""Agreements that may be one: found from either side, until somebody parts them."""

from __future__ import annotations

import pytest
from tests.search.answers import find_agreements

from pactbook.pipeline.doubting import Doubts
from pactbook.pipeline.reviewing import Review
from pactbook.search.doubts import nearness, pairs
from pactbook.search.query import Query

SAID = "KOICA and the Ministry of Science and Technology signed a memorandum on {}."


@pytest.fixture
def alike(make, desk) -> tuple[str, str]:
    """Two deals that lack a point or two to be one."""
    for name, matter, sector in (("a", "a research institute", "science"), ("b", "Monday", "agriculture")):
        text = SAID.format(matter)
        desk.add(
            make.told(name, text, date=None, subject=matter, sectors=(sector,), published=f"2014-10-2{ord(name) % 7}")
        )
    one, other = sorted(hit.record.id for hit in find_agreements(desk.file, Query()))
    return one, other


def test_a_near_pair_is_found_from_either_side(desk, alike: tuple[str, str]) -> None:
    with desk.file.reading() as connection:
        for some in ([alike[0]], [alike[1]], list(alike)):
            assert {near.pair for near in pairs.near(connection, some)} == {alike}
    doubts = Doubts(desk.file)
    assert [one.record.id for one in doubts.candidates(alike[0])] == [alike[1]]
    assert [one.record.id for one in doubts.candidates(alike[1])] == [alike[0]]


def test_what_changed_is_looked_at_anew_and_the_rest_is_kept(make, desk, alike: tuple[str, str]) -> None:
    doubts = Doubts(desk.file)
    before = doubts.look()
    assert {near.pair for near in before.near} == {alike}
    said = SAID.format("Tuesday")
    desk.add(make.told("c", said, date=None, subject="Tuesday", sectors=("health",), published="2014-10-23"))
    after = doubts.look()
    with desk.file.reading() as connection:
        assert after.near == nearness._read(connection)
    assert {near.pair for near in after.near} != {near.pair for near in before.near}
    assert after.changes > before.changes


def test_a_pair_that_was_parted_is_no_candidate_until_that_is_taken_back(desk, alike: tuple[str, str]) -> None:
    review, doubts = Review(desk.file, "Mai"), Doubts(desk.file)
    likely = doubts.look()
    made = review.differ(*alike)
    assert doubts.of("pairs", likely) == doubts.of("pairs", doubts.look()) == []
    review.undo(made.id)
    assert [doubt.about for doubt in doubts.of("pairs", doubts.look())] == [alike]


def test_what_was_split_is_bound_and_yet_no_candidate(make, desk) -> None:
    desk.add(
        make.told("a", SAID.format("rice"), date="2014-10-24", subject="rice", published="2014-10-25"),
        make.told("b", SAID.format("rice"), date="2014-10-24", subject="rice", published="2014-10-26"),
    )
    [one] = find_agreements(desk.file, Query())
    Review(desk.file, "Mai").split(one.record.id, [one.record.tellings[0]])
    with desk.file.reading() as connection:
        assert pairs.bound(connection) == []
        assert len(pairs.parted(connection)) == 1
    Review(desk.file, "Mai").undo()
    assert len(find_agreements(desk.file, Query())) == 1


def test_what_is_dated_years_apart_comes_last(make, desk) -> None:
    """A ministry and its like sign memorandums every few years: those of one year are looked at first."""
    days = {"a": "2014-10-24", "b": "2014-11-20", "c": "2022-05-02", "d": None}
    desk.add(
        *(
            make.told(
                name, SAID.format(name), date=day, subject=f"matter {name}", published=day or "2014-10-25", **more
            )
            for name, day in days.items()
            for more in ({} if day else {"parties": ("kr.motie", "vn.moit")},)
        )
    )
    found = {hit.record.date: hit.record.id for hit in find_agreements(desk.file, Query())}
    assert set(found) == set(days.values())
    a, b, c, d = (found[day] for day in days.values())
    with desk.file.reading() as connection:
        assert pairs.by_time(connection, [(a, c), (a, b), (b, c), (c, d)]) == [(a, b), (c, d), (a, c), (b, c)]
