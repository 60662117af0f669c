"""Questions at the command line: what is found, and how much of it there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STORIES = {
    "koica.txt": """KOICA and Hanoi ministry sign up for a research institute

May 3, 2023

The Korea International Cooperation Agency (KOICA) and Vietnam's Ministry of Science and Technology signed a memorandum
of understanding on a research institute in Hanoi on Tuesday.
""",
    "loan.txt": """Seoul lends for a road in the Mekong Delta

June 9, 2022

The Export-Import Bank of Korea (KEXIM) and Vietnam's Ministry of Finance signed a loan agreement worth US$70 million
for a road in the Mekong Delta on Wednesday.
""",
}


@pytest.fixture
def record(typed, tmp_path: Path) -> None:
    for name, story in STORIES.items():
        (tmp_path / name).write_text(story)
        assert typed("add", tmp_path / name).exit_code == 0


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--kind", "loan"], 1),
        (["--party", "한국국제협력단"], 1),
        (["--party", "Bộ Tài chính"], 1),
        (["--since", "2023"], 1),
        (["--until", "2022"], 1),
        (["--country", "VN"], 2),
        (["institute"], 1),
        (["--status", "ended"], 0),
        (["--kind", "loan", "--kind", "memorandum"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_filters_find_what_fits(typed, asked: list[str], found: int) -> None:
    assert len(typed("search", *asked, "--json").stdout.splitlines()) == found


@pytest.mark.usefixtures("record")
def test_counts_tell_how_much_there_is_of_what(typed) -> None:
    counts = json.loads(typed("search", "--counts", "--json").stdout)
    assert counts["kind"] == {"loan": 1, "memorandum": 1}
    assert counts["status"] == {"signed": 2}
    assert counts["year"] == {"2022": 1, "2023": 1}
    lines = [line.split() for line in typed("search", "--counts", "--kind", "loan").stdout.splitlines()]
    assert ["1", "loan"] in lines
    assert ["1", "memorandum"] in lines, "what the other kinds would bring"
    assert ["1", "2022"] not in lines or ["1", "2023"] not in lines


@pytest.mark.usefixtures("record")
def test_figures_are_counted_too(typed) -> None:
    counts = json.loads(typed("search", "--counts", "--figures", "--json").stdout)
    assert counts["total"] == sum(counts["measure"].values())
    assert counts["totals"] == []


@pytest.mark.usefixtures("record")
def test_organisations_are_found_by_any_name(typed) -> None:
    result = typed("search", "--organisations", "한국국제협력단")
    assert "Korea International Cooperation Agency" in result.stdout
    assert "KOICA" in result.stdout


@pytest.mark.usefixtures("record")
def test_a_misspelling_gets_a_suggestion(typed) -> None:
    assert "Did you mean: research institute" in typed("search", "reserch institute").stdout


@pytest.mark.usefixtures("record")
def test_fields_work_however_the_shell_leaves_their_quotes(typed) -> None:
    for asked in ("party:Export-Import Bank of Korea", 'party:"Export-Import Bank of Korea"', "기관:KEXIM"):
        assert len(typed("search", asked, "--json").stdout.splitlines()) == 1


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("rice AND", ["rice AND", "     ^^^"]),
        ("차관 OR (협력", ["차관 OR (협력", "        ^"]),
        ("kind:deal", ["kind:deal", "     ^^^^"]),
    ],
)
def test_a_malformed_question_is_shown_with_the_place(typed, asked: str, lines: list[str]) -> None:
    result = typed("search", asked)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-2:] == [f"  {line}" for line in lines]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("wrong", [["--kind", "deal"], ["--since", "May"], ["--sector", "chips"]], ids=" ".join)
def test_a_question_that_cannot_be_asked_says_what_can(typed, wrong: list[str]) -> None:
    result = typed("search", *wrong)
    assert result.exit_code == 2
    assert wrong[1] in result.stderr


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("party:KOICA OR road", 2),
        ("party:KOICA OR (road AND status:signed)", 2),
        ("party:Export-Import Bank of Korea", 1),
        ("party:KOICA institute", 1),
        ("party:Ministry of Nothing at All", 0),
    ],
)
def test_a_question_within_one_pair_of_quotes_is_read_as_it_is_meant(typed, asked: str, found: int) -> None:
    printed = typed("search", asked, "--json").stdout.splitlines()
    assert len(printed) == found
