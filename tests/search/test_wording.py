"""The words on a card are in one language: those of the sentence beside them."""

from __future__ import annotations

from tests.search.answers import find_agreements

from pactbook.pipeline.reviewing import Review
from pactbook.search.query import Query


def card(record, words=""):
    [hit] = find_agreements(record, Query(words))
    return hit.subject, hit.evidence.article.language


def test_subject_and_sentence_are_in_one_language(make, desk) -> None:
    desk.add(
        make.told("a", "한국국제협력단은 연구소 설립 양해각서를 체결했다.", language="ko", subject="연구소 설립"),
        make.told("b", "KOICA signed a memorandum.", subject="a research institute", published="2014-10-24"),
    )
    assert card(desk.file) == ("a research institute", "en")
    assert card(desk.file, "연구소") == ("연구소 설립", "ko")
    assert card(desk.file, "institute") == ("a research institute", "en")
    review = Review(desk.file, "Mai")
    review.edit(find_agreements(desk.file, Query())[0].record.id, "subject", "VKIST")
    assert card(desk.file, "체결") == ("VKIST", "ko")
