"""Deals of one sentence that have parties and kind in common: a decision finds the one that it was about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Maker

from pactbook.model.decision import Anchor, Decision
from pactbook.model.told import Telling
from pactbook.pipeline.logbook import decision_id
from pactbook.record.anchoring import anchor_of, locate

SENTENCE = "KOICA and MOST signed memorandums on minerals, on power and on garments."
SUBJECTS = ("minerals", "power", "garments")


@pytest.fixture
def tellings(make: Maker) -> list[Telling]:
    """Three memorandums that one sentence tells."""
    return [
        Telling(f"{n:016}", "article", "article", "en", None, make.claim(SENTENCE, SENTENCE, subject=subject))
        for n, subject in enumerate(SUBJECTS)
    ]


def test_each_is_found_by_what_it_is_about(tellings: list[Telling]) -> None:
    for telling in tellings:
        assert locate(anchor_of(telling), tellings) is telling


def test_it_is_still_found_when_it_is_read_in_other_words(tellings: list[Telling]) -> None:
    anchor = anchor_of(tellings[0])
    again = replace(tellings[0], claim=replace(tellings[0].claim, subject="critical minerals"))
    assert locate(anchor, [again]) is again


def test_a_party_tells_more_than_what_it_is_about(tellings: list[Telling]) -> None:
    anchor = replace(anchor_of(tellings[0]), parties=("kr.motie", "vn.moit"))
    other = replace(tellings[1], claim=replace(tellings[1].claim, parties=("kr.motie", "vn.moit")))
    assert locate(anchor, [tellings[0], other]) is other


def test_a_log_of_before_keeps_its_ids() -> None:
    decision = Decision("", "accept", "Mai", "2026-01-01T00:00:00", "", (Anchor("a", 0, "words", "loan", ("KR",)),))
    assert decision_id(decision) == decision_id(replace(decision, anchors=(replace(decision.anchors[0], subject=""),)))
    assert decision_id(decision) != decision_id(replace(decision, anchors=(replace(decision.anchors[0], subject="x"),)))
