"""Sorts stand for their tellings: comparing them gives what comparing the tellings gives."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactbook.record.compare import compare, contradict
from pactbook.record.identity import tellings
from pactbook.record.sorts import Sorts

SUBJECTS = ["free trade", "upgrade of the VKFTA", "Vietnam-Korea FTA", "smart grids", "a framework for 2024-2030"]
SUBJECTS += ["a centre in Hanoi", "a centre in Hue"]

cells = st.fixed_dictionaries(
    {
        "parties": st.sampled_from([("kr.koica",), ("kr.koica", "vn.most"), ("kr.motie", "vn.moit"), ("KR", "VN")]),
        "kind": st.sampled_from(["memorandum", "agreement", "treaty"]),
        "status": st.sampled_from(["planned", "signed", "ended"]),
        "date": st.sampled_from([None, "2014-10-24", "2014", "2016-01"]),
        "published": st.sampled_from([None, "2014-10-20", "2014-10-25", "2019"]),
        "subject": st.sampled_from(
            [
                "free trade",
                "upgrade of the VKFTA",
                "Vietnam-Korea FTA",
                "smart grids",
                "a framework for 2024-2030",
                "a centre in Hanoi",
            ]
        ),
        "sectors": st.sampled_from([(), ("science",), ("trade", "science"), ("energy",)]),
        "value": st.sampled_from([(), ((5e6, 5e6, "USD"),), ((7e6, 9e6, "USD"), (1e9, 1e9, "KRW"))]),
        "language": st.sampled_from(["en", "ko"]),
    }
)


def told(make, name, said):
    return tellings(make.told(name, f"Article {name} tells of it.", **said))[0]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=cells, other=cells)
def test_sorts_are_linked_and_clash_as_their_tellings_do(make, one, other) -> None:
    left, right = told(make, "one", one), told(make, "two", other)
    sorts = Sorts()
    a, b = sorts.learn(left), sorts.learn(right)
    link = compare(left, right)
    assert sorts.score(a, b) == sorts.score(b, a) == (link.score if link else None)
    showing = [tuple({number} for number in sorts.showing(sort)) for sort in (a, b)]
    assert sorts.clash(*showing) == contradict(left, right)
    assert (a == b) == (one == other)


def test_what_was_forgotten_is_learnt_again(make) -> None:
    sorts = Sorts()
    sort = sorts.learn(told(make, "one", {}))
    assert sorts.unknown([sort, "another"]) == ["another"]
    sorts._forget()
    assert sorts.unknown([sort]) == [sort]
    assert sorts.learn(told(make, "two", {})) == sort
