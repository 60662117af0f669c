"""The record is a function of claims and decisions, whatever comes first; decisions outlive what they were about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.search.answers import find_agreements

from pactbook.errors import QueryError
from pactbook.model.decision import Anchor, Decision
from pactbook.pipeline.logbook import decision_id, read_decisions
from pactbook.pipeline.reviewing import Review
from pactbook.record.anchoring import anchor_of
from pactbook.record.assemble import assemble_all
from pactbook.record.correcting import corrected
from pactbook.record.identity import figure_ids, tellings
from pactbook.record.rulings import Located, rulings, standing
from pactbook.search.query import Query
from pactbook.search.show import show
from pactbook.store.agreements import read_agreements
from pactbook.store.extractions import read_extractions
from pactbook.store.figures import read_figure_records
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.tables.agreements import agreement_parties, agreements
from pactbook.store.tables.figures import figure_claims
from pactbook.store.writing import Reading, write

PARTIES = [("kr.koica", "vn.most"), ("kr.koica",), ("kr.motie", "vn.moit")]
EDITS = [("kind", ("contract",)), ("date", ("2016",)), ("date", ()), ("parties", ("KR", "vn.moit"))]

claims = st.fixed_dictionaries(
    {
        "parties": st.sampled_from(PARTIES),
        "kind": st.sampled_from(["memorandum", "agreement"]),
        "date": st.sampled_from([None, "2014-10-24", "2016-01"]),
        "subject": st.sampled_from(["a research institute", "renewed credit"]),
    }
)
wishes = st.tuples(
    st.sampled_from(["accept", "reject", "edit", "merge", "split", "same", "differ", "strangers", "sum", "undo"]),
    st.lists(st.integers(0, 7), min_size=2, max_size=3, unique=True),
    st.sampled_from(EDITS),
)


def clock():
    """Times that go up by a second."""
    return (f"2026-02-01T00:{n // 60:02}:{n % 60:02}" for n in range(3600))


def made_of(wish, when, told, before):
    """A decision about some of the tellings; an undo takes back the one before it."""
    action, places, (field, value) = wish
    about = tuple(anchor_of(told[n % len(told)]) for n in places)
    if action == "undo":
        decision = Decision("", action, "Mai", when, undoes=before[-1].id if before else "none")
    elif action in ("same", "strangers"):
        bodies = ("kr.koica", "kr.motie", "vn.moit", "vn.new-body")
        named = tuple(Anchor(bodies[n % 4], 0, "a name") for n in places[:2])
        decision = Decision("", "same" if action == "same" else "differ", "Mai", when, "", named)
    elif action == "sum":
        decision = on_figure(told[places[0] % len(told)].article, places[1], when)
    elif action == "edit":
        decision = Decision("", action, "Mai", when, "", about[:1], field=field, value=value)
    elif action in ("split", "differ"):
        decision = Decision("", action, "Mai", when, "", about[:1], about[1:])
    else:
        decision = Decision("", action, "Mai", when, "", about if action == "merge" else about[:1])
    return Decision(decision_id(decision), *[getattr(decision, f) for f in list(Decision.__slots__)[1:]])


SUMS = [("reject", None, ()), ("accept", None, ()), ("edit", "measure", ("exports",)), ("edit", "amount", ("KRW 7",))]


def on_figure(article, n, when):
    """A decision about the one figure of an article."""
    action, field, value = SUMS[n % len(SUMS)]
    anchor = Anchor(article, 0, "Sentence", "trade_turnover", ("KR", "VN"), "figure")
    return Decision("", action, "Mai", when, "", (anchor,), field=field, value=value)


def figures_of(record):
    with record.reading() as connection:
        ids = connection.scalars(select(figure_claims.c.id).order_by(figure_claims.c.id)).all()
        return [found for _, found in read_figure_records(connection, ids)]


def state(record):
    with record.reading() as connection:
        ids = connection.scalars(select(agreements.c.id).order_by(agreements.c.id)).all()
        rows = [tuple(row) for row in connection.execute(select(agreements).order_by(agreements.c.id))]
        parties = sorted(tuple(r) for r in connection.execute(select(agreement_parties)))
        return rows, parties, [found for found, _ in read_agreements(connection, ids).values()]


def readings(extractions):
    return [Reading(e.article.source, e.article.source + e.version, e.version, e) for e in extractions]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(claims, min_size=3, max_size=8),
    wished=st.lists(wishes, max_size=6),
    order=st.randoms(use_true_random=False),
)
def test_articles_and_decisions_in_any_order_give_what_all_at_once_gives(
    make, tmp_path_factory, cells, wished, order
) -> None:
    made = [make.told(f"article-{n}", f"Sentence number {n}.", source=f"{n}", **c) for n, c in enumerate(cells)]
    made = [replace(e, figures=(make.figure(e.article.text, "Sentence"),)) for e in made]
    told = [t for e in made for t in tellings(e)]
    decisions: list[Decision] = []
    for wish, when in zip(wished, clock(), strict=False):
        decisions.append(made_of(wish, when, told, decisions))
    sums = {e.article.id: (name, f) for e in made for name, f in zip(figure_ids(e), e.figures, strict=True)}
    located = [_located(d, told, sums) for d in standing(decisions)]
    ruled = rulings(located)
    expected = assemble_all({t.id: t for t in told}, ruled)
    expected_sums = {n: corrected(f, ruled.edits_of([n])) for n, f in sums.values() if n not in ruled.rejected}
    steps = [("article", e) for e in made] + [("decision", d) for d in decisions]
    order.shuffle(steps)
    with RecordFile.open(tmp_path_factory.mktemp("any") / "order.pactbook") as record:
        for what, thing in steps:
            if what == "article":
                write(record, readings([thing]))
            else:
                Review(record, "Mai").join([thing])
        after = state(record)
        assert after[2] == expected
        assert {f.id: f.claim for f in figures_of(record)} == expected_sums
        before = figures_of(record)
        with record.writing() as connection:
            rebuild(connection)
        assert state(record) == after
        assert figures_of(record) == before
        with record.reading() as connection:
            assert list(read_extractions(connection)) == made


def _located(decision, told, sums):
    by_anchor = {anchor_of(t): t.id for t in told}
    by_anchor |= {a: sums[a.article][0] for a in decision.anchors if a.what}
    if decision.on_bodies:
        return Located(decision, tuple(a.article for a in decision.anchors))
    return Located(
        decision, tuple(by_anchor[a] for a in decision.anchors), tuple(by_anchor[a] for a in decision.others)
    )


SENTENCE = "KOICA and the Ministry of Science and Technology signed a memorandum in Hanoi."


@pytest.fixture
def mai(desk):
    times = clock()
    return Review(desk.file, "Mai", lambda: next(times))


def only(record, **asked):
    [hit] = find_agreements(record, Query(**asked))
    return hit.record


def test_an_edit_survives_another_reading_that_finds_other_words_and_other_parties(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE))
    mai.edit(only(desk.file).id[:10], "date", "2014-10-21", "the paper says so")
    again = make.article("a", SENTENCE)
    claim = make.claim(SENTENCE, SENTENCE[:60], parties=("kr.koica", "vn.most", "vn.moit"), date="2015")
    desk.add(make.extraction(again, [claim], version="2"))
    found = only(desk.file)
    assert (found.date, found.cell("date").level, found.cell("date").decision.why) == (
        "2014-10-21",
        "decided",
        "the paper says so",
    )
    assert found.cell("date").reported[0].value == "2015"
    assert mai.orphans() == []


def test_a_decision_whose_claim_is_told_no_more_is_an_orphan_until_it_is_told_again(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE))
    decision = mai.edit(only(desk.file).id, "kind", "contract")
    desk.add(make.extraction(make.article("a", SENTENCE), [], version="2"))
    assert [o.decision for o in mai.orphans()] == [decision]
    desk.add(make.told("a", SENTENCE, version="3"))
    assert mai.orphans() == []
    assert only(desk.file).kind == "contract"


def test_what_is_rejected_is_found_no_more_and_comes_back_when_that_is_undone(make, desk, mai) -> None:
    desk.add(
        make.told("a", SENTENCE), make.told("b", "KOICA built a school with MOIT.", parties=("kr.koica", "vn.moit"))
    )
    name = only(desk.file, party=("vn.most",)).id
    mai.reject(name)
    assert find_agreements(desk.file, Query(party=("vn.most",))) == []
    with pytest.raises(QueryError, match="rejected"):
        show(desk.file, name)
    mai.undo()
    assert only(desk.file, party=("vn.most",)).id == name


def test_an_undo_can_be_undone(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE))
    name = only(desk.file).id
    edit = mai.edit(name, "kind", "contract")
    undo = mai.undo(edit.id)
    assert only(desk.file).kind == "memorandum"
    mai.undo(undo.id)
    assert only(desk.file).kind == "contract"
    with pytest.raises(QueryError, match="taken back already"):
        mai.undo(undo.id)


def test_edited_parties_and_subjects_are_what_a_search_finds(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE))
    name = only(desk.file).id
    mai.edit(name, "parties", "kr.motie; VN")
    mai.edit(name, "subject", "quantum harvest")
    for asked in ({"party": ("kr.motie",)}, {"words": "quantum harvest"}, {"country": ("VN",)}, {"words": "MOTIE"}):
        assert only(desk.file, **asked).parties == ("kr.motie", "VN")
    assert find_agreements(desk.file, Query(party=("vn.most",))) == []
    mai.undo()
    assert find_agreements(desk.file, Query(words="quantum")) == []


def test_merge_and_split_stand_against_all_reasons(make, desk, mai) -> None:
    texts = [f"{SENTENCE} It was number {n}." for n in range(3)]
    desk.add(
        *(make.told(f"a{n}", t, date=d) for n, (t, d) in enumerate(zip(texts, ("2014", "2014", "2018"), strict=True)))
    )
    first, second = find_agreements(desk.file, Query())
    merged = mai.merge([first.record.id, second.record.id])
    whole = only(desk.file)
    assert len(whole.tellings) == 3
    mai.split(whole.id, [whole.tellings[0]])
    assert sorted(len(h.record.tellings) for h in find_agreements(desk.file, Query())) == [1, 2]
    mai.undo()
    mai.undo(merged.id)
    assert sorted(len(h.record.tellings) for h in find_agreements(desk.file, Query())) == [1, 2]


def test_a_marked_copy_counts_no_more_as_a_source_of_its_own(make, desk, mai) -> None:
    one = "KOICA and the Ministry of Science and Technology of Vietnam signed a memorandum on rice research in Hanoi."
    desk.add(make.told("a", one), make.told("b", SENTENCE))
    assert only(desk.file).cell("status").level == "confirmed"
    mai.copy("b", "a")
    assert only(desk.file).cell("status").level == "unique"
    mai.undo()
    assert only(desk.file).cell("status").level == "confirmed"
    with pytest.raises(QueryError, match="nothing in the record"):
        mai.copy("zzzz", "a")


def test_two_analysts_work_apart_and_join(make, desk, mai, tmp_path) -> None:
    desk.add(make.told("a", SENTENCE))
    with RecordFile.open(tmp_path / "other.pactbook") as other:
        write(other, readings([make.told("a", SENTENCE)]))
        minh = Review(other, "Minh", lambda: "2026-03-01T00:00:00")
        mai.edit(only(desk.file).id, "kind", "contract")
        mai.edit(only(desk.file).id, "place", "Hanoi")
        minh.edit(only(other).id, "kind", "grant")
        mai.export(tmp_path / "mai.jsonl")
        minh.export(tmp_path / "minh.jsonl")
        assert minh.import_(tmp_path / "mai.jsonl") == 2
        assert mai.import_(tmp_path / "minh.jsonl") == 1
        assert mai.import_(tmp_path / "minh.jsonl") == 0
        assert state(other) == state(desk.file)
        # The later word wins.
        assert (only(other).kind, only(other).place) == ("grant", "Hanoi")


def test_a_decision_may_come_before_its_article(make, desk, mai, tmp_path) -> None:
    desk.add(make.told("a", SENTENCE))
    mai.edit(only(desk.file).id, "kind", "contract")
    mai.export(tmp_path / "log.jsonl")
    with RecordFile.open(tmp_path / "other.pactbook") as other:
        late = Review(other, "Minh")
        late.import_(tmp_path / "log.jsonl")
        assert len(late.orphans()) == 1
        write(other, readings([make.told("a", SENTENCE)]))
        assert late.orphans() == []
        assert only(other).kind == "contract"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: this is no decision"),
        ('{"id":"x","action":"dance","who":"Mai","when":"2026"}', "line 2: this is no decision"),
        ('{"id":"x","action":"accept","who":"Mai","when":"2026"}', "changed by hand"),
    ],
)
def test_a_log_that_is_none_is_refused_whole(make, desk, mai, tmp_path, line, complaint) -> None:
    desk.add(make.told("a", SENTENCE))
    mai.accept(only(desk.file).id)
    path = tmp_path / "log.jsonl"
    mai.export(path)
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(QueryError, match=complaint):
        read_decisions(path)


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("kind", "handshake", "there is no kind 'handshake'"),
        ("kind", "", "kind cannot be empty"),
        ("date", "tomorrow", "no date"),
        ("value", "a lot", "no amount"),
        ("sectors", "energy; magic", "there is no sector 'magic'"),
        ("mood", "calm", "there is no field 'mood'"),
        ("parties", "Nobody Knows Ltd", "known neither from an article nor from the gazetteer; give another name"),
        ("parties", "...", "known neither from an article nor from the gazetteer; give"),
        # What may have been meant is told by name and id: a slip, a part of a name, one with words that it has not.
        ("parties", "Minh Phu Seafod", r"near it: Minh Phu Seafood \(vn.minh-phu\)\); give"),
        ("parties", "Seafood", r"near it: Minh Phu Seafood \(vn.minh-phu\), "),
        ("parties", "Công ty CP Hòa Phát", r"near it: Hoa Phat Group \(vn.hoa-phat\)\)"),
        ("parties", "KOICA, VCCI", r"'KOICA, VCCI' is known neither .*; part several by semicolons"),
        ("parties", "KOIKA; KOICA", r"the party 'KOIKA' is known neither"),
        (
            "parties",
            "Ministry of Labour",
            r"any of these: Ministry of Employment and Labor \(kr.moel\), .*; give the id of",
        ),
    ],
)
def test_an_edit_that_no_agreement_can_have_is_refused(make, desk, mai, field, value, complaint) -> None:
    desk.add(make.told("a", SENTENCE))
    with pytest.raises(QueryError, match=complaint):
        mai.edit(only(desk.file).id, field, value)
    assert mai.log() == []


@pytest.mark.parametrize(
    ("name", "party"),
    [
        # Bodies of the gazetteer that no article of the record names, in three languages, with and without marks.
        ("Minh Phu Seafood", "vn.minh-phu"),
        ("CÔNG TY CP TẬP ĐOÀN THUỶ SẢN MINH PHÚ", "vn.minh-phu"),
        ("tap doan thuy san minh phu", "vn.minh-phu"),
        ("민푸수산", "vn.minh-phu"),
        # Without some words of the name, or with another legal form.
        ("Tập đoàn Minh Phú", "vn.minh-phu"),
        ("Minh Phú", "vn.minh-phu"),
        ("Minh Phu Seafood JSC", "vn.minh-phu"),
        ("vn.minh-phu", "vn.minh-phu"),
        ("MOTIE", "kr.motie"),
        ("Hàn Quốc", "KR"),
        # What an article names goes before what only the gazetteer has.
        ("Ministry of Science and", "vn.most"),
    ],
)
def test_a_party_is_named_as_articles_or_the_gazetteer_call_it(make, desk, mai, name, party) -> None:
    desk.add(make.told("a", SENTENCE))
    assert mai.edit(only(desk.file).id, "parties", f"KOICA; {name}").value == ("kr.koica", party)
    assert only(desk.file, party=(name,)).parties == ("kr.koica", party)


NEW = "kr.hanbit-foundation"


def test_bodies_that_are_one_are_one_party_until_that_is_taken_back(make, desk, mai) -> None:
    desk.add(
        make.told("a", SENTENCE),
        make.told("b", "Hanbit Foundation and MOST signed a memorandum.", parties=(NEW, "vn.most")),
    )
    assert len(find_agreements(desk.file, Query())) == 2
    decision = mai.same(NEW, "KOICA", "its old name")
    merged = only(desk.file)
    assert (merged.parties, len(merged.tellings)) == (("kr.koica", "vn.most"), 2)
    assert only(desk.file, party=("kr.koica",)) == only(desk.file, party=(NEW,)) == merged
    view = show(desk.file, NEW)
    assert (view.body.id, view.also, view.body.articles) == ("kr.koica", (NEW,), 2)
    # Another reading, and an article that comes later, are under it too.
    again = make.told(
        "b", "Hanbit Foundation and MOST signed a memorandum.", parties=(NEW, "vn.most"), version="2", place="Hanoi"
    )
    desk.add(again, make.told("c", "Hanbit Foundation signed.", parties=(NEW, "vn.most")))
    assert len(only(desk.file).tellings) == 3
    with pytest.raises(QueryError, match="one body already"):
        mai.same(NEW, "KOICA")
    undo = mai.undo(decision.id)
    assert sorted(h.record.parties[0] for h in find_agreements(desk.file, Query())) == [NEW, "kr.koica"]
    mai.undo(undo.id)
    assert len(only(desk.file).tellings) == 3


def test_a_body_that_no_article_names_any_more_leaves_an_orphan(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE))
    gone = Decision("", "same", "Mai", "2026-01-01T00:00:00", "", (Anchor("kr.koica", 0, "KOICA"), Anchor(NEW, 0, "H")))
    mai.join([replace(gone, id=decision_id(gone))])
    assert [(o.decision.action, o.anchors) for o in mai.orphans()] == [("same", ("kr.koica", None))]


def test_undoing_the_undo_of_a_merge_merges_again(make, desk, mai) -> None:
    desk.add(make.told("a", SENTENCE), make.told("b", SENTENCE.replace("Hanoi", "Seoul"), date="2018"))
    merge = mai.merge([h.record.id for h in find_agreements(desk.file, Query())])
    undo = mai.undo(merge.id)
    assert len(find_agreements(desk.file, Query())) == 2
    mai.undo(undo.id)
    assert len(find_agreements(desk.file, Query())) == 1
