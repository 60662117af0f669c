"""An analyst's word in what is taken away."""

from __future__ import annotations

import csv
import json

import pytest

from pactbook.export.table import export
from pactbook.pipeline.reviewing import Review


@pytest.fixture
def review(filled):
    return Review(filled, "Mai", now=lambda: "2026-02-03T10:00:00+00:00")


def _rows(file, what, tmp_path):
    path = tmp_path / f"{what}.jsonl"
    export(file, what, "jsonl", path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _claim(file, article):
    with file.reading() as connection:
        asked = "SELECT c.id FROM agreement_claims c JOIN articles a ON a.key = c.article WHERE a.id = ?"
        return connection.exec_driver_sql(asked, (article,)).scalar_one()


def test_an_edit_is_found_with_who_when_and_why(filled, review, tmp_path):
    key = _claim(filled, "ko")
    review.edit(key, "date", "2014-11", why="phoned the ministry")
    review.accept(key, why="seen the paper")
    row = next(r for r in _rows(filled, "agreements", tmp_path) if key in r["claims"])
    assert (row["date"], row["date_first"], row["date_level"]) == ("2014-11", "2014-11-01", "decided")
    assert row["decided"] == [
        "date: Mai, 2026-02-03 (phoned the ministry)",
        "accepted: Mai, 2026-02-03 (seen the paper)",
    ]
    edit, accept = _rows(filled, "decisions", tmp_path)
    assert (edit["who"], edit["when"][:10], edit["why"]) == ("Mai", "2026-02-03", "phoned the ministry")
    assert (edit["action"], edit["field"], edit["value"], edit["stands"]) == ("edit", "date", ["2014-11"], "yes")
    assert edit["agreements"] == accept["agreements"] == [row["id"]]


def test_what_was_rejected_is_no_agreement_and_its_claims_say_by_whom(filled, review, tmp_path):
    key = _claim(filled, "vi")
    review.reject(key, why="a hope, no deal")
    assert all(key not in r["claims"] for r in _rows(filled, "agreements", tmp_path))
    claims = _rows_of_claims(filled, tmp_path)
    assert len(claims) == 3
    assert [c["decided"] for c in claims if c["id"] == key] == ["rejected: Mai, 2026-02-03 (a hope, no deal)"]
    assert [c["id"] for c in claims if not c["agreement"]] == [key]
    (told,) = [o for o in _rows(filled, "claims", tmp_path) if o["article"]["id"] == "vi"]
    assert told["agreements"][0]["record"] is None
    assert told["agreements"][0]["rejected"] == {
        "who": "Mai",
        "when": "2026-02-03T10:00:00+00:00",
        "why": "a hope, no deal",
    }


def _rows_of_claims(file, tmp_path):
    export(file, "claims", "csv", tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_what_was_taken_back_is_told_as_such(filled, review, tmp_path):
    key = _claim(filled, "vi")
    review.reject(key)
    review.undo()
    assert any(key in r["claims"] for r in _rows(filled, "agreements", tmp_path))
    stands = {r["action"]: r["stands"] for r in _rows(filled, "decisions", tmp_path)}
    assert stands == {"reject": "taken back", "undo": "yes"}


def test_bodies_that_are_one_by_an_analyst_s_word_are_one_row(filled, review, tmp_path):
    before = {r["id"]: r for r in _rows(filled, "organisations", tmp_path)}
    review.same("kr.koica", "vn.dong-nai", why="for the test")
    after = {r["id"]: r for r in _rows(filled, "organisations", tmp_path)}
    assert set(before) - set(after) == {"vn.dong-nai"}
    row = after["kr.koica"]
    assert row["also"] == ["vn.dong-nai"]
    assert "Đồng Nai" in row["names"]
    deals = [r for r in _rows(filled, "agreements", tmp_path) if "kr.koica" in r["party_ids"]]
    assert (row["articles"], row["agreements"]) == (3, len(deals))
    (said,) = _rows(filled, "decisions", tmp_path)
    assert (said["action"], said["why"], len(said["about"])) == ("same", "for the test", 2)
    entities = tmp_path / "o.ftm.json"
    export(filled, "organisations", "ftm", entities)
    mentions = [json.loads(line) for line in entities.read_text("utf-8").splitlines()]
    resolved = {m["properties"]["resolved"][0] for m in mentions if m["schema"] == "Mention"}
    assert "pactbook-party-kr.koica" in resolved
    assert "pactbook-party-vn.dong-nai" not in resolved


def test_a_figure_says_what_was_decided_and_what_its_article_says(filled, review, tmp_path):
    (grant,) = [r for r in _rows(filled, "figures", tmp_path) if r["measure"] == "grant"]
    review.edit(grant["id"], "measure", "loan", why="it is paid back")
    (row,) = [r for r in _rows(filled, "figures", tmp_path) if r["id"] == grant["id"]]
    assert (row["measure"], row["said"]) == ("loan", ["measure: grant"])
    assert row["decided"] == ["measure: Mai, 2026-02-03 (it is paid back)"]
    review.reject(grant["id"])
    assert [r["id"] for r in _rows(filled, "figures", tmp_path) if r["id"] == grant["id"]] == []
    assert {r["action"] for r in _rows(filled, "decisions", tmp_path)} == {"edit", "reject"}
