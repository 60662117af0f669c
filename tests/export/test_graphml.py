"""The network, read back by networkx."""

from __future__ import annotations

import msgspec
import networkx as nx
import pytest

from pactbook.export.table import export

from .conftest import HOSTILE


@pytest.fixture
def dealt(make, desk):
    """KOICA and MOST twice, three ministries once, a state with no tie."""
    desk.add(
        make.told("a", "KOICA and MOST signed.", date="2014-10-24"),
        make.told("b", "KOICA lent to MOST.", kind="loan", date="2019", sectors=("energy", "finance")),
        make.told(
            "c", "Three ministries signed.", parties=("vn.moit", "kr.motie", "vn.most"), kind="treaty", date=None
        ),
        make.told("d", "Vietnam declared.", parties=("VN",), kind="declaration"),
    )
    return desk.file


def test_parties_are_nodes_and_agreements_weigh_their_ties(dealt, tmp_path):
    assert export(dealt, "network", "graphml", tmp_path / "n.graphml") == 5 + 4
    graph = nx.read_graphml(tmp_path / "n.graphml")
    assert not graph.is_directed()
    assert graph.nodes["kr.motie"] == {
        "label": "Ministry of Trade, Industry and Energy",
        "names": "Ministry of Trade, Industry and Energy; 산업통상자원부",
        "kind": "ministry",
        "country": "KR",
        "agreements": 1,
    }
    assert (graph.nodes["VN"]["kind"], graph.degree("VN")) == ("state", 0)
    tie = dict(graph.edges["kr.koica", "vn.most"])
    assert len(tie.pop("agreement_ids").split("; ")) == 2
    assert tie == {
        "label": "Korea International Cooperation Agency – Ministry of Science and Technology",
        "weight": 2,
        "kinds": "loan: 1; memorandum: 1",
        "commitments": "commitment: 1; pledge: 1",
        "sectors": "energy: 1; finance: 1; science: 1",
        "years": "2014: 1; 2019: 1",
        "first_year": 2014,
        "last_year": 2019,
    }
    assert graph.degree("vn.most", weight="weight") == 4


def test_the_table_of_ties_says_the_same(dealt, tmp_path):
    export(dealt, "network", "jsonl", tmp_path / "n.jsonl")
    export(dealt, "network", "graphml", tmp_path / "n.graphml")
    graph = nx.read_graphml(tmp_path / "n.graphml")
    rows = [msgspec.json.decode(line) for line in (tmp_path / "n.jsonl").read_bytes().splitlines()]
    assert {(r["one"], r["other"]): r["agreements"] for r in rows} == {
        (a, b): w for a, b, w in graph.edges(data="weight")
    }
    assert rows[0]["agreements"] == 2


def test_hostile_names_are_read_back(hostile, make, tmp_path):
    export(hostile, "network", "graphml", tmp_path / "n.graphml")
    graph = nx.read_graphml(tmp_path / "n.graphml")
    assert len(graph) == len(HOSTILE) + 2


def test_what_xml_forbids_is_replaced(make, desk, tmp_path):
    article = make.article("a", "Bell signed.")
    extraction = make.extraction(article, [make.claim(article.text, "Bell signed", parties=("vn.bell", "kr.koica"))])
    body = type(extraction.organisations[0])("vn.bell", ("Bell \x07 & <Co> \ufffe",), "company", "VN", (), "made")
    desk.add(type(extraction)(article, (*extraction.organisations, body), extraction.agreements, (), (), "1"))
    export(desk.file, "network", "graphml", tmp_path / "n.graphml")
    assert nx.read_graphml(tmp_path / "n.graphml").nodes["vn.bell"]["label"] == "Bell � & <Co> �"
