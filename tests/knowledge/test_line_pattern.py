"""A line is of a list of globs exactly where one of them fits it: skipping globs by their pieces loses none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.articles.line_form import bare
from pactbook.knowledge.line_pattern import LinePattern
from pactbook.knowledge.page import line_pattern, words

_GOLD = Path(__file__).parents[1] / "gold"


def _plain(globs: list[str]) -> re.Pattern[str]:
    """All globs as one pattern."""
    escaped = (re.escape(g.lower()) for g in globs)
    each = (g.replace(r"\*", ".{0,160}").replace(r"\#", r"\d[\d.,]*k?").replace(r"\ ", r"\s+") for g in escaped)
    return re.compile("(?:" + "|".join(each) + r")\Z")


@given(
    st.lists(st.text("ab기*# ", min_size=1, max_size=6), max_size=6),
    st.text("ab기1 ", max_size=12),
)
def test_it_matches_what_the_globs_match(globs: list[str], line: str) -> None:
    expected = bool(globs) and _plain(globs).match(line) is not None
    assert LinePattern(g.lower() for g in globs).match(line) == expected


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ("refusals", "missing"),
        ("refusals", "login"),
        ("refusals", "script"),
        ("refusals", "cookies"),
        ("furniture", "related"),
        ("furniture", "copyright"),
        ("furniture", "bylines"),
        ("furniture", "buttons"),
        ("furniture", "notices"),
        ("furniture", "tags"),
    ],
)
def test_every_line_of_the_annotated_sources_is_told_as_by_the_globs(part: str, field: str) -> None:
    plain, fast = _plain(words(part, field)), line_pattern(part, field)
    own = [w.lower().replace("*", "xy").replace("#", "12") for w in words(part, field)]
    lines = {bare(line) for path in _GOLD.rglob("*.txt") for line in path.read_text("utf-8").splitlines()}
    lines |= {bare(line) for path in _GOLD.rglob("*.html") for line in re.split(r"<[^>]*>|\n", path.read_text("utf-8"))}
    assert all(fast.match(line) for line in own)
    assert [line for line in lines if fast.match(line) != (plain.match(line) is not None)] == []


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("comments (12)", True),
        ("comments (many)", False),
        ("all rights reserved by the press", True),
        ("all rights", False),
        ("by kim", True),
    ],
)
def test_stars_and_numbers(line: str, fits: bool) -> None:
    assert LinePattern(["comments (#)", "all rights reserved*", "by *"]).match(line) is fits
