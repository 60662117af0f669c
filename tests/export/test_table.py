"""What is taken away is all there is, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from pactbook.errors import QueryError, RecordError
from pactbook.export.choice import Choice
from pactbook.export.columns import COLUMNS, HOLDS
from pactbook.export.forms import ALL, FORMS, WHAT
from pactbook.export.table import export, export_to
from pactbook.export.tables.every import CODEBOOK, TABLES
from pactbook.pipeline.reviewing import Review
from pactbook.store.counting import count

from .conftest import ENGLISH

PAIRS = [(what, form) for form, one in FORMS.items() for what in one.of]


def _csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("what", list(TABLES))
@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_a_table_holds_a_row_for_each_thing(filled, tmp_path, what, form):
    Review(filled, "Mai").accept(_first(filled))
    counts = count(filled)
    others = {"series": 1, "network": 1, "decisions": 1, ("claims", "jsonl"): counts.articles}
    expected = others.get((what, form)) or others.get(what) or getattr(counts, what)
    path = tmp_path / f"{what}.{form}"
    assert export(filled, what, form, path) == expected > 0
    if form == "csv":
        assert len(_csv(path)) == expected
    elif form == "jsonl":
        assert len(path.read_text(encoding="utf-8").splitlines()) == expected
    else:
        assert openpyxl.load_workbook(path).active.max_row == expected + 1


def _first(file):
    with file.reading() as connection:
        return next(Choice(connection).ids("agreements"))


@pytest.mark.parametrize("what", list(TABLES))
def test_every_row_has_the_columns_that_are_promised(filled, what):
    Review(filled, "Mai").accept(_first(filled))
    with filled.reading() as connection:
        rows = list(TABLES[what].rows(Choice(connection)))
        assert rows
        assert all(tuple(row) == COLUMNS[what] for row in rows)


def test_every_column_that_holds_more_than_words_is_in_a_table():
    assert set(HOLDS) <= {column for columns in COLUMNS.values() for column in columns}


def test_a_row_tells_the_quote_its_place_and_its_article(filled, tmp_path):
    export(filled, "agreements", "csv", tmp_path / "a.csv")
    row = next(r for r in _csv(tmp_path / "a.csv") if r["articles"] == "2")
    assert row["quote"] == ENGLISH[int(row["start"]) : int(row["end"])] == ENGLISH
    assert row["address"] == "https://news.example/en?a=1&b=2#top"
    assert row["parties"] == "Korea International Cooperation Agency; Ministry of Science and Technology"
    assert (row["value_low"], row["value_currency"], row["values"]) == ("35000000", "USD", "USD 35000000; EUR 0.5-1.25")
    assert (row["date_level"], row["first_told"], row["last_told"]) == ("confirmed", "2014-10-25", "2014-10-26")
    assert set(row["subjects"].lstrip("'").split("; ")) == {"=1+1", "연구소 설립"}
    assert (row["date"], row["date_first"], row["date_last"]) == ("2014-10-24",) * 3


def test_a_span_of_time_has_its_first_and_last_day(filled, tmp_path):
    export(filled, "figures", "csv", tmp_path / "f.csv")
    assert {(r["period"], r["period_first"], r["period_last"]) for r in _csv(tmp_path / "f.csv")} == {
        ("2022", "2022-01-01", "2022-12-31")
    }


def test_csv_begins_with_the_mark_that_excel_needs_and_runs_no_formula(filled, tmp_path):
    export(filled, "claims", "csv", tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = {r["article"]: r for r in _csv(tmp_path / "c.csv")}
    assert rows["en"]["subject"] == "'=1+1"
    assert rows["ko"]["subject"] == "연구소 설립"
    assert rows["vi"]["quote"] == "Đồng Nai ký biên bản ghi nhớ.\nHai dòng."


def test_claims_as_lines_are_the_codebooks_objects_with_the_ids_of_their_records(filled, tmp_path):
    export(filled, "claims", "jsonl", tmp_path / "c.jsonl")
    objects = {o["article"]["id"]: o for o in map(json.loads, (tmp_path / "c.jsonl").read_text("utf-8").splitlines())}
    english, korean = (objects[k]["agreements"][0] for k in ("en", "ko"))
    assert english["record"] == korean["record"] == min(english["id"], korean["id"])
    assert english["evidence"][0]["text"] == ENGLISH
    assert [o["id"] for o in objects["en"]["organisations"]] == ["kr.koica", "vn.most"]


@pytest.mark.parametrize(("what", "form"), PAIRS)
def test_an_empty_record_gives_a_whole_file_without_rows(desk, tmp_path, what, form):
    path = tmp_path / f"out.{form}"
    assert export(desk.file, what, form, path) == 0
    assert path.exists()
    if form == "csv":
        assert path.read_text("utf-8-sig").strip().split(",") == list(COLUMNS[what])


@pytest.mark.parametrize(("what", "form"), PAIRS)
def test_a_stream_gets_the_same_bytes_and_stays_open(filled, tmp_path, what, form):
    path, stream = tmp_path / f"out{FORMS[form].ending}", io.BytesIO()
    assert export(filled, what, form, path) == export_to(filled, what, form, stream)
    if form == "xlsx":
        # A workbook says when it was made.
        books = [openpyxl.load_workbook(f) for f in (path, io.BytesIO(stream.getvalue()))]
        one, other = ([[list(r) for r in s.iter_rows(values_only=True)] for s in book] for book in books)
        assert one == other
    else:
        assert stream.getvalue() == path.read_bytes()


@pytest.mark.parametrize("what", list(TABLES))
def test_rows_that_do_not_add_up_are_an_error_and_leave_no_file(filled, tmp_path, monkeypatch, what):
    monkeypatch.setattr("pactbook.export.forms.TABLES", {what: _miscounted(TABLES[what])})
    with pytest.raises(RecordError, match="99"):
        export(filled, what, "csv", tmp_path / "c.csv")
    assert list(tmp_path.glob("*c.csv")) == []


def _miscounted(table):
    return type(table)(table.rows, lambda _: 99)


@pytest.mark.parametrize("form", ["ris", "csl"])
def test_references_that_do_not_add_up_are_an_error_and_leave_no_file(filled, tmp_path, monkeypatch, form):
    monkeypatch.setattr(Choice, "count", lambda *_: 99)
    with pytest.raises(RecordError, match="99"):
        export(filled, "articles", form, tmp_path / "c")
    assert list(tmp_path.glob("*c")) == []


@pytest.mark.parametrize(
    ("what", "form", "told"),
    [
        ("deals", "csv", "no table 'deals'.*agreements.*all"),
        ("claims", "pdf", "no format 'pdf'.*csv.*graphml"),
        ("figures", "ris", "figures cannot be written as ris, which holds: articles. Formats for figures: csv"),
        ("all", "csv", "all cannot be written as csv.*Formats for all: xlsx, ftm"),
        ("agreements", "graphml", "which holds: network"),
    ],
)
def test_a_table_and_a_format_that_do_not_go_together_are_told_with_those_that_do(desk, tmp_path, what, form, told):
    with pytest.raises(QueryError, match=told):
        export(desk.file, what, form, tmp_path / "x")
    assert list(tmp_path.glob("*x")) == []


def test_a_folder_that_is_not_there_is_an_error(filled, tmp_path):
    with pytest.raises(RecordError, match="cannot be written"):
        export(filled, "claims", "csv", tmp_path / "no" / "c.csv")


def test_rows_and_record_count_the_same(filled):
    with filled.reading() as connection:
        for table in (*TABLES.values(), CODEBOOK):
            choice = Choice(connection)
            assert len(list(table.rows(choice))) == table.expected(choice)


@pytest.mark.parametrize("what", [w for w in WHAT if w not in (ALL, "decisions")])
def test_chosen_things_and_no_others(filled, tmp_path, what):
    """``fitting`` says which: the Vietnamese agreement, its article and its party; no figure."""
    with filled.reading() as connection:
        wanted = connection.exec_driver_sql(
            "SELECT record FROM agreement_claims c JOIN articles a ON a.key = c.article WHERE a.id = 'vi'"
        ).scalar_one()
    answers = {"agreements": [wanted], "articles": ["vi"], "organisations": ["vn.dong-nai"], "figures": []}
    rows = export(filled, what, "jsonl", tmp_path / "x", lambda _, thing: answers[thing])
    lines = [json.loads(line) for line in (tmp_path / "x").read_text("utf-8").splitlines()]
    assert rows == len(lines) == (0 if what in ("figures", "series", "network") else 1)
    assert all("vi" in json.dumps(line) for line in lines)


def test_all_that_belongs_to_chosen_agreements(filled, tmp_path):
    with filled.reading() as connection:
        koica = next(i for i in Choice(connection).ids("agreements") if len(_parties(connection, i)) == 2)
    export(filled, "all", "xlsx", tmp_path / "x.xlsx", lambda _, thing: [koica])
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {s.title: s.max_row - 1 for s in book} == {
        **{"agreements": 1, "claims": 2, "figures": 2, "series": 1, "organisations": 2, "articles": 2},
        **{"network": 1, "decisions": 0},
    }


def _parties(connection, agreement):
    asked = "SELECT party FROM agreement_parties WHERE agreement = ?"
    return connection.exec_driver_sql(asked, (agreement,)).scalars().all()


def test_memory_does_not_grow_with_the_rows(desk, monkeypatch):
    """Ids are read as they are used: nothing is asked for beyond the page at hand."""
    asked = []

    def fitting(_, thing):
        for n in range(1000):
            asked.append(n)
            yield f"{n:04}"

    with desk.file.reading() as connection:
        pages = Choice(connection, fitting).pages("agreements")
        assert len(next(pages)) == 200
        assert len(asked) == 200


def test_the_docs_explain_every_column():
    docs = Path(__file__).parents[2].joinpath("docs/export.md").read_text("utf-8")
    for what, columns in COLUMNS.items():
        section = docs.split(f"### {what}")[1].split("\n### ")[0].split("\n## ")[0]
        shared = docs.split("### The quote")[1].split("\n### ")[0]
        explained = "".join(line.split("|")[1] for line in (section + shared).splitlines() if line.startswith("|"))
        assert [c for c in columns if f"`{c}`" not in explained] == []
