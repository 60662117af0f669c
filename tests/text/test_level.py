"""Levelled text: what counts as the same, and that no character moves."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.text.fold import fold, fold_name
from pactbook.text.level import level, level_all, lower, tidy


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


@given(st.lists(st.text(alphabet="oaqHOÀáảỏ uỷỵàn-–“`\u00a0\tİΣ", max_size=8)), st.booleans())
def test_many_phrases_at_once_are_levelled_as_each_alone(phrases: list[str], small: bool) -> None:
    alone = [level(phrase) for phrase in phrases]
    assert level_all(phrases, small=small) == (list(map(lower, alone)) if small else alone)


@given(st.text(alphabet="oaeuyòáảỏ thquỷýỵàn-–“”", max_size=40))
def test_no_character_moves(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(level(text)) == len(text)
    assert level(level(text)) == level(text)


_PLAIN = str.maketrans("‘’–—·•\u00a0\n\t～“”", "''--··   ~\"\"")


@given(st.text(alphabet="aB ‘’–—·•\u00a0\n\t～“”가", max_size=600))
def test_every_mark_is_levelled_in_every_script_and_length(text: str) -> None:
    assert level(text) == text.translate(_PLAIN)


@pytest.mark.parametrize("before", ["q", "Q", "", "l", " ", "lo"])
def test_a_tone_behind_qu_stays(before: str) -> None:
    assert level(f"{before}uý") == (f"{before}uý" if before in {"q", "Q"} else f"{before}úy")


@given(st.text(alphabet="aĐđÀàạƯự가Łß'’ \n-", max_size=60))
def test_folding_takes_off_every_mark(text: str) -> None:
    low = unicodedata.normalize("NFD", level(text).lower())
    bare = unicodedata.normalize("NFC", "".join(c for c in low if not 0x300 <= ord(c) <= 0x36F))
    for letter, plain in {"đ": "d", "ł": "l", "ß": "ss"}.items():
        bare = bare.replace(letter, plain)
    assert fold(text) == bare


@given(st.text(alphabet="ab \n\t\u00a0\u3000\x1c", max_size=30))
def test_tidied_text_has_single_spaces(text: str) -> None:
    assert tidy(text) == re.sub(r"\s+", " ", text).strip()


@given(st.text(alphabet="aB& ,.-_\n\u00a0가đ", max_size=40))
def test_a_folded_name_is_its_words_between_single_spaces(text: str) -> None:
    assert fold_name(text) == re.sub(r"[^\w&]+", " ", fold(text)).strip()
