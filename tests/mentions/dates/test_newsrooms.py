"""Dates as newsrooms write them: the cases are in ``vi.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pactbook.mentions.dates.find import find_dates
from pactbook.model.article import Article, Sentence

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("vi.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["says"]))
def test_vietnamese(case: dict[str, Any]) -> None:
    text = case["says"]
    article = Article("x", "x", "vi", None, None, None, case["published"] or None, text, (Sentence(0, len(text), 0),))
    found = find_dates(article)
    assert [mention.value or "?" for mention in found] == case["dates"]
    for mention in found:
        mention.span.check(text)
