"""Organisations as Korean newsrooms name them: a run of nouns with the head last and a particle behind."""

from __future__ import annotations

import re

import pytest

from pactbook.articles.sentences import bounds
from pactbook.claims.bodies.article import claim_bodies
from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Sentence
from pactbook.model.mention import Mentions

Entry = tuple[str, str, str | None]


def entries(text: str) -> list[Entry]:
    """Names, kind and country of every body of a Korean text."""
    sentences = tuple(
        Sentence(paragraph.start() + start, paragraph.start() + end, number)
        for number, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
        for start, end in bounds(paragraph.group())
    )
    page = Article("x", "x", "ko", None, None, None, "2023-06-24", text, sentences)
    states = find_states(page)
    found = find_bodies(page, states)
    for mention in found:
        mention.span.check(text)
    return [(" | ".join(b.names), b.kind, b.country) for b in claim_bodies(page, Mentions(bodies=found, states=states))]


CASES: list[tuple[str, str, list[Entry]]] = [
    (
        "two counties",
        "다솔군은 베트남 쯔엉비현과 업무협약을 체결했다. 군은 오는 5월 쯔엉비현을 찾는다.",
        [("다솔군 | 군", "subnational", "KR"), ("베트남 쯔엉비현 | 쯔엉비현", "subnational", "VN")],
    ),
    ("a place is no body where things happen", "회의는 12일 베트남 하장성에서 열렸다.", []),
    ("ordinary words end like places", "당시 두 도시의 연구 제도와 가능성을 다시 보도했다.", []),
    ("ordinary words end like ministries", "정부는 일부 지원을 요청했고 직원 전부가 외부 신청을 마쳤다.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_korean_news(text: str, expected: list[Entry]) -> None:
    assert entries(text) == expected
