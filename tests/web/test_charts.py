"""Geometry of charts: what is drawn is what was counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.model.figure import Point
from pactbook.web.charts.bars import stacked
from pactbook.web.charts.scale import ticks, whole_ticks
from pactbook.web.charts.timeline import timeline


@given(st.floats(min_value=1e-3, max_value=1e15))
def test_ticks_reach_the_highest_and_are_even(highest: float) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest * (1 - 1e-9)
    assert found[-2] < highest
    assert 2 <= len(found) <= 7


@pytest.mark.parametrize(("highest", "wanted"), [(1, [0, 1]), (3, [0, 1, 2, 3]), (54, [0, 20, 40, 60])])
def test_counts_have_whole_ticks(highest: int, wanted: list[float]) -> None:
    assert whole_ticks(highest) == wanted


@given(st.dictionaries(st.sampled_from("abcdef"), st.dictionaries(st.sampled_from("xyz"), st.integers(0, 500))))
def test_bars_are_as_high_as_their_numbers(counts: dict[str, dict[str, int]]) -> None:
    drawn = stacked(counts, "xyz", lambda column, part: f"/{column}/{part}", str.upper)
    total = sum(n for column in counts.values() for n in column.values())
    assert sum(sum(numbers) for _, numbers in drawn.rows) == total
    top = min((t.at for t in drawn.up), default=0)
    for block in drawn.blocks:
        assert block.y >= top - 0.2
        assert block.y + block.height <= drawn.base + 0.2
        assert block.x >= drawn.left
        assert block.x + block.width <= drawn.width
    heights = {b.title: b.height for b in drawn.blocks}
    numbers = {f"{c}, {p.upper()}": n for c, column in counts.items() for p, n in column.items() if n}
    assert set(heights) == {f"{name}: {n}" for name, n in numbers.items()}
    if heights:
        unit = max(heights.values()) / max(numbers.values())
        assert all(abs(heights[f"{name}: {n}"] - n * unit) <= 0.21 for name, n in numbers.items())


def _point(period: str | None, low: float, status: str = "actual", reached: float | None = None) -> Point:
    return Point(period, status, "USD", low, low, "unique", (), reached=reached)


def test_whole_years_are_joined_and_targets_lead_to_what_came_of_them() -> None:
    points = [
        _point("2020", 50e9),
        _point("2021", 80e9),
        _point("2021", 100e9, "target", 0.8),
        _point("2022-01/2022-06", 45e9),
        _point(None, 9e9),
    ]
    drawn = timeline(points, lambda point: f"/{point.period}")
    assert drawn is not None
    assert drawn.unit == "billion USD"
    first, second, aim, half = drawn.dots
    assert drawn.line == f"{first.x},{first.y} {second.x},{second.y}"
    assert aim.aim
    assert aim.came_to == second.y
    assert aim.x == second.x
    assert aim.y < second.y < first.y
    assert half.from_x is not None
    assert second.x < half.from_x < half.x
    assert "80% of it reached" in aim.title
    assert drawn.dots[0].href == "/2020"


def test_one_point_is_no_drawing() -> None:
    assert timeline([_point("2020", 1.0), _point(None, 2.0)], lambda _: "") is None


def test_what_there_is_in_all_is_a_line_of_its_own_and_parts_of_it_stay_off() -> None:
    heaped = [
        replace(_point(period, low), accumulated=True)
        for period, low in (("2014-10", 33e9), ("2014-11", 1e9), ("2015-03", 38e9), ("2023-12-20", 80e9))
    ]
    drawn = timeline(heaped, lambda point: f"/{point.period}")
    assert drawn is not None
    assert drawn.accumulated
    first, part, second, third = drawn.dots
    assert drawn.line == " ".join(f"{dot.x},{dot.y}" for dot in (first, second, third))
    assert part.y > first.y


def test_a_telephone_gets_a_drawing_of_its_own_with_the_latest_columns() -> None:
    counts = {str(year): {"x": year - 1989} for year in range(1990, 2025)}
    drawn = stacked(counts, "x", lambda column, part: f"/{column}", str.upper)
    assert drawn.narrow is not None
    assert drawn.narrow.width <= 320
    assert [column for column, _ in drawn.narrow.rows] == [str(year) for year in range(2005, 2025)]
    assert max(b.x + b.width for b in drawn.narrow.blocks) <= drawn.narrow.width
    gaps = [b.at - a.at for a, b in pairwise(drawn.narrow.across)]
    assert min(gaps) >= 30
