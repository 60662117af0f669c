"""FollowTheMoney entities, checked by its own library."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from followthemoney import model

from pactbook.errors import RecordError
from pactbook.export.followthemoney.entity import dates, name_of
from pactbook.export.followthemoney.stream import ENTITIES, whole
from pactbook.export.table import export
from pactbook.pipeline.reviewing import Review

from .conftest import ENGLISH, HOSTILE


def _read(path):
    return {e["id"]: e for e in map(json.loads, path.read_text("utf-8").splitlines())}


def _check(entities):
    """Every schema and property is FollowTheMoney's, every value is as its type wants it, every pointer leads home."""
    for found in entities.values():
        schema = model.get(found["schema"])
        assert schema is not None
        assert not schema.abstract
        proxy = model.get_proxy(found, cleaned=False)
        schema.validate(found)
        for name, values in found["properties"].items():
            prop = schema.get(name)
            assert prop is not None, f"{schema.name} has no {name}"
            for value in values:
                assert prop.type.validate(value), f"{schema.name}.{name}: {value!r}"
                assert prop.type.clean(value) is not None
                if prop.type.name == "entity":
                    assert model.get(entities[value]["schema"]).is_a(prop.range), f"{name} → {value}"
            # What the library keeps of the values is what was written, but for spaces.
            assert len(proxy.get(name)) == len({" ".join(v.split()) for v in values}), f"{schema.name}.{name}"


@pytest.mark.parametrize("what", list(ENTITIES))
def test_every_entity_is_valid_and_comes_once(filled, tmp_path, what):
    rows = export(filled, what, "ftm", tmp_path / "x")
    entities = _read(tmp_path / "x")
    assert len(entities) == rows > 0
    _check(entities)


@pytest.mark.parametrize("what", list(ENTITIES))
def test_hostile_words_are_valid_too(hostile, tmp_path, what):
    rows = export(hostile, what, "ftm", tmp_path / "x")
    entities = _read(tmp_path / "x")
    assert len(entities) == rows > len(HOSTILE)
    _check(entities)


def test_an_agreement_is_a_project_with_participants_and_documentation(filled, tmp_path):
    export(filled, "agreements", "ftm", tmp_path / "x")
    entities = _read(tmp_path / "x")
    assert Counter(e["schema"] for e in entities.values()) == {
        **{"Project": 2, "ProjectParticipant": 3, "Documentation": 3, "PublicBody": 3, "Article": 3},
    }
    project = next(e for e in entities.values() if e["schema"] == "Project" and "amount" in e["properties"])
    cells = project["properties"]
    assert (cells["amount"], cells["currency"], cells["amountUsd"]) == (["35000000"], ["USD"], ["35000000"])
    assert (cells["date"], cells["status"], cells["phase"]) == (["2014-10-24"], ["signed"], ["pledge"])
    assert project["id"] == f"pactbook-agreement-{cells['projectId'][0]}"
    said = [e["properties"] for e in entities.values() if e["schema"] == "Documentation"]
    assert [ENGLISH] in [s["summary"] for s in said]
    assert {entities[s["document"][0]]["schema"] for s in said} == {"Article"}
    english = entities["pactbook-article-en"]["properties"]
    assert (english["language"], english["publishedAt"], english["publisher"]) == (["eng"], ["2014-10-25"], ["VNA"])


def test_ids_stay_from_one_export_to_the_next(filled, tmp_path):
    for name in ("one", "two"):
        export(filled, "all", "ftm", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_name_that_no_id_can_hold_is_hashed_and_others_stay_readable():
    assert name_of("party", "kr.koica") == "pactbook-party-kr.koica"
    hashed = name_of("party", "vn.람투이고등학교")
    assert hashed == name_of("party", "vn.람투이고등학교") != name_of("party", "vn.람투이")
    assert hashed.isascii()


def test_each_article_that_names_a_body_mentions_it(filled, tmp_path):
    export(filled, "organisations", "ftm", tmp_path / "x")
    mentions = [e["properties"] for e in _read(tmp_path / "x").values() if e["schema"] == "Mention"]
    assert {(m["document"][0], m["resolved"][0]) for m in mentions} >= {
        ("pactbook-article-en", "pactbook-party-kr.koica"),
        ("pactbook-article-vi", "pactbook-party-vn.dong-nai"),
    }


def test_what_an_analyst_decided_is_told(filled, tmp_path):
    with filled.reading() as connection:
        (key,) = connection.exec_driver_sql("SELECT record FROM agreement_claims WHERE subject = '=1+1'").scalars()
    Review(filled, "Mai", now=lambda: "2026-02-03T10:00:00+00:00").edit(key, "date", "2014-11", why="phoned")
    export(filled, "agreements", "ftm", tmp_path / "x")
    told = [e["properties"] for e in _read(tmp_path / "x").values() if "notes" in e["properties"]]
    edited = next(t for t in told if t["notes"] == ["date: Mai, 2026-02-03 (phoned)"])
    assert edited["date"] == ["2014-11"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, {}),
        ("2014-10-24", {"date": "2014-10-24"}),
        ("2014", {"date": "2014"}),
        ("2016/2025", {"startDate": "2016", "endDate": "2025"}),
        ("/2023-04", {"endDate": "2023-04"}),
        ("198X", {}),
        ("XXXX-05", {}),
    ],
)
def test_dates_as_followthemoney_writes_them(value, expected):
    assert dates(value) == expected


def test_an_entity_that_points_nowhere_is_an_error():
    lost = {"id": "a", "schema": "Documentation", "properties": {"document": ["b"]}}
    with pytest.raises(RecordError, match="b among them"):
        list(whole([lost]))
