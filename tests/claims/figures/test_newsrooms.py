"""Sums of money in whole articles, from the text to the figure: the cases are in ``cases.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pactbook.model.source import Source
from pactbook.pipeline import extract

PAGE = """Vietnam and Korea look for closer ties

Thursday, 20 July 2023

{text}

The ministers of the two countries shook hands and went to lunch together with the guests.
"""

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["not_yet"])] if "not_yet" in case else []
    return pytest.param(case, id=case["says"][:60], marks=marks)


@pytest.mark.parametrize("case", [marked(c) for c in CASES])
def test_a_figure_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    article = extract(Source("case.txt", PAGE.format(text=case["says"]).encode(), "text/plain"))
    rows = [(f.measure, f.status, f.period, f.source, f.target) for f in article.figures]
    found = [[cell or "-" for cell in row] for row in rows]
    wanted = [[cell.split("|") for cell in row.split()] for row in case["figures"]]
    assert len(found) == len(wanted)
    for cells, answers in zip(found, wanted, strict=True):
        assert all(cell in answer for cell, answer in zip(cells, answers, strict=True)), (cells, answers)
