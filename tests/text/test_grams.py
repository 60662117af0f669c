"""Words as a search cuts them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.text.grams import find_marks, grams, index_text, query_words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Đồng Nai", "dong nai"),
        (unicodedata.normalize("NFD", "Đồng Nai"), "dong nai"),
        ("산업부는", "산업 업부 부는"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
        ("한", "한"),
        ("1천억 달러", "1 천억 달러"),
        ("15억弗", "15 억 弗"),
        ("US$100-billion", "us 100 billion"),
        ("R&D_park's", "r d park s"),
        ("한·베트남 FTA", "한 베트 트남 fta"),
        ("KOICA와 LG전자", "koica 와 lg 전자"),
        ("“ ” 🤝 --", ""),
    ],
)
def test_a_text_is_cut_into_tokens(text, tokens):
    assert index_text(text) == tokens


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Tỉnh Đồng Nai ký", "dong nai", ["Đồng", "Nai"]),
        ("산업통상자원부는 체결했다", "통상 체결", ["통상", "체결"]),
        ("KOICA signed with koica's office", "Koica", ["KOICA", "koica"]),
        ("signing a sign", "sign", ["sign"]),
        ("한국 정부, 한편", "한", ["한", "한"]),
        ("worth US$100-billion.", "US$100-billion", ["US$100-billion"]),
        ("nothing here", "한국", []),
        ("산업은행과 산업부", "산업부", ["산업부"]),
        ("과학기술정보통신부와", "기술정보", ["기술정보"]),
    ],
)
def test_marks_stand_on_the_words_of_the_original(text, words, marked):
    assert [text[a:b] for a, b in find_marks(text, query_words(words))] == marked


def _is_of_words(c: str) -> bool:
    """A letter, a number, a mark, or a place among the Han characters that Unicode has yet to fill."""
    return unicodedata.category(c)[0] in "LNM" or unicodedata.category(c) == "Cn"


@given(st.text())
def test_tokens_hold_nothing_that_an_index_could_read_as_syntax(text):
    for gram in grams(text):
        assert gram.text.isalnum() or all(_is_of_words(c) for c in gram.text)


@given(st.text(alphabet="abcdđ ồạ한국베트남은 .-"), st.text(alphabet="abđ ồ한국베", max_size=8))
def test_marks_are_in_order_and_never_overlap(text, words):
    marks = find_marks(text, query_words(words))
    assert all(0 <= a < b <= len(text) for a, b in marks)
    assert all(one[1] <= two[0] for one, two in pairwise(marks))


@given(st.text(alphabet="한국베트남정부", min_size=2, max_size=6), st.text(alphabet="은는이가을를과와", max_size=2))
def test_a_korean_word_is_found_through_any_particle(word, particle):
    inside, sought = index_text(word + particle).split(), index_text(word).split()
    assert any(inside[i : i + len(sought)] == sought for i in range(len(inside)))
