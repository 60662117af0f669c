"""Sums of money in whole articles, from the text to the figure: the cases are in ``cases*.toml``."""

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

KOREAN_PAGE = """한국과 베트남, 협력 강화

2023년 7월 20일

{text}

행사에는 두 나라 관계자가 많이 참석했으며 참석자들은 앞으로도 우호와 협력을 이어 가자고 입을 모았다.
"""

VIETNAMESE_PAGE = """Việt Nam và Hàn Quốc tăng cường hợp tác

Thứ Năm, 20/07/2023

{text}

Hai vị bộ trưởng bắt tay nhau rồi cùng các vị khách đi ăn trưa trong không khí thân mật.
"""


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["case"]
    return found


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["not_yet"])] if "not_yet" in case else []
    return pytest.param(case, id=case["says"][:60], marks=marks)


@pytest.mark.parametrize("case", [marked(c) for c in cases("cases.toml")])
def test_a_figure_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    check(PAGE, case)


@pytest.mark.parametrize("case", [marked(c) for c in cases("cases_ko.toml")])
def test_a_korean_figure_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    check(KOREAN_PAGE, case)


@pytest.mark.parametrize("case", [marked(c) for c in cases("cases_vi.toml")])
def test_a_vietnamese_figure_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    check(VIETNAMESE_PAGE, case)


def check(page: str, case: dict[str, Any]) -> None:
    article = extract(Source("case.txt", page.format(text=case["says"]).encode(), "text/plain"))
    rows = [(f.measure, f.status, f.period, f.source, f.target) for f in article.figures]
    found = [[cell or "-" for cell in row] for row in rows]
    wanted = [[cell.split("|") for cell in row.split()] for row in case["figures"]]
    assert len(found) == len(wanted)
    for cells, answers in zip(found, wanted, strict=True):
        assert all(cell in answer for cell, answer in zip(cells, answers, strict=True)), (cells, answers)
