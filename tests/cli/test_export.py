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


@pytest.mark.parametrize(
    ("name", "what", "told"),
    [
        ("out.ftm.json", "agreements", "entities written"),
        ("out.ris", "articles", "1 reference written"),
        ("out.csl.json", "articles", "1 reference written"),
        ("OUT.GRAPHML", "network", "nodes and ties written"),
        ("out.xlsx", "all", "rows written"),
        ("out", "articles", "1 row written"),
    ],
)
def test_every_format_has_its_ending(typed, record: Path, name: str, what: str, told: str) -> None:
    result = typed("export", what, "-o", record / name)
    assert result.exit_code == 0
    assert told in result.stderr
    assert (record / name).stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("figures", "--format", "ris"), "figures cannot be written as ris, which holds: articles"),
        (("all", "--format", "csv"), "Formats for all: xlsx, ftm"),
        (("deals",), "'deals' is not one of"),
        (("agreements", "-o", "out.pdf"), "no table is written as .pdf"),
        (("agreements", "--kind", "lone"), "there is no kind 'lone'"),
    ],
)
def test_what_makes_no_sense_is_told(typed, record: Path, words: tuple[str, ...], told: str) -> None:
    result = typed("export", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_the_filters_are_those_of_search(typed, record: Path) -> None:
    def rows(*words: str) -> int:
        return len(typed("export", "agreements", "--format", "jsonl", *words).stdout.splitlines())

    assert rows("supply chains", "--kind", "memorandum", "--since", "2023", "--party", "산업통상자원부") == 1
    assert rows("--kind", "loan") == 0
    assert rows("--commitment", "pledge", "--year", "2023", "--sort", "amount") == 1
    assert rows("--amount", ">=1bn") == 0
    assert rows("--outlet", "nobody's gazette") == 0
    assert rows("nothing of the sort") == 0


def test_a_workbook_can_be_piped(typed, record: Path) -> None:
    data = typed("export", "figures", "--format", "xlsx").stdout_bytes
    assert openpyxl.load_workbook(io.BytesIO(data)).active.max_row >= 1


def test_a_place_that_cannot_be_written(typed, record: Path) -> None:
    result = typed("export", "agreements", "-o", record / "no folder" / "out.csv")
    assert result.exit_code == 3
    assert "out.csv" in result.stderr
