"""What an analyst said is not the same stays two, whatever speaks for it; joined bodies are one row everywhere."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from tests.search.answers import find_agreements

from pactbook.errors import QueryError
from pactbook.export.table import export
from pactbook.model.decision import Anchor, Decision
from pactbook.pipeline.logbook import decision_id
from pactbook.pipeline.reviewing import Review
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.search.show import show
from pactbook.store.counting import count
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.writing import Reading, write

INSTITUTE = "KOICA and the Ministry of Science and Technology signed a memorandum on a research institute."
OTHER = "KOICA and the Ministry of Science and Technology signed a memorandum on Monday."
NEW, OLD = "kr.hanbit-foundation", "kr.koica"


@pytest.fixture
def mai(desk):
    times = (f"2026-02-01T00:00:{n:02}" for n in range(60))
    return Review(desk.file, "Mai", lambda: next(times))


def agreements(record):
    return sorted((h.record for h in find_agreements(record, Query())), key=lambda r: r.id)


def pairs(review):
    return [{pair.one.id, pair.other.id} for pair in review.queue().pairs]


@pytest.fixture
def likely(make, desk):
    """Two agreements that are likely one, not certain: no date tells them apart, and the sectors differ."""
    desk.add(
        make.told("a", INSTITUTE, date=None, subject="research institute", published="2014-10-25"),
        make.told(
            "b",
            OTHER,
            date=None,
            subject="handover of the keys",
            published="2014-10-26",
            sectors=("agriculture",),
        ),
    )
    return agreements(desk.file)


def test_a_candidate_pair_leaves_the_list_and_the_decision_stays(make, desk, mai, likely) -> None:
    one, other = likely
    assert pairs(mai) == [{one.id, other.id}]
    decision = mai.differ(one.id, other.id[:10], "two projects")
    assert pairs(mai) == []
    assert [found.decision for found in mai.log()] == [decision]
    assert mai.orphans() == []
    # A further article of the one is no candidate for the other either.
    desk.add(make.told("c", INSTITUTE + " Again.", date=None, subject="research institute", published="2014-10-26"))
    assert len(agreements(desk.file)) == 2
    assert pairs(mai) == []
    with desk.file.writing() as connection:
        rebuild(connection)
    assert pairs(mai) == []
    mai.undo()
    assert len(pairs(mai)) == 1


def test_what_differs_is_not_joined_by_what_comes_later(make, desk, mai, likely) -> None:
    one, other = likely
    mai.differ(one.id, other.id)
    again = make.told("b", OTHER, date=None, subject="research institute", version="2")
    desk.add(again)  # Read so, it would be the same agreement.
    assert len(agreements(desk.file)) == 2
    mai.undo()
    assert len(agreements(desk.file)) == 1


def test_an_earlier_word_to_the_contrary_is_named(make, desk, mai, likely) -> None:
    one, other = likely
    merge = mai.merge([one.id, other.id], "the same paper")
    with pytest.raises(
        QueryError, match=rf"Mai said on 2026-02-01 \(the same paper\) that these are one .*{merge.id[:10]}"
    ):
        mai.differ(one.id, other.id)
    mai.undo()
    differ = mai.differ(one.id, other.id)
    with pytest.raises(QueryError, match=rf"that these are not one agreement; .*undo {differ.id[:10]}"):
        mai.merge([other.id, one.id])
    with pytest.raises(QueryError, match="both mean one agreement"):
        mai.differ(one.id, one.id)
    with pytest.raises(QueryError, match="are an agreement and an organisation"):
        mai.differ(one.id, "KOICA")


@pytest.fixture
def namesakes(make, desk):
    """Two bodies that sign the same kind of deal with the same body on one day: likely one."""
    desk.add(
        make.told("a", INSTITUTE),
        make.told("b", "Hanbit Foundation and MOST signed a memorandum.", parties=(NEW, "vn.most")),
    )


def likely_bodies(review):
    return [{n.one, n.other} for n in review.queue().namesakes]


def test_bodies_that_differ_are_listed_no_more_until_that_is_taken_back(desk, mai, make) -> None:
    names = {"kr.hanbit": "Hanbit Corporation", "kr.hanbit-group": "Hanbit Group"}
    for n, (body, name) in enumerate(names.items()):
        said = f"{name} signed."
        claim = make.claim(said, said, parties=(body, "vn.most"), date=f"201{n}")
        extraction = make.extraction(make.article(f"story-{n}", said), [claim])
        known = {body: ((name,), "company", "KR")}
        object.__setattr__(extraction, "organisations", (*extraction.organisations, make.body(body, said, known)))
        desk.add(extraction)
    assert likely_bodies(mai) == [set(names)]
    decision = mai.differ("Hanbit Group", "kr.hanbit", "two firms")
    assert likely_bodies(mai) == []
    with pytest.raises(
        QueryError, match=rf"Mai said on 2026-02-01 \(two firms\) .* are not the same; .*{decision.id[:10]}"
    ):
        mai.same("kr.hanbit", "kr.hanbit-group")
    with desk.file.writing() as connection:
        rebuild(connection)
    assert likely_bodies(mai) == []
    mai.undo()
    assert likely_bodies(mai) == [set(names)]


def test_bodies_that_are_one_cannot_differ_before_that_is_taken_back(mai, namesakes) -> None:
    same = mai.same(NEW, OLD)
    with pytest.raises(QueryError, match=rf"are the same; .*undo {same.id[:10]}"):
        mai.differ(NEW, "KOICA")
    with pytest.raises(QueryError, match="both mean one body"):
        mai.differ("vn.most", "MOST")
    mai.undo()
    mai.differ(NEW, "KOICA")


def test_bodies_of_one_sound_stay_two_where_an_analyst_says_so(make, desk, mai) -> None:
    desk.add(
        make.told("a", "Hanbit and MOST signed.", parties=("kr.hanbit", "vn.most")),
        make.told("b", "한빛군이 양해각서를 체결했다.", language="ko", parties=("kr.한빛군", "vn.most")),
    )
    assert [len(found.tellings) for found in agreements(desk.file)] == [2]
    strangers = tuple(Anchor(body, 0, body) for body in ("kr.hanbit", "kr.한빛군"))
    decision = Decision("", "differ", "Minh", "2026-01-01T00:00:00", "", strangers)
    mai.join([replace(decision, id=decision_id(decision))])
    assert {found.parties for found in agreements(desk.file)} == {("kr.한빛군", "vn.most"), ("kr.hanbit", "vn.most")}
    whole = agreements(desk.file)
    with desk.file.writing() as connection:
        rebuild(connection)
    assert agreements(desk.file) == whole
    mai.undo()
    assert [len(found.tellings) for found in agreements(desk.file)] == [2]


def test_two_bodies_that_are_one_are_one_row_with_both_ids_and_all_names(make, desk, mai, namesakes, tmp_path) -> None:
    before = count(desk.file).organisations
    mai.same(NEW, OLD)
    assert count(desk.file).organisations == before - 1
    assert export(desk.file, "organisations", "csv", tmp_path / "out.csv") == before - 1
    with (tmp_path / "out.csv").open(encoding="utf-8-sig") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    row = rows[OLD]
    assert NEW not in rows
    assert (row["also"], row["articles"], row["agreements"]) == (NEW, "2", "1")
    assert row["names"].split("; ") == ["Korea International Cooperation Agency", "KOICA", "Hanbit Foundation"]
    assert row["quote"] == "KOICA"
    for name in ("KOICA", "Hanbit Foundation", NEW, OLD):
        assert show(desk.file, name).body.id == OLD
        assert [h.record.parties for h in find_agreements(desk.file, Query(party=(name,)))] == [(OLD, "vn.most")]
        assert len(find_agreements(desk.file, Query(words=f'"{name}"' if "." not in name else "institute"))) == 1
    for name in ("KOICA", "Hanbit Foundation"):
        page = find_page(desk.file, "organisations", Query(name))
        assert [(hit.body.id, hit.body.also, hit.body.articles) for hit in page.hits] == [(OLD, (NEW,), 2)]
    listed = find_page(desk.file, "organisations", Query())
    assert (listed.total, NEW in {hit.body.id for hit in listed.hits}) == (before - 1, False)
    mai.undo()
    assert count(desk.file).organisations == before
    assert find_page(desk.file, "organisations", Query()).total == before


def test_the_id_that_stands_for_a_body_need_not_be_named_by_any_article(make, desk, mai, tmp_path) -> None:
    """A body of the gazetteer stands for one that articles name, before any article names itself."""
    desk.add(make.told("b", "Hanbit Foundation and MOST signed a memorandum.", parties=(NEW, "vn.most")))
    mai.same(NEW, OLD)
    assert export(desk.file, "organisations", "jsonl", tmp_path / "out.jsonl") == 2
    assert show(desk.file, "KOICA").body.id == show(desk.file, NEW).body.id == OLD
    assert show(desk.file, NEW).body.also == (NEW,)


def test_two_logs_that_contradict_each_other_are_joined_and_the_contradictions_listed(
    make, desk, mai, likely, tmp_path
) -> None:
    one, other = likely
    with RecordFile.open(tmp_path / "other.pactbook") as record:
        for name, cells in (("a", {"subject": "research institute"}), ("b", {"subject": "handover of the keys"})):
            text = INSTITUTE if name == "a" else OTHER
            sectors = ("science",) if name == "a" else ("agriculture",)
            day = "2014-10-25" if name == "a" else "2014-10-26"
            told = make.told(name, text, date=None, published=day, sectors=sectors, **cells)
            write(record, [Reading(name, name, "1", told)])
        minh = Review(record, "Minh", lambda: "2026-03-01T00:00:00")
        mai.merge([one.id, other.id])
        mai.edit(one.id, "kind", "grant")
        minh.differ(one.id, other.id)
        minh.edit(one.id, "kind", "contract")
        minh.export(tmp_path / "minh.jsonl")
        assert mai.contradictions() == []
        mai.import_(tmp_path / "minh.jsonl")
        found = [(c.earlier.who, c.earlier.action, c.later.who, c.later.action) for c in mai.contradictions()]
        assert sorted(found) == [("Mai", "edit", "Minh", "edit"), ("Mai", "merge", "Minh", "differ")]
        assert [(r.kind, len(r.tellings)) for r in agreements(desk.file)] == [("contract", 1), ("grant", 1)]
        assert len(mai.queue().contradictions) == 2
        mai.export(tmp_path / "mai.jsonl")
        minh.import_(tmp_path / "mai.jsonl")
        assert agreements(record) == agreements(desk.file)
        assert minh.contradictions() == mai.contradictions()
        mai.undo(mai.contradictions()[0].later.id)
        assert len(mai.contradictions()) == 1
