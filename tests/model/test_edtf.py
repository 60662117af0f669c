"""EDTF values: their bounds, what contains what, and what can be the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.model import edtf

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def values(draw: st.DrawFn) -> str:
    """A value of any kind whose year is known."""
    one, two = sorted((draw(DAYS), draw(DAYS)))
    kind = draw(st.sampled_from(["day", "month", "year", "decade", "interval"]))
    if kind == "interval":
        return edtf.interval(edtf.month(one.year, one.month), edtf.month(two.year, two.month))
    makers = {
        "day": edtf.day,
        "month": lambda d: edtf.month(d.year, d.month),
        "year": lambda d: edtf.year(d.year),
        "decade": lambda d: edtf.decade(d.year),
    }
    return makers[kind](one)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-04-21", date(2023, 4, 21), date(2023, 4, 21)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2030", date(2030, 1, 1), date(2030, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2016/2025", date(2016, 1, 1), date(2025, 12, 31)),
        ("2020-03/2020-04", date(2020, 3, 1), date(2020, 4, 30)),
        ("/2023-04", date.min, date(2023, 4, 30)),
        ("2023-04/", date(2023, 4, 1), date.max),
    ],
)
def test_bounds(value: str, first: date, last: date) -> None:
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-05", "XXXX-12-04", "XXXX-01/XXXX-03"])
def test_an_unknown_year_has_no_bounds(value: str) -> None:
    assert edtf.is_edtf(value)
    assert edtf.bounds(value) is None


@pytest.mark.parametrize(
    "value", ["", "/", "23", "2023-13", "2023-02-30", "XXXX", "2023-4", "2025/2016", "soon", "2023-04-21T10:00", "0000"]
)
def test_no_edtf(value: str) -> None:
    assert not edtf.is_edtf(value)
    with pytest.raises(ValueError, match=r"\S"):
        edtf.bounds(value)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2023-04-21", "day"),
        ("2023-04", "month"),
        ("2023", "year"),
        ("198X", "decade"),
        ("2016/2025", "interval"),
        ("XXXX-05", "unresolved"),
    ],
)
def test_precision(value: str, wanted: str) -> None:
    assert edtf.precision(value) == wanted


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        ("2022", "2022-12-05", True),
        ("2022", "2023-01", False),
        ("XXXX-05", "2023-05-02", True),
        ("XXXX-05", "2023-06", False),
        ("XXXX-05", "2023", True),
        ("XXXX-12-04", "2022-12-05", False),
        ("XXXX-12-04", "XXXX-12", True),
        ("XXXX-05", "2022-01/2022-12", True),
        (None, "2022", True),
    ],
)
def test_compatible(one: str | None, two: str | None, wanted: bool) -> None:
    assert edtf.compatible(one, two) is wanted
    assert edtf.compatible(two, one) is wanted


@given(values())
def test_a_value_contains_itself_and_its_ends(value: str) -> None:
    bounds = edtf.bounds(value)
    assert bounds is not None
    assert edtf.contains(value, value)
    assert all(edtf.contains(value, edtf.day(end)) for end in bounds)
    assert not edtf.contains(value, edtf.day(bounds[1] + timedelta(days=1)))


@given(values(), values())
def test_containing_goes_with_compatible(one: str, two: str) -> None:
    assert edtf.compatible(one, two) == edtf.compatible(two, one)
    if edtf.contains(one, two):
        assert edtf.compatible(one, two)


@given(values(), values(), values())
def test_containing_is_transitive(one: str, two: str, three: str) -> None:
    if edtf.contains(one, two) and edtf.contains(two, three):
        assert edtf.contains(one, three)


@given(DAYS, DAYS)
def test_an_interval_runs_forward_or_not_at_all(one: date, two: date) -> None:
    if one <= two:
        assert edtf.bounds(edtf.interval(edtf.day(one), edtf.day(two))) == (one, two)
    else:
        with pytest.raises(ValueError, match="is before"):
            edtf.interval(edtf.day(one), edtf.day(two))


@given(st.text(max_size=30))
def test_any_text_is_edtf_or_not(text: str) -> None:
    assert edtf.is_edtf(text) in (True, False)
