"""Whole tables, to a file or to standard output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

STORY = """Bộ Công Thương và MOTIE sign

HANOI, May 3, 2023 - The Ministry of Trade, Industry and Energy of South Korea and the Ministry of Industry and Trade of
Vietnam signed a memorandum of understanding on supply chains in Hanoi on Tuesday. It covers US$100 million, they said.
"""


@pytest.fixture
def record(typed, tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY)
    assert typed("add", tmp_path / "story.txt").exit_code == 0
    return tmp_path


@pytest.mark.parametrize("what", ["agreements", "figures", "organisations", "claims"])
def test_csv_on_standard_output_opens_in_excel(typed, record: Path, what: str) -> None:
    result = typed("export", what)
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))
    assert rows
    assert None not in rows[0]


def test_claims_as_json_lines_are_the_codebook_s_objects(typed, record: Path) -> None:
    exported = [json.loads(line) for line in typed("export", "claims", "--format", "jsonl").stdout.splitlines()]
    extracted = [json.loads(line) for line in typed("extract", record / "story.txt").stdout.splitlines()]
    for key in ("article", "figures", "dates"):
        assert exported[0][key] == extracted[0][key]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
def test_the_format_follows_the_name_of_the_file(typed, record: Path, ending: str) -> None:
    path = record / f"out.{ending}"
    result = typed("export", "agreements", "-o", path)
    assert result.exit_code == 0
    assert f"written to {path}" in result.stderr
    if ending == "xlsx":
        assert openpyxl.load_workbook(path).active.max_row > 1
    else:
        assert path.read_text(encoding="utf-8")


def test_a_workbook_can_be_piped(typed, record: Path) -> None:
    data = typed("export", "figures", "--format", "xlsx").stdout_bytes
    assert openpyxl.load_workbook(io.BytesIO(data)).active.max_row >= 1


def test_a_place_that_cannot_be_written(typed, record: Path) -> None:
    result = typed("export", "agreements", "-o", record / "no folder" / "out.csv")
    assert result.exit_code == 3
    assert "out.csv" in result.stderr
