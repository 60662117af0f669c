"""Words of an article: one key for each family of spellings, and where a name cannot go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.mentions.organisations.acronyms import fits
from pactbook.mentions.organisations.words import THE, breaks, keys_of, words_of
from pactbook.text.level import level

SAME = [
    ("Ministry of Labor", "Ministry of Labour"),
    ("Viet Nam Register", "Vietnam Register"),
    ("Ha Noi", "Hanoi"),
    ("Hà Nội", "Hanoi"),
    ("Đồng Nai", "Dong Nai"),
    ("R & D Center", "R and D Centre"),
    ("Hi-Tech Park", "High Tech Park"),
    ("Naver Corporation", "Naver Corp."),
    ("the Export-Import Bank", "Export–Import Bank"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_have_the_same_keys(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


_NAMES = st.lists(st.sampled_from(["Ministry", "of", "the", "Labor", "Viet", "Nam", "Ha Noi", "R&D", "Hi-Tech", "Bộ"]))


@given(_NAMES)
def test_a_name_has_the_keys_of_its_words_in_a_text(words: list[str]) -> None:
    name = " ".join(words)
    assert keys_of(name) == tuple(w.key for w in words_of(name) if w.key != THE)


def test_words_stand_where_they_say() -> None:
    text = "Viet Nam's C&T, 산업통상자원부는 “Bộ Công Thương”"
    for word in words_of(text):
        assert text[word.start : word.end] == word.text


BREAKS = [
    ("Bank. Korea", True),
    ("Bank\n\nKorea", True),
    ("Bank\nKorea", False),
    ("Bank (Korea", True),
    ("Co., Ltd", False),
    ("Corp. said", False),
    ("Trade, Industry", False),
    ("Trade; Industry", True),
]


@pytest.mark.parametrize(("text", "expected"), BREAKS)
def test_a_name_goes_on_or_not(text: str, expected: bool) -> None:
    before, after = words_of(text)
    assert breaks(before, after) is expected


ACRONYMS = [
    ("KOTRA", "Korea Trade-Investment Promotion Agency", True),
    ("VCCI", "Vietnam Chamber of Commerce and Industry", True),
    ("HANSIBA", "Hanoi Supporting Industry Business Association", True),
    ("Vietrade", "Vietnam Trade Promotion Agency", False),
    ("KIST", "Vietnam Institute of Science", False),
    ("KEPCO", "Korea Electric Power Corp", True),
]


@pytest.mark.parametrize(("letters", "name", "expected"), ACRONYMS)
def test_an_acronym_is_read_off_a_name(letters: str, name: str, expected: bool) -> None:
    assert fits(letters, [w.text for w in words_of(name)]) is expected


@pytest.mark.parametrize(
    ("text", "article"),
    [("An Phat Securities", False), ("An Giang Province", False), ("An EPC contract", True), ("An Hour Later", True)],
)
def test_an_is_an_article_only_where_a_vowel_may_follow(text: str, article: bool) -> None:
    assert (words_of(text)[0].key == "an") is article


def test_an_at_the_end_of_a_name_is_what_it_is() -> None:
    assert keys_of("Long An Province")[:2] == keys_of("Long An")


_PIECES = st.sampled_from(
    [
        "hoà",
        "Hòa,",
        "thuỵ",
        "Thụy.",
        "quý",
        "–",
        "“Bộ",
        "Nam’s",
        "Viet",
        "Nam",
        "\n\nC&T",
        "산업부는",
        "",
        "(KOICA)",
        "\t",
    ]
)


@given(st.lists(_PIECES))
def test_words_are_spelled_and_parted_as_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for word in words_of(text):
        between = text[end : word.start]
        assert word.text == text[word.start : word.end]
        assert word.gap == ("\n\n" if "\n\n" in between else level(between))
        assert word.joined is (word.gap in {" ", "-"})
        end = word.end
