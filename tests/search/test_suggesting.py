"""What may have been meant by a word that stands nowhere, in three scripts."""

from __future__ import annotations

import pytest

from pactbook.search.query import Query
from pactbook.search.suggestions import suggest

ENGLISH = "KOICA and MOST signed a memorandum on a research institute in Hanoi on October 24."
VIETNAMESE = "Hai bên đã ký thỏa thuận hợp tác về nông nghiệp công nghệ cao tại Đồng Nai."
KOREAN = "산업통상자원부는 베트남과 핵심광물 공급망 협력 양해각서를 체결했다."


@pytest.fixture
def record(make, desk):
    desk.add(
        make.told("en", ENGLISH),
        make.told("vi", VIETNAMESE, language="vi"),
        make.told("ko", KOREAN, language="ko"),
    )
    return desk.file


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("reserch", "research", id="English: a letter left out"),
        pytest.param("memorandmu", "memorandum", id="English: two letters exchanged"),
        pytest.param("institute reserch", "institute research", id="only the word that stands nowhere"),
        pytest.param('"reserch institute"', '"research institute"', id="within a phrase"),
        pytest.param("thoả thuậm", "thoả thuận", id="Vietnamese, with marks"),
        pytest.param("nghiepp", "nghiệp", id="Vietnamese, without marks"),
        pytest.param("양해각소", "양해각서", id="Korean: a vowel, within a word with a particle"),
        pytest.param("공급만", "공급망", id="Korean: a final consonant"),
    ],
)
def test_the_nearest_word_of_the_record_is_offered(record, typed, meant):
    assert suggest(record, Query.of(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("research", id="it stands there"),
        pytest.param("institutes", id="its singular does"),
        pytest.param("nong nghiep", id="it does with its marks"),
        pytest.param("협력을", id="part of it does"),
        pytest.param("한국국제협력단", id="a body's name that no article writes"),
        pytest.param("nhap khau", id="words of known names that no article writes"),
        pytest.param("qzxjkvw", id="nothing is near"),
        pytest.param("2030", id="a number"),
        pytest.param("kind:memorandum", id="a field"),
        pytest.param("", id="nothing"),
    ],
)
def test_nothing_is_offered(record, typed):
    assert suggest(record, Query.of(typed)) is None
