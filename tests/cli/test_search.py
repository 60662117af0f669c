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
def test_counts_are_of_agreements(typed) -> None:
    result = typed("search", "--counts", "--figures")
    assert result.exit_code == 2
    assert "--counts counts agreements" in result.stderr


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("wrong", [["--kind", "deal"], ["--since", "May"], ["--sector", "chips"]], ids=" ".join)
def test_a_question_that_cannot_be_asked_says_what_can(typed, wrong: list[str]) -> None:
    result = typed("search", *wrong)
    assert result.exit_code == 2
    assert wrong[1] in result.stderr
