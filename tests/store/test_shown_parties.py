"""Which of the parties that are told of an agreement the record shows: ties and the network go by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, select, update

from pactbook.search.catalogue.keeping import shelf
from pactbook.search.network import find_network
from pactbook.search.query import Query
from pactbook.search.ties import strongest_ties
from pactbook.store.file import RecordFile
from pactbook.store.resolving import place_all_parties
from pactbook.store.tables.agreements import agreement_parties
from pactbook.store.writing import Reading, write

#: One deal in three scripts, and two articles against one that name a third party.
TOLD = [
    ("en", ("kr.hanbit", "vn.lam-thuy")),
    ("vi", ("kr.quan-hanbit", "vn.lam-thuy")),
    ("ko", ("kr.한빛군", "vn.람투이현")),
]
PAIR = ("kr.hanbit", "vn.lam-thuy")


@pytest.fixture
def record(make, tmp_path: Path) -> RecordFile:
    with RecordFile.open(tmp_path / "r.pactbook") as file:
        for n, (language, parties) in enumerate(TOLD):
            one = make.told(f"a{n}", f"Sentence {n}.", source=f"{n}", language=language, parties=parties)
            write(file, [Reading(f"{n}", f"{n}", one.version, one)])
        yield file


def _placed(connection: Connection) -> list[str]:
    party = agreement_parties.c
    return list(connection.scalars(select(party.party).where(party.n.is_not(None)).order_by(party.n)))


def test_a_body_told_in_three_scripts_is_tied_to_its_partner_once_and_never_to_itself(record: RecordFile) -> None:
    net = find_network(record, Query(), 60)
    assert [(s.one, s.other, s.agreements) for s in net.strands] == [(*PAIR, 1)]
    ties, names = strongest_ties(record)
    assert [(tie.one, tie.other) for tie in ties] == [PAIR]
    assert set(names) == set(PAIR)


@pytest.mark.parametrize("name", ["kr.한빛군", "kr.quan-hanbit", "vn.람투이현"])
def test_a_search_still_finds_it_under_every_name(record: RecordFile, name: str) -> None:
    with record.reading() as connection:
        assert len(shelf(connection, "agreements").having(connection, "party", [name])) == 1


def test_an_older_record_looks_up_what_it_shows(record: RecordFile) -> None:
    with record.writing() as connection:
        before = _placed(connection)
        connection.execute(update(agreement_parties).values(n=None))
        assert _placed(connection) == []
        place_all_parties(connection)
        assert _placed(connection) == before == list(PAIR)
