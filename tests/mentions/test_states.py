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
