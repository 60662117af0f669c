"""Syllables of Hangul by the consonant that closes them."""

from __future__ import annotations

import re

import pytest

from pactbook.text.hangul import FINALS, closed_by


@pytest.mark.parametrize(("final", "closed", "others"), [("ㄹ", "길할을", "긴하있가"), ("ㅆ", "했있겠", "해핫가힣")])
def test_a_class_holds_the_syllables_that_the_consonant_closes(final: str, closed: str, others: str) -> None:
    assert all(re.fullmatch(closed_by(final), syllable) for syllable in closed)
    assert not any(re.fullmatch(closed_by(final), syllable) for syllable in others)


def test_every_syllable_is_closed_in_one_way_or_open() -> None:
    syllables = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
    closed = [s for final in FINALS for s in re.findall(closed_by(final), "".join(syllables))]
    assert len(closed) == len(set(closed))
    assert set(syllables) - set(closed) == set(syllables[:: len(FINALS) + 1])
