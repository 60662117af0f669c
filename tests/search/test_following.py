"""A law: what follows what a write touched, and what was kept in the record, is what is read anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from pactbook.errors import QueryError
from pactbook.pipeline.book import Record
from pactbook.record.totals import totals
from pactbook.search import ahead, namesakes, series
from pactbook.search.catalogue import keeping
from pactbook.search.catalogue.shelf import Shelf
from pactbook.search.doubts import nearness
from pactbook.search.page import find_page
from pactbook.search.query import Query, What
from pactbook.search.tally import Tally, tally
from pactbook.search.totals import add_up
from pactbook.store import journal
from pactbook.store.agreements import read_agreements
from pactbook.store.counting import Counts, count
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreement_parties, agreements
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.figures import figure_claims
from pactbook.store.tables.journal import kept
from pactbook.store.writing import Reading, write

KINDS: tuple[What, ...] = get_args(What)
ORDERS = ("date", "end", "sources", "amount")
PARTIES = [
    ("kr.koica", "vn.most"),
    ("kr.koica",),
    ("kr.motie", "vn.moit"),
    ("kr.gyeongnam", "vn.dong-nai", "KR"),
    # One body, heard in two scripts.
    ("kr.hanbit", "vn.most"),
    ("kr.한빛군", "vn.most"),
]

# Few values, so that claims join the same agreements and leave them again.
told = st.fixed_dictionaries(
    {
        "name": st.sampled_from("abcdef"),
        "version": st.sampled_from(["1", "2"]),
        "parties": st.sampled_from(PARTIES),
        "kind": st.sampled_from(["memorandum", "agreement"]),
        "status": st.sampled_from(["signed", "planned"]),
        "date": st.sampled_from([None, "2014-10-24", "2016", "2019/2021"]),
        "subject": st.sampled_from(["a research institute", "a rice farm"]),
        "sectors": st.sampled_from([("science",), ("science", "finance"), ()]),
        "value": st.sampled_from([(), ((1e6, 1e6, "USD"),), ((3e9, 5e9, "VND"), (2e6, 2e6, "USD"))]),
        "published": st.sampled_from([None, "2014-10-25", "2020-01-01"]),
        "outlet": st.sampled_from([None, "VNA", "Yonhap"]),
        "figure": st.sampled_from([None, "10", "20"]),
    }
)
EDITS = [("kind", "loan"), ("parties", "KOICA; vn.moit"), ("date", ""), ("value", "9000000 USD"), ("sectors", "energy")]
place = st.integers(0, 5)
decided = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject"]), place),
    st.tuples(st.just("edit"), place, st.sampled_from(EDITS)),
    st.tuples(st.sampled_from(["merge", "differ"]), place, place),
    st.tuples(st.just("figure"), place, st.sampled_from([("measure", "exports"), ("value", "70 USD"), None])),
    st.tuples(st.just("same"), st.sampled_from([("kr.koica", "kr.gyeongnam"), ("vn.most", "vn.moit")])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("rebuild")),
    st.tuples(st.just("keep")),
)  # fmt: skip
steps = st.lists(st.one_of(st.lists(told, min_size=1, max_size=3), decided), min_size=2, max_size=8)


def held(connection: Connection, shelf: Shelf) -> dict[str, Any]:
    """All that a shelf can be asked for, by the ids of things."""
    ids, there = shelf.ids, set(connection.scalars(select(agreement_claims.c.key)))
    return {
        "days": {ids[n]: shelf.days(n) for n in shelf.everything},
        "facets": {
            name: {
                value: sorted(ids[n] for n in shelf.having(connection, name, [value]))
                for value in shelf.values(connection, name)
            }
            for name in shelf.kind.loads
        },
        "columns": {
            name: {ids[n]: value for n, value in shelf.column(connection, name).items() if n in shelf.everything}
            for name in shelf.kind.columns
        },
        "orders": {name: [ids[n] for n in shelf.order(connection, name).sort(shelf.everything)] for name in ORDERS},
        # A row whose claim is gone is not in the index any more: nobody asks whose it was.
        "rows": {row: ids[n] for row, n in enumerate(shelf.rows(connection)) if n in shelf.everything and row in there}
        if shelf.kind.rows
        else {},
    }  # fmt: skip


def same_as_read(record: RecordFile) -> None:
    with record.reading() as connection:
        for what in KINDS:
            followed = held(connection, keeping.shelf(connection, what))
            read = held(connection, Shelf.read(connection, keeping.shelf(connection, what).kind))
            assert sort_names(followed) == sort_names(read), what
        assert series.SERIES.at(connection) == series._read(connection)
        assert nearness.NEAR.at(connection) == nearness._read(connection)
        assert namesakes.NAMESAKES.at(connection) == namesakes._read(connection)
        every = [
            found for found, _ in read_agreements(connection, keeping.shelf(connection, "agreements").number).values()
        ]
        assert shown(connection) == {found.id: found.parties for found in every}
    same_as_counted(tally(record), count(record))
    assert add_up(record, Query()) == totals(every)


def shown(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Agreement → the parties that ties, the network and the timeline count, in order."""
    party = agreement_parties.c
    rows = connection.execute(select(party.agreement, party.party).where(party.n.is_not(None)).order_by(party.n)).all()
    names = connection.scalars(select(agreements.c.id)).all()
    return {name: tuple(row.party for row in rows if row.agreement == name) for name in names}


def same_as_counted(held: Tally, counted: Counts) -> None:
    assert asdict(held).items() <= asdict(counted).items()


def opened_again(record: RecordFile) -> None:
    """Who opens the record next finds in it what was kept, and follows it from there."""
    with RecordFile.open(record.path) as later:
        same_as_read(later)


def sort_names(state: dict[str, Any]) -> dict[str, Any]:
    """Names of a body have no order; a value that nothing has any more counts for nothing."""
    columns = state["columns"]
    if "names" in columns:
        columns["names"] = {name: sorted(called) for name, called in columns["names"].items()}
    state["facets"] = {f: {v: ids for v, ids in values.items() if ids} for f, values in state["facets"].items()}
    return state


@contextmanager
def new_record() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, RecordFile.open(Path(folder, "r.pactbook")) as file:
        yield Record(file)


@pytest.fixture(autouse=True)
def always_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of these few things are touched."""
    monkeypatch.setattr(keeping, "_MANY", 0)
    monkeypatch.setattr(series, "_MANY", 0)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(walk=steps)
def test_following_is_reading_anew(make, walk):
    with new_record() as book:
        same_as_read(book._file)
        for step in walk:
            if isinstance(step, list):
                add(book, make, step)
            else:
                with suppress(QueryError):
                    decide(book, *step)
            same_as_read(book._file)
            opened_again(book._file)


def add(book: Record, make: Any, cells: list[dict[str, Any]]) -> None:
    readings = []
    for one in {cell["name"]: cell for cell in cells}.values():
        name, sum_told = one["name"], one["figure"]
        # Two names of one letter tell the same: near-copies.
        sentence = f"KOICA and MOST of Dong Nai signed what {'abc'.find(name) // 2} says in many words of ours."
        extraction = make.told(
            name, sentence, source=f"{name}.txt", **{k: v for k, v in one.items() if k not in ("name", "figure")}
        )
        if sum_told:
            figure = make.figure(sentence, "many", low=float(sum_told), period="2014" if sum_told == "10" else None)
            extraction = make.extraction(extraction.article, extraction.agreements, [figure], version=one["version"])
        readings.append(Reading(f"{name}.txt", f"hash {name} {one['version']}", one["version"], extraction))
    write(book._file, readings)


def decide(book: Record, verb: str, *about: Any) -> None:
    review = book.review("an analyst")
    with book._file.reading() as connection:
        deals = connection.scalars(select(agreements.c.id).order_by(agreements.c.id)).all()
        sums = connection.scalars(select(figure_claims.c.id).order_by(figure_claims.c.id)).all()
    on_all = {"rebuild": lambda: book.rebuild(workers=1), "keep": book.keep, "undo": review.undo}
    if verb in on_all:
        on_all[verb]()
    elif verb == "same":
        review.same(*about[0])
    elif verb == "figure" and sums:
        key = sums[about[0] % len(sums)]
        review.edit(key, *about[1]) if about[1] else review.reject(key)
    elif deals:
        key = deals[about[0] % len(deals)]
        if verb == "edit":
            review.edit(key, *about[1])
        elif verb in ("accept", "reject"):
            getattr(review, verb)(key)
        elif verb == "merge":
            review.merge([key, deals[about[1] % len(deals)]])
        elif verb == "differ":
            review.differ(key, deals[about[1] % len(deals)])


def test_a_write_is_followed_without_reading_all(make, desk, monkeypatch):
    """What costs seconds in a large record happens once."""
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    assert find_page(desk.file, "agreements", Query()).total == 1
    monkeypatch.setattr(Shelf, "read", None)
    desk.add(make.told("b", "MOTIE and MOIT signed a plan.", parties=("kr.motie", "vn.moit"), date="2020"))
    assert find_page(desk.file, "agreements", Query()).total == 2
    assert find_page(desk.file, "agreements", Query.of("plan")).total == 1


def test_who_began_to_read_before_a_write_sees_the_state_before(make, desk):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    with desk.file.reading() as early:
        before = keeping.shelf(early, "agreements")
        desk.add(make.told("b", "MOTIE and MOIT signed a plan.", parties=("kr.motie", "vn.moit"), date="2020"))
        with desk.file.reading() as late:
            assert keeping.shelf(late, "agreements").size == 2
        assert keeping.shelf(early, "agreements") is before
        assert before.size == 1


def test_where_the_journal_does_not_reach_back_everything_is_read(make, desk):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    assert find_page(desk.file, "articles", Query()).total == 1
    desk.add(make.told("b", "MOTIE and MOIT signed a plan.", parties=("kr.motie", "vn.moit"), date="2020"))
    with desk.file.writing() as connection:
        journal.touch_all(connection)
    assert find_page(desk.file, "articles", Query()).total == 2
    same_as_read(desk.file)


def test_who_asks_while_a_shelf_is_being_read_gets_the_whole_answer(make, desk, monkeypatch):
    """Two visitors at once, or a visitor while the server reads ahead."""
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    slow, reading, go_on = Shelf._with_rows, Event(), Event()

    def with_rows(self, connection, rows, only):
        reading.set()
        go_on.wait(10)
        return slow(self, connection, rows, only)

    monkeypatch.setattr(Shelf, "_with_rows", with_rows)
    totals = []
    ask = [Thread(target=lambda: totals.append(find_page(desk.file, "agreements", Query.of("memorandum")).total))]
    ask += [Thread(target=lambda: totals.append(find_page(desk.file, "agreements", Query.of("signed")).total))]
    ask[0].start()
    reading.wait(10)
    ask[1].start()
    ask[1].join(0.2)  # It waits, or reads for itself; it does not take a shelf that is half full.
    go_on.set()
    for thread in ask:
        thread.join()
    assert totals == [1, 1]


def kept_at(record: RecordFile) -> set[int]:
    with record.reading() as connection:
        return set(connection.scalars(select(kept.c.changes)))


def changes(record: RecordFile) -> int:
    with record.reading() as connection:
        return journal.changes(connection)


def test_what_is_kept_need_not_be_read_again(make, desk, monkeypatch):
    """The first view after the start of a large record."""
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    ahead.keep(desk.file)
    monkeypatch.setattr(Shelf, "read", None)
    monkeypatch.setattr(series, "read_readings", None)
    with RecordFile.open(desk.file.path) as later, later.reading() as connection:
        for one in ahead._EVERY:
            assert one._making.costly or one.at(connection)


def test_what_takes_long_is_taken_up_where_it_is_kept(make, desk, monkeypatch):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    with RecordFile.open(desk.file.path) as first:
        ahead.read_ahead(first, lambda: True)
        assert first._engine not in namesakes.NAMESAKES._states
        with first.reading() as connection:
            known = namesakes.NAMESAKES.at(connection)
        ahead.keep(first)
    monkeypatch.setattr(namesakes, "_profiles", None)
    with RecordFile.open(desk.file.path) as later:
        ahead.read_ahead(later, lambda: True)
        with later.reading() as connection:
            assert namesakes.NAMESAKES.at(connection) == known


def test_it_is_kept_again_once_enough_has_changed(make, desk, monkeypatch):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    ahead.keep(desk.file)
    first = kept_at(desk.file)
    assert first == {changes(desk.file)}
    desk.add(make.told("b", "MOTIE and MOIT signed a plan.", parties=("kr.motie", "vn.moit"), date="2020"))
    ahead.keep(desk.file, rarely=True)
    assert kept_at(desk.file) == first
    monkeypatch.setattr(ahead, "_FEW", 0)
    monkeypatch.setattr(ahead, "_SHARE", 1000)
    ahead.keep(desk.file, rarely=True)
    assert kept_at(desk.file) == {changes(desk.file)}


@pytest.mark.parametrize(
    "spoilt",
    [{"whole": b""}, {"whole": b"\x93\x01"}, {"version": "of another program"}, {"changes": 1_000_000}],
    ids=["nothing", "cut short", "another version", "of a later state"],
)
def test_what_does_not_fit_is_read_anew(make, desk, spoilt):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    ahead.keep(desk.file)
    with desk.file.noting() as connection:
        connection.execute(kept.update().values(**spoilt))
    opened_again(desk.file)


def test_keeping_is_no_change(make, desk):
    """What others hold in memory still holds."""
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    before = changes(desk.file)
    ahead.keep(desk.file)
    assert changes(desk.file) == before


def test_a_record_that_is_only_read_is_left_as_it_is(make, desk):
    desk.add(make.told("a", "KOICA and MOST signed a memorandum."))
    with RecordFile.open(desk.file.path, read_only=True) as reader:
        ahead.keep(reader)
    assert kept_at(desk.file) == set()
