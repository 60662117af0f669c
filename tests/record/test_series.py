"""Figures over time: who agrees with whom, what is a part of what, what came of a target. Invented amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.model.claim import FigureClaim
from pactbook.model.figure import Reading
from pactbook.model.span import Span
from pactbook.record.series import agree, is_accumulated, series


def said(amount: float, origin: str = "a", **cells: object) -> Reading:
    """An article's figure; by default the actual two-way trade of 2022 in US dollars."""
    span = Span(0, 1, f"{amount:g}")
    claim = FigureClaim(
        span=span,
        low=float(cells.get("low", amount)),
        high=amount,
        currency=str(cells.get("currency", "USD")),
        qualifier=str(cells.get("qualifier", "exact")),
        measure=str(cells.get("measure", "trade_turnover")),
        status=str(cells.get("status", "actual")),
        period=cells.get("period", "2022"),
        source="KR",
        target="VN",
    )
    return Reading(
        f"{origin}-{amount:g}-{cells.get('currency', '')}", origin, cells.get("published", "2023-01-10"), claim
    )


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        pytest.param(said(87.7e9), said(87.69e9), True, id="rounded"),
        pytest.param(said(88e9), said(87.7e9), True, id="rounded-to-billions"),
        pytest.param(said(86e9), said(87.7e9), False, id="another-number"),
        pytest.param(said(87e9, qualifier="over"), said(87.7e9), True, id="over-allows-more"),
        pytest.param(said(87e9, qualifier="over"), said(86.1e9), False, id="over-allows-no-less"),
        pytest.param(said(90e9, qualifier="under"), said(87.7e9), True, id="nearly"),
        pytest.param(said(90e9, qualifier="about"), said(87.7e9), True, id="about"),
        pytest.param(said(90e9, low=80e9), said(87.7e9), True, id="a-range-holds-it"),
        pytest.param(said(100e9, qualifier="up_to"), said(60e9), False, id="up-to-is-not-anything"),
    ],
)
def test_whether_two_articles_agree(one: Reading, other: Reading, agreed: bool) -> None:
    assert agree(one, other) is agree(other, one) is agreed


amounts = st.floats(1e6, 1e12)
qualifiers = st.sampled_from(["exact", "about", "over", "under", "up_to"])


@given(amounts, qualifiers, amounts, qualifiers)
def test_agreement_is_mutual_and_everybody_agrees_with_himself(a: float, p: str, b: float, q: str) -> None:
    one, other = said(round(a), qualifier=p), said(round(b), qualifier=q)
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


def test_the_value_that_most_sources_back_stands_and_the_others_are_kept() -> None:
    [one] = series([said(87.7e9, "a"), said(88e9, "b"), said(81e9, "c")])
    [point] = one.points
    assert (point.high, point.level, len(point.readings)) == (87.7e9, "majority", 3)


def test_as_many_against_as_for_is_a_conflict_and_copies_count_once() -> None:
    [one] = series([said(87.7e9, "a"), said(81e9, "b")])
    assert one.points[0].level == "conflict"
    [one] = series([said(87.7e9, "a"), said(87.7e9, "a")])
    assert one.points[0].level == "unique"


def test_of_three_at_odds_the_one_amid_them_stands() -> None:
    """An article may name another country's trade: its sum is exact, the latest, and no neighbour of any other."""
    [point] = series([said(81.5e9, "a"), said(86.7e9, "b"), said(272.95e9, "c", published="2024-01-10")])[0].points
    assert (point.low, point.level) == (86.7e9, "conflict")


def test_lesser_sums_of_one_source_are_parts_of_its_whole() -> None:
    [one] = series([said(13.5e9, "a"), said(4.5e9, "a"), said(13.5e9, "b")])
    [point] = one.points
    assert (point.high, point.level, [r.claim.high for r in point.parts]) == (13.5e9, "confirmed", [4.5e9])


def test_a_target_stands_beside_what_came_of_it() -> None:
    [one] = series([said(100e9, status="target", period="2020"), said(66e9, period="2020")])
    assert [(p.status, p.reached) for p in one.points] == [("actual", None), ("target", 0.66)]


def test_meanings_statuses_times_and_currencies_never_mix() -> None:
    readings = [
        said(1e9),
        said(1e9, measure="exports"),
        said(1e9, status="target"),
        said(1e9, period="2021"),
        said(1e12, currency="KRW"),
        said(1e9, measure="contract_value"),
    ]
    found = series(readings)
    assert [(s.measure, len(s.points)) for s in found] == [("exports", 1), ("trade_turnover", 4)]


def test_won_get_their_equivalent_at_the_rate_of_their_year() -> None:
    [one] = series([said(1.29145e12, currency="KRW")])
    equivalent = one.points[0].dollars
    assert equivalent is not None
    assert (equivalent.high, equivalent.rate, equivalent.year) == (1e9, 1291.45, 2022)
    assert "World Bank" in equivalent.source


def test_a_stock_without_a_time_is_as_of_the_month_of_its_article() -> None:
    stocks = [
        said(64e9, measure="fdi_registered", period=None, published=f"2019-1{n}-20", origin=str(n)) for n in (1, 2)
    ]
    [one] = series(stocks)
    assert [p.period for p in one.points] == ["2019-11", "2019-12"]


@pytest.mark.parametrize(
    ("measure", "period", "status", "wanted"),
    [
        ("fdi_registered", None, "actual", True),
        ("fdi_registered", "2014-10", "actual", True),
        ("fdi_registered", "2017-03-20", "actual", True),
        ("fdi_registered", "2014", "actual", False),
        ("fdi_registered", "2014-01/2014-10", "actual", False),
        ("fdi_registered", "2030", "target", False),
        ("fdi_disbursed", "2014-10", "actual", False),
        ("trade_turnover", "2014-10", "actual", False),
    ],
)
def test_all_so_far_is_told_from_what_a_time_brought(
    measure: str, period: str | None, status: str, wanted: bool
) -> None:
    assert is_accumulated(measure, period, status) is wanted
