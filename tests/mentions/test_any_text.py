"""Laws that hold for any text at all: nothing fails, every quote stands, and junk takes no longer than prose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.mentions.dates.find import find_dates
from pactbook.mentions.money.find import find_money
from pactbook.model import edtf
from pactbook.model.article import Article, Language, Sentence

LANGUAGES: list[Language] = ["en", "vi", "ko"]
PIECES = st.sampled_from(
    [
        *(
            "US$",
            "$",
            "5",
            "100",
            "1,000",
            "2.5",
            " million",
            " billion",
            "bn",
            "-",
            " to ",
            " and ",
            "between ",
            "from ",
        ),
        *("2016", "2023", "/", ".", ",", " ", "May", " 5", "March ", "first ", "quarter", " of ", "last ", "next "),
        *("year", "month", "Q", "1", "H", "won", " dong", "half a ", "the end of ", "Wednesday", "30", "31", "0", "99"),
        *("ngày ", "tháng ", "năm ", "tỷ ", "đồng", "quý ", "đầu ", "cuối ", "\n\n", "giai đoạn "),
        *("지난 ", "년", "월", "일", "억", "만", "조", "원", "달러", "~", "∼", "분기", "상", "반기", "부터 "),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


def article(text: str, language: Language, published: str | None) -> Article:
    return Article("x", "x", language, None, None, None, published, text, (Sentence(0, len(text), 0),) if text else ())


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from([None, "2023", "2024-02-29"]))
def test_every_quote_stands_and_every_value_is_sound(text: str, language: Language, published: str | None) -> None:
    given_article = article(text, language, published)
    dates, money = find_dates(given_article), find_money(given_article)
    for date in dates:
        date.span.check(text)
        assert date.value is None or edtf.is_edtf(date.value)
    for amount in money:
        amount.span.check(text)
        assert 0 <= amount.low <= amount.high
    for found in (dates, money):
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "junk",
    ["1" * 50_000, "1,000," * 10_000, "5 million " * 5_000, "5억 " * 10_000, "first " * 10_000, "2016-" * 10_000],
)
def test_junk_is_read_in_linear_time(junk: str, language: Language) -> None:
    """A pattern that backtracks without end would never come back from these."""
    given_article = article(junk, language, "2023-01-01")
    assert len(find_dates(given_article)) <= len(junk)
    assert len(find_money(given_article)) <= len(junk)
