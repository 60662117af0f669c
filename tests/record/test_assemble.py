"""What tellings add up to, cell by cell."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactbook.record.assemble import assemble, assemble_all
from pactbook.record.identity import tellings


def _told(make, name, origin=None, **cells):
    return tellings(make.told(name, f"Article {name} tells of it.", **cells), origin)[0]


def test_sources_that_agree_confirm_and_a_coarse_date_backs_an_exact_one(make):
    record = assemble([_told(make, "a", date="2014-10-24"), _told(make, "b", date="2014-10")])
    assert (record.date, record.cell("date").level) == ("2014-10-24", "confirmed")
    assert record.cell("kind").level == "confirmed"
    assert record.cell("place").level == "missing"


def test_one_source_is_unique(make):
    assert assemble([_told(make, "a")]).cell("kind").level == "unique"


def test_more_sources_are_a_majority_and_the_minority_is_kept(make):
    told = [_told(make, n, kind=k) for n, k in (("a", "memorandum"), ("b", "memorandum"), ("c", "agreement"))]
    cell = assemble(told).cell("kind")
    assert (cell.level, cell.value) == ("majority", "memorandum")
    assert [(r.value, r.sources) for r in cell.reported] == [("memorandum", 2), ("agreement", 1)]


def test_as_many_for_one_as_for_the_other_is_a_conflict(make):
    cell = assemble([_told(make, "a", date="2014-10-24"), _told(make, "b", date="2014-10-25")]).cell("date")
    assert cell.level == "conflict"
    assert {r.value for r in cell.reported} == {"2014-10-24", "2014-10-25"}


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        pytest.param("Hanoi", "Hà Nội", "confirmed", id="a city in two languages"),
        pytest.param("서울", "Seoul", "confirmed", id="its short Korean name"),
        pytest.param("TP. Hồ Chí Minh", "Ho Chi Minh City", "confirmed", id="an abbreviation"),
        pytest.param("the Blue House", "the blue house", "confirmed", id="capitals"),
        pytest.param("Hanoi", "Seoul", "conflict", id="two cities"),
        pytest.param("the Blue House", "Seoul", "conflict", id="a house is not its city"),
    ],
)
def test_a_place_is_one_by_whatever_name(make, one, other, level):
    assert assemble([_told(make, "a", place=one), _told(make, "b", place=other)]).cell("place").level == level


def test_copies_count_once(make):
    told = [_told(make, n, origin="a", kind="agreement") for n in "abc"]
    told += [_told(make, n, kind="memorandum") for n in "de"]
    cell = assemble(told).cell("kind")
    assert (cell.level, cell.value, cell.reported[0].sources) == ("majority", "memorandum", 2)


def test_the_status_is_the_furthest_stage_and_the_history_keeps_the_others_by_day(make):
    record = assemble(
        [
            _told(make, "later", status="in_force", published="2015-12-21", date="2015-12-20"),
            _told(make, "first", status="planned", published="2015-01-02", date="2015"),
            _told(make, "then", status="signed", published="2015-05-06", date="2015-05-05"),
        ]
    )
    assert (record.status, record.date) == ("in_force", "2015-05-05")
    assert [(s.status, s.published) for s in record.history] == [
        ("planned", "2015-01-02"),
        ("signed", "2015-05-06"),
        ("in_force", "2015-12-21"),
    ]


def test_parties_that_most_sources_name_are_parties(make):
    told = [_told(make, n, parties=("kr.koica", "vn.most")) for n in "abcd"]
    record = assemble([*told, _told(make, "e", parties=("kr.koica", "vn.most", "vn.moit"))])
    assert record.parties == ("kr.koica", "vn.most")
    assert record.cell("parties").level == "majority"


def test_amounts_are_kept_apart_never_summed(make):
    told = [
        _told(make, "a", value=[(35e6, 35e6, "USD")]),
        _told(make, "b", value=[(35e6, 35e6, "USD"), (2.0, 3.0, "EUR")]),
    ]
    assert [(w.low, w.currency, w.sources) for w in assemble(told).value] == [(35e6, "USD", 2), (2.0, "EUR", 1)]


def test_every_cell_says_by_which_rule_its_value_was_chosen(make):
    told = [
        _told(make, "a", status="planned", published="2014-01-02", date="2014-10"),
        _told(make, "b", published="2014-10-25"),
        _told(make, "c", kind="agreement", published="2014-10-26", subject="an institute", place="Hanoi"),
        _told(make, "d", published="2014-10-25"),
    ]
    assert {c.name: c.rule for c in assemble(told).cells} == {
        "parties": "all sources agree",
        "kind": "the value of most independent sources",
        "status": "the furthest stage reported: all sources agree",
        "date": "the day of signing: all sources agree",
        "place": "the only source",
        "subject": "the latest report's wording",
    }
    planned = assemble(told[:1])
    assert planned.cell("date").rule == "not yet signed, so the planned day: the only source"
    assert planned.cell("place").rule == ""


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    cells=st.lists(
        st.fixed_dictionaries(
            {
                "parties": st.sampled_from([("kr.koica", "vn.most"), ("kr.koica",), ("kr.motie", "vn.moit")]),
                "status": st.sampled_from(["planned", "signed"]),
                "date": st.sampled_from([None, "2014-10-24", "2015"]),
                "sectors": st.sampled_from([("science",), ("finance",)]),
            }
        ),
        max_size=12,
    ),
    order=st.randoms(use_true_random=False),
)
def test_the_record_is_a_function_of_the_claims_in_any_order(make, cells, order: random.Random):
    told = [_told(make, str(n), **c) for n, c in enumerate(cells)]
    shuffled = list(told)
    order.shuffle(shuffled)
    records = assemble_all({t.id: t for t in told})
    assert records == assemble_all({t.id: t for t in shuffled})
    assert sorted(t for r in records for t in r.tellings) == sorted(t.id for t in told)
    assert all(r.id == min(r.tellings) for r in records)
