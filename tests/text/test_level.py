"""Levelled text: what counts as the same, and that no character moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.text.level import level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thoả thuận", "thỏa thuận"),
        ("UỶ BAN", "ỦY BAN"),
        ("Hoà Bình", "Hòa Bình"),
        ("thuỷ sản", "thủy sản"),
        ("khoẻ", "khỏe"),
        ("số hoá,", "số hóa,"),
        ("“Việt – Hàn”", '"Việt - Hàn"'),
    ],
)
def test_spellings_of_one_word_are_alike(one: str, other: str) -> None:
    assert level(one) == level(other)


@pytest.mark.parametrize("word", ["quý", "quỹ", "hoàn", "toán", "huỳnh", "ký", "loại", "khoáng"])
def test_a_tone_with_one_place_only_stays(word: str) -> None:
    assert level(word) == word


@given(st.text(alphabet="oaeuyòáảỏ thquỷýỵàn-–“”", max_size=40))
def test_no_character_moves(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(level(text)) == len(text)
    assert level(level(text)) == level(text)
