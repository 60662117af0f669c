"""Excel workbooks: types, links, and what Excel cannot hold."""

from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest

from pactbook.export import workbook
from pactbook.export.letters import pieces
from pactbook.export.overflow import CHARACTERS
from pactbook.export.table import export
from pactbook.export.tables.every import TABLES

from .conftest import HOSTILE, LONG


def _cells(path, sheet=0, line=2):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[sheet] if isinstance(sheet, int) else book[sheet]
    return dict(zip((c.value for c in sheet[1]), sheet[line], strict=True))


def _column(path, sheet, name):
    sheet = openpyxl.load_workbook(path)[sheet]
    at = next(c.column for c in sheet[1] if c.value == name)
    return [sheet.cell(line, at) for line in range(2, sheet.max_row + 1)]


def _widths(sheet):
    """The width of each column; the file tells neighbours of one width together."""
    return [d.width for d in sheet.column_dimensions.values() for _ in range(d.min, d.max + 1)]


def test_numbers_are_numbers_and_known_days_are_dates(filled, tmp_path):
    export(filled, "all", "xlsx", tmp_path / "a.xlsx")
    agreement = next(
        _cells(tmp_path / "a.xlsx", "agreements", line)
        for line in (2, 3)
        if _cells(tmp_path / "a.xlsx", "agreements", line)["date"].value
    )
    assert (agreement["date"].value, agreement["date"].number_format) == (datetime(2014, 10, 24), "yyyy-mm-dd")
    assert agreement["date_last"].is_date
    assert agreement["published"].is_date
    assert (agreement["value_low"].value, agreement["value_low"].number_format) == (35_000_000, "#,##0")
    assert (agreement["completeness"].value, agreement["completeness"].number_format) == (1, "0%")
    figure = _cells(tmp_path / "a.xlsx", "figures")
    assert (figure["period"].value, figure["period"].data_type) == ("2022", "s")
    assert figure["period_first"].value == datetime(2022, 1, 1)


def test_every_sheet_has_a_frozen_head_and_a_filter_over_all_its_cells(filled, tmp_path):
    export(filled, "all", "xlsx", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == list(TABLES)
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(c.font.bold for c in sheet[1])
        assert all(width > len(c.value) for c, width in zip(sheet[1], _widths(sheet), strict=True))


def test_a_row_leads_to_its_article_s_address_and_a_file_is_no_link(filled, tmp_path):
    export(filled, "claims", "xlsx", tmp_path / "c.xlsx")
    cells = _column(tmp_path / "c.xlsx", "claims", "address")
    links = {c.value: c.hyperlink and f"{c.hyperlink.target}#{c.hyperlink.location}" for c in cells}
    address = "https://news.example/en?a=1&b=2#top"
    assert links == {address: address, "ko.txt": None, "vi.txt": None}


def test_hostile_words_stay_words(hostile, tmp_path):
    export(hostile, "all", "xlsx", tmp_path / "h.xlsx")
    subjects = _column(tmp_path / "h.xlsx", "claims", "subject")
    assert {c.data_type for c in subjects} == {"s"}
    # "_x0041_" would be read as "A" if it were not marked; openpyxl leaves the mark.
    said = {c.value.replace("_x005F_", "_") for c in subjects}
    plain = {w for w in HOSTILE if w.isprintable() or "\t" in w}
    assert len(plain) > 6
    assert plain <= said
    assert "bell � and form feed � and escape �[31m" in said
    assert "no characters: � �" in said
    assert all(c.hyperlink is None for c in _column(tmp_path / "h.xlsx", "articles", "address"))


def test_a_text_too_long_for_a_cell_stands_whole_in_a_sheet_of_its_own(hostile, tmp_path):
    rows = export(hostile, "articles", "xlsx", tmp_path / "h.xlsx")
    book = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert book.sheetnames == ["articles", "long text"]
    assert book["articles"].max_row == rows + 1
    (cell,) = [c for c in _column(tmp_path / "h.xlsx", "articles", "title") if "too long for a cell" in c.value]
    assert "whole in the sheet “long text”, from line" in cell.value
    parts = [r for r in book["long text"].iter_rows(min_row=2, values_only=True) if r[2] == "title"]
    assert "".join(r[4] for r in parts) == LONG
    assert [r[:4] for r in parts] == [("articles", f"a{len(HOSTILE):02}", "title", str(n)) for n in (1, 2)]
    line = int(cell.value.rsplit("line ", 1)[1].rstrip(")"))
    assert book["long text"].cell(line, 5).value == parts[0][4]


@pytest.mark.parametrize("text", ["", "short", "🤝" * 7, "a🤝b🤝c", "한" * 10])
@pytest.mark.parametrize("size", [2, 3, 5])
def test_pieces_are_short_and_break_no_character(text, size):
    found = list(pieces(text, size))
    assert "".join(found) == text
    assert all(0 < len(p.encode("utf-16-le")) <= 2 * size for p in found)


def test_a_cell_just_long_enough_is_left_alone(make, desk, tmp_path):
    title = "x" * CHARACTERS
    desk.add(make.told("one", "KOICA and MOST signed.", title=title))
    export(desk.file, "articles", "xlsx", tmp_path / "a.xlsx")
    assert _cells(tmp_path / "a.xlsx")["title"].value == title


def test_rows_go_on_on_the_next_sheet_when_they_run_out(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 3)
    export(filled, "claims", "xlsx", tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert {s.title: s.max_row for s in book} == {"claims": 3, "claims 2": 2}
    assert [s["A1"].value for s in book] == ["id", "id"]
    assert [s.auto_filter.ref for s in book] == [s.dimensions for s in book]


def test_links_are_plain_addresses_when_excel_s_links_run_out(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "LINKS", 0)
    export(filled, "claims", "xlsx", tmp_path / "c.xlsx")
    cells = _column(tmp_path / "c.xlsx", "claims", "address")
    assert any(c.value.startswith("https://") for c in cells)
    assert all(c.hyperlink is None for c in cells)


def test_a_day_before_excel_s_calendar_stays_text(make, desk, tmp_path):
    desk.add(make.told("old", "KOICA and MOST signed.", date="1899-12-31"))
    export(desk.file, "agreements", "xlsx", tmp_path / "a.xlsx")
    assert _cells(tmp_path / "a.xlsx")["date"].value == "1899-12-31"
