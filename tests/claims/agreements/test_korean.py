"""What Korean newsrooms write of a deal, and the claims that it is: the cases are in ``korean_cases.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.agreements.tellings import cases, check_words, read_within, told, wanted

from pactbook.claims.claim import claim
from pactbook.mentions.find import find
from pactbook.model.article import Article, Sentence
from pactbook.model.claim import Extraction

PAGE = """한국과 베트남, 더 가까워진다

2023년 7월 20일

{text}

업계는 두 나라 기업의 거래가 앞으로 더 늘어날 것으로 내다봤다.
"""

KNOWN = tomllib.loads(Path(__file__).with_name("korean_cases.toml").read_text(encoding="utf-8"))
CASES = KNOWN["case"]
WORDS = KNOWN["words"]


def read(text: str) -> Extraction:
    return read_within(PAGE, text)


@pytest.mark.parametrize("case", cases(CASES))
def test_a_deal_is_read_however_it_is_said(case: dict[str, Any]) -> None:
    assert told(read(case["says"])) == wanted(case)


@pytest.mark.parametrize("case", [c for c in CASES if c["claims"]], ids=[c["name"] for c in CASES if c["claims"]])
def test_every_cell_has_its_words_in_the_article(case: dict[str, Any]) -> None:
    check_words(read(case["says"]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.sampled_from(["", " "]))
def test_any_korean_words_are_read_to_the_end(words: list[str], joint: str) -> None:
    text = joint.join(words).strip() or "."
    one = Article("a", "a.txt", "ko", None, None, None, "2023-07-20", text, (Sentence(0, len(text), 0),))
    found = claim(one, find(one))
    for agreement in found.agreements:
        assert agreement.parties
        for span in [*agreement.evidence, *(b.span for b in agreement.because)]:
            span.check(one.text)
    assert claim(one, find(one)) == found
