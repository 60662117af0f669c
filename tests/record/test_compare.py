"""When two accounts are of one agreement: cases, and that comparing is symmetric."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.compare import compare, contradict
from pactbook.record.identity import tellings

BASE = {
    "parties": ("kr.koica", "vn.most"),
    "date": "2014-10-24",
    "subject": "a research institute",
    "sectors": ["science"],
}


def _told(make, name, **cells):
    return tellings(make.told(name, f"Article {name} tells of it.", **(BASE | cells)))[0]


SAME = {
    "another paper, same words": {},
    "another language": {"language": "ko", "subject": "연구소 설립"},
    "called an agreement": {"kind": "agreement"},
    "month instead of day": {"date": "2014-10"},
    "no date, same week": {"date": None, "published": "2014-10-28"},
    "a day apart, over time zones": {"date": "2014-10-25"},
    "planned before, expected that month": {"status": "planned", "date": "2014-10", "published": "2014-09-01"},
    "in force a year later": {"status": "in_force", "date": "2015-10-01", "published": "2015-10-02"},
    "one party named": {"parties": ("kr.koica",)},
    "a third party named": {"parties": ("kr.koica", "vn.most", "vn.moit")},
    "recalled years later": {"date": "2014", "published": "2020-01-01", "status": "in_force"},
}
OTHER = {
    "another ministry": {"parties": ("kr.koica", "vn.moit")},
    "nobody in common": {"parties": ("kr.motie", "vn.moit")},
    "a treaty is no memorandum": {"kind": "treaty"},
    "signed three years later": {"date": "2017-10-24", "published": "2017-10-25"},
    "signed a week later": {"date": "2014-10-31"},
    "its renewal": {"subject": "renewal of the research institute", "date": None, "sectors": ["education"]},
    "another matter, without a date": {"subject": "rice", "sectors": ["agriculture"], "date": None, "published": None},
    "over before it was signed": {"status": "ended", "date": None, "published": "2012-01-01"},
    "signed again, nobody says when, years later": {
        "subject": "joint research",
        "sectors": ["science", "agriculture"],
        "date": None,
        "published": "2022-12-22",
    },
    "planned after it was signed": {"status": "planned", "date": "2016", "published": "2015-12-01"},
}


def test_the_name_of_a_kind_is_no_matter_in_common(make) -> None:
    plain = {"subject": "memorandum of understanding", "kind": "memorandum"}
    link = compare(_told(make, "left", **plain), _told(make, "right", **plain))
    assert link is not None
    assert not [reason for reason in link.reasons if "alike" in reason]


@pytest.mark.parametrize("cells", SAME.values(), ids=SAME)
def test_accounts_of_one_agreement_are_linked_and_are_candidates(make, cells):
    left, right = _told(make, "left"), _told(make, "right", **cells)
    link = compare(left, right)
    assert link is not None
    assert any("part" in reason for reason in link.reasons)
    assert looked_up(left) & filed_under(right)


@pytest.mark.parametrize("cells", OTHER.values(), ids=OTHER)
def test_accounts_of_two_agreements_are_not(make, cells):
    assert compare(_told(make, "left"), _told(make, "right", **cells)) is None


def test_one_article_tells_two_deals_apart(make):
    text = "KOICA and MOST signed. KOICA and MOST signed again."
    article = make.article("one", text)
    claims = [make.claim(text, q, **BASE) for q in ("KOICA and MOST signed.", "KOICA and MOST signed again.")]
    left, right = tellings(make.extraction(article, claims))
    assert left.id != right.id
    assert (left.rivals, right.rivals) == (1, 1)
    assert compare(left, right) is None


def test_where_an_article_tells_several_deals_of_the_parties_the_matter_decides(make):
    text = "KOICA and MOST signed on rice. KOICA and MOST signed on steel."
    article = make.article("two", text)
    rice, steel = (
        make.claim(text, quote, parties=BASE["parties"], date=BASE["date"], subject=subject, sectors=[sector])
        for quote, subject, sector in (
            ("KOICA and MOST signed on rice.", "rice", "agriculture"),
            ("KOICA and MOST signed on steel.", "steel", "machinery"),
        )
    )
    told = tellings(make.extraction(article, [rice, steel]))
    korean = _told(make, "ko", language="ko", subject="쌀", sectors=["agriculture"])
    assert [compare(t, korean) is not None for t in told] == [True, False]


cells = st.fixed_dictionaries(
    {
        "parties": st.sampled_from(
            [("kr.koica", "vn.most"), ("kr.koica",), ("KR", "VN"), ("kr.koica", "vn.moit", "vn.most")]
        ),
        "kind": st.sampled_from(["memorandum", "agreement", "treaty", "loan"]),
        "status": st.sampled_from(["proposed", "planned", "signed", "in_force", "ended"]),
        "date": st.sampled_from([None, "2014-10-24", "2014", "2012/2015", "XXXX-05", "2016-01", "no date"]),
        "subject": st.sampled_from(["a research institute", "", "renewed credit", "연구소"]),
        "sectors": st.sampled_from([(), ("science",), ("science", "finance"), ("finance",)]),
        "value": st.sampled_from([(), ((1e6, 1e6, "USD"),), ((5e6, 5e6, "USD"), (1e9, 1e9, "KRW"))]),
        "published": st.sampled_from([None, "2014-10-25", "2016-02-01", "2014-10"]),
        "language": st.sampled_from(["en", "vi", "ko"]),
    }
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells, cells)
def test_comparing_is_symmetric_and_what_is_linked_does_not_contradict(make, one, other):
    left, right = _told(make, "left", **one), _told(make, "right", **other)
    assert compare(left, right) == compare(right, left)
    assert contradict(left, right) == contradict(right, left)
    assert not (compare(left, right) and contradict(left, right))
    assert bool(looked_up(left) & filed_under(right)) == bool(looked_up(right) & filed_under(left))
