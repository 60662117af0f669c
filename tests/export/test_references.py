"""The articles as references: read back by the library for RIS, and checked by CSL's own schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
import rispy

from pactbook.export.table import export

from .conftest import HOSTILE

#: From github.com/citation-style-language/schema; its licence stands beside it.
SCHEMA = json.loads(Path(__file__).with_name("csl").joinpath("csl-data.json").read_text("utf-8"))


@pytest.fixture
def referred(make, desk):
    """Articles whose dates, outlets and addresses are known to different degrees."""
    cells = [
        {
            "title": "Ký kết",
            "language": "vi",
            "published": "2014-10-25",
            "outlet": "VNA",
            "url": "https://vna.example/1",
        },
        {"title": "양해각서", "language": "ko", "published": "2014-10", "outlet": "연합뉴스"},
        {"title": "A page", "published": "2014", "outlet": None, "url": "https://page.example"},
        {"title": None, "published": None, "outlet": None},
        {"title": "Some day", "published": "2014-03/2014-04", "outlet": "X"},
        {"title": "Some May", "published": "XXXX-05", "outlet": "X"},
    ]
    for n, cell in enumerate(cells):
        sentence = f"KOICA and MOST signed a memorandum for the {n}th time."
        article = make.article(f"a{n}", sentence, **cell)
        desk.add(make.extraction(article, [make.claim(sentence, sentence)]))
    return desk.file


def _ris(path):
    return {r["id"]: r for r in rispy.loads(path.read_bytes().decode("utf-8"))}


def test_ris_has_types_dates_languages_and_outlets(referred, tmp_path):
    assert export(referred, "articles", "ris", tmp_path / "a.ris") == 6
    found = _ris(tmp_path / "a.ris")
    one = found["a0"]
    assert (one["type_of_reference"], one["title"], one["language"]) == ("NEWS", "Ký kết", "vi")
    assert (one["secondary_title"], one["urls"]) == ("VNA", ["https://vna.example/1"])
    assert (one["date"], one["year"]) == ("2014/10/25/", "2014")
    assert found["a1"]["date"] == "2014/10//"
    assert (found["a2"]["date"], found["a2"]["type_of_reference"]) == ("2014///", "ELEC")
    assert found["a3"]["type_of_reference"] == "NEWS"
    assert all("date" not in found[i] for i in ("a3", "a4", "a5"))
    assert found["a1"]["notes"] == ["pactbook article a1", "read from a1.txt"]


def test_csl_is_what_its_schema_says(referred, tmp_path):
    assert export(referred, "articles", "csl", tmp_path / "a.csl.json") == 6
    whole = json.loads((tmp_path / "a.csl.json").read_text("utf-8"))
    jsonschema_rs.validator_for(SCHEMA).validate(whole)
    found = {r["id"]: r for r in whole}
    assert found["a0"] == {
        "id": "a0",
        "type": "article-newspaper",
        "title": "Ký kết",
        "container-title": "VNA",
        "issued": {"date-parts": [[2014, 10, 25]]},
        "language": "vi",
        "URL": "https://vna.example/1",
        "note": "pactbook article a0",
    }
    assert [found[f"a{n}"].get("issued") for n in range(1, 6)] == [
        {"date-parts": [[2014, 10]]},
        {"date-parts": [[2014]]},
        None,
        {"literal": "2014-03/2014-04"},
        {"literal": "XXXX-05"},
    ]
    assert found["a2"]["type"] == "webpage"


def test_a_near_copy_says_what_it_repeats(make, desk, tmp_path):
    story = " ".join(f"KOICA and MOST said on day {n} that they signed paper {n}." for n in range(30))
    for name in ("a", "b"):
        article = make.article(name, story, published=f"2014-10-2{'ab'.index(name)}")
        desk.add(make.extraction(article, [make.claim(story, story)]))
    export(desk.file, "articles", "ris", tmp_path / "a.ris")
    assert "nearly repeats article a" in _ris(tmp_path / "a.ris")["b"]["notes"]


def test_no_headline_writes_a_line_of_its_own(hostile, tmp_path):
    rows = export(hostile, "articles", "ris", tmp_path / "h.ris")
    found = _ris(tmp_path / "h.ris")
    assert len(found) == rows == len(HOSTILE) + 1
    assert {r["type_of_reference"] for r in found.values()} == {"NEWS"}
    assert (
        found[f"a{HOSTILE.index('one' + chr(10) + 'ER  - ' + chr(10) + 'TY  - BOOK' + chr(10) + 'TI  - another'):02}"][
            "title"
        ]
        == "one ER - TY - BOOK TI - another"
    )
    export(hostile, "articles", "csl", tmp_path / "h.json")
    whole = json.loads((tmp_path / "h.json").read_text("utf-8"))
    jsonschema_rs.validator_for(SCHEMA).validate(whole)
    assert len(whole) == rows
    assert "Đồng Nai 한국국제협력단 ồ ộ 과\u200b학" in {r["title"] for r in whole}
