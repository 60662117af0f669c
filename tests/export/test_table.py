"""What is taken away is all there is, and opens as it should."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import openpyxl
import pytest

from pactbook.errors import QueryError, RecordError
from pactbook.export import workbook
from pactbook.export.columns import COLUMNS
from pactbook.export.rows import CODEBOOK, TABLES
from pactbook.export.table import export
from pactbook.store.counting import count

KOREAN = "한국국제협력단은 과학기술부와 양해각서를 체결했다."
ENGLISH = "KOICA and MOST signed a memorandum on a research institute worth $35 million."


@pytest.fixture
def filled(make, desk):
    english = make.article("en", ENGLISH)
    desk.add(
        make.extraction(
            english,
            [make.claim(ENGLISH, ENGLISH, value=[(35e6, 35e6, "USD"), (0.5, 1.25, "EUR")], subject="=1+1")],
            [
                make.figure(ENGLISH, "$35 million", low=35e6, measure="grant", status="pledged"),
                make.figure(ENGLISH, "35", low=35e9),
            ],
        ),
        make.told("ko", KOREAN, language="ko", subject="연구소 설립", published="2014-10-26"),
        make.told("vi", "Đồng Nai ký biên bản ghi nhớ.\nHai dòng.", language="vi", parties=("vn.dong-nai",), date=None),
    )
    return desk.file


def _csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("what", list(TABLES))
@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_an_export_holds_a_row_for_each_thing(filled, tmp_path, what, form):
    counts = count(filled)
    articles = (what, form) == ("claims", "jsonl")
    expected = 1 if what == "series" else counts.articles if articles else getattr(counts, what)
    path = tmp_path / f"{what}.{form}"
    assert export(filled, what, form, path) == expected > 0
    if form == "csv":
        assert len(_csv(path)) == expected
    elif form == "jsonl":
        assert len(path.read_text(encoding="utf-8").splitlines()) == expected
    else:
        assert openpyxl.load_workbook(path).active.max_row == expected + 1


@pytest.mark.parametrize("what", list(TABLES))
def test_every_row_has_the_columns_that_are_promised(filled, what):
    with filled.reading() as connection:
        for row in TABLES[what].rows(connection):
            assert tuple(row) == COLUMNS[what]


def test_a_row_tells_the_quote_its_place_and_its_article(filled, tmp_path):
    export(filled, "agreements", "csv", tmp_path / "a.csv")
    row = next(r for r in _csv(tmp_path / "a.csv") if r["articles"] == "2")
    assert row["quote"] == ENGLISH[int(row["start"]) : int(row["end"])] == ENGLISH
    assert (row["address"], row["parties"]) == (
        "en.txt",
        "Korea International Cooperation Agency; Ministry of Science and Technology",
    )
    assert (row["value_low"], row["value_currency"], row["values"]) == ("35000000", "USD", "USD 35000000; EUR 0.5-1.25")
    assert (row["date_level"], row["first_told"], row["last_told"]) == ("confirmed", "2014-10-25", "2014-10-26")


def test_csv_begins_with_the_mark_that_excel_needs_and_runs_no_formula(filled, tmp_path):
    export(filled, "claims", "csv", tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = {r["article"]: r for r in _csv(tmp_path / "c.csv")}
    assert rows["en"]["subject"] == "'=1+1"
    assert rows["ko"]["subject"] == "연구소 설립"
    assert rows["vi"]["quote"] == "Đồng Nai ký biên bản ghi nhớ.\nHai dòng."


def test_a_workbook_has_numbers_text_and_a_frozen_head(filled, tmp_path):
    export(filled, "figures", "xlsx", tmp_path / "f.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    cells = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert (cells["low"].value, cells["low"].data_type) == (35e6, "n")
    assert (cells["period"].value, cells["period"].data_type) == ("2022", "s")
    assert sheet.freeze_panes == "A2"


def test_a_workbook_takes_a_formula_for_words(filled, tmp_path):
    export(filled, "claims", "xlsx", tmp_path / "c.xlsx")
    values = {c.value: c.data_type for row in openpyxl.load_workbook(tmp_path / "c.xlsx").active for c in row}
    assert values["=1+1"] == "s"


def test_a_workbook_goes_on_on_the_next_sheet_when_rows_run_out(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 3)
    export(filled, "claims", "xlsx", tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert {s.title: s.max_row for s in book} == {"claims": 3, "claims 2": 2}
    assert [s["A1"].value for s in book] == ["id", "id"]


def test_a_cell_too_long_for_excel_is_refused_and_leaves_no_file(make, desk, tmp_path):
    long = "KOICA and MOST signed " + "x" * 33_000 + "."
    desk.add(make.told("long", long))
    with pytest.raises(RecordError, match="32767"):
        export(desk.file, "claims", "xlsx", tmp_path / "c.xlsx")
    assert list(tmp_path.glob("*c.xlsx")) == []
    assert export(desk.file, "claims", "csv", tmp_path / "c.csv") == 1


def test_claims_as_lines_are_the_codebooks_objects_with_the_ids_of_their_records(filled, tmp_path):
    export(filled, "claims", "jsonl", tmp_path / "c.jsonl")
    objects = {o["article"]["id"]: o for o in map(json.loads, (tmp_path / "c.jsonl").read_text("utf-8").splitlines())}
    english, korean = (objects[k]["agreements"][0] for k in ("en", "ko"))
    assert english["record"] == korean["record"] == min(english["id"], korean["id"])
    assert english["evidence"][0]["text"] == ENGLISH
    assert [o["id"] for o in objects["en"]["organisations"]] == ["kr.koica", "vn.most"]


def test_an_empty_record_gives_a_head_without_rows(desk, tmp_path):
    assert export(desk.file, "figures", "csv", tmp_path / "f.csv") == 0
    assert (tmp_path / "f.csv").read_text("utf-8-sig").strip().split(",") == list(COLUMNS["figures"])
    assert export(desk.file, "figures", "xlsx", tmp_path / "f.xlsx") == 0


def test_rows_that_do_not_add_up_are_an_error_and_leave_no_file(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("pactbook.export.rows.Whole.expected", lambda *_: 99)
    with pytest.raises(RecordError, match="99"):
        export(filled, "claims", "csv", tmp_path / "c.csv")
    assert list(tmp_path.glob("*c.csv")) == []


@pytest.mark.parametrize(("what", "form"), [("deals", "csv"), ("claims", "pdf")])
def test_an_unknown_table_or_format_is_told_with_those_that_there_are(desk, tmp_path, what, form):
    with pytest.raises(QueryError, match=r"agreements|xlsx"):
        export(desk.file, what, form, tmp_path / "x")


def test_a_folder_that_is_not_there_is_an_error(filled, tmp_path):
    with pytest.raises(RecordError, match="cannot be written"):
        export(filled, "claims", "csv", tmp_path / "no" / "c.csv")


def test_export_and_record_count_the_same(filled):
    with filled.reading() as connection:
        for whole in (*TABLES.values(), CODEBOOK):
            assert len(list(whole.rows(connection))) == whole.expected(connection)


def test_the_docs_explain_every_column():
    docs = Path(__file__).parents[2].joinpath("docs/export.md").read_text("utf-8")
    general, *tables = re.split(r"^## ", docs.split("## In every table")[1], flags=re.M)
    for section in tables:
        what = section.split(":")[0]
        explained = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\|[^|]*\|", general + section, flags=re.M))))
        assert explained >= set(COLUMNS[what])
