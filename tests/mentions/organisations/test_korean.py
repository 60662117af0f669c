"""How Korean words are cut and taken apart, and whose names they sound like."""

from __future__ import annotations

import pytest

from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.parts import has_own, parts
from pactbook.mentions.organisations.korean.place_words import place_stems
from pactbook.mentions.organisations.korean.sounds import foreignness
from pactbook.mentions.organisations.korean.stems import cuts


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("다솔그룹", ["다솔그룹"]),
        ("다솔그룹은", ["다솔그룹은", "다솔그룹"]),
        ("하노이시와의", ["하노이시와의", "하노이시와", "하노이시"]),
        ("농협이", ["농협이", "농협"]),
    ],
)
def test_particles_are_cut(word: str, stems: list[str]) -> None:
    found = [word[:n] for n in cuts(word, "ko")]
    assert found[0] == word
    assert {stems[0], stems[-1]} <= set(found)


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("한빛", True),
        ("다솔건설", True),
        ("자동차부품", False),
        ("대기업", False),
        ("베트남", False),
        ("하장성", False),
    ],
)
def test_a_name_has_something_of_its_own(name: str, own: bool) -> None:
    assert has_own(name, "ko") is own
    assert "".join(p.text for p in parts(name, "ko")) == name


@pytest.mark.parametrize(
    ("word", "head"), [("한국무역협회와", "협회"), ("산업무역부는", "부"), ("다솔투자증권이", "투자증권")]
)
def test_the_longest_head_comes_first(word: str, head: str) -> None:
    assert heads_of(word, "ko")[0][1] == head


@pytest.mark.parametrize("word", ["다시", "연구는", "가능성과", "제도를", "당시에", "여성이", "정도로"])
def test_ordinary_words_are_no_places(word: str) -> None:
    assert place_stems(word, "ko") == ()


def test_vietnamese_names_sound_so() -> None:
    assert min(foreignness(n, "ko") for n in ["빈탄", "롱비엔", "떤투언"]) > 1
    assert max(foreignness(n, "ko") for n in ["한울", "세영", "동진"]) < 0
