"""Which bodies are likely one: invented firms and offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.record.namesakes import LIKELY, Profile, blocks_of, likely_one

DEAL = ("vn.most", "memorandum", "2021-03-04")


def body(key: str, *names: str, kind: str = "company", country: str | None = "KR", deals=()) -> Profile:
    return Profile(key, frozenset(names), kind, country, frozenset(deals))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param(
            body("vn.a", "Công ty Cổ phần Hoa Ban Xanh", country="VN"),
            body("vn.b", "Công ty TNHH Hoa Ban Xanh", country="VN"),
            "legal form",
            id="legal-forms",
        ),
        pytest.param(
            body("kr.a", "Hanbit Rural Research Council", kind="research"),
            body("kr.b", "HRRC", kind="research"),
            "first letters",
            id="acronym",
        ),
        pytest.param(body("kr.a", "Daehwa Marine Tech"), body("kr.b", "Daewha Marine Tech"), "alike", id="spelling"),
        pytest.param(
            body("kr.a", "대화농업재단", deals=[DEAL]),
            body("kr.b", "Daehwa Farming Foundation", deals=[DEAL]),
            "both have a memorandum with vn.most",
            id="translation-by-the-deal",
        ),
    ],
)
def test_likely_one(one: Profile, other: Profile, reason: str) -> None:
    found = likely_one(one, other)
    assert found is not None
    assert found.score >= LIKELY
    assert any(reason in said for said in found.reasons)
    assert set(blocks_of(one)) & set(blocks_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(body("kr.a", "Daehwa Tech"), body("vn.b", "Daehwa Tech", country="VN"), id="two-countries"),
        pytest.param(body("kr.a", "Daehwa"), body("kr.b", "Daehwa", kind="hospital"), id="two-kinds"),
        pytest.param(body("vn.a", "Hospital 103"), body("vn.b", "Hospital 108"), id="another-number"),
        pytest.param(body("kr.koica", "KOICA"), body("kr.kotra", "KOICA"), id="both-in-the-gazetteer"),
        pytest.param(body("kr.a", "Hanul Bank"), body("kr.b", "Sebit Steel"), id="nothing-in-common"),
    ],
)
def test_surely_or_likely_two(one: Profile, other: Profile) -> None:
    assert likely_one(one, other) is None


names = st.sampled_from(["HRRC", "Hanbit Rural Research Council", "Hanbit", "한빛", "Hanbit Co., Ltd", "", "Công ty"])
profiles = st.builds(
    Profile,
    st.sampled_from(["kr.a", "kr.b", "kr.koica"]),
    st.frozensets(names),
    st.sampled_from(["company", "other"]),
    st.sampled_from(["KR", None]),
    st.frozensets(st.sampled_from([DEAL]), max_size=1),
)


@given(profiles, profiles)
def test_comparing_is_symmetric_and_blocks_hold_all_that_is_found_by_more_than_spelling(one, other) -> None:
    found = likely_one(one, other)
    assert (found is None) == (likely_one(other, one) is None)
    if found and not any("alike" in said for said in found.reasons):
        assert set(blocks_of(one)) & set(blocks_of(other))
