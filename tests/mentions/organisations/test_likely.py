"""English names that no rule knows: firms are found by the words around them; persons, places and products are not."""

from __future__ import annotations

import pytest
from tests.mentions.organisations.test_names import found, rules

FIRMS = {
    "a claimant before a board": ("Hansol Drexa has put claims for $14 million before a board.", "Hansol Drexa"),
    "whose plant has workers": ("The plant of LJ Vistrel in Hai Phong employs 400 people.", "LJ Vistrel"),
    "the first of the bidders": ("Bidders were Sungnam Heavy, Hoa Tien Steel and Daewon GX.", "Sungnam Heavy"),
    "a bidder among others": ("Bidders were Sungnam Heavy, Hoa Tien Steel and Daewon GX.", "Daewon GX"),
}
OTHERS = {
    "a person and a mountain": "Nguyen Van Hai met Park Min-ho in Gangwon. Park likes Seoraksan.",
    "a series, a telephone and a town": "They watched Squid Game and drove the Galaxy S23 to Phu Bai.",
    "a feast and a river": "On Chuseok the Han River was quiet.",
    "provinces": "Farmers of Ben Tre sell coconuts to Busan.",
    "an aircraft": "The KF-21 flew over Cam Ranh.",
}


@pytest.mark.parametrize(("text", "name"), FIRMS.values(), ids=FIRMS)
def test_a_firm_is_found_by_the_words_around_it(text: str, name: str) -> None:
    assert (name, "company") in [(n, kind) for n, kind, _ in found(text)]
    assert rules(text)[name] == "likely"


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_body_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_is_found_wherever_it_stands_or_nowhere() -> None:
    text = "The plant of LJ Vistrel in Hai Phong employs 400 people. Children waved at an LJ Vistrel by the river."
    assert [name for name, _, _ in found(text)] == ["LJ Vistrel", "LJ Vistrel"]
