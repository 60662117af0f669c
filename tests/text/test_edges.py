"""A pattern is told to fit wherever it can match."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.text.edges import DEPTH, Edges

BEHIND = [
    re.compile(said)
    for said in (
        r"\s(?:and|to)\b",
        r"a?b*c",
        r"(?!x)\s|[,.;]",
        r"(?:a|bc|)+\d",
        r"(?i)ab",
        r"(?i:a)b",
        r"[^a]b|a{2,3}",
        r"(a)(?(1)b|c)",
        r"(?>ab?)\s*?c",
        r"",
        r"\xa0a|\tb",
        r"^a|b$",
    )
]
BEFORE = [
    re.compile(said)
    for said in (
        r"\b(?:a|bc)\s$",
        r"a?b*c$",
        r"(?:from|by)\s(?:the\s|[\w.-]+'s\s)?$",
        r"(?:a$|b)",
        r"ab",
        r"(?m)a$",
        r"[^a]b?$",
        r"\sa{2,}$",
        r"$",
        r"(?<=a)b$",
    )
]
TEXTS = st.text(st.sampled_from("abcx, .;1\n\t\xa0'AB"), max_size=12)


def _expect(edges: Edges, near: str, matching: list[int]) -> None:
    assert edges.fitting(near) >= set(matching)


@given(TEXTS, st.integers(0, 12))
def test_what_matches_behind_a_place_fits(text: str, place: int) -> None:
    place = min(place, len(text))
    told = [n for n, pattern in enumerate(BEHIND) if pattern.match(text, place)]
    _expect(Edges(BEHIND, behind=True), text[place : place + DEPTH], told)


@given(TEXTS, st.integers(0, 12))
def test_what_is_found_up_to_a_place_fits(text: str, place: int) -> None:
    place = min(place, len(text))
    told = [n for n, pattern in enumerate(BEFORE) if pattern.search(text, 0, place)]
    _expect(Edges(BEFORE, behind=False), text[max(0, place - DEPTH) : place], told)


def test_slots_are_told_by_the_characters_beside_them() -> None:
    words = vocabulary("en")
    asked = [slot.before.pattern for slot in words.slots]
    fitting = words.before_slots.fitting("at ")
    assert any(said.endswith(r"\sat\s$") for said in (asked[n] for n in fitting))
    assert all(asked[n] == "" or not asked[n].endswith("$") for n in words.before_slots.fitting("..."))
    assert fitting < set(range(len(asked)))


def test_nothing_is_ruled_out_where_a_pattern_tells_nothing() -> None:
    assert Edges([re.compile("")], behind=True).fitting("") == {0}
    assert Edges([re.compile("ab")], behind=False).fitting("xyz") == {0}
    assert Edges([re.compile("ab$")], behind=False).fitting("xyz") == frozenset()
