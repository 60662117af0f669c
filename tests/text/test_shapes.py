"""Shapes: the little language in which analysts write patterns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.text import shapes as shapes_module
from pactbook.text.openings import Openings, Places
from pactbook.text.shapes import DIGIT, Shapes, Slot, any_of, words

SLOTS = {
    "day": Slot(r"\d{1,2}(?!\d)", frozenset(), frozenset([DIGIT])),
    "month": Slot.of_words(["May", "March"]),
    "year": Slot(r"\d{4}", frozenset([DIGIT])),
}


def found(shapes: dict[str, list[str]], text: str) -> list[tuple[str, str, dict[str, str]]]:
    return [(f.rule, text[f.start : f.end], f.slots) for f in Shapes(shapes, SLOTS).find(text)]


def test_optional_parts_and_alternatives() -> None:
    shapes = {"date": ["{month} {day}[[,| of] {year}]", "(late|early) {month}"]}
    assert found(shapes, "on May 5, 2022 and May 6 of 2023, March 7; early March, later") == [
        ("date", "May 5, 2022", {"month": "May", "day": "5", "year": "2022"}),
        ("date", "May 6 of 2023", {"month": "May", "day": "6", "year": "2023"}),
        ("date", "March 7", {"month": "March", "day": "7"}),
        ("date", "early March", {"month": "March"}),
    ]


def test_the_first_shape_that_fits_wins() -> None:
    assert found({"long": ["{month} {day}"], "short": ["{month}"]}, "May 5") == [
        ("long", "May 5", {"month": "May", "day": "5"})
    ]
    assert found({"short": ["{month}"], "long": ["{month} {day}"]}, "May 5")[0][0] == "short"


def test_a_shape_stands_as_a_word() -> None:
    assert found({"month": ["{month}"]}, "Mayor Mayfield marches; aMay; 5월 May에") == [
        ("month", "May", {"month": "May"})
    ]


def test_a_number_is_not_cut_out_of_a_longer_one() -> None:
    assert found({"day": ["{day}"]}, "$5 2.5 No.5 10:14 a5") == [
        ("day", "2", {"day": "2"}),
        ("day", "10", {"day": "10"}),
    ]


def test_slots_know_their_places() -> None:
    (only,) = Shapes({"date": ["{month} {day}"]}, SLOTS).find("on May 5")
    assert (only.start, only.end, only.places) == (3, 8, {"month": (3, 6), "day": (7, 8)})


_LINES = st.lists(
    st.sampled_from(
        [
            "[from ]{day}[ to {day}] {month}", "({month} |in |){year}", "[[the ]{month} ]{day}", "{year}[-{year}]",
            "[{day} ]{month}", "1st of {month}", "(late|1st|{day}) {month}", "[about ]({month}|{day}) {year}",
        ]
    ),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(["from", "5", "12", "to", "May", "2022", "the", "1st", "of", "late", "about", "in"]))


@given(_LINES, _TEXTS)
def test_at_a_digit_the_same_is_found_as_anywhere(lines: list[str], texts: list[str]) -> None:
    """Where a digit stands, the words of a shape that no digit begins are left out: this changes nothing."""
    shapes, text = Shapes({line: [line] for line in lines}, SLOTS), " ".join(texts)
    plain = Shapes({line: [line] for line in lines}, SLOTS)
    plain._shapes = [replace(s, at_digit=s.pattern, groups_at_digit=s.groups) for s in plain._shapes]
    assert list(shapes.find(text)) == list(plain.find(text))


_TOLD = st.lists(
    st.sampled_from(
        ["{month} {day}", "({month}|late) {year}", "[early ]Year-end {year}", "상반기[ 결산]",
         "[from ]{day}(-| to ){day} {month}",
         "{day}-day {month}", "the {day}[th] of {month}", "[{day}/]{year}", "24/7 {month}", "late Y{year}"]
    )
)  # fmt: skip
_SAID = st.lists(
    st.sampled_from(
        ["May", "march", "late", "Late", "5", "2022", "Year-end", "early year -End", "early", "상반기", "to",
         "5 - 7", "5-day", "the", "12th of", "3/2021", "24/7", "Y2021", "from", "Late y7", "5월", "결산", "$5"]
    )
)  # fmt: skip


@given(_TOLD, _SAID, st.sampled_from([" ", "", ". "]))
def test_shapes_are_found_as_if_each_were_tried_everywhere(lines: list[str], said: list[str], between: str) -> None:
    shapes, text = Shapes({line: [line] for line in lines}, SLOTS), between.join(said)
    plain = Shapes({line: [line] for line in lines}, SLOTS)
    plain._places = _Everywhere(len(set(lines)))
    assert list(shapes.find(text)) == list(plain.find(text))


class _Everywhere(Places):
    """Says that any shape can begin at any word and any number."""

    def __init__(self, shapes: int) -> None:
        super().__init__([])
        self._shapes = tuple(range(shapes))

    def of(self, text: str) -> dict[int, tuple[int, ...]]:
        starts = re.finditer(r"(?<![\w/$€£¥₩#.:,+-])\d|(?<![^\W_])[^\W\d]", text)
        return {found.start(): self._shapes for found in starts}


@pytest.mark.parametrize("shape", ["{mont}", "[{month}", "({month}", "{month", "{month}]"])
def test_a_shape_that_cannot_be_read_is_named(shape: str) -> None:
    with pytest.raises(ValueError, match="shape"):
        Shapes({"x": [shape]}, SLOTS)


def test_words_take_either_case_and_any_dash() -> None:
    assert words("next year-end") == "[Nn]ext [Yy]ear ?- ?[Ee]nd"
    assert any_of([]) == "(?!)"


@given(st.text("0a1５ ,.-$/가", max_size=30))
def test_numbers_begin_where_nothing_of_a_longer_number_stands_before(text: str) -> None:
    plain = re.compile(r"(?<![\w/$€£¥₩#.:,+-])\d")
    assert sorted(Places([Openings.of([DIGIT])]).of(text)) == [m.start() for m in plain.finditer(text)]


_PHRASES = st.lists(
    st.sampled_from(["our", "by us", "ước", "nước ta", "in-house", "a", "A b", "1 b", ";", ", b", "% a", "-", "^o"]),
    max_size=5,
)


@given(_PHRASES, st.text("aouryby AOBU ướcnt1-\n;,%^", max_size=40))
def test_phrases_alone_are_found_as_by_looking_back_first(phrases: list[str], text: str) -> None:
    alone, marks = ([p for p in phrases if p[0].isalnum() == so] for so in (True, False))
    plain = re.compile(rf"(?:(?<!\w)(?:{any_of(alone)})|(?:{any_of(marks)}))")
    fast = re.compile(shapes_module.any_alone(phrases))
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in plain.finditer(text)]
