"""Dates as newsrooms write them."""

from __future__ import annotations

import pytest

from pactbook.mentions.dates import find_dates
from pactbook.model.article import Article, Language, Sentence


def article(text: str, published: str | None = None, language: Language = "en") -> Article:
    return Article("x", "x", language, None, None, None, published, text, (Sentence(0, len(text), 0),))


def values(text: str, published: str | None, language: Language = "en") -> list[str | None]:
    return [d.value for d in find_dates(article(text, published, language))]


CODEBOOK = [
    ("signed on April 21", "2023-04-22", ["2023-04-21"]),
    ("trade rose last month", "2023-07-20", ["2023-06"]),
    ("his trip to Vietnam in late March or early April", "2020-02-24", ["2020-03/2020-04"]),
    ("by 2030", "2023-04-22", ["2030"]),
    ("in 2022", None, ["2022"]),
    ("from 2016 to 2025", None, ["2016/2025"]),
    ("exports rose in the first quarter of this year", "2024-05-02", ["2024-01/2024-03"]),
    ("exports rose in the first quarter", "2024-05-02", ["2024-01/2024-03"]),
    ("in the first half of 2025", None, ["2025-01/2025-06"]),
    ("in the first five months", "2024-06-20", ["2024-01/2024-05"]),
    ("20/07/2023", None, ["2023-07-20"]),
    ("at the end of 2022", None, ["2022-12"]),
    ("launched in May", None, ["XXXX-05"]),
    ("by the end of this month", None, [None]),
]


@pytest.mark.parametrize(("text", "published", "wanted"), CODEBOOK)
def test_codebook(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published) == wanted
