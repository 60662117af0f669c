"""Bodies that neither an article nor the gazetteer knows: entered with a decision, kept, found, and gone with it."""

from __future__ import annotations

import pytest
from tests.search.answers import find_agreements, find_organisations

from pactbook.errors import QueryError
from pactbook.export.tables.organisations import known
from pactbook.pipeline.reviewing import Review
from pactbook.search.query import Query
from pactbook.search.show import show
from pactbook.store.bodies import body_pages
from pactbook.store.counting import count
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.writing import Reading, write

SENTENCE = "KOICA and the Ministry of Science and Technology signed a memorandum in Hanoi."
NEW, ID = "new: Nobody Knows Ltd (KR)", "kr.nobody-knows-ltd"


@pytest.fixture
def mai(make, desk):
    desk.add(make.told("a", SENTENCE))
    times = iter(range(10, 60))
    return Review(desk.file, "Mai", lambda: f"2026-02-01T00:00:{next(times)}")


def only(record, **asked):
    [hit] = find_agreements(record, Query(**asked))
    return hit.record


@pytest.mark.parametrize(
    ("words", "party", "said"),
    [
        (NEW, ID, ("Nobody Knows Ltd", "company", "KR")),
        # The mark and the country as people write them; spaces and brackets of the name.
        ("NEW :Nobody  Knows Ltd  ( hàn quốc )", ID, ("Nobody Knows Ltd", "company", "KR")),
        ("new: Viện Mây (VN, research)", "vn.vien-may", ("Viện Mây", "research", "VN")),
        ("new: 없는 회사(주) (kr)", "kr.없는-회사-주", ("없는 회사(주)", "company", "KR")),
        ("new: Cloud Bank (XX, international)", "xx.cloud-bank", ("Cloud Bank", "international", "XX")),
        # A body of another country may be called the same.
        ("new: KOICA (PH, agency)", "ph.koica", ("KOICA", "agency", "PH")),
    ],
)
def test_a_body_that_is_known_nowhere_is_entered_in_an_analysts_words(desk, mai, words, party, said) -> None:
    decision = mai.edit(only(desk.file).id, "parties", f"KOICA; {words}")
    assert decision.value == ("kr.koica", party)
    view = show(desk.file, only(desk.file).id)
    assert (view.record.parties, view.names[party]) == (("kr.koica", party), said[0])
    assert view.record.cell("parties").decision == decision
    with desk.file.reading() as connection:
        body = known(connection, [party])[party]
    assert (body.name, body.body.kind, body.body.country) == said
    assert body.body.agreements == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("new: Nobody Knows Ltd", 'its country: "new: Nobody Knows Ltd'),
        ("new: (KR)", "enters no body"),
        ("new: ... (KR)", "enters no body"),
        ("new:", "enters no body"),
        ("new: Nobody (Atlantis)", "'Atlantis' is no state"),
        ("new: Nobody (KR, firm)", "no kind of body 'firm'; choose from: ministry, "),
        # What is known is not entered anew: by a name, by the id that it would have, as a state.
        ("new: Korea International Cooperation Agency (KR)", r"is known: .* \(kr.koica\)"),
        ("new: KOICA (KR)", r"is known: .* \(kr.koica\)"),
        ("new: Việt Nam (VN)", r"is known: Vietnam \(VN\)"),
        # Without the mark no body is made, and the message says how it would be.
        ("Nobody Knows Ltd", "or enter a new body: "),
        ("Nobody Knows Ltd (KR)", "or enter a new body: "),
    ],
)
def test_no_body_is_entered_by_a_slip(desk, mai, words, complaint) -> None:
    with pytest.raises(QueryError, match=complaint):
        mai.edit(only(desk.file).id, "parties", words)
    assert mai.log() == []


ASKED = [
    {"party": ("Nobody Knows Ltd",)},
    {"party": ("nobody knows",)},
    {"party": (ID,)},
    {"words": "nobody knows"},
    {"country": ("KR",), "party": (ID,)},
]


def found(record) -> list[bool]:
    return [bool(find_agreements(record, Query(**asked))) for asked in ASKED]


def test_an_entered_body_is_found_after_everything_and_gone_with_its_decision(make, desk, mai) -> None:
    mai.edit(only(desk.file).id, "parties", f"vn.most; {NEW}")
    assert found(desk.file) == [True] * len(ASKED)
    desk.add(make.told("a", SENTENCE, version="2", place="Hanoi"))
    with desk.file.writing() as connection:
        rebuild(connection)
    assert found(desk.file) == [True] * len(ASKED)
    body = show(desk.file, "Nobody Knows Ltd")
    assert (body.body.id, body.body.names, body.body.articles, len(body.agreements)) == (
        ID,
        ("Nobody Knows Ltd",),
        0,
        1,
    )
    undo = mai.undo()
    assert found(desk.file) == [False] * len(ASKED)
    with pytest.raises(QueryError, match="nothing in the record"):
        show(desk.file, ID)
    with pytest.raises(QueryError, match="known neither"):
        mai.edit(only(desk.file).id, "parties", "Nobody Knows Ltd")
    mai.undo(undo.id)
    assert found(desk.file) == [True] * len(ASKED)
    assert mai.orphans() == []


def test_an_entered_body_is_known_from_then_on_and_each_decision_keeps_it(make, desk, mai, tmp_path) -> None:
    first = mai.edit(only(desk.file).id, "parties", f"vn.most; {NEW}")
    for again in ("nobody knows; KOICA", f"{ID}; KOICA", f"{NEW}; KOICA"):
        assert mai.edit(only(desk.file).id, "parties", again).value == (ID, "kr.koica")
    mai.undo(first.id)
    assert only(desk.file, party=("Nobody Knows Ltd",)).parties == (ID, "kr.koica")
    mai.export(tmp_path / "log.jsonl")
    with RecordFile.open(tmp_path / "other.pactbook") as other:
        told = make.told("a", SENTENCE)
        write(other, [Reading("a", "hash", "1", told)])
        Review(other, "Minh").import_(tmp_path / "log.jsonl")
        assert only(other, party=("Nobody Knows Ltd",)).parties == (ID, "kr.koica")


def test_a_gazetteer_body_that_no_article_names_can_be_opened_once_it_takes_part(desk, mai) -> None:
    with pytest.raises(QueryError, match="nothing in the record"):
        show(desk.file, "Minh Phu Seafood")
    mai.edit(only(desk.file).id, "parties", "KOICA; Minh Phu Seafood")
    view = show(desk.file, "Minh Phu Seafood")
    assert (view.body.id, view.body.kind, view.body.country, len(view.agreements)) == (
        "vn.minh-phu",
        "company",
        "VN",
        1,
    )


def listed(record) -> tuple[list[str], list[str], int]:
    """What search, the pages of all bodies, and the count say."""
    hits = find_organisations(record, Query(sort="date"))
    with record.reading() as connection:
        bodies = [body.id for page in body_pages(connection) for body in page]
    return sorted(hit.body.id for hit in hits), bodies, count(record).organisations


def test_lists_of_organisations_hold_those_that_only_a_decision_names(make, desk, mai) -> None:
    named = ["kr.koica", "vn.most"]
    assert listed(desk.file) == (named, named, 2)
    mai.edit(only(desk.file).id, "parties", f"KOICA; Minh Phu Seafood; {NEW}")
    every = [*named, ID, "vn.minh-phu"]
    assert listed(desk.file) == (sorted(every), every, 4)
    [hit] = find_organisations(desk.file, Query("thủy sản minh phú", country=("VN",), kind=("company",)))
    assert (hit.body.id, hit.body.articles, hit.body.agreements) == ("vn.minh-phu", 0, 1)
    # A record that is opened anew lists the same.
    with RecordFile.open(desk.file.path) as again:
        assert listed(again) == (sorted(every), every, 4)
    # An article that names it makes it one of the others.
    desk.add(make.told("b", "KOICA and Minh Phu Seafood signed a contract.", parties=("kr.koica", "vn.minh-phu")))
    assert listed(desk.file)[0] == sorted(every)
    mai.undo()
    assert ID not in listed(desk.file)[0]


def test_a_body_that_only_a_decision_names_can_be_one_with_another_or_differ(desk, mai) -> None:
    mai.edit(only(desk.file).id, "parties", f"KOICA; vn.most; {NEW}")
    mai.same(ID, "kr.koica")
    assert only(desk.file).parties in (("kr.koica", "vn.most"), (ID, "vn.most"))
    assert listed(desk.file)[2] == 2
    assert len(listed(desk.file)[0]) == len(listed(desk.file)[1]) == 2
    mai.undo()
    assert only(desk.file).parties == ("kr.koica", "vn.most", ID)
    mai.differ(ID, "kr.koica")
    assert listed(desk.file)[2] == 3
    assert mai.orphans() == []
