"""One kind of deal, the same parties, one day, and still another object. Invented deals."""

from __future__ import annotations

import pytest

from pactbook.record.compare import compare, weigh
from pactbook.record.identity import tellings
from pactbook.record.looks import look_of
from pactbook.record.objects import founded, term, where

BUILDER = {
    "parties": ("kr.hanbit-foundation",), "kind": "contract", "date": "2019-05-20", "published": "2019-05-21",
    "sectors": ["construction"],
}  # fmt: skip
LENDERS = {
    "parties": ("KR", "VN"), "kind": "agreement", "date": "2023-12", "published": "2024-01-05",
    "sectors": ["development", "finance"],
}  # fmt: skip
MINERS = {
    "parties": ("kr.motie", "vn.moit"), "kind": "memorandum", "date": None, "sectors": ["minerals"],
    "published": "2023-06-26",
}  # fmt: skip


def told(make, name, **cells):
    return tellings(make.told(name, f"Article {name} tells of it.", **cells))[0]


def both(make, common, left, right, **later):
    return told(make, "left", **common, subject=left), told(make, "right", **(common | later), subject=right)


@pytest.mark.parametrize(
    ("feature", "left", "right", "points"),
    [
        pytest.param(where, "a hotel in Hanoi", "khách sạn tại TP.HCM", -5, id="two-cities"),
        pytest.param(where, "a hotel in Hanoi", "하노이 호텔 신축", 1, id="one-city-in-two-scripts"),
        pytest.param(where, "đường Bắc Giang - Lạng Sơn", "a road in Lang Son", 1, id="one-of-two-places"),
        pytest.param(where, "a hotel in Hanoi", "the Lotus hotel", 0, id="a-place-untold"),
        pytest.param(term, "EDCF framework for 2016-2020", "khung EDCF 2021-2025", -5, id="the-next-term"),
        pytest.param(term, "EDCF framework for 2016-2020", "2016∼20년 EDCF 기본협정", 1, id="one-term"),
        pytest.param(term, "EDCF framework for 2016-2020", "EDCF framework", 0, id="a-term-untold"),
        pytest.param(founded, "a centre for minerals", "cooperation on minerals", -2, id="a-centre-is-more"),
        pytest.param(founded, "a centre for minerals", "핵심광물 공급망센터", 0, id="a-centre-in-two-languages"),
        pytest.param(founded, "a joint committee", "quỹ chung", -2, id="a-committee-is-no-fund"),
        pytest.param(founded, "percentage of refunds", "schooling", 0, id="whole-words-only"),
    ],
)
def test_what_tells_objects_apart(make, feature, left, right, points) -> None:
    one, other = map(look_of, both(make, BUILDER, left, right))
    assert feature(one, other).points == feature(other, one).points == points


def test_two_buildings_of_one_builder_signed_on_one_day_are_two(make) -> None:
    assert compare(*both(make, BUILDER, "하노이 로터스호텔 신축공사", "apartments in Ho Chi Minh City")) is None
    assert compare(*both(make, BUILDER, "호찌민 아파트 신축", "apartments in Ho Chi Minh City")) is not None


def test_the_next_framework_is_not_the_one_after_it(make) -> None:
    early = {"status": "planned", "date": "2021", "published": "2020-05-28"}
    assert compare(*both(make, LENDERS, "EDCF framework for 2024-2030", "차기 EDCF 기본약정", **early)) is None
    close = {"status": "planned", "date": "2023-12", "published": "2023-06-23"}
    assert compare(*both(make, LENDERS, "EDCF framework for 2024-2030", "EDCF 기본약정", **close)) is not None


def test_an_undated_account_goes_to_the_cooperation_before_it_goes_to_the_centre(make) -> None:
    undated = told(make, "x", **(MINERS | {"published": None}), subject="look for and develop critical minerals")
    centre = told(make, "y", **(MINERS | {"date": "2023-06-23"}), subject="a supply chain centre for critical minerals")
    other = told(make, "z", **(MINERS | {"date": "2022-12-05"}), subject="core-mineral supply chains")
    assert weigh(undated, other).score > weigh(undated, centre).score


def test_what_is_still_planned_long_after_one_was_signed_is_another(make) -> None:
    signed = told(make, "x", published="2014-10-25", date=None)
    late = told(make, "y", published="2014-11-10", date=None, status="planned")
    another = told(make, "z", published="2015-03-01", date=None, status="planned")
    assert compare(signed, late) is not None
    assert compare(signed, another) is None


def test_neighbouring_years_are_no_day_apart(make) -> None:
    one, next_year = told(make, "x", date="2014"), told(make, "y", date="2015")
    assert compare(one, next_year) is None
    day, month = (told(make, n, date=d, published=None) for n, d in (("x", "2014-10-31"), ("y", "2014-11")))
    assert compare(day, month) is not None


def test_what_two_ministries_agree_under_a_treaty_is_not_the_treaty(make) -> None:
    news = {"published": "2022-12-06", "sectors": ["trade"]}
    treaty = told(make, "x", **news, parties=("GB", "VN"), kind="treaty", date=None, subject="UKVFTA")
    rules = {"kind": "agreement", "date": "2022-12-05", **news}
    ministries = told(make, "y", **rules, parties=("vn.moit", "kr.motie"), subject="quy tắc xuất xứ trong UKVFTA")
    assert compare(treaty, ministries) is None
    states = told(make, "z", **rules, parties=("VN", "GB"), subject="Hiệp định UKVFTA")
    assert compare(treaty, states) is not None
