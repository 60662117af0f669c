"""States, their people, capitals and governments."""

from __future__ import annotations

import pytest

from pactbook.mentions.states import find_states
from pactbook.model.article import Article


def article(text: str) -> Article:
    return Article("a", "a.txt", "en", None, None, None, None, text, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Korea", [("KR", "name")]),
        ("North Korea", [("KP", "name")]),
        ("the South China Sea", []),
        ("US$5 million", []),
        ("Thai Nguyen", []),
        ("베트남과 한국은", [("VN", "name"), ("KR", "name")]),
        ("the Vietnamese government", [("VN", "government")]),
    ],
)
def test_states_are_told_from_what_only_sounds_like_them(text: str, found: list[tuple[str, str]]) -> None:
    mentions = find_states(article(text))
    assert [(m.country, m.form) for m in mentions] == found
    for mention in mentions:
        mention.span.check(text)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Tổng Bí thư Nông Đức Mạnh tiếp khách.", []),
        ("Bà Nguyễn Thị Nga ký.", []),
        ("Doanh nghiệp Đức và Hàn Quốc ký.", ["DE", "KR"]),
        ("Việt Nam và Nga đàm phán.", ["VN", "RU"]),
    ],
    ids=["middle of a name", "end of a name", "behind a noun", "on its own"],
)
def test_a_syllable_of_a_vietnamese_name_is_no_state(text: str, countries: list[str]) -> None:
    page = Article("a", "a.txt", "vi", None, None, None, None, text, ())
    assert [m.country for m in find_states(page)] == countries
